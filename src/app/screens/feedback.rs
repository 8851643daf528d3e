//! What a learner learns from: the answer given, the right one, why, and where it is written. Changes nothing.

use crate::app::keys;
use crate::app::model::{Model, Pictures};
use crate::app::screens::answers::{Board, keep_together, spots};
use crate::app::theme::Theme;
use crate::app::widgets::{MarkedRow, OptionLook, OptionRow, button, card, chip, heard, icon, rich_text, text};
use crate::app::words;
use crate::bank::model::cloze::Gap;
use crate::bank::{Answer, ClozeText, Kind, Source};
use crate::sitting::{Response, Turn, Verdict, feedback_for, is_gap_right, response};
use crate::text::literal;
use egui::{Color32, Role, Ui};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{
    ICON_CANCEL, ICON_CHECK_CIRCLE, ICON_CONTRAST, ICON_MENU_BOOK, ICON_RADIO_BUTTON_UNCHECKED,
};
use std::borrow::Cow;

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
pub fn marked_answer(ui: &mut Ui, turn: &Turn, pictures: &Pictures) {
    ui.spacing_mut().item_spacing.y = 10.0;
    heard::group(ui, Role::List, "The answer, marked", |ui| {
        heard::count(ui, turn.item.option_order.len());
        marked_parts(ui, turn, pictures);
    });
}

fn marked_parts(ui: &mut Ui, turn: &Turn, pictures: &Pictures) {
    match &turn.item.question.answer {
        Answer::Choice { .. } | Answer::Choices { .. } => marked_options(ui, turn),
        Answer::TrueFalse(key) => {
            for (number, truth, text) in [(1, true, "True"), (2, false, "False")] {
                let is_picked = turn.response == Some(Response::TrueFalse(truth));
                let look = OptionLook::marked(is_picked, truth == *key);
                ui.add(OptionRow { number, text, look, is_multiple: false });
            }
        }
        Answer::Number { .. } | Answer::Text { .. } | Answer::Calculated { .. } => typed_answer(ui, turn),
        Answer::Recall { answer } => {
            let is_known = turn.response == Some(Response::Known(true));
            ui.add(OptionRow { number: 0, text: answer, look: OptionLook::MissedRight, is_multiple: false });
            text::soft(ui, if is_known { "You knew it." } else { "You did not know it yet." });
        }
        Answer::Order { .. } => rows(ui, &ordered(turn)),
        Answer::Match { .. } | Answer::Categorise { .. } => rows(ui, &paired(turn)),
        Answer::Cloze { text } => filled(ui, turn, text),
        Answer::Hotspot { .. } => spots::show_marked(ui, turn, pictures),
    }
}

fn rows(ui: &mut Ui, parts: &[Part<'_>]) {
    for part in parts {
        ui.add(part.as_marked());
    }
}

/// The width that places, left sides and items take beside their answers.
const LEAD_SHARE: f32 = 0.4;
const PLACE_SHARE: f32 = 0.04;

/// A row of an answer in parts, before it is shown.
struct Part<'a> {
    lead: Cow<'a, str>,
    lead_share: f32,
    given: Option<&'a str>,
    right: &'a str,
    is_right: bool,
}

impl Part<'_> {
    fn as_marked(&self) -> MarkedRow<'_> {
        let Self { lead, lead_share, given, right, is_right } = self;
        MarkedRow { lead, lead_share: *lead_share, given: *given, right, is_right: *is_right }
    }
}

/// Each place with the item that stands there, and the one that belongs there.
fn ordered(turn: &Turn) -> Vec<Part<'_>> {
    let items = turn.item.question.options();
    let order = match &turn.response {
        Some(Response::Order(order)) => order.as_slice(),
        _ => &[],
    };
    let mut parts = Vec::new();
    for (place, right) in items.iter().copied().enumerate() {
        let index = order.get(place).copied();
        parts.push(Part {
            lead: Cow::Owned((place + 1).to_string()),
            lead_share: PLACE_SHARE,
            given: index.and_then(|index| items.get(index).copied()),
            right,
            is_right: index == Some(place),
        });
    }
    parts
}

/// Each left side or item with what it was put to, and where it belongs.
fn paired(turn: &Turn) -> Vec<Part<'_>> {
    let board = Board::of(&turn.item);
    let right_sides = turn.item.question.answer.right_pairs();
    let part = |item: &usize| {
        let right = right_sides.get(*item).copied()?;
        let side = match &turn.response {
            Some(Response::Pairs(chosen)) => chosen.get(*item).copied().flatten(),
            _ => None,
        };
        Some(Part {
            lead: Cow::Borrowed(board.name(*item)),
            lead_share: LEAD_SHARE,
            given: side.map(|side| board.side_name(side)),
            right: board.side_name(right),
            is_right: side == Some(right),
        })
    };
    board.items.iter().filter_map(part).collect()
}

/// The text with what stands in each gap, and after a wrong one what is right.
fn filled(ui: &mut Ui, turn: &Turn, text: &ClozeText) {
    let theme = Theme::of(ui.ctx());
    let gaps: Vec<_> = text.gaps().collect();
    let gap_height = gaps.iter().map(|gap| right_part(gap).height(ui)).fold(0.0, f32::max);
    rich_text::with_gaps(ui, &text.rich(), &theme.option(), gap_height, &mut |ui, number, after| {
        if let Some(gap) = gaps.get(number) {
            marked_gap(ui, gap, given_in_gap(turn, number), after);
        }
    });
}

fn given_in_gap(turn: &Turn, number: usize) -> &str {
    match &turn.response {
        Some(Response::Gaps(texts)) => texts.get(number).map_or("", |given| given.trim()),
        _ => "",
    }
}

fn right_part(gap: &Gap) -> chip::Marked<'_> {
    chip::Marked { text: gap.right(), word: "right answer", verdict: Verdict::Correct }
}

fn marked_gap(ui: &mut Ui, gap: &Gap, given: &str, after: &str) {
    let is_right = !given.is_empty() && is_gap_right(gap, given);
    let given = match (given.is_empty(), is_right) {
        (true, _) => chip::Marked { text: "—", word: "no answer", verdict: Verdict::Unanswered },
        (false, true) => chip::Marked { text: given, word: "right", verdict: Verdict::Correct },
        (false, false) => chip::Marked { text: given, word: "not right", verdict: Verdict::Wrong },
    };
    let right = right_part(gap);
    if is_right {
        keep_together(ui, given.width(ui), after);
        given.show(ui);
    } else {
        given.show(ui);
        ui.add_space(6.0);
        keep_together(ui, right.width(ui), after);
        right.show(ui);
    }
}

/// Shows the verdict, the explanation and the citation, as something that can have the focus: a screen reader then says
/// the verdict, and all the rest as its description. Who does not work by keys hears the same as live text.
pub fn card(ui: &mut Ui, model: &Model, bank_id: &str, turn: &Turn) -> egui::Response {
    let theme = Theme::of(ui.ctx());
    let (icon_sign, colour) = sign(turn.verdict(), &theme);
    let verdict = words::verdict(turn);
    let id = ui.scope_id().with("feedback");
    let shown = heard::reading(ui, id, &rich_text::one_line(&verdict), |ui| {
        card::edged(ui, colour, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.horizontal_top(|ui| {
                icon::show(ui, icon_sign, 20.0, colour);
                let heading = rich_text::heading(ui, &verdict);
                heard::silence(&heading);
            });
            if let Some(line) = words::counted(turn) {
                text::paragraph(ui, line, theme.strong(), theme.palette.text);
            }
            for paragraph in paragraphs(turn) {
                rich_text::body(ui, &paragraph);
            }
            for line in citations(model, bank_id, turn) {
                ui.horizontal_top(|ui| {
                    icon::show(ui, ICON_MENU_BOOK, 16.0, theme.palette.soft);
                    text::small(ui, line);
                });
            }
        });
    });
    heard::describe(&shown.response, &spoken(model, bank_id, turn));
    if !keys::is_keyboard_in_use(ui.ctx()) {
        heard::announce(ui, shown.response.id);
    }
    if shown.response.has_focus() {
        button::focus_ring(ui, shown.response.rect);
    }
    shown.response
}

/// The verdict with all that goes with it, where the card cannot have the focus.
pub fn spoken_whole(model: &Model, bank_id: &str, turn: &Turn) -> String {
    let verdict = rich_text::one_line(&words::verdict(turn)).into_owned();
    words::sentences([verdict, spoken(model, bank_id, turn)])
}

/// All that the card and the rows above it say beside the verdict.
fn spoken(model: &Model, bank_id: &str, turn: &Turn) -> String {
    let mut said = parts(turn);
    said.push(words::counted(turn).unwrap_or_else(|| words::score(turn)));
    said.extend(paragraphs(turn).iter().map(|paragraph| rich_text::one_line(paragraph).into_owned()));
    said.extend(citations(model, bank_id, turn).into_iter().map(|line| format!("Source: {line}")));
    words::sentences(said)
}

/// What became of each part of an answer that has several, where the verdict tells only of the whole.
fn parts(turn: &Turn) -> Vec<String> {
    let question = &turn.item.question;
    match &question.answer {
        Answer::Choices { .. } | Answer::Hotspot { .. } if turn.verdict() != Verdict::Correct => {
            let right = response::correct_parts(question);
            vec![format!("Right answer: {}", words::listed(&right))]
        }
        Answer::Order { .. } => ordered(turn).iter().map(|row| row.as_marked().name()).collect(),
        Answer::Match { .. } | Answer::Categorise { .. } => {
            paired(turn).iter().map(|row| row.as_marked().name()).collect()
        }
        Answer::Cloze { text } => gaps(turn, text),
        Answer::Recall { answer } => vec![format!("The answer: {}", rich_text::one_line(answer))],
        _ => Vec::new(),
    }
}

/// `Gap 1: Danube, right.`
fn gaps(turn: &Turn, text: &ClozeText) -> Vec<String> {
    let say = |(number, gap): (usize, &Gap)| {
        let given = given_in_gap(turn, number);
        let what = match (given.is_empty(), is_gap_right(gap, given)) {
            (true, _) => format!("no answer; right answer: {}", gap.right()),
            (false, true) => format!("{given}, right"),
            (false, false) => format!("{given}, not right; right answer: {}", gap.right()),
        };
        format!("Gap {}: {what}", number + 1)
    };
    text.gaps().enumerate().map(say).collect()
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
            look: OptionLook::marked(is_picked, *index < question.key_count()),
            is_multiple: question.kind() == Kind::Choices,
        });
    }
}

/// What was typed, and the right answer under it where that was another.
fn typed_answer(ui: &mut Ui, turn: &Turn) {
    let question = &turn.item.question;
    let is_right = turn.verdict() == Verdict::Correct;
    if let Some(response) = &turn.response {
        let written = response.written(question);
        ui.add(OptionRow {
            number: 0,
            text: &literal(&written),
            look: OptionLook::marked(true, is_right),
            is_multiple: false,
        });
    }
    if !is_right && let Some(first) = response::correct_parts(question).first() {
        ui.add(OptionRow { number: 0, text: &literal(first), look: OptionLook::MissedRight, is_multiple: false });
    }
}

/// The remark on the answer, what the chosen option really was, and the explanation.
fn paragraphs(turn: &Turn) -> Vec<String> {
    let question = &turn.item.question;
    let note = turn.mark.as_ref().and_then(|mark| mark.note.as_ref());
    let mut paragraphs: Vec<String> = note.map(|note| literal(&words::note(note)).into_owned()).into_iter().collect();
    let told = turn.response.as_ref().map(|response| feedback_for(question, response));
    paragraphs.extend(told.unwrap_or_default().into_iter().map(str::to_owned));
    if !question.explanation.is_empty() {
        paragraphs.push(question.explanation.to_string());
    }
    paragraphs
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
