//! Open Trivia DB: reads the JSON that its site gives, with HTML entities, percent signs or plain texts.

use crate::bank::Progress;
use crate::exchange::markup::{NoPictures, Purpose, from_html, from_plain};
use crate::exchange::{Answer, Draft, DraftBank, DraftOption, Format, KindRow, Place, Remark, Unreadable, topic_path};
use serde::Deserialize;
use serde_json::Value;

/// The kinds that its entries have.
pub(super) const KINDS: &[KindRow] = &[MULTIPLE, BOOLEAN];

const MULTIPLE: KindRow = KindRow { theirs: "multiple", ours: "Choice", note: "" };
const BOOLEAN: KindRow = KindRow { theirs: "boolean", ours: "TrueFalse", note: "" };

#[derive(Deserialize)]
struct Entry {
    #[serde(rename = "type", default)]
    type_name: String,
    #[serde(default)]
    difficulty: String,
    #[serde(default)]
    category: String,
    question: String,
    correct_answer: String,
    incorrect_answers: Vec<String>,
}

/// How the texts are written, which no entry says.
#[derive(Clone, Copy)]
enum Texts {
    Html,
    Percent,
}

/// Reads `{"results": […]}`, or the list alone.
pub(super) fn read(text: &str, progress: &dyn Progress) -> Result<DraftBank, Unreadable> {
    let whole: Value = serde_json::from_str(text).map_err(|error| Unreadable::Damaged {
        line: u32::try_from(error.line()).unwrap_or(u32::MAX),
        reason: "the JSON ends or breaks off here; save the page again".into(),
    })?;
    let entries = match whole {
        Value::Array(entries) => entries,
        Value::Object(mut whole) => match whole.remove("results") {
            Some(Value::Array(entries)) => entries,
            _ => return Err(Unreadable::NoQuestion(Format::OpenTrivia)),
        },
        _ => return Err(Unreadable::NoQuestion(Format::OpenTrivia)),
    };
    let texts = if is_percent(text) { Texts::Percent } else { Texts::Html };
    let count = entries.len();
    let mut bank = DraftBank::default();
    for (number, entry) in (1..).zip(entries) {
        bank.drafts.push(draft(number, entry, texts));
        if !progress.advance(number as f32 / count as f32) {
            return Err(Unreadable::Cancelled);
        }
    }
    Ok(bank)
}

/// Texts with percent signs have no spaces at all.
fn is_percent(text: &str) -> bool {
    text.contains("%20") && !text.contains("&quot;") && !text.contains("&#039;")
}

fn draft(number: u32, entry: Value, texts: Texts) -> Draft {
    let place = Place::cell(format!("results[{}]", number - 1));
    let entry: Entry = match serde_json::from_value(entry) {
        Ok(entry) => entry,
        Err(error) => return Draft::new(place, "", "", Answer::LeftOut(Remark::Damaged(error.to_string().into()))),
    };
    let mut remarks = Vec::new();
    let prompt = texts.converted(&entry.question, Purpose::Text, &mut remarks);
    let answer = answer(&entry, texts, &mut remarks).unwrap_or_else(Answer::LeftOut);
    let mut draft = Draft::new(place, &entry.type_name, prompt, answer);
    draft.topic = topic_path(texts.plain(&entry.category).split(": "));
    draft.difficulty = match &*entry.difficulty {
        "easy" => Some(0.2),
        "medium" => Some(0.5),
        "hard" => Some(0.8),
        _ => None,
    };
    draft.remarks = remarks;
    draft
}

fn answer(entry: &Entry, texts: Texts, remarks: &mut Vec<Remark>) -> Result<Answer, Remark> {
    let right = texts.converted(&entry.correct_answer, Purpose::Line, remarks);
    match &*entry.type_name {
        name if name == BOOLEAN.theirs => match &*right {
            "True" | "true" => Ok(true),
            "False" | "false" => Ok(false),
            _ => Err(Remark::KeyIsNoOption(right.as_str().into())),
        }
        .map(|is_true| Answer::TrueFalse { is_true, feedback: [String::new(), String::new()] }),
        name if name == MULTIPLE.theirs => {
            let wrong = entry.incorrect_answers.iter().map(|wrong| texts.converted(wrong, Purpose::Line, remarks));
            let wrong: Vec<DraftOption> = wrong.map(|text| DraftOption { text, ..DraftOption::default() }).collect();
            let right = DraftOption { text: right, weight: 1.0, feedback: String::new() };
            Ok(Answer::Options { options: std::iter::once(right).chain(wrong).collect(), is_many: false })
        }
        other => Err(Remark::UnknownType(other.into())),
    }
}

impl Texts {
    fn converted(self, text: &str, purpose: Purpose, remarks: &mut Vec<Remark>) -> String {
        match self {
            Self::Percent => from_plain(&decoded(text), purpose, true),
            Self::Html => {
                // It has entities and no tags: a `<` that is written as such is a sign.
                let converted = from_html(&text.replace('<', "&lt;"), purpose, &mut NoPictures);
                remarks.extend(converted.remarks);
                converted.text
            }
        }
    }

    fn plain(self, text: &str) -> String {
        self.converted(text, Purpose::Plain, &mut Vec::new())
    }
}

/// A text with `%20` and the like, as addresses have it. What is no such sign stays.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let code = text.get(at + 1..at + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (byte, code) {
            (b'%', Some(code)) => {
                plain.push(code);
                at += 3;
            }
            _ => {
                plain.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&plain).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::Quietly;

    #[test]
    fn percent_signs_are_decoded_and_odd_ones_stay() {
        for (text, expected) in [("What%3F%20%C3%A9", "What? é"), ("100%", "100%"), ("%zz%é", "%zz%é")] {
            assert_eq!(decoded(text), expected);
        }
    }

    #[test]
    fn each_entry_is_a_draft_with_its_place() {
        let text = r#"{"response_code":0,"results":[
            {"type":"multiple","difficulty":"hard","category":"Science: Rivers","question":"Longest%20one%3F",
             "correct_answer":"Nile%2C%20it","incorrect_answers":["Po"]},
            {"type":"boolean","difficulty":"easy","category":"Rivers","question":"Wet%3F","correct_answer":"True","incorrect_answers":["False"]},
            {"type":"boolean","question":"Dry%3F","correct_answer":"maybe","incorrect_answers":[]},
            {"type":"song","question":"La%3F","correct_answer":"la","incorrect_answers":[]},
            {"question":7}]}"#;
        let bank = read(text, &Quietly).expect("entries");
        let [first, second, third, fourth, fifth] = &bank.drafts[..] else { panic!("five drafts") };
        assert_eq!((&*first.prompt, &*first.topic, first.difficulty), ("Longest one?", "Science/Rivers", Some(0.8)));
        let Answer::Options { options, is_many: false } = &first.answer else { panic!("options") };
        assert_eq!((&*options[0].text, options[0].weight, &*options[1].text), ("Nile, it", 1.0, "Po"));
        assert!(matches!(second.answer, Answer::TrueFalse { is_true: true, .. }));
        assert!(matches!(&third.answer, Answer::LeftOut(Remark::KeyIsNoOption(key)) if &**key == "maybe"));
        assert!(matches!(&fourth.answer, Answer::LeftOut(Remark::UnknownType(name)) if &**name == "song"));
        assert!(matches!(&fifth.answer, Answer::LeftOut(Remark::Damaged(_))));
        assert_eq!(&*fifth.place.cell, "results[4]");
    }

    #[test]
    fn what_breaks_off_is_told_with_its_line() {
        let broken = read("{\"results\":[\n{\"type\":", &Quietly);
        assert!(matches!(broken, Err(Unreadable::Damaged { line: 2, .. })));
        assert!(matches!(read("{}", &Quietly), Err(Unreadable::NoQuestion(Format::OpenTrivia))));
    }
}
