//! Sittings as CSV: one row a sitting.

use super::table::{Cell, Column, Table};
use crate::sitting::SittingRecord;

/// The columns; others are only ever added, at the end.
const COLUMNS: &[Column<SittingRecord>] = &[
    Column { name: "learner", cell: |record| Cell::Text(&record.learner_name) },
    Column { name: "sitting", cell: |record| Cell::Id(record.id) },
    Column { name: "bank", cell: |record| Cell::Text(&record.bank_id) },
    Column { name: "bank_title", cell: |record| Cell::Text(&record.bank_title) },
    Column { name: "quiz", cell: |record| Cell::Text(&record.quiz_id) },
    Column { name: "mode", cell: |record| Cell::Name(record.mode.as_str()) },
    Column { name: "seed", cell: |record| Cell::Integer(record.seed) },
    Column { name: "started_at", cell: |record| Cell::Time(record.started_at) },
    Column { name: "finished_at", cell: |record| record.finished_at.map_or(Cell::Empty, Cell::Time) },
    Column { name: "state", cell: |record| Cell::Name(record.state.as_str()) },
    Column { name: "duration_secs", cell: |record| Cell::Secs(record.elapsed_ms) },
    Column { name: "questions", cell: |record| Cell::Integer(record.questions) },
    Column { name: "answered", cell: |record| Cell::Integer(record.answered) },
    Column { name: "score", cell: |record| Cell::Number(record.score) },
    Column { name: "max_score", cell: |record| Cell::Number(record.max_score) },
    Column { name: "percent", cell: |record| record.percent().map_or(Cell::Empty, Cell::Number) },
    Column { name: "passed", cell: |record| record.passed().map_or(Cell::Empty, Cell::Truth) },
    Column { name: "learner_id", cell: |record| Cell::Id(record.learner_id) },
    Column { name: "times_left", cell: |record| Cell::Integer(record.times_left) },
    Column { name: "away_secs", cell: |record| Cell::Secs(record.away_ms) },
];

/// The sittings as CSV with its header; `bom` puts a byte order mark before it, by which spreadsheets know UTF-8.
pub fn sittings_csv(records: &[SittingRecord], bom: bool) -> Vec<u8> {
    let written = Table::new(Vec::new(), COLUMNS, bom).and_then(|mut table| {
        records.iter().try_for_each(|record| table.write(record))?;
        table.finish()
    });
    written.expect("writing to memory cannot fail, and every row has the header's columns")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::Mode;
    use crate::moment::Moment;
    use crate::sitting::State;
    use uuid::Uuid;

    const HEADER_LINE: &str = "learner,sitting,bank,bank_title,quiz,mode,seed,started_at,finished_at,state,\
        duration_secs,questions,answered,score,max_score,percent,passed,learner_id,times_left,away_secs\r\n";

    fn record() -> SittingRecord {
        SittingRecord {
            id: Uuid::from_u128(0x6F2C),
            learner_name: "+Ada".into(),
            learner_id: Uuid::from_u128(0x9A1B),
            bank_id: "fusion".into(),
            bank_title: "Fusion, plainly".into(),
            quiz_id: String::new(),
            mode: Mode::Test,
            seed: 7,
            started_at: Moment { unix_ms: 1_795_410_900_000, offset_secs: 3600 },
            finished_at: Some(Moment { unix_ms: 1_795_411_200_000, offset_secs: 3600 }),
            state: State::Finished,
            elapsed_ms: 300_000,
            questions: 8,
            answered: 7,
            score: 5.5,
            max_score: 8.0,
            pass_percent: Some(60.0),
            times_left: 2,
            away_ms: 90_500,
        }
    }

    #[test]
    fn a_row_is_written_to_the_letter() {
        let text = String::from_utf8(sittings_csv(&[record()], false)).expect("UTF-8");
        let id = "00000000-0000-0000-0000-00000000";
        let expected = format!(
            "'+Ada,{id}6f2c,fusion,\"Fusion, plainly\",,test,7,2026-11-23T06:15:00+01:00,\
             2026-11-23T06:20:00+01:00,finished,300,8,7,5.5,8,68.75,true,{id}9a1b,2,90.5\r\n"
        );
        assert_eq!(text, format!("{HEADER_LINE}{expected}"));
    }

    #[test]
    fn nobody_passes_or_fails_without_a_pass_mark() {
        let check = |pass_percent, [score, max_score]: [f64; 2], expected: &str| {
            let text =
                String::from_utf8(sittings_csv(&[SittingRecord { pass_percent, score, max_score, ..record() }], false));
            let text = text.expect("UTF-8");
            let expected = format!("{expected},00000000-0000-0000-0000-000000009a1b,2,90.5\r\n");
            assert!(text.ends_with(&expected), "{text} does not end with {expected}");
        };
        check(Some(60.0), [0.0, 8.0], ",8,0,false");
        check(None, [8.0, 8.0], ",8,100,");
        check(None, [0.0, 0.0], ",0,,");
        check(Some(60.0), [0.0, 0.0], ",0,,");
    }

    #[test]
    fn the_byte_order_mark_stands_first() {
        assert!(sittings_csv(&[], true).starts_with(b"\xEF\xBB\xBFlearner,"));
    }
}
