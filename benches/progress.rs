//! How long the figures of learning take with 100,000 questions met and 1,000,000 turns.
//!
//! `cargo bench --bench progress`. Counting may take 300 ms of processor time. What a frame of the page takes, `cargo bench --bench
//! window every_screen` tells.

mod support {
    pub mod filled_history;
}

use divan::Bencher;
use std::collections::HashMap;
use support::filled_history::{LAST_DAY, filled};
use torus::progress::{Period, Wish};

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 5, sample_size = 1, args = [Period::ThreeMonths, Period::All])]
fn counting_a_million_answers(bencher: Bencher, period: Period) {
    let folder = tempfile::tempdir().expect("a folder");
    let (history, learner) = filled(folder.path(), 100_000, 10);
    let wish = Wish { period, ..Wish::default() };
    let count = || history.progress(learner.id, &wish, LAST_DAY, &HashMap::new()).expect("counts");
    let progress = count();
    assert_eq!((progress.met, progress.answers), (100_000, 1_000_000));
    bencher.bench_local(count);
}
