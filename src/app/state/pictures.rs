//! The pictures that the texts on the screen may show, found beside their bank. Opens none.

use crate::bank::PictureFault;
use crate::disk::Picture;
use egui::{Context, Id};
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Where pictures lie, by the path that a bank names.
#[derive(Clone, Debug, Default)]
pub struct Pictures {
    found: Arc<HashMap<String, Result<Picture, PictureFault>>>,
    /// What is no file yet, by its address.
    held: Arc<Vec<(String, Arc<[u8]>)>>,
    /// Counts the sets that were made.
    stamp: u64,
}

impl PartialEq for Pictures {
    fn eq(&self, other: &Self) -> bool {
        self.found == other.found
    }
}

impl Pictures {
    /// Pictures by the path that the bank names, each with what was found there.
    pub fn new(found: HashMap<String, Result<Picture, PictureFault>>) -> Self {
        Self::with_held(found, Vec::new())
    }

    /// The same with the bytes of those that are no files yet, by their addresses.
    pub fn with_held(found: HashMap<String, Result<Picture, PictureFault>>, held: Vec<(String, Arc<[u8]>)>) -> Self {
        static MADE: AtomicU64 = AtomicU64::new(1);
        Self { found: Arc::new(found), held: Arc::new(held), stamp: MADE.fetch_add(1, Ordering::Relaxed) }
    }

    /// What was found at a path; a picture of no bank that is known is missing.
    pub fn find(&self, named: &str) -> Result<&Picture, PictureFault> {
        self.found.get(named).map_or(Err(PictureFault::Missing), |found| found.as_ref().map_err(|fault| *fault))
    }

    /// Lets every text on the screen show these from now on.
    pub fn put_in_force(&self, ctx: &Context) {
        for (address, bytes) in self.held.iter() {
            ctx.include_bytes(address.clone(), egui::load::Bytes::Shared(Arc::clone(bytes)));
        }
        ctx.data_mut(|data| data.insert_temp(slot(), self.clone()));
    }

    /// Those in force.
    pub fn of(ctx: &Context) -> Self {
        ctx.data(|data| data.get_temp(slot())).unwrap_or_default()
    }

    /// Tells one set of pictures from another.
    pub(in crate::app) fn stamp(&self) -> u64 {
        self.stamp
    }
}

fn slot() -> Id {
    Id::unique("pictures in force")
}
