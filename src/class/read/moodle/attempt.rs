//! A row of a Moodle report as the answers of an attempt. Looks for no column.

use super::columns::{MoodleColumns, Slot};
use super::stem::Stem;
use crate::bank::Kind;
use crate::bank::wording::alike::folded;
use crate::class::read::answer::{RowAnswer, verdict_of};
use crate::class::read::fault::RowFault;
use crate::sitting::response::join_parts;
use crate::sitting::{State, Verdict};
use crate::table::Record;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// What is known of all attempts of a report.
pub(super) struct Attempts {
    /// The bank of questions whose texts the report does not have.
    bank: String,
    /// Numbers of the questions that nothing told the right answer of, though they were answered.
    pub unmarked: BTreeSet<u32>,
}

/// The bank of questions that are known by their texts.
const BANK: &str = "moodle";
/// What Moodle writes where there is nothing.
const NOTHING: &str = "-";
/// The lines of averages below the attempts.
const AVERAGES: [&str; 4] = ["overall average", "group average", "gesamtdurchschnitt", "moyenne générale"];

impl Attempts {
    /// Quizzes are told apart by their columns and by the right answers in the first row, since a report names none.
    pub fn new(columns: &MoodleColumns, first: &Record) -> Self {
        let keys = columns.slots.values().map(|slot| columns.text(first, slot.key));
        let told: Vec<&str> = columns.names.iter().map(String::as_str).chain(keys).collect();
        Self { bank: format!("{BANK}-{}", hash(&told.join("\u{1f}"), QUESTION_BYTES)), unmarked: BTreeSet::new() }
    }

    /// Hands the answers of an attempt to `take`; a line that is no attempt has none.
    pub fn read(
        &mut self,
        columns: &MoodleColumns,
        record: &Record,
        take: &mut dyn FnMut(&RowAnswer),
    ) -> Result<(), RowFault> {
        let Some(attempt) = Attempt::of(columns, record, &self.bank) else { return Ok(()) };
        let marked: Result<Vec<Marked>, RowFault> =
            columns.slots.values().map(|slot| Marked::of(columns, record, slot)).collect();
        for ((number, slot), marked) in columns.slots.iter().zip(marked?) {
            let asked = Asked::of(columns, record, *number, slot);
            match marked {
                Marked::Blank(points) => attempt.hand_on(&asked, 0.0, points, true, take),
                Marked::Points(score, points) => {
                    let is_blank = slot.response.is_some() && asked.response.is_empty() && score <= 0.0;
                    attempt.hand_on(&asked, score, points, is_blank, take);
                }
                Marked::NotYet => {}
                Marked::ByKey if asked.key.is_empty() => {
                    if !asked.response.is_empty() {
                        self.unmarked.insert(*number);
                    }
                }
                Marked::ByKey => {
                    let score = f64::from(u8::from(is_key(asked.key, asked.response)));
                    attempt.hand_on(&asked, score, 1.0, asked.response.is_empty(), take);
                }
            }
        }
        Ok(())
    }
}

/// How an answer was marked.
enum Marked {
    /// There is no mark: the right answer decides.
    ByKey,
    /// Nobody answered, out of so many points.
    Blank(f64),
    /// Points, and out of how many.
    Points(f64, f64),
    /// Somebody has still to mark it, or there is nothing to earn.
    NotYet,
}

impl Marked {
    fn of(columns: &MoodleColumns, record: &Record, slot: &Slot) -> Result<Self, RowFault> {
        let Some((place, points)) = slot.mark else { return Ok(Self::ByKey) };
        let cell = columns.text(record, Some(place));
        if points <= 0.0 {
            return Ok(Self::NotYet);
        }
        if filled(cell).is_empty() {
            return Ok(Self::Blank(points));
        }
        if !cell.bytes().any(|byte| byte.is_ascii_digit()) {
            return Ok(Self::NotYet);
        }
        let number =
            cell.replace(',', ".").replace('\u{2212}', "-").parse().ok().filter(|score: &f64| score.is_finite());
        let column = || columns.names[place].clone().into();
        let fault = || RowFault::Unreadable { column: column(), cell: cell.to_owned(), expected: "a number" };
        number.map(|score| Self::Points(score, points)).ok_or_else(fault)
    }
}

/// Whether a response is the right answer: in any case and spacing, and where there are several in any order.
fn is_key(key: &str, response: &str) -> bool {
    let parts = |text: &str| text.split(';').map(folded).collect::<BTreeSet<_>>();
    folded(key) == folded(response) || (key.contains(';') && parts(key) == parts(response))
}

/// What one cell after another tells of a question.
struct Asked<'r> {
    number: u32,
    /// The text of the question, with its options; empty where the report does not have it.
    text: &'r str,
    key: &'r str,
    response: &'r str,
}

impl<'r> Asked<'r> {
    fn of(columns: &MoodleColumns, record: &'r Record, number: u32, slot: &Slot) -> Self {
        let cell = |place| filled(columns.text(record, place));
        Self { number, text: cell(slot.prompt), key: cell(slot.key), response: cell(slot.response) }
    }
}

/// Whose attempt it is, and when.
struct Attempt<'r> {
    learner: String,
    learner_id: String,
    sitting: String,
    bank: &'r str,
    state: State,
    started_at: &'r str,
    finished_at: &'r str,
}

impl<'r> Attempt<'r> {
    /// `None` for a line of averages, and for somebody who has not begun.
    fn of(columns: &MoodleColumns, record: &'r Record, bank: &'r str) -> Option<Self> {
        let text = |place| columns.text(record, place);
        let [first, last, full] = [columns.first, columns.last, columns.full_name].map(text);
        let learner = [first, last, full].into_iter().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
        let learner_id = [columns.email, columns.id].map(text).into_iter().find(|id| !filled(id).is_empty());
        let learner_id = learner_id.unwrap_or_default().to_lowercase();
        let (state, started_at) = (text(columns.state), filled(text(columns.started)));
        let is_average = AVERAGES.contains(&folded(&learner).as_str()) && learner_id.is_empty();
        let has_not_begun =
            columns.state.or(columns.started).is_some() && filled(state).is_empty() && started_at.is_empty();
        if is_average || has_not_begun || (learner.is_empty() && learner_id.is_empty()) {
            return None;
        }
        let whose = if learner_id.is_empty() { &learner } else { &learner_id };
        let when = if started_at.is_empty() { bank } else { started_at };
        Some(Self {
            // Not by name, since sittings are told where learners are not.
            sitting: format!("{BANK}:{}", hash(&format!("{whose}\u{1f}{when}").to_lowercase(), SITTING_BYTES)),
            learner,
            learner_id,
            bank,
            state: state_of(state, filled(text(columns.grade)), columns),
            started_at,
            finished_at: filled(text(columns.finished)),
        })
    }

    fn hand_on(&self, asked: &Asked, score: f64, max_score: f64, is_blank: bool, take: &mut dyn FnMut(&RowAnswer)) {
        let stem = Stem::of(asked.text, asked.key);
        let (options, question, bank) = if asked.text.is_empty() {
            (String::new(), asked.number.to_string(), self.bank)
        } else {
            (join_parts(stem.options.iter().copied()), id(&stem), BANK)
        };
        let [key, response] = [asked.key, asked.response].map(|text| joined(text, stem.kind));
        take(&RowAnswer {
            learner: &self.learner,
            learner_id: self.learner_id.clone(),
            sitting: self.sitting.clone(),
            bank,
            title: "Moodle",
            quiz: "",
            mode: None,
            started_at: self.started_at,
            finished_at: self.finished_at,
            state: self.state,
            question: &question,
            hash: "",
            kind: stem.kind,
            topic: "",
            prompt: stem.prompt,
            key: &key,
            options: &options,
            position: asked.number,
            attempt: 1,
            score,
            max_score,
            verdict: if is_blank { Verdict::Unanswered } else { verdict_of(score, max_score) },
            response: Some(&*response).filter(|response| !response.is_empty()),
            certainty: None,
            hints_used: 0,
            duration_ms: None,
            answered_at: None,
            is_overruled: false,
            is_flagged: false,
            remark: "",
        });
    }
}

/// The state by its name, or else by whether there is a grade.
fn state_of(name: &str, grade: &str, columns: &MoodleColumns) -> State {
    match folded(name).as_str() {
        "finished" | "beendet" | "terminé" => State::Finished,
        "in progress" | "overdue" | "in bearbeitung" | "überfällig" | "en cours" | "en retard" => State::InProgress,
        "never submitted" | "nie abgegeben" | "jamais remis" => State::Abandoned,
        _ if columns.grade.is_some() && grade.is_empty() => State::InProgress,
        _ => State::Finished,
    }
}

/// Several parts as exports of Torus have them.
fn joined(text: &str, kind: Option<Kind>) -> String {
    if kind == Some(Kind::Choices) { join_parts(text.split(';').map(str::trim)) } else { text.to_owned() }
}

/// What stands in a cell; empty for Moodle's dash.
fn filled(cell: &str) -> &str {
    if cell == NOTHING { "" } else { cell }
}

/// A question by its text and its options, in whatever order these were shown.
fn id(stem: &Stem) -> String {
    let mut options = stem.options.clone();
    options.sort_unstable();
    hash(&std::iter::once(stem.prompt).chain(options).collect::<Vec<_>>().join("\u{1f}"), QUESTION_BYTES)
}

/// Long enough for the questions of a school not to collide, and short enough to be typed.
const QUESTION_BYTES: usize = 5;
/// There are more sittings than questions.
const SITTING_BYTES: usize = 10;

fn hash(text: &str, bytes: usize) -> String {
    Sha256::digest(text).iter().take(bytes).map(|byte| format!("{byte:02x}")).collect()
}
