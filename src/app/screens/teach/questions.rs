//! The table of questions: what each is worth, what was answered, and what to look at. Sorts and filters nothing itself.

use super::looks::{is_wide, look};
use super::side;
use super::table::{self, Selected, Table};
use crate::app::action::{Action, Sort, TeachDeed, TeachPage};
use crate::app::state::class_view::ClassView;
use crate::app::state::model::Model;
use crate::app::theme::{CARD_GAP, Theme};
use crate::app::widgets::{Button, Menu, card, field, form, page, segmented, text};
use crate::app::wording::teach_words;
use crate::class::{ItemFigures, OptionFigures};
use egui::{Align, CornerRadius, Layout, Rect, Sense, Stroke, Ui, pos2, vec2};
use egui_material_icons::icons::ICON_EXPAND_MORE;

/// Width of a page from which scores and topics stand beside the table, at normal text size.
const SIDE_BY_SIDE_WIDTH: f32 = 860.0;
/// Width of what stands beside it.
const SIDE_WIDTH: f32 = 300.0;
/// Width of a table from which every figure has a column, at normal text size.
const COLUMNS_WIDTH: f32 = 560.0;
/// More options than this are not painted in a row; the page of the question has all.
const MOST_BARS: usize = 6;

/// Shows the table with scores and topics.
pub(super) fn show(
    ui: &mut Ui,
    model: &Model,
    view: &ClassView,
    selected: &mut Selected,
    is_table: &mut bool,
    actions: &mut Vec<Action>,
) {
    if !is_wide(ui, SIDE_BY_SIDE_WIDTH) {
        table_card(ui, model, view, selected, actions);
        page::gap(ui);
        side::show(ui, view, is_table);
        return;
    }
    let side_width = SIDE_WIDTH * Theme::of(ui.ctx()).text_scale;
    let width = ui.available_width() - side_width - CARD_GAP;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = CARD_GAP;
        ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            table_card(ui, model, view, selected, actions);
        });
        ui.allocate_ui_with_layout(vec2(side_width, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(side_width);
            side::show(ui, view, is_table);
        });
    });
}

fn table_card(ui: &mut Ui, model: &Model, view: &ClassView, selected: &mut Selected, actions: &mut Vec<Action>) {
    card::show(ui, |ui| {
        let has_columns = is_wide(ui, COLUMNS_WIDTH);
        filters(ui, model, view, has_columns, actions);
        let shown = &model.teach.questions;
        if shown.is_empty() {
            form::rule(ui);
            text::soft(ui, "No question fits. Take a word, the topic or the flag away.");
            return;
        }
        let theme = Theme::of(ui.ctx());
        if has_columns {
            headings(ui, model, actions);
        }
        let height = if has_columns { 50.0 } else { 72.0 } * theme.text_scale;
        let table = Table { name: "Questions", count: shown.len(), height };
        let item = |row: usize| &view.figures.items[shown[row] as usize];
        let spoken = |row: usize| teach_words::spoken_question(&view.class, item(row));
        let paint = |ui: &Ui, place: Rect, row: usize| {
            if has_columns { wide_row(ui, view, place, item(row)) } else { narrow_row(ui, view, place, item(row)) }
        };
        if let Some(row) = table.show(ui, selected, spoken, paint) {
            actions.push(Action::Teach(TeachDeed::Open(TeachPage::Question(item(row).question))));
        }
    });
}

/// Words, flags and topic, on one line where there is room.
fn filters(ui: &mut Ui, model: &Model, view: &ClassView, has_columns: bool, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let now = &model.teach.look;
    let mut typed = now.words.clone();
    let mut field = |ui: &mut Ui, width: f32| {
        ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            field::show(ui, "Find a question", &mut typed, "");
        });
    };
    let width = 220.0 * theme.text_scale;
    if has_columns {
        // The choices stand in line with the field, below its label.
        let label = ui.fonts_mut(|fonts| fonts.row_height(&theme.small()));
        ui.horizontal_top(|ui| {
            field(ui, width);
            ui.vertical(|ui| {
                ui.add_space(label + 8.0);
                ui.horizontal_wrapped(|ui| choices(ui, model, view, actions));
            });
        });
    } else {
        field(ui, width.min(ui.available_width()));
        ui.horizontal_wrapped(|ui| {
            choices(ui, model, view, actions);
            sorting(ui, model, actions);
        });
    }
    if typed != now.words {
        actions.push(look(model, |look| look.words = typed));
    }
}

fn choices(ui: &mut Ui, model: &Model, view: &ClassView, actions: &mut Vec<Action>) {
    let flagged = view.figures.items.iter().filter(|item| !item.flags.is_empty()).count();
    let flagged = format!("Only flagged: {flagged}");
    let choices = [(false, "All"), (true, &*flagged)];
    if let Some(only) = segmented::show(ui, "Show questions", &choices, model.teach.look.only_flagged) {
        actions.push(look(model, |look| look.only_flagged = only));
    }
    topics(ui, model, view, actions);
}

fn topics(ui: &mut Ui, model: &Model, view: &ClassView, actions: &mut Vec<Action>) {
    let now = model.teach.look.topic.as_deref();
    let names: Vec<(&str, String)> = view.topics().map(|topic| (topic, teach_words::topic(topic))).collect();
    if names.is_empty() {
        return;
    }
    let all = Menu::new("Topic").choice("All topics", now.is_none(), None);
    let menu = names
        .iter()
        .fold(all, |menu, (topic, shown)| menu.choice(shown, now == Some(topic), Some((*topic).to_owned())));
    let label = now.map_or("All topics".to_owned(), teach_words::topic);
    let name = format!("Topic: {label}");
    if let Some(topic) = menu.show(ui, Button::secondary(&label).trailing(ICON_EXPAND_MORE).name(&name)) {
        actions.push(look(model, |look| look.topic = topic));
    }
}

fn sorting(ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
    let now = model.teach.look.sort;
    let ways = [
        (Sort::Pressing, "To look at first"),
        (Sort::Prompt, "By prompt"),
        (Sort::Facility, "Hardest first"),
        (Sort::Discrimination, "Tells least first"),
    ];
    let menu = ways.iter().fold(Menu::new("Sort"), |menu, (sort, label)| menu.choice(label, *sort == now, *sort));
    let label = ways.iter().find(|(sort, _)| *sort == now).map_or("Hardest first", |(_, label)| label);
    let name = format!("Sorted: {label}");
    if let Some(sort) = menu.show(ui, Button::secondary(label).trailing(ICON_EXPAND_MORE).name(&name)) {
        actions.push(look(model, |look| (look.sort, look.is_reversed) = (sort, false)));
    }
}

/// Where the cells of a row stand: prompt, n, facility, discrimination, answers, flag.
fn columns(ui: &Ui, row: Rect) -> [Rect; 6] {
    let scale = Theme::of(ui.ctx()).text_scale;
    let widths = [36.0, 72.0, 112.0, 88.0, 140.0].map(|width| width * scale);
    let mut left = row.left();
    let prompt = (row.width() - widths.iter().sum::<f32>() - 12.0).max(60.0);
    let mut cell = |width: f32, gap: f32| {
        let cell = Rect::from_min_size(pos2(left, row.top()), vec2(width, row.height()));
        left += width + gap;
        cell
    };
    let first = cell(prompt, 12.0);
    let [n, facility, discrimination, answers, flag] = widths.map(|width| cell(width, 0.0));
    [first, n, facility, discrimination, answers, flag]
}

fn headings(ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0 * theme.text_scale), Sense::hover());
    let cells = columns(ui, rect.shrink2(vec2(10.0, 0.0)));
    let soft = |ui: &Ui, cell: Rect, words: &str| table::words(ui, cell, words, theme.small(), theme.palette.soft, 1);
    let now = &model.teach.look;
    let sorts = [
        (0, "Question", "Sort by prompt", Sort::Prompt),
        (2, "Facility", "Sort by facility", Sort::Facility),
        (3, "Discrimination", "Sort by discrimination", Sort::Discrimination),
        (5, "To look at", "Sort by what to look at first", Sort::Pressing),
    ];
    for (cell, label, name, sort) in sorts {
        let sorted = (now.sort == sort).then_some(now.is_reversed);
        if table::heading(ui, cells[cell], label, name, sorted) {
            let is_reversed = now.sort == sort && !now.is_reversed;
            actions.push(look(model, |look| (look.sort, look.is_reversed) = (sort, is_reversed)));
        }
    }
    soft(ui, cells[1], "n");
    soft(ui, cells[4], "Chosen");
}

fn wide_row(ui: &Ui, view: &ClassView, row: Rect, item: &ItemFigures) {
    let theme = Theme::of(ui.ctx());
    let palette = &theme.palette;
    let [prompt, n, facility, discrimination, answers, flag] = columns(ui, row);
    let question = &view.class.questions[item.question as usize];
    table::words(ui, prompt, &teach_words::prompt(question), theme.body(), palette.text, 2);
    table::words(ui, n, &item.attempts.to_string(), theme.mono(), palette.soft, 1);
    table::words(ui, facility, &teach_words::facility(item), theme.mono(), palette.text, 1);
    let words = teach_words::discrimination(item);
    let is_figure = words.ends_with(|sign: char| sign.is_ascii_digit());
    let (font, ink) = if is_figure { (theme.mono(), palette.text) } else { (theme.small(), palette.soft) };
    table::words(ui, discrimination, &words, font, ink, 1);
    bars(ui, answers, &item.options);
    if let Some(first) = item.flags.first() {
        let right = table::flag(ui, flag.left(), row.center().y, &teach_words::flag(first));
        if item.flags.len() > 1 {
            let rest = Rect::from_min_max(pos2(right + 4.0, row.top()), row.right_bottom());
            let more = format!("+{}", item.flags.len() - 1);
            table::words(ui, rest, &more, theme.small(), palette.amber, 1);
        }
    }
}

fn narrow_row(ui: &Ui, view: &ClassView, row: Rect, item: &ItemFigures) {
    let theme = Theme::of(ui.ctx());
    let (above, below) = row.shrink2(vec2(0.0, 6.0)).split_top_bottom_at_fraction(0.5);
    let question = &view.class.questions[item.question as usize];
    table::words(ui, above, &teach_words::prompt(question), theme.body(), theme.palette.text, 1);
    let figures = format!(
        "facility {} · discrimination {} · n {}",
        teach_words::facility(item),
        teach_words::discrimination(item),
        item.attempts
    );
    let mut left = below.left();
    if let Some(first) = item.flags.first() {
        left = table::flag(ui, left, below.center().y, &teach_words::flag(first)) + 8.0;
    }
    let rest = Rect::from_min_max(pos2(left, below.top()), below.right_bottom());
    table::words(ui, rest, &figures, theme.small(), theme.palette.soft, 1);
}

/// A column for each option; a line under that of the key.
fn bars(ui: &Ui, cell: Rect, options: &[OptionFigures]) {
    let theme = Theme::of(ui.ctx());
    let (palette, scale) = (&theme.palette, theme.text_scale);
    let most = options.iter().map(|option| option.chosen).max().unwrap_or(0).max(1) as f32;
    let (width, step, height) = (11.0 * scale, 13.0 * scale, 28.0 * scale);
    let bottom = cell.center().y + height / 2.0;
    for (place, option) in options.iter().take(MOST_BARS).enumerate() {
        let left = cell.left() + step * place as f32;
        let high = (height * option.chosen as f32 / most).max(2.0);
        let column = Rect::from_min_max(pos2(left, bottom - high), pos2(left + width, bottom));
        let ink = if option.is_key { palette.right } else { palette.line_strong };
        ui.painter().rect_filled(column, CornerRadius::same(2), ink);
        if option.is_key {
            ui.painter().hline(left..=left + width, bottom + 3.0, Stroke::new(2.0, palette.right));
        }
    }
}
