//! As what a file was read: its format, encoding and separator, each of which can be chosen by who knows better.

use crate::app::action::{Action, ImportDeed};
use crate::app::state::import::{ImportPage, Source};
use crate::app::widgets::{Button, Menu, text};
use crate::app::wording::import_words;
use crate::exchange::{Format, ReadFile, ReadOptions, TextEncoding};
use egui::Ui;
use egui_material_icons::icons::ICON_EXPAND_MORE;

/// The formats that a text can have.
const TEXTS: [Format; 9] = [
    Format::MoodleXml,
    Format::Gift,
    Format::Lettered,
    Format::Table,
    Format::Quizlet,
    Format::AnkiText,
    Format::OpenTrivia,
    Format::Canvas,
    Format::Qti,
];

const SEPARATORS: [&str; 5] = [",", ";", "\t", "|", " - "];

/// Shows how a file was read, with the choices for a text; all of them where nothing could be read. Gives back the wish to read it
/// anew.
pub(super) fn choices(ui: &mut Ui, page: &ImportPage, file: Option<&ReadFile>) -> Option<Action> {
    let options = &page.options;
    if let Some(package) = file.filter(|file| file.encoding.is_none()) {
        text::small(ui, package.format.title());
        return None;
    }
    let format = formats(ui, options, file);
    // What was pasted comes as letters, and has no encoding any more.
    let is_pasted = matches!(page.source, Some(Source::Clipboard(_)));
    let encoding = if is_pasted { None } else { encodings(ui, options, file) };
    let has_separator =
        file.is_none_or(|file| matches!(file.format, Format::Table | Format::AnkiText | Format::Quizlet));
    let separator = if has_separator { separators(ui, options, file) } else { None };
    let wish = format.or(encoding).or(separator)?;
    Some(Action::Import(ImportDeed::ReadAs(wish)))
}

fn formats(ui: &mut Ui, options: &ReadOptions, file: Option<&ReadFile>) -> Option<ReadOptions> {
    let with = |format| ReadOptions { format, ..options.clone() };
    let found = file.map(|file| file.format);
    let menu = Menu::new("Read it as").choice("As its content says", options.format.is_none(), with(None));
    let menu = TEXTS
        .into_iter()
        .fold(menu, |menu, format| menu.choice(format.title(), options.format == Some(format), with(Some(format))));
    let label = options.format.or(found).map_or("Format", Format::title);
    drop_down(ui, menu, label, "Format")
}

fn encodings(ui: &mut Ui, options: &ReadOptions, file: Option<&ReadFile>) -> Option<ReadOptions> {
    let with = |encoding| ReadOptions { encoding, ..options.clone() };
    let menu = Menu::new("Encoding").choice("As its bytes say", options.encoding.is_none(), with(None));
    let chosen = options.encoding.map(TextEncoding::name);
    let menu = TextEncoding::choices().fold(menu, |menu, encoding| {
        menu.choice(encoding.name(), chosen == Some(encoding.name()), with(Some(encoding)))
    });
    let label = file.and_then(import_words::encoding).or(chosen.map(str::to_owned));
    drop_down(ui, menu, label.as_deref().unwrap_or("Encoding"), "Encoding")
}

fn separators(ui: &mut Ui, options: &ReadOptions, file: Option<&ReadFile>) -> Option<ReadOptions> {
    let with = |separator: Option<&str>| ReadOptions { separator: separator.map(Into::into), ..options.clone() };
    let chosen = options.separator.as_deref();
    let menu = Menu::new("Separator").choice("As found", chosen.is_none(), with(None));
    let menu = SEPARATORS.into_iter().fold(menu, |menu, separator| {
        let label = import_words::separator(Some(separator));
        menu.choice(label, chosen == Some(separator), with(Some(separator)))
    });
    let found = chosen.or_else(|| file?.separator.as_deref());
    let label = format!("Separator: {}", import_words::separator(found).to_lowercase());
    drop_down(ui, menu, &label, "Separator")
}

fn drop_down(ui: &mut Ui, menu: Menu<'_, ReadOptions>, label: &str, what: &str) -> Option<ReadOptions> {
    let name = if label.starts_with(what) { label.to_owned() } else { format!("{what}: {label}") };
    menu.show(ui, Button::secondary(label).trailing(ICON_EXPAND_MORE).name(&name))
}
