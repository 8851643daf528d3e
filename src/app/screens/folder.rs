//! Why the data folder cannot be used, and what to do. Shown in place of the program; opens nothing itself.

use crate::app::input::keys;
use crate::app::screens::frame;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, field, heard, icon, page, text};
use egui::{CentralPanel, Key, Modifiers, Ui};
use egui_material_icons::icons::{ICON_ERROR, ICON_FOLDER_OPEN, ICON_REFRESH};
use std::path::PathBuf;

/// A data folder that cannot be used, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    folder: Option<PathBuf>,
    reason: String,
}

impl Refusal {
    /// A refusal of `folder`; `None` where the platform names none.
    pub fn new(folder: Option<PathBuf>, reason: String) -> Self {
        Self { folder, reason }
    }
}

/// What the user wants to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Keep everything in this folder.
    Use(PathBuf),
    /// Try the same folder again; `None` for the platform's own.
    TryAgain(Option<PathBuf>),
    /// Choose a folder in the desktop's dialog.
    Choose,
    /// Leave.
    Quit,
}

/// The page and the path under way.
#[derive(Debug)]
pub struct FolderScreen {
    refusal: Refusal,
    /// The folder that the platform names.
    usual: Option<PathBuf>,
    path: String,
    wants_focus: bool,
}

impl FolderScreen {
    /// The page that tells of a refusal, and leads back to the platform's own folder where another was refused.
    pub fn new(refusal: Refusal, usual: Option<PathBuf>) -> Self {
        Self { refusal, usual, path: String::new(), wants_focus: true }
    }

    /// Tells of another refusal.
    pub fn refuse(&mut self, refusal: Refusal) {
        self.refusal = refusal;
        self.wants_focus = true;
    }

    /// Shows the page.
    pub fn show(&mut self, ui: &mut Ui) -> Option<Wish> {
        keys::note_device(ui.ctx(), heard::is_listened_to(ui.ctx()));
        let canvas = frame::canvas(ui);
        CentralPanel::default().frame(canvas).show(ui, |ui| page::reading(ui, |ui| self.contents(ui))).inner
    }

    fn contents(&mut self, ui: &mut Ui) -> Option<Wish> {
        let theme = Theme::of(ui.ctx());
        let title = text::title(ui, "Torus cannot use its data folder");
        frame::announce(ui, title.id);
        text::soft(
            ui,
            "Results, settings and your own banks are kept there. Until a folder can be used, nothing is kept.",
        );
        ui.add_space(12.0);
        card::edged(ui, theme.palette.wrong, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            if let Some(folder) = &self.refusal.folder {
                text::paragraph(ui, folder.display().to_string(), theme.mono(), theme.palette.text);
            }
            ui.horizontal_top(|ui| {
                icon::show(ui, ICON_ERROR, 20.0, theme.palette.wrong);
                let reason = text::body(ui, &self.refusal.reason);
                frame::announce(ui, reason.id);
            });
        });
        ui.add_space(12.0);
        text::heading(ui, "What to do");
        text::body(
            ui,
            "Make the folder one that can be written (its owner, its rights, room on the disk, a stick that is plugged in), \
             and try again. Or keep everything in another folder:",
        );
        ui.add_space(4.0);
        self.choices(ui)
    }

    fn choices(&mut self, ui: &mut Ui) -> Option<Wish> {
        let response = field::show(ui, "Path of another folder", &mut self.path, "/home/ada/torus");
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        let enter = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let path = self.path.trim().to_owned();
        let mut wish = None;
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            let uses = ui.add(Button::primary("Use this folder").key("Enter").enabled(!path.is_empty())).clicked();
            if (uses || enter) && !path.is_empty() {
                wish = Some(Wish::Use(PathBuf::from(&path)));
            }
            if ui.add(Button::secondary("Choose…").icon(ICON_FOLDER_OPEN)).clicked() {
                wish = Some(Wish::Choose);
            }
            if ui.add(Button::secondary("Try again").icon(ICON_REFRESH)).clicked() {
                wish = Some(Wish::TryAgain(self.refusal.folder.clone()));
            }
            let usual =
                self.usual.as_ref().filter(|usual| self.refusal.folder.as_ref().is_some_and(|folder| folder != *usual));
            if let Some(usual) = usual
                && ui.add(Button::secondary("Use the usual folder")).clicked()
            {
                wish = Some(Wish::Use(usual.clone()));
            }
            if ui.add(Button::quiet("Quit")).clicked() {
                wish = Some(Wish::Quit);
            }
        });
        wish
    }
}
