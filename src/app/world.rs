//! The outside world behind one value: clocks, chance and the desktop's dialogs. Tests put their own in its place.

use crate::app::action::{Export, ForClass};
use crate::app::inbox::{Message, Reporter};
use crate::bank::{Bank, Progress};
use crate::disk::{Watch, WatchNews};
use crate::exchange::{self, Exported, PictureSource, ReadFile, ReadOptions, ReadSeek, Target, Unreadable};
use crate::moment::Moment;
use egui::Context;
use rand::TryRng;
use rand::rngs::SysRng;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// Reads another program's file of that name.
pub type QuestionReader = fn(&mut dyn ReadSeek, &str, &ReadOptions, &dyn Progress) -> Result<ReadFile, Unreadable>;

/// Writes a bank for another program.
pub type QuestionWriter = fn(&Bank, Target, &dyn PictureSource) -> Exported;

/// What the window asks of the world.
pub trait World: Send {
    /// The time on the wall clock.
    fn now(&self) -> Moment;
    /// Milliseconds on a clock that never jumps and does not run while the computer sleeps.
    fn ticks_ms(&self) -> u64;
    /// A seed for a paper.
    fn seed(&self) -> u32;
    /// An id like no other.
    fn uuid(&self) -> Uuid;
    /// Asks for bank files; answers with [`Message::BanksChosen`].
    fn choose_banks(&self, reporter: Reporter);
    /// Asks for the data folder of another computer; answers with [`Message::FolderChosen`].
    fn choose_folder(&self, reporter: Reporter);
    /// Asks for the folder to hand results in to; answers with [`Message::HandInFolderChosen`].
    fn choose_hand_in_folder(&self, reporter: Reporter);
    /// Asks for results of a class; answers with [`Message::ForClassChosen`].
    fn choose_for_class(&self, wanted: ForClass, reporter: Reporter);
    /// Asks for a file of another program's questions; answers with [`Message::QuestionsChosen`].
    fn choose_questions(&self, reporter: Reporter);
    /// Asks for a picture; answers with [`Message::PictureChosen`].
    fn choose_picture(&self, reporter: Reporter);
    /// Asks where to save; answers with [`Message::PlaceChosen`].
    fn choose_place(&self, folder: Option<&Path>, file_name: &str, export: Export, reporter: Reporter);
    /// What reads other programs' questions. Tests put a format of their own in its place.
    fn question_reader(&self) -> QuestionReader {
        exchange::read
    }
    /// What writes banks for other programs.
    fn question_writer(&self) -> QuestionWriter {
        exchange::write
    }
    /// Watches bank files; answers with [`Message::FilesChanged`] and [`Message::WatchFailed`]. `None` where nothing is
    /// watched.
    fn watch_files(&self, reporter: Reporter) -> Option<Watch>;
    /// Asks the desktop for dark or light and for less motion; answers with [`Message::Desktop`].
    fn watch_desktop(&self, reporter: Reporter);
    /// Whether a screen reader listens to the window: then the focus is wanted from the first frame on. Tests are listened
    /// to always, and say by themselves when they mean that.
    fn has_screen_reader(&self, _ctx: &Context) -> bool {
        false
    }
}

/// How the names of pictures end that can be shown.
pub const PICTURE_ENDINGS: &[&str] = &["png", "jpg", "jpeg", "webp", "gif", "bmp", "svg"];

/// A dialog that closes this soon was never seen by anybody: no dialog could be shown.
const SHORTEST_DIALOG: Duration = Duration::from_millis(400);

/// The computer that the program runs on.
#[derive(Debug)]
pub struct Computer {
    started: Instant,
}

impl Computer {
    /// Starts the clock.
    pub fn new() -> Self {
        Self { started: Instant::now() }
    }
}

impl Default for Computer {
    fn default() -> Self {
        Self::new()
    }
}

impl World for Computer {
    fn now(&self) -> Moment {
        Moment::from_zoned(&jiff::Zoned::now())
    }

    fn ticks_ms(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn seed(&self) -> u32 {
        // Without a random source, the clock still tells one sitting from the next.
        SysRng.try_next_u32().unwrap_or_else(|_| self.now().unix_ms as u32)
    }

    fn uuid(&self) -> Uuid {
        let mut bytes = [0; 16];
        if SysRng.try_fill_bytes(&mut bytes).is_err() {
            bytes[..8].copy_from_slice(&self.now().unix_ms.to_le_bytes());
            bytes[8..].copy_from_slice(&self.ticks_ms().to_le_bytes());
        }
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }

    fn choose_banks(&self, reporter: Reporter) {
        std::thread::spawn(move || {
            let asked = Instant::now();
            let dialog = rfd::FileDialog::new().set_title("Add a bank").add_filter("Quiz banks (RON)", &["ron"]);
            let chosen = dialog.pick_files().unwrap_or_default();
            reporter.send(Message::BanksChosen { was_seen: was_seen(asked, chosen.is_empty()), paths: chosen });
        });
    }

    fn choose_picture(&self, reporter: Reporter) {
        std::thread::spawn(move || {
            let asked = Instant::now();
            let dialog = rfd::FileDialog::new().set_title("Choose a picture").add_filter("Pictures", PICTURE_ENDINGS);
            let path = dialog.pick_file();
            reporter.send(Message::PictureChosen { was_seen: was_seen(asked, path.is_none()), path });
        });
    }

    fn choose_folder(&self, reporter: Reporter) {
        std::thread::spawn(move || {
            let asked = Instant::now();
            let dialog = rfd::FileDialog::new().set_title("Bring in results from another computer");
            let folder = dialog.pick_folder();
            reporter.send(Message::FolderChosen { was_seen: was_seen(asked, folder.is_none()), folder });
        });
    }

    fn choose_hand_in_folder(&self, reporter: Reporter) {
        std::thread::spawn(move || {
            let asked = Instant::now();
            let folder = rfd::FileDialog::new().set_title("Hand in results to this folder").pick_folder();
            reporter.send(Message::HandInFolderChosen { was_seen: was_seen(asked, folder.is_none()), folder });
        });
    }

    fn choose_for_class(&self, wanted: ForClass, reporter: Reporter) {
        std::thread::spawn(move || {
            let asked = Instant::now();
            let dialog = rfd::FileDialog::new();
            let paths = match wanted {
                ForClass::Files => {
                    let dialog = dialog.set_title("Add results").add_filter("Results (CSV)", &["csv"]);
                    dialog.pick_files().unwrap_or_default()
                }
                ForClass::Folder => dialog.set_title("Add a folder of results").pick_folder().into_iter().collect(),
                ForClass::Watched => dialog.set_title("Watch a folder").pick_folder().into_iter().collect(),
            };
            reporter.send(Message::ForClassChosen { wanted, was_seen: was_seen(asked, paths.is_empty()), paths });
        });
    }

    fn choose_questions(&self, reporter: Reporter) {
        std::thread::spawn(move || {
            let asked = Instant::now();
            let path = rfd::FileDialog::new().set_title("Import questions").pick_file();
            reporter.send(Message::QuestionsChosen { was_seen: was_seen(asked, path.is_none()), path });
        });
    }

    fn choose_place(&self, folder: Option<&Path>, file_name: &str, export: Export, reporter: Reporter) {
        let mut dialog = rfd::FileDialog::new().set_title(export.dialog_title()).set_file_name(file_name);
        dialog = dialog.add_filter(export.extension().to_uppercase(), &[export.extension()]);
        if let Some(folder) = folder {
            dialog = dialog.set_directory(folder);
        }
        std::thread::spawn(move || {
            let asked = Instant::now();
            let place: Option<PathBuf> = dialog.save_file();
            reporter.send(Message::PlaceChosen { was_seen: was_seen(asked, place.is_none()), place, export });
        });
    }

    fn watch_files(&self, reporter: Reporter) -> Option<Watch> {
        Some(watch(reporter))
    }

    fn watch_desktop(&self, reporter: Reporter) {
        crate::app::desktop::watch(reporter);
    }

    fn has_screen_reader(&self, ctx: &Context) -> bool {
        crate::app::widgets::heard::is_listened_to(ctx)
    }
}

fn was_seen(asked: Instant, is_empty: bool) -> bool {
    !is_empty || asked.elapsed() >= SHORTEST_DIALOG
}

/// Starts a watch that tells the window of changes.
fn watch(reporter: Reporter) -> Watch {
    Watch::new(move |news| {
        reporter.send(match news {
            WatchNews::Changed(paths) => Message::FilesChanged(paths),
            WatchNews::Failed(reason) => Message::WatchFailed(reason.to_string()),
        });
    })
}
