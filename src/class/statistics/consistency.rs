//! How far the questions of a paper tell the same of learners: Cronbach's α, and what follows from it.

use crate::class::figures::{ClassFigures, ConsistencyBasis};
use crate::class::statistics::counting::{Counted, Row};
use crate::class::statistics::intervals;
use crate::class::statistics::moments::Spread;
use crate::class::statistics::papers::Papers;

/// So many learners must share a paper before α is taken from them alone.
const FEWEST_OF_SEVERAL: usize = 15;

/// Adds the consistency to the figures.
pub(super) fn add(figures: &mut ClassFigures, counted: &Counted, papers: &Papers) {
    let is_alpha = papers.is_one_paper || papers.largest.len() >= FEWEST_OF_SEVERAL;
    let found = if is_alpha { Consistency::alpha(counted, papers) } else { Consistency::of_persons(figures) };
    let Some(found) = found else { return };
    let error_ratio = (1.0 - found.share).max(0.0).sqrt();
    figures.internal_consistency = Some(100.0 * found.share);
    if !found.basis.is_from_rasch {
        let ends = intervals::of_alpha(found.share, found.basis.learners, found.basis.questions);
        (figures.consistency_low, figures.consistency_high) =
            ends.map(|(low, high)| (100.0 * low, 100.0 * high)).unzip();
    }
    figures.consistency_basis = Some(found.basis);
    figures.error_ratio = Some(100.0 * error_ratio);
    figures.standard_error = found.sd_percent.map(|sd| error_ratio * sd);
}

/// A consistency and whom it comes from.
struct Consistency {
    /// The share of the spread of scores that is no chance.
    share: f64,
    basis: ConsistencyBasis,
    sd_percent: Option<f64>,
}

impl Consistency {
    /// The person reliability of the Rasch fit.
    fn of_persons(figures: &ClassFigures) -> Option<Self> {
        let share = figures.rasch.as_ref()?.person_reliability?;
        let learners = figures.learner_figures.iter().filter(|learner| learner.ability.is_some()).count() as u32;
        let questions = figures.items.iter().filter(|item| item.rasch.is_some()).count() as u32;
        let basis = ConsistencyBasis { learners, questions, is_from_rasch: true };
        Some(Self { share, basis, sd_percent: figures.scores.sd_percent })
    }

    /// Cronbach's α over those who share a paper: p/(p − 1) · (1 − Σ var x / var T). `None` for a single question, a single
    /// learner, and where all have the same score.
    fn alpha(counted: &Counted, papers: &Papers) -> Option<Self> {
        let rows: Vec<&Row> = papers.largest.iter().map(|place| &counted.rows[*place]).collect();
        let marks = marks(counted, &rows);
        let (p, total) = (marks.len(), Spread::of(&rows.iter().map(|row| row.score).collect::<Vec<_>>()));
        if p < 2 || total.is_constant() {
            return None;
        }
        let own: f64 = marks.iter().filter_map(|marks| Spread::of(marks).variance()).sum();
        let share = p as f64 / (p - 1) as f64 * (1.0 - own / total.variance()?);
        let basis = ConsistencyBasis { learners: rows.len() as u32, questions: p as u32, is_from_rasch: false };
        let percents: Vec<f64> = rows.iter().filter_map(|row| row.total()).map(|share| 100.0 * share).collect();
        Some(Self { share, basis, sd_percent: Spread::of(&percents).sd() })
    }
}

/// The marks on each question of a paper, question by question.
fn marks(counted: &Counted, rows: &[&Row]) -> Vec<Vec<f64>> {
    let Some(first) = rows.first() else { return Vec::new() };
    let mut questions: Vec<u32> = counted.answers_of(first).map(|answer| answer.question).collect();
    questions.sort_unstable();
    let mut marks = vec![Vec::with_capacity(rows.len()); questions.len()];
    for row in rows {
        for answer in counted.answers_of(row) {
            if let Ok(place) = questions.binary_search(&answer.question) {
                marks[place].push(answer.score);
            }
        }
    }
    marks
}
