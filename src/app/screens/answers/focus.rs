//! Which part of an answer takes the focus. Moves it nowhere by itself.

use crate::app::input::keys;
use egui::Ui;

/// Where the focus goes when a question comes up, when the focus was lost, or when a digit has chosen something.
#[derive(Clone, Copy, Debug, Default)]
pub struct FocusWish {
    /// Whether the question is new on the screen.
    pub is_new: bool,
    /// The place of what a digit has chosen. The focus follows, so that who cannot see it hears it.
    pub chosen: Option<usize>,
}

impl FocusWish {
    /// Whether the first widget takes the focus: by keyboard, when the question is new or the focus was lost.
    pub fn is_granted(self, ui: &Ui) -> bool {
        keys::is_focus_lost(ui.ctx()) || (self.is_new && keys::is_keyboard_in_use(ui.ctx()))
    }

    /// Whether the widget at that place takes the focus.
    pub fn is_for(self, ui: &Ui, place: usize) -> bool {
        match self.chosen {
            Some(chosen) => chosen == place,
            None => place == 0 && self.is_granted(ui),
        }
    }
}
