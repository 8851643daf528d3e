//! The table that a teacher starts from: a few lines of RON with comments, and a spreadsheet of facts. Saves nothing.

use crate::bank::id_from;

/// A table to start from, and the spreadsheet beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StarterTable {
    /// The RON text of the table.
    pub text: String,
    /// Name of the file that the spreadsheet must have, beside the table.
    pub rows_name: String,
    /// The spreadsheet, as CSV, with the byte order mark by which other programs know its accents.
    pub rows: &'static str,
}

/// A starter table whose id is made from `name`, such as the name of its file.
pub fn starter_table(name: &str) -> StarterTable {
    let id = id_from(name, "my-first-table");
    let text = include_str!("../../assets/starter-facts.ron").replace("my-first-table", &id);
    StarterTable { text, rows_name: format!("{id}.csv"), rows: include_str!("../../assets/starter-facts.csv") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::{Kind, Quietly, check};
    use crate::facts::{generate, generated_text, read};

    #[test]
    fn the_starter_table_reads_and_makes_a_bank_without_a_problem() {
        let StarterTable { text, rows_name, rows } = starter_table("Chemistry 7b");
        let reading = read(&text, &|name| if name == rows_name { Ok(rows.into()) } else { Err("no such file".into()) });
        assert_eq!(reading.problems, []);
        let banks = generate(&reading.table.expect("a table"));
        let [bank] = &banks[..] else { panic!("one bank") };
        assert_eq!((&*bank.id, &*bank.title), ("chemistry-7b", "Novels and their writers"));
        assert_eq!(check(&generated_text(bank, "chemistry-7b.ron"), &Quietly), []);
        for kind in [Kind::Choice, Kind::TrueFalse, Kind::Text, Kind::Match, Kind::Order, Kind::Categorise] {
            assert!(bank.questions.iter().any(|question| question.kind() == kind), "{kind:?}");
        }
        assert!(bank.questions.len() >= 40, "{}", bank.questions.len());
    }
}
