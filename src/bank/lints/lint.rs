//! What a lint is: its page, what it looks at, and how what it finds is told. Knows no lint.

use crate::bank::check::Finding;
use crate::bank::check::explain::Explanation;
use crate::bank::lints::common::{Notes, View};
use crate::bank::{Bank, LetterFinder, Question};
use std::borrow::Cow;

/// A rule about how questions are written.
pub(crate) struct Lint {
    /// Its code, its severity, and why it is worth heeding.
    pub page: Explanation,
    /// What it does; one check for most.
    pub checks: &'static [Check],
}

/// A check, with what it looks at.
pub(crate) enum Check {
    /// Every question of every kind.
    Question(fn(&Question, &mut Notes)),
    /// The same in a bank in English: the check knows English words.
    EnglishQuestion(fn(&Question, &mut Notes)),
    /// Every question with options to pick from, in any language.
    Options(fn(&View, &mut Notes)),
    /// The same in a bank in English: the check knows English words.
    EnglishOptions(fn(&View, &mut Notes)),
    /// Every question, with who knows which letters can be shown.
    Letters(fn(&Question, &dyn LetterFinder, &mut Notes)),
    /// The bank as a whole, after its questions.
    Bank(fn(&Bank, &mut Notes)),
    /// The ready-made plans of a bank, with what is wrong with its questions. Such a check runs also where a bank is read
    /// for play: it tells what learners are going to notice.
    Quizzes(fn(&Bank, &[Finding], &mut Notes)),
}

/// What a lint has found, with the values that its message names.
pub(crate) trait Violation {
    /// The lint that finds it.
    const LINT: Lint;

    /// What is wrong, and why that matters: the first half of a sentence.
    fn message(&self) -> String;

    /// What to do: the second half, behind a colon.
    fn help(&self) -> Cow<'static, str>;
}
