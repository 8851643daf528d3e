//! Finds the difficulties and the spread of learners under which the answers are likeliest.
//!
//! EM, in which the mean of the learners is let go and put back to 0 (parameter expansion: Liu, Rubin & Wu 1998, Biometrika
//! 85:755), and two steps are drawn out to where they lead (SQUAREM: Varadhan & Roland 2008, Scandinavian Journal of
//! Statistics 35:335).

use crate::class::statistics::rasch::expectation::{Ability, Expectation, Expected, ability};
use crate::class::statistics::rasch::grid::{Grid, chance};
use crate::class::statistics::rasch::responses::Responses;

/// The spread of difficulties that the prior expects, in logits: two questions in three lie within 1.5 of their mean.
pub(super) const PRIOR_SD: f64 = 1.5;
/// The spread of learners is looked for between these, in logits.
const SIGMA: (f64, f64) = (0.01, 6.0);
/// A step this small ends the search; with many answers, whose standard errors are wide beside it, a larger one.
const SMALL_STEP: f64 = 1e-8;
const SMALL_STEP_OF_MANY: f64 = 1e-5;
const MANY_ANSWERS: usize = 100_000;
/// So many rounds are made at the most, of three steps each.
const MOST_ROUNDS: usize = 300;
/// A difficulty moves so far in a step at the most, in logits.
const LONGEST_STEP: f64 = 2.0;
/// Difficulties beyond this, in logits, are as good as without bounds.
const FARTHEST: f64 = 30.0;

/// What is fitted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Settings {
    /// Whether difficulties have a weak prior: normal about their mean.
    pub has_prior: bool,
    /// The spread of learners where it is given.
    pub sigma: Option<f64>,
}

/// What was found.
pub(super) struct Fit {
    /// In logits, in the order of the responses' questions.
    pub difficulties: Vec<f64>,
    /// Standard deviation of learners, in logits.
    pub sigma: f64,
    /// Whether it was given.
    pub is_sigma_given: bool,
    /// The logarithm of the likelihood, the prior left out.
    pub log_likelihood: f64,
    /// In the order of the responses' learners.
    pub abilities: Vec<Ability>,
}

/// Fits the responses. `None` where `advance` stops it.
pub(super) fn fit(responses: &Responses, settings: Settings, advance: &dyn Fn(f32) -> bool) -> Option<Fit> {
    let mut search = Search { responses, settings, expectation: Expectation::new(responses) };
    let small = if responses.answers.len() > MANY_ANSWERS { SMALL_STEP_OF_MANY } else { SMALL_STEP };
    let mut place = search.start();
    for round in 0..MOST_ROUNDS {
        if !advance(1.0 - 0.8_f32.powi(round as i32)) {
            return None;
        }
        let (first, _) = search.step(&place);
        let (second, likely) = search.step(&first);
        if largest_move(&first, &second) < small {
            place = second;
            break;
        }
        let (far, far_likely) = search.step(&drawn_out(&place, &first, &second));
        let is_end = largest_move(&second, &far) < small;
        place = if far_likely >= likely { far } else { second };
        if is_end {
            break;
        }
    }
    Some(search.finish(place))
}

/// The difficulties, and at the end the logarithm of the spread of learners.
type Place = Vec<f64>;

struct Search<'a> {
    responses: &'a Responses,
    settings: Settings,
    expectation: Expectation<'a>,
}

impl Search<'_> {
    /// The logits of the shares that were right, with half a learner more on either side, drawn apart as a spread of 1 does.
    fn start(&self) -> Place {
        let sigma = self.settings.sigma.unwrap_or(1.0);
        // A normal spread is like a logistic one that is 1.7 times as wide.
        let apart = (1.0 + (sigma / 1.7).powi(2)).sqrt();
        let counts = self.responses.right.iter().zip(&self.responses.asked);
        let logits = counts.map(|(right, asked)| -apart * ((right + 0.5) / (asked - right + 0.5)).ln());
        logits.chain([sigma.ln()]).collect()
    }

    /// One step of EM, and how likely the place was from which it was made, with the prior.
    fn step(&mut self, place: &[f64]) -> (Place, f64) {
        let (difficulties, grid) = self.at(place);
        let expected = self.expectation.find(&grid, difficulties, |_, _, _| {});
        let centre = self.centre(difficulties);
        let likely = expected.log_likelihood + self.log_prior(difficulties, centre);
        let (mean, sigma) = self.spread(&expected, &grid);
        let mut next: Place = (0..difficulties.len())
            .map(|question| self.difficulty(question, difficulties[question], centre, &expected, &grid) - mean)
            .collect();
        next.push(sigma.clamp(SIGMA.0, SIGMA.1).ln());
        (next, likely)
    }

    fn at<'p>(&self, place: &'p [f64]) -> (&'p [f64], Grid) {
        let (log_sigma, difficulties) = place.split_last().unwrap_or((&0.0, &[]));
        (difficulties, Grid::new(log_sigma.exp(), self.responses.longest()))
    }

    /// Mean and standard deviation of the learners that are expected; those that are given where they are.
    fn spread(&self, expected: &Expected, grid: &Grid) -> (f64, f64) {
        if let Some(sigma) = self.settings.sigma {
            return (0.0, sigma);
        }
        let count = self.responses.learners.len() as f64;
        let sum = |power: i32| -> f64 {
            let nodes = expected.learners.iter().zip(&grid.abilities);
            nodes.map(|(learners, ability)| learners * ability.powi(power)).sum()
        };
        let mean = sum(1) / count;
        (mean, (sum(2) / count - mean * mean).max(0.0).sqrt())
    }

    /// The difficulty at which as many right answers are expected as were given, by Newton's method.
    fn difficulty(&self, question: usize, from: f64, centre: f64, expected: &Expected, grid: &Grid) -> f64 {
        let asked = &expected.asked[question * grid.len()..(question + 1) * grid.len()];
        let tightness = if self.settings.has_prior { 1.0 / (PRIOR_SD * PRIOR_SD) } else { 0.0 };
        let mut difficulty = from;
        for _ in 0..2 {
            let (mut right, mut slope) = (0.0, 0.0);
            for (asked, ability) in asked.iter().zip(&grid.abilities).filter(|(asked, _)| **asked > 0.0) {
                let chance = chance(ability - difficulty);
                right += asked * chance;
                slope += asked * chance * (1.0 - chance);
            }
            let excess = right - self.responses.right[question] - tightness * (difficulty - centre);
            let step = excess / (slope + tightness).max(f64::MIN_POSITIVE);
            difficulty = (difficulty + step.clamp(-LONGEST_STEP, LONGEST_STEP)).clamp(-FARTHEST, FARTHEST);
        }
        difficulty
    }

    fn centre(&self, difficulties: &[f64]) -> f64 {
        difficulties.iter().sum::<f64>() / difficulties.len() as f64
    }

    fn log_prior(&self, difficulties: &[f64], centre: f64) -> f64 {
        let squares: f64 = difficulties.iter().map(|difficulty| (difficulty - centre).powi(2)).sum();
        if self.settings.has_prior { -squares / (2.0 * PRIOR_SD * PRIOR_SD) } else { 0.0 }
    }

    fn finish(&mut self, place: Place) -> Fit {
        let (difficulties, grid) = self.at(&place);
        let mut abilities = Vec::with_capacity(self.responses.learners.len());
        let expected = self.expectation.find(&grid, difficulties, |_, window, likely| {
            abilities.push(ability(&grid, window, likely));
        });
        let sigma = place.last().map_or(1.0, |log_sigma| log_sigma.exp());
        Fit {
            difficulties: difficulties.to_vec(),
            sigma,
            is_sigma_given: self.settings.sigma.is_some(),
            log_likelihood: expected.log_likelihood,
            abilities,
        }
    }
}

/// Where two steps lead when they are drawn out.
fn drawn_out(start: &[f64], first: &[f64], second: &[f64]) -> Place {
    let moves = || start.iter().zip(first).zip(second).map(|((start, first), second)| (first - start, second - first));
    let length = moves().map(|(one, _)| one * one).sum::<f64>().sqrt();
    let bend = moves().map(|(one, other)| (other - one).powi(2)).sum::<f64>().sqrt();
    let factor = if bend > 0.0 { (length / bend).max(1.0) } else { 1.0 };
    let ends = start.iter().zip(moves());
    let mut place: Place =
        ends.map(|(start, (one, other))| start + 2.0 * factor * one + factor * factor * (other - one)).collect();
    if let Some((log_sigma, difficulties)) = place.split_last_mut() {
        *log_sigma = log_sigma.clamp(SIGMA.0.ln(), SIGMA.1.ln());
        difficulties.iter_mut().for_each(|difficulty| *difficulty = difficulty.clamp(-FARTHEST, FARTHEST));
    }
    place
}

fn largest_move(from: &[f64], to: &[f64]) -> f64 {
    from.iter().zip(to).map(|(from, to)| (from - to).abs()).fold(0.0, f64::max)
}
