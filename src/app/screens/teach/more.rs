//! More figures: the shape of the scores, consistency with its interval, and the weight of each question.

use super::question::figure;
use super::table::{self, Selected, Table};
use crate::app::action::{Action, TeachDeed, TeachPage};
use crate::app::state::class_view::ClassView;
use crate::app::state::model::Model;
use crate::app::theme::Theme;
use crate::app::widgets::{card, page, text};
use crate::app::wording::{teach_words, words};
use crate::class::{ClassFigures, ItemFigures, Trust};
use egui::{Rect, Sense, Ui, pos2, vec2};

/// Shows the figures.
pub(super) fn show(ui: &mut Ui, model: &Model, view: &ClassView, selected: &mut Selected, actions: &mut Vec<Action>) {
    card::show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        text::heading(ui, "Scores and consistency");
        for (what, shown, meaning) in of_class(&view.figures) {
            figure(ui, what, &shown, &meaning);
        }
    });
    page::gap(ui);
    weights(ui, model, view, selected, actions);
}

fn of_class(figures: &ClassFigures) -> Vec<(&'static str, String, String)> {
    let (scores, n) = (&figures.scores, figures.sittings);
    let percent = |value: Option<f64>| value.map_or("–".to_owned(), words::percent);
    let two = |value: Option<f64>| value.map_or("–".to_owned(), teach_words::share);
    let mut told = vec![
        ("Median", percent(scores.median_percent), format!("Half of the scores are no higher; n {n}.")),
        ("Skewness", two(scores.skewness), format!("Below 0: a tail of low scores; above: of high ones; n {n}.")),
        ("Kurtosis", two(scores.kurtosis), format!("0 as in a bell curve; above: more extreme scores; n {n}.")),
    ];
    let trusted = figures.consistency_basis.filter(|basis| Trust::consistency(basis).is_shown());
    if let Some(basis) = trusted {
        let share = |value: Option<f64>| two(value.map(|value| value / 100.0));
        let source = if basis.is_from_rasch {
            "person reliability of the Rasch fit, since too few had the same questions"
        } else {
            "Cronbach’s α"
        };
        told.push((
            "Consistency",
            share(figures.internal_consistency),
            format!(
                "Most likely between {} and {}; {source}, over {} learners and {} questions.",
                share(figures.consistency_low),
                share(figures.consistency_high),
                basis.learners,
                basis.questions
            ),
        ));
        told.push((
            "Error ratio",
            percent(figures.error_ratio),
            "So much of the spread of scores is chance.".to_owned(),
        ));
    }
    if let Some(rasch) = &figures.rasch {
        told.push((
            "Spread of learners",
            teach_words::share(rasch.sigma),
            "Standard deviation by the Rasch fit, in logits.".to_owned(),
        ));
    }
    told
}

const COLUMNS: [&str; 7] = ["Question", "n", "Weight", "Effective", "Efficiency", "Guess", "Difficulty"];

fn weights(ui: &mut Ui, model: &Model, view: &ClassView, selected: &mut Selected, actions: &mut Vec<Action>) {
    card::show(ui, |ui| {
        text::heading(ui, "Weights of the questions");
        text::small(
            ui,
            "Weight: share of the points. Effective: share in the spread of scores. Efficiency: discrimination as a share of \
             the best possible. Guess: score of a guess. Difficulty: by the Rasch fit, in logits.",
        );
        let theme = Theme::of(ui.ctx());
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0 * theme.text_scale), Sense::hover());
        for (cell, label) in cells(ui, rect.shrink2(vec2(10.0, 0.0))).into_iter().zip(COLUMNS) {
            table::words(ui, cell, label, theme.small(), theme.palette.soft, 1);
        }
        let shown = &model.teach.questions;
        let item = |row: usize| &view.figures.items[shown[row] as usize];
        let table = Table { name: "Weights", count: shown.len(), height: 44.0 * theme.text_scale };
        let spoken = |row: usize| {
            let texts = texts(view, item(row));
            let named = COLUMNS.iter().zip(&texts).skip(1).map(|(column, text)| format!("{column} {text}"));
            format!("{}; {}", texts[0], named.collect::<Vec<_>>().join(", "))
        };
        let paint = |ui: &Ui, place: Rect, row: usize| {
            for (at, (cell, text)) in cells(ui, place).into_iter().zip(texts(view, item(row))).enumerate() {
                let font = if at == 0 { theme.body() } else { theme.mono() };
                table::words(ui, cell, &text, font, theme.palette.text, 1);
            }
        };
        if let Some(row) = table.show(ui, selected, spoken, paint) {
            actions.push(Action::Teach(TeachDeed::Open(TeachPage::Question(item(row).question))));
        }
    });
}

fn cells(ui: &Ui, row: Rect) -> [Rect; 7] {
    let scale = Theme::of(ui.ctx()).text_scale;
    let figures = [44.0, 76.0, 86.0, 90.0, 76.0, 130.0].map(|width| width * scale);
    let first = (row.width() - figures.iter().sum::<f32>() - 12.0).max(60.0);
    let mut left = row.left();
    let mut cell = |width: f32, gap: f32| {
        let cell = Rect::from_min_size(pos2(left, row.top()), vec2(width, row.height()));
        left += width + gap;
        cell
    };
    let prompt = cell(first, 12.0);
    let [n, weight, effective, efficiency, guess, difficulty] = figures.map(|width| cell(width, 0.0));
    [prompt, n, weight, effective, efficiency, guess, difficulty]
}

fn texts(view: &ClassView, item: &ItemFigures) -> [String; 7] {
    let percent = |value: Option<f64>| value.map_or("–".to_owned(), words::percent);
    let is_shown = Trust::discrimination(item.attempts).is_shown();
    let rasch = item.rasch.filter(|_| Trust::rasch(item.attempts).is_shown());
    let difficulty = rasch.map_or("too few".to_owned(), |rasch| {
        format!("{} ± {}", teach_words::share(rasch.difficulty), teach_words::share(rasch.standard_error))
    });
    [
        teach_words::prompt(&view.class.questions[item.question as usize]),
        item.attempts.to_string(),
        percent(item.intended_weight),
        if is_shown { percent(item.effective_weight) } else { "too few".to_owned() },
        if is_shown { percent(item.discriminative_efficiency) } else { "too few".to_owned() },
        percent(item.random_guess),
        difficulty,
    ]
}
