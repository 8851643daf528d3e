//! What holds for banks that people wrote, however they are damaged: reading for play and reading for the check agree.

use crate::bank::{Diagnostic, Quietly, Severity, check, read, shipped, starter};
use crate::syntax::{LineIndex, Place};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// The banks that everybody starts from.
fn banks() -> Vec<String> {
    let mut banks = vec![starter("rivers").text];
    // A dozen questions of each are as good as all, and many times as fast.
    banks.extend(shipped().iter().map(|bank| shortened(bank.text, 12)));
    banks
}

/// A bank without its questions after so many.
fn shortened(text: &str, count: usize) -> String {
    let starts: Vec<usize> = text.match_indices("\n        Question(").map(|(at, _)| at).collect();
    match (starts.get(count), text.rfind("\n    ]")) {
        (Some(from), Some(to)) if from < &to => format!("{}{}", &text[..*from], &text[to..]),
        _ => text.to_owned(),
    }
}

/// What happens to a text in an editor.
#[derive(Clone, Copy, Debug)]
enum Slip {
    DeleteSign,
    DoubleSign,
    SwapSigns,
    DeleteMark,
    DeleteLine,
    DoubleLine,
    SwapLines,
    CutRest,
    Insert(&'static str),
}

fn slips() -> impl Strategy<Value = Slip> {
    use Slip::{CutRest, DeleteLine, DeleteMark, DeleteSign, DoubleLine, DoubleSign, Insert, SwapLines, SwapSigns};
    prop_oneof![
        4 => select(vec![DeleteSign, DoubleSign, SwapSigns, DeleteLine, DoubleLine, SwapLines]),
        4 => Just(DeleteMark),
        1 => Just(CutRest),
        2 => select(vec!["\"", "(", ")", "[", "]", "{", "}", ",", ":", "“", "'", "\\", "/*", "//", "\t", "r#\"", "Some(", "\r", "\u{feff}"])
            .prop_map(Insert),
    ]
}

/// The text after a slip somewhere in it.
fn slipped(text: &str, slip: Slip, at: Index) -> String {
    let signs: Vec<(usize, char)> = text.char_indices().collect();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    if signs.is_empty() {
        return text.to_owned();
    }
    let (start, sign) = signs[at.index(signs.len())];
    let (before, after) = (&text[..start], &text[start + sign.len_utf8()..]);
    let line = at.index(lines.len());
    let with_lines = |new: &[&str]| [&lines[..line], new, &lines[line + 1..]].concat().concat();
    match slip {
        Slip::DeleteSign => format!("{before}{after}"),
        Slip::DoubleSign => format!("{before}{sign}{sign}{after}"),
        Slip::SwapSigns => match after.chars().next() {
            Some(next) => format!("{before}{next}{sign}{}", &after[next.len_utf8()..]),
            None => text.to_owned(),
        },
        Slip::DeleteMark => {
            let marks: Vec<usize> =
                text.match_indices([',', ':', '"', '(', ')', '[', ']', '{', '}']).map(|(at, _)| at).collect();
            match marks.len() {
                0 => text.to_owned(),
                count => {
                    let mark = marks[at.index(count)];
                    format!("{}{}", &text[..mark], &text[mark + 1..])
                }
            }
        }
        Slip::DeleteLine => with_lines(&[]),
        Slip::DoubleLine => with_lines(&[lines[line], lines[line]]),
        Slip::SwapLines => match lines.get(line + 1) {
            Some(next) => [&lines[..line], &[*next, lines[line]], &lines[line + 2..]].concat().concat(),
            None => text.to_owned(),
        },
        Slip::CutRest => before.to_owned(),
        Slip::Insert(new) => format!("{before}{new}{sign}{after}"),
    }
}

/// In words, since a number that is none is not even equal to itself.
fn errors<'a>(text: &str, problems: impl IntoIterator<Item = &'a Diagnostic>) -> Vec<String> {
    let lines = LineIndex::new(text);
    let mut errors: Vec<String> = problems
        .into_iter()
        .filter(|problem| problem.problem.severity() == Severity::Error)
        .map(|problem| problem.line(&lines))
        .collect();
    errors.sort();
    errors
}

proptest! {
    #[test]
    fn reading_and_checking_agree_on_banks_with_slips(
        bank in select(banks()), slips in vec((slips(), any::<Index>()), 1..5),
    ) {
        let text = slips.iter().fold(bank, |text, (slip, at)| slipped(&text, *slip, *at));
        let (reading, checked) = (read(&text, &Quietly), check(&text, &Quietly));
        let told = reading.problems.iter().chain(reading.bank.as_ref().err());
        prop_assert_eq!(errors(&text, told), errors(&text, &checked));
        let lines: Vec<&str> = text.strip_prefix('\u{feff}').unwrap_or(&text).split('\n').collect();
        for problem in &checked {
            prop_assert!(text.get(problem.span.clone()).is_some(), "{:?}", problem);
            let place = LineIndex::new(&text).place(problem.span.start);
            let line = lines.get(place.line - 1).expect("a line of the text");
            prop_assert!(place.column <= line.chars().count() + 1, "{:?}", problem);
        }
        // What plays is what no error was told of, but for an id that a later question took too.
        for question in reading.bank.iter().flat_map(|bank| &bank.questions) {
            let is_told = |problem: &&Diagnostic| {
                problem.question.as_ref() == Some(&question.id) && problem.problem.severity() == Severity::Error
            };
            let is_shared = text.matches(&format!("\"{}\"", question.id)).count() > 1;
            prop_assert!(is_shared || !checked.iter().any(|problem| is_told(&problem)), "{}", question.id);
        }
    }
}

/// Texts that the rules about words must bear: no words at all, or those that they look for.
fn odd_text() -> impl Strategy<Value = String> {
    const WORDS: &[&str] = &[
        "all", "none", "of", "the", "above", "never", "always", "not", "except", "a", "an", "are", "is", "which",
        "both", "and", "or", "5", "5-7", "more", "than", "only", "most", "___", "…", "+", "-", "!", "(", "true",
        "false", "no,", "ß", "İ", "\u{301}",
    ];
    prop_oneof![vec(select(WORDS), 0..5).prop_map(|words| words.join(" ")), "\\PC{0,6}", "[-+=!?.,; ]{0,3}"]
}

proptest! {
    #[test]
    fn any_texts_at_all_are_checked(prompt in odd_text(), correct in vec(odd_text(), 0..3), distractors in vec(odd_text(), 0..6)) {
        let ron = |text: &str| ron::to_string(text).expect("writes");
        let list = |texts: &[String]| format!("[{}]", texts.iter().map(|text| ron(text)).collect::<Vec<_>>().join(","));
        let (first, rest) = (correct.first().cloned().unwrap_or_default(), list(&distractors));
        let answers = [
            format!("Choice(correct: {}, distractors: {rest})", ron(&first)),
            format!("Choices(correct: {}, distractors: {rest})", list(&correct)),
            format!("Text(accept: {rest}, typos: 3)"),
            format!("Order(items: {rest})"),
            format!("Match(pairs: [({0}, {0})], extra: {rest})", ron(&first)),
            format!("Categorise(groups: {{{}: {rest}}})", ron(&first)),
            format!("Cloze(text: {})", ron(&format!("{{{first}}}{prompt}{{{}}}", distractors.join("~")))),
            format!("Recall(answer: {})", ron(&first)),
        ];
        let numbered = answers.iter().enumerate();
        let questions: Vec<String> =
            numbered.map(|(n, answer)| format!("(id: \"{n}\", prompt: {}, answer: {answer})", ron(&prompt))).collect();
        let text = format!("(format: 1, id: \"b\", title: \"B\", questions: [{}])", questions.join(","));
        let played = read(&text, &Quietly).bank.expect("a bank").questions.len();
        prop_assert!(played <= questions.len());
        let _ = check(&text, &Quietly);
    }
}

/// Ten questions, of which the seventh has a mistake.
fn ten_questions() -> Vec<String> {
    let question = |number: usize| {
        let prompt = if number == 7 { "promt" } else { "prompt" };
        format!(
            "        Question(\n            id: \"q{number}\",\n            {prompt}: \"Which is number {number}, in words?\",\n            \
             answer: Choice(correct: \"{number}\", distractors: [\"{number}0\", \"{number}1\"]),\n            \
             feedback: {{\"{number}0\": \"No.\"}},\n            explanation: \"Count.\",\n        ),\n"
        )
    };
    (1..=10).map(question).collect()
}

#[test]
fn a_sign_missing_anywhere_in_question_3_does_not_hide_the_mistake_in_question_7() {
    let questions = ten_questions();
    let (third, spaces) = (&questions[2], "        ".len());
    for at in spaces..third.len() - 1 {
        let damaged = format!("{}{}", &third[..at], &third[at + 1..]);
        let with = [&questions[..2], &[damaged], &questions[3..]].concat().concat();
        let text =
            format!("Bank(\n    format: 1,\n    id: \"b\",\n    title: \"B\",\n    questions: [\n{with}    ],\n)\n");
        let line = text.lines().position(|line| line.contains("promt")).expect("there") + 1;
        let problems = check(&text, &Quietly);
        let is_told = problems.iter().any(|problem| {
            LineIndex::new(&text).place(problem.span.start) == Place { line, column: 13 }
                && problem.problem.to_string() == "`promt` is not a field of Question: did you mean `prompt`?"
        });
        assert!(is_told, "without `{}` at {at}: {problems:#?}", &third[at..=at]);
        let kept = read(&text, &Quietly).bank.expect("a bank").questions;
        let others = kept.iter().filter(|question| !["q3", "q7"].contains(&&*question.id)).count();
        assert!(others >= 8, "without `{}` at {at}: {others}", &third[at..=at]);
    }
}
