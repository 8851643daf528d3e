//! The works that several pages cite.

/// The format itself.
pub(crate) const FORMAT: &str = "the reference of the format, docs/quiz-format.md";
/// The grammar that the format is written in.
pub(crate) const RON: &str = "the grammar of RON, Rusty Object Notation";
/// A taxonomy of 31 guidelines for writing multiple-choice questions, from textbooks and research.
pub(crate) const GUIDELINES: &str =
    "Haladyna, Downing & Rodriguez 2002, Applied Measurement in Education 15(3), 309–334";
/// The manual for those who write the questions of the American medical examinations.
pub(crate) const NBME: &str =
    "Case & Swanson 2002, Constructing Written Test Questions, National Board of Medical Examiners";
