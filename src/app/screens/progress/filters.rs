//! Which part of what was learned is shown: a bank, a topic, a period.

use crate::app::action::Action;
use crate::app::widgets::{Button, Menu};
use crate::progress::{Period, Progress, Wish};
use egui::Ui;
use egui_material_icons::icons::ICON_EXPAND_MORE;

const EVERY_BANK: &str = "All banks";
const EVERY_TOPIC: &str = "All topics";

/// Shows the three lists.
pub(super) fn show(ui: &mut Ui, progress: &Progress, actions: &mut Vec<Action>) {
    let chosen = ui.horizontal_wrapped(|ui| {
        let (bank, topic, period) = (banks(ui, progress), topics(ui, progress), periods(ui, progress));
        bank.or(topic).or(period)
    });
    actions.extend(chosen.inner.map(Action::TellOf));
}

fn banks(ui: &mut Ui, progress: &Progress) -> Option<Wish> {
    let wish = &progress.wish;
    let all = Menu::new("Tell of").choice(EVERY_BANK, wish.bank.is_none(), None);
    let menu = progress
        .banks
        .iter()
        .fold(all, |menu, bank| menu.choice(&bank.title, wish.bank.as_ref() == Some(&bank.id), Some(bank.id.clone())));
    let current = progress.banks.iter().find(|bank| wish.bank.as_ref() == Some(&bank.id));
    let label = current.map_or(EVERY_BANK, |bank| &bank.title);
    let name = format!("Bank: {label}");
    let bank = menu.show(ui, Button::secondary(label).trailing(ICON_EXPAND_MORE).name(&name))?;
    // Another bank has other topics.
    Some(Wish { bank, topic: None, period: wish.period })
}

fn topics(ui: &mut Ui, progress: &Progress) -> Option<Wish> {
    if progress.topic_names.is_empty() {
        return None;
    }
    let wish = &progress.wish;
    let shown: Vec<String> = progress.topic_names.iter().map(|topic| topic.replace('/', " · ")).collect();
    let all = Menu::new("Tell of").choice(EVERY_TOPIC, wish.topic.is_none(), None);
    let menu =
        progress.topic_names.iter().zip(&shown).fold(all, |menu, (topic, shown)| {
            menu.choice(shown, wish.topic.as_ref() == Some(topic), Some(topic.clone()))
        });
    let current = wish.topic.as_ref().map(|topic| topic.replace('/', " · "));
    let label = current.as_deref().unwrap_or(EVERY_TOPIC);
    let name = format!("Topic: {label}");
    let topic = menu.show(ui, Button::secondary(label).trailing(ICON_EXPAND_MORE).name(&name))?;
    Some(Wish { topic, ..wish.clone() })
}

fn periods(ui: &mut Ui, progress: &Progress) -> Option<Wish> {
    let wish = &progress.wish;
    let menu = Period::ALL
        .into_iter()
        .fold(Menu::new("Go back"), |menu, period| menu.choice(name_of(period), wish.period == period, period));
    let label = name_of(wish.period);
    let name = format!("Period: {label}");
    let period = menu.show(ui, Button::secondary(label).trailing(ICON_EXPAND_MORE).name(&name))?;
    Some(Wish { period, ..wish.clone() })
}

fn name_of(period: Period) -> &'static str {
    match period {
        Period::FourWeeks => "4 weeks",
        Period::ThreeMonths => "3 months",
        Period::Year => "A year",
        Period::All => "From the beginning",
    }
}
