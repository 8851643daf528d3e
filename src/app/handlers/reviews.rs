//! The actions of spaced review: what comes today, what is practised across banks, and how a learner wants to study.

use crate::app::action::{MOST_AT_ONCE, Selection, StudyChoice};
use crate::app::app::App;
use crate::app::state::agenda::{Agenda, QuestionRef};
use crate::app::state::play::ComesBack;
use crate::bank::Bank;
use crate::history::{BankStudy, HistoryError, key_of};
use crate::paper::paper_in_order;
use crate::schedule::StudyDay;
use crate::sitting::{Terms, put_together};
use std::collections::HashMap;
use std::sync::Arc;

impl App {
    /// Looks up anew what can be reviewed. The pages follow when that is known.
    pub(in crate::app) fn refresh_agenda(&mut self) {
        let day = StudyDay::of(self.world.now());
        self.agenda_day = day;
        self.agenda_banks.clone_from(&self.model.banks);
        self.planner.ask(self.model.learner.id, self.model.banks.clone(), day, self.model.agenda.clone());
    }

    /// Looks up the agenda of a new day: the window may have been left open overnight.
    pub(in crate::app) fn follow_day(&mut self) {
        if self.agenda_day != StudyDay::of(self.world.now()) {
            self.refresh_agenda();
        }
    }

    pub(in crate::app) fn agenda_made(&mut self, number: u64, outcome: Result<Box<Agenda>, HistoryError>) {
        if !self.planner.is_newest(number) {
            return;
        }
        match outcome {
            Ok(agenda) => {
                self.model.agenda = Some(Arc::new(*agenda));
                self.screens.review.follow(self.model.agenda.as_deref());
            }
            Err(error) => self.warn_history(&error),
        }
    }

    /// Begins today's review.
    pub(in crate::app) fn start_review(&mut self) {
        // Nothing of yesterday is begun while today's questions are being chosen.
        let Some(agenda) = self.model.agenda.as_ref().filter(|agenda| agenda.day == self.agenda_day) else { return };
        let today = agenda.today.clone();
        self.practise(&today, "Review", put_together::REVIEW);
    }

    /// Practises a list across banks.
    pub(in crate::app) fn practise_selection(&mut self, selection: Selection) {
        if selection == Selection::Found {
            let found = self.found_questions();
            return self.practise(&found[..found.len().min(MOST_AT_ONCE)], "Found questions", put_together::FOUND);
        }
        let Some(agenda) = &self.model.agenda else { return };
        let (questions, title, quiz_id) = match selection {
            Selection::Mistakes => (agenda.mistakes.clone(), "Mistakes".to_owned(), put_together::MISTAKES),
            Selection::Flagged => (agenda.flagged.clone(), "Flagged questions".to_owned(), put_together::FLAGGED),
            Selection::NotYetMet => (agenda.not_met.clone(), "Not yet met".to_owned(), put_together::NOT_YET_MET),
            Selection::WeakestTopic(place) => {
                let Some(topic) = agenda.weakest.get(place) else { return };
                let title = if topic.topic.is_empty() { &topic.bank_title } else { &topic.topic };
                (topic.questions.clone(), title.replace('/', " · "), put_together::WEAKEST_TOPIC)
            }
            Selection::Stubborn => {
                let questions = agenda.stubborn.iter().map(|stubborn| stubborn.question.clone()).collect();
                (questions, "Stubborn questions".to_owned(), put_together::STUBBORN)
            }
            // It needs no agenda.
            Selection::Found => return,
        };
        self.practise(&questions[..questions.len().min(MOST_AT_ONCE)], &title, quiz_id);
    }

    fn found_questions(&self) -> Vec<QuestionRef> {
        let found = self.model.found.iter();
        found
            .map(|found| QuestionRef { bank_id: found.bank_id.clone(), question_id: found.question_id.clone() })
            .collect()
    }

    pub(in crate::app) fn practise(&mut self, questions: &[QuestionRef], title: &str, quiz_id: &str) {
        let banks = self.model.banks.clone();
        let found = find(&banks, questions);
        let paper = paper_in_order(found.iter().map(|(bank, question)| (&*bank.id, *question)), self.world.seed());
        let bank_id = paper.items.first().map(|item| item.bank_id.clone()).unwrap_or_default();
        self.begin(&bank_id, title, quiz_id, Terms::default(), paper);
    }

    /// Keeps how the learner wants to study.
    pub(in crate::app) fn set_study(&mut self, choice: StudyChoice) {
        let Ok(mut study) = self.history.study(self.model.learner.id) else { return };
        match choice {
            StudyChoice::NewPerDay(count) => study.new_per_day = count,
            StudyChoice::DailyLimit(count) => study.daily_limit = count,
            StudyChoice::Target(target) => study.target = target,
            StudyChoice::SpreadsBacklog(spreads) => study.spreads_backlog = spreads,
        }
        match self.history.set_study(self.model.learner.id, &study) {
            Ok(()) => {
                // The page shows at once what was chosen; what follows from it comes from the worker.
                if let Some(agenda) = &mut self.model.agenda {
                    Arc::make_mut(agenda).study = study;
                }
                self.refresh_agenda();
            }
            Err(error) => self.warn_history(&error),
        }
    }

    /// Keeps what the learner chose for a bank.
    pub(in crate::app) fn set_bank_study(&mut self, bank_id: &str, study: BankStudy) {
        match self.history.set_bank_study(self.model.learner.id, bank_id, study) {
            Ok(()) => {
                let agenda = self.model.agenda.as_mut().map(Arc::make_mut);
                let lines = agenda.into_iter().flat_map(|agenda| &mut agenda.banks);
                for line in lines.filter(|line| line.id == bank_id) {
                    line.study = study;
                    line.is_followed = study.is_followed.unwrap_or(line.is_followed);
                }
                self.refresh_agenda();
            }
            Err(error) => self.warn_history(&error),
        }
    }

    /// Looks up when the question that was just answered comes back.
    pub(in crate::app) fn note_return(&mut self) {
        let today = StudyDay::of(self.world.now());
        let Some(play) = &mut self.model.play else { return };
        play.comes_back = None;
        if play.sitting.terms.stays_out_of_review {
            return;
        }
        let item = &play.sitting.turn().item;
        let question = item.original();
        let known = self.history.memory_of(self.model.learner.id, &item.bank_id, &question.id, &key_of(question));
        // That an answer is kept matters; when it comes back is told where it can be.
        if let Ok(Some(remembered)) = known {
            let days = remembered.due_day.days_since(today).max(1);
            let turn = play.sitting.turn();
            play.comes_back = Some(ComesBack {
                days,
                memory: remembered.memory,
                verdict: turn.verdict(),
                is_overruled: turn.is_overruled(),
                has_used_hints: turn.hints_used > 0,
                certainty: turn.certainty,
            });
        }
    }
}

/// The questions of that name, in that order; those that are in no bank any more are left out.
fn find<'b>(banks: &'b [Arc<Bank>], wanted: &[QuestionRef]) -> Vec<(&'b Bank, &'b crate::bank::Question)> {
    let mut by_bank: HashMap<&str, HashMap<&str, usize>> = HashMap::new();
    for (place, wanted) in wanted.iter().enumerate() {
        by_bank.entry(&wanted.bank_id).or_default().insert(&wanted.question_id, place);
    }
    let mut found = Vec::new();
    for bank in banks {
        let Some(places) = by_bank.get(&*bank.id) else { continue };
        let here = bank.questions.iter().filter_map(|question| Some((*places.get(&*question.id)?, &**bank, question)));
        found.extend(here);
    }
    found.sort_by_key(|(place, ..)| *place);
    found.dedup_by_key(|(place, ..)| *place);
    found.into_iter().map(|(_, bank, question)| (bank, question)).collect()
}
