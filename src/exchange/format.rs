//! The formats by name, for reading and for writing. Reads none.

/// A format of another program that questions are read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// Moodle XML.
    MoodleXml,
    /// Moodle's GIFT.
    Gift,
    /// A table of questions: a spreadsheet or CSV of any layout that is known.
    Table,
    /// Open Trivia DB's JSON.
    OpenTrivia,
    /// QTI 1.2 as Canvas, Common Cartridges, Blackboard and others write it.
    Canvas,
    /// QTI 2.0 to 3.0.
    Qti,
    /// Numbered questions with lettered options: Aiken, Respondus, or copied from a document.
    Lettered,
    /// A Word document with such questions.
    Docx,
    /// Anki's text export.
    AnkiText,
    /// An Anki package.
    Apkg,
    /// Terms and definitions as Quizlet copies them.
    Quizlet,
    /// An H5P package.
    H5p,
}

impl Format {
    /// Every format, in the order in which the docs tell of them.
    pub const ALL: [Self; 12] = [
        Self::MoodleXml,
        Self::Gift,
        Self::Table,
        Self::OpenTrivia,
        Self::Canvas,
        Self::Qti,
        Self::Lettered,
        Self::Docx,
        Self::AnkiText,
        Self::Apkg,
        Self::Quizlet,
        Self::H5p,
    ];

    /// The name on the command line and in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::MoodleXml => "moodle-xml",
            Self::Gift => "gift",
            Self::Table => "table",
            Self::OpenTrivia => "open-trivia",
            Self::Canvas => "canvas",
            Self::Qti => "qti",
            Self::Lettered => "lettered",
            Self::Docx => "docx",
            Self::AnkiText => "anki-text",
            Self::Apkg => "apkg",
            Self::Quizlet => "quizlet",
            Self::H5p => "h5p",
        }
    }

    /// The format of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == name)
    }

    /// The name as people say it.
    pub fn title(self) -> &'static str {
        match self {
            Self::MoodleXml => "Moodle XML",
            Self::Gift => "GIFT",
            Self::Table => "Table of questions",
            Self::OpenTrivia => "Open Trivia DB",
            Self::Canvas => "Canvas (QTI 1.2)",
            Self::Qti => "QTI 2 or 3",
            Self::Lettered => "Questions with lettered options",
            Self::Docx => "Word document",
            Self::AnkiText => "Anki text",
            Self::Apkg => "Anki package",
            Self::Quizlet => "Quizlet text",
            Self::H5p => "H5P",
        }
    }
}
