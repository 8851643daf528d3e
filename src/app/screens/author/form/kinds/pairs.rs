//! Pairs, both sides in a row, and right sides that belong to none. Knows no other kind.

use crate::app::screens::author::form::keys::{self, RowDeed};
use crate::app::screens::author::form::pen::{Bare, Pen, id_of};
use crate::app::screens::author::form::rows::{Outcome, Rows, act_on};
use crate::app::theme::Theme;
use crate::app::widgets::{Button, heard, text};
use crate::author::form::{FieldName, PairRow, RowList};
use egui::{Role, Ui};
use egui_material_icons::icons::{ICON_ADD, ICON_CLOSE};

/// A match has this many pairs at least, empty or not.
const LEAST: usize = 2;

pub(in super::super) fn show(ui: &mut Ui, pen: &mut Pen<'_>) {
    let label = "Pairs: what stands on the left, and what goes with it";
    let mut asked = None;
    heard::group(ui, Role::Group, label, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        heard::leave_out(&text::small(ui, label));
        for index in 0..pen.form.answer.pairs.pairs.len() {
            asked = pair(ui, pen, index).map(|deed| (index, deed)).or(asked.take());
        }
        if ui.add(Button::quiet("Add pair").icon(ICON_ADD).in_line()).clicked() {
            asked = Some((pen.form.answer.pairs.pairs.len(), RowDeed::Next));
        }
    });
    if let Some((index, deed)) = asked {
        act(pen, index, deed);
    }
    let extra = Rows {
        list: RowList::Extra,
        label: "More right sides, which belong to nothing on the left",
        one: "Extra right side",
        of: "",
        has_feedback: false,
        least: 0,
        can_grow: true,
        beside: None,
    };
    extra.show(ui, pen);
}

fn pair(ui: &mut Ui, pen: &mut Pen<'_>, index: usize) -> Option<RowDeed> {
    let (left, right) = (FieldName::Left(index), FieldName::RightSide(index));
    let row = &pen.form.answer.pairs.pairs[index];
    let is_empty = row.left.is_empty() && row.right.is_empty();
    let mut deed = match keys::deed(ui, id_of(left), is_empty) {
        // The left side is done: the right one is next.
        Some(RowDeed::Next) => {
            pen.state.focus = Some(right);
            None
        }
        deed => deed,
    };
    deed = deed.or_else(|| keys::deed(ui, id_of(right), false));
    let button = 44.0 * Theme::of(ui.ctx()).text_scale;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let width = ((ui.available_width() - button - 12.0) / 2.0).max(60.0);
        for (field, side) in [(left, "Left"), (right, "Right")] {
            let name = format!("{side} {}", index + 1);
            pen.bare(ui, field, Bare { name: &name, example: "", lines: 1, width, is_small: false });
        }
        if ui.add(Button::icon_only(ICON_CLOSE, &format!("Remove pair {}", index + 1))).clicked() {
            deed = Some(RowDeed::Remove);
        }
    });
    pen.faults(ui, left);
    pen.faults(ui, right);
    deed
}

fn act(pen: &mut Pen<'_>, index: usize, deed: RowDeed) {
    let pairs = &mut pen.form.answer.pairs.pairs;
    let goes_to = match act_on(pairs, index, deed, LEAST, PairRow::default, PairRow::is_empty, true) {
        Outcome::Goes(place, is_changed) => {
            pen.news.is_changed |= is_changed;
            Some(place)
        }
        Outcome::Pastes(text) => {
            pen.has_changed();
            pen.form.paste_pairs(index, &text)
        }
        Outcome::Nothing => None,
    };
    if let Some(place) = goes_to {
        pen.state.focus = Some(FieldName::Left(place));
    }
}
