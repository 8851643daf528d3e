//! Texts with gaps in QTI 1.2: Canvas' blanks in square brackets, and gaps between pieces of text as others have them.

use crate::bank::{Answer as BankAnswer, ClozeText};
use crate::exchange::canvas::item::{Item, labels};
use crate::exchange::canvas::options::Asked;
use crate::exchange::canvas::typed;
use crate::exchange::html_texts::{HtmlTexts, gap_mark, list_gap, prompt_and_sentence, typed_gap, without_marks};
use crate::exchange::xml::{Element, escape};
use crate::exchange::{Answer, Remark};

/// Gaps to type in; those of New Quizzes may be lists.
pub(super) fn fill(item: &Item, texts: &mut HtmlTexts) -> Asked {
    read(item, texts, false)
}

/// Gaps that are lists.
pub(super) fn pick(item: &Item, texts: &mut HtmlTexts) -> Asked {
    read(item, texts, true)
}

fn read(item: &Item, texts: &mut HtmlTexts, are_lists: bool) -> Asked {
    let responses = item.responses();
    let mut gaps = Vec::new();
    for response in &responses {
        match gap(item, response, are_lists, texts) {
            Ok(gap) => gaps.push(gap),
            Err(reason) => return Asked { prompt: String::new(), answer: Answer::LeftOut(reason) },
        }
    }
    let mut html = without_marks(&item.prompt(&mut |_| String::new()));
    let mut is_in_brackets = false;
    for (number, response) in responses.iter().enumerate() {
        let ident = response.attribute("ident");
        let blank = format!("[{}]", escape(ident.strip_prefix("response_").unwrap_or(ident)));
        is_in_brackets |= html.contains(&blank);
        html = html.replacen(&blank, &gap_mark(number), 1);
    }
    if !is_in_brackets {
        let mut number = 0;
        html = item.prompt(&mut |_| {
            number += 1;
            format!(" {} ", gap_mark(number - 1))
        });
        let ends_with_its_gap = html.trim_end().ends_with(gap_mark(0).as_str());
        if responses.len() == 1 && ends_with_its_gap && !are_lists {
            return typed::text(item, texts);
        }
    }
    let (prompt, sentence) = prompt_and_sentence(&texts.with_gaps(&html, &gaps));
    let answer = BankAnswer::Cloze { text: ClozeText::new(&sentence) };
    Asked { prompt, answer: Answer::Ready { answer, feedback: Vec::new() } }
}

fn gap(item: &Item, response: &Element, is_list: bool, texts: &mut HtmlTexts) -> Result<String, Remark> {
    let name = response.attribute("ident");
    let all = response.all_named("response_label");
    let is_list = is_list || all.iter().any(|label| matches!(label.attribute("answer_type"), "dropdown" | "wordbank"));
    for label in &all {
        match label.attribute("scoring_algorithm") {
            "TextRegex" => return Err(Remark::CannotCarry("what is right in a gap is told by a pattern")),
            "TextContainsAnswer" => {
                texts.tell(Remark::Rule("a gap took any text that holds the answer, and takes the answer alone here"));
            }
            "TextCloseEnough" => texts.tell(Remark::Rule("a gap forgave slips in writing, and does not here")),
            _ => {}
        }
    }
    let options: Vec<(&str, String)> =
        labels(response).into_iter().filter(|(_, html)| !html.trim().is_empty()).collect();
    let right = item.right(name);
    let option = |texts: &mut HtmlTexts, html: &str| texts.plain(html);
    if is_list {
        let key = options.iter().find(|(ident, _)| right.contains(ident)).ok_or(Remark::NoKey)?;
        let others = options.iter().filter(|(ident, _)| *ident != key.0 && !right.contains(ident));
        let all: Vec<String> = std::iter::once(key).chain(others).map(|(_, html)| option(texts, html)).collect();
        return list_gap(&all).ok_or(Remark::CannotCarry("a list to pick from has one option"));
    }
    let forms: Vec<String> = match options.len() {
        // Without labels, the rules name the words themselves.
        0 => right.iter().map(|word| option(texts, &escape(word))).collect(),
        _ => options.iter().map(|(_, html)| option(texts, html)).collect(),
    };
    typed_gap(&forms).ok_or(Remark::NoKey)
}
