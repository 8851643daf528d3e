//! What holds for a document whatever is changed in it.

use super::*;
use crate::bank::Answer;

const TEXT: &str = "Bank(
    format: 1,
    id: \"b\",
    title: \"B\",
    questions: [
        // one
        Question(
            id: \"a\",
            prompt: \"It is.\", // so
            answer: TrueFalse(true),
        ),
        Question(id: \"b\", prompt: 5),
        Question(id: \"c\", prompt: \"C\", answer: TrueFalse(false)) // last
    ],
)
";

fn keys(document: &Document) -> Vec<QuestionKey> {
    document.questions().iter().map(|placed| placed.key).collect()
}

fn ids(document: &Document) -> Vec<&str> {
    document.questions().iter().map(|placed| &*placed.id).collect()
}

#[test]
fn a_question_changes_and_the_others_stay() {
    let mut document = Document::open(TEXT.into());
    let [a, b, c] = keys(&document)[..] else { panic!("three questions") };
    let mut new = document.question(a).and_then(|placed| placed.question.clone()).expect("readable");
    new.prompt = "It is not.".into();
    let applied = document.apply(Change::Question { key: a, new: new.clone() }).expect("made");
    assert_eq!(applied.keys, [a]);
    assert_eq!(document.question(a).and_then(|placed| placed.question.as_ref()), Some(&new));
    assert_eq!(keys(&document), [a, b, c]);
    assert!(document.text().contains("// so") && document.text().contains("// one"));
    let changed = document.text().to_owned();
    assert_eq!(document.undo().map(|applied| applied.keys), Some(vec![a]));
    assert_eq!(document.text(), TEXT);
    document.redo().expect("done again");
    assert_eq!((document.text(), keys(&document)), (changed.as_str(), vec![a, b, c]));
}

#[test]
fn a_question_that_cannot_be_read_is_locked_alone() {
    let mut document = Document::open(TEXT.into());
    let [a, b, _] = keys(&document)[..] else { panic!("three questions") };
    let new = document.question(a).and_then(|placed| placed.question.clone()).expect("readable");
    assert_eq!(document.apply(Change::Question { key: b, new }), Err(Refusal::Unreadable(b)));
    assert_eq!(document.text(), TEXT);
}

#[test]
fn questions_come_go_and_move_under_their_keys() {
    let mut document = Document::open(TEXT.into());
    let [a, b, c] = keys(&document)[..] else { panic!("three questions") };
    let mut new = new_question(crate::bank::Kind::TrueFalse);
    new.id = "new".into();
    assert_eq!(new.answer, Answer::TrueFalse(true));
    document.apply(Change::Insert { after: Some(c), questions: vec![new] }).expect("made");
    assert_eq!(ids(&document), ["a", "b", "c", "new"]);
    document.apply(Change::Move { keys: vec![c], before: Some(a) }).expect("made");
    assert_eq!((ids(&document), &keys(&document)[..3]), (vec!["c", "a", "b", "new"], &[c, a, b][..]));
    document.apply(Change::Remove { keys: vec![a, c] }).expect("made");
    assert_eq!(ids(&document), ["b", "new"]);
    document.apply(Change::Duplicate { key: keys(&document)[1] }).expect("made");
    assert_eq!(ids(&document), ["b", "new", "new-2"]);
    for _ in 0..4 {
        document.undo().expect("undone");
    }
    assert_eq!((document.text(), keys(&document)), (TEXT, vec![a, b, c]));
    assert_eq!(document.undo(), None);
}

#[test]
fn the_only_question_goes_with_its_comments() {
    let text = "Bank(format: 1, id: \"b\", title: \"B\", questions:[Question(id:\"q\", prompt:\"\", answer:TrueFalse(true) // x\n)], quizzes: [])";
    let mut document = Document::open(text.into());
    let key = document.questions()[0].key;
    document.apply(Change::Remove { keys: vec![key] }).expect("made");
    assert_eq!(document.text(), "Bank(format: 1, id: \"b\", title: \"B\", questions:[], quizzes: [])");
    document.undo().expect("undone");
    assert_eq!(document.text(), text);
}
