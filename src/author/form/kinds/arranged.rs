//! What is put in order, paired or sorted: `Order`, `Match` and `Categorise`. Knows no other kind.

use crate::author::form::fault::{Fault, FieldFault, FieldName};
use crate::author::form::row::{Row, empty_rows, rows, texts};
use crate::bank::{Answer, Entries};
use std::collections::HashSet;

/// Items in the right order.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderForm {
    /// The items.
    pub items: Vec<Row>,
}

/// Pairs, and right sides that belong to none.
#[derive(Clone, Debug, PartialEq)]
pub struct MatchForm {
    /// The pairs.
    pub pairs: Vec<PairRow>,
    /// Right sides that belong to no left one.
    pub extra: Vec<Row>,
}

/// Two sides that go together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PairRow {
    /// What is asked.
    pub left: String,
    /// What goes with it.
    pub right: String,
    /// The bank holds it although nothing stands in it.
    is_blank_in_bank: bool,
}

/// Groups with their items.
#[derive(Clone, Debug, PartialEq)]
pub struct CategoriseForm {
    /// The groups.
    pub groups: Vec<GroupForm>,
}

/// A group with its items.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GroupForm {
    /// What it is called.
    pub name: String,
    /// What belongs to it.
    pub items: Vec<Row>,
    /// The bank holds it although nothing stands in it.
    is_blank_in_bank: bool,
}

/// Fewer items make no order.
const FEWEST_ITEMS: usize = 3;

impl Default for OrderForm {
    fn default() -> Self {
        Self { items: empty_rows(FEWEST_ITEMS) }
    }
}

impl OrderForm {
    pub(in crate::author::form) fn of(items: &[Box<str>]) -> Self {
        Self { items: rows(items) }
    }

    pub(in crate::author::form) fn answer(&self) -> Answer {
        Answer::Order { items: texts(&self.items) }
    }
}

impl Default for MatchForm {
    fn default() -> Self {
        Self { pairs: vec![PairRow::default(); 3], extra: Vec::new() }
    }
}

impl MatchForm {
    pub(in crate::author::form) fn of(pairs: &[(Box<str>, Box<str>)], extra: &[Box<str>]) -> Self {
        let pair = |(left, right): &(Box<str>, Box<str>)| PairRow {
            left: left.to_string(),
            right: right.to_string(),
            is_blank_in_bank: left.trim().is_empty() && right.trim().is_empty(),
        };
        Self { pairs: pairs.iter().map(pair).collect(), extra: rows(extra) }
    }

    pub(in crate::author::form) fn answer(&self) -> Answer {
        let pairs = self.pairs.iter().filter(|pair| !pair.is_empty());
        let pairs = pairs.map(|pair| (pair.left.as_str().into(), pair.right.as_str().into())).collect();
        Answer::Match { pairs, extra: texts(&self.extra) }
    }
}

impl PairRow {
    /// A pair that somebody has just typed or pasted.
    pub fn typed(left: &str, right: &str) -> Self {
        Self { left: left.to_owned(), right: right.to_owned(), is_blank_in_bank: false }
    }

    /// Whether nothing stands in it, so that it is not written.
    pub fn is_empty(&self) -> bool {
        !self.is_blank_in_bank && self.left.trim().is_empty() && self.right.trim().is_empty()
    }
}

impl Default for CategoriseForm {
    fn default() -> Self {
        Self { groups: vec![GroupForm::new(), GroupForm::new()] }
    }
}

impl CategoriseForm {
    pub(in crate::author::form) fn of(groups: &Entries<Box<[Box<str>]>>) -> Self {
        let group = |name: &str, items: &[Box<str>]| GroupForm {
            name: name.to_owned(),
            items: rows(items),
            is_blank_in_bank: name.trim().is_empty(),
        };
        Self { groups: groups.iter().map(|(name, items)| group(name, items)).collect() }
    }

    pub(in crate::author::form) fn answer(&self, faults: &mut Vec<FieldFault>) -> Answer {
        let mut names = HashSet::new();
        let mut groups = Vec::new();
        for (index, group) in self.groups.iter().enumerate().filter(|(_, group)| !group.is_empty()) {
            if names.insert(group.name.as_str()) {
                groups.push((Box::from(group.name.as_str()), texts(&group.items)));
            } else {
                let fault = Fault::NameTwice(group.name.as_str().into());
                faults.push(FieldFault { field: FieldName::GroupName(index), fault });
            }
        }
        Answer::Categorise { groups: Entries(groups.into()) }
    }
}

impl GroupForm {
    /// A group to fill.
    pub fn new() -> Self {
        Self { items: empty_rows(1), ..Self::default() }
    }

    /// Whether nothing stands in it, so that it is not written.
    pub fn is_empty(&self) -> bool {
        !self.is_blank_in_bank && self.name.trim().is_empty() && self.items.iter().all(Row::is_empty)
    }
}
