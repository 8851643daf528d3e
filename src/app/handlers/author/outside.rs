//! What others write into the file while it is open here.

use crate::app::action::Side;
use crate::app::app::App;
use crate::app::wording::author_words;
use crate::app::workers::author_told::FromOutside;
use crate::author::settled;
use std::path::{Path, PathBuf};

impl App {
    /// The file that is written here.
    pub(in crate::app) fn written_file(&self) -> Option<PathBuf> {
        self.model.author.as_ref().map(|author| author.path.clone())
    }

    /// The file may have changed outside.
    pub(in crate::app) fn look_at_written_file(&mut self) {
        if let Some(keeper) = self.keeper.as_ref().filter(|_| self.model.author.is_some()) {
            keeper.look();
        }
    }

    /// Takes up what the file and this window say together. Where more was typed meanwhile, that is asked for again.
    pub(in crate::app) fn changed_outside(&mut self, path: &Path, outside: FromOutside) {
        let Some(author) = self.model.author.as_mut().filter(|author| author.path == *path) else { return };
        if outside.version != author.version {
            return self.look_at_written_file();
        }
        let at = author.shown_index();
        author.document.adopt(outside.text);
        author.version += 1;
        let version = author.version;
        author.conflicts = outside.conflicts;
        super::changes::select_near(author, at);
        let taken = outside.taken.len();
        if let Some(keeper) = &self.keeper {
            keeper.adopted(version);
        }
        self.tell(author_words::taken_in(taken));
        self.check_written();
        self.draw_written();
    }

    /// Takes one side of something that was changed in two places. The text stands on the file's; what is mine is put in.
    pub(in crate::app) fn settle(&mut self, conflict: usize, side: Side) {
        let Some(author) = &mut self.model.author else { return };
        if conflict >= author.conflicts.len() {
            return;
        }
        let place = conflict;
        let conflict = author.conflicts[place].clone();
        let wanted = match side {
            Side::Mine => &conflict.mine,
            Side::Theirs => &conflict.theirs,
        };
        let change = settled(&author.document, &conflict, wanted);
        match change.map(|change| self.change_bank(change)) {
            Some(true) => {}
            // Both sides stay to be read until one is in the text.
            Some(false) => return,
            None if side == Side::Theirs => {}
            None => return self.warn(author_words::NOT_SETTLED),
        }
        if let Some(author) = &mut self.model.author {
            author.conflicts.remove(place);
        }
        self.rest_author();
    }
}
