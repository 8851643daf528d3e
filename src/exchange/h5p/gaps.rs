//! H5P's texts with gaps between asterisks, and its cards.

use crate::bank::{Answer as BankAnswer, ClozeText};
use crate::exchange::h5p::asked::{Asked, list, text};
use crate::exchange::html_texts::{DO_FILL, HtmlTexts, gap_mark, list_gap, typed_gap, without_marks};
use crate::exchange::xml::escape;
use crate::exchange::{Answer, DraftText, Remark};
use serde_json::Value;

/// Gaps to type in; each text of the content is a question.
pub(super) fn blanks(params: &Value, texts: &mut HtmlTexts) -> Vec<Asked> {
    let is_case_counted = params["behaviour"]["caseSensitive"] == true;
    if is_case_counted {
        texts.tell(Remark::Rule("case counted in its gaps, and does not here"));
    }
    let all = list(params, "questions").iter().filter_map(Value::as_str);
    all.map(|html| with_gaps(html, text(params, "text"), None, texts)).collect()
}

/// Gaps that words are dragged into: lists of all words.
pub(super) fn drag_text(params: &Value, texts: &mut HtmlTexts) -> Vec<Asked> {
    let field = text(params, "textField").replace('\n', "<br>");
    let words = |html: &str| -> Vec<String> {
        pieces(html).into_iter().filter_map(|(word, is_gap)| is_gap.then_some(word)).collect()
    };
    let of_gap = |word: &String| parts(word, true).0.first().cloned().unwrap_or_default();
    let mut all: Vec<String> = words(&field).iter().map(of_gap).collect();
    all.extend(words(text(params, "distractors")).iter().map(of_gap));
    vec![with_gaps(&field, text(params, "taskDescription"), Some(&all), texts)]
}

fn with_gaps(html: &str, task: &str, list: Option<&[String]>, texts: &mut HtmlTexts) -> Asked {
    let (mut marked, mut gaps, mut hints) = (String::new(), Vec::new(), Vec::new());
    for (piece, is_gap) in pieces(&without_marks(html)) {
        if !is_gap {
            marked.push_str(&piece);
            continue;
        }
        let (forms, tip) = parts(&piece, list.is_some());
        let forms: Vec<String> = forms.iter().map(|form| texts.plain(form)).collect();
        let gap = match list {
            Some(list) => {
                let key = forms.first().cloned().unwrap_or_default();
                let mut options = vec![key];
                for word in list.iter().map(|word| texts.plain(word)) {
                    if !options.contains(&word) {
                        options.push(word);
                    }
                }
                list_gap(&options).or_else(|| typed_gap(&forms))
            }
            None => typed_gap(&forms),
        };
        if let Some(gap) = gap {
            marked.push_str(&gap_mark(gaps.len()));
            gaps.push(gap);
        }
        hints.extend(tip.map(|tip| texts.text(&tip)));
    }
    let prompt = texts.text(task);
    let prompt = if prompt.trim().is_empty() { DO_FILL.to_owned() } else { prompt };
    if gaps.is_empty() {
        return Asked::new(prompt, Answer::LeftOut(Remark::NoKey));
    }
    let sentence = texts.with_gaps(&marked, &gaps);
    let answer = BankAnswer::Cloze { text: ClozeText::new(&sentence) };
    Asked { prompt, answer: Answer::Ready { answer, feedback: Vec::new() }, hints }
}

/// Words and gaps in turn; two asterisks are one that is meant.
fn pieces(html: &str) -> Vec<(String, bool)> {
    let mut pieces = Vec::new();
    for (number, piece) in html.replace("**", "\u{E0F2}").split('*').enumerate() {
        pieces.push((piece.replace('\u{E0F2}', "*"), number % 2 == 1));
    }
    // The last asterisk has no partner.
    if pieces.len() % 2 == 0
        && let Some((_, is_gap)) = pieces.last_mut()
    {
        *is_gap = false;
    }
    pieces
}

/// The forms of a gap, and its tip. Only in gaps to type a slash parts forms.
fn parts(gap: &str, is_dragged: bool) -> (Vec<String>, Option<String>) {
    // What follows a backslash and a sign is said of a right or a wrong word.
    let gap = if is_dragged { gap.split("\\+").next().unwrap_or(gap).split("\\-").next().unwrap_or(gap) } else { gap };
    let (words, tip) = match gap.split_once(':') {
        Some((words, tip)) => (words, Some(tip.trim().to_owned())),
        None => (gap, None),
    };
    let forms = if is_dragged {
        vec![words.trim().to_owned()]
    } else {
        words.split('/').map(|form| form.trim().to_owned()).collect()
    };
    (forms.into_iter().filter(|form| !form.is_empty()).collect(), tip.filter(|tip| !tip.is_empty()))
}

/// Questions to type an answer to.
pub(super) fn flashcards(params: &Value, texts: &mut HtmlTexts) -> Vec<Asked> {
    let card = |card: &Value| {
        let form = |form: &str| DraftText {
            text: texts.plain(&escape(form)),
            is_pattern: false,
            weight: 1.0,
            feedback: String::new(),
        };
        let forms = text(card, "answer").split('|').filter(|form| !form.trim().is_empty()).map(form).collect();
        let answer = Answer::Texts { texts: forms, is_case_counted: false };
        let prompt = [text(params, "description"), text(card, "text")].into_iter().rfind(|text| !text.is_empty());
        let hints =
            [text(&card["tip"], "tip")].into_iter().filter(|tip| !tip.is_empty()).map(|tip| texts.text(tip)).collect();
        let picture = text(&card["image"], "path");
        let picture =
            if picture.is_empty() { String::new() } else { format!("<img src=\"{}\" alt=\"\">", escape(picture)) };
        let prompt = texts.text(&format!("{picture}{}", prompt.unwrap_or_default()));
        Asked { prompt, answer, hints }
    };
    list(params, "cards").iter().map(card).collect()
}

/// Cards to turn over.
pub(super) fn dialog_cards(params: &Value, texts: &mut HtmlTexts) -> Vec<Asked> {
    let dialogs = list(params, "dialogs").iter();
    dialogs
        .map(|card| {
            let back = texts.text(text(card, "answer"));
            Asked::new(texts.text(text(card, "text")), Answer::Card { back })
        })
        .collect()
}
