//! The actions that save results and copies.

use super::action::Export;
use super::app::App;
use super::inbox::Message;
use super::model::About;
use crate::disk::save_atomically;
use crate::history::{Filter, History, HistoryError};
use crate::report::{ResponsesCsv, sittings_csv};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use thiserror::Error;

impl App {
    pub(super) fn export(&mut self, export: Export) {
        let date: String = self.world.now().to_iso().chars().take(10).collect();
        let kind = if export == Export::Sittings { "sittings" } else { "responses" };
        let name: String =
            self.name_for(export).chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
        let file_name = format!("torus-{kind}-{name}-{date}.csv");
        let folder = self.model.settings.last_export_folder.clone().map(PathBuf::from);
        self.world.choose_place(folder.as_deref(), &file_name, export, self.inbox.reporter());
    }

    fn name_for(&self, export: Export) -> &str {
        let named = match export {
            Export::Learner(id) => self.model.learners.iter().find(|learner| learner.id == id),
            Export::Sitting(_) | Export::Responses | Export::Sittings => None,
        };
        &named.unwrap_or(&self.model.learner).name
    }

    pub(super) fn place_chosen(&mut self, place: Option<PathBuf>, export: Export, was_seen: bool) {
        let Some(path) = place.or_else(|| (!was_seen).then(|| self.fallback_place(export))) else { return };
        if let Some(folder) = path.parent().filter(|_| was_seen) {
            self.model.settings.last_export_folder = Some(folder.display().to_string());
            self.save_settings();
        }
        let filter = self.filter_for(export);
        let (database, reporter) = (self.folder.database(), self.inbox.reporter());
        std::thread::spawn(move || {
            let outcome = save(&database, &path, export, &filter).map_err(|error| error.to_string());
            reporter.send(Message::Saved { path, outcome });
        });
    }

    pub(super) fn saved(&mut self, path: &Path, outcome: Result<u64, String>) {
        match outcome {
            Ok(rows) => {
                let rows = if rows == 1 { "1 row".to_owned() } else { format!("{rows} rows") };
                self.is_over(About::Export);
                self.tell(format!("Saved {rows} to {}", path.display()));
            }
            Err(reason) => {
                self.warn_about(About::Export, format!("{} could not be saved: {reason}", path.display()));
            }
        }
    }

    /// Where the desktop shows no dialog, results go beside the data, and the notice says where.
    fn fallback_place(&self, export: Export) -> PathBuf {
        let kind = if export == Export::Sittings { "sittings" } else { "responses" };
        let time: String =
            self.world.now().to_iso().chars().take(19).map(|sign| if sign == ':' { '-' } else { sign }).collect();
        self.folder.root().join("exports").join(format!("{kind}-{time}.csv"))
    }

    fn filter_for(&self, export: Export) -> Filter {
        match export {
            Export::Sitting(sitting) => Filter { sitting: Some(sitting), ..Filter::default() },
            Export::Learner(id) => Filter { learner_id: Some(id), ..Filter::default() },
            Export::Responses | Export::Sittings => {
                Filter { learner_id: Some(self.model.learner.id), ..Filter::default() }
            }
        }
    }

    /// Copies the results where that was not done today: the window may stay open for days.
    pub(super) fn make_copy_when_due(&mut self) {
        let today = self.today();
        if self.copied_on.as_ref().is_some_and(|day| *day != today) {
            self.make_daily_copy();
        }
    }

    fn today(&self) -> String {
        self.world.now().to_iso().chars().take(10).collect()
    }

    /// Copies the results once a day.
    pub(super) fn make_daily_copy(&mut self) {
        let today = self.today();
        self.copied_on = Some(today.clone());
        if let Some(chores) = &self.chores {
            chores.copy(today);
        }
    }
}

/// Why results were not saved.
#[derive(Debug, Error)]
enum SaveError {
    #[error("there are no results yet")]
    Nothing,
    #[error(transparent)]
    History(#[from] HistoryError),
    #[error(transparent)]
    File(#[from] io::Error),
}

/// Saves the rows with a byte order mark, which spreadsheets need to keep accents. Gives back how many there were.
fn save(database: &Path, path: &Path, export: Export, filter: &Filter) -> Result<u64, SaveError> {
    let history = History::open_read_only(database)?.ok_or(SaveError::Nothing)?;
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut written = Ok(0);
    let saved = save_atomically(path, |file| {
        written = write(&history, export, filter, file);
        match &written {
            Ok(_) => Ok(()),
            Err(error) => Err(io::Error::other(error.to_string())),
        }
    });
    let rows = written?;
    saved?;
    Ok(rows)
}

fn write(history: &History, export: Export, filter: &Filter, file: &mut dyn Write) -> Result<u64, SaveError> {
    if export == Export::Sittings {
        let rows = history.sitting_rows(filter)?;
        file.write_all(&sittings_csv(&rows, true))?;
        return Ok(rows.len() as u64);
    }
    let mut rows = 0;
    let mut csv = ResponsesCsv::new(file, true)?;
    history.for_each_response::<SaveError>(filter, |row| {
        rows += 1;
        Ok(csv.write(&row)?)
    })?;
    csv.finish()?;
    Ok(rows)
}
