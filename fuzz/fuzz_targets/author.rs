//! Any text under a teacher's hands: a change is made whole or not at all, and undo gives back the very bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use torus_fuzz::author::{Change, Document, QuestionKey};

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (script, text) = text.split_once('\n').unwrap_or(("", text));
    let mut document = Document::open(text.to_owned());
    let mut texts = vec![text.to_owned()];
    for (number, step) in script.bytes().take(16).enumerate() {
        let before = document.text().to_owned();
        let keys: Vec<QuestionKey> = document.questions().iter().map(|placed| placed.key).collect();
        let pick = |by: usize| keys.get((usize::from(step) / 8 + by) % keys.len().max(1)).copied();
        let Some(change) = change(&document, step, pick(number), pick(0)) else { continue };
        match document.apply(change) {
            Ok(applied) if applied.edits.iter().next().is_some() => {
                assert_eq!(applied.edits.apply(&before).as_deref(), Ok(document.text()));
                texts.push(document.text().to_owned());
                document.break_typing();
            }
            Ok(_) => {}
            Err(_) => assert_eq!(document.text(), before, "what is refused changes nothing"),
        }
        let fresh = Document::open(document.text().to_owned());
        let places = |document: &Document| -> Vec<_> {
            document.questions().iter().map(|placed| (placed.span.clone(), placed.question.is_some())).collect()
        };
        assert_eq!(places(&fresh), places(&document));
    }
    for expected in texts.iter().rev().skip(1) {
        document.undo().expect("as many steps as there were changes");
        assert_eq!(document.text(), expected);
    }
});

fn change(document: &Document, step: u8, one: Option<QuestionKey>, two: Option<QuestionKey>) -> Option<Change> {
    let question = |key| document.question(key).and_then(|placed| placed.question.clone());
    Some(match step % 8 {
        0 => {
            let mut new = question(one?)?;
            new.explanation = question(two?)?.prompt;
            Change::Question { key: one?, new }
        }
        1 => {
            let mut new = question(one?)?;
            new.answer = question(two?)?.answer;
            Change::Question { key: one?, new }
        }
        2 => Change::Insert { after: one, questions: vec![question(two?)?] },
        3 => Change::Remove { keys: vec![one?] },
        4 => Change::Move { keys: vec![one?], before: two },
        5 => Change::Duplicate { key: one? },
        6 => {
            let mut new = document.head()?.clone();
            new.about = new.title.clone();
            Change::Head { new }
        }
        _ => {
            let at = document.text().floor_char_boundary(usize::from(step) * 7 % (document.text().len() + 1));
            Change::Text { span: at..at, new: ["\"", "//", "(", "]", ",", "x"][usize::from(step) / 8 % 6].into() }
        }
    })
}
