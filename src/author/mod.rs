//! A bank under a teacher's hands.

pub mod merge;
