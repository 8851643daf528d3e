//! Follows the banks of the library on the disk, and reads again what has changed there.

use crate::app::app::App;
use crate::disk::Watched;
use std::collections::BTreeSet;
use std::path::PathBuf;

impl App {
    /// Watches what the library and the bank page show, where that has changed.
    pub(in crate::app) fn follow_files(&mut self) {
        let Some(watch) = &self.watch else { return };
        let shelved = self.shelf.places.iter().filter_map(|place| place.path.clone());
        let files: BTreeSet<PathBuf> = shelved.chain(self.looked_at_file()).chain(self.written_file()).collect();
        let watched = Watched { files, folders: BTreeSet::from([self.folder.quizzes()]) };
        if watched != self.watched {
            self.watched = watched.clone();
            watch.follow(watched);
        }
    }

    /// Reads again what may have changed. What is on the screen stays until that is done.
    pub(in crate::app) fn files_changed(&mut self, paths: Vec<PathBuf>) {
        for path in paths {
            if self.looked_at_file().as_ref() == Some(&path) {
                self.look_again();
            }
            if self.written_file().as_ref() == Some(&path) {
                self.look_at_written_file();
            }
            if self.shelf.place_of(&path).is_some() {
                self.loader.read(path);
            } else {
                self.read_unless_known(&path, false);
            }
        }
    }

    pub(in crate::app) fn watch_failed(&mut self, reason: &str) {
        self.warn(format!(
            "Torus cannot notice by itself that some banks have changed: {reason}. Choose “Reload” for a bank that you have edited."
        ));
    }
}
