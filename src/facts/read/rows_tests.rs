//! Facts from spreadsheets: which rows are read, what becomes of names, and what is told of the rest.

use crate::facts::{Asked, Caution, Object, TableDiagnostic, TableReading, read};
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
        "rivers.csv: line 9, column 15 (\"object\"): \"North Sae\" becomes an entity of its own: did you mean \"North Sea\"? If \
         not, list it among the entities",
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

/// A table of one relation in which every name comes from rows of two spreadsheets.
const BARE: &str = r#"(
    id: "sights", title: "Sights",
    relations: {"stands in": (from: "sight", to: "city", subjects: All, says: ["{subject} stands in {object}."],
        asks_object: ["Where does {subject} stand?"])},
    rows: ["sights.csv", "cities.csv"],
)"#;

fn read_both(table: &str, sights: &str, cities: &str) -> TableReading {
    read(table, &|name| Ok(if name == "sights.csv" { sights } else { cities }.to_owned()))
}

/// What is told of both, with the place.
fn told_of_both(table: &str, sights: &str, cities: &str) -> Vec<String> {
    let line = |problem: &TableDiagnostic| {
        let text = match problem.file.as_deref() {
            Some("sights.csv") => sights,
            Some(_) => cities,
            None => table,
        };
        problem.line(&LineIndex::new(text))
    };
    read_both(table, sights, cities).problems.iter().map(line).collect()
}

const CITIES: &str = "name,class,the,kin\nParis,city,,capital\nLyons,city,,\nHague,city,yes,\n";

#[test]
fn a_cell_that_is_neither_yes_nor_no_a_caution_on_no_part_and_a_neighbour_without_a_number_are_told() {
    let csv = "id,subject,relation,object,the,ask_not,neighbours\n\
        r1,rhine,ends,north-sea,perhaps,,\n\
        r2,rhine,ends,north-sea,,hour,\n\
        r3,rhine,long,1233,,,40\n\
        r4,rhine,long,1233,,,40 =\n";
    assert_eq!(
        told(csv),
        [
            "rivers.csv: line 2, column 25 (\"the\"): fact \"r1\": \"perhaps\" is neither yes nor no: write `yes`, or leave the \
             cell empty",
            "rivers.csv: line 3, column 26 (\"ask_not\"): fact \"r2\": \"hour\" is no part of a fact: write subject, object, \
             when, month, day or number",
            "rivers.csv: line 4, column 22 (\"neighbours\"): fact \"r3\": \"40\" is no number with what it means: write such as: \
             33 = That was the French fleet; 40 = That was both together",
            "rivers.csv: line 5, column 22 (\"neighbours\"): fact \"r4\": \"40 =\" is no number with what it means: write such \
             as: 33 = That was the French fleet; 40 = That was both together",
        ]
    );
}

#[test]
fn rows_that_tell_two_things_of_one_entity_are_told_and_the_first_holds() {
    let csv = "subject,relation,object,kin,object_the\nDanube,ends,Black Sea,long river,yes\nDanube,long,2850 km,river,\n\
        Don,ends,Black Sea,,no\nRhine,long,1233 km,,\n";
    assert_eq!(
        told(csv),
        [
            "rivers.csv: line 3, column 21 (\"kin\"): \"river\" is not taken, since the table or an earlier row tells otherwise of \
             \"danube\": write the same everywhere, or in one place only",
            "rivers.csv: line 4, column 21 (\"object_the\"): \"no\" is not taken, since the table or an earlier row tells \
             otherwise of \"black-sea\": write the same everywhere, or in one place only",
        ]
    );
    let table = read_rows(csv).table.expect("a table");
    assert_eq!(table.entities.get("danube").map(|entity| &*entity.kin), Some("long river"));
    assert!(table.entities.get("black-sea").is_some_and(|sea| sea.the));
    assert_eq!(table.facts.len(), 4);
}

#[test]
fn a_row_tells_its_entities_their_neighbours_cautions_and_earlier_ids() {
    let csv = "subject;relation;object;also;the;plural;kin;about;object_also;object_kin;object_about;neighbours;tell;say;\
        say_not;as_of;superseded;ask_not;formerly;when\n\
        Rhine;ends;north sea;\"Rhein; Rijn\";;x;long;It is long.;Mare;cold;It is cold.;;Told.;said;\"no; never\";2020;It was.;day;\
        \"old; older\";1990\n\
        Rhine;long;1233;;;;;;;;;\"865 = The Rhine, as a ship sees it; no more; 2850 = The Danube\";;;;;;;\n";
    let heedful = TABLE
        .replace("{subject} ends in {object}.", "In {year}, it was said in 2020, {subject} had ended in {object}.");
    let table = read(&heedful, &|_| Ok(csv.into())).table.expect("a table");
    let rhine = table.entities.get("rhine").expect("an entity");
    assert!(rhine.plural && rhine.the);
    assert_eq!((&*rhine.kin, &*rhine.about, rhine.also.join("|")), ("long", "It is long.", "Rhein|Rijn".into()));
    let sea = table.entities.get("north-sea").expect("an entity");
    assert_eq!((&*sea.kin, &*sea.about, sea.also.join("|")), ("cold", "It is cold.", "German Ocean|Mare".into()));
    let [ends, long] = &table.facts[..] else { panic!("two facts") };
    assert_eq!(ends.formerly.join("|"), "old|older");
    let expected = [
        Caution::AskNot(Asked::Day),
        Caution::AsOf("2020".into()),
        Caution::Superseded("It was.".into()),
        Caution::Say("said".into()),
        Caution::SayNot("no".into()),
        Caution::SayNot("never".into()),
        Caution::Tell("Told.".into()),
    ];
    assert_eq!(*ends.cautions, expected);
    let Some(Object::Amount(amount)) = &long.object else { panic!("an amount") };
    let neighbours: Vec<(&str, &str)> = amount.neighbours.iter().map(|(value, what)| (value, &**what)).collect();
    assert_eq!(neighbours, [("865", "The Rhine, as a ship sees it; no more"), ("2850", "The Danube")]);
}

#[test]
fn a_spreadsheet_of_entities_needs_a_name_and_a_class_and_tells_what_contradicts() {
    let sights = "subject,object\nTower,Paris\n";
    let two = BARE.replace("relations:", "classes: {\"sight\": (), \"city\": ()},\n    relations:");
    assert_eq!(
        told_of_both(&two, sights, "name;kin\nParis;capital\n"),
        ["cities.csv: line 1, column 1: there is no column \"class\": name it in the first row"]
    );
    let cities = "id,name,class,within,year,article\n\
        ,,city,,,\n\
        p,Paris,town,,,\n\
        l,Lyons,city,nowhere,long ago,\n\
        r,Rome,city,nowhere,,the\n\
        r,Roma,city,,,\n";
    assert_eq!(
        told_of_both(BARE, sights, cities),
        [
            "cities.csv: line 2, column 2 (\"name\"): the name is blank: write one",
            "cities.csv: line 3, column 9 (\"class\"): entity \"p\": there is no class \"town\": write it among `classes`, or name \
             another",
            "cities.csv: line 4, column 22 (\"year\"): entity \"l\": \"long ago\" is not a date: write a year, a month or a day such \
             as \"1956-04\" or \"325 BC\", and format the column as text",
            "cities.csv: line 5, column 13 (\"within\"): entity \"r\": there is no entity \"nowhere\": write it among `entities`, or \
             name another",
            "cities.csv: line 5, column 22 (\"article\"): entity \"r\": \"the\" is not an article: write \"a\" or \"an\", or leave it \
             out",
            "cities.csv: line 6, column 3 (\"name\"): \"Roma\" is not taken, since the table or an earlier row tells otherwise of \
             \"r\": write the same everywhere, or in one place only",
        ]
    );
}

#[test]
fn entities_of_a_spreadsheet_are_known_to_facts_wherever_they_stand() {
    let sights = "subject,object,also_right\nTower,Paris,\nPeace Palace,Hague,Paris\nSacré-Cœur,lutetia,\n";
    let cities = "Name,Class,Also,The,Kin,Within,Year\nParis,city,Lutetia,,capital,France,-250\nHague,city,,yes,,,\n\
        France,city,,,,,\n";
    assert_eq!(told_of_both(BARE, sights, cities), Vec::<String>::new());
    let table = read_both(BARE, sights, cities).table.expect("a table");
    let paris = table.entities.get("paris").expect("an entity");
    assert_eq!(
        (&*paris.kin, paris.within.join("|"), paris.also.join("|")),
        ("capital", "france".into(), "Lutetia".into())
    );
    assert!(paris.year.is_some());
    assert!(table.entities.get("hague").is_some_and(|hague| hague.the));
    let objects: Vec<&Option<Object>> = table.facts.iter().map(|fact| &fact.object).collect();
    let [paris, hague] = ["paris", "hague"].map(|id| Some(Object::Is(id.into())));
    assert_eq!(objects, [&paris, &hague, &paris]);
    assert_eq!(*table.facts[1].also_right, [Box::from("paris")]);
}

#[test]
fn a_name_that_looks_like_a_slip_is_told_where_it_is_rarer_and_not_where_it_is_listed() {
    let sights = "subject,object\nTower,Pariss\nLouvre,Paris\nOpera,Paris\nArch,Lyon\n";
    assert_eq!(
        told_of_both(BARE, sights, "name,class\nRome,city\n"),
        [
            "sights.csv: line 2, column 7 (\"object\"): \"Pariss\" becomes an entity of its own: did you mean \"Paris\"? If not, \
          list it among the entities"
        ]
    );
    assert_eq!(
        told_of_both(BARE, sights, CITIES),
        [
            "sights.csv: line 2, column 7 (\"object\"): \"Pariss\" becomes an entity of its own: did you mean \"Paris\"? If not, \
             list it among the entities",
            "sights.csv: line 5, column 6 (\"object\"): \"Lyon\" becomes an entity of its own: did you mean \"Lyons\"? If not, list \
             it among the entities",
        ]
    );
    assert_eq!(told_of_both(BARE, sights, &format!("{CITIES}Lyon,city,,\nPariss,city,,\n")), Vec::<String>::new());
}

#[test]
fn an_id_that_only_a_row_makes_is_told_in_the_table_once_and_one_from_a_list_is_not() {
    let table = BARE.replace(
        "rows:",
        "entities: {\"eiffel\": (name: \"Eiffel Tower\", class: \"sight\")},\n    facts: [(id: \"e\", relation: \"stands in\", \
         subject: \"eiffel\", object: \"paris\", wrong: [\"paris\"])],\n    rows:",
    );
    let sights = "subject,object\nLouvre,Paris\n";
    let told = told_of_both(&table, sights, "name,class\nRome,city\n");
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told[0].contains(
            "the id \"paris\" comes from a name in a row of sights.csv, and changes with it: list the entity in"
        ),
        "{told:?}"
    );
    assert!(told_of_both(&table, sights, CITIES).iter().all(|line| !line.contains("comes from")));
}

#[test]
fn a_relation_that_there_is_not_is_told_once_for_all_that_name_it() {
    let csv = "id,subject,relation,object\nr1,Danube,flows,Black Sea\nr2,Don,flows,Sea of Azov\nr3,Po,flows,7 km\nr4,Rhine,ends,north-sea\n";
    assert_eq!(
        told(csv),
        [
            "rivers.csv: line 2, column 11 (\"relation\"): fact \"r1\": there is no relation \"flows\", which is named 3 times: write \
          it among `relations`, or name another"
        ]
    );
    assert_eq!(facts(csv), ["r4: rhine ends north-sea"]);
}

#[test]
fn an_entity_listed_under_an_id_of_its_own_leaves_the_ids_of_facts_as_they_were() {
    let csv = "subject,relation,object\nDanube,ends,Black Sea\nDanube,long,2850 km\n";
    let ids = |table: &str| -> Vec<Box<str>> {
        let reading = read(table, &|_| Ok(csv.into()));
        reading.table.expect("a table").facts.into_iter().map(|fact| fact.id).collect()
    };
    let listed = TABLE.replace("entities: {", "entities: {\"d\": (name: \"Danube\", class: \"river\"),");
    assert_eq!(ids(&listed), ids(TABLE));
    assert_eq!(*ids(TABLE)[0], *"danube-ends");
}

#[test]
fn a_list_of_names_where_one_belongs_is_told() {
    assert_eq!(
        told("id,subject,relation,object\nr1,Drina; Sava,ends,north-sea\n"),
        [
            "rivers.csv: line 2, column 4 (\"subject\"): fact \"r1\": \"Drina; Sava\" is several names: write a row for each, or \
          further names of one thing into `also` or `object_also`"
        ]
    );
}

#[test]
fn what_is_wrong_or_right_as_well_is_found_wherever_it_stands_and_in_the_class_that_is_asked_for() {
    let csv = "subject,relation,object,wrong,also_right\nRhine,ends,north-sea,Black; Dead Sea; North,Black Sea\n\
        Don,ends,Black Sea,,\nBlack River,ends,Black,,\n";
    assert_eq!(told(csv), Vec::<String>::new());
    let table = read_rows(csv).table.expect("a table");
    let classes: Vec<&str> =
        table.facts[0].wrong.iter().map(|id| &*table.entities.get(id).expect("one").class).collect();
    assert_eq!(classes, ["sea", "sea", "sea"]);
    assert_eq!(*table.facts[0].also_right, [Box::from("black-sea")]);
}

#[test]
fn names_that_are_alike_by_nature_or_that_several_rows_have_are_no_slips() {
    let cities = "name,class\nRome,city\n";
    let forms = "subject,object\nOne,hablo\nTwo,hable\nThree,habla\nFour,hablas\nFive,hables\n";
    assert_eq!(told_of_both(BARE, forms, cities), Vec::<String>::new());
    let often = "subject,object\nOne,poner\nTwo,poder\nThree,poner\nFour,poder\n";
    assert_eq!(told_of_both(BARE, often, cities), Vec::<String>::new());
}

#[test]
fn a_spreadsheet_of_facts_that_calls_its_subject_a_name_lacks_that_column() {
    let told = told_of_both(BARE, "name,object\nTower,Paris\n", CITIES);
    let lacking = "sights.csv: line 1, column 1: there is no column \"subject\": name it in the first row";
    assert!(told.iter().any(|line| line == lacking), "{told:?}");
}
