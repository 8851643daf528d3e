//! How long the exports of a large class take to read, and its figures to compute: 1,000,000 responses of 20,000 learners.
//!
//! `cargo bench --bench class`. Reading and measuring together may take 5 s on two processors and 500 MB. For the memory: `cargo
//! bench --bench class -- --memory files|one` does both once, and prints the peak.

mod support {
    pub mod class_exports;
}

use divan::Bencher;
use std::path::PathBuf;
use std::time::Instant;
use support::class_exports::{write_exports, write_in_one};
use tempfile::TempDir;
use torus::bank::Quietly;
use torus::class::{Class, ClassFigures, MeasuringOptions, measure};
use torus::disk::gather_tables;

const LEARNERS: u32 = 20_000;
const DRAWN: u32 = 50;
const QUESTIONS: u32 = 120;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    match args.iter().position(|arg| arg == "--memory") {
        Some(at) => once(args.get(at + 1).is_some_and(|what| what == "one")),
        None => divan::main(),
    }
}

/// A file for each sitting, as they lie in a folder where learners hand in.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn reading_and_measuring_20_000_files(bencher: Bencher) {
    let (_folder, paths) = exports(false);
    bencher.bench(|| figures(&class(&paths)));
}

/// All in one file, as one computer of a room exports them.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn reading_and_measuring_one_file(bencher: Bencher) {
    let (_folder, paths) = exports(true);
    bencher.bench(|| figures(&class(&paths)));
}

/// The figures alone, as when a question is left out in the window.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn measuring(bencher: Bencher) {
    let (_folder, paths) = exports(false);
    let class = class(&paths);
    bencher.bench(|| figures(&class));
}

fn exports(is_one: bool) -> (TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir().expect("a folder");
    let write = if is_one { write_in_one } else { write_exports };
    let paths = write(folder.path(), LEARNERS, DRAWN, QUESTIONS);
    (folder, paths)
}

fn class(paths: &[PathBuf]) -> Class {
    let tables = gather_tables(paths, &Quietly).expect("nobody stops it");
    assert!(tables.told.iter().all(Result::is_ok));
    tables.gathering.finish().class
}

fn figures(class: &Class) -> ClassFigures {
    let figures = measure(class, &MeasuringOptions::default());
    assert_eq!((figures.learners, figures.items.len()), (LEARNERS, QUESTIONS as usize));
    figures
}

/// Reads and measures once in a process of its own, which finds no memory ready.
#[expect(clippy::print_stdout, reason = "a measuring tool prints what it measured")]
fn once(is_one: bool) {
    let again = std::env::var_os("TORUS_BENCH_EXPORTS");
    let Some(folder) = again else {
        let (folder, paths) = exports(is_one);
        let bytes: u64 = paths.iter().filter_map(|path| path.metadata().ok()).map(|metadata| metadata.len()).sum();
        println!("{} files, {} MB", paths.len(), bytes / 1_000_000);
        let this = std::env::current_exe().expect("this program");
        let status = std::process::Command::new(this)
            .args(["--memory", if is_one { "one" } else { "files" }])
            .env("TORUS_BENCH_EXPORTS", folder.path())
            .status();
        assert!(status.expect("runs").success());
        return;
    };
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let start = Instant::now();
    let tables = gather_tables(&paths, &Quietly).expect("nobody stops it");
    let read = start.elapsed();
    let class = tables.gathering.finish().class;
    let finished = start.elapsed();
    figures(&class);
    println!("read {read:.2?}, in order {finished:.2?}, measured {:.2?}", start.elapsed());
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    println!("{}", status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("no peak is told here"));
}
