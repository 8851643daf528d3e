//! Lets the time of a sitting run while it is on the screen. Marks nothing and asks no clock but the world's.

use crate::app::action::Page;
use crate::app::app::App;
use egui::Context;
use std::time::Duration;

/// How often a sitting against the clock notes its time, so that a power cut gives back a few seconds at most.
const CLOCK_NOTE_MS: u64 = 5_000;

impl App {
    /// Lets the time of the sitting on the screen run on, and ends it when its time is up.
    pub(super) fn run_clock(&mut self, ctx: &Context) {
        let now_ms = self.world.ticks_ms();
        let passed_ms = now_ms.saturating_sub(std::mem::replace(&mut self.last_tick_ms, now_ms));
        if self.model.page != Page::Sitting {
            return;
        }
        let Some(play) = &mut self.model.play else { return };
        play.sitting.tick(passed_ms);
        let Some(remaining_ms) = play.sitting.remaining_ms() else { return };
        if remaining_ms == 0 {
            self.time_is_up();
            return;
        }
        if now_ms.saturating_sub(self.clock_noted_ms) >= CLOCK_NOTE_MS {
            self.clock_noted_ms = now_ms;
            self.note_place();
        }
        // Wakes when the clock on the screen changes to its next second, and at the end.
        let to_next_second_ms = remaining_ms % 1000;
        let wait_ms = if to_next_second_ms == 0 { 1000 } else { to_next_second_ms };
        ctx.request_repaint_after(Duration::from_millis(wait_ms));
    }
}
