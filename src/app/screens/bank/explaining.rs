//! Why a check exists: the page that `torus explain` prints, in the window.

use super::severity::sign;
use crate::app::theme::{CONTROL_RADIUS, Theme};
use crate::app::widgets::{Button, chip, icon, scroll, text};
use crate::bank::Explanation;
use egui::{CornerRadius, Frame, Label, Margin, RichText, ScrollArea, Ui};
use egui_material_icons::icons::ICON_ARROW_BACK;

/// Shows the page; gives back whether it is to be closed.
pub(in crate::app::screens) fn show(ui: &mut Ui, page: &Explanation) -> bool {
    let theme = Theme::of(ui.ctx());
    let closes = ui.add(Button::quiet("Back to the question").icon(ICON_ARROW_BACK).key("Esc").in_line()).clicked();
    scroll::show(ui, ScrollArea::vertical().id_salt("explanation").auto_shrink(false), |ui| {
        ui.horizontal_wrapped(|ui| {
            let (sign, word, colour) = sign(page.severity, &theme);
            icon::show(ui, sign, 20.0, colour);
            text::paragraph(ui, word, theme.strong(), colour);
            chip::mono(ui, page.code);
        });
        text::heading(ui, page.title);
        labelled(ui, "Why", page.why);
        labelled(ui, "What to do", page.fix);
        labelled(ui, "Source", page.source);
        example(ui, "Before", page.before);
        example(ui, "After", page.after);
    });
    closes
}

fn labelled(ui: &mut Ui, label: &str, words: &str) {
    text::small(ui, label);
    text::body(ui, words);
}

fn example(ui: &mut Ui, label: &str, lines: &str) {
    let theme = Theme::of(ui.ctx());
    text::small(ui, label);
    Frame::new()
        .fill(theme.palette.surface)
        .corner_radius(CornerRadius::same(CONTROL_RADIUS))
        .inner_margin(Margin::symmetric(12, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.add(Label::new(RichText::new(lines).font(theme.mono()).color(theme.palette.text)).wrap());
        });
}
