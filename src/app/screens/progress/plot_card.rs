//! A card with a plot: heading, sentence, plot, and a list to save it or to see it as a table.

use super::table;
use crate::app::action::{Action, Export, PlotFile};
use crate::app::plots;
use crate::app::state::model::Model;
use crate::app::theme::{CARD_MARGIN, Theme};
use crate::app::widgets::{Button, Menu, bar, card, heard, plot, row, text};
use crate::app::wording::words;
use crate::progress::{Progress, TopicKnown};
use crate::report::Plot;
use egui::{Id, Role, Sense, Ui, vec2};
use egui_material_icons::icons::{ICON_CSV, ICON_IMAGE, ICON_MORE_HORIZ, ICON_SHAPE_LINE, ICON_TABLE_ROWS};
use std::collections::HashSet;

/// How many topics are shown.
const MOST_TOPICS: usize = 6;

/// What can be done with a plot.
#[derive(Clone, Copy)]
enum Wish {
    Save(PlotFile),
    Table,
}

/// Shows the card of a plot.
pub(super) fn show(
    ui: &mut Ui,
    model: &Model,
    progress: &Progress,
    of: Plot,
    tables: &mut HashSet<Plot>,
    actions: &mut Vec<Action>,
) {
    let title = plots::title(of);
    heard::group(ui, Role::Group, title, |ui| {
        card::show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            let is_empty = plots::is_empty(progress, of);
            let heading = |ui: &mut Ui| {
                text::heading(ui, title);
            };
            let (_, wish) =
                row::split(ui, heading, |ui| if is_empty { None } else { menu(ui, title, tables.contains(&of)) });
            let sentence = plots::sentence(progress, of);
            let told = text::soft(ui, sentence.as_str());
            if !is_empty {
                if of != Plot::Topics {
                    // The plot has it as its name.
                    heard::leave_out(&told);
                }
                ui.add_space(4.0);
                contents(ui, model, progress, of, &sentence, actions);
                if tables.contains(&of) {
                    table::show(ui, title, &plots::listing(progress, of));
                }
            }
            match wish {
                Some(Wish::Save(file)) => actions.push(Action::Export(Export::Plot(of, file))),
                Some(Wish::Table) if !tables.remove(&of) => {
                    tables.insert(of);
                }
                Some(Wish::Table) | None => {}
            }
        });
    });
}

fn menu(ui: &mut Ui, title: &str, is_table: bool) -> Option<Wish> {
    let name = format!("More about {title}");
    Menu::new(&name)
        .deed(ICON_TABLE_ROWS, if is_table { "Hide the table" } else { "Show as a table" }, Wish::Table)
        .deed(ICON_CSV, "Export as CSV…", Wish::Save(PlotFile::Csv))
        .deed(ICON_SHAPE_LINE, "Export as SVG…", Wish::Save(PlotFile::Svg))
        .deed(ICON_IMAGE, "Export as PNG…", Wish::Save(PlotFile::Png))
        .show(ui, Button::icon_only(ICON_MORE_HORIZ, &name))
}

fn contents(ui: &mut Ui, model: &Model, progress: &Progress, of: Plot, sentence: &str, actions: &mut Vec<Action>) {
    if of == Plot::Topics {
        for topic in progress.topics.iter().take(MOST_TOPICS) {
            topic_row(ui, model, topic, actions);
        }
        return;
    }
    let drawing = plots::drawing(progress, of, ui.available_width(), Theme::of(ui.ctx()).small().size);
    plot::show(ui, Id::unique(("plot", of)), sentence, &drawing);
}

/// A topic with how much of it is known, and the button that practises it.
fn topic_row(ui: &mut Ui, model: &Model, topic: &TopicKnown, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let (name, known) = (plots::topic_name(topic), words::percent(100.0 * topic.recall));
    let bank = if topic.topic.is_empty() { String::new() } else { format!("{} · ", topic.bank.title) };
    let left = |ui: &mut Ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            text::line(ui, name.as_str(), theme.body(), theme.palette.text);
            text::line(ui, format!("{bank}{known} known"), theme.small(), theme.palette.soft);
            // What it shows stands above it in words.
            let size = vec2((ui.available_width() - f32::from(CARD_MARGIN.right)).max(8.0), 6.0);
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            bar::paint(ui, rect, topic.recall as f32);
        });
    };
    let spoken = format!("Practise {name}, {known} known");
    let can_practise = model.bank(&topic.bank.id).is_some();
    let practise = Button::secondary("Practise").name(&spoken).enabled(can_practise);
    if row::split(ui, left, |ui| ui.add(practise).clicked()).1 {
        actions.push(Action::PractiseTopic { bank_id: topic.bank.id.clone(), topic: topic.topic.clone() });
    }
}
