//! Finds options, items and sides that a learner could not tell apart: by what is shown, and by value. What is alike as
//! written is told elsewhere.

mod form;

use crate::bank::check::{Findings, in_answer};
use crate::bank::model::picture;
use crate::bank::values::quantity::is_equal;
use crate::bank::wording::alike::folded;
use crate::bank::wording::shown::{Value, appearance, is_shown_as_written};
use crate::bank::{Answer, Kind, Problem, Question};
use crate::kinds::{Right, Shown};
use crate::syntax::path::Step;
use form::{asks_for_form, asks_for_steps};

/// More texts are not compared by value, which takes the square of their number.
const MOST_COMPARED: usize = 40;

impl Findings<'_> {
    /// Options of one question or of one gap, items and sides that are the same to a learner. `language` is that of the
    /// bank: it tells whether `1,000` is a thousand.
    pub(crate) fn same_options(&mut self, question: &Question, language: &str) {
        let way = |text: &str| way_to(&question.answer, text);
        match question.answer.with_kind(|kind| kind.shown()) {
            Shown::Options(options) => {
                // Where all that apply are picked, two keys may say one value, and so may two distractors.
                let (is_alone, keys) = (question.kind() == Kind::Choice, question.key_count());
                let are_rivals = |earlier, later| is_alone || (earlier < keys) != (later < keys);
                let Some(list) = self.same_look(&options, &way) else { return };
                if !list.is_of_one_form() && !asks_for_form(&question.prompt) {
                    self.same_value(&list, &list.values(language), Value::is_same_otherwise, are_rivals, &way);
                }
            }
            Shown::Gaps(text) => {
                for gap in text.gaps() {
                    let options: Vec<&str> = gap.options().iter().map(|option| &**option).collect();
                    let way = |_: &str| in_answer("text").to_vec();
                    let Some(list) = self.same_look(&options, &way) else { continue };
                    if !list.is_of_one_form() && !asks_for_form(&question.prompt) {
                        self.same_value(&list, &list.values(language), Value::is_same_otherwise, |_, _| true, &way);
                    }
                }
            }
            Shown::LeftSides(lefts) => {
                self.same_look(&lefts, &way);
                let rights = question.options();
                let Some(list) = self.same_look(&rights, &way) else { return };
                let is_about_form = || lefts.iter().chain([&&*question.prompt]).any(|text| asks_for_form(text));
                if !list.is_of_one_form() && !is_about_form() {
                    self.same_value(&list, &list.values(language), Value::is_same_number_otherwise, |_, _| true, &way);
                }
            }
            Shown::Things(items) => {
                let groups = question.answer.with_kind(|kind| kind.side_names());
                let Some(list) = self.same_look(&items, &way) else { return };
                if groups.is_empty() {
                    self.same_in_order(&list, &question.prompt, language, &way);
                } else {
                    self.same_in_groups(&list, &groups, question, language);
                }
            }
            Shown::Nothing => {}
        }
    }

    /// Items of equal value have no order, if they are put in order by their values: then these never fall, or never rise.
    /// Steps that lead through one value, and an order of something else, are let be.
    fn same_in_order(&mut self, list: &List, prompt: &str, language: &str, way: &dyn Fn(&str) -> Vec<Step>) {
        if list.texts.iter().all(|text| !text.contains(char::is_numeric)) || asks_for_steps(prompt) {
            return;
        }
        let values = list.values(language);
        if are_in_order(&values) {
            self.same_value(list, &values, Value::is_same, |_, _| true, way);
        } else if !asks_for_form(prompt) && !are_all_the_same(&values) {
            self.same_value(list, &values, Value::is_same_otherwise, |_, _| true, way);
        }
    }

    /// Items of equal value in two groups, unless the groups part them by how they are written, or by their units.
    fn same_in_groups(&mut self, list: &List, groups: &[&str], question: &Question, language: &str) {
        let way = |text: &str| way_to(&question.answer, text);
        self.same_look(groups, &way);
        let is_about_form = || groups.iter().chain([&&*question.prompt]).any(|text| asks_for_form(text));
        if list.is_of_one_form() || is_about_form() {
            return;
        }
        let Right::Sides(right) = question.answer.with_kind(|kind| kind.right()) else { return };
        let are_rivals = |earlier: usize, later: usize| right.get(earlier) != right.get(later);
        self.same_value(list, &list.values(language), Value::is_same_number_otherwise, are_rivals, &way);
    }

    /// Notes texts that look the same; `None` where nothing is left to be compared.
    fn same_look<'t>(&mut self, texts: &'t [&'t str], way: &dyn Fn(&str) -> Vec<Step>) -> Option<List<'t>> {
        let list = List::new(texts)?;
        let seen = &list.seen;
        let mut sorted: Vec<usize> = (0..seen.len()).collect();
        sorted.sort_by(|one, other| seen[*one].cmp(&seen[*other]).then(one.cmp(other)));
        for group in sorted.chunk_by(|one, other| seen[*one] == seen[*other]) {
            let (first, others) = (group[0], &group[1..]);
            // What is alike as written has an error of its own, and blank options have another.
            let is_new = |later: &&usize| folded(texts[first]) != folded(texts[**later]) && !seen[first].is_empty();
            for later in others.iter().filter(is_new) {
                let problem = Problem::SameLook { first: texts[first].into(), second: texts[*later].into() };
                self.add(way(texts[*later]), problem);
            }
        }
        Some(list)
    }

    fn same_value(
        &mut self,
        list: &List,
        values: &[Option<Value>],
        is_same: fn(&Value, &Value) -> bool,
        are_rivals: impl Fn(usize, usize) -> bool,
        way: &dyn Fn(&str) -> Vec<Step>,
    ) {
        for (later, value) in values.iter().enumerate() {
            let Some(value) = value else { continue };
            let is_found = |earlier: &usize| {
                are_rivals(*earlier, later)
                    && values[*earlier].as_ref().is_some_and(|earlier| is_same(earlier, value))
                    && !list.looks_same(*earlier, later)
            };
            if let Some(earlier) = (0..later).find(is_found) {
                let (first, second) = (list.texts[earlier], list.texts[later]);
                self.add(way(second), Problem::SameValue { first: first.into(), second: second.into() });
            }
        }
    }
}

/// Texts that are compared with each other.
struct List<'t> {
    texts: &'t [&'t str],
    /// How each looks; none where all look as they are written.
    seen: Vec<String>,
}

impl<'t> List<'t> {
    /// `None` for fewer than two, and for pictures, which are told apart by what they show.
    fn new(texts: &'t [&'t str]) -> Option<Self> {
        if texts.len() < 2 || texts.iter().any(|text| picture::may_hold_one(text)) {
            return None;
        }
        // Most options are plain words, and plain years: nothing of them needs to be taken apart.
        let is_plain = texts.iter().all(|text| is_shown_as_written(text));
        let seen = if is_plain { Vec::new() } else { texts.iter().map(|text| appearance(text)).collect() };
        Some(Self { texts, seen })
    }

    fn looks_same(&self, one: usize, other: usize) -> bool {
        match self.seen.is_empty() {
            true => folded(self.texts[one]) == folded(self.texts[other]),
            false => self.seen[one] == self.seen[other],
        }
    }

    /// What each says as a value; nothing where they are too many.
    fn values(&self, language: &str) -> Vec<Option<Value>> {
        let texts = if self.texts.len() > MOST_COMPARED { &[] } else { self.texts };
        texts.iter().map(|text| Value::of(text, language)).collect()
    }

    /// Whether the texts differ in their digits alone, as years do, or have none: such are never the same value in two
    /// forms.
    fn is_of_one_form(&self) -> bool {
        let rest = |text: &'_ str| {
            text.bytes()
                .filter(|byte| !byte.is_ascii_digit())
                .fold(0_u64, |hash, byte| hash.wrapping_mul(0x0100_0000_01b3) ^ u64::from(byte))
        };
        let has_number = |text: &&&str| text.contains(char::is_numeric);
        let mut with_numbers = self.texts.iter().filter(has_number).map(|text| rest(text));
        with_numbers.next().is_none_or(|first| with_numbers.all(|other| other == first))
    }
}

/// Whether every text says a value and these never fall, or never rise, and are not all the same.
fn are_in_order(values: &[Option<Value>]) -> bool {
    let Some(Some(first)) = values.first() else { return false };
    let numbers: Option<Vec<f64>> = values.iter().map(|value| value.as_ref()?.in_unit_of(first)).collect();
    let Some(numbers) = numbers else { return false };
    let never = |is_wrong: fn(&f64, &f64) -> bool| {
        numbers.windows(2).all(|pair| is_equal(pair[0], pair[1]) || !is_wrong(&pair[0], &pair[1]))
    };
    !are_all_the_same(values) && (never(f64::gt) || never(f64::lt))
}

fn are_all_the_same(values: &[Option<Value>]) -> bool {
    values.windows(2).all(|pair| matches!(pair, [Some(one), Some(other)] if one.is_same(other)))
}

/// The way to one of the texts of an answer.
fn way_to(answer: &Answer, text: &str) -> Vec<Step> {
    let mut way = in_answer("").to_vec();
    answer.with_kind(|kind| {
        kind.texts(&mut |known, path| {
            if std::ptr::eq(known, text) {
                way = path();
            }
        });
    });
    way
}

#[cfg(test)]
mod tests {
    use crate::bank::{Quietly, Severity, check};

    /// The errors of a question in German, so that no lint for English speaks.
    fn told_of(prompt: &str, answer: &str) -> Vec<String> {
        let text = format!(
            "(format: 1, id: \"b\", title: \"B\", language: \"de\", questions: [(id: \"q\", prompt: {prompt:?}, explanation: \"E.\", \
             answer: {answer})])"
        );
        let problems = check(&text, &Quietly);
        let errors = problems.iter().filter(|problem| problem.severity() == Severity::Error);
        errors.map(|problem| format!("{}: {}", problem.code(), problem.problem)).collect()
    }

    fn told(prompt: &str, options: &[&str]) -> Vec<String> {
        told_of(prompt, &format!("Choice(correct: {:?}, distractors: {:?})", options[0], &options[1..]))
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

    const SAME: &str = "same-options";

    /// Whether an answer is told of, and of nothing else.
    fn check_same(prompt: &str, answer: &str, is_told: bool) {
        let told = told_of(prompt, answer);
        let expected = if is_told { 1 } else { 0 };
        assert!(
            told.len() == expected && told.iter().all(|told| told.starts_with(SAME)),
            "{prompt} {answer}: {told:?}"
        );
    }

    #[test]
    fn powers_and_grouped_digits_are_the_values_that_they_stand_for() {
        for options in [["10^3", "1000", "100"], ["1.000", "1000", "100"], ["$2^5$", "$10^6$", "1000000"]] {
            assert_eq!(told("Which?", &options).len(), 1, "{options:?}");
        }
        assert_eq!(told("Which is it in scientific notation?", &["10^3", "1000", "100"]), [""; 0]);
        assert_eq!(told("Wie schreibt man es als Zehnerpotenz?", &["10^3", "1000", "100"]), [""; 0]);
        assert_eq!(told("Which?", &["1.0", "1.00", "1.000 m"]), [""; 0]);
    }

    #[test]
    fn several_keys_may_say_one_value_and_a_key_and_a_distractor_may_not() {
        check_same("Which are a half?", r#"Choices(correct: ["1/2", "0.5"], distractors: ["0.25", "25 %"])"#, false);
        check_same("Which?", r#"Choices(correct: ["1/2", "2/3"], distractors: ["50 %", "0.3"])"#, true);
    }

    #[test]
    fn items_of_one_value_have_no_order() {
        let order = |items: &[&str]| format!("Order(items: {items:?})");
        for items in [
            &["1/4", "0.5", "1/2", "3/4"][..],
            &["2/4", "1/2", "3/4"],
            &["3", "2.50", "2.5"],
            &["10^2", "10^3", "1000"],
            &["1 km", "1000 m", "2 km"],
            &["0.5", "1/2", "a lot"],
            &["Minim", "**Minim**", "Quaver"],
        ] {
            check_same("Put in order.", &order(items), true);
        }
        for items in [
            &["1914", "1939", "1945"][..],
            &["1/4", "1/3", "1/2"],
            &["1 m", "1 s", "1 kg"],
            &["4/8", "2/4", "1/2"],
            &["a", "b", "c"],
        ] {
            check_same("Put in order.", &order(items), false);
        }
        check_same("Put the steps in order.", &order(&["20/100", "0.2", "10"]), false);
        check_same("From the least to the most precise.", &order(&["3", "3.1", "3.10"]), false);
        check_same("Put these decimals in order.", &order(&["0.5", "0.50", "0.6"]), true);
    }

    #[test]
    fn sides_and_items_of_groups_are_compared_as_numbers() {
        check_same("Pair.", r#"Match(pairs: [("kilo", "1000"), ("milli", "1/1000")], extra: ["10^3"])"#, true);
        check_same("Pair.", r#"Match(pairs: [("kilo", "1000"), ("milli", "1/1000"), ("thousand", "1000")])"#, false);
        check_same("Pair.", r#"Match(pairs: [("As a decimal", "0.5"), ("As a fraction", "1/2")])"#, false);
        check_same("Pair.", r#"Match(pairs: [("a", "x"), ("**a**", "y")])"#, true);
        check_same("Sort.", r#"Categorise(groups: {"Small": ["1/2", "0.1"], "Large": ["0.5", "7"]})"#, true);
        check_same("Sort.", r#"Categorise(groups: {"Small": ["1/2", "0.5"], "Large": ["6", "7"]})"#, false);
        check_same("Sort.", r#"Categorise(groups: {"As a fraction": ["1/2"], "Otherwise": ["0.5", "7"]})"#, false);
        check_same("Sort.", r#"Categorise(groups: {"Metric": ["2.54 cm"], "Imperial": ["1 in"]})"#, false);
    }
}
