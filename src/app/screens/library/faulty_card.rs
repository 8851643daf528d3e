//! The card of a file that cannot be played: why not, and what can be done about it.

use super::bank_card::see_problems;
use crate::app::action::{Action, BankRef};
use crate::app::state::card::FaultyCard;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, Menu, card, icon, row, text};
use egui::{Align, Layout, Ui};
use egui_material_icons::icons::{ICON_DELETE, ICON_ERROR, ICON_MORE_HORIZ, ICON_REFRESH};

/// Shows the card.
pub(super) fn show(ui: &mut Ui, faulty: &FaultyCard, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    card::show(ui, |ui| {
        ui.horizontal_top(|ui| {
            icon::show(ui, ICON_ERROR, 20.0, theme.palette.wrong);
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                text::heading(ui, &faulty.name);
                text::body(ui, &faulty.message);
                text::small(ui, &faulty.path);
                let (mends, wish) = row::split(ui, |ui| mend(ui, faulty), |ui| more(ui, faulty));
                actions.extend(mends.or(wish));
            });
        });
    });
}

fn mend(ui: &mut Ui, faulty: &FaultyCard) -> Option<Action> {
    if faulty.is_gone {
        let name = format!("Find the file {}", faulty.name);
        let finds = ui.add(Button::secondary("Find the file").name(&name)).clicked();
        return finds.then(|| Action::Locate(faulty.path.clone()));
    }
    let bank = BankRef::File(faulty.path.clone());
    if faulty.problem_count > 0 {
        return see_problems(ui, faulty.problem_count, &faulty.name).then_some(Action::LookAtProblems(bank));
    }
    let name = format!("Preview and check {}", faulty.name);
    let looks = ui.add(Button::secondary("Preview and check").name(&name)).clicked();
    looks.then_some(Action::LookAt(bank))
}

fn more(ui: &mut Ui, faulty: &FaultyCard) -> Option<Action> {
    let name = format!("More about {}", faulty.name);
    let mut menu = Menu::new(&name).deed(ICON_REFRESH, "Reload", Action::ReloadBank(faulty.path.clone()));
    if faulty.is_removable {
        menu = menu.deed(ICON_DELETE, "Remove from the library", Action::RemoveBank(faulty.path.clone()));
    }
    menu.show(ui, Button::icon_only(ICON_MORE_HORIZ, &name).in_line_right())
}
