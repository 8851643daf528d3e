//! A memory whose laws are known, and are not those of FSRS.
//!
//! Forgetting is exponential, recall = 0.9^(t ÷ S), where FSRS has a power of time. A right answer lengthens the stability S by
//! the formula of Woźniak, Gorzelańczyk and Murakowski (2005), "Building memory stability through rehearsal":
//! 76 · S^−0.023 · e^(−0.031 · R) − 2, with R in percent: the later the review, the more it helps. After a miss S is what
//! it was when the answer was first learned. How fast somebody learns and how hard a question is are ours: logarithms
//! of both are normal, which FSRS does not assume either.

use rand::RngExt;
use rand::rngs::ChaCha8Rng;

/// Recall at one stability after a review.
const RECALL_AT_STABILITY: f64 = 0.9;
/// Half of all answers that were just learned last so many days, for the average learner. With half a day no schedule of whole days
/// reaches 90 %; with two days the default parameters do, and SM-2 needs fewer reviews by either measure.
const MEDIAN_DAYS: f64 = 1.0;
/// What was known beforehand lasts longer, by this factor.
const KNOWN_BEFOREHAND: f64 = 10.0;
/// Spread of learners and of questions, as standard deviations of logarithms.
const LEARNER_SPREAD: f64 = 0.3;
const QUESTION_SPREAD: f64 = 0.6;
/// How much of the lengthening a question gets, from the hardest to the easiest.
const EASE: std::ops::Range<f64> = 0.4..1.2;

/// What a learner remembers of one question.
pub struct Remembered {
    learned_days: f64,
    ease: f64,
    stability_days: f64,
    last_day: Option<i32>,
}

impl Remembered {
    /// A question that was never asked, known beforehand or not.
    pub fn new(learner: f64, is_known: bool, chance: &mut ChaCha8Rng) -> Self {
        let learned_days = MEDIAN_DAYS * learner * (QUESTION_SPREAD * normal(chance)).exp();
        let stability_days = if is_known { learned_days * KNOWN_BEFOREHAND } else { 0.0 };
        Self { learned_days, ease: chance.random_range(EASE), stability_days, last_day: None }
    }

    /// The chance that the answer is known on a day.
    pub fn recall_on(&self, day: i32) -> f64 {
        match self.last_day {
            // What is known beforehand is known when it is first asked.
            None => f64::from(u8::from(self.stability_days > 0.0)),
            Some(last) => RECALL_AT_STABILITY.powf(f64::from(day - last) / self.stability_days),
        }
    }

    /// The answer was asked for on a day, and shown afterwards.
    pub fn asked(&mut self, day: i32, is_known: bool) {
        let percent = 100.0 * self.recall_on(day);
        if !is_known {
            self.stability_days = self.learned_days;
        } else if self.last_day.is_some() {
            let increase = 76.0 * self.stability_days.powf(-0.023) * (-0.031 * percent).exp() - 2.0;
            self.stability_days *= 1.0 + self.ease * (increase - 1.0).max(0.0);
        }
        self.last_day = Some(day);
    }
}

/// How fast somebody learns: 1 for the average.
pub fn learner(chance: &mut ChaCha8Rng) -> f64 {
    (LEARNER_SPREAD * normal(chance)).exp()
}

/// A normal deviate, by Box and Muller (1958).
fn normal(chance: &mut ChaCha8Rng) -> f64 {
    let (first, second): (f64, f64) = (chance.random_range(f64::MIN_POSITIVE..1.0), chance.random_range(0.0..1.0));
    (-2.0 * first.ln()).sqrt() * (std::f64::consts::TAU * second).cos()
}
