//! Files that are nasty to change: each has been somebody's lost comment, lost question or lost work.

use crate::texts::comments;
use torus::author::{Change, Document, QuestionKey, Refusal, StepKind, new_question};
use torus::bank::{Answer, Kind, Question, write_question};

fn bank(questions: &str) -> String {
    format!("Bank(\n    format: 1,\n    id: \"b\",\n    title: \"B\",\n    questions: [{questions}],\n)\n")
}

#[track_caller]
fn keys(document: &Document) -> Vec<QuestionKey> {
    document.questions().iter().map(|placed| placed.key).collect()
}

#[track_caller]
fn said(document: &Document, index: usize) -> Question {
    document.questions()[index].question.clone().expect("readable")
}

/// Changes the first question, and undoes that to see the very bytes again.
#[track_caller]
fn changed(text: &str, change: impl Fn(&mut Question)) -> String {
    let mut document = Document::open(text.to_owned());
    let mut new = said(&document, 0);
    change(&mut new);
    let key = keys(&document)[0];
    document.apply(Change::Question { key, new: new.clone() }).expect("made");
    assert_eq!(write_question(&said(&document, 0)), write_question(&new));
    let after = document.text().to_owned();
    document.undo().expect("undone");
    assert_eq!(document.text(), text);
    document.redo().expect("done again");
    assert_eq!(document.text(), after);
    after
}

#[track_caller]
fn check(text: &str, change: impl Fn(&mut Question), replaced: (&str, &str)) {
    assert!(text.contains(replaced.0), "{text}");
    assert_eq!(changed(text, change), text.replacen(replaced.0, replaced.1, 1));
}

fn true_false(id: &str) -> Question {
    Question { id: id.into(), prompt: "It is.".into(), ..new_question(Kind::TrueFalse) }
}

const ONE: &str = "(id: \"a\", prompt: \"It is.\", answer: TrueFalse(true))";

#[test]
fn opening_and_saying_the_same_changes_nothing() {
    let text = bank(&format!("\n        {ONE}, // x\n    "));
    let mut document = Document::open(text.clone());
    let (key, same) = (keys(&document)[0], said(&document, 0));
    let applied = document.apply(Change::Question { key, new: same }).expect("made");
    assert_eq!(applied.edits.iter().count(), 0);
    assert_eq!((document.text(), document.next_undo()), (text.as_str(), None));
    let head = document.head().cloned().expect("a head");
    document.apply(Change::Head { new: head }).expect("made");
    assert_eq!((document.text(), document.next_undo()), (text.as_str(), None));
}

#[test]
fn doubled_fields_keys_and_ids_lock_or_stay_apart() {
    let doubled = "(id: \"a\", id: \"a\", prompt: \"P\", answer: TrueFalse(true))";
    let keyed = "(id: \"b\", prompt: \"P\", answer: TrueFalse(true), feedback: {\"x\": \"1\", \"x\": \"2\"})";
    let mut document = Document::open(bank(&format!("{doubled}, {keyed}, {ONE}, {ONE}")));
    let all = keys(&document);
    assert_eq!(
        document.apply(Change::Question { key: all[0], new: true_false("z") }),
        Err(Refusal::Unreadable(all[0]))
    );
    assert_eq!(
        document.apply(Change::Question { key: all[1], new: true_false("z") }),
        Err(Refusal::Unreadable(all[1]))
    );
    document.apply(Change::Question { key: all[3], new: true_false("z") }).expect("made");
    assert_eq!(keys(&document), all);
    assert!(document.text().contains(&format!("{keyed}, {ONE}, (id: \"z\"")), "{}", document.text());
    let mut new = said(&document, 2);
    new.feedback.0 = [("x".into(), "1".into()), ("x".into(), "2".into())].into();
    let before = document.text().to_owned();
    assert_eq!(document.apply(Change::Question { key: all[2], new }), Err(Refusal::CannotBeWritten));
    assert_eq!(document.text(), before);
}

#[test]
fn comments_between_name_colon_value_and_comma_stay() {
    let text = bank(
        "(id /*1*/ : /*2*/ \"a\" /*3*/ , /*4*/ prompt /*5*/ : //6\n \"P\" //7\n , answer: TrueFalse( /*8*/ true /*9*/ ), //10\n)",
    );
    check(&text, |question| question.prompt = "PQ".into(), ("\"P\"", "\"PQ\""));
    check(&text, |question| question.answer = Answer::TrueFalse(false), ("true", "false"));
    let after = changed(&text, |question| question.answer = Answer::Recall { answer: "R".into() });
    assert_eq!(comments(&after), comments(&text), "{after}");
    let after = changed(&text, |question| question.points = 2.0);
    assert_eq!(comments(&after), comments(&text), "{after}");
}

#[test]
fn a_question_comes_behind_one_without_a_comma_and_its_comment_stays_its_own() {
    let text = bank(&format!("\n        {ONE} // of a\n    "));
    let mut document = Document::open(text);
    let after = Some(keys(&document)[0]);
    document.apply(Change::Insert { after, questions: vec![true_false("b")] }).expect("made");
    assert!(
        document.text().contains(&format!("{ONE}, // of a\n        Question(\n            id: \"b\",")),
        "{}",
        document.text()
    );
}

#[test]
fn commas_first_stay_first() {
    let (one, two) = (ONE, ONE.replace("\"a\"", "\"b\""));
    let text = bank(&format!("\n          {one}\n        , {two} // of b\n    "));
    let mut document = Document::open(text.clone());
    let after = Some(keys(&document)[1]);
    document.apply(Change::Insert { after, questions: vec![true_false("c")] }).expect("made");
    assert!(document.text().contains("// of b\n        , Question("), "{}", document.text());
    let all = keys(&document);
    document.apply(Change::Remove { keys: vec![all[2]] }).expect("made");
    assert_eq!(document.text(), text);
    document.apply(Change::Remove { keys: vec![all[1]] }).expect("made");
    assert_eq!(document.text(), bank(&format!("\n          {one}\n    ")));
}

#[test]
fn a_comma_a_comment_and_a_bracket() {
    let text = bank(&format!("{ONE}, /* of a */ "));
    let mut document = Document::open(text);
    let after = Some(keys(&document)[0]);
    document.apply(Change::Insert { after, questions: vec![true_false("b")] }).expect("made");
    assert!(document.text().contains(&format!("{ONE}, /* of a */\n")), "{}", document.text());
    assert_eq!(document.questions().len(), 2);
}

#[test]
fn a_line_of_a_megabyte_is_changed_in_one_place() {
    let long = "x".repeat(1 << 20);
    let text = bank(&format!("(id: \"a\", prompt: \"{long}\", answer: TrueFalse(true))"));
    let mut document = Document::open(text.clone());
    let new = Question { prompt: format!("{long}y").into(), ..said(&document, 0) };
    let applied = document.apply(Change::Question { key: keys(&document)[0], new }).expect("made");
    assert_eq!(applied.edits.iter().map(|edit| (edit.span.len(), &*edit.new_text)).collect::<Vec<_>>(), [(0, "y")]);
}

#[test]
fn a_list_of_only_comments_takes_a_question_and_keeps_them() {
    for inside in ["\n        // none yet\n    ", " // none\n    ", " /* none */ "] {
        let text = bank(inside);
        let mut document = Document::open(text.clone());
        document.apply(Change::Insert { after: None, questions: vec![true_false("a")] }).expect("made");
        assert_eq!(
            (document.questions().len(), comments(document.text())),
            (1, comments(&text)),
            "{}",
            document.text()
        );
        document.undo().expect("undone");
        assert_eq!(document.text(), text);
    }
}

#[test]
fn a_commented_out_question_with_an_odd_quote_is_no_question() {
    let text = bank(&format!(
        "\n        // Question(id: \"old, prompt: \"it's\"),\n        {ONE},\n        /* (id: \" /* nested */ \" */\n    "
    ));
    let document = Document::open(text.clone());
    assert_eq!(document.questions().len(), 1);
    check(&text, |question| question.prompt = "It // is.".into(), ("It is.", "It // is."));
}

#[test]
fn texts_keep_their_spelling() {
    let spelled = |prompt: &str| bank(&format!("(id: \"a\", prompt: {prompt}, answer: TrueFalse(true))"));
    check(
        &spelled("\"It \\\n      goes\\u{a0}on // here\""),
        |question| {
            question.prompt = "It goes\u{a0}on // there".into();
        },
        ("here", "there"),
    );
    check(
        &spelled("r#\"a \"quote\" \\frac\"#"),
        |question| question.prompt = "a \"quote\" \\frac1".into(),
        ("frac", "frac1"),
    );
    check(&spelled("r\"ends in \\\""), |question| question.prompt = "ends in \\\\".into(), ("in \\", "in \\\\"));
    check(&spelled("r\"a\""), |question| question.prompt = "a\"#b".into(), ("r\"a\"", "r##\"a\"#b\"##"));
    check(&spelled("\"\\\\tau\""), |question| question.prompt = "\\tau \\theta".into(), ("tau", "tau \\\\theta"));
    check(
        &spelled("\"e\u{301} \u{200d}\u{a0}\u{202e}x\""),
        |question| {
            question.prompt = "e\u{301} \u{200d}\u{a0}\u{202e}xy".into();
        },
        ("x\"", "xy\""),
    );
}

#[test]
fn numbers_keep_their_spelling_until_they_change() {
    let text = bank("(id: \"a\", prompt: \"P\", answer: Number(value: 5_000, tolerance: 1e3), points: 2.0)");
    check(&text, |question| question.prompt = "Q".into(), ("\"P\"", "\"Q\""));
    check(&text, |question| question.points = 3.0, ("2.0", "3"));
}

#[test]
fn line_ends_and_marks_stay() {
    let lines = bank(&format!("\n        {ONE}, // x\n    "));
    for (newline, mark, end) in [("\r\n", "", "\n"), ("\r\n", "\u{feff}", ""), ("\n", "\u{feff}", "")] {
        let text = format!("{mark}{}", lines.trim_end_matches('\n').replace('\n', newline)) + end;
        let mut document = Document::open(text.clone());
        let after = Some(keys(&document)[0]);
        document.apply(Change::Insert { after, questions: vec![true_false("b")] }).expect("made");
        let own = document.text().trim_end_matches('\n');
        assert_eq!(own.matches('\n').count(), own.matches(newline).count(), "{own:?}");
        assert!(document.text().starts_with(mark) && document.questions().len() == 2);
        document.undo().expect("undone");
        assert_eq!(document.text(), text);
    }
    let returns = bank(&format!("\n        {ONE},\n    ")).replace('\n', "\r");
    check(&returns, |question| question.prompt = "It was.".into(), ("It is.", "It was."));
}

#[test]
fn tabs_stay_tabs() {
    let text = bank(&format!("\n\t\t{ONE},\n\t")).replace("    ", "\t");
    let mut document = Document::open(text);
    let after = Some(keys(&document)[0]);
    document.apply(Change::Insert { after, questions: vec![true_false("b")] }).expect("made");
    assert!(document.text().contains("\n\t\tQuestion(\n\t\t\tid: \"b\",\n"), "{}", document.text());
}

#[test]
fn settings_of_the_document_and_wrapped_values_are_understood() {
    let text = format!(
        "#![enable(unwrap_newtypes)]\n{}",
        bank("(id: \"a\", prompt: \"P\", answer: TrueFalse(true), difficulty: Some(0.5))")
    );
    check(&text, |question| question.difficulty = Some(0.25), ("Some(0.5)", "Some(0.25)"));
}

#[test]
fn an_unknown_field_and_another_format_are_locked() {
    let strange = ONE.replace("prompt", "note: 1, prompt");
    let mut document = Document::open(bank(&format!("{strange}, {ONE}")));
    let all = keys(&document);
    assert_eq!(
        document.apply(Change::Question { key: all[0], new: true_false("x") }),
        Err(Refusal::Unreadable(all[0]))
    );
    document.apply(Change::Question { key: all[1], new: true_false("x") }).expect("made");
    assert!(document.text().contains(&strange));
    let other = bank(ONE).replace("format: 1", "format: 2");
    let mut document = Document::open(other.clone());
    assert_eq!((document.head(), document.questions()[0].question.as_ref()), (None, None));
    assert!(document.apply(Change::Head { new: Default::default() }).is_err());
    assert_eq!(document.text(), other);
}

#[test]
fn a_bracket_missing_elsewhere_costs_that_question_alone() {
    let broken = "Question(id: \"x\", prompt: \"P\", answer: Choice(correct: \"a\", distractors: [\"b\"),\n";
    let text = bank(&format!("\n        {broken}        Question{ONE},\n    "));
    let mut document = Document::open(text.clone());
    let at = document.questions().iter().position(|placed| &*placed.id == "a").expect("found");
    let key = keys(&document)[at];
    let new = Question { prompt: "It was.".into(), ..said(&document, at) };
    document.apply(Change::Question { key, new }).expect("made");
    assert_eq!(document.text(), text.replace("It is.", "It was."));
}

#[test]
fn a_default_and_back() {
    let text = bank("(id: \"a\", prompt: \"P\", answer: TrueFalse(true), points: 2)");
    let gone = changed(&text, |question| question.points = 1.0);
    assert_eq!(gone, text.replace(", points: 2", ""));
    assert_eq!(changed(&gone, |question| question.points = 2.0), text);
    let written_out = bank("(id: \"a\", prompt: \"P\", answer: TrueFalse(true), hints: [], points: 1)");
    check(&written_out, |question| question.points = 2.0, ("points: 1", "points: 2"));
    check(&written_out, |question| question.hints = ["h".into()].into(), ("[]", "[\"h\"]"));
}

#[test]
fn first_middle_and_last_go_whatever_is_around_them() {
    for newline in ["\n", "\r\n"] {
        for last in [",", "", ", // of c", " // of c"] {
            let lines = format!(
                "\n        // of a\n        {0}, // a\n\n        // apart\n\n        {1},\n        /* of c */\n        {2}{last}\n    ",
                ONE,
                ONE.replace("\"a\"", "\"b\""),
                ONE.replace("\"a\"", "\"c\"")
            );
            let text = bank(&lines).replace('\n', newline);
            for index in 0..3 {
                let mut document = Document::open(text.clone());
                let key = keys(&document)[index];
                document.apply(Change::Remove { keys: vec![key] }).expect("made");
                let left: Vec<_> = document.questions().iter().map(|placed| placed.id.to_string()).collect();
                assert_eq!(left.len(), 2);
                assert!(document.questions().iter().all(|placed| placed.question.is_some()), "{}", document.text());
                let own = |comment: &str| document.text().contains(comment);
                assert_eq!(
                    (own("// of a"), own("// apart"), own("/* of c */")),
                    (index != 0, true, index != 2),
                    "{}",
                    document.text()
                );
                document.undo().expect("undone");
                assert_eq!(document.text(), text);
            }
        }
    }
}

#[test]
fn fifty_moves_are_undone_to_the_same_bytes() {
    let questions: String = (0..50)
        .map(|number| {
            format!(
                "\n        // of {number}\n        {}, // {number}",
                ONE.replace("\"a\"", &format!("\"q{number}\""))
            )
        })
        .collect();
    let text = bank(&(questions + "\n    "));
    let mut document = Document::open(text.clone());
    let all = keys(&document);
    for number in 0..50 {
        let (from, to) = ((number * 7) % 50, (number * 13 + 3) % 50);
        document.apply(Change::Move { keys: vec![all[from]], before: Some(all[to]) }).expect("made");
        assert_eq!(comments(document.text()), comments(&text));
    }
    while document.undo().is_some() {}
    assert_eq!((document.text(), keys(&document)), (text.as_str(), all));
}

#[test]
fn a_kind_there_and_back_says_the_same_and_loses_no_comment() {
    let text = bank(
        "\n        Question(\n            id: \"a\",\n            prompt: \"P\",\n            answer: Choice(\n                correct: \"x\", // the key\n                distractors: [\"y\", \"z\"],\n            ), // of the answer\n        ),\n    ",
    );
    let mut document = Document::open(text.clone());
    let (key, first) = (keys(&document)[0], said(&document, 0));
    for kind in Kind::ALL {
        let new = Question { answer: new_question(kind).answer, ..first.clone() };
        document.apply(Change::Question { key, new }).expect("made");
        assert_eq!(comments(document.text()), comments(&text), "{}", document.text());
        document.apply(Change::Question { key, new: first.clone() }).expect("made");
        assert_eq!((said(&document, 0), comments(document.text())), (first.clone(), comments(&text)));
    }
    while document.undo().is_some() {}
    assert_eq!(document.text(), text);
}

#[test]
fn typing_is_one_step_until_it_is_broken() {
    let text = bank(ONE);
    let mut document = Document::open(text.clone());
    let key = keys(&document)[0];
    let mut typed = |prompt: &str, is_broken: bool| {
        if is_broken {
            document.break_typing();
        }
        let new = Question { prompt: prompt.into(), ..said(&document, 0) };
        document.apply(Change::Question { key, new }).expect("made");
    };
    typed("It was", false);
    typed("It was s", false);
    typed("It was so", false);
    typed("It was so.", true);
    let new = Question { explanation: "E".into(), ..said(&document, 0) };
    document.apply(Change::Question { key, new }).expect("made");
    let mut found = Vec::new();
    while let Some(applied) = document.undo() {
        assert_eq!(applied.keys, [key]);
        let StepKind::Question(fields) = applied.step.kind else { panic!("a step of fields") };
        found.push((fields[0].field, said(&document, 0).prompt.to_string()));
    }
    let expected = [("explanation", "It was so."), ("prompt", "It was so"), ("prompt", "It is.")];
    assert_eq!(found, expected.map(|(field, prompt)| (field, prompt.to_owned())));
    assert_eq!(document.text(), text);
}

#[test]
fn the_head_changes_without_the_questions() {
    let text = bank(&format!("\n        {ONE}, // x\n    "));
    let mut document = Document::open(text.clone());
    let mut new = document.head().cloned().expect("a head");
    new.title = "C".into();
    new.language = "de".into();
    new.sources.0 = [("n".into(), torus::bank::Source { title: "News".into(), ..Default::default() })].into();
    let applied = document.apply(Change::Head { new: new.clone() }).expect("made");
    assert_eq!(document.head(), Some(&new));
    assert_eq!(applied.keys, []);
    let expected = "    title: \"C\",\n    language: \"de\",\n    sources: {\n        \"n\": Source(title: \"News\"),\n    },\n    questions: [";
    assert!(document.text().contains(expected), "{}", document.text());
    document.undo().expect("undone");
    assert_eq!(document.text(), text);
}

#[test]
fn a_text_from_outside_keeps_the_keys_of_what_is_the_same() {
    let three = |middle: &str| bank(&format!("{ONE}, {middle}, {}", ONE.replace("\"a\"", "\"c\"")));
    let (first, second) =
        (three(&ONE.replace("\"a\"", "\"b\"")), three(&ONE.replace("\"a\"", "\"b\"").replace("true", "false")));
    let mut document = Document::open(first.clone());
    let all = keys(&document);
    let applied = document.adopt(second);
    assert_eq!((keys(&document), applied.keys), (all.clone(), vec![all[1]]));
    document.undo().expect("undone");
    assert_eq!((document.text(), keys(&document)), (first.as_str(), all));
    document.adopt(String::new());
    assert_eq!(document.questions().len(), 0);
    document.undo().expect("undone");
    assert_eq!(document.text(), first);
}
