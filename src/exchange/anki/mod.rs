//! Anki's text exports and packages, in and out.

mod cloze;
mod collection;
mod deck;
mod note;
mod package;
mod protobuf;
mod sides;
mod sqlite;
mod text;
mod types;
mod write;

pub(super) use note::KINDS;
pub(super) use package::read as read_package;
pub(super) use text::{is_text, read as read_text, separator as separator_of};
pub(super) use write::write;
