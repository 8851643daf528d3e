//! Writes a bank for another program. Knows no format's inside.

use crate::bank::{Bank, Question};
use crate::exchange::{Remark, Target, anki, canvas, gift, lettered, moodle_xml, qti, quizlet, sheet};

/// Where the pictures of a bank come from.
pub trait PictureSource {
    /// The file at a path relative to the bank; `None` where it is not there.
    fn picture(&self, path: &str) -> Option<Vec<u8>>;
}

/// A bank as another program reads it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exported {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many questions it holds.
    pub made: usize,
    /// What was lost, by id of the question, in the order of the bank. A question that is not in the file has one that
    /// leaves it out.
    pub remarks: Vec<(Box<str>, Remark)>,
}

impl Exported {
    /// Tells something of a question.
    pub(super) fn tell(&mut self, question: &Question, remark: Remark) {
        self.remarks.push((question.id.clone(), remark));
    }
}

/// Writes the bank. The same bank gives the same bytes.
pub fn write(bank: &Bank, target: Target, pictures: &dyn PictureSource) -> Exported {
    match target {
        Target::MoodleXml => moodle_xml::write(bank, pictures),
        Target::Gift => gift::write(bank, pictures),
        Target::Canvas => canvas::write(bank, pictures),
        Target::Qti => qti::write(bank, pictures),
        Target::Apkg => anki::write(bank, pictures),
        Target::Kahoot => sheet::write_kahoot(bank),
        Target::TableXlsx => sheet::write_workbook(bank),
        Target::TableCsv => sheet::write_csv(bank),
        Target::Quizlet => quizlet::write(bank),
        Target::Aiken => lettered::write_aiken(bank),
    }
}
