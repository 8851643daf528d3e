//! An Anki package of a bank: its ids hang on those of the questions alone, so that a later one updates what an earlier one
//! brought.

use crate::bank::{Answer, Bank, Question};
use crate::exchange::anki::collection::{NewNote, written};
use crate::exchange::anki::sides::{Sides, escaped, sides};
use crate::exchange::markup::to_html;
use crate::exchange::{Exported, PictureSource, Remark};
use indexmap::IndexMap;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Writes a bank.
pub(in crate::exchange) fn write(bank: &Bank, pictures: &dyn PictureSource) -> Exported {
    let mut exported = Exported::default();
    let mut media = Media { source: pictures, files: IndexMap::new(), missing: Vec::new() };
    let mut decks: IndexMap<String, i64> = IndexMap::new();
    let (mut notes, mut taken) = (Vec::new(), HashSet::new());
    for question in &bank.questions {
        let made = {
            let cell = std::cell::RefCell::new(&mut media);
            let mut html = |text: &str| to_html(text, &mut |path| cell.borrow_mut().address(path));
            let mut picture = |path: &str, alt: &str| {
                format!("<img src=\"{}\" alt=\"{}\">", escaped(&cell.borrow_mut().address(path)), escaped(alt))
            };
            sides(question, &mut html, &mut picture).map(|sides| {
                let fields = fields(question, &sides, &mut html);
                (sides, fields)
            })
        };
        for path in media.missing.drain(..) {
            exported.tell(question, Remark::MissingPicture(path));
        }
        match made {
            Ok((sides, fields)) => {
                let deck = deck(bank, question);
                let deck = *decks.entry(deck.clone()).or_insert_with(|| id(&[&*bank.id, "deck", &deck]));
                let mut number = id(&[&*bank.id, "question", &question.id]);
                while !taken.insert(number) {
                    number += 1;
                }
                notes.push(NewNote {
                    id: number,
                    guid: guid(bank, question),
                    model: sides.model,
                    deck,
                    fields,
                    cards: sides.cards,
                });
                sides.remarks.into_iter().for_each(|remark| exported.tell(question, remark));
                tell_lost(question, &mut exported);
            }
            Err(reason) => exported.tell(question, reason),
        }
    }
    exported.made = notes.len();
    let decks: Vec<(i64, String)> = decks.into_iter().map(|(name, id)| (id, name)).collect();
    // In memory nothing is refused.
    exported.bytes =
        written(&notes, &decks).ok().and_then(|collection| packed(&collection, &media)).unwrap_or_default();
    exported
}

/// The sides, and what stands in fields of its own behind them.
fn fields(question: &Question, sides: &Sides, html: &mut dyn FnMut(&str) -> String) -> Vec<String> {
    let hints: Vec<String> = question.hints.iter().map(|hint| html(hint)).collect();
    let points = if question.points == 1.0 { String::new() } else { question.points.to_string() };
    let behind = [html(&question.explanation), hints.join("<hr>"), points, question.id.to_string()];
    sides.fields.iter().cloned().chain(behind).map(|field| field.replace('\u{1f}', " ")).collect()
}

fn tell_lost(question: &Question, exported: &mut Exported) {
    let has_ties = !question.facts.is_empty() || !question.enemies.is_empty();
    for (is_lost, things) in [
        (!question.feedback.is_empty(), "feedback on particular answers"),
        (!question.cite.0.is_empty(), "the sources that it cites"),
        (question.difficulty.is_some(), "estimates of how hard a question is"),
        (has_ties, "its ties to facts and other questions"),
        (question.hint_cost > 0.0, "the costs of hints"),
        (matches!(question.answer, Answer::Hotspot { .. }), "places in pictures"),
    ] {
        if is_lost {
            exported.tell(question, Remark::NotTaken(things));
        }
    }
}

/// The name of the deck: the bank's title, and its topic below it.
fn deck(bank: &Bank, question: &Question) -> String {
    let name = |part: &str| part.replace("::", ":").replace('"', "'").trim().to_owned();
    let topic = question.topic.split('/').filter(|part| !part.trim().is_empty());
    std::iter::once(&*bank.title).chain(topic).map(name).collect::<Vec<_>>().join("::")
}

fn hash(parts: &[&str]) -> [u8; 32] {
    Sha256::digest(parts.join("\u{1f}")).into()
}

/// A number as Anki gives: a time in milliseconds, which it shows as the day on which a note was made.
fn id(parts: &[&str]) -> i64 {
    const FROM_2020: i64 = 1_577_836_800_000;
    const FOUR_YEARS: u64 = 1 << 37;
    let hash = hash(parts);
    let number = hash.iter().take(8).fold(0, |sum: u64, byte| sum << 8 | u64::from(*byte));
    FROM_2020 + i64::try_from(number % FOUR_YEARS).unwrap_or_default()
}

fn guid(bank: &Bank, question: &Question) -> String {
    hash(&[&*bank.id, "note", &question.id]).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The pictures that texts name.
struct Media<'s> {
    source: &'s dyn PictureSource,
    /// Name and content, by the path in the bank.
    files: IndexMap<Box<str>, (String, Vec<u8>)>,
    missing: Vec<Box<str>>,
}

impl Media<'_> {
    /// The name of a picture in the package. Anki keeps all pictures of all decks in one folder, so the content is in it.
    fn address(&mut self, path: &str) -> String {
        if let Some((name, _)) = self.files.get(path) {
            return name.clone();
        }
        let Some(bytes) = self.source.picture(path) else {
            self.missing.push(path.into());
            return path.to_owned();
        };
        let hash: String = Sha256::digest(&bytes).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        let file = path.rsplit('/').next().unwrap_or_default();
        let file = file.replace(|sign: char| !sign.is_ascii_alphanumeric() && !matches!(sign, '.' | '-' | '_'), "-");
        let name = format!("torus-{hash}-{file}");
        self.files.insert(path.into(), (name.clone(), bytes));
        name
    }
}

fn packed(collection: &[u8], media: &Media) -> Option<Vec<u8>> {
    // The first day that a zip file can tell, so that the same bank gives the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, bytes: &[u8]| -> Option<()> {
        zip.start_file(name, options).ok()?;
        zip.write_all(bytes).ok()
    };
    put("collection.anki2", collection)?;
    let names = (0..).zip(media.files.values());
    let list: Map<String, Value> =
        names.map(|(number, (name, _)): (usize, _)| (number.to_string(), name.clone().into())).collect();
    put("media", Value::Object(list).to_string().as_bytes())?;
    for (number, (_, bytes)) in media.files.values().enumerate() {
        put(&number.to_string(), bytes)?;
    }
    Some(zip.finish().ok()?.into_inner())
}
