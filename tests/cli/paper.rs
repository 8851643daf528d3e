//! `torus paper`: the contract of its JSON, what is drawn, what is printed, and what is told.

use super::{Folder, Ran, bank, choice, choices, program, torus};
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::Read;
use std::process::Stdio;

fn json(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {ran:?}"))
}

/// Ids of the questions, in the order drawn.
fn ids(ran: &Ran) -> Vec<String> {
    let questions = json(ran)["questions"].as_array().unwrap().clone();
    questions.iter().map(|question| question["id"].as_str().unwrap().to_owned()).collect()
}

fn sorted_ids(ran: &Ran) -> BTreeSet<String> {
    ids(ran).into_iter().collect()
}

fn paper_json(paths: &[&str], more: &[&str]) -> Ran {
    torus(&[&["paper", "--format", "json"], paths, more].concat())
}

#[test]
fn json_is_the_contract_to_the_byte() {
    let folder = Folder::new();
    let questions = [r#"Question(id: "year", topic: "JET/dates", prompt: "When \"it\" came", points: 2.5,
            answer: Choice(correct: "2011", distractors: ["2022", "1997"]))"#];
    let file = folder.file("m.ron", bank("machines", &questions.map(str::to_owned), ""));
    let ran = paper_json(&[&file], &["--seed", "7"]);
    let expected = concat!(
        r#"{"seed":7,"questions":[{"bank":"machines","id":"year","kind":"choice","topic":"JET/dates","#,
        r#""prompt":"When \"it\" came","points":2.5,"options":["1997","2011","2022"],"correct":["2011"]}]}"#,
        "\n"
    );
    assert_eq!((ran.out.as_str(), ran.talk.as_str(), ran.status), (expected, "", 0));
}

#[test]
fn json_shows_options_only_where_the_learner_sees_some() {
    let folder = Folder::new();
    let questions = [
        r#"Question(id: "a", prompt: "A", answer: TrueFalse(false))"#,
        r#"Question(id: "b", prompt: "B", answer: Number(value: 59, unit: "MJ"))"#,
        r#"Question(id: "c", prompt: "C", answer: Text(accept: ["Geneva", "Genève"]))"#,
        r#"Question(id: "d", prompt: "D", answer: Choices(correct: ["x", "y"], distractors: ["z"]))"#,
    ];
    let file = folder.file("m.ron", bank("m", &questions.map(str::to_owned), ""));
    let paper = json(&paper_json(&[&file], &["--seed", "1"]));
    let mut told: Vec<String> = paper["questions"].as_array().unwrap().iter().map(told).collect();
    told.sort();
    let expected = [
        r#"a true_false 0 ["false"]"#,
        r#"b number 0 ["59 MJ"]"#,
        r#"c text 0 ["Geneva","Genève"]"#,
        r#"d choices 3 ["x","y"]"#,
    ];
    assert_eq!(told, expected);
}

fn told(question: &Value) -> String {
    let [id, kind] = ["id", "kind"].map(|key| question[key].as_str().unwrap());
    format!("{id} {kind} {} {}", question["options"].as_array().unwrap().len(), question["correct"])
}

#[test]
fn one_seed_gives_one_paper_in_every_format() {
    for format in ["text", "json", "html"] {
        let run = |seed| torus(&["paper", "quizzes", "--count", "9", "--format", format, "--key", "--seed", seed]);
        let (first, again, other) = (run("4294967295"), run("4294967295"), run("0"));
        assert_eq!((first.status, first.talk.as_str()), (0, ""));
        assert_eq!(first.out, again.out, "{format}");
        assert_ne!(first.out, other.out, "{format}");
    }
}

#[test]
fn a_seed_of_its_own_is_printed_and_gives_the_paper_again() {
    let first = paper_json(&["quizzes"], &["--count", "9"]);
    let seed = json(&first)["seed"].to_string();
    assert_eq!(paper_json(&["quizzes"], &["--count", "9", "--seed", &seed]).out, first.out);
    let seeds: BTreeSet<_> = (0..4).map(|_| json(&paper_json(&["quizzes"], &[]))["seed"].to_string()).collect();
    assert!(seeds.len() > 1, "{seeds:?}");
    let text = torus(&["paper", "quizzes"]).out;
    assert!(text.lines().any(|line| line.starts_with("End of the questions · Seed ")), "{text}");
}

#[test]
fn too_large_a_count_is_noted_and_prints_every_question_once() {
    let folder = Folder::new();
    let file = folder.file("m.ron", bank("m", &choices(5), ""));
    for count in ["6", "18446744073709551615"] {
        let ran = paper_json(&[&file], &["--count", count]);
        assert_eq!((ran.status, ids(&ran).len(), sorted_ids(&ran).len()), (0, 5, 5));
        assert_eq!(ran.talk.lines().count(), 1, "{}", ran.talk);
        assert!(ran.talk.contains('5'), "{}", ran.talk);
    }
    let exact = paper_json(&[&file], &["--count", "5"]);
    assert_eq!((exact.status, exact.talk.as_str(), ids(&exact).len()), (0, "", 5));
}

#[test]
fn enemies_meet_only_where_every_question_is_printed() {
    let folder = Folder::new();
    let questions = [choice("a", "enemies: [\"b\"]"), choice("b", ""), choice("c", "")];
    let file = folder.file("m.ron", bank("m", &questions, ""));
    for seed in 0..30 {
        let ran = paper_json(&[&file], &["--count", "2", "--seed", &seed.to_string()]);
        let ids = sorted_ids(&ran);
        assert!(ids.len() == 2 && ids.contains("c"), "{ids:?}");
    }
    for more in [&[][..], &["--count", "3"], &["--count", "4"]] {
        assert_eq!(ids(&paper_json(&[&file], more)).len(), 3);
    }
}

#[test]
fn a_paper_that_enemies_cut_short_says_so() {
    let folder = Folder::new();
    let questions = [choice("a", "enemies: [\"b\", \"c\"]"), choice("b", "enemies: [\"c\"]"), choice("c", "")];
    let file = folder.file("m.ron", bank("m", &questions, ""));
    let told = |count| paper_json(&[&file], &["--count", count]).talk;
    assert!(told("2").contains("2 questions were asked for, and 1 could be drawn: the others are their `enemies`"));
    assert!(told("4").contains("4 questions were asked for, and 3 could be drawn\n"));
}

#[test]
fn a_topic_takes_what_lies_below_it() {
    let folder = Folder::new();
    let questions =
        [choice("a", "topic: \"JET\""), choice("b", "topic: \"JET/dates\""), choice("c", "topic: \"JETLAG\"")];
    let file = folder.file("m.ron", bank("m", &questions, ""));
    let check = |topic: &str, expected: &str, status: i32| {
        let ran = paper_json(&[&file], &["--topic", topic]);
        assert_eq!(sorted_ids(&ran).into_iter().collect::<String>(), expected, "{topic}");
        assert_eq!(ran.status, status, "{topic}: {}", ran.talk);
    };
    check("JET", "ab", 0);
    check("JET/dates", "b", 0);
    check("JE", "", 1);
    check("", "abc", 0);
}

#[test]
fn a_quiz_draws_from_its_own_bank_as_it_says() {
    let folder = Folder::new();
    let quiz = r#"Quiz(id: "short", title: "Short", draw: [Draw(topic: "T", count: 2), Draw(topic: "U", count: 1)])"#;
    let questions = [
        choice("a", "topic: \"T\""),
        choice("b", "topic: \"T\""),
        choice("c", "topic: \"T\""),
        choice("d", "topic: \"U\""),
    ];
    folder.file("1.ron", bank("one", &[choice("e", "topic: \"T\"")], ""));
    folder.file("2.ron", bank("two", &questions, quiz));
    for seed in 0..10 {
        let ran = paper_json(&[folder.path()], &["--quiz", "short", "--seed", &seed.to_string()]);
        let ids = sorted_ids(&ran);
        assert!(ran.status == 0 && ids.len() == 3 && ids.contains("d") && !ids.contains("e"), "{ids:?}");
    }
}

#[test]
fn an_unknown_quiz_ends_with_2_and_names_the_known_ones() {
    let ran = torus(&["paper", "quizzes", "--quiz", "nonesuch"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.talk.contains("nonesuch") && ran.talk.contains("ten-minutes"), "{}", ran.talk);
}

#[test]
fn every_shipped_quiz_draws_all_that_it_promises() {
    let quizzes = [
        ("fusion-cooperation", &[("first-look", 10), ("ten-minutes", 10), ("whole-story", 18)][..]),
        ("fusion-machines", &[("first-look", 10), ("ten-minutes", 10), ("walls-and-records", 10)]),
        ("fusion-people", &[("ten-minutes", 10), ("who-was-who", 15)]),
        ("solar-system", &[("ten-minutes", 10), ("moons", 10)]),
    ];
    for (bank, quizzes) in quizzes {
        for (quiz, count) in quizzes {
            for seed in 0..40 {
                let path = format!("quizzes/{bank}.ron");
                let ran = paper_json(&[&path], &["--quiz", quiz, "--seed", &seed.to_string()]);
                assert_eq!((ids(&ran).len(), ran.talk.as_str()), (*count, ""), "{bank}: {quiz} with seed {seed}");
            }
        }
    }
}

#[test]
fn folders_are_read_in_sorted_path_order_whatever_order_they_were_written_in() {
    let banks = [("b/2.ron", "two"), ("a.ron", "one"), ("b/z/3.RON", "three"), ("c.ron", "four")];
    let drawn = |order: &[(&str, &str)]| {
        let folder = Folder::new();
        folder.file("notes.txt", "not a bank");
        for (name, id) in order {
            folder.file(name, bank(id, &choices(3), ""));
        }
        paper_json(&[folder.path()], &["--seed", "3"]).out
    };
    let reversed: Vec<_> = banks.iter().rev().copied().collect();
    let first = drawn(&banks);
    assert_eq!(first.matches("\"bank\":\"three\"").count(), 3, "{first}");
    assert_eq!(first, drawn(&reversed));
}

#[test]
fn a_file_named_twice_is_one_bank() {
    let folder = Folder::new();
    let file = folder.file("m.ron", bank("m", &choices(3), ""));
    let ran = paper_json(&[&file, folder.path(), &file], &[]);
    assert_eq!((ran.status, ran.talk.as_str(), ids(&ran).len()), (0, "", 3));
}

#[test]
fn two_files_with_one_bank_id_are_told() {
    let folder = Folder::new();
    folder.file("1.ron", bank("m", &choices(2), ""));
    folder.file("2.ron", bank("m", &choices(3), ""));
    let ran = paper_json(&[folder.path()], &[]);
    assert_eq!((ran.status, sorted_ids(&ran).len(), ids(&ran).len()), (1, 3, 3));
    assert!(ran.talk.contains("2.ron"), "{}", ran.talk);
}

#[test]
fn a_bad_question_is_named_by_its_place_and_the_rest_is_printed() {
    let folder = Folder::new();
    let bad = "Question(id: \"bad\", prompt: \"\", answer: TrueFalse(true))".to_owned();
    let file = folder.file("m.ron", bank("m", &[choice("a", ""), bad, choice("c", "")], ""));
    let ran = paper_json(&[&file], &[]);
    assert_eq!((ran.status, sorted_ids(&ran)), (1, BTreeSet::from(["a".to_owned(), "c".to_owned()])));
    let place = ran.talk.strip_prefix(&format!("{file}:4:")).unwrap_or_else(|| panic!("{}", ran.talk));
    let (column, rest) = place.split_once(": ").unwrap();
    assert!(column.parse::<usize>().unwrap() >= 1);
    assert!(rest.contains("bad") && ran.talk.lines().count() == 1, "{}", ran.talk);
}

#[test]
fn a_bank_that_cannot_be_read_is_named_and_the_others_are_printed() {
    let folder = Folder::new();
    folder.file("1.ron", "Bank(format: 2, id: \"new\", title: \"New\", questions: [])");
    folder.file("2.ron", "This is no bank.");
    folder.file("3.ron", bank("m", &choices(2), ""));
    let ran = paper_json(&[folder.path()], &[]);
    assert_eq!((ran.status, ids(&ran).len()), (1, 2));
    assert!(ran.talk.contains("1.ron:1:") && ran.talk.contains("newer Torus"), "{}", ran.talk);
    assert!(ran.talk.contains("2.ron:1:"), "{}", ran.talk);
}

#[test]
fn a_missing_file_ends_with_2_and_nothing_is_printed() {
    let ran = torus(&["paper", "quizzes", "nowhere/missing.ron"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.talk.contains("missing.ron"), "{}", ran.talk);
}

#[test]
fn a_folder_without_banks_is_told() {
    let folder = Folder::new();
    let ran = paper_json(&[folder.path()], &[]);
    assert_eq!((ran.status, ids(&ran).len()), (1, 0));
    assert!(ran.talk.contains("no .ron file"), "{}", ran.talk);
}

#[test]
fn the_key_is_added_only_where_it_is_wanted() {
    let folder = Folder::new();
    let file = folder.file("m.ron", bank("m", &choices(1), ""));
    for (format, mark) in [("text", "Key: Bank m"), ("html", "<section class=\"key\"")] {
        let run = |more: &[&str]| torus(&[&["paper", &file, "--format", format], more].concat()).out;
        assert!(!run(&[]).contains(mark), "{format}");
        assert!(run(&["--key"]).contains(mark), "{format}");
    }
}

#[test]
fn the_first_version_is_the_paper_of_the_seed_and_the_others_ask_the_same() {
    let folder = Folder::new();
    let file = folder.file("m.ron", bank("m", &choices(9), ""));
    let plain = json(&paper_json(&[&file], &["--seed", "7", "--count", "5"]));
    let ran = paper_json(&[&file], &["--seed", "7", "--count", "5", "--versions", "3"]);
    let versions = json(&ran);
    assert_eq!((ran.status, ran.talk.as_str(), &versions["seed"]), (0, "", &plain["seed"]));
    let told = |version: &Value| format!("{} {}", version["version"].as_str().unwrap(), version["seed"]);
    let versions = versions["versions"].as_array().unwrap();
    assert_eq!(versions.iter().map(told).collect::<Vec<_>>(), ["A 7", "B 2654435776", "C 1013904249"]);
    assert_eq!(versions[0]["questions"], plain["questions"]);
    let sorted = |version: &Value| -> BTreeSet<String> {
        version["questions"].as_array().unwrap().iter().map(|question| question["id"].to_string()).collect()
    };
    for version in &versions[1..] {
        assert_eq!(sorted(version), sorted(&versions[0]));
        assert_ne!(version["questions"], versions[0]["questions"]);
    }
    let again = paper_json(&[&file], &["--seed", "7", "--count", "5", "--versions", "3"]);
    assert_eq!(again.out, ran.out);
}

#[test]
fn versions_go_from_a_to_z() {
    for wrong in ["0", "27", "-1", "x"] {
        let ran = torus(&["paper", "quizzes", "--versions", wrong]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{wrong}");
    }
    let text = torus(&["paper", "quizzes", "--count", "1", "--versions", "26", "--key"]).out;
    assert!(
        text.contains("VERSION Z") && text.contains("End of version Z") && text.contains("\nVersion Z\n"),
        "{text}"
    );
}

#[test]
fn a_file_is_written_whole_in_the_format_that_its_name_tells() {
    let folder = Folder::new();
    let file = folder.file("m.ron", bank("m", &choices(2), ""));
    let written = |name: &str, more: &[&str]| {
        let path = folder.join(name);
        let ran = torus(&[&["paper", &file, "--seed", "1", "-o", path.to_str().unwrap()], more].concat());
        assert_eq!((ran.status, ran.out.as_str(), ran.talk.as_str()), (0, "", ""), "{name}");
        std::fs::read_to_string(path).unwrap()
    };
    let printed = |format: &str| torus(&["paper", &file, "--seed", "1", "--format", format]).out;
    for (name, format) in [("a.html", "html"), ("a.HTM", "html"), ("a.json", "json"), ("a.txt", "text"), ("a", "text")]
    {
        assert_eq!(written(name, &[]), printed(format), "{name}");
    }
    assert_eq!(written("a.html", &["--format", "json"]), printed("json"));
    assert_eq!(written("a.html", &[]), printed("html"), "written over");
    let names: BTreeSet<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 6, "{names:?}");
}

#[test]
fn a_dash_is_standard_output() {
    let run = |more: &[&str]| torus(&[&["paper", "quizzes", "--seed", "1"], more].concat());
    let (dash, none) = (run(&["-o", "-"]), run(&[]));
    assert_eq!((dash.status, dash.out, dash.talk), (none.status, none.out, none.talk));
}

#[test]
fn a_file_in_no_folder_ends_with_2_and_names_it() {
    let folder = Folder::new();
    let path = folder.join("none/paper.html");
    let ran = torus(&["paper", "quizzes", "-o", path.to_str().unwrap()]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.talk.contains("paper.html"), "{}", ran.talk);
}

#[test]
fn html_escapes_what_a_bank_says() {
    let folder = Folder::new();
    let nasty = choice("a", "").replace("Which is a?", "<script>alert('1')</script> & more");
    let file = folder.file("m.ron", bank("m", &[nasty], ""));
    let html = torus(&["paper", &file, "--format", "html"]).out;
    assert!(html.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; more"), "{html}");
    assert!(!html.contains("<script"));
}

#[test]
fn a_reader_that_stops_reading_is_no_failure() {
    let folder = Folder::new();
    let file = folder.file("m.ron", bank("m", &choices(3000), ""));
    let mut child = program().args(["paper", &file]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let ran = super::ran(child.wait_with_output().unwrap());
    assert_eq!((ran.status, ran.talk.as_str()), (0, ""));
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_cannot_be_written_ends_with_2() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = program().args(["paper", "quizzes"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(!output.stderr.is_empty());
}

/// The code that stands on a paper.
fn code(printed: &str) -> String {
    let (_, after) = printed.split_once("· Paper ").unwrap_or_else(|| panic!("no code: {printed}"));
    after.chars().take(4).collect()
}

#[test]
fn a_paper_has_one_code_in_every_form_and_for_every_version_and_another_when_its_bank_changes() {
    let folder = Folder::new();
    let file = folder.file("m.ron", bank("m", &choices(5), ""));
    let run = |more: &[&str]| torus(&[&["paper", &file, "--seed", "7"], more].concat()).out;
    let first = code(&run(&[]));
    for more in [&["--format", "html"][..], &["--versions", "3"], &["--versions", "3", "--format", "html", "--key"]] {
        assert_eq!(code(&run(more)), first, "{more:?}");
    }
    assert!(run(&["--versions", "2", "--format", "html"]).contains(&format!("content: \"Paper {first}\"")));
    assert_ne!(code(&run(&["--count", "4"])), first);
    folder.file("m.ron", bank("m", &choices(5), "").replacen("Which", "What", 1));
    assert_ne!(code(&run(&[])), first);
}

#[test]
fn answer_sheets_come_after_each_version_where_they_are_wanted() {
    let folder = Folder::new();
    let file = folder.file("m.ron", bank("m", &choices(5), ""));
    for (format, sheet) in [("text", "Answer sheet: Bank m"), ("html", "<section class=\"sheet")] {
        let run = |more: &[&str]| torus(&[&["paper", &file, "--format", format, "--versions", "3"], more].concat()).out;
        assert!(!run(&[]).contains(sheet), "{format}");
        assert_eq!(run(&["--answer-sheets"]).matches(sheet).count(), 3, "{format}");
    }
}
