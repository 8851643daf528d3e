//! SM-2, the schedule of SuperMemo 2 and of many programs since: Woźniak (1990), "Optimization of learning".

/// Quality of an answer, 0 to 5: right after a hesitation, and wrong.
const RIGHT: f64 = 4.0;
const WRONG: f64 = 1.0;

/// Whether a miss makes a question harder. The paper says no; most programs since do so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Variant {
    /// As published.
    Paper,
    /// As most programs have it.
    Common,
}

/// How a question stands.
#[derive(Clone, Copy)]
pub struct Card {
    is_met: bool,
    repetitions: u32,
    interval_days: f64,
    ease: f64,
}

impl Card {
    /// A question that was never asked.
    pub const NEW: Self = Self { is_met: false, repetitions: 0, interval_days: 0.0, ease: 2.5 };

    /// Whether it was asked before.
    pub fn is_met(self) -> bool {
        self.is_met
    }

    /// After an answer, with the days until the next one: the interval of SM-2 times `modifier`, one day at least. SM-2 knows
    /// no target recall; the modifier is how programs reach one with it.
    pub fn after(self, is_right: bool, modifier: f64, variant: Variant) -> (Self, i32) {
        let quality = if is_right { RIGHT } else { WRONG };
        let ease = if is_right || variant == Variant::Common {
            (self.ease + 0.1 - (5.0 - quality) * (0.08 + (5.0 - quality) * 0.02)).max(1.3)
        } else {
            self.ease
        };
        let (repetitions, interval_days) = match (is_right, self.repetitions) {
            (false, _) => (0, 1.0),
            (true, 0) => (1, 1.0),
            (true, 1) => (2, 6.0),
            (true, repetitions) => (repetitions + 1, self.interval_days * ease),
        };
        (Self { is_met: true, repetitions, interval_days, ease }, (interval_days * modifier).round().max(1.0) as i32)
    }
}
