//! The real program in a real window: real key presses, sudden deaths, a second start. Looks only at what a user or a
//! teacher can see: the screen, exit codes, and what `torus results` prints.
//!
//! Every test starts an X server of its own, so nothing shows on the desktop of whoever runs them. They need Xvfb, a
//! window manager (evilwm), a GL driver, `dbus`, `at-spi2-core` and some programs of a desktop, so a plain `cargo test` leaves
//! them out: `cargo test --test desktop`.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[allow(dead_code, reason = "what a screen reader asks besides")]
#[path = "../heard/bus.rs"]
mod bus;
mod clicking;
mod clipboard;
mod closing;
mod composing;
#[expect(dead_code, reason = "what measuring asks besides")]
mod cost;
mod data_folder;
mod following;
mod hand;
mod handing_in;
mod handover;
mod holding;
mod idling;
mod importing;
mod kills;
mod links;
mod no_display;
mod play;
mod program;
mod quiz;
mod screen;
mod scripts;
mod scrolling;
mod taking;
mod wait;
mod writing;
