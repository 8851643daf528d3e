//! What the answers make of each learner: how likely each ability is, and what that sums up to for each question.

use crate::class::statistics::rasch::grid::{Grid, log1p_exp};
use crate::class::statistics::rasch::responses::Responses;
use std::ops::Range;

/// What is expected of a learner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Ability {
    /// Mean of the abilities that the answers leave, in logits.
    pub mean: f64,
    /// Their variance.
    pub variance: f64,
}

/// Sums over all learners.
pub(super) struct Expected {
    /// The logarithm of the likelihood.
    pub log_likelihood: f64,
    /// How many learners are expected at each node of the grid.
    pub learners: Vec<f64>,
    /// The same of those who answered each question, question by question.
    pub asked: Vec<f64>,
}

/// Finds what is expected, and remembers on which part of the grid each learner was, which saves most of the work.
pub(super) struct Expectation<'a> {
    responses: &'a Responses,
    nodes: usize,
    windows: Vec<Range<usize>>,
    likely: Vec<f64>,
}

/// Abilities less likely than the likeliest by more than e to this are nothing beside it.
const NOTHING: f64 = 36.0;
/// So many nodes more are looked at on either side.
const MARGIN: usize = 2;

impl<'a> Expectation<'a> {
    pub fn new(responses: &'a Responses) -> Self {
        Self { responses, nodes: 0, windows: Vec::new(), likely: Vec::new() }
    }

    /// What is expected with these difficulties. `hear` is told of each learner how likely the nodes of a range are.
    pub fn find(
        &mut self,
        grid: &Grid,
        difficulties: &[f64],
        mut hear: impl FnMut(usize, Range<usize>, &[f64]),
    ) -> Expected {
        let nodes = grid.len();
        if self.nodes != nodes {
            self.nodes = nodes;
            self.windows = vec![0..nodes; self.responses.learners.len()];
        }
        let costs = costs(grid, difficulties);
        let mut expected = Expected { log_likelihood: 0.0, learners: vec![0.0; nodes], asked: vec![0.0; costs.len()] };
        for (learner, answers) in self.responses.by_learner().enumerate() {
            let (window, log_likelihood) = self.weigh(learner, answers, grid, &costs);
            let at_zero: f64 = answers.iter().map(|(question, mark)| mark * difficulties[*question as usize]).sum();
            expected.log_likelihood += log_likelihood - at_zero;
            add(&mut expected.learners[window.clone()], &self.likely);
            for (question, _) in answers {
                let row = *question as usize * nodes;
                add(&mut expected.asked[row + window.start..row + window.end], &self.likely);
            }
            hear(learner, window, &self.likely);
        }
        expected
    }

    /// Leaves in `likely` how likely each node of the window returned is.
    fn weigh(&mut self, learner: usize, answers: &[(u32, f64)], grid: &Grid, costs: &[f64]) -> (Range<usize>, f64) {
        let mut window = self.windows[learner].clone();
        let mut most = self.weigh_window(&window, answers, grid, costs);
        // Likelihoods have one peak, so it is whole where both ends are low.
        let is_low = |likely: Option<&f64>| likely.is_none_or(|likely| most - likely > NOTHING);
        let is_whole = (window.start == 0 || is_low(self.likely.first()))
            && (window.end == self.nodes || is_low(self.likely.last()));
        if !is_whole {
            window = 0..self.nodes;
            most = self.weigh_window(&window, answers, grid, costs);
        }
        self.windows[learner] = self.narrowed(&window, most);
        let mut sum = 0.0;
        for likely in &mut self.likely {
            *likely = (*likely - most).exp();
            sum += *likely;
        }
        self.likely.iter_mut().for_each(|likely| *likely /= sum);
        (window, most + sum.ln())
    }

    /// The logarithm of how likely each node of a window is with these answers; returns the largest.
    fn weigh_window(&mut self, window: &Range<usize>, answers: &[(u32, f64)], grid: &Grid, costs: &[f64]) -> f64 {
        let right: f64 = answers.iter().map(|(_, mark)| mark).sum();
        let nodes = grid.abilities[window.clone()].iter().zip(&grid.log_shares[window.clone()]);
        self.likely.clear();
        self.likely.extend(nodes.map(|(ability, log_share)| right * ability + log_share));
        for (question, _) in answers {
            let row = *question as usize * self.nodes;
            let costs = &costs[row + window.start..row + window.end];
            self.likely.iter_mut().zip(costs).for_each(|(likely, cost)| *likely -= cost);
        }
        self.likely.iter().copied().fold(f64::NEG_INFINITY, f64::max)
    }

    fn narrowed(&self, window: &Range<usize>, most: f64) -> Range<usize> {
        let is_something = |likely: &f64| most - likely <= NOTHING;
        let first = self.likely.iter().position(is_something).unwrap_or(0);
        let last = self.likely.iter().rposition(is_something).unwrap_or(self.likely.len());
        let start = (window.start + first).saturating_sub(MARGIN);
        start..(window.start + last + 1 + MARGIN).min(self.nodes)
    }
}

/// ln(1 + e^(θ − b)) of each question at each node.
fn costs(grid: &Grid, difficulties: &[f64]) -> Vec<f64> {
    let of = |difficulty: &f64| {
        let difficulty = *difficulty;
        grid.abilities.iter().map(move |ability| log1p_exp(ability - difficulty))
    };
    difficulties.iter().flat_map(of).collect()
}

fn add(sums: &mut [f64], values: &[f64]) {
    sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
}

/// The mean and the variance of the abilities of a range.
pub(super) fn ability(grid: &Grid, window: Range<usize>, likely: &[f64]) -> Ability {
    let abilities = &grid.abilities[window];
    let mean: f64 = abilities.iter().zip(likely).map(|(ability, likely)| ability * likely).sum();
    let variance = abilities.iter().zip(likely).map(|(ability, likely)| (ability - mean).powi(2) * likely).sum();
    Ability { mean, variance }
}
