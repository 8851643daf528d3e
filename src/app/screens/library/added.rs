//! What came of adding a bank that is not whole: what can be played, what was left out, and where.

use crate::app::action::{Action, BankRef};
use crate::app::screens::frame;
use crate::app::state::added::AddedBank;
use crate::app::state::bank_read::FoundProblem;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, icon, row, text};
use crate::app::wording::words;
use egui::{Align, Layout, Ui};
use egui_material_icons::icons::{ICON_ERROR, ICON_WARNING};

/// Width of the card from which its buttons stand beside its words, at normal text size.
const ONE_LINE_WIDTH: f32 = 640.0;

/// How many problems the card of a bank that was just added names.
const MOST_PROBLEMS: usize = 6;

/// Shows the card.
pub(super) fn show(ui: &mut Ui, added: &AddedBank, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let is_wide = ui.available_width() >= ONE_LINE_WIDTH * theme.text_scale;
    card::edged(ui, theme.palette.amber, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        let told = |ui: &mut Ui| {
            icon::show(ui, ICON_WARNING, 20.0, theme.palette.amber);
            ui.with_layout(Layout::top_down(Align::Min), |ui| added_words(ui, added));
        };
        if is_wide {
            let (_, wish) = row::split_top(ui, told, |ui| buttons(ui, added));
            actions.extend(wish);
        } else {
            ui.horizontal_top(told);
        }
        for problem in added.problems.iter().take(MOST_PROBLEMS) {
            added_problem(ui, problem);
        }
        let more = added.problem_count.saturating_sub(MOST_PROBLEMS.min(added.problems.len()));
        if more > 0 {
            text::small(ui, format!("and {more} more"));
        }
        if !is_wide {
            actions.extend(ui.horizontal_wrapped(|ui| buttons(ui, added)).inner);
        }
    });
}

fn buttons(ui: &mut Ui, added: &AddedBank) -> Option<Action> {
    let practise = added.playable_id.as_ref().and_then(|id| {
        let name = format!("Practise what is left of {}", added.title);
        let practises = ui.add(Button::secondary("Practise").name(&name)).clicked();
        practises.then(|| Action::SetUp { bank_id: id.clone(), mode: None, topic: None })
    });
    let mends = frame::primary(ui, Button::primary("Mend it").key("Enter").name(&format!("Mend {}", added.title)));
    practise.or(mends.then(|| mend(added)))
}

fn added_words(ui: &mut Ui, added: &AddedBank) {
    let words = match (&added.playable_id, added.left_out) {
        (None, _) => format!("{} was added, but cannot be played yet", added.title),
        (Some(_), 0) => format!("{} was added, with {}", added.title, words::count(added.problem_count, "problem")),
        (Some(_), left_out) => {
            let all = words::count(added.askable + left_out, "question");
            format!("{} was added: {} of {all} can be asked", added.title, added.askable)
        }
    };
    let heading = text::heading(ui, words);
    frame::announce(ui, heading.id);
    if !added.failure.is_empty() && added.problems.is_empty() {
        text::body(ui, &added.failure);
    }
}

/// The place, the question and what is wrong with it, in one line where there is room.
fn added_problem(ui: &mut Ui, problem: &FoundProblem) {
    let theme = Theme::of(ui.ctx());
    // Nothing in the row is pressed, so it is no higher than its words.
    ui.spacing_mut().interact_size.y = 0.0;
    ui.horizontal_wrapped(|ui| {
        icon::show(ui, ICON_ERROR, 16.0, theme.palette.wrong);
        let place = format!("{}:{}", problem.place.line, problem.place.column);
        text::paragraph(ui, place, theme.mono(), theme.palette.soft);
        let question = problem.question.as_ref().map(|id| format!("“{id}”: ")).unwrap_or_default();
        text::paragraph(ui, format!("{question}{}", problem.words), theme.small(), theme.palette.text);
    });
}

/// Leads to what has to be mended.
pub(super) fn mend(added: &AddedBank) -> Action {
    Action::LookAtProblems(BankRef::File(added.stored.clone()))
}
