//! The letters of options, and the line of a key that tells a question's right answer. Judges nothing.

use crate::bank::Answer;
use crate::bank::model::cloze::Gap;
use crate::paper::PaperItem;
use crate::sitting::response::correct_parts;
use crate::text::{literal, literal_but_maths};

/// The letter of the option at `index` (from 0) as HTML counts `<ol type="A">`: A to Z, AA, AB and on.
pub(super) fn letter(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = Some(index);
    while let Some(index) = rest {
        letters.push(char::from(b'A' + u8::try_from(index % 26).unwrap_or(0)));
        rest = (index / 26).checked_sub(1);
    }
    letters.iter().rev().collect()
}

/// The right answer in CommonMark, as a teacher wants it beside the pile of papers: `C) 2011`, `True`, `59 MJ (± 0.5)`.
pub(super) fn key_line(item: &PaperItem) -> String {
    match &item.question.answer {
        Answer::Choice { .. } | Answer::Choices { .. } => keyed_options(item),
        Answer::TrueFalse(true) => "True".to_owned(),
        Answer::TrueFalse(false) => "False".to_owned(),
        Answer::Number { value, tolerance, unit, .. } => {
            literal(&number_with_bounds(*value, *tolerance, unit)).into_owned()
        }
        Answer::Text { accept, .. } => either(accept),
        Answer::Order { items } => joined((0..items.len()).filter_map(|index| lettered(item, index))),
        Answer::Match { pairs, .. } => {
            let right_pairs = pairs.iter().zip(item.question.answer.right_pairs());
            joined(right_pairs.filter_map(|((left, _), right)| Some(format!("{left}: {}", lettered(item, right)?))))
        }
        Answer::Categorise { groups } => {
            let numbered = groups.iter().enumerate();
            joined(numbered.map(|(index, (name, items))| format!("{}) {name}: {}", letter(index), items.join(", "))))
        }
        Answer::Cloze { text } => joined(text.gaps().map(|gap| match gap {
            Gap::Typed(accept) => accept.iter().map(|form| literal_but_maths(form)).collect::<Vec<_>>().join(" or "),
            Gap::List(_) => literal_but_maths(gap.right()).into_owned(),
        })),
        answer @ Answer::Hotspot { .. } => {
            let is_right = answer.right_spots();
            let right = item.option_order.iter().copied().filter(|&index| is_right.get(index) == Some(&true));
            joined(right.filter_map(|index| lettered(item, index)))
        }
        Answer::Calculated { tolerance_percent, .. } => {
            let key = literal(&correct_parts(&item.question).concat()).into_owned();
            if *tolerance_percent == 0.0 { key } else { format!("{key} (± {tolerance_percent} %)") }
        }
        Answer::Recall { answer } => answer.trim().to_owned(),
    }
}

fn keyed_options(item: &PaperItem) -> String {
    let key_count = item.question.key_count();
    let keys = item.option_order.iter().copied().filter(|&index| index < key_count);
    joined(keys.filter_map(|index| lettered(item, index)))
}

/// An option with the letter that it has on this paper.
fn lettered(item: &PaperItem, index: usize) -> Option<String> {
    let shown = item.option_order.iter().position(|&other| other == index)?;
    Some(format!("{}) {}", letter(shown), item.question.options().get(index)?))
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("; ")
}

fn either(forms: &[Box<str>]) -> String {
    forms.iter().map(|form| literal(form)).collect::<Vec<_>>().join(" or ")
}

fn number_with_bounds(value: f64, tolerance: f64, unit: &str) -> String {
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    if tolerance == 0.0 { format!("{value}{unit}") } else { format!("{value}{unit} (± {tolerance})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z_as_browsers_count() {
        let cases = [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")];
        for (index, expected) in cases {
            assert_eq!(letter(index), expected);
        }
    }

    #[test]
    fn a_number_is_told_with_its_unit_and_how_far_off_is_right() {
        let check = |value, tolerance, unit, expected| assert_eq!(number_with_bounds(value, tolerance, unit), expected);
        check(59.0, 0.5, "MJ", "59 MJ (± 0.5)");
        check(33.0, 0.0, "volumes", "33 volumes");
        check(-1.5, 0.0, "", "-1.5");
    }
}
