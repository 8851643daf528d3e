//! True or false.

use crate::bank::Question;
use crate::bank::check::findings::Findings;
use crate::bank::wording::truth::spreadsheet_truth;
use crate::kinds::answer_kind::{AnswerKind, Lenient, OptionOrder, Right, Shown, Visit};
use crate::kinds::mark::Mark;
use crate::kinds::response::Response;
use crate::kinds::shared::either::Either;
use crate::kinds::steps::{Pickable, Step, Steps};
use crate::syntax::layout::Node;

/// See [`crate::bank::Answer::TrueFalse`].
pub(super) struct TrueFalse(pub bool);

const WORDS: Either = Either(["true", "false"]);

impl<'q> AnswerKind<'q> for TrueFalse {
    fn check(&self, _: &Question, _: &mut Findings<'_>) {}

    fn options(&self) -> Vec<&'q str> {
        Vec::new()
    }

    fn right(&self) -> Right {
        Right::Nothing
    }

    fn side_names(&self) -> Vec<&'q str> {
        Vec::new()
    }

    fn option_order(&self) -> OptionOrder {
        OptionOrder::Nothing
    }

    fn shown(&self) -> Shown<'q> {
        Shown::Nothing
    }

    fn texts(&self, _: &mut Visit<'_, 'q>) {}

    fn grade(&self, _: &Question, response: &Response, steps: &mut Steps) -> Mark {
        let Response::TrueFalse(said) = response else { return Mark::WRONG };
        let is_right = *said == self.0;
        steps.note(|| Step::PickedOne {
            among: Pickable::Truth,
            picked: vec![WORDS.written(*said)],
            right: WORDS.written(self.0),
            is_right,
            count: 2,
        });
        Mark::all_or_nothing(is_right)
    }

    fn correct_parts(&self) -> Vec<String> {
        vec![WORDS.written(self.0)]
    }

    fn correct_written(&self) -> String {
        WORDS.written(self.0)
    }

    fn parse(&self, written: &str) -> Option<Response> {
        WORDS.parse(written).or_else(|| spreadsheet_truth(written)).map(Response::TrueFalse)
    }

    fn parse_leniently(&self, written: &str) -> Lenient {
        WORDS.parse_leniently(written)
    }

    fn written(&self, response: &Response) -> String {
        let Response::TrueFalse(is_true) = response else { return String::new() };
        WORDS.written(*is_true)
    }

    fn feedback_parts(&self, response: &Response) -> Vec<String> {
        vec![AnswerKind::written(self, response)]
    }

    fn ron(&self) -> Node {
        Node::Tuple("TrueFalse", vec![Node::Word(self.0.to_string())])
    }
}
