//! Anki's text exports: lines that begin with `#` say how the rows below them are to be read.

use crate::bank::Progress;
use crate::exchange::anki::deck;
use crate::exchange::anki::note::{Note, NoteType, draft};
use crate::exchange::markup::NoPictures;
use crate::exchange::{Answer, Draft, DraftBank, Place, Remark, Unreadable};
use crate::table::Records;
use std::collections::HashSet;

/// What the head says.
#[derive(Default)]
struct Head {
    separator: Option<u8>,
    is_html: bool,
    note_type: String,
    deck: String,
    columns: Vec<String>,
    /// Columns from 0 that hold no field.
    guid_column: Option<usize>,
    note_type_column: Option<usize>,
    deck_column: Option<usize>,
    tags_column: Option<usize>,
    /// Byte offset of the first row.
    end: usize,
}

const KEYS: [&str; 11] = [
    "separator",
    "html",
    "tags",
    "columns",
    "notetype",
    "deck",
    "notetype column",
    "deck column",
    "tags column",
    "guid column",
    "if matches",
];

/// After so many stray quotation marks the rest is no table any more.
const MOST_FAULTS: usize = 20;

/// Whether a text begins with a line of Anki's head.
pub fn is_text(text: &str) -> bool {
    text.lines().next().is_some_and(|line| entry(line).is_some())
}

/// Reads the notes of a text.
pub fn read(text: &str, separator: Option<&str>, progress: &dyn Progress) -> Result<DraftBank, Unreadable> {
    let head = head(text);
    let sign = sign(text, &head, separator);
    let rows = rows(text, sign, head.end, progress)?;
    let mut notes: Vec<Note> = rows.iter().map(|row| note(&head, &row.cells)).collect();
    let mut bank = DraftBank { title: deck::take_root(&mut notes).unwrap_or_default(), ..DraftBank::default() };
    let mut known: HashSet<&str> = HashSet::with_capacity(notes.len());
    for (row, note) in rows.iter().zip(&notes) {
        let place = Place::line(row.line);
        bank.drafts.push(match &row.fault {
            Some(fault) => Draft::new(place, "", "", Answer::LeftOut(Remark::Damaged(fault.clone()))),
            None => {
                let mut draft = draft(note, &note_type(&head, &row.cells, note), place, &mut NoPictures);
                if note.fields.first().is_some_and(|first| !known.insert(first)) {
                    draft.remarks.push(Remark::Doubled);
                }
                draft
            }
        });
    }
    Ok(bank)
}

/// What stands between the fields of a text.
pub fn separator(text: &str, wanted: Option<&str>) -> Box<str> {
    char::from(sign(text, &head(text), wanted)).to_string().into()
}

fn sign(text: &str, head: &Head, wanted: Option<&str>) -> u8 {
    let wanted = wanted.and_then(|separator| separator.bytes().next()).filter(u8::is_ascii);
    wanted.or(head.separator).unwrap_or_else(|| likely(&text[head.end..]))
}

/// The key and the value of a line such as `#separator:tab`. One that went through a spreadsheet has quotation marks around
/// it and separators behind it.
fn entry(line: &str) -> Option<(&'static str, &str)> {
    let line = line.trim_start_matches(['\u{feff}', '"']).strip_prefix('#')?;
    let (key, value) = line.split_once(':')?;
    let key = KEYS.into_iter().find(|known| key.trim().eq_ignore_ascii_case(known))?;
    Some((key, value))
}

fn head(text: &str) -> Head {
    let mut head = Head::default();
    for line in text.split_inclusive('\n') {
        if !line.trim_start_matches(['\u{feff}', '"']).starts_with('#') && !line.starts_with("tags:") {
            break;
        }
        head.end += line.len();
        let Some((key, value)) = entry(line) else { continue };
        let word = value.trim();
        let bare = word.split(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default();
        let column = || bare.parse::<usize>().ok()?.checked_sub(1);
        match key {
            "separator" => head.separator = separator_of(value),
            "html" => head.is_html = bare.eq_ignore_ascii_case("true"),
            "notetype" => head.note_type = word.to_owned(),
            "deck" => head.deck = word.to_owned(),
            "columns" => {
                let sign = char::from(head.separator.unwrap_or(b'\t'));
                head.columns = value.trim_end_matches(['\r', '\n']).split(sign).map(str::to_owned).collect();
            }
            "guid column" => head.guid_column = column(),
            "notetype column" => head.note_type_column = column(),
            "deck column" => head.deck_column = column(),
            "tags column" => head.tags_column = column(),
            _ => {}
        }
    }
    head
}

fn separator_of(value: &str) -> Option<u8> {
    const NAMES: [(&str, u8); 6] =
        [("comma", b','), ("semicolon", b';'), ("tab", b'\t'), ("space", b' '), ("pipe", b'|'), ("colon", b':')];
    let value = value.trim_end_matches(['\r', '\n']);
    let word = value.trim().to_lowercase();
    let named = NAMES.iter().find(|(name, _)| word.starts_with(name)).map(|(_, sign)| *sign);
    named.or_else(|| value.bytes().next().filter(|sign| sign.is_ascii() && !matches!(sign, b'"' | b'\n' | b'\r')))
}

/// The first that occurs, in Anki's order.
fn likely(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    b"\t|;:, ".iter().copied().find(|sign| first.as_bytes().contains(sign)).unwrap_or(b'\t')
}

struct Row {
    line: u32,
    cells: Vec<String>,
    fault: Option<Box<str>>,
}

fn rows(text: &str, sign: u8, start: usize, progress: &dyn Progress) -> Result<Vec<Row>, Unreadable> {
    let (mut rows, mut faults, mut from) = (Vec::new(), 0, start);
    let line = |line: u64| u32::try_from(line).unwrap_or(u32::MAX);
    while faults <= MOST_FAULTS && from < text.len() {
        let records = Records::new(text, sign, std::mem::replace(&mut from, text.len()));
        for record in records {
            match record {
                Ok(record) if record.is_blank() => {}
                Ok(record) => {
                    if rows.len() % 256 == 0 && !progress.advance(record.cells[0].start as f32 / text.len() as f32) {
                        return Err(Unreadable::Cancelled);
                    }
                    let cells = record.cells.iter().map(|cell| cell.text.clone().into_owned()).collect();
                    rows.push(Row { line: line(record.line), cells, fault: None });
                }
                Err(fault) => {
                    faults += 1;
                    rows.push(Row {
                        line: line(fault.line()),
                        cells: Vec::new(),
                        fault: Some(fault.to_string().into()),
                    });
                    let rest = &text[fault.at()..];
                    from = rest.find(['\n', '\r']).map_or(text.len(), |length| fault.at() + length);
                }
            }
        }
    }
    Ok(rows)
}

fn note(head: &Head, cells: &[String]) -> Note {
    let cell = |column: Option<usize>| column.and_then(|column| cells.get(column)).map_or("", |cell| cell.trim());
    let deck = if cell(head.deck_column).is_empty() { &head.deck } else { cell(head.deck_column) };
    Note {
        guid: cell(head.guid_column).to_owned(),
        topic: deck::topic(deck),
        fields: fields(head, cells).map(|(_, cell)| cell.clone()).collect(),
        is_html: head.is_html,
    }
}

fn note_type(head: &Head, cells: &[String], note: &Note) -> NoteType {
    let named = head.note_type_column.and_then(|column| cells.get(column)).map(|cell| cell.trim());
    let name = named.filter(|name| !name.is_empty()).unwrap_or(&head.note_type).to_owned();
    let lower = name.to_lowercase();
    let has_gap = note.fields.first().is_some_and(|field| field.contains("{{c1::"));
    let names = fields(head, cells).map(|(column, _)| head.columns.get(column).cloned().unwrap_or_default());
    NoteType {
        fields: names.collect(),
        is_cloze: lower.contains("cloze") || has_gap,
        is_typed: lower.contains("type in") || lower.contains("typed"),
        name,
    }
}

/// The cells that hold fields, each with its column.
fn fields<'c>(head: &Head, cells: &'c [String]) -> impl Iterator<Item = (usize, &'c String)> {
    let others = [head.guid_column, head.note_type_column, head.deck_column, head.tags_column];
    (0..).zip(cells).filter(move |(column, _)| !others.contains(&Some(*column)))
}
