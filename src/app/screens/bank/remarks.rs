//! What learners said about the questions of a bank, for its teacher. Changes nothing.

use crate::app::state::bank_page::BankPage;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, text};
use crate::app::wording::words;
use crate::bank::Survey;
use crate::history::Remark;
use egui::Ui;
use egui_material_icons::icons::ICON_CHAT;

/// Shows how much was said about the bank, as the way to the next question about which something was; gives that back when it
/// is pressed.
pub(super) fn way(ui: &mut Ui, page: &BankPage, survey: &Survey) -> Option<usize> {
    let is_here = |remark: &&Remark| survey.questions.iter().any(|question| *question.id == *remark.question_id);
    let label = match page.remarks.iter().filter(is_here).count() {
        0 => return None,
        1 => "1 remark by a learner".to_owned(),
        count => format!("{count} remarks by learners"),
    };
    let is_pressed = ui.add(Button::quiet(&label).icon(ICON_CHAT).in_line()).clicked();
    is_pressed.then(|| next(page, survey)).flatten()
}

/// The next question after the one that is shown about which something was said, going round.
fn next(page: &BankPage, survey: &Survey) -> Option<usize> {
    let is_told = |index: &usize| page.remarks.iter().any(|remark| *remark.question_id == *survey.questions[*index].id);
    let told: Vec<usize> = (0..survey.questions.len()).filter(is_told).collect();
    let after = page.selected.and_then(|shown| told.iter().find(|index| **index > shown));
    after.or(told.first()).copied()
}

/// Shows what was said about the question of that id, newest first; nothing where nothing was.
pub(super) fn show(ui: &mut Ui, page: &BankPage, question_id: &str) {
    let mut said = page.remarks.iter().filter(|remark| remark.question_id == question_id).peekable();
    if said.peek().is_none() {
        return;
    }
    let theme = Theme::of(ui.ctx());
    ui.add_space(12.0);
    text::heading(ui, "What learners said");
    card::edged(ui, theme.palette.amber, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        for remark in said {
            if !remark.words.is_empty() {
                text::body(ui, format!("“{}”", remark.words));
            }
            text::small(ui, about(remark, page));
        }
    });
}

/// `Ada, today · answered “59 kJ” and says that it was right`.
fn about(remark: &Remark, page: &BankPage) -> String {
    let when = words::day(remark.sat_at, page.listed_at);
    let answered = match (remark.response.is_empty(), remark.is_overruled) {
        (true, _) => String::new(),
        (false, true) => format!(" · answered “{}” and says that it was right", remark.response),
        (false, false) => format!(" · answered “{}”", remark.response),
    };
    format!("{}, {when}{answered}", remark.learner_name)
}
