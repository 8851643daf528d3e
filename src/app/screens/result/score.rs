//! The card of a result with the score: the ring, the topics, how sure the learner was, and the details.

use super::words::{away_line, certainty_lines, comparison, time_lines};
use crate::app::screens::frame;
use crate::app::state::handing_in::Delivery;
use crate::app::state::model::Model;
use crate::app::state::result_view::ResultView;
use crate::app::theme::Theme;
use crate::app::widgets::{bar, card, icon, ring, row, text};
use crate::app::wording::{hand_in_words, words};
use crate::sitting::{Sitting, TopicScore};
use egui::{Response, Ui};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{
    ICON_CHECK_CIRCLE, ICON_ERROR, ICON_OUTBOX, ICON_PAUSE_CIRCLE, ICON_SHUFFLE, ICON_TIMER,
};

pub(super) fn show(ui: &mut Ui, model: &Model, result: &ResultView) {
    let sitting = &result.sitting;
    card::show(ui, |ui| {
        ui.vertical_centered(|ui| {
            ring::show(ui, sitting.percent().unwrap_or(0.0) as f32 / 100.0, 168.0, "Score");
            if let Some(line) = comparison(result) {
                text::soft(ui, line);
            }
        });
        let topics = sitting.by_topic();
        if topics.len() > 1 {
            ui.add_space(8.0);
            text::heading(ui, "By topic");
            for score in &topics {
                topic(ui, score);
            }
        }
        if sitting.terms.certainty {
            ui.add_space(8.0);
            text::heading(ui, "How sure you were");
            for line in certainty_lines(sitting) {
                text::small(ui, line);
            }
        }
        ui.add_space(8.0);
        details(ui, sitting);
        delivery(ui, model, sitting);
    });
}

fn topic(ui: &mut Ui, topic: &TopicScore) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().interact_size.y = 0.0;
    let name = if topic.topic.is_empty() { "Other" } else { &topic.topic };
    let points = format!("{} of {}", words::points(topic.score), words::points(topic.max_score));
    let left = |ui: &mut Ui| text::line(ui, name, theme.small(), theme.palette.text);
    row::split(ui, left, |ui| text::small(ui, &points));
    let share = (topic.score / topic.max_score.max(f64::MIN_POSITIVE)) as f32;
    bar::show(ui, share, 6.0, &format!("{name}: {points}"));
}

/// How long it took, whether it was left, and what would draw the same paper again.
fn details(ui: &mut Ui, sitting: &Sitting) {
    ui.spacing_mut().item_spacing.y = 6.0;
    ui.spacing_mut().interact_size.y = 0.0;
    for (place, line) in time_lines(sitting).into_iter().enumerate() {
        detail(ui, (place == 0).then_some(ICON_TIMER), line);
    }
    if let Some(line) = away_line(sitting) {
        detail(ui, Some(ICON_PAUSE_CIRCLE), line);
    }
    detail(ui, Some(ICON_SHUFFLE), format!("Drawn with seed {}", sitting.seed));
}

/// Whether the quiz is handed in, where its learner hands in. A screen reader hears when it is.
fn delivery(ui: &mut Ui, model: &Model, sitting: &Sitting) {
    let Some(delivery) = model.handing_in.delivery(sitting.id) else { return };
    let sign = match delivery {
        Delivery::Arrived => ICON_CHECK_CIRCLE,
        Delivery::UnderWay => ICON_OUTBOX,
        Delivery::Hindered(_) => ICON_ERROR,
    };
    let response = detail(ui, Some(sign), hand_in_words::delivery(delivery));
    frame::announce(ui, response.id);
}

fn detail(ui: &mut Ui, sign: Option<MaterialIcon>, line: String) -> Response {
    const SIZE: f32 = 18.0;
    let theme = Theme::of(ui.ctx());
    ui.horizontal_top(|ui| {
        match sign {
            Some(sign) => icon::show(ui, sign, SIZE, theme.palette.soft),
            None => drop(ui.allocate_space(egui::Vec2::splat(SIZE * theme.text_scale))),
        }
        text::small(ui, line)
    })
    .inner
}
