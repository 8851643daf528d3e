//! The marks that a fit sees, learner by learner.

use crate::class::statistics::counting::{Counted, share};

/// Answers as shares of a right one, 0 to 1, side by side.
pub(super) struct Responses {
    /// Places of the questions that are fitted, ascending.
    pub questions: Vec<u32>,
    /// Places of the learners, ascending.
    pub learners: Vec<u32>,
    /// The sum of the marks on each question.
    pub right: Vec<f64>,
    /// How many answered each question.
    pub asked: Vec<f64>,
    /// The place in `questions` and the mark of each answer.
    pub answers: Vec<(u32, f64)>,
    /// Where the answers of each learner begin, and where the last end.
    starts: Vec<u32>,
}

impl Responses {
    /// Without a prior, questions that all or none got right have no difficulty and are left out.
    pub fn of(counted: &Counted, has_prior: bool) -> Self {
        let (questions, place_of) = fitted(counted, has_prior);
        let count = questions.len();
        let mut responses = Self {
            questions,
            learners: Vec::new(),
            right: vec![0.0; count],
            asked: vec![0.0; count],
            answers: Vec::with_capacity(counted.answers.len()),
            starts: Vec::new(),
        };
        let mut rows: Vec<_> = counted.rows.iter().collect();
        // Stable, so that the sittings of a learner stay in order.
        rows.sort_by_key(|row| row.learner);
        for rows in rows.chunk_by(|one, other| one.learner == other.learner) {
            let start = responses.answers.len();
            for answer in rows.iter().flat_map(|row| counted.answers_of(row)) {
                if let Some(place) = place_of[answer.question as usize] {
                    responses.add(place, share(answer).clamp(0.0, 1.0));
                }
            }
            if responses.answers.len() > start {
                responses.learners.push(rows[0].learner);
                responses.starts.push(start as u32);
            }
        }
        responses.starts.push(responses.answers.len() as u32);
        responses
    }

    fn add(&mut self, place: u32, mark: f64) {
        self.right[place as usize] += mark;
        self.asked[place as usize] += 1.0;
        self.answers.push((place, mark));
    }

    /// The answers of each learner.
    pub fn by_learner(&self) -> impl Iterator<Item = &[(u32, f64)]> {
        self.starts.windows(2).map(|ends| &self.answers[ends[0] as usize..ends[1] as usize])
    }

    /// The most answers that a learner gave.
    pub fn longest(&self) -> usize {
        self.by_learner().map(<[_]>::len).max().unwrap_or(0)
    }

    /// Whether there are two questions and two learners who answered two at least: below, the spread of learners cannot be told from
    /// that of questions.
    pub fn can_be_fitted(&self) -> bool {
        self.questions.len() >= 2 && self.by_learner().filter(|answers| answers.len() >= 2).count() >= 2
    }
}

/// The questions that are fitted, and for each of the class its place among them.
fn fitted(counted: &Counted, has_prior: bool) -> (Vec<u32>, Vec<Option<u32>>) {
    let mut questions = Vec::new();
    let mut place_of = vec![None; counted.class.questions.len()];
    for (question, place) in place_of.iter_mut().enumerate() {
        let marks = || counted.asked(question).map(|asked| asked.share.clamp(0.0, 1.0));
        let is_told_apart = marks().any(|mark| mark > 0.0) && marks().any(|mark| mark < 1.0);
        if counted.attempts(question) > 0 && (has_prior || is_told_apart) {
            *place = Some(questions.len() as u32);
            questions.push(question as u32);
        }
    }
    (questions, place_of)
}
