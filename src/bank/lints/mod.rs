//! Finds flaws in how questions are written, one file a rule, named by its code. Never says that a question cannot be
//! asked, and is not run when a bank is read for play, but for what will show there: plans that draw too few.
//!
//! CONTRIBUTING.md shows how a rule is added: a file, and a line in the list below.

mod common;
mod lint;
#[cfg(test)]
mod tests;

pub(crate) use common::roots::{is_same_root, is_telling};
pub(crate) use common::{Choosable, Notes, View};
pub(crate) use duplicate_prompt::asked_text;
pub use given_answer::{GivenAs, GivenWith};
pub use key_position::KeyPlace;
pub(crate) use lint::{Check, Lint, Violation};
pub use mixed_options::OptionSort;

use crate::bank::check::explain::Explanation;
use crate::bank::check::{Finding, Subject};
use crate::bank::read::Progress;
use crate::bank::{Bank, LetterFinder, Question};
use common::PlainTexts;
use std::borrow::Cow;
use std::fmt;

/// Makes of each line a module, a kind of [`Warning`] and a place in [`LINTS`].
macro_rules! lints {
    ($($file:ident: $violation:ident,)*) => {
        $(mod $file;)*
        $(pub use $file::$violation;)*

        /// A flaw in how questions are written: what one of the lints has found.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum Warning {
            $(#[doc = concat!("What `", stringify!($file), ".rs` finds.")] $violation($violation),)*
        }

        $(impl From<$violation> for Warning {
            fn from(found: $violation) -> Self {
                Self::$violation(found)
            }
        })*

        /// Every lint, in the order in which findings at one place are told.
        pub(crate) static LINTS: &[Lint] = &[$($violation::LINT,)*];

        /// The files of [`LINTS`].
        #[cfg(test)]
        const FILES: &[&str] = &[$(stringify!($file),)*];

        impl Warning {
            /// Why the lint that found it exists: a page with its code and its severity.
            pub fn page(&self) -> &'static Explanation {
                match self {
                    $(Self::$violation(_) => const { &$violation::LINT.page },)*
                }
            }

            /// What is wrong, and why that matters.
            pub fn message(&self) -> String {
                match self {
                    $(Self::$violation(found) => found.message(),)*
                }
            }

            /// What to do, in a few words.
            pub fn help(&self) -> Cow<'static, str> {
                match self {
                    $(Self::$violation(found) => found.help(),)*
                }
            }
        }
    };
}

lints! {
    thin_topic: ThinTopic,
    missing_explanation: MissingExplanation,
    contradicting_explanation: ContradictingExplanation,
    picture_without_words: PictureWithoutWords,
    given_answer: GivenAnswer,
    unshown_value: UnshownValue,
    untold_unit: UntoldUnit,
    zero_tolerance: ZeroTolerance,
    narrow_accept: NarrowAccept,
    typos_confuse: TyposConfuse,
    unshown_letter: UnshownLetter,
    undrawable_maths: UndrawableMaths,
    unclosed_maths: UnclosedMaths,
    many_options: ManyOptions,
    longest_key: LongestKey,
    gap_before_end: GapBeforeEnd,
    gap_at_start: GapAtStart,
    gap_in_code: GapInCode,
    many_gaps: ManyGaps,
    clue_in_gap: ClueInGap,
    overlapping_ranges: OverlappingRanges,
    mixed_options: MixedOptions,
    converging_options: ConvergingOptions,
    all_of_the_above: AllOfTheAbove,
    none_of_the_above: NoneOfTheAbove,
    opposite_options: OppositeOptions,
    absolute_option: AbsoluteOption,
    vague_option: VagueOption,
    negative_prompt: NegativePrompt,
    empty_stem: EmptyStem,
    double_barrelled: DoubleBarrelled,
    undated_now: UndatedNow,
    article_clue: ArticleClue,
    number_clue: NumberClue,
    shared_word: SharedWord,
    duplicate_prompt: DuplicatePrompt,
    answer_within_reach: AnswerWithinReach,
    key_position: KeyPosition,
    true_share: TrueShare,
}

impl Warning {
    /// A stable name for the flaw, in `kebab-case`.
    pub fn code(&self) -> &'static str {
        self.page().code
    }
}

impl fmt::Display for Warning {
    /// What is wrong and what to do, in one sentence.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.message(), self.help())
    }
}

impl std::error::Error for Warning {}

/// Questions between two looks at whether to go on.
const QUESTIONS_AT_ONCE: usize = 256;

/// Every flaw in how the questions of `bank` are written; those found so far where `progress` stops the search.
pub(crate) fn find(bank: &Bank, letters: &dyn LetterFinder, progress: &dyn Progress) -> Vec<Finding> {
    let checks = Checks::in_language(&bank.language);
    let mut notes = Notes::default();
    for (index, question) in bank.questions.iter().enumerate() {
        if index % QUESTIONS_AT_ONCE == 0 && !progress.advance(1.0) {
            return notes.found;
        }
        notes.subject = Subject::Question(index);
        checks.look_at(question, letters, &mut notes);
    }
    checks.of_banks.iter().for_each(|check| check(bank, &mut notes));
    notes.found
}

/// Every flaw in the ready-made plans of `bank`, given what is wrong with its questions.
pub(crate) fn find_in_quizzes(bank: &Bank, question_findings: &[Finding]) -> Vec<Finding> {
    let mut notes = Notes::default();
    for check in LINTS.iter().flat_map(|lint| lint.checks) {
        if let Check::Quizzes(check) = check {
            check(bank, question_findings, &mut notes);
        }
    }
    notes.found
}

/// The checks of [`find`], by what they look at.
#[derive(Default)]
struct Checks {
    of_questions: Vec<fn(&Question, &mut Notes)>,
    of_letters: Vec<fn(&Question, &dyn LetterFinder, &mut Notes)>,
    of_options: Vec<fn(&View, &mut Notes)>,
    of_banks: Vec<fn(&Bank, &mut Notes)>,
}

impl Checks {
    /// Those that can judge a bank in the language with this BCP 47 tag.
    fn in_language(tag: &str) -> Self {
        let mut checks = Self::default();
        let (mut of_english_questions, mut of_english_options) = (Vec::new(), Vec::new());
        for check in LINTS.iter().flat_map(|lint| lint.checks) {
            match check {
                Check::Question(check) => checks.of_questions.push(*check),
                Check::EnglishQuestion(check) => of_english_questions.push(*check),
                Check::Options(check) => checks.of_options.push(*check),
                Check::EnglishOptions(check) => of_english_options.push(*check),
                Check::Letters(check) => checks.of_letters.push(*check),
                Check::Bank(check) => checks.of_banks.push(*check),
                Check::Quizzes(_) => {}
            }
        }
        if is_english(tag) {
            checks.of_questions.append(&mut of_english_questions);
            checks.of_options.append(&mut of_english_options);
        }
        checks
    }

    fn look_at(&self, question: &Question, letters: &dyn LetterFinder, notes: &mut Notes) {
        self.of_questions.iter().for_each(|check| check(question, notes));
        self.of_letters.iter().for_each(|check| check(question, letters, notes));
        let texts = PlainTexts::of(question);
        if let Some(view) = View::of(question, &texts) {
            self.of_options.iter().for_each(|check| check(&view, notes));
        }
    }
}

/// Whether a BCP 47 tag is English; a bank that does not tell its language is taken for English.
fn is_english(tag: &str) -> bool {
    let primary = tag.split(['-', '_']).next().unwrap_or_default().trim();
    primary.is_empty() || primary.eq_ignore_ascii_case("en") || primary.eq_ignore_ascii_case("eng")
}
