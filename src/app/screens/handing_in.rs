//! The part of the settings about handing in: to which folder, what waits, and who can read it there.

use crate::app::action::{Action, HandInDeed};
use crate::app::screens::frame;
use crate::app::state::model::Model;
use crate::app::theme::Theme;
use crate::app::widgets::path_field::plain;
use crate::app::widgets::{Button, field, form, icon, text};
use crate::app::wording::{hand_in_words, words};
use crate::disk::{HandInChoice, HandInError};
use egui::{Key, Modifiers, Ui};
use egui_material_icons::icons::{ICON_CHECK_CIRCLE, ICON_ERROR, ICON_FOLDER_OPEN};

/// The path under way.
#[derive(Debug, Default)]
pub struct HandInForm {
    /// What is typed; `None` where no field is shown.
    path: Option<String>,
    wants_focus: bool,
    /// Why the folder that was typed cannot be used.
    fault: Option<String>,
}

impl HandInForm {
    /// Shows a field for the path of the folder: no dialog can be shown.
    pub fn open(&mut self) {
        *self = Self { path: Some(String::new()), wants_focus: true, fault: None };
    }

    /// Whether the field is shown.
    pub fn is_open(&self) -> bool {
        self.path.is_some()
    }

    /// Takes the field away; tells whether it was shown.
    pub fn close(&mut self) -> bool {
        std::mem::take(self).path.is_some()
    }

    /// Says under the field why the folder cannot be used.
    pub fn refuse(&mut self, error: &HandInError) {
        (self.fault, self.wants_focus) = (Some(words::as_sentence(&error.to_string())), true);
    }

    /// Shows all of it.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
        match model.settings.hand_in_of(model.learner.uuid) {
            Some(choice) => self.on(ui, model, choice, actions),
            None => self.off(ui, model, actions),
        }
        if let Some(folder) = &model.handing_in.trying {
            let response = text::small(ui, format!("Trying {}…", folder.display()));
            frame::announce(ui, response.id);
        }
        ui.add_space(4.0);
        form::rule(ui);
        text::small(ui, hand_in_words::WHO_CAN_READ);
    }

    fn on(&mut self, ui: &mut Ui, model: &Model, choice: &HandInChoice, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui.ctx());
        let what = match choice.since_ms {
            Some(_) => "Each quiz that you finish is handed in to this folder; what you finished before is not:",
            None => "Each quiz that you finish, and each that you finished before, is handed in to this folder:",
        };
        text::soft(ui, what);
        text::paragraph(ui, choice.folder.display().to_string(), theme.mono(), theme.palette.text);
        let is_hindered = model.handing_in.hindrance().is_some();
        standing(ui, model, is_hindered);
        if self.is_open() {
            return self.field(ui, actions);
        }
        let mut wish = None;
        ui.horizontal_wrapped(|ui| {
            let mut offer = |ui: &mut Ui, button: Button<'_>, deed: HandInDeed| {
                if ui.add(button).clicked() {
                    wish = Some(deed);
                }
            };
            if is_hindered {
                offer(ui, Button::secondary("Try again now"), HandInDeed::TryAgain);
            }
            offer(ui, Button::secondary("Another folder…").icon(ICON_FOLDER_OPEN), HandInDeed::Choose);
            if choice.since_ms.is_some() {
                offer(ui, Button::quiet("Hand in earlier quizzes too"), HandInDeed::Earlier);
            }
            offer(ui, Button::quiet("Stop handing in"), HandInDeed::Stop);
        });
        actions.extend(wish.map(Action::HandingIn));
    }

    fn off(&mut self, ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
        text::soft(
            ui,
            "Torus can put the results of each quiz that you finish into a folder of your teacher’s: on a network drive, on a \
             memory stick or in a cloud. Nothing is handed in until you choose one.",
        );
        let waiting = model.handing_in.waiting.len();
        if waiting > 0 {
            text::body(ui, hand_in_words::kept_back(waiting));
        }
        if self.is_open() {
            return self.field(ui, actions);
        }
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::secondary("Hand in my results to a folder…").icon(ICON_FOLDER_OPEN)).clicked() {
                actions.push(Action::HandingIn(HandInDeed::Choose));
            }
            let label = if waiting == 1 { "Do not hand it in" } else { "Do not hand them in" };
            if waiting > 0 && ui.add(Button::quiet(label)).clicked() {
                actions.push(Action::HandingIn(HandInDeed::Forget));
            }
        });
    }

    fn field(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let Some(path) = &mut self.path else { return };
        text::soft(ui, "This desktop shows no dialog for folders. Type the path of the folder.");
        let label = "Path of the folder to hand in to";
        let response = field::checked(ui, label, path, "/media/class-7b", self.fault.is_some());
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        if response.changed() {
            self.fault = None;
        }
        let typed = plain(path);
        if let Some(fault) = &self.fault {
            let theme = Theme::of(ui.ctx());
            ui.horizontal_wrapped(|ui| {
                icon::show(ui, ICON_ERROR, 18.0, theme.palette.wrong);
                let response = text::paragraph(ui, fault, theme.small(), theme.palette.wrong);
                frame::announce(ui, response.id);
            });
        }
        let enter = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let mut is_called_off = false;
        ui.horizontal_wrapped(|ui| {
            let button = Button::primary("Hand in to this folder").key("Enter").enabled(!typed.is_empty());
            if (ui.add(button).clicked() || enter) && !typed.is_empty() {
                actions.push(Action::HandingIn(HandInDeed::To(typed.clone())));
            }
            is_called_off = ui.add(Button::quiet("Cancel").key("Esc")).clicked();
        });
        if is_called_off {
            self.close();
        }
    }
}

/// What waits and why, or that nothing does. That it changes is told by notices, and not once more from here.
fn standing(ui: &mut Ui, model: &Model, is_hindered: bool) {
    let theme = Theme::of(ui.ctx());
    let (sign, ink) =
        if is_hindered { (ICON_ERROR, theme.palette.wrong) } else { (ICON_CHECK_CIRCLE, theme.palette.soft) };
    ui.horizontal_top(|ui| {
        icon::show(ui, sign, 18.0, ink);
        text::body(ui, hand_in_words::standing(&model.handing_in));
    });
}
