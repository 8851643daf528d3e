//! Left sides that are paired with right ones.

use crate::bank::check::findings::{Findings, alike_pairs, blank_ones, in_answer, with};
use crate::bank::check::part::TextPart;
use crate::bank::wording::alike::folded;
use crate::bank::{Problem, Question};
use crate::kinds::answer_kind::{AnswerKind, Lenient, OptionOrder, Right, Shown, Visit};
use crate::kinds::mark::Mark;
use crate::kinds::response::Response;
use crate::kinds::shared::sides::Sides;
use crate::kinds::steps::{Part, Steps};
use crate::syntax::layout::{Fields, Node};
use crate::syntax::path::Step;
use std::collections::HashMap;

/// See [`crate::bank::Answer::Match`].
pub(super) struct Match<'q> {
    pub pairs: &'q [(Box<str>, Box<str>)],
    pub extra: &'q [Box<str>],
}

impl<'q> Match<'q> {
    fn lefts(&self) -> Vec<&'q str> {
        self.pairs.iter().map(|(left, _)| &**left).collect()
    }

    /// The right sides, each once as they first come up, then the extras. Right sides that a learner could not tell
    /// apart are one: "Sweden" may be right for two people.
    fn sides(&self) -> Sides<'q> {
        let mut places = HashMap::with_capacity(self.pairs.len());
        let mut rights: Vec<&str> = Vec::with_capacity(self.pairs.len() + self.extra.len());
        let place = |(_, right): &'q (Box<str>, Box<str>)| {
            *places.entry(folded(right)).or_insert_with(|| {
                rights.push(right);
                rights.len() - 1
            })
        };
        let right = self.pairs.iter().map(place).collect();
        rights.extend(self.extra.iter().map(|option| &**option));
        Sides { lefts: self.lefts(), rights, right }
    }

    fn check_extras(&self, findings: &mut Findings<'_>) {
        findings.list(self.extra, TextPart::Extra, |index| with(in_answer("extra"), [Step::Item(index)]));
        // Asked for each alone, since the pairs may share right sides among themselves.
        let rights = || self.pairs.iter().map(|(_, right)| right).chain(self.extra);
        let first_extra = self.pairs.len();
        for (earlier, later) in alike_pairs(rights()) {
            if earlier < first_extra && later >= first_extra {
                let extra = self.extra[later - first_extra].clone();
                findings
                    .add(with(in_answer("extra"), [Step::Item(later - first_extra)]), Problem::ExtraIsRight { extra });
            }
        }
        let distinct = rights().count() - alike_pairs(rights()).len();
        if self.pairs.is_empty() || distinct < 2 {
            findings.add(in_answer("pairs"), Problem::FewPairs);
        }
    }
}

impl<'q> AnswerKind<'q> for Match<'q> {
    fn check(&self, _: &Question, findings: &mut Findings<'_>) {
        let lefts: Vec<Box<str>> = self.pairs.iter().map(|(left, _)| left.clone()).collect();
        findings.list(&lefts, TextPart::LeftSide, |index| side_path(index, 0));
        for index in blank_ones(self.pairs.iter().map(|(_, right)| right)) {
            findings.add(side_path(index, 1), Problem::Blank { part: TextPart::RightSide });
        }
        self.check_extras(findings);
    }

    fn options(&self) -> Vec<&'q str> {
        self.sides().rights
    }

    fn right(&self) -> Right {
        Right::Sides(self.sides().right)
    }

    fn side_names(&self) -> Vec<&'q str> {
        self.sides().rights
    }

    fn option_order(&self) -> OptionOrder {
        OptionOrder::Shuffled(self.options().len())
    }

    fn shown(&self) -> Shown<'q> {
        Shown::LeftSides(self.lefts())
    }

    fn texts(&self, visit: &mut Visit<'_, 'q>) {
        for (index, (left, right)) in self.pairs.iter().enumerate() {
            visit(left, &|| side_path(index, 0));
            visit(right, &|| side_path(index, 1));
        }
        for (index, option) in self.extra.iter().enumerate() {
            visit(option, &|| with(in_answer("extra"), [Step::Item(index)]));
        }
    }

    fn grade(&self, _: &Question, response: &Response, steps: &mut Steps) -> Mark {
        let Response::Match(chosen) = response else { return Mark::WRONG };
        self.sides().mark(chosen, Part::Pair, steps)
    }

    fn correct_parts(&self) -> Vec<String> {
        self.sides().correct_parts()
    }

    fn correct_written(&self) -> String {
        self.correct_parts().join("; ")
    }

    fn parse(&self, written: &str) -> Option<Response> {
        self.sides().parse(written).map(Response::Match)
    }

    fn parse_leniently(&self, written: &str) -> Lenient {
        let (chosen, oddity) = self.sides().parse_leniently(written);
        (Some(Response::Match(chosen)), oddity)
    }

    fn written(&self, response: &Response) -> String {
        let Response::Match(chosen) = response else { return String::new() };
        self.sides().written(chosen)
    }

    fn feedback_parts(&self, response: &Response) -> Vec<String> {
        let Response::Match(chosen) = response else { return Vec::new() };
        self.sides().parts(chosen)
    }

    fn ron(&self) -> Node {
        let pair = |(left, right): &(Box<str>, Box<str>)| Node::Tuple("", vec![Node::text(left), Node::text(right)]);
        let fields = Fields::new().with("pairs", Node::List(self.pairs.iter().map(pair).collect()));
        Node::Struct("Match", fields.with_texts("extra", self.extra))
    }
}

/// The way to the left (0) or right (1) side of a pair.
fn side_path(pair: usize, side: usize) -> Vec<Step> {
    with(in_answer("pairs"), [Step::Item(pair), Step::Item(side)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_right_side_that_comes_twice_is_one_option() {
        let pairs = [("a", "x"), ("b", "y"), ("c", " X"), ("d", "z")].map(|(left, right)| (left.into(), right.into()));
        let extra = ["e".into()];
        let sides = Match { pairs: &pairs, extra: &extra }.sides();
        assert_eq!(sides.rights, ["x", "y", "z", "e"]);
        assert_eq!(sides.right, [0, 1, 0, 2]);
    }
}
