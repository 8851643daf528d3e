//! What comes of an interaction of QTI. Reads none.

use crate::exchange::Answer;
use crate::exchange::xml::Element;

/// A question and its key.
pub(super) struct Asked {
    pub prompt: String,
    pub answer: Answer,
}

/// Whether learners answer with an element. The end of an attempt is a button.
pub(super) fn is_interaction(element: &Element) -> bool {
    element.name.ends_with("Interaction") && &*element.name != "endAttemptInteraction"
}
