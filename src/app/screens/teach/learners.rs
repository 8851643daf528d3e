//! The table of learners: score and quizzes of each.

use super::looks::look;
use super::table::{self, Selected, Table};
use crate::app::action::{Action, Sort, TeachDeed, TeachPage};
use crate::app::state::class_view::ClassView;
use crate::app::state::model::Model;
use crate::app::theme::Theme;
use crate::app::widgets::{bar, card, field, form, text};
use crate::app::wording::words;
use crate::class::LearnerFigures;
use egui::{Align, Layout, Rect, Sense, Ui, pos2, vec2};

/// Shows the learners.
pub(super) fn show(ui: &mut Ui, model: &Model, view: &ClassView, selected: &mut Selected, actions: &mut Vec<Action>) {
    card::show(ui, |ui| {
        let theme = Theme::of(ui.ctx());
        let now = &model.teach.look;
        let mut typed = now.words.clone();
        let width = (240.0 * theme.text_scale).min(ui.available_width());
        ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            field::show(ui, "Find a learner", &mut typed, "");
        });
        if typed != now.words {
            actions.push(look(model, |look| look.words = typed));
        }
        let shown = &model.teach.learners;
        if shown.is_empty() {
            form::rule(ui);
            text::soft(ui, "Nobody fits. Take a word away.");
            return;
        }
        headings(ui, model, actions);
        let table = Table { name: "Learners", count: shown.len(), height: 44.0 * theme.text_scale };
        let learner = |row: usize| &view.figures.learner_figures[shown[row] as usize];
        let spoken = |row: usize| {
            let learner = learner(row);
            format!("{}: {}, {}", model.teach.name_of(learner.learner), score(learner), extent(learner))
        };
        let paint = |ui: &Ui, place: Rect, row: usize| paint(ui, model, place, learner(row));
        if let Some(row) = table.show(ui, selected, spoken, paint) {
            actions.push(Action::Teach(TeachDeed::Open(TeachPage::Learner(learner(row).learner))));
        }
    });
}

fn score(learner: &LearnerFigures) -> String {
    learner.percent.map_or("no points".to_owned(), words::percent)
}

fn extent(learner: &LearnerFigures) -> String {
    let quizzes = match learner.sittings {
        1 => "1 quiz".to_owned(),
        quizzes => format!("{quizzes} quizzes"),
    };
    format!("n {} in {quizzes}", learner.answers)
}

/// Where the cells of a row stand: name, score, bar, extent.
fn columns(ui: &Ui, row: Rect) -> [Rect; 4] {
    let scale = Theme::of(ui.ctx()).text_scale;
    let name = (row.width() * 0.38).max(60.0);
    let widths = [name, 70.0 * scale, (row.width() * 0.22).max(20.0)];
    let mut left = row.left();
    let mut cell = |width: f32| {
        let cell = Rect::from_min_size(pos2(left, row.top()), vec2(width, row.height()));
        left += width + 12.0;
        cell
    };
    let [name, score, bar] = widths.map(&mut cell);
    [name, score, bar, Rect::from_min_max(pos2(bar.right() + 12.0, row.top()), row.right_bottom())]
}

fn headings(ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0 * theme.text_scale), Sense::hover());
    let [name, score, ..] = columns(ui, rect.shrink2(vec2(10.0, 0.0)));
    let now = &model.teach.look;
    let is_by_name = now.sort == Sort::Prompt;
    let sorts = [
        (name, "Learner", "Sort by name", Sort::Prompt, is_by_name),
        (score, "Score", "Sort by score", Sort::Score, !is_by_name),
    ];
    for (cell, label, spoken, sort, is_current) in sorts {
        if table::heading(ui, cell, label, spoken, is_current.then_some(now.is_reversed)) {
            let is_reversed = is_current && !now.is_reversed;
            actions.push(look(model, |look| (look.sort, look.is_reversed) = (sort, is_reversed)));
        }
    }
}

fn paint(ui: &Ui, model: &Model, row: Rect, learner: &LearnerFigures) {
    let theme = Theme::of(ui.ctx());
    let palette = &theme.palette;
    let [name, percent, track, rest] = columns(ui, row);
    table::words(ui, name, &model.teach.name_of(learner.learner), theme.body(), palette.text, 1);
    table::words(ui, percent, &score(learner), theme.mono(), palette.text, 1);
    let share = learner.percent.unwrap_or(0.0) / 100.0;
    let track = Rect::from_center_size(track.center(), vec2(track.width(), 6.0));
    bar::paint(ui, track, share.clamp(0.0, 1.0) as f32);
    table::words(ui, rest, &extent(learner), theme.small(), palette.soft, 1);
}
