//! Where the results of a class come from, and what cannot be read of them.

use crate::app::action::{Action, TeachDeed};
use crate::app::state::class_folder::ClassFolder;
use crate::app::state::class_view::{ClassView, FileTold};
use crate::app::state::model::Model;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, form, page, row, text};
use crate::app::wording::{teach_words, words};
use egui::Ui;
use egui_material_icons::icons::{ICON_AUTORENEW, ICON_DELETE};
use std::path::Path;

/// So many sources and faulty files are shown.
const MOST_SHOWN: usize = 200;

/// Shows the sources and the faults.
pub(super) fn show(ui: &mut Ui, model: &Model, view: &ClassView, actions: &mut Vec<Action>) {
    let (teach, hides_names) = (&model.teach, model.teach.hides_names);
    let faulty: Vec<(usize, &FileTold)> =
        teach.files.iter().enumerate().filter(|(_, file)| !file.is_sound()).take(MOST_SHOWN).collect();
    if !faulty.is_empty() {
        let amber = Theme::of(ui.ctx()).palette.amber;
        card::edged(ui, amber, |ui| {
            text::heading(ui, "What cannot be read");
            text::soft(ui, "Everything else counts.");
            for (place, file) in &faulty {
                form::rule(ui);
                fault(ui, *place, file, hides_names);
            }
        });
        page::gap(ui);
    }
    if let Some(folder) = &model.class_folder {
        watched(ui, folder, actions);
        page::gap(ui);
    }
    card::show(ui, |ui| {
        let sound = teach.files.len() - teach.files.iter().filter(|file| !file.is_sound()).count();
        let heading = |ui: &mut Ui| {
            text::heading(ui, "Results");
        };
        let again = Button::secondary("Reload").icon(ICON_AUTORENEW).enabled(!teach.is_reading);
        if row::split(ui, heading, |ui| ui.add(again).clicked()).1 {
            actions.push(Action::Teach(TeachDeed::ReadAgain));
        }
        let verb = if sound == 1 { "counts whole" } else { "count whole" };
        text::soft(
            ui,
            format!(
                "{} {verb}, with {}.",
                words::count(sound, "file"),
                words::count(view.class.sittings.len(), "sitting")
            ),
        );
        for (place, stored) in teach.choices.sources.iter().take(MOST_SHOWN).enumerate() {
            form::rule(ui);
            ui.push_id(place, |ui| source(ui, place, stored, hides_names, actions));
        }
        if teach.choices.sources.len() > MOST_SHOWN {
            text::small(ui, format!("The first {MOST_SHOWN} of {}.", teach.choices.sources.len()));
        }
    });
}

/// The folder that is looked through.
pub(super) fn watched(ui: &mut Ui, folder: &ClassFolder, actions: &mut Vec<Action>) {
    card::show(ui, |ui| {
        let what = |ui: &mut Ui| {
            ui.vertical(|ui| {
                text::heading(ui, "Watched folder");
                text::soft(ui, folder.folder.display().to_string());
                let files = words::count(folder.files.len(), "file");
                let state = if folder.has_looked {
                    format!("{files}; looked into every 20 seconds.")
                } else {
                    "Looking…".to_owned()
                };
                text::small(ui, state);
                for (path, reason) in folder.unreadable.iter().take(MOST_SHOWN) {
                    text::small(ui, format!("{}: {reason}", path.display()));
                }
            });
        };
        if row::split_top(ui, what, |ui| ui.add(Button::secondary("Watch no more")).clicked()).1 {
            actions.push(Action::WatchClassFolder(None));
        }
    });
}

fn source(ui: &mut Ui, place: usize, stored: &str, hides_names: bool, actions: &mut Vec<Action>) {
    let path = Path::new(stored);
    let name = path.file_name().map_or(stored.into(), |name| name.to_string_lossy());
    let name = if hides_names { format!("Source {}", place + 1) } else { name.into_owned() };
    let what = |ui: &mut Ui| {
        ui.vertical(|ui| {
            text::body(ui, name.as_str());
            if !hides_names {
                text::small(ui, stored);
            }
        });
    };
    let spoken = format!("Take {name} out of the class");
    if row::split(ui, what, |ui| ui.add(Button::icon_only(ICON_DELETE, &spoken).in_line_right()).clicked()).1 {
        actions.push(Action::Teach(TeachDeed::Remove(stored.to_owned())));
    }
}

fn fault(ui: &mut Ui, place: usize, file: &FileTold, hides_names: bool) {
    let name = file.path.file_name().unwrap_or(file.path.as_os_str()).to_string_lossy();
    let name = if hides_names { format!("File {}", place + 1) } else { name.into_owned() };
    text::body(ui, format!("{name}: {}", teach_words::file(file)));
    for (line, reason) in &file.rows {
        text::small(ui, format!("Line {line}: {}", words::as_sentence(reason)));
    }
    if file.row_count > file.rows.len() {
        text::small(ui, format!("The first {} of {} rows.", file.rows.len(), file.row_count));
    }
}
