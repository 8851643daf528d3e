//! A text with gaps to fill: typed, or picked from a list.

use super::FocusWish;
use crate::app::keys;
use crate::app::theme::Theme;
use crate::app::widgets::{field, rich_text, segmented, text};
use crate::bank::Answer;
use crate::bank::cloze::Gap;
use crate::sitting::Turn;
use crate::text::{Block, Inline, Style};
use egui::{FontId, Ui};
use std::ops::Range;

/// Width of a gap to type into, at normal text size: a word or two, and no hint of how long the answer is.
const GAP_WIDTH: f32 = 170.0;

pub(super) fn show(ui: &mut Ui, turn: &Turn, texts: &mut [String], focus: FocusWish) {
    let Answer::Cloze { text: cloze } = &turn.item.question.answer else { return };
    let mut row = Row { turn, texts, focus, gaps: cloze.gaps().collect(), ranges: cloze.list_ranges().collect() };
    row.blocks(ui, &cloze.rich().blocks);
    let ranges = row.ranges;
    if ranges.len() > 1 {
        text::small(ui, "Tab leads from gap to gap.");
    }
}

/// Writes rows of words with gaps among them.
struct Row<'a> {
    turn: &'a Turn,
    texts: &'a mut [String],
    focus: FocusWish,
    gaps: Vec<&'a Gap>,
    ranges: Vec<Range<usize>>,
}

impl Row<'_> {
    fn blocks(&mut self, ui: &mut Ui, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(inlines) | Block::Heading(inlines) => self.line(ui, inlines),
                Block::Quote(quoted) => self.blocks(ui, quoted),
                Block::Code(code) => {
                    let style = Style { is_code: true, ..Style::default() };
                    for line in code.lines() {
                        self.line(ui, &[Inline::Text { text: line.to_owned(), style: style.clone() }]);
                    }
                }
                Block::List { first, items } => {
                    for (index, item) in items.iter().enumerate() {
                        let marker = rich_text::marker(*first, index);
                        ui.horizontal_top(|ui| {
                            rich_text::add(
                                ui,
                                &Inline::Text { text: marker, style: Style::default() },
                                &option_font(ui),
                            );
                            ui.vertical(|ui| self.blocks(ui, item));
                        });
                    }
                }
                Block::Table(table) => {
                    for cells in std::iter::once(&table.head).chain(&table.rows) {
                        let between = Inline::Text { text: "|".to_owned(), style: Style::default() };
                        self.line(ui, &cells.join(&between));
                    }
                }
                Block::Rule => {
                    ui.separator();
                }
            }
        }
    }

    fn line(&mut self, ui: &mut Ui, inlines: &[Inline]) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(5.0, 10.0);
            for inline in inlines {
                match inline {
                    Inline::Gap(number) => self.gap(ui, *number),
                    _ => rich_text::add(ui, inline, &option_font(ui)),
                }
            }
        });
    }

    fn gap(&mut self, ui: &mut Ui, number: usize) {
        let (Some(gap), Some(filled)) = (self.gaps.get(number), self.texts.get_mut(number)) else { return };
        let name = format!("Gap {} of {}", number + 1, self.ranges.len());
        match gap {
            Gap::Typed(_) => {
                let takes_focus = number == 0 && (self.focus.is_new || keys::is_focus_lost(ui.ctx()));
                let width = GAP_WIDTH * Theme::of(ui.ctx()).text_scale;
                field::inline(ui, &name, filled, width, takes_focus);
            }
            Gap::List(_) => {
                let takes_focus = number == 0 && self.focus.is_granted(ui);
                list(ui, self.turn, &name, self.ranges[number].clone(), filled, takes_focus);
            }
        }
    }
}

fn option_font(ui: &Ui) -> FontId {
    Theme::of(ui.ctx()).option()
}

fn list(ui: &mut Ui, turn: &Turn, name: &str, range: Range<usize>, filled: &mut String, takes_focus: bool) {
    let options = shown_options(turn, range);
    let current = options.iter().find(|(_, option)| *option == filled).map(|(index, _)| *index);
    if let Some(picked) = segmented::pick_inline(ui, name, &options, current, takes_focus) {
        let option = options.iter().find(|(index, _)| *index == picked).map(|(_, option)| (*option).to_owned());
        *filled = if current == Some(picked) { String::new() } else { option.unwrap_or_default() };
    }
}

/// The options of one list in the order shown.
fn shown_options(turn: &Turn, range: Range<usize>) -> Vec<(usize, &str)> {
    let options = turn.item.question.options();
    let order = turn.item.option_order.iter().filter(|index| range.contains(index));
    order.filter_map(|index| Some((*index, *options.get(*index)?))).collect()
}

/// Fills the first open list with its option at `place`; typed gaps take what is typed.
pub(super) fn fill_first_open(turn: &Turn, texts: &mut [String], place: usize) {
    let Answer::Cloze { text } = &turn.item.question.answer else { return };
    for (number, (gap, range)) in text.gaps().zip(text.list_ranges()).enumerate() {
        let (Gap::List(_), Some(filled)) = (gap, texts.get_mut(number)) else { continue };
        if filled.is_empty() {
            if let Some((_, option)) = shown_options(turn, range).get(place) {
                *filled = (*option).to_owned();
            }
            return;
        }
    }
}
