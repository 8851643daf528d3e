//! Finds options that a learner could not tell apart: by what is shown, and by value. What is alike as written is told
//! elsewhere.

use crate::bank::check::{Findings, in_answer};
use crate::bank::model::picture;
use crate::bank::wording::alike::folded;
use crate::bank::wording::shown::{Value, appearance, is_shown_as_written};
use crate::bank::{Kind, Problem, Question};
use crate::kinds::Shown;
use crate::kinds::shared::keyed::option_path;
use crate::syntax::path::Step;

/// More options are not compared by value, which takes the square of their number.
const MOST_COMPARED: usize = 40;

impl Findings<'_> {
    /// Options of one question, or of one gap, that are the same to a learner.
    pub(crate) fn same_options(&mut self, question: &Question) {
        let is_about_form = || asks_for_form(&question.prompt);
        match question.answer.with_kind(|kind| kind.shown()) {
            Shown::Options(options) => {
                let path = |index| option_path(question.kind() == Kind::Choice, question.key_count(), index);
                self.same(&options, &is_about_form, path);
            }
            Shown::Gaps(text) => {
                for gap in text.gaps() {
                    let options: Vec<&str> = gap.options().iter().map(|option| &**option).collect();
                    self.same(&options, &is_about_form, |_| in_answer("text").to_vec());
                }
            }
            Shown::Nothing | Shown::Things(_) | Shown::LeftSides(_) => {}
        }
    }

    fn same(&mut self, options: &[&str], is_about_form: &dyn Fn() -> bool, path: impl Fn(usize) -> Vec<Step>) {
        // Pictures are told apart by what they show.
        let has_picture = options.iter().any(|option| picture::may_hold_one(option));
        if options.len() < 2 || has_picture {
            return;
        }
        // Most options are plain words, and plain years: nothing of them needs to be taken apart.
        let is_plain = options.iter().all(|option| is_shown_as_written(option));
        let seen: Vec<String> =
            if is_plain { Vec::new() } else { options.iter().map(|option| appearance(option)).collect() };
        self.same_look(options, &seen, &path);
        if options.len() <= MOST_COMPARED && !are_of_one_form(options) && !is_about_form() {
            let looks_same = |one: usize, other: usize| match is_plain {
                true => folded(options[one]) == folded(options[other]),
                false => seen[one] == seen[other],
            };
            self.same_value(options, looks_same, &path);
        }
    }

    fn same_look(&mut self, options: &[&str], seen: &[String], path: impl Fn(usize) -> Vec<Step>) {
        let mut sorted: Vec<usize> = (0..seen.len()).collect();
        sorted.sort_by(|one, other| seen[*one].cmp(&seen[*other]).then(one.cmp(other)));
        for group in sorted.chunk_by(|one, other| seen[*one] == seen[*other]) {
            let (first, others) = (group[0], &group[1..]);
            // What is alike as written has an error of its own, and blank options have another.
            let is_new = |later: &&usize| folded(options[first]) != folded(options[**later]) && !seen[first].is_empty();
            for later in others.iter().filter(is_new) {
                let problem = Problem::SameLook { first: options[first].into(), second: options[*later].into() };
                self.add(path(*later), problem);
            }
        }
    }

    fn same_value(
        &mut self,
        options: &[&str],
        looks_same: impl Fn(usize, usize) -> bool,
        path: impl Fn(usize) -> Vec<Step>,
    ) {
        let values: Vec<Option<Value>> = options.iter().map(|option| Value::of(option)).collect();
        for (later, value) in values.iter().enumerate() {
            let Some(value) = value else { continue };
            let is_same = |earlier: &usize| {
                values[*earlier].as_ref().is_some_and(|earlier| earlier.is_same(value)) && !looks_same(*earlier, later)
            };
            if let Some(earlier) = (0..later).find(is_same) {
                let problem = Problem::SameValue { first: options[earlier].into(), second: options[later].into() };
                self.add(path(later), problem);
            }
        }
    }
}

/// Whether the options differ in their digits alone, as years do, or have none: such are never the same value in two forms.
fn are_of_one_form(options: &[&str]) -> bool {
    let rest = |option: &'_ str| {
        option
            .bytes()
            .filter(|byte| !byte.is_ascii_digit())
            .fold(0_u64, |hash, byte| hash.wrapping_mul(0x0100_0000_01b3) ^ u64::from(byte))
    };
    let has_number = |option: &&&str| option.contains(char::is_numeric);
    let mut with_numbers = options.iter().filter(has_number).map(|option| rest(option));
    with_numbers.next().is_none_or(|first| with_numbers.all(|other| other == first))
}

/// Words of prompts that ask how a value is written, so that options may be equal in value.
fn asks_for_form(prompt: &str) -> bool {
    #[rustfmt::skip]
    const FORMS: &[&str] = &[
        "accuracy", "binary", "convert", "converted", "decimal", "decimals", "digit", "digits", "express", "expressed", "figures", "form",
        "format", "fraction", "hexadecimal", "lowest", "mixed", "notation", "output", "percent", "percentage", "places", "print",
        "prints", "ratio", "reduce", "reduced", "round", "rounded", "scientific", "significant", "simplest", "simplified", "simplify",
        "spelled", "spelt", "standard", "unit", "units", "write", "written",
    ];
    /// How such words begin in other languages.
    #[rustfmt::skip]
    const BEGINNINGS: &[&str] = &[
        "arredond", "arrond", "arrotond", "avrund", "breuk", "bruch", "brüch", "bråk", "convert", "dezimal", "décimal", "écri", "einheit",
        "escrib", "escrev", "fracci", "fração", "frazion", "gekürzt", "gerundet", "kürz", "porcent", "pourcent", "prozent", "procent",
        "redond", "rund", "schreib", "schrijf", "scriv", "simplif", "skriv", "umwandel", "unidad", "unità", "unité", "wandl", "zaokr",
        "zapis", "ułam", "дроб", "запи", "округл",
    ];
    let small = prompt.to_lowercase();
    let is_about_form =
        |word: &str| FORMS.contains(&word) || BEGINNINGS.iter().any(|beginning| word.starts_with(beginning));
    small.split(|sign: char| !sign.is_alphanumeric()).any(is_about_form)
}

#[cfg(test)]
mod tests {
    use crate::bank::{Quietly, check};

    fn told(prompt: &str, options: &[&str]) -> Vec<String> {
        let quoted: Vec<String> = options[1..].iter().map(|option| format!("{option:?}")).collect();
        let text = format!(
            "(format: 1, id: \"b\", title: \"B\", language: \"de\", questions: [(id: \"q\", prompt: {prompt:?}, explanation: \"E.\", \
             answer: Choice(correct: {:?}, distractors: [{}]))])",
            options[0],
            quoted.join(", ")
        );
        check(&text, &Quietly).iter().map(|problem| format!("{}: {}", problem.code(), problem.problem)).collect()
    }

    #[test]
    fn options_that_look_the_same_are_an_error() {
        let error = "same-options: \"Presto\" and \"**Presto**\" look the same: change one of them or take it out";
        assert_eq!(told("Which?", &["Largo", "Presto", "**Presto**"]), [error]);
        assert_eq!(told("Which?", &["A", "C", "\u{421}"]).len(), 1);
        assert_eq!(told("Which?", &["–", "-", "—"]), [""; 0]);
    }

    #[test]
    fn options_that_say_the_same_value_are_an_error() {
        let error = "same-options: \"1/8\" and \"0.125\" are the same value: change one of them or take it out";
        assert_eq!(told("Which?", &["1/8", "0.125", "1/4"]), [error]);
        assert_eq!(told("Which?", &["1 km", "1000 m", "2 km"]).len(), 1);
        assert_eq!(told("How is it written as a fraction?", &["1/8", "0.125", "1/4"]), [""; 0]);
        assert_eq!(told("Wie schreibt man 50 % als Bruch?", &["1/2", "50 %", "1/4"]), [""; 0]);
    }

    #[test]
    fn what_is_alike_as_written_is_told_once() {
        let codes: Vec<String> = told("Which?", &["Lima", "Quito", "quito"]);
        assert!(codes.len() == 1 && codes[0].starts_with("duplicate-option"), "{codes:?}");
    }

    #[test]
    fn the_options_of_a_gap_are_compared_too() {
        let text = "(format: 1, id: \"b\", title: \"B\", questions: [(id: \"q\", prompt: \"Fill.\", explanation: \"E.\", answer: \
                    Cloze(text: \"It is {1/2 ~ 50 % ~ 1/4} of it.\"))])";
        let codes: Vec<_> = check(text, &Quietly).iter().map(|problem| problem.code()).collect();
        assert_eq!(codes, ["same-options"]);
    }
}
