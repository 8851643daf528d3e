//! How a learner wants to study: the target recall, the daily limits, the banks that are followed and their exam days.

use crate::history::values::{fitting, integer};
use crate::history::{History, HistoryError};
use crate::schedule::{Model, PARAMETERS, StudyDay, Target};
use rusqlite::{Connection, OptionalExtension, Row};
use std::collections::HashMap;

/// New questions a day, unless the learner says otherwise.
const NEW_PER_DAY: u32 = 10;
/// Questions a day at most, unless the learner says otherwise.
const DAILY_LIMIT: u32 = 100;

/// How a learner wants to study.
#[derive(Clone, Debug, PartialEq)]
pub struct Study {
    /// How likely what comes up is to be remembered.
    pub target: Target,
    /// How many questions that were never met come each day, at most.
    pub new_per_day: u32,
    /// How many questions come each day, at most.
    pub daily_limit: u32,
    /// Whether what exceeds the limit is spread over the coming days; all of it comes at once otherwise.
    pub spreads_backlog: bool,
    /// What this learner's forgetting was found to be like; `None` where the model's own parameters serve.
    pub parameters: Option<[f32; PARAMETERS]>,
    /// What came of fitting the model to this learner last; `None` where that was not tried.
    pub last_fit: Option<LastFit>,
}

/// What came of fitting the model to a learner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastFit {
    /// How it ended.
    pub outcome: FitOutcome,
    /// How many answers there were then.
    pub answers: u32,
}

/// How a fit ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FitOutcome {
    /// It predicts better and was taken.
    Taken,
    /// It predicts no better than what is in force.
    NotBetter,
    /// No parameters came of it that a memory can have.
    NotSane,
    /// There are too few reviews on later days yet.
    TooFew,
}

impl FitOutcome {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Taken, "taken"),
        (Self::NotBetter, "not_better"),
        (Self::NotSane, "not_sane"),
        (Self::TooFew, "too_few"),
    ];

    pub(super) fn as_str(self) -> &'static str {
        Self::ALL.into_iter().find(|(outcome, _)| *outcome == self).map_or("", |(_, name)| name)
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == name).map(|(outcome, _)| outcome)
    }
}

impl Default for Study {
    fn default() -> Self {
        Self {
            target: Target::default(),
            new_per_day: NEW_PER_DAY,
            daily_limit: DAILY_LIMIT,
            spreads_backlog: true,
            parameters: None,
            last_fit: None,
        }
    }
}

impl Study {
    /// The model of this learner's forgetting.
    pub fn model(&self) -> Model {
        self.parameters.and_then(|parameters| Model::with_parameters(parameters).ok()).unwrap_or_default()
    }
}

/// What a learner chose for one bank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BankStudy {
    /// Whether its questions come up for review; `None` where nothing was chosen, and a bank that was met is followed.
    pub is_followed: Option<bool>,
    /// The day on which all of it should be known.
    pub exam_day: Option<StudyDay>,
}

impl History {
    /// How this learner wants to study; the defaults where nothing was chosen.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn study(&self, learner_id: i64) -> Result<Study, HistoryError> {
        study_of(&self.connection, learner_id)
    }

    /// What this learner chose for each bank, where anything was.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn bank_studies(&self, learner_id: i64) -> Result<HashMap<String, BankStudy>, HistoryError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT bank_id, is_followed, exam_day FROM bank_study WHERE learner = ?1")?;
        let studies = statement.query_map([learner_id], |row| {
            let exam_day: Option<i64> = row.get("exam_day")?;
            let study = BankStudy {
                is_followed: row.get("is_followed")?,
                exam_day: exam_day.map(|day| StudyDay(fitting(day))),
            };
            Ok((row.get("bank_id")?, study))
        })?;
        Ok(studies.collect::<Result<_, _>>()?)
    }

    /// Keeps what this learner chose for a bank.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn set_bank_study(&self, learner_id: i64, bank_id: &str, study: BankStudy) -> Result<(), HistoryError> {
        self.connection
            .prepare_cached(
                "INSERT INTO bank_study (learner, bank_id, is_followed, exam_day) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (learner, bank_id) DO UPDATE SET is_followed = ?3, exam_day = ?4",
            )?
            .execute((learner_id, bank_id, study.is_followed, study.exam_day.map(|day| integer(day.0))))?;
        Ok(())
    }
}

pub(super) fn study_of(connection: &Connection, learner_id: i64) -> Result<Study, HistoryError> {
    let study = connection
        .prepare_cached(
            "SELECT target_recall, new_per_day, daily_limit, spreads_backlog, parameters, fit_outcome, fit_answers
             FROM study WHERE learner = ?1",
        )?
        .query_row([learner_id], study)
        .optional()?;
    Ok(study.unwrap_or_default())
}

/// A value that is out of range, which only a file changed by hand can hold, is the default.
fn study(row: &Row<'_>) -> rusqlite::Result<Study> {
    let parameters: Option<String> = row.get("parameters")?;
    let (outcome, answers): (Option<String>, Option<i64>) = (row.get("fit_outcome")?, row.get("fit_answers")?);
    Ok(Study {
        target: Target::new(row.get("target_recall")?).unwrap_or_default(),
        new_per_day: fitting(row.get("new_per_day")?),
        daily_limit: fitting(row.get("daily_limit")?),
        spreads_backlog: row.get("spreads_backlog")?,
        parameters: parameters.and_then(|text| read_parameters(&text)),
        last_fit: outcome
            .and_then(|name| FitOutcome::from_name(&name))
            .map(|outcome| LastFit { outcome, answers: fitting(answers.unwrap_or(0)) }),
    })
}

fn read_parameters(text: &str) -> Option<[f32; PARAMETERS]> {
    let numbers: Vec<f32> = text.split(',').map(str::parse).collect::<Result<_, _>>().ok()?;
    let parameters = numbers.try_into().ok()?;
    Model::with_parameters(parameters).is_ok().then_some(parameters)
}
