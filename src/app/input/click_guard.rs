//! Keeps the rest of a double click from what its first click has brought onto the screen. Knows no screen.

use egui::{Event, PointerButton, Pos2};

/// The longest time between the clicks of a double click: what Windows takes where nobody chose another (GTK takes 400 ms).
/// It runs from the moment when what the first click has brought about is drawn, because a slow frame can hold the second
/// click back.
const DOUBLE_CLICK_SECS: f64 = 0.5;
/// How far an unsteady hand moves between two clicks, in points.
const WAVERING: f32 = 12.0;

/// Swallows presses of the pointer that belong to a click which has done its work already.
#[derive(Debug, Default)]
pub struct ClickGuard {
    spent: Option<Spent>,
    /// A press was swallowed, and its release has not come yet.
    awaits_release: bool,
}

/// A click that has made something happen.
#[derive(Clone, Copy, Debug)]
struct Spent {
    at: Pos2,
    /// `None` until what it has brought about is drawn.
    until_secs: Option<f64>,
}

impl ClickGuard {
    /// The click at `at` has made something happen: more presses of the same double click are not to do so again, nor to
    /// reach what lies there now.
    pub fn spend(&mut self, at: Pos2) {
        self.spent = Some(Spent { at, until_secs: None });
    }

    /// Begins a frame at `now_secs` on a clock that only runs forwards.
    pub fn begin_frame(&mut self, now_secs: f64) {
        if let Some(spent) = &mut self.spent {
            let until_secs = *spent.until_secs.get_or_insert(now_secs + DOUBLE_CLICK_SECS);
            if now_secs > until_secs {
                self.spent = None;
            }
        }
    }

    /// Whether an event belongs to a click that has done its work.
    pub fn swallows(&mut self, event: &Event) -> bool {
        let Event::PointerButton { pos, button: PointerButton::Primary, pressed, .. } = event else { return false };
        if *pressed {
            self.awaits_release = self.spent.is_some_and(|spent| spent.at.distance(*pos) <= WAVERING);
            self.awaits_release
        } else {
            std::mem::take(&mut self.awaits_release)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Modifiers, pos2};

    const HERE: Pos2 = pos2(700.0, 500.0);

    fn button(pos: Pos2, pressed: bool) -> Event {
        Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
    }

    /// A guard whose click at `HERE` has brought something about that is first drawn at 10 s.
    fn spent() -> ClickGuard {
        let mut guard = ClickGuard::default();
        guard.spend(HERE);
        guard.begin_frame(10.0);
        guard
    }

    fn check(now_secs: f64, pos: Pos2, expected: bool) {
        let mut guard = spent();
        guard.begin_frame(now_secs);
        let swallowed = [guard.swallows(&button(pos, true)), guard.swallows(&button(pos, false))];
        assert_eq!(swallowed, [expected; 2], "at {pos:?} after {now_secs} s");
    }

    #[test]
    fn the_second_click_of_a_double_click_is_swallowed_with_its_release() {
        check(10.0, HERE, true);
        check(10.4, HERE, true);
        check(10.4, HERE + egui::vec2(5.0, -4.0), true);
    }

    #[test]
    fn a_click_that_comes_later_or_elsewhere_counts() {
        check(10.6, HERE, false);
        check(10.1, HERE + egui::vec2(0.0, 40.0), false);
    }

    #[test]
    fn the_third_click_of_a_triple_click_is_swallowed_too() {
        let mut guard = spent();
        for now_secs in [10.1, 10.3] {
            guard.begin_frame(now_secs);
            assert!(guard.swallows(&button(HERE, true)) && guard.swallows(&button(HERE, false)));
        }
    }

    #[test]
    fn where_no_click_has_done_anything_every_click_counts() {
        let mut guard = ClickGuard::default();
        guard.begin_frame(10.0);
        assert!(!guard.swallows(&button(HERE, true)) && !guard.swallows(&button(HERE, false)));
    }
}
