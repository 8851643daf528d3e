//! A list of texts, a row each, with the feedback to each below it where there is some to give. Knows no kind of answer.

use super::keys::{self, RowDeed};
use super::pen::{Bare, Pen, id_of};
use crate::app::theme::Theme;
use crate::app::widgets::{Button, heard, text};
use crate::author::form::{FieldName, Row, RowList};
use egui::{Role, Ui};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{ICON_ADD, ICON_CLOSE};

/// How a list is shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rows<'a> {
    pub list: RowList,
    /// What stands above it.
    pub label: &'a str,
    /// What one row is called.
    pub one: &'a str,
    /// What tells rows of one list from those of another, behind their names; may be empty.
    pub of: &'a str,
    /// Whether each row has feedback of its own.
    pub has_feedback: bool,
    /// So many rows stay, empty or not.
    pub least: usize,
    /// Whether rows can be added.
    pub can_grow: bool,
    /// A button beside each row that does something else with it: sign and name.
    pub beside: Option<(MaterialIcon, &'a str)>,
}

impl Rows<'_> {
    /// Shows the rows; gives back the row whose other button was pressed.
    pub fn show(self, ui: &mut Ui, pen: &mut Pen<'_>) -> Option<usize> {
        let mut pressed = None;
        let mut deed = None;
        heard::group(ui, Role::Group, self.label, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            if !self.label.is_empty() {
                heard::leave_out(&text::small(ui, self.label));
            }
            for index in 0..pen.form.rows(self.list).len() {
                let (asked, is_pressed) = self.row(ui, pen, index);
                deed = asked.map(|asked| (index, asked)).or(deed.take());
                if is_pressed {
                    pressed = Some(index);
                }
            }
            let label = format!("Add {}", self.one.to_lowercase());
            let name = format!("{label}{}", self.of);
            if self.can_grow && ui.add(Button::quiet(&label).icon(ICON_ADD).name(&name).in_line()).clicked() {
                deed = Some((pen.form.rows(self.list).len(), RowDeed::Next));
            }
        });
        if let Some((index, deed)) = deed {
            self.act(pen, index, deed);
        }
        pressed
    }

    fn row(self, ui: &mut Ui, pen: &mut Pen<'_>, index: usize) -> (Option<RowDeed>, bool) {
        let field = FieldName::Row(self.list, index);
        let count = pen.form.rows(self.list).len();
        let name = if count == 1 && !self.can_grow {
            self.one.to_owned()
        } else {
            format!("{} {}{}", self.one, index + 1, self.of)
        };
        let can_go = count > self.least;
        let is_empty =
            pen.form.rows(self.list)[index].text.is_empty() && pen.form.rows(self.list)[index].feedback.is_empty();
        let mut deed = keys::deed(ui, id_of(field), is_empty);
        let mut is_pressed = false;
        let scale = Theme::of(ui.ctx()).text_scale;
        let button = 44.0 * scale;
        let buttons = f32::from(u8::from(can_go)) + f32::from(u8::from(self.beside.is_some()));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let width = (ui.available_width() - buttons * button).max(80.0);
            let shown = pen.bare(ui, field, Bare { name: &name, example: "", lines: 1, width, is_small: false });
            if let Some(shown) = shown {
                heard::place(&shown, index);
            }
            if let Some((sign, does)) = self.beside {
                is_pressed = ui.add(Button::icon_only(sign, &format!("{does}: {name}"))).clicked();
            }
            if can_go && ui.add(Button::icon_only(ICON_CLOSE, &format!("Remove {}", name.to_lowercase()))).clicked() {
                deed = Some(RowDeed::Remove);
            }
        });
        pen.faults(ui, field);
        if self.has_feedback && (!is_empty || pen.state.last == Some(FieldName::Said(self.list, index))) {
            self.feedback(ui, pen, index, &name);
        }
        (deed, is_pressed)
    }

    fn feedback(self, ui: &mut Ui, pen: &mut Pen<'_>, index: usize, name: &str) {
        ui.horizontal(|ui| {
            ui.add_space(16.0);
            ui.vertical(|ui| {
                let width = ui.available_width();
                let said = FieldName::Said(self.list, index);
                let name = format!("Feedback to {}", name.to_lowercase());
                pen.bare(
                    ui,
                    said,
                    Bare { name: &name, example: "What to say to whoever gives it", lines: 1, width, is_small: true },
                );
                pen.faults(ui, said);
            });
        });
    }

    fn act(self, pen: &mut Pen<'_>, index: usize, deed: RowDeed) {
        let Some(rows) = pen.form.rows_mut(self.list) else { return };
        let goes_to = act_on(rows, index, deed, self.least, Row::default, Row::is_empty, self.can_grow);
        let goes_to = match goes_to {
            Outcome::Goes(place, is_changed) => {
                pen.news.is_changed |= is_changed;
                Some(place)
            }
            Outcome::Pastes(text) => {
                pen.has_changed();
                pen.form.paste_rows(self.list, index, &text)
            }
            Outcome::Nothing => None,
        };
        if let Some(place) = goes_to {
            pen.state.focus = Some(FieldName::Row(self.list, place));
        }
    }
}

/// What has become of rows.
pub(super) enum Outcome {
    /// The keyboard goes to that row; whether the rows are others than before.
    Goes(usize, bool),
    /// Lines are to be put in.
    Pastes(String),
    Nothing,
}

/// Adds, removes or moves a row of any sort.
pub(super) fn act_on<T>(
    rows: &mut Vec<T>,
    index: usize,
    deed: RowDeed,
    least: usize,
    new: impl Fn() -> T,
    is_empty: impl Fn(&T) -> bool,
    can_grow: bool,
) -> Outcome {
    match deed {
        RowDeed::Next => {
            let next = index.saturating_add(1).min(rows.len());
            if next < rows.len() && (is_empty(&rows[next]) || !can_grow) {
                return Outcome::Goes(next, false);
            }
            // An empty row needs no second one below it, nor does a list with one at its end.
            let is_from_empty = rows.get(index).is_some_and(&is_empty);
            let ends_empty = next == rows.len() && rows.last().is_some_and(&is_empty);
            if is_from_empty || ends_empty || !can_grow {
                let last = rows.len().saturating_sub(1);
                return if rows.is_empty() { Outcome::Nothing } else { Outcome::Goes(next.min(last), false) };
            }
            rows.insert(next, new());
            Outcome::Goes(next, false)
        }
        RowDeed::Remove if rows.len() > least && index < rows.len() => {
            rows.remove(index);
            if rows.is_empty() { Outcome::Goes(0, true) } else { Outcome::Goes(index.saturating_sub(1), true) }
        }
        RowDeed::Up if index > 0 && index < rows.len() => {
            rows.swap(index, index - 1);
            Outcome::Goes(index - 1, true)
        }
        RowDeed::Down if index + 1 < rows.len() => {
            rows.swap(index, index + 1);
            Outcome::Goes(index + 1, true)
        }
        RowDeed::Paste(text) => Outcome::Pastes(text),
        RowDeed::Remove if index > 0 => Outcome::Goes(index - 1, false),
        RowDeed::Remove | RowDeed::Up | RowDeed::Down => Outcome::Nothing,
    }
}
