//! A text with gaps to fill: typed, or picked from a list.

use super::focus::FocusWish;
use crate::app::keys;
use crate::app::theme::Theme;
use crate::app::widgets::{Dropdown, chip, field, heard, rich_text, text};
use crate::bank::model::cloze::Gap;
use crate::bank::{Answer, ClozeText};
use crate::sitting::{Response, Turn, Verdict, is_gap_right};
use crate::text::Rich;
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
    let rich = cloze.rich();
    rich_text::with_gaps(ui, &rich, &theme.option(), gap_height, &mut |ui, number, after| {
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
        heard::describe(&response, &sentence_around(&rich, number));
    });
    if ranges.len() > 1 {
        text::small(ui, "Tab leads from gap to gap.");
    }
}

/// The sentence that a gap stands in, as it is said: `Vienna lies on the blank, which flows gap 2 from there.`
fn sentence_around(rich: &Rich, number: usize) -> String {
    const HERE: char = '\u{FFFC}';
    let gap = |other: usize| if other == number { HERE.to_string() } else { format!("gap {}", other + 1) };
    let text = rich.spoken(&gap);
    let Some((before, after)) = text.split_once(HERE) else { return String::new() };
    let begin = before.char_indices().rev().find(|(at, _)| ends_sentence(&before[*at..])).map_or(0, |(at, _)| at + 1);
    let end = after.char_indices().find(|(at, _)| ends_sentence(&after[*at..])).map_or(after.len(), |(at, _)| at + 1);
    format!("{}blank{}", before[begin..].trim_start(), after[..end].trim_end())
}

/// Whether a sentence ends with the first sign of `rest`.
fn ends_sentence(rest: &str) -> bool {
    let mut letters = rest.chars();
    match letters.next() {
        Some('\n') => true,
        Some('.' | '!' | '?') => letters.next().is_none_or(char::is_whitespace),
        _ => false,
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
    let glued = ui.fonts_mut(|fonts| fonts.layout_no_wrap(glued.to_owned(), theme.option(), Color32::PLACEHOLDER));
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
    let gap_height = gaps.iter().map(|gap| right_part(gap).height(ui)).fold(0.0, f32::max);
    rich_text::with_gaps(ui, &text.rich(), &theme.option(), gap_height, &mut |ui, number, after| {
        if let Some(gap) = gaps.get(number) {
            marked_gap(ui, gap, given_in_gap(turn, number), after);
        }
    });
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

fn right_part(gap: &Gap) -> chip::Marked<'_> {
    chip::Marked { text: gap.right(), word: "right answer", verdict: Verdict::Correct }
}

fn marked_gap(ui: &mut Ui, gap: &Gap, given: &str, after: &str) {
    let is_right = !given.is_empty() && is_gap_right(gap, given);
    let given = match (given.is_empty(), is_right) {
        (true, _) => chip::Marked { text: "—", word: "no answer", verdict: Verdict::Unanswered },
        (false, true) => chip::Marked { text: given, word: "right", verdict: Verdict::Correct },
        (false, false) => chip::Marked { text: given, word: "not right", verdict: Verdict::Wrong },
    };
    let right = right_part(gap);
    if is_right {
        keep_together(ui, given.width(ui), after);
        given.show(ui);
    } else {
        given.show(ui);
        ui.add_space(6.0);
        keep_together(ui, right.width(ui), after);
        right.show(ui);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::ClozeText;

    fn check(source: &str, expected: &[&str]) {
        let text = ClozeText::new(source);
        let said: Vec<String> = (0..text.gaps().count()).map(|number| sentence_around(&text.rich(), number)).collect();
        assert_eq!(said, expected);
    }

    #[test]
    fn a_gap_is_said_with_the_sentence_that_it_stands_in() {
        check(
            "Vienna lies on the {Danube}, which flows {east ~ west}.",
            &["Vienna lies on the blank, which flows gap 2.", "Vienna lies on the gap 1, which flows blank."],
        );
        check("It is so. The {Danube} flows! Is it 3.5 km?", &["The blank flows!"]);
        check("About 3.5 **km** of {Danube} are", &["About 3.5 km of blank are"]);
        check("{Danube}", &["blank"]);
    }
}
