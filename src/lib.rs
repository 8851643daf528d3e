//! Torus, an offline quiz program: the library behind the window and the commands.
//!
//! The way that data takes, one verb an arrow:
//!
//! ```text
//! quizzes/*.ron ──read──▶ Bank ──draw(plan, met, seed)──▶ Paper ──answer──▶ Sitting ──grade──▶ Mark
//!    (disk)               (bank)                        (paper)           (sitting)
//!                            │                                                │
//!                            └─check──▶ Diagnostic, with line and column         ├─record──▶ History (SQLite)
//!                                                                             └─report──▶ CSV, JSON, print
//! ```
//!
//! `text` takes apart what teachers write in CommonMark and TeX; `facts` makes banks from tables of facts. These two,
//! `bank`, `paper` and `sitting` know no screen, no file system, no clock and no global random source: texts, times and
//! seeds come in as arguments. `report` turns values into bytes; `disk` opens and saves files; `history` keeps what must
//! survive; `app` is the window and `cli` the commands, and only these two join the others together.
//! `tests/architecture.rs` holds these rules.

pub mod app;
pub mod bank;
pub mod cli;
pub mod disk;
pub mod facts;
pub mod formula_guard;
pub mod history;
pub mod moment;
pub mod paper;
pub mod report;
pub mod sitting;
pub mod syntax;
pub mod table;
pub mod text;
