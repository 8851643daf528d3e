//! A question to think about, whose answer learners reveal, and then rate themselves.

use crate::bank::check::findings::{Findings, in_answer};
use crate::bank::check::part::TextPart;
use crate::bank::{Problem, Question};
use crate::kinds::answer_kind::{AnswerKind, Lenient, OptionOrder, Right, Shown, Visit};
use crate::kinds::mark::Mark;
use crate::kinds::response::Response;
use crate::kinds::shared::either::Either;
use crate::kinds::steps::Steps;
use crate::syntax::layout::{Fields, Node};

/// See [`crate::bank::Answer::Recall`].
pub(super) struct Recall<'q> {
    pub answer: &'q str,
}

/// How a learner's own rating is written: known, and not known.
const RATINGS: Either = Either(["right", "wrong"]);

impl<'q> AnswerKind<'q> for Recall<'q> {
    fn check(&self, _: &Question, findings: &mut Findings<'_>) {
        if self.answer.trim().is_empty() {
            findings.add(in_answer("answer"), Problem::Blank { part: TextPart::Answer });
        }
    }

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

    fn texts(&self, visit: &mut Visit<'_, 'q>) {
        visit(self.answer, &|| in_answer("answer").to_vec());
    }

    fn grade(&self, _: &Question, response: &Response, _: &mut Steps) -> Mark {
        Mark::all_or_nothing(*response == Response::Recall(true))
    }

    fn correct_parts(&self) -> Vec<String> {
        vec![self.correct_written()]
    }

    fn correct_written(&self) -> String {
        RATINGS.written(true)
    }

    fn parse(&self, written: &str) -> Option<Response> {
        RATINGS.parse(written).map(Response::Recall)
    }

    fn parse_leniently(&self, written: &str) -> Lenient {
        RATINGS.parse_leniently(written)
    }

    fn written(&self, response: &Response) -> String {
        let Response::Recall(is_known) = response else { return String::new() };
        RATINGS.written(*is_known)
    }

    fn feedback_parts(&self, response: &Response) -> Vec<String> {
        vec![self.written(response)]
    }

    fn ron(&self) -> Node {
        Node::Struct("Recall", Fields::new().with("answer", Node::text(self.answer)))
    }
}
