//! How a mark came about, in sentences: the same in a terminal and in the window. Marks nothing.

use crate::report::write_number;
use crate::sitting::{Certainty, Mark, Meaning, Note, Oddity, Part, Pickable, Step, TextRule, Turn, Unforgiven};

/// The steps, what is odd about the answer, what is to be told of the mark, and the mark itself.
pub fn mark_sentences(mark: Option<&Mark>, oddity: Option<&Oddity>, steps: &[Step]) -> Vec<String> {
    let mut sentences: Vec<String> = steps.iter().map(step_words).collect();
    sentences.extend(oddity.map(ToString::to_string));
    sentences.extend(mark.and_then(|mark| mark.note.as_ref()).map(note_words));
    sentences.push(format!("The mark is {} of 1.", told(mark.map_or(0.0, |mark| mark.fraction))));
    sentences
}

/// How the points come of the mark: by those of the question, by hints and by how sure the learner was. Nothing where the
/// mark is the score.
pub fn points_sentences(turn: &Turn) -> Vec<String> {
    let (points, cost) = (turn.item.question.points, turn.hints_cost());
    let Some(fraction) = turn.mark.as_ref().map(|mark| mark.fraction) else { return Vec::new() };
    let mut sentences = Vec::new();
    if cost > 0.0 && fraction > 0.0 {
        let left = (fraction - cost).max(0.0);
        let hints = if turn.hints_used == 1 { "1 hint".to_owned() } else { format!("{} hints", turn.hints_used) };
        sentences.push(format!("With {hints} taken, {} less: {} of 1 is left.", told(cost), told(left)));
    }
    if turn.counts_certainty && (fraction > cost || fraction <= 0.0) {
        sentences.push(certainty_words(turn.certainty, fraction > 0.0));
    }
    if !sentences.is_empty() || points != 1.0 {
        sentences.push(format!("The score is {} of {}.", told(turn.score()), counted(turn.max_score(), "point")));
    }
    sentences
}

fn certainty_words(certainty: Option<Certainty>, is_right: bool) -> String {
    let said = match certainty {
        None => "How sure the learner was is not said, so it is taken for a guess",
        Some(Certainty::Low) => "It was said to be a guess",
        Some(Certainty::Middling) => "It was said to be likely",
        Some(Certainty::High) => "It was said to be certain",
    };
    let counts = match (certainty.unwrap_or(Certainty::Low), is_right) {
        (Certainty::Low, true) => "the mark counts once",
        (Certainty::Middling, true) => "the mark counts twice",
        (Certainty::High, true) => "the mark counts three times",
        (Certainty::Low, false) => "a wrong answer costs nothing",
        (Certainty::Middling, false) => "a wrong answer costs twice the points",
        (Certainty::High, false) => "a wrong answer costs six times the points",
    };
    format!("{said}: {counts}.")
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
        Step::PickedOne { among, picked, right, is_right, count } => {
            picked_words(*among, picked, right, *is_right, *count)
        }
        Step::PickedSeveral { right, missed, wrong } => {
            let named =
                [("Right and picked", right), ("Right and not picked", missed), ("Picked and not right", wrong)];
            let named = named.into_iter().filter(|(_, texts)| !texts.is_empty());
            named.map(|(what, texts)| format!("{what}: {}.", quoted(texts, ", "))).collect::<Vec<_>>().join(" ")
        }
        Step::Part { part, number, given, right, is_right } => part_words(*part, *number, given, right, *is_right),
        Step::PartsRight { part, right, all } => {
            let is = if *right == 1 { "is" } else { "are" };
            format!("{right} of {} {is} right, and each counts the same: {right}/{all}.", counted_parts(*part, *all))
        }
        Step::Ordered { given, right } if given == right => "Every item stands in its place.".to_owned(),
        Step::Ordered { given, right } => {
            format!("The order given: {}. The right one: {}.", quoted(given, ", "), quoted(right, ", "))
        }
        Step::PairsInOrder { right, wrong, all } => format!(
            "Of {all} pairs of items {right} stand in the right order and {wrong} the wrong way round: {right}/{all} − \
             {wrong}/{all}, and never below 0."
        ),
        Step::Picks { right, keys, distractors: 0, .. } => {
            format!("{right} of {keys} right ones are picked: {right}/{keys}.")
        }
        Step::Picks { right, keys, wrong, distractors } => format!(
            "{right} of {keys} right ones are picked and {wrong} of {distractors} wrong ones: {right}/{keys} − \
             {wrong}/{distractors}, and never below 0."
        ),
    }
}

/// What was picked where one is right.
fn picked_words(among: Pickable, picked: &[String], right: &str, is_right: bool, count: usize) -> String {
    let what = match among {
        Pickable::Truth => {
            return format!("{} was said, and the statement is {right}: all or nothing.", quoted(picked, ", "));
        }
        Pickable::Option => counted(count as f64, "option"),
        Pickable::Place => counted(count as f64, "place"),
    };
    match (is_right, picked.len()) {
        (true, _) => format!("\"{right}\" was picked, which is the right one of {what}: all or nothing."),
        (false, 0) => format!("None of {what} was picked; \"{right}\" is right: all or nothing."),
        (false, picks) => {
            let were = if picks == 1 { "was" } else { "were" };
            let picked = quoted(picked, " and ");
            format!("{picked} {were} picked; of {what} one is right, \"{right}\": all or nothing.")
        }
    }
}

fn part_words(part: Part, number: usize, given: &str, right: &str, is_right: bool) -> String {
    let place = if part == Part::Gap { format!("Gap {number}: ") } else { String::new() };
    match (is_right, part) {
        (true, _) => format!("{place}\"{given}\" is right{}.", instead(given, right)),
        (false, Part::Gap) if given.is_empty() => format!("{place}left empty; \"{right}\" is right."),
        (false, Part::Pair | Part::Item) if given.is_empty() => {
            let done = if part == Part::Pair { "paired" } else { "sorted" };
            format!("Not {done}; \"{right}\" is right.")
        }
        (false, _) => format!("{place}\"{given}\" is wrong; \"{right}\" is right."),
    }
}

fn counted_parts(part: Part, count: usize) -> String {
    let name = match part {
        Part::Gap => "gap",
        Part::Pair => "pair",
        Part::Item => "item",
    };
    counted(count as f64, name)
}

/// `1 point`, `2 points`.
fn counted(count: f64, name: &str) -> String {
    format!("{} {name}{}", told(count), if count == 1.0 { "" } else { "s" })
}

fn quoted(texts: &[String], between: &str) -> String {
    texts.iter().map(|text| format!("\"{text}\"")).collect::<Vec<_>>().join(between)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::Question;
    use crate::paper::PaperItem;
    use crate::sitting::{Response, explain};

    fn turn(answer: &str, written: &str) -> Turn {
        let text = format!("Question(id: \"q\", prompt: \"?\", answer: {answer}, hint_cost: 0.25)");
        let question: Question = ron::from_str(&text).expect("reads");
        let response = Response::from_written(&question, written).expect("fits");
        let mut turn = Turn::new(PaperItem::new("b", question, Vec::new()), 1);
        turn.mark = Some(explain(&turn.item.question, &response).0);
        turn.response = Some(response);
        turn
    }

    fn check(answer: &str, written: &str, expected: &[&str]) {
        let turn = turn(answer, written);
        let (mark, steps) = explain(&turn.item.question, turn.response.as_ref().expect("answered"));
        assert_eq!(mark_sentences(Some(&mark), None, &steps), expected, "{answer} {written:?}");
    }

    #[test]
    fn a_pick_is_told_with_what_is_right_and_how_many_there_were() {
        const CHOICE: &str = r#"Choice(correct: "2011", distractors: ["1997", "2001"])"#;
        check(
            CHOICE,
            "2011",
            &["\"2011\" was picked, which is the right one of 3 options: all or nothing.", "The mark is 1 of 1."],
        );
        check(
            CHOICE,
            "1997",
            &["\"1997\" was picked; of 3 options one is right, \"2011\": all or nothing.", "The mark is 0 of 1."],
        );
        check(
            "TrueFalse(false)",
            "true",
            &["\"true\" was said, and the statement is false: all or nothing.", "The mark is 0 of 1."],
        );
    }

    const PLACES: &str = r#"Hotspot(image: "a.png", spots: [Spot(name: "pump", shape: Circle(x: 0.2, y: 0.2, r: 0.1)),
        Spot(name: "coil", shape: Circle(x: 0.5, y: 0.5, r: 0.1)), Spot(name: "wall", shape: Circle(x: 0.8, y: 0.8, r: 0.1))],
        correct: ["pump"])"#;

    #[test]
    fn places_are_told_as_options_are() {
        check(
            PLACES,
            "pump",
            &["\"pump\" was picked, which is the right one of 3 places: all or nothing.", "The mark is 1 of 1."],
        );
        check(
            PLACES,
            "pump; wall",
            &[
                "\"pump\" and \"wall\" were picked; of 3 places one is right, \"pump\": all or nothing.",
                "The mark is 0 of 1.",
            ],
        );
        check(
            &PLACES.replace("[\"pump\"]", "[\"pump\", \"wall\"]"),
            "wall",
            &[
                "Right and picked: \"wall\". Right and not picked: \"pump\".",
                "1 of 2 right ones are picked and 0 of 1 wrong ones: 1/2 − 0/1, and never below 0.",
                "The mark is 0.5 of 1.",
            ],
        );
    }

    #[test]
    fn picks_are_told_one_by_one_and_how_their_share_comes_about() {
        check(
            r#"Choices(correct: ["Japan", "USA"], distractors: ["China", "India", "Peru", "Chad"])"#,
            "Japan; China",
            &[
                "Right and picked: \"Japan\". Right and not picked: \"USA\". Picked and not right: \"China\".",
                "1 of 2 right ones are picked and 1 of 4 wrong ones: 1/2 − 1/4, and never below 0.",
                "The mark is 0.25 of 1.",
            ],
        );
    }

    #[test]
    fn parts_are_told_with_what_is_right_and_how_many_are() {
        check(
            r#"Match(pairs: [("Alfvén", "Sweden"), ("Fermi", "Italy"), ("Curie", "Poland")])"#,
            "Alfvén = Sweden; Fermi = Poland",
            &[
                "\"Alfvén = Sweden\" is right.",
                "\"Fermi = Poland\" is wrong; \"Fermi = Italy\" is right.",
                "Not paired; \"Curie = Poland\" is right.",
                "1 of 3 pairs is right, and each counts the same: 1/3.",
                "The mark is 0.3333333333 of 1.",
            ],
        );
        check(
            r#"Categorise(groups: {"Seas": ["Baltic"], "Lakes": ["Garda"]})"#,
            "Garda = Lakes",
            &[
                "Not sorted; \"Baltic = Seas\" is right.",
                "\"Garda = Lakes\" is right.",
                "1 of 2 items is right, and each counts the same: 1/2.",
                "The mark is 0.5 of 1.",
            ],
        );
    }

    #[test]
    fn a_gap_is_told_with_its_number_and_a_typed_one_that_is_wrong_with_its_reading() {
        check(
            r#"Cloze(text: "Sited at {Culham}, near {Oxford ~ Reading}, in {England}.")"#,
            "culhem; Oxford",
            &[
                "Gap 1: \"culhem\" is wrong; \"Culham\" is right.",
                "\"culhem\" is compared as \"culhem\".",
                "The nearest accepted form is \"Culham\", 1 slip away; 0 can be forgiven.",
                "Gap 2: \"Oxford\" is right.",
                "Gap 3: left empty; \"England\" is right.",
                "1 of 3 gaps is right, and each counts the same: 1/3.",
                "The mark is 0.3333333333 of 1.",
            ],
        );
    }

    #[test]
    fn an_order_is_told_beside_the_right_one_with_its_pairs() {
        const ORDER: &str = r#"Order(items: ["a", "b", "c", "d"])"#;
        check(
            ORDER,
            "a; c; b; d",
            &[
                "The order given: \"a\", \"c\", \"b\", \"d\". The right one: \"a\", \"b\", \"c\", \"d\".",
                "Of 6 pairs of items 5 stand in the right order and 1 the wrong way round: 5/6 − 1/6, and never below 0.",
                "The mark is 0.6666666667 of 1.",
            ],
        );
        let (_, steps) = explain(&turn(ORDER, "a; b; c; d").item.question, &Response::Order(vec![0, 1, 2, 3]));
        assert_eq!(step_words(&steps[0]), "Every item stands in its place.");
    }

    #[test]
    fn points_are_told_where_hints_or_certainty_or_the_question_change_them() {
        let check = |change: fn(&mut Turn), written: &str, expected: &[&str]| {
            let mut turn = turn("TrueFalse(true)", written);
            change(&mut turn);
            assert_eq!(points_sentences(&turn), expected);
        };
        check(|_| {}, "true", &[]);
        check(|turn| turn.item.question.points = 2.0, "true", &["The score is 2 of 2 points."]);
        check(
            |turn| turn.hints_used = 2,
            "true",
            &["With 2 hints taken, 0.5 less: 0.5 of 1 is left.", "The score is 0.5 of 1 point."],
        );
        check(|turn| turn.hints_used = 1, "false", &[]);
        let sure = |turn: &mut Turn| (turn.counts_certainty, turn.certainty) = (true, Some(Certainty::High));
        check(
            sure,
            "false",
            &["It was said to be certain: a wrong answer costs six times the points.", "The score is -6 of 3 points."],
        );
        check(
            |turn| {
                turn.counts_certainty = true;
                turn.hints_used = 1;
            },
            "true",
            &[
                "With 1 hint taken, 0.25 less: 0.75 of 1 is left.",
                "How sure the learner was is not said, so it is taken for a guess: the mark counts once.",
                "The score is 0.75 of 3 points.",
            ],
        );
    }
}
