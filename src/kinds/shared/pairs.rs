//! Pairs in one text: `left = right`, joined by `; `, and taken apart again. Knows nothing of questions.

use crate::bank::wording::signs::is_blank;
use crate::kinds::shared::parts::push_escaped;

/// Joins pairs by `; ` and their sides by ` = `, escaping `;`, `=` and `\` inside a side by a backslash.
pub(crate) fn join_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    pairs.into_iter().map(|(left, right)| written_pair(left, right)).collect::<Vec<_>>().join("; ")
}

/// One pair, with `;`, `=` and `\` inside its sides escaped.
pub(crate) fn written_pair(left: &str, right: &str) -> String {
    let mut written = String::with_capacity(left.len() + right.len() + 3);
    push_escaped(&mut written, left);
    written.push_str(" = ");
    push_escaped(&mut written, right);
    written
}

/// Takes apart what [`join_pairs`] joined; parts with nothing in them are left out. `None` where a part has no `=` of
/// its own, or more than one.
///
/// Hand-written text is taken kindly: spaces after `;` and around `=` may be missing.
pub(crate) fn split_pairs(joined: &str) -> Option<Vec<(String, String)>> {
    let parts = sides(joined).into_iter().filter(|sides| sides.iter().any(|side| !is_blank(side)));
    parts.map(|sides| <[String; 2]>::try_from(sides).ok().map(<(String, String)>::from)).collect()
}

/// The sides of each part: two where it is a pair.
pub(crate) fn sides(joined: &str) -> Vec<Vec<String>> {
    let mut parts = vec![vec![String::new()]];
    let mut rest = joined.chars().peekable();
    while let Some(sign) = rest.next() {
        let Some(sides) = parts.last_mut() else { break };
        match sign {
            ';' => {
                rest.next_if_eq(&' ');
                parts.push(vec![String::new()]);
            }
            '=' => {
                rest.next_if_eq(&' ');
                let left = sides.last_mut();
                if let Some(left) = left.filter(|left| left.ends_with(' ')) {
                    left.pop();
                }
                sides.push(String::new());
            }
            _ => {
                let escaped = if sign == '\\' { rest.next_if(|next| matches!(next, ';' | '=' | '\\')) } else { None };
                if let Some(side) = sides.last_mut() {
                    side.push(escaped.unwrap_or(sign));
                }
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(joined: &str, expected: Option<&[(&str, &str)]>) {
        let pairs = split_pairs(joined);
        let pairs: Option<Vec<_>> =
            pairs.as_ref().map(|pairs| pairs.iter().map(|(left, right)| (&**left, &**right)).collect());
        assert_eq!(pairs.as_deref(), expected, "{joined:?}");
    }

    #[test]
    fn pairs_are_taken_apart() {
        check("a = b; c = d", Some(&[("a", "b"), ("c", "d")]));
        check("a=b;c=d;", Some(&[("a", "b"), ("c", "d")]));
        check(r"a\=b = c\;d", Some(&[("a=b", "c;d")]));
        check("a = ", Some(&[("a", "")]));
        check(" ; ;", Some(&[]));
    }

    #[test]
    fn a_part_that_is_no_pair_is_refused() {
        check("a", None);
        check("a = b = c", None);
        check("a = b; c", None);
    }

    proptest! {
        #[test]
        fn what_is_joined_comes_apart_again(pairs in prop::collection::vec((r"[a;=\\ é]{0,5}[b-d]", r"[a;=\\ ]{0,5}"), 0..5)) {
            let joined = join_pairs(pairs.iter().map(|(left, right)| (&**left, &**right)));
            prop_assert_eq!(split_pairs(&joined), Some(pairs));
        }
    }
}
