//! That each rule speaks and where it keeps silent, with the places that it tells.

use crate::bank::{Diagnostic, Quietly, check};
use crate::syntax::LineIndex;

/// The codes told of a bank in that language with these questions, explanations left aside.
fn codes_in(language: &str, questions: &str) -> Vec<&'static str> {
    let problems = problems(language, questions);
    let codes = problems.iter().map(|problem| problem.problem.code());
    codes.filter(|code| *code != "missing-explanation").collect()
}

fn problems(language: &str, questions: &str) -> Vec<Diagnostic> {
    let text =
        format!("Bank(format: 1, id: \"b\", title: \"B\", language: \"{language}\", questions: [\n{questions}\n])");
    check(&text, &Quietly)
}

fn question(prompt: &str, answer: &str) -> String {
    format!("(id: \"{prompt}\", prompt: \"{prompt}\", answer: {answer}),")
}

/// That the first question is told of `code` alone, and the second, which is nearly the same, of nothing.
fn check_pair(code: &str, flawed: (&str, &str), near_miss: (&str, &str)) {
    assert_eq!(codes_in("en", &question(flawed.0, flawed.1)), [code], "{flawed:?}");
    assert!(codes_in("en", &question(near_miss.0, near_miss.1)).is_empty(), "{near_miss:?}");
}

fn choice(options: &[&str]) -> String {
    let quoted: Vec<String> = options[1..].iter().map(|option| format!("\"{option}\"")).collect();
    format!("Choice(correct: \"{}\", distractors: [{}])", options[0], quoted.join(", "))
}

fn check_options(code: &str, flawed: &[&str], near_miss: &[&str]) {
    check_pair(code, ("Which is it?", &choice(flawed)), ("Which is it?", &choice(near_miss)));
}

fn check_prompts(code: &str, flawed: &str, near_miss: &str, options: &[&str]) {
    check_pair(code, (flawed, &choice(options)), (near_miss, &choice(options)));
}

#[test]
fn options_that_speak_of_others_are_told() {
    check_options("all-of-the-above", &["Red", "Blue", "All of the above."], &["Red", "Blue", "Allspice"]);
    check_options("none-of-the-above", &["Red", "Blue", "none of these"], &["Red", "Blue", "Nonesuch"]);
}

#[test]
fn options_without_a_word_or_a_key_are_looked_at_too() {
    assert_eq!(codes_in("en", &question("Which sign adds?", &choice(&["+", "-", "*"]))), [""; 0]);
    let no_key = "Choices(correct: [], distractors: [\"+\", \"-\"])";
    assert_eq!(codes_in("en", &question("Which is it?", no_key)), ["no-correct-option"]);
}

#[test]
fn maths_that_learners_would_not_see_is_told() {
    check_prompts("unclosed-maths", "What is $x^2 for x = 3?", "What is $x^2$ for 3 at $5 each?", &["9", "6"]);
    check_options("unclosed-maths", &["$a^2", "b"], &["$a^2$", "b"]);
    check_options("undrawable-maths", &[r"$\\nonsense$", "b"], &[r"$\\alpha$", "b"]);
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
fn ranges_with_a_common_number_are_told() {
    check_options("overlapping-ranges", &["1–5", "5–9"], &["1–5", "6–9"]);
    check_pair(
        "overlapping-ranges",
        ("How heavy is it?", &choice(&["10 to 20 kg", "15 to 30 kg"])),
        ("What is the usual range?", &choice(&["10 to 20 kg", "15 to 30 kg"])),
    );
}

#[test]
fn opposites_are_told() {
    check_options("opposite-options", &["Yes", "No", "Maybe"], &["Yes", "No change", "Maybe so"]);
    check_options("opposite-options", &["It can swim", "It can't swim"], &["It can swim", "It can't climb"]);
}

#[test]
fn gaps_that_are_not_last_are_told() {
    check_prompts("gap-before-end", "The ___ is warm.", "What is warm is the ___.", &["Sun", "Moon"]);
    assert!(codes_in("en", &question("The ___ is warm.", "Text(accept: [\"Sun\"])")).is_empty());
}

#[test]
fn the_sixth_option_is_one_too_many() {
    check_options("many-options", &["a", "b", "c", "d", "e", "f"], &["a", "b", "c", "d", "e"]);
}

#[test]
fn options_of_two_kinds_are_told() {
    let titles = ["1984", "Brave New World", "Ulysses"];
    check_pair("mixed-options", ("Which is it?", &choice(&titles)), ("Which novel is it?", &choice(&titles)));
    check_options("mixed-options", &["5 km", "9 km", "near"], &["5 km", "9 km", "about twelve"]);
    check_options(
        "mixed-options",
        &["Rust", "It is a layer that water can pass."],
        &["It rusts", "It is a layer that water can pass."],
    );
}

#[test]
fn a_key_is_long_from_25_characters_and_five_quarters_of_the_others() {
    check_options(
        "longest-key",
        &["abcde abcde abcde abcde abcde", "abcde abcde abcde abcde"],
        &["Reykjavik in Iceland", "Oslo"],
    );
    check_options("longest-key", &[&"a".repeat(26), &"b".repeat(20)], &[&"a".repeat(25), &"b".repeat(20)]);
}

#[test]
fn absolutes_and_vague_words_are_told() {
    check_options("absolute-option", &["It flies", "It never flies"], &["It only flies", "It never flies"]);
    check_options("absolute-option", &["In some", "Under all circumstances"], &["If only just", "For all that"]);
    check_options("vague-option", &["It flies", "It usually walks"], &["It flies", "It walks as usual"]);
    check_pair(
        "vague-option",
        ("How many are there?", &choice(&["Five", "Several"])),
        ("Which word is it?", &choice(&["Five", "Several"])),
    );
}

#[test]
fn a_plain_not_is_told() {
    check_prompts("negative-prompt", "Which is not red?", "Which is **not** red?", &["Grass", "Blood"]);
    check_prompts("negative-prompt", "Who doesn't see it?", "Who sees what doesn't move?", &["Frogs", "Cats"]);
    assert!(codes_in("en", &question("It is not red.", "TrueFalse(true)")).is_empty());
}

#[test]
fn grammar_that_gives_the_key_away_is_told() {
    check_prompts("article-clue", "It is an", "It is a/an", &["apple", "pear"]);
    check_prompts("article-clue", "A ___", "Vitamin A", &["pear", "apple"]);
    check_prompts("number-clue", "The animals that fly are", "The animals that fly:", &["bats", "dog"]);
}

#[test]
fn a_word_of_the_prompt_in_the_key_alone_is_told() {
    let prompt = "What moves magnets?";
    check_pair(
        "shared-word",
        (prompt, &choice(&["A magnetic field", "A wind"])),
        (prompt, &choice(&["A magnetic field", "A magnetic wind"])),
    );
    assert!(
        codes_in("en", &question("What moves magnets?", &choice(&["A magnetic field", "A wind that moves"])))
            .is_empty()
    );
}

#[test]
fn a_key_made_of_the_others_parts_is_told() {
    check_options(
        "converging-options",
        &["red and big", "red and small", "blue and big"],
        &["red and big", "red and small", "blue and big", "blue and small"],
    );
}

#[test]
fn a_prompt_that_stands_twice_is_told_at_the_later_place_once() {
    let twice =
        [question("Who?", "Text(accept: [\"I\"])"), "(id: \"x\", prompt: \"*Who*\", answer: TrueFalse(true))".into()];
    assert_eq!(codes_in("en", &twice.concat()), ["duplicate-prompt"]);
    assert_eq!(problems("en", &twice.concat())[2].question.as_deref(), Some("x"));
}

/// What is told of two questions with one prompt and these answers.
fn twins(answers: [&str; 2]) -> Vec<&'static str> {
    let [one, other] = answers;
    let one = format!("(id: \"one\", prompt: \"Complete or arrange it.\", answer: {one}),");
    codes_in("en", &format!("{one}(id: \"other\", prompt: \"Complete or arrange it.\", answer: {other}),"))
}

fn check_twins(one: &str, same: &str, near_miss: &str) {
    assert_eq!(twins([one, same]), ["duplicate-prompt"], "{one} {same}");
    assert_eq!(twins([one, near_miss]), [""; 0], "{one} {near_miss}");
}

#[test]
fn the_text_of_a_cloze_counts_as_part_of_its_prompt_and_what_is_typed_into_its_gaps_does_not() {
    check_twins(
        r#"Cloze(text: "It was {1957}.")"#,
        r#"Cloze(text: "*It* was {1958}.")"#,
        r#"Cloze(text: "It was in {1957}.")"#,
    );
    check_twins(r#"Cloze(text: "{It} was.")"#, r#"Cloze(text: "{He} was!")"#, r#"Cloze(text: "It {was}.")"#);
}

#[test]
fn things_to_order_to_pair_or_to_sort_count_as_part_of_the_prompt_in_any_order() {
    check_twins(
        r#"Order(items: ["Rome", "Bonn", "Kyiv"])"#,
        r#"Order(items: ["Kyiv", "rome", "Bonn"])"#,
        r#"Order(items: ["Rome", "Bonn", "Oslo"])"#,
    );
    check_twins(
        r#"Match(pairs: [("Rome", "Tiber"), ("Bonn", "Rhine")])"#,
        r#"Match(pairs: [("Bonn", "Germany"), ("Rome", "Italy")])"#,
        r#"Match(pairs: [("Rome", "Tiber"), ("Kyiv", "Dnieper")])"#,
    );
    check_twins(
        r#"Categorise(groups: {"south": ["Rome", "Bari"], "north": ["Bonn", "Oslo"]})"#,
        r#"Categorise(groups: {"west": ["Oslo", "Bonn"], "east": ["Bari", "Rome"]})"#,
        r#"Categorise(groups: {"south": ["Rome", "Bari"], "north": ["Bonn", "Kyiv"]})"#,
    );
}

#[test]
fn an_answer_that_passes_for_anothers_is_told() {
    let text = |id: &str, accept: &str, typos: u32| {
        format!("(id: \"{id}\", prompt: \"{id}?\", answer: Text(accept: [\"{accept}\"], typos: {typos})),")
    };
    let pair = |typos, other: &str| codes_in("en", &[text("a", "Austria", typos), text("b", other, 0)].concat());
    assert_eq!(pair(1, "Australia"), Vec::<&str>::new());
    assert_eq!(pair(2, "Australia"), ["answer-within-reach"]);
    assert_eq!(pair(2, "austria"), Vec::<&str>::new(), "both ask for the same");
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
fn balance_is_looked_at_from_ten_questions_on() {
    let statements = |trues: usize, falses: usize| {
        let one = |(n, said): (usize, bool)| format!("(id: \"{n}\", prompt: \"{n}\", answer: TrueFalse({said})),");
        let said = std::iter::repeat_n(true, trues).chain(std::iter::repeat_n(false, falses));
        codes_in("en", &said.enumerate().map(one).collect::<String>())
    };
    assert_eq!(statements(10, 0), ["true-share"]);
    assert_eq!(statements(9, 0), Vec::<&str>::new());
    assert_eq!(statements(6, 4), Vec::<&str>::new());
    let years = |count: i32, others: [i32; 2]| {
        let one = |n: i32| {
            let [first, second] = others.map(|other| 1900 + n + other);
            format!(
                "(id: \"{n}\", prompt: \"{n}\", answer: Choice(correct: \"{}\", distractors: [\"{first}\", \"{second}\"])),",
                1900 + n
            )
        };
        codes_in("en", &(0..count).map(one).collect::<String>())
    };
    assert_eq!(years(10, [-10, 10]), ["key-position"]);
    assert_eq!(years(10, [5, 10]), ["key-position"]);
    assert_eq!(years(9, [-10, 10]), Vec::<&str>::new());
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
