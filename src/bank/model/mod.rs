//! The types of a bank, as a teacher writes it. Holds values only.

pub mod answer;
pub mod cloze;
pub mod entries;
pub mod picture;
pub mod question;
pub mod spot;
pub mod variable;
