//! Certainty-based marking: how sure a learner was changes what an answer counts. Marks no answer itself.

/// How sure a learner said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Certainty {
    /// More a guess than not.
    Low,
    /// Fairly sure.
    Middling,
    /// Sure.
    High,
}

impl Certainty {
    /// Every one, from low to high.
    pub const ALL: [Self; 3] = [Self::Low, Self::Middling, Self::High];

    /// 1 to 3, as the CSV has it.
    pub fn level(self) -> u8 {
        match self {
            Self::Low => 1,
            Self::Middling => 2,
            Self::High => 3,
        }
    }

    /// The certainty of that level.
    pub fn from_level(level: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|certainty| certainty.level() == level)
    }
}

/// What a full mark counts at most, as a multiple of the points.
pub const MOST: f64 = 3.0;

/// The score of an answer with certainty marking, from −6 to 3 times `points`: a mark above 0 counts once, twice or
/// three times; a mark of 0 counts 0, −2 or −6 times the points (Gardner-Medwin 2006, "Confidence-based marking"). So
/// it pays to be honest: middling from two chances in three on, high from four in five on. `mark` is a share of the
/// points, 0 to 1.
pub fn certainty_score(mark: f64, certainty: Certainty, points: f64) -> f64 {
    let penalty = match certainty {
        Certainty::Low => 0.0,
        Certainty::Middling => -2.0,
        Certainty::High => -6.0,
    };
    let share = if mark > 0.0 { mark.min(1.0) * f64::from(certainty.level()) } else { penalty };
    share * points
}

#[cfg(test)]
mod tests {
    use super::*;
    use Certainty::{High, Low, Middling};

    fn check(mark: f64, points: f64, expected: [f64; 3]) {
        assert_eq!(Certainty::ALL.map(|certainty| certainty_score(mark, certainty, points)), expected, "{mark}");
    }

    #[test]
    fn a_mark_counts_more_and_none_costs_more_the_surer_one_was() {
        check(1.0, 1.0, [1.0, 2.0, 3.0]);
        check(0.0, 1.0, [0.0, -2.0, -6.0]);
        check(0.5, 1.0, [0.5, 1.0, 1.5]);
        check(0.5, 4.0, [2.0, 4.0, 6.0]);
        check(0.0, 0.5, [0.0, -1.0, -3.0]);
        check(1e-9, 1.0, [1e-9, 2e-9, 3.0 * 1e-9]);
    }

    #[test]
    fn nothing_counts_more_than_three_times_the_points_or_less_than_minus_six_times() {
        check(7.0, 1.0, [1.0, 2.0, MOST]);
        check(-1.0, 1.0, [0.0, -2.0, -6.0]);
        check(f64::NAN, 1.0, [0.0, -2.0, -6.0]);
    }

    #[test]
    fn honesty_pays() {
        let expected = |chance: f64, certainty| {
            chance * certainty_score(1.0, certainty, 1.0) + (1.0 - chance) * certainty_score(0.0, certainty, 1.0)
        };
        let best =
            |chance| Certainty::ALL.into_iter().max_by(|a, b| expected(chance, *a).total_cmp(&expected(chance, *b)));
        assert_eq!([0.1, 0.66, 0.67, 0.79, 0.81, 1.0].map(best), [Low, Low, Middling, Middling, High, High].map(Some));
    }

    #[test]
    fn levels_are_those_of_the_csv() {
        assert_eq!([0, 1, 2, 3, 4].map(Certainty::from_level), [None, Some(Low), Some(Middling), Some(High), None]);
    }
}
