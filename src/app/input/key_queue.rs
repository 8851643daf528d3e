//! Which keystrokes and clicks reach the screen, and when: one command a frame, and nothing twice that was meant once.

use crate::app::input::click_guard::ClickGuard;
use egui::{Event, Key, Modifiers, Pos2, RawInput};
use std::collections::{HashSet, VecDeque};

/// Hands the program one keystroke a frame.
///
/// A slow frame can gather `1`, `Enter`, `Enter`; taken together, the first `Enter` would be read before the digit
/// has arrived in its field and the second would be lost. What is typed into a field is not held back: a key that is
/// held down repeats faster than a slow window draws.
///
/// After the page or the question has changed, one frame is shown without keystrokes, so that the next one meets the
/// widget that has then got the focus.
///
/// The windowing layer never says that a press is a repeat, so the keys that are down are kept here.
#[derive(Debug, Default)]
pub struct KeyQueue {
    waiting: VecDeque<Event>,
    down: HashSet<Key>,
    clicks: ClickGuard,
    rests: bool,
}

/// What an event does to the frame that it is handed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    /// Nothing that the screen acts on by itself.
    Free,
    /// It goes into the field that has the focus.
    Typed,
    /// The screen may act on it, so it comes alone.
    Command,
}

impl KeyQueue {
    /// Holds every keystroke back for one frame.
    pub fn rest(&mut self) {
        self.rests = true;
    }

    /// The click at `at` has made something happen, so the rest of a double click is not to.
    pub fn spend_click(&mut self, at: Pos2) {
        self.clicks.spend(at);
    }

    /// Leaves in `input` what belongs to this frame and keeps the rest. Returns whether there is a rest. `is_typing` tells
    /// whether a text field has the focus, `now_secs` the time on a clock that only runs forwards.
    pub fn pace(&mut self, input: &mut RawInput, is_typing: bool, now_secs: f64) -> bool {
        self.clicks.begin_frame(now_secs);
        self.take_in(std::mem::take(&mut input.events), is_typing);
        self.hand_out(&mut input.events, is_typing)
    }

    /// Whether keystrokes wait for a frame of their own.
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    fn take_in(&mut self, events: Vec<Event>, is_typing: bool) {
        // A press that is dropped takes along the text that it types.
        let mut drops_text = false;
        for mut event in events {
            if self.clicks.swallows(&event) {
                continue;
            }
            match &mut event {
                Event::Key { key, pressed: true, repeat, modifiers, .. } => {
                    *repeat |= !self.down.insert(*key);
                    drops_text = *repeat && !self.takes_repeat(*key, *modifiers, is_typing);
                    if drops_text {
                        continue;
                    }
                }
                Event::Key { key, pressed: false, .. } => {
                    drops_text = false;
                    self.let_go(*key);
                }
                Event::Text(_) if drops_text => continue,
                // Keys that are let go while another window has the keyboard are never heard of.
                Event::WindowFocused(false) => self.down.clear(),
                _ => {}
            }
            self.waiting.push_back(event);
        }
    }

    /// Whether a key that is held down is to go on: where it types or moves. A command is given once, however long its key
    /// is held, and no repeat waits behind another.
    fn takes_repeat(&self, key: Key, modifiers: Modifiers, is_typing: bool) -> bool {
        if is_command_anywhere(key, modifiers) {
            return false;
        }
        let moves =
            [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight, Key::PageUp, Key::PageDown, Key::Tab];
        is_typing || (moves.contains(&key) && !self.waiting.iter().any(|event| is_repeat_of(event, key)))
    }

    /// What a key has repeated and nobody has seen yet is not wanted any more.
    fn let_go(&mut self, key: Key) {
        self.down.remove(&key);
        self.waiting.retain(|event| !is_repeat_of(event, key));
    }

    fn hand_out(&mut self, events: &mut Vec<Event>, is_typing: bool) -> bool {
        // While the queue rests, the first keystroke is one too many already.
        let (mut has_command, mut has_typed) = (std::mem::take(&mut self.rests), false);
        // The text of a command comes with it, so that the screen can take both away.
        let mut is_text_of_command = false;
        while let Some(event) = self.waiting.front() {
            match weight(event, is_typing) {
                Weight::Typed if is_text_of_command && matches!(event, Event::Text(_)) => {}
                Weight::Command if has_command || has_typed => return true,
                Weight::Typed if has_command => return true,
                Weight::Command => has_command = true,
                Weight::Typed => has_typed = true,
                Weight::Free => {}
            }
            is_text_of_command = matches!(event, Event::Key { pressed: true, .. }) && has_command;
            events.extend(self.waiting.pop_front());
        }
        false
    }
}

fn weight(event: &Event, is_typing: bool) -> Weight {
    match event {
        // `Tab` leads out of the field.
        Event::Key { key, pressed: true, modifiers, .. }
            if is_typing && *key != Key::Tab && !is_command_anywhere(*key, *modifiers) =>
        {
            Weight::Typed
        }
        Event::Key { pressed: true, .. } | Event::PointerButton { pressed: true, .. } => Weight::Command,
        Event::Text(_) | Event::Paste(_) | Event::Cut | Event::Ime(_) if is_typing => Weight::Typed,
        _ => Weight::Free,
    }
}

/// Whether a key is the screen's also while something is typed.
fn is_command_anywhere(key: Key, modifiers: Modifiers) -> bool {
    matches!(key, Key::Enter | Key::Escape) || modifiers.alt
}

fn is_repeat_of(event: &Event, wanted: Key) -> bool {
    matches!(event, Event::Key { key, pressed: true, repeat: true, .. } if *key == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: Key, pressed: bool, repeat: bool) -> Event {
        Event::Key { key, physical_key: None, pressed, repeat, modifiers: Modifiers::NONE }
    }

    fn press(pressed: Key) -> Event {
        key(pressed, true, false)
    }

    fn repeat(held: Key) -> Event {
        key(held, true, true)
    }

    fn release(released: Key) -> Event {
        key(released, false, false)
    }

    fn paced(queue: &mut KeyQueue, events: Vec<Event>) -> Vec<Event> {
        handed_out(queue, events, false)
    }

    fn typed(queue: &mut KeyQueue, events: Vec<Event>) -> Vec<Event> {
        handed_out(queue, events, true)
    }

    fn handed_out(queue: &mut KeyQueue, events: Vec<Event>, is_typing: bool) -> Vec<Event> {
        let mut input = RawInput { events, ..Default::default() };
        queue.pace(&mut input, is_typing, 0.0);
        input.events
    }

    #[test]
    fn presses_that_arrive_together_are_handed_out_one_a_frame() {
        let mut queue = KeyQueue::default();
        let together =
            vec![press(Key::Num1), Event::Text("1".into()), press(Key::Enter), release(Key::Enter), press(Key::Enter)];
        assert_eq!(paced(&mut queue, together), [press(Key::Num1), Event::Text("1".into())]);
        assert_eq!(paced(&mut queue, vec![press(Key::Num2)]), [press(Key::Enter), release(Key::Enter)]);
        assert_eq!(paced(&mut queue, vec![]), [press(Key::Enter)]);
        assert_eq!(paced(&mut queue, vec![]), [press(Key::Num2)]);
        assert_eq!(paced(&mut queue, vec![]), []);
    }

    #[test]
    fn keystrokes_wait_while_a_new_page_takes_the_focus() {
        let mut queue = KeyQueue::default();
        queue.rest();
        let keystroke = vec![press(Key::Num1), Event::Text("1".into())];
        assert_eq!(paced(&mut queue, keystroke.clone()), []);
        assert_eq!(paced(&mut queue, vec![]), keystroke);
    }

    #[test]
    fn movements_of_the_pointer_never_wait() {
        let mut queue = KeyQueue::default();
        let moves = vec![Event::PointerMoved(egui::pos2(1.0, 1.0)), Event::PointerMoved(egui::pos2(2.0, 2.0))];
        assert_eq!(paced(&mut queue, moves).len(), 2);
    }

    /// A held key arrives as presses that say nothing of being repeats.
    #[test]
    fn a_command_is_given_once_however_long_its_key_is_held() {
        for held in [Key::Enter, Key::Escape, Key::Space, Key::S, Key::Num1] {
            let mut queue = KeyQueue::default();
            assert_eq!(paced(&mut queue, vec![press(held)]), [press(held)]);
            for _ in 0..20 {
                let repeated = vec![press(held), Event::Text("s".into())];
                assert_eq!(paced(&mut queue, repeated), [], "{held:?}");
            }
            assert_eq!(paced(&mut queue, vec![release(held), press(held)]), [release(held), press(held)]);
        }
    }

    #[test]
    fn held_enter_and_alt_letters_are_given_once_in_a_field_too() {
        let alt_s =
            Event::Key { key: Key::S, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::ALT };
        for held in [press(Key::Enter), alt_s] {
            let mut queue = KeyQueue::default();
            assert_eq!(typed(&mut queue, vec![held.clone()]), std::slice::from_ref(&held));
            assert_eq!(typed(&mut queue, vec![held.clone(), Event::Text("s".into()), held]), []);
        }
    }

    #[test]
    fn a_key_held_in_a_field_goes_on_without_waiting_and_ends_when_it_is_let_go() {
        let mut queue = KeyQueue::default();
        let held: Vec<Event> = (0..6).map(|_| press(Key::Backspace)).collect();
        assert_eq!(typed(&mut queue, held).len(), 6);
        assert_eq!(typed(&mut queue, vec![release(Key::Backspace)]), [release(Key::Backspace)]);
        assert_eq!(typed(&mut queue, vec![]), []);
    }

    #[test]
    fn a_key_that_moves_goes_on_but_never_further_than_it_is_held() {
        let mut queue = KeyQueue::default();
        let down = Key::ArrowDown;
        let held: Vec<Event> = (0..6).map(|_| press(down)).collect();
        assert_eq!(paced(&mut queue, held), [press(down)]);
        assert_eq!(paced(&mut queue, vec![press(down)]), [repeat(down)]);
        assert_eq!(paced(&mut queue, vec![press(down), release(down)]), [release(down)]);
        assert_eq!(paced(&mut queue, vec![]), []);
    }

    #[test]
    fn enter_waits_for_what_was_typed_before_it_and_what_comes_after_it_waits() {
        let mut queue = KeyQueue::default();
        let one = vec![press(Key::Num1), Event::Text("1".into()), release(Key::Num1)];
        let two = vec![press(Key::Num2), Event::Text("2".into())];
        let together = [one.clone(), vec![press(Key::Enter)], two.clone()].concat();
        assert_eq!(typed(&mut queue, together), one);
        assert_eq!(typed(&mut queue, vec![]), [press(Key::Enter)]);
        assert_eq!(typed(&mut queue, vec![]), two);
    }

    #[test]
    fn a_command_with_alt_brings_the_text_that_it_types() {
        let alt_s =
            Event::Key { key: Key::S, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::ALT };
        let together = vec![alt_s, Event::Text("s".into())];
        assert_eq!(typed(&mut KeyQueue::default(), together.clone()), together);
    }

    #[test]
    fn a_key_let_go_while_another_window_has_the_keyboard_is_not_held_any_more() {
        let mut queue = KeyQueue::default();
        paced(&mut queue, vec![press(Key::Enter)]);
        paced(&mut queue, vec![Event::WindowFocused(false)]);
        assert_eq!(paced(&mut queue, vec![press(Key::Enter)]), [press(Key::Enter)]);
    }

    #[test]
    fn a_double_click_reaches_the_next_page_no_more_than_once() {
        let mut queue = KeyQueue::default();
        let at = egui::pos2(9.0, 9.0);
        let button = |pressed| Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        assert_eq!(paced(&mut queue, vec![button(true), button(false)]).len(), 2);
        queue.spend_click(at);
        assert_eq!(paced(&mut queue, vec![button(true), button(false)]), []);
    }
}
