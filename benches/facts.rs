//! How long questions from 10,000 facts take to make, and whether time and memory grow with the facts alone.
//!
//! `cargo bench --bench facts` tells the times at 5,000, 10,000 and 20,000 facts. For the memory:
//! `cargo bench --bench facts -- --memory 10000` makes them once and prints the peak, how many questions there are
//! and how many were considered.

#[path = "support/fact_table.rs"]
mod fact_table;

use divan::Bencher;
use fact_table::fact_table;
use torus::facts::{generate, reported};

fn main() {
    let args: Vec<String> = std::env::args().collect();
    match args.iter().position(|arg| arg == "--memory") {
        Some(at) => make_once(args.get(at + 1).and_then(|count| count.parse().ok()).unwrap_or(10_000)),
        None => divan::main(),
    }
}

/// From a table in memory to its bank in memory.
#[divan::bench(args = [5_000, 10_000, 20_000], sample_count = 3, sample_size = 1)]
fn make(bencher: Bencher, fact_count: usize) {
    let table = fact_table(fact_count);
    bencher.bench(|| generate(&table));
}

/// The same where every fact is about one subject, so that each could be compared with all.
#[divan::bench(args = [2_500, 5_000], sample_count = 1, sample_size = 1)]
fn make_about_one_subject(bencher: Bencher, fact_count: usize) {
    let mut table = fact_table(fact_count);
    table.facts.iter_mut().for_each(|fact| fact.subject = "p0".into());
    bencher.bench(|| generate(&table));
}

#[expect(clippy::print_stdout, reason = "a measuring tool prints what it measured")]
fn make_once(fact_count: usize) {
    let table = fact_table(fact_count);
    let before = peak();
    let start = std::time::Instant::now();
    let banks = generate(&table);
    let taken = start.elapsed();
    let questions: usize = banks.iter().map(|bank| bank.questions.len()).sum();
    println!("{fact_count} facts, {questions} questions in {taken:?}; peak before {before}, after {}", peak());
    let start = std::time::Instant::now();
    let considered = reported(&table).1.considered;
    println!("{considered} questions considered; with the report {:?}", start.elapsed());
}

/// The peak of this process's memory, as Linux tells it.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "unknown".to_owned(), |peak| peak.trim().to_owned())
}
