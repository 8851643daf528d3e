//! The content types of H5P, and who reads each. Reads none itself.

use crate::exchange::h5p::asked::{Asked, text};
use crate::exchange::h5p::{gaps, options};
use crate::exchange::html_texts::HtmlTexts;
use crate::exchange::kind_row::rows;
use crate::exchange::{Answer, Draft, KindRow, Place, Remark};
use serde_json::Value;

/// Reads the questions of a content; most hold one.
pub(super) type Reader = fn(&Value, &mut HtmlTexts) -> Vec<Asked>;

const TABLE: [(KindRow, Reader); 17] = [
    (
        KindRow::new("H5P.MultiChoice", "Choice or Choices", "several right options earn other shares"),
        options::multi_choice,
    ),
    (KindRow::new("H5P.TrueFalse", "TrueFalse", ""), options::true_false),
    (KindRow::new("H5P.SingleChoiceSet", "Choice", "each question of the set becomes one"), options::single_choice_set),
    (KindRow::new("H5P.Summary", "Choice", "each step becomes one"), options::summary),
    (KindRow::new("H5P.MarkTheWords", "Choices", "the words of the text become options"), options::mark_the_words),
    (KindRow::new("H5P.SortParagraphs", "Order", ""), options::sort_paragraphs),
    (KindRow::new("H5P.Blanks", "Cloze", "tips become hints"), gaps::blanks),
    (KindRow::new("H5P.DragText", "Cloze", "tips become hints"), gaps::drag_text),
    (KindRow::new("H5P.Flashcards", "Text", ""), gaps::flashcards),
    (KindRow::new("H5P.Dialogcards", "Recall with cards", ""), gaps::dialog_cards),
    (KindRow::new("H5P.Essay", "left out", ""), by_person),
    (KindRow::new("H5P.DragQuestion", "left out", ""), no_counterpart),
    (KindRow::new("H5P.ImageHotspotQuestion", "left out", ""), no_counterpart),
    (KindRow::new("H5P.ImageMultipleHotspotQuestion", "left out", ""), no_counterpart),
    (KindRow::new("H5P.ArithmeticQuiz", "left out", "its tasks are made while it runs"), no_counterpart),
    (KindRow::new("H5P.MemoryGame", "left out", ""), no_counterpart),
    (KindRow::new("H5P.GuessTheAnswer", "left out", ""), no_counterpart),
];

/// What becomes of each kind.
pub(in crate::exchange) const KINDS: &[KindRow] = &rows(&TABLE);

/// The drafts of a content of that library; `None` for a library that is no question, such as a container.
pub(super) fn drafts(library: &str, params: &Value, place: &Place, texts: &mut HtmlTexts) -> Option<Vec<Draft>> {
    let (row, read) = TABLE.iter().find(|(row, _)| row.theirs == library)?;
    let picture = picture(params, texts);
    let mut all = read(params, texts);
    if all.is_empty() {
        all.push(Asked::new(String::new(), Answer::LeftOut(Remark::NoKey)));
    }
    // What is told of one of a set cannot be told apart from what is told of another.
    let remarks = texts.finish();
    let draft = |asked: Asked| Draft {
        hints: asked.hints,
        remarks: remarks.clone(),
        ..Draft::new(place.clone(), row.theirs, format!("{picture}{}", asked.prompt), asked.answer)
    };
    Some(all.into_iter().map(draft).collect())
}

/// The picture that stands above a question.
fn picture(params: &Value, texts: &mut HtmlTexts) -> String {
    let media = &params["media"]["type"];
    let media = if media.is_object() { media } else { &params["media"] };
    let path = media["params"]["file"]["path"].as_str().unwrap_or_default();
    if path.is_empty() {
        return String::new();
    }
    match texts.picture(path) {
        Ok(picture) => {
            let alt = media["params"]["alt"].as_str().unwrap_or_default().replace(['[', ']', '\n'], " ");
            format!("![{alt}]({picture})\n\n")
        }
        Err(remark) => {
            texts.tell(remark);
            String::new()
        }
    }
}

fn by_person(params: &Value, texts: &mut HtmlTexts) -> Vec<Asked> {
    let prompt = texts.text(text(params, "taskDescription"));
    vec![Asked::new(prompt, Answer::LeftOut(Remark::MarkedByPerson))]
}

fn no_counterpart(_: &Value, _: &mut HtmlTexts) -> Vec<Asked> {
    vec![Asked::new(
        String::new(),
        Answer::LeftOut(Remark::CannotCarry("Torus has no counterpart for this content of H5P")),
    )]
}
