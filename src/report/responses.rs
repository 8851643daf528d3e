//! Responses as CSV: one row for each question of each sitting. Somebody else opens the file.

use super::table::Table;
use std::io::{self, Write};

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
    "position",
    "question",
    "kind",
    "topic",
    "prompt",
    "response",
    "correct_response",
    "score",
    "max_score",
    "verdict",
    "certainty",
    "hints_used",
    "duration_secs",
    "answered_at",
    "flag",
    "learner_id",
    "attempt",
    "options",
    "question_hash",
    "overruled",
    "remark",
];

/// One row of the responses table; the text as the CSV shows it, before cells are guarded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResponseRow {
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
    /// Number of the question in the order asked, from 1.
    pub position: u32,
    /// Id of the question.
    pub question: String,
    /// Kind of the question.
    pub kind: String,
    /// Topic of the question.
    pub topic: String,
    /// What was asked.
    pub prompt: String,
    /// What was answered, as written in files; empty is unanswered.
    pub response: String,
    /// The right answer, written the same way.
    pub correct_response: String,
    /// Points earned.
    pub score: f64,
    /// Points that could be earned.
    pub max_score: f64,
    /// `correct`, `partial`, `wrong` or `unanswered`.
    pub verdict: String,
    /// How sure the learner was, 1 to 3, where the quiz asks.
    pub certainty: Option<u8>,
    /// How many hints were shown.
    pub hints_used: u32,
    /// Seconds that the question was on the screen.
    pub duration_secs: f64,
    /// ISO 8601 with offset; empty where unanswered.
    pub answered_at: String,
    /// Whether the learner marked it to look at again.
    pub flag: bool,
    /// UUID of the learner.
    pub learner_id: String,
    /// Which time this question was asked in this sitting, from 1.
    pub attempt: u32,
    /// The options as shown, joined by `; `.
    pub options: String,
    /// Tells versions of a question apart.
    pub question_hash: String,
    /// Whether the learner set the mark aside.
    pub overruled: bool,
    /// What the learner said about the question.
    pub remark: String,
}

/// Writes responses as CSV, row by row, so that no number of them fills the memory.
pub struct ResponsesCsv<W: Write> {
    table: Table<W>,
}

impl<W: Write> ResponsesCsv<W> {
    /// Starts with the header; `bom` puts a byte order mark before it, by which spreadsheets know UTF-8.
    ///
    /// # Errors
    /// What `out` returns.
    pub fn new(out: W, bom: bool) -> io::Result<Self> {
        Ok(Self { table: Table::new(out, HEADER, bom)? })
    }

    /// Writes one row.
    ///
    /// # Errors
    /// What the writer below returns.
    pub fn write(&mut self, row: &ResponseRow) -> io::Result<()> {
        let table = &mut self.table;
        table.texts([&row.learner, &row.sitting, &row.bank, &row.bank_title, &row.quiz, &row.mode]);
        table.integer(row.seed);
        table.texts([&row.started_at, &row.finished_at, &row.state]);
        table.integer(row.position);
        table.texts([&row.question, &row.kind, &row.topic, &row.prompt]);
        table.response(&row.response);
        table.response(&row.correct_response);
        table.number(Some(row.score));
        table.number(Some(row.max_score));
        table.text(&row.verdict);
        table.number(row.certainty.map(f64::from));
        table.integer(row.hints_used);
        table.secs(row.duration_secs);
        table.text(&row.answered_at);
        table.flag(row.flag);
        table.text(&row.learner_id);
        table.integer(row.attempt);
        table.text(&row.options);
        table.text(&row.question_hash);
        table.flag(row.overruled);
        table.text(&row.remark);
        table.end_row()
    }

    /// Writes what is still held back and gives back the writer below.
    ///
    /// # Errors
    /// What the writer below returns.
    pub fn finish(self) -> io::Result<W> {
        self.table.finish()
    }
}

/// The rows as CSV with its header.
pub fn responses_csv(rows: &[ResponseRow], bom: bool) -> Vec<u8> {
    let written = ResponsesCsv::new(Vec::new(), bom).and_then(|mut csv| {
        rows.iter().try_for_each(|row| csv.write(row))?;
        csv.finish()
    });
    written.expect("writing to memory cannot fail, and every row has the header's columns")
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER_LINE: &str = "learner,sitting,bank,bank_title,quiz,mode,seed,started_at,finished_at,state,position,\
        question,kind,topic,prompt,response,correct_response,score,max_score,verdict,certainty,hints_used,\
        duration_secs,answered_at,flag,learner_id,attempt,options,question_hash,overruled,remark\r\n";

    fn row() -> ResponseRow {
        ResponseRow {
            learner: "Zoë \"Zed\" Müller, 7b".into(),
            sitting: "6f2c".into(),
            bank: "fusion".into(),
            bank_title: "=Fusion".into(),
            quiz: "ten".into(),
            mode: "practice".into(),
            seed: 4_294_967_295,
            started_at: "2026-11-23T06:15:00+01:00".into(),
            finished_at: String::new(),
            state: "in_progress".into(),
            position: 3,
            question: "q".into(),
            kind: "number".into(),
            topic: "JET/dates".into(),
            prompt: "Two\nlines".into(),
            response: "-5".into(),
            correct_response: "-5 MJ".into(),
            score: 0.5,
            max_score: 1.0,
            verdict: "partial".into(),
            certainty: Some(2),
            hints_used: 1,
            duration_secs: 12.3456,
            answered_at: "2026-11-23T06:15:09+01:00".into(),
            flag: true,
            learner_id: "9a1b".into(),
            attempt: 2,
            options: "a; b".into(),
            question_hash: "00ff".into(),
            overruled: false,
            remark: "'=odd".into(),
        }
    }

    #[test]
    fn a_row_is_written_to_the_letter() {
        let text = String::from_utf8(responses_csv(&[row()], false)).expect("UTF-8");
        let expected = "\"Zoë \"\"Zed\"\" Müller, 7b\",6f2c,fusion,'=Fusion,ten,practice,4294967295,\
            2026-11-23T06:15:00+01:00,,in_progress,3,q,number,JET/dates,\"Two\nlines\",-5,'-5 MJ,0.5,1,partial,2,1,\
            12.346,2026-11-23T06:15:09+01:00,true,9a1b,2,a; b,00ff,,''=odd\r\n";
        assert_eq!(text, format!("{HEADER_LINE}{expected}"));
    }

    #[test]
    fn no_rows_are_a_header_alone() {
        assert_eq!(responses_csv(&[], false), HEADER_LINE.as_bytes());
    }

    #[test]
    fn the_byte_order_mark_stands_first_and_once() {
        let bytes = responses_csv(&[row(), row()], true);
        assert!(bytes.starts_with(b"\xEF\xBB\xBFlearner,"));
        assert_eq!(bytes.windows(3).filter(|window| *window == b"\xEF\xBB\xBF").count(), 1);
    }

    #[test]
    fn nothing_set_is_an_empty_cell() {
        let text = String::from_utf8(responses_csv(&[ResponseRow::default()], false)).expect("UTF-8");
        assert_eq!(text.lines().nth(1), Some(",,,,,,0,,,,0,,,,,,,0,0,,,0,0,,,,0,,,,"));
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
        csv.write(&row()).expect("so is a row");
        assert_eq!(csv.finish().map(|_| ()).expect_err("fails").kind(), io::ErrorKind::StorageFull);
    }
}
