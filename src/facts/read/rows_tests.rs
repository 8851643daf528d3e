//! Facts from spreadsheets: which rows are read, what becomes of names, and what is told of the rest.

use crate::facts::{Object, TableReading, read};
use crate::syntax::LineIndex;

/// A table whose facts all stand in a spreadsheet.
const TABLE: &str = r#"(
    format: 1, id: "rivers", title: "Rivers",
    banks: [(id: "rivers", title: "Rivers")],
    classes: {"river": (noun: "river"), "sea": (noun: "sea")},
    entities: {
        "rhine": (name: "Rhine", class: "river", the: true),
        "north-sea": (name: "North Sea", class: "sea", the: true, also: ["German Ocean"]),
        "black-1": (name: "Black", class: "river"),
        "black-2": (name: "Black", class: "river"),
    },
    relations: {
        "ends": (from: "river", to: "sea", subjects: All, says: ["{subject} ends in {object}."], asks_object: ["Where does {subject} end?"]),
        "long": (from: "river", says: ["{subject} is {object} long."], asks_object: ["How long is {subject}?"]),
    },
    rows: ["rivers.csv"],
)"#;

fn read_rows(csv: &str) -> TableReading {
    read(TABLE, &|name| if name == "rivers.csv" { Ok(csv.into()) } else { Err("no such file".into()) })
}

/// What is told of a spreadsheet; what is wrong with the table itself is left aside.
fn told(csv: &str) -> Vec<String> {
    let problems = read_rows(csv).problems;
    let lines = LineIndex::new(csv);
    problems.iter().filter(|problem| problem.file.is_some()).map(|problem| problem.line(&lines)).collect()
}

fn facts(csv: &str) -> Vec<String> {
    let table = read_rows(csv).table.expect("a table");
    let short = |object: &Option<Object>| match object {
        Some(Object::Is(id)) => id.to_string(),
        Some(Object::Amount(amount)) => format!("{} {}", amount.value, amount.unit),
        None => String::new(),
    };
    let line =
        |fact: &crate::facts::Fact| format!("{}: {} {} {}", fact.id, fact.subject, fact.relation, short(&fact.object));
    table.facts.iter().map(line).collect()
}

#[test]
fn rows_become_facts_whatever_the_order_of_columns_and_the_sign_between_them() {
    let expected = ["r1: rhine ends north-sea", "r2: rhine long 1233 km"];
    for csv in [
        "id,subject,relation,object,unit\nr1,rhine,ends,north-sea,\nr2,rhine,long,1233,km\n",
        "\u{feff}Object;Relation;ID;Subject\r\nnorth sea;ends;r1;RHINE\r\n1233 km;long;r2;Rhine\r\n",
        "relation\tid\tobject\tsubject\nends\tr1\tgerman ocean\trhine\n\nlong\tr2\t1 233 km\trhine\n\t\t\t\n",
    ] {
        assert_eq!(told(csv), Vec::<String>::new(), "{csv}");
        assert_eq!(facts(csv), expected, "{csv}");
    }
}

#[test]
fn names_that_the_table_lacks_become_entities_of_the_relations_class() {
    let csv = "id,subject,relation,object\n,Danube,ends,Black Sea\n,Dnieper,ends,black sea\n";
    assert_eq!(facts(csv), ["danube-ends: danube ends black-sea", "dnieper-ends: dnieper ends black-sea"]);
    let table = read_rows(csv).table.expect("a table");
    let sea = table.entities.get("black-sea").expect("an entity");
    assert_eq!((&*sea.name, &*sea.class), ("Black Sea", "sea"));
}

#[test]
fn an_apostrophe_that_guards_a_cell_is_taken_off() {
    let csv = "id,subject,relation,object,more\nr1,rhine,ends,north-sea,'=so\nr2,rhine,long,'-5 km,\n";
    let table = read_rows(csv).table.expect("a table");
    assert_eq!(&*table.facts[0].more, "=so");
    assert_eq!(facts(csv)[1], "r2: rhine long -5 km");
}

#[test]
fn a_row_that_is_wrong_is_left_out_and_told_with_line_and_column() {
    let csv = "id,subject,relation,object,when\n\
        r1,rhine,ends,north-sea,April 1956\n\
        r2,rhine,long,very,\n\
        r3,rhine,long,\"1,233 km\",\n\
        r4,black,ends,north-sea,\n\
        r5,,ends,north-sea,\n\
        r6,rhine,flows,north-sea,\n\
        r7,rhine,ends,north-sea,1956,so\n\
        r8,Rhine,ends,North Sae,1956\n";
    let expected = [
        "rivers.csv: line 2, column 25 (\"when\"): fact \"r1\": \"April 1956\" is not a date: write a year, a month or a day \
         such as \"1956-04\" or \"325 BC\", and format the column as text",
        "rivers.csv: line 3, column 15 (\"object\"): fact \"r2\": \"very\" is not a number: write one such as 21.7, with its \
         unit behind it or in the column \"unit\"",
        "rivers.csv: line 4, column 15 (\"object\"): fact \"r3\": \"1,233 km\" could be 1.233 or 1233: leave thousands marks \
         out, or write a further decimal",
        "rivers.csv: line 5, column 4 (\"subject\"): fact \"r4\": \"black\" could be black-1 or black-2: write its id",
        "rivers.csv: line 6, column 4 (\"subject\"): fact \"r5\": the subject is blank: write one",
        "rivers.csv: line 7, column 10 (\"relation\"): fact \"r6\": there is no relation \"flows\": write it among \
         `relations`, or name another",
        "rivers.csv: line 8, column 30: this row has more cells than the 5 columns of the first: put a text with commas in \
         quotation marks",
        "rivers.csv: line 9, column 15 (\"object\"): \"North Sae\" becomes an entity of its own: did you mean \"North Sea\"?",
    ];
    assert_eq!(told(csv), expected);
    assert_eq!(facts(csv), ["r8: rhine ends north-sae"]);
}

#[test]
fn columns_that_are_missing_or_unknown_are_told() {
    assert_eq!(
        told("id,subjct,relation\nr1,rhine,ends\n"),
        [
            "rivers.csv: line 1, column 1: there is no column \"subject\": name it in the first row",
            "rivers.csv: line 1, column 4: the column \"subjct\" is not read: did you mean `subject`?",
        ]
    );
    assert_eq!(told(""), ["rivers.csv: line 1, column 1: there is nothing in this file"]);
    assert_eq!(
        told("subject,relation,subject\n"),
        ["rivers.csv: line 1, column 18: `subject` is written twice: keep one of them"]
    );
    assert_eq!(
        told("subject,relation,object\n\"rhine,ends,north-sea\n"),
        ["rivers.csv: line 2, column 1: this cell never ends: close its quotation mark",]
    );
}

#[test]
fn a_spreadsheet_outside_the_folder_or_not_there_is_told_in_the_table() {
    for (name, told) in [
        (
            "../rivers.csv",
            "the spreadsheet \"../rivers.csv\" is outside the table's folder: put it beside the table and write its name alone",
        ),
        (
            "other.csv",
            "the spreadsheet \"other.csv\" cannot be read (no such file): save it beside the table as CSV, in UTF-8",
        ),
    ] {
        let text = TABLE.replace("rivers.csv", name);
        let problems = read(&text, &|_| Err("no such file".into())).problems;
        assert!(
            problems
                .iter()
                .any(|problem| problem.line(&LineIndex::new(&text)) == format!("line 15, column 12: {told}")),
            "{problems:?}"
        );
    }
}

#[test]
fn hints_for_each_part_and_years_before_our_era_have_columns() {
    let csv = "id,subject,relation,object,when,hint object,hint_subject,Hint year\n\
        r1,rhine,ends,north-sea,325 BC,Fish live there.,It is long.,Alexander ruled.\n\
        r2,rhine,long,1233 km,-0325,,,\n\
        r3,rhine,long,1234 km,0,,,\n";
    let table = read_rows(csv).table.expect("a table");
    let hints = &table.facts[0].hints;
    assert_eq!(
        [&*hints.object, &*hints.subject, &*hints.year],
        ["Fish live there.", "It is long.", "Alexander ruled."]
    );
    assert!(table.facts.iter().take(2).all(|fact| fact.when.is_some_and(|when| when.year == -324)));
    let year_zero =
        "rivers.csv: line 4, column 23 (\"when\"): fact \"r3\": there is no year 0: write \"1 BC\" or \"AD 1\"";
    assert_eq!(told(csv), [year_zero]);
}
