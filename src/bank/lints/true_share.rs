//! `true-share`: too many statements are true, or too few. Counts, and reads no word.

use crate::bank::check::Subject;
use crate::bank::lints::common::chance::{FEWEST_QUESTIONS, is_lopsided};
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::{Answer, Bank, Explanation, Question, Severity};
use crate::syntax::path::Step;
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct TrueShare {
    /// Whether more are true, or more false.
    pub which: bool,
    /// How many are.
    pub count: usize,
    /// How many statements there are.
    pub total: usize,
}

impl Violation for TrueShare {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "true-share",
            severity: Severity::Warning,
            title: "Too many statements are true, or too many are false",
            why: "Learners who guess say \"true\" more often, and notice soon which word pays. Looked at in banks of \
                  ten or more statements.",
            fix: "turn some of the statements round, until about half are true",
            source: "Cronbach 1942, Journal of Educational Psychology 33(6), 401–415",
            before: "Of ten statements, nine are true.",
            after: "Of ten statements, five are true.",
        },
        checks: &[Check::Bank(check)],
    };

    fn message(&self) -> String {
        let Self { which, count, total } = self;
        format!("{count} of {total} statements are {which}")
    }

    fn help(&self) -> Cow<'static, str> {
        format!("guessing \"{}\" pays, so turn some of them round", self.which).into()
    }
}

/// Statements that are true outnumber those that are false, or the other way round. Learners who guess say "true" more
/// often than not (Cronbach 1942).
fn check(bank: &Bank, notes: &mut Notes) {
    let said =
        |question: &Question| if let Answer::TrueFalse(is_true) = question.answer { Some(is_true) } else { None };
    let total = bank.questions.iter().filter_map(said).count();
    let trues = bank.questions.iter().filter_map(said).filter(|is_true| *is_true).count();
    let (which, count) = if trues * 2 >= total { (true, trues) } else { (false, total - trues) };
    if total >= FEWEST_QUESTIONS && is_lopsided(count, total, 0.5) {
        notes.subject = Subject::Bank;
        notes.add([Step::Field("questions")], TrueShare { which, count, total });
    }
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::codes_in;

    #[test]
    fn the_share_of_true_statements_is_looked_at_from_ten_on() {
        let statements = |trues: usize, falses: usize| {
            let one = |(n, said): (usize, bool)| format!("(id: \"{n}\", prompt: \"{n}\", answer: TrueFalse({said})),");
            let said = std::iter::repeat_n(true, trues).chain(std::iter::repeat_n(false, falses));
            codes_in("en", &said.enumerate().map(one).collect::<String>())
        };
        assert_eq!(statements(10, 0), ["true-share"]);
        assert_eq!(statements(9, 0), Vec::<&str>::new());
        assert_eq!(statements(6, 4), Vec::<&str>::new());
    }
}
