//! The target recall: how likely a learner wants to remember what comes up.

use thiserror::Error;

/// The share of questions to remember when they come up, from 0.80 to 0.97. Higher means more questions a day: at 0.97 they
/// come several times as often as at 0.80.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Target(f64);

/// A target that is out of range.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
#[error("the target recall is from 80 % to 97 %, and not {} %", .0 * 100.0)]
pub struct TargetFault(pub f64);

impl Target {
    /// The lowest target.
    pub const LEAST: Self = Self(0.80);
    /// The highest target.
    pub const MOST: Self = Self(0.97);

    /// The target of that share, 0.80 to 0.97.
    ///
    /// # Errors
    /// The share, where it is out of range or no number.
    pub fn new(share: f64) -> Result<Self, TargetFault> {
        if (Self::LEAST.0..=Self::MOST.0).contains(&share) { Ok(Self(share)) } else { Err(TargetFault(share)) }
    }

    /// The share, 0.80 to 0.97.
    pub fn share(self) -> f64 {
        self.0
    }
}

/// Nine in ten.
impl Default for Target {
    fn default() -> Self {
        Self(0.90)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_from_80_to_97_percent() {
        for share in [0.80, 0.9, 0.97] {
            assert_eq!(Target::new(share).map(Target::share), Ok(share));
        }
        for share in [0.79, 0.971, 0.0, 1.0, -1.0, f64::INFINITY] {
            assert_eq!(Target::new(share), Err(TargetFault(share)));
        }
        assert!(Target::new(f64::NAN).is_err());
    }
}
