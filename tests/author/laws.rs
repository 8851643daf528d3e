//! Whatever is changed: what was asked for is there, every other byte stays, no comment is lost, and undo gives back the very
//! bytes.

use crate::any::any_question;
use crate::texts::{Layout, comments, layouts, text_of};
use proptest::prelude::*;
use torus::author::{Change, Document, QuestionKey, Refusal};
use torus::bank::{Question, write_question};

/// Words with all that is special in RON.
fn words() -> impl Strategy<Value = String> {
    r#"[a-z "\\#/*\n\t$,()é\u{7}-]{0,8}"#
}

/// A question with an id of its own and any fields.
fn full_question() -> impl Strategy<Value = Question> {
    let some = || prop::collection::vec(words().prop_map(String::into_boxed_str), 0..3);
    let texts = (words(), words(), words(), words());
    let numbers = (0.1_f64..9.0, prop::option::of(0.0_f32..1.0), 0.0_f64..1.0);
    let cites =
        prop::collection::vec(prop::sample::select(vec!["Cite(\"n\")", "Cite(\"n\", \"p. 1\")", "Cite(\"m\")"]), 0..3);
    let feedback = prop::collection::btree_map("[ab\"]{1,2}", words(), 0..3);
    (any_question(), texts, some(), some(), numbers, cites, feedback, any::<[bool; 6]>()).prop_map(
        |(
            question,
            (topic, prompt, explanation, alt),
            hints,
            facts,
            (points, difficulty, hint_cost),
            cites,
            feedback,
            is_set,
        )| {
            let mut question = question;
            question.prompt = prompt.into();
            question.topic = if is_set[0] { topic.into() } else { "".into() };
            question.explanation = if is_set[1] { explanation.into() } else { "".into() };
            question.alt = if is_set[2] { alt.into() } else { "".into() };
            question.points = if is_set[3] { points } else { 1.0 };
            question.hint_cost = if is_set[4] { hint_cost } else { 0.0 };
            question.difficulty = difficulty;
            question.hints = hints.into();
            question.facts = facts.into();
            question.cite = ron::from_str(&format!("[{}]", cites.join(","))).expect("citations");
            question.feedback.0 = feedback.into_iter().map(|(option, words)| (option.into(), words.into())).collect();
            question
        },
    )
}

/// Some of the fields of one question and the others of another.
fn mixed(old: &Question, new: &Question, fields: u16) -> Question {
    let mut mixed = old.clone();
    let takes = |bit: u16| fields & (1 << bit) != 0;
    if takes(0) {
        mixed.topic = new.topic.clone();
    }
    if takes(1) {
        mixed.prompt = new.prompt.clone();
    }
    if takes(2) {
        mixed.answer = new.answer.clone();
    }
    if takes(3) {
        mixed.feedback = new.feedback.clone();
    }
    if takes(4) {
        mixed.explanation = new.explanation.clone();
    }
    if takes(5) {
        mixed.hints = new.hints.clone();
    }
    if takes(6) {
        mixed.cite = new.cite.clone();
    }
    if takes(7) {
        mixed.points = new.points;
    }
    if takes(8) {
        mixed.difficulty = new.difficulty;
    }
    if takes(9) {
        mixed.facts = new.facts.clone();
    }
    if takes(10) {
        mixed.alt = new.alt.clone();
    }
    if takes(11) {
        mixed.hint_cost = new.hint_cost;
    }
    mixed
}

fn named(questions: Vec<Question>) -> Vec<Question> {
    let named = questions
        .into_iter()
        .enumerate()
        .map(|(number, question)| Question { id: format!("q{number}").into(), ..question });
    named.collect()
}

/// Questions whose keys cannot be read back, such as a map with a key twice, are no questions of a text.
fn can_be_written(question: &Question) -> bool {
    ron::from_str::<Question>(&write_question(question))
        .is_ok_and(|read| write_question(&read) == write_question(question))
}

fn documents() -> impl Strategy<Value = (Vec<Question>, Layout)> {
    (prop::collection::vec(full_question().prop_filter("readable", can_be_written), 1..5), layouts())
        .prop_map(|(questions, layout)| (named(questions), layout))
}

fn keys(document: &Document) -> Vec<QuestionKey> {
    document.questions().iter().map(|placed| placed.key).collect()
}

fn said(document: &Document) -> Vec<Option<String>> {
    document.questions().iter().map(|placed| placed.question.as_ref().map(write_question)).collect()
}

/// What a fresh look at the text sees is what the document has followed.
fn is_followed(document: &Document) -> Result<(), TestCaseError> {
    let fresh = Document::open(document.text().to_owned());
    let places =
        |document: &Document| document.questions().iter().map(|placed| placed.span.clone()).collect::<Vec<_>>();
    prop_assert_eq!(places(&fresh), places(document), "{}", document.text());
    prop_assert_eq!(said(&fresh), said(document));
    prop_assert_eq!(fresh.head(), document.head());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn a_change_of_any_fields_is_written_and_harms_nothing(
        (questions, layout) in documents(), other in full_question(), fields: u16, which: prop::sample::Index
    ) {
        let text = text_of(&questions, &layout);
        let mut document = Document::open(text.clone());
        prop_assert_eq!(document.questions().len(), questions.len(), "{}", text);
        let index = which.index(questions.len());
        let placed = document.questions()[index].clone();
        prop_assert!(placed.question.is_some(), "{}", text);
        let new = mixed(&questions[index], &other, fields);
        let before = keys(&document);
        match document.apply(Change::Question { key: placed.key, new: new.clone() }) {
            Err(refusal) => {
                prop_assert!(!can_be_written(&new), "{:?}\n{}\n{}", refusal, text, write_question(&new));
                prop_assert_eq!(document.text(), &text);
            }
            Ok(applied) => {
                prop_assert_eq!(document.questions()[index].question.as_ref().map(write_question), Some(write_question(&new)));
                prop_assert_eq!(keys(&document), before.clone());
                is_followed(&document)?;
                let now = document.questions()[index].span.clone();
                prop_assert_eq!(&document.text()[..now.start.min(placed.span.start)], &text[..now.start.min(placed.span.start)]);
                prop_assert_eq!(&document.text()[now.end..], &text[placed.span.end..]);
                prop_assert_eq!(applied.edits.apply(&text).expect("spans"), document.text());
                let changed = document.text().to_owned();
                if applied.edits.iter().next().is_some() {
                    document.undo().expect("undone");
                    prop_assert_eq!(document.text(), &text);
                    is_followed(&document)?;
                    document.redo().expect("done again");
                    prop_assert_eq!(document.text(), &changed);
                    prop_assert_eq!(keys(&document), before);
                    is_followed(&document)?;
                }
            }
        }
    }

    #[test]
    fn a_change_of_one_field_loses_no_comment(
        (questions, layout) in documents(), other in full_question(), field in 0_u16..12, which: prop::sample::Index
    ) {
        let text = text_of(&questions, &layout);
        let mut document = Document::open(text.clone());
        let index = which.index(questions.len());
        let key = document.questions()[index].key;
        let mut new = mixed(&questions[index], &other, 1 << field);
        // Items that go take their comments with them; here none goes.
        new.feedback = questions[index].feedback.clone();
        let old = &questions[index];
        if !new.hints.starts_with(&old.hints) {
            new.hints = old.hints.clone();
        }
        if !new.facts.starts_with(&old.facts) {
            new.facts = old.facts.clone();
        }
        if !new.cite.0.starts_with(&old.cite.0) {
            new.cite = old.cite.clone();
        }
        new.answer = questions[index].answer.clone();
        if document.apply(Change::Question { key, new }).is_ok() {
            prop_assert_eq!(comments(document.text()), comments(&text), "{}\n---\n{}", text, document.text());
        }
    }

    #[test]
    fn questions_come_go_and_move_and_all_can_be_undone(
        (questions, layout) in documents(), others in prop::collection::vec((0_u8..5, any::<prop::sample::Index>(), any::<prop::sample::Index>(), full_question()), 1..8)
    ) {
        let text = text_of(&questions, &layout);
        let mut document = Document::open(text.clone());
        let mut texts = vec![text.clone()];
        for (number, (what, one, two, question)) in others.into_iter().enumerate() {
            let all = keys(&document);
            let pick = |index: prop::sample::Index| all.get(index.index(all.len() + 1)).copied();
            let question = Question { id: format!("new{number}").into(), ..question };
            let before = said(&document);
            let notes = comments(document.text());
            let change = match (what, pick(one)) {
                (0, after) => Change::Insert { after, questions: vec![question.clone()] },
                (1, Some(key)) => Change::Remove { keys: vec![key] },
                (2, Some(key)) => Change::Move { keys: vec![key], before: pick(two) },
                (3, Some(key)) => Change::Duplicate { key },
                (_, Some(key)) => Change::Remove { keys: pick(two).into_iter().chain([key]).collect() },
                (_, None) => continue,
            };
            match document.apply(change.clone()) {
                Err(refusal) => {
                    let is_unwritable = refusal == Refusal::CannotBeWritten && !can_be_written(&question);
                    prop_assert!(is_unwritable, "{:?} {:?}\n{}", refusal, change, document.text());
                }
                Ok(applied) => {
                    is_followed(&document)?;
                    let now = said(&document);
                    let notes_now = comments(document.text());
                    match &change {
                        Change::Insert { .. } => {
                            prop_assert_eq!(now.len(), before.len() + 1);
                            prop_assert_eq!(notes_now, notes);
                        }
                        Change::Remove { keys } => {
                            let gone = keys.iter().collect::<std::collections::BTreeSet<_>>().len();
                            prop_assert_eq!(now.len(), before.len() - gone);
                        }
                        Change::Move { .. } => {
                            let sorted = |mut all: Vec<Option<String>>| { all.sort(); all };
                            prop_assert_eq!(sorted(now), sorted(before));
                            prop_assert_eq!(notes_now, notes);
                        }
                        _ => prop_assert_eq!(now.len(), before.len() + 1),
                    }
                    if applied.edits.iter().next().is_some() {
                        texts.push(document.text().to_owned());
                    }
                }
            }
        }
        let last = keys(&document);
        for expected in texts.iter().rev().skip(1) {
            document.undo().expect("undone");
            prop_assert_eq!(document.text(), expected);
            is_followed(&document)?;
        }
        prop_assert!(document.undo().is_none());
        for expected in texts.iter().skip(1) {
            document.redo().expect("done again");
            prop_assert_eq!(document.text(), expected);
        }
        prop_assert_eq!(keys(&document), last);
    }

    #[test]
    fn any_text_typed_anywhere_is_followed(
        (questions, layout) in documents(),
        typed in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..9, r#"[a-z"/*()\[\],:\n]{0,4}"#), 1..5)
    ) {
        let text = text_of(&questions, &layout);
        let mut document = Document::open(text.clone());
        let mut steps = 0;
        for (at, length, new) in typed {
            let now = document.text();
            let start = now.floor_char_boundary(at.index(now.len() + 1));
            let end = now.ceil_char_boundary((start + length).min(now.len()));
            let applied = document.apply(Change::Text { span: start..end, new: new.into() }).expect("made");
            steps += usize::from(applied.edits.iter().next().is_some());
            is_followed(&document)?;
        }
        for _ in 0..steps {
            document.undo().expect("undone");
        }
        prop_assert_eq!(document.text(), &text);
        is_followed(&document)?;
    }

    #[test]
    fn no_text_at_all_makes_a_panic(text in r#"[a-zB"/*()\[\],:\n{}]{0,40}"#, other in r#"(Bank\()?[a-z"/*()\[\],:\n]{0,40}"#) {
        let mut document = Document::open(text.clone());
        for key in keys(&document) {
            let _ = document.apply(Change::Remove { keys: vec![key] });
        }
        document.adopt(other.clone());
        prop_assert_eq!(document.text(), &other);
        is_followed(&document)?;
        while document.undo().is_some() {}
        prop_assert_eq!(document.text(), &text);
    }
}
