//! The notes of a collection, out of SQLite in memory. A collection may be meant to harm: its schema is not trusted, and
//! nothing of it is written or run.

use crate::exchange::anki::protobuf;
use crate::exchange::anki::types::RawNote;
use crate::exchange::anki::types::{self, Types};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, MAIN_DB, Result, Row};
use std::collections::HashMap;
use unicase::UniCase;

/// More notes than any collection has that a person made.
const MOST_NOTES: usize = 1_000_000;

/// So long a field, or all fields of a note together, may be.
const LONGEST_BYTES: i32 = 64 << 20;

/// What a collection holds.
#[derive(Debug, Default)]
pub struct Collection {
    /// Its notes, in the order in which they were made.
    pub notes: Vec<RawNote>,
    /// Its types of note by id.
    pub types: Types,
    /// The names of its decks by id, with `::` between them.
    pub decks: HashMap<i64, String>,
    /// The deck of a note's first card, by the note's id.
    pub deck_of: HashMap<i64, i64>,
    /// Whether it holds what learners answered.
    pub has_reviews: bool,
}

/// Reads a collection.
///
/// # Errors
/// What SQLite says of a damaged one, or of one that is none.
pub fn read(bytes: &mut [u8]) -> Result<Collection> {
    let connection = open(bytes)?;
    let schema: i64 = connection.query_row("SELECT ver FROM col LIMIT 1", [], |row| row.get(0))?;
    const FIRST_WITH_TABLES: i64 = 15;
    let (types, decks) = if schema < FIRST_WITH_TABLES {
        let texts = connection
            .query_row("SELECT models, decks FROM col LIMIT 1", [], |row| Ok((text(row, 0)?, text(row, 1)?)))?;
        (types::from_json(&texts.0), types::decks_from_json(&texts.1))
    } else {
        (types_of_tables(&connection)?, decks_of_tables(&connection)?)
    };
    let reviews = connection.query_row("SELECT count(*) FROM (SELECT 1 FROM revlog LIMIT 1)", [], |row| row.get(0));
    Ok(Collection {
        notes: notes(&connection)?,
        types,
        decks,
        deck_of: deck_of(&connection)?,
        has_reviews: reviews.is_ok_and(|count: i64| count > 0),
    })
}

fn open(bytes: &mut [u8]) -> Result<Connection> {
    // A file that was written beside a log says so in two bytes, and memory has no log.
    const WRITES_AND_READS: std::ops::Range<usize> = 18..20;
    if let Some(versions) = bytes.get_mut(WRITES_AND_READS) {
        versions.iter_mut().for_each(|version| *version = 1.min(*version));
    }
    let mut connection = Connection::open_in_memory()?;
    for (setting, is_on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
    ] {
        connection.set_db_config(setting, is_on)?;
    }
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST_BYTES)?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    connection.deserialize_read_exact(MAIN_DB, &*bytes, bytes.len(), true)?;
    // Anki's own order of names, which its tables of note types are indexed by.
    connection.create_collation("unicase", |left, right| UniCase::new(left).cmp(&UniCase::new(right)))?;
    are_tables(&connection)?;
    Ok(connection)
}

/// What is read must be tables, and no views or modules that run something.
fn are_tables(connection: &Connection) -> Result<()> {
    const READ: &str = "SELECT count(*) FROM sqlite_master WHERE lower(name) IN ('col', 'notes', 'cards', 'revlog', \
                        'notetypes', 'fields', 'templates', 'decks') AND (type <> 'table' OR rootpage IS NULL OR rootpage < 1)";
    match connection.query_row(READ, [], |row| row.get::<_, i64>(0))? {
        0 => Ok(()),
        _ => Err(rusqlite::Error::InvalidQuery),
    }
}

fn notes(connection: &Connection) -> Result<Vec<RawNote>> {
    let mut statement = connection.prepare("SELECT id, guid, mid, flds FROM notes ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut notes = Vec::new();
    while notes.len() < MOST_NOTES {
        // Behind a damaged page nothing can be read; what stood before it stays.
        let Ok(Some(row)) = rows.next() else { break };
        notes.push(RawNote {
            id: integer(row, 0)?,
            guid: text(row, 1)?,
            type_id: integer(row, 2)?,
            fields: text(row, 3)?,
        });
    }
    Ok(notes)
}

fn deck_of(connection: &Connection) -> Result<HashMap<i64, i64>> {
    let mut decks = HashMap::new();
    each(connection, "SELECT nid, did FROM cards ORDER BY ord", &mut |row| {
        decks.entry(integer(row, 0)?).or_insert(integer(row, 1)?);
        Ok(())
    })?;
    Ok(decks)
}

fn types_of_tables(connection: &Connection) -> Result<Types> {
    let mut types = Types::default();
    each(connection, "SELECT id, name, config FROM notetypes", &mut |row| {
        const KIND: u64 = 1;
        const CLOZE: u64 = 1;
        let known = types.entry(integer(row, 0)?).or_default();
        known.name = text(row, 1)?;
        known.is_cloze = protobuf::number_in(bytes(row, 2)?, KIND) == Some(CLOZE);
        Ok(())
    })?;
    let mut fields: Vec<(i64, i64, String)> = Vec::new();
    each(connection, "SELECT ntid, ord, name FROM fields", &mut |row| {
        fields.push((integer(row, 0)?, integer(row, 1)?, text(row, 2)?));
        Ok(())
    })?;
    fields.sort();
    for (id, _, name) in fields {
        types.entry(id).or_default().fields.push(name);
    }
    each(connection, "SELECT ntid, config FROM templates", &mut |row| {
        let is_typed = types::asks_to_type(bytes(row, 1)?);
        types.entry(integer(row, 0)?).or_default().is_typed |= is_typed;
        Ok(())
    })?;
    Ok(types)
}

fn decks_of_tables(connection: &Connection) -> Result<HashMap<i64, String>> {
    let mut decks = HashMap::new();
    each(connection, "SELECT id, name FROM decks", &mut |row| {
        decks.insert(integer(row, 0)?, text(row, 1)?.replace('\u{1f}', "::"));
        Ok(())
    })?;
    Ok(decks)
}

fn each(connection: &Connection, sql: &str, visit: &mut dyn FnMut(&Row) -> Result<()>) -> Result<()> {
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut count = 0;
    while let Ok(Some(row)) = rows.next() {
        visit(row)?;
        count += 1;
        if count >= 10 * MOST_NOTES {
            break;
        }
    }
    Ok(())
}

fn integer(row: &Row, column: usize) -> Result<i64> {
    Ok(match row.get_ref(column)? {
        ValueRef::Integer(number) => number,
        ValueRef::Null | ValueRef::Real(_) | ValueRef::Text(_) | ValueRef::Blob(_) => 0,
    })
}

fn bytes<'r>(row: &'r Row, column: usize) -> Result<&'r [u8]> {
    Ok(match row.get_ref(column)? {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes,
        ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) => &[],
    })
}

fn text(row: &Row, column: usize) -> Result<String> {
    Ok(match row.get_ref(column)? {
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        ValueRef::Null => String::new(),
    })
}
