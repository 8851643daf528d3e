//! The kinds of answer as a list in groups, each with a line that tells what it is for. Knows no fields.

use super::pen::Pen;
use super::words;
use crate::app::widgets::{Button, Menu, text};
use crate::app::wording::kind_words;
use crate::bank::Kind;
use egui::Ui;
use egui_material_icons::icons::ICON_ARROW_DROP_DOWN;

/// What learners do, and the kinds in which they do it.
const GROUPS: [(&str, &[Kind]); 5] = [
    ("Choose", &[Kind::Choice, Kind::Choices, Kind::TrueFalse]),
    ("Type", &[Kind::Number, Kind::Text, Kind::Cloze, Kind::Calculated]),
    ("Arrange", &[Kind::Order, Kind::Match, Kind::Categorise]),
    ("Place", &[Kind::Hotspot]),
    ("Remember", &[Kind::Recall]),
];

pub(super) fn show(ui: &mut Ui, pen: &mut Pen<'_>) {
    let kind = pen.form.kind;
    let mut menu = Menu::new("Kind of answer");
    for (group, kinds) in GROUPS {
        menu = menu.heading(group);
        for one in kinds {
            menu = menu.explained_choice(kind_words::name(*one), words::purpose(*one), *one == kind, *one);
        }
    }
    let name = format!("Kind of answer: {}", kind_words::name(kind));
    let face = Button::secondary(kind_words::name(kind)).name(&name).trailing(ICON_ARROW_DROP_DOWN);
    if let Some(chosen) = menu.show(ui, face)
        && chosen != kind
    {
        pen.form.set_kind(chosen);
        pen.state.tried.clear();
        pen.has_changed();
    }
    text::small(ui, words::marked(pen.form.kind));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_stands_in_one_group() {
        let mut listed: Vec<Kind> = GROUPS.iter().flat_map(|(_, kinds)| kinds.iter().copied()).collect();
        listed.sort_unstable();
        assert_eq!(listed, Kind::ALL);
    }
}
