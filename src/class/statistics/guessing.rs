//! What a guess earns on average.

use crate::bank::Kind;
use crate::class::model::{ClassQuestion, QuestionVersion};
use crate::class::statistics::options::version_of;
use std::collections::BTreeSet;

/// The mean mark of a guess, percent of the maximum; `None` where the table does not tell enough. Typed answers cannot be
/// guessed, which earns 0, as in Moodle.
pub(super) fn mean_percent(question: &ClassQuestion) -> Option<f64> {
    let version = version_of(question)?;
    let options = version.options.len();
    let keys = version.key_parts.len();
    let share = match question.kind? {
        Kind::Choice => one_of(options),
        Kind::TrueFalse => Some(0.5),
        Kind::Hotspot if keys == 1 => one_of(options),
        Kind::Choices | Kind::Hotspot => some_of(keys, options),
        Kind::Order => in_order(options),
        Kind::Match => one_of(options),
        Kind::Categorise => one_of(groups(version)),
        Kind::Number | Kind::Text | Kind::Calculated => Some(0.0),
        // Which lists a text with gaps has is not in the table, and nobody guesses before judging themselves.
        Kind::Cloze | Kind::Recall => None,
    };
    share.map(|share| 100.0 * share)
}

fn one_of(count: usize) -> Option<f64> {
    (count > 0).then(|| 1.0 / count as f64)
}

/// The groups that items are sorted into: the right sides of the key.
fn groups(version: &QuestionVersion) -> usize {
    let sides = version.key_parts.iter().filter_map(|part| part.rsplit_once(" = "));
    sides.map(|(_, group)| group).collect::<BTreeSet<_>>().len()
}

/// More options than this are ticked by nobody at random.
const MOST_OPTIONS: usize = 64;

/// The mean mark where each option is ticked or not, at even odds: the share of the keys ticked, less the share of the others
/// ticked, not below 0.
fn some_of(keys: usize, options: usize) -> Option<f64> {
    if keys == 0 || keys > options || options > MOST_OPTIONS {
        return None;
    }
    let others = options - keys;
    let (right, wrong) = (even_odds(keys), even_odds(others));
    let marks = right.iter().enumerate().flat_map(|(hits, chance)| {
        wrong.iter().enumerate().map(move |(slips, other_chance)| {
            let mark = hits as f64 / keys as f64 - slips as f64 / others.max(1) as f64;
            chance * other_chance * mark.max(0.0)
        })
    });
    Some(marks.sum())
}

/// The chances of 0 to `count` heads in as many throws of a coin.
fn even_odds(count: usize) -> Vec<f64> {
    (0..count).fold(vec![1.0], |chances, _| {
        let after = |heads: usize| {
            let tail = chances.get(heads).copied().unwrap_or(0.0);
            let head = if heads > 0 { chances[heads - 1] } else { 0.0 };
            f64::midpoint(tail, head)
        };
        (0..=chances.len()).map(after).collect()
    })
}

/// The mean mark of items in any order: Kendall's τ, not below 0, over all orders.
fn in_order(items: usize) -> Option<f64> {
    if !(2..=MOST_OPTIONS).contains(&items) {
        return None;
    }
    let pairs = (items * (items - 1) / 2) as f64;
    // How likely each number of pairs in the wrong order is: the n-th item goes before 0 to n − 1 of those before it.
    let chances = (2..=items).fold(vec![1.0], |chances, placed| {
        let mut after = vec![0.0; chances.len() + placed - 1];
        for (wrong, chance) in chances.iter().enumerate() {
            after[wrong..wrong + placed].iter_mut().for_each(|sum| *sum += chance / placed as f64);
        }
        after
    });
    let marks = chances.iter().enumerate().map(|(wrong, chance)| chance * (1.0 - 2.0 * wrong as f64 / pairs).max(0.0));
    Some(marks.sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(found: Option<f64>, expected: f64) {
        let found = found.expect("a mean mark");
        assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
    }

    #[test]
    fn guesses_earn_what_counting_all_of_them_gives() {
        // Of a b c in any order: 1, ⅓ twice, and nothing for the three others.
        check(in_order(3), (1.0 + 1.0 / 3.0 + 1.0 / 3.0) / 6.0);
        // One key of two options: only the key alone earns anything.
        check(some_of(1, 2), 0.25);
        // Two keys and one other: a key alone is ½ (twice), both are 1.
        check(some_of(2, 3), 2.0 / 8.0);
        check(one_of(4), 0.25);
        assert_eq!(in_order(1), None);
        assert_eq!(some_of(0, 4), None);
    }
}
