//! Builds the cards of the library from the shelf and from the results.

use crate::app::app::App;
use crate::app::state::bank_read::Problems;
use crate::app::state::card::{BankCard, Card, FaultyCard};
use crate::app::state::shelf::{Outcome, ShelfPlace, entry_of};
use crate::app::wording::words;
use crate::bank::Bank;
use crate::bank::library::{Entry, Shelving, shelve};
use crate::history::{HistoryError, Standing};
use crate::moment::Moment;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

impl App {
    /// Looks up anew what the library shows of the results. The cards follow when that is known.
    pub(in crate::app) fn refresh_library(&mut self) {
        self.model.is_counting = true;
        self.ledger.ask(self.model.learner.id);
        self.refresh_agenda();
        self.refresh_unfinished();
        self.build_cards();
    }

    /// Looks up which sittings wait; there are few of them, and the next key may be meant for one.
    pub(in crate::app) fn refresh_unfinished(&mut self) {
        match self.history.unfinished(self.model.learner.id) {
            Ok(mut unfinished) => {
                let now = self.world.now();
                unfinished.iter_mut().for_each(|sitting| sitting.run_on(now));
                self.model.unfinished = unfinished;
            }
            Err(error) => self.warn_history(&error),
        }
    }

    pub(in crate::app) fn standings_counted(
        &mut self,
        number: u64,
        outcome: Result<HashMap<String, Standing>, HistoryError>,
    ) {
        if !self.ledger.is_newest(number) {
            return;
        }
        self.model.is_counting = false;
        match outcome {
            Ok(standings) => self.standings = standings,
            Err(error) => self.warn_history(&error),
        }
        self.build_cards();
    }

    /// Builds what the library shows from the shelf and from what is known of the results.
    pub(in crate::app) fn build_cards(&mut self) {
        let now = self.world.now();
        let entries: Vec<Entry<'_>> = self.shelf.places.iter().map(entry_of).collect();
        let shelvings = shelve(&entries);
        let mut banks = Vec::new();
        let mut cards = Vec::new();
        for (place, shelving) in self.shelf.places.iter().zip(shelvings) {
            let shown = place.path.as_deref().map(|path| self.folder.to_stored(path));
            match (&place.outcome, shelving) {
                (Outcome::Waiting, _) | (_, Shelving::ReplacedBy(_)) => {}
                (Outcome::Read { bank, problems, quizzes }, Shelving::Plays | Shelving::Unread) => {
                    banks.push(Arc::clone(bank));
                    let card = bank_card(bank, problems, place, shown, self.standings.get(&*bank.id), now);
                    cards.push(Card::Bank(BankCard { quizzes: Arc::clone(quizzes), ..card }));
                }
                (Outcome::Read { bank, .. }, Shelving::ShadowedBy(first)) => {
                    let other = self.shelf.places[first]
                        .path
                        .as_deref()
                        .map_or_else(String::new, |path| path.display().to_string());
                    let message = format!(
                        "Not shown: it has the same id “{}” as {other}. Give one of them another id, or remove one.",
                        bank.id
                    );
                    cards.push(faulty_card(place, shown, message, 0, false));
                }
                (Outcome::Faulty { message, problems, is_gone }, _) => {
                    // What keeps it from being read is one of them.
                    let count = if problems.count > 0 { problems.count + 1 } else { 0 };
                    cards.push(faulty_card(place, shown, message.clone(), count, *is_gone));
                }
            }
        }
        self.model.banks = banks;
        let has_new_banks = !self.model.banks.iter().map(Arc::as_ptr).eq(self.agenda_banks.iter().map(Arc::as_ptr));
        let is_reading = self.shelf.places.iter().any(|place| matches!(place.outcome, Outcome::Waiting));
        if has_new_banks && !is_reading {
            self.refresh_agenda();
        }
        self.model.cards = cards;
    }
}

fn bank_card(
    bank: &Bank,
    problems: &Problems,
    place: &ShelfPlace,
    shown: Option<String>,
    standing: Option<&Standing>,
    now: Moment,
) -> BankCard {
    let question_count = bank.questions.len();
    let known = standing.map_or(0, |standing| standing.known_questions);
    let last = match standing.and_then(|standing| Some((standing.last_percent?, standing.last_finished_at?))) {
        Some((percent, at)) => format!("last {}, {}", words::percent(percent), words::day(at, now)),
        None => "not finished yet".to_owned(),
    };
    let last = if standing.is_none() { "not started".to_owned() } else { last };
    BankCard {
        key: shown.clone().unwrap_or_else(|| bank.id.to_string()),
        id: bank.id.to_string(),
        title: bank.title.to_string(),
        about: bank.about.to_string(),
        facts: format!("{}  ·  {last}", words::count(question_count, "question")),
        mastery: (known as f32 / question_count.max(1) as f32).min(1.0),
        question_count,
        problem_count: problems.count,
        quizzes: Arc::default(),
        path: shown,
        is_removable: place.is_added,
    }
}

fn faulty_card(
    place: &ShelfPlace,
    shown: Option<String>,
    message: String,
    problem_count: usize,
    is_gone: bool,
) -> Card {
    let name = place.path.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    Card::Faulty(FaultyCard {
        name: name.unwrap_or_default(),
        path: shown.unwrap_or_default(),
        message,
        problem_count,
        is_gone,
        is_removable: place.is_added,
    })
}
