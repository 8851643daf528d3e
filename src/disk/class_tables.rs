//! Reads the tables of a class from the disk, several at once, each whole or not at all. Measures nothing.

use crate::bank::Progress;
use crate::class::{Fault, Gathering, TableTold};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::{fs, io, thread};
use thiserror::Error;

/// The tables of a class, put together.
#[derive(Debug)]
pub struct ClassTables {
    /// What those that could be read hold.
    pub gathering: Gathering,
    /// What became of each file, in the order in which they were named.
    pub told: Vec<Result<TableTold, TableFileError>>,
}

/// Why a file adds nothing to a class.
#[derive(Debug, Error)]
pub enum TableFileError {
    /// The file cannot be read.
    #[error(transparent)]
    File(#[from] io::Error),
    /// It is no table of responses, or a damaged one.
    #[error(transparent)]
    Table(#[from] Fault),
}

/// Reads all files, on as many processors as there are. The number of a table is the place of its file in `paths`; what is
/// gathered does not depend on which was read first. `None` where `progress` stops it.
pub fn gather_tables(paths: &[PathBuf], progress: &(dyn Progress + Sync)) -> Option<ClassTables> {
    let readers = thread::available_parallelism().map_or(1, usize::from).min(paths.len()).max(1);
    let queue = Queue::of(paths, progress);
    let mut parts = thread::scope(|scope| {
        let others: Vec<_> = (1..readers).map(|_| scope.spawn(|| queue.read())).collect();
        let mut parts = vec![queue.read()];
        parts.extend(others.into_iter().filter_map(|other| other.join().ok()));
        parts
    });
    if queue.is_stopped() || parts.len() < readers {
        return None;
    }
    let mut all = parts.swap_remove(0);
    for part in parts {
        all.gathering.absorb(part.gathering);
        all.told.extend(part.told);
    }
    all.told.sort_by_key(|(place, _)| *place);
    Some(ClassTables { gathering: all.gathering, told: all.told.into_iter().map(|(_, told)| told).collect() })
}

/// The files that nobody has begun to read, and how far the others are.
struct Queue<'a> {
    paths: &'a [PathBuf],
    progress: &'a (dyn Progress + Sync),
    next: AtomicUsize,
    bytes_read: AtomicU64,
    bytes: u64,
    /// The share that was told last; below 0 where whoever wanted the tables does not any more.
    told: Mutex<f32>,
}

/// What one reader has read.
#[derive(Default)]
struct Part {
    gathering: Gathering,
    told: Vec<(usize, Result<TableTold, TableFileError>)>,
}

impl<'a> Queue<'a> {
    fn of(paths: &'a [PathBuf], progress: &'a (dyn Progress + Sync)) -> Self {
        let size = |path: &PathBuf| fs::metadata(path).map_or(0, |metadata| metadata.len());
        Self {
            paths,
            progress,
            next: AtomicUsize::new(0),
            bytes_read: AtomicU64::new(0),
            bytes: paths.iter().map(size).sum(),
            told: Mutex::new(0.0),
        }
    }

    fn read(&self) -> Part {
        let mut part = Part::default();
        while !self.is_stopped() {
            let place = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(path) = self.paths.get(place) else { break };
            let told = self.add(path, u32::try_from(place).unwrap_or(u32::MAX), &mut part.gathering);
            part.told.push((place, told));
        }
        part
    }

    fn add(&self, path: &Path, table: u32, gathering: &mut Gathering) -> Result<TableTold, TableFileError> {
        let bytes = fs::read(path)?;
        let length = bytes.len() as u64;
        let told = gathering.add(&bytes, table, &ShareOfFile { queue: self, length });
        self.bytes_read.fetch_add(length, Ordering::Relaxed);
        self.advance(0.0);
        Ok(told?)
    }

    /// Tells how far all readers are, `of_file` bytes of a file that is not counted yet included.
    fn advance(&self, of_file: f32) -> bool {
        let read = self.bytes_read.load(Ordering::Relaxed) as f32 + of_file;
        let Ok(mut told) = self.told.lock() else { return false };
        if *told < 0.0 {
            return false;
        }
        *told = told.max((read / self.bytes.max(1) as f32).min(1.0));
        if !self.progress.advance(*told) {
            *told = -1.0;
        }
        *told >= 0.0
    }

    fn is_stopped(&self) -> bool {
        self.told.lock().map_or(true, |told| *told < 0.0)
    }
}

/// How far the reading of one file among many is.
struct ShareOfFile<'q, 'a> {
    queue: &'q Queue<'a>,
    length: u64,
}

impl Progress for ShareOfFile<'_, '_> {
    fn advance(&self, share: f32) -> bool {
        self.queue.advance(share * self.length as f32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::Quietly;
    use std::sync::atomic::AtomicU32;

    const HEADER: &str = "learner,sitting,question,score,max_score\n";

    fn folder(tables: &[String]) -> (tempfile::TempDir, Vec<PathBuf>) {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |(place, table): (usize, &String)| {
            let path = folder.path().join(format!("{place}.csv"));
            fs::write(&path, table).expect("writes");
            path
        };
        let paths = tables.iter().enumerate().map(write).collect();
        (folder, paths)
    }

    fn table(learner: usize) -> String {
        format!("{HEADER}Learner {learner},s{learner},q1,1,1\nLearner {learner},s{learner},q2,0,1\n")
    }

    #[test]
    fn a_file_that_is_gone_or_damaged_costs_the_others_nothing() {
        let tables: Vec<String> = (0..40).map(table).collect();
        let (_folder, mut paths) = folder(&tables);
        fs::write(&paths[3], "no table at all\n").expect("writes");
        paths.push(paths[0].with_file_name("gone.csv"));
        let read = gather_tables(&paths, &Quietly).expect("nobody stops it");
        assert_eq!(read.told.len(), 41);
        assert!(matches!(read.told[3], Err(TableFileError::Table(Fault::NoColumn { line: 1, .. }))));
        assert!(matches!(&read.told[40], Err(TableFileError::File(error)) if error.kind() == io::ErrorKind::NotFound));
        assert_eq!(read.told.iter().filter(|told| told.is_ok()).count(), 39);
        let class = read.gathering.finish().class;
        assert_eq!((class.learners.len(), class.answers.len()), (39, 78));
    }

    #[test]
    fn a_copy_is_named_by_the_place_of_its_file_whoever_read_it() {
        let mut tables: Vec<String> = (0..40).map(table).collect();
        tables.push(format!("{HEADER}Learner 7,s7,q1,1,1\n"));
        let (_folder, paths) = folder(&tables);
        for _ in 0..20 {
            let gathered = gather_tables(&paths, &Quietly).expect("nobody stops it").gathering.finish();
            let [copies] = &gathered.copies[..] else { panic!("one sitting has copies that differ") };
            assert_eq!((copies.kept, &copies.set_aside[..]), (7, &[40][..]));
        }
    }

    /// Stops at a share, and remembers the last one.
    struct StopAt(f32, AtomicU32);

    impl Progress for StopAt {
        fn advance(&self, share: f32) -> bool {
            let last = f32::from_bits(self.1.swap(share.to_bits(), Ordering::Relaxed));
            assert!(share >= last && share <= 1.0, "{share} after {last}");
            share < self.0
        }
    }

    #[test]
    fn the_share_only_grows_and_stopping_leaves_nothing() {
        let tables: Vec<String> = (0..40).map(table).collect();
        let (_folder, paths) = folder(&tables);
        let whole = StopAt(2.0, AtomicU32::new(0));
        assert!(gather_tables(&paths, &whole).is_some());
        assert_eq!(f32::from_bits(whole.1.into_inner()), 1.0);
        assert!(gather_tables(&paths, &StopAt(0.5, AtomicU32::new(0))).is_none());
        assert!(gather_tables(&[], &Quietly).is_some());
    }
}
