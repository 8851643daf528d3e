//! The core of Torus for fuzzing: the same files, compiled without the window and the history, so that a build takes a
//! minute. A crate that the core begins to use must be named in `Cargo.toml`, a folder here.

#![allow(dead_code, reason = "what only the window and the commands call is not called here")]

#[path = "../../src/bank/mod.rs"]
pub mod bank;
#[path = "../../src/moment.rs"]
pub mod moment;
#[path = "../../src/paper/mod.rs"]
pub mod paper;
#[path = "../../src/report/mod.rs"]
pub mod report;
#[path = "../../src/sitting/mod.rs"]
pub mod sitting;
