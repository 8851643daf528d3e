//! How a mark came about, in sentences: the same in a terminal and in the window. Marks nothing.

use crate::report::write_number;
use crate::sitting::{Mark, Meaning, Note, Oddity, Step, TextRule, Unforgiven};

/// The steps, what is odd about the answer, what is to be told of the mark, and the mark itself.
pub fn mark_sentences(mark: Option<&Mark>, oddity: Option<&Oddity>, steps: &[Step]) -> Vec<String> {
    let mut sentences: Vec<String> = steps.iter().map(step_words).collect();
    sentences.extend(oddity.map(ToString::to_string));
    sentences.extend(mark.and_then(|mark| mark.note.as_ref()).map(note_words));
    sentences.push(format!("The mark is {} of 1.", told(mark.map_or(0.0, |mark| mark.fraction))));
    sentences
}

/// What is to be told of a mark, as a sentence.
pub fn note_words(note: &Note) -> String {
    match note {
        Note::NotANumber => "It is no number that can be marked.".to_owned(),
        Note::WrongUnit { expected } if expected.is_empty() => "It is asked without a unit.".to_owned(),
        Note::WrongUnit { expected } => format!("It is asked in {expected}, and the unit is another one."),
        Note::UnitMissing { expected } => format!("The unit must be there: {expected}."),
        Note::WrongPowerOfTen => "The digits are right, the power of ten is not.".to_owned(),
        Note::Typo { accepted } => format!("Taken for \"{accepted}\", with slips that are forgiven."),
        Note::OtherWord { accepted } => format!("Close to \"{accepted}\", but a word of its own."),
        Note::Punctuation { accepted } => format!("The punctuation of \"{accepted}\" counts."),
        Note::NotKnown => "The learner said that they do not know it.".to_owned(),
    }
}

/// A step as a sentence.
fn step_words(step: &Step) -> String {
    match step {
        Step::Compared { typed, compared } => format!("\"{typed}\" is compared as \"{compared}\"."),
        Step::IsAccepted { accepted, rule } => format!("It is the accepted form \"{accepted}\"{}.", with_rule(*rule)),
        Step::TooLong => "It is far longer than any accepted form.".to_owned(),
        Step::IsNamedWrong { named } => format!("It is \"{named}\", which the question names as wrong."),
        Step::PunctuationCounts { accepted, because } => {
            format!("It is \"{accepted}\" but for its punctuation, which counts: {}.", meaning(*because))
        }
        Step::Nearest { accepted, slips: Some(slips), forgiven } => {
            format!(
                "The nearest accepted form is \"{accepted}\", {slips} {} away; {forgiven} can be forgiven.",
                plural(*slips)
            )
        }
        Step::Nearest { accepted, slips: None, .. } if accepted.is_empty() => "No form is accepted.".to_owned(),
        Step::Nearest { accepted, slips: None, forgiven } => {
            format!(
                "No accepted form is near; the first is \"{accepted}\", in which {forgiven} {} can be forgiven.",
                plural(*forgiven)
            )
        }
        Step::NotForgiven { accepted, because } => {
            format!("It is no slip for \"{accepted}\": {}.", unforgiven(*because))
        }
        Step::NoNumber { because } => format!("No number could be read: {because}."),
        Step::Number { value, unit } if unit.is_empty() => {
            format!("Read as the number {}, without a unit.", told(*value))
        }
        Step::Number { value, unit } => {
            format!("Read as the number {} with the unit \"{unit}\".", told(*value))
        }
        Step::InKeyUnit { value, unit } if unit.is_empty() => format!("That is {}.", told(*value)),
        Step::InKeyUnit { value, unit } => format!("That is {} {unit}.", told(*value)),
        Step::OtherUnit { unit, expected } if expected.is_empty() => {
            format!("\"{unit}\" is a unit, and none is asked for.")
        }
        Step::OtherUnit { unit, expected } => format!("\"{unit}\" cannot stand for \"{expected}\"."),
        Step::NoUnit { expected } => format!("The unit is left out, and \"{expected}\" must be there."),
        Step::Bounds { least, most, is_within } => {
            let is = if *is_within { "It is" } else { "It is not" };
            format!("{is} within what is right: {} to {}.", told(*least), told(*most))
        }
        Step::OtherPowerOfTen => "With another power of ten it would be right.".to_owned(),
        Step::Part { given, right, is_right: true } => format!("\"{given}\" is right{}.", instead(given, right)),
        Step::Part { given, right, .. } if given.is_empty() => format!("Nothing stands where \"{right}\" is right."),
        Step::Part { given, right, .. } => format!("\"{given}\" is wrong: \"{right}\" is right."),
        Step::PairsInOrder { right, wrong, all } => {
            format!("In the right order: {right} of {all} pairs of items; the wrong way round: {wrong}.")
        }
        Step::Picks { right, keys, wrong, distractors } => {
            format!("{right} of {keys} right options were picked, and {wrong} of {distractors} wrong ones.")
        }
    }
}

/// To ten significant digits: what is beyond comes of binary or of turning units.
fn told(value: f64) -> String {
    write_number(format!("{value:.9e}").parse().unwrap_or(value))
}

fn instead(given: &str, right: &str) -> String {
    if given == right { String::new() } else { format!(", for \"{right}\"") }
}

fn with_rule(rule: TextRule) -> &'static str {
    match rule {
        TextRule::Signs => "",
        TextRule::Punctuation => ", with punctuation put aside",
        TextRule::Slips => ", with slips that are forgiven",
    }
}

fn meaning(because: Meaning) -> &'static str {
    match because {
        Meaning::AsAsked => "the question says so",
        Meaning::Mathematics => "in mathematics “!” is a factorial",
        Meaning::Code => "the question is about code",
        Meaning::NamedWrong => "a form that is named as wrong differs by it",
    }
}

fn unforgiven(because: Unforgiven) -> &'static str {
    match because {
        Unforgiven::NamedWrong => "the question names it as wrong",
        Unforgiven::OtherAnswer => "it is the answer of another question of the bank",
        Unforgiven::OtherWord => "it is another word",
        Unforgiven::FirstLetter => "the first letter is another one",
        Unforgiven::ShortWord => "the word is too short for slips",
        Unforgiven::Digits => "it holds digits",
    }
}

fn plural(slips: usize) -> &'static str {
    if slips == 1 { "slip" } else { "slips" }
}
