//! Texts and formulas that were laid out, kept from frame to frame.

use super::ink;
use super::laid::Laid;
use egui::mutex::Mutex;
use egui::{Id, Ui};
use std::collections::HashMap;
use std::sync::Arc;

/// What was laid out and drawn, so that a frame need not do it again.
#[derive(Default)]
pub(super) struct Cache {
    pub(super) entries: HashMap<u64, Entry>,
    pub(super) formulas: ink::Formulas,
}

/// A text that was laid out.
pub(super) struct Entry {
    pub(super) words: String,
    pub(super) laid: Laid,
    pub(super) last_used: u64,
}

/// More texts than stand on any screen.
const MOST_ENTRIES: usize = 256;
/// What was not shown for so many frames is let go when room is wanted.
const FRAMES_KEPT: u64 = 2;

impl Cache {
    /// Makes room where it is wanted.
    pub(super) fn tidy(&mut self, now: u64) {
        if self.entries.len() >= MOST_ENTRIES {
            self.entries.retain(|_, entry| entry.last_used + FRAMES_KEPT >= now);
            self.formulas.tidy();
        }
    }
}

/// The cache of this window.
pub(super) fn cache(ui: &Ui) -> Arc<Mutex<Cache>> {
    let slot = Id::unique("rich text cache");
    ui.ctx().data_mut(|data| Arc::clone(data.get_temp_mut_or_default::<Arc<Mutex<Cache>>>(slot)))
}
