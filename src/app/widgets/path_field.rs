//! A field for a path, where the desktop shows no dialog or somebody would rather type. Opens nothing.

use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, field, heard, page, text};
use egui::{Id, Key, Modifiers, Ui};

/// The path under way, in the one line that it is typed into.
#[derive(Debug, Default)]
pub struct PathLine {
    /// What is typed so far.
    pub path: String,
    /// Whether the line is to have the focus in the next frame.
    pub wants_focus: bool,
}

/// What happened in the line.
#[derive(Clone, Copy, Debug)]
pub struct Typed {
    /// Something else stands there now.
    pub is_changed: bool,
    /// `Enter` was pressed.
    pub is_entered: bool,
}

impl PathLine {
    /// Shows the line.
    pub fn show(&mut self, ui: &mut Ui, label: &str, example: &str, is_faulty: bool) -> Typed {
        let response = field::checked(ui, label, &mut self.path, example, is_faulty);
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        let is_entered = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        Typed { is_changed: response.changed(), is_entered }
    }
}

/// A card with a field for a path, open from when it is wanted until it is closed.
#[derive(Debug, Default)]
pub struct PathField {
    is_open: bool,
    line: PathLine,
    failure: Option<String>,
    /// What has told the failure.
    told_to: Option<Id>,
}

/// What the card says.
#[derive(Clone, Copy, Debug)]
pub struct PathWords<'a> {
    /// Why it is there; may be empty.
    pub explanation: &'a str,
    /// What path is wanted.
    pub label: &'a str,
    /// A path of that kind.
    pub example: &'a str,
    /// What the button does with it.
    pub verb: &'a str,
}

impl PathField {
    /// Opens the field, empty.
    pub fn open(&mut self) {
        let line = PathLine { wants_focus: true, ..PathLine::default() };
        *self = Self { is_open: true, line, ..Self::default() };
    }

    /// Whether the field is shown.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Closes the field.
    pub fn close(&mut self) {
        *self = Self::default();
    }

    /// Tells under the field what is wrong with the path.
    pub fn fail(&mut self, why: String) {
        (self.failure, self.line.wants_focus, self.told_to) = (Some(why), true, None);
    }

    /// Shows the field, where it is open; gives back the path that is wanted.
    pub fn show(&mut self, ui: &mut Ui, words: PathWords<'_>) -> Option<String> {
        if !self.is_open {
            return None;
        }
        page::gap(ui);
        card::show(ui, |ui| {
            if !words.explanation.is_empty() {
                text::soft(ui, words.explanation);
            }
            let typed = self.line.show(ui, words.label, words.example, self.failure.is_some());
            if typed.is_changed {
                self.failure = None;
            }
            self.failure(ui);
            self.buttons(ui, words.verb, typed.is_entered)
        })
        .inner
    }

    fn failure(&mut self, ui: &mut Ui) {
        if let Some(failure) = &self.failure {
            let theme = Theme::of(ui.ctx());
            let shown = text::paragraph(ui, failure, theme.small(), theme.palette.wrong);
            heard::remark(ui, &shown, failure, &mut self.told_to);
        }
    }

    fn buttons(&mut self, ui: &mut Ui, verb: &str, is_entered: bool) -> Option<String> {
        let path = plain(&self.line.path);
        let can_go = !path.is_empty();
        let (goes, is_called_off) = ui
            .horizontal_wrapped(|ui| {
                let goes = ui.add(Button::primary(verb).key("Enter").enabled(can_go)).clicked();
                (goes || is_entered, ui.add(Button::quiet("Cancel").key("Esc")).clicked())
            })
            .inner;
        if is_called_off {
            self.close();
        }
        (goes && can_go).then_some(path)
    }
}

/// The path without what comes along when it is copied from a terminal or a file manager.
pub fn plain(path: &str) -> String {
    let path = path.trim().trim_matches(['"', '\'']);
    path.strip_prefix("file://").unwrap_or(path).to_owned()
}
