//! Questions as they were asked, one row a version. A version is written once and never changed.

use crate::bank::Question;
use crate::history::HistoryError;
use crate::sitting::response::correct_written;
use ron::extensions::Extensions;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Tells versions of a question apart: the SHA-256, in lower-case hexadecimal, of its canonical RON.
pub fn question_hash(question: &Question) -> String {
    hash(&canonical_ron(question))
}

/// The row of this version of the question, made where there is none.
pub(super) fn row_of(connection: &Connection, bank_id: &str, question: &Question) -> Result<i64, HistoryError> {
    let body = canonical_ron(question);
    let hash = hash(&body);
    let mut find = connection.prepare_cached("SELECT id FROM question WHERE bank_id = ?1 AND hash = ?2")?;
    if let Some(id) = find.query_row((bank_id, &hash), |row| row.get(0)).optional()? {
        return Ok(id);
    }
    connection
        .prepare_cached(
            "INSERT INTO question (bank_id, hash, question_id, kind, topic, prompt, correct_response, body)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            bank_id,
            hash,
            question.id,
            question.kind().as_str(),
            question.topic,
            question.prompt,
            correct_written(question),
            body
        ])?;
    Ok(connection.last_insert_rowid())
}

/// The question whose canonical RON this is.
pub(super) fn from_body(body: &str) -> Option<Question> {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(body).ok()
}

fn canonical_ron(question: &Question) -> String {
    ron::to_string(question).expect("a question holds only texts, numbers and lists, which RON can write")
}

/// The SHA-256 in lower-case hexadecimal.
pub(in crate::history) fn hash(text: &str) -> String {
    let mut hexadecimal = String::with_capacity(64);
    for byte in Sha256::digest(text) {
        // Writing to a String cannot fail.
        let _ = write!(hexadecimal, "{byte:02x}");
    }
    hexadecimal
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(ron: &str) -> Question {
        from_body(ron).expect("reads")
    }

    #[test]
    fn the_hash_is_the_sha_256_of_the_canonical_text() {
        // From `printf '(id:"a",prompt:"b",answer:TrueFalse(true))' | sha256sum`.
        let question = question(r#"(id:"a",prompt:"b",answer:TrueFalse(true))"#);
        assert_eq!(question_hash(&question), "ef2cf1ea09e84bef6abdf0d7a42b4eb2c957894e04a75b0d6d8682b146f0984b");
    }

    #[test]
    fn any_change_of_a_question_changes_its_hash() {
        let hash = |ron| question_hash(&question(ron));
        let plain = hash(r#"(id:"a",prompt:"b",answer:TrueFalse(true))"#);
        assert_eq!(plain, hash(r#"Question(id: "a", prompt: "b", answer: TrueFalse(true), points: 1)"#));
        assert_ne!(plain, hash(r#"(id:"a",prompt:"b",answer:TrueFalse(false))"#));
        assert_ne!(plain, hash(r#"(id:"a",prompt:"b",answer:TrueFalse(true),points:2)"#));
        assert_ne!(plain, hash(r#"(id:"a",prompt:"b",answer:TrueFalse(true),hints:["c"])"#));
    }

    #[test]
    fn every_field_of_a_question_is_kept() {
        let whole = question(
            r#"(id:"a",topic:"t/u",prompt:"«b»\n\"c\"",answer:Number(value:59,tolerance:0.5,unit:"MJ",unit_required:true),
            feedback:{"59":"yes"},explanation:"e",hints:["h"],cite:[Cite("s","p")],points:2.5,difficulty:0.25,
            facts:["f"],enemies:["g"],hint_cost:0.1,alt:"i")"#,
        );
        assert_eq!(from_body(&canonical_ron(&whole)), Some(whole));
    }
}
