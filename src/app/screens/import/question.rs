//! One question of an import as learners will see it, or why none came of it; with all that is to be told of it.

use super::ImportScreen;
use crate::app::action::{Action, ImportDeed};
use crate::app::screens::remark_list;
use crate::app::state::import::{Import, ImportLine, Outcome};
use crate::app::state::model::Model;
use crate::app::theme::{READING_WIDTH, Theme};
use crate::app::widgets::{Button, icon, rich_text, scroll, segmented, text};
use crate::app::wording::import_words;
use crate::exchange::Remark;
use egui::{ScrollArea, Ui};
use egui_material_icons::icons::ICON_WARNING;

impl ImportScreen {
    pub(super) fn question(&mut self, ui: &mut Ui, model: &Model, import: &Import, actions: &mut Vec<Action>) {
        let Some(line) = import.considered.lines.get(import.selected) else { return };
        scroll::show(ui, ScrollArea::vertical().id_salt("import question").auto_shrink(false), |ui| {
            ui.set_max_width(Theme::of(ui.ctx()).width_of_text(READING_WIDTH).min(ui.available_width()));
            match (&line.outcome, &import.preview) {
                (Outcome::Made(..), Some(preview)) => {
                    ui.horizontal_wrapped(|ui| {
                        text::small(ui, "As the learner will see it.");
                        let is_taken = import.choice.takes(import.selected);
                        if segmented::toggle(ui, "In the bank", is_taken) {
                            let drafts = vec![import.selected];
                            actions.push(Action::Import(ImportDeed::Take { drafts, is_taken: !is_taken }));
                        }
                    });
                    told(ui, line);
                    self.trial.show(ui, model, "", preview, actions);
                }
                (Outcome::Made(..), None) => {}
                (Outcome::LeftOut(reason, type_name), _) => {
                    left_out(ui, line, reason, type_name);
                    self.offer_cards(ui, import, reason, actions);
                }
            }
        });
    }

    /// What has no key becomes a question where cards are asked for.
    fn offer_cards(&self, ui: &mut Ui, import: &Import, reason: &Remark, actions: &mut Vec<Action>) {
        let is_card = matches!(reason, Remark::CardNotAsked);
        if is_card && ui.add(Button::secondary("Make cards of such questions")).clicked() {
            let options = crate::exchange::MakeOptions { with_cards: true, ..import.make.clone() };
            actions.push(Action::Import(ImportDeed::MakeWith(options)));
        }
    }
}

/// All that is to be told of a question that was made.
fn told(ui: &mut Ui, line: &ImportLine) {
    let theme = Theme::of(ui.ctx());
    for remark in &line.remarks {
        remark_line(ui, remark, &theme);
    }
    for problem in &line.findings {
        ui.horizontal_top(|ui| {
            icon::show(ui, ICON_WARNING, 18.0, theme.palette.amber);
            text::body(ui, format!("Check: {}", problem.message()));
        });
    }
    if !line.remarks.is_empty() || !line.findings.is_empty() {
        text::small(ui, import_words::place(&line.place));
    }
}

fn remark_line(ui: &mut Ui, remark: &Remark, theme: &Theme) {
    let (sign, colour) = remark_list::sign(remark.severity(), theme);
    ui.horizontal_top(|ui| {
        icon::show(ui, sign, 18.0, colour);
        text::body(
            ui,
            format!("{}: {}", capital(import_words::severity(remark.severity())), import_words::message(remark)),
        );
    });
}

fn left_out(ui: &mut Ui, line: &ImportLine, reason: &Remark, type_name: &str) {
    let theme = Theme::of(ui.ctx());
    text::heading(ui, "No question can be made of this");
    remark_line(ui, reason, &theme);
    let place = import_words::place(&line.place);
    let of = [type_name, &place].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    text::small(ui, of);
    line.remarks.iter().for_each(|remark| remark_line(ui, remark, &theme));
    if !line.prompt.trim().is_empty() {
        ui.add_space(8.0);
        text::small(ui, "What it asks");
        rich_text::show(ui, &line.prompt, theme.body(), theme.palette.text);
    }
}

fn capital(words: &str) -> String {
    let mut signs = words.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}
