//! Types of notes and decks as older collections have them, in JSON, and notes as SQLite has them. Opens nothing.

use crate::exchange::anki::note::NoteType;
use memchr::memmem;
use serde_json::Value;
use std::collections::HashMap;

/// Types of note by id.
pub type Types = HashMap<i64, NoteType>;

/// A note as SQLite has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawNote {
    /// Its number.
    pub id: i64,
    /// Its id, the same for ever.
    pub guid: String,
    /// The id of its type.
    pub type_id: i64,
    /// What its fields hold, with U+001F between them.
    pub fields: String,
}

/// Whether a template has learners type the answer.
pub fn asks_to_type(template: &[u8]) -> bool {
    memmem::find(template, b"{{type:").is_some()
}

/// The types of an older collection; none of what is no JSON.
pub fn from_json(models: &str) -> Types {
    let Ok(Value::Object(models)) = serde_json::from_str(models) else { return Types::default() };
    let named = |value: &Value| value["name"].as_str().unwrap_or_default().to_owned();
    let note_type = |model: &Value| {
        let empty = Vec::new();
        let fields = model["flds"].as_array().unwrap_or(&empty);
        let templates = model["tmpls"].as_array().unwrap_or(&empty);
        NoteType {
            name: named(model),
            fields: fields.iter().map(named).collect(),
            is_cloze: model["type"].as_i64() == Some(1),
            is_typed: templates.iter().any(|one| asks_to_type(one["qfmt"].as_str().unwrap_or_default().as_bytes())),
        }
    };
    models.iter().filter_map(|(id, model)| Some((id.parse().ok()?, note_type(model)))).collect()
}

/// The names of decks of an older collection by id.
pub fn decks_from_json(decks: &str) -> HashMap<i64, String> {
    let Ok(Value::Object(decks)) = serde_json::from_str(decks) else { return HashMap::new() };
    let named = |(id, deck): (&String, &Value)| Some((id.parse().ok()?, deck["name"].as_str()?.to_owned()));
    decks.iter().filter_map(named).collect()
}
