//! Which folder of a class is looked through, and what was found there.

use crate::app::app::App;
use crate::app::state::class_folder::ClassFolder;
use crate::app::workers::class_folder::ClassFolderWatch;
use crate::disk::HandedIn;
use std::path::PathBuf;

impl App {
    /// Looks through that folder from now on, also after the next start; through none where `folder` is `None`.
    pub(in crate::app) fn watch_class_folder(&mut self, folder: Option<PathBuf>) {
        self.model.settings.class_folder = folder;
        self.save_settings();
        self.follow_class_folder();
        self.follow_class_results();
    }

    /// Looks through the folder of the settings, where that is another one than before; where it is the same, looks now.
    pub(in crate::app) fn follow_class_folder(&mut self) {
        let wanted = self.model.settings.class_folder.as_deref();
        match &self.class_watch {
            Some(watch) if wanted == Some(watch.folder()) => watch.look_now(),
            _ => {
                let watch = |folder: PathBuf| ClassFolderWatch::start(folder, self.inbox.reporter());
                self.class_watch = wanted.map(ToOwned::to_owned).map(watch);
                self.model.class_folder = wanted.map(|folder| ClassFolder::new(folder.to_owned()));
            }
        }
    }

    pub(in crate::app) fn class_folder_looked(&mut self, found: &HandedIn) {
        if let Some(folder) = &mut self.model.class_folder {
            folder.follow(found);
        }
        self.follow_class_results();
    }
}
