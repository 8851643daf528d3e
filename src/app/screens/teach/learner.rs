//! The page of a learner: score, quizzes, topics, mistakes, and what is most likely still known on a day.

use super::{recall, side};
use crate::app::action::{Action, TeachDeed, TeachPage};
use crate::app::screens::frame;
use crate::app::state::class_view::ClassView;
use crate::app::state::model::Model;
use crate::app::state::teach_details::{LearnerDetail, Mistake, SittingLine};
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, form, page, row, text};
use crate::app::wording::{teach_words, words};
use crate::moment::Moment;
use crate::sitting::{State, Verdict};
use crate::text::plain;
use egui::Ui;
use egui_material_icons::icons::ICON_ARROW_BACK;

/// So many mistakes are shown; the table of questions has the rest.
const MOST_MISTAKES: usize = 100;

/// Shows the learner of that place.
pub(super) fn show(
    ui: &mut Ui,
    model: &Model,
    view: &ClassView,
    place: u32,
    day: &mut String,
    actions: &mut Vec<Action>,
) {
    let back = Button::quiet("Class results").icon(ICON_ARROW_BACK).key("Esc").in_line();
    if frame::primary(ui, back) {
        actions.push(Action::Teach(TeachDeed::Close));
    }
    text::title(ui, model.teach.name_of(place));
    let Some(detail) = model.teach.learner.as_ref().filter(|detail| detail.learner == place) else { return };
    let known = view.figures.learner_figures.iter().find(|known| known.learner == place);
    let percent = known.and_then(|known| known.percent).map_or(String::new(), |percent| {
        let mean = view
            .figures
            .scores
            .mean_percent
            .map_or(String::new(), |mean| format!(" (the mean of the class is {})", words::percent(mean)));
        format!("{}{mean} · ", words::percent(percent))
    });
    text::soft(ui, format!("{percent}{}", teach_words::learner_score(view, place)));
    page::gap(ui);
    if !detail.topics.is_empty() {
        card::show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            text::heading(ui, "Topics");
            for (topic, share, answers) in &detail.topics {
                side::bar_row(ui, &teach_words::topic(topic), *share, *answers);
            }
        });
        page::gap(ui);
    }
    mistakes(ui, view, detail, actions);
    page::gap(ui);
    recall::show(ui, model, view, day, actions);
    page::gap(ui);
    card::show(ui, |ui| {
        text::heading(ui, "Quizzes");
        for sitting in &detail.sittings {
            text::body(ui, sitting_words(sitting, model.teach.read_at));
        }
    });
}

fn sitting_words(sitting: &SittingLine, now: Option<Moment>) -> String {
    let day = match (sitting.started_at, now) {
        (Some(started), Some(now)) => words::day(started, now),
        _ => "no date".to_owned(),
    };
    let (score, most) = sitting.score;
    let outcome = match sitting.state {
        State::Finished => format!("{} of {} points", words::points(score), words::points(most)),
        State::InProgress => "not finished, does not count".to_owned(),
        State::Abandoned => "given up, does not count".to_owned(),
    };
    format!("{} · {day} · {outcome}", sitting.title)
}

fn mistakes(ui: &mut Ui, view: &ClassView, detail: &LearnerDetail, actions: &mut Vec<Action>) {
    card::show(ui, |ui| {
        text::heading(ui, words::count(detail.mistakes.len(), "mistake"));
        if detail.mistakes.is_empty() {
            text::soft(ui, "Everything was right the first time.");
        }
        for (place, mistake) in detail.mistakes.iter().take(MOST_MISTAKES).enumerate() {
            form::rule(ui);
            ui.push_id(place, |ui| mistake_row(ui, view, mistake, actions));
        }
        if detail.mistakes.len() > MOST_MISTAKES {
            text::small(ui, format!("The first {MOST_MISTAKES} of {}.", detail.mistakes.len()));
        }
    });
}

fn mistake_row(ui: &mut Ui, view: &ClassView, mistake: &Mistake, actions: &mut Vec<Action>) {
    let prompt = teach_words::prompt(&view.class.questions[mistake.question as usize]);
    let theme = Theme::of(ui.ctx());
    let what = |ui: &mut Ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            text::body(ui, prompt.as_str());
            let answered = match (&mistake.response, mistake.verdict) {
                (None, _) => "Not answered".to_owned(),
                (Some(response), Verdict::Partial) => format!("Partly right: {}", plain(response)),
                (Some(response), _) => format!("Answered: {}", plain(response)),
            };
            text::paragraph(ui, answered, theme.small(), theme.palette.wrong);
            if !mistake.key.is_empty() {
                let right = format!("Right: {}", plain(&mistake.key));
                text::paragraph(ui, right, theme.small(), theme.palette.right);
            }
        });
    };
    let name = format!("See the class on: {prompt}");
    if row::split_top(ui, what, |ui| ui.add(Button::quiet("See the class").name(&name)).clicked()).1 {
        actions.push(Action::Teach(TeachDeed::Open(TeachPage::Question(mistake.question))));
    }
}
