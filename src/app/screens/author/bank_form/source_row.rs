//! The fields of a source.

use super::news::News;
use super::typed;
use crate::app::widgets::{Button, field};
use crate::bank::{Source, id_from};
use egui::Ui;
use egui_material_icons::icons::ICON_DELETE;

/// What stands in the fields of a source.
#[derive(Debug, Default)]
pub(super) struct SourceRow {
    /// Empty for one that the file does not have yet.
    key: Box<str>,
    /// What the file says of it.
    before: Source,
    title: String,
    publisher: String,
    year: String,
    url: String,
}

impl SourceRow {
    /// The fields of a source of the file.
    pub fn of(key: &str, source: &Source) -> Self {
        Self {
            key: key.into(),
            before: source.clone(),
            title: source.title.to_string(),
            publisher: source.publisher.to_string(),
            year: source.year.map_or_else(String::new, |year| year.to_string()),
            url: source.url.to_string(),
        }
    }

    /// The source under its key, or under one that is not `taken`; `None` where a new one has no title yet.
    pub fn source(&self, taken: &[(Box<str>, Source)]) -> Option<(Box<str>, Source)> {
        let before = &self.before;
        let source = Source {
            title: typed::text(&self.title, &before.title),
            publisher: typed::text(&self.publisher, &before.publisher),
            year: typed::number(&self.year, before.year),
            url: typed::text(&self.url, &before.url),
        };
        let is_new = self.key.is_empty();
        let key = if is_new { free_key(&self.title, taken) } else { self.key.clone() };
        (!is_new || !source.title.is_empty()).then_some((key, source))
    }

    /// Shows the fields; gives back whether the source is to be taken out.
    pub fn show(&mut self, ui: &mut Ui, number: usize, news: &mut News) -> bool {
        let label = |name: &str| format!("{name} of source {number}");
        news.note(&field::show(ui, &label("Title"), &mut self.title, "A field guide to rivers"));
        news.note(&field::show(ui, &label("Publisher"), &mut self.publisher, ""));
        let is_faulty = typed::is_faulty::<i32>(&self.year);
        news.note(&field::checked(ui, &label("Year"), &mut self.year, "2024", is_faulty));
        news.note(&field::show(ui, &label("Address"), &mut self.url, "https://"));
        let name = format!("Take out source {number}");
        ui.add(Button::quiet("Take out").icon(ICON_DELETE).name(&name).in_line()).clicked()
    }
}

fn free_key(title: &str, taken: &[(Box<str>, Source)]) -> Box<str> {
    let key = id_from(title, "source");
    let keys = std::iter::once(key.clone()).chain((2..).map(|number| format!("{key}-{number}")));
    let mut free = keys.filter(|key| !taken.iter().any(|(own, _)| **own == **key));
    free.next().unwrap_or_default().into()
}
