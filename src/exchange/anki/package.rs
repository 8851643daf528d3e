//! Anki's packages: `.apkg` of some decks, `.colpkg` of all. Knows which of the collections inside is the right one.

use crate::bank::Progress;
use crate::exchange::anki::deck;
use crate::exchange::anki::note::{Note, NoteType, draft};
use crate::exchange::anki::protobuf::{Value, fields, number_in};
use crate::exchange::anki::sqlite::{self, Collection};
use crate::exchange::markup::PictureTaker;
use crate::exchange::{DraftBank, Package, Pictures, Place, Remark, Unreadable};
use ruzstd::decoding::StreamingDecoder;
use std::collections::{HashMap, HashSet};
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Collections from the newest to the oldest. Where a newer one is, an older one only says that Anki must be updated.
const COLLECTIONS: [&str; 3] = ["collection.anki21b", "collection.anki21", "collection.anki2"];

const MEDIA: &str = "media";

/// So large a collection or a picture may become when unpacked.
const LARGEST_BYTES: u64 = 256 << 20;

/// Reads the notes of a package.
pub fn read(package: &mut Package, progress: &dyn Progress) -> Result<Vec<DraftBank>, Unreadable> {
    let name = COLLECTIONS.into_iter().find(|name| package.has(name)).ok_or(Unreadable::NotRecognised)?;
    let mut bytes = unpacked(package.read(name)?).ok_or_else(damaged)?;
    let collection = sqlite::read(&mut bytes).map_err(|_| damaged())?;
    drop(bytes);
    let mut notes = notes(&collection);
    let mut bank = DraftBank { title: deck::take_root(&mut notes).unwrap_or_default(), ..DraftBank::default() };
    let mut pictures = Pictures::default();
    let mut media = Media::of(package, &mut pictures);
    let mut known: HashSet<&str> = HashSet::with_capacity(notes.len());
    let unknown = NoteType::default();
    for (done, (note, raw)) in notes.iter().zip(&collection.notes).enumerate() {
        let note_type = collection.types.get(&raw.type_id).unwrap_or(&unknown);
        let first = note.fields.first().map_or("", |field| field);
        let mut draft = draft(note, note_type, Place::cell(shown(first)).within(name), &mut media);
        if !first.is_empty() && !known.insert(first) {
            draft.remarks.push(Remark::Doubled);
        }
        bank.drafts.push(draft);
        if done % 64 == 0 && !progress.advance(done as f32 / notes.len() as f32) {
            return Err(Unreadable::Cancelled);
        }
    }
    if collection.has_reviews {
        let place = Place::default().within(name);
        bank.remarks.push((place, Remark::NoPlaceFor("what was learnt and when cards come again")));
    }
    bank.pictures = pictures;
    Ok(vec![bank])
}

fn damaged() -> Unreadable {
    Unreadable::Damaged { line: 1, reason: "its collection is damaged; export it from Anki again".into() }
}

fn notes(collection: &Collection) -> Vec<Note> {
    let deck = |id: &i64| collection.decks.get(collection.deck_of.get(id)?);
    let note = collection.notes.iter().map(|raw| Note {
        guid: raw.guid.clone(),
        topic: deck(&raw.id).map_or_else(Box::default, |name| deck::topic(name)),
        fields: raw.fields.split('\u{1f}').map(str::to_owned).collect(),
        is_html: true,
    });
    note.collect()
}

/// A first field so short that it stands in a line, without its tags.
fn shown(field: &str) -> String {
    const LONGEST: usize = 60;
    let mut is_tag = false;
    let outside = field.chars().filter(|sign| {
        let was_tag = is_tag || *sign == '<';
        is_tag = was_tag && *sign != '>';
        !was_tag
    });
    let words: String = outside.take(LONGEST).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The bytes as they were before zstd packed them, if it did.
fn unpacked(bytes: Vec<u8>) -> Option<Vec<u8>> {
    const PACKED: &[u8] = b"\x28\xB5\x2F\xFD";
    if !bytes.starts_with(PACKED) {
        return Some(bytes);
    }
    // The library is sound on sound files; on damaged ones it may stop in the middle.
    let unpack = || {
        let mut unpacked = Vec::new();
        let decoder = StreamingDecoder::new(&*bytes).ok()?;
        decoder.take(LARGEST_BYTES + 1).read_to_end(&mut unpacked).ok()?;
        (unpacked.len() as u64 <= LARGEST_BYTES).then_some(unpacked)
    };
    catch_unwind(AssertUnwindSafe(unpack)).ok().flatten()
}

/// The pictures of a package.
struct Media<'p, 'r> {
    package: &'p mut Package<'r>,
    pictures: &'p mut Pictures,
    /// The file in the package, by the name in texts.
    files: HashMap<String, String>,
    /// What came of those that were asked for.
    taken: HashMap<String, Result<Box<str>, Remark>>,
}

impl<'p, 'r> Media<'p, 'r> {
    fn of(package: &'p mut Package<'r>, pictures: &'p mut Pictures) -> Self {
        let list = package.read(MEDIA).ok().and_then(unpacked).unwrap_or_default();
        let files = match serde_json::from_slice::<HashMap<String, String>>(&list) {
            Ok(names) => names.into_iter().map(|(file, name)| (name, file)).collect(),
            Err(_) => listed(&list),
        };
        Self { package, pictures, files, taken: HashMap::new() }
    }

    fn find(&mut self, name: &str) -> Result<Box<str>, Remark> {
        let missing = || Remark::MissingPicture(name.into());
        let file = self.files.get(name).ok_or_else(missing)?;
        let bytes = self.package.read(file).ok().and_then(unpacked).ok_or_else(missing)?;
        self.pictures.add(name, &bytes)
    }
}

/// The list of newer packages: entries whose place is the name of the file.
fn listed(list: &[u8]) -> HashMap<String, String> {
    const ENTRY: u64 = 1;
    const NAME: u64 = 1;
    const LEGACY_NAME: u64 = 255;
    let entries = fields(list).filter_map(|(number, value)| match value {
        Value::Bytes(entry) if number == ENTRY => Some(entry),
        Value::Bytes(_) | Value::Number(_) => None,
    });
    let named = |(place, entry): (usize, &[u8])| {
        let name = fields(entry).find_map(|(number, value)| match value {
            Value::Bytes(name) if number == NAME => Some(String::from_utf8_lossy(name).into_owned()),
            Value::Bytes(_) | Value::Number(_) => None,
        })?;
        let file = number_in(entry, LEGACY_NAME).map_or_else(|| place.to_string(), |file| file.to_string());
        Some((name, file))
    };
    entries.enumerate().filter_map(named).collect()
}

impl PictureTaker for Media<'_, '_> {
    fn take(&mut self, address: &str) -> Result<Box<str>, Remark> {
        if address.starts_with("http") {
            return Err(Remark::RemotePicture(address.into()));
        }
        if let Some(taken) = self.taken.get(address) {
            return taken.clone();
        }
        let found = self.find(address).or_else(|remark| match decoded(address) {
            Some(name) if name != address => self.find(&name),
            Some(_) | None => Err(remark),
        });
        self.taken.insert(address.to_owned(), found.clone());
        found
    }
}

/// A name with `%20` and the like, as addresses have it.
fn decoded(address: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let Some((first, others)) = rest.split_first() {
        let code = others.get(..2).and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        match (first, code) {
            (b'%', Some(code)) => {
                bytes.push(code);
                rest = &others[2..];
            }
            _ => {
                bytes.push(*first);
                rest = others;
            }
        }
    }
    String::from_utf8(bytes).ok()
}
