//! Follows edits by reading what they touch alone. Gives up where that does not tell how the text goes on.

use crate::author::places::{Placed, Places, QuestionKey, Traffic};
use crate::bank::Question;
use crate::bank::read::sections;
use crate::syntax::edit::{Edit, Edits};
use crate::syntax::lexer::{Lexer, Token, comments_in, skip_value};
use crate::syntax::path::{content_start, id_of};
use ron::Options;
use std::ops::Range;

/// Brings the places up to date with a text that `edits` have made; `None`, and nothing changed, where all has to be looked
/// at anew.
pub(super) fn follow(places: &mut Places, text: &str, edits: &Edits, came: &[QuestionKey]) -> Option<Traffic> {
    let list = places.list.clone().filter(|_| places.is_sound)?;
    let head = places.head.as_ref()?;
    let sorted = Sorted::of(places, edits, &list)?;
    let new_list = before(edits, list.start)..end_after(edits, list.end);
    let new_head = if sorted.touches_head {
        // What stands before the bank may be a setting that all questions are read by.
        edits.iter().all(|edit| edit.span.start >= places.bank.start).then_some(())?;
        let new_head = sections::head(text, &new_list).ok()??;
        (new_head.format == head.format).then_some(())?;
        Some(new_head)
    } else {
        None
    };
    let options = sections::question_options(text);
    let traffic = if sorted.between.is_empty() {
        let reread = reread(places, text, edits, &sorted.inside, &options)?;
        shift(places, edits);
        for (index, placed) in reread {
            places.questions[index] = placed;
        }
        Traffic::default()
    } else {
        rebuild(places, text, edits, &sorted, &new_list, &options, came)?
    };
    places.list = Some(new_list);
    if let Some(head) = new_head {
        places.head = Some(head);
    }
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let start = mark + content_start(&text[mark..]);
    places.bank = start..text.trim_end().len().max(start);
    Some(traffic)
}

/// Whether the list holds the questions and else but commas and comments.
pub(super) fn is_sound(text: &str, places: &Places) -> bool {
    let spans = places.questions.iter().map(|placed| &placed.span);
    let found = places.list.clone().and_then(|list| elements(text, list, true));
    found.is_some_and(|found| found.iter().eq(spans))
}

/// Edits by what they are in.
struct Sorted {
    /// Indices of questions with an edit inside.
    inside: Vec<usize>,
    /// Spans of edits between questions, or over whole ones.
    between: Vec<Range<usize>>,
    touches_head: bool,
}

impl Sorted {
    fn of(places: &Places, edits: &Edits, list: &Range<usize>) -> Option<Self> {
        let mut sorted = Self { inside: Vec::new(), between: Vec::new(), touches_head: false };
        for Edit { span, .. } in edits.iter() {
            if span.start >= list.start && span.end <= list.end {
                let index = places.questions.partition_point(|placed| placed.span.end <= span.start);
                let holder = places.questions.get(index).map(|placed| placed.span.clone());
                let is_at_start = |holder: &Range<usize>| span.is_empty() && span.start == holder.start;
                match holder.filter(|holder| holder.start <= span.start && !is_at_start(holder)) {
                    Some(holder) if span.end <= holder.end => sorted.inside.push(index),
                    Some(holder) if span.start > holder.start => return None,
                    _ => {
                        // Over whole questions, and not over a part of one.
                        let last = places.questions.partition_point(|placed| placed.span.start < span.end);
                        let last = last.checked_sub(1).map_or(0, |last| places.questions[last].span.end);
                        if last > span.end {
                            return None;
                        }
                        sorted.between.push(span.clone());
                    }
                }
            } else if span.end < list.start || span.start > list.end {
                sorted.touches_head = true;
            } else {
                return None;
            }
        }
        sorted.inside.dedup();
        Some(sorted)
    }
}

/// Where what ends before `at` has pushed it. What is put in right there comes behind it.
fn before(edits: &Edits, at: usize) -> usize {
    edits
        .iter()
        .take_while(|edit| edit.span.start < at)
        .fold(at, |now, edit| now + edit.new_text.len() - edit.span.len())
}

/// Where something that ends at `at` ends now, with all that was put in up to there.
fn end_after(edits: &Edits, at: usize) -> usize {
    edits
        .iter()
        .take_while(|edit| edit.span.start <= at)
        .fold(at, |now, edit| now + edit.new_text.len() - edit.span.len())
}

/// The questions at these indices as they are now.
fn reread(
    places: &Places,
    text: &str,
    edits: &Edits,
    indices: &[usize],
    options: &Options,
) -> Option<Vec<(usize, Placed)>> {
    let read = |index: &usize| {
        let Placed { key, span, .. } = &places.questions[*index];
        let now = before(edits, span.start)..before(edits, span.end);
        ends_at(text, &now).then(|| placed(text, *key, now, options)).flatten().map(|placed| (*index, placed))
    };
    indices.iter().map(read).collect()
}

/// Whether the value that begins at the span ends with it.
fn ends_at(text: &str, span: &Range<usize>) -> bool {
    let mut lexer = Lexer::new(text, span.start);
    let begins = matches!(lexer.peek(), Some((_, first)) if first.start == span.start && !span.is_empty());
    begins && skip_value(&mut lexer) == Some(span.end)
}

/// The question at `span`; `None` where it cannot be read, and perhaps is several, so that all has to be looked at.
fn placed(text: &str, key: QuestionKey, span: Range<usize>, options: &Options) -> Option<Placed> {
    let own = &text[span.clone()];
    let question: Option<Question> = sections::question(own, options);
    if question.is_none() && sections::may_be_several(own) {
        return None;
    }
    let id = question.as_ref().map(|question| question.id.clone()).or_else(|| id_of(own)).unwrap_or_default();
    Some(Placed { key, span, id, question })
}

/// Moves all questions to where they stand now.
fn shift(places: &mut Places, edits: &Edits) {
    let mut edits = edits.iter().peekable();
    let (mut grown, mut shrunk) = (0, 0);
    for Placed { span, .. } in &mut places.questions {
        while let Some(edit) = edits.next_if(|edit| edit.span.start < span.start || edit.span.end <= span.start) {
            grown += edit.new_text.len();
            shrunk += edit.span.len();
        }
        *span = (span.start + grown).saturating_sub(shrunk)..(span.end + grown).saturating_sub(shrunk);
    }
}

/// Reads between the questions that stay, where edits are.
fn rebuild(
    places: &mut Places,
    text: &str,
    edits: &Edits,
    sorted: &Sorted,
    new_list: &Range<usize>,
    options: &Options,
    came: &[QuestionKey],
) -> Option<Traffic> {
    let is_gone = |placed: &Placed| {
        let index = sorted.between.partition_point(|span| span.end < placed.span.end);
        sorted
            .between
            .get(index)
            .is_some_and(|span| span.start <= placed.span.start && !span.is_empty() && span.end >= placed.span.end)
    };
    let list = places.list.clone()?;
    // Where the old text was left, and the new one.
    let (mut old_at, mut new_at) = (list.start, new_list.start);
    let mut found: Vec<(usize, Range<usize>)> = Vec::new();
    let mut gone: Vec<usize> = Vec::new();
    for (index, placed) in places.questions.iter().enumerate() {
        if is_gone(placed) {
            gone.push(index);
            continue;
        }
        let start = edits.map(placed.span.start);
        let is_touched = sorted.between.iter().any(|span| span.start >= old_at && span.end <= placed.span.start);
        if is_touched {
            let is_first = index == gone.len() && gone.iter().copied().eq(0..index);
            found.extend(elements(text, new_at..start, is_first)?.into_iter().map(|span| (index, span)));
        }
        (old_at, new_at) = (placed.span.end, before(edits, placed.span.end));
    }
    if sorted.between.iter().any(|span| span.start >= old_at) {
        let end = places.questions.len();
        found.extend(elements(text, new_at..new_list.end, gone.len() == end)?.into_iter().map(|span| (end, span)));
    }
    let reread = reread(places, text, edits, &sorted.inside, options)?;
    let is_free = |key: &QuestionKey| places.index(*key).is_none_or(|index| gone.binary_search(&index).is_ok());
    let came_keys: Vec<QuestionKey> = came.iter().copied().filter(is_free).collect();
    let gone_keys: Vec<QuestionKey> = gone.iter().map(|index| places.questions[*index].key).collect();
    let mut left: Vec<(QuestionKey, Box<str>)> = gone
        .iter()
        .map(|index| (places.questions[*index].key, places.questions[*index].id.clone()))
        .filter(|(key, _)| !came_keys.contains(key))
        .collect();
    let mut came_keys = came_keys.into_iter();
    let mut new_keys = Vec::with_capacity(found.len());
    for (_, span) in &found {
        let id = id_of(&text[span.clone()]).unwrap_or_default();
        let same = left.iter().position(|(_, gone)| *gone == id).map(|place| left.remove(place).0);
        new_keys.push(same.or_else(|| came_keys.next()).unwrap_or_else(|| places.fresh_key()));
    }
    let read = found.into_iter().zip(&new_keys);
    let read = read.map(|((at, span), key)| Some((at, placed(text, *key, span, options)?)));
    let mut found = read.collect::<Option<Vec<_>>>()?.into_iter().peekable();
    shift(places, edits);
    for (index, placed) in reread {
        places.questions[index] = placed;
    }
    let mut gone = gone.into_iter().peekable();
    let old = std::mem::take(&mut places.questions);
    let count = old.len();
    let mut all = Vec::with_capacity(count + new_keys.len());
    for (index, question) in old.into_iter().enumerate() {
        while let Some((_, placed)) = found.next_if(|(at, _)| *at == index) {
            all.push(placed);
        }
        if gone.next_if_eq(&index).is_none() {
            all.push(question);
        }
    }
    all.extend(found.map(|(_, placed)| placed));
    places.questions = all;
    places.note_indices();
    let went = gone_keys.iter().copied().filter(|key| !new_keys.contains(key) || came.contains(key)).collect();
    let came = new_keys.iter().copied().filter(|key| !gone_keys.contains(key) || came.contains(key)).collect();
    Some(Traffic { went, came })
}

/// The values in a piece of a list between two that are known, or its brackets; the piece may be the first of the list.
fn elements(text: &str, range: Range<usize>, is_first: bool) -> Option<Vec<Range<usize>>> {
    let piece = text.get(..range.end)?;
    let mut lexer = Lexer::new(piece, range.start);
    let mut found = Vec::new();
    let mut end = range.start;
    let mut may_begin = is_first;
    while let Some((token, next)) = lexer.peek() {
        match token {
            Token::Comma if !may_begin => {
                may_begin = true;
                lexer.at = next.end;
            }
            Token::Open(_) | Token::Word if may_begin => {
                may_begin = false;
                found.push(next.start..skip_value(&mut lexer)?);
                if !matches!(Lexer::new(text, lexer.at).next(), Some((Token::Comma | Token::Close(b']'), _))) {
                    return None;
                }
            }
            _ => return None,
        }
        end = lexer.at;
    }
    // A comment without an end would take in what follows.
    let is_open =
        comments_in(text, end..range.end).any(|comment| comment.end == range.end && text[comment].starts_with("//"));
    let needs_comma = !may_begin && !text[range.end..].starts_with(']');
    (!is_open && !needs_comma).then_some(found)
}
