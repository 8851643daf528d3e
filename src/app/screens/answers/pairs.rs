//! Pairs and groups: for each left side a right one, for each item a group.

use super::FocusWish;
use crate::app::theme::Theme;
use crate::app::widgets::{rich_text, segmented};
use crate::bank::{Answer, Question};
use crate::sitting::Turn;
use egui::Ui;

pub(super) fn show(ui: &mut Ui, turn: &Turn, chosen: &mut [Option<usize>], focus: FocusWish) {
    let theme = Theme::of(ui.ctx());
    let question = &turn.item.question;
    let sides = sides(question, &turn.item.option_order);
    for (place, item) in shown_items(question, &turn.item.option_order).into_iter().enumerate() {
        let (Some(name), Some(current)) = (item_name(question, item), chosen.get_mut(item)) else { continue };
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            rich_text::show(ui, name, theme.option(), theme.palette.text);
            let takes_focus = place == 0 && focus.is_granted(ui);
            if let Some(side) = segmented::pick(ui, &rich_text::one_line(name), &sides, *current, takes_focus) {
                // Pressing the side in force again takes it back.
                *current = (*current != Some(side)).then_some(side);
            }
        });
        ui.add_space(6.0);
    }
}

/// Gives the first item that has no side yet the side shown at `place`; where all have one, the first item.
pub(super) fn give_first_open(question: &Question, order: &[usize], chosen: &mut [Option<usize>], place: usize) {
    let Some((side, _)) = sides(question, order).get(place).copied() else { return };
    let items = shown_items(question, order);
    let open = items.iter().find(|item| chosen.get(**item).is_some_and(Option::is_none));
    if let Some(slot) = open.or(items.first()).and_then(|item| chosen.get_mut(*item)) {
        *slot = Some(side);
    }
}

/// The items in the order shown: left sides as they are written, items of groups shuffled.
fn shown_items(question: &Question, order: &[usize]) -> Vec<usize> {
    match &question.answer {
        Answer::Categorise { .. } => order.to_vec(),
        answer => (0..answer.right_pairs().len()).collect(),
    }
}

fn item_name(question: &Question, item: usize) -> Option<&str> {
    match &question.answer {
        Answer::Match { pairs, .. } => pairs.get(item).map(|(left, _)| &**left),
        answer => answer.options().get(item).copied(),
    }
}

/// What can be chosen, in the order shown: right sides shuffled, groups as they are written.
fn sides<'a>(question: &'a Question, order: &[usize]) -> Vec<(usize, &'a str)> {
    match &question.answer {
        Answer::Categorise { groups } => groups.iter().map(|(name, _)| name).enumerate().collect(),
        answer => {
            let options = answer.options();
            order.iter().filter_map(|index| Some((*index, *options.get(*index)?))).collect()
        }
    }
}
