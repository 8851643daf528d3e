//! Reads one block into a draft: name, format, words, and the braces with the answers.

use super::answers;
use super::blocks::Block;
use super::escape::{broken_tex, meant};
use super::kinds::{DESCRIPTION, ESSAY, KINDS, MISSING_WORD, MULTIPLE_CHOICE, SHORT_ANSWER};
use super::texts::{TextFormat, Texts};
use crate::exchange::markup::Purpose;
use crate::exchange::moodle_xml::{GROUPS, gap_text};
use crate::exchange::{Answer, Draft, DraftOption, DraftText, Place, Remark};

/// Reads a block.
pub(super) fn read(block: &Block) -> Draft {
    let (name, words) = named(block.text.trim());
    let (format, words) = TextFormat::of(words, TextFormat::Moodle);
    let mut texts = Texts { format, remarks: Vec::new() };
    if block.is_told_from_signs {
        texts.tell(Remark::Boundary);
    }
    if block.has_tags {
        texts.tell(Remark::NoPlaceFor("tags"));
    }
    if let Some(tex) = broken_tex(&block.text) {
        texts.tell(Remark::LineBreakInTex(tex.into()));
    }
    let mut draft = read_words(words, block, &mut texts);
    draft.name = texts.plain(name).into();
    draft.origin = meant(&block.id).into();
    draft.topic = block.topic.clone();
    draft.remarks = texts.remarks;
    draft
}

/// The name between double colons, and the rest.
fn named(text: &str) -> (&str, &str) {
    text.strip_prefix("::").and_then(|rest| rest.split_once("::")).unwrap_or(("", text))
}

fn draft(block: &Block, type_name: &str, prompt: String, answer: Answer) -> Draft {
    debug_assert!(KINDS.iter().any(|row| row.theirs == type_name), "{type_name} stands in the table");
    Draft::new(Place::line(block.line), type_name, prompt, answer)
}

fn read_words(words: &str, block: &Block, texts: &mut Texts) -> Draft {
    let groups = groups(words);
    let Some(group) = groups.iter().find(|group| is_key(&words[group.inside()])).or(groups.first()) else {
        let reason = match words.contains('{') {
            true => Remark::Damaged("a brace is not closed".into()),
            false => Remark::Description,
        };
        return draft(block, DESCRIPTION.theirs, texts.words(words, Purpose::Text), Answer::LeftOut(reason));
    };
    let keys: Vec<&Group> = groups.iter().filter(|group| is_key(&words[group.inside()])).collect();
    if keys.len() > 1 {
        return with_gaps(words, &keys, block, texts);
    }
    let (before, after) = (&words[..group.open], &words[group.close + 1..]);
    let (inside, explanation) = words[group.inside()].split_once("####").unwrap_or((&words[group.inside()], ""));
    let inside = inside.trim();
    let explanation = texts.text(explanation, Purpose::Text);
    let is_missing_word = !after.trim().is_empty();
    let mut draft = if inside.is_empty() {
        essay(&format!("{before}{after}"), &explanation, block, texts)
    } else {
        let answer = answers::read(inside, block.note == GROUPS, texts);
        match gap(&answer).filter(|_| is_missing_word && before.chars().chain(after.chars()).any(char::is_alphanumeric))
        {
            Some(_) => with_gaps(words, &[group], block, texts),
            None => {
                let blank = if is_missing_word { "_____" } else { "" };
                // Underscores would be emphasis in Markdown; a blank stays one in plain words.
                let prompt = texts.words(&format!("{before}{blank}{after}"), Purpose::Text);
                draft(block, answers::kind(inside).theirs, prompt, answer)
            }
        }
    };
    draft.explanation = explanation;
    draft
}

fn essay(words: &str, explanation: &str, block: &Block, texts: &mut Texts) -> Draft {
    let answer = match explanation.is_empty() {
        true => Answer::LeftOut(Remark::MarkedByPerson),
        false => Answer::Card { back: explanation.to_owned() },
    };
    draft(block, ESSAY.theirs, texts.words(words, Purpose::Text), answer)
}

/// Several pairs of braces, or one in the middle of a sentence, as gaps.
fn with_gaps(words: &str, groups: &[&Group], block: &Block, texts: &mut Texts) -> Draft {
    let (mut marked, mut gaps, mut at) = (String::new(), Vec::new(), 0);
    for group in groups {
        let inside = words[group.inside()].split("####").next().unwrap_or_default().trim();
        let kind = if inside.is_empty() { ESSAY } else { answers::kind(inside) };
        let is_gap = kind == MULTIPLE_CHOICE || kind == SHORT_ANSWER;
        let found = if is_gap { gap(&answers::read(inside, false, texts)) } else { None };
        let Some(gap) = found else {
            let reason = Remark::CannotCarry("it has several pairs of braces, of which Moodle reads the first alone");
            return draft(block, MISSING_WORD.theirs, texts.words(words, Purpose::Text), Answer::LeftOut(reason));
        };
        marked.push_str(&words[at..group.open]);
        marked.push_str(&gap_text::mark(gaps.len()));
        gaps.push(gap);
        at = group.close + 1;
    }
    if groups.len() > 1 {
        texts.tell(Remark::Assumed("each pair of braces was read as a gap, where Moodle reads the first alone"));
    }
    marked.push_str(&words[at..]);
    let words = texts.words(&marked, Purpose::Cloze);
    let (prompt, answer) = gap_text::assembled(&words, None, &gaps, &mut texts.remarks);
    draft(block, MISSING_WORD.theirs, prompt, answer)
}

/// The key as a gap; `None` where a gap would lose something of it.
fn gap(answer: &Answer) -> Option<String> {
    match answer {
        Answer::Options { options, is_many: false } => {
            let is_bare = |option: &DraftOption| option.feedback.is_empty() && matches!(option.weight, 0.0 | 1.0);
            let right = options.iter().filter(|option| option.weight == 1.0);
            if !options.iter().all(is_bare) || right.clone().count() != 1 || options.len() < 2 {
                return None;
            }
            let wrong = options.iter().filter(|option| option.weight == 0.0);
            Some(gap_text::list(&right.chain(wrong).map(|option| option.text.clone()).collect::<Vec<_>>()))
        }
        Answer::Texts { texts, .. } => {
            let is_bare = |text: &DraftText| {
                text.feedback.is_empty() && text.weight == 1.0 && !text.is_pattern && !text.text.is_empty()
            };
            let forms: Vec<String> = texts.iter().map(|text| text.text.clone()).collect();
            (texts.iter().all(is_bare) && !forms.is_empty()).then(|| gap_text::typed(&forms))
        }
        Answer::Options { .. }
        | Answer::TrueFalse { .. }
        | Answer::Numbers { .. }
        | Answer::Card { .. }
        | Answer::Ready { .. }
        | Answer::Spots { .. }
        | Answer::LeftOut(_) => None,
    }
}

/// A pair of braces.
struct Group {
    open: usize,
    close: usize,
}

impl Group {
    fn inside(&self) -> std::ops::Range<usize> {
        self.open + 1..self.close
    }
}

/// Each opening brace with the next closing one.
fn groups(words: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut open: Option<usize> = None;
    for (at, sign) in words.char_indices() {
        match (sign, open) {
            ('{', _) => open = Some(at),
            ('}', Some(start)) => {
                groups.push(Group { open: start, close: at });
                open = None;
            }
            _ => {}
        }
    }
    groups
}

/// Whether what stands in braces looks like answers: code and styles have braces, too.
fn is_key(inside: &str) -> bool {
    let inside = inside.trim();
    let word = inside.split('#').next().unwrap_or_default().trim();
    inside.is_empty() || inside.starts_with(['=', '~', '#']) || answers::truth(word).is_some()
}
