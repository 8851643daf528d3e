//! The actions of marking papers: opens a printed paper, takes what is typed and keeps it, saves the results.

use crate::app::action::{DrawAgain, Export, MarkingDeed, Page};
use crate::app::app::App;
use crate::app::inbox::Message;
use crate::app::state::marking::{KeptPaper, OpenPaper, Papers};
use crate::app::state::notice_line::{About, NoticeAction};
use crate::app::workers::export::{SaveError, Saved};
use crate::bank::{Bank, Mode};
use crate::disk::save_atomically;
use crate::history::question_hash;
use crate::paper::{Draw, Met, Plan, draw_versions, typed_code};
use crate::paper_marks::{MarkingDraft, PrintedPaper, on_version, records, to_ron, typed_version, with_version};
use crate::report::ResponsesCsv;
use crate::sitting::ResponseRecord;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl App {
    /// Reads every printed paper, and what was typed from it up to now.
    fn list_papers(&self) {
        if let Some(keeper) = &self.paper_keeper {
            keeper.list(self.folder.papers());
        }
    }

    pub(in crate::app) fn papers_listed(&mut self, Papers { papers, unreadable }: Papers) {
        (self.model.marking.papers, self.model.marking.unreadable) = (Some(papers), unreadable);
        self.model.marking.listed_at = Some(self.world.now());
    }

    /// Carries out what a teacher does to the answers on paper.
    pub(in crate::app) fn mark(&mut self, deed: MarkingDeed) {
        match deed {
            MarkingDeed::Open(path) => self.open_paper(&path),
            MarkingDeed::Close => self.close_paper(),
            MarkingDeed::Discard(path) => self.discard_paper(path),
            MarkingDeed::BringBack => self.bring_paper_back(),
            MarkingDeed::DrawAgain(again) => self.draw_paper_again(again),
            MarkingDeed::Type(text) => {
                if let Some(open) = &mut self.model.marking.open {
                    open.draft.typing = text;
                    open.follow_typing();
                }
                self.keep_draft();
            }
            deed => {
                if let Some(open) = &mut self.model.marking.open {
                    change(&mut open.draft, &open.paper, deed);
                    open.follow_lines();
                }
                self.keep_draft();
            }
        }
    }

    fn open_paper(&mut self, path: &Path) {
        let papers = self.model.marking.papers.as_deref().unwrap_or_default();
        if let Some(kept) = papers.iter().find(|kept| kept.path == path) {
            self.model.marking.open = Some(OpenPaper::new(kept.clone()));
            self.model.page = Page::Marking;
        }
    }

    /// Takes a paper off the list at once; its files go when the notice with its "Undo" goes.
    fn discard_paper(&mut self, path: PathBuf) {
        self.purge_paper();
        let papers = self.model.marking.papers.iter().flatten();
        let Some(code) = papers.filter(|kept| kept.path == path).map(|kept| kept.paper.code.clone()).next() else {
            return;
        };
        self.model.marking.discarded = Some(path);
        let words = format!("Paper {code} was thrown away, with what was typed from it.");
        self.offer_undo(words, NoticeAction::UndoPaper);
    }

    fn bring_paper_back(&mut self) {
        self.model.notices.retain(|notice| notice.action != Some(NoticeAction::UndoPaper));
        self.model.marking.discarded = None;
    }

    /// Deletes the files of the paper that was thrown away last.
    pub(in crate::app) fn purge_paper(&mut self) {
        self.model.notices.retain(|notice| notice.action != Some(NoticeAction::UndoPaper));
        let Some(path) = self.model.marking.discarded.take() else { return };
        self.model.marking.papers.iter_mut().for_each(|papers| papers.retain(|kept| kept.path != path));
        if let Some(keeper) = &self.paper_keeper {
            keeper.discard(path);
        }
    }

    pub(in crate::app) fn paper_not_discarded(&mut self, reason: &str) {
        self.warn(format!("The paper could not be deleted: {reason}"));
        self.list_papers();
    }

    /// Shows every printed paper.
    pub(in crate::app) fn close_paper(&mut self) {
        self.model.marking.open = None;
        self.model.marking.papers = None;
        self.list_papers();
    }

    fn keep_draft(&self) {
        if let (Some(open), Some(keeper)) = (&self.model.marking.open, &self.paper_keeper) {
            keeper.keep(open.path.clone(), open.draft.clone());
        }
    }

    pub(in crate::app) fn draft_kept(&mut self, outcome: Result<(), String>) {
        match outcome {
            Ok(()) => self.is_over(About::Marks),
            Err(reason) => self.warn_about(About::Marks, format!("What you type could not be kept: {reason}")),
        }
    }

    /// Ends what keeps papers, when all is kept.
    pub(in crate::app) fn finish_papers(&mut self) {
        if let Some(keeper) = self.paper_keeper.take() {
            keeper.finish();
        }
    }

    /// Draws a paper again that was printed from the command line, away from the window; [`Message::DrawnAgain`] tells what
    /// came of it.
    fn draw_paper_again(&mut self, again: DrawAgain) {
        self.model.marking.again_fault = None;
        let Some(bank) = self.model.banks.iter().find(|bank| *bank.id == *again.bank_id).cloned() else { return };
        let path = self.place_for_paper(&bank).with_extension("ron");
        let (now, reporter) = (self.world.now(), self.inbox.reporter());
        std::thread::spawn(move || {
            let outcome = drawn_again(&bank, &again).and_then(|papers| {
                let paper = PrintedPaper::new(&*bank.id, &*bank.title, papers, now);
                keep_paper(&path, &paper).map_err(|error| format!("It could not be kept: {error}"))?;
                Ok(KeptPaper { path, paper: Arc::new(paper), draft: MarkingDraft::default() })
            });
            reporter.send(Message::DrawnAgain(outcome.map(Box::new)));
        });
    }

    pub(in crate::app) fn drawn_again(&mut self, outcome: Result<Box<KeptPaper>, String>) {
        match outcome {
            Ok(kept) if self.model.page == Page::Marking => self.model.marking.open = Some(OpenPaper::new(*kept)),
            Ok(_) => {}
            Err(reason) => self.model.marking.again_fault = Some(reason),
        }
    }

    /// The marked lines of the open paper as records, marked now. `None` where no paper is open, or a line of it cannot be marked.
    pub(in crate::app) fn marked_responses(&self) -> Option<Vec<ResponseRecord>> {
        let open = self.model.marking.open.as_ref().filter(|open| open.is_ready())?;
        let now = self.world.now();
        let records = open.marked().flat_map(|line| records(&open.paper, line, now, &question_hash));
        Some(records.collect())
    }

    /// Saves the marks of the open paper as they are now, as a CSV of responses.
    pub(in crate::app) fn save_marks_at(&self, path: PathBuf) {
        let Some(records) = self.marked_responses() else { return };
        let reporter = self.inbox.reporter();
        std::thread::spawn(move || {
            let outcome = save_responses(&path, &records);
            reporter.send(Message::Saved { path, outcome });
        });
    }

    /// What the open paper is called in the name of a file.
    pub(in crate::app) fn open_paper_code(&self) -> &str {
        self.model.marking.open.as_ref().map_or("paper", |open| &open.paper.code)
    }

    /// Whether there is something to be saved.
    pub(in crate::app) fn can_export(&self, export: Export) -> bool {
        match export {
            Export::Marks => self.model.marking.open.as_ref().is_some_and(OpenPaper::is_ready),
            Export::ClassQuestions => self.model.teach.view.as_ref().is_some_and(|view| view.is_judged()),
            Export::Imported => self.model.import.import.is_some(),
            Export::Bank(_) => self.model.bank_export.is_some(),
            Export::Sitting(_) | Export::Responses | Export::Sittings | Export::Learner(_) | Export::Plot(..) => true,
        }
    }
}

/// Changes what was typed.
fn change(draft: &mut MarkingDraft, paper: &PrintedPaper, deed: MarkingDeed) {
    match deed {
        MarkingDeed::Keep => keep_line(draft, paper),
        MarkingDeed::Change(place) => {
            // What is being typed is a line of its own, and not lost.
            keep_line(draft, paper);
            draft.change(place);
        }
        MarkingDeed::Remove(place) => draft.remove(place),
        MarkingDeed::PutOn { place, version } => {
            let line = draft.lines(draft.pass).get(place).and_then(|line| on_version(paper, line, version));
            if let Some(line) = line {
                draft.replace(place, line);
            }
        }
        MarkingDeed::Undo => draft.undo(),
        MarkingDeed::Redo => draft.redo(),
        MarkingDeed::Turn(pass) => {
            keep_line(draft, paper);
            draft.pass = pass;
        }
        MarkingDeed::Take(version) => draft.version = version.min(paper.papers.len().saturating_sub(1)),
        MarkingDeed::Open(_)
        | MarkingDeed::Close
        | MarkingDeed::Discard(_)
        | MarkingDeed::BringBack
        | MarkingDeed::DrawAgain(_)
        | MarkingDeed::Type(_) => {}
    }
}

fn keep_line(draft: &mut MarkingDraft, paper: &PrintedPaper) {
    let typed = std::mem::take(&mut draft.typing);
    if typed.trim().is_empty() {
        draft.changing = None;
    } else if let Some(version) = typed_version(paper, &typed).filter(|_| draft.changing.is_none()) {
        draft.version = version;
    } else {
        draft.keep(with_version(paper, draft.version, &typed));
    }
}

/// Draws what was printed elsewhere.
fn drawn_again(bank: &Bank, again: &DrawAgain) -> Result<Vec<crate::paper::Paper>, String> {
    let topics = Some(again.topic.trim()).filter(|topic| !topic.is_empty()).map(str::to_owned);
    let draws = vec![Draw { topics: topics.into_iter().collect(), count: again.count }];
    let plan = Plan { draws, mode: Mode::Practice };
    let papers = draw_versions(&[bank], &plan, &Met::new(), again.seed, again.versions);
    if papers.first().is_none_or(|paper| paper.items.is_empty()) {
        return Err("No question of this bank is on that topic.".to_owned());
    }
    let code = crate::paper::paper_code(&papers);
    match typed_code(&again.code) {
        None if again.code.trim().is_empty() => Ok(papers),
        Some(typed) if typed == code => Ok(papers),
        _ => Err(format!(
            "This draws paper {code}, and not {}. The seed, the number of questions or the topic is another, or the bank was \
             changed since.",
            again.code.trim().to_uppercase()
        )),
    }
}

/// Keeps a paper that was printed, so that it can be marked.
pub(super) fn keep_paper(path: &Path, paper: &PrintedPaper) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    save_atomically(path, |file| file.write_all(to_ron(paper).as_bytes()))
}

pub(super) fn save_responses(path: &Path, records: &[ResponseRecord]) -> Result<Saved, SaveError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    save_atomically(path, |file| {
        let mut csv = ResponsesCsv::new(file, true)?;
        records.iter().try_for_each(|record| csv.write(record))?;
        csv.finish().map(|_| ())
    })?;
    Ok(Saved { rows: records.len(), left_out: 0 })
}
