//! Who was asked the same, and whose papers hang together. A paper is the questions of a sitting that count.

use crate::class::nets::Nets;
use crate::class::statistics::counting::{Counted, Row};
use std::collections::HashMap;

/// The papers of a class.
pub(super) struct Papers {
    /// Places of the rows that share the paper that most share; of those alike the one with more questions.
    pub largest: Vec<usize>,
    /// Whether all share it.
    pub is_one_paper: bool,
    /// Whether any two have a question or a learner in common through others.
    pub is_comparable: bool,
}

impl Papers {
    pub fn of(counted: &Counted) -> Self {
        let mut groups: HashMap<Vec<u32>, Vec<usize>> = HashMap::new();
        for (place, row) in counted.rows.iter().enumerate() {
            groups.entry(questions(counted, row)).or_default().push(place);
        }
        let is_one_paper = groups.len() <= 1;
        let largest = groups.into_iter().max_by(|(paper, rows), (other, others)| {
            (rows.len(), paper.len()).cmp(&(others.len(), other.len())).then_with(|| other.cmp(paper))
        });
        Self {
            largest: largest.map(|(_, rows)| rows).unwrap_or_default(),
            is_one_paper,
            is_comparable: is_one_paper || hang_together(counted),
        }
    }
}

/// The questions of a sitting that count, ascending.
fn questions(counted: &Counted, row: &Row) -> Vec<u32> {
    let mut questions: Vec<u32> = counted.answers_of(row).map(|answer| answer.question).collect();
    questions.sort_unstable();
    questions
}

/// Whether the questions that anybody was asked form one net, in which those of a learner are tied.
fn hang_together(counted: &Counted) -> bool {
    let mut nets = Nets::new(counted.class.questions.len());
    let mut first_of: HashMap<u32, usize> = HashMap::new();
    for row in &counted.rows {
        for question in counted.answers_of(row).map(|answer| answer.question as usize) {
            let first = *first_of.entry(row.learner).or_insert(question);
            nets.tie(first, question);
        }
    }
    let mut asked = (0..counted.class.questions.len()).filter(|question| counted.attempts(*question) > 0);
    let Some(first) = asked.next().map(|question| nets.root(question)) else { return true };
    asked.all(|question| nets.root(question) == first)
}
