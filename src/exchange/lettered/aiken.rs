//! Writes a bank as Aiken: a line for the stem, one for each option, one for the key.

use crate::bank::{Answer, Bank, Question};
use crate::exchange::dropped_pictures::without_pictures;
use crate::exchange::markup::{Purpose, from_plain, to_plain};
use crate::exchange::{Exported, Remark};

/// Writes a bank.
pub fn write(bank: &Bank) -> Exported {
    let mut exported = Exported::default();
    for question in &bank.questions {
        match &question.answer {
            Answer::Choice { correct, distractors } => {
                let options: Vec<&str> = distractors.iter().map(|option| &**option).collect();
                choice(question, correct, options, &mut exported);
            }
            Answer::TrueFalse(is_true) => {
                let key = if *is_true { 'A' } else { 'B' };
                block(question, &["True", "False"], key, &mut exported);
            }
            Answer::Choices { .. }
            | Answer::Number { .. }
            | Answer::Text { .. }
            | Answer::Order { .. }
            | Answer::Match { .. }
            | Answer::Cloze { .. }
            | Answer::Categorise { .. }
            | Answer::Hotspot { .. }
            | Answer::Calculated { .. }
            | Answer::Recall { .. } => {
                exported.tell(question, Remark::CannotCarry("Aiken has only questions with one right option"));
            }
        }
    }
    exported
}

fn choice<'t>(question: &Question, correct: &'t str, mut options: Vec<&'t str>, exported: &mut Exported) {
    if options.len() > 25 {
        return exported.tell(question, Remark::CannotCarry("Aiken has letters for 26 options"));
    }
    // Spread over the letters, and the same in each export.
    let place = question.id.bytes().map(usize::from).sum::<usize>() % (options.len() + 1);
    options.insert(place, correct);
    block(question, &options, char::from(b'A' + place as u8), exported);
}

fn block(question: &Question, options: &[&str], key: char, exported: &mut Exported) {
    let mut written = format!("{}\n", one_line(&question.prompt));
    for (option, letter) in options.iter().zip('A'..='Z') {
        written.push_str(&format!("{letter}) {}\n", one_line(option)));
    }
    written.push_str(&format!("ANSWER: {key}\n\n"));
    exported.bytes.extend_from_slice(written.as_bytes());
    exported.made += 1;
    let comes_back = |text: &str| from_plain(&one_line(text), Purpose::Line, true) == text.trim();
    if !comes_back(&question.prompt) || !options.iter().all(|option| comes_back(option)) {
        exported.tell(question, Remark::NotTaken("pictures, line breaks, and bold or slanted words"));
    }
    if !question.explanation.is_empty() || !question.hints.is_empty() || !question.feedback.0.is_empty() {
        exported.tell(question, Remark::NotTaken("explanations, hints and feedback"));
    }
}

fn one_line(text: &str) -> String {
    to_plain(&without_pictures(text), true).split_whitespace().collect::<Vec<_>>().join(" ")
}
