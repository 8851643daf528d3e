//! Kahoot's spreadsheet of a bank: its headings stand in the eighth row, and its limits are hard. Cuts no text.

use crate::bank::{Answer, Bank, Question};
use crate::exchange::dropped_pictures::without_pictures;
use crate::exchange::markup::to_plain;
use crate::exchange::sheet::lost::tell_lost;
use crate::exchange::sheet::workbook::workbook;
use crate::exchange::{Exported, Remark};

const HEADINGS: [&str; 7] = [
    "Question - max 120 characters",
    "Answer 1 - max 75 characters",
    "Answer 2 - max 75 characters",
    "Answer 3 - max 75 characters",
    "Answer 4 - max 75 characters",
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
];

/// The row of headings, from 1; those above it are instructions in Kahoot's template.
const HEADINGS_AT: usize = 8;
const LONGEST_QUESTION: usize = 120;
const LONGEST_ANSWER: usize = 75;
const MOST_ANSWERS: usize = 4;
const SECS: &str = "30";

/// Writes a bank.
pub(in crate::exchange) fn write_kahoot(bank: &Bank) -> Exported {
    let mut exported = Exported::default();
    let mut rows: Vec<Vec<String>> = vec![vec![String::new(), bank.title.to_string()]];
    rows.resize(HEADINGS_AT - 1, Vec::new());
    rows.push(std::iter::once("").chain(HEADINGS).map(str::to_owned).collect());
    for question in &bank.questions {
        match row(question) {
            Ok(row) => {
                rows.push([vec![(exported.made + 1).to_string()], row].concat());
                exported.made += 1;
                tell(question, &mut exported);
            }
            Err(reason) => exported.tell(question, reason),
        }
    }
    exported.bytes = workbook("Sheet1", &rows);
    exported
}

fn row(question: &Question) -> Result<Vec<String>, Remark> {
    let prompt = line(&question.prompt);
    if prompt.chars().count() > LONGEST_QUESTION {
        return Err(Remark::CannotCarry("Kahoot takes 120 characters of a question"));
    }
    let (answers, right) = answers(question)?;
    if answers.len() > MOST_ANSWERS {
        return Err(Remark::CannotCarry("Kahoot takes four answers of a question"));
    }
    if answers.iter().any(|answer| answer.chars().count() > LONGEST_ANSWER) {
        return Err(Remark::CannotCarry("Kahoot takes 75 characters of an answer"));
    }
    let right: Vec<String> = right.iter().map(|place| (place + 1).to_string()).collect();
    let answers = answers.into_iter().chain(std::iter::repeat(String::new())).take(MOST_ANSWERS);
    Ok(std::iter::once(prompt).chain(answers).chain([SECS.to_owned(), right.join(",")]).collect())
}

/// The answers, and the places of the right ones among them.
fn answers(question: &Question) -> Result<(Vec<String>, Vec<usize>), Remark> {
    match &question.answer {
        Answer::Choice { correct, distractors } => Ok(turned(question, std::slice::from_ref(correct), distractors)),
        Answer::Choices { correct, distractors } => Ok(turned(question, correct, distractors)),
        Answer::TrueFalse(is_true) => Ok((vec!["True".into(), "False".into()], vec![usize::from(!is_true)])),
        Answer::Number { .. }
        | Answer::Text { .. }
        | Answer::Order { .. }
        | Answer::Match { .. }
        | Answer::Cloze { .. }
        | Answer::Categorise { .. }
        | Answer::Hotspot { .. }
        | Answer::Calculated { .. }
        | Answer::Recall { .. } => Err(Remark::CannotCarry("Kahoot's spreadsheet holds questions with options alone")),
    }
}

/// The options from one on that the id tells: Kahoot shows them in the order of the file, and a right one that always stands
/// first would soon be known.
fn turned(question: &Question, right: &[Box<str>], wrong: &[Box<str>]) -> (Vec<String>, Vec<usize>) {
    let count = right.len() + wrong.len();
    let first = question.id.bytes().map(usize::from).sum::<usize>() % count.max(1);
    let mut options: Vec<String> = right.iter().chain(wrong).map(|option| line(option)).collect();
    options.rotate_right(first);
    let mut places: Vec<usize> = (0..right.len()).map(|place| (place + first) % count).collect();
    places.sort_unstable();
    (options, places)
}

fn line(text: &str) -> String {
    to_plain(&without_pictures(text), false).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn tell(question: &Question, exported: &mut Exported) {
    let is_bare = question.explanation.is_empty() && question.hints.is_empty() && question.feedback.is_empty();
    for (is_lost, thing) in [
        (!is_bare, "explanations, hints and feedback"),
        (question.points != 1.0, "points"),
        (!question.topic.is_empty(), "topics"),
    ] {
        if is_lost {
            exported.tell(question, Remark::NotTaken(thing));
        }
    }
    tell_lost(question, exported);
}
