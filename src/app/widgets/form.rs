//! The lines of a form: what is chosen, the choices, and a word on what they mean.

use crate::app::theme::Theme;
use crate::app::widgets::{heard, text};
use egui::{Align, Color32, Label, Layout, Rect, RichText, Stroke, Ui, pos2, vec2};

/// Width of the labels, at normal text size.
const LABEL_WIDTH: f32 = 152.0;
/// Width of a form from which labels stand beside their choices, at normal text size.
const WIDE: f32 = 520.0;
/// What stays free between the choices and the word on them.
const GAP: f32 = 16.0;

/// Shows one line of a form, with a rule above where it is not the first. `label` is left out for screen readers, as each
/// choice tells by its name what it is a choice of. `hint` stands at the right edge where it fits, else below.
pub fn row<R>(ui: &mut Ui, label: &str, hint: &str, is_first: bool, choices: impl FnOnce(&mut Ui) -> R) -> R {
    let theme = Theme::of(ui.ctx());
    if !is_first {
        rule(ui);
    }
    let label_width = LABEL_WIDTH * theme.text_scale;
    if ui.available_width() < WIDE * theme.text_scale {
        return ui
            .vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 6.0;
                heard::leave_out(&text::soft(ui, label));
                with_hint(ui, hint, choices)
            })
            .inner;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let size = vec2(label_width, theme.control_height());
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(size);
            let words = RichText::new(label).font(theme.body()).color(theme.palette.soft);
            heard::leave_out(&ui.add(Label::new(words).wrap()));
        });
        let builder = egui::UiBuilder::new().layout(Layout::top_down(Align::Min));
        ui.scope_builder(builder, |ui| with_hint(ui, hint, choices)).inner
    })
    .inner
}

/// A rule between two lines of a form or of a list.
pub fn rule(ui: &mut Ui) {
    let line = Theme::of(ui.ctx()).palette.line;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, line));
}

fn with_hint<R>(ui: &mut Ui, hint: &str, choices: impl FnOnce(&mut Ui) -> R) -> R {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
    let shown = ui.scope(choices);
    if hint.is_empty() {
        return shown.inner;
    }
    let words = ui.fonts_mut(|fonts| fonts.layout_no_wrap(hint.to_owned(), theme.small(), Color32::PLACEHOLDER));
    let (row, right) = (shown.response.rect, ui.max_rect().right());
    let is_one_line = row.height() < 1.5 * theme.control_height();
    if is_one_line && row.right() + GAP + words.size().x <= right {
        let left_top = pos2(right - words.size().x, row.center().y - words.size().y / 2.0);
        let label = RichText::new(hint).font(theme.small()).color(theme.palette.soft);
        ui.put(Rect::from_min_size(left_top, words.size()), Label::new(label).extend());
    } else {
        text::small(ui, hint);
    }
    shown.inner
}
