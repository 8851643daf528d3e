//! The gaps of a text as a list, and the text with one of them changed or made. Works on the text alone, which stays the truth.

use crate::bank::{ClozeText, GapWritten};
use std::ops::Range;

/// A gap as it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapForm {
    /// What can fill it: every form that is right when typed; or the options of a list, the right one first.
    pub answers: Vec<String>,
    /// Whether learners pick from a list.
    pub is_list: bool,
}

/// Why no gap can be made of what is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoGap {
    /// Nothing is selected, or only spaces.
    NothingSelected,
    /// A brace is selected: that of a gap, or of maths.
    BraceSelected,
    /// It lies in a gap.
    InGap,
}

/// The gaps of a text, in its order; those before the first brace without its partner.
pub fn gaps(text: &str) -> Vec<GapForm> {
    let form = |gap: GapWritten| GapForm { answers: gap.answers, is_list: gap.is_list };
    ClozeText::gaps_written(text).into_iter().map(form).collect()
}

/// Writes a gap anew. Nothing happens where there is no such gap.
pub fn set_gap(text: &mut String, index: usize, gap: &GapForm) {
    let Some(written) = ClozeText::gaps_written(text).into_iter().nth(index) else { return };
    let with = |gap_text: String| {
        let mut text = text.clone();
        text.replace_range(written.span.clone(), &gap_text);
        text
    };
    // Maths keeps its braces where that reads back as it was meant; a lone `$` could reach for another one behind it.
    let plain = with(gap_text(gap, str::to_owned));
    let trimmed: Vec<&str> = gap.answers.iter().map(|answer| answer.trim()).collect();
    let is_read_back =
        gaps(&plain).get(index).is_some_and(|read| read.answers == trimmed) && gaps(&plain).len() == gaps(text).len();
    *text = if is_read_back { plain } else { with(gap_text(gap, |answer| escaped(answer, &SPECIAL))) };
}

/// The signs that mean something in a gap.
const SPECIAL: [char; 6] = ['{', '}', '|', '~', '$', '\\'];

/// Takes a gap away and leaves its right answer as words.
pub fn fill_gap(text: &mut String, index: usize) {
    if let Some(written) = ClozeText::gaps_written(text).into_iter().nth(index) {
        let right = written.answers.first().map_or("", String::as_str);
        text.replace_range(written.span, &escaped(right, &['{', '}']));
    }
}

/// Makes a gap of the words between two places of the text. Returns where its braces stand.
///
/// # Errors
/// Where none can be made.
pub fn make_gap(text: &mut String, selected: Range<usize>) -> Result<Range<usize>, NoGap> {
    let words = text.get(selected.clone()).ok_or(NoGap::NothingSelected)?;
    let trimmed = words.trim();
    if trimmed.is_empty() {
        return Err(NoGap::NothingSelected);
    }
    let start = selected.start + (words.len() - words.trim_start().len());
    let span = start..start + trimmed.len();
    let is_in = |gap: &GapWritten| gap.span.start < span.end && span.start < gap.span.end;
    if ClozeText::gaps_written(text).iter().any(is_in) {
        return Err(NoGap::InGap);
    }
    if trimmed.contains(['{', '}']) {
        return Err(NoGap::BraceSelected);
    }
    let gap = format!("{{{}}}", escaped(trimmed, &['|', '~']));
    let end = span.start + gap.len();
    text.replace_range(span.clone(), &gap);
    Ok(span.start..end)
}

fn gap_text(gap: &GapForm, written: impl Fn(&str) -> String) -> String {
    let answers: Vec<String> = gap.answers.iter().map(|answer| written(answer)).collect();
    match (gap.is_list, &answers[..]) {
        (false, answers) => format!("{{{}}}", answers.join("|")),
        // A list with one option would be taken for a gap to type in.
        (true, [only]) => format!("{{{only} ~ }}"),
        (true, answers) => format!("{{{}}}", answers.join(" ~ ")),
    }
}

fn escaped(text: &str, signs: &[char]) -> String {
    let escape = |sign: char| signs.contains(&sign).then_some('\\').into_iter().chain([sign]);
    text.chars().flat_map(escape).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::Gap;
    use proptest::prelude::*;

    fn gap(answers: &[&str], is_list: bool) -> GapForm {
        GapForm { answers: answers.iter().map(|answer| (*answer).to_owned()).collect(), is_list }
    }

    fn made(text: &str, selected: &str) -> Result<String, NoGap> {
        let mut text = text.to_owned();
        let start = text.find(selected).expect("is in it");
        let end = start + selected.len();
        make_gap(&mut text, start..end).map(|span| {
            assert!(text[span.clone()].starts_with('{') && text[span].ends_with('}'));
            text
        })
    }

    #[test]
    fn no_gap_is_made_of_nothing_of_a_gap_or_of_braces() {
        assert_eq!(made("Vienna lies there.", ""), Err(NoGap::NothingSelected));
        assert_eq!(made("Vienna lies there.", " "), Err(NoGap::NothingSelected));
        assert_eq!(made("Vienna {lies} there.", "lies"), Err(NoGap::InGap));
        assert_eq!(made("Vienna {lies} there.", "enna {li"), Err(NoGap::InGap));
        assert_eq!(made("$x_{1}$ is 2", "x_{1}"), Err(NoGap::BraceSelected));
        assert_eq!(make_gap(&mut "é".to_owned(), 0..1), Err(NoGap::NothingSelected));
        assert_eq!(make_gap(&mut "é".to_owned(), 5..9), Err(NoGap::NothingSelected));
    }

    #[test]
    fn a_gap_is_made_of_the_words_without_the_spaces_around_them() {
        assert_eq!(made("It lies on the Danube there.", " Danube ").as_deref(), Ok("It lies on the {Danube} there."));
        assert_eq!(made("a|b or c", "a|b").as_deref(), Ok(r"{a\|b} or c"));
    }

    #[test]
    fn half_written_gaps_are_shown_as_far_as_they_go() {
        assert_eq!(gaps("{a|} {b ~ } {} {c"), [gap(&["a", ""], false), gap(&["b", ""], true), gap(&[""], false)]);
        assert_eq!(gaps("no gap }{a}"), []);
    }

    #[test]
    fn a_gap_is_changed_and_the_rest_stays() {
        let mut text = r"\{x\} {a|b} and {c ~ d}.".to_owned();
        set_gap(&mut text, 0, &gap(&["a", "{b}", "c|d"], false));
        assert_eq!(text, r"\{x\} {a|\{b\}|c\|d} and {c ~ d}.");
        set_gap(&mut text, 1, &gap(&["c", "$x_{1}$"], true));
        assert_eq!(text, r"\{x\} {a|\{b\}|c\|d} and {c ~ $x_{1}$}.");
        set_gap(&mut text, 7, &gap(&["z"], false));
        fill_gap(&mut text, 0);
        fill_gap(&mut text, 0);
        assert_eq!(text, r"\{x\} a and c.");
    }

    proptest! {
        #[test]
        fn what_is_written_into_a_gap_is_what_the_bank_reads(answers in prop::collection::vec(r"[a{}|~\\$ ]{0,5}[a}\\]", 1..4), is_list: bool) {
            let mut text = "before {x} after {y}".to_owned();
            let answers: Vec<String> = answers.iter().map(|answer| answer.trim().to_owned()).collect();
            let is_list = is_list && answers.len() > 1;
            set_gap(&mut text, 0, &GapForm { answers: answers.clone(), is_list });
            let cloze = ClozeText::new(&text);
            let read: Vec<Gap> = cloze.gaps().cloned().collect();
            let boxed = answers.iter().map(|answer| answer.as_str().into()).collect();
            let wanted = if is_list { Gap::List(boxed) } else { Gap::Typed(boxed) };
            prop_assert_eq!(read.first(), Some(&wanted), "{}", text);
            prop_assert_eq!(read.len(), 2);
        }

        #[test]
        fn no_text_makes_a_panic(text in r"[{}|~\\$ aé]{0,14}", from in 0..16_usize, to in 0..16_usize) {
            let mut made = text.clone();
            let _ = make_gap(&mut made, from..to);
            fill_gap(&mut made, 0);
            set_gap(&mut made, 0, &GapForm { answers: Vec::new(), is_list: true });
            prop_assert!(gaps(&text).len() <= text.len());
        }
    }
}
