//! Choices: all options that apply are picked.

use crate::bank::check::findings::{Findings, in_answer};
use crate::bank::{Problem, Question};
use crate::kinds::answer_kind::{AnswerKind, Lenient, OptionOrder, Right, Shown, Visit};
use crate::kinds::mark::Mark;
use crate::kinds::response::Response;
use crate::kinds::shared::keyed::Keyed;
use crate::kinds::shared::parts::join_parts;
use crate::kinds::shared::picks;
use crate::kinds::steps::Steps;
use crate::syntax::layout::{Fields, Node};

/// See [`crate::bank::Answer::Choices`].
pub(super) struct Choices<'q>(pub Keyed<'q>);

impl<'q> AnswerKind<'q> for Choices<'q> {
    fn check(&self, _: &Question, findings: &mut Findings<'_>) {
        if self.0.keys.is_empty() {
            findings.add(in_answer("correct"), Problem::NoCorrectOption);
        }
        self.0.check(findings);
    }

    fn options(&self) -> Vec<&'q str> {
        self.0.options()
    }

    fn right(&self) -> Right {
        Right::First(self.0.keys.len())
    }

    fn side_names(&self) -> Vec<&'q str> {
        Vec::new()
    }

    fn option_order(&self) -> OptionOrder {
        self.0.option_order()
    }

    fn shown(&self) -> Shown<'q> {
        Shown::Options(self.options())
    }

    fn texts(&self, visit: &mut Visit<'_, 'q>) {
        self.0.texts(visit);
    }

    fn grade(&self, _: &Question, response: &Response, steps: &mut Steps) -> Mark {
        let Response::Choices(picked) = response else { return Mark::WRONG };
        let (keys, all) = (self.0.keys.len(), self.0.keys.len() + self.0.distractors.len());
        let is_key: Vec<bool> = (0..all).map(|index| index < keys).collect();
        picks::mark(|| self.options(), picked, &is_key, steps)
    }

    fn correct_parts(&self) -> Vec<String> {
        self.0.keys.iter().map(ToString::to_string).collect()
    }

    fn correct_written(&self) -> String {
        join_parts(self.0.keys.iter().map(|key| &**key))
    }

    fn parse(&self, written: &str) -> Option<Response> {
        picks::parse(self.options(), written).map(Response::Choices)
    }

    fn parse_leniently(&self, written: &str) -> Lenient {
        let (picked, oddity) = picks::parse_leniently(self.options(), written);
        (Some(Response::Choices(picked)), oddity)
    }

    fn written(&self, response: &Response) -> String {
        let Response::Choices(picked) = response else { return String::new() };
        picks::written(&self.options(), picked)
    }

    fn feedback_parts(&self, response: &Response) -> Vec<String> {
        let Response::Choices(picked) = response else { return Vec::new() };
        picks::parts(&self.options(), picked)
    }

    fn ron(&self) -> Node {
        let fields = Fields::new().with("correct", Node::texts(self.0.keys));
        Node::Struct("Choices", fields.with_texts("distractors", self.0.distractors))
    }
}
