//! A question's right answer as the key of a paper shows it.

use super::task::gap_number;
use crate::bank::Answer;
use crate::bank::model::cloze::Gap;
use crate::paper::PaperItem;
use crate::report::letters::{key_letters, letter};
use crate::sitting::response::correct_parts;
use crate::text::{literal, literal_but_maths};

/// The right answer of a question, in CommonMark.
#[derive(Debug, PartialEq)]
pub(super) struct KeyEntry {
    /// What a learner writes, as short as it can be compared with a pile of papers: `B`, `C D A B`, `59 MJ (± 0.5)`.
    pub answer: String,
    /// What the letters stand for; empty where there are none.
    pub meaning: String,
}

/// What the key says of a question.
pub(super) fn key_entry(item: &PaperItem) -> KeyEntry {
    let lettered = |meaning: Vec<String>| KeyEntry { answer: key_letters(item), meaning: meaning.join("; ") };
    let answer = &item.question.answer;
    match answer {
        Answer::Choice { .. } | Answer::Choices { .. } => {
            lettered(named(item, |index| index < item.question.key_count()))
        }
        Answer::Hotspot { .. } => {
            let is_right = answer.right_spots();
            lettered(named(item, |index| is_right.get(index) == Some(&true)))
        }
        Answer::Order { items } => lettered(items.iter().map(|item| item.trim().to_owned()).collect()),
        Answer::Match { pairs, .. } => {
            lettered(pairs.iter().map(|(left, right)| format!("{}: {}", left.trim(), right.trim())).collect())
        }
        Answer::Categorise { groups } => {
            let names =
                groups.iter().enumerate().map(|(index, (name, _))| format!("{}) {}", letter(index), name.trim()));
            let items = groups.iter().map(|(_, items)| items.join(", "));
            lettered(names.zip(items).map(|(name, items)| format!("{name}: {items}")).collect())
        }
        Answer::Cloze { text } => {
            let lists = item.shown_lists();
            let count = lists.len();
            let gap = |(index, (gap, list)): (usize, (&Gap, &Vec<&str>))| gap_number(index, count) + &filled(gap, list);
            typed(text.gaps().zip(&lists).enumerate().map(gap).collect::<Vec<_>>().join("; "))
        }
        Answer::TrueFalse(is_true) => typed(if *is_true { "True".to_owned() } else { "False".to_owned() }),
        Answer::Number { value, tolerance, unit, .. } => {
            typed(literal(&number_with_bounds(*value, *tolerance, unit)).into_owned())
        }
        Answer::Text { accept, .. } => typed(either(accept.iter().map(|form| literal(form).into_owned()))),
        Answer::Calculated { tolerance_percent, .. } => {
            let key = literal(&correct_parts(&item.question).concat()).into_owned();
            typed(if *tolerance_percent == 0.0 { key } else { format!("{key} (± {tolerance_percent} %)") })
        }
        Answer::Recall { answer } => typed(answer.trim().to_owned()),
    }
}

fn typed(answer: String) -> KeyEntry {
    KeyEntry { answer, meaning: String::new() }
}

/// The right options, in the order of their letters.
fn named(item: &PaperItem, is_right: impl Fn(usize) -> bool) -> Vec<String> {
    let options = item.question.options();
    let right = item.option_order.iter().copied().filter(|&index| is_right(index));
    right.filter_map(|index| options.get(index)).map(|option| option.trim().to_owned()).collect()
}

/// Every form that is right in a gap, or the letter of the right option with the option.
fn filled(gap: &Gap, list: &[&str]) -> String {
    let right = literal_but_maths(gap.right());
    match gap {
        Gap::Typed(accept) => either(accept.iter().map(|form| literal_but_maths(form).into_owned())),
        Gap::List(_) => match list.iter().position(|option| *option == gap.right()) {
            Some(place) => format!("{} ({right})", letter(place)),
            None => right.into_owned(),
        },
    }
}

fn either(forms: impl Iterator<Item = String>) -> String {
    forms.collect::<Vec<_>>().join(" or ")
}

fn number_with_bounds(value: f64, tolerance: f64, unit: &str) -> String {
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    if tolerance == 0.0 { format!("{value}{unit}") } else { format!("{value}{unit} (± {tolerance})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_told_with_its_unit_and_how_far_off_is_right() {
        let check = |value, tolerance, unit, expected| assert_eq!(number_with_bounds(value, tolerance, unit), expected);
        check(59.0, 0.5, "MJ", "59 MJ (± 0.5)");
        check(33.0, 0.0, "volumes", "33 volumes");
        check(-1.5, 0.0, "", "-1.5");
    }
}
