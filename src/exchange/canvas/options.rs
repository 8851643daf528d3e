//! Questions with options in QTI 1.2: one right, several right, true or false.

use crate::exchange::canvas::item::{How, Item, labels};
use crate::exchange::html_texts::HtmlTexts;
use crate::exchange::{Answer, DraftOption, Remark};

/// A question and its key.
pub(super) struct Asked {
    pub prompt: String,
    pub answer: Answer,
}

/// One option is right.
pub(super) fn one(item: &Item, texts: &mut HtmlTexts) -> Asked {
    let options = options(item, texts, |item, response, ident| item.weight(response, ident));
    Asked { prompt: prompt(item, texts), answer: Answer::Options { options, is_many: false } }
}

/// Several options are right.
pub(super) fn many(item: &Item, texts: &mut HtmlTexts) -> Asked {
    let response = item.responses().first().map(|response| response.attribute("ident")).unwrap_or_default();
    let tests = || item.earning().flat_map(|rule| &rule.tests).filter(|test| test.how == How::Equal);
    let together = item.earning().any(|rule| {
        rule.tests.iter().filter(|test| test.how == How::Equal && *test.response == *response).nth(1).is_some()
    });
    if !together && tests().count() > 0 && item.rules.iter().filter(|rule| rule.score.is_some()).count() > 1 {
        // Each option has a score of its own.
        let options = options(item, texts, |item, response, ident| item.weight(response, ident));
        return Asked { prompt: prompt(item, texts), answer: Answer::Options { options, is_many: true } };
    }
    let right: Vec<&str> = tests().filter(|test| !test.is_negated).map(|test| &*test.value).collect();
    let count = item.responses().first().map_or(0, |response| labels(response).len());
    let wrong = count.saturating_sub(right.len()).max(1);
    let weight = |ident: &str| {
        if right.contains(&ident) { 1.0 / right.len() as f64 } else { -1.0 / wrong as f64 }
    };
    let options = options(item, texts, |_, _, ident| weight(ident));
    texts.tell(Remark::AllOrNothing);
    Asked { prompt: prompt(item, texts), answer: Answer::Options { options, is_many: true } }
}

/// True or false. In other languages these words are told by what they mean, else by their order.
pub(super) fn true_false(item: &Item, texts: &mut HtmlTexts) -> Asked {
    let options = options(item, texts, |item, response, ident| item.weight(response, ident));
    let prompt = prompt(item, texts);
    let idents: Vec<String> = item
        .responses()
        .first()
        .map_or_else(Vec::new, |response| labels(response).into_iter().map(|(ident, _)| ident.to_owned()).collect());
    let [first, second] = &options[..] else {
        let answer = Answer::LeftOut(Remark::CannotCarry("it has other options than true and false"));
        return Asked { prompt, answer };
    };
    let said = |at: usize| {
        let words = [options[at].text.as_str(), idents.get(at).map_or("", |ident| ident)];
        words.into_iter().find_map(truth)
    };
    let is_first_true = match (said(0), said(1)) {
        (Some(first), Some(second)) if first != second => first,
        (Some(first), None) => first,
        (None, Some(second)) => !second,
        _ => {
            texts.tell(Remark::Key("the options do not say true and false, and the first was taken for true"));
            true
        }
    };
    let (yes, no) = if is_first_true { (first, second) } else { (second, first) };
    let answer = match () {
        () if yes.weight > no.weight && yes.weight > 0.0 => true,
        () if no.weight > 0.0 && no.weight > yes.weight => false,
        () => return Asked { prompt, answer: Answer::LeftOut(Remark::NoKey) },
    };
    let feedback = [yes.feedback.clone(), no.feedback.clone()];
    Asked { prompt, answer: Answer::TrueFalse { is_true: answer, feedback } }
}

/// Whether a word means true or false, in the languages that files were seen in.
pub(in crate::exchange) fn truth(word: &str) -> Option<bool> {
    const TRUE: [&str; 19] = [
        "true",
        "t",
        "yes",
        "wahr",
        "richtig",
        "vrai",
        "verdadero",
        "verdadeiro",
        "vero",
        "waar",
        "juist",
        "sant",
        "sann",
        "tosi",
        "prawda",
        "pravda",
        "igaz",
        "верно",
        "истина",
    ];
    const FALSE: [&str; 19] = [
        "false",
        "f",
        "no",
        "falsch",
        "faux",
        "falso",
        "onwaar",
        "niet waar",
        "onjuist",
        "falskt",
        "usann",
        "falsk",
        "epätosi",
        "fałsz",
        "nepravda",
        "hamis",
        "неверно",
        "ложь",
        "väärin",
    ];
    let word = word.trim().trim_end_matches('.').to_lowercase();
    match () {
        () if TRUE.contains(&word.as_str()) => Some(true),
        () if FALSE.contains(&word.as_str()) => Some(false),
        () => None,
    }
}

/// What is asked, as a text.
pub(super) fn prompt(item: &Item, texts: &mut HtmlTexts) -> String {
    let html = item.prompt(&mut |_| String::new());
    texts.text(&html)
}

fn options(item: &Item, texts: &mut HtmlTexts, weight: impl Fn(&Item, &str, &str) -> f64) -> Vec<DraftOption> {
    let Some(&response) = item.responses().first() else { return Vec::new() };
    let name = response.attribute("ident");
    let option = |(ident, html): (&str, String)| DraftOption {
        text: texts.line(&html),
        weight: weight(item, name, ident),
        feedback: texts.text(&item.shown_for(name, ident)),
    };
    labels(response).into_iter().map(option).collect()
}
