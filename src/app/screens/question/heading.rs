//! What stands above an answer: topic, kind and prompt, seen and heard.

use crate::app::widgets::{chip, rich_text, text};
use crate::app::wording::kind_words;
use crate::app::wording::words;
use crate::bank::Question;
use crate::sitting::Turn;
use egui::Ui;

/// Topic, kind and prompt.
pub fn head(ui: &mut Ui, turn: &Turn) {
    let question = &turn.item.question;
    ui.horizontal_wrapped(|ui| {
        if !question.topic.is_empty() {
            chip::show(ui, question.topic_name());
        }
        text::small(ui, task_words(question));
        if turn.is_second_try() {
            chip::amber(ui, "Second try, not scored");
        }
    });
    ui.add_space(4.0);
    rich_text::title(ui, &question.prompt);
}

/// What a screen reader says when the focus comes to the question: its place, such as `Question 3 of 12`, its kind and the
/// prompt.
pub fn spoken(turn: &Turn, place: Option<&str>) -> String {
    let question = &turn.item.question;
    let prompt = rich_text::one_line(&question.prompt);
    let place = place.map_or_else(String::new, |place| match turn.is_second_try() {
        true => format!("{place}, not scored"),
        false => place.to_owned(),
    });
    let kind = task_words(question);
    let kind = if prompt.trim_end_matches('.') == kind { String::new() } else { kind };
    words::sentences([place, kind, prompt.into_owned()])
}

fn task_words(question: &Question) -> String {
    let words = kind_words::task(question.kind());
    if question.points == 1.0 { words.to_owned() } else { format!("{words} · {} points", question.points) }
}
