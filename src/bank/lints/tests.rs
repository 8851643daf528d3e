//! What holds for all lints, and what their own tests are made of.

use crate::bank::lints::{FILES, LINTS};
use crate::bank::{Diagnostic, Quietly, check};
use crate::syntax::LineIndex;

/// The codes told of a bank in that language with these questions, explanations left aside.
pub(super) fn codes_in(language: &str, questions: &str) -> Vec<&'static str> {
    let problems = problems(language, questions);
    let codes = problems.iter().map(|problem| problem.problem.code());
    codes.filter(|code| *code != "missing-explanation").collect()
}

pub(super) fn problems(language: &str, questions: &str) -> Vec<Diagnostic> {
    let text =
        format!("Bank(format: 1, id: \"b\", title: \"B\", language: \"{language}\", questions: [\n{questions}\n])");
    check(&text, &Quietly)
}

pub(super) fn question(prompt: &str, answer: &str) -> String {
    format!("(id: \"{prompt}\", prompt: \"{prompt}\", answer: {answer}),")
}

/// That the first question is told of `code` alone, and the second, which is nearly the same, of nothing.
pub(super) fn check_pair(code: &str, flawed: (&str, &str), near_miss: (&str, &str)) {
    assert_eq!(codes_in("en", &question(flawed.0, flawed.1)), [code], "{flawed:?}");
    assert!(codes_in("en", &question(near_miss.0, near_miss.1)).is_empty(), "{near_miss:?}");
}

pub(super) fn choice(options: &[&str]) -> String {
    let quoted: Vec<String> = options[1..].iter().map(|option| format!("\"{option}\"")).collect();
    format!("Choice(correct: \"{}\", distractors: [{}])", options[0], quoted.join(", "))
}

pub(super) fn check_options(code: &str, flawed: &[&str], near_miss: &[&str]) {
    check_pair(code, ("Which is it?", &choice(flawed)), ("Which is it?", &choice(near_miss)));
}

pub(super) fn check_prompts(code: &str, flawed: &str, near_miss: &str, options: &[&str]) {
    check_pair(code, (flawed, &choice(options)), (near_miss, &choice(options)));
}

#[test]
fn a_file_is_named_by_the_code_of_its_lint() {
    let codes: Vec<String> = LINTS.iter().map(|lint| lint.page.code.replace('-', "_")).collect();
    assert_eq!(codes, FILES);
}

#[test]
fn options_without_a_word_or_a_key_are_looked_at_too() {
    assert_eq!(codes_in("en", &question("Which sign adds?", &choice(&["+", "-", "*"]))), [""; 0]);
    let no_key = "Choices(correct: [], distractors: [\"+\", \"-\"])";
    assert_eq!(codes_in("en", &question("Which is it?", no_key)), ["no-correct-option"]);
}

#[test]
fn markup_makes_no_option_longer_and_adds_no_words() {
    let long = "[Rhine](https://example.org/a/very/long/address/of/the/river/rhine)";
    assert_eq!(codes_in("en", &question("Which is it?", &choice(&[long, "Loire", "Seine"]))), [""; 0]);
    let address = "[Loire](https://example.org/longest-river)";
    assert_eq!(codes_in("en", &question("Which river is longest?", &choice(&[address, "Seine"]))), [""; 0]);
    assert_eq!(codes_in("en", &question("Which is **not** a river?", &choice(&["Alps", "Seine"]))), [""; 0]);
}

#[test]
fn rules_that_know_english_are_silent_in_other_languages() {
    let flawed = question("Which is not red?", &choice(&["Always", "None of the above", "It is often so"]));
    for language in ["de", "fr-CH", "sv", "enm"] {
        assert_eq!(codes_in(language, &flawed), Vec::<&str>::new(), "{language}");
    }
    for language in ["", "en", "en-GB", "EN_us"] {
        assert!(codes_in(language, &flawed).contains(&"negative-prompt"), "{language}");
    }
    let many = question("Welche?", &choice(&["a", "b", "c", "d", "e", "f"]));
    assert_eq!(codes_in("de", &many), ["many-options"]);
}

#[test]
fn a_warning_is_placed_at_the_value_it_is_about() {
    let text = "Bank(format: 1, id: \"b\", title: \"B\", questions: [\n  (id: \"q\", prompt: \"Ä?\", answer: Choice(correct: \"x\", \
                distractors: [\"y\", \"None of these\"]), explanation: \"E\"),\n])";
    let problems = check(text, &Quietly);
    let told: Vec<String> = problems.iter().map(|problem| problem.line(&LineIndex::new(text))).collect();
    assert_eq!(
        told,
        ["line 2, column 75: question \"q\": \"None of these\" does not show whether the right answer is known: \
          write an answer that somebody might give"]
    );
}

#[test]
fn a_question_of_any_size_is_done_with_in_a_moment() {
    let start = std::time::Instant::now();
    let words = "gravitation ".repeat(20_000);
    let long = question(&words, &choice(&[&words, "weight"]));
    let options: Vec<String> = (0..20_000).map(|number| format!("{number}–{} and no more", number + 9)).collect();
    let many = question("Which?", &choice(&options.iter().map(String::as_str).collect::<Vec<_>>()));
    let accepted: Vec<String> =
        (0..5_000).map(|number| format!("\"{}\"", "abcdefgh".replace('d', &letter(number)))).collect();
    let text = |id: &str| {
        format!("(id: \"{id}\", prompt: \"{id}\", answer: Text(accept: [{}], typos: 2)),", accepted.join(", "))
    };
    let codes = codes_in("en", &[long, many, text("one"), text("two")].concat());
    assert!(codes.contains(&"many-options"), "{codes:?}");
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

fn letter(number: u32) -> String {
    char::from_u32(0x4E00 + number).map(String::from).unwrap_or_default()
}
