//! Reads the reports that Moodle's quizzes are downloaded as: “Responses” and “Grades”, a row for each attempt.
//!
//! Moodle has one column for each question where a table of Torus has a row: `Question 1`, `Response 1`, `Right answer 1`, and in the
//! other report `Q. 1 /1.00`. The headings are those of Moodle's language packs.

mod attempt;
mod columns;
mod stem;

use crate::bank::Progress;
use crate::class::read::answer::RowAnswer;
use crate::class::read::fault::Fault;
use crate::class::read::rows::{Faults, each_record};
use crate::table::{Records, separator};
use attempt::Attempts;
use columns::MoodleColumns;

/// Whether a table is a report of a Moodle quiz, by its first row.
pub(super) fn is_report(text: &str) -> bool {
    let found = separator(text, &[]);
    let header = Records::new(text, found.sign, found.start).next();
    header.is_some_and(|header| header.is_ok_and(|header| MoodleColumns::of(&header).is_some()))
}

/// Hands each answer of a report to `take`, and collects the rows that cannot be used, and the numbers of the questions that
/// nothing tells the right answer of.
///
/// # Errors
/// As [`super::rows::each_row`]; and where that is so of all questions.
pub(super) fn read(
    text: &str,
    progress: &dyn Progress,
    take: &mut dyn FnMut(&RowAnswer),
) -> Result<(Faults, Vec<u32>), Fault> {
    let found = separator(text, &[]);
    let mut attempts: Option<Attempts> = None;
    let faults = each_record(
        text,
        found,
        |header| {
            let line = header.map_or(1, |header| header.line);
            let columns = header.and_then(MoodleColumns::of).ok_or(Fault::Unmarked { line })?;
            if columns.is_marked() { Ok(columns) } else { Err(Fault::Unmarked { line }) }
        },
        progress,
        &mut |columns, record| {
            attempts.get_or_insert_with(|| Attempts::new(columns, record)).read(columns, record, take)
        },
    )?;
    Ok((faults, attempts.map(|attempts| attempts.unmarked.into_iter().collect()).unwrap_or_default()))
}
