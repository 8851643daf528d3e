//! A whole number between two bounds, with a button to lower and one to raise it.

use super::Button;
use crate::app::theme::Theme;
use egui::{Align2, Role, Sense, Ui, WidgetInfo, vec2};
use egui_material_icons::icons::{ICON_ADD, ICON_REMOVE};
use std::ops::RangeInclusive;

/// Shows `value` and changes it within `range` by `step`. `noun` names what is counted, such as "questions".
pub fn show(ui: &mut Ui, value: &mut u32, range: RangeInclusive<u32>, step: u32, noun: &str) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let fewer = format!("Fewer {noun}");
        if ui.add(Button::icon_only(ICON_REMOVE, &fewer).enabled(*value > *range.start())).clicked() {
            *value = value.saturating_sub(step).max(*range.start());
        }
        let width = 64.0 * theme.text_scale;
        let (rect, response) = ui.allocate_exact_size(vec2(width, theme.control_height()), Sense::hover());
        let label = format!("{value} {noun}");
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &label));
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, *value, theme.heading(), theme.palette.text);
        let more = format!("More {noun}");
        if ui.add(Button::icon_only(ICON_ADD, &more).enabled(*value < *range.end())).clicked() {
            *value = value.saturating_add(step).min(*range.end());
        }
    });
}
