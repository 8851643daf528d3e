//! The actions of the page where a bank is written. What is typed goes to the keeper at once, which keeps it and writes the file.

mod changes;
mod opening;
mod outside;
mod pictures;
mod preview;
mod saving;

use crate::app::action::AuthorDeed;
use crate::app::app::App;

impl App {
    /// Carries out what a teacher does where a bank is written.
    pub(in crate::app) fn author(&mut self, deed: AuthorDeed) {
        match deed {
            AuthorDeed::AskForTitle => self.ask_for_title(),
            AuthorDeed::New { title } => self.new_bank(&title),
            AuthorDeed::Open { bank, question } => self.open_author(bank, question),
            AuthorDeed::Copy(bank) => self.copy_to_write(&bank),
            AuthorDeed::Change(change) => drop(self.change_bank(*change)),
            AuthorDeed::Select(key) => self.select_to_write(key),
            AuthorDeed::Rest => self.rest_author(),
            AuthorDeed::Save => self.save_author(),
            AuthorDeed::Undo => self.undo_author(),
            AuthorDeed::Redo => self.redo_author(),
            AuthorDeed::Mend(problem) => self.mend_problem(problem),
            AuthorDeed::ChoosePicture => self.world.choose_picture(self.inbox.reporter()),
            AuthorDeed::Settle { conflict, side } => self.settle(conflict, side),
            AuthorDeed::GoBackTo(version) => self.go_back_to(version),
            AuthorDeed::Play => self.play_written(),
            AuthorDeed::Leave => self.leave_author(),
        }
    }
}
