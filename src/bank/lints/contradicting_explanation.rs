//! `contradicting-explanation`: an explanation or feedback that calls another answer right. Compares words, and knows nothing of the matter.

use crate::bank::lints::common::Words;
use crate::bank::lints::common::roots::{is_same_root, is_telling};
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::wording::alike::folded;
use crate::bank::{Answer, Explanation, Question, Severity};
use crate::syntax::path::Step;
use crate::text::plain;
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct ContradictingExplanation {
    /// What the text calls right.
    pub named: Box<str>,
    /// The field that does.
    pub field: &'static str,
}

impl Violation for ContradictingExplanation {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "contradicting-explanation",
            severity: Severity::Warning,
            title: "An explanation that names another answer as right",
            why: "A learner who was right reads that another answer is, and one who was wrong reads that all is well. Mostly the key was changed and the explanation was not, or the other way round.",
            fix: "make key and explanation agree",
            source: "Hattie & Timperley 2007, Review of Educational Research 77(1), 81–112: what feedback must do",
            before: r#"Question(
    id: "tomato", prompt: "Tomatoes belong to the nightshade family.", answer: TrueFalse(true),
    explanation: "This is false: tomatoes belong to the rose family.",
)"#,
            after: r#"Question(
    id: "tomato", prompt: "Tomatoes belong to the nightshade family.", answer: TrueFalse(true),
    explanation: "So do potatoes and aubergines.",
)"#,
        },
        checks: &[Check::EnglishQuestion(check)],
    };

    fn message(&self) -> String {
        let Self { named, field } = self;
        format!("`{field}` seems to call \"{named}\" right, and the key is another")
    }

    fn help(&self) -> Cow<'static, str> {
        "make the two agree".into()
    }
}

/// An explanation, or the feedback on an option, that takes another answer for the key.
fn check(question: &Question, notes: &mut Notes) {
    let explanation = plain(&question.explanation);
    let named = match &question.answer {
        Answer::TrueFalse(is_true) => verdict(&explanation).filter(|said| said != is_true).map(|said| said.to_string()),
        Answer::Number { value, .. } => other_number(&question.prompt, &explanation, *value),
        Answer::Choice { correct, distractors } => other_option(&question.prompt, &explanation, correct, distractors),
        _ => None,
    };
    if let Some(named) = named {
        notes.add([Step::Field("explanation")], ContradictingExplanation { named: named.into(), field: "explanation" });
    }
    let right: Vec<String> = question.options().into_iter().take(question.key_count()).map(folded).collect();
    let is_choice = matches!(question.answer, Answer::Choice { .. } | Answer::Choices { .. });
    for (option, text) in question.feedback.iter().filter(|_| is_choice) {
        let is_key = right.contains(&folded(option));
        if verdict(&plain(text)).is_some_and(|said| said != is_key) {
            let named = if is_key { "another option" } else { option };
            let path = [Step::Field("feedback"), Step::Key(option.into())];
            notes.add(path, ContradictingExplanation { named: named.into(), field: "feedback" });
        }
    }
}

/// What a text begins with calling it: "This is false: …", "Correct!", "True. …". "It is true that they grow, but …" calls
/// nothing right.
fn verdict(text: &str) -> Option<bool> {
    const RIGHT: &[&str] = &["true", "right", "correct", "exactly", "yes"];
    const WRONG: &[&str] = &["false", "wrong", "incorrect", "untrue", "no"];
    let small = text.trim_start().to_lowercase();
    let openings = [
        "this statement is ",
        "the statement is ",
        "this answer is ",
        "this is ",
        "that is ",
        "that's ",
        "it is ",
        "it's ",
    ];
    let rest = openings.iter().find_map(|opening| small.strip_prefix(opening)).unwrap_or(&small);
    let (is_denied, rest) = rest.strip_prefix("not ").map_or((false, rest), |rest| (true, rest));
    let end = rest.find(|sign: char| !sign.is_alphabetic()).unwrap_or(rest.len());
    let is_ended = rest[end..].is_empty()
        || rest[end..].starts_with(['.', ',', '!', ':', ';', ' ', '–']) && !rest[end..].starts_with(' ');
    let word = &rest[..end];
    let said = RIGHT.contains(&word).then_some(true).or_else(|| WRONG.contains(&word).then_some(false))?;
    is_ended.then_some(said != is_denied)
}

/// Another number of the very things that the prompt counts: "A side of seven players", where six are asked for.
fn other_number(prompt: &str, explanation: &str, value: f64) -> Option<String> {
    let prompt = Words::of(&plain(prompt));
    let asked: Vec<&str> = prompt.iter().collect();
    let at = asked.windows(2).position(|pair| pair == ["how", "many"])?;
    let noun = *asked.get(at + 2)?;
    let words = Words::of(explanation);
    let words: Vec<&str> = words.iter().collect();
    let numbers: Vec<(usize, f64)> = words
        .iter()
        .enumerate()
        .filter_map(|(at, word)| Some((at, number(word)?)))
        .filter(|(_, number)| *number != 1.0)
        .collect();
    // With several numbers one may be worked out from the others.
    let [(at, number)] = numbers[..] else { return None };
    let counts = words.get(at + 1).is_some_and(|next| is_same_root(next, noun));
    (counts && number != value).then(|| words[at].to_owned())
}

fn number(word: &str) -> Option<f64> {
    const WORDS: &[&str] = &[
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    WORDS.iter().position(|known| *known == word).map(|at| at as f64).or_else(|| word.parse().ok())
}

/// A distractor that the explanation calls the answer, or of which alone it says what the prompt asks for.
fn other_option(prompt: &str, explanation: &str, key: &str, distractors: &[Box<str>]) -> Option<String> {
    let text = Words::of(explanation);
    let key_words = Words::of(&plain(key));
    let names = |option: &Words| {
        let option: Vec<&str> = option.iter().collect();
        let words: Vec<&str> = text.iter().collect();
        !option.is_empty() && words.windows(option.len()).any(|part| part == option)
    };
    let has_key = names(&key_words)
        || key_words
            .iter()
            .filter(|word| is_telling(word))
            .any(|word| text.iter().any(|other| is_same_root(other, word)));
    let named: Vec<Words> =
        distractors.iter().map(|option| Words::of(&plain(option))).filter(|option| names(option)).collect();
    let [option] = &named[..] else { return None };
    let has_digit = |text: &str| text.contains(|sign: char| sign.is_ascii_digit());
    let said = || option.iter().collect::<Vec<_>>().join(" ");
    let small = text.iter().collect::<Vec<_>>().join(" ");
    let called = ["right answer is", "correct answer is", "answer is", "right option is", "correct option is"];
    let is_called = called.iter().any(|phrase| {
        let rest = |article: &str| format!("{phrase} {article}{}", said());
        ["", "the ", "a ", "an "].into_iter().any(|article| small.contains(&rest(article)))
    });
    if is_called && !names(&key_words) {
        return Some(said());
    }
    let turns = [
        "although", "also", "but", "instead", "not", "rather", "than", "though", "too", "unlike", "whereas", "while",
        "without",
    ];
    // A number may be written in another way than in the key: 59 MJ and 59 megajoules.
    if has_key || has_digit(key) || text.has_any(&turns) || text.iter().any(|word| word.ends_with("n't")) {
        return None;
    }
    // It says of the distractor what the prompt asks for: two words at least of the prompt, beside those of the options.
    let is_own = |word: &str| option.iter().chain(key_words.iter()).any(|own| is_same_root(own, word));
    let prompt = Words::of(&plain(prompt));
    let asked: Vec<&str> = prompt.iter().filter(|word| is_telling(word) && !is_own(word)).collect();
    let shared = asked.iter().filter(|word| text.iter().any(|other| is_same_root(other, word))).count();
    (shared >= 2).then(said)
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::problems;

    fn told(prompt: &str, answer: &str, explanation: &str, more: &str) -> Vec<&'static str> {
        let text = format!("(id: \"q\", prompt: \"{prompt}\", answer: {answer}, explanation: \"{explanation}\"{more})");
        problems("en", &text).iter().map(|problem| problem.problem.code()).collect()
    }

    #[test]
    fn a_verdict_that_is_not_the_key_is_told() {
        let told = |explanation: &str| told("Potatoes are roots.", "TrueFalse(false)", explanation, "");
        assert_eq!(told("True. They are."), ["contradicting-explanation"]);
        assert_eq!(told("This is not false: they are."), ["contradicting-explanation"]);
        assert_eq!(told("False: they are stems."), [""; 0]);
        assert_eq!(told("It is true that they grow there, but they are stems."), [""; 0]);
    }

    #[test]
    fn another_option_that_is_called_right_is_told() {
        let planet = "Choice(correct: \"Mercury\", distractors: [\"Mars\", \"Venus\"])";
        let told = |explanation: &str| told("Which planet moves on the most eccentric orbit?", planet, explanation, "");
        assert_eq!(told("Of all planets Mars has the most eccentric orbit."), ["contradicting-explanation"]);
        assert_eq!(told("The right answer is Mars."), ["contradicting-explanation"]);
        assert_eq!(told("Mars comes second."), [""; 0]);
        assert_eq!(told("The orbit of Mars is less eccentric than that planet's."), [""; 0]);
        assert_eq!(told("Mercury has it; Mars moves on an eccentric orbit of a planet too."), [""; 0]);
    }

    #[test]
    fn another_number_of_what_is_counted_is_told() {
        let told = |explanation: &str| told("How many players has a side?", "Number(value: 6)", explanation, "");
        assert_eq!(told("Seven players stand there, and one of them serves."), ["contradicting-explanation"]);
        assert_eq!(told("Six players stand there."), [""; 0]);
        assert_eq!(told("Two players in front and four behind."), [""; 0]);
    }

    #[test]
    fn feedback_that_praises_a_distractor_is_told() {
        let planet = "Choice(correct: \"Mercury\", distractors: [\"Mars\"])";
        let told = |option: &str, text: &str| {
            told("Which?", planet, "E.", &format!(", feedback: {{\"{option}\": \"{text}\"}}"))
        };
        assert_eq!(told("Mars", "Correct!"), ["contradicting-explanation"]);
        assert_eq!(told("Mercury", "No, not quite."), ["contradicting-explanation"]);
        assert_eq!(told("Mars", "No, it comes second."), [""; 0]);
    }
}
