//! What guessing learns from a bank as a whole: where its keys stand, and which statements are true. Counts, and reads
//! no word.

use crate::bank::ascending;
use crate::bank::check::Subject;
use crate::bank::lints::Warning;
use crate::bank::lints::view::Notes;
use crate::bank::{Answer, Bank, Question};
use crate::syntax::tree::Step;

/// Fewer questions tell nothing about a habit.
const FEWEST_QUESTIONS: usize = 10;
/// How unlikely a count must be by chance alone.
const UNLIKELY: f64 = 0.03;
/// A share this far from chance must also be so far that a learner could gain from it.
const TELLING_SHARE: f64 = 1.25;

/// The key of sorted options stands lowest, highest or in the middle too often. Writers put it in the middle three
/// times out of four (Attali & Bar-Hillel 2003); options that are sorted are not shuffled, so it stays there.
pub(crate) fn key_position(bank: &Bank, notes: &mut Notes) {
    let places: Vec<(usize, usize)> = bank.questions.iter().filter_map(key_place).collect();
    let total = places.len();
    if total < FEWEST_QUESTIONS {
        return;
    }
    let lowest = |place: &(usize, usize)| place.0 == 0;
    let highest = |place: &(usize, usize)| place.0 + 1 == place.1;
    let chance_of_end = places.iter().map(|place| 1.0 / place.1 as f64).sum::<f64>() / total as f64;
    let mut tell = |place: &'static str, count: usize, chance: f64| {
        if is_lopsided(count, total, chance) {
            notes.subject = Subject::Bank;
            notes.add([Step::Field("questions")], Warning::KeyPosition { place, count, total });
        }
    };
    tell("lowest", places.iter().filter(|place| lowest(place)).count(), chance_of_end);
    tell("highest", places.iter().filter(|place| highest(place)).count(), chance_of_end);
    let middle = places.iter().filter(|place| !lowest(place) && !highest(place)).count();
    tell("in the middle", middle, 1.0 - 2.0 * chance_of_end);
}

/// Statements that are true outnumber those that are false, or the other way round. Learners who guess say "true" more
/// often than not (Cronbach 1942).
pub(crate) fn true_share(bank: &Bank, notes: &mut Notes) {
    let said =
        |question: &Question| if let Answer::TrueFalse(is_true) = question.answer { Some(is_true) } else { None };
    let total = bank.questions.iter().filter_map(said).count();
    let trues = bank.questions.iter().filter_map(said).filter(|is_true| *is_true).count();
    let (which, count) = if trues * 2 >= total { (true, trues) } else { (false, total - trues) };
    if total >= FEWEST_QUESTIONS && is_lopsided(count, total, 0.5) {
        notes.subject = Subject::Bank;
        notes.add([Step::Field("questions")], Warning::TrueShare { which, count, total });
    }
}

/// Where the key stands among its sorted options, from 0, and how many options there are; three at least, since two
/// have no middle.
fn key_place(question: &Question) -> Option<(usize, usize)> {
    let Answer::Choice { .. } = question.answer else { return None };
    let options = question.options();
    if options.len() < 3 {
        return None;
    }
    let order = ascending(&options)?;
    order.iter().position(|index| *index == 0).map(|place| (place, options.len()))
}

fn is_lopsided(count: usize, total: usize, chance: f64) -> bool {
    let share = count as f64 / total as f64;
    chance > 0.0 && share >= TELLING_SHARE * chance && tail(count, total, chance) < UNLIKELY
}

/// How likely `count` or more of `total` are by chance: the upper tail of the binomial distribution.
fn tail(count: usize, total: usize, chance: f64) -> f64 {
    // By logarithms, so that a bank of a hundred thousand does not underflow.
    let (mut log_choose, mut sum) = (0.0_f64, 0.0_f64);
    for hits in 0..=total {
        if hits > 0 {
            log_choose += ((total - hits + 1) as f64).ln() - (hits as f64).ln();
        }
        if hits >= count {
            let misses = (total - hits) as f64;
            sum += (log_choose + hits as f64 * chance.ln() + misses * (1.0 - chance).max(f64::MIN_POSITIVE).ln()).exp();
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_is_that_of_the_binomial_distribution() {
        let check = |count, total, chance, expected: f64| {
            let found = tail(count, total, chance);
            assert!((found - expected).abs() < 1e-4, "{count} of {total} at {chance}: {found}");
        };
        check(0, 10, 0.5, 1.0);
        check(9, 10, 0.5, 11.0 / 1024.0);
        check(10, 10, 0.5, 1.0 / 1024.0);
        check(6, 10, 0.25, 0.0197);
        check(0, 100_000, 0.5, 1.0);
        check(100_000, 100_000, 0.5, 0.0);
    }
}
