//! The keys of the page where a bank is written.

use super::{AuthorScreen, Part, Side};
use crate::app::action::{Action, AuthorDeed};
use crate::app::input::keys;
use crate::app::state::author::Author;
use crate::author::Change;
use egui::{Key, Modifiers, Ui};

impl AuthorScreen {
    pub(super) fn listen(&mut self, ui: &Ui, author: &Author, actions: &mut Vec<Action>) {
        let ctx = ui.ctx();
        if keys::take_escape(ctx) {
            self.go_back(actions);
            return;
        }
        // Fields have an undo of their own, which would give one question another's text: they never see these keys.
        let redoes = ctx.input_mut(|input| {
            input.consume_key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z)
                || input.consume_key(Modifiers::COMMAND, Key::Y)
        });
        let mut deed = |is_wanted: bool, deed: AuthorDeed| actions.extend(is_wanted.then_some(Action::Author(deed)));
        deed(redoes, AuthorDeed::Redo);
        deed(keys::take_command(ctx, Key::Z), AuthorDeed::Undo);
        deed(keys::take_command(ctx, Key::S), AuthorDeed::Save);
        deed(ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F5)), AuthorDeed::Play);
        if keys::take_command(ctx, Key::Enter) || keys::take_command(ctx, Key::N) {
            (self.side, self.part, self.is_text) = (Side::Question, Part::Form, false);
            actions.extend(self.new_question(author));
        }
        if let Some(key) = author.selected.filter(|_| keys::take_command(ctx, Key::D)) {
            actions.push(Action::Author(AuthorDeed::Change(Box::new(Change::Duplicate { key }))));
        }
        let (up, down) = (take_page(ui, Key::PageUp), take_page(ui, Key::PageDown));
        if up != down
            && let Some(key) = beside(author, down)
        {
            actions.push(Action::Author(AuthorDeed::Select(key)));
        }
    }

    /// Closes what lies over the form, and leaves the page where nothing does.
    fn go_back(&mut self, actions: &mut Vec<Action>) {
        if self.explaining.take().is_some() {
            return;
        }
        if self.side != Side::Question {
            self.side = Side::Question;
            return;
        }
        actions.push(Action::Author(AuthorDeed::Leave));
    }
}

fn take_page(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, key))
}

/// The question before or behind the one that is shown.
fn beside(author: &Author, is_behind: bool) -> Option<crate::author::QuestionKey> {
    let at = author.shown_index()?;
    let place = if is_behind { at + 1 } else { at.checked_sub(1)? };
    author.document.questions().get(place).map(|placed| placed.key)
}
