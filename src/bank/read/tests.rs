//! What reading a bank makes of sound, damaged and hostile text, told in the words that a teacher sees.

use crate::bank::{Bank, Problem, Progress, Quietly, Reading, read};
use crate::syntax::LineIndex;
use std::cell::Cell;

const A: &str = r#"    Question(id: "a", prompt: "A?", answer: TrueFalse(true)),"#;
const C: &str = r#"    Question(id: "c", prompt: "C?", answer: TrueFalse(true)),"#;

fn with_questions(questions: &str) -> String {
    format!("Bank(\n  format: 1, id: \"b\", title: \"B\",\n  questions: [\n{questions}\n  ],\n)\n")
}

fn ids(reading: &Reading) -> Vec<&str> {
    let bank = reading.bank.as_ref().expect("a bank");
    bank.questions.iter().map(|question| &*question.id).collect()
}

fn told(text: &str, reading: &Reading) -> Vec<String> {
    let lines = LineIndex::new(text);
    reading.problems.iter().map(|problem| problem.line(&lines)).collect()
}

/// Reads a bank of three questions whose middle one stands on line 5; `expected` is what is told of that line.
fn check(middle: &str, expected: &str) {
    let text = with_questions(&[A, middle, C].join("\n"));
    let reading = read(&text, &Quietly);
    assert_eq!(ids(&reading), ["a", "c"], "{middle}");
    assert_eq!(told(&text, &reading), [format!("line 5, {expected}")], "{middle}");
}

/// As [`check`], for what costs no question.
fn check_kept(middle: &str, expected: &str) {
    let text = with_questions(&[A, middle, C].join("\n"));
    let reading = read(&text, &Quietly);
    assert_eq!(ids(&reading), ["a", "x", "c"], "{middle}");
    assert_eq!(told(&text, &reading), [expected], "{middle}");
}

#[test]
fn a_damaged_question_is_left_out_and_the_others_play() {
    check(
        r#"Question(id: "x", prompt: "X?, answer: TrueFalse(true)),"#,
        r#"column 27: question "x": expected a closing quotation mark"#,
    );
    check(
        r#"Question(id: "x", prompt: X?", answer: TrueFalse(true)),"#,
        r#"column 27: question "x": expected text in quotation marks: write `"X?"`"#,
    );
    check(
        r#"Question(id: "x", prompt: r"X?, answer: TrueFalse(true)),"#,
        r#"column 27: question "x": expected a closing quotation mark"#,
    );
    check(
        r#"Question(id: "x", prompt: "X?" answer: TrueFalse(true)),"#,
        r#"column 32: question "x": expected a comma"#,
    );
    check(
        r#"Question(id: "x", prompt: "X?", answer: TrueFalse(true),"#,
        r#"column 56: question "x": expected a closing bracket `)`"#,
    );
    check(
        r#"Question(id: "x", prompt: "X?", answer: TrueFalse true)),"#,
        r#"column 51: question "x": expected an opening bracket `(`"#,
    );
    check(
        r#"Questionid: "x", prompt: "X?", answer: TrueFalse(true)),"#,
        "column 1: expected `Question`, found `Questionid`",
    );
    check(
        r#"Question(id: "x", prompt: "X?", answer: Choice(correct: "a", distractors: ["b")),"#,
        r#"column 79: question "x": expected a closing bracket `]`"#,
    );
    check(
        r#"Question(id: "x", prompt: "X?", answer: Choice(correct: "a", distractors: "b"])),"#,
        r#"column 75: question "x": expected a list, which begins with `[`: a list stands between `[` and `]`"#,
    );
    check(
        r#"Question(id: "x", hints: "h", "i"], prompt: "X?", answer: TrueFalse(true)),"#,
        r#"column 26: question "x": expected a list, which begins with `[`: a list stands between `[` and `]`"#,
    );
    check(
        r#"Question(id: "x", prompt: "X?", /* answer: TrueFalse(true)),"#,
        r#"column 60: question "x": expected `*/`: a comment is not closed"#,
    );
    check("\"word\",", "column 1: expected an opening bracket `(` of `Question`");
}

#[test]
fn what_the_format_does_not_know_is_named_with_what_was_meant() {
    check(
        r#"Question(id: "x", promt: "X?", answer: TrueFalse(true)),"#,
        r#"column 19: question "x": `promt` is not a field of Question: did you mean `prompt`?"#,
    );
    check(
        r#"Question(id: "x", prompt: "X?", answer: Choice(correct: "a", distracters: ["b"])),"#,
        r#"column 62: question "x": `distracters` is not a field of Choice: did you mean `distractors`?"#,
    );
    check(
        r#"Question(id: "x", prompt: "X?", answer: Chioce(correct: "a", distractors: ["b"])),"#,
        r#"column 41: question "x": `Chioce` is not a kind of answer that this Torus knows: did you mean `Choice`?"#,
    );
    check(
        r#"Question(id: "x", prompt: "X?", answer: Hotspots(image: "a.png")),"#,
        r#"column 41: question "x": `Hotspots` is not a kind of answer that this Torus knows: did you mean `Hotspot`?"#,
    );
    check(
        r#"Question(id: "x", prompt: "X?", answer: Essay(lines: 3)),"#,
        r#"column 41: question "x": `Essay` is not a kind of answer that this Torus knows: there are `Choice`, `Choices`, `TrueFalse`, `Number`, `Text`, `Order`, `Match`, `Cloze`, `Categorise`, `Hotspot`, `Calculated` and `Recall`"#,
    );
}

#[test]
fn missing_and_repeated_fields_are_named() {
    check(
        r#"Question(id: "x", prompt: "X?"),"#,
        r#"column 1: question "x": `answer` is missing: every Question needs one"#,
    );
    check(r#"Question(prompt: "X?", answer: TrueFalse(true)),"#, "column 1: `id` is missing: every Question needs one");
    check(
        r#"Question(id: "x", prompt: "X?", answer: Choice(correct: "a")),"#,
        r#"column 41: question "x": `distractors` is missing: every Choice needs one"#,
    );
    check(
        r#"Question(id: "x", prompt: "X?", prompt: "Y?", answer: TrueFalse(true)),"#,
        r#"column 33: question "x": `prompt` is written twice: keep one of them"#,
    );
    check(
        r#"Question(id: "x", prompt: "X?", answer: TrueFalse(true), feedback: {"a": "b", "a": "c"}),"#,
        r#"column 82: question "x": the key "a" is written twice"#,
    );
}

#[test]
fn values_of_the_wrong_sort_are_told_in_plain_words() {
    check(
        r#"Question(id: "x", prompt: 7, answer: TrueFalse(true)),"#,
        r#"column 27: question "x": expected text in quotation marks: write `"7"`"#,
    );
    check(
        r#"Question(id: "x", prompt: "X?", answer: TrueFalse(yes)),"#,
        r#"column 51: question "x": expected `true` or `false`"#,
    );
    check(
        r#"Question(id: "x", prompt: "X?", points: "two", answer: TrueFalse(true)),"#,
        r#"column 41: question "x": expected a number, with a point for decimals: write it in digits, without quotation marks"#,
    );
    check(
        r#"Question(id: "x", prompt: "X?", answer: Text(accept: ["a"], typos: -1)),"#,
        r#"column 68: question "x": the number is too large or below 0"#,
    );
    check(
        r#"Question(id: "x", prompt: "X\q", answer: TrueFalse(true)),"#,
        "column 31: question \"x\": a backslash is followed by a letter that has no meaning there: \
         write two backslashes, or a raw string r\"…\"",
    );
}

#[test]
fn slips_between_questions_cost_none() {
    check_kept(
        r#"Question(id: "x", prompt: "X?", answer: TrueFalse(true))"#,
        "line 6, column 5: expected a comma between this one and the one before",
    );
    check_kept(
        r#"Question(id: "x", prompt: "X?", answer: TrueFalse(true))),"#,
        "line 5, column 57: there is a closing bracket too many",
    );
    check_kept(
        r#"Question(id: "x", prompt: "X?", answer: TrueFalse(true)),,"#,
        "line 5, column 58: there is a comma too many",
    );
}

#[test]
fn several_damaged_questions_are_each_told_once() {
    let damaged = [
        r#"(id: "x", prompt: "X?, answer: TrueFalse(true)),"#,
        r#"(id: "y", prompt: "Y?", answer: TrueFalse(true),"#,
        r#"(id: "z", prompt: "Z?", answer: TrueFalse true)),"#,
    ];
    let text = with_questions(&[damaged[0], A, damaged[1], damaged[2], C].join("\n"));
    let reading = read(&text, &Quietly);
    assert_eq!(ids(&reading), ["a", "c"]);
    assert_eq!(
        told(&text, &reading),
        [
            r#"line 4, column 19: question "x": expected a closing quotation mark"#,
            r#"line 6, column 48: question "y": expected a closing bracket `)`"#,
            r#"line 7, column 43: question "z": expected an opening bracket `(`"#,
        ]
    );
}

#[test]
fn the_first_of_two_unclosed_strings_is_the_one_that_is_told() {
    check(
        "Question(id: \"x\", prompt: \"X?,\n  explanation: \"E,\n answer: TrueFalse(true)),",
        r#"column 27: question "x": expected a closing quotation mark"#,
    );
}

#[test]
fn the_last_question_may_be_the_damaged_one() {
    let unclosed = r#"Question(id: "x", prompt: "X?, answer: TrueFalse(true)),"#;
    let text = format!("(format: 1, id: \"b\", questions: [\n{A}\n{unclosed}\n], title: \"B\", quizzes: [])");
    let reading = read(&text, &Quietly);
    assert_eq!(ids(&reading), ["a"]);
    assert_eq!(told(&text, &reading), [r#"line 3, column 27: question "x": expected a closing quotation mark"#]);
}

#[test]
fn a_compact_bank_without_line_breaks_recovers_too() {
    let text = r#"(format:1,id:"b",title:"B",questions:[(id:"x",prompt:"X?,answer:TrueFalse(true)),(id:"c",prompt:"C?",answer:TrueFalse(true))])"#;
    let reading = read(text, &Quietly);
    assert_eq!(ids(&reading), ["c"]);
    assert_eq!(reading.problems[0].question.as_deref(), Some("x"));
}

#[test]
fn text_that_looks_like_a_question_stays_text() {
    let about_ron = r#"Question(id: "x", prompt: "What is wrong here?\n
Question(id: 7)", explanation: "First (id: 1),
(prompt: 2),
Question(", answer: TrueFalse(true)),"#;
    check_kept_with_broken_neighbour(about_ron);
    check_kept_with_broken_neighbour(
        r#"/* Question(id: "o", */ Question(id: "x", prompt: "X?", answer: TrueFalse(true)),"#,
    );
    check_kept_with_broken_neighbour(
        "// Question(id: \"o\",\nQuestion(id: \"x\", prompt: \"X\", answer: TrueFalse(true)),",
    );
}

fn check_kept_with_broken_neighbour(question: &str) {
    let broken = r#"Question(id: "y", prompt: "Y?, answer: TrueFalse(true)),"#;
    let reading = read(&with_questions(&[A, question, broken, C].join("\n")), &Quietly);
    assert_eq!(ids(&reading), ["a", "x", "c"], "{question}");
    assert_eq!(reading.problems.len(), 1, "{question}");
}

#[test]
fn a_list_without_its_bracket_keeps_its_questions() {
    for rest in ["\n)", "", "\nquizzes: [Quiz(id: \"q\", title: \"Q\")])", "\n sources: {})"] {
        let text = format!("Bank(format: 1, id: \"b\", title: \"B\", questions: [\n{A}\n{C}{rest}");
        let reading = read(&text, &Quietly);
        assert_eq!(ids(&reading), ["a", "c"], "{rest}");
        assert_eq!(reading.problems.len(), 1, "{rest}");
        assert!(
            told(&text, &reading)[0].ends_with("expected a closing bracket `]` after the last one of the list"),
            "{rest}"
        );
    }
}

#[test]
fn a_bank_whose_questions_are_all_bad_is_still_a_bank() {
    let reading = read(&with_questions("(id: 1), (id: 2)"), &Quietly);
    assert_eq!(ids(&reading), [""; 0]);
    assert_eq!(reading.problems.len(), 2);
}

#[test]
fn names_byte_order_marks_and_field_order_are_free() {
    let text = "\u{feff}#![enable(unwrap_newtypes)]\n(questions: [(answer: TrueFalse(true), prompt: \"A?\", id: \"a\", \
                difficulty: 0.5, cite: \"s\")], sources: {\"s\": (title: \"S\", year: 2022)}, title: \"B\", id: \"b\", format: 1)";
    let reading = read(text, &Quietly);
    assert_eq!((ids(&reading), told(text, &reading)), (vec!["a"], vec![]));
    assert_eq!(reading.bank.expect("a bank").questions[0].difficulty, Some(0.5));
}

#[test]
fn a_bank_with_everything_written_out_is_read() {
    let text = r#"
// machines.ron: a comment
Bank(
    format: 1,
    id: "fusion-machines", /* kept for ever */
    title: "Machines: JET and ITER",
    about: "Walls, records, dates and sites",
    language: "en",
    authors: ["Ada", "Ben"],
    licence: "CC-BY-4.0",
    sources: {"newsline-3782": Source(title: "N", publisher: "ITER Organization", year: 2022, url: "https://example.org")},
    questions: [
        Question(
            id: "jet-wall-year",
            topic: "JET/dates",
            prompt: "Which year?",
            answer: Choice(correct: "2011", distractors: ["1997", "2001"]),
            feedback: {"1997": "That was the year of the record."},
            explanation: r"It was $\tau$.",
            hints: ["Later."],
            cite: Cite("newsline-3782", "J14"),
            facts: ["f"], enemies: ["typed"], hint_cost: 0.25, alt: "", points: 2, difficulty: 0.5,
        ),
        Question(id: "both", prompt: "Which?", answer: Choices(correct: ["a", "b"], distractors: ["c"]), cite: [Cite("newsline-3782")]),
        Question(id: "yes", prompt: "Is it?", answer: TrueFalse(true), cite: "newsline-3782"),
        Question(id: "number", prompt: "How much?", answer: Number(value: 59, tolerance: 0.5, unit: "MJ", unit_required: true)),
        Question(id: "typed", prompt: "Where?", answer: Text(accept: ["Reykjavik"], typos: 1, match_case: true, match_accents: false)),
    ],
    quizzes: [
        Quiz(
            id: "ten-minutes", title: "Ten-minute check", mode: Test, time_limit_secs: 600, pass_percent: 60, certainty: true,
            draw: [Draw(topic: "JET", count: 1), Draw(count: 4)],
        ),
    ],
)
"#;
    let reading = read(text, &Quietly);
    assert_eq!(
        (ids(&reading), told(text, &reading)),
        (vec!["jet-wall-year", "both", "yes", "number", "typed"], vec![])
    );
}

#[test]
fn a_faulty_quiz_costs_itself_alone() {
    let text = format!(
        "Bank(format: 1, id: \"b\", title: \"B\", questions: [\n{A}\n],\nquizzes: [\n\
         (id: \"q\", title: \"Q\", mode: Exam),\n(id: \"r\", title: \"R\", mode: Test),\n(id: \"r\", title: \"S\"),\n\
         (id: \"s\", title: \"S\", pass_percent: 101),\n(id: \"t\", title: \"T\", draw: [(topic: \"no\", count: 2)])])"
    );
    let reading = read(&text, &Quietly);
    assert_eq!(
        told(&text, &reading),
        [
            "line 5, column 29: `Exam` is not known here: write `Practice` or `Test`",
            "line 7, column 6: the id \"r\" is used twice: give each its own",
            "line 8, column 37: `pass_percent` is 101: it must be 0 to 100",
            "line 9, column 30: the quiz \"t\" draws 2 questions from \"no\" and there are 0: it will draw all of them",
        ]
    );
    let titles: Vec<_> = reading.bank.iter().flat_map(|bank| bank.quizzes.iter().map(|quiz| &*quiz.title)).collect();
    assert_eq!(titles, ["R", "T"]);
}

#[test]
fn a_stopped_reading_says_so() {
    struct StopAt(f32, Cell<f32>);
    impl Progress for StopAt {
        fn advance(&self, share: f32) -> bool {
            assert!(share >= self.1.get() && share <= 1.0, "{share}");
            self.1.set(share);
            share < self.0
        }
    }
    let sound = with_questions(&[A, C].join("\n"));
    let damaged = with_questions(&[A, "(id: 1),", "(id: 2),", C].join("\n"));
    for text in [&sound, &damaged] {
        let stop = |share| StopAt(share, Cell::new(0.0));
        assert_eq!(read(text, &stop(0.4)).bank.expect_err("stopped").problem, Problem::Cancelled);
        assert!(read(text, &stop(2.0)).bank.is_ok());
    }
}

#[test]
fn the_plain_way_of_serde_reads_the_same_bank() {
    let text = with_questions(&[A, C].join("\n"));
    assert_eq!(Ok(ron::from_str::<Bank>(&text).expect("reads")), read(&text, &Quietly).bank);
    assert!(ron::from_str::<Bank>(&text.replace("format: 1", "format: 2")).is_err());
}

#[test]
fn a_damaged_head_does_not_hide_what_is_wrong_with_the_questions() {
    let text = "Bank(\n  format: 1, id: \"b\" title: \"B\", sources: {\"n\": (title: \"N\")},\n  questions: [\n\
                (id: \"a\", prompt: \"\", answer: TrueFalse(true), cite: Cite(\"m\", \"1\")),\n\
                (id: \"b\", promt: \"B?\", answer: TrueFalse(true)),\n  ],\n)";
    let reading = read(text, &Quietly);
    assert_eq!(
        told(text, &reading),
        [
            "line 4, column 19: question \"a\": the prompt is blank: write one",
            "line 5, column 11: question \"b\": `promt` is not a field of Question: did you mean `prompt`?",
        ]
    );
    assert_eq!(reading.bank.expect_err("no bank").line(&LineIndex::new(text)), "line 2, column 22: expected a comma");
}

#[test]
fn a_check_can_be_stopped_while_the_rules_run() {
    /// Stops at the second call at the end of the text: the first is reading's own last one.
    struct UntilRules(Cell<u32>);
    impl Progress for UntilRules {
        fn advance(&self, share: f32) -> bool {
            self.0.set(self.0.get() + u32::from(share >= 1.0));
            self.0.get() < 2
        }
    }
    let problems = crate::bank::check(&with_questions(A), &UntilRules(Cell::new(0)));
    let faults: Vec<Problem> = problems.into_iter().map(|problem| problem.problem).collect();
    assert_eq!(faults, [Problem::Cancelled]);
}
