//! Buttons and keys that put the marks of CommonMark and TeX around what is selected, and signs where the cursor is. The marks
//! stay in sight: nothing is formatted that is not written.

use super::pen::{Pen, id_of};
use super::signs::{SUBJECTS, use_sign};
use crate::app::widgets::{Button, heard, segmented};
use crate::author::form::FieldName;
use egui::{Key, Modifiers, Role, Ui};
use std::ops::Range;

/// A mark: what its button says, its key, and what stands before and behind the words.
struct Mark {
    label: &'static str,
    key: Key,
    keys: &'static str,
    around: (&'static str, &'static str),
}

const MARKS: [Mark; 4] = [
    Mark { label: "Bold", key: Key::B, keys: "Ctrl+B", around: ("**", "**") },
    Mark { label: "Italic", key: Key::I, keys: "Ctrl+I", around: ("*", "*") },
    Mark { label: "Code", key: Key::E, keys: "Ctrl+E", around: ("`", "`") },
    Mark { label: "Formula", key: Key::M, keys: "Ctrl+M", around: ("$", "$") },
];

/// Takes the keys of the marks while a field has the keyboard that shows them.
pub(super) fn listen(ui: &Ui, pen: &mut Pen<'_>) {
    let Some(field) = pen.state.last.filter(|field| takes_marks(*field)) else { return };
    if !ui.memory(|memory| memory.has_focus(id_of(field))) {
        return;
    }
    for mark in &MARKS {
        if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, mark.key)) {
            change(pen, field, |text, selected| surrounded(text, selected, mark.around));
        }
    }
}

/// Shows the buttons, and the signs where they are open.
pub(super) fn show(ui: &mut Ui, pen: &mut Pen<'_>) {
    let field = pen.state.last;
    heard::group(ui, Role::Toolbar, "Marks and signs", |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for mark in &MARKS {
                let can_mark = field.filter(|field| takes_marks(*field));
                let name = format!("{} ({})", mark.label, mark.keys);
                let button = Button::quiet(mark.label).name(&name).enabled(can_mark.is_some());
                if ui.add(button).clicked()
                    && let Some(field) = can_mark
                {
                    change(pen, field, |text, selected| surrounded(text, selected, mark.around));
                }
            }
            let label = if pen.state.are_signs_open { "Hide signs" } else { "Signs" };
            if ui.add(Button::quiet(label)).clicked() {
                pen.state.are_signs_open = !pen.state.are_signs_open;
            }
        });
        if pen.state.are_signs_open {
            palette(ui, pen);
        }
    });
}

fn palette(ui: &mut Ui, pen: &mut Pen<'_>) {
    let subjects: Vec<(usize, &str)> =
        SUBJECTS.iter().enumerate().map(|(index, (subject, _))| (index, *subject)).collect();
    if let Some(chosen) = segmented::show(ui, "Signs", &subjects, pen.state.subject) {
        pen.state.subject = chosen;
    }
    let recent: Vec<char> = pen.state.recent_signs.clone();
    let others = SUBJECTS.get(pen.state.subject).map_or("", |(_, signs)| signs).chars();
    let others: Vec<char> = others.filter(|sign| !recent.contains(sign)).collect();
    for signs in [recent, others].into_iter().filter(|signs| !signs.is_empty()) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(2.0, 2.0);
            for sign in signs {
                let label = sign.to_string();
                let button = Button::secondary(&label).enabled(pen.state.last.is_some());
                if ui.add(button).clicked()
                    && let Some(field) = pen.state.last
                {
                    change(pen, field, |text, selected| with_sign(text, selected, sign));
                    use_sign(&mut pen.state.recent_signs, sign);
                }
            }
        });
    }
}

/// A text that was changed, and what is selected in it afterwards, in characters.
type Changed = (String, Range<usize>);

/// Changes the text of a field where the cursor is, and gives the keyboard back to it.
fn change(pen: &mut Pen<'_>, field: FieldName, to: impl Fn(&str, Range<usize>) -> Changed) {
    let selected = pen.state.selected.clone().filter(|_| pen.state.last == Some(field));
    let Some(text) = pen.form.text_mut(field) else { return };
    let end = text.chars().count();
    let selected = selected.map_or(end..end, |selected| selected.start.min(end)..selected.end.min(end));
    let (changed, selected) = to(text, selected);
    *text = changed;
    pen.state.focus = Some(field);
    pen.state.selection = Some(selected);
    pen.has_changed();
}

/// The words that are selected with marks around them; where these stand there already, they are taken off.
fn surrounded(text: &str, selected: Range<usize>, (before, behind): (&str, &str)) -> Changed {
    let [start, end] = [selected.start, selected.end].map(|index| byte_at(text, index));
    let (head, words, tail) = (&text[..start], &text[start..end], &text[end..]);
    let length = before.chars().count();
    if let (Some(head), Some(tail)) = (head.strip_suffix(before), tail.strip_prefix(behind))
        && !words.is_empty()
    {
        return ([head, words, tail].concat(), selected.start - length..selected.end - length);
    }
    ([head, before, words, behind, tail].concat(), selected.start + length..selected.end + length)
}

fn with_sign(text: &str, selected: Range<usize>, sign: char) -> Changed {
    let [start, end] = [selected.start, selected.end].map(|index| byte_at(text, index));
    let next = selected.start + 1;
    (format!("{}{sign}{}", &text[..start], &text[end..]), next..next)
}

fn byte_at(text: &str, index: usize) -> usize {
    text.char_indices().nth(index).map_or(text.len(), |(at, _)| at)
}

/// Whether what is typed in a field is shown as CommonMark.
fn takes_marks(field: FieldName) -> bool {
    use crate::author::form::RowList;
    match field {
        FieldName::Row(RowList::Accept | RowList::Reject | RowList::Truth, _) => false,
        FieldName::Prompt
        | FieldName::Explanation
        | FieldName::Row(..)
        | FieldName::Said(..)
        | FieldName::OtherSaid(_)
        | FieldName::Left(_)
        | FieldName::RightSide(_)
        | FieldName::GroupName(_)
        | FieldName::ClozeText
        | FieldName::SpotSaid(_)
        | FieldName::RecallAnswer => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_around_the_words_and_come_off_again() {
        let (text, selected) = surrounded("Größe x", 0..5, ("**", "**"));
        assert_eq!((text.as_str(), selected.clone()), ("**Größe** x", 2..7));
        assert_eq!(surrounded(&text, selected, ("**", "**")), ("Größe x".to_owned(), 0..5));
        assert_eq!(surrounded("ab", 1..1, ("$", "$")), ("a$$b".to_owned(), 2..2));
    }

    #[test]
    fn a_sign_takes_the_place_of_what_is_selected() {
        assert_eq!(with_sign("aöb", 1..2, '→'), ("a→b".to_owned(), 2..2));
        assert_eq!(with_sign("", 0..0, 'µ'), ("µ".to_owned(), 1..1));
    }
}
