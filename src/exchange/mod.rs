//! Other programs' questions, in and out: recognises a file, reads it into drafts, makes a bank of these, and writes a bank
//! for another program. What cannot be carried is told with its place. Opens no file and fetches nothing.
//!
//! A format is a file or a folder. It reads into [`Draft`]s, the one middle form, and `make` alone knows what a bank asks of
//! a question.

mod anki;
mod canvas;
mod decode;
mod docx;
mod drafts;
mod dropped_pictures;
mod finding;
mod format;
mod gift;
mod h5p;
mod html_texts;
mod html_tokens;
mod kind_row;
mod kind_tables;
mod lettered;
mod make;
mod markup;
mod moodle_xml;
mod open_trivia;
mod origins;
mod out_texts;
mod package;
mod package_out;
mod package_pictures;
mod pictures;
mod place;
mod qti;
mod quizlet;
mod read;
mod remark;
mod remark_words;
mod separator;
mod sheet;
mod sniff;
mod stock;
mod target;
mod topic;
mod unreadable;
mod update;
mod write;
mod xml;

pub use decode::TextEncoding;
pub use drafts::{Answer, Draft, DraftBank, DraftNumber, DraftOption, DraftQuiz, DraftText};
pub use finding::{Finding, findings, grouped};
pub use format::Format;
pub use kind_row::KindRow;
pub use make::{LeftOut, MadeBank, MadeQuestion, MakeOptions, make};
pub use package::{Package, PackageFault, ReadSeek};
pub use pictures::{Picture, Pictures};
pub use place::Place;
pub use read::{ReadFile, ReadOptions, read};
pub use remark::{Remark, Severity};
pub use separator::{SeparatorName, separator_name};
pub use target::{Carried, Target};
pub use topic::topic_path;
pub use unreadable::Unreadable;
pub use update::{ImportedText, first_text, update, was_imported};
pub use write::{Exported, PictureSource, write};
