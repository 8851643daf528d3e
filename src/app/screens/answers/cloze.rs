//! A text with gaps to fill: typed, or picked from a list.

use super::focus::FocusWish;
use super::gaps::Gaps;
use crate::app::input::keys;
use crate::app::theme::Theme;
use crate::app::widgets::{Dropdown, chip, field, heard, rich_text, text};
use crate::bank::model::cloze::Gap;
use crate::bank::{Answer, ClozeText};
use crate::sitting::{Response, Turn, Verdict, is_gap_right};
use egui::{Color32, Ui};
use std::ops::Range;

/// Width of a gap to type into, at normal text size: a word or two, and no hint of how long the answer is.
const GAP_WIDTH: f32 = 170.0;

pub(super) fn show(ui: &mut Ui, turn: &Turn, texts: &mut [String], focus: FocusWish) {
    let Answer::Cloze { text: cloze } = &turn.item.question.answer else { return };
    let theme = Theme::of(ui.ctx());
    let ranges: Vec<_> = cloze.list_ranges().collect();
    let gaps: Vec<_> = cloze.gaps().collect();
    let gap_height = height(ui, turn, &gaps, &ranges);
    let known = Gaps::of(ui.ctx(), cloze);
    rich_text::with_gaps(ui, &known.rich, &theme.sentence(), gap_height, &mut |ui, number, after| {
        let (Some(gap), Some(filled)) = (gaps.get(number), texts.get_mut(number)) else { return };
        let name = format!("Gap {} of {}", number + 1, ranges.len());
        let response = match gap {
            Gap::Typed(_) => {
                keep_together(ui, GAP_WIDTH * theme.text_scale, after);
                let takes_focus = number == 0 && (focus.is_new || keys::is_focus_lost(ui.ctx()));
                field::inline(ui, &name, filled, GAP_WIDTH * theme.text_scale, takes_focus)
            }
            Gap::List(_) => {
                let takes_focus = focus.is_for(ui, number);
                list(ui, turn, &name, ranges[number].clone(), filled, takes_focus, after)
            }
        };
        heard::describe(&response, known.sentences.get(number).map_or("", String::as_str));
    });
    if ranges.len() > 1 {
        text::small(ui, "Tab leads from gap to gap.");
    }
}

/// How high the highest gap is.
fn height(ui: &Ui, turn: &Turn, gaps: &[&Gap], ranges: &[Range<usize>]) -> f32 {
    let heights = gaps.iter().zip(ranges).map(|(gap, range)| match gap {
        Gap::Typed(_) => field::inline_height(ui),
        Gap::List(_) => Dropdown { name: "", options: &shown_options(turn, range.clone()), current: None }.height(ui),
    });
    heights.fold(0.0, f32::max)
}

/// Begins a new line where what is `width` wide, and the comma or full stop after it, would not fit into this one.
fn keep_together(ui: &mut Ui, width: f32, after: &str) {
    let theme = Theme::of(ui.ctx());
    if after.is_empty() {
        return;
    }
    let glued = after.split(char::is_whitespace).next().unwrap_or_default();
    let glued = ui.fonts_mut(|fonts| fonts.layout_no_wrap(glued.to_owned(), theme.sentence(), Color32::PLACEHOLDER));
    if ui.available_size_before_wrap().x < width + glued.size().x {
        ui.end_row();
    }
}

fn list(
    ui: &mut Ui,
    turn: &Turn,
    name: &str,
    range: Range<usize>,
    filled: &mut String,
    takes_focus: bool,
    after: &str,
) -> egui::Response {
    let options = shown_options(turn, range);
    let current = options.iter().position(|option| option == filled);
    let list = Dropdown { name, options: &options, current };
    keep_together(ui, list.width(ui), after);
    let (response, chosen) = list.show(ui);
    if takes_focus {
        response.request_focus();
    }
    if let Some(option) = chosen.and_then(|place| options.get(place)) {
        (*option).clone_into(filled);
    }
    response
}

/// The options of one list in the order shown.
fn shown_options(turn: &Turn, range: Range<usize>) -> Vec<&str> {
    let options = turn.item.question.options();
    let order = turn.item.option_order.iter().filter(|index| range.contains(index));
    order.filter_map(|index| options.get(*index).copied()).collect()
}

/// Fills the first open list with its option at `place`; typed gaps take what is typed. Gives back the number of the gap.
pub(super) fn fill_first_open(turn: &Turn, texts: &mut [String], place: usize) -> Option<usize> {
    let Answer::Cloze { text } = &turn.item.question.answer else { return None };
    for (number, (gap, range)) in text.gaps().zip(text.list_ranges()).enumerate() {
        let (Gap::List(_), Some(filled)) = (gap, texts.get_mut(number)) else { continue };
        if filled.is_empty() {
            (*shown_options(turn, range).get(place)?).clone_into(filled);
            return Some(number);
        }
    }
    None
}

/// The text with what stands in each gap, and after a wrong one what is right.
pub(super) fn show_marked(ui: &mut Ui, turn: &Turn, text: &ClozeText) {
    let theme = Theme::of(ui.ctx());
    let gaps: Vec<_> = text.gaps().collect();
    let parts = gaps.iter().enumerate().map(|(number, gap)| marked_gap(gap, given_in_gap(turn, number)));
    let parts: Vec<_> = parts.collect();
    let gap_height = parts.iter().map(|part| part.height(ui)).fold(0.0, f32::max);
    rich_text::with_gaps(
        ui,
        &Gaps::of(ui.ctx(), text).rich,
        &theme.sentence(),
        gap_height,
        &mut |ui, number, after| {
            if let Some(part) = parts.get(number) {
                keep_together(ui, part.width(ui), after);
                part.show(ui);
            }
        },
    );
}

/// `Gap 1: Danube, right.`
pub(super) fn spoken(turn: &Turn, text: &ClozeText) -> Vec<String> {
    let say = |(number, gap): (usize, &Gap)| {
        let given = given_in_gap(turn, number);
        let what = match (given.is_empty(), is_gap_right(gap, given)) {
            (true, _) => format!("no answer; right answer: {}", gap.right()),
            (false, true) => format!("{given}, right"),
            (false, false) => format!("{given}, not right; right answer: {}", gap.right()),
        };
        format!("Gap {}: {what}", number + 1)
    };
    text.gaps().enumerate().map(say).collect()
}

fn given_in_gap(turn: &Turn, number: usize) -> &str {
    let texts: &[String] = if let Some(Response::Cloze(texts)) = &turn.response { texts } else { &[] };
    texts.get(number).map_or("", |given| given.trim())
}

/// One chip a gap: what was given, and under it what is right where that is something else.
fn marked_gap<'a>(gap: &'a Gap, given: &'a str) -> chip::Marked<'a> {
    let (text, word, verdict) = match (given.is_empty(), is_gap_right(gap, given)) {
        (true, _) => ("—", "no answer", Verdict::Unanswered),
        (false, true) => (given, "right", Verdict::Correct),
        (false, false) => (given, "not right", Verdict::Wrong),
    };
    chip::Marked { text, word, right: (verdict != Verdict::Correct).then(|| gap.right()), verdict }
}
