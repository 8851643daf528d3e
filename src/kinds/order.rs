//! Items that are put in order.

use crate::bank::check::findings::{Findings, in_answer, with};
use crate::bank::check::part::TextPart;
use crate::bank::wording::signs::is_blank;
use crate::bank::{Problem, Question};
use crate::kinds::answer_kind::{AnswerKind, Lenient, OptionOrder, Right, Shown, Visit};
use crate::kinds::mark::Mark;
use crate::kinds::response::Response;
use crate::kinds::shared::kendall;
use crate::kinds::shared::lookup::Lookup;
use crate::kinds::shared::oddity::Oddity;
use crate::kinds::shared::parts::{join_parts, split_parts};
use crate::kinds::shared::picks;
use crate::kinds::steps::{Step as Taken, Steps};
use crate::syntax::layout::{Fields, Node};
use crate::syntax::path::Step;

/// The fewest items that are put in order: with two, a guess is right every other time.
const FEWEST_ITEMS: usize = 3;

/// See [`crate::bank::Answer::Order`].
pub(super) struct Order<'q> {
    pub items: &'q [Box<str>],
}

impl Order<'_> {
    /// The items in the order of the parts; `None` unless they name every item once.
    fn find(&self, parts: &[String]) -> Option<Response> {
        let items = Lookup::new(self.options());
        let order: Vec<usize> = parts.iter().map(|part| items.find(part)).collect::<Option<_>>()?;
        let mut sorted = order.clone();
        sorted.sort_unstable();
        sorted.into_iter().eq(0..self.items.len()).then_some(Response::Order(order))
    }
}

impl Order<'_> {
    /// The items that are named, where some are left out or are none of the question's, and none stands twice.
    fn find_some(&self, parts: &[String]) -> Option<Vec<usize>> {
        let items = Lookup::new(self.options());
        let order: Vec<usize> = parts.iter().filter_map(|part| items.find(part)).collect();
        let mut sorted = order.clone();
        sorted.sort_unstable();
        sorted.dedup();
        (order.len() < self.items.len() && sorted.len() == order.len()).then_some(order)
    }
}

impl<'q> AnswerKind<'q> for Order<'q> {
    fn check(&self, _: &Question, findings: &mut Findings<'_>) {
        if self.items.len() < FEWEST_ITEMS {
            findings.add(in_answer("items"), Problem::FewItems { found: self.items.len() });
        }
        findings.list(self.items, TextPart::Item, |index| with(in_answer("items"), [Step::Item(index)]));
    }

    fn options(&self) -> Vec<&'q str> {
        self.items.iter().map(|item| &**item).collect()
    }

    fn right(&self) -> Right {
        Right::Nothing
    }

    fn side_names(&self) -> Vec<&'q str> {
        Vec::new()
    }

    fn option_order(&self) -> OptionOrder {
        OptionOrder::OutOfOrder(self.items.len())
    }

    fn shown(&self) -> Shown<'q> {
        Shown::Things(self.options())
    }

    fn texts(&self, visit: &mut Visit<'_, 'q>) {
        for (index, item) in self.items.iter().enumerate() {
            visit(item, &|| with(in_answer("items"), [Step::Item(index)]));
        }
    }

    fn grade(&self, _: &Question, response: &Response, steps: &mut Steps) -> Mark {
        let Response::Order(order) = response else { return Mark::WRONG };
        steps.note(|| Taken::Ordered { given: picks::parts(&self.options(), order), right: self.correct_parts() });
        Mark::share(kendall::share(order, self.items.len(), steps))
    }

    fn correct_parts(&self) -> Vec<String> {
        self.items.iter().map(ToString::to_string).collect()
    }

    fn correct_written(&self) -> String {
        join_parts(self.options())
    }

    fn parse(&self, written: &str) -> Option<Response> {
        self.find(&split_parts(written))
    }

    /// A `;` too many, at the end or between two, is passed over.
    fn parse_leniently(&self, written: &str) -> Lenient {
        let parts: Vec<String> = split_parts(written).into_iter().filter(|part| !is_blank(part)).collect();
        if parts.is_empty() {
            return (Some(Response::Order(Vec::new())), None);
        }
        if let Some(order) = self.find_some(&parts) {
            return (Some(Response::Order(order)), Some(Oddity::NotEachItemOnce));
        }
        match self.find(&parts) {
            Some(response) => (Some(response), None),
            None => (None, Some(Oddity::NotEachItemOnce)),
        }
    }

    fn written(&self, response: &Response) -> String {
        let Response::Order(order) = response else { return String::new() };
        picks::written(&self.options(), order)
    }

    fn feedback_parts(&self, response: &Response) -> Vec<String> {
        vec![self.written(response)]
    }

    fn ron(&self) -> Node {
        Node::Struct("Order", Fields::new().with("items", Node::texts(self.items)))
    }
}
