//! What is remembered of one question: a fold over its answers, and when it is due.

use super::model::Strength;
use super::{Before, Evidence, Grade, Model, StudyDay, Target};

/// On how many study days a question was missed, after it was once known, before it is stubborn.
const STUBBORN_DAYS: u32 = 8;

/// A hair beyond a whole day is that day: stability has the 24 bits of an `f32`, so an interval is not known to more digits.
const INTERVAL_DUST: f64 = 1e-6;

/// What is remembered of one question, under one key. All of it follows from its answers in their order and the
/// model, so what is stored of it can be thrown away and worked out again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// Days until recall has fallen to 90 %, 0.001 to 36,500. As FSRS works it out, to its last bit.
    pub stability: f32,
    /// How hard it is for this learner, 1 to 10.
    pub difficulty: f32,
    /// The newest study day with an answer, from which forgetting counts.
    pub last_day: StudyDay,
    /// The study day of the first answer.
    pub first_day: StudyDay,
    /// How many answers there were.
    pub answer_count: u32,
    /// How many of the last ones, in a row, were not missed.
    pub right_streak: u32,
    /// The grade of the last answer.
    pub last_grade: Grade,
    /// Whether any answer earned its whole mark, if only by luck.
    pub was_right: bool,
    /// Whether any answer showed that it was known: a grade of good or easy.
    pub was_known: bool,
    /// On how many study days it was missed after it was once known.
    pub missed_days: u32,
    /// The last of these days.
    pub last_missed_day: Option<StudyDay>,
}

impl Memory {
    /// What is remembered after these answers, in the order in which they count ([`super::in_order`]); `None` without any.
    pub fn of<'e>(evidence: impl IntoIterator<Item = &'e Evidence>, model: &Model) -> Option<Self> {
        evidence.into_iter().fold(None, |memory, evidence| Some(Self::after(memory.as_ref(), evidence, model)))
    }

    /// What is remembered after one answer more. Time counts from the newest study day so far and never backwards, so a clock
    /// that was set back makes a second answer on that day.
    pub fn after(before: Option<&Self>, evidence: &Evidence, model: &Model) -> Self {
        let day = StudyDay::of(evidence.answered_at);
        let grade = evidence.grade(before.map_or_else(Before::default, Self::as_before));
        let elapsed_days = before.map_or(0, |memory| day.days_since(memory.last_day));
        let Strength { stability, difficulty } = model.after(before.map(Self::strength), elapsed_days, grade);
        let start = before.copied().unwrap_or(Self {
            stability,
            difficulty,
            last_day: day,
            first_day: day,
            answer_count: 0,
            right_streak: 0,
            last_grade: grade,
            was_right: false,
            was_known: false,
            missed_days: 0,
            last_missed_day: None,
        });
        Self {
            stability,
            difficulty,
            last_day: start.last_day.max(day),
            first_day: start.first_day,
            answer_count: start.answer_count.saturating_add(1),
            right_streak: if grade.is_missed() { 0 } else { start.right_streak.saturating_add(1) },
            last_grade: grade,
            was_right: start.was_right || evidence.is_right(),
            was_known: start.was_known || grade.is_known(),
            ..start
        }
        .with_miss(start.was_known && grade.is_missed())
    }

    /// Counts a day, once, on which it was missed.
    fn with_miss(self, is_missed: bool) -> Self {
        if !is_missed || self.last_missed_day == Some(self.last_day) {
            return self;
        }
        Self { missed_days: self.missed_days + 1, last_missed_day: Some(self.last_day), ..self }
    }

    fn as_before(&self) -> Before {
        Before { is_met: true, was_right: self.was_right }
    }

    fn strength(&self) -> Strength {
        Strength { stability: self.stability, difficulty: self.difficulty }
    }

    /// The predicted chance of recall on a study day, 0 to 1; 1 on the day of the last answer and before.
    pub fn recall_on(&self, day: StudyDay, model: &Model) -> f64 {
        model.recall(self.stability, day.days_since(self.last_day).into())
    }

    /// The first study day on which predicted recall is at or below the target: never before the day after the last answer.
    pub fn due_on(&self, target: Target, model: &Model) -> StudyDay {
        self.last_day + self.interval_days(target, model)
    }

    /// How many days after the last answer it is due, 1 at least.
    pub fn interval_days(&self, target: Target, model: &Model) -> i32 {
        let days = model.interval(self.stability, target.share());
        (days * (1.0 - INTERVAL_DUST)).ceil().clamp(1.0, f64::from(i32::MAX)) as i32
    }

    /// Whether it is due on a study day.
    pub fn is_due(&self, on: StudyDay, target: Target, model: &Model) -> bool {
        self.due_on(target, model) <= on
    }

    /// Whether it was missed on eight study days after it was once known: asking it again does not help.
    pub fn is_stubborn(&self) -> bool {
        self.missed_days >= STUBBORN_DAYS
    }
}

#[cfg(test)]
mod tests;
