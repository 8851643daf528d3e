//! What a learner is carrying from place to place, by drag or by press and press again. Knows no answer.
//!
//! Our own drag rather than a list that sorts itself: lists, pairs and groups share it, what is carried keeps its id
//! and with it the focus, and the keyboard and screen readers do the same by other ways.

use crate::app::theme::Theme;
use crate::app::widgets::{Token, TokenLook, heard, text};
use egui::{CursorIcon, Id, LayerId, Order, Pos2, Rect, Response, Ui, UiBuilder, Vec2, vec2};

/// How near to the edge of the page what is dragged makes it scroll, and how far in a second.
const SCROLL_EDGE: f32 = 48.0;
const SCROLL_SPEED: f32 = 700.0;
/// After a frame that took longer, the page goes on slowly rather than by leaps.
const MOST_FRAME_SECS: f32 = 0.05;

/// Something under way from one place to another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hold {
    /// What was picked up by a press and waits for a place to be pressed.
    pub picked: Option<usize>,
    /// The place that was pressed and waits for something to be put there.
    pub waiting: Option<usize>,
    /// What the pointer drags.
    pub dragged: Option<Dragged>,
    /// What had the focus in the last frame.
    pub focused: Option<usize>,
    /// What is to have the focus next.
    pub wants_focus: Option<usize>,
    /// What happened last, for those who cannot see it.
    pub told: String,
    /// What is to tell it, once that is known.
    told_to: Option<Id>,
    /// Whether it has happened in this frame, in which things still have the names from before.
    is_told_anew: bool,
}

/// What the pointer drags.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dragged {
    /// What it is.
    pub what: usize,
    /// The place that it comes from.
    pub from: Option<usize>,
    /// From its upper left corner to where it was grasped.
    pub grasp: Vec2,
    /// How large it is.
    pub size: Vec2,
}

/// What was let go, and where.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dropped {
    /// What it is.
    pub what: usize,
    /// The place that it comes from.
    pub from: Option<usize>,
    /// Where the pointer let it go.
    pub at: Pos2,
}

impl Hold {
    /// Begins to carry `what` when a drag of `response` begins.
    pub fn follow(&mut self, ui: &Ui, response: &Response, what: usize, from: Option<usize>) {
        if response.drag_started()
            && let Some(origin) = ui.input(|input| input.pointer.press_origin())
        {
            let grasp = (origin - response.rect.min).clamp(Vec2::ZERO, response.rect.size());
            *self = Self {
                dragged: Some(Dragged { what, from, grasp, size: response.rect.size() }),
                focused: self.focused,
                ..Self::default()
            };
        }
    }

    /// Whether `what` is being dragged.
    pub fn is_dragging(&self, what: usize) -> bool {
        self.dragged.is_some_and(|dragged| dragged.what == what)
    }

    /// Whether what is dragged would be dropped in `rect` now.
    pub fn is_over(&self, ui: &Ui, rect: Rect) -> bool {
        self.dragged.is_some() && ui.input(|input| input.pointer.latest_pos()).is_some_and(|at| rect.contains(at))
    }

    /// What was let go in this frame.
    pub fn take_dropped(&mut self, ui: &Ui) -> Option<Dropped> {
        let (is_down, at) = ui.input(|input| (input.pointer.any_down(), input.pointer.latest_pos()));
        if is_down {
            return None;
        }
        let Dragged { what, from, .. } = self.dragged.take()?;
        Some(Dropped { what, from, at: at? })
    }

    /// Picks up `what`, or puts it down where it is in hand already, and tells it.
    pub fn pick_up(&mut self, what: usize, name: &str) {
        let was_picked = self.picked == Some(what);
        self.put_down();
        self.picked = (!was_picked).then_some(what);
        let state = if was_picked { "put down" } else { "picked up" };
        self.tell_of(format!("{name}: {state}"));
    }

    /// Puts down whatever is carried, where it was; gives back whether there was anything.
    pub fn put_down(&mut self) -> bool {
        let was_carrying = self.dragged.is_some() || self.picked.is_some() || self.waiting.is_some();
        (self.dragged, self.picked, self.waiting) = (None, None, None);
        was_carrying
    }

    /// Notes what happened last.
    pub fn tell_of(&mut self, told: String) {
        (self.told, self.told_to, self.is_told_anew) = (told, None, true);
    }

    /// Says what happened last, to those who cannot see it too. The line is there before, so that nothing jumps. Called
    /// when everything else is shown.
    pub fn tell(&mut self, ui: &mut Ui) {
        if self.told.is_empty() {
            ui.add_space(Theme::of(ui.ctx()).small().size * 1.4);
        } else {
            let line = text::small(ui, &self.told);
            if std::mem::take(&mut self.is_told_anew) {
                ui.ctx().request_repaint();
            } else {
                heard::remark(ui, &line, &self.told, &mut self.told_to);
            }
        }
    }

    /// Shows what is dragged under the pointer, above everything else, and scrolls where it comes to an edge.
    pub fn show(&self, ui: &mut Ui, text: &str) {
        let Some(dragged) = self.dragged else { return };
        let Some(at) = ui.input(|input| input.pointer.latest_pos()) else { return };
        let layer = LayerId::new(Order::Tooltip, Id::unique("what is carried"));
        let token = Token { text, number: 0, look: TokenLook::PickedUp };
        // A wide place is not carried whole: its thing is.
        let size = token.size(ui, dragged.size.x);
        let rect = Rect::from_min_size(at - dragged.grasp.min(size - vec2(8.0, 8.0)), size);
        let mut above = ui.new_child(UiBuilder::new().layer_id(layer).max_rect(rect));
        above.set_clip_rect(ui.ctx().content_rect());
        token.paint(&above, rect, true);
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        scroll_at_edges(ui, at);
    }
}

/// Scrolls the page when the pointer drags something to its upper or lower edge.
pub(super) fn scroll_at_edges(ui: &Ui, at: Pos2) {
    let sight = ui.clip_rect();
    let slot = Id::unique("page at the edge");
    let way = SCROLL_SPEED * ui.input(|input| input.stable_dt).min(MOST_FRAME_SECS);
    let step = if at.y < sight.top() + SCROLL_EDGE {
        way
    } else if at.y > sight.bottom() - SCROLL_EDGE {
        -way
    } else {
        ui.data_mut(|data| data.remove::<f32>(slot));
        return;
    };
    // A page that did not move since it was last asked to is at its end, and the window may rest.
    let top = ui.min_rect().top();
    let before = ui.data_mut(|data| {
        let before = data.get_temp::<f32>(slot);
        data.insert_temp(slot, top);
        before
    });
    if before != Some(top) {
        ui.scroll_with_delta_animation(vec2(0.0, step), egui::style::ScrollAnimation::none());
        ui.ctx().request_repaint();
    }
}

/// Seconds that a thing takes to its new place; 0 where nothing may move.
pub(super) fn move_secs(ui: &Ui) -> f32 {
    const MOVE_SECS: f32 = 0.12;
    if Theme::of(ui.ctx()).has_motion { MOVE_SECS } else { 0.0 }
}
