//! Which of several banks with one id plays. Reads no file and shows no card.

use std::collections::HashMap;

/// A bank that the library knows of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Whether it came with the program.
    pub is_shipped: bool,
    /// Its id; `None` where the file could not be read.
    pub bank_id: Option<&'a str>,
}

/// What becomes of a bank in the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelving {
    /// It can be played.
    Plays,
    /// It came with the program, and the file at that index takes its place.
    ReplacedBy(usize),
    /// The file at that index has the same id and came first.
    ShadowedBy(usize),
    /// It has no id, because it could not be read.
    Unread,
}

/// Decides for each entry, in the order given, what becomes of it: a file takes the place of a shipped bank with its
/// id; of two files with one id the first plays.
pub fn shelve(entries: &[Entry<'_>]) -> Vec<Shelving> {
    let mut first_file: HashMap<&str, usize> = HashMap::new();
    for (index, entry) in entries.iter().enumerate() {
        if let (false, Some(id)) = (entry.is_shipped, entry.bank_id) {
            first_file.entry(id).or_insert(index);
        }
    }
    let shelving = |(index, entry): (usize, &Entry<'_>)| match entry.bank_id {
        None => Shelving::Unread,
        Some(id) => match first_file.get(id) {
            Some(first) if entry.is_shipped => Shelving::ReplacedBy(*first),
            Some(first) if *first != index => Shelving::ShadowedBy(*first),
            Some(_) | None => Shelving::Plays,
        },
    };
    entries.iter().enumerate().map(shelving).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(entries: &[(bool, &str)], expected: &[Shelving]) {
        let entries: Vec<_> = entries
            .iter()
            .map(|(is_shipped, id)| Entry { is_shipped: *is_shipped, bank_id: (!id.is_empty()).then_some(*id) })
            .collect();
        assert_eq!(shelve(&entries), expected);
    }

    #[test]
    fn a_file_takes_the_place_of_a_shipped_bank() {
        check(&[(true, "a"), (true, "b"), (false, "a")], &[Shelving::ReplacedBy(2), Shelving::Plays, Shelving::Plays]);
    }

    #[test]
    fn of_two_files_with_one_id_the_first_plays() {
        check(
            &[(false, "a"), (false, "a"), (false, "a")],
            &[Shelving::Plays, Shelving::ShadowedBy(0), Shelving::ShadowedBy(0)],
        );
    }

    #[test]
    fn a_file_that_could_not_be_read_takes_nobodys_place() {
        check(&[(true, "a"), (false, "")], &[Shelving::Plays, Shelving::Unread]);
    }
}
