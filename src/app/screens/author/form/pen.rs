//! What writes in the form: it shows fields by their names, and notes what became of them. Knows no kind of answer.

use super::context::{FormContext, FormNews};
use super::edit::{self, Look};
use super::state::FormState;
use super::words;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, field, heard, icon, text};
use crate::author::form::{FieldName, Form};
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Id, Response, Ui};
use egui_material_icons::icons::{ICON_ERROR, ICON_WARNING};
use std::ops::Range;

/// The form under way.
pub(super) struct Pen<'a> {
    pub form: &'a mut Form,
    pub context: &'a FormContext<'a>,
    pub state: &'a mut FormState,
    pub news: &'a mut FormNews,
}

/// The id of a field, by which it keeps the keyboard whatever stands before it.
pub(super) fn id_of(field: FieldName) -> Id {
    Id::unique("form of a question").with(field)
}

impl Pen<'_> {
    /// A field of one line below its label, with what is wrong below it.
    pub fn line(&mut self, ui: &mut Ui, field: FieldName, label: &str, example: &str) {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            heard::leave_out(&text::small(ui, label));
            let width = ui.available_width();
            self.bare(ui, field, Bare { name: label, example, lines: 1, width, is_small: false });
            self.faults(ui, field);
        });
    }

    /// A field of several lines below its label.
    pub fn area(&mut self, ui: &mut Ui, field: FieldName, label: &str, lines: usize) {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            heard::leave_out(&text::small(ui, label));
            let width = ui.available_width();
            self.bare(ui, field, Bare { name: label, example: "", lines, width, is_small: false });
            self.faults(ui, field);
        });
    }

    /// The field alone; `None` where the form has none of that name.
    pub fn bare(&mut self, ui: &mut Ui, field: FieldName, bare: Bare<'_>) -> Option<Response> {
        let is_faulty = self.is_faulty(field);
        let text = self.form.text_mut(field)?;
        let Bare { name, example, lines, width, is_small } = bare;
        // A text of several lines keeps them, wherever it stands.
        let lines = if text.contains('\n') { lines.max(2) } else { lines };
        let response =
            edit::show(ui, text, Look { id: id_of(field), name, example, lines, width, is_faulty, is_small });
        let is_asked_for = self.state.focus == Some(field);
        if is_asked_for {
            match self.state.selection.take() {
                Some(selected) => select(ui, &response, selected),
                None => field::go_to_end(ui, &response, text),
            }
            response.request_focus();
            response.scroll_to_me(None);
            self.state.focus = None;
        }
        self.note(&response, field);
        Some(response)
    }

    /// Notes what became of a field.
    pub fn note(&mut self, response: &Response, field: FieldName) {
        self.news.is_changed |= response.changed();
        if response.lost_focus() {
            self.news.left = Some(field);
        }
        if response.has_focus() {
            self.state.last = Some(field);
            self.state.selected = selected(response);
        }
    }

    /// Notes a change that was made by a button.
    pub fn has_changed(&mut self) {
        self.news.is_changed = true;
    }

    fn is_faulty(&self, field: FieldName) -> bool {
        self.context.faults.iter().any(|fault| fault.field == field)
            || self.context.problems.iter().any(|problem| problem.field == field && problem.is_error)
    }

    /// Says below a field what is wrong with it; a number that can be read two ways is chosen by a press.
    pub fn faults(&mut self, ui: &mut Ui, field: FieldName) {
        let context = self.context;
        let mut told: Vec<(String, bool)> = Vec::new();
        let mut ways = Vec::new();
        for fault in context.faults.iter().filter(|fault| fault.field == field) {
            told.push((words::fault(&fault.fault), true));
            ways.extend(words::ways_out(&fault.fault));
        }
        let problems = context.problems.iter().filter(|problem| problem.field == field);
        told.extend(problems.map(|problem| (problem.words.clone(), problem.is_error)));
        for (words, is_error) in &told {
            remark(ui, words, *is_error);
        }
        if !told.is_empty() {
            let words: Vec<&str> = told.iter().map(|(words, _)| words.as_str()).collect();
            ui.ctx().accesskit_node_builder(id_of(field), |node| node.set_description(words.join(" ")));
        }
        for way in ways {
            if ui.add(Button::secondary(&format!("Write {way}"))).clicked()
                && let Some(text) = self.form.text_mut(field)
            {
                *text = way;
                self.state.focus = Some(field);
                self.has_changed();
            }
        }
    }
}

/// A line below a field, with a sign before it.
fn remark(ui: &mut Ui, words: &str, is_error: bool) {
    let theme = Theme::of(ui.ctx());
    let (sign, ink) = match is_error {
        true => (ICON_ERROR, theme.palette.wrong),
        false => (ICON_WARNING, theme.palette.amber),
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        icon::show(ui, sign, 16.0, ink);
        ui.vertical(|ui| text::paragraph(ui, words, theme.small(), ink));
    });
}

/// Shows things beside each other where there is so much room at normal text size, else below each other.
pub(super) fn beside_or_below(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    if ui.available_width() >= width * Theme::of(ui.ctx()).text_scale {
        ui.horizontal(contents);
    } else {
        ui.vertical(contents);
    }
}

fn selected(field: &Response) -> Option<Range<usize>> {
    let range = TextEditState::load(&field.ctx, field.id)?.cursor.char_range()?.as_sorted_char_range();
    Some(range.start.into()..range.end.into())
}

fn select(ui: &Ui, field: &Response, selected: Range<usize>) {
    let mut state = TextEditState::load(ui.ctx(), field.id).unwrap_or_default();
    let range = CCursorRange::two(CCursor::new(selected.start), CCursor::new(selected.end));
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), field.id);
}

/// A field without its label.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bare<'a> {
    pub name: &'a str,
    pub example: &'a str,
    pub lines: usize,
    pub width: f32,
    pub is_small: bool,
}
