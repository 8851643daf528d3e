//! What no table has a column for. Writes nothing.

use crate::bank::Question;
use crate::exchange::{Exported, Remark};
use crate::text::parse;

/// Tells what a question has that no table holds: its pictures, and what only Torus knows.
pub fn tell_lost(question: &Question, exported: &mut Exported) {
    tell_pictures(question, exported);
    for (is_lost, thing) in [
        (!question.cite.0.is_empty(), "the sources that it cites"),
        (!question.facts.is_empty() || !question.enemies.is_empty(), "its ties to facts and other questions"),
        (question.hint_cost > 0.0, "the costs of hints"),
    ] {
        if is_lost {
            exported.tell(question, Remark::NotTaken(thing));
        }
    }
}

/// Tells the pictures of a question, of which the file has none.
fn tell_pictures(question: &Question, exported: &mut Exported) {
    let texts = [&question.prompt, &question.explanation].into_iter().chain(&question.hints);
    for text in texts.filter(|text| text.contains("![")) {
        for (path, _) in parse(text).pictures() {
            exported.tell(question, Remark::MissingPicture(path.into()));
        }
    }
}
