//! What banks can be written for, and which kinds of question each carries. Writes nothing.

use crate::bank::Kind;

/// What a bank can be written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// Moodle XML.
    MoodleXml,
    /// A QTI 1.2 package as Canvas reads it.
    Canvas,
    /// Moodle's GIFT.
    Gift,
    /// A QTI 2.1 package.
    Qti,
    /// An Anki package.
    Apkg,
    /// Kahoot's spreadsheet.
    Kahoot,
    /// A plain table of questions, as XLSX.
    TableXlsx,
    /// The same as CSV.
    TableCsv,
    /// Terms and definitions for Quizlet.
    Quizlet,
    /// Aiken.
    Aiken,
}

/// How much of a kind of question arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carried {
    /// All of it: read back by Torus, it is the same question.
    Whole,
    /// With something lost, which is told.
    Partly,
    /// Not at all.
    Not,
}

impl Target {
    /// Every target, in the order in which the docs tell of them.
    pub const ALL: [Self; 10] = [
        Self::MoodleXml,
        Self::Canvas,
        Self::Gift,
        Self::Qti,
        Self::Apkg,
        Self::Kahoot,
        Self::TableXlsx,
        Self::TableCsv,
        Self::Quizlet,
        Self::Aiken,
    ];

    /// The name on the command line; both tables have one.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::MoodleXml => "moodle-xml",
            Self::Canvas => "canvas",
            Self::Gift => "gift",
            Self::Qti => "qti",
            Self::Apkg => "apkg",
            Self::Kahoot => "kahoot",
            Self::TableXlsx | Self::TableCsv => "table",
            Self::Quizlet => "quizlet",
            Self::Aiken => "aiken",
        }
    }

    /// The name as people say it.
    pub fn title(self) -> &'static str {
        match self {
            Self::MoodleXml => "Moodle XML",
            Self::Canvas => "Canvas (QTI 1.2)",
            Self::Gift => "GIFT",
            Self::Qti => "QTI 2.1",
            Self::Apkg => "Anki package",
            Self::Kahoot => "Kahoot spreadsheet",
            Self::TableXlsx => "Table (XLSX)",
            Self::TableCsv => "Table (CSV)",
            Self::Quizlet => "Quizlet text",
            Self::Aiken => "Aiken",
        }
    }

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::MoodleXml => "xml",
            Self::Canvas | Self::Qti => "zip",
            Self::Gift => "gift",
            Self::Apkg => "apkg",
            Self::Kahoot | Self::TableXlsx => "xlsx",
            Self::TableCsv => "csv",
            Self::Quizlet | Self::Aiken => "txt",
        }
    }

    /// How much arrives of a question of that kind, before its own pictures, lengths and numbers are looked at. The table of
    /// `docs/exchange.md` is made of this, and the writers leave out what is not carried.
    pub fn carries(self, kind: Kind) -> Carried {
        use Carried::{Not, Partly, Whole};
        let [moodle, canvas, gift, qti, apkg, kahoot, table, quizlet, aiken] = match kind {
            Kind::Choice => [Whole, Whole, Whole, Whole, Partly, Partly, Whole, Not, Whole],
            Kind::Choices => [Whole, Partly, Whole, Whole, Partly, Partly, Whole, Not, Not],
            Kind::TrueFalse => [Whole, Whole, Whole, Whole, Partly, Whole, Whole, Not, Partly],
            Kind::Number => [Whole, Partly, Partly, Partly, Partly, Not, Whole, Not, Not],
            Kind::Text => [Partly, Partly, Partly, Partly, Partly, Not, Partly, Partly, Not],
            Kind::Order => [Whole, Partly, Not, Whole, Partly, Not, Not, Not, Not],
            Kind::Match => [Whole, Whole, Whole, Whole, Partly, Not, Not, Not, Not],
            Kind::Cloze => [Whole, Whole, Partly, Whole, Partly, Not, Not, Not, Not],
            Kind::Categorise => [Whole, Partly, Whole, Whole, Partly, Not, Not, Not, Not],
            Kind::Hotspot => [Partly, Not, Not, Partly, Partly, Not, Not, Not, Not],
            Kind::Calculated => [Whole, Partly, Not, Not, Partly, Not, Not, Not, Not],
            Kind::Recall => [Not, Not, Not, Not, Whole, Not, Not, Whole, Not],
        };
        match self {
            Self::MoodleXml => moodle,
            Self::Canvas => canvas,
            Self::Gift => gift,
            Self::Qti => qti,
            Self::Apkg => apkg,
            Self::Kahoot => kahoot,
            Self::TableXlsx | Self::TableCsv => table,
            Self::Quizlet => quizlet,
            Self::Aiken => aiken,
        }
    }
}
