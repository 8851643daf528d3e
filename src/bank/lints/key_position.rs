//! `key-position`: the key of sorted options stands in one place too often. Counts, and reads no word.

use crate::bank::ascending;
use crate::bank::check::Subject;
use crate::bank::lints::common::chance::{FEWEST_QUESTIONS, is_lopsided};
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::{Answer, Bank, Explanation, Question, Severity};
use crate::syntax::path::Step;
use std::borrow::Cow;
use std::fmt;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyPosition {
    /// Where it stands.
    pub place: KeyPlace,
    /// How often.
    pub count: usize,
    /// How many questions with sorted options there are.
    pub total: usize,
}

impl Violation for KeyPosition {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "key-position",
            severity: Severity::Warning,
            title: "The key of sorted options stands in one place too often",
            why: "Numbers and dates are shown in ascending order and not shuffled. Writers put numbers on both sides \
                  of the key, three times out of four, and learners who guess pick the middle too. Looked at in banks \
                  of ten or more such questions.",
            fix: "write distractors that are all smaller, or all larger, for some of the questions",
            source: "Attali & Bar-Hillel 2003, Journal of Educational Measurement 40(2), 109–128",
            before: "Ten questions ask for a year, and in nine of them the key is neither the first year shown nor the last.",
            after: "Among ten such questions, the key is the first year in three, the last in three, and in the middle in four.",
        },
        checks: &[Check::Bank(check)],
    };

    fn message(&self) -> String {
        let Self { place, count, total } = self;
        format!("the key is {place} in {count} of {total} questions with sorted options")
    }

    fn help(&self) -> Cow<'static, str> {
        "let the numbers around it vary".into()
    }
}

/// Where a key stands among options that are shown in ascending order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyPlace {
    /// It is the smallest.
    Lowest,
    /// It is the largest.
    Highest,
    /// Others are smaller, and others larger.
    Middle,
}

impl KeyPlace {
    /// That of a question with one key and three sorted options at least, since two have no middle.
    pub fn of(question: &Question) -> Option<Self> {
        among_options(question).map(|(place, _)| place)
    }
}

impl fmt::Display for KeyPlace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Lowest => "lowest",
            Self::Highest => "highest",
            Self::Middle => "in the middle",
        })
    }
}

/// The key of sorted options stands lowest, highest or in the middle too often. Writers put it in the middle three
/// times out of four (Attali & Bar-Hillel 2003); options that are sorted are not shuffled, so it stays there.
fn check(bank: &Bank, notes: &mut Notes) {
    let places: Vec<(KeyPlace, usize)> = bank.questions.iter().filter_map(among_options).collect();
    let total = places.len();
    if total < FEWEST_QUESTIONS {
        return;
    }
    notes.subject = Subject::Bank;
    let chance_of_end = places.iter().map(|(_, options)| 1.0 / *options as f64).sum::<f64>() / total as f64;
    for (place, chance) in [
        (KeyPlace::Lowest, chance_of_end),
        (KeyPlace::Highest, chance_of_end),
        (KeyPlace::Middle, 1.0 - 2.0 * chance_of_end),
    ] {
        let count = places.iter().filter(|(other, _)| *other == place).count();
        if is_lopsided(count, total, chance) {
            notes.add([Step::Field("questions")], KeyPosition { place, count, total });
        }
    }
}

/// Where the key stands among its sorted options, and how many options there are.
fn among_options(question: &Question) -> Option<(KeyPlace, usize)> {
    let Answer::Choice { .. } = question.answer else { return None };
    let options = question.options();
    if options.len() < 3 {
        return None;
    }
    let position = ascending(&options)?.iter().position(|index| *index == 0)?;
    let place = match position {
        0 => KeyPlace::Lowest,
        _ if position + 1 == options.len() => KeyPlace::Highest,
        _ => KeyPlace::Middle,
    };
    Some((place, options.len()))
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::codes_in;

    #[test]
    fn the_place_of_keys_is_looked_at_from_ten_questions_on() {
        let years = |count: i32, others: [i32; 2]| {
            let one = |n: i32| {
                let [first, second] = others.map(|other| 1900 + n + other);
                format!(
                    "(id: \"{n}\", prompt: \"{n}\", answer: Choice(correct: \"{}\", distractors: [\"{first}\", \"{second}\"])),",
                    1900 + n
                )
            };
            codes_in("en", &(0..count).map(one).collect::<String>())
        };
        assert_eq!(years(10, [-10, 10]), ["key-position"]);
        assert_eq!(years(10, [5, 10]), ["key-position"]);
        assert_eq!(years(9, [-10, 10]), Vec::<&str>::new());
    }
}
