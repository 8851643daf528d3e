//! Several parts in one text: joined by `; `, and taken apart again. Knows nothing of questions.

/// Joins parts by `; `, escaping `;`, `=` and `\` inside them by a backslash.
///
/// One part that is empty reads back as no parts at all: an empty text stands for no answer.
pub fn join_parts<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut joined = String::new();
    for (index, part) in parts.into_iter().enumerate() {
        if index > 0 {
            joined.push_str("; ");
        }
        push_escaped(&mut joined, part);
    }
    joined
}

/// Takes apart what [`join_parts`] joined.
///
/// Hand-written text is taken kindly: the space after `;` may be missing, and a backslash before any other character
/// stands for itself.
pub fn split_parts(joined: &str) -> Vec<String> {
    if joined.is_empty() {
        return Vec::new();
    }
    let mut parts = vec![String::new()];
    let mut rest = joined.chars().peekable();
    while let Some(sign) = rest.next() {
        if sign == ';' {
            rest.next_if_eq(&' ');
            parts.push(String::new());
            continue;
        }
        let escaped = if sign == '\\' { rest.next_if(|next| is_escaped(*next)) } else { None };
        if let Some(part) = parts.last_mut() {
            part.push(escaped.unwrap_or(sign));
        }
    }
    parts
}

/// The same, with each part as it is written, its backslashes left in.
pub fn split_at_semicolons(joined: &str) -> impl Iterator<Item = &str> + Clone {
    let mut is_after_backslash = false;
    let mut is_end = move |sign: char| {
        let is_end = sign == ';' && !is_after_backslash;
        is_after_backslash = sign == '\\' && !is_after_backslash;
        is_end
    };
    let mut ends: Vec<usize> = joined.char_indices().filter(|(_, sign)| is_end(*sign)).map(|(at, _)| at).collect();
    ends.push(joined.len());
    let mut start = 0;
    ends.into_iter().map(move |end| {
        let part = &joined[start..end];
        start = end + 1;
        part
    })
}

/// Appends a part, escaped.
pub(crate) fn push_escaped(joined: &mut String, part: &str) {
    for sign in part.chars() {
        if is_escaped(sign) {
            joined.push('\\');
        }
        joined.push(sign);
    }
}

fn is_escaped(sign: char) -> bool {
    matches!(sign, ';' | '=' | '\\')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(parts: &[&str], joined: &str) {
        assert_eq!(join_parts(parts.iter().copied()), joined);
        assert_eq!(split_parts(joined), parts);
    }

    #[test]
    fn parts_are_joined_and_taken_apart() {
        check(&[], "");
        check(&["Japan"], "Japan");
        check(&["Japan", "USA"], "Japan; USA");
        check(&["a;b", "c=d", r"e\f"], r"a\;b; c\=d; e\\f");
        check(&["", ""], "; ");
        check(&[" outer ", "  spaces"], " outer ;   spaces");
        check(&[r"\", ";"], r"\\; \;");
    }

    #[test]
    fn hand_written_text_is_taken_kindly() {
        assert_eq!(split_parts("a;b"), ["a", "b"]);
        assert_eq!(split_parts(r"C:\dir; x\"), [r"C:\dir", r"x\"]);
        assert_eq!(split_parts("a;"), ["a", ""]);
    }

    proptest! {
        #[test]
        fn what_is_joined_comes_apart_again(parts in proptest::collection::vec(r"[a-c;=\\ é\n]{0,6}", 0..6)) {
            prop_assume!(parts != [String::new()]);
            let joined = join_parts(parts.iter().map(String::as_str));
            prop_assert_eq!(split_parts(&joined), parts);
        }

        #[test]
        fn any_text_comes_apart(joined in any::<String>()) {
            let parts = split_parts(&joined);
            prop_assert_eq!(parts.is_empty(), joined.is_empty());
        }
    }
}
