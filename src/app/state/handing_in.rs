//! What is known of handing in: which quizzes wait, why, and which have arrived. Hands in nothing itself.

use crate::disk::HandInError;
use crate::history::HistoryError;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use thiserror::Error;
use uuid::Uuid;

/// Why a sitting could not be handed in. One reason can be that of many sittings.
#[derive(Clone, Debug, Error)]
pub enum Hindrance {
    /// The folder cannot be used.
    #[error("{0}")]
    Folder(Arc<HandInError>),
    /// The results cannot be read.
    #[error("{0}")]
    Results(Arc<HistoryError>),
    /// They can be read, but this program cannot make sense of any of their rows.
    #[error("its results cannot be read by this version of Torus")]
    Unreadable,
}

impl From<HistoryError> for Hindrance {
    fn from(error: HistoryError) -> Self {
        Self::Results(Arc::new(error))
    }
}

impl From<HandInError> for Hindrance {
    fn from(error: HandInError) -> Self {
        Self::Folder(Arc::new(error))
    }
}

impl From<io::Error> for Hindrance {
    fn from(error: io::Error) -> Self {
        HandInError::from(error).into()
    }
}

/// How far a sitting is on its way to the folder.
#[derive(Clone, Copy, Debug)]
pub enum Delivery<'a> {
    /// It lies there as it is now.
    Arrived,
    /// It is about to be handed in.
    UnderWay,
    /// It could not be handed in yet, and is tried again.
    Hindered(&'a Hindrance),
}

/// What is known of handing in.
#[derive(Debug, Default)]
pub struct HandingIn {
    /// The learner's sittings that wait.
    pub waiting: BTreeSet<Uuid>,
    /// What was handed in since the program started, whoever's it is.
    pub arrived: BTreeSet<Uuid>,
    /// Why what was tried last could not be handed in, whoever's it is.
    pub hindered: BTreeMap<Uuid, Hindrance>,
    /// The folder that the learner has named and that is being tried.
    pub trying: Option<PathBuf>,
}

impl HandingIn {
    /// Why the learner's sittings wait; `None` where none does, or where they are about to be handed in.
    pub fn hindrance(&self) -> Option<&Hindrance> {
        self.waiting.iter().find_map(|sitting| self.hindered.get(sitting))
    }

    /// How far one of the learner's sittings is; `None` where that is not known, or it is not handed in at all.
    pub fn delivery(&self, sitting: Uuid) -> Option<Delivery<'_>> {
        match self.hindered.get(&sitting) {
            _ if !self.waiting.contains(&sitting) => self.arrived.contains(&sitting).then_some(Delivery::Arrived),
            Some(hindrance) => Some(Delivery::Hindered(hindrance)),
            None => Some(Delivery::UnderWay),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sitting_that_has_changed_since_it_arrived_waits_again() {
        let sitting = Uuid::from_u128(1);
        let mut handing_in = HandingIn::default();
        assert!(handing_in.delivery(sitting).is_none());
        handing_in.arrived.insert(sitting);
        assert!(matches!(handing_in.delivery(sitting), Some(Delivery::Arrived)));
        handing_in.waiting.insert(sitting);
        assert!(matches!(handing_in.delivery(sitting), Some(Delivery::UnderWay)));
        handing_in.hindered.insert(sitting, HandInError::Full.into());
        assert!(matches!(handing_in.delivery(sitting), Some(Delivery::Hindered(_))));
    }

    #[test]
    fn what_hinders_another_learner_is_not_told() {
        let mut handing_in = HandingIn::default();
        handing_in.hindered.insert(Uuid::from_u128(2), HandInError::Full.into());
        assert!(handing_in.hindrance().is_none());
    }
}
