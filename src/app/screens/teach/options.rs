//! The options of a question: who chose what, by thirds of the class. The key has an icon and a word.

use crate::app::theme::Theme;
use crate::app::widgets::{bar, card, form, heard, icon, text};
use crate::app::wording::{teach_words, words};
use crate::class::{ItemFigures, OptionFigures};
use crate::text::plain;
use egui::{Align, Layout, Sense, Ui, vec2};
use egui_material_icons::icons::ICON_CHECK_CIRCLE;

/// Shows the options.
pub(super) fn show(ui: &mut Ui, item: &ItemFigures) {
    card::show(ui, |ui| {
        text::heading(ui, "Answers chosen");
        text::small(ui, "Thirds of the class by their score on the rest; those at a border count in both by parts.");
        for (place, option) in item.options.iter().enumerate() {
            form::rule(ui);
            row(ui, place, option, item.attempts);
        }
    });
}

fn row(ui: &mut Ui, place: usize, option: &OptionFigures, asked: u32) {
    let theme = Theme::of(ui.ctx());
    let name = plain(&option.text).into_owned();
    let key = if option.is_key { ", key" } else { "" };
    let thirds = format!(
        "upper third {}, middle {}, lower {}",
        teach_words::third(option.upper),
        teach_words::third(option.middle),
        teach_words::third(option.lower)
    );
    let share = if asked == 0 { 0.0 } else { f64::from(option.chosen) / f64::from(asked) };
    let chosen = format!("{} of {asked}, {}", option.chosen, words::percent(100.0 * share));
    let id = ui.scope_id().with(("option", place));
    let shown = heard::reading(ui, id, &format!("{name}{key}: {chosen}; {thirds}"), |ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.horizontal_wrapped(|ui| {
                if option.is_key {
                    icon::show(ui, ICON_CHECK_CIRCLE, 18.0, theme.palette.right);
                    heard::leave_out(&text::paragraph(ui, "Key", theme.strong(), theme.palette.right));
                }
                heard::leave_out(&text::paragraph(ui, name.as_str(), theme.body(), theme.palette.text));
            });
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width().max(8.0), 6.0), Sense::hover());
                bar::paint(ui, rect, share as f32);
            });
            heard::leave_out(&text::small(ui, format!("{chosen} · {thirds}")));
        });
    });
    if shown.response.has_focus() {
        let rect = shown.response.rect.expand(2.0);
        ui.painter().rect_stroke(rect, 4.0, theme.focus_stroke(), egui::StrokeKind::Outside);
    }
}
