//! What is wrong with a bank, folded into one line of its card until somebody wants to see it.

use crate::app::theme::Theme;
use crate::app::widgets::{Button, icon, text};
use egui::Ui;
use egui_material_icons::icons::ICON_WARNING;
use std::collections::HashSet;

/// Which cards show their details.
#[derive(Debug, Default)]
pub(super) struct Details {
    opened: HashSet<String>,
}

impl Details {
    /// Shows the line, and below it what is wrong where it is unfolded. `key` names the card among all cards.
    pub fn show(&mut self, ui: &mut Ui, key: &str, summary: &str, messages: &[String]) {
        let theme = Theme::of(ui.ctx());
        let is_open = self.opened.contains(key);
        let label = if is_open { "Hide" } else { "Show details" };
        ui.horizontal_wrapped(|ui| {
            icon::show(ui, ICON_WARNING, 18.0, theme.palette.amber);
            text::paragraph(ui, summary, theme.small(), theme.palette.amber);
            let name = format!("{label}: {key}");
            if ui.add(Button::quiet(label).name(&name)).clicked() && !self.opened.remove(key) {
                self.opened.insert(key.to_owned());
            }
        });
        if is_open {
            for message in messages {
                text::paragraph(ui, message, theme.small(), theme.palette.text);
            }
        }
    }
}
