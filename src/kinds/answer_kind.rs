//! What every kind of answer is asked for. No method has a default, so that a new kind forgets none. Knows no kind.

use crate::bank::check::findings::Findings;
use crate::bank::{ClozeText, Question};
use crate::kinds::mark::Mark;
use crate::kinds::response::Response;
use crate::kinds::shared::oddity::Oddity;
use crate::kinds::steps::Steps;
use crate::syntax::layout::Node;
use crate::syntax::path::Step;
use std::ops::Range;

/// One kind of answer with the key of one question, borrowed from [`crate::bank::Answer`] for as long as `'q`.
///
/// A response of another kind earns nothing, is written as nothing and has no parts.
pub(crate) trait AnswerKind<'q> {
    /// Notes what keeps it from being asked. `question` is the question that it belongs to.
    fn check(&self, question: &Question, findings: &mut Findings<'_>);

    /// See [`crate::bank::Answer::options`].
    fn options(&self) -> Vec<&'q str>;

    /// Which options are right.
    fn right(&self) -> Right;

    /// What its options, or its left sides, can be put to: right sides and groups; empty for the other kinds.
    fn side_names(&self) -> Vec<&'q str>;

    /// In which order its options are shown.
    fn option_order(&self) -> OptionOrder;

    /// What learners read of it before they answer.
    fn shown(&self) -> Shown<'q>;

    /// Calls `visit` with each of its texts in CommonMark.
    fn texts(&self, visit: &mut Visit<'_, 'q>);

    /// The mark for a response that is not blank; how it came about is taken down in `steps`.
    fn grade(&self, question: &Question, response: &Response, steps: &mut Steps) -> Mark;

    /// The right answer as people read it, a part a line: see [`crate::sitting::response::correct_parts`].
    fn correct_parts(&self) -> Vec<String>;

    /// The right answer as files write it. [`Self::parse`] reads it, and it earns the full mark; of a text the accepted
    /// forms are joined as parts. See [`crate::sitting::response::correct_written`].
    fn correct_written(&self) -> String;

    /// The response that is written, which is not blank; `None` where it does not fit.
    fn parse(&self, written: &str) -> Option<Response>;

    /// What can be made of a text that [`Self::parse`] refuses.
    fn parse_leniently(&self, written: &str) -> Lenient;

    /// A response as files write it. An index that no option has is left out.
    fn written(&self, response: &Response) -> String;

    /// The parts of a response that feedback can speak to.
    fn feedback_parts(&self, response: &Response) -> Vec<String>;

    /// Itself as a teacher would write it in RON.
    fn ron(&self) -> Node;
}

/// Called with a text and what makes the way to it, which is wanted for few.
pub(crate) type Visit<'a, 'q> = dyn FnMut(&'q str, &dyn Fn() -> Vec<Step>) + 'a;

/// A response, if there is one, and what is odd about how it is written.
pub(crate) type Lenient = (Option<Response>, Option<Oddity>);

/// An index that no option has, for a part that names none: it counts for nothing.
pub(super) const NO_OPTION: usize = usize::MAX;

/// Which of the options are right, or where they belong.
pub(crate) enum Right {
    /// There are none to pick from, or their order or their gap decides.
    Nothing,
    /// So many that stand first.
    First(usize),
    /// For each option whether it is right.
    Each(Vec<bool>),
    /// For each left side, or each item, the index of the side that it belongs to.
    Sides(Vec<usize>),
}

/// In which order options are shown.
pub(crate) enum OptionOrder {
    /// There are none.
    Nothing,
    /// Lists of options to pick from, each for itself: ascending where that makes sense, else shuffled.
    Lists(Vec<Range<usize>>),
    /// Shuffled: so many options.
    Shuffled(usize),
    /// Shuffled, but never as they are written, which is the right order: so many options.
    OutOfOrder(usize),
}

/// What learners read of an answer before they give theirs.
pub(crate) enum Shown<'q> {
    /// Nothing that the answer itself brings.
    Nothing,
    /// Options that are picked by reading them.
    Options(Vec<&'q str>),
    /// Things to put in order or to sort.
    Things(Vec<&'q str>),
    /// Left sides to pair.
    LeftSides(Vec<&'q str>),
    /// A text with gaps.
    Gaps(&'q ClozeText),
}
