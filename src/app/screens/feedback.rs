//! What a learner learns from: the answer given, the right one, why, and where it is written. Changes nothing.

use crate::app::model::Model;
use crate::app::screens::frame;
use crate::app::theme::Theme;
use crate::app::widgets::{OptionLook, OptionRow, card, icon, text};
use crate::app::words;
use crate::bank::{Answer, Kind, Source};
use crate::sitting::{Response, Turn, Verdict, is_gap_right, response};
use egui::{Color32, Rect, Ui};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{
    ICON_CANCEL, ICON_CHECK_CIRCLE, ICON_CONTRAST, ICON_MENU_BOOK, ICON_RADIO_BUTTON_UNCHECKED,
};

/// The sign and colour of a verdict; its word always stands beside them.
pub fn sign(verdict: Verdict, theme: &Theme) -> (MaterialIcon, Color32) {
    match verdict {
        Verdict::Correct => (ICON_CHECK_CIRCLE, theme.palette.right),
        Verdict::Partial => (ICON_CONTRAST, theme.palette.amber),
        Verdict::Wrong => (ICON_CANCEL, theme.palette.wrong),
        Verdict::Unanswered => (ICON_RADIO_BUTTON_UNCHECKED, theme.palette.soft),
    }
}

/// Shows the answer beside the key.
pub fn marked_answer(ui: &mut Ui, turn: &Turn) {
    ui.spacing_mut().item_spacing.y = 10.0;
    match &turn.item.question.answer {
        Answer::Choice { .. } | Answer::Choices { .. } => marked_options(ui, turn),
        Answer::TrueFalse(key) => {
            for (number, truth, text) in [(1, true, "True"), (2, false, "False")] {
                let is_picked = turn.response == Some(Response::TrueFalse(truth));
                let look = look(is_picked, truth == *key);
                ui.add(OptionRow { number, text, look, is_multiple: false });
            }
        }
        Answer::Number { .. } | Answer::Text { .. } | Answer::Calculated { .. } => typed_answer(ui, turn),
        Answer::Recall { answer } => {
            let is_known = turn.response == Some(Response::Known(true));
            ui.add(OptionRow { number: 0, text: answer, look: OptionLook::MissedRight, is_multiple: false });
            text::soft(ui, if is_known { "You knew it." } else { "You did not know it yet." });
        }
        Answer::Order { .. } | Answer::Match { .. } | Answer::Cloze { .. } | Answer::Categorise { .. } => {
            parts(ui, turn);
        }
        Answer::Hotspot { .. } => marked_spots(ui, turn),
    }
}

/// Each part of the answer with its own verdict, and under a wrong one what is right.
fn parts(ui: &mut Ui, turn: &Turn) {
    let question = &turn.item.question;
    let right = response::correct_parts(question);
    for (place, right) in right.iter().enumerate() {
        let answered = answered_part(turn, place);
        let is_right = answered.as_ref().is_some_and(|part| part.is_right);
        if let Some(part) = &answered {
            ui.add(OptionRow { number: 0, text: &part.words, look: look(true, is_right), is_multiple: false });
        }
        if !is_right {
            let words = if question.kind() == Kind::Order { format!("{}: {right}", place + 1) } else { right.clone() };
            ui.add(OptionRow { number: 0, text: &words, look: OptionLook::MissedRight, is_multiple: false });
        }
    }
}

/// What stands at a place of the answer.
struct AnsweredPart {
    words: String,
    is_right: bool,
}

fn answered_part(turn: &Turn, place: usize) -> Option<AnsweredPart> {
    let question = &turn.item.question;
    let options = question.options();
    match (&question.answer, turn.response.as_ref()?) {
        (_, Response::Order(items)) => {
            let item = *items.get(place)?;
            Some(AnsweredPart { words: format!("{}: {}", place + 1, options.get(item)?), is_right: item == place })
        }
        (Answer::Match { pairs, .. }, Response::Pairs(chosen)) => {
            let side = (*chosen.get(place)?)?;
            let words = format!("{} = {}", pairs.get(place)?.0, options.get(side)?);
            Some(AnsweredPart { words, is_right: question.answer.right_pairs().get(place) == Some(&side) })
        }
        (Answer::Categorise { groups }, Response::Pairs(chosen)) => {
            let group = (*chosen.get(place)?)?;
            let words = format!("{} = {}", options.get(place)?, groups.iter().nth(group)?.0);
            Some(AnsweredPart { words, is_right: question.answer.right_pairs().get(place) == Some(&group) })
        }
        (Answer::Cloze { text }, Response::Gaps(texts)) => {
            let words = texts.get(place).filter(|text| !text.trim().is_empty())?.clone();
            let is_right = is_gap_right(text.gaps().nth(place)?, &words);
            Some(AnsweredPart { words, is_right })
        }
        _ => None,
    }
}

fn marked_spots(ui: &mut Ui, turn: &Turn) {
    let answer = &turn.item.question.answer;
    let options = answer.options();
    let right = answer.right_spots();
    for index in &turn.item.option_order {
        let (Some(name), Some(is_right)) = (options.get(*index), right.get(*index)) else { continue };
        let is_picked = matches!(&turn.response, Some(Response::Spots(picked)) if picked.contains(index));
        ui.add(OptionRow { number: 0, text: name, look: look(is_picked, *is_right), is_multiple: true });
    }
}

/// Shows the verdict, the explanation and the citation. Gives back where.
pub fn card(ui: &mut Ui, model: &Model, bank_id: &str, turn: &Turn) -> Rect {
    let theme = Theme::of(ui.ctx());
    let (icon_sign, colour) = sign(turn.verdict(), &theme);
    card::edged(ui, colour, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.horizontal_top(|ui| {
            icon::show(ui, icon_sign, 20.0, colour);
            let heading = text::heading(ui, words::verdict(turn));
            frame::announce(ui, heading.id);
        });
        for paragraph in paragraphs(turn) {
            text::body(ui, paragraph);
        }
        for line in citations(model, bank_id, turn) {
            ui.horizontal_top(|ui| {
                icon::show(ui, ICON_MENU_BOOK, 16.0, theme.palette.soft);
                text::small(ui, line);
            });
        }
    })
    .response
    .rect
}

fn marked_options(ui: &mut Ui, turn: &Turn) {
    let question = &turn.item.question;
    let options = question.options();
    for (position, index) in turn.item.option_order.iter().enumerate() {
        let Some(option) = options.get(*index) else { continue };
        let is_picked = match &turn.response {
            Some(Response::Choice(picked)) => picked == index,
            Some(Response::Choices(picked)) => picked.contains(index),
            _ => false,
        };
        ui.add(OptionRow {
            number: position + 1,
            text: option,
            look: look(is_picked, *index < question.key_count()),
            is_multiple: question.kind() == Kind::Choices,
        });
    }
}

fn look(is_picked: bool, is_key: bool) -> OptionLook {
    match (is_picked, is_key) {
        (true, true) => OptionLook::PickedRight,
        (false, true) => OptionLook::MissedRight,
        (true, false) => OptionLook::PickedWrong,
        (false, false) => OptionLook::Passed,
    }
}

/// What was typed, and the right answer under it where that was another.
fn typed_answer(ui: &mut Ui, turn: &Turn) {
    let question = &turn.item.question;
    let is_right = turn.verdict() == Verdict::Correct;
    if let Some(response) = &turn.response {
        let written = response.written(question);
        ui.add(OptionRow { number: 0, text: &written, look: look(true, is_right), is_multiple: false });
    }
    if !is_right && let Some(first) = response::correct_parts(question).first() {
        ui.add(OptionRow { number: 0, text: first, look: OptionLook::MissedRight, is_multiple: false });
    }
}

/// The remark on the answer, what the chosen option really was, and the explanation.
fn paragraphs(turn: &Turn) -> Vec<String> {
    let question = &turn.item.question;
    let mut paragraphs: Vec<String> =
        turn.mark.as_ref().and_then(|mark| mark.note.as_ref()).map(words::note).into_iter().collect();
    for option in chosen(turn) {
        paragraphs.extend(question.feedback.get(&option).map(|feedback| feedback.to_string()));
    }
    if !question.explanation.is_empty() {
        paragraphs.push(question.explanation.to_string());
    }
    paragraphs
}

fn chosen(turn: &Turn) -> Vec<String> {
    let question = &turn.item.question;
    match &turn.response {
        Some(response @ Response::Choices(_)) => response::split_parts(&response.written(question)),
        Some(response) => vec![response.written(question)],
        None => Vec::new(),
    }
}

/// One line for each source, with all its places.
fn citations(model: &Model, bank_id: &str, turn: &Turn) -> Vec<String> {
    let bank = model.cited_bank(bank_id);
    let mut lines: Vec<(&str, Vec<&str>)> = Vec::new();
    for cite in &turn.item.question.cite.0 {
        let places = (!cite.place.is_empty()).then_some(&*cite.place);
        match lines.iter_mut().find(|(source, _)| *source == &*cite.source) {
            Some((_, known)) => known.extend(places),
            None => lines.push((&cite.source, places.into_iter().collect())),
        }
    }
    let words = |(key, places): (&str, Vec<&str>)| {
        let source = bank.and_then(|bank| bank.sources.get(key));
        let name = source.map_or_else(|| key.to_owned(), words_of_source);
        if places.is_empty() { name } else { format!("{name}: {}", places.join(", ")) }
    };
    lines.into_iter().map(words).collect()
}

fn words_of_source(source: &Source) -> String {
    let title = format!("“{}”", source.title);
    let parts = [title, source.publisher.to_string(), source.year.map(|year| year.to_string()).unwrap_or_default()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}
