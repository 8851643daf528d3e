//! What stands on the sides of a card that a question becomes. Knows no package.

use crate::bank::model::cloze::{Gap, Part};
use crate::bank::values::drawn::{key, pinned};
use crate::bank::values::quantity::written;
use crate::bank::{Answer, ClozeText, Punctuation, Question};
use crate::exchange::Remark;
use crate::exchange::anki::collection::{CARD, CLOZE, Model, TYPED};
use sha2::{Digest, Sha256};

/// The sides of a question as a note.
#[derive(Debug, PartialEq)]
pub struct Sides {
    /// The type of note.
    pub model: Model,
    /// The fields before the explanation.
    pub fields: Vec<String>,
    /// How many cards come of it.
    pub cards: usize,
    /// What is lost.
    pub remarks: Vec<Remark>,
}

/// Gives the HTML of a text of a bank.
pub type Html<'h> = dyn FnMut(&str) -> String + 'h;

/// A picture of a hotspot, which has no text around it.
pub type PictureHtml<'h> = dyn FnMut(&str, &str) -> String + 'h;

/// The sides of a question.
///
/// # Errors
/// Why it has none.
pub fn sides(question: &Question, html: &mut Html, picture: &mut PictureHtml) -> Result<Sides, Remark> {
    let front = html(&question.prompt);
    let is_card = Remark::Rule("it becomes a card, and learners rate themselves");
    let card = |front: String, back: String| Sides {
        model: CARD,
        fields: vec![front, back],
        cards: 1,
        remarks: vec![is_card],
    };
    Ok(match &question.answer {
        Answer::Recall { answer } => Sides { remarks: Vec::new(), ..card(front, html(answer)) },
        Answer::Text { accept, .. } => typed(&question.answer, front, accept),
        Answer::Cloze { text } => return cloze(text, front, html),
        Answer::Choice { correct, distractors } => {
            let options = std::iter::once(correct).chain(distractors);
            let list = list(&mixed(question, options), html);
            card(front + &list, html(correct))
        }
        Answer::Choices { correct, distractors } => {
            let options = mixed(question, correct.iter().chain(distractors));
            card(front + &list(&options, html), list(&texts(correct), html))
        }
        Answer::TrueFalse(is_true) => {
            card(format!("{front}<p>True or false?</p>"), if *is_true { "True" } else { "False" }.to_owned())
        }
        Answer::Number { value, tolerance, unit, .. } => card(front, number(*value, *tolerance, unit)),
        Answer::Calculated { .. } => drawn(question, html).map(|(front, back)| card(front, back))?,
        Answer::Order { items } => {
            let items = texts(items);
            card(front + &list(&mixed_texts(question, &items), html), numbered(&items, html))
        }
        Answer::Match { pairs, extra } => {
            let left: Vec<&str> = pairs.iter().map(|(left, _)| &**left).collect();
            let mut right: Vec<&str> =
                pairs.iter().map(|(_, right)| &**right).chain(extra.iter().map(|extra| &**extra)).collect();
            right.sort_unstable();
            right.dedup();
            let rows: Vec<String> =
                pairs.iter().map(|(left, right)| format!("{} – {}", html(left), html(right))).collect();
            card(front + &list(&left, html) + &list(&right, html), lines(&rows))
        }
        Answer::Categorise { groups } => {
            let items: Vec<&str> = groups.iter().flat_map(|(_, items)| items.iter().map(|item| &**item)).collect();
            let names: Vec<&str> = groups.iter().map(|(name, _)| name).collect();
            let mut back = String::new();
            for (name, items) in groups.iter() {
                back.push_str(&format!("{}{}", html(name), list(&texts(items), html)));
            }
            card(front + &list(&names, html) + &list(&mixed_texts(question, &items), html), back)
        }
        Answer::Hotspot { image, correct, .. } => {
            let front = front + &picture(image, &question.alt);
            card(front, list(&texts(correct), html))
        }
    })
}

fn typed(answer: &Answer, front: String, accept: &[Box<str>]) -> Sides {
    let mut remarks = Vec::new();
    if let Answer::Text { typos, match_case, match_accents, reject, punctuation, .. } = answer {
        let is_plain = *typos == 0 && !match_case && !match_accents && *punctuation == Punctuation::Auto;
        if !is_plain || !reject.is_empty() {
            remarks.push(Remark::Rule("Anki shows where the typed text differs, and forgives no slip"));
        }
    }
    let mut forms = accept.iter().map(|form| escaped(form));
    let first = forms.next().unwrap_or_default();
    Sides { model: TYPED, fields: vec![front, first, forms.collect::<Vec<_>>().join("<br>")], cards: 1, remarks }
}

/// A sign that no text has, which stands for a gap while the words around it are converted.
const PLACEHOLDER: char = '\u{f8f0}';

fn cloze(text: &ClozeText, prompt: String, html: &mut Html) -> Result<Sides, Remark> {
    let mut around = String::new();
    for part in text.parts() {
        match part {
            Part::Words(words) => around.push_str(&words.replace(PLACEHOLDER, "")),
            Part::Gap(_) => around.push(PLACEHOLDER),
        }
    }
    let mut gaps = (1..).zip(text.gaps());
    let mut field = String::new();
    for sign in html(&around).chars() {
        if sign != PLACEHOLDER {
            field.push(sign);
        } else if let Some((number, gap)) = gaps.next() {
            field.push_str(&anki_gap(number, gap));
        }
    }
    let has_forms = |gap: &Gap| matches!(gap, Gap::Typed(forms) if forms.len() > 1);
    let mut remarks = Vec::new();
    if text.gaps().any(has_forms) {
        remarks.push(Remark::Rule("of the forms that a gap takes Anki shows only the first"));
    }
    if text.gaps().any(|gap| !gap.options().is_empty()) {
        remarks.push(Remark::Rule("the options of a gap stand in its hint"));
    }
    Ok(Sides { model: CLOZE, fields: vec![field, prompt], cards: text.gaps().count(), remarks })
}

fn anki_gap(number: usize, gap: &Gap) -> String {
    let mut options: Vec<String> = gap.options().iter().map(|option| escaped(option)).collect();
    options.sort_unstable();
    let hint = if options.is_empty() { String::new() } else { format!("::{}", options.join(" / ")) };
    format!("{{{{c{number}::{}{hint}}}}}", escaped(gap.right()))
}

fn drawn(question: &Question, html: &mut Html) -> Result<(String, String), Remark> {
    let Answer::Calculated { variables, tolerance_percent, unit, .. } = &question.answer else {
        return Err(Remark::NoKey);
    };
    // Values from the middle, where no example is extreme.
    let middle = variables.iter().map(|(_, variable)| variable.value(variable.count() / 2));
    let values: Vec<f64> = middle.collect::<Option<_>>().unwrap_or_default();
    let asked = pinned(question, &values).ok_or(Remark::CannotCarry("no values can be drawn for it"))?;
    let value = key(&asked.answer).ok_or(Remark::CannotCarry("no values can be drawn for it"))?;
    Ok((html(&asked.prompt), number(value, (value * tolerance_percent / 100.0).abs(), unit)))
}

fn number(value: f64, tolerance: f64, unit: &str) -> String {
    let value = escaped(&written(value, unit));
    if tolerance > 0.0 { format!("{value} (±{})", escaped(&written(tolerance, unit))) } else { value }
}

fn texts(all: &[Box<str>]) -> Vec<&str> {
    all.iter().map(|text| &**text).collect()
}

fn mixed<'q>(question: &Question, options: impl Iterator<Item = &'q Box<str>>) -> Vec<&'q str> {
    let options: Vec<&str> = options.map(|option| &**option).collect();
    mixed_texts(question, &options)
}

/// The options in an order that tells nothing and is always the same.
fn mixed_texts<'q>(question: &Question, options: &[&'q str]) -> Vec<&'q str> {
    let mut mixed = options.to_vec();
    mixed.sort_by_key(|option| Sha256::digest(format!("{}\n{option}", question.id)));
    mixed
}

fn list(items: &[&str], html: &mut Html) -> String {
    let items: String = items.iter().map(|item| format!("<li>{}</li>", html(item))).collect();
    format!("<ul>{items}</ul>")
}

fn numbered(items: &[&str], html: &mut Html) -> String {
    let items: String = items.iter().map(|item| format!("<li>{}</li>", html(item))).collect();
    format!("<ol>{items}</ol>")
}

fn lines(rows: &[String]) -> String {
    rows.iter().map(|row| format!("<div>{row}</div>")).collect()
}

/// Plain text as HTML has it; braces and colons too, which would end a gap.
pub fn escaped(plain: &str) -> String {
    let mut escaped = String::with_capacity(plain.len());
    for sign in plain.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '{' | '}' | ':' | '[' | ']' | '\\' | '$' => escaped.push_str(&format!("&#{};", u32::from(sign))),
            _ => escaped.push(sign),
        }
    }
    escaped
}
