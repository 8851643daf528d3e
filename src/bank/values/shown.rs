//! Reads the values that a text shows back out of it. Draws nothing, and works nothing out.

use crate::bank::values::placeholders::{Fragment, fragments};

/// The values that `shown` has where `template` has names in braces, by name, each once; `None` where the two do not
/// fit. The other way round from what [`crate::bank::values::drawn::pinned`] does to a prompt.
///
/// A value is as many signs of a number as there are, so a name with a digit or a point right behind it fits nothing
/// or tells a wrong value: whoever asks compares with the text that the values would give.
pub fn values_shown<'a>(
    template: &'a str,
    shown: &str,
    is_variable: impl Fn(&str) -> bool,
) -> Option<Vec<(&'a str, f64)>> {
    let mut values: Vec<(&str, f64)> = Vec::new();
    let mut rest = shown;
    for fragment in fragments(template) {
        match fragment {
            Fragment::Plain(plain) => rest = rest.strip_prefix(plain)?,
            Fragment::Name { name, .. } if is_variable(name) => {
                let end = rest.find(|sign| !is_of_number(sign)).unwrap_or(rest.len());
                let (value, after) = leading_number(rest, end)?;
                rest = after;
                match values.iter().find(|(known, _)| *known == name) {
                    Some((_, earlier)) if *earlier != value => return None,
                    Some(_) => {}
                    None => values.push((name, value)),
                }
            }
            Fragment::Name { written, .. } => rest = rest.strip_prefix(written)?,
        }
    }
    rest.is_empty().then_some(values)
}

/// The number that `text` begins with, of at most so many bytes: a point or an `e` behind it belongs to the sentence.
fn leading_number(text: &str, mut end: usize) -> Option<(f64, &str)> {
    /// No value is written longer, see [`crate::bank::values::quantity::written`].
    const LONGEST: usize = 32;
    end = end.min(LONGEST);
    while end > 0 {
        if let Ok(value) = text[..end].parse::<f64>()
            && text[..end].ends_with(|sign: char| sign.is_ascii_digit())
        {
            return value.is_finite().then_some((value, &text[end..]));
        }
        end -= 1;
    }
    None
}

fn is_of_number(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, '-' | '+' | '.' | 'e')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(template: &str, shown: &str, expected: Option<&[(&str, f64)]>) {
        let values = values_shown(template, shown, |name| matches!(name, "E" | "t"));
        assert_eq!(values.as_deref(), expected, "{template:?} and {shown:?}");
    }

    #[test]
    fn values_are_read_where_the_names_stand() {
        check("{E} MJ in { t } s.", "37.5 MJ in 4 s.", Some(&[("E", 37.5), ("t", 4.0)]));
        check("From {E}. To {t}", "From -5. To 1e30", Some(&[("E", -5.0), ("t", 1e30)]));
        check("$x_{E} = {{E}}$ and {F}", "$x_{E} = 1e-7$ and {F}", Some(&[("E", 1e-7)]));
        check("{E}{F}", "7{F}", Some(&[("E", 7.0)]));
        check("{E}e", "7e", Some(&[("E", 7.0)]));
        check("{E} and {E}", "7 and 7", Some(&[("E", 7.0)]));
        check("no name", "no name", Some(&[]));
    }

    #[test]
    fn what_does_not_fit_has_no_values() {
        check("{E} MJ", "37 kJ", None);
        check("{E} MJ", " MJ", None);
        check("{E} MJ", "x MJ", None);
        check("{E} MJ", "7 MJ more", None);
        check("{E} MJ", "7", None);
        check("{E} and {E}", "7 and 8", None);
        check("{E}", "--7", None);
        check("{E}", "1e999", None);
        check("{E}", &"9".repeat(100_000), None);
        check("é{E}", "é7é", None);
    }
}
