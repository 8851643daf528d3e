//! The actions of the class's page: where its results come from, what of it is looked at, and what a teacher decides.

use crate::app::action::{ForClass, Page, TeachDeed, TeachPage};
use crate::app::app::App;
use crate::app::handlers::banks::typed_path;
use crate::app::handlers::marking::save_responses;
use crate::app::inbox::Message;
use crate::app::state::card::Card;
use crate::app::state::class_view::{ClassRead, ClassView};
use crate::app::state::notice_line::{About, NoticeAction};
use crate::app::wording::teach_words;
use crate::app::workers::export::Saved;
use crate::app::workers::teach::Wanted;
use crate::class::{Decisions, MeasuringOptions, denominator, measure, without_names};
use crate::disk::{ClassChoices, save_atomically};
use crate::report::class::{Beside, LeftOut, class_html, items_csv};
use crate::report::recall::Recall;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl App {
    /// Carries out what a teacher does on the class's page.
    pub(in crate::app) fn teach(&mut self, deed: TeachDeed) {
        match deed {
            TeachDeed::Choose(wanted) => self.world.choose_for_class(wanted, self.inbox.reporter()),
            TeachDeed::AskForPath => self.screens.teach.ask_for_path(ForClass::Files),
            TeachDeed::Add(paths) => self.add_results(&paths),
            TeachDeed::AddTyped(path) => self.add_typed_results(&path),
            TeachDeed::AddMarked => self.add_marked(),
            TeachDeed::Remove(stored) => self.remove_results(&stored),
            TeachDeed::Undo => self.undo_teach(),
            TeachDeed::ReadAgain => self.read_class(),
            TeachDeed::Stop => {
                self.class_reader.stop();
                self.model.teach.is_reading = false;
            }
            TeachDeed::Open(page) => self.open_class_page(page),
            TeachDeed::Close => self.open_class_page(self.model.teach.opened_from),
            TeachDeed::Look(look) => {
                self.model.teach.look = look;
                self.model.teach.follow_look();
            }
            TeachDeed::OfBank(bank) => {
                // Another bank has other quizzes.
                (self.model.teach.part.bank, self.model.teach.part.quiz) = (bank, None);
                self.measure_class();
            }
            TeachDeed::OfQuiz(quiz) => {
                self.model.teach.part.quiz = quiz;
                self.measure_class();
            }
            TeachDeed::OfSpan(span) => {
                self.model.teach.part.span = span;
                self.measure_class();
            }
            TeachDeed::LeaveOut { question, is_left_out } => self.leave_out(question, is_left_out),
            TeachDeed::Mend(question) => self.mend(question),
            TeachDeed::Decide { proposal, are_same } => self.decide(proposal, are_same),
            TeachDeed::RecallOn(day) => {
                (self.model.teach.recall_on, self.model.teach.recall) = (Some(day), None);
                self.class_reader.recall(day);
            }
            TeachDeed::Print => self.print_class(),
            TeachDeed::HideNames(hides_names) => {
                self.model.teach.hides_names = hides_names;
                self.model.teach.follow_look();
            }
        }
    }

    /// Shows the class, and reads it where that was not done since its results changed.
    pub(in crate::app) fn open_class(&mut self) {
        self.load_choices();
        if self.model.teach.view.is_none() || self.model.teach.is_stale {
            self.read_class();
        }
    }

    /// Takes in that the results of the class may have changed on the disk: at once where it is on the screen.
    pub(in crate::app) fn follow_class_results(&mut self) {
        self.model.teach.is_stale = true;
        if self.model.page == Page::Teach {
            self.read_class();
        }
    }

    pub(in crate::app) fn for_class_chosen(&mut self, wanted: ForClass, paths: Vec<PathBuf>, was_seen: bool) {
        if !was_seen {
            self.model.page = Page::Teach;
            self.screens.teach.ask_for_path(wanted);
            return;
        }
        match wanted {
            ForClass::Files | ForClass::Folder => self.add_results(&paths),
            ForClass::Watched => {
                if let Some(folder) = paths.into_iter().next() {
                    self.watch_for_class(folder);
                }
            }
        }
    }

    fn watch_for_class(&mut self, folder: PathBuf) {
        self.tell(teach_words::watched(&folder));
        self.watch_class_folder(Some(folder));
    }

    fn add_typed_results(&mut self, typed: &str) {
        let path = typed_path(typed);
        if !path.exists() {
            self.screens.teach.fail_path(teach_words::no_such_path(&path));
            return;
        }
        if self.screens.teach.close_path() == ForClass::Watched {
            return self.watch_for_class(path);
        }
        self.add_results(&[path]);
    }

    /// Adds files and folders, and shows the class.
    pub(in crate::app) fn add_results(&mut self, paths: &[PathBuf]) {
        self.load_choices();
        let stored: Vec<String> = paths.iter().map(|path| self.folder.to_stored(path)).collect();
        let known = &self.model.teach.choices.sources;
        let new: Vec<String> = stored.into_iter().filter(|path| !known.contains(path)).collect();
        if self.model.page == Page::Sitting {
            self.tell(teach_words::ADDED_FOR_LATER);
        } else {
            self.model.page = Page::Teach;
        }
        self.model.teach.is_stale = true;
        if !new.is_empty() {
            self.model.teach.choices.sources.extend(new);
            self.keep_choices();
        }
        if self.model.page == Page::Teach {
            self.read_class();
        }
    }

    /// Keeps the marked answers of the open paper as a table of the class.
    fn add_marked(&mut self) {
        let Some(records) = self.marked_responses() else { return };
        let path = self.folder.class().join(format!("paper-{}.csv", self.open_paper_code()));
        match save_responses(&path, &records) {
            Ok(_) => self.add_results(&[path]),
            Err(error) => self.warn(format!("{} could not be saved: {error}", path.display())),
        }
    }

    fn remove_results(&mut self, stored: &str) {
        let name = Path::new(stored).file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.change_class(teach_words::removed(&name), |teach| {
            teach.0.sources.retain(|other| other != stored);
        });
        self.read_class();
    }

    fn leave_out(&mut self, question: u32, is_left_out: bool) {
        let Some(view) = self.model.teach.view.clone() else { return };
        let asked = &view.class.questions[question as usize];
        let named = (asked.bank.to_string(), asked.id.to_string());
        let told = if is_left_out { teach_words::LEFT_OUT } else { teach_words::COUNTS_AGAIN };
        self.change_class(told.to_owned(), |(choices, _)| {
            choices.left_out.retain(|other| *other != named);
            if is_left_out {
                choices.left_out.push(named);
            }
        });
        self.measure_class();
    }

    fn decide(&mut self, proposal: usize, are_same: bool) {
        let Some(view) = self.model.teach.view.clone() else { return };
        let Some(proposal) = view.proposals.get(proposal) else { return };
        let decision = proposal.decision(&view.class, are_same);
        let mut decisions = self.model.teach.decisions.clone();
        if let Err(contradiction) = decisions.decide(decision) {
            return self.warn(crate::app::wording::words::as_sentence(&contradiction.to_string()));
        }
        let told = if are_same { teach_words::ONE_PERSON } else { teach_words::TWO_PERSONS };
        self.change_class(told.to_owned(), |(_, known)| *known = decisions);
        self.measure_class();
    }

    /// Shows a question on the page of its bank, where that is on this computer.
    fn mend(&mut self, question: u32) {
        let Some(view) = self.model.teach.view.clone() else { return };
        let asked = &view.class.questions[question as usize];
        let is_here = |card: &Card| card.as_bank().is_some_and(|bank| *bank.id == *asked.bank);
        if self.model.cards.iter().any(is_here) {
            self.look_at_found(&asked.bank, asked.id.to_string());
        }
    }

    fn open_class_page(&mut self, page: TeachPage) {
        let teach = &mut self.model.teach;
        let is_detail = |page: TeachPage| matches!(page, TeachPage::Question(_) | TeachPage::Learner(_));
        if is_detail(page) && !is_detail(teach.page) {
            teach.opened_from = teach.page;
        }
        teach.page = page;
        teach.follow_page();
    }

    /// Changes what is chosen, which can be undone for a while.
    fn change_class(&mut self, told: String, change: impl FnOnce(&mut (ClassChoices, Decisions))) {
        let teach = &mut self.model.teach;
        let before = (teach.choices.clone(), teach.decisions.clone());
        let mut after = before.clone();
        change(&mut after);
        (teach.choices, teach.decisions) = after;
        self.class_before = Some(before);
        self.keep_choices();
        self.model.notices.retain(|notice| notice.action != Some(NoticeAction::UndoTeach));
        self.offer_undo(told, NoticeAction::UndoTeach);
    }

    fn undo_teach(&mut self) {
        self.model.notices.retain(|notice| notice.action != Some(NoticeAction::UndoTeach));
        let Some(before) = self.class_before.take() else { return };
        let is_of_files = before.0.sources != self.model.teach.choices.sources;
        (self.model.teach.choices, self.model.teach.decisions) = before;
        self.keep_choices();
        if is_of_files {
            self.read_class();
        } else {
            self.measure_class();
        }
    }

    /// Reads every file again.
    fn read_class(&mut self) {
        let stored = &self.model.teach.choices.sources;
        let mut sources: Vec<PathBuf> = stored.iter().map(|stored| self.folder.from_stored(stored)).collect();
        sources.extend(self.model.class_folder.iter().flat_map(|folder| folder.files.keys().cloned()));
        let wanted = self.wanted();
        let teach = &mut self.model.teach;
        (teach.is_stale, teach.read_at) = (false, Some(self.world.now()));
        if sources.is_empty() {
            self.class_reader.stop();
            (teach.is_reading, teach.view, teach.page) = (false, None, TeachPage::Questions);
            teach.files.clear();
            return;
        }
        teach.is_reading = true;
        teach.recall = None;
        self.class_reader.read(sources, wanted);
    }

    /// Measures again what is read.
    fn measure_class(&mut self) {
        if self.model.teach.view.is_none() {
            return;
        }
        let wanted = self.wanted();
        self.model.teach.is_reading = true;
        self.class_reader.measure(wanted);
    }

    fn wanted(&self) -> Wanted {
        let teach = &self.model.teach;
        Wanted {
            part: teach.part.part(self.world.now()),
            decisions: teach.decisions.clone(),
            left_out: teach.choices.left_out.clone(),
        }
    }

    pub(in crate::app) fn class_read(&mut self, number: u64, read: ClassRead) {
        if !self.class_reader.is_newest(number) {
            return;
        }
        let teach = &mut self.model.teach;
        teach.is_reading = false;
        if let Some(files) = read.files {
            teach.files = files;
        }
        teach.follow(read.view);
        if let Some(day) = teach.recall_on.filter(|_| teach.recall.is_none()) {
            self.class_reader.recall(day);
        }
    }

    pub(in crate::app) fn class_recalled(&mut self, recall: Recall) {
        let teach = &mut self.model.teach;
        // Another day may have been asked for since.
        if teach.recall_on == Some(recall.on) {
            teach.recall = Some(Arc::new(recall));
            teach.follow_recall();
        }
    }

    /// Reads what was chosen before, once.
    fn load_choices(&mut self) {
        if std::mem::replace(&mut self.model.teach.has_loaded, true) {
            return;
        }
        let (choices, notice) = ClassChoices::load(&self.choices_file());
        self.model.teach.choices = choices;
        notice.into_iter().for_each(|notice| self.warn(notice));
        let people = self.people_file();
        match fs::read_to_string(&people) {
            Ok(text) => match Decisions::read(&text) {
                Ok(decisions) => self.model.teach.decisions = decisions,
                Err(fault) => {
                    let aside = people.with_extension("ron.unreadable");
                    // Where it cannot be moved, what is decided next takes its place; the notice tells why.
                    let _ = fs::rename(&people, &aside);
                    self.warn(format!("{}: {fault}. It is kept as {}.", people.display(), aside.display()));
                }
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => self.warn(format!("{} could not be read: {error}", people.display())),
        }
    }

    fn keep_choices(&mut self) {
        let teach = &self.model.teach;
        let saved = teach.choices.save(&self.choices_file()).and_then(|()| {
            let people = self.people_file();
            if teach.decisions == Decisions::default() && !people.exists() {
                return Ok(());
            }
            let class = teach.view.as_ref().map(|view| view.class.clone()).unwrap_or_default();
            save_atomically(&people, |file| file.write_all(teach.decisions.written(&class).as_bytes()))
        });
        match saved {
            Ok(()) => self.is_over(About::Class),
            Err(error) => {
                self.warn_about(About::Class, format!("What you chose for the class could not be kept: {error}"));
            }
        }
    }

    fn choices_file(&self) -> PathBuf {
        self.folder.class().join("class.ron")
    }

    fn people_file(&self) -> PathBuf {
        self.folder.class().join("people.ron")
    }

    /// Saves the class as it is on the page, away from the window; [`Message::Printed`] tells what came of it.
    fn print_class(&self) {
        let Some(view) = self.model.teach.view.clone() else { return };
        let plain = |sign: char| if sign.is_alphanumeric() { sign } else { '-' };
        let time: String = self.world.now().to_iso().chars().take(19).map(plain).collect();
        let path = self.folder.class().join(format!("class-results-{time}.html"));
        let (hides_names, reporter) = (self.model.teach.hides_names, self.inbox.reporter());
        std::thread::spawn(move || {
            let html = page_of(&view, hides_names);
            let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
            let saved = folder.and_then(|()| save_atomically(&path, |file| file.write_all(html.as_bytes())));
            reporter.send(Message::Printed { path, outcome: saved.map_err(|error| error.to_string()) });
        });
    }

    /// Saves the questions of the class as they are on the page.
    pub(in crate::app) fn save_class_at(&self, path: PathBuf) {
        let Some(view) = self.model.teach.view.clone() else { return };
        let reporter = self.inbox.reporter();
        std::thread::spawn(move || {
            let bytes = items_csv(&view.class, &view.figures);
            let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
            let saved = folder.and_then(|()| save_atomically(&path, |file| file.write_all(&bytes)));
            let outcome = saved.map_err(Into::into);
            let outcome = outcome.map(|()| Saved { rows: view.figures.items.len(), left_out: 0 });
            reporter.send(Message::Saved { path, outcome });
        });
    }
}

/// The class as a page to print.
fn page_of(view: &ClassView, hides_names: bool) -> String {
    let left_out = (!view.left_out.is_empty()).then(|| LeftOut {
        questions: view.left_out.iter().copied().collect(),
        with: denominator(&view.class, &BTreeSet::new()),
        without: denominator(&view.class, &view.left_out),
    });
    let beside = Beside { list: None, left_out: left_out.as_ref() };
    if !hides_names {
        return class_html(&view.class, &view.figures, &beside, true);
    }
    // Without names the learners have other places, and their figures go with them.
    let class = without_names((*view.class).clone());
    let options = MeasuringOptions { left_out: view.left_out.clone(), ..MeasuringOptions::default() };
    class_html(&class, &measure(&class, &options), &beside, false)
}
