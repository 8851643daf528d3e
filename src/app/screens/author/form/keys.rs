//! What keys and pasted lines do in a row of a list: `Enter` adds the next, `Backspace` in an empty one takes it away,
//! `Alt` and an arrow moves it. Changes no list itself.

use egui::{Event, Id, Key, Modifiers, Ui};

/// What is to become of the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RowDeed {
    Next,
    Remove,
    Up,
    Down,
    Paste(String),
}

/// What was asked for in the row whose field has this id. What is taken, the field does not see.
pub(super) fn deed(ui: &Ui, field: Id, is_empty: bool) -> Option<RowDeed> {
    if !ui.memory(|memory| memory.has_focus(field)) {
        return None;
    }
    ui.input_mut(|input| {
        if input.consume_key(Modifiers::ALT, Key::ArrowUp) {
            return Some(RowDeed::Up);
        }
        if input.consume_key(Modifiers::ALT, Key::ArrowDown) {
            return Some(RowDeed::Down);
        }
        if input.consume_key(Modifiers::NONE, Key::Enter) {
            return Some(RowDeed::Next);
        }
        if is_empty && take_fresh_backspace(&mut input.events) {
            return Some(RowDeed::Remove);
        }
        take_lines(&mut input.events).map(RowDeed::Paste)
    })
}

/// A key that is held down empties a row and stops there: only a new press takes the row away.
fn take_fresh_backspace(events: &mut Vec<Event>) -> bool {
    let is_fresh = |event: &Event| matches!(event, Event::Key { key: Key::Backspace, pressed: true, repeat: false, modifiers, .. } if modifiers.is_none());
    let found = events.iter().position(is_fresh);
    found.map(|index| events.remove(index)).is_some()
}

fn take_lines(events: &mut Vec<Event>) -> Option<String> {
    let has_lines = |event: &Event| matches!(event, Event::Paste(text) if text.trim().contains(['\n', '\t']));
    let index = events.iter().position(has_lines)?;
    match events.remove(index) {
        Event::Paste(text) => Some(text),
        _ => None,
    }
}
