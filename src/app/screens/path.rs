//! A field for the path of a bank, for desktops whose file dialog does not answer. Stays until the file could be read.

use crate::app::action::Action;
use crate::app::input::keys;
use crate::app::screens::frame;
use crate::app::theme::Theme;
use crate::app::widgets::path_field::{PathLine, plain};
use crate::app::widgets::{Button, dialog, icon, row, text};
use crate::app::wording::words;
use crate::disk::BankFileError;
use egui::{Context, Ui};
use egui_material_icons::icons::{ICON_ERROR, ICON_FOLDER_OPEN};
use std::path::{Path, PathBuf};

/// The path under way.
#[derive(Debug, Default)]
pub struct PathScreen {
    is_open: bool,
    explanation: &'static str,
    line: PathLine,
    /// Whether the file is being read.
    is_waiting: bool,
    failure: Option<Failure>,
}

/// Why a file could not be added.
#[derive(Debug)]
struct Failure {
    words: String,
    nearest: Option<PathBuf>,
}

impl PathScreen {
    /// Opens the field, with a sentence that says why.
    pub fn open(&mut self, explanation: &'static str) {
        let line = PathLine { wants_focus: true, ..PathLine::default() };
        *self = Self { is_open: true, explanation, line, ..Self::default() };
    }

    /// Whether the field is shown.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Closes the field.
    pub fn close(&mut self) {
        self.is_open = false;
    }

    /// Tells that the file could not be read, and which one may be meant.
    pub fn fail(&mut self, error: &BankFileError, nearest: Option<&Path>) {
        let sentence =
            if error.is_gone() { "There is no such file.".to_owned() } else { words::as_sentence(&error.to_string()) };
        self.failure = Some(Failure { words: sentence, nearest: nearest.map(Path::to_owned) });
        self.is_waiting = false;
        self.line.wants_focus = true;
    }

    /// Shows the field over everything else.
    pub fn show(&mut self, ctx: &Context, actions: &mut Vec<Action>) {
        let theme = Theme::of(ctx);
        let mut is_closed = keys::take_escape(ctx);
        let modal = dialog::show(ctx, "path", "Add a bank", |ui| {
            ui.set_width((560.0 * theme.text_scale).min(ctx.content_rect().width() - 80.0));
            text::title(ui, "Add a bank");
            text::soft(ui, self.explanation);
            ui.add_space(8.0);
            let enter = self.field(ui);
            self.failure(ui);
            ui.add_space(8.0);
            let path = plain(&self.line.path);
            let can_add = !path.is_empty() && !self.is_waiting;
            let (chooses, wish) = row::split(
                ui,
                |ui| ui.add(Button::secondary("Choose…").icon(ICON_FOLDER_OPEN)).clicked(),
                |ui| {
                    let calls_off = ui.add(Button::quiet("Cancel").key("Esc")).clicked();
                    let adds = ui.add(Button::primary("Add").key("Enter").enabled(can_add)).clicked();
                    (calls_off, adds)
                },
            );
            let (calls_off, adds) = wish;
            if (adds || enter) && can_add {
                actions.push(Action::AddTyped(path));
                (self.is_waiting, self.failure) = (true, None);
            }
            if chooses {
                actions.push(Action::ChooseBanks);
            }
            is_closed |= calls_off || chooses;
        });
        if is_closed || modal.should_close() {
            self.is_open = false;
        }
    }

    /// Shows the field; gives back whether `Enter` was pressed in it.
    fn field(&mut self, ui: &mut Ui) -> bool {
        let hint = "/home/ada/quizzes/energy.ron";
        let typed = self.line.show(ui, "Path of a .ron file", hint, self.failure.is_some());
        if typed.is_changed {
            self.failure = None;
        }
        typed.is_entered
    }

    /// Says under the field what is wrong with the path; one press takes the path that may be meant.
    fn failure(&mut self, ui: &mut Ui) {
        let Some(failure) = &self.failure else { return };
        let theme = Theme::of(ui.ctx());
        let mut taken = None;
        ui.horizontal_wrapped(|ui| {
            icon::show(ui, ICON_ERROR, 18.0, theme.palette.wrong);
            let response = text::paragraph(ui, &failure.words, theme.small(), theme.palette.wrong);
            frame::announce(ui, response.id);
            if let Some(nearest) = &failure.nearest {
                text::small(ui, "Nearest in that folder:");
                let name = nearest.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
                if ui.add(Button::secondary(&name).name(&format!("Take {name} instead"))).clicked() {
                    taken = Some(nearest.display().to_string());
                }
            }
        });
        if let Some(path) = taken {
            (self.line, self.failure) = (PathLine { path, wants_focus: true }, None);
        }
    }
}
