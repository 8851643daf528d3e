//! Finds the option that a written text names. Judges nothing.

use crate::bank::wording::alike::folded;
use std::cell::OnceCell;
use std::collections::HashMap;

/// Options by their text. A hundred thousand look-ups among as many options take no square of time.
pub(crate) struct Lookup<'a> {
    options: Vec<&'a str>,
    exact: OnceCell<HashMap<&'a str, usize>>,
    /// `None` where several options fold to the same.
    folded: OnceCell<HashMap<String, Option<usize>>>,
}

impl<'a> Lookup<'a> {
    pub fn new(options: Vec<&'a str>) -> Self {
        Self { options, exact: OnceCell::new(), folded: OnceCell::new() }
    }

    /// The index of the option that is `written` exactly, or else the only one that is alike, see [`folded`].
    pub fn find(&self, written: &str) -> Option<usize> {
        let numbered = || self.options.iter().enumerate().rev();
        let exact = self.exact.get_or_init(|| numbered().map(|(index, option)| (*option, index)).collect());
        if let Some(index) = exact.get(written) {
            return Some(*index);
        }
        let folded_ones = self.folded.get_or_init(|| {
            let mut found = HashMap::with_capacity(self.options.len());
            for (index, option) in self.options.iter().enumerate() {
                found.entry(folded(option)).and_modify(|known| *known = None).or_insert(Some(index));
            }
            found
        });
        folded_ones.get(&folded(written)).copied().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exact_text_comes_before_one_that_is_alike() {
        let lookup = Lookup::new(vec!["a", "B", "b", "B", " c "]);
        let check = |written: &str, expected| assert_eq!(lookup.find(written), expected, "{written:?}");
        check("b", Some(2));
        check("B", Some(1));
        check(" b", None);
        check(" A", Some(0));
        check("C", Some(4));
        check("d", None);
    }

    #[test]
    fn options_are_alike_by_the_rule_that_the_checks_of_a_bank_follow() {
        let lookup = Lookup::new(vec!["Two  words", "caf\u{e9}"]);
        assert_eq!(lookup.find("two\u{a0}words"), Some(0));
        assert_eq!(lookup.find("CAFE\u{301}"), Some(1));
        assert_eq!(lookup.find("twowords"), None);
    }
}
