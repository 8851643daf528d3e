//! Finds the option that a written text names. Judges nothing.

use crate::bank::wording::alike::folded;
use crate::bank::wording::plain::{Folding, core, is_far_longer};
use std::cell::OnceCell;
use std::collections::HashMap;

/// Options by their text. A hundred thousand look-ups among as many options take no square of time.
pub(crate) struct Lookup<'a> {
    options: Vec<&'a str>,
    exact: OnceCell<HashMap<&'a str, usize>>,
    /// `None` where several options fold to the same.
    folded: OnceCell<HashMap<String, Option<usize>>>,
    /// By the rule for typed texts; `None` where it makes several options one.
    lenient: OnceCell<HashMap<String, Option<usize>>>,
}

impl<'a> Lookup<'a> {
    pub fn new(options: Vec<&'a str>) -> Self {
        Self { options, exact: OnceCell::new(), folded: OnceCell::new(), lenient: OnceCell::new() }
    }

    /// The index of the option that is `written` exactly; or else the only one that is alike, see [`folded`]; or else the
    /// only one that would be right as a typed text; or that, less the `.0` that spreadsheets add to whole numbers.
    pub fn find(&self, written: &str) -> Option<usize> {
        let numbered = || self.options.iter().enumerate().rev();
        let exact = self.exact.get_or_init(|| numbered().map(|(index, option)| (*option, index)).collect());
        if let Some(index) = exact.get(written) {
            return Some(*index);
        }
        let by = |rule: &dyn Fn(&str) -> String| {
            let mut found = HashMap::with_capacity(self.options.len());
            for (index, option) in self.options.iter().enumerate() {
                found.entry(rule(option)).and_modify(|known| *known = None).or_insert(Some(index));
            }
            found
        };
        // What is ambiguous by a strict rule stays so by a looser one.
        let find = |found: &HashMap<String, Option<usize>>, text: &str| found.get(text).copied();
        let longest = self.options.iter().map(|option| option.len()).max().unwrap_or(0);
        if is_far_longer(written, longest) {
            return None;
        }
        if let Some(index) = find(self.folded.get_or_init(|| by(&folded)), &folded(written)) {
            return index;
        }
        let lenient = self.lenient.get_or_init(|| by(&as_typed));
        find(lenient, &as_typed(written)).or_else(|| find(lenient, without_zeros(written)?)).flatten()
    }
}

fn as_typed(text: &str) -> String {
    core(&Folding::LENIENT.of(text).base).to_owned()
}

/// `2011` for `2011.0` or `2011,00`.
fn without_zeros(number: &str) -> Option<&str> {
    let number = number.trim();
    let whole = number.trim_end_matches('0').strip_suffix(['.', ','])?;
    let is_whole = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
    (is_whole && number.len() > whole.len() + 1).then_some(whole)
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

    #[test]
    fn options_are_looked_up_as_typed_texts_are_marked() {
        let lookup =
            Lookup::new(vec!["O’Neill", "1914–1918", "Cl⁻", "½", "❤\u{fe0f}", "3 × 4", "Alfvén", "2011", "Hawaiʻi"]);
        for (written, expected) in [
            ("O'Neill", 0),
            ("o`neill", 0),
            ("1914-1918", 1),
            ("1914 — 1918", 1),
            ("Cl-", 2),
            ("1/2", 3),
            ("❤", 4),
            ("3x4", 5),
            ("ALFVEN", 6),
            ("\u{feff}Alfve\u{301}n\u{200b}.", 6),
            ("2011.0", 7),
            ("٢٠١١", 7),
            ("Hawai‘i", 8),
        ] {
            assert_eq!(lookup.find(written), Some(expected), "{written}");
        }
    }

    #[test]
    fn no_two_options_become_one() {
        let lookup = Lookup::new(vec!["n!", "n", "cafe", "café", "“a”"]);
        for (written, expected) in
            [("n!", Some(0)), ("n", Some(1)), ("N", Some(1)), ("Cafe", Some(2)), ("caf\u{e9}", Some(3))]
        {
            assert_eq!(lookup.find(written), expected, "{written}");
        }
        assert_eq!((lookup.find("n."), lookup.find("CAFÈ"), lookup.find("\"a\"")), (None, None, Some(4)));
    }
}
