//! The core of Torus for fuzzing: the same files, compiled without the window and the history, so that a build takes a
//! minute. A crate that the core begins to use must be named in `Cargo.toml`, a folder here.

#![allow(dead_code, unused_imports, reason = "what only the window and the commands call is not called here")]

#[path = "../../src/author/mod.rs"]
pub mod author;
#[path = "../../src/bank/mod.rs"]
pub mod bank;
#[path = "../../src/class/mod.rs"]
pub mod class;
#[path = "../../src/exchange/mod.rs"]
pub mod exchange;
#[path = "../../src/facts/mod.rs"]
pub mod facts;
#[path = "../../src/fonts.rs"]
pub mod fonts;
#[path = "../../src/formula_guard.rs"]
pub mod formula_guard;
#[path = "../../src/kinds/mod.rs"]
pub mod kinds;
#[path = "../../src/moment.rs"]
pub mod moment;
#[path = "../../src/paper/mod.rs"]
pub mod paper;
#[path = "../../src/progress/mod.rs"]
pub mod progress;
#[path = "../../src/report/mod.rs"]
pub mod report;
#[path = "../../src/schedule/mod.rs"]
pub mod schedule;
#[path = "../../src/sitting/mod.rs"]
pub mod sitting;
#[path = "../../src/syntax/mod.rs"]
pub mod syntax;
#[path = "../../src/table/mod.rs"]
pub mod table;
#[path = "../../src/text/mod.rs"]
pub mod text;

/// Lets panics pass that the program itself catches: those of the crates that lay out formulas. All others still end the
/// run.
pub fn bear_with_panics_that_are_caught() {
    let ending = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let is_caught = panic.location().is_some_and(|location| location.file().contains("ratex"));
        if !is_caught {
            ending(panic);
        }
    }));
}
