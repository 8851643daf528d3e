//! What is typed about a bank, as the file is to say it. What nobody has touched stays as the file has it, blanks and all.

/// A text: as it was where it is the same, else without the blanks around it.
pub(super) fn text(typed: &str, before: &str) -> Box<str> {
    if typed == before { before.into() } else { typed.trim().into() }
}

/// A number, or nothing where nothing is typed. What is no number leaves what was there.
pub(super) fn number<T: std::str::FromStr>(typed: &str, before: Option<T>) -> Option<T> {
    match typed.trim() {
        "" => None,
        typed => typed.parse().ok().or(before),
    }
}

/// Whether something is typed that is no such number.
pub(super) fn is_faulty<T: std::str::FromStr>(typed: &str) -> bool {
    !typed.trim().is_empty() && typed.trim().parse::<T>().is_err()
}

/// A list in one field, and how it is parted. Names hold commas.
pub(super) const BETWEEN: &str = "; ";

/// The list that is typed.
pub(super) fn list(typed: &str, before: &[Box<str>]) -> Box<[Box<str>]> {
    if typed == before.join(BETWEEN) {
        return before.into();
    }
    typed.split(';').map(str::trim).filter(|text| !text.is_empty()).map(Into::into).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_has_touched_stays_as_it_is() {
        let authors: [Box<str>; 2] = ["Lovelace, Ada".into(), " a; b".into()];
        assert_eq!(*list(&authors.join(BETWEEN), &authors), authors);
        assert_eq!(&*text(" B ", " B "), " B ");
        assert_eq!(&*text(" C ", " B "), "C");
        assert_eq!(*list("Ada; ;Mary ", &authors), ["Ada".into(), "Mary".into()]);
    }

    #[test]
    fn what_is_no_number_takes_nothing_away() {
        assert_eq!([number("", Some(7)), number("8", Some(7)), number("8x", Some(7))], [None, Some(8), Some(7)]);
        assert!(is_faulty::<i32>("8x") && !is_faulty::<i32>(" ") && !is_faulty::<f64>("1.5"));
    }
}
