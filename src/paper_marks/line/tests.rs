//! What a line of the grid means, and how it is refused.

use super::*;
use crate::paper_marks::fixture::{choice, item, printed, versions};

fn mixed() -> PrintedPaper {
    printed(vec![
        choice("one"),
        item(r#"(id: "set", prompt: "Q?", answer: Choices(correct: ["x", "y"], distractors: ["z"]))"#, &[2, 1, 0]),
        item(r#"(id: "true", prompt: "Q?", answer: TrueFalse(true))"#, &[]),
        item(r#"(id: "typed", prompt: "Q?", answer: Text(accept: ["New York"]))"#, &[]),
    ])
}

/// What was read, a part a question; or why nothing was.
fn shown(paper: &PrintedPaper, version: usize, text: &str) -> String {
    let show = |(answered, item): (&Answered, &PaperItem)| match answered {
        Answered::Blank => "-".to_owned(),
        Answered::Unreadable => "?".to_owned(),
        Answered::Double { written } => format!("double {written}"),
        Answered::Given(response) => response.written(&item.question),
    };
    match read_line(paper, version, text) {
        Ok(line) => {
            let items = &paper.papers[line.version].items;
            let answers: Vec<String> = line.answers.iter().zip(items).map(show).collect();
            format!("{}/{}: {}", line.name, line.version, answers.join(" | "))
        }
        Err(fault) => fault.to_string(),
    }
}

#[test]
fn a_line_that_cannot_be_meant_is_refused_and_says_what_to_type() {
    let check = |text: &str, expected: &str| assert_eq!(shown(&mixed(), 0, text), expected, "{text}");
    check("Ada c a b d", "a colon belongs between the name and the answers, as in \"Ada: c a b\"");
    check(" : c a t x", "a name belongs before the colon");
    check("Ada: c a t", "3 answers for 4 questions: type - for what is blank, or ... where the rest is blank");
    check("Ada: c a t x y", "5 answers for 4 questions: type - for what is blank, or ... where the rest is blank");
    check("Ada:", "0 answers for 4 questions: type - for what is blank, or ... where the rest is blank");
    check("Ada: a b c d e ...", "5 answers for 4 questions: type - for what is blank, or ... where the rest is blank");
    check("Ada: c a t \"New York", "a quotation mark is not closed");
    check("Ada: e a t x", "question 1: \"e\" is no letter of this question: they go from A to D");
    check("Ada: b a maybe x", "question 3: \"maybe\" is no answer to this question");
}

#[test]
fn each_cell_is_read_as_its_question_is_answered() {
    let check = |text: &str, expected: &str| assert_eq!(shown(&mixed(), 0, text), expected, "{text}");
    check("Ada: b ac t \"New York\"", "Ada/0: right | x; z | true | New York");
    check(
        "Ada Lovelace:B,CA,F,x",
        "1 answer for 4 questions: type - for what is blank, or ... where the rest is blank",
    );
    check("Ada: B, CA, F, x", "Ada/0: right | x; z | false | x");
    check("Ada: - ? – \"-\"", "Ada/0: - | ? | - | -");
    check("Ada: ab ? tf \"?\"", "Ada/0: double right; x | ? | double true; false | ?");
    check("Ada: b ...", "Ada/0: right | - | - | -");
    check("Ada: b b …", "Ada/0: right | y | - | -");
    check("Ada\tb b t x", "Ada/0: right | y | true | x");
    check("Ada (B): b b t x", "Ada (B)/0: right | y | true | x");
}

#[test]
fn letters_need_nothing_between_them_where_each_question_takes_one() {
    let paper = printed(vec![choice("one"), choice("two"), choice("three"), choice("four")]);
    let check = |text: &str, expected: &str| assert_eq!(shown(&paper, 0, text), expected, "{text}");
    check("Ada: cb-?", "Ada/0: y | right | - | ?");
    check("Ada: cb", "1 answer for 4 questions: type - for what is blank, or ... where the rest is blank");
    check("Ada: c b a d", "Ada/0: y | right | x | z");
}

#[test]
fn all_behind_the_colon_answers_the_only_question() {
    let typed =
        printed(vec![item(r#"(id: "why", prompt: "Why?", answer: Text(accept: ["because it is warm"]))"#, &[])]);
    let check = |text: &str, expected: &str| assert_eq!(shown(&typed, 0, text), expected, "{text}");
    check("Ada: because it is warm: really", "Ada/0: because it is warm: really");
    check("Ada: \"-\"", "Ada/0: -");
    check("Ada: -", "Ada/0: -");
    check("Ada: ?", "Ada/0: ?");
    check("Ada:", "0 answers for 1 question: type - for what is blank, or ... where the rest is blank");
    let rated = printed(vec![item(r#"(id: "own", prompt: "Why?", answer: Recall(answer: "Warmth"))"#, &[])]);
    assert_eq!(shown(&rated, 0, "Ada: r"), "Ada/0: right");
    assert_eq!(shown(&rated, 0, "Ada: W"), "Ada/0: wrong");
}

#[test]
fn a_version_stands_behind_the_name_or_is_the_one_at_hand() {
    let paper = versions(2, 3, 7);
    let version = |text: &str| read_line(&paper, 1, text).map(|line| (line.name, line.version));
    assert_eq!(version("Ada: a b"), Ok(("Ada".to_owned(), 1)));
    assert_eq!(version("Ada (c): a b"), Ok(("Ada".to_owned(), 2)));
    assert_eq!(version("Ada (senior) (A): a b"), Ok(("Ada (senior)".to_owned(), 0)));
    assert_eq!(version("Ada (senior): a b"), Ok(("Ada (senior)".to_owned(), 1)));
    assert_eq!(version("Ada (d): a b").expect_err("none").to_string(), "there is no version D: they go from A to C");
}
