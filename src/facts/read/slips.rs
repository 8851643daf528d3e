//! Finds names that differ by one slip of the keyboard: Niel and Nile, Elb and Elbe. Does so in time that grows with the
//! names and not with their pairs.

use crate::bank::wording::alike::folded;
use crate::facts::generate::stable_hash;
use std::collections::HashMap;
use strsim::osa_distance;
use unicode_normalization::UnicodeNormalization;

/// Names in which slips are looked for, by class.
#[derive(Debug, Default)]
pub(crate) struct Slips {
    names: Vec<(usize, String)>,
    /// The names, by the class and what is left of each where one letter is taken out. Two names that are one slip apart
    /// share such a rest.
    by_rest: HashMap<u64, Vec<usize>>,
}

/// Shorter names mean two things where they differ: Io and Ino.
const FEWEST_LETTERS: usize = 3;
/// Longer names are told apart by more than a letter, and have too many rests.
const MOST_LETTERS: usize = 60;
/// In shorter names another letter is another name: Ober and Oder, Leo and Lea.
const SHORTEST_WITH_OTHER_LETTER: usize = 5;
/// So many names under one rest are looked through.
const MOST_LOOKED_THROUGH: usize = 12;

impl Slips {
    /// Notes a name of the class; `whose` is handed back where it is found.
    pub fn put(&mut self, name: &str, class: &str, whose: usize) {
        let name = folded(name);
        if !is_looked_at(&name) {
            return;
        }
        for rest in rests(&name) {
            self.by_rest.entry(stable_hash::of(&[class, &rest])).or_default().push(self.names.len());
        }
        self.names.push((whose, name));
    }

    /// Whose name is one slip away from this one.
    pub fn near(&self, name: &str, class: &str) -> Option<usize> {
        let name = folded(name);
        if !is_looked_at(&name) {
            return None;
        }
        rests(&name).find_map(|rest| {
            let candidates = self.by_rest.get(&stable_hash::of(&[class, &rest]))?.iter().take(MOST_LOOKED_THROUGH);
            let mut found = candidates.map(|index| &self.names[*index]).filter(|(_, other)| is_slip(&name, other));
            found.next().map(|(whose, _)| *whose)
        })
    }
}

fn is_looked_at(name: &str) -> bool {
    (FEWEST_LETTERS..=MOST_LETTERS).contains(&name.chars().count())
}

/// The name, and what is left of it without each of its letters.
fn rests(name: &str) -> impl Iterator<Item = String> {
    let without = name.char_indices().map(|(at, letter)| format!("{}{}", &name[..at], &name[at + letter.len_utf8()..]));
    std::iter::once(name.to_owned()).chain(without)
}

fn is_slip(one: &str, other: &str) -> bool {
    let is_slight = has_same_letters(one, other) || (is_long(one, other) && begin_alike(one, other));
    osa_distance(one, other) == 1 && !is_counted(one, other) && is_slight
}

/// Whether both begin with one letter, an accent put aside. Another one there is hardly ever a slip: tengo, vengo.
fn begin_alike(one: &str, other: &str) -> bool {
    let base = |name: &str| name.nfd().next();
    base(one) == base(other)
}

/// Whether a letter is missing, or two have changed places: no other letter stands in one of them.
fn has_same_letters(one: &str, other: &str) -> bool {
    let sorted = |name: &str| {
        let mut letters: Vec<char> = name.chars().collect();
        letters.sort_unstable();
        letters
    };
    one.chars().count() != other.chars().count() || sorted(one) == sorted(other)
}

fn is_long(one: &str, other: &str) -> bool {
    one.chars().count().min(other.chars().count()) >= SHORTEST_WITH_OTHER_LETTER
}

/// Whether they differ in what numbers a thing: Apollo 11 and Apollo 12, Henry V and Henry VI, vitamin A and vitamin B.
fn is_counted(one: &str, other: &str) -> bool {
    let words = |name: &str| name.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (one, other) = (words(one), words(other));
    let is_number = |word: &str| {
        let is_roman = word.chars().all(|letter| "ivxlcdm".contains(letter));
        word.chars().any(|letter| letter.is_numeric()) || is_roman || word.chars().count() == 1
    };
    match one.len() == other.len() {
        true => one.iter().zip(&other).any(|(one, other)| one != other && (is_number(one) || is_number(other))),
        false => {
            let (longer, shorter) = if one.len() > other.len() { (one, other) } else { (other, one) };
            longer.last().is_some_and(|last| is_number(last) && !shorter.contains(last))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near(known: &str, name: &str) -> bool {
        let mut slips = Slips::default();
        slips.put(known, "river", 7);
        slips.near(name, "river") == Some(7)
    }

    #[test]
    fn names_that_mean_two_things_are_no_slip() {
        for (known, name) in [
            ("Io", "Ino"),
            ("Oder", "Ober"),
            ("Leo", "Lea"),
            ("tengo", "vengo"),
            ("Apollo 11", "Apollo 12"),
            ("Henry V", "Henry VI"),
            ("Henry VII", "Henry VIII"),
            ("Vitamin A", "Vitamin B"),
            ("Carbon", "Carbon 5"),
            ("Rhine", "Rhone river"),
            ("Rhine", "rhine"),
        ] {
            assert!(!near(known, name) && !near(name, known), "{known} {name}");
        }
        let mut slips = Slips::default();
        slips.put("Rhine", "river", 0);
        assert_eq!(slips.near("Rhin", "country"), None);
    }

    #[test]
    fn a_missing_letter_two_that_changed_places_and_in_longer_names_another_one_are_slips() {
        for (known, name) in [
            ("Nile", "Niel"),
            ("Elbe", "Elb"),
            ("Danube", "Danubb"),
            ("North Sea", "North Sae"),
            ("Henry V of England", "Henry V of Egland"),
            ("Édouard Manet", "Edouard Manet"),
        ] {
            assert!(near(known, name) && near(name, known), "{known} {name}");
        }
    }

    proptest! {
        #[test]
        fn what_is_found_through_rests_is_what_comparing_all_finds(names in prop::collection::vec("[abc]{3,7}", 1..12), name in "[abc]{3,7}") {
            let mut slips = Slips::default();
            for (whose, known) in names.iter().enumerate() {
                slips.put(known, "", whose);
            }
            prop_assert_eq!(slips.near(&name, "").is_some(), names.iter().any(|known| is_slip(&name, known)));
        }
    }
}
