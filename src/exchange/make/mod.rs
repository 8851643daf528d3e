//! Makes a bank of drafts: each becomes a question or is left out with a reason, and none that the check refuses stays. Knows
//! no format.

mod chosen;
mod ids;
mod key;
mod length;
mod options;
mod typed;

use crate::bank::{Bank, Entries, FORMAT, Mode, Question, Quiz, QuizDraw, Severity as CheckSeverity, judge};
use crate::exchange::{Draft, DraftBank, DraftQuiz, Remark, Severity};
use ids::Ids;
use indexmap::IndexMap;
use key::Key;
use std::collections::BTreeMap;

/// What a teacher chooses when a bank is made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MakeOptions {
    /// Whether what has no key that can be marked becomes a card that learners rate themselves.
    pub with_cards: bool,
    /// One topic for all questions, in place of those of the file.
    pub one_topic: Option<Box<str>>,
}

/// A bank that was made, with what is to be told of it.
#[derive(Clone, Debug, PartialEq)]
pub struct MadeBank {
    /// The bank. It has no errors in the check, unless it has no question at all.
    pub bank: Bank,
    /// For each question of the bank, in its order, what it was made of.
    pub made: Vec<MadeQuestion>,
    /// The drafts of which no question came.
    pub left_out: Vec<LeftOut>,
}

/// What a question was made of.
#[derive(Clone, Debug, PartialEq)]
pub struct MadeQuestion {
    /// Place of the draft among [`DraftBank::drafts`].
    pub draft: usize,
    /// What was lost or guessed.
    pub remarks: Vec<Remark>,
}

/// A draft of which no question came.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// Place of the draft among [`DraftBank::drafts`].
    pub draft: usize,
    /// Why.
    pub reason: Remark,
    /// What else was said of it.
    pub remarks: Vec<Remark>,
}

/// Makes a bank with this id. Of n drafts, n questions are made or left out.
pub fn make(drafts: &DraftBank, id: &str, options: &MakeOptions) -> MadeBank {
    let mut ids = Ids::default();
    let (mut questions, mut made, mut left_out) = (Vec::new(), Vec::new(), Vec::new());
    for (place, draft) in drafts.drafts.iter().enumerate() {
        let mut remarks = draft.remarks.clone();
        let made_of = Key::of(draft, options, &mut remarks);
        match made_of.map(|key| question(draft, key, ids.of(draft), options)).and_then(length::checked) {
            Ok(question) => {
                questions.push(question);
                made.push(MadeQuestion { draft: place, remarks });
            }
            Err(reason) => left_out.push(LeftOut { draft: place, reason, remarks }),
        }
    }
    let title = if drafts.title.trim().is_empty() { id.into() } else { drafts.title.clone() };
    let bank = Bank { format: FORMAT, id: id.into(), title, about: drafts.about.clone(), questions, ..Bank::default() };
    let mut made = MadeBank { bank, made, left_out };
    made.drop_refused();
    made.add_quizzes(&drafts.quizzes);
    made.left_out.sort_by_key(|left_out| left_out.draft);
    made
}

fn question(draft: &Draft, key: Key, id: Box<str>, options: &MakeOptions) -> Question {
    let text = |text: &str| -> Box<str> { text.trim().into() };
    let hints = draft.hints.iter().map(|hint| text(hint)).filter(|hint| !hint.is_empty());
    Question {
        id,
        topic: options.one_topic.clone().unwrap_or_else(|| draft.topic.clone()),
        prompt: text(&draft.prompt),
        feedback: Entries(feedback(key.feedback)),
        explanation: text(&draft.explanation),
        hints: hints.collect(),
        points: draft.points.filter(|points| points.is_finite() && *points > 0.0).unwrap_or(1.0),
        difficulty: draft.difficulty,
        alt: draft.alt.clone(),
        ..Question::of(key.answer)
    }
}

/// Feedback by option; where the same option has two, both stand.
fn feedback(all: Vec<(String, String)>) -> Box<[(Box<str>, Box<str>)]> {
    let mut by_option: IndexMap<Box<str>, String> = IndexMap::new();
    for (option, words) in all.into_iter().filter(|(_, words)| !words.trim().is_empty()) {
        let known = by_option.entry(option.into()).or_default();
        if !known.is_empty() {
            known.push(' ');
        }
        known.push_str(words.trim());
    }
    by_option.into_iter().map(|(option, words)| (option, words.into())).collect()
}

impl MadeBank {
    /// Leaves out what the check refuses, until it refuses nothing: a question less may end what another was refused for.
    fn drop_refused(&mut self) {
        loop {
            let mut refused: BTreeMap<usize, Remark> = BTreeMap::new();
            for (question, problem) in judge(&self.bank) {
                if let (Some(question), CheckSeverity::Error) = (question, problem.severity()) {
                    refused.entry(question).or_insert_with(|| Remark::Refused(Box::new(problem)));
                }
            }
            if refused.is_empty() {
                return;
            }
            for (question, reason) in refused.into_iter().rev() {
                self.bank.questions.remove(question);
                let MadeQuestion { draft, remarks } = self.made.remove(question);
                self.left_out.push(LeftOut { draft, reason, remarks });
            }
        }
    }

    fn add_quizzes(&mut self, drafts: &[DraftQuiz]) {
        let count = |topic: &str| self.bank.questions.iter().filter(|question| question.is_within_topic(topic)).count();
        let quizzes = (1..).zip(drafts).filter_map(|(number, draft)| {
            let draws: Vec<QuizDraw> = draft
                .draws
                .iter()
                .map(|(topic, wanted)| QuizDraw {
                    topic: topic.clone(),
                    count: (*wanted).min(u32::try_from(count(topic)).unwrap_or(u32::MAX)),
                })
                .filter(|draw| draw.count > 0)
                .collect();
            let is_whole = draft.draws.is_empty();
            (is_whole || !draws.is_empty()).then(|| Quiz {
                id: format!("quiz-{number}").into(),
                title: draft.title.clone(),
                mode: Mode::Practice,
                time_limit_secs: draft.time_limit_secs,
                pass_percent: None,
                draw: draws.into(),
                certainty: false,
                pausable: None,
            })
        });
        self.bank.quizzes = if self.bank.questions.is_empty() { Box::default() } else { quizzes.collect() };
    }

    /// How many drafts there were.
    pub fn questions(&self) -> usize {
        self.made.len() + self.left_out.len()
    }

    /// All remarks with the place of their draft, draft by draft; the reason why one was left out comes first.
    pub fn remarks(&self) -> Vec<(usize, &Remark)> {
        let made = self.made.iter().flat_map(|made| made.remarks.iter().map(|remark| (made.draft, remark)));
        let left_out = self.left_out.iter().flat_map(|left_out| {
            let others = left_out.remarks.iter().filter(|remark| remark.severity() != Severity::LeftOut);
            std::iter::once(&left_out.reason).chain(others).map(|remark| (left_out.draft, remark))
        });
        let mut remarks: Vec<(usize, &Remark)> = made.chain(left_out).collect();
        remarks.sort_by_key(|(draft, _)| *draft);
        remarks
    }
}
