//! Learners who may be one person. Somebody who knows them decides; nobody is merged silently.

use crate::app::action::{Action, TeachDeed};
use crate::app::state::class_view::ClassView;
use crate::app::state::model::Model;
use crate::app::widgets::{Button, card, form, row, text};
use crate::app::wording::teach_words;
use crate::class::Proposal;
use egui::Ui;

/// So many are asked at once.
const MOST_ASKED: usize = 50;

/// Shows the questions.
pub(super) fn show(ui: &mut Ui, model: &Model, view: &ClassView, actions: &mut Vec<Action>) {
    text::heading(ui, "The same person?");
    card::show(ui, |ui| {
        if model.teach.hides_names {
            text::soft(ui, "Show names to decide.");
            return;
        }
        for (place, proposal) in view.proposals.iter().take(MOST_ASKED).enumerate() {
            if place > 0 {
                form::rule(ui);
            }
            ui.push_id(place, |ui| ask(ui, view, place, proposal, actions));
        }
        if view.proposals.len() > MOST_ASKED {
            text::small(ui, format!("The first {MOST_ASKED} of {}.", view.proposals.len()));
        }
    });
}

fn ask(ui: &mut Ui, view: &ClassView, place: usize, proposal: &Proposal, actions: &mut Vec<Action>) {
    let learner = |place: u32| &view.class.learners[place as usize];
    let (one, other) = (learner(proposal.one), learner(proposal.other));
    let what = |ui: &mut Ui| {
        ui.vertical(|ui| {
            text::body(ui, format!("{} ({}) and {} ({})", one.name, one.id, other.name, other.id));
            text::small(ui, teach_words::proposal(proposal));
        });
    };
    let buttons = |ui: &mut Ui| {
        let (yes, no) = (format!("{} is one person", one.name), format!("{} are two persons", one.name));
        let is_same = ui.add(Button::secondary("Yes").name(&yes)).clicked();
        let are_two = ui.add(Button::secondary("No").name(&no)).clicked();
        (is_same || are_two).then_some(is_same)
    };
    let decided = row::split_top(ui, what, buttons).1;
    actions.extend(decided.map(|are_same| Action::Teach(TeachDeed::Decide { proposal: place, are_same })));
}
