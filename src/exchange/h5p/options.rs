//! H5P's questions with options, and those to put in order.

use crate::bank::{Answer as BankAnswer, Kind};
use crate::exchange::h5p::asked::{Asked, list, text};
use crate::exchange::html_texts::HtmlTexts;
use crate::exchange::{Answer, DraftOption, Remark};
use serde_json::Value;

/// One or several right options.
pub(super) fn multi_choice(params: &Value, texts: &mut HtmlTexts) -> Vec<Asked> {
    let answers = list(params, "answers");
    let right = answers.iter().filter(|answer| answer["correct"] == true).count();
    let is_many = match text(&params["behaviour"], "type") {
        "single" => false,
        "multi" => true,
        _ => right > 1,
    };
    let wrong = answers.len().saturating_sub(right).max(1);
    let mut hints = Vec::new();
    let mut option = |answer: &Value| {
        let more = &answer["tipsAndFeedback"];
        let tip = texts.text(text(more, "tip"));
        if !tip.trim().is_empty() {
            hints.push(tip);
        }
        let weight = match (answer["correct"] == true, is_many) {
            (true, true) => 1.0 / right as f64,
            (true, false) => 1.0,
            (false, true) => -1.0 / wrong as f64,
            (false, false) => 0.0,
        };
        DraftOption {
            text: texts.line(text(answer, "text")),
            weight,
            feedback: texts.text(text(more, "chosenFeedback")),
        }
    };
    let options = answers.iter().map(&mut option).collect();
    if is_many {
        let is_all_or_nothing = params["behaviour"]["singlePoint"] == true;
        texts.tell(if is_all_or_nothing { Remark::AllOrNothing } else { Remark::OtherOptionWeights });
    }
    let prompt = texts.text(text(params, "question"));
    vec![Asked { prompt, answer: Answer::Options { options, is_many }, hints }]
}

/// True or false.
pub(super) fn true_false(params: &Value, texts: &mut HtmlTexts) -> Vec<Asked> {
    let key = match &params["correct"] {
        Value::Bool(key) => Some(*key),
        Value::String(key) => key.parse().ok(),
        _ => None,
    };
    let mut said = |name: &str| texts.text(text(&params["behaviour"], name));
    let (right, wrong) = (said("feedbackOnCorrect"), said("feedbackOnWrong"));
    let answer = key.map_or(Answer::LeftOut(Remark::NoKey), |is_true| Answer::TrueFalse {
        is_true,
        feedback: if is_true { [right, wrong] } else { [wrong, right] },
    });
    vec![Asked::new(texts.text(text(params, "question")), answer)]
}

/// Questions of which the first answer is right.
pub(super) fn single_choice_set(params: &Value, texts: &mut HtmlTexts) -> Vec<Asked> {
    let choices = list(params, "choices").iter();
    choices.map(|choice| first_is_right(text(choice, "question"), list(choice, "answers"), texts)).collect()
}

/// Statements of which the first of each step is right.
pub(super) fn summary(params: &Value, texts: &mut HtmlTexts) -> Vec<Asked> {
    let steps = list(params, "summaries").iter();
    steps.map(|step| first_is_right(text(params, "intro"), list(step, "summary"), texts)).collect()
}

fn first_is_right(prompt: &str, answers: &[Value], texts: &mut HtmlTexts) -> Asked {
    let option = |(number, answer): (usize, &Value)| DraftOption {
        text: texts.line(answer.as_str().unwrap_or_default()),
        weight: if number == 0 { 1.0 } else { 0.0 },
        feedback: String::new(),
    };
    let options = answers.iter().enumerate().map(option).collect();
    Asked::new(texts.text(prompt), Answer::Options { options, is_many: false })
}

/// The words of a text as options; those between asterisks are right.
pub(super) fn mark_the_words(params: &Value, texts: &mut HtmlTexts) -> Vec<Asked> {
    let sentence = texts.plain(text(params, "textField")).replace("\\*", "*");
    let mut options: Vec<DraftOption> = Vec::new();
    for (number, piece) in sentence.split('*').enumerate() {
        let is_right = number % 2 == 1;
        let words: Vec<&str> = if is_right { vec![piece] } else { piece.split_whitespace().collect() };
        for word in words {
            let word = word.trim_matches(|sign: char| sign.is_ascii_punctuation() || sign.is_whitespace());
            let is_known = options.iter().any(|option| option.text.to_lowercase() == word.to_lowercase());
            if !word.is_empty() && !is_known {
                options.push(DraftOption {
                    text: word.to_owned(),
                    weight: f64::from(is_right),
                    feedback: String::new(),
                });
            }
        }
    }
    let right = options.iter().filter(|option| option.weight > 0.0).count().max(1);
    let wrong = (options.len() - right.min(options.len())).max(1);
    for option in &mut options {
        option.weight = if option.weight > 0.0 { 1.0 / right as f64 } else { -1.0 / wrong as f64 };
    }
    texts.tell(Remark::Assumed("the words of the text became options to pick from"));
    let task = texts.text(text(params, "taskDescription"));
    let prompt = format!("{}\n\n{}", task.trim(), sentence.replace('*', ""));
    vec![Asked::new(prompt, Answer::Options { options, is_many: true })]
}

/// Paragraphs in their right order.
pub(super) fn sort_paragraphs(params: &Value, texts: &mut HtmlTexts) -> Vec<Asked> {
    let paragraphs = list(params, "paragraphs").iter();
    let items: Vec<Box<str>> = paragraphs
        .map(|paragraph| paragraph.as_str().unwrap_or_else(|| text(paragraph, "text")))
        .map(|paragraph| texts.line(paragraph).trim().into())
        .collect();
    let answer = match items.len() {
        count @ 0..=2 => Answer::LeftOut(Remark::TooFew(Kind::Order, count, 3)),
        _ => Answer::Ready { answer: BankAnswer::Order { items: items.into() }, feedback: Vec::new() },
    };
    vec![Asked::new(texts.text(text(params, "taskDescription")), answer)]
}
