//! Gaps in running text in QTI 2 and 3: typed, picked from a list, or filled with words that are dragged; and sliders.

use crate::bank::{Answer as BankAnswer, ClozeText};
use crate::exchange::html_texts::{DO_FILL, HtmlTexts, gap_mark, list_gap, typed_gap, without_marks};
use crate::exchange::qti::asked::Asked;
use crate::exchange::qti::body::{holds_interaction, html, part, prompt};
use crate::exchange::qti::item::{Declaration, Item, number};
use crate::exchange::qti::options::{is_keyed, tell_own_rules};
use crate::exchange::xml::{Element, Node, escape};
use crate::exchange::{Answer, DraftNumber, DraftText, Remark};

/// All gaps of an item together; one at the end of its text is a question to type an answer to.
pub(super) fn cloze(item: &Item, first: &Element, texts: &mut HtmlTexts) -> Asked {
    let Some(body) = item.body else { return Asked { prompt: String::new(), answer: Answer::LeftOut(Remark::NoKey) } };
    tell_own_rules(item, texts);
    let found = body.all(&|element| super::asked::is_interaction(element));
    if found.len() == 1 && &*first.name == "textEntryInteraction" && is_last(body) {
        return typed(item, first, texts);
    }
    let mut gaps = Vec::new();
    for interaction in &found {
        match gap(item, interaction, texts) {
            Some(gap) => gaps.push(gap),
            None => return Asked { prompt: String::new(), answer: Answer::LeftOut(Remark::NoKey) },
        }
    }
    of_gaps(body, &gaps, texts)
}

/// Words that are dragged into gaps: lists of all of them.
pub(super) fn gap_match(item: &Item, interaction: &Element, texts: &mut HtmlTexts) -> Asked {
    let left_out = |reason| Asked { prompt: String::new(), answer: Answer::LeftOut(reason) };
    let words: Vec<(&str, String)> = interaction
        .elements()
        .filter(|word| matches!(&*word.name, "gapText" | "gapImg"))
        .map(|word| (word.attribute("identifier"), texts.plain(&part(word))))
        .collect();
    let correct: Vec<(String, String)> = pairs(item.of(interaction));
    tell_own_rules(item, texts);
    let mut gaps = Vec::new();
    let mut names = Vec::new();
    for gap in interaction.all_named("gap") {
        let name = gap.attribute("identifier");
        let right = correct.iter().find(|(_, into)| into == name).map(|(word, _)| word.as_str());
        let Some((key, _)) = words.iter().find(|(word, _)| Some(*word) == right) else {
            return left_out(Remark::NoKey);
        };
        let key_first =
            words.iter().filter(|(word, _)| word == key).chain(words.iter().filter(|(word, _)| word != key));
        match list_gap(&key_first.map(|(_, text)| text.clone()).collect::<Vec<_>>()) {
            Some(list) => gaps.push(list),
            None => return left_out(Remark::CannotCarry("a list to pick from has one option, or a picture")),
        }
        names.push(name.to_owned());
    }
    let text = interaction.inner_html(&mut |inner| match &*inner.name {
        "gap" => names.iter().position(|name| name == inner.attribute("identifier")).map(gap_mark),
        "gapText" | "gapImg" | "prompt" => Some(String::new()),
        _ => None,
    });
    let prompt = prompt(item, texts);
    let sentence = texts.with_gaps(&text, &gaps);
    let prompt = if prompt.trim().is_empty() { DO_FILL.to_owned() } else { prompt };
    Asked { prompt, answer: ready(&sentence) }
}

/// A number on a scale.
pub(super) fn slider(item: &Item, interaction: &Element, texts: &mut HtmlTexts) -> Asked {
    let prompt = prompt(item, texts);
    let bounds = [interaction.attribute("lowerBound"), interaction.attribute("upperBound")];
    let prompt = format!("{} ({}–{})", prompt.trim(), bounds[0], bounds[1]);
    Asked { prompt, answer: numbers(item, interaction) }
}

/// The blocks before the first gap ask; the others are the text with the gaps.
fn of_gaps(body: &Element, gaps: &[String], texts: &mut HtmlTexts) -> Asked {
    let holds = |node: &Node| matches!(node, Node::Element(element) if holds_interaction(element));
    let first = body.nodes.iter().position(holds).unwrap_or_default();
    let is_block = |node: &Node| match node {
        Node::Element(element) => matches!(&*element.name, "p" | "div" | "rubricBlock" | "ul" | "ol" | "table" | "pre"),
        Node::Text(words) => words.trim().is_empty(),
    };
    let asks = body.nodes[..first].iter().all(is_block) && body.nodes.get(first).is_some_and(is_block);
    let (asking, sentence) = body.nodes.split_at(if asks { first } else { 0 });
    let prompt = texts.text(&html(&Element::holding(asking), &mut |_| String::new()));
    let mut number = 0;
    let sentence = html(&Element::holding(sentence), &mut |_| {
        number += 1;
        gap_mark(number - 1)
    });
    let prompt = if prompt.trim().is_empty() { DO_FILL.to_owned() } else { prompt };
    Asked { prompt, answer: ready(&texts.with_gaps(&sentence, gaps)) }
}

fn gap(item: &Item, interaction: &Element, texts: &mut HtmlTexts) -> Option<String> {
    let declared = item.of(interaction).filter(|declared| is_keyed(declared))?;
    let best = best(declared);
    if &*interaction.name == "inlineChoiceInteraction" {
        let choices: Vec<(&str, String)> = interaction
            .children("inlineChoice")
            .map(|choice| (choice.attribute("identifier"), texts.plain(&part(choice))))
            .collect();
        let is_right = |name: &str| best.first().is_some_and(|right| right == name);
        let key = choices.iter().filter(|(name, _)| is_right(name));
        let others = choices.iter().filter(|(name, _)| !is_right(name));
        key.clone().next()?;
        return list_gap(&key.chain(others).map(|(_, text)| text.clone()).collect::<Vec<_>>());
    }
    let partial: Vec<Box<str>> = declared
        .mapping
        .iter()
        .filter(|(form, value, _)| *value > 0.0 && !best.contains(form))
        .map(|(form, ..)| form.as_str().into())
        .collect();
    if !partial.is_empty() {
        texts.tell(Remark::PartialAnswers(partial));
    }
    typed_gap(&best)
}

/// The answers that earn all.
fn best(declared: &Declaration) -> Vec<String> {
    let most = declared.mapping.iter().map(|(_, value, _)| *value).fold(0.0, f64::max);
    let mut best = declared.correct.clone();
    let mapped =
        declared.mapping.iter().filter(|(_, value, _)| most > 0.0 && *value >= most).map(|(form, ..)| form.clone());
    for form in mapped {
        if !best.contains(&form) {
            best.push(form);
        }
    }
    best
}

fn typed(item: &Item, interaction: &Element, texts: &mut HtmlTexts) -> Asked {
    let prompt = prompt(item, texts);
    let Some(declared) = item.of(interaction).filter(|declared| is_keyed(declared)) else {
        return Asked { prompt, answer: Answer::LeftOut(Remark::NoKey) };
    };
    if matches!(declared.base, "float" | "integer") {
        return Asked { prompt, answer: numbers(item, interaction) };
    }
    let mut forms: Vec<(String, f64)> = declared.correct.iter().map(|form| (form.clone(), 1.0)).collect();
    for (form, ..) in &declared.mapping {
        if !forms.iter().any(|(known, _)| known == form) {
            forms.push((form.clone(), declared.weight(form)));
        }
    }
    let all = forms.into_iter().map(|(form, weight)| DraftText {
        feedback: texts.text(&item.feedback(&form)),
        text: texts.plain(&escape(&form)),
        is_pattern: false,
        weight,
    });
    let is_case_counted = !declared.mapping.is_empty() && declared.mapping.iter().all(|(.., is_counted)| *is_counted);
    let answer = Answer::Texts { texts: all.collect(), is_case_counted };
    Asked { prompt, answer }
}

/// The number that is right, with the tolerance that rules of the file name.
fn numbers(item: &Item, interaction: &Element) -> Answer {
    let Some(declared) = item.of(interaction) else { return Answer::LeftOut(Remark::NoKey) };
    let value = best(declared).first().and_then(|value| number(value));
    let Some(value) = value else { return Answer::LeftOut(Remark::NoKey) };
    let rules = item.element.child("responseProcessing");
    let equal = rules.and_then(|rules| rules.find("equal"));
    let by = equal.and_then(|equal| number(equal.attribute("tolerance").split_whitespace().next().unwrap_or_default()));
    let tolerance = match equal.map(|equal| equal.attribute("toleranceMode")) {
        Some("absolute") => by.unwrap_or(0.0),
        Some("relative") => crate::exchange::canvas::tidy(value.abs() * by.unwrap_or(0.0) / 100.0),
        _ => 0.0,
    };
    let numbers = vec![DraftNumber { value, tolerance, weight: 1.0, feedback: String::new() }];
    Answer::Numbers { numbers, unit: Box::default(), is_unit_required: false }
}

/// Pairs of names, as a response that pairs has them.
pub(super) fn pairs(declared: Option<&Declaration>) -> Vec<(String, String)> {
    let Some(declared) = declared else { return Vec::new() };
    let mapped = declared.mapping.iter().filter(|(_, value, _)| *value > 0.0).map(|(key, ..)| key);
    let all: Vec<&String> =
        if declared.correct.is_empty() { mapped.collect() } else { declared.correct.iter().collect() };
    all.into_iter()
        .filter_map(|pair| pair.split_once(char::is_whitespace))
        .map(|(one, other)| (one.to_owned(), other.trim().to_owned()))
        .collect()
}

fn is_last(body: &Element) -> bool {
    let whole = html(body, &mut |_| gap_mark(0));
    let behind = whole.rsplit(&gap_mark(0)).next().unwrap_or_default();
    let words = without_tags(behind);
    without_marks(&words).trim().trim_matches(['.', ')']).is_empty()
}

fn without_tags(html: &str) -> String {
    html.split('<')
        .enumerate()
        .map(|(at, piece)| if at == 0 { piece } else { piece.split_once('>').map_or("", |(_, rest)| rest) })
        .collect()
}

fn ready(sentence: &str) -> Answer {
    Answer::Ready { answer: BankAnswer::Cloze { text: ClozeText::new(sentence) }, feedback: Vec::new() }
}
