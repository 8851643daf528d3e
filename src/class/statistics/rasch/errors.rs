//! How sure difficulties are: from the curvature of the likelihood where it is highest, the uncertainty of learners taken
//! off it (Louis 1982, Journal of the Royal Statistical Society B 44:226).

use crate::class::statistics::rasch::expectation::Expectation;
use crate::class::statistics::rasch::fit::{Fit, PRIOR_SD};
use crate::class::statistics::rasch::grid::{Grid, chance};
use crate::class::statistics::rasch::responses::Responses;
use std::ops::Range;

/// With more work than this, in multiplications, questions are taken one by one.
const MOST_WORK: usize = 100_000_000;
/// More questions than this are taken one by one.
const MOST_QUESTIONS: usize = 300;
/// Nodes that a learner takes, about, for counting work.
const NODES_OF_ONE: usize = 24;

/// The standard error of each difficulty, in logits.
pub(super) fn standard_errors(responses: &Responses, fit: &Fit, has_prior: bool) -> Vec<f64> {
    let work: usize = responses.by_learner().map(|answers| answers.len() * answers.len() * NODES_OF_ONE).sum();
    let is_whole = responses.questions.len() <= MOST_QUESTIONS && work <= MOST_WORK;
    let curvature = Curvature::of(responses, fit, is_whole, has_prior);
    let whole = if is_whole { inverse_diagonal(curvature.matrix.clone(), curvature.size) } else { None };
    let variances = whole.unwrap_or_else(|| curvature.one_by_one(responses, fit));
    variances.into_iter().take(fit.difficulties.len()).map(f64::sqrt).collect()
}

/// The matrix of second derivatives with their signs turned: by the difficulties, and last by the logarithm of the spread
/// where it was found.
/// Where it is not whole, its diagonal alone.
struct Curvature {
    matrix: Vec<f64>,
    size: usize,
    questions: usize,
    is_whole: bool,
}

impl Curvature {
    fn of(responses: &Responses, fit: &Fit, is_whole: bool, has_prior: bool) -> Self {
        let size = responses.questions.len() + usize::from(!fit.is_sigma_given);
        let cells = if is_whole { size * size } else { size };
        let mut curvature = Self { matrix: vec![0.0; cells], size, questions: responses.questions.len(), is_whole };
        let grid = Grid::new(fit.sigma, responses.longest());
        let chances = chances(&grid, &fit.difficulties);
        let answers: Vec<_> = responses.by_learner().collect();
        let mut columns = Columns { sigma: (!fit.is_sigma_given).then_some(fit.sigma), ..Columns::default() };
        Expectation::new(responses).find(&grid, &fit.difficulties, |learner, window, likely| {
            columns.take(answers[learner], &chances, &grid, window, likely);
            curvature.add(&columns);
        });
        if has_prior {
            curvature.add_prior();
        }
        curvature
    }

    fn at(&mut self, row: usize, column: usize) -> &mut f64 {
        let place = if self.is_whole { row * self.size + column } else { row };
        &mut self.matrix[place]
    }

    fn add(&mut self, columns: &Columns) {
        for (place, (row, own)) in columns.own.iter().enumerate() {
            *self.at(*row, *row) += own;
            let others = if self.is_whole { place..columns.own.len() } else { place..place + 1 };
            for other in others {
                let column = columns.own[other].0;
                let common = columns.common(place, other);
                *self.at(*row, column) -= common;
                if place != other {
                    *self.at(column, *row) -= common;
                }
            }
        }
    }

    /// The prior pulls each difficulty to the mean of all.
    fn add_prior(&mut self) {
        let (questions, tightness) = (self.questions, 1.0 / (PRIOR_SD * PRIOR_SD));
        for row in 0..questions {
            *self.at(row, row) += tightness;
            let columns = if self.is_whole { 0..questions } else { row..row + 1 };
            for column in columns {
                *self.at(row, column) -= tightness / questions as f64;
            }
        }
    }

    /// The variance of each difficulty if the others were known, and that of the mean of the learners, which all share.
    fn one_by_one(&self, responses: &Responses, fit: &Fit) -> Vec<f64> {
        let stride = if self.is_whole { self.size + 1 } else { 1 };
        let of_mean = fit.sigma * fit.sigma / responses.learners.len() as f64;
        let diagonal = (0..self.size).map(|row| self.matrix[row * stride].max(f64::MIN_POSITIVE));
        diagonal.map(|curvature| (1.0 / curvature + of_mean).min(f64::MAX)).collect()
    }
}

/// What a learner adds: for each question answered, and last for the spread of learners, how the slope of the likelihood
/// differs between the abilities that the learner may have.
#[derive(Default)]
struct Columns {
    /// The row in the matrix, and the curvature if the ability were known.
    own: Vec<(usize, f64)>,
    /// The slopes less their means, weighted, one after another.
    slopes: Vec<f64>,
    nodes: usize,
    /// The spread of learners, where it was found.
    sigma: Option<f64>,
}

impl Columns {
    fn take(&mut self, answers: &[(u32, f64)], chances: &[f64], grid: &Grid, window: Range<usize>, likely: &[f64]) {
        self.own.clear();
        self.slopes.clear();
        self.nodes = likely.len();
        for (question, _) in answers {
            let row = *question as usize * grid.len();
            let chances = &chances[row + window.start..row + window.end];
            let own = chances.iter().zip(likely).map(|(chance, likely)| likely * chance * (1.0 - chance)).sum();
            self.own.push((*question as usize, own));
            self.push(chances.iter().copied(), likely);
        }
        let Some(sigma) = self.sigma else { return };
        let squares = grid.abilities[window].iter().map(|ability| (ability / sigma).powi(2));
        let own = 2.0 * squares.clone().zip(likely).map(|(square, likely)| square * likely).sum::<f64>();
        self.own.push((chances.len() / grid.len(), own));
        self.push(squares, likely);
    }

    fn push(&mut self, slopes: impl Iterator<Item = f64> + Clone, likely: &[f64]) {
        let mean: f64 = slopes.clone().zip(likely).map(|(slope, likely)| slope * likely).sum();
        self.slopes.extend(slopes.zip(likely).map(|(slope, likely)| (slope - mean) * likely.sqrt()));
    }

    /// The covariance of two slopes.
    fn common(&self, one: usize, other: usize) -> f64 {
        let column = |place: usize| &self.slopes[place * self.nodes..(place + 1) * self.nodes];
        column(one).iter().zip(column(other)).map(|(one, other)| one * other).sum()
    }
}

fn chances(grid: &Grid, difficulties: &[f64]) -> Vec<f64> {
    let of = |difficulty: &f64| {
        let difficulty = *difficulty;
        grid.abilities.iter().map(move |ability| chance(ability - difficulty))
    };
    difficulties.iter().flat_map(of).collect()
}

/// The diagonal of the inverse of a symmetric matrix, by Cholesky; `None` where it is not positive definite.
fn inverse_diagonal(mut matrix: Vec<f64>, size: usize) -> Option<Vec<f64>> {
    for column in 0..size {
        for row in column..size {
            let (above, beside) = (column * size, row * size);
            let known: f64 = (0..column).map(|place| matrix[above + place] * matrix[beside + place]).sum();
            let left = matrix[beside + column] - known;
            if row == column && left <= 0.0 {
                return None;
            }
            matrix[beside + column] = if row == column { left.sqrt() } else { left / matrix[above + column] };
        }
    }
    // The inverse of the lower triangle, column by column; the squares of a column sum up to the diagonal.
    let mut diagonal = vec![0.0; size];
    let mut solved = vec![0.0; size];
    for (column, sum) in diagonal.iter_mut().enumerate() {
        for row in column..size {
            let known: f64 = (column..row).map(|place| matrix[row * size + place] * solved[place]).sum();
            let own = if row == column { 1.0 } else { 0.0 };
            solved[row] = (own - known) / matrix[row * size + row];
            *sum += solved[row] * solved[row];
        }
    }
    Some(diagonal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_is_inverted() {
        let diagonal = inverse_diagonal(vec![4.0, 2.0, 2.0, 3.0], 2).expect("positive definite");
        assert!((diagonal[0] - 3.0 / 8.0).abs() < 1e-12 && (diagonal[1] - 4.0 / 8.0).abs() < 1e-12, "{diagonal:?}");
        assert_eq!(inverse_diagonal(vec![1.0, 2.0, 2.0, 1.0], 2), None);
    }
}
