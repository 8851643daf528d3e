//! Other programs' files, read and written, from the library's outside.

mod canvas;
#[allow(dead_code, reason = "each format uses what it needs")]
mod common;
mod gift;
mod h5p;
mod moodle_xml;
mod qti;
mod zipped;

mod anki;
mod docs;
mod docx;
mod lettered;
mod long_texts;
mod open_trivia;
mod quizlet;
mod sheet;
