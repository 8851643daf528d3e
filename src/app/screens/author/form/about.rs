//! What every question has besides its answer: why, topic and source, and the rarer fields behind a button.

use super::pen::{Bare, Pen};
use super::rows::Rows;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, heard, text};
use crate::author::form::{CiteRow, FieldName, Form, OtherSaid, RowList};
use crate::bank::Kind;
use egui::{Role, Ui};
use egui_material_icons::icons::{ICON_ADD, ICON_CLOSE, ICON_EXPAND_LESS, ICON_EXPAND_MORE};

/// So many words to complete from are offered at once.
const OFFERED: usize = 6;

pub(super) fn show(ui: &mut Ui, pen: &mut Pen<'_>) {
    pen.area(ui, FieldName::Explanation, "Explanation, shown after the answer", 3);
    pen.line(ui, FieldName::Topic, "Topic", "for example Rivers/Europe");
    let topics: Vec<(&str, &str)> = pen.context.topics.iter().map(|topic| (topic.as_str(), topic.as_str())).collect();
    offer(ui, pen, FieldName::Topic, &topics);
    cites(ui, pen);
    let is_open =
        pen.state.is_more_open || has_more(pen.form) || pen.context.faults.iter().any(|fault| is_more(fault.field));
    let (label, sign) =
        if is_open { ("Fewer fields", ICON_EXPAND_LESS) } else { ("Hints, points and more", ICON_EXPAND_MORE) };
    if !has_more(pen.form) && ui.add(Button::quiet(label).icon(sign).in_line()).clicked() {
        pen.state.is_more_open = !is_open;
    }
    if is_open {
        more(ui, pen);
    }
}

/// Whether something stands in the rarer fields, so that they are not hidden.
fn has_more(form: &Form) -> bool {
    let texts = [&form.hint_cost, &form.points, &form.difficulty];
    let has_alt = !has_picture_of_its_own(form) && !form.alt.is_empty();
    has_alt || !form.hints.is_empty() || !form.others_said.is_empty() || texts.iter().any(|text| !text.is_empty())
}

/// Whether the words for the picture stand beside the picture.
fn has_picture_of_its_own(form: &Form) -> bool {
    form.kind == Kind::Hotspot
}

fn is_more(field: FieldName) -> bool {
    matches!(field, FieldName::Points | FieldName::Difficulty | FieldName::HintCost | FieldName::Id)
}

fn more(ui: &mut Ui, pen: &mut Pen<'_>) {
    let hints = Rows {
        list: RowList::Hint,
        label: "Hints, one after the other",
        one: "Hint",
        of: "",
        has_feedback: false,
        least: 0,
        can_grow: true,
        beside: None,
    };
    hints.show(ui, pen);
    ui.columns(3, |columns| {
        pen.line(&mut columns[0], FieldName::HintCost, "What a hint costs, 0 to 1", "0");
        pen.line(&mut columns[1], FieldName::Points, "Points", "1");
        pen.line(&mut columns[2], FieldName::Difficulty, "Difficulty, 0 to 1", "unknown");
    });
    if !has_picture_of_its_own(pen.form) {
        pen.line(ui, FieldName::Alt, "Words for the picture, for those who cannot see it", "");
    }
    others_said(ui, pen);
    pen.line(ui, FieldName::Id, "Id: results are kept under it, so it never changes", "");
}

fn others_said(ui: &mut Ui, pen: &mut Pen<'_>) {
    let mut removed = None;
    heard::group(ui, Role::Group, "Feedback to other answers", |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        text::small(ui, "Feedback to other answers: what was typed, or a pair such as “Volga = Baltic Sea”");
        for index in 0..pen.form.others_said.len() {
            let [answer, said] = [FieldName::OtherAnswer(index), FieldName::OtherSaid(index)];
            let names = [format!("Other answer {}", index + 1), format!("Feedback to other answer {}", index + 1)];
            if two(ui, pen, [(answer, &names[0]), (said, &names[1])], &format!("Remove other answer {}", index + 1)) {
                removed = Some(index);
            }
        }
    });
    if let Some(index) = removed {
        pen.form.others_said.remove(index);
        pen.has_changed();
    }
    if ui.add(Button::quiet("Add feedback to another answer").icon(ICON_ADD).in_line()).clicked() {
        pen.form.others_said.push(OtherSaid::default());
        pen.state.focus = Some(FieldName::OtherAnswer(pen.form.others_said.len() - 1));
    }
}

/// Two fields in a row and a button that takes the row away; gives back whether it was pressed.
fn two(ui: &mut Ui, pen: &mut Pen<'_>, fields: [(FieldName, &str); 2], remove: &str) -> bool {
    let button = 44.0 * Theme::of(ui.ctx()).text_scale;
    let is_pressed = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let width = ((ui.available_width() - button - 12.0) / 2.0).max(60.0);
        for (field, name) in fields {
            pen.bare(ui, field, Bare { name, example: "", lines: 1, width, is_small: false });
        }
        ui.add(Button::icon_only(ICON_CLOSE, remove)).clicked()
    });
    for (field, _) in fields {
        pen.faults(ui, field);
    }
    is_pressed.inner
}

fn cites(ui: &mut Ui, pen: &mut Pen<'_>) {
    let mut removed = None;
    heard::leave_out(&text::small(ui, "Source, and the page or section in it"));
    for index in 0..pen.form.cites.len() {
        let [source, place] = [FieldName::CiteSource(index), FieldName::CitePlace(index)];
        let names = [format!("Source {}", index + 1), format!("Place in source {}", index + 1)];
        if two(ui, pen, [(source, &names[0]), (place, &names[1])], &format!("Remove source {}", index + 1)) {
            removed = Some(index);
        }
        let known = pen.context.sources;
        let sources: Vec<(&str, &str)> = known.iter().map(|(key, title)| (key.as_str(), title.as_str())).collect();
        offer(ui, pen, source, &sources);
    }
    if let Some(index) = removed {
        pen.form.cites.remove(index);
        pen.has_changed();
    }
    if ui.add(Button::quiet("Add source").icon(ICON_ADD).in_line()).clicked() {
        pen.form.cites.push(CiteRow::default());
        pen.state.focus = Some(FieldName::CiteSource(pen.form.cites.len() - 1));
    }
}

/// Offers what completes a field, below it while it is the one that is typed in: what is written, and what it is called.
fn offer(ui: &mut Ui, pen: &mut Pen<'_>, field: FieldName, known: &[(&str, &str)]) {
    if pen.state.last != Some(field) {
        return;
    }
    let typed = pen.form.text_of(field).unwrap_or_default();
    let fit = fitting(&typed, known);
    if fit.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (written, called) in fit {
            let label = if written == called { written.to_owned() } else { format!("{called} ({written})") };
            if ui.add(Button::secondary(&label)).clicked()
                && let Some(text) = pen.form.text_mut(field)
            {
                written.clone_into(text);
                pen.state.focus = Some(field);
                pen.has_changed();
            }
        }
    });
}

/// What begins with the typed text first, then what holds it; nothing where it is written out already.
fn fitting<'k>(typed: &str, known: &[(&'k str, &'k str)]) -> Vec<(&'k str, &'k str)> {
    let typed = typed.trim().to_lowercase();
    if known.iter().any(|(written, _)| written.to_lowercase() == typed) {
        return Vec::new();
    }
    let begins = |(written, called): &&(&str, &str)| {
        written.to_lowercase().starts_with(&typed) || called.to_lowercase().starts_with(&typed)
    };
    let holds = |(written, called): &&(&str, &str)| {
        written.to_lowercase().contains(&typed) || called.to_lowercase().contains(&typed)
    };
    let first = known.iter().filter(begins);
    let then = known.iter().filter(|one| !begins(one) && holds(one));
    first.chain(then).take(OFFERED).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_with_the_typed_text_is_offered_first() {
        let known = [("Seas", "Seas"), ("Rivers/Asia", "Rivers/Asia"), ("Rivers", "Rivers")];
        let found = |typed| fitting(typed, &known).into_iter().map(|(written, _)| written).collect::<Vec<_>>();
        assert_eq!(found("riv"), ["Rivers/Asia", "Rivers"]);
        assert_eq!(found("as"), ["Seas", "Rivers/Asia"]);
        assert_eq!(found("seas"), Vec::<&str>::new());
        assert_eq!(found("x"), Vec::<&str>::new());
        assert_eq!(found("").len(), 3);
    }
}
