//! The actions that save results and copies.

use crate::app::action::{Export, PlotFile};
use crate::app::app::App;
use crate::app::handlers::progress::save_plot;
use crate::app::inbox::Message;
use crate::app::state::notice_line::About;
use crate::app::wording::words;
use crate::app::workers::export::{SaveError, Saved, save};
use crate::history::Filter;
use crate::report::Plot;
use std::path::{Path, PathBuf};

impl App {
    pub(in crate::app) fn export(&mut self, export: Export) {
        if !self.can_export(export) {
            return;
        }
        let date: String = self.world.now().to_iso().chars().take(10).collect();
        let (kind, extension) = (export.contents(), export.extension());
        let name: String =
            self.name_for(export).chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
        let file_name = format!("torus-{kind}-{name}-{date}.{extension}");
        let folder = self.model.settings.last_export_folder.clone().map(PathBuf::from);
        self.world.choose_place(folder.as_deref(), &file_name, export, self.inbox.reporter());
    }

    fn name_for(&self, export: Export) -> &str {
        let named = match export {
            Export::Learner(id) => self.model.learners.iter().find(|learner| learner.id == id),
            Export::Marks => return self.open_paper_code(),
            Export::ClassQuestions => return "class",
            Export::Imported | Export::Bank(_) => return "bank",
            Export::Sitting(_) | Export::Responses | Export::Sittings | Export::Plot(..) => None,
        };
        &named.unwrap_or(&self.model.learner).name
    }

    pub(in crate::app) fn place_chosen(&mut self, place: Option<PathBuf>, export: Export, was_seen: bool) {
        if export == Export::Imported {
            return self.save_import_at(place, was_seen);
        }
        let Some(path) = place.or_else(|| (!was_seen).then(|| self.fallback_place(export))) else { return };
        if let Some(folder) = path.parent().filter(|_| was_seen) {
            self.model.settings.last_export_folder = Some(folder.display().to_string());
            self.save_settings();
        }
        if let Export::Plot(plot, file) = export {
            self.save_plot_at(path, plot, file);
            return;
        }
        if export == Export::Marks {
            self.save_marks_at(path);
            return;
        }
        if export == Export::ClassQuestions {
            self.save_class_at(path);
            return;
        }
        if let Export::Bank(target) = export {
            self.save_export_at(path, target);
            return;
        }
        let filter = self.filter_for(export);
        let (database, reporter) = (self.folder.database(), self.inbox.reporter());
        std::thread::spawn(move || {
            let outcome = save(&database, &path, export, &filter);
            reporter.send(Message::Saved { path, outcome });
        });
    }

    /// Saves a plot as it was on the page: what is counted meanwhile comes too late for it.
    fn save_plot_at(&self, path: PathBuf, plot: Plot, file: PlotFile) {
        let Some(progress) = self.model.progress.clone() else { return };
        let reporter = self.inbox.reporter();
        std::thread::spawn(move || {
            let outcome = save_plot(&path, &progress, plot, file);
            reporter.send(Message::Saved { path, outcome });
        });
    }

    pub(in crate::app) fn saved(&mut self, path: &Path, outcome: Result<Saved, SaveError>) {
        match outcome {
            Ok(Saved { rows: 0, left_out: 0 }) => {
                self.is_over(About::Export);
                self.tell(format!("Saved {}", path.display()));
            }
            Ok(Saved { rows, left_out: 0 }) => {
                self.is_over(About::Export);
                self.tell(format!("Saved {} to {}", words::count(rows, "row"), path.display()));
            }
            Ok(Saved { rows, left_out }) => {
                self.is_over(About::Export);
                self.warn(format!(
                    "Saved {} to {}. Left out, because they cannot be read: {left_out}.",
                    words::count(rows, "row"),
                    path.display()
                ));
            }
            Err(reason) => {
                self.warn_about(About::Export, format!("{} could not be saved: {reason}", path.display()));
            }
        }
    }

    /// Where the desktop shows no dialog, results go beside the data, and the notice says where.
    fn fallback_place(&self, export: Export) -> PathBuf {
        let (kind, extension) = (export.contents(), export.extension());
        let time: String =
            self.world.now().to_iso().chars().take(19).map(|sign| if sign == ':' { '-' } else { sign }).collect();
        self.folder.root().join("exports").join(format!("{kind}-{time}.{extension}"))
    }

    fn filter_for(&self, export: Export) -> Filter {
        match export {
            Export::Sitting(sitting) => Filter { sitting: Some(sitting), ..Filter::default() },
            Export::Learner(id) => Filter { learner_id: Some(id), ..Filter::default() },
            Export::Responses
            | Export::Sittings
            | Export::Plot(..)
            | Export::Marks
            | Export::ClassQuestions
            | Export::Imported
            | Export::Bank(_) => Filter { learner_id: Some(self.model.learner.id), ..Filter::default() },
        }
    }

    /// Copies the results where that was not done today: the window may stay open for days.
    pub(in crate::app) fn make_copy_when_due(&mut self) {
        let today = self.today();
        if self.copied_on.as_ref().is_some_and(|day| *day != today) {
            self.make_daily_copy();
        }
    }

    fn today(&self) -> String {
        self.world.now().to_iso().chars().take(10).collect()
    }

    /// Copies the results once a day.
    pub(in crate::app) fn make_daily_copy(&mut self) {
        let today = self.today();
        self.copied_on = Some(today.clone());
        if let Some(chores) = &self.chores {
            chores.copy(today);
        }
    }
}
