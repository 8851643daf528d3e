//! A text with gaps, which are made of selected words, and the answers in each gap below it. Knows no other kind.

use crate::app::screens::author::form::edit::{self, Look};
use crate::app::screens::author::form::pen::{Pen, beside_or_below, id_of};
use crate::app::screens::author::form::words;
use crate::app::widgets::{Button, field, heard, segmented, text};
use crate::author::form::{FieldName, GapForm, fill_gap, gaps, make_gap, set_gap};
use egui::{Key, Modifiers, Role, Ui};
use egui_material_icons::icons::{ICON_ADD, ICON_CLOSE};
use std::ops::Range;

pub(in super::super) fn show(ui: &mut Ui, pen: &mut Pen<'_>) {
    pen.area(ui, FieldName::ClozeText, "Text with gaps", 4);
    if ui.add(Button::secondary("Make a gap of the selected words").icon(ICON_ADD)).clicked() {
        make(pen);
    }
    if let Some(note) = pen.state.gap_note {
        let shown = text::small(ui, note);
        heard::announce(ui, shown.id);
    }
    let found = gaps(&pen.form.answer.cloze);
    for (index, gap) in found.iter().enumerate() {
        heard::group(ui, Role::Group, &format!("Gap {}", index + 1), |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            one_gap(ui, pen, index, gap);
        });
    }
}

fn make(pen: &mut Pen<'_>) {
    let selected = selection(pen);
    match make_gap(&mut pen.form.answer.cloze, selected) {
        Ok(_) => {
            pen.state.gap_note = None;
            pen.state.focus = Some(FieldName::ClozeText);
            pen.has_changed();
        }
        Err(why) => pen.state.gap_note = Some(words::no_gap(why)),
    }
}

/// The bytes that are selected in the text, or were before the button took the keyboard.
fn selection(pen: &Pen<'_>) -> Range<usize> {
    let text = pen.form.answer.cloze.as_str();
    let byte = |index: usize| text.char_indices().nth(index).map_or(text.len(), |(at, _)| at);
    match &pen.state.selected {
        Some(selected) if pen.state.last == Some(FieldName::ClozeText) => byte(selected.start)..byte(selected.end),
        _ => 0..0,
    }
}

fn one_gap(ui: &mut Ui, pen: &mut Pen<'_>, index: usize, gap: &GapForm) {
    let name = format!("Gap {}", index + 1);
    beside_or_below(ui, 400.0, |ui| {
        text::body(ui, &name);
        let choices = [(false, "is typed"), (true, "is picked from a list")];
        if let Some(is_list) = segmented::show(ui, &name, &choices, gap.is_list) {
            write(pen, index, &GapForm { is_list, ..gap.clone() });
        }
        if ui.add(Button::icon_only(ICON_CLOSE, &format!("Make words of gap {} again", index + 1))).clicked() {
            fill_gap(&mut pen.form.answer.cloze, index);
            pen.has_changed();
        }
    });
    let mut answers = gap.answers.clone();
    // The last field is for another answer; nothing is written of it while it is empty.
    if answers.last().is_none_or(|last| !last.is_empty()) {
        answers.push(String::new());
    }
    for place in 0..answers.len() {
        answer(ui, pen, (index, place), gap, &answers);
    }
}

fn answer(ui: &mut Ui, pen: &mut Pen<'_>, (index, place): (usize, usize), gap: &GapForm, answers: &[String]) {
    let field = FieldName::GapAnswer(index, place);
    let written = &answers[place];
    // While it is typed, a space at its end stays, which the text would not keep.
    let mut typed = match &pen.state.gap_draft {
        Some((i, p, draft)) if (*i, *p) == (index, place) && draft.trim() == written => draft.clone(),
        _ => written.clone(),
    };
    let is_new = place + 1 == answers.len() && written.is_empty();
    let name = match (is_new, gap.is_list, place) {
        (true, true, 1..) => format!("Another wrong option of gap {}", index + 1),
        (true, false, 1..) => format!("Another right answer of gap {}", index + 1),
        (_, true, 1..) => format!("Wrong option {place} of gap {}", index + 1),
        _ => format!("Right answer {} of gap {}", place + 1, index + 1),
    };
    let id = id_of(field);
    if ui.memory(|memory| memory.has_focus(id)) && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
    {
        pen.state.focus = Some(FieldName::GapAnswer(index, (place + 1).min(answers.len() - 1)));
    }
    let width = ui.available_width();
    let example = if is_new && place > 0 { name.as_str() } else { "" };
    let look = Look { id, name: &name, example, lines: 1, width, is_faulty: false, is_small: false };
    let response = edit::show(ui, &mut typed, look);
    if pen.state.focus == Some(field) {
        field::go_to_end(ui, &response, &typed);
        response.request_focus();
        pen.state.focus = None;
    }
    if response.changed() {
        let mut answers = answers.to_vec();
        answers[place].clone_from(&typed);
        // Fields that are empty at the end are not written, but the right answer's is.
        while answers.len() > 1 && answers.last().is_some_and(|last| last.trim().is_empty()) {
            answers.pop();
        }
        write(pen, index, &GapForm { answers, is_list: gap.is_list });
        pen.state.gap_draft = Some((index, place, typed));
    }
    if response.lost_focus() {
        pen.news.left = Some(field);
        pen.state.gap_draft = None;
    }
}

fn write(pen: &mut Pen<'_>, index: usize, gap: &GapForm) {
    set_gap(&mut pen.form.answer.cloze, index, gap);
    pen.has_changed();
}
