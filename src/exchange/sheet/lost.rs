//! What no table has a column for. Writes nothing.

use crate::bank::Question;
use crate::exchange::dropped_pictures::has_pictures;
use crate::exchange::{Exported, Remark};

/// Tells what a question has that no table holds: its pictures, and what only Torus knows.
pub fn tell_lost(question: &Question, exported: &mut Exported) {
    for (is_lost, thing) in [
        (has_pictures(question), "pictures"),
        (!question.cite.0.is_empty(), "the sources that it cites"),
        (!question.facts.is_empty() || !question.enemies.is_empty(), "its ties to facts and other questions"),
        (question.hint_cost > 0.0, "the costs of hints"),
    ] {
        if is_lost {
            exported.tell(question, Remark::NotTaken(thing));
        }
    }
}
