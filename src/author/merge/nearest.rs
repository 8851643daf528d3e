//! Tells from which known text another program began: one that had the bank open for long writes over what was saved since.

use super::blocks::By;
use super::compare::{normal, split_mark};
use super::cut::{blocks, bracket_of};
use super::whole::questions;
use std::collections::HashSet;

/// The place in `known` of the text that `theirs` differs least from, counted in fields of questions; of several, the first. To be given
/// what the file said last, and then older versions of it, the newest first: a [merge](super::merge) on that base takes nothing back that
/// was saved meanwhile by this program, where a merge on the last one would take it for the other one's wish. `None` where `theirs`
/// or all of `known` cannot be taken apart.
///
/// Who deletes on purpose what was added by the very last saving is not told from who has never seen it: it stays.
pub fn nearest(theirs: &str, known: &[&str]) -> Option<usize> {
    let theirs = fields(theirs)?;
    let differing = |text: &str| {
        let fields = fields(text)?;
        Some(fields.symmetric_difference(&theirs).count())
    };
    let counted = known.iter().enumerate().filter_map(|(place, text)| Some((place, differing(text)?)));
    counted.min_by_key(|(_, count)| *count).map(|(place, _)| place)
}

/// Each field of each question, with the id of that.
fn fields(text: &str) -> Option<HashSet<String>> {
    let text = split_mark(text).1;
    let mut all = HashSet::new();
    for question in questions(text)?.list.iter().filter(|block| !block.is_note()) {
        let cut = bracket_of(text, &question.value).and_then(|open| blocks(text, open, By::Label));
        for field in cut.iter().flat_map(|cut| &cut.list) {
            all.insert([question.name(), "\n", &normal(&text[field.span.clone()], true)].concat());
        }
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bank(questions: &[(&str, &str, &str)]) -> String {
        let question = |(id, prompt, topic): &(&str, &str, &str)| {
            format!("(id: \"{id}\", prompt: \"{prompt}\", topic: \"{topic}\", answer: TrueFalse(true)),")
        };
        let all: String = questions.iter().map(question).collect();
        format!("\u{feff}Bank(format: 1, id: \"b\", title: \"B\", questions: [{all}])")
    }

    #[test]
    fn who_never_saw_the_last_changes_began_with_the_text_before_them() {
        let first = bank(&[("a", "A", "x"), ("b", "B", "x")]);
        let second = bank(&[("a", "A, now better", "x"), ("b", "B", "x")]);
        let third = bank(&[("a", "A, now better", "x"), ("b", "B", "x"), ("c", "C", "x")]);
        let known = [&*third, &*second, &*first];
        let check = |theirs: String, expected| assert_eq!(nearest(&theirs, &known), Some(expected), "{theirs}");
        check(bank(&[("a", "A", "x"), ("b", "B, by them", "x")]), 2);
        check(bank(&[("a", "A", "y"), ("b", "B", "x")]), 2);
        check(bank(&[("a", "A, now better", "x"), ("b", "B, by them", "x")]), 1);
        check(bank(&[("a", "A, now better", "x"), ("b", "B, by them", "x"), ("c", "C", "x")]), 0);
        check(bank(&[("a", "A, now better", "x"), ("c", "C", "x")]), 0);
        check(first.clone(), 2);
    }

    #[test]
    fn of_texts_that_are_as_near_the_first_counts() {
        let [one, other] = ["A", "B"].map(|prompt| bank(&[("a", prompt, "x")]));
        assert_eq!(nearest(&bank(&[("a", "C", "x")]), &[&one, &other]), Some(0));
        assert_eq!(nearest(&one, &["damaged(", &one]), Some(1));
        assert_eq!(nearest("damaged(", &[&one]), None);
        assert_eq!(nearest(&one, &["damaged("]), None);
    }
}
