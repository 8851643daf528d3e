//! What becomes of each kind of question that another program has, format by format, as the formats themselves go by it.

use crate::exchange::{
    Format, KindRow, anki, canvas, gift, h5p, lettered, moodle_xml, open_trivia, qti, quizlet, sheet,
};

impl Format {
    /// The kinds of question that the format has, with what they become.
    pub fn kinds(self) -> &'static [KindRow] {
        match self {
            Self::MoodleXml => moodle_xml::KINDS,
            Self::Gift => gift::KINDS,
            Self::Table => sheet::KINDS,
            Self::OpenTrivia => open_trivia::KINDS,
            Self::Canvas => canvas::KINDS,
            Self::Qti => qti::KINDS,
            Self::Lettered | Self::Docx => lettered::KINDS,
            Self::AnkiText | Self::Apkg => anki::KINDS,
            Self::Quizlet => quizlet::KINDS,
            Self::H5p => h5p::KINDS,
        }
    }
}
