//! A word or a phrase that is typed. How it is marked stands beside the key, in `shared/text_key.rs`.

use crate::bank::check::findings::{Findings, alike_pairs, blank_ones, in_answer, with};
use crate::bank::check::part::TextPart;
use crate::bank::{Problem, Punctuation, Question};
use crate::kinds::answer_kind::{AnswerKind, Lenient, OptionOrder, Right, Shown, Visit};
use crate::kinds::mark::Mark;
use crate::kinds::response::Response;
use crate::kinds::shared::parts::join_parts;
use crate::kinds::shared::text_key::TextKey;
use crate::kinds::steps::Steps;
use crate::syntax::layout::{Fields, Node};
use crate::syntax::path::Step;

impl<'q> AnswerKind<'q> for TextKey<'q> {
    fn check(&self, _: &Question, findings: &mut Findings<'_>) {
        if self.accept.is_empty() {
            findings.add(in_answer("accept"), Problem::NoAcceptedAnswer);
        }
        for index in blank_ones(self.accept) {
            let path = with(in_answer("accept"), [Step::Item(index)]);
            findings.add(path, Problem::Blank { part: TextPart::AcceptedAnswer });
        }
        for (earlier, later) in alike_pairs(self.accept.iter().chain(self.reject)) {
            if earlier < self.accept.len() && later >= self.accept.len() {
                let index = later - self.accept.len();
                let path = with(in_answer("reject"), [Step::Item(index)]);
                findings.add(path, Problem::RejectIsAccepted { form: self.reject[index].clone() });
            }
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

    fn texts(&self, _: &mut Visit<'_, 'q>) {}

    fn grade(&self, question: &Question, response: &Response, steps: &mut Steps) -> Mark {
        let Response::Text(typed) = response else { return Mark::WRONG };
        TextKey { feedback: Some(&question.feedback), prompt: &question.prompt, ..*self }.mark(typed, steps)
    }

    fn correct_parts(&self) -> Vec<String> {
        self.accept.iter().map(ToString::to_string).collect()
    }

    fn correct_written(&self) -> String {
        join_parts(self.accept.iter().map(|form| &**form))
    }

    fn parse(&self, written: &str) -> Option<Response> {
        Some(Response::Text(written.to_owned()))
    }

    fn parse_leniently(&self, written: &str) -> Lenient {
        (self.parse(written), None)
    }

    fn written(&self, response: &Response) -> String {
        let Response::Text(typed) = response else { return String::new() };
        typed.clone()
    }

    fn feedback_parts(&self, response: &Response) -> Vec<String> {
        vec![self.written(response)]
    }

    fn ron(&self) -> Node {
        let punctuation = match self.punctuation {
            Punctuation::Auto => None,
            Punctuation::Counts => Some("Counts"),
            Punctuation::Ignored => Some("Ignored"),
        };
        let fields = Fields::new()
            .with("accept", Node::texts(self.accept))
            .with_some("typos", (self.typos > 0).then(|| Node::Word(self.typos.to_string())))
            .with_flag("match_case", self.match_case)
            .with_flag("match_accents", self.match_accents)
            .with_texts("reject", self.reject)
            .with_some("punctuation", punctuation.map(|word| Node::Word(word.to_owned())));
        Node::Struct("Text", fields)
    }
}
