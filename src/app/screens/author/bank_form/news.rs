//! What has become of the fields of a bank in a frame. Holds values only.

use egui::Response;

/// What has become of the fields.
#[derive(Debug, Default)]
pub(super) struct News {
    /// Whether something else stands in them.
    pub is_changed: bool,
    /// Whether one was left.
    pub is_left: bool,
}

impl News {
    /// Notes what became of a field.
    pub fn note(&mut self, response: &Response) {
        self.is_changed |= response.changed();
        self.is_left |= response.lost_focus();
    }

    /// Notes a change that was made by a button.
    pub fn note_button(&mut self) {
        (self.is_changed, self.is_left) = (true, true);
    }
}
