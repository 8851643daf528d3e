//! A question that the search has found.

use crate::app::action::Action;
use crate::bank::{Kind, Mode};

/// A question that the search has found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Id of its bank.
    pub bank_id: String,
    /// Its own id.
    pub question_id: String,
    /// What kind of question it is.
    pub kind: Kind,
    /// Title of its bank.
    pub bank_title: String,
    /// Its topic.
    pub topic: String,
    /// What it asks.
    pub prompt: String,
}

impl Found {
    /// Opens the question on the page of its bank.
    pub fn open(&self) -> Action {
        Action::LookAtFound { bank_id: self.bank_id.clone(), question_id: self.question_id.clone() }
    }

    /// Opens the set-up screen with the question's topic.
    pub fn set_up(&self) -> Action {
        let topic = (!self.topic.is_empty()).then(|| self.topic.clone());
        Action::SetUp { bank_id: self.bank_id.clone(), mode: Some(Mode::Practice), topic }
    }
}
