//! The words that the window shows.

pub(super) mod author_words;
pub(super) mod hand_in_words;
pub(super) mod import_words;
pub(super) mod kind_words;
pub(super) mod marking_words;
pub(super) mod review_words;
pub(super) mod teach_words;
pub(super) mod words;
