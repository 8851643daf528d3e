//! A collection as every version of Anki reads it (schema 11), written in memory: the same notes give the same bytes.

use rusqlite::{Connection, MAIN_DB, Result, params};
use serde_json::{Map, Value, json};
use sha1::{Digest, Sha1};

/// What a question becomes: a type that stays as it is for ever, or notes that are imported again are doubled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Model {
    /// Its id.
    pub id: i64,
    /// Its name.
    pub name: &'static str,
    /// The names of its fields.
    pub fields: &'static [&'static str],
    front: &'static str,
    back: &'static str,
    is_cloze: bool,
}

/// A card to look at.
pub const CARD: Model = Model {
    id: 1_700_000_000_001,
    name: "Torus card",
    fields: &["Front", "Back", "Explanation", "Hint", "Points", "ID"],
    front: "{{Front}}{{#Hint}}<br>{{hint:Hint}}{{/Hint}}",
    back: "{{FrontSide}}<hr id=answer>{{Back}}<br>{{Explanation}}",
    is_cloze: false,
};

/// A text to type.
pub const TYPED: Model = Model {
    id: 1_700_000_000_002,
    name: "Torus typed",
    fields: &["Front", "Back", "Also right", "Explanation", "Hint", "Points", "ID"],
    front: "{{Front}}{{#Hint}}<br>{{hint:Hint}}{{/Hint}}<br>{{type:Back}}",
    back: "{{Front}}<hr id=answer>{{type:Back}}{{#Also right}}<br>{{Also right}}{{/Also right}}<br>{{Explanation}}",
    is_cloze: false,
};

/// A text with gaps.
pub const CLOZE: Model = Model {
    id: 1_700_000_000_003,
    name: "Torus cloze",
    fields: &["Text", "Prompt", "Explanation", "Hint", "Points", "ID"],
    front: "{{Prompt}}{{#Hint}}<br>{{hint:Hint}}{{/Hint}}<br>{{cloze:Text}}",
    back: "{{Prompt}}<br>{{cloze:Text}}<br>{{Explanation}}",
    is_cloze: true,
};

/// A note to write.
#[derive(Clone, Debug, PartialEq)]
pub struct NewNote {
    /// Its number, unlike all others.
    pub id: i64,
    /// Its id, the same for ever.
    pub guid: String,
    /// Its type.
    pub model: Model,
    /// The id of its deck.
    pub deck: i64,
    /// What its fields hold, as many as the type has.
    pub fields: Vec<String>,
    /// How many cards come of it: one, or one a gap.
    pub cards: usize,
}

/// All times in a package: nothing of it hangs on when it was written. 1 January 2024, in seconds.
const WRITTEN_SECS: i64 = 1_704_067_200;

const SCHEMA: &str = "
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL, ver integer NOT NULL,
  dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL,
  dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL,
  tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL,
  factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL,
  odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL, ivl integer NOT NULL,
  lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
";

/// The collection with these notes, in decks of these ids and names.
///
/// # Errors
/// What SQLite says; in memory it says nothing.
pub fn written(notes: &[NewNote], decks: &[(i64, String)]) -> Result<Vec<u8>> {
    let mut connection = Connection::open_in_memory()?;
    connection.execute_batch(SCHEMA)?;
    let transaction = connection.transaction()?;
    transaction.execute(
        "INSERT INTO col VALUES (1, ?1, ?2, ?2, 11, 0, 0, 0, ?3, ?4, ?5, ?6, '{}')",
        params![
            WRITTEN_SECS,
            WRITTEN_SECS * 1000,
            json!({"nextPos": 1, "schedVer": 2, "sortType": "noteFld", "curDeck": 1, "activeDecks": [1]}).to_string(),
            models().to_string(),
            decks_json(decks).to_string(),
            options().to_string(),
        ],
    )?;
    let mut insert_note =
        transaction.prepare("INSERT INTO notes VALUES (?1, ?2, ?3, ?4, -1, '', ?5, ?6, ?7, 0, '')")?;
    let mut insert_card = transaction
        .prepare("INSERT INTO cards VALUES (?1, ?2, ?3, ?4, ?5, -1, 0, 0, ?6, 0, 0, 0, 0, 0, 0, 0, 0, '')")?;
    let mut card_id = notes.iter().map(|note| note.id).max().unwrap_or_default();
    for (due, note) in (1_i64..).zip(notes) {
        let first = note.fields.first().map_or("", |field| field);
        insert_note.execute(params![
            note.id,
            note.guid,
            note.model.id,
            WRITTEN_SECS,
            note.fields.join("\u{1f}"),
            first,
            checksum(first)
        ])?;
        for ord in 0..i64::try_from(note.cards).unwrap_or(1) {
            // The first card of a note has its number, so that it stays the same whatever stands before it.
            let id = if ord == 0 {
                note.id
            } else {
                card_id += 1;
                card_id
            };
            insert_card.execute(params![id, note.id, note.deck, ord, WRITTEN_SECS, due])?;
        }
    }
    drop((insert_note, insert_card));
    transaction.commit()?;
    Ok(connection.serialize(MAIN_DB)?.to_vec())
}

/// By which Anki finds notes of the same first field: the first four bytes of a SHA-1 of it without its tags.
fn checksum(field: &str) -> u32 {
    let mut is_tag = false;
    let plain: String = field
        .chars()
        .filter(|sign| {
            let was_tag = is_tag || *sign == '<';
            is_tag = was_tag && *sign != '>';
            !was_tag
        })
        .collect();
    let hash = Sha1::digest(plain.as_bytes());
    hash.iter().take(4).fold(0, |sum, byte| sum << 8 | u32::from(*byte))
}

fn models() -> Value {
    Value::Object(
        [CARD, TYPED, CLOZE].iter().map(|model| (model.id.to_string(), model_json(model))).collect::<Map<_, _>>(),
    )
}

fn model_json(model: &Model) -> Value {
    let field = |(ord, name): (usize, &&str)| json!({"name": name, "ord": ord, "sticky": false, "rtl": false, "font": "Arial", "size": 20, "media": []});
    json!({
        "id": model.id, "name": model.name, "type": i32::from(model.is_cloze), "mod": WRITTEN_SECS, "usn": -1, "sortf": 0, "did": 1,
        "tmpls": [{"name": "Card 1", "ord": 0, "qfmt": model.front, "afmt": model.back, "bqfmt": "", "bafmt": "", "did": null}],
        "flds": model.fields.iter().enumerate().map(field).collect::<Vec<_>>(),
        "css": ".card { font-family: sans-serif; font-size: 20px; text-align: center; } .cloze { font-weight: bold; color: blue; }",
        "latexPre": "\\documentclass[12pt]{article}\n\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\begin{document}\n",
        "latexPost": "\\end{document}", "req": [[0, "any", [0]]], "tags": [], "vers": []
    })
}

fn decks_json(decks: &[(i64, String)]) -> Value {
    let deck = |(id, name): (i64, &str)| {
        json!({
            "id": id, "name": name, "mod": WRITTEN_SECS, "usn": -1, "desc": "", "dyn": 0, "conf": 1, "collapsed": false,
            "extendNew": 0, "extendRev": 0, "lrnToday": [0, 0], "revToday": [0, 0], "newToday": [0, 0], "timeToday": [0, 0]
        })
    };
    let all = std::iter::once((1, "Default")).chain(decks.iter().map(|(id, name)| (*id, &**name)));
    Value::Object(all.map(|(id, name)| (id.to_string(), deck((id, name)))).collect::<Map<_, _>>())
}

fn options() -> Value {
    json!({"1": {
        "id": 1, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "autoplay": true, "timer": 0, "replayq": true, "dyn": false,
        "new": {"bury": false, "delays": [1.0, 10.0], "initialFactor": 2500, "ints": [1, 4, 0], "order": 1, "perDay": 20},
        "rev": {"bury": false, "ease4": 1.3, "ivlFct": 1.0, "maxIvl": 36500, "perDay": 200, "hardFactor": 1.2},
        "lapse": {"delays": [10.0], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0.0}
    }})
}
