//! Other programs' files, read and written, from the library's outside.

#[allow(dead_code, reason = "each format uses what it needs")]
mod common;
mod docx;
mod lettered;
mod quizlet;
