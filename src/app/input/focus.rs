//! Keeps the keyboard's focus from being lost when what had it goes away. Knows no screen.

use crate::app::input::keys;
use crate::app::widgets::heard::{Trail, is_seen, is_shown};
use egui::{Context, Id, Key};

/// Where the keyboard's focus is and was.
#[derive(Debug, Default)]
pub struct FocusKeeper {
    /// Whether the page has changed, and the next one gives the focus to what is wanted there.
    is_left: bool,
    /// Whether something lay over the page in the last frame.
    was_modal_open: bool,
    /// What had the focus on the page below.
    below: Option<Id>,
    /// What had the focus in the last frame.
    had: Option<Id>,
    trail: Trail,
}

impl FocusKeeper {
    /// Lets the next page give the focus to what is wanted there.
    pub fn leave(&mut self) {
        self.is_left = true;
    }

    /// Another page has come by itself: what had the focus below what lay over the page before is not to have it again.
    pub fn forget(&mut self) {
        self.below = None;
    }

    /// Called before anything is shown. What lies over the page takes the focus, and gives it back when it goes.
    pub fn begin(&mut self, ctx: &Context, is_modal_open: bool) {
        // egui lets the focus go on `Esc`, which here means something else everywhere.
        if focused(ctx).is_none() && ctx.input(|input| input.key_pressed(Key::Escape)) {
            self.had.into_iter().for_each(|id| ctx.memory_mut(|memory| memory.request_focus(id)));
        }
        let was_modal_open = std::mem::replace(&mut self.was_modal_open, is_modal_open);
        if is_modal_open && !was_modal_open {
            self.below = focused(ctx);
            surrender(ctx);
        }
        if was_modal_open && !is_modal_open {
            surrender(ctx);
        } else if !is_modal_open {
            // Only now may the page have the focus again.
            self.below.take().into_iter().for_each(|id| ctx.memory_mut(|memory| memory.request_focus(id)));
        }
        if std::mem::take(&mut self.is_left) {
            surrender(ctx);
        }
        self.trail.begin(ctx, is_modal_open);
    }

    /// Called when all is shown. Where what had the focus is not there any more, all is shown once more, so that no frame
    /// is without focus.
    pub fn end(&mut self, ctx: &Context, is_modal_open: bool) {
        let is_gone = focused(ctx).is_some_and(|id| !is_shown(ctx, id));
        // After the last widget comes the first, which gets the focus only when it is shown again.
        let is_at_the_end = focused(ctx).is_none() && ctx.input(|input| input.key_pressed(Key::Tab));
        if is_gone {
            surrender(ctx);
        }
        let is_in_between = !is_modal_open && self.below.is_some();
        let is_opening =
            is_modal_open && (keys::is_focus_lost(ctx) || focused(ctx).is_some_and(|id| !is_seen(ctx, id)));
        if is_gone || is_at_the_end || is_in_between || is_opening {
            ctx.request_discard("nothing has the focus");
        }
        if !ctx.will_discard() {
            self.had = focused(ctx);
            self.trail.end(ctx, is_modal_open);
        }
    }
}

fn focused(ctx: &Context) -> Option<Id> {
    ctx.memory(|memory| memory.focused())
}

fn surrender(ctx: &Context) {
    ctx.memory_mut(|memory| memory.focused().into_iter().for_each(|id| memory.surrender_focus(id)));
}
