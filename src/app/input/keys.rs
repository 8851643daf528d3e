//! The keyboard: which press belongs to the screen and which to the widget that has the focus.

use egui::{Context, Event, Id, Key, Modifiers};

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

/// Where the keyboard asks what is being read to scroll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scroll {
    /// A page towards the beginning.
    Back,
    /// A page towards the end.
    On,
    /// To the beginning.
    ToBeginning,
    /// To the end.
    ToEnd,
}

/// Takes a key that scrolls. `Home` and `End` belong to a field that is typed into, `Space` to whatever has the focus, and
/// all of them to a list that lies open.
pub fn take_scroll(ctx: &Context) -> Option<Scroll> {
    if egui::Popup::is_any_open(ctx) {
        return None;
    }
    let is_typing = ctx.text_edit_focused();
    let has_focus = ctx.memory(|memory| memory.focused().is_some());
    let keys = [
        (true, Modifiers::NONE, Key::PageUp, Scroll::Back),
        (true, Modifiers::NONE, Key::PageDown, Scroll::On),
        (!is_typing, Modifiers::NONE, Key::Home, Scroll::ToBeginning),
        (!is_typing, Modifiers::NONE, Key::End, Scroll::ToEnd),
        (!has_focus, Modifiers::SHIFT, Key::Space, Scroll::Back),
        (!has_focus, Modifiers::NONE, Key::Space, Scroll::On),
    ];
    let mut pressed = keys.into_iter().filter(|(is_free, ..)| *is_free);
    ctx.input_mut(|input| pressed.find(|(_, modifiers, key, _)| input.consume_key(*modifiers, *key)))
        .map(|(.., scroll)| scroll)
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
    let has_focus = ctx.memory(|memory| memory.focused().is_some());
    // Whoever only scrolls may hold the mouse: a focus that comes up by itself would take the next `Space`.
    let scrolls = |key: Key| {
        matches!(key, Key::PageUp | Key::PageDown | Key::Home | Key::End) || (key == Key::Space && !has_focus)
    };
    let used = ctx.input(|input| {
        input.events.iter().rev().find_map(|event| match event {
            Event::Key { pressed: true, key, .. } if scrolls(*key) => None,
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
