//! `given-answer`: a calculated answer that the question itself shows. Works each out with the values that can be drawn.

use crate::bank::check::explain::sources::FORMAT;
use crate::bank::check::in_answer;
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::values::combinations::Combinations;
use crate::bank::values::placeholders::Fragment;
use crate::bank::values::quantity;
use crate::bank::values::{formula, placeholders};
use crate::bank::{Answer, Entries, Explanation, Question, Severity, Variable};
use std::borrow::Cow;
use std::fmt;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct GivenAnswer {
    /// With which values.
    pub when: GivenWith,
    /// What is shown.
    pub shown: GivenAs,
}

impl Violation for GivenAnswer {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "given-answer",
            severity: Severity::Warning,
            title: "A calculated answer that the question shows",
            why: "Where a value leaves the others as they are, such as a divisor of 1, the answer already stands in \
                  the prompt, and nothing need be worked out. Every combination of values is tried, or 1,000 of them. \
                  An answer that meets a number of the prompt by chance is let be.",
            fix: "leave such values out, or ask for something else",
            source: FORMAT,
            before: r#"Question(
    id: "speed", prompt: "A boat drifts {d} km in {t} hours. What is its mean speed?",
    answer: Calculated(variables: {"d": Range(from: 10, to: 40), "t": Values([1, 2, 5])}, value: "d / t", unit: "km/h"),
)"#,
            after: r#"Question(
    id: "speed", prompt: "A boat drifts {d} km in {t} hours. What is its mean speed?",
    answer: Calculated(variables: {"d": Range(from: 10, to: 40), "t": Values([2, 4, 5])}, value: "d / t", unit: "km/h"),
)"#,
        },
        checks: &[Check::Question(check)],
    };

    fn message(&self) -> String {
        let Self { when, shown } = self;
        format!("{when} the answer is {shown}, which the question itself shows")
    }

    fn help(&self) -> Cow<'static, str> {
        "leave such values out, or ask for something else".into()
    }
}

/// The values with which a question shows its answer.
#[derive(Clone, Debug, PartialEq)]
pub enum GivenWith {
    /// Whatever is drawn.
    Always,
    /// These values of these variables.
    With(Box<[(Box<str>, f64)]>),
}

impl fmt::Display for GivenWith {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::With(values) = self else { return formatter.write_str("whatever is drawn,") };
        for (index, (name, value)) in values.iter().enumerate() {
            let before = if index == 0 { "with" } else { "," };
            write!(formatter, "{before} {name} = {}", quantity::written(*value, ""))?;
        }
        Ok(())
    }
}

/// What a question shows that is its answer.
#[derive(Clone, Debug, PartialEq)]
pub enum GivenAs {
    /// The value of the variable with this name.
    Value(Box<str>),
    /// A number of the text itself.
    Number(f64),
}

impl fmt::Display for GivenAs {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(name) => write!(formatter, "the value of `{name}`"),
            Self::Number(number) => formatter.write_str(&quantity::written(*number, "")),
        }
    }
}

/// More things that a question shows are not looked at: a bit stands for each.
const MOST_SHOWN: usize = 64;

/// A calculated question whose answer stands in its prompt or in a hint, for every value that can be drawn or for all
/// that go with one value of a variable: dividing by a `t` that can be 1 asks for nothing.
///
/// That 16 ÷ 4 is the 4 of the prompt is chance, and helps nobody who does not know which 4 it would be.
fn check(question: &Question, notes: &mut Notes) {
    let Answer::Calculated { variables, value, .. } = &question.answer else { return };
    let things = shown_in(question, variables);
    let tries = tries(value, variables, &things);
    let Some(first) = tries.first() else { return };
    for (index, thing) in things.iter().enumerate() {
        let is_given = |one: &&Try| one.given & (1 << index) != 0;
        let when = if tries.iter().all(|one| is_given(&one)) {
            Some(first.all_values(variables))
        } else if tries.iter().any(|one| is_given(&one)) {
            given_with_one(index, thing, &tries, variables)
        } else {
            None
        };
        if let Some(when) = when {
            return notes.add(in_answer("value"), GivenAnswer { when, shown: thing.into() });
        }
    }
}

/// Something that a question shows.
enum Thing<'q> {
    /// The value of a variable, by its place.
    Value(usize, &'q str),
    /// A number that stands there whatever is drawn.
    Number(f64),
}

impl From<&Thing<'_>> for GivenAs {
    fn from(thing: &Thing) -> Self {
        match thing {
            Thing::Value(_, name) => Self::Value((*name).into()),
            Thing::Number(number) => Self::Number(*number),
        }
    }
}

/// What a question shows before it is answered.
fn shown_in<'q>(question: &'q Question, variables: &Entries<Variable>) -> Vec<Thing<'q>> {
    let mut shown = Vec::new();
    for text in std::iter::once(&question.prompt).chain(&question.hints) {
        for fragment in placeholders::fragments(text) {
            match fragment {
                Fragment::Name { name, .. } => {
                    let place = variables.iter().position(|(known, _)| known == name);
                    shown.extend(place.map(|place| Thing::Value(place, name)));
                }
                Fragment::Plain(plain) => shown.extend(numbers(plain).map(Thing::Number)),
            }
        }
    }
    shown.truncate(MOST_SHOWN);
    shown
}

/// The plain numbers in a text.
fn numbers(text: &str) -> impl Iterator<Item = f64> {
    let words = text.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '.');
    words.filter_map(|word| word.trim_end_matches('.').parse::<f64>().ok()).filter(|number| number.is_finite())
}

/// One combination of values, and which of the things shown are its answer: a bit each.
struct Try {
    values: Vec<f64>,
    given: u64,
}

impl Try {
    /// Always, or with these values where there is nothing to draw.
    fn all_values(&self, variables: &Entries<Variable>) -> GivenWith {
        if variables.iter().any(|(_, variable)| variable.count() > 1) || self.values.is_empty() {
            return GivenWith::Always;
        }
        GivenWith::With(variables.iter().zip(&self.values).map(|((name, _), value)| (name.into(), *value)).collect())
    }
}

/// Every combination that is tried; none where the answer is given by none of them.
fn tries(expression: &str, variables: &Entries<Variable>, things: &[Thing]) -> Vec<Try> {
    if things.is_empty() || variables.iter().any(|(_, variable)| variable.count() == 0) {
        return Vec::new();
    }
    let combinations = Combinations::of(variables);
    let mut values: Vec<(&str, f64)> = variables.iter().map(|(name, _)| (name, 0.0)).collect();
    let fill = |number, values: &mut [(&str, f64)]| combinations.fill(number, values);
    let mut tries = Vec::new();
    let mut is_broken = false;
    formula::find_among(expression, &mut values, combinations.count, fill, |values, outcome| {
        let Ok(answer) = outcome else {
            is_broken = true;
            return Some(());
        };
        let is_answer = |thing: &Thing| match thing {
            Thing::Value(place, _) => is_same(values[*place].1, answer),
            Thing::Number(number) => is_same(*number, answer),
        };
        let numbered = things.iter().enumerate();
        let given = numbered.filter(|(_, thing)| is_answer(thing)).fold(0, |given, (index, _)| given | (1 << index));
        tries.push(Try { values: values.iter().map(|(_, value)| *value).collect(), given });
        None
    });
    // What gives no number is an error, which is told elsewhere.
    if is_broken || tries.iter().all(|one| one.given == 0) { Vec::new() } else { tries }
}

/// Equal but for binary dust.
fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs())
}

/// A value of another variable with which the answer is always given, as in `with t = 1`; two tries at least, for one
/// may be chance.
fn given_with_one(index: usize, thing: &Thing, tries: &[Try], variables: &Entries<Variable>) -> Option<GivenWith> {
    let own = if let Thing::Value(place, _) = thing { Some(*place) } else { None };
    let others = variables.iter().enumerate().filter(|(place, _)| Some(*place) != own);
    others.into_iter().find_map(|(place, (name, _))| {
        let mut sorted: Vec<(f64, bool)> =
            tries.iter().map(|one| (one.values[place], one.given & (1 << index) != 0)).collect();
        sorted.sort_by(|one, other| one.0.total_cmp(&other.0));
        let mut groups = sorted.chunk_by(|one, other| one.0 == other.0);
        let group = groups.find(|group| group.len() > 1 && group.iter().all(|(_, is_given)| *is_given))?;
        Some(GivenWith::With([(name.into(), group[0].0)].into()))
    })
}

#[cfg(test)]
mod tests {
    use crate::bank::{Quietly, check};

    fn told(prompt: &str, variables: &str, value: &str, more: &str) -> Vec<String> {
        let text = format!(
            "(format: 1, id: \"b\", title: \"B\", questions: [\n(id: \"q\", prompt: \"{prompt}\", answer: Calculated(variables: \
             {{{variables}}}, value: \"{value}\"), explanation: \"E.\"{more})])"
        );
        let problems = check(&text, &Quietly);
        let others = problems.iter().filter(|problem| problem.code() != "unshown-value");
        others.map(|problem| problem.problem.to_string()).collect()
    }

    fn check_given(prompt: &str, variables: &str, value: &str, more: &str, expected: &str) {
        let advice = "which the question itself shows: leave such values out, or ask for something else";
        assert_eq!(told(prompt, variables, value, more), [format!("{expected}, {advice}")], "{prompt} {value}");
    }

    #[test]
    fn an_answer_that_the_question_shows_is_told() {
        let t = "\"E\": Range(from: 20, to: 60), \"t\": Values([1, 2, 4])";
        check_given("{E} MJ in {t} s?", t, "E / t", "", "with t = 1 the answer is the value of `E`");
        check_given("{E} and {t}?", t, "E", "", "whatever is drawn, the answer is the value of `E`");
        check_given(
            "{E}, {t}?",
            t,
            "E ^ (t - 1)",
            ", hints: [\"It is {E}.\"]",
            "with t = 2 the answer is the value of `E`",
        );
        let fixed = "\"E\": Values([6]), \"t\": Values([2])";
        check_given(
            "{E} MJ in {t} s?",
            fixed,
            "E / t",
            ", hints: [\"Not 4, but 3.\"]",
            "with E = 6, t = 2 the answer is 3",
        );
        check_given(
            "What is 5 times {a} by {a}?",
            "\"a\": Range(from: 1, to: 9)",
            "5 * a / a",
            "",
            "whatever is drawn, the answer is 5",
        );
        let many = "\"a\": Range(from: 1, to: 99), \"b\": Range(from: 1, to: 99)";
        check_given("{a} times {b}?", many, "a * b", "", "with b = 1 the answer is the value of `a`");
    }

    #[test]
    fn an_answer_that_is_shown_by_chance_is_not() {
        let drift = "\"d\": Range(from: 10, to: 40, step: 2), \"t\": Values([2, 4, 5])";
        assert_eq!(told("{d} km in {t} h?", drift, "d / t", ""), [""; 0]);
        assert_eq!(told("{a} plus 1?", "\"a\": Range(from: 0, to: 9)", "a + 1", ""), [""; 0]);
        // The value is not shown before the answer is.
        assert_eq!(told("What is it?", "\"a\": Range(from: 1, to: 9)", "a", ""), [""; 0]);
        // What gives no number is told alone.
        let broken = told("{a}?", "\"a\": Values([0, 1])", "a / a", "");
        assert!(broken.len() == 1 && broken[0].contains("a division by zero"), "{broken:?}");
    }
}
