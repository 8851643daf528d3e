//! A bank for another program: for which one, and what is lost there, before anything is saved.

use crate::app::action::{Action, BankExportDeed, Page};
use crate::app::input::keys;
use crate::app::screens::frame;
use crate::app::screens::remark_list::RemarkList;
use crate::app::state::bank_export::{BankExport, Written};
use crate::app::state::model::Model;
use crate::app::widgets::{Button, card, heard, menu, page, rich_text, segmented, text};
use crate::app::wording::import_words;
use crate::exchange::Target;
use egui::{Id, Response, Ui};
use egui_material_icons::icons::{ICON_ARROW_BACK, ICON_SAVE};

/// Which remarks show their questions.
#[derive(Debug, Default)]
pub struct BankExportScreen {
    remarks: RemarkList,
    /// What has told how much arrives, for who works by keys.
    told_to: Option<Id>,
}

impl BankExportScreen {
    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, export: &BankExport, actions: &mut Vec<Action>) {
        if !model.is_modal_open() && !menu::is_any_open(ui) {
            listen(ui, export, actions);
        }
        page::reading(ui, |ui| {
            if ui.add(Button::quiet("Library").icon(ICON_ARROW_BACK).key("Esc").in_line()).clicked() {
                actions.push(Action::Go(Page::Library));
            }
            text::title(ui, "Export for another program");
            text::soft(ui, &*export.bank.title);
            page::gap(ui);
            card::show(ui, |ui| {
                text::heading(ui, "For which program?");
                let targets: Vec<(Target, &str)> =
                    Target::ALL.into_iter().map(|target| (target, target.title())).collect();
                if let Some(target) = segmented::show(ui, "Export for", &targets, export.target) {
                    *self = Self::default();
                    actions.push(Action::ExportBank(BankExportDeed::For(target)));
                }
                text::small(ui, import_words::carried(&export.bank, export.target));
            });
            page::gap(ui);
            let arrives = card::show(ui, |ui| match &export.written {
                None => {
                    text::soft(ui, "Checking what arrives…");
                    None
                }
                Some(written) => Some(self.written(ui, export, written, actions)),
            });
            page::gap(ui);
            let save = Button::primary("Save as…").icon(ICON_SAVE).key("Enter").enabled(export.is_ready());
            if frame::primary(ui, save) {
                actions.push(Action::ExportBank(BankExportDeed::Save));
            }
            // Told when all is there that can have the focus.
            if let Some((shown, words)) = arrives.inner {
                heard::remark(ui, &shown, &words, &mut self.told_to);
            }
        });
    }

    /// What arrives, and what does not; gives back the line that says how much, and its words.
    fn written(
        &mut self,
        ui: &mut Ui,
        export: &BankExport,
        written: &Written,
        actions: &mut Vec<Action>,
    ) -> (Response, String) {
        let arrives = import_words::arrives(&export.bank, written);
        let shown = text::heading(ui, arrives.as_str());
        if written.groups.is_empty() {
            text::soft(ui, "Nothing is lost.");
            return (shown, arrives);
        }
        text::soft(ui, "What is lost:");
        ui.add_space(6.0);
        let questions = &export.bank.questions;
        let prompt = |place: usize| {
            questions.get(place).map(|question| rich_text::one_line(&question.prompt).into_owned()).unwrap_or_default()
        };
        let pressed = self.remarks.show(ui, &written.groups, prompt).and_then(|place| questions.get(place));
        actions.extend(pressed.map(|question| Action::LookAtFound {
            bank_id: export.bank.id.to_string(),
            question_id: question.id.to_string(),
        }));
        (shown, arrives)
    }
}

fn listen(ui: &Ui, export: &BankExport, actions: &mut Vec<Action>) {
    if keys::take_escape(ui.ctx()) {
        actions.push(Action::Go(Page::Library));
    } else if export.is_ready() && keys::take_enter(ui.ctx()) {
        actions.push(Action::ExportBank(BankExportDeed::Save));
    }
}

/// What a screen reader calls the page.
pub fn name_of_page(model: &Model) -> String {
    let title = model.bank_export.as_ref().map(|export| export.bank.title.to_string());
    format!("Export {}", title.unwrap_or_default())
}
