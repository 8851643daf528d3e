//! Finds the option that a written text names. Judges nothing.

use std::cell::OnceCell;
use std::collections::HashMap;
use unicase::UniCase;
use unicode_normalization::UnicodeNormalization;

/// Options by their text. A hundred thousand look-ups among as many options take no square of time.
pub(super) struct Lookup<'a> {
    options: Vec<&'a str>,
    exact: OnceCell<HashMap<&'a str, usize>>,
    /// `None` where several options fold to the same.
    folded: OnceCell<HashMap<String, Option<usize>>>,
}

impl<'a> Lookup<'a> {
    pub fn new(options: Vec<&'a str>) -> Self {
        Self { options, exact: OnceCell::new(), folded: OnceCell::new() }
    }

    /// The index of the option that is `written` exactly, or else the only one that is it after Unicode NFC, trimming
    /// and case folding.
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

fn folded(option: &str) -> String {
    let composed: String = option.trim().nfc().collect();
    UniCase::new(composed).to_folded_case().nfc().collect()
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
}
