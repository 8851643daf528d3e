//! A draft of a note, wherever it stands. Knows neither texts nor packages.

use crate::bank::Answer as BankAnswer;
use crate::exchange::anki::cloze;
use crate::exchange::markup::{PictureTaker, Purpose, from_html, from_plain};
use crate::exchange::stock::FILL;
use crate::exchange::{Answer, Draft, DraftText, KindRow, Place, Remark};

/// What becomes of notes.
pub(in crate::exchange) const KINDS: &[KindRow] = &[
    KindRow {
        theirs: "Basic, and every type of note with a front and a back",
        ours: "Recall, with cards asked for",
        note: "the reversed card is not carried",
    },
    KindRow { theirs: "Basic (type in the answer)", ours: "Text", note: "" },
    KindRow { theirs: "Cloze", ours: "Cloze", note: "all gaps together; of a gap inside another the outer one" },
    KindRow { theirs: "Image Occlusion", ours: "left out", note: "" },
];

/// A note.
#[derive(Clone, Debug, Default)]
pub struct Note {
    /// Its id, the same for ever.
    pub guid: String,
    /// Its topic.
    pub topic: Box<str>,
    /// What its fields hold.
    pub fields: Vec<String>,
    /// Whether they are HTML.
    pub is_html: bool,
}

/// A type of note.
#[derive(Clone, Debug, Default)]
pub struct NoteType {
    /// Its name.
    pub name: String,
    /// The names of its fields.
    pub fields: Vec<String>,
    /// Whether gaps in its first field make its cards.
    pub is_cloze: bool,
    /// Whether its answer is typed.
    pub is_typed: bool,
}

/// The draft of a note at a place.
pub fn draft(note: &Note, note_type: &NoteType, place: Place, pictures: &mut dyn PictureTaker) -> Draft {
    let mut reading = Reading { note, note_type, pictures, remarks: Vec::new() };
    let prompt_field = if note_type.is_cloze { reading.named(&["prompt"]) } else { Some(0) };
    let mut prompt = prompt_field.map_or_else(String::new, |field| reading.converted(field, Purpose::Text));
    let mut hints = reading.hints();
    let answer = reading.answer(&mut hints).unwrap_or_else(Answer::LeftOut);
    let explanation = reading.named(&["explanation", "extra", "back extra", "comments", "notes"]);
    let explanation = explanation.map_or_else(String::new, |field| reading.converted(field, Purpose::Text));
    let points = reading.named(&["points"]).and_then(|field| note.fields[field].trim().parse().ok());
    let origin = reading.named(&["id", "note id"]).map(|field| note.fields[field].trim()).filter(|id| !id.is_empty());
    if prompt.trim().is_empty() {
        prompt =
            if matches!(answer, Answer::LeftOut(_)) { reading.converted(0, Purpose::Text) } else { FILL.to_owned() };
    }
    let mut draft = Draft::new(place, &note_type.name, prompt, answer);
    draft.origin = origin.unwrap_or(&note.guid).into();
    draft.name = origin.unwrap_or_default().into();
    draft.topic = note.topic.clone();
    draft.points = points;
    draft.hints = hints;
    draft.explanation = explanation;
    draft.remarks = reading.remarks;
    draft.remarks.dedup();
    draft
}

struct Reading<'n, 'p> {
    note: &'n Note,
    note_type: &'n NoteType,
    pictures: &'p mut dyn PictureTaker,
    remarks: Vec<Remark>,
}

impl Reading<'_, '_> {
    fn answer(&mut self, hints: &mut Vec<String>) -> Result<Answer, Remark> {
        let first = self.note.fields.first().map_or("", |field| field.trim());
        if first.is_empty() {
            return Err(Remark::Damaged("its first field is empty".into()));
        }
        if first.contains("image-occlusion:") || self.note_type.name.to_lowercase().contains("image occlusion") {
            return Err(Remark::CannotCarry("it covers parts of a picture with shapes"));
        }
        if self.note_type.is_cloze {
            return self.cloze(hints);
        }
        let back = self.back();
        if self.note_type.is_typed {
            return Ok(self.typed(back));
        }
        let back = back.map_or_else(String::new, |field| self.converted(field, Purpose::Text));
        Ok(Answer::Card { back })
    }

    /// The field that is revealed: the one of that name, else the first behind the front that holds something.
    fn back(&self) -> Option<usize> {
        let filled = |field: &usize| !self.note.fields[*field].trim().is_empty();
        let named = self.named(&["back", "answer", "definition", "translation"]).filter(|field| *field > 0);
        named.filter(filled).or_else(|| (1..self.note.fields.len()).find(filled))
    }

    fn typed(&mut self, back: Option<usize>) -> Answer {
        let mut forms: Vec<String> = Vec::new();
        if let Some(back) = back {
            forms.push(self.converted(back, Purpose::Plain));
        }
        if let Some(also) = self.named(&["also right"]) {
            forms.extend(self.lines(also));
        }
        let text = |text: String| DraftText { text, is_pattern: false, weight: 1.0, feedback: String::new() };
        Answer::Texts { texts: forms.into_iter().map(text).collect(), is_case_counted: false }
    }

    fn cloze(&mut self, hints: &mut Vec<String>) -> Result<Answer, Remark> {
        let (note, pictures, remarks) = (self.note, &mut *self.pictures, &mut self.remarks);
        let mut convert = |field: &str, purpose: Purpose| {
            let field = without_sounds(field, remarks);
            convert(&field, purpose, note.is_html, pictures, remarks)
        };
        let cloze = cloze::read(&note.fields[0], &mut convert)?;
        for hint in cloze.hints {
            let hint = self.of_text(&hint, Purpose::Text);
            hints.push(hint);
        }
        if cloze.has_nested {
            self.remarks.push(Remark::Rule("of gaps inside one another only the outer one is left"));
        }
        Ok(Answer::Ready { answer: BankAnswer::Cloze { text: cloze.text }, feedback: Vec::new() })
    }

    /// Hints stand under one another with lines between them.
    fn hints(&mut self) -> Vec<String> {
        let Some(field) = self.named(&["hint", "hints"]) else { return Vec::new() };
        let hints: Vec<String> = self.note.fields[field].split("<hr>").map(str::to_owned).collect();
        let hints = hints.iter().filter(|hint| !hint.trim().is_empty());
        hints.map(|hint| self.of_text(hint, Purpose::Text)).collect()
    }

    fn lines(&mut self, field: usize) -> Vec<String> {
        let lines: Vec<String> = self.note.fields[field].split("<br>").map(str::to_owned).collect();
        let lines = lines.iter().filter(|line| !line.trim().is_empty());
        lines.map(|line| self.of_text(line, Purpose::Plain)).collect()
    }

    fn named(&self, names: &[&str]) -> Option<usize> {
        let is_named = |name: &String| names.iter().any(|wanted| name.trim().eq_ignore_ascii_case(wanted));
        self.note_type.fields.iter().position(is_named).filter(|field| *field < self.note.fields.len())
    }

    fn converted(&mut self, field: usize, purpose: Purpose) -> String {
        let note = self.note;
        note.fields.get(field).map_or_else(String::new, |text| self.of_text(text, purpose))
    }

    fn of_text(&mut self, text: &str, purpose: Purpose) -> String {
        let text = without_sounds(text, &mut self.remarks);
        convert(&text, purpose, self.note.is_html, self.pictures, &mut self.remarks)
    }
}

fn convert(
    text: &str,
    purpose: Purpose,
    is_html: bool,
    pictures: &mut dyn PictureTaker,
    remarks: &mut Vec<Remark>,
) -> String {
    if !is_html {
        return from_plain(text, purpose, true);
    }
    let converted = from_html(text, purpose, pictures);
    remarks.extend(converted.remarks);
    converted.text
}

/// A text without `[sound:x.mp3]`.
fn without_sounds(text: &str, remarks: &mut Vec<Remark>) -> String {
    const SOUND: &str = "[sound:";
    let mut rest = text;
    let mut without = String::with_capacity(text.len());
    while let Some((before, sound)) = rest.split_once(SOUND) {
        let Some((name, after)) = sound.split_once(']') else { break };
        without.push_str(before);
        remarks.push(Remark::Media(name.into()));
        rest = after;
    }
    without.push_str(rest);
    without
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sounds_are_taken_out_and_told() {
        let mut remarks = Vec::new();
        assert_eq!(without_sounds("a[sound:x.mp3]b [sound:y", &mut remarks), "ab [sound:y");
        assert_eq!(remarks, [Remark::Media("x.mp3".into())]);
    }
}
