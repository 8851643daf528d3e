//! The abilities over which a fit sums: evenly spaced, since the sum of a smooth bell over even steps is all but its integral.

/// How far the grid goes, in standard deviations: beyond lie two in a thousand million learners.
const REACH: f64 = 6.0;
/// The coarsest step, in standard deviations.
const COARSEST: f64 = 0.3;
/// More nodes than this tell nothing more.
const MOST_NODES: usize = 401;

/// Even steps over abilities.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Grid {
    /// The abilities, ascending.
    pub abilities: Vec<f64>,
    /// The logarithms of the shares of learners at each; the shares sum up to 1.
    pub log_shares: Vec<f64>,
}

impl Grid {
    /// A grid for abilities of this spread, fine enough for learners with so many answers: a step is no wider than what is
    /// uncertain of the surest of them (the sum's error is then e^(−2π²), relatively).
    pub fn new(sigma: f64, longest: usize) -> Self {
        let surest = 1.0 / (1.0 / (sigma * sigma) + longest as f64 / 4.0).sqrt();
        let step = (surest / sigma).min(COARSEST);
        let half = ((REACH / step).ceil() as usize).min(MOST_NODES / 2);
        let step = REACH / half as f64;
        let z: Vec<f64> = (0..=2 * half).map(|node| (node as f64 - half as f64) * step).collect();
        let whole: f64 = z.iter().map(|z| (-z * z / 2.0).exp()).sum();
        Self {
            abilities: z.iter().map(|z| sigma * z).collect(),
            log_shares: z.iter().map(|z| -z * z / 2.0 - whole.ln()).collect(),
        }
    }

    /// How many nodes it has.
    pub fn len(&self) -> usize {
        self.abilities.len()
    }
}

/// ln(1 + eˣ), without overflow.
pub(super) fn log1p_exp(x: f64) -> f64 {
    x.max(0.0) + (-x.abs()).exp().ln_1p()
}

/// The chance of a right answer at so many logits above the difficulty.
pub(super) fn chance(logits: f64) -> f64 {
    1.0 / (1.0 + (-logits).exp())
}
