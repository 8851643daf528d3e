//! Scrolling by keys: `Page Up`, `Page Down`, `Home`, `End` and `Space` move what is being read.

use crate::app::input::keys::{self, Scroll};
use egui::style::ScrollAnimation;
use egui::{ScrollArea, Ui, vec2};

/// What stays in sight when a page is turned, so that the reader finds the place again; in points.
const OVERLAP: f32 = 48.0;

/// Shows what scrolls, and lets the keys that no field and no list has taken move it.
pub fn show<R>(ui: &mut Ui, area: ScrollArea, contents: impl FnOnce(&mut Ui) -> R) -> R {
    area.show(ui, |ui| {
        let shown = contents(ui);
        if !is_covered(ui)
            && let Some(scroll) = keys::take_scroll(ui.ctx())
        {
            let down = way(ui, scroll);
            ui.scroll_with_delta_animation(vec2(0.0, -down), ScrollAnimation::none());
        }
        shown
    })
    .inner
}

/// How far what is shown in `ui` is to move up, in points, so that neither end is passed.
fn way(ui: &Ui, scroll: Scroll) -> f32 {
    let (seen, whole) = (ui.clip_rect(), ui.min_rect());
    let above = (seen.top() - whole.top()).max(0.0);
    let below = (whole.bottom() - seen.bottom()).max(0.0);
    let page = (seen.height() - OVERLAP).max(seen.height() / 2.0);
    match scroll {
        Scroll::Back => -page.min(above),
        Scroll::On => page.min(below),
        Scroll::ToBeginning => -above,
        Scroll::ToEnd => below,
    }
}

/// Whether a dialog lies over it, to which the keys belong.
fn is_covered(ui: &Ui) -> bool {
    ui.memory(|memory| memory.top_modal_layer().is_some_and(|modal| modal != ui.layer_id()))
}
