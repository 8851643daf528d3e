//! Puts texts with gaps together: the words are converted with marks in place of the gaps. Knows no format's signs for gaps.

use crate::bank::{Answer as BankAnswer, ClozeText};
use crate::exchange::{Answer, Remark};
use indexmap::IndexSet;

/// What is asked where a text with gaps has no sentence before it.
pub(in crate::exchange) const PROMPT: &str = "Fill in the gaps.";

const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';

/// The mark that stands for a gap while the words around it are converted.
pub(in crate::exchange) fn mark(gap: usize) -> String {
    format!("{OPEN}{gap}{CLOSE}")
}

/// A text in which no sign is taken for a mark.
pub(in crate::exchange) fn without_marks(text: &str) -> String {
    text.replace([OPEN, CLOSE], "")
}

/// A typed gap as a bank writes it.
pub(in crate::exchange) fn typed(forms: &[String]) -> String {
    format!("{{{}}}", forms.iter().map(|form| escaped(form)).collect::<Vec<_>>().join("|"))
}

/// A gap with a list, the right option first. One without a wrong option is typed.
pub(in crate::exchange) fn list(options: &[String]) -> String {
    let kept: IndexSet<&String> = options.iter().filter(|option| !option.trim().is_empty()).collect();
    format!("{{{}}}", kept.iter().map(|option| escaped(option)).collect::<Vec<_>>().join(" ~ "))
}

/// Longer formulas are looked for nowhere else either.
const LONGEST_FORMULA: usize = 2048;

/// What stands in a gap: plain apart from maths, which other programs have between `\(` and `\)`.
fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text.trim();
    while let Some(sign) = rest.chars().next() {
        let maths = rest.strip_prefix("\\(").and_then(|inside| {
            let end = inside[..inside.floor_char_boundary(LONGEST_FORMULA)].find("\\)")?;
            Some((&inside[..end], &inside[end + 2..]))
        });
        if let Some((tex, after)) = maths.filter(|(tex, _)| !tex.contains(['$', '{', '}']) && !tex.trim().is_empty()) {
            written.push('$');
            written.push_str(tex.trim());
            written.push('$');
            rest = after;
            continue;
        }
        if matches!(sign, '{' | '}' | '|' | '~' | '$' | '\\') {
            written.push('\\');
        }
        written.push(if sign.is_whitespace() { ' ' } else { sign });
        rest = &rest[sign.len_utf8()..];
    }
    written
}

/// The prompt and the key: `words` hold a mark for each of the gaps. Where no prompt is known, it is what stands before
/// the paragraph of the first gap.
pub(in crate::exchange) fn assembled(
    words: &str,
    prompt: Option<String>,
    gaps: &[String],
    remarks: &mut Vec<Remark>,
) -> (String, Answer) {
    let (prompt, words) = match prompt {
        Some(prompt) if !prompt.trim().is_empty() => (prompt, words),
        _ => split(words).unwrap_or_else(|| {
            remarks.push(Remark::Assumed("it has no sentence before its text, and asks “Fill in the gaps.”"));
            (PROMPT.to_owned(), words)
        }),
    };
    let mut text = String::with_capacity(words.len() + 16 * gaps.len());
    let mut rest = words.trim();
    while let Some((before, after)) = rest.split_once(OPEN) {
        text.push_str(before);
        let (gap, after) = after.split_once(CLOSE).unwrap_or(("", after));
        text.push_str(gap.parse().ok().and_then(|gap: usize| gaps.get(gap)).map_or("", String::as_str));
        rest = after;
    }
    text.push_str(rest);
    let answer = BankAnswer::Cloze { text: ClozeText::new(&text) };
    (prompt, Answer::Ready { answer, feedback: Vec::new() })
}

/// What stands before the paragraph of the first gap, and the rest.
fn split(words: &str) -> Option<(String, &str)> {
    let gap = words.find(OPEN)?;
    let end = words[..gap].rfind("\n\n")?;
    let prompt = words[..end].trim();
    let is_whole = prompt.matches("```").count().is_multiple_of(2) && !prompt.is_empty();
    is_whole.then(|| (prompt.to_owned(), &words[end + 2..]))
}
