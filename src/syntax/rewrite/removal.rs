//! Takes items out of a group, with their commas and lines. Comments that do not go with an item stay.

use crate::syntax::edit::Edit;
use crate::syntax::lexer::{Lexer, comments_in};
use crate::syntax::rewrite::gaps::{Comments, Row, breaks, ends_line, in_front, indent, line_start, starts_line};
use std::ops::Range;

/// The items of these indices go.
pub(super) fn remove(
    row: Row,
    comments: Comments,
    newline: &str,
    run: Range<usize>,
    edits: &mut Vec<Edit>,
) -> Option<()> {
    let goes = comments == Comments::Go;
    let (first, last) = (run.start, run.end - 1);
    let core_start = row.cores[first].start;
    let start = if goes { row.lead_start(first)? } else { core_start };
    let tail_end = if goes { row.tail_end(last)? } else { row.cores[last].end };
    let comma = row.gap(run.end)?.comma;
    let has_next = run.end < row.cores.len();
    let is_comma_first = (first == 0 || row.is_comma_first(first)) && (!has_next || row.is_comma_first(run.end));
    let own_comma = comma.filter(|_| !(is_comma_first && first > 0));
    let end = own_comma.as_ref().map_or(tail_end, |comma| comma.end.max(tail_end));
    let cut = behind_line_note(row, first, cut(row, first, start, end, is_comma_first));
    let owned: Vec<Range<usize>> = if goes { owned(row, &run)? } else { Vec::new() };
    let kept = kept_in(row.text, &cut)
        .into_iter()
        .filter(|comment| !owned.iter().any(|own| own.start <= comment.start && comment.end <= own.end));
    let kept: Vec<Range<usize>> = kept.collect();
    if !has_next && own_comma.is_none() && first > 0 {
        // What is last now has no comma either, as what was last before.
        let before = row.gap(first)?.comma?;
        if before.end <= cut.start {
            edits.push(Edit { span: before, new_text: "".into() });
        }
    }
    let new_text = written(row, newline, &cut, &kept);
    let cut =
        if kept.is_empty() && first == 0 && !has_next && is_blank_but(row, &cut) { row.inside.clone() } else { cut };
    edits.push(Edit { span: cut, new_text: new_text.into() });
    Some(())
}

/// What is taken out of the text for what stands from `start` to `end`: whole lines, or so much that no blank is left over.
fn cut(row: Row, first: usize, start: usize, end: usize, is_comma_first: bool) -> Range<usize> {
    let Row { text, inside, .. } = row;
    let tail_before = || first.checked_sub(1).and_then(|before| row.tail_end(before));
    let comma_before = || row.gap(first).and_then(|gap| gap.comma).map(|comma| comma.end);
    let before = || tail_before().max(comma_before());
    let rest = &text[end..inside.end];
    let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    if is_comma_first && first > 0 {
        return tail_before().unwrap_or(start)..end;
    }
    if starts_line(text, start) && ends_line(text, end) && breaks(rest) > 0 {
        let mut to = end + blanks + break_bytes(&text[end + blanks..]);
        let from = line_start(text, start);
        // Of the empty lines around whole lines that go, one side is enough.
        let is_apart = first > 0 && breaks(&text[text[..from].trim_end().len()..from]) > 1;
        while is_apart && ends_line(text, to) && to < inside.end {
            let blank = text[to..].len() - text[to..].trim_start_matches([' ', '\t']).len();
            match break_bytes(&text[to + blank..]) {
                0 => break,
                bytes => to += blank + bytes,
            }
        }
        return from..to.min(inside.end);
    }
    if rest[blanks..].is_empty() {
        // The bracket closes on the same line.
        return before().unwrap_or(start)..end + if first == 0 { blanks } else { 0 };
    }
    if starts_line(text, start) || first == 0 {
        let is_note = rest[blanks..].starts_with('/');
        let all = if is_note { blanks } else { rest.len() - rest.trim_start().len() };
        return start..end + all;
    }
    before().unwrap_or(start).min(start)..end
}

/// The same, without the end of a line that a comment needs so as not to go on.
fn behind_line_note(row: Row, first: usize, cut: Range<usize>) -> Range<usize> {
    let Row { text, .. } = row;
    let notes = row.gap(first).map(|gap| gap.comments).unwrap_or_default();
    let is_behind = notes.iter().any(|note| note.end == cut.start && text[note.clone()].starts_with("//"));
    if !is_behind || ends_line(text, cut.end) {
        return cut;
    }
    let piece = &text[cut.clone()];
    cut.start + piece.len() - piece.trim_start().len()..cut.end
}

fn break_bytes(text: &str) -> usize {
    if text.starts_with("\r\n") { 2 } else { usize::from(text.starts_with(['\n', '\r'])) }
}

/// Where the items stand with the comments that go with them.
fn owned(row: Row, run: &Range<usize>) -> Option<Vec<Range<usize>>> {
    run.clone().map(|index| Some(row.lead_start(index)?..row.tail_end(index)?)).collect()
}

/// The comments in a piece that begins and ends between tokens.
fn kept_in(text: &str, cut: &Range<usize>) -> Vec<Range<usize>> {
    let mut comments = Vec::new();
    let mut from = cut.start;
    for (_, range) in Lexer::new(&text[..cut.end], cut.start) {
        comments.extend(comments_in(text, from..range.start));
        from = range.end;
    }
    comments.extend(comments_in(text, from..cut.end));
    comments
}

/// What stays of what is cut out.
fn written(row: Row, newline: &str, cut: &Range<usize>, kept: &[Range<usize>]) -> String {
    let text = row.text;
    let is_lines = line_start(text, cut.start) == cut.start && cut.start > 0;
    let mut written = String::new();
    for comment in kept {
        let comment_text = text[comment.clone()].trim_end_matches('\r');
        if is_lines {
            written.push_str(&format!("{}{comment_text}{}", indent(text, comment.start), newline));
        } else if starts_line(text, cut.start) {
            written.push_str(&in_front(comment_text, newline, indent(text, cut.start)));
        } else {
            let is_line_note = comment_text.starts_with("//");
            written.push_str(&format!(" {comment_text}"));
            if is_line_note {
                written.push_str(&format!("{}{}", newline, indent(text, cut.start)));
            }
        }
    }
    written
}

/// Whether only blanks are between the brackets beside what is cut out.
fn is_blank_but(row: Row, cut: &Range<usize>) -> bool {
    let Row { text, inside, .. } = row;
    text[inside.start..cut.start].trim().is_empty() && text[cut.end..inside.end].trim().is_empty()
}
