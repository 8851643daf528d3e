//! The keyboard: which press belongs to the screen and which to the widget that has the focus.

use egui::{Context, Event, Id, Key, Modifiers, RawInput};
use std::collections::VecDeque;

/// Hands the program one keystroke a frame.
///
/// A slow frame can gather `1`, `Enter`, `Enter`; taken together, the first `Enter` would be read before the digit
/// has arrived in its field and the second would be lost.
///
/// After the page or the question has changed, one frame is shown without keystrokes, so that the next one meets the
/// widget that has then got the focus.
#[derive(Debug, Default)]
pub struct KeyQueue {
    waiting: VecDeque<Event>,
    rests: bool,
}

impl KeyQueue {
    /// Holds every keystroke back for one frame.
    pub fn rest(&mut self) {
        self.rests = true;
    }

    /// Leaves in `input` what belongs to this frame and keeps the rest. Returns whether there is a rest.
    pub fn pace(&mut self, input: &mut RawInput) -> bool {
        self.waiting.extend(input.events.drain(..).filter(|event| !is_held_enter(event)));
        // While the queue rests, the first step is one too many already.
        let mut has_step = std::mem::take(&mut self.rests);
        while let Some(event) = self.waiting.front() {
            if is_step(event) {
                if has_step {
                    return true;
                }
                has_step = true;
            }
            input.events.extend(self.waiting.pop_front());
        }
        false
    }
}

/// A press that makes the screen do something. Text that is typed on its own (a paste, an input method) is not.
fn is_step(event: &Event) -> bool {
    matches!(event, Event::Key { pressed: true, .. } | Event::PointerButton { pressed: true, .. })
}

/// A key held down answers once, or a slow finger would skip the feedback.
fn is_held_enter(event: &Event) -> bool {
    matches!(event, Event::Key { key: Key::Enter, repeat: true, .. })
}

/// Whether `Enter` was pressed for the screen's primary button. A focused button keeps its `Enter`.
pub fn take_enter(ctx: &Context) -> bool {
    let is_button_focused = focused_button(ctx).is_some();
    !is_button_focused && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
}

/// Whether `Escape` was pressed.
pub fn take_escape(ctx: &Context) -> bool {
    ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
}

/// Whether a letter command was given: the letter alone where nothing is being typed and `single_letters` are on,
/// `Alt` and the letter anywhere.
pub fn take_letter(ctx: &Context, key: Key, single_letters: bool) -> bool {
    let is_typing = ctx.text_edit_focused();
    ctx.input_mut(|input| {
        if input.consume_key(Modifiers::ALT, key) {
            // The press comes with the text that the letter types, which is not meant for the field.
            input.events.retain(|event| !matches!(event, Event::Text(_)));
            return true;
        }
        single_letters && !is_typing && input.consume_key(Modifiers::NONE, key)
    })
}

/// The digit from 1 to 9 that was pressed, where nothing is being typed.
pub fn take_digit(ctx: &Context) -> Option<usize> {
    const DIGITS: [Key; 9] =
        [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    if ctx.text_edit_focused() {
        return None;
    }
    ctx.input_mut(|input| DIGITS.iter().position(|key| input.consume_key(Modifiers::NONE, *key)).map(|index| index + 1))
}

/// Whether `?` was typed where it is not part of a text.
pub fn take_question_mark(ctx: &Context) -> bool {
    !ctx.text_edit_focused()
        && ctx.input(|input| input.events.iter().any(|event| matches!(event, Event::Text(text) if text == "?")))
}

/// Whether `Ctrl` (or `Cmd`) and the key were pressed.
pub fn take_command(ctx: &Context, key: Key) -> bool {
    ctx.input_mut(|input| input.consume_key(Modifiers::COMMAND, key))
}

/// Remembers that the widget `id`, which has the focus, does its own work on `Enter`.
pub fn note_focused_button(ctx: &Context, id: Id) {
    ctx.data_mut(|data| data.insert_temp(button_slot(), id));
}

/// Whether the user works by keyboard at the moment, so that a screen should put the focus where it is wanted.
pub fn is_keyboard_in_use(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp(keyboard_slot())).unwrap_or(false)
}

/// Whether nothing has the focus although the user works by keyboard. While `Tab` leads from the last thing to the first,
/// it is on its way.
pub fn is_focus_lost(ctx: &Context) -> bool {
    is_keyboard_in_use(ctx)
        && ctx.memory(|memory| memory.focused().is_none())
        && !ctx.input(|input| input.key_pressed(Key::Tab))
}

/// Notes whether the last thing used was the keyboard or the pointer; before anything was used, it is the keyboard for who
/// has a screen reader. Called once a frame.
pub fn note_device(ctx: &Context, has_screen_reader: bool) {
    let used = ctx.input(|input| {
        input.events.iter().rev().find_map(|event| match event {
            Event::Key { pressed: true, .. } | Event::AccessKitActionRequest(_) => Some(true),
            Event::PointerButton { pressed: true, .. } | Event::Touch { .. } => Some(false),
            _ => None,
        })
    });
    match used {
        Some(is_keyboard) => {
            ctx.data_mut(|data| data.insert_temp(keyboard_slot(), is_keyboard));
        }
        None if has_screen_reader => {
            ctx.data_mut(|data| *data.get_temp_mut_or(keyboard_slot(), true));
        }
        None => {}
    }
}

fn keyboard_slot() -> Id {
    Id::unique("keyboard in use")
}

fn focused_button(ctx: &Context) -> Option<Id> {
    let focused = ctx.memory(|memory| memory.focused())?;
    ctx.data(|data| data.get_temp::<Id>(button_slot())).filter(|button| *button == focused)
}

fn button_slot() -> Id {
    Id::unique("focused button")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: Key) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
    }

    fn paced(queue: &mut KeyQueue, events: Vec<Event>) -> Vec<Event> {
        let mut input = RawInput { events, ..Default::default() };
        queue.pace(&mut input);
        input.events
    }

    #[test]
    fn presses_that_arrive_together_are_handed_out_one_a_frame() {
        let mut queue = KeyQueue::default();
        let together = vec![press(Key::Num1), Event::Text("1".into()), press(Key::Enter), press(Key::Enter)];
        assert_eq!(paced(&mut queue, together), [press(Key::Num1), Event::Text("1".into())]);
        assert_eq!(paced(&mut queue, vec![press(Key::Num2)]), [press(Key::Enter)]);
        assert_eq!(paced(&mut queue, vec![]), [press(Key::Enter)]);
        assert_eq!(paced(&mut queue, vec![]), [press(Key::Num2)]);
        assert_eq!(paced(&mut queue, vec![]), []);
    }

    #[test]
    fn keystrokes_wait_while_a_new_page_takes_the_focus() {
        let mut queue = KeyQueue::default();
        queue.rest();
        let typed = vec![press(Key::Num1), Event::Text("1".into())];
        assert_eq!(paced(&mut queue, typed.clone()), []);
        assert_eq!(paced(&mut queue, vec![]), typed);
    }

    #[test]
    fn movements_of_the_pointer_never_wait() {
        let mut queue = KeyQueue::default();
        let moves = vec![Event::PointerMoved(egui::pos2(1.0, 1.0)), Event::PointerMoved(egui::pos2(2.0, 2.0))];
        assert_eq!(paced(&mut queue, moves).len(), 2);
    }
}
