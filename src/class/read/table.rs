//! Adds one table of responses to a gathering, whole or not at all. Compares no tables.

use crate::bank::Progress;
use crate::class::read::answer::answer;
use crate::class::read::fault::Fault;
use crate::class::read::gathering::Gathering;
use crate::class::read::moodle;
use crate::class::read::rows::{TableTold, each_row_of};
use crate::table::decode;

impl Gathering {
    /// Adds a table of responses as it was exported, or as a spreadsheet saved it since; or a report of a Moodle quiz. `table` is
    /// its number, by which [`super::Copies`] name it. A table that cannot be read adds nothing.
    ///
    /// # Errors
    /// Where a column is missing or twice, where a quotation mark makes rows be lost, where a Moodle report tells nothing of what
    /// was right, or where `progress` stops the reading.
    pub fn add(&mut self, bytes: &[u8], table: u32, progress: &dyn Progress) -> Result<TableTold, Fault> {
        let (text, encoding) = decode(bytes);
        let mut part = self.part(table);
        let told = if moodle::is_report(&text) {
            moodle::read(&text, progress, &mut |answer| part.take(answer))
        } else {
            let faults = each_row_of(&text, progress, &mut |row| {
                answer(row)?.iter().for_each(|answer| part.take(answer));
                Ok(())
            });
            faults.map(|faults| (faults, Vec::new()))
        };
        if told.is_err() {
            part.give_up();
        }
        told.map(|(faults, unmarked)| TableTold { faults, unmarked, encoding })
    }
}
