//! What to change where two people have changed one thing and one of them is to have it. Merges nothing itself.

use crate::author::merge::{Conflict, ConflictOf};
use crate::author::{Change, Document};
use crate::bank::read::vocabulary::QUESTION_FIELDS;
use crate::bank::{Bank, Entries, Quietly, Quiz, Source, read};
use crate::syntax::path::{Step, span_of};

/// The change that gives what the conflict is about the value `wanted`: one of its three, as RON text, empty for nothing. `None`
/// where it is no longer there, or where it can only be changed as text.
pub fn settled(document: &Document, conflict: &Conflict, wanted: &str) -> Option<Change> {
    match conflict.of {
        ConflictOf::Question => question(document, conflict, wanted),
        ConflictOf::Head => head(document, |head| set_head_field(head, &conflict.field, wanted)),
        ConflictOf::Quiz => head(document, |head| set_quiz(head, conflict, wanted)),
        ConflictOf::Source => head(document, |head| set_source(head, conflict, wanted)),
    }
}

fn question(document: &Document, conflict: &Conflict, wanted: &str) -> Option<Change> {
    let placed = document.questions().iter().find(|placed| placed.id == conflict.id);
    match (conflict.field.is_empty(), placed) {
        (true, Some(placed)) if wanted.is_empty() => Some(Change::Remove { keys: vec![placed.key] }),
        (true, Some(placed)) => Some(Change::Question { key: placed.key, new: ron::from_str(wanted).ok()? }),
        (true, None) if wanted.is_empty() => None,
        (true, None) => {
            let after = document.questions().last().map(|placed| placed.key);
            Some(Change::Insert { after, questions: vec![ron::from_str(wanted).ok()?] })
        }
        (false, None) => None,
        (false, Some(placed)) => {
            let name = QUESTION_FIELDS.iter().copied().find(|name| *name == &*conflict.field)?;
            let piece = document.text().get(placed.span.clone())?;
            let new = ron::from_str(&with_field(piece, name, wanted)?).ok()?;
            Some(Change::Question { key: placed.key, new })
        }
    }
}

/// The text of a struct with another value of a field: the value alone, since what it is written in is found out later.
fn with_field(piece: &str, name: &'static str, wanted: &str) -> Option<String> {
    let span = span_of(piece, &[Step::Field(name)]);
    let open = piece.find('(')?;
    if span.start > open {
        let wanted = if wanted.is_empty() { default_of(name)? } else { wanted };
        return Some([&piece[..span.start], wanted, &piece[span.end..]].concat());
    }
    match wanted {
        "" => Some(piece.to_owned()),
        wanted => Some(format!("{}{name}: {wanted}, {}", &piece[..=open], &piece[open + 1..])),
    }
}

/// What a field says that is not written.
fn default_of(name: &str) -> Option<&'static str> {
    match name {
        "topic" | "explanation" | "alt" => Some("\"\""),
        "feedback" => Some("{}"),
        "hints" | "cite" | "facts" | "enemies" => Some("[]"),
        "points" => Some("1"),
        "difficulty" => Some("None"),
        "hint_cost" => Some("0"),
        _ => None,
    }
}

fn head(document: &Document, set: impl FnOnce(&mut Bank) -> Option<()>) -> Option<Change> {
    let mut new = document.head()?.clone();
    set(&mut new)?;
    Some(Change::Head { new })
}

/// A bank that says nothing but this.
fn bank_of(fields: &str) -> Option<Bank> {
    read(&format!("Bank(format: 1, id: \"a\", title: \"a\", {fields} questions: [])"), &Quietly).bank.ok()
}

fn set_head_field(head: &mut Bank, field: &str, wanted: &str) -> Option<()> {
    if matches!(field, "title" | "id") {
        let text: Box<str> = ron::from_str(wanted).ok()?;
        let place = if field == "title" { &mut head.title } else { &mut head.id };
        *place = text;
        return Some(());
    }
    let written = if wanted.is_empty() { String::new() } else { format!("{field}: {wanted},") };
    let from = bank_of(&written)?;
    match field {
        "about" => head.about = from.about,
        "language" => head.language = from.language,
        "authors" => head.authors = from.authors,
        "licence" => head.licence = from.licence,
        _ => return None,
    }
    Some(())
}

fn set_quiz(head: &mut Bank, conflict: &Conflict, wanted: &str) -> Option<()> {
    let mut quizzes = head.quizzes.to_vec();
    let place = quizzes.iter().position(|quiz| quiz.id == conflict.id);
    if conflict.field.is_empty() {
        match (place, wanted.is_empty()) {
            (Some(place), true) => drop(quizzes.remove(place)),
            (Some(place), false) => quizzes[place] = ron::from_str(wanted).ok()?,
            (None, true) => return None,
            (None, false) => quizzes.push(ron::from_str(wanted).ok()?),
        }
    } else {
        let quiz = &mut quizzes[place?];
        let written = if wanted.is_empty() { String::new() } else { format!(", {}: {wanted}", conflict.field) };
        let other =
            if &*conflict.field == "title" { format!("title: {wanted}") } else { format!("title: \"a\"{written}") };
        let from: Quiz = ron::from_str(&format!("Quiz(id: \"a\", {other})")).ok()?;
        match &*conflict.field {
            "title" => quiz.title = from.title,
            "mode" => quiz.mode = from.mode,
            "time_limit_secs" => quiz.time_limit_secs = from.time_limit_secs,
            "pass_percent" => quiz.pass_percent = from.pass_percent,
            "draw" => quiz.draw = from.draw,
            "certainty" => quiz.certainty = from.certainty,
            "pausable" => quiz.pausable = from.pausable,
            _ => return None,
        }
    }
    head.quizzes = quizzes.into();
    Some(())
}

fn set_source(head: &mut Bank, conflict: &Conflict, wanted: &str) -> Option<()> {
    let mut sources: Vec<(Box<str>, Source)> =
        head.sources.iter().map(|(key, source)| (key.into(), source.clone())).collect();
    let place = sources.iter().position(|(key, _)| *key == conflict.id);
    if conflict.field.is_empty() {
        match (place, wanted.is_empty()) {
            (Some(place), true) => drop(sources.remove(place)),
            (Some(place), false) => sources[place].1 = ron::from_str(wanted).ok()?,
            (None, true) => return None,
            (None, false) => sources.push((conflict.id.clone(), ron::from_str(wanted).ok()?)),
        }
    } else {
        let source = &mut sources[place?].1;
        let written = if wanted.is_empty() { String::new() } else { format!(", {}: {wanted}", conflict.field) };
        let other =
            if &*conflict.field == "title" { format!("title: {wanted}") } else { format!("title: \"a\"{written}") };
        let from: Source = ron::from_str(&format!("Source({other})")).ok()?;
        match &*conflict.field {
            "title" => source.title = from.title,
            "publisher" => source.publisher = from.publisher,
            "year" => source.year = from.year,
            "url" => source.url = from.url,
            _ => return None,
        }
    }
    head.sources = Entries(sources.into());
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::author::merge::merge;

    const BASE: &str = "Bank(format: 1, id: \"b\", title: \"B\", sources: {\"s\": Source(title: \"S\")}, questions: [\n  \
        Question(id: \"a\", prompt: \"Is it?\", answer: TrueFalse(true), explanation: \"Yes.\"),\n  \
        Question(id: \"z\", prompt: \"Is it so?\", answer: TrueFalse(true)),\n], \
        quizzes: [Quiz(id: \"q\", title: \"Q\", time_limit_secs: Some(60))])\n";

    /// Both change something; taking my side gives `expected` in the text, taking theirs changes nothing.
    #[track_caller]
    fn check(mine: (&str, &str), theirs: (&str, &str), expected: &str) {
        let [mine, theirs] = [mine, theirs].map(|(old, new)| {
            assert!(BASE.contains(old), "{old}");
            BASE.replace(old, new)
        });
        let merged = merge(BASE, &mine, &theirs).expect("merged");
        assert_eq!(merged.conflicts.len(), 1, "{:?}", merged.conflicts);
        let conflict = &merged.conflicts[0];
        let mut document = Document::open(merged.text.clone());
        if let Some(change) = settled(&document, conflict, &conflict.theirs) {
            let before = document.head().cloned();
            document.apply(change).expect("theirs");
            assert_eq!(document.head().cloned(), before);
        }
        let mut document = Document::open(merged.text);
        let change = settled(&document, conflict, &conflict.mine).expect("a change");
        document.apply(change).expect("mine");
        assert!(document.text().contains(expected), "{}", document.text());
    }

    #[test]
    fn either_side_of_a_question_can_be_had() {
        check(("Is it?", "Is it true?"), ("Is it?", "Is it really?"), "Is it true?");
        check(("\"Yes.\"", "\"Sure.\""), ("\"Yes.\"", "\"Of course.\""), "\"Sure.\"");
        check(
            ("TrueFalse(true), explanation", "TrueFalse(false), explanation"),
            ("TrueFalse(true), explanation", "Number(value: 1), explanation"),
            "TrueFalse(false)",
        );
    }

    #[test]
    fn either_side_of_the_bank_can_be_had() {
        check(("title: \"B\"", "title: \"C\""), ("title: \"B\"", "title: \"D\""), "title: \"C\"");
        check(("Some(60)", "Some(90)"), ("Some(60)", "Some(120)"), "90");
        check(("title: \"S\"", "title: \"T\""), ("title: \"S\"", "title: \"U\""), "title: \"T\"");
    }

    #[test]
    fn what_is_no_longer_there_is_settled_by_nothing() {
        let document = Document::open(BASE.to_owned());
        let conflict = Conflict {
            of: ConflictOf::Question,
            id: "gone".into(),
            field: "prompt".into(),
            base: "\"a\"".into(),
            mine: "\"b\"".into(),
            theirs: "\"c\"".into(),
        };
        assert_eq!(settled(&document, &conflict, &conflict.mine), None);
    }
}
