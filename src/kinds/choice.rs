//! A choice: one option is picked, and one is right.

use crate::bank::check::findings::{Findings, in_answer};
use crate::bank::{Problem, Question};
use crate::kinds::answer_kind::{AnswerKind, Lenient, OptionOrder, Right, Shown, Visit};
use crate::kinds::mark::Mark;
use crate::kinds::response::Response;
use crate::kinds::shared::keyed::Keyed;
use crate::kinds::shared::lookup::Lookup;
use crate::kinds::shared::oddity::Oddity;
use crate::kinds::shared::parts::split_parts;
use crate::kinds::steps::{Pickable, Step, Steps};
use crate::syntax::layout::{Fields, Node};

/// See [`crate::bank::Answer::Choice`].
pub(super) struct Choice<'q> {
    pub key: &'q str,
    pub options: Keyed<'q>,
}

impl<'q> AnswerKind<'q> for Choice<'q> {
    fn check(&self, _: &Question, findings: &mut Findings<'_>) {
        if self.options.distractors.is_empty() {
            findings.add(in_answer("distractors"), Problem::NoDistractor);
        }
        self.options.check(findings);
    }

    fn options(&self) -> Vec<&'q str> {
        self.options.options()
    }

    fn right(&self) -> Right {
        Right::First(1)
    }

    fn side_names(&self) -> Vec<&'q str> {
        Vec::new()
    }

    fn option_order(&self) -> OptionOrder {
        self.options.option_order()
    }

    fn shown(&self) -> Shown<'q> {
        Shown::Options(self.options())
    }

    fn texts(&self, visit: &mut Visit<'_, 'q>) {
        self.options.texts(visit);
    }

    fn grade(&self, _: &Question, response: &Response, steps: &mut Steps) -> Mark {
        let Response::Choice(picked) = response else { return Mark::WRONG };
        let is_right = *picked == 0;
        steps.note(|| Step::PickedOne {
            among: Pickable::Option,
            picked: self.feedback_parts(response),
            right: self.key.to_owned(),
            is_right,
            count: self.options().len(),
        });
        Mark::all_or_nothing(is_right)
    }

    fn correct_parts(&self) -> Vec<String> {
        vec![self.key.to_owned()]
    }

    fn correct_written(&self) -> String {
        self.key.to_owned()
    }

    /// An option as it stands, or as one escaped part.
    fn parse(&self, written: &str) -> Option<Response> {
        let options = Lookup::new(self.options());
        let found = options.find(written).or_else(|| match split_parts(written).as_slice() {
            [part] => options.find(part),
            _ => None,
        });
        found.map(Response::Choice)
    }

    fn parse_leniently(&self, written: &str) -> Lenient {
        (None, Some(Oddity::NoSuchOption { part: written.to_owned() }))
    }

    fn written(&self, response: &Response) -> String {
        let Response::Choice(picked) = response else { return String::new() };
        self.options().get(*picked).copied().unwrap_or_default().to_owned()
    }

    fn feedback_parts(&self, response: &Response) -> Vec<String> {
        vec![self.written(response)]
    }

    fn ron(&self) -> Node {
        let fields = Fields::new().with("correct", Node::text(self.key));
        Node::Struct("Choice", fields.with("distractors", Node::texts(self.options.distractors)))
    }
}
