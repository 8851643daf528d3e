//! Decks as topics: the deck that all notes lie in gives its name to the bank. Reads no file.

use crate::exchange::anki::note::Note;
use crate::exchange::topic_path;

/// The topic of a deck, whose names stand between `::`.
pub fn topic(deck: &str) -> Box<str> {
    topic_path(deck.split("::"))
}

/// Takes the outermost deck out of all topics, where it is the same, and gives its name.
pub fn take_root(notes: &mut [Note]) -> Option<Box<str>> {
    let root: Box<str> = notes.first()?.topic.split('/').next().filter(|root| !root.is_empty())?.into();
    let below = |topic: &str| -> Option<Box<str>> {
        let rest = topic.strip_prefix(&*root)?;
        if rest.is_empty() { Some(Box::default()) } else { rest.strip_prefix('/').map(Into::into) }
    };
    let topics: Vec<Box<str>> = notes.iter().map(|note| below(&note.topic)).collect::<Option<_>>()?;
    for (note, topic) in notes.iter_mut().zip(topics) {
        note.topic = topic;
    }
    Some(root)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_deck_that_all_lie_in_is_no_topic() {
        let notes = |decks: &[&str]| -> Vec<Note> {
            decks.iter().map(|deck| Note { topic: topic(deck), ..Note::default() }).collect()
        };
        let mut all = notes(&["Geo::Rivers", "Geo", "Geo::Seas::Black"]);
        assert_eq!(take_root(&mut all).as_deref(), Some("Geo"));
        let topics: Vec<&str> = all.iter().map(|note| &*note.topic).collect();
        assert_eq!(topics, ["Rivers", "", "Seas/Black"]);
        assert_eq!(take_root(&mut notes(&["Geo", "Geology"])), None);
    }
}
