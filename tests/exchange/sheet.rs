//! Tables of questions in every layout, from CSV and from workbooks, and written as a plain table or for Kahoot.

use crate::common::{NoPictures, banks, read_bytes};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format as CellFormat, Formula, Workbook};
use torus::bank::{Answer, Bank, ClozeText, Entries, FORMAT, Kind, Question};
use torus::exchange::{Carried, Format, MadeBank, ReadOptions, Remark, Severity, Target, write};

fn as_table() -> ReadOptions {
    ReadOptions { format: Some(Format::Table), ..ReadOptions::default() }
}

#[track_caller]
fn made_of(bytes: &[u8]) -> MadeBank {
    banks(bytes, "table", &as_table(), false).remove(0)
}

/// A workbook of texts and numbers; what reads as a number is one.
fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells).filter(|(_, cell)| !cell.is_empty()) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).expect("a number"),
                Err(_) => sheet.write_string(row, column, *cell).expect("a text"),
            };
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

fn choice(right: &str, wrong: &[&str]) -> Answer {
    Answer::Choice { correct: right.into(), distractors: boxed(wrong) }
}

fn choices(right: &[&str], wrong: &[&str]) -> Answer {
    Answer::Choices { correct: boxed(right), distractors: boxed(wrong) }
}

fn boxed(texts: &[&str]) -> Box<[Box<str>]> {
    texts.iter().map(|text| (*text).into()).collect()
}

fn answers(made: &MadeBank) -> Vec<Answer> {
    made.bank.questions.iter().map(|question| question.answer.clone()).collect()
}

#[track_caller]
fn check(table: &[u8], expected: &[Answer]) {
    let made = made_of(table);
    assert_eq!(answers(&made), expected, "{:?}", made.left_out);
}

#[test]
fn merged_cells_and_time_limits_are_told() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = CellFormat::new();
    for (column, heading) in (0..).zip(["Question", "Option A", "Option B", "Correct", "Time limit (sec)"]) {
        sheet.write_string(0, column, heading).expect("a text");
    }
    for (column, text) in (0..).zip(["One?", "x", "y", "A", "20"]) {
        sheet.write_string(1, column, text).expect("a text");
    }
    sheet.merge_range(2, 0, 3, 0, "Two?", &plain).expect("cells");
    for (column, text) in (1..).zip(["v", "w", "B"]) {
        sheet.write_string(2, column, text).expect("a text");
    }
    let bytes = book.save_to_buffer().expect("a workbook");
    let file = read_bytes(&bytes, "t.xlsx", &ReadOptions::default()).expect("a table");
    let told: Vec<(&str, &Remark)> =
        file.banks[0].remarks.iter().map(|(place, remark)| (&*place.cell, remark)).collect();
    assert!(told.contains(&("Sheet1!A3", &Remark::SpannedCells)), "{told:?}");
    let is_limit = |(cell, remark): &&(&str, &Remark)| *cell == "Sheet1!E1" && matches!(remark, Remark::NoPlaceFor(_));
    assert!(told.iter().any(|told| is_limit(&told)), "{told:?}");
}

#[test]
fn each_row_of_merged_cells_is_told() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["Question", "A", "B", "Correct"]) {
        sheet.write_string(0, column, heading).expect("a text");
    }
    for row in [1, 3] {
        sheet.merge_range(row, 0, row + 1, 0, "What?", &CellFormat::new()).expect("cells");
        for (column, text) in (1..).zip(["x", "y", "A"]) {
            sheet.write_string(row, column, text).expect("a text");
        }
    }
    let bytes = book.save_to_buffer().expect("a workbook");
    let file = read_bytes(&bytes, "t.xlsx", &ReadOptions::default()).expect("a table");
    let spanned = file.banks[0].remarks.iter().filter(|(_, remark)| *remark == Remark::SpannedCells);
    assert_eq!(spanned.map(|(place, _)| &*place.cell).collect::<Vec<_>>(), ["Sheet1!A2", "Sheet1!A4"]);
}

#[test]
fn a_key_of_letters_is_no_answer_where_no_options_are() {
    let made = made_of(b"Question,Wahl,Correct\nOne?,x,A\nTwo?,y,F\nThree?,z,A;C\nFour?,z,Danube\n");
    let keys: Vec<&Remark> = made.left_out.iter().map(|left_out| &left_out.reason).collect();
    let expected = ["A", "F", "A;C"].map(|key| Remark::KeyIsNoOption(key.into()));
    assert_eq!(keys, expected.iter().collect::<Vec<_>>());
    assert_eq!(made.bank.questions.len(), 1);
    let file = read_bytes(b"Question,Wahl,Correct\nFour?,z,Danube\n", "t.csv", &as_table()).expect("a table");
    assert_eq!(file.banks[0].remarks[0].1, Remark::UnknownColumns(vec!["Wahl".into()]));
    let truths = b"Question,A,B,Correct\nOne?,x,y,B\nTwo?,,,F\nThree?,,,T\n";
    check(truths, &[choice("y", &["x"]), Answer::TrueFalse(false), Answer::TrueFalse(true)]);
    let with_options = b"Question,optionA,optionB,Correct Choice\nOne?,x,y,B\n";
    check(with_options, &[choice("y", &["x"])]);
}

#[test]
fn a_type_that_nobody_knows_gives_way_to_options_with_a_key() {
    let made = made_of(b"Question,A,B,C,Correct,Type\nOne?,x,y,z,B,Elige\nTwo?,x,y,z,,Elige\nThree?,x,y,z,ABC,Elige\n");
    assert_eq!(answers(&made), [choice("y", &["x", "z"])]);
    let is_told = |remark: &Remark| matches!(remark, Remark::Assumed(_)) && remark.severity() == Severity::Guessed;
    assert!(made.made[0].remarks.iter().any(is_told), "{:?}", made.made[0].remarks);
    assert!(made.left_out.iter().all(|left_out| matches!(left_out.reason, Remark::UnknownType(_))));
}

#[test]
fn rows_without_a_sound_key_are_left_out_with_their_line() {
    let table = "Question,A,B,C,Correct,Type\n\
        no key,one,two,three,,\n\
        no such option,one,two,three,Four,\n\
        too far,one,two,three,D,\n\
        an opinion,one,two,three,A,Poll\n\
        an essay,,,,,Essay\n\
        unheard of,,,,A,Riddle\n\
        ,one,two,three,A,\n\
        one option,one,,,A,\n\
        sound,one,two,three,B,\n";
    let made = made_of(table.as_bytes());
    let reasons: Vec<&Remark> = made.left_out.iter().map(|left_out| &left_out.reason).collect();
    assert!(
        matches!(
            reasons[..],
            [
                Remark::NoKey,
                Remark::KeyIsNoOption(_),
                Remark::KeyIsNoOption(_),
                Remark::CannotCarry(_),
                Remark::MarkedByPerson,
                Remark::UnknownType(_),
                Remark::Damaged(_),
                Remark::TooFew(Kind::Choice, 1, 2),
            ]
        ),
        "{reasons:?}"
    );
    assert_eq!(answers(&made), [choice("two", &["one", "three"])]);
    let drafts = &read_bytes(table.as_bytes(), "table", &as_table()).expect("reads").banks[0].drafts;
    assert_eq!(drafts.iter().map(|draft| draft.place.line).collect::<Vec<_>>(), (2..=10).map(Some).collect::<Vec<_>>());
}

#[test]
fn a_stray_quotation_mark_costs_one_row() {
    let made = made_of(b"Question,A,B,Correct\n\"open,one,two,A\nsound,one,two,B\n");
    assert!(matches!(made.left_out[0].reason, Remark::Damaged(_)));
    assert_eq!(answers(&made), [choice("two", &["one"])]);
}

#[test]
fn keys_are_numbers_letters_or_texts() {
    for (key, expected) in [("2", "two"), ("b", "two"), ("TWO ", "two"), ("c)", "three")] {
        let table = format!("question;option 1;option 2;option 3;answer key\nWhich?;one;two;three;{key}\n");
        check(
            table.as_bytes(),
            &[choice(expected, if expected == "two" { &["one", "three"] } else { &["one", "two"] })],
        );
    }
    let from_zero = "Question,Option 1,Option 2,Correct\nA?,one,two,0\nB?,one,two,1\n";
    check(from_zero.as_bytes(), &[choice("one", &["two"]), choice("two", &["one"])]);
    let made = made_of(b"Question,Option 1,Option 2,Option 3,Correct\nHow many?,2,3,4,2\n");
    assert_eq!(answers(&made), [choice("2", &["3", "4"])]);
    assert!(made.remarks().iter().any(|(_, remark)| matches!(remark, Remark::Key(_))));
}

#[test]
fn headings_may_be_of_another_language_and_stand_below_a_title() {
    let german = "Mein Quiz;;;;\n;;;;\nFrage;Antwort A;Antwort B;Richtige Antwort;Thema\nWelcher?;Donau;Rhein;A;Flüsse > Europa\n";
    let made = made_of(german.as_bytes());
    assert_eq!(answers(&made), [choice("Donau", &["Rhein"])]);
    assert_eq!(&*made.bank.questions[0].topic, "Flüsse/Europa");
    let french = "sep=\t\nQuestion\tRéponse 1\tRéponse 2\tBonne réponse\tExplication\nQuel ?\tSeine\tRhône\t2\tVoilà\n";
    let made = made_of(french.as_bytes());
    assert_eq!(
        (&answers(&made)[..], &*made.bank.questions[0].explanation),
        (&[choice("Rhône", &["Seine"])][..], "Voilà")
    );
}

#[test]
fn a_separator_is_found_whatever_stands_in_the_first_rows() {
    check(b"a, b, c, d\nQuestion;A;B;Correct\nWhich, and why?;one;two;A\n", &[choice("one", &["two"])]);
    let wide: Vec<u8> =
        "Question\tA\tB\tCorrect\nWhich?\tone\ttwo\tB\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(&wide, &[choice("two", &["one"])]);
}

#[test]
fn a_plain_table_holds_more_than_choices() {
    let table = "Question,Answer,Unit,Tolerance,Points,Difficulty,Hint,Image\n\
        Length?,2850,km,50,2,hard,long,\nWet?,TRUE,,,,,,\nName?,Danube,,,,,,https://example.org/a.png\n";
    let made = made_of(table.as_bytes());
    let number = Answer::Number { value: 2850.0, tolerance: 50.0, unit: "km".into(), unit_required: false };
    assert_eq!(answers(&made), [number, Answer::TrueFalse(true), Answer::text(boxed(&["Danube"]), 0)]);
    let length = &made.bank.questions[0];
    assert_eq!((length.points, length.difficulty, &*length.hints[0]), (2.0, Some(0.8), "long"));
    assert!(made.remarks().iter().any(|(_, remark)| matches!(remark, Remark::RemotePicture(_))));
    assert!(made.bank.questions[2].prompt.contains("https://example.org/a.png"));
}

const KAHOOT: [&str; 8] = [
    "",
    "Question - max 120 characters",
    "Answer 1 - max 75 characters",
    "Answer 2 - max 75 characters",
    "Answer 3 - max 75 characters",
    "Answer 4 - max 75 characters",
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
];

#[test]
fn kahoot_is_read_below_its_instructions_and_its_example_passed_over() {
    let rows: &[&[&str]] = &[
        &["", "Quiz template"],
        &["", "Add questions, at least two answer alternatives"],
        &[],
        &["", "Remember"],
        &[],
        &[],
        &[],
        &KAHOOT,
        &["1", "Which spreadsheet tools can read this sheet?", "a", "b", "", "", "20", "1"],
        &["2", "Two of them?", "2", "3", "4", "5", "20", "1.3"],
        &["3", "Which?", "one", "two", "", "", "20", "2"],
        &["4", "Right?", "True", "False", "", "", "20", "2"],
        &["5"],
    ];
    let made = made_of(&workbook(rows));
    assert_eq!(answers(&made), [choices(&["2", "4"], &["3", "5"]), choice("two", &["one"]), Answer::TrueFalse(false)]);
    let file = read_bytes(&workbook(rows), "k.xlsx", &as_table()).expect("reads");
    assert_eq!(&*file.banks[0].drafts[0].place.cell, "Sheet1!B10");
    assert!(made.remarks().iter().any(|(draft, remark)| *draft == 0 && matches!(remark, Remark::Key(_))));
}

#[test]
fn cells_of_workbooks_are_what_the_sheet_shows() {
    let mut book = Workbook::new();
    let date = CellFormat::new().set_num_format("d mmm");
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["Question", "A", "B", "Correct"]) {
        sheet.write_string(0, column, heading).expect("a heading");
    }
    sheet.write_string(1, 0, "A date?").expect("a text");
    sheet
        .write_datetime_with_format(1, 1, ExcelDateTime::from_ymd(2026, 3, 1).expect("a date"), &date)
        .expect("a date");
    sheet.write_number(1, 2, 2.0).expect("a number");
    sheet.write_string(1, 3, "B").expect("a text");
    sheet.write_string(2, 0, "An error?").expect("a text");
    sheet.write_string(2, 1, "x").expect("a text");
    sheet.write_formula(2, 2, Formula::new("=1/0").set_result("#DIV/0!")).expect("a formula");
    sheet.write_string(2, 3, "A").expect("a text");
    sheet.write_string(4, 0, "True?").expect("a text");
    sheet.write_boolean(4, 3, true).expect("a truth");
    book.add_worksheet().set_hidden(true).write_string(0, 0, "hidden").expect("a text");
    let bytes = book.save_to_buffer().expect("a workbook");
    let made = made_of(&bytes);
    assert_eq!(answers(&made)[0], choice("2", &["2026-03-01"]));
    assert!(made.remarks().contains(&(0, &Remark::CellIsDate("2026-03-01".into()))));
    assert_eq!(answers(&made).last(), Some(&Answer::TrueFalse(true)));
    let file = read_bytes(&bytes, "x.xlsx", &as_table()).expect("reads");
    assert!(file.banks[0].remarks.iter().any(|(place, remark)| &*place.cell == "Sheet2" && *remark == Remark::Hidden));
}

#[test]
fn a_key_that_became_a_date_is_never_guessed() {
    let mut book = Workbook::new();
    let date = CellFormat::new().set_num_format("d.m.");
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["Question", "A", "B", "C", "Correct"]) {
        sheet.write_string(0, column, heading).expect("a heading");
        sheet.write_string(1, column, heading).expect("a text");
    }
    sheet
        .write_datetime_with_format(1, 4, ExcelDateTime::from_ymd(2026, 3, 1).expect("a date"), &date)
        .expect("a date");
    let file = read_bytes(&book.save_to_buffer().expect("a workbook"), "x.xlsx", &as_table()).expect("reads");
    let made = torus::exchange::make(&file.banks[0], "x", &torus::exchange::MakeOptions::default());
    assert!(matches!(made.left_out[0].reason, Remark::KeyIsNoOption(_)), "{:?}", made.left_out);
    assert!(made.left_out[0].remarks.contains(&Remark::CellIsDate("2026-03-01".into())));
}

#[test]
fn wayground_is_read_below_the_row_that_explains_it() {
    let rows: &[&[&str]] = &[
        &[
            "Question Text",
            "Question Type",
            "Option 1",
            "Option 2",
            "Option 3",
            "Option 4",
            "Option 5",
            "Correct Answer",
            "Time in seconds",
            "Image Link",
            "Answer explanation",
        ],
        &[
            "Text of the question\n(required)",
            "Question Type\n(default is Multiple Choice)",
            "Text for option 1",
            "Text for option 2",
            "",
            "",
            "",
            "The correct option choice",
            "",
            "",
            "",
        ],
        &["Which?", "Multiple Choice", "one", "two", "", "", "", "2", "30", "", "Because"],
        &["Which two?", "Checkbox", "one", "two", "three", "", "", "1,3", "30"],
        &["Name it", "Fill-in-the-Blank", "Danube", "Donau", "", "", "", "", "30"],
        &["Tell", "Open-Ended"],
        &["Like it?", "Poll", "yes", "no"],
        &["Draw it", "Draw"],
        &["Any?", "", "one", "two", "", "", "", "1"],
    ];
    let made = made_of(&workbook(rows));
    assert_eq!(
        answers(&made),
        [
            choice("two", &["one"]),
            choices(&["one", "three"], &["two"]),
            Answer::text(boxed(&["Danube", "Donau"]), 0),
            choice("one", &["two"]),
        ]
    );
    assert_eq!(made.left_out.len(), 3);
    assert_eq!(&*made.bank.questions[0].explanation, "Because");
}

#[test]
fn blooket_and_gimkit_are_read() {
    let blooket = "\"Blooket\nImport Template\",,,,,,,\n\
        Question #,Question Text,Answer 1,Answer 2,\"Answer 3\n(Optional)\",\"Answer 4\n(Optional)\",\"Time Limit (sec)\n(Max: 300 seconds)\",\"Correct Answer(s)\n(Only include Answer #)\"\n\
        1,Which?,one,two,,,20,2\n2,Which two?,one,two,three,,20,\"1,3\"\n3,Name it,Danube,Donau,,,20,1,typing\n";
    check(
        blooket.as_bytes(),
        &[choice("two", &["one"]), choices(&["one", "three"], &["two"]), Answer::text(boxed(&["Danube", "Donau"]), 0)],
    );
    let gimkit = "Gimkit Spreadsheet Import Template,,,,\n\
        Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2 (Optional),Incorrect Answer 3 (Optional)\n\
        Which?,one,two,three,\nName it,Danube,,,\n";
    check(gimkit.as_bytes(), &[choice("one", &["two", "three"]), Answer::text(boxed(&["Danube"]), 0)]);
}

#[test]
fn brightspace_is_read_block_by_block() {
    let table = "//comment,,,,\n\
        NewQuestion,MC,,,\nID,RIV-1,,,\nTitle,Longest,,,\nQuestionText,Which?,,,\nPoints,2,,,\nDifficulty,5,,,\nOption,100,one,,yes\nOption,0,two,,no\nHint,look,,,\nFeedback,so,,,\n\
        NewQuestion,TF,,,\nQuestionText,Right?,,,\nTRUE,0,no,,\nFALSE,100,yes,,\n\
        NewQuestion,MS,,,\nQuestionText,Which two?,,,\nScoring,RightAnswers,,,\nOption,1,one,,\nOption,0,two,,\nOption,1,three,,\n\
        NewQuestion,M,,,\nQuestionText,Pair,,,\nChoice,1,Danube,,\nChoice,2,Rhine,,\nMatch,1,Black Sea,,\nMatch,2,North Sea,,\nMatch,3,Red Sea,,\n\
        NewQuestion,O,,,\nQuestionText,Order,,,\nItem,spring,,,\nItem,delta,,,\nItem,sea,,,\n\
        NewQuestion,SA,,,\nQuestionText,Name,,,\nAnswer,100,Danube,,\nAnswer,50,Donau,,\n\
        NewQuestion,SA,,,\nQuestionText,Pattern,,,\nAnswer,100,Dan.*,regexp,\n\
        NewQuestion,WR,,,\nQuestionText,Tell,,,\n\
        NewQuestion,MC,,,\nQuestionText,No key,,,\nOption,0,one,,\nOption,0,two,,\n";
    let made = made_of(table.as_bytes());
    let pairs = [("Danube".into(), "Black Sea".into()), ("Rhine".into(), "North Sea".into())].into();
    assert_eq!(
        answers(&made),
        [
            choice("one", &["two"]),
            Answer::TrueFalse(false),
            choices(&["one", "three"], &["two"]),
            Answer::Match { pairs, extra: boxed(&["Red Sea"]) },
            Answer::Order { items: boxed(&["spring", "delta", "sea"]) },
            Answer::text(boxed(&["Danube"]), 0),
        ]
    );
    assert_eq!(made.left_out.len(), 3);
    let first = &made.bank.questions[0];
    assert_eq!((&*first.id, first.points, first.difficulty), ("riv-1", 2.0, Some(0.5)));
    assert_eq!((first.feedback.get("two").map(|words| &**words), &*first.explanation), (Some("no"), "so"));
}

#[test]
fn blackboard_is_read_row_by_row() {
    let table = "MC\tWhich?\tone\tcorrect\ttwo\tincorrect\n\
        MA\tWhich two?\tone\tcorrect\ttwo\tincorrect\tthree\tcorrect\n\
        TF\tRight?\tfalse\nNUM\tHow long?\t2850\t50\nORD\tOrder\tspring\tdelta\tsea\n\
        MAT\tPair\tDanube\tBlack Sea\tRhine\tNorth Sea\nFIB\tName\tDanube\tDonau\n\
        FIB_PLUS\tThe [a] meets the [b].\ta\tDanube\tDonau\t\tb\tSava\n\
        ESS\tTell\tthus\nJUMBLED_SENTENCE\tx [a]\tb\ta\nMC\tBroken\tone\tright\n";
    let made = made_of(table.as_bytes());
    let pairs = [("Danube".into(), "Black Sea".into()), ("Rhine".into(), "North Sea".into())].into();
    assert_eq!(
        answers(&made),
        [
            choice("one", &["two"]),
            choices(&["one", "three"], &["two"]),
            Answer::TrueFalse(false),
            Answer::Number { value: 2850.0, tolerance: 50.0, unit: Box::default(), unit_required: false },
            Answer::Order { items: boxed(&["spring", "delta", "sea"]) },
            Answer::Match { pairs, extra: Box::default() },
            Answer::text(boxed(&["Danube", "Donau"]), 0),
            Answer::Cloze { text: ClozeText::new("The {Danube|Donau} meets the {Sava}.") },
        ],
        "{:?}",
        made.left_out
    );
    assert_eq!(made.left_out.len(), 3);
}

fn question(id: &str, answer: Answer) -> Question {
    let feedback = match &answer {
        Answer::Choice { correct, .. } => vec![(correct.clone(), "Well *done*".into())],
        Answer::TrueFalse(_) => vec![("false".into(), "No".into())],
        _ => Vec::new(),
    };
    Question {
        id: id.into(),
        topic: "Rivers/Europe".into(),
        prompt: format!("What is **{id}**, $x^2$ or 3 \\* 4?\n\nSay, \"now\"").into(),
        feedback: Entries(feedback.into()),
        explanation: "=As the map shows".into(),
        hints: ["-Look north".into(), "Look again".into()].into(),
        points: 2.5,
        difficulty: Some(0.25),
        ..Question::of(answer)
    }
}

fn bank() -> Bank {
    let number = |value: f64, unit: &str, unit_required| Answer::Number {
        value,
        tolerance: 0.5,
        unit: unit.into(),
        unit_required,
    };
    let questions = vec![
        question("volga", choice("Volga", &["Elbe", "=Oder"])),
        question("letters", choice("B", &["A", "C"])),
        question("truths", choice("True", &["False"])),
        question("numbers", choice("2", &["3", "1"])),
        question("two", choices(&["Inn", "1,3"], &["Elbe"])),
        question("one-of-several", choices(&["Inn"], &["Elbe", "Main"])),
        question("all", choices(&["Inn", "Sava"], &[])),
        question("wrong", Answer::TrueFalse(false)),
        question("right", Answer::TrueFalse(true)),
        question("length", number(-2850.25, "km", true)),
        question("count", number(4.0, "", false)),
        question("name", Answer::text(boxed(&["Danube", "Donau", "2"]), 0)),
        question("order", Answer::Order { items: boxed(&["spring", "delta", "sea"]) }),
        question("cloze", Answer::Cloze { text: ClozeText::new("The {Danube}.") }),
    ];
    Bank { format: FORMAT, id: "rivers".into(), title: "Rivers".into(), questions, ..Bank::default() }
}

#[test]
fn the_plain_table_is_read_back_as_the_same_questions() {
    let bank = bank();
    for target in [Target::TableCsv, Target::TableXlsx] {
        let exported = write(&bank, target, &NoPictures);
        let made = made_of(&exported.bytes);
        let carried: Vec<&Question> =
            bank.questions.iter().filter(|question| target.carries(question.kind()) != Carried::Not).collect();
        assert_eq!(made.bank.questions.iter().collect::<Vec<_>>(), carried, "{target:?}");
        assert!(made.remarks().is_empty(), "{:?}", made.remarks());
        assert_eq!(exported.made, carried.len());
        let told: Vec<(&str, Severity)> =
            exported.remarks.iter().map(|(id, remark)| (&**id, remark.severity())).collect();
        assert_eq!(told, [("order", Severity::LeftOut), ("cloze", Severity::LeftOut)]);
        assert_eq!(exported.bytes, write(&bank, target, &NoPictures).bytes, "the same bytes");
    }
}

#[test]
fn cells_that_look_like_formulas_have_an_apostrophe_in_csv() {
    let text = String::from_utf8(write(&bank(), Target::TableCsv, &NoPictures).bytes).expect("UTF-8");
    assert!(text.starts_with('\u{feff}') && text.contains("'=Oder") && text.contains("'-2850.25"));
}

#[test]
fn kahoots_limits_are_hard_and_nothing_is_cut() {
    let mut bank = bank();
    bank.questions.truncate(1);
    let short = |id: &str, answer: Answer| Question { prompt: format!("Which {id}?").into(), ..question(id, answer) };
    bank.questions = vec![
        short("fine", choices(&["Inn", "Sava"], &["Elbe"])),
        short("truth", Answer::TrueFalse(true)),
        short("lie", Answer::TrueFalse(false)),
        Question { prompt: "x".repeat(121).into(), ..short("long", choice("a", &["b"])) },
        short("wide", choice(&"y".repeat(76), &["b"])),
        short("many", choice("a", &["b", "c", "d", "e"])),
        short("name", Answer::text(boxed(&["Danube"]), 0)),
    ];
    let exported = write(&bank, Target::Kahoot, &NoPictures);
    let left_out: Vec<&str> = exported
        .remarks
        .iter()
        .filter(|(_, remark)| remark.severity() == Severity::LeftOut)
        .map(|(id, _)| &**id)
        .collect();
    assert_eq!((exported.made, &left_out[..]), (3, &["long", "wide", "many", "name"][..]));
    let made = made_of(&exported.bytes);
    let Answer::Choices { correct, distractors } = &made.bank.questions[0].answer else { panic!("several") };
    let mut right = correct.to_vec();
    right.sort();
    assert_eq!((right, distractors), (boxed(&["Inn", "Sava"]).to_vec(), &boxed(&["Elbe"])));
    assert_eq!(answers(&made)[1..], [Answer::TrueFalse(true), Answer::TrueFalse(false)]);
    assert_eq!(exported.bytes, write(&bank, Target::Kahoot, &NoPictures).bytes);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn damaged_tables_stop_nothing(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>()) {
        for text in [
            "Question,A,B,Correct\nWhich?,one,\"t\nwo\",A\n'=x,1,2,\"1,2\"\n",
            "NewQuestion,MC\nQuestionText,Which?,HTML\nOption,100,one,HTML,x\nOption,0,two\nNewQuestion,M\nChoice,1,a\nMatch,1,b\n",
            "MC\tWhich?\tone\tcorrect\nFIB_PLUS\tThe [a].\ta\tx|y{\n",
        ] {
            let mut bytes = text.as_bytes().to_vec();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            bytes.truncate(cut.index(text.len()) + 1);
            let _ = read_bytes(&bytes, "x.csv", &as_table());
        }
    }

    #[test]
    fn damaged_workbooks_stop_nothing(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let mut bytes = workbook(&[&KAHOOT, &["1", "Which?", "one", "two", "", "", "20", "2"]]);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read_bytes(&bytes, "x.xlsx", &as_table());
    }

    #[test]
    fn no_key_is_guessed(key in "[a-d0-5 ,;xé]{0,4}") {
        let table = format!("Question,Option 1,Option 2,Option 3,Correct\nWhich?,one,two,three,\"{key}\"\n");
        let Ok(file) = read_bytes(table.as_bytes(), "x.csv", &as_table()) else { return Ok(()) };
        let made = torus::exchange::make(&file.banks[0], "x", &Default::default());
        prop_assert_eq!(made.questions(), 1);
        let names_an_option = key.chars().any(|sign| matches!(sign, 'a'..='c' | '0'..='3'));
        prop_assert!(names_an_option || made.bank.questions.is_empty(), "{:?}", made.bank.questions);
    }
}
