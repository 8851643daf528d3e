//! Responses as CSV: one row for each time that a question was asked.

use super::table::{Cell, Column, Table};
use crate::sitting::{Note, ResponseRecord};
use std::io::{self, Write};

/// The columns; others are only ever added, at the end.
const COLUMNS: &[Column<ResponseRecord>] = &[
    Column { name: "learner", cell: |record| Cell::Text(&record.learner_name) },
    Column { name: "sitting", cell: |record| Cell::Id(record.sitting_id) },
    Column { name: "bank", cell: |record| Cell::Text(&record.bank_id) },
    Column { name: "bank_title", cell: |record| Cell::Text(&record.bank_title) },
    Column { name: "quiz", cell: |record| Cell::Text(&record.quiz_id) },
    Column { name: "mode", cell: |record| Cell::Name(record.mode.as_str()) },
    Column { name: "seed", cell: |record| Cell::Integer(record.seed) },
    Column { name: "started_at", cell: |record| Cell::Time(record.started_at) },
    Column { name: "finished_at", cell: |record| record.finished_at.map_or(Cell::Empty, Cell::Time) },
    Column { name: "state", cell: |record| Cell::Name(record.state.as_str()) },
    Column { name: "position", cell: |record| Cell::Integer(record.position) },
    Column { name: "question", cell: |record| Cell::Text(&record.question_id) },
    Column { name: "kind", cell: |record| Cell::Name(record.kind.as_str()) },
    Column { name: "topic", cell: |record| Cell::Text(&record.topic) },
    Column { name: "prompt", cell: |record| Cell::Text(&record.prompt) },
    Column { name: "response", cell: |record| Cell::Response(record.response.as_deref().unwrap_or_default()) },
    Column { name: "correct_response", cell: |record| Cell::Response(&record.correct_response) },
    Column { name: "score", cell: |record| Cell::Number(record.score) },
    Column { name: "max_score", cell: |record| Cell::Number(record.max_score) },
    Column { name: "verdict", cell: |record| Cell::Name(record.verdict.as_str()) },
    Column {
        name: "certainty",
        cell: |record| record.certainty.map_or(Cell::Empty, |certainty| Cell::Integer(certainty.level().into())),
    },
    Column { name: "hints_used", cell: |record| Cell::Integer(record.hints_used) },
    Column { name: "duration_secs", cell: |record| Cell::Secs(record.duration_ms) },
    Column { name: "answered_at", cell: |record| record.answered_at.map_or(Cell::Empty, Cell::Time) },
    Column { name: "flag", cell: |record| Cell::Flag(record.is_flagged) },
    Column { name: "learner_id", cell: |record| Cell::Id(record.learner_id) },
    Column { name: "attempt", cell: |record| Cell::Integer(record.attempt) },
    Column { name: "options", cell: |record| Cell::Text(&record.options) },
    Column { name: "question_hash", cell: |record| Cell::Text(&record.question_hash) },
    Column { name: "overruled", cell: |record| Cell::Flag(record.is_overruled) },
    Column { name: "remark", cell: |record| Cell::Text(&record.remark) },
    Column { name: "note", cell: |record| Cell::Name(record.note.as_ref().map_or("", Note::as_str)) },
    Column { name: "counts", cell: |record| Cell::Name(if record.counts_for_review { "" } else { "false" }) },
    Column { name: "marked_score", cell: |record| record.marked_score.map_or(Cell::Empty, Cell::Number) },
];

/// Writes responses as CSV, row by row, so that no number of them fills the memory.
pub struct ResponsesCsv<W: Write> {
    table: Table<W, ResponseRecord>,
}

impl<W: Write> ResponsesCsv<W> {
    /// Starts with the header; `bom` puts a byte order mark before it, by which spreadsheets know UTF-8.
    ///
    /// # Errors
    /// What `out` returns.
    pub fn new(out: W, bom: bool) -> io::Result<Self> {
        Ok(Self { table: Table::new(out, COLUMNS, bom)? })
    }

    /// Writes one row.
    ///
    /// # Errors
    /// What the writer below returns.
    pub fn write(&mut self, record: &ResponseRecord) -> io::Result<()> {
        self.table.write(record)
    }

    /// Writes what is still held back and gives back the writer below.
    ///
    /// # Errors
    /// What the writer below returns.
    pub fn finish(self) -> io::Result<W> {
        self.table.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::{Kind, Mode};
    use crate::moment::Moment;
    use crate::sitting::{Certainty, State, Verdict};
    use uuid::Uuid;

    const HEADER_LINE: &str = "learner,sitting,bank,bank_title,quiz,mode,seed,started_at,finished_at,state,position,\
        question,kind,topic,prompt,response,correct_response,score,max_score,verdict,certainty,hints_used,\
        duration_secs,answered_at,flag,learner_id,attempt,options,question_hash,overruled,remark,note,counts,marked_score\r\n";

    fn record() -> ResponseRecord {
        ResponseRecord {
            learner_name: "Zoë \"Zed\" Müller, 7b".into(),
            learner_id: Uuid::from_u128(0x9A1B),
            sitting_id: Uuid::from_u128(0x6F2C),
            bank_id: "fusion".into(),
            bank_title: "=Fusion".into(),
            quiz_id: "ten".into(),
            mode: Mode::Practice,
            seed: 4_294_967_295,
            started_at: Moment { unix_ms: 1_795_410_900_000, offset_secs: 3600 },
            finished_at: None,
            state: State::InProgress,
            position: 3,
            attempt: 2,
            question_id: "q".into(),
            question_hash: "00ff".into(),
            kind: Kind::Number,
            topic: "JET/dates".into(),
            prompt: "Two\nlines".into(),
            options: "a; b".into(),
            response: Some("-5".into()),
            correct_response: "-5 MJ".into(),
            score: 0.5,
            max_score: 1.0,
            verdict: Verdict::Partial,
            note: Some(Note::UnitMissing { expected: "MJ".into() }),
            certainty: Some(Certainty::Middling),
            hints_used: 1,
            duration_ms: 12_346,
            answered_at: Some(Moment { unix_ms: 1_795_410_909_999, offset_secs: 3600 }),
            is_flagged: true,
            is_overruled: false,
            remark: "'=odd".into(),
            counts_for_review: false,
            marked_score: Some(0.25),
        }
    }

    /// A question that nobody answered, and of which there is as little to say as can be.
    fn bare() -> ResponseRecord {
        ResponseRecord {
            learner_name: String::new(),
            bank_id: String::new(),
            bank_title: String::new(),
            quiz_id: String::new(),
            question_id: String::new(),
            question_hash: String::new(),
            topic: String::new(),
            prompt: String::new(),
            options: String::new(),
            response: None,
            correct_response: String::new(),
            verdict: Verdict::Unanswered,
            note: None,
            certainty: None,
            answered_at: None,
            is_flagged: false,
            remark: String::new(),
            counts_for_review: true,
            marked_score: None,
            ..record()
        }
    }

    fn csv(records: &[ResponseRecord], bom: bool) -> Vec<u8> {
        let mut csv = ResponsesCsv::new(Vec::new(), bom).expect("starts");
        records.iter().try_for_each(|record| csv.write(record)).expect("writes");
        csv.finish().expect("ends")
    }

    fn text(records: &[ResponseRecord]) -> String {
        String::from_utf8(csv(records, false)).expect("UTF-8")
    }

    #[test]
    fn a_row_is_written_to_the_letter() {
        let record = ResponseRecord { prompt: "How much?".into(), ..record() };
        let expected = "\"Zoë \"\"Zed\"\" Müller, 7b\",00000000-0000-0000-0000-000000006f2c,fusion,'=Fusion,ten,practice,\
            4294967295,2026-11-23T06:15:00+01:00,,in_progress,3,q,number,JET/dates,How much?,-5,'-5 MJ,0.5,1,\
            partial,2,1,12.346,2026-11-23T06:15:09+01:00,true,00000000-0000-0000-0000-000000009a1b,2,a; b,00ff,,''=odd,\
            unit_missing,false,0.25\r\n";
        assert_eq!(text(std::slice::from_ref(&record)), format!("{HEADER_LINE}{expected}"));
        // Of a row with a line break in a cell all cells are quoted.
        let quoted: Vec<String> = expected.trim_end().split(',').map(str::to_owned).collect();
        let quoted = quoted[2..].iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",");
        let expected = format!("\"Zoë \"\"Zed\"\" Müller, 7b\",{quoted}\r\n").replace("How much?", "Two\nlines");
        assert_eq!(
            text(&[ResponseRecord { prompt: "Two\nlines".into(), ..record }]),
            format!("{HEADER_LINE}{expected}")
        );
    }

    #[test]
    fn no_rows_are_a_header_alone() {
        assert_eq!(csv(&[], false), HEADER_LINE.as_bytes());
    }

    #[test]
    fn the_byte_order_mark_stands_first_and_once() {
        let bytes = csv(&[record(), record()], true);
        assert!(bytes.starts_with(b"\xEF\xBB\xBFlearner,"));
        assert_eq!(bytes.windows(3).filter(|window| *window == b"\xEF\xBB\xBF").count(), 1);
    }

    #[test]
    fn nothing_set_is_an_empty_cell() {
        let written = text(&[bare()]);
        let id = "00000000-0000-0000-0000-00000000";
        let expected = format!(
            ",{id}6f2c,,,,practice,4294967295,2026-11-23T06:15:00+01:00,,in_progress,3,,number,,,,,0.5,1,unanswered,,1,\
             12.346,,,{id}9a1b,2,,,,,,,"
        );
        assert_eq!(written.lines().nth(1), Some(&*expected));
    }

    #[test]
    fn a_note_is_named_and_what_it_is_about_left_out() {
        let check = |note: Note, expected: &str| {
            let written = text(&[ResponseRecord { note: Some(note), prompt: "?".into(), ..record() }]);
            assert!(
                written.ends_with(&format!(",{expected},false,0.25\r\n")),
                "{written} does not end with {expected}"
            );
        };
        check(Note::NotANumber, "not_a_number");
        check(Note::WrongUnit { expected: "MJ".into() }, "wrong_unit");
        check(Note::WrongPowerOfTen, "wrong_power_of_ten");
        check(Note::Typo { accepted: "Reykjavík".into() }, "typo");
    }

    #[test]
    fn a_writer_that_fails_is_an_error_and_no_panic() {
        struct Full;
        impl Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::StorageFull.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        assert!(ResponsesCsv::new(Full, true).is_err());
        let mut csv = ResponsesCsv::new(Full, false).expect("the header is held back");
        csv.write(&record()).expect("so is a row");
        assert_eq!(csv.finish().map(|_| ()).expect_err("fails").kind(), io::ErrorKind::StorageFull);
    }
}
