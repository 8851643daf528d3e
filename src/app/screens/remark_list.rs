//! What is lost, guessed or left out on the way from or to another program: put together, each kind with an example, and with the
//! questions that it is about where that is wanted.

use crate::app::state::remark_groups::RemarkGroup;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, form, heard, icon, text};
use crate::app::wording::import_words;
use crate::exchange::Severity;
use egui::{Color32, Role, Ui};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{ICON_BLOCK, ICON_EXPAND_LESS, ICON_EXPAND_MORE, ICON_HELP, ICON_INFO, ICON_WARNING};
use std::collections::BTreeSet;

/// So many questions of a kind are listed.
const MOST_LISTED: usize = 50;

/// Which kinds of remark show their questions.
#[derive(Debug, Default)]
pub struct RemarkList {
    open: BTreeSet<usize>,
}

/// Sign and colour of a severity.
pub fn sign(severity: Severity, theme: &Theme) -> (MaterialIcon, Color32) {
    match severity {
        Severity::LeftOut => (ICON_BLOCK, theme.palette.wrong),
        Severity::MarkedDifferently => (ICON_WARNING, theme.palette.amber),
        Severity::DetailDropped => (ICON_INFO, theme.palette.soft),
        Severity::Guessed => (ICON_HELP, theme.palette.amber),
    }
}

impl RemarkList {
    /// Shows the remarks; `question` gives the words for a question. Gives back the question that was pressed.
    pub fn show(&mut self, ui: &mut Ui, groups: &[RemarkGroup], question: impl Fn(usize) -> String) -> Option<usize> {
        let mut pressed = None;
        for (place, group) in groups.iter().enumerate() {
            if place > 0 {
                ui.add_space(4.0);
                form::rule(ui);
                ui.add_space(4.0);
            }
            let name = format!("{}: {}", import_words::severity(group.severity()), import_words::about(group));
            let shown = heard::group(ui, Role::Group, &name, |ui| {
                ui.push_id(place, |ui| self.group(ui, place, group, &question)).inner
            });
            pressed = pressed.or(shown.inner);
        }
        pressed
    }

    fn group(
        &mut self,
        ui: &mut Ui,
        place: usize,
        group: &RemarkGroup,
        question: &impl Fn(usize) -> String,
    ) -> Option<usize> {
        let theme = Theme::of(ui.ctx());
        let (sign, colour) = sign(group.severity(), &theme);
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal_wrapped(|ui| {
            icon::show(ui, sign, 18.0, colour);
            text::paragraph(ui, import_words::severity(group.severity()), theme.strong(), colour);
            text::small(ui, import_words::about(group));
        });
        text::body(ui, import_words::group(group));
        let count = group.about.iter().flatten().count();
        if count == 0 {
            return None;
        }
        let is_open = self.open.contains(&place);
        let (words, chevron) = if is_open { ("Hide", ICON_EXPAND_LESS) } else { ("Show", ICON_EXPAND_MORE) };
        let label = format!("{words} {}", import_words::about(group));
        let of = import_words::severity(group.severity());
        let name = format!("{label}, {of}: {}", import_words::message(&group.example));
        let button = ui.add(Button::quiet(&label).trailing(chevron).name(&name).in_line());
        ui.ctx().accesskit_node_builder(button.id, |node| node.set_expanded(is_open));
        if button.clicked() && !self.open.remove(&place) {
            self.open.insert(place);
        }
        let mut pressed = None;
        if is_open {
            for number in group.about.iter().flatten().take(MOST_LISTED) {
                if ui.push_id(number, |ui| line(ui, &question(*number))).inner {
                    pressed = Some(*number);
                }
            }
            if count > MOST_LISTED {
                text::small(ui, format!("The first {MOST_LISTED} of {count}."));
            }
        }
        pressed
    }
}

/// A question in one line, cut off where it does not fit; gives back whether it was pressed.
fn line(ui: &mut Ui, words: &str) -> bool {
    const MOST_SIGNS: usize = 60;
    let is_long = words.chars().count() > MOST_SIGNS;
    let cut: String = words.chars().take(MOST_SIGNS).collect();
    let label = if is_long { format!("{}…", cut.trim_end()) } else { cut };
    ui.add(Button::quiet(&label).name(words).in_line()).clicked()
}
