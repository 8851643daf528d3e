//! How long a bank of 100,000 questions takes to read, against the RON reader alone.
//!
//! `cargo bench --bench bank -- checked` and `… -- plain` compare the times; one process each, for what runs later in a
//! process finds its memory ready and looks faster. For the memory: `cargo bench --bench bank -- --memory plain|read|none`
//! reads once, so that `/usr/bin/time -v` or the figure printed at the end tells the peak.

#[path = "support/bank_text.rs"]
mod bank_text;

use bank_text::bank_text;
use divan::Bencher;
use ron::Options;
use ron::extensions::Extensions;
use std::sync::LazyLock;
use torus::bank::{Bank, Quietly, check, read};

const QUESTION_COUNT: usize = 100_000;

static TEXT: LazyLock<String> = LazyLock::new(|| bank_text(QUESTION_COUNT));

fn main() {
    let args: Vec<String> = std::env::args().collect();
    match args.iter().position(|arg| arg == "--memory") {
        Some(at) => read_once(args.get(at + 1).map_or("read", String::as_str)),
        None => divan::main(),
    }
}

/// The RON reader alone, into the same types.
#[divan::bench(sample_count = 9, sample_size = 1)]
fn plain(bencher: Bencher) {
    let text = TEXT.as_str();
    bencher.bench(|| plainly(text));
}

/// What Torus does: reading with progress, and the checks.
#[divan::bench(sample_count = 9, sample_size = 1)]
fn checked(bencher: Bencher) {
    let text = TEXT.as_str();
    bencher.bench(|| read(text, &Quietly));
}

/// A bank with one damaged question in the middle.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn damaged(bencher: Bencher) {
    let middle = TEXT.len() / 2;
    let at = middle + TEXT[middle..].find("\",\n            topic").expect("a topic");
    let text = [&TEXT[..at], &TEXT[at + 1..]].concat();
    bencher.bench(|| read(&text, &Quietly));
}

/// A bank in which every question cites a source that is not there.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn faulty(bencher: Bencher) {
    let text = TEXT.replace("Cite(\"newsline\"", "Cite(\"newslin\"");
    bencher.bench(|| read(&text, &Quietly));
}

/// What `torus check` does with a sound bank: the errors, and every rule about how questions are written.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn every_rule(bencher: Bencher) {
    let text = TEXT.as_str();
    bencher.bench(|| check(text, &Quietly));
}

/// The same where each question has something to be told of, with its place.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn every_rule_and_a_flaw_everywhere(bencher: Bencher) {
    let text = TEXT.replace("            explanation: ", "            alt: ");
    assert!(check(&text, &Quietly).len() >= QUESTION_COUNT);
    bencher.bench(|| check(&text, &Quietly));
}

fn plainly(text: &str) -> Bank {
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_str(text).expect("the text is sound")
}

#[expect(clippy::print_stdout, reason = "a measuring tool prints what it measured")]
fn read_once(way: &str) {
    // Written by another process where `/usr/bin/time` is to see the reading alone.
    let text = match std::env::var_os("TORUS_BENCH_FILE") {
        Some(path) => std::fs::read_to_string(path).expect("a bank file"),
        None => bank_text(QUESTION_COUNT),
    };
    let before = peak_bytes();
    match way {
        "write" => print!("{text}"),
        "plain" => drop(std::hint::black_box(plainly(&text))),
        "read" => drop(std::hint::black_box(read(&text, &Quietly))),
        _ => {}
    }
    if way != "write" {
        let (file, peak) = (text.len() as f64, peak_bytes().unwrap_or(0) as f64);
        println!("{way}: file {:.1} MB, peak before {before:?}, peak {peak}, {:.2} × file", file / 1e6, peak / file);
    }
}

/// The most memory that this process has had, where the system tells it.
fn peak_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}
