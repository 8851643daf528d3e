//! Pairs and groups in QTI 2 and 3.

use crate::bank::{Answer as BankAnswer, Entries, Kind};
use crate::exchange::html_texts::HtmlTexts;
use crate::exchange::qti::asked::Asked;
use crate::exchange::qti::body::{part, prompt};
use crate::exchange::qti::gaps::pairs;
use crate::exchange::qti::item::Item;
use crate::exchange::qti::options::tell_own_rules;
use crate::exchange::xml::Element;
use crate::exchange::{Answer, Remark};

/// A group with its items.
type Group = (Box<str>, Box<[Box<str>]>);

/// Two sets: pairs where a right side takes as many left ones as it has, groups where it takes any number.
pub(super) fn matching(item: &Item, interaction: &Element, texts: &mut HtmlTexts) -> Asked {
    let prompt = prompt(item, texts);
    tell_own_rules(item, texts);
    let sets: Vec<Vec<&Element>> =
        interaction.children("simpleMatchSet").map(|set| set.children("simpleAssociableChoice").collect()).collect();
    let [left, right] = &sets[..] else {
        return Asked { prompt, answer: Answer::LeftOut(Remark::Damaged("it has no two sides".into())) };
    };
    let correct = pairs(item.of(interaction));
    let is_in = |side: &[&Element], name: &str| side.iter().any(|choice| choice.attribute("identifier") == name);
    // Some files name the right side first.
    let correct: Vec<(&str, &str)> = correct
        .iter()
        .map(|(one, other)| if is_in(left, one) { (&**one, &**other) } else { (&**other, &**one) })
        .filter(|(one, other)| is_in(left, one) && is_in(right, other))
        .collect();
    let counts = |side: &[&Element], of: &dyn Fn(&(&str, &str)) -> String| -> Vec<usize> {
        let name = |choice: &&Element| choice.attribute("identifier").to_owned();
        side.iter().map(|choice| correct.iter().filter(|pair| of(pair) == name(choice)).count()).collect()
    };
    let lefts = counts(left, &|(one, _)| (*one).to_owned());
    let rights = counts(right, &|(_, other)| (*other).to_owned());
    let is_unbound = |side: &[&Element]| side.iter().all(|choice| choice.attribute("matchMax") == "0");
    let is_once = |counts: &[usize]| counts.iter().all(|count| *count == 1);
    let is_used = |counts: &[usize]| counts.iter().all(|count| *count > 0);
    let mut text = |choice: &Element| -> Box<str> { texts.line(&part(choice)).trim().into() };
    let answer = match () {
        () if correct.is_empty() => Answer::LeftOut(Remark::NoKey),
        () if is_once(&lefts)
            && is_unbound(right)
            && is_used(&rights)
            && right.len() > 1
            && rights.iter().any(|count| *count > 1) =>
        {
            groups(right, left, &|group, item| correct.contains(&(item, group)), &mut text)
        }
        () if is_once(&lefts) => {
            let of_name = |name: &str| right.iter().find(|choice| choice.attribute("identifier") == name);
            let mut made: Vec<(Box<str>, Box<str>)> = Vec::new();
            for choice in left {
                let name = choice.attribute("identifier");
                if let Some(other) = correct.iter().find(|(one, _)| *one == name).and_then(|(_, other)| of_name(other))
                {
                    made.push((text(choice), text(other)));
                }
            }
            let extra =
                right.iter().zip(&rights).filter(|(_, count)| **count == 0).map(|(choice, _)| text(choice)).collect();
            match made.len() {
                count @ (0 | 1) => Answer::LeftOut(Remark::TooFew(Kind::Match, count, 2)),
                _ => ready(BankAnswer::Match { pairs: made.into(), extra }),
            }
        }
        () if is_once(&rights) && left.len() > 1 => {
            groups(left, right, &|group, item| correct.contains(&(group, item)), &mut text)
        }
        () => Answer::LeftOut(Remark::CannotCarry("its items belong to several others, or to none")),
    };
    Asked { prompt, answer }
}

/// Pairs out of one heap: the first of each pair is taken for the left side.
pub(super) fn associate(item: &Item, interaction: &Element, texts: &mut HtmlTexts) -> Asked {
    let prompt = prompt(item, texts);
    tell_own_rules(item, texts);
    let choices: Vec<&Element> = interaction.children("simpleAssociableChoice").collect();
    let correct = pairs(item.of(interaction));
    let lefts: Vec<&str> = correct.iter().map(|(one, _)| one.as_str()).collect();
    let is_split = correct.iter().all(|(_, other)| !lefts.contains(&other.as_str()));
    let is_once = lefts.iter().enumerate().all(|(at, name)| !lefts[..at].contains(name));
    if correct.is_empty() {
        return Asked { prompt, answer: Answer::LeftOut(Remark::NoKey) };
    }
    if !is_split || !is_once || correct.len() < 2 {
        let reason = Remark::CannotCarry("its pairs have no left and right side");
        return Asked { prompt, answer: Answer::LeftOut(reason) };
    }
    texts.tell(Remark::Assumed("the first of each pair was taken for its left side"));
    let mut text = |name: &str| -> Box<str> {
        let choice = choices.iter().find(|choice| choice.attribute("identifier") == name);
        choice.map(|choice| texts.line(&part(choice)).trim().into()).unwrap_or_default()
    };
    let made: Vec<(Box<str>, Box<str>)> = correct.iter().map(|(one, other)| (text(one), text(other))).collect();
    let is_free = |name: &str| !correct.iter().any(|(one, other)| one == name || other == name);
    let free = choices.iter().map(|choice| choice.attribute("identifier")).filter(|name| is_free(name));
    let extra = free.map(&mut text).collect();
    Asked { prompt, answer: ready(BankAnswer::Match { pairs: made.into(), extra }) }
}

fn groups(
    groups: &[&Element],
    items: &[&Element],
    belongs: &dyn Fn(&str, &str) -> bool,
    text: &mut dyn FnMut(&Element) -> Box<str>,
) -> Answer {
    let mut made: Vec<Group> = Vec::new();
    for group in groups {
        let name = group.attribute("identifier");
        let items = items.iter().filter(|item| belongs(name, item.attribute("identifier")));
        let items: Vec<Box<str>> = items.map(|item| text(item)).collect();
        made.push((text(group), items.into()));
    }
    made.retain(|(_, items)| !items.is_empty());
    match made.len() {
        0 | 1 => Answer::LeftOut(Remark::TooFew(Kind::Categorise, made.len(), 2)),
        _ => ready(BankAnswer::Categorise { groups: Entries(made.into()) }),
    }
}

fn ready(answer: BankAnswer) -> Answer {
    Answer::Ready { answer, feedback: Vec::new() }
}
