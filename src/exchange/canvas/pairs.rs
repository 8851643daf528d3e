//! Pairs, orders and groups in QTI 1.2.

use crate::bank::{Answer as BankAnswer, Entries, Kind};
use crate::exchange::canvas::item::{How, Item, labels, material, own_material};
use crate::exchange::canvas::options::{Asked, prompt};
use crate::exchange::html_texts::HtmlTexts;
use crate::exchange::{Answer, Remark};

/// A group with its items.
type Group = (Box<str>, Box<[Box<str>]>);

/// Left sides that are each a response, with right sides to pick from.
pub(super) fn matching(item: &Item, texts: &mut HtmlTexts) -> Asked {
    let prompt = prompt(item, texts);
    let rights = blackboard_rights(item);
    let (mut pairs, mut extra) = (Vec::new(), Vec::<Box<str>>::new());
    for response in item.responses() {
        let left = texts.line(&own_material(response));
        let right = item.right(response.attribute("ident"));
        for (place, (ident, html)) in labels(response).into_iter().enumerate() {
            let html = if html.is_empty() { rights.get(place).cloned().unwrap_or_default() } else { html };
            let text: Box<str> = texts.line(&html).trim().into();
            if right.contains(&ident) {
                pairs.push((Box::from(left.trim()), text));
            } else if !extra.contains(&text) {
                extra.push(text);
            }
        }
    }
    extra.retain(|text| !text.is_empty() && !pairs.iter().any(|(_, right)| right == text));
    let is_keyed = item.earning().next().is_some();
    let answer = match pairs.len() {
        0 if !is_keyed => Answer::LeftOut(Remark::NoKey),
        0 | 1 => Answer::LeftOut(Remark::TooFew(Kind::Match, pairs.len(), 2)),
        _ => ready(BankAnswer::Match { pairs: pairs.into(), extra: extra.into() }),
    };
    Asked { prompt, answer }
}

/// Blackboard has the right sides apart from the responses, in the order of their labels.
fn blackboard_rights(item: &Item) -> Vec<String> {
    let blocks = item.element.all(&|element| element.attribute("class") == "RIGHT_MATCH_BLOCK");
    blocks.iter().flat_map(|block| block.elements()).map(material).collect()
}

/// The order in which one rule names all items.
pub(super) fn ordering(item: &Item, texts: &mut HtmlTexts) -> Asked {
    let prompt = prompt(item, texts);
    let options: Vec<(&str, String)> = item.responses().iter().flat_map(|response| labels(response)).collect();
    let order =
        item.rules.iter().filter(|rule| rule.score.is_none_or(|score| score > 0.0)).map(|rule| {
            rule.tests.iter().filter(|test| test.how == How::Equal && !test.is_negated).collect::<Vec<_>>()
        });
    let order = order.max_by_key(Vec::len).unwrap_or_default();
    let items: Vec<Box<str>> = order
        .iter()
        .filter_map(|test| options.iter().find(|(ident, _)| *ident == &*test.value))
        .map(|(_, html)| texts.line(html).trim().into())
        .collect();
    texts.tell(Remark::OtherShares);
    let answer = match items.len() {
        0 | 1 => Answer::LeftOut(Remark::NoKey),
        2 => Answer::LeftOut(Remark::TooFew(Kind::Order, 2, 3)),
        count if count < options.len() => Answer::LeftOut(Remark::NoKey),
        _ => ready(BankAnswer::Order { items: items.into() }),
    };
    Asked { prompt, answer }
}

/// Groups that are each a response, with the items of all to pick from.
pub(super) fn categories(item: &Item, texts: &mut HtmlTexts) -> Asked {
    let prompt = prompt(item, texts);
    let mut groups: Vec<Group> = Vec::new();
    let mut is_left_over = false;
    let responses = item.responses();
    let in_any: Vec<&str> = responses.iter().flat_map(|response| item.right(response.attribute("ident"))).collect();
    for response in responses {
        let name = texts.line(&own_material(response));
        let right = item.right(response.attribute("ident"));
        let options = labels(response);
        is_left_over |= options.iter().any(|(ident, _)| !in_any.contains(ident));
        let items = options.iter().filter(|(ident, _)| right.contains(ident));
        let items: Vec<Box<str>> = items.map(|(_, html)| texts.line(html).trim().into()).collect();
        if !items.is_empty() {
            groups.push((name.trim().into(), items.into()));
        }
    }
    if is_left_over {
        texts.tell(Remark::NoPlaceFor("items that belong to no group"));
    }
    let answer = match groups.len() {
        0 => Answer::LeftOut(Remark::NoKey),
        1 => Answer::LeftOut(Remark::TooFew(Kind::Categorise, 1, 2)),
        _ => ready(BankAnswer::Categorise { groups: Entries(groups.into()) }),
    };
    Asked { prompt, answer }
}

fn ready(answer: BankAnswer) -> Answer {
    Answer::Ready { answer, feedback: Vec::new() }
}
