//! Texts with gaps, taken apart once and kept from frame to frame by their source. Shows nothing.

use crate::bank::ClozeText;
use crate::text::Rich;
use egui::mutex::Mutex;
use egui::{Context, Id};
use std::collections::HashMap;
use std::sync::Arc;

/// A text with gaps as it is shown and said.
#[derive(Debug)]
pub(super) struct Gaps {
    /// Words and gaps as formatted text.
    pub rich: Rich,
    /// For each gap the sentence that it stands in, as it is said: `Vienna lies on the blank, which flows gap 2 from there.`
    pub sentences: Vec<String>,
}

/// More texts than anybody goes back to within a moment; beyond them, the cache begins anew.
const MOST_TEXTS: usize = 32;

type Known = Arc<Mutex<HashMap<Box<str>, Arc<Gaps>>>>;

impl Gaps {
    /// The gaps of a text.
    pub fn of(ctx: &Context, text: &ClozeText) -> Arc<Self> {
        let slot = Id::unique("texts with gaps");
        let known: Known = ctx.data_mut(|data| Arc::clone(data.get_temp_mut_or_default::<Known>(slot)));
        let mut known = known.lock();
        if let Some(gaps) = known.get(text.source()) {
            return Arc::clone(gaps);
        }
        if known.len() >= MOST_TEXTS {
            known.clear();
        }
        let gaps = Arc::new(Self::new(text));
        known.insert(text.source().into(), Arc::clone(&gaps));
        gaps
    }

    fn new(text: &ClozeText) -> Self {
        let rich = text.rich();
        let sentences = (0..text.gaps().count()).map(|number| sentence_around(&rich, number)).collect();
        Self { rich, sentences }
    }
}

/// The sentence that a gap stands in.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &[&str]) {
        assert_eq!(Gaps::new(&ClozeText::new(source)).sentences, expected);
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

    #[test]
    fn a_text_is_taken_apart_once_and_many_texts_do_not_pile_up() {
        let ctx = Context::default();
        let text = |number: usize| ClozeText::new(&format!("{{a}} and {number}"));
        let first = Gaps::of(&ctx, &text(0));
        assert!(Arc::ptr_eq(&first, &Gaps::of(&ctx, &text(0))));
        assert!(!Arc::ptr_eq(&first, &Gaps::of(&ctx, &text(1))));
        for number in 0..3 * MOST_TEXTS {
            let _ = Gaps::of(&ctx, &text(number));
        }
        assert_eq!(Gaps::of(&ctx, &text(7)).sentences, ["blank and 7"]);
    }
}
