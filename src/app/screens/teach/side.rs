//! Beside the questions: how the scores are spread, and how each topic went.

use crate::app::plots::class;
use crate::app::screens::progress::table;
use crate::app::state::class_view::ClassView;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, Menu, bar, card, heard, plot, row, text};
use crate::app::wording::{teach_words, words};
use crate::class::TopicFigures;
use egui::{Id, Role, Sense, Ui, vec2};
use egui_material_icons::icons::{ICON_MORE_HORIZ, ICON_TABLE_ROWS};

/// More topics than this are in the table of questions alone, by their menu.
const MOST_TOPICS: usize = 12;

/// Shows both.
pub(super) fn show(ui: &mut Ui, view: &ClassView, is_table: &mut bool) {
    card::show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        heard::group(ui, Role::Group, "Scores", |ui| scores(ui, view, is_table));
        ui.add_space(8.0);
        heard::group(ui, Role::Group, "Topics", |ui| topics(ui, view));
    });
}

fn scores(ui: &mut Ui, view: &ClassView, is_table: &mut bool) {
    let label = if *is_table { "Hide the table" } else { "Show as a table" };
    let heading = |ui: &mut Ui| {
        text::heading(ui, "Scores");
    };
    let menu = |ui: &mut Ui| {
        Menu::new("More about Scores")
            .deed(ICON_TABLE_ROWS, label, ())
            .show(ui, Button::icon_only(ICON_MORE_HORIZ, "More about Scores"))
    };
    if row::split(ui, heading, menu).1.is_some() {
        *is_table = !*is_table;
    }
    let sentence = teach_words::scores(view);
    heard::leave_out(&text::small(ui, sentence.as_str()));
    let drawing = class::scores(view, ui.available_width(), Theme::of(ui.ctx()).small().size);
    plot::show(ui, Id::unique("plot of scores"), &sentence, &drawing);
    if *is_table {
        table::show(ui, "Scores", &class::scores_listed(view));
    }
}

fn topics(ui: &mut Ui, view: &ClassView) {
    text::heading(ui, "Topics");
    let topics = &view.figures.topics;
    topics.iter().take(MOST_TOPICS).for_each(|topic| topic_row(ui, topic));
    if topics.len() > MOST_TOPICS {
        text::small(ui, format!("The first {MOST_TOPICS} of {}.", topics.len()));
    }
}

fn topic_row(ui: &mut Ui, topic: &TopicFigures) {
    let share = topic.facility.unwrap_or(0.0);
    bar_row(ui, &teach_words::topic(&topic.topic), share, topic.answers);
}

/// A name, a share with how many answers it comes from, and a bar below.
pub(super) fn bar_row(ui: &mut Ui, name: &str, share: f64, answers: u32) {
    let theme = Theme::of(ui.ctx());
    let (percent, of) = (words::percent(100.0 * share), format!("n {answers}"));
    let id = ui.scope_id().with(("bar", name));
    let spoken = format!("{name}: {percent} of the points, {}", words::count(answers as usize, "answer"));
    let shown = heard::reading(ui, id, &spoken, |ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            let left = |ui: &mut Ui| heard::leave_out(&text::line(ui, name, theme.body(), theme.palette.text));
            let right = |ui: &mut Ui| {
                let words = format!("{percent} · {of}");
                heard::leave_out(&text::line(ui, words, theme.small(), theme.palette.soft));
            };
            row::split(ui, left, right);
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width().max(8.0), 6.0), Sense::hover());
            bar::paint(ui, rect, share.clamp(0.0, 1.0) as f32);
        });
    });
    if shown.response.has_focus() {
        let rect = shown.response.rect.expand(2.0);
        ui.painter().rect_stroke(rect, 4.0, theme.focus_stroke(), egui::StrokeKind::Outside);
    }
}
