//! Which answers count, and the sums of the sittings that they belong to.

use crate::class::model::{Answered, Class};
use crate::sitting::{State, Verdict};
use std::collections::BTreeSet;

/// The answers that count: of finished sittings, first attempts, and for each learner the first to a question.
pub(super) struct Counted<'a> {
    /// The class that was counted.
    pub class: &'a Class,
    /// The sittings that count, in the order of [`Class::sittings`].
    pub rows: Vec<Row>,
    /// Places of the answers that count in [`Class::answers`], sitting by sitting.
    pub answers: Vec<u32>,
    /// The row of each of them.
    row_of: Vec<u32>,
    /// Places in `answers`, question by question.
    by_question: Vec<u32>,
    /// Where each question begins in `by_question`, and where the last ends.
    starts: Vec<u32>,
}

/// A sitting that counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// Its place in [`Class::sittings`].
    pub sitting: u32,
    /// Place of its learner.
    pub learner: u32,
    /// Points earned with the answers that count.
    pub score: f64,
    /// Points that could be earned with them.
    pub max_score: f64,
    /// Where its answers are in [`Counted::answers`].
    answers: (u32, u32),
}

impl Row {
    /// Its score as a share of what could be earned; `None` where nothing could.
    pub fn total(&self) -> Option<f64> {
        (self.max_score > 0.0).then(|| self.score / self.max_score)
    }
}

/// An answer that counts, with what it is compared with.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    /// The answer.
    pub answer: &'a Answered,
    /// Its sitting.
    pub row: &'a Row,
    /// The mark as a share of the points.
    pub share: f64,
    /// The share of the points earned with the other answers of its sitting; `None` where there are none.
    pub rest: Option<f64>,
}

impl<'a> Counted<'a> {
    /// Counts a class, the questions at these places left out.
    pub fn new(class: &'a Class, left_out: &BTreeSet<u32>) -> Self {
        let is_first = first_answers(class, left_out);
        let mut counted = Self {
            class,
            rows: Vec::new(),
            answers: Vec::new(),
            row_of: Vec::new(),
            by_question: Vec::new(),
            starts: Vec::new(),
        };
        for place in 0..class.sittings.len() {
            counted.add_row(place, &is_first);
        }
        counted.sort_by_question();
        counted
    }

    /// The answers of a sitting that count, by position.
    pub fn answers_of(&self, row: &Row) -> impl ExactSizeIterator<Item = &'a Answered> + Clone {
        let answers = &self.class.answers;
        self.answers[row.answers.0 as usize..row.answers.1 as usize].iter().map(|place| &answers[*place as usize])
    }

    /// How many answers to a question count.
    pub fn attempts(&self, question: usize) -> u32 {
        self.starts[question + 1] - self.starts[question]
    }

    /// The answers to a question that count, in the order of sittings.
    pub fn asked(&self, question: usize) -> impl ExactSizeIterator<Item = Asked<'_>> {
        let range = self.starts[question] as usize..self.starts[question + 1] as usize;
        self.by_question[range].iter().map(|at| {
            let answer = &self.class.answers[self.answers[*at as usize] as usize];
            let row = &self.rows[self.row_of[*at as usize] as usize];
            Asked { answer, row, share: share(answer), rest: rest(answer, row) }
        })
    }

    fn add_row(&mut self, place: usize, is_first: &[bool]) {
        let sitting = &self.class.sittings[place];
        let start = self.answers.len();
        let (mut score, mut max_score) = (0.0, 0.0);
        for at in sitting.answers.0..sitting.answers.1 {
            if is_first[at as usize] {
                let answer = &self.class.answers[at as usize];
                score += answer.score;
                max_score += answer.max_score;
                self.answers.push(at);
                self.row_of.push(self.rows.len() as u32);
            }
        }
        if self.answers.len() > start {
            let answers = (start as u32, self.answers.len() as u32);
            self.rows.push(Row { sitting: place as u32, learner: sitting.learner, score, max_score, answers });
        }
    }

    fn sort_by_question(&mut self) {
        let question_of = |place: &u32| self.class.answers[*place as usize].question as usize;
        let mut starts = vec![0_u32; self.class.questions.len() + 1];
        for place in &self.answers {
            starts[question_of(place) + 1] += 1;
        }
        for question in 1..starts.len() {
            starts[question] += starts[question - 1];
        }
        let mut next = starts.clone();
        let mut by_question = vec![0_u32; self.answers.len()];
        for (at, place) in self.answers.iter().enumerate() {
            let slot = &mut next[question_of(place)];
            by_question[*slot as usize] = at as u32;
            *slot += 1;
        }
        (self.starts, self.by_question) = (starts, by_question);
    }
}

/// The mark as a share of the points. A question without points counts for no score, and is right or wrong all the same.
pub(super) fn share(answer: &Answered) -> f64 {
    if answer.max_score > 0.0 {
        answer.score / answer.max_score
    } else {
        f64::from(u8::from(answer.verdict == Verdict::Correct))
    }
}

fn rest(answer: &Answered, row: &Row) -> Option<f64> {
    let max_score = row.max_score - answer.max_score;
    // What is left after taking the only question off may be binary dust.
    (max_score > DUST * row.max_score).then(|| (row.score - answer.score) / max_score)
}

/// Far below what any question is worth.
const DUST: f64 = 1e-9;

/// Whether each answer of the class counts.
fn first_answers(class: &Class, left_out: &BTreeSet<u32>) -> Vec<bool> {
    let mut counts = vec![false; class.answers.len()];
    let mut firsts: Vec<First> = vec![First::NONE; class.questions.len()];
    for (learner, sitting) in sittings_in_order(class) {
        let place = &class.sittings[sitting as usize];
        for at in place.answers.0..place.answers.1 {
            let answer = &class.answers[at as usize];
            let Some(first) = firsts.get_mut(answer.question as usize) else { continue };
            if answer.attempt != 1 || left_out.contains(&answer.question) || !is_whole(answer) {
                continue;
            }
            let when = answer.answered_ms.or(place.started_at.map(|moment| moment.unix_ms)).unwrap_or(i64::MAX);
            if first.learner == Some(learner) {
                // Sittings come in order, so the one before stays where both were answered at once.
                if first.when <= when {
                    continue;
                }
                counts[first.at as usize] = false;
            }
            *first = First { learner: Some(learner), when, at };
            counts[at as usize] = true;
        }
    }
    counts
}

/// The first answer to a question as far as a learner's sittings were looked at.
#[derive(Clone, Copy)]
struct First {
    learner: Option<u32>,
    when: i64,
    at: u32,
}

impl First {
    const NONE: Self = Self { learner: None, when: 0, at: 0 };
}

fn is_whole(answer: &Answered) -> bool {
    answer.score.is_finite() && answer.max_score.is_finite() && answer.max_score >= 0.0
}

/// Finished sittings with their learners: learner by learner, each by when it began, when it ended, and id.
fn sittings_in_order(class: &Class) -> Vec<(u32, u32)> {
    let finished = (0_u32..).zip(&class.sittings).filter(|(_, sitting)| sitting.state == State::Finished);
    let mut order: Vec<(u32, u32)> = finished.map(|(place, sitting)| (sitting.learner, place)).collect();
    order.sort_by_key(|(learner, place)| {
        let sitting = &class.sittings[*place as usize];
        let when = |moment: Option<crate::moment::Moment>| moment.map_or(i64::MAX, |moment| moment.unix_ms);
        (*learner, when(sitting.started_at), when(sitting.finished_at), &*sitting.id)
    });
    order
}
