//! Exports of learners as they come, and what each system is given of them.

use super::*;
use crate::bank::Quietly;
use crate::class::{Class, ClassList, Gathering};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;

const HEADER: &str = "learner,learner_id,sitting,bank,bank_title,quiz,mode,state,started_at,finished_at,position,attempt,question,kind,\
    prompt,response,correct_response,options,score,max_score,verdict,certainty,hints_used,duration_secs,answered_at,marked_score,overruled\n";

/// A sitting that somebody finished, an answer for each mark; what tests change is a field.
#[derive(Clone, Debug)]
struct Given {
    learner: &'static str,
    sitting: u32,
    bank: &'static str,
    title: &'static str,
    quiz: &'static str,
    mode: &'static str,
    state: &'static str,
    /// Day of November 2026 on which it began.
    day: u32,
    marks: Vec<f64>,
    /// Points that each could have.
    points: f64,
}

fn given(learner: &'static str, sitting: u32, marks: &[f64]) -> Given {
    let marks = marks.to_vec();
    let (bank, title, quiz, mode, state) = ("rivers", "Rivers", "", "test", "finished");
    Given { learner, sitting, bank, title, quiz, mode, state, day: sitting, marks, points: 1.0 }
}

fn table(all: &[Given]) -> String {
    let mut table = HEADER.to_owned();
    for Given { learner, sitting, bank, title, quiz, mode, state, day, marks, points } in all {
        for (at, mark) in marks.iter().enumerate() {
            let position = at + 1;
            table += &format!(
                "\"{learner}\",\"id-{learner}\",00000000-0000-4000-8000-{sitting:012},{bank},\"{title}\",{quiz},{mode},{state},\
                 2026-11-{day:02}T10:00:00+01:00,2026-11-{day:02}T10:05:00+01:00,{position},1,q{position},choice,Which?,b,a,a; b,\
                 {mark},{points},,,,,2026-11-{day:02}T10:01:00+01:00,,\n"
            );
        }
    }
    table
}

fn class_of(tables: &[String]) -> Class {
    let mut gathering = Gathering::default();
    for (at, table) in (0..).zip(tables) {
        let told = gathering.add(table.as_bytes(), at, &Quietly).expect("a table of responses");
        assert_eq!(told.faults, []);
    }
    gathering.finish().class
}

fn class(all: &[Given]) -> Class {
    class_of(&[table(all)])
}

fn book(all: &[Given]) -> Gradebook {
    gradebook(&class(all), None)
}

fn list(text: &str) -> ClassList {
    ClassList::read(text.as_bytes()).expect("a list").list
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("UTF-8")
}

fn scores(book: &Gradebook) -> Vec<(&str, Vec<Option<f64>>)> {
    let marks = |person: &Graded| person.marks.iter().map(|mark| mark.map(|mark| mark.score)).collect();
    book.people.iter().map(|person| (&*person.name, marks(person))).collect()
}

fn statements(class: &Class) -> Vec<Value> {
    let mut bytes = Vec::new();
    write_statements(class, &mut bytes).expect("memory takes all");
    serde_json::from_slice(&bytes).expect("a JSON array")
}

#[test]
fn the_first_finished_sitting_of_a_quiz_counts_and_the_others_are_told() {
    let unfinished = Given { state: "in_progress", ..given("Ada", 1, &[1.0, 1.0]) };
    let practice = Given { mode: "practice", ..given("Ada", 2, &[1.0, 1.0]) };
    let review = Given { quiz: "review", mode: "practice", ..given("Ada", 3, &[0.0]) };
    let worthless = Given { points: 0.0, ..given("Ada", 4, &[0.0]) };
    let (first, later) = (given("Ada", 5, &[0.0, 1.0]), given("Ada", 6, &[1.0, 1.0]));
    let found = book(&[later, worthless, first, practice, review, unfinished]);
    assert_eq!(scores(&found), [("Ada", vec![Some(1.0)])]);
    let expected =
        Uncounted { unfinished: 1, later: 1, practised: 1, put_together: 1, without_points: 1, overruled: 0 };
    assert_eq!(found.uncounted, expected);
}

#[test]
fn practice_counts_where_nobody_took_a_test() {
    let practised = |learner, sitting, marks: &[f64]| Given { mode: "practice", ..given(learner, sitting, marks) };
    let found = book(&[practised("Ada", 1, &[1.0]), practised("Ben", 2, &[0.0])]);
    assert_eq!(scores(&found), [("Ada", vec![Some(1.0)]), ("Ben", vec![Some(0.0)])]);
}

#[test]
fn no_sitting_is_blank_and_nought_is_a_mark() {
    let other = Given { quiz: "ten", ..given("Ben", 2, &[1.0]) };
    let found = book(&[given("Ada", 1, &[0.0]), other]);
    let titles: Vec<&str> = found.quizzes.iter().map(|quiz| &*quiz.title).collect();
    assert_eq!(titles, ["Rivers", "Rivers: ten"]);
    assert_eq!(scores(&found), [("Ada", vec![Some(0.0), None]), ("Ben", vec![None, Some(1.0)])]);
}

#[test]
fn papers_of_different_points_are_given_in_percent() {
    let found = book(&[given("Ada", 1, &[1.0, 0.0, 0.0]), given("Ben", 2, &[1.0, 0.0])]);
    assert_eq!((found.quizzes[0].points, found.quizzes[0].is_percent), (100.0, true));
    assert_eq!(scores(&found), [("Ada", vec![Some(33.33333)]), ("Ben", vec![Some(50.0)])]);
}

#[test]
fn whoever_is_not_on_the_list_changes_nothing_of_what_marks_are_out_of() {
    let class = class(&[given("Ada", 1, &[1.0, 0.0, 0.0]), given("Ben", 2, &[1.0, 0.0])]);
    let found = gradebook(&class, Some(&list("name\nBen\n")));
    assert_eq!((found.quizzes[0].points, found.quizzes[0].is_percent), (2.0, false));
    assert_eq!(scores(&found), [("Ben", vec![Some(1.0)])]);
    assert_eq!(found.left_out, [LeftOut { learner: 0, why: WhyLeftOut::NotListed }]);
}

#[test]
fn three_thirds_are_a_whole() {
    assert_eq!(scores(&book(&[given("Ada", 1, &[0.1, 0.2, 0.3])])), [("Ada", vec![Some(0.6)])]);
}

#[test]
fn an_overruled_answer_counts_by_its_automatic_mark() {
    let overruled = table(&[given("Ada", 1, &[1.0])]).replace(",,\n", ",0,true\n");
    let found = gradebook(&class_of(&[overruled]), None);
    assert_eq!((scores(&found), found.uncounted.overruled), (vec![("Ada", vec![Some(0.0)])], 1));
}

#[test]
fn two_quizzes_of_one_title_are_told_apart_by_their_banks() {
    let other = Given { bank: "streams", ..given("Ada", 2, &[1.0]) };
    let found = book(&[given("Ada", 1, &[1.0]), other]);
    let titles: Vec<&str> = found.quizzes.iter().map(|quiz| &*quiz.title).collect();
    assert_eq!(titles, ["Rivers [rivers]", "Rivers [streams]"]);
}

#[test]
fn rows_stand_in_the_order_of_the_list_with_its_names() {
    let class = class(&[given("ada lovelace", 1, &[1.0]), given("Ben", 2, &[0.0])]);
    let list = list("number,name,email\n9,Ben,b@x.org\n7,\"Lovelace, Ada\",a@x.org\n8,Cleo,c@x.org\n");
    let found = gradebook(&class, Some(&list));
    let told: Vec<[&str; 3]> =
        found.people.iter().map(|person| [&*person.name, &*person.number, &*person.email]).collect();
    assert_eq!(told, [["Ben", "9", "b@x.org"], ["Lovelace, Ada", "7", "a@x.org"]]);
    assert_eq!(found.left_out, []);
}

#[test]
fn nobody_is_merged_or_chosen_by_a_guess() {
    let class = class(&[given("Ada Lovelace", 1, &[1.0]), given("Lovelace, Ada", 2, &[0.0]), given("Ben", 3, &[0.0])]);
    let names = |list: &str| {
        let found = gradebook(&class, Some(&self::list(list)));
        let why = found.left_out.iter().map(|left_out| left_out.why).collect::<Vec<_>>();
        (found.people.iter().map(|person| person.name.to_string()).collect::<Vec<_>>(), why)
    };
    let several = WhyLeftOut::SeveralAreOne;
    assert_eq!(names("name\nAda Lovelace\nBen\n"), (vec!["Ben".into()], vec![several, several]));
    let two = "name,email\nBen,1@x.org\nBen,2@x.org\nAda Lovelace,3@x.org\n";
    assert_eq!(names(two), (vec![], vec![several, WhyLeftOut::Unclear, several]));
}

#[test]
fn moodle_gets_points_and_feedback_side_by_side() {
    let other = Given { quiz: "ten", ..given("Ben", 2, &[1.0]) };
    let class = class(&[given("Ada Byron Lovelace", 1, &[1.0, 0.5]), other]);
    let list = list("name,number,email\nAda Byron Lovelace,7,a@x.org\nBen,8,b@x.org\n");
    assert_eq!(
        text(moodle_csv(&gradebook(&class, Some(&list)))),
        "Last name,First name,ID number,Email address,Rivers,Rivers (feedback),Rivers: ten,Rivers: ten (feedback)\r\n\
         Lovelace,Ada Byron,7,a@x.org,1.5,\"1.5 of 2 points, taken on 2026-11-01\",,\r\n\
         Ben,,8,b@x.org,,,1,\"1 of 1 points, taken on 2026-11-02\"\r\n"
    );
}

#[test]
fn canvas_gets_possible_points_and_no_title_that_it_takes_for_an_assignment_of_its_own() {
    let mut sat = given("Ada", 1, &[1.0, 0.5]);
    sat.title = "Rivers (2024)";
    assert_eq!(
        text(canvas_csv(&book(&[sat]))),
        "Student,ID,SIS User ID,SIS Login ID,Section,Rivers [2024]\r\n    Points Possible,,,,,2\r\nAda,,,,,1.5\r\n"
    );
}

#[test]
fn brightspace_gets_one_way_to_know_a_learner_and_the_end_of_each_row() {
    let class = class(&[given("Ada", 1, &[1.0]), given("Ben", 2, &[0.0]), given("Cleo", 3, &[0.5])]);
    let list = list("name,number,email\nAda,7,a@x.org\nBen,,b@x.org\nCleo,,\n");
    assert_eq!(
        text(brightspace_csv(&gradebook(&class, Some(&list)))),
        "OrgDefinedId,Username,Rivers Points Grade,End-of-Line Indicator\r\n7,,1,#\r\n,b@x.org,0,#\r\n,Cleo,0.5,#\r\n"
    );
}

#[test]
fn no_spreadsheet_runs_a_name_or_a_title_and_a_minus_stays_a_number() {
    let mut sat = given("=cmd()", 1, &[-2.0, 1.0]);
    sat.title = "+Rivers";
    let book = book(&[sat]);
    let first_lines = "'+Rivers,'+Rivers (feedback)\r\n'=cmd(),,,,-1,'-1 of 2 points";
    assert!(text(moodle_csv(&book)).replace('"', "").contains(first_lines), "{}", text(moodle_csv(&book)));
    assert!(text(canvas_csv(&book)).ends_with("\r\n'=cmd(),,,,,-1\r\n"));
    assert!(text(brightspace_csv(&book)).contains("\r\n,'=cmd(),-1,#\r\n"));
}

/// The object and the result of an answer to a question of a kind.
fn answered(kind: &str, key: &str, options: &str, response: &str) -> (Value, Value) {
    let table = format!(
        "{HEADER}Ada,i,s,b,B,,test,finished,,,1,1,q,{kind},Which?,\"{response}\",\"{key}\",\"{options}\",1,1,correct,2,1,12.346,,,\n"
    );
    let mut all = statements(&class_of(&[table]));
    let mut first = all.swap_remove(0);
    (first["object"]["definition"].take(), first["result"].take())
}

#[track_caller]
fn check(kind: &str, [key, options, response]: [&str; 3], expected: [&str; 3]) {
    let (definition, result) = answered(kind, key, options, response);
    let pattern = definition["correctResponsesPattern"].as_array().cloned().unwrap_or_default();
    let pattern: Vec<&str> = pattern.iter().filter_map(Value::as_str).collect();
    let told = [&definition["interactionType"], &result["response"]].map(|told| told.as_str().expect("a text"));
    assert_eq!([told[0], &pattern.join("|"), told[1]], expected, "{kind}");
}

#[test]
fn each_kind_is_an_interaction_with_its_pattern_and_response() {
    check("choice", ["Danube [1]", "Danube [1]; Po", "Po"], ["choice", "danube-1", "po"]);
    check("choices", ["a; b", "a; b; c", "b; c"], ["choice", "a[,]b", "b[,]c"]);
    check("hotspot", ["Rhine", "Po; Rhine", "Rhine"], ["choice", "rhine", "rhine"]);
    check("true_false", ["true", "", "false"], ["true-false", "true", "false"]);
    check("number", ["59 MJ", "", "59,2 MJ"], ["numeric", "59", "59.2"]);
    check("number", ["59 MJ", "", "59 kJ"], ["numeric", "59", "59 kJ"]);
    check("number", ["59 MJ", "", "many"], ["numeric", "59", "many"]);
    check("calculated", ["12", "", "12"], ["numeric", "", "12"]);
    check("text", ["Nobody; no one", "", "no[,]one"], ["fill-in", "Nobody|no one", "no[ , ]one"]);
    check("cloze", ["two; four", "", "two; "], ["fill-in", "two[,]four", "two[,]"]);
    check("match", ["x = 1; y = 2", "1; 2; 3", "x = 3"], ["matching", "x[.]1[,]y[.]2", "x[.]3"]);
    check(
        "categorise",
        ["ant = six; bee = six", "ant; bee", "ant = six"],
        ["matching", "ant[.]six[,]bee[.]six", "ant[.]six"],
    );
    check("order", ["b; a", "a; b", "a; b"], ["sequencing", "b[,]a", "a[,]b"]);
    check("recall", ["right", "", "wrong"], ["other", "right", "wrong"]);
    check("", ["a", "", "b"], ["other", "a", "b"]);
}

#[test]
fn options_that_look_alike_have_ids_of_their_own() {
    let (definition, result) = answered("choice", "+5", "-5; +5; ∑", "-5");
    let ids: Vec<&str> =
        definition["choices"].as_array().expect("choices").iter().filter_map(|choice| choice["id"].as_str()).collect();
    assert_eq!(ids, ["5", "5-2", "option"]);
    assert_eq!((&definition["correctResponsesPattern"][0], &result["response"]), (&"5".into(), &"5-2".into()));
}

#[test]
fn a_result_says_what_torus_said() {
    let (_, result) = answered("choice", "a", "a; b", "a");
    assert_eq!(result["score"], serde_json::json!({"scaled": 1.0, "raw": 1.0, "min": 0.0, "max": 1.0}));
    assert_eq!((&result["success"], &result["duration"]), (&true.into(), &"PT12.35S".into()));
    let extension = |name: &str| result["extensions"][format!("https://torus-quiz.invalid/xapi/{name}")].clone();
    assert_eq!(
        ["certainty", "hints-used", "verdict"].map(extension),
        [Value::from(2), Value::from(1), Value::from("correct")]
    );
}

#[test]
fn certainty_can_cost_more_than_there_is_to_earn() {
    let all = statements(&class(&[given("Ada", 1, &[-6.0])]));
    assert_eq!(all[0]["result"]["score"], serde_json::json!({"scaled": -1.0, "raw": -6.0, "min": -6.0, "max": 3.0}));
    assert_eq!(all[0]["result"]["success"], Value::from(false));
}

#[test]
fn a_finished_sitting_is_completed_once_and_what_was_not_answered_has_no_statement() {
    let blank = table(&[given("Ada", 1, &[1.0, 0.0])]).replace(",0,1,,", ",0,1,unanswered,");
    let unfinished = table(&[Given { state: "abandoned", ..given("Ben", 2, &[1.0]) }]);
    let all = statements(&class_of(&[blank, unfinished]));
    let verbs: Vec<&str> = all.iter().filter_map(|statement| statement["verb"]["display"]["en"].as_str()).collect();
    assert_eq!(verbs, ["answered", "completed"]);
    assert_eq!(all[0]["context"]["contextActivities"]["parent"][0], all[1]["object"]);
    assert_eq!(all[0]["context"]["registration"], "00000000-0000-4000-8000-000000000001");
    assert_eq!(all[0]["timestamp"], "2026-11-01T10:01:00+01:00");
    assert_eq!(all[1]["result"]["score"]["raw"], 1.0);
    assert_eq!(all[1]["result"]["duration"], "PT300S");
    assert_eq!(statements(&Class::default()), Vec::<Value>::new());
}

#[test]
fn an_actor_is_known_by_the_address_on_the_list_or_by_the_id_of_the_export() {
    let mut class = class(&[given("Ada", 1, &[1.0]), given("Ben", 2, &[1.0]), given("Cleo", 3, &[1.0])]);
    list("name,email\nAda,ada@x.org\nBen,b en?@x.org\n").join(&mut class);
    let actors: Vec<Value> = statements(&class).into_iter().step_by(2).map(|mut all| all["actor"].take()).collect();
    assert_eq!(actors[0], serde_json::json!({"objectType": "Agent", "name": "Ada", "mbox": "mailto:ada@x.org"}));
    let account = |at: usize| (&actors[at]["account"]["homePage"], &actors[at]["account"]["name"]);
    assert_eq!(account(1), (&"https://torus-quiz.invalid/xapi/email".into(), &"b en?@x.org".into()));
    assert_eq!(account(2), (&"https://torus-quiz.invalid/xapi/learner".into(), &"id-cleo".into()));
}

/// The ids of statements that are in stores already must come out again in every later version.
#[test]
fn ids_never_change() {
    let all = statements(&class(&[given("Ada", 1, &[1.0])]));
    let ids: Vec<&str> = all.iter().filter_map(|statement| statement["id"].as_str()).collect();
    assert_eq!(ids, ["0580cd8d-4b92-5a9a-8d45-aa5c0b98a56a", "fbda44b6-c3e0-525b-ae61-bcc05cac95fb"]);
    assert_eq!(all[0]["object"]["id"], "urn:uuid:8ec281e4-3cdc-5983-a777-270300b4eac1");
    assert_eq!(all[1]["object"]["id"], "urn:uuid:a55636a0-0a32-51ad-bf37-e4ec561920eb");
}

fn any_sitting() -> impl Strategy<Value = Given> {
    let learner = prop::sample::select(vec!["Ada", "Ben", "Cleo", "=Dan"]);
    let quiz = prop::sample::select(vec!["", "ten", "review"]);
    let mode = prop::sample::select(vec!["practice", "test"]);
    let state = prop::sample::select(vec!["finished", "finished", "in_progress"]);
    let marks = prop::collection::vec(prop::sample::select(vec![0.0, 0.5, 1.0]), 1..4);
    (learner, quiz, mode, state, 1..9_u32, marks).prop_map(|(learner, quiz, mode, state, day, marks)| Given {
        quiz,
        mode,
        state,
        day,
        ..given(learner, 1, &marks)
    })
}

/// All that is written of a class.
fn all_bytes(class: &Class) -> Vec<Vec<u8>> {
    let book = gradebook(class, None);
    let mut bytes = vec![moodle_csv(&book), canvas_csv(&book), brightspace_csv(&book), Vec::new()];
    write_statements(class, &mut bytes[3]).expect("memory takes all");
    bytes
}

proptest! {
    #[test]
    fn neither_the_order_of_files_nor_a_second_run_changes_a_byte(
        sittings in prop::collection::vec(any_sitting(), 1..8),
        turn in 0..8_usize,
    ) {
        let numbered = (1..).zip(sittings).map(|(sitting, given)| Given { sitting, ..given });
        let mut tables: Vec<String> = numbered.map(|given| table(&[given])).collect();
        let expected = all_bytes(&class_of(&tables));
        prop_assert_eq!(&all_bytes(&class_of(&tables)), &expected);
        let turn = turn % tables.len();
        tables.rotate_left(turn);
        tables.push(tables[0].clone());
        prop_assert_eq!(&all_bytes(&class_of(&tables)), &expected);
    }

    #[test]
    fn every_statement_has_an_id_of_its_own(sittings in prop::collection::vec(any_sitting(), 1..8)) {
        let numbered: Vec<Given> = (1..).zip(sittings).map(|(sitting, given)| Given { sitting, ..given }).collect();
        let all = statements(&class(&numbered));
        let ids: BTreeSet<&str> = all.iter().filter_map(|statement| statement["id"].as_str()).collect();
        prop_assert_eq!(ids.len(), all.len());
    }
}
