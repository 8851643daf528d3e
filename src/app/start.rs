//! Prepares what the window needs, before there is a window.

use crate::app::state::bank_read::BankRead;
use crate::app::workers::load;
use crate::app::world::World;
use crate::bank::{Quietly, read, shipped};
use crate::disk::{BankFileError, DataFolder, Settings};
use crate::history::{History, HistoryError, Learner, Standing};
use crate::moment::Moment;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use thiserror::Error;
use uuid::Uuid;

/// The name of the learner whom the first start finds.
pub const FIRST_LEARNER: &str = "Learner";

/// Files named at the start are read before the first frame up to this size, so that the first key meets the bank;
/// longer ones would hold the window back.
const SMALL_FILE_BYTES: u64 = 2_000_000;

/// What the window starts with.
pub struct Start {
    /// Where everything is kept.
    pub folder: DataFolder,
    /// The settings as they were left.
    pub settings: Settings,
    /// The open results.
    pub history: History,
    /// Who learns.
    pub learner: Learner,
    /// How they stand with each bank, so that the first frame shows it; `None` where counting it takes long.
    pub standings: Option<HashMap<String, Standing>>,
    /// What the user should know.
    pub notices: Vec<String>,
    /// What the shelf starts with.
    pub shelf: ShelfStart,
    /// Clocks, chance and dialogs.
    pub world: Box<dyn World>,
    /// Whether to make the daily copy.
    pub makes_copies: bool,
}

/// The banks at the start.
#[derive(Debug, Default)]
pub struct ShelfStart {
    /// The banks that came with the program.
    pub shipped: Vec<(String, BankRead)>,
    /// Files named by the user, which join the library; the first is shown.
    pub named: Vec<PathBuf>,
    /// Those of them that are read already.
    pub read: Vec<(PathBuf, Result<Box<BankRead>, BankFileError>)>,
}

/// Why the program cannot start.
#[derive(Debug, Error)]
pub enum StartError {
    /// The results cannot be opened.
    #[error("the results cannot be opened: {0}")]
    History(#[from] HistoryError),
}

impl Start {
    /// Loads the settings, then does as [`Self::with_settings`].
    ///
    /// # Errors
    /// When the results cannot be opened.
    pub fn prepare(folder: DataFolder, world: Box<dyn World>, named: Vec<PathBuf>) -> Result<Self, StartError> {
        let loaded = Settings::load(&folder.settings_file());
        Self::with_settings(loaded, folder, world, named)
    }

    /// Opens the results, reads the shipped banks, and reads the files named where they are small.
    ///
    /// # Errors
    /// When the results cannot be opened.
    pub fn with_settings(
        (settings, notice): (Settings, Option<String>),
        folder: DataFolder,
        world: Box<dyn World>,
        named: Vec<PathBuf>,
    ) -> Result<Self, StartError> {
        let now = world.now();
        let opened = History::open(&folder.database(), now)?;
        let mut notices: Vec<String> = notice.into_iter().collect();
        notices.extend(opened.notices.iter().filter(|notice| notice.is_for_learners()).map(ToString::to_string));
        let learner = learner_of(&opened.history, &settings, world.uuid(), now)?;
        // A deletion that was never undone before the program ended is final.
        if let Err(error) = opened.history.purge_deleted_learners(&folder.backups()) {
            notices.push(format!("A deleted learner could not be wiped from every copy: {error}"));
        }
        // Where that takes long, the cards follow when it is counted.
        let standings = match opened.history.takes_long_to_count() {
            Ok(true) => Ok(None),
            Ok(false) => opened.history.standings(learner.id).map(Some),
            Err(error) => Err(error),
        };
        let standings = standings.unwrap_or_else(|error| {
            notices.push(format!("The results so far could not be read: {error}"));
            Some(HashMap::new())
        });
        let shelf = ShelfStart { shipped: read_shipped(), read: read_small(&named), named };
        Ok(Self {
            folder,
            settings,
            history: opened.history,
            learner,
            standings,
            notices,
            shelf,
            world,
            makes_copies: true,
        })
    }
}

fn learner_of(history: &History, settings: &Settings, uuid: Uuid, now: Moment) -> Result<Learner, HistoryError> {
    let learners = history.learners()?;
    let last = learners.iter().find(|learner| learner.uuid.to_string() == settings.learner);
    match last.or(learners.first()) {
        Some(learner) => Ok(learner.clone()),
        None => history.add_learner(uuid, FIRST_LEARNER, now),
    }
}

fn read_shipped() -> Vec<(String, BankRead)> {
    let banks = shipped();
    banks.iter().map(|bank| (bank.file_name.to_owned(), BankRead::new(bank.text, read(bank.text, &Quietly)))).collect()
}

fn read_small(named: &[PathBuf]) -> Vec<(PathBuf, Result<Box<BankRead>, BankFileError>)> {
    let is_small = |path: &Path| std::fs::metadata(path).is_ok_and(|file| file.len() <= SMALL_FILE_BYTES);
    named.iter().filter(|path| is_small(path)).map(|path| (path.clone(), load::read_file(path, &Quietly))).collect()
}
