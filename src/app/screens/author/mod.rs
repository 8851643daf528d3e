//! The page where a bank is written.

pub mod form;
