//! What can be practised beside today's questions: one press each. Begins nothing itself.

use crate::app::action::{Action, Selection};
use crate::app::state::agenda::Agenda;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, form, heard, icon, row, text};
use crate::app::wording::words;
use egui::{Ui, vec2};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{ICON_CANCEL, ICON_FIBER_NEW, ICON_FLAG, ICON_PSYCHOLOGY_ALT, ICON_TRENDING_DOWN};

/// A line: its sign, what it is, what is in it, and what a press begins.
struct Line {
    sign: MaterialIcon,
    name: String,
    about: String,
    selection: Option<Selection>,
}

/// Shows the lists, empty ones too: what there could be is worth knowing.
pub(super) fn show(ui: &mut Ui, agenda: &Agenda, actions: &mut Vec<Action>) {
    text::heading(ui, "Practise something else");
    card::show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        for (place, line) in lines(agenda).into_iter().enumerate() {
            if place > 0 {
                form::rule(ui);
            }
            show_line(ui, &line, actions);
        }
    });
    ui.add_space(16.0);
}

fn lines(agenda: &Agenda) -> Vec<Line> {
    let count = |count: usize, none: &str, some: &str| match count {
        0 => none.to_owned(),
        count => format!("{} {some}", words::count(count, "question")),
    };
    let of = |count: usize, selection: Selection| (count > 0).then_some(selection);
    let banks: std::collections::HashSet<&str> = agenda.mistakes.iter().map(|mistake| &*mistake.bank_id).collect();
    let across = format!("last answered less than right, across {}", words::count(banks.len(), "bank"));
    let no_mistakes =
        if agenda.met > 0 { "None: your last answer to every question was right" } else { "Nothing was answered yet" };
    let follows_any = agenda.banks.iter().any(|line| line.is_followed);
    let all_met = if follows_any {
        "You have met every question"
    } else {
        "You follow no bank yet: practise one, or choose Review for it below"
    };
    let mut lines = vec![
        Line {
            sign: ICON_CANCEL,
            name: "Mistakes".to_owned(),
            about: count(agenda.mistakes.len(), no_mistakes, &across),
            selection: of(agenda.mistakes.len(), Selection::Mistakes),
        },
        Line {
            sign: ICON_FLAG,
            name: "Flagged".to_owned(),
            about: count(agenda.flagged.len(), "No question is flagged", "flagged to look at again"),
            selection: of(agenda.flagged.len(), Selection::Flagged),
        },
    ];
    lines.extend(agenda.weakest.iter().enumerate().map(|(place, topic)| {
        let name = if topic.topic.is_empty() { topic.bank_title.clone() } else { topic.topic.clone() };
        Line {
            sign: ICON_TRENDING_DOWN,
            name: name.replace('/', " · "),
            about: format!(
                "{} known, among your weakest topics · {}",
                words::percent(100.0 * topic.recall),
                topic.bank_title
            ),
            selection: Some(Selection::WeakestTopic(place)),
        }
    }));
    lines.push(Line {
        sign: ICON_FIBER_NEW,
        name: "Not yet met".to_owned(),
        about: count(agenda.not_met.len(), all_met, "in the banks that you follow"),
        selection: of(agenda.not_met.len(), Selection::NotYetMet),
    });
    if !agenda.stubborn.is_empty() {
        lines.push(Line {
            sign: ICON_PSYCHOLOGY_ALT,
            name: "Stubborn".to_owned(),
            about: "Missed on 8 days though once known: read their explanations, or tell your teacher".to_owned(),
            selection: Some(Selection::Stubborn),
        });
    }
    lines
}

fn show_line(ui: &mut Ui, line: &Line, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing = vec2(12.0, 4.0);
    let left = |ui: &mut Ui| {
        icon::show(ui, line.sign, 20.0, theme.palette.accent);
        ui.vertical(|ui| {
            text::paragraph(ui, &*line.name, theme.strong(), theme.palette.text);
            text::small(ui, &*line.about);
        });
    };
    let name = format!("Practise: {}", line.name);
    let button = Button::secondary("Practise").name(&name).enabled(line.selection.is_some());
    let is_pressed = row::split(ui, left, |ui| {
        let response = ui.add(button);
        heard::describe(&response, &line.about);
        response.clicked()
    })
    .1;
    actions.extend(line.selection.filter(|_| is_pressed).map(Action::PractiseSelection));
}
