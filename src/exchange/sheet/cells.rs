//! What single cells say: texts, numbers, true or false, topics, how hard. Knows no row.

use crate::exchange::markup::{Purpose, from_plain};
use crate::exchange::topic_path;

/// How the texts of a table become those of a bank.
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    /// Whether they are a bank's already.
    pub is_commonmark: bool,
}

impl Texts {
    /// A prompt, an explanation, a hint.
    pub fn long(self, cell: &str) -> String {
        if self.is_commonmark { cell.trim().to_owned() } else { from_plain(cell.trim(), Purpose::Text, true) }
    }

    /// An option.
    pub fn line(self, cell: &str) -> String {
        let line = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        if self.is_commonmark { cell.trim().to_owned() } else { from_plain(&line, Purpose::Line, true) }
    }
}

/// A number, and whether it has a decimal comma.
pub fn number(cell: &str) -> Option<(f64, bool)> {
    let cell = cell.trim().replace(['\u{a0}', '\u{202f}'], "").replace('\u{2212}', "-");
    let finite = |text: &str| text.parse::<f64>().ok().filter(|number| number.is_finite());
    let with_point = || Some((finite(&cell.replacen(',', ".", 1))?, true));
    let is_comma = cell.matches(',').count() == 1 && !cell.contains('.');
    finite(&cell).map(|number| (number, false)).or_else(|| with_point().filter(|_| is_comma))
}

/// True or false, in several languages.
pub fn truth(cell: &str) -> Option<bool> {
    const TRUE: &[&str] = &[
        "true",
        "t",
        "wahr",
        "richtig",
        "vrai",
        "verdadero",
        "vero",
        "verdadeiro",
        "waar",
        "prawda",
        "верно",
        "правда",
    ];
    const FALSE: &[&str] = &["false", "f", "falsch", "faux", "falso", "onwaar", "fałsz", "неверно", "ложь"];
    let word = cell.trim().to_lowercase();
    if TRUE.contains(&&*word) { Some(true) } else { FALSE.contains(&&*word).then_some(false) }
}

/// Whether a cell says yes.
pub fn is_true(cell: &str) -> bool {
    truth(cell) == Some(true) || cell.eq_ignore_ascii_case("yes") || cell == "1"
}

/// A path of topics, written with `/`, `::` or `>`.
pub fn topic(cell: &str) -> Box<str> {
    topic_path(cell.replace("::", "/").split(['/', '>', '\n']))
}

/// How hard a question is, 0 to 1: a number from 0 to 1, or a word.
pub fn difficulty(cell: &str) -> Option<f32> {
    const WORDS: [(f32, &[&str]); 3] = [
        (0.2, &["easy", "leicht", "facile", "facil", "fácil"]),
        (0.5, &["medium", "mittel", "moyen", "medio", "médio"]),
        (0.8, &["hard", "difficult", "schwer", "difficile", "dificil", "difícil"]),
    ];
    let word = cell.trim().to_lowercase();
    let named = WORDS.iter().find(|(_, words)| words.contains(&&*word)).map(|(share, _)| *share);
    named.or_else(|| word.parse().ok().filter(|share| (0.0..=1.0).contains(share)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_a_point_or_a_comma() {
        for (cell, expected) in [
            ("2850", Some((2850.0, false))),
            ("−2.5", Some((-2.5, false))),
            ("2,5", Some((2.5, true))),
            ("1,234,567", None),
            ("1,234.5", None),
            ("inf", None),
            ("", None),
        ] {
            assert_eq!(number(cell), expected, "{cell}");
        }
    }

    #[test]
    fn words_say_true_false_and_how_hard() {
        assert_eq!((truth(" Wahr "), truth("FALSE"), truth("yes")), (Some(true), Some(false), None));
        assert_eq!((difficulty("Hard"), difficulty("0.3"), difficulty("7")), (Some(0.8), Some(0.3), None));
        assert_eq!(&*topic("Rivers > Europe::East"), "Rivers/Europe/East");
    }
}
