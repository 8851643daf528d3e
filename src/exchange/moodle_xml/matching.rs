//! Moodle's pairs, groups and orders.

use super::element::{child, children, note, number, value};
use super::fields::Fields;
use crate::bank::{Answer as BankAnswer, Entries, Kind};
use crate::exchange::markup::Purpose;
use crate::exchange::{Answer, Remark};
use roxmltree::Node;

/// What a question of ours says that came from groups; Moodle has these as pairs.
pub(in crate::exchange) const GROUPS: &str = "groups";

/// Pairs, or the groups that we wrote as pairs.
pub(super) fn pairs(node: Node<'_, '_>, type_name: &str, fields: &mut Fields<'_>) -> Answer {
    let mut pairs: Vec<(Box<str>, Box<str>)> = Vec::new();
    let mut extra: Vec<Box<str>> = Vec::new();
    for pair in children(node, "subquestion") {
        let left = fields.text(Some(pair), Purpose::Line);
        let right = match type_name {
            "ddmatch" => fields.text(child(pair, "answer"), Purpose::Line),
            _ => fields.line_of_plain(child(pair, "answer")),
        };
        match (left.is_empty(), right.is_empty()) {
            (_, true) => {}
            (true, false) => extra.push(right.into()),
            (false, false) => pairs.push((left.into(), right.into())),
        }
    }
    let is_groups = note(node).as_deref() == Some(GROUPS);
    paired(pairs, extra, is_groups)
}

/// The key of pairs, or of the groups that were written as such.
pub(in crate::exchange) fn paired(pairs: Vec<(Box<str>, Box<str>)>, extra: Vec<Box<str>>, is_groups: bool) -> Answer {
    if pairs.len() < 2 {
        return Answer::LeftOut(Remark::TooFew(Kind::Match, pairs.len(), 2));
    }
    let answer = if is_groups {
        let mut groups: Vec<(Box<str>, Vec<Box<str>>)> = Vec::new();
        for (item, name) in pairs {
            match groups.iter_mut().find(|(known, _)| *known == name) {
                Some((_, items)) => items.push(item),
                None => groups.push((name, vec![item])),
            }
        }
        BankAnswer::Categorise {
            groups: Entries(groups.into_iter().map(|(name, items)| (name, items.into())).collect()),
        }
    } else {
        // One that a pair has already is no wrong one.
        let extra = extra.into_iter().filter(|extra| !pairs.iter().any(|(_, right)| right == extra)).collect();
        BankAnswer::Match { pairs: pairs.into(), extra }
    };
    Answer::Ready { answer, feedback: Vec::new() }
}

/// Items that stand in their right order in the file.
pub(super) fn order(node: Node<'_, '_>, fields: &mut Fields<'_>) -> Answer {
    let items = children(node, "answer").map(|answer| fields.text(Some(answer), Purpose::Line).into());
    let items: Box<[Box<str>]> = items.collect();
    if items.len() < 3 {
        return Answer::LeftOut(Remark::TooFew(Kind::Order, items.len(), 3));
    }
    fields.tell(Remark::OtherShares);
    let shown = number(node, "selectcount").unwrap_or(0.0);
    if matches!(value(node, "selecttype").as_str(), "1" | "2" | "RANDOM" | "CONTIGUOUS")
        && shown > 1.0
        && shown < items.len() as f64
    {
        fields.tell(Remark::Rule("some of the items were shown there, and all are shown here"));
    }
    Answer::Ready { answer: BankAnswer::Order { items }, feedback: Vec::new() }
}
