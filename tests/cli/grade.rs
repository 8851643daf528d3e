//! `torus grade`: the scores that are added, the rows that cannot be used, and exports marked again.

use super::{Folder, Ran, bank, text, torus};

/// One question of each kind that people write by hand.
fn kinds() -> String {
    let questions = [
        r#"(id: "pick", prompt: "?", answer: Choice(correct: "=1+1", distractors: ["-5", "Loire"]), points: 2)"#,
        r#"(id: "all", prompt: "?", answer: Choices(correct: ["a", "b; c"], distractors: ["d"]))"#,
        r#"(id: "true", prompt: "?", answer: TrueFalse(true))"#,
        r#"(id: "number", prompt: "?", answer: Number(value: -59, unit: "MJ"), hints: ["h", "h"], hint_cost: 0.25)"#,
        r#"(id: "word", prompt: "?", answer: Text(accept: ["Reykjavík"]))"#,
        r#"(id: "sum", prompt: "{a} + 1?", answer: Calculated(variables: {"a": Range(from: 1, to: 99)}, value: "a + 1"))"#,
    ];
    bank("b", &questions.map(str::to_owned), "")
}

fn grade(folder: &Folder, table: impl AsRef<[u8]>, more: &[&str]) -> Ran {
    let (bank, table) = (folder.file("b.ron", kinds()), folder.file("r.csv", table));
    torus(&[&["grade", bank.as_str(), table.as_str()], more].concat())
}

/// Marks a table of which every row can be used.
fn check(table: &str, expected: &str) {
    let ran = grade(&Folder::new(), table, &[]);
    assert_eq!((ran.out.replace("\r\n", "\n").as_str(), ran.talk.as_str(), ran.status), (expected, "", 0), "{table}");
}

/// Marks a table of which some rows cannot be used; `told` is what is said, without the name of the file.
fn check_unusable(table: impl AsRef<[u8]>, expected: &str, told: &str) {
    let folder = Folder::new();
    let ran = grade(&folder, table, &[]);
    let talk = ran.talk.replace(&text(&folder.join("r.csv")), "r.csv");
    assert_eq!((ran.out.replace("\r\n", "\n").as_str(), talk.as_str(), ran.status), (expected, told, 1));
}

#[test]
fn scores_are_added_at_the_end_and_rows_keep_their_order() {
    check(
        "question,response\npick,'=1+1\npick,Loire\nall,a\nall,\"a; b\\; c\"\ntrue,TRUE\nnumber,-59\nword,reykjavik\npick,\n",
        "question,response,score,max_score,verdict\n\
         pick,'=1+1,2,2,correct\n\
         pick,Loire,0,2,wrong\n\
         all,a,0.5,1,partial\n\
         all,a; b\\; c,1,1,correct\n\
         true,TRUE,1,1,correct\n\
         number,-59,1,1,correct\n\
         word,reykjavik,1,1,correct\n\
         pick,,0,2,unanswered\n",
    );
}

#[test]
fn columns_stand_anywhere_and_others_are_passed_through() {
    check(
        "\u{feff}\"class\",Response,note, QUESTION \n7b,-5,\"two\nlines\",pick\n\"7 \"\"b\"\"\",\"Reykjavík\",, word \n",
        "class,Response,note, QUESTION ,score,max_score,verdict\n\
         \"7b\",\"-5\",\"two\nlines\",\"pick\",\"0\",\"2\",\"wrong\"\n\
         \"7 \"\"b\"\"\",Reykjavík,, word ,1,1,correct\n",
    );
}

#[test]
fn a_cell_that_a_spreadsheet_would_run_gets_its_apostrophe_and_a_number_does_not() {
    check(
        "question,response,note,=x\npick,=1+1,@SUM(A1),'=kept\nnumber,-59 MJ,-5,\"\tx\"\n",
        "question,response,note,'=x,score,max_score,verdict\n\
         pick,'=1+1,'@SUM(A1),'=kept,2,2,correct\n\
         number,'-59 MJ,-5,'\tx,1,1,correct\n",
    );
}

#[test]
fn scores_that_are_there_already_are_filled_anew_in_their_place() {
    check(
        "score,question,verdict,response\n99,pick,correct,Loire\n",
        "score,question,verdict,response,max_score\n0,pick,wrong,Loire,2\n",
    );
    let once = "question,response,score,max_score,verdict\npick,Loire,0,2,wrong\n";
    check(once, once);
}

#[test]
fn hints_and_certainty_count_as_they_did() {
    check(
        "question,response,hints_used,certainty\nnumber,-59,1,\nnumber,-59,2.0,\npick,Loire,,3\npick,'=1+1,0,2\nnumber,,,\n",
        "question,response,hints_used,certainty,score,max_score,verdict\n\
         number,-59,1,,0.75,1,correct\n\
         number,-59,2.0,,0.5,1,correct\n\
         pick,Loire,,3,-12,6,wrong\n\
         pick,'=1+1,0,2,4,6,correct\n\
         number,,,,0,1,unanswered\n",
    );
}

#[test]
fn a_calculated_question_is_marked_with_the_values_that_it_was_asked_with() {
    check(
        "question,response,prompt\nsum,42,41 + 1?\nsum,42,43 + 1?\nsum,,\n",
        "question,response,prompt,score,max_score,verdict\n\
         sum,42,41 + 1?,1,1,correct\nsum,42,43 + 1?,0,1,wrong\nsum,,,0,1,unanswered\n",
    );
    let folder = Folder::new();
    let bank = folder.file("b.ron", kinds());
    let paper = torus(&["paper", &bank, "--seed", "7", "--format", "json"]).out;
    let paper: serde_json::Value = serde_json::from_str(&paper).unwrap();
    let questions = paper["questions"].as_array().unwrap();
    let position = questions.iter().position(|question| question["id"] == "sum").unwrap();
    let key = questions[position]["correct"][0].as_str().unwrap();
    let table = format!("question,response,seed,position\nsum,{key},7,{}\n", position + 1);
    let ran = grade(&folder, table, &[]);
    assert!(ran.status == 0 && ran.out.ends_with(",1,1,correct\r\n"), "{ran:?}");
}

#[test]
fn rows_that_cannot_be_used_keep_their_place_and_are_named() {
    check_unusable(
        "question,response,seed,position,bank\n\
         pick,Loire,,,\n\
         pik,Loire,,,b\n\
         \"two\nlines\",x,,,\n\
         ,Loire,,,\n\
         pick,Loire,,\n\
         pick,Loire,,,,more\n\
         sum,42,,,\n\
         sum,42,x,,\n\
         pick,Loire,,,other\n",
        "question,response,seed,position,bank,score,max_score,verdict\n\
         pick,Loire,,,,0,2,wrong\n\
         pik,Loire,,,b,,,\n\
         \"two\nlines\",\"x\",\"\",\"\",\"\",\"\",\"\",\"\"\n\
         ,Loire,,,,,,\n\
         pick,Loire,,,,,,\n\
         pick,Loire,,,,,,,more\n\
         sum,42,,,,,,\n\
         sum,42,x,,,,,\n\
         pick,Loire,,,other,,,\n",
        "r.csv:3: there is no question \"pik\" in this bank: did you mean `pick`?\n\
         r.csv:4: there is no question \"twolines\" in this bank: correct the id, or take the bank that it is from\n\
         r.csv:6: no question is named: write its id under `question`\n\
         r.csv:7: this row has 4 cells and the first row has 5: look for a comma or a quotation mark that is missing or too many\n\
         r.csv:8: this row has 6 cells and the first row has 5: look for a comma or a quotation mark that is missing or too many\n\
         r.csv:9: question \"sum\": its values are not known: add a column `prompt` with the text as it was asked, or `seed` and `position` of the paper\n\
         r.csv:10: `seed` is \"x\": write the seed of the paper, or leave it empty\n\
         r.csv:11: this row is of the bank \"other\": mark it with that bank\n\
         torus: 8 of 9 rows could not be used; they have no score\n",
    );
}

#[test]
fn a_table_in_another_encoding_is_read_and_that_is_told() {
    let folder = Folder::new();
    let ran = grade(&folder, b"question,response,note\nword,Reykjav\xEDk,\npick,Loire,\xED\n", &[]);
    let table = text(&folder.join("r.csv"));
    let marked =
        "question,response,note,score,max_score,verdict\r\nword,Reykjavík,,1,1,correct\r\npick,Loire,í,0,2,wrong\r\n";
    assert_eq!((ran.status, ran.out.as_str()), (0, marked), "{}", ran.talk);
    assert!(ran.talk.starts_with(&format!("{table}:2: from here on the table is not UTF-8")), "{}", ran.talk);
    let wide: Vec<u8> =
        "\u{feff}question\tresponse\r\nword\tReykjavík\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let ran = grade(&folder, wide, &[]);
    let marked = "question\tresponse\tscore\tmax_score\tverdict\r\nword\tReykjavík\t1\t1\tcorrect\r\n";
    assert_eq!((ran.status, ran.out.as_str()), (0, marked), "{}", ran.talk);
    assert!(ran.talk.contains("the table is UTF-16"), "{}", ran.talk);
}

#[test]
fn a_table_is_read_as_spreadsheets_write_it() {
    check(
        "sep=;\nquestion;response;;\nword;Reykjavík;;\n;;;\nnumber;-59,0;;\n;;;\n",
        "sep=;\nquestion;response;;;score;max_score;verdict\n\
         word;Reykjavík;;;1;1;correct\n;;;;;;\nnumber;'-59,0;;;1;1;correct\n;;;;;;\n",
    );
    check(
        "question\tresponse\npick\tLoire\n",
        "question\tresponse\tscore\tmax_score\tverdict\npick\tLoire\t0\t2\twrong\n",
    );
    check(
        "sep=,\nquestion,response\npick,Loire\n",
        "sep=,\nquestion,response,score,max_score,verdict\npick,Loire,0,2,wrong\n",
    );
    check(
        "\u{200b}question,response\n\u{feff}PICK ,Loire,,\n",
        "\u{200b}question,response,score,max_score,verdict\n\u{feff}PICK ,Loire,0,2,wrong,,\n",
    );
    // A cell of several lines is no row of its own.
    check(
        "question,response\nword,\"Reykjavík,\nor so\"\n",
        "question,response,score,max_score,verdict\n\"word\",\"Reykjavík,\nor so\",\"0\",\"1\",\"wrong\"\n",
    );
}

#[test]
fn what_looks_like_a_slip_of_the_spreadsheet_is_told() {
    let folder = Folder::new();
    let table = "question,response,hints_used,seed,position\nnumber,2-Jan,,,\nnumber,-59,9,,\n";
    let ran = grade(&folder, table, &[]);
    let name = text(&folder.join("r.csv"));
    let told = format!(
        "{name}:2: question \"number\": \"2-Jan\" looks like a date that a spreadsheet made of a number: look at what was answered, \
         and format the column as text; marked as it stands\n\
         {name}:3: question \"number\": `hints_used` is 9, and the question has 2; marked as it stands\n"
    );
    assert_eq!((ran.status, ran.talk), (0, told));
}

#[test]
fn a_position_that_is_off_is_told() {
    let folder = Folder::new();
    let bank = folder.file("b.ron", kinds());
    let paper = torus(&["paper", &bank, "--seed", "7", "--format", "json"]).out;
    let paper: serde_json::Value = serde_json::from_str(&paper).unwrap();
    let questions = paper["questions"].as_array().unwrap();
    let position = questions.iter().position(|question| question["id"] == "sum").unwrap() + 1;
    let key = questions[position - 1]["correct"][0].as_str().unwrap();
    let off = if position == 1 { 2 } else { position - 1 };
    let ran = grade(&folder, format!("question,response,seed,position\nsum,{key},7,{off}\n"), &[]);
    assert!(ran.talk.contains(&format!("wrong at `position` {off}, and right at {position}")), "{}", ran.talk);
    assert_eq!(ran.status, 0);
}

#[test]
fn letters_of_a_printed_paper_stand_for_its_options() {
    let folder = Folder::new();
    let questions = [
        r#"(id: "one", prompt: "?", answer: Choice(correct: "Volga", distractors: ["Rhine", "Loire", "Elbe"]))"#,
        r#"(id: "all", prompt: "?", answer: Choices(correct: ["Nile", "Niger"], distractors: ["Ob", "Don"]))"#,
        r#"(id: "order", prompt: "?", answer: Order(items: ["first", "second", "third", "fourth"]))"#,
        r#"(id: "pairs", prompt: "?", answer: Match(pairs: [("Rhine", "North Sea"), ("Volga", "Caspian Sea")], extra: ["Baltic"]))"#,
        r#"(id: "year", prompt: "?", answer: Choice(correct: "1997", distractors: ["2011", "2001"]))"#,
    ];
    let bank = folder.file("b.ron", bank("b", &questions.map(str::to_owned), ""));
    let paper = torus(&["paper", &bank, "--seed", "7", "--format", "json"]).out;
    let paper: serde_json::Value = serde_json::from_str(&paper).unwrap();
    let letter = |question: &serde_json::Value, option: &str| {
        let options = question["options"].as_array().unwrap();
        let place = options.iter().position(|shown| shown == option).unwrap();
        char::from(b'a' + u8::try_from(place).unwrap()).to_string()
    };
    let mut rows = String::from("question,response,seed,position\n");
    for (index, question) in paper["questions"].as_array().unwrap().iter().enumerate() {
        let letters = |options: &[&str]| options.iter().map(|option| letter(question, option)).collect::<Vec<_>>();
        let id = question["id"].as_str().unwrap();
        let response = match id {
            "one" => letters(&["Volga"]).concat().to_uppercase(),
            "all" => letters(&["Nile", "Niger"]).join("; "),
            "order" => letters(&["first", "second", "third", "fourth"]).join(" "),
            "pairs" => letters(&["North Sea", "Caspian Sea"]).concat().to_uppercase(),
            _ => letters(&["1997"]).concat(),
        };
        rows.push_str(&format!("{id},{response},7,{}\n", index + 1));
    }
    rows.push_str("year,a,,\none,b,,\n");
    let table = folder.file("r.csv", &rows);
    let ran = torus(&["grade", &bank, &table]);
    let right = ran.out.lines().filter(|line| line.trim_end().ends_with("1,1,correct")).count();
    assert_eq!((ran.status, right), (0, 6), "{} {}", ran.out, ran.talk);
    assert!(ran.talk.contains("\"b\" is a letter on a paper that is not told"), "{}", ran.talk);
}

#[test]
fn an_answer_of_several_lines_is_marked_again_as_it_was() {
    let folder = Folder::new();
    let once = grade(&folder, "question,response\nword,a\nword,\"x\nword two,y\"\n", &[]);
    assert_eq!((once.status, once.talk.as_str()), (0, ""), "{}", once.out);
    let twice = grade(&folder, &once.out, &[]);
    assert_eq!((twice.status, twice.out), (0, once.out), "{}", twice.talk);
}

#[test]
fn the_letters_of_the_key_are_right_on_every_version() {
    let folder = Folder::new();
    let questions = [
        r#"(id: "one", prompt: "?", answer: Choice(correct: "Volga", distractors: ["Rhine", "Loire", "Elbe"]))"#,
        r#"(id: "true", prompt: "?", answer: TrueFalse(true))"#,
        r#"(id: "order", prompt: "?", answer: Order(items: ["first", "second", "third", "fourth"]))"#,
        r#"(id: "groups", prompt: "?", answer: Categorise(groups: {"Africa": ["Nile", "Niger"], "Europe": ["Volga"]}))"#,
        r#"(id: "gaps", prompt: "?", answer: Cloze(text: "{Vienna} lies on the {Danube ~ Rhine ~ Elbe}."))"#,
    ];
    let bank = folder.file("b.ron", bank("b", &questions.map(str::to_owned), ""));
    let papers = torus(&["paper", &bank, "--seed", "7", "--versions", "3", "--format", "json"]).out;
    let papers: serde_json::Value = serde_json::from_str(&papers).unwrap();
    let mut rows = String::from("question,response,seed,position,version\n");
    for version in papers["versions"].as_array().unwrap() {
        for (index, question) in version["questions"].as_array().unwrap().iter().enumerate() {
            let shown = |list: &serde_json::Value, option: &str| {
                let place = list.as_array().unwrap().iter().position(|known| known == option).unwrap();
                char::from(b'A' + u8::try_from(place).unwrap())
            };
            let items = question["options"].as_array().cloned().unwrap_or_default();
            let group = |item: &serde_json::Value| if item == "Volga" { 'B' } else { 'A' };
            let response = match question["id"].as_str().unwrap() {
                "one" => shown(&question["options"], "Volga").to_string(),
                "true" => "T".to_owned(),
                "order" => ["first", "second", "third", "fourth"]
                    .map(|item| shown(&question["options"], item))
                    .iter()
                    .collect(),
                "groups" => items.iter().map(group).collect(),
                _ => format!("Vienna; {}", shown(&question["gaps"][1], "Danube")),
            };
            let (id, seed, letter) = (&question["id"], &version["seed"], &version["version"]);
            rows.push_str(&format!("{id},{response},{seed},{},{letter}\n", index + 1));
        }
    }
    let ran = torus(&["grade", &bank, &folder.file("r.csv", &rows)]);
    let right = ran.out.lines().filter(|line| line.trim_end().ends_with("1,1,correct")).count();
    assert_eq!((ran.status, right, ran.talk.as_str()), (0, 15, ""), "{}", ran.out);
}

#[test]
fn what_letters_stand_for_is_told_where_it_cannot_be_known() {
    let folder = Folder::new();
    let questions = [
        r#"(id: "one", prompt: "?", answer: Choice(correct: "Volga", distractors: ["Rhine", "Loire", "Elbe"]))"#,
        r#"(id: "plan", prompt: "?", answer: Choice(correct: "A", distractors: ["B", "C", "D"]))"#,
        r#"(id: "groups", prompt: "?", answer: Categorise(groups: {"Africa": ["Nile"], "Europe": ["Volga"]}))"#,
    ];
    let bank = folder.file("b.ron", bank("b", &questions.map(str::to_owned), ""));
    let table = "question,response,seed,position,version\none,X,7,1,A\none,JET,7,1,A\none,b,7,1,B\ngroups,AB,,,\n\
                 groups,Nile = A; Volga = B,,,\nplan,A,7,1,A\nplan,B,7,1,A\nplan,C,7,1,A\n";
    let ran = torus(&["grade", &bank, &folder.file("r.csv", table)]);
    for told in [
        ":2: question \"one\": \"X\" is no letter of this question: they go from A to D; marked as it stands",
        ":3: question \"one\": \"JET\" is none of the options",
        ":4: the rows have the seed 7 for version B and for version A",
        ":5: question \"groups\": \"AB\" is a letter on a paper that is not told",
        "is an option, and on the paper the letter of",
    ] {
        assert!(ran.talk.contains(told), "{told}: {}", ran.talk);
    }
    assert!(ran.out.contains("Volga = B,,,,1,1,correct"), "{}", ran.out);
}

#[test]
fn only_rows_that_would_be_marked_otherwise_are_compared() {
    let folder = Folder::new();
    let table = "question,response\nword,Reykjavik\npick,Loire\nword,Reykjavik\nnumber,59\n";
    let marked = grade(&folder, table, &[]).out.replacen("word,Reykjavik,1,1,correct", "word,Reykjavik,0,1,wrong", 1);
    let old = folder.file("old.csv", marked);
    let ran = grade(&folder, table, &["--compare", &old]);
    let changed =
        "question,response,score,max_score,verdict,old_score,old_verdict\r\nword,Reykjavik,1,1,correct,0,wrong\r\n";
    assert_eq!((ran.status, ran.out.as_str()), (0, changed), "{}", ran.talk);
    assert!(ran.talk.contains("1 of 4 rows would be marked otherwise"), "{}", ran.talk);
    let old = folder.file("old.csv", "question,response,score,verdict\nword,Reykjavik,1,correct\n");
    let ran = grade(&folder, table, &["--compare", &old]);
    assert!(ran.status == 1 && ran.talk.contains("the table to compare with has no such row"), "{}", ran.talk);
    let bare = folder.file("old.csv", table);
    assert_eq!(grade(&folder, table, &["--compare", &bare]).status, 2);
}

#[test]
fn a_mark_is_explained_step_by_step() {
    let folder = Folder::new();
    let bank = folder.file("b.ron", kinds());
    let ran = torus(&["explain-mark", &bank, "number", "-59e6 J"]);
    assert_eq!(ran.status, 0, "{}", ran.talk);
    for told in [
        "number (number): correct",
        "Read as the number -59000000 with the unit \"J\"",
        "That is -59 MJ.",
        "It is within what is right",
        "The rule: docs/quiz-format.md#number",
    ] {
        assert!(ran.out.contains(told), "{told}: {}", ran.out);
    }
    let ran = torus(&["explain-mark", &bank, "word", "Reykjavig", "--format", "json"]);
    let explained: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        (explained["verdict"].as_str(), explained["steps"][1]["step"].as_str()),
        (Some("wrong"), Some("nearest"))
    );
    let ran = torus(&["explain-mark", &bank, "pick", "Loire"]);
    assert!(ran.out.contains("\"Loire\" was picked; of "), "{}", ran.out);
    // Each rule that is named has a part of the reference.
    let headings = include_str!("../../docs/quiz-format.md").lines().filter_map(|line| line.strip_prefix("## "));
    let headings: Vec<String> = headings.map(str::to_lowercase).collect();
    for kind in torus::bank::Kind::ALL {
        assert!(headings.contains(&kind.as_str().replace('_', "")), "{kind:?}");
    }
    let ran = torus(&["explain-mark", &bank, "wrd", "x"]);
    assert!(ran.status == 2 && ran.talk.contains("did you mean `word`?"), "{}", ran.talk);
}

#[test]
fn an_odd_answer_is_wrong_and_told_and_ends_well() {
    let folder = Folder::new();
    let ran = grade(&folder, "question,response\npick,Rhine\n", &[]);
    let table = text(&folder.join("r.csv"));
    let told = format!("{table}:2: question \"pick\": \"Rhine\" is none of the options; marked as it stands\n");
    assert_eq!((ran.status, ran.talk), (0, told));
    assert!(ran.out.ends_with("pick,Rhine,0,2,wrong\r\n"), "{}", ran.out);
}

#[test]
fn a_question_with_a_mistake_is_told_apart_from_one_that_is_not_there() {
    let folder = Folder::new();
    let questions = [
        r#"(id: "good", prompt: "?", answer: TrueFalse(true))"#.to_owned(),
        r#"(id: "bad", prompt: "?", answer: Text(accept: []))"#.to_owned(),
    ];
    let bank = folder.file("b.ron", bank("b", &questions, ""));
    let table = folder.file("r.csv", "question,response\ngood,true\nbad,x\n");
    let ran = torus(&["grade", &bank, &table]);
    assert_eq!(ran.out, "question,response,score,max_score,verdict\r\ngood,true,1,1,correct\r\nbad,x,,,\r\n");
    let told =
        format!("{table}:3: the question \"bad\" has a mistake and cannot be asked: mend it in the bank first\n");
    assert!(ran.status == 1 && ran.talk.contains(&told), "{}", ran.talk);
}

#[test]
fn what_cannot_be_marked_ends_with_2_and_writes_nothing() {
    let folder = Folder::new();
    let (bank, broken) = (folder.file("b.ron", kinds()), folder.file("broken.ron", "Bank("));
    let out = folder.file("out.csv", "as it was");
    let good = folder.file("good.csv", "question,response\npick,Loire\n");
    let check = |bank: &str, table: &str, told: &str| {
        for more in [&[][..], &["-o", out.as_str()]] {
            let ran = torus(&[&["grade", bank, table], more].concat());
            assert!(ran.status == 2 && ran.out.is_empty() && ran.talk.contains(told), "{told}: {ran:?}");
        }
        assert_eq!(std::fs::read_to_string(&out).unwrap(), "as it was");
    };
    check(&bank, &text(&folder.join("none.csv")), "none.csv");
    check(&text(&folder.join("none.ron")), &good, "none.ron");
    check(&broken, &good, "there is no bank to mark by");
    check(&bank, folder.path(), "directory");
    for (table, told) in [
        (&b""[..], "there is no column `question`"),
        (b"id,response\npick,Loire\n", "there is no column `question`"),
        (b"question,answer\npick,Loire\n", "there is no column `response`"),
        (b"question,response,Response\npick,Loire,Loire\n", "there are two columns `response`"),
        (b"\xFF\xFEq\0u\0", "there is no column `question`"),
        (
            b"question,response\npick,\"Loire\npick,Loire\n",
            "line 2: the quotation mark that begins here is never closed",
        ),
        (b"question,response\npick,\"Loire\npick,\"Loire\n", "line 3: there is text behind the quotation mark"),
        (
            b"question,response\npick,\"Loire\npick,Loire\"\n",
            "line 2: the quotation mark that begins here joins this row",
        ),
        (
            b"a,question,response\nx,pick,\"Loire\nx,word,\"\n",
            "line 2: the quotation mark that begins here joins this row",
        ),
        (
            b"question,response,\"note\npick,Loire,x\"\npick,Loire,y\n",
            "line 1: the quotation mark that begins here joins this row",
        ),
    ] {
        check(&bank, &folder.file("r.csv", table), told);
    }
    assert_eq!(torus(&["grade", &bank]).status, 2);
}

#[test]
fn a_row_that_cannot_be_used_takes_no_mark_from_its_like() {
    let folder = Folder::new();
    let bank = folder.file("b.ron", kinds());
    // The second has a cell too many; the third is the like of the first.
    let table = folder.file("r.csv", "question,response\npick,Loire\npick,Loire,Loire\npick,Loire\n");
    let marked = folder.file("marked.csv", torus(&["grade", &bank, &table]).out);
    let compared = torus(&["grade", &bank, &table, "--compare", &marked]);
    assert_eq!(compared.out.lines().count(), 1, "no row would be marked otherwise: {compared:?}");
}

#[test]
fn an_answer_whose_lines_look_like_marked_rows_is_marked_and_compared_again() {
    let folder = Folder::new();
    let bank = folder.file("b.ron", kinds());
    let table =
        folder.file("r.csv", "question,response\nword,\"x\na,b,c,d,e\nf,g,h,i,j\ny\"\n\"word\",\"x\npick,Loire\"\n");
    let ran = torus(&["grade", &bank, &table]);
    assert_eq!((ran.status, ran.talk.as_str()), (0, ""));
    let marked = folder.file("marked.csv", &ran.out);
    let again = torus(&["grade", &bank, &marked]);
    assert_eq!((again.status, again.talk.as_str(), again.out.as_str()), (0, "", ran.out.as_str()));
    for table in [&table, &marked] {
        let compared = torus(&["grade", &bank, table, "--compare", &marked]);
        assert_eq!((compared.status, compared.out.lines().count()), (0, 1), "{compared:?}");
    }
}

#[test]
fn a_file_gets_the_same_bytes_and_a_mark_where_it_is_wanted() {
    let folder = Folder::new();
    let out = text(&folder.join("out.csv"));
    let table = "question,response\nword,Reykjavík\n";
    let printed = grade(&folder, table, &[]).out;
    let saved = grade(&folder, table, &["-o", &out, "--bom"]);
    assert_eq!((saved.status, saved.out.as_str(), saved.talk.as_str()), (0, "", ""));
    assert_eq!(std::fs::read_to_string(&out).unwrap(), format!("\u{feff}{printed}"));
    assert_eq!(grade(&folder, format!("\u{feff}{table}"), &["--bom"]).out, format!("\u{feff}{printed}"));
}

#[test]
fn a_file_may_be_marked_into_itself() {
    let folder = Folder::new();
    let table = text(&folder.join("r.csv"));
    let ran = grade(&folder, "question,response\npick,Loire\n", &["-o", &table]);
    assert_eq!((ran.status, ran.talk.as_str()), (0, ""));
    let marked = "question,response,score,max_score,verdict\r\npick,Loire,0,2,wrong\r\n";
    assert_eq!(std::fs::read_to_string(&table).unwrap(), marked);
}

#[test]
fn a_table_written_to_harm_is_marked_or_refused() {
    let folder = Folder::new();
    let long = "x".repeat(4_000_000);
    for (rows, status) in [
        (format!("pick,\"{long}\n"), 2),
        (format!("pick,{long}\nnumber,{long}\nword,{long}\nall,{long}\n"), 0),
        (format!("all,{}\n", "a;".repeat(500_000)), 0),
        (",".repeat(1_000_000), 0),
        ("pick,\0\0\n\0,x\n".to_owned(), 1),
        ("\"\"\"\",\"\n\"\"\r\r\n\"".to_owned(), 1),
        ("pick,\u{202e}Loire\u{1b}[31m\n".to_owned(), 0),
    ] {
        let ran = grade(&folder, format!("question,response\n{rows}"), &["-o", "/dev/null"]);
        assert_eq!(ran.status, status, "{}", ran.talk.chars().take(300).collect::<String>());
        assert!(!ran.talk.contains('\u{1b}') && ran.talk.len() < 2000, "{}", ran.talk.len());
    }
}

#[test]
fn the_example_of_the_docs_is_true() {
    let docs = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/grade.md")).unwrap();
    let blocks: Vec<&str> = docs.split("```csv\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    let folder = Folder::new();
    let bank = folder.file("b.ron", torus::bank::starter("b").text);
    let ran = torus(&["grade", &bank, &folder.file("r.csv", blocks[0])]);
    assert_eq!((ran.status, ran.out.replace("\r\n", "\n").as_str(), ran.talk.as_str()), (0, blocks[1], ""));
}
