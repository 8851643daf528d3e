//! Sittings as CSV: one row a sitting. Somebody else opens the file.

use super::table::Table;
use std::io;

/// The columns; others are only ever added, at the end.
const HEADER: &[&str] = &[
    "learner",
    "sitting",
    "bank",
    "bank_title",
    "quiz",
    "mode",
    "seed",
    "started_at",
    "finished_at",
    "state",
    "duration_secs",
    "questions",
    "answered",
    "score",
    "max_score",
    "percent",
    "passed",
    "learner_id",
    "times_left",
    "away_secs",
];

/// One row of the sittings table; the text as the CSV shows it, before cells are guarded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SittingRow {
    /// Name of the learner.
    pub learner: String,
    /// UUID of the sitting.
    pub sitting: String,
    /// Id of the bank.
    pub bank: String,
    /// Title of the bank when the sitting began.
    pub bank_title: String,
    /// Id of the ready-made quiz; empty where the learner chose freely.
    pub quiz: String,
    /// `practice` or `test`.
    pub mode: String,
    /// What the paper was drawn with.
    pub seed: u32,
    /// ISO 8601 with offset.
    pub started_at: String,
    /// ISO 8601 with offset; empty while in progress.
    pub finished_at: String,
    /// `finished`, `in_progress` or `abandoned`.
    pub state: String,
    /// Seconds that the sitting was open on the screen.
    pub duration_secs: f64,
    /// Questions of the paper, those that came again left out.
    pub questions: u32,
    /// How many of them were answered.
    pub answered: u32,
    /// Points earned over first attempts.
    pub score: f64,
    /// Points that could be earned.
    pub max_score: f64,
    /// 100 × score ÷ max_score; `None` where nothing could be earned.
    pub percent: Option<f64>,
    /// Whether the pass mark was reached; `None` where there is none, or before the end.
    pub passed: Option<bool>,
    /// UUID of the learner.
    pub learner_id: String,
    /// How often the sitting was left, or the program closed or killed, and carried on with.
    pub times_left: u32,
    /// Seconds that it was left altogether.
    pub away_secs: f64,
}

/// The rows as CSV with its header; `bom` puts a byte order mark before it, by which spreadsheets know UTF-8.
pub fn sittings_csv(rows: &[SittingRow], bom: bool) -> Vec<u8> {
    let written = Table::new(Vec::new(), HEADER, bom).and_then(|mut table| {
        rows.iter().try_for_each(|row| write(&mut table, row))?;
        table.finish()
    });
    written.expect("writing to memory cannot fail, and every row has the header's columns")
}

fn write(table: &mut Table<Vec<u8>>, row: &SittingRow) -> io::Result<()> {
    table.texts([&row.learner, &row.sitting, &row.bank, &row.bank_title, &row.quiz, &row.mode]);
    table.integer(row.seed);
    table.texts([&row.started_at, &row.finished_at, &row.state]);
    table.secs(row.duration_secs);
    table.integer(row.questions);
    table.integer(row.answered);
    table.number(Some(row.score));
    table.number(Some(row.max_score));
    table.number(row.percent);
    table.truth(row.passed);
    table.text(&row.learner_id);
    table.integer(row.times_left);
    table.secs(row.away_secs);
    table.end_row()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER_LINE: &str = "learner,sitting,bank,bank_title,quiz,mode,seed,started_at,finished_at,state,\
        duration_secs,questions,answered,score,max_score,percent,passed,learner_id,times_left,away_secs\r\n";

    fn row() -> SittingRow {
        SittingRow {
            learner: "+Ada".into(),
            sitting: "6f2c".into(),
            bank: "fusion".into(),
            bank_title: "Fusion, plainly".into(),
            quiz: String::new(),
            mode: "test".into(),
            seed: 7,
            started_at: "2026-11-23T06:15:00+01:00".into(),
            finished_at: "2026-11-23T06:20:00+01:00".into(),
            state: "finished".into(),
            duration_secs: 300.0,
            questions: 8,
            answered: 7,
            score: 5.5,
            max_score: 8.0,
            percent: Some(68.75),
            passed: Some(true),
            learner_id: "9a1b".into(),
            times_left: 2,
            away_secs: 90.5,
        }
    }

    #[test]
    fn a_row_is_written_to_the_letter() {
        let text = String::from_utf8(sittings_csv(&[row()], false)).expect("UTF-8");
        let expected = "'+Ada,6f2c,fusion,\"Fusion, plainly\",,test,7,2026-11-23T06:15:00+01:00,\
            2026-11-23T06:20:00+01:00,finished,300,8,7,5.5,8,68.75,true,9a1b,2,90.5\r\n";
        assert_eq!(text, format!("{HEADER_LINE}{expected}"));
    }

    #[test]
    fn nobody_passes_or_fails_without_a_pass_mark() {
        let check = |passed, percent, expected: &str| {
            let text = String::from_utf8(sittings_csv(&[SittingRow { passed, percent, ..row() }], false));
            let text = text.expect("UTF-8");
            assert!(text.ends_with(expected), "{text} does not end with {expected}");
        };
        check(Some(false), Some(0.0), ",8,0,false,9a1b,2,90.5\r\n");
        check(None, Some(100.0), ",8,100,,9a1b,2,90.5\r\n");
        check(None, None, ",8,,,9a1b,2,90.5\r\n");
    }

    #[test]
    fn the_byte_order_mark_stands_first() {
        assert!(sittings_csv(&[], true).starts_with(b"\xEF\xBB\xBFlearner,"));
    }
}
