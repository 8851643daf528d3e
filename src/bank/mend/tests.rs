//! What is mended and what is left to whoever wrote it, and the laws of mending.

use crate::bank::{AnyPicture, Diagnostic, Quietly, Severity, check, explanations, mend, read, remedy_for};
use crate::syntax::edit::Edits;
use proptest::prelude::*;

fn bank(question: &str) -> String {
    format!(
        "Bank(\n    format: 1,\n    id: \"b\",\n    title: \"B\",\n    questions: [\n        {question}\n    ],\n)\n"
    )
}

#[track_caller]
fn mends(question: &str, expected: &str) {
    let mended = mend(&bank(question), &AnyPicture).map(|mended| mended.text);
    assert_eq!(mended, Some(bank(expected)), "{question}");
    assert_eq!(mend(&bank(expected), &AnyPicture), None, "{expected}");
}

#[track_caller]
fn leaves(question: &str) {
    assert_eq!(mend(&bank(question), &AnyPicture), None, "{question}");
}

const SOUND: &str = r#"(id: "q", prompt: "P?", answer: Choice(correct: "a", distractors: ["b", "c"]))"#;

#[test]
fn what_needs_a_decision_is_left() {
    leaves(SOUND);
    leaves(r#"(id: "q", prompt: "P?", answer: Choice(correct: "a", distractors: ["a", "c"]))"#);
    leaves(r#"(id: "q", prompt: "P?", answer: Number(value: 2,850))"#);
    leaves(r#"(id: "q", prompt: "P?", answer: Number(value: 5 km))"#);
    leaves(r#"(id: "q", prompt: P, answer: Choice(correct: "a", distractors: ["b", "c"]))"#);
    leaves(r#"(id: "q", prompt: "P?", prompt: "Q?", answer: Choice(correct: "a", distractors: ["b", "c"]))"#);
    leaves(r#"(id: "q", prompt: "P?", colour: "red", answer: Choice(correct: "a", distractors: ["b", "c"]))"#);
    leaves(r#"(id: "q", prompt: "P?", points: 2, points: /* sure? */ 2, answer: TrueFalse(true))"#);
    leaves("");
    assert_eq!(mend("", &AnyPicture), None);
    assert_eq!(mend("no bank at all", &AnyPicture), None);
}

#[test]
fn slips_of_the_fingers_are_mended() {
    mends(
        r#"(id: "q", prompt: "P?", answer: Choice(corect: "a", distracters: ["b", "c"]))"#,
        r#"(id: "q", prompt: "P?", answer: Choice(correct: "a", distractors: ["b", "c"]))"#,
    );
    mends(
        r#"(id: "q", prompt: "P?", answer: choice(correct: "a", distractors: ["b", "c"]))"#,
        r#"(id: "q", prompt: "P?", answer: Choice(correct: "a", distractors: ["b", "c"]))"#,
    );
    mends(
        r#"(id: "q" /* first */, prompt: "P?" // no comma
            answer: Choice(correct: "a", distractors: ["b" "c"]))"#,
        r#"(id: "q" /* first */, prompt: "P?", // no comma
            answer: Choice(correct: "a", distractors: ["b", "c"]))"#,
    );
    mends(
        r#"(id: "q"; prompt = "P?", answer: Choice(correct: "a",, distractors: ["b", "c"]))"#,
        r#"(id: "q", prompt: "P?", answer: Choice(correct: "a", distractors: ["b", "c"]))"#,
    );
    mends(
        r#"(id: "q", points: 2, prompt: "P?", points: 2, answer: TrueFalse(True))"#,
        r#"(id: "q", points: 2, prompt: "P?",  answer: TrueFalse(true))"#,
    );
    mends(
        r#"("id": "q", prompt: Some("P?"), answer: Number(value: −1,5, tolerance: "0.1"))"#,
        r#"(id: "q", prompt: "P?", answer: Number(value: -1.5, tolerance: 0.1))"#,
    );
}

#[test]
fn marks_that_delimit_are_straightened_and_those_inside_stay() {
    mends(
        r#"(id: “q”, prompt: “Who said “here” and "there", at http://x.org?”, answer: TrueFalse(true))"#,
        r#"(id: "q", prompt: "Who said “here” and \"there\", at http://x.org?", answer: TrueFalse(true))"#,
    );
    mends(
        r#"(id: 'q', prompt: ‘Is it Ada’s?’, answer: TrueFalse(true)) # sure"#,
        r#"(id: "q", prompt: "Is it Ada’s?", answer: TrueFalse(true)) // sure"#,
    );
}

#[test]
fn commands_of_tex_that_became_signs_get_their_backslash_back() {
    mends(
        r#"(id: "q", prompt: "Is $2 \times 3$ six?\nSay so.", answer: TrueFalse(true))"#,
        r#"(id: "q", prompt: "Is $2 \\times 3$ six?\nSay so.", answer: TrueFalse(true))"#,
    );
}

#[test]
fn one_that_cannot_be_mended_keeps_no_other_from_it() {
    let both = |second: &str| bank(&[r#"(id: "q", prompt: P, answer: TrueFalse(true)),"#, second].concat());
    let damaged = both(r#"(id: "r", prompt: "P?", answer: TrueFalse(True))"#);
    let mended = mend(&damaged, &AnyPicture).expect("something");
    assert_eq!(mended.text, both(r#"(id: "r", prompt: "P?", answer: TrueFalse(true))"#));
    assert_eq!(mended.errors_fewer, 1);
}

#[test]
fn mending_any_example_of_the_checks_leaves_no_more_errors_and_is_done_once() {
    for page in explanations() {
        let texts = [page.before.to_owned(), bank(page.before)];
        for text in texts {
            let mended = mend(&text, &AnyPicture).map_or_else(|| text.clone(), |mended| mended.text);
            assert!(errors(&mended) <= errors(&text), "{}: {mended}", page.code);
            assert_eq!(mend(&mended, &AnyPicture), None, "{}", page.code);
        }
    }
}

fn errors(text: &str) -> usize {
    check(text, &Quietly).iter().filter(|problem| problem.severity() == Severity::Error).count()
}

/// The comments of a text, as far as they can be told from it.
fn notes(text: &str) -> Vec<&str> {
    text.lines().filter_map(|line| line.split_once("// note").map(|(_, note)| note)).collect()
}

const LARGER: &str = r#"// note of the bank
Bank(
    format: 1,
    id: "larger",
    title: "Larger", // note of the title
    sources: {"a": Source(title: "A book")},
    questions: [
        // note of the first
        Question(id: "one", prompt: "One?", answer: Choice(correct: "a", distractors: ["b", "c"]), cite: Cite("a", "1")),
        Question(
            id: "two", // note of the id
            prompt: r"Two $\times$ two?",
            answer: Number(value: 4.0, tolerance: 0.5, unit: "m"), /* note */
            points: 2,
        ),
        Question(id: "three", prompt: "Three?", answer: TrueFalse(false), hints: ["h"]), // note of the last
    ],
)
"#;

/// A slip at a place of the text.
fn damaged() -> impl Strategy<Value = String> {
    let slips = [
        ",", "", "“", "”", "'", ";", "=", "：", "，", "\"", "(", ")", "]", "[", "x", "\u{a0}", "\u{200b}", "#",
        "Some(", "True", ",,", "−",
    ];
    prop::collection::vec((0..LARGER.len(), prop::sample::select(slips.to_vec()), 0..3_usize), 1..4).prop_map(|slips| {
        let mut text = LARGER.to_owned();
        for (at, slip, length) in slips {
            let start = text.floor_char_boundary(at);
            let end = text.ceil_char_boundary((start + length).min(text.len()));
            text.replace_range(start..end, slip);
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]
    #[test]
    fn mending_leaves_fewer_errors_and_every_comment_and_is_done_once(text in damaged()) {
        if let Some(mended) = mend(&text, &AnyPicture) {
            prop_assert_eq!(errors(&text) - errors(&mended.text), mended.errors_fewer);
            prop_assert!(mended.errors_fewer > 0);
            prop_assert_eq!(notes(&mended.text), notes(&text));
            prop_assert_eq!(mend(&mended.text, &AnyPicture), None);
        }
    }
}

#[test]
fn a_single_problem_is_mended_by_its_own_changes() {
    let text = "Bank(format: 1, id: \"b\", title: \"B\", questions: [(id: \"a\", prompt: \"It is.\", answr: TrueFalse(true)), \
                (id: \"b\", prompt: “It is.”, answer: TrueFalse(true)), (id: \"c\", prompt: 5, answer: TrueFalse(true))])";
    let problems = read(text, &Quietly).problems;
    let mended = |problem: &Diagnostic| {
        let edits = Edits::new(remedy_for(text, problem)?).ok()?;
        edits.apply(text).ok()
    };
    let found: Vec<Option<String>> = problems.iter().map(mended).collect();
    let expected = [Some(text.replace("answr", "answer")), Some(text.replace("“It is.”", "\"It is.\"")), None];
    assert_eq!(found, expected, "{problems:?}");
}
