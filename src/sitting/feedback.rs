//! What a question says to the answer that was given: its feedback, by option. Marks nothing.

use crate::bank::Question;
use crate::bank::wording::alike::folded;
use crate::sitting::Response;

/// What the question has to say to each part of the response, in the order of its parts.
///
/// A part is an option picked, `true` or `false`, what was typed, the text in a gap, a spot's name, or a pair such as
/// `Rhine = Baltic Sea`. What was typed is found under any key that is alike, see [`folded`].
pub fn feedback_for<'a>(question: &'a Question, response: &Response) -> Vec<&'a str> {
    let feedback = &question.feedback;
    if feedback.is_empty() {
        return Vec::new();
    }
    let alike = |part: &str| {
        let part = folded(part);
        feedback.iter().find(|(key, _)| folded(key) == part).map(|(_, text)| &**text)
    };
    let told = |part: &String| feedback.get(part).map(|text| &**text).or_else(|| alike(part));
    let parts = question.answer.with_kind(|kind| kind.feedback_parts(response));
    parts.iter().filter_map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(answer: &str, feedback: &str, response: &Response, expected: &[&str]) {
        let ron = format!("(id: \"q\", prompt: \"Q?\", answer: {answer}, feedback: {{{feedback}}})");
        let question: Question = ron::from_str(&ron).expect("a question");
        assert_eq!(feedback_for(&question, response), expected, "{answer}");
    }

    #[test]
    fn an_option_that_was_picked_is_spoken_to_in_every_kind() {
        let choice = r#"Choice(correct: "a", distractors: ["b", "c"])"#;
        check(choice, r#""b": "B.", "c": "C.""#, &Response::Choice(2), &["C."]);
        check(choice, r#""b": "B.", "c": "C.""#, &Response::Choice(0), &[]);
        let choices = r#"Choices(correct: ["a"], distractors: ["b; d", "c"])"#;
        check(choices, r#""b; d": "B.", "c": "C.""#, &Response::Choices(vec![0, 1, 2]), &["B.", "C."]);
        check("TrueFalse(true)", r#""false": "No.""#, &Response::TrueFalse(false), &["No."]);
        let spots = r#"Hotspot(image: "a.png", spots: [
            Spot(name: "x", shape: Circle(x: 0, y: 0, r: 0.1)), Spot(name: "y", shape: Circle(x: 1, y: 1, r: 0.1))],
            correct: ["x", "y"])"#;
        check(spots, r#""y": "Y.", "x": "X.""#, &Response::Hotspot(vec![0, 1]), &["X.", "Y."]);
        let pairs = r#"Match(pairs: [("Rhine", "North Sea"), ("Volga", "Caspian Sea")])"#;
        let response = Response::Match(vec![Some(1), Some(0)]);
        check(pairs, r#""Volga = North Sea": "No.", "Rhine = North Sea": "Yes.""#, &response, &["No."]);
        let groups = r#"Categorise(groups: {"Africa": ["Nile"], "Asia": ["Ob"]})"#;
        check(groups, r#""Nile = Asia": "No.""#, &Response::Categorise(vec![Some(1), None]), &["No."]);
        let cloze = r#"Cloze(text: "{a} and {b ~ c}")"#;
        check(cloze, r#""c": "C.""#, &Response::Cloze(vec![String::new(), "c".into()]), &["C."]);
    }

    #[test]
    fn what_was_typed_is_known_in_other_capitals_and_spaces() {
        let text = r#"Text(accept: ["torus"])"#;
        check(text, r#""sphere": "It has no hole.""#, &Response::Text(" Sphere".into()), &["It has no hole."]);
        check(text, r#""sphere": "It has no hole.""#, &Response::Text("cube".into()), &[]);
        check("Number(value: 59)", r#""21.7": "1997.""#, &Response::Number("21.7".into()), &["1997."]);
    }
}
