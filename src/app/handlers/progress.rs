//! The actions of the progress page: what it tells of, practising a topic, and saving a plot.

use crate::app::action::{MOST_AT_ONCE, PlotFile};
use crate::app::app::App;
use crate::app::plots::{drawing, sentence, title};
use crate::app::state::agenda::QuestionRef;
use crate::app::workers::export::{SaveError, Saved};
use crate::disk::save_atomically;
use crate::history::{HistoryError, key_of};
use crate::progress::{Progress, Wish};
use crate::report::plots::{PictureError, png, svg};
use crate::report::{Plot, plot_csv};
use crate::schedule::StudyDay;
use crate::sitting::put_together;
use std::io::{self, Write};
use std::path::Path;

/// The size of a plot in a file.
const SAVED_WIDTH: f32 = 760.0;
const SAVED_LETTER: f32 = 13.0;

impl App {
    /// Looks up anew what was learned.
    pub(in crate::app) fn refresh_progress(&mut self) {
        let titles = self.model.banks.iter().map(|bank| (bank.id.to_string(), bank.title.to_string())).collect();
        let (wish, today) = (self.model.progress_wish.clone(), StudyDay::of(self.world.now()));
        self.statistician.ask(self.model.learner.id, wish, today, titles);
    }

    pub(in crate::app) fn progress_counted(&mut self, number: u64, outcome: Result<Box<Progress>, HistoryError>) {
        if !self.statistician.is_newest(number) {
            return;
        }
        match outcome {
            Ok(progress) => self.model.progress = Some(progress.into()),
            Err(error) => self.warn_history(&error),
        }
    }

    /// Tells of another part of what was learned.
    pub(in crate::app) fn tell_of(&mut self, wish: Wish) {
        self.model.progress_wish = wish;
        self.refresh_progress();
    }

    /// What another learner has learned is told from the beginning.
    pub(in crate::app) fn forget_progress(&mut self) {
        self.statistician.forget();
        self.model.progress = None;
        self.model.progress_wish = Wish::default();
    }

    /// Practises a topic of a bank: what is known least comes first, and what was never met last.
    pub(in crate::app) fn practise_topic(&mut self, bank_id: &str, topic: &str) {
        let Some(bank) = self.model.banks.iter().find(|bank| &*bank.id == bank_id).cloned() else { return };
        let today = StudyDay::of(self.world.now());
        let Ok(model) = self.history.study(self.model.learner.id).map(|study| study.model()) else { return };
        let recall = |question: &crate::bank::Question| {
            let remembered = self.history.memory_of(self.model.learner.id, bank_id, &question.id, &key_of(question));
            remembered.ok().flatten().map_or(1.0, |remembered| remembered.memory.recall_on(today, &model))
        };
        let of_topic = bank.questions.iter().filter(|question| *question.topic == *topic);
        let mut found: Vec<(f64, QuestionRef)> = of_topic
            .map(|question| {
                let named = QuestionRef { bank_id: bank_id.to_owned(), question_id: question.id.to_string() };
                (recall(question), named)
            })
            .collect();
        found.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        let questions: Vec<QuestionRef> = found.into_iter().take(MOST_AT_ONCE).map(|(_, named)| named).collect();
        let name = if topic.is_empty() { bank.title.to_string() } else { topic.replace('/', " · ") };
        self.practise(&questions, &name, put_together::WEAKEST_TOPIC);
    }
}

/// Saves a plot; tells how many rows a table has, and none of a picture.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn save_plot(path: &Path, progress: &Progress, plot: Plot, kind: PlotFile) -> Result<Saved, SaveError> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let (bytes, rows) = bytes_of(progress, plot, kind).map_err(io::Error::other)?;
    save_atomically(path, |file: &mut dyn Write| file.write_all(&bytes))?;
    Ok(Saved { rows, left_out: 0 })
}

fn bytes_of(progress: &Progress, plot: Plot, kind: PlotFile) -> Result<(Vec<u8>, usize), PictureError> {
    if kind == PlotFile::Csv {
        return Ok(plot_csv(progress, plot));
    }
    let drawing = drawing(progress, plot, SAVED_WIDTH, SAVED_LETTER);
    let (title, sentence) = (title(plot), sentence(progress, plot));
    let bytes = match kind {
        PlotFile::Png => png(&drawing, title, &sentence)?,
        PlotFile::Svg | PlotFile::Csv => svg(&drawing, title, &sentence).into_bytes(),
    };
    Ok((bytes, 0))
}
