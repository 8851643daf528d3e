//! The actions of a sitting, from its beginning to its result. Each is on the disk before the screen changes.

use crate::app::action::Page;
use crate::app::app::App;
use crate::app::outgoing::Change;
use crate::app::state::notice_line::{About, NoticeAction};
use crate::app::state::play::{Phase, Play};
use crate::app::state::result_view::ResultView;
use crate::app::wording::words;
use crate::bank::Mode;
use crate::disk::SetupChoice;
use crate::history::{Filter, HistoryError};
use crate::moment::Moment;
use crate::paper::{Draw, Paper, Plan, draw, shuffled_paper};
use crate::sitting::{Answered, Certainty, Response, Sitting, State, Terms, Turn, put_together};
use uuid::Uuid;

impl App {
    pub(in crate::app) fn set_up(&mut self, bank_id: &str, mode: Option<Mode>, topic: Option<String>) {
        let last = self.model.settings.setups.get(bank_id);
        let Some(bank) = self.model.banks.iter().find(|bank| *bank.id == *bank_id) else { return };
        self.screens.setup.open(bank, last, mode, topic);
        self.screens.search.close();
        self.model.found.clear();
        self.model.page = Page::SetUp;
    }

    pub(in crate::app) fn start_sitting(&mut self, bank_id: &str, choice: SetupChoice) {
        let Some(bank) = self.model.banks.iter().find(|bank| *bank.id == *bank_id).cloned() else { return };
        let met = match self.history.met(self.model.learner.id, bank_id) {
            Ok(met) => met,
            Err(error) => return self.warn_history(&error),
        };
        let paper = draw(&[&bank], &plan_of(&choice), &met, self.world.seed());
        let is_test = choice.mode == Mode::Test;
        let terms = Terms {
            mode: choice.mode,
            time_limit_secs: choice.time_limit_secs.filter(|_| is_test),
            pass_percent: choice.pass_percent.filter(|_| is_test),
            certainty: choice.certainty,
            // A limit that learners set themselves is theirs to pause.
            runs_on: false,
            stays_out_of_review: choice.stays_out_of_review,
        };
        self.model.settings.setups.insert(bank_id.to_owned(), choice);
        self.save_settings();
        self.begin(&bank.id, &bank.title, "", terms, paper);
    }

    /// Begins a sitting as a ready-made quiz says.
    pub(in crate::app) fn start_quiz(&mut self, bank_id: &str, quiz_id: &str) {
        let Some(bank) = self.model.banks.iter().find(|bank| *bank.id == *bank_id).cloned() else { return };
        let Some(quiz) = bank.quizzes.iter().find(|quiz| *quiz.id == *quiz_id) else { return };
        let met = match self.history.met(self.model.learner.id, bank_id) {
            Ok(met) => met,
            Err(error) => return self.warn_history(&error),
        };
        let paper = draw(&[&bank], &Plan::of_quiz(quiz), &met, self.world.seed());
        let terms = Terms {
            mode: quiz.mode,
            time_limit_secs: quiz.time_limit_secs,
            pass_percent: quiz.pass_percent,
            certainty: quiz.certainty,
            runs_on: !quiz.is_pausable(),
            stays_out_of_review: false,
        };
        self.begin(&bank.id, &bank.title, quiz_id, terms, paper);
    }

    /// Practises what was not fully right, with the questions as they were asked then, but for values drawn anew.
    pub(in crate::app) fn practise_mistakes(&mut self) {
        let Some(result) = &self.model.result else { return };
        let sitting = &result.sitting;
        let items = sitting.mistakes().into_iter().map(|index| &sitting.turns[index].item);
        let questions = items.map(|item| (item.bank_id.as_str(), item.original()));
        let paper = shuffled_paper(questions, self.world.seed());
        let (bank_id, title) = (sitting.bank_id.clone(), sitting.bank_title.clone());
        let terms = Terms { stays_out_of_review: sitting.terms.stays_out_of_review, ..Terms::default() };
        self.begin(&bank_id, &title, put_together::MISTAKES, terms, paper);
    }

    pub(in crate::app) fn begin(&mut self, bank_id: &str, title: &str, quiz_id: &str, terms: Terms, paper: Paper) {
        if paper.items.is_empty() {
            return self.warn("There is no question to ask: choose other topics.");
        }
        let (id, at) = (self.world.uuid(), self.world.now());
        let mut sitting =
            Sitting::begin(id, bank_id.to_owned(), title.to_owned(), quiz_id.to_owned(), terms, paper, at);
        match self.history.flagged(self.model.learner.id) {
            Ok(flagged) => sitting.flag_again(&flagged),
            Err(error) => return self.warn_history(&error),
        }
        match self.history.begin(self.model.learner.id, &sitting) {
            Ok(()) => self.show_sitting(sitting),
            Err(error) => self.warn_history(&error),
        }
    }

    fn show_sitting(&mut self, sitting: Sitting) {
        self.screens.question.put_aside();
        let pictures = self.pictures_of(&sitting);
        let bank = self.model.banks.iter().find(|bank| *bank.id == *sitting.bank_id).cloned();
        self.model.play = Some(Play { sitting, phase: Phase::Asking, pictures, bank, comes_back: None });
        self.model.result = None;
        self.model.page = Page::Sitting;
    }

    pub(in crate::app) fn resume(&mut self, id: Uuid) {
        match self.history.load_sitting(id) {
            Ok(Some(mut sitting)) if sitting.state == State::InProgress => {
                sitting.come_back(self.world.now());
                if sitting.is_scored() {
                    return self.resume_scored(sitting);
                }
                if sitting.terms.mode == Mode::Practice && sitting.turn().is_done() {
                    sitting.advance();
                }
                self.show_sitting(sitting);
                self.note_place();
                if self.model.play.as_ref().is_some_and(|play| play.sitting.is_time_up()) {
                    self.hand_in();
                    self.tell("The time ran out while the test was left. Your answers until then were handed in.");
                }
            }
            Ok(Some(_)) => self.open_result(id),
            Ok(None) => self.warn("This quiz is not kept any more."),
            Err(error) => self.warn_history(&error),
        }
    }

    /// Carries on with a sitting whose score stands, as earlier versions of Torus left them open: it is finished, and its
    /// second tries can be made.
    fn resume_scored(&mut self, mut sitting: Sitting) {
        sitting.finish(self.world.now());
        let change = Change { sitting: &sitting, had_ended: false };
        let whose = (&self.model.settings, self.model.learner.uuid);
        if let Err(error) = self.outgoing.write(whose, change, || self.history.finish(&sitting)) {
            return self.warn_history(&error);
        }
        if sitting.second_tries_left() == 0 {
            return self.show_result(sitting);
        }
        self.show_sitting(sitting);
        self.set_phase(Phase::Pause);
    }

    pub(in crate::app) fn discard(&mut self, id: Uuid) {
        let now = self.world.now();
        let outcome = self.history.load_sitting(id).and_then(|sitting| {
            let Some(mut sitting) = sitting else { return Ok(State::Abandoned) };
            let had_ended = sitting.state == State::Finished;
            sitting.abandon(now);
            let change = Change { sitting: &sitting, had_ended };
            let whose = (&self.model.settings, self.model.learner.uuid);
            self.outgoing.write(whose, change, || self.history.finish(&sitting)).map(|()| sitting.state)
        });
        match outcome {
            Ok(State::Finished) => self.tell("Its score stands, and is kept in the history."),
            Ok(_) => {
                self.model.notices.retain(|notice| !matches!(notice.action, Some(NoticeAction::UndoDiscard(_))));
                let words = "The quiz is discarded. Its answers stay in the history.".to_owned();
                self.offer_undo(words, NoticeAction::UndoDiscard(id));
            }
            Err(error) => self.warn_history(&error),
        }
        self.refresh_library();
    }

    /// Takes up a sitting again that was given up a moment ago.
    pub(in crate::app) fn undo_discard(&mut self, id: Uuid) {
        self.model.notices.retain(|notice| notice.action != Some(NoticeAction::UndoDiscard(id)));
        let outcome = self.history.load_sitting(id).and_then(|sitting| {
            let Some(mut sitting) = sitting else { return Ok(()) };
            sitting.take_up_again();
            self.history.record_place(&sitting)
        });
        if let Err(error) = outcome {
            self.warn_history(&error);
        }
        self.refresh_library();
    }

    pub(in crate::app) fn answer(&mut self, response: Response, certainty: Option<Certainty>) {
        let now = self.world.now();
        let is_kept = self.change(|sitting| match sitting.answer_with(response, certainty, now) {
            Answered::Accepted => Some(Keep::Answer(sitting.current)),
            Answered::Blank | Answered::AlreadyAnswered | Answered::Closed => None,
        });
        if let Some(play) = &mut self.model.play
            && is_kept
            && play.sitting.terms.mode == Mode::Practice
        {
            play.phase = Phase::Feedback;
            self.note_return();
        }
    }

    pub(in crate::app) fn not_known(&mut self) {
        let now = self.world.now();
        let is_kept = self.change(|sitting| match sitting.say_not_known(now) {
            Answered::Accepted => Some(Keep::Answer(sitting.current)),
            Answered::Blank | Answered::AlreadyAnswered | Answered::Closed => None,
        });
        if is_kept {
            self.set_phase(Phase::Feedback);
            self.note_return();
        }
    }

    pub(in crate::app) fn clear_answer(&mut self) {
        self.change(|sitting| {
            let index = sitting.current;
            sitting.clear_answer().then_some(Keep::Answer(index))
        });
    }

    pub(in crate::app) fn next(&mut self) {
        let Some(play) = &self.model.play else { return };
        if play.phase == Phase::Feedback && play.ends_first_round() {
            return self.set_phase(Phase::Pause);
        }
        let is_test = play.sitting.terms.mode == Mode::Test;
        let mut has_next = false;
        self.change(|sitting| {
            has_next = sitting.advance();
            has_next.then_some(Keep::Place)
        });
        match (has_next, is_test) {
            (true, _) => self.set_phase(Phase::Asking),
            (false, true) => self.show_overview(),
            (false, false) => self.hand_in(),
        }
    }

    pub(in crate::app) fn back(&mut self) {
        self.change(|sitting| sitting.go_back().then_some(Keep::Place));
    }

    pub(in crate::app) fn go_to(&mut self, index: usize) {
        self.change(|sitting| sitting.go_to(index).then_some(Keep::Place));
        self.set_phase(Phase::Asking);
    }

    pub(in crate::app) fn skip(&mut self) {
        self.change(|sitting| sitting.skip().then_some(Keep::Place));
    }

    pub(in crate::app) fn hint(&mut self) {
        self.change(|sitting| {
            let index = sitting.current;
            sitting.show_hint().is_some().then_some(Keep::Turn(index))
        });
    }

    pub(in crate::app) fn flag(&mut self) {
        self.change(|sitting| {
            sitting.toggle_flag();
            Some(Keep::Turn(sitting.current))
        });
    }

    pub(in crate::app) fn show_overview(&mut self) {
        self.set_phase(Phase::Overview);
    }

    /// Ends the sitting and shows its result.
    pub(in crate::app) fn hand_in(&mut self) {
        let now = self.world.now();
        let is_kept = self.change(|sitting| {
            sitting.finish(now);
            Some(Keep::End)
        });
        if !is_kept {
            return;
        }
        if let Some(play) = self.model.play.take() {
            self.show_result(play.sitting);
        }
    }

    /// Keeps what stands on the screen, then ends the sitting.
    pub(in crate::app) fn time_is_up(&mut self) {
        let draft = self.model.play.as_ref().and_then(|play| self.screens.question.changed_draft(play));
        if let Some((response, certainty)) = draft {
            self.answer(response, certainty);
        }
        self.hand_in();
        if self.model.play.is_none() {
            self.tell("The time is up. Your answers so far were handed in.");
        }
    }

    pub(in crate::app) fn leave(&mut self) {
        self.note_place();
        if let Some(play) = self.model.play.take() {
            if play.sitting.is_scored() {
                self.tell(format!("The result is in the history: {}.", words::right_of(&play.sitting)));
                self.make_copy_when_due();
            } else if play.sitting.terms.runs_on {
                self.tell("The time runs on while this quiz is left.");
            }
        }
        self.refresh_library();
        self.model.page = Page::Library;
    }

    /// Notes where the sitting stands and how much of its time has gone.
    pub(in crate::app) fn note_place(&mut self) {
        let now = self.world.now();
        let Some(play) = &mut self.model.play else { return };
        play.sitting.seen_at = Some(now);
        match self.history.record_place(&play.sitting) {
            Ok(()) => self.is_over(About::Results),
            Err(error) => self.warn_history(&error),
        }
    }

    pub(in crate::app) fn open_result(&mut self, id: Uuid) {
        match self.history.load_sitting(id) {
            Ok(Some(sitting)) => self.show_result(sitting),
            Ok(None) => self.warn("This quiz is not kept any more."),
            Err(error) => self.warn_history(&error),
        }
    }

    pub(in crate::app) fn review(&mut self, index: Option<usize>) {
        if let Some(result) = &mut self.model.result {
            result.reviewing = index;
        }
    }

    pub(in crate::app) fn refresh_sittings(&mut self) {
        let filter = Filter { learner_id: Some(self.model.learner.id), ..Filter::default() };
        let found = match self.history.sittings(&filter) {
            Ok(found) => found,
            Err(error) => return self.warn_history(&error),
        };
        self.model.sittings = found.records.into_iter().rev().collect();
        self.model.sittings_listed_at = self.world.now();
        if !found.unreadable.is_empty() {
            let count = words::count(found.unreadable.len(), "sitting");
            self.warn(format!("{count} cannot be read by this version of Torus and is not listed."));
        }
    }

    fn show_result(&mut self, sitting: Sitting) {
        let is_of_a_bank = !put_together::ALL.contains(&&*sitting.quiz_id);
        let previous = || self.history.previous_percent(self.model.learner.id, &sitting.bank_id, sitting.id);
        let previous_percent = if is_of_a_bank { previous().unwrap_or_default() } else { None };
        let pictures = self.pictures_of(&sitting);
        self.model.result = Some(ResultView { sitting, previous_percent, reviewing: None, pictures });
        self.model.page = Page::Result;
        self.refresh_agenda();
        self.make_copy_when_due();
    }

    fn set_phase(&mut self, phase: Phase) {
        if let Some(play) = &mut self.model.play {
            play.phase = phase;
        }
    }

    /// Changes the sitting on the screen and keeps the change; where it cannot be kept, nothing has changed.
    fn change(&mut self, change: impl FnOnce(&mut Sitting) -> Option<Keep>) -> bool {
        let now = self.world.now();
        let Some(play) = &mut self.model.play else { return false };
        let before = Before::of(&play.sitting);
        play.sitting.seen_at = Some(now);
        let Some(keep) = change(&mut play.sitting) else { return false };
        let noted = Change { sitting: &play.sitting, had_ended: before.state == State::Finished };
        let whose = (&self.model.settings, self.model.learner.uuid);
        match self.outgoing.write(whose, noted, || keep.keep(&self.history, &play.sitting)) {
            Ok(()) => {
                self.is_over(About::Results);
                true
            }
            Err(error) => {
                before.restore(&mut play.sitting);
                self.warn_history(&error);
                false
            }
        }
    }
}

/// What one action can change of a sitting; its other questions need no copy.
struct Before {
    turn: Turn,
    turn_count: usize,
    current: usize,
    state: State,
    finished_at: Option<Moment>,
}

impl Before {
    fn of(sitting: &Sitting) -> Self {
        Self {
            turn: sitting.turn().clone(),
            turn_count: sitting.turns.len(),
            current: sitting.current,
            state: sitting.state,
            finished_at: sitting.finished_at,
        }
    }

    fn restore(self, sitting: &mut Sitting) {
        sitting.turns.truncate(self.turn_count);
        sitting.turns[self.current] = self.turn;
        sitting.current = self.current;
        sitting.state = self.state;
        sitting.finished_at = self.finished_at;
    }
}

/// What is to be written down after a change.
enum Keep {
    Answer(usize),
    Turn(usize),
    Place,
    End,
}

impl Keep {
    fn keep(&self, history: &crate::history::History, sitting: &Sitting) -> Result<(), HistoryError> {
        match self {
            Self::Answer(index) => history.record_answer(sitting, *index),
            Self::Turn(index) => history.record_turn(sitting, *index),
            Self::Place => history.record_place(sitting),
            Self::End => history.finish(sitting),
        }
    }
}

/// The longest sitting, as the set-up screen offers it.
const MOST_QUESTIONS: usize = crate::app::screens::setup::MOST_QUESTIONS as usize;

pub(in crate::app) fn plan_of(choice: &SetupChoice) -> Plan {
    let count = choice.count.map_or(MOST_QUESTIONS, |count| count as usize).min(MOST_QUESTIONS);
    Plan { draws: vec![Draw { topics: choice.topics.clone(), count: Some(count) }], mode: choice.mode }
}
