//! Takes what Moodle calls “Question 1” apart: the text of the question, and behind it the options that were shown. Marks
//! nothing.

use crate::bank::Kind;

/// A question as a report shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stem<'t> {
    /// What was asked.
    pub prompt: &'t str,
    /// The options as shown; empty where it cannot be told.
    pub options: Vec<&'t str>,
    /// What kind of question it is, where that can be told.
    pub kind: Option<Kind>,
}

const BETWEEN_OPTIONS: &str = "; ";
/// What Moodle calls the two answers to a statement, and the options made of it.
const TRUTHS: [[&str; 2]; 3] = [["True", "False"], ["Wahr", "Falsch"], ["Vrai", "Faux"]];

impl<'t> Stem<'t> {
    /// Moodle writes `What is it?: one; two; three`. The options are known by the right answer's being among them.
    pub fn of(text: &'t str, key: &str) -> Self {
        if let Some(truths) = TRUTHS.iter().find(|truths| truths.contains(&key)) {
            return Self { prompt: text, options: truths.to_vec(), kind: Some(Kind::Choice) };
        }
        let keys: Vec<&str> = key.split(BETWEEN_OPTIONS).collect();
        for (at, _) in text.rmatch_indices(": ").filter(|_| !key.is_empty()) {
            let options: Vec<&str> = text[at + 2..].split(BETWEEN_OPTIONS).map(str::trim).collect();
            if options.len() < 2 {
                continue;
            }
            let prompt = text[..at].trim();
            if options.contains(&key) {
                return Self { prompt, options, kind: Some(Kind::Choice) };
            }
            if keys.len() > 1 && keys.iter().all(|key| options.contains(key)) {
                return Self { prompt, options, kind: Some(Kind::Choices) };
            }
        }
        Self { prompt: text, options: Vec::new(), kind: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_the_key_behind_it_has_no_options() {
        for (text, key) in
            [("Who was it?", "Ada"), ("Note: who; what", "Ada"), ("Say: a; b", ""), ("a: b", "b"), ("", "")]
        {
            assert_eq!(Stem::of(text, key), Stem { prompt: text, options: vec![], kind: None }, "{text}");
        }
    }

    #[test]
    fn options_stand_behind_the_last_colon_that_fits() {
        let stem = Stem::of("Hint: which gas?: argon; neon; xenon", "neon");
        assert_eq!(
            stem,
            Stem { prompt: "Hint: which gas?", options: vec!["argon", "neon", "xenon"], kind: Some(Kind::Choice) }
        );
        let several = Stem::of("Which?: a; b; c", "c; a");
        assert_eq!((several.prompt, several.kind), ("Which?", Some(Kind::Choices)));
        assert_eq!(Stem::of("Is it so?", "Falsch").options, ["Wahr", "Falsch"]);
    }
}
