//! Finds questions that have got another id, by what they say. Compares no two that could not be the same.

use super::blocks::By;
use super::compare::normal;
use super::cut::{blocks, bracket_of};
use std::collections::HashMap;

/// Shorter answers, `TrueFalse(true)` say, are those of many questions.
const TELLING_ANSWER_BYTES: usize = 40;

/// What a question is known by.
struct Marks {
    /// All but the id, the prompt or the title, and the answer; empty where it says nothing certain.
    by_pass: [String; 3],
}

/// Pairs places in `gone` with places in `new` that are the same question under another id, each once.
pub(super) fn renamed(gone: &[String], new: &[String]) -> Vec<(usize, usize)> {
    let [gone, new] = [gone, new].map(|texts| texts.iter().map(|text| marks(text)).collect::<Vec<_>>());
    let mut pairs = Vec::new();
    let (mut is_paired_gone, mut is_paired_new) = (vec![false; gone.len()], vec![false; new.len()]);
    for pass in 0..3 {
        let mut waiting: HashMap<&str, Vec<usize>> = HashMap::new();
        for (place, marks) in gone.iter().enumerate().rev() {
            if !is_paired_gone[place] && !marks.by_pass[pass].is_empty() {
                waiting.entry(&marks.by_pass[pass]).or_default().push(place);
            }
        }
        for (place, marks) in new.iter().enumerate().filter(|(place, _)| !is_paired_new[*place]).collect::<Vec<_>>() {
            if let Some(old) = waiting.get_mut(&*marks.by_pass[pass]).and_then(Vec::pop) {
                (is_paired_gone[old], is_paired_new[place]) = (true, true);
                pairs.push((old, place));
            }
        }
    }
    pairs
}

fn marks(text: &str) -> Marks {
    let fields = bracket_of(text, &(0..text.len())).and_then(|open| blocks(text, open, By::Label));
    let Some(fields) = fields else { return Marks { by_pass: [normal(text, false), String::new(), String::new()] } };
    let [mut all, mut asked, mut answer] = [String::new(), String::new(), String::new()];
    for field in fields.list.iter().filter(|field| !field.is_note()) {
        let value = normal(&text[field.own.clone()], false);
        match field.name() {
            "id" => continue,
            "prompt" | "title" => asked.clone_from(&value),
            "answer" if value.len() >= TELLING_ANSWER_BYTES => answer.clone_from(&value),
            _ => {}
        }
        all.push_str(&value);
    }
    Marks { by_pass: [all, asked, answer] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(gone: &[&str], new: &[&str], expected: &[(usize, usize)]) {
        let own = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        assert_eq!(renamed(&own(gone), &own(new)), expected);
    }

    #[test]
    fn a_question_is_known_by_all_it_says_then_by_its_prompt_then_by_its_answer() {
        let answer = "answer: Choice(correct: \"Rhine\", distractors: [\"Volga\"])";
        let old = format!("Question(id: \"a\", prompt: \"P\", {answer})");
        check(&[&old], &[&old.replace("\"a\"", "\"b\"")], &[(0, 0)]);
        check(&[&old], &[&format!("(id: \"b\", prompt: \"P\", {})", answer.replace("Volga", "Nile"))], &[(0, 0)]);
        check(&[&old], &[&format!("(id: \"b\", prompt: \"Q\", {answer})")], &[(0, 0)]);
        check(&[&old], &["(id: \"b\", prompt: \"Q\", answer: TrueFalse(true))"], &[]);
        check(
            &["(id: \"a\", prompt: \"P\", answer: TrueFalse(true))"],
            &["(id: \"b\", prompt: \"Q\", answer: TrueFalse(true))"],
            &[],
        );
    }

    #[test]
    fn the_best_likeness_comes_first_and_each_is_paired_once() {
        let [one, two] = ["(id: \"a\", prompt: \"P\", points: 1)", "(id: \"b\", prompt: \"P\", points: 2)"];
        let [new_two, new_one] = ["(id: \"c\", prompt: \"P\", points: 2)", "(id: \"d\", prompt: \"P\", points: 1)"];
        check(&[one, two], &[new_two, new_one], &[(1, 0), (0, 1)]);
        check(&[one], &[new_two, new_one], &[(0, 1)]);
    }
}
