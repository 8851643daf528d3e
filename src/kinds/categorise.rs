//! Items that are sorted into groups.

use crate::bank::check::findings::{Findings, alike_pairs, blank_ones, in_answer, with};
use crate::bank::check::part::TextPart;
use crate::bank::{Entries, Problem, Question};
use crate::kinds::answer_kind::{AnswerKind, Lenient, OptionOrder, Right, Shown, Visit};
use crate::kinds::mark::Mark;
use crate::kinds::response::Response;
use crate::kinds::shared::sides::Sides;
use crate::kinds::steps::{Part, Steps};
use crate::syntax::layout::{Fields, Node};
use crate::syntax::path::Step;

/// See [`crate::bank::Answer::Categorise`].
pub(super) struct Categorise<'q> {
    pub groups: &'q Entries<Box<[Box<str>]>>,
}

/// An item with the index of its group and its place there.
struct Placed<'q> {
    item: &'q str,
    group: usize,
    place: usize,
}

impl<'q> Categorise<'q> {
    fn items(&self) -> Vec<Placed<'q>> {
        let groups = self.groups.iter().enumerate();
        let placed = groups.flat_map(|(group, (_, items))| {
            items.iter().enumerate().map(move |(place, item)| Placed { item, group, place })
        });
        placed.collect()
    }

    /// For each item the index of its group.
    fn right_groups(&self) -> Vec<usize> {
        self.items().iter().map(|placed| placed.group).collect()
    }

    fn sides(&self) -> Sides<'q> {
        let rights = self.groups.iter().map(|(name, _)| name).collect();
        Sides { lefts: self.options(), rights, right: self.right_groups() }
    }

    fn group_path(&self, group: usize) -> Vec<Step> {
        let name = self.groups.0.get(group).map(|(name, _)| name.clone());
        with(in_answer("groups"), name.map(Step::Key))
    }

    fn item_path(&self, placed: &Placed) -> Vec<Step> {
        with(self.group_path(placed.group), [Step::Item(placed.place)])
    }

    fn check_groups(&self, findings: &mut Findings<'_>) {
        let names: Vec<Box<str>> = self.groups.iter().map(|(name, _)| name.into()).collect();
        if names.len() < 2 {
            findings.add(in_answer("groups"), Problem::FewGroups { found: names.len() });
        }
        findings.list(&names, TextPart::Group, |group| self.group_path(group));
        for (group, (name, items)) in self.groups.iter().enumerate() {
            if items.is_empty() {
                findings.add(self.group_path(group), Problem::EmptyGroup { group: name.into() });
            }
        }
    }
}

impl<'q> AnswerKind<'q> for Categorise<'q> {
    fn check(&self, _: &Question, findings: &mut Findings<'_>) {
        self.check_groups(findings);
        let items = self.items();
        for at in blank_ones(items.iter().map(|placed| placed.item)) {
            findings.add(self.item_path(&items[at]), Problem::Blank { part: TextPart::Item });
        }
        for (earlier, later) in alike_pairs(items.iter().map(|placed| placed.item)) {
            let item = items[later].item.into();
            let problem = match items[earlier].group == items[later].group {
                true => Problem::DuplicatePart { part: TextPart::Item, text: item },
                false => Problem::ItemInTwoGroups { item },
            };
            findings.add(self.item_path(&items[later]), problem);
        }
    }

    fn options(&self) -> Vec<&'q str> {
        self.groups.iter().flat_map(|(_, items)| items).map(|item| &**item).collect()
    }

    fn right(&self) -> Right {
        Right::Sides(self.right_groups())
    }

    fn side_names(&self) -> Vec<&'q str> {
        self.sides().rights
    }

    fn option_order(&self) -> OptionOrder {
        OptionOrder::Shuffled(self.options().len())
    }

    fn shown(&self) -> Shown<'q> {
        Shown::Things(self.options())
    }

    fn texts(&self, visit: &mut Visit<'_, 'q>) {
        for (group, (name, _)) in self.groups.iter().enumerate() {
            visit(name, &|| self.group_path(group));
        }
        for placed in self.items() {
            visit(placed.item, &|| self.item_path(&placed));
        }
    }

    fn grade(&self, _: &Question, response: &Response, steps: &mut Steps) -> Mark {
        let Response::Categorise(chosen) = response else { return Mark::WRONG };
        self.sides().mark(chosen, Part::Item, steps)
    }

    fn correct_parts(&self) -> Vec<String> {
        self.sides().correct_parts()
    }

    fn correct_written(&self) -> String {
        self.correct_parts().join("; ")
    }

    fn parse(&self, written: &str) -> Option<Response> {
        self.sides().parse(written).map(Response::Categorise)
    }

    fn parse_leniently(&self, written: &str) -> Lenient {
        let (chosen, oddity) = self.sides().parse_leniently(written);
        (Some(Response::Categorise(chosen)), oddity)
    }

    fn written(&self, response: &Response) -> String {
        let Response::Categorise(chosen) = response else { return String::new() };
        self.sides().written(chosen)
    }

    fn feedback_parts(&self, response: &Response) -> Vec<String> {
        let Response::Categorise(chosen) = response else { return Vec::new() };
        self.sides().parts(chosen)
    }

    fn ron(&self) -> Node {
        let groups = self.groups.iter().map(|(group, items)| (Node::text(group), Node::texts(items))).collect();
        Node::Struct("Categorise", Fields::new().with("groups", Node::Map(groups)))
    }
}
