#!/bin/sh
# How long Torus takes to its first frame, and what it costs, against the smallest window that eframe makes.
# Needs what `cargo test --test desktop` needs: Xvfb, evilwm and a GL driver.
set -eu
cd "$(dirname "$0")/.."
cargo build --release --bins --example hello_window
cargo bench --bench startup
