//! The first lines of a generated file: which table it was made from, and by which version. Opens no file.

use crate::bank::{Bank, write};

/// Version of the generator: one table and one version give the same bytes. Counts up when questions change.
pub const GENERATOR_VERSION: u32 = 2;

const BEFORE: &str = "// Made from ";
const AFTER: &str = " by `torus generate`";

/// The text of a generated bank: a header that names the file of its table, and the bank.
pub fn generated_text(bank: &Bank, table_file: &str) -> String {
    let table_file = on_one_line(table_file);
    let version = GENERATOR_VERSION;
    let bank = write(bank);
    format!("{BEFORE}{table_file}{AFTER}, version {version}: change the table or its pins, not this file.\n{bank}")
}

/// Whether the header of a file says that it was made from the table in the file of that name.
pub fn is_made_from(text: &str, table_file: &str) -> bool {
    let line = text.strip_prefix('\u{feff}').unwrap_or(text).lines().next().unwrap_or_default();
    let named = line.strip_prefix(BEFORE).and_then(|rest| rest.rsplit_once(AFTER));
    named.is_some_and(|(name, _)| *name == *on_one_line(table_file))
}

/// A file may have any name; a comment ends with its line.
fn on_one_line(name: &str) -> String {
    name.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::{Quietly, read};

    #[test]
    fn a_generated_file_names_its_table_and_reads_as_its_bank() {
        let bank = Bank { format: 1, id: "b".into(), title: "B".into(), ..Bank::default() };
        for name in ["fusion.ron", "a by `torus generate`.ron", "two\nlines.ron", "é.ron"] {
            let text = generated_text(&bank, name);
            assert!(is_made_from(&text, name) && is_made_from(&format!("\u{feff}{text}"), name), "{text}");
            assert!(!is_made_from(&text, "other.ron") && !is_made_from(&text, ""), "{text}");
            assert_eq!(read(&text, &Quietly).bank.as_ref(), Ok(&bank), "{text}");
        }
        assert_eq!(
            generated_text(&bank, "fusion.ron").lines().next(),
            Some(
                "// Made from fusion.ron by `torus generate`, version 2: change the table or its pins, not this file."
            )
        );
    }

    #[test]
    fn a_file_written_by_hand_is_made_from_no_table() {
        for text in ["", "Bank(", "// Made from fusion.ron by hand", "\n// Made from fusion.ron by `torus generate`"] {
            assert!(!is_made_from(text, "fusion.ron"), "{text}");
        }
    }
}
