//! What a screen reader hears of the real program: a small one listens on a real accessibility bus while keys are pressed,
//! and what it would say stands in `transcripts/`. `UPDATE_TRANSCRIPTS=true` writes them anew.
//!
//! Every test starts an X server and a D-Bus session of its own. They need Xvfb, evilwm, a GL driver, `dbus` and
//! `at-spi2-core`, so a plain `cargo test` leaves them out: `cargo test --test heard`.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[allow(dead_code, reason = "the journeys through the real window use the rest")]
mod bus;
mod class;
mod desk;
mod exchange;
mod pages;
#[allow(dead_code, reason = "the journeys through the real window use the rest")]
#[path = "../desktop/program.rs"]
mod program;
mod quiz;
mod reader;
#[allow(dead_code, reason = "the journeys through the real window use the rest")]
#[path = "../desktop/screen.rs"]
mod screen;
mod transcript;
#[path = "../desktop/wait.rs"]
mod wait;
mod writing;
