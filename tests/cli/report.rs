//! `torus report`: figures from exports as they come, and what is told of those that cannot be used.

use super::{Folder, Ran, torus};
use serde_json::Value;

const HEADER: &str = "learner,sitting,bank,state,position,question,kind,correct_response,response,score,max_score,verdict,\
    answered_at,learner_id,attempt,options,question_hash\n";

/// Right answers to the five items of LSAT6 by 1,000 persons (Bock & Lieberman 1970), and how many had each pattern.
const LSAT6: [(&str, u32); 30] = [
    ("00000", 3),
    ("00001", 6),
    ("00010", 2),
    ("00011", 11),
    ("00100", 1),
    ("00101", 1),
    ("00110", 3),
    ("00111", 4),
    ("01000", 1),
    ("01001", 8),
    ("01011", 16),
    ("01101", 3),
    ("01110", 2),
    ("01111", 15),
    ("10000", 10),
    ("10001", 29),
    ("10010", 14),
    ("10011", 81),
    ("10100", 3),
    ("10101", 28),
    ("10110", 15),
    ("10111", 80),
    ("11000", 16),
    ("11001", 56),
    ("11010", 21),
    ("11011", 173),
    ("11100", 11),
    ("11101", 61),
    ("11110", 28),
    ("11111", 298),
];

/// The rows of a learner who was right where the pattern has a 1.
fn rows(learner: u32, pattern: &str) -> String {
    let row = |(at, mark): (usize, char)| {
        let (response, verdict) = if mark == '1' { ("yes", "correct") } else { ("no", "wrong") };
        let position = at + 1;
        format!(
            "L{learner},s{learner},b,finished,{position},q{position},choice,yes,{response},{mark},1,{verdict},\
             2026-11-28T12:0{at}:00+01:00,id-{learner},1,no; yes,h{position}\n"
        )
    };
    pattern.chars().enumerate().map(row).collect()
}

fn class(patterns: &[&str]) -> String {
    (1..).zip(patterns).map(|(learner, pattern)| rows(learner, pattern)).collect()
}

fn report(tables: &[String], more: &[&str]) -> Ran {
    let folder = Folder::new();
    let paths: Vec<String> = (0..).zip(tables).map(|(at, table)| folder.file(&format!("{at}.csv"), table)).collect();
    let mut args = vec!["report"];
    args.extend(paths.iter().map(String::as_str));
    args.extend(more);
    let ran = torus(&args);
    Ran { talk: ran.talk.replace(folder.path(), ""), ..ran }
}

fn json(tables: &[String], more: &[&str]) -> Value {
    let ran = report(tables, &[&["--format", "json"], more].concat());
    serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}{}", ran.out, ran.talk))
}

#[track_caller]
fn near(found: &Value, expected: f64, within: f64) {
    let found = found.as_f64().expect("a number");
    assert!((found - expected).abs() <= within, "{found} and not {expected}");
}

#[test]
fn the_published_figures_of_lsat6_come_out_of_its_csv() {
    let patterns: Vec<&str> =
        LSAT6.iter().flat_map(|(pattern, count)| std::iter::repeat_n(*pattern, *count as usize)).collect();
    let found = json(&[format!("{HEADER}{}", class(&patterns))], &["--no-prior"]);
    assert_eq!((&found["sittings"], &found["learners"]), (&1000.into(), &1000.into()));
    near(&found["internal_consistency"], 29.4997, 1e-4);
    near(&found["rasch_sigma"], 0.75513, 1e-5);
    near(&found["log_likelihood"], -2466.938, 1e-3);
    let expected = [
        (924, 0.112_833, -3.6153),
        (709, 0.153_178, -1.3224),
        (553, 0.172_779, -0.3176),
        (763, 0.144_428, -1.7301),
        (870, 0.121_596, -2.7802),
    ];
    for (item, (right, rest, over_sigma)) in found["items"].as_array().unwrap().iter().zip(expected) {
        near(&item["facility"], f64::from(right) / 1000.0, 1e-12);
        near(&item["discrimination_index"], 100.0 * rest, 1e-4);
        near(&item["rasch_difficulty"], over_sigma * 0.75513, 1e-4);
    }
}

#[test]
fn the_order_of_rows_and_files_changes_nothing() {
    let patterns = ["110", "011", "111", "100", "000"];
    let learner = |at: usize| rows(at as u32 + 1, patterns[at]);
    let one: Vec<String> = (0..5).map(|at| format!("{HEADER}{}", learner(at))).collect();
    let mut all: Vec<String> =
        (0..5).flat_map(|at| learner(at).lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    all.sort_by_key(|row| row.chars().rev().collect::<String>());
    let shuffled = format!("{HEADER}{}\n", all.join("\n"));
    assert_eq!(json(&one, &[]), json(&[shuffled], &[]));
}

#[test]
fn a_sitting_that_several_files_have_counts_once_and_its_longest_copy_counts() {
    let whole = format!("{HEADER}{}", class(&["110", "011"]));
    let cut: String = whole.lines().take(3).map(|line| format!("{line}\n")).collect();
    let resaved = whole.replace("; ", " ").replace(',', ";");
    let expected = json(std::slice::from_ref(&whole), &[]);
    assert_eq!(json(&[cut.clone(), whole.clone(), resaved], &[])["items"], expected["items"]);
    let ran = report(&[cut, whole], &[]);
    assert!(ran.talk.contains("0.csv: sitting s1 differs from that in /1.csv"), "{}", ran.talk);
}

#[test]
fn totals_empty_lines_and_headers_in_the_middle_are_no_answers() {
    let table =
        format!("\u{feff}\u{feff}{HEADER}{}Total,,,,,,,,,3,,,,,,,\n{HEADER}{}\n\n", rows(1, "110"), rows(2, "100"));
    let ran = report(std::slice::from_ref(&table), &["--format", "json"]);
    assert_eq!((ran.status, ran.talk.as_str()), (0, ""));
    let plain = format!("{HEADER}{}{}", rows(1, "110"), rows(2, "100"));
    assert_eq!(json(&[table], &[]), json(&[plain], &[]));
}

#[test]
fn what_a_spreadsheet_has_ruined_is_told_with_its_line_and_the_rest_counts() {
    let table =
        format!("{HEADER}{}{}", rows(1, "11").replace("s1,b,finished,1", "\"1,23E+16\",b,finished,1"), rows(2, "10"));
    let ran = report(&[table.replace(",no,0,1,", ",03. Apr,0,1,")], &["--format", "json"]);
    assert_eq!(ran.status, 1);
    assert!(ran.talk.contains("0.csv:2: a spreadsheet has turned `sitting` into \"1,23E+16\""), "{}", ran.talk);
    assert!(ran.talk.contains("0.csv:5: a spreadsheet has turned `response` into \"03. Apr\""), "{}", ran.talk);
    let found: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(found["learners"], 2);
}

#[test]
fn unfinished_sittings_do_not_count_and_constants_are_null() {
    let table = format!("{HEADER}{}{}", rows(1, "11"), rows(2, "11").replace("finished", "in_progress"));
    let found = json(&[table], &[]);
    assert_eq!((&found["sittings"], &found["unfinished"]), (&1.into(), &1.into()));
    for figure in ["sd_percent", "skewness", "internal_consistency", "standard_error"] {
        assert_eq!(found[figure], Value::Null, "{figure}");
    }
    assert_eq!(found["items"][0]["discrimination_index"], Value::Null);
}

#[test]
fn two_learners_of_one_name_are_two_and_one_name_in_two_spellings_is_one() {
    let named = |name: &str, learner: u32, id: &str| {
        rows(learner, "10").replace(&format!("L{learner},"), &format!("{name},")).replace(&format!("id-{learner},"), id)
    };
    let two = format!("{HEADER}{}{}", named("Ada", 1, "a,"), named("Ada", 2, "b,"));
    assert_eq!(json(&[two], &[])["learners"], 2);
    let one = format!("{HEADER}{}{}", named("Mu\u{308}ller", 1, ","), named("M\u{fc}ller", 2, ","));
    assert_eq!(json(&[one], &[])["learners"], 1);
}

#[test]
fn a_small_class_is_told_in_words_that_there_is_too_little_to_judge() {
    let ran = report(&[format!("{HEADER}{}", class(&["110", "011", "111"]))], &[]);
    assert!(ran.out.starts_with("3 learners, 3 finished sittings\n"), "{}", ran.out);
    assert!(ran.out.contains("too few learners to judge"), "{}", ran.out);
    assert!(!ran.out.contains("L1"), "{}", ran.out);
}

#[test]
fn a_table_without_its_columns_is_refused_and_named() {
    let ran = report(&["name,points\nAda,3\n".to_owned()], &[]);
    assert_eq!(ran.status, 2);
    assert!(ran.talk.contains("there is no column `learner`"), "{}", ran.talk);
}

#[test]
fn a_wrong_key_stands_first_and_is_flagged_once() {
    // Of forty learners those who know the other four choose what the key of the last takes for wrong.
    let pattern = |learner: u32| ["11110", "11010", "01110", "00001", "00001", "10001"][learner as usize % 6];
    let table: String = (1..=42).map(|learner| rows(learner, pattern(learner))).collect();
    let table = table.replace("no; yes", "maybe; never; no; yes");
    let found = json(&[format!("{HEADER}{table}")], &[]);
    let flags = found["items"][4]["flags"].as_array().unwrap();
    assert_eq!(flags[0], "check_key");
    // Nobody picks two of the options.
    assert_eq!(flags.iter().filter(|flag| **flag == "nobody_picks").count(), 1, "{flags:?}");
    let ran = report(&[format!("{HEADER}{table}")], &[]);
    let first = ran.out.lines().find(|line| line.starts_with("b ")).unwrap();
    assert!(first.starts_with("b q5"), "{}", ran.out);
    assert!(ran.out.contains("discrimination \u{2212}0."), "{}", ran.out);
}

#[test]
fn the_report_ends_with_what_to_teach_again() {
    let ran = report(&[format!("{HEADER}{}", class(&["100"; 9]))], &[]);
    let (_, lessons) = ran.out.split_once("\nTeach this again\n").expect("lessons");
    assert_eq!(
        lessons,
        "1. b q2: 0 % (0 to 30 %) from 9 answers\n   On the board: b q2\n   The wrong idea: “no”, from 9 of 9\n\
         2. b q3: 0 % (0 to 30 %) from 9 answers\n   On the board: b q3\n   The wrong idea: “no”, from 9 of 9\n"
    );
    assert!(!report(&[format!("{HEADER}{}", class(&["100"; 7]))], &[]).out.contains("Teach this again"));
}

#[test]
fn where_nobody_has_finished_there_is_nothing_to_judge() {
    let ran = report(&[format!("{HEADER}{}", rows(1, "11").replace("finished", "in_progress"))], &[]);
    assert_eq!(
        ran.out,
        "0 learners, 0 finished sittings; 1 not finished, which do not count\n\
         There is nothing to judge until somebody has finished a sitting.\n"
    );
}

#[test]
fn a_table_that_breaks_off_leaves_nothing_behind() {
    let whole = format!("{HEADER}{}", class(&["110", "011"]));
    let broken = format!("{HEADER}{}L0,\"s0", rows(0, "111").replace("b,finished", "a,finished"));
    let ran = report(&[broken, whole.clone()], &["--format", "json"]);
    assert_eq!(ran.status, 1);
    assert!(ran.talk.contains("0.csv:5: the quotation mark that begins here is never closed"), "{}", ran.talk);
    assert_eq!(serde_json::from_str::<Value>(&ran.out).unwrap(), json(&[whole], &[]));
}

/// A learner's rows under another name and id.
fn named(name: &str, id: &str, learner: u32, pattern: &str) -> String {
    rows(learner, pattern)
        .replace(&format!("L{learner},"), &format!("{name},"))
        .replace(&format!("id-{learner},"), &format!("{id},"))
}

/// Runs the report on one table, with other files beside it named by `{}`.
fn report_with(table: &str, beside: &[(&str, &str)], more: &[&str]) -> Ran {
    let folder = Folder::new();
    let path = folder.file("class.csv", table);
    let mut args = vec!["report".to_owned(), path];
    for (option, text) in beside {
        args.extend([(*option).to_owned(), folder.file(&format!("{}.txt", option.trim_matches('-')), text)]);
    }
    args.extend(more.iter().map(|more| (*more).to_owned()));
    let ran = torus(&args.iter().map(String::as_str).collect::<Vec<_>>());
    Ran { talk: ran.talk.replace(folder.path(), ""), ..ran }
}

#[test]
fn who_may_be_one_is_told_with_the_lines_that_decide_it_and_nobody_is_merged() {
    let table = format!("{HEADER}{}{}", named("Ada", "a", 1, "10"), named("ADA", "b", 2, "01"));
    let ran = report_with(&table, &[], &[]);
    assert_eq!(ran.status, 0);
    assert!(ran.out.starts_with("2 learners,"), "{}", ran.out);
    assert!(ran.talk.contains("name with --people"), "{}", ran.talk);
    assert!(ran.talk.contains("  Ada and ADA: Same(\"a\", \"b\"), or Different(\"a\", \"b\"),"), "{}", ran.talk);
}

#[test]
fn what_was_decided_merges_or_keeps_apart_and_is_not_asked_again() {
    let table = format!("{HEADER}{}{}", named("Ada", "a", 1, "10"), named("Ada", "b", 2, "01"));
    let decided = |decision: &str| report_with(&table, &[("--people", &format!("// ours\n[{decision}]"))], &[]);
    let same = decided("Same(\"b\", \"A\")");
    assert_eq!((same.status, same.talk.as_str()), (0, ""));
    assert!(same.out.starts_with("1 learner, 1 finished sitting\n"), "{}", same.out);
    let different = decided("Different(\"a\", \"b\")");
    assert_eq!(different.talk, "");
    assert!(different.out.starts_with("2 learners, 2 finished sittings\n"), "{}", different.out);
}

#[test]
fn decisions_that_cannot_be_read_are_refused_with_line_and_column() {
    let table = format!("{HEADER}{}", rows(1, "10"));
    let ran = report_with(&table, &[("--people", "[\n  Perhaps(\"a\", \"b\"),\n]")], &[]);
    assert_eq!(ran.status, 2);
    assert!(ran.talk.contains("people.txt: line 2, column 3: "), "{}", ran.talk);
    assert!(ran.talk.contains("write Same(\"id\", \"id\")"), "{}", ran.talk);
    let ran = report_with(&table, &[("--people", "[Same(\"a\", \"b\"), Different(\"a\", \"b\")]")], &[]);
    assert_eq!(ran.status, 2);
    assert!(ran.talk.contains("are one person and two"), "{}", ran.talk);
}

#[test]
fn one_id_with_two_names_is_told() {
    let table = format!("{HEADER}{}{}", named("Ada", "a", 1, "10"), named("Ben", "a", 2, "01"));
    let ran = report_with(&table, &[], &[]);
    assert!(ran.talk.contains("torus: a is called Ben and has also been called Ada"), "{}", ran.talk);
}

#[test]
fn the_class_list_tells_who_has_handed_in_nothing_and_who_is_not_on_it() {
    let table = format!("{HEADER}{}{}", named("Ada Müller", "a", 1, "10"), named("Ben", "b", 2, "01"));
    let list = "Nachname;Vorname;E-Mail-Adresse\nMüller;Ada;ada@x.org\nCurie;Marie;marie@x.org\nZuse;Konrad;\n";
    let ran = report_with(&table, &[("--class", list)], &[]);
    assert_eq!(ran.status, 0);
    assert!(ran.out.contains("Handed in nothing: Marie Curie, Konrad Zuse\n"), "{}", ran.out);
    assert!(ran.talk.contains("torus: Ben (b) is not on the class list"), "{}", ran.talk);
    let json = report_with(&table, &[("--class", list)], &["--format", "json"]);
    let found: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(found["handed_in_nothing"][0]["email"], "marie@x.org");
    assert_eq!(found["unclear"].as_array().map(Vec::len), Some(0));
    let without: Value = serde_json::from_str(&report_with(&table, &[], &["--format", "json"]).out).unwrap();
    assert!(without.get("handed_in_nothing").is_none(), "only where there is a list");
}

#[test]
fn a_class_list_without_its_columns_is_refused_and_a_broken_row_is_told() {
    let table = format!("{HEADER}{}", rows(1, "10"));
    let ran = report_with(&table, &[("--class", "points\n3\n")], &[]);
    assert_eq!(ran.status, 2);
    assert!(ran.talk.contains("class.txt: line 1: there is no column of names"), "{}", ran.talk);
    let ran = report_with(&table, &[("--class", "name,email\nL1,l1\n")], &[]);
    assert_eq!(ran.status, 1);
    assert!(ran.talk.contains("class.txt:2: `email` is \"l1\" and should be an email address"), "{}", ran.talk);
}

#[test]
fn an_anonymous_report_names_no_learner_and_standard_error_no_file_without_a_fault() {
    let named = |learner: u32, pattern: &str, name: &str, id: &str| {
        rows(learner, pattern)
            .replace(&format!("L{learner},"), &format!("{name},"))
            .replace(&format!("id-{learner},"), id)
    };
    let whole = format!(
        "{HEADER}{}{}{}",
        named(1, "1101", "Zo\u{eb} Zander", "id-z,"),
        named(2, "0101", "Ada Bell", "id-a,"),
        named(3, "0101", "Ada Bell", "id-b,")
    );
    let cut: String = whole.lines().take(3).map(|line| format!("{line}\n")).collect();
    let list = Folder::new();
    let path = list.file("list.csv", "name\nAda Bell\nCleo Dunn\n");
    for format in ["text", "json", "csv", "html"] {
        let tables = [cut.clone(), whole.clone(), "name,points\nAda,3\n".to_owned()];
        let ran = report(&tables, &["--anonymous", "--format", format, "--class", &path]);
        assert_eq!(ran.status, 1, "{}", ran.talk);
        for word in ["Zander", "Bell", "Cleo", "id-z", "id-a", "s1", "2026-11-28", "0.csv", "1.csv"] {
            assert!(!ran.out.contains(word), "{word} is in {format}: {}", ran.out);
            assert!(!ran.talk.contains(word), "{word} was told: {}", ran.talk);
        }
        // What cannot be used at all has to be named.
        assert!(ran.talk.contains("2.csv"), "{}", ran.talk);
        assert!(ran.talk.contains("1 sitting differs between tables"), "{}", ran.talk);
    }
}

#[test]
fn a_question_left_out_is_told_with_both_denominators() {
    let table = format!("{HEADER}{}", class(&["110", "011", "111", "010"]));
    let ran = report_with(&table, &[], &["--leave-out", "q2"]);
    assert!(
        ran.out.contains(
            "Left out: b q2\n  without: 2 points on 2 questions, mean score 50 %, median 50 %\n  \
             with:    3 points on 3 questions, mean score 67 %, median 67 %\n"
        ),
        "{}",
        ran.out
    );
    assert!(!ran.out.contains("\nb q2"), "{}", ran.out);
    let json = report_with(&table, &[], &["--leave-out", "b/q2", "--leave-out", "q3", "--format", "json"]);
    let found: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(found["left_out"]["questions"][1]["question"], "q3");
    assert_eq!(
        (&found["left_out"]["without"]["most_points"], &found["left_out"]["with"]["most_points"]),
        (&1.0.into(), &3.0.into())
    );
    assert_eq!(found["items"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_question_to_leave_out_that_is_not_there_or_is_there_twice_is_refused() {
    let table = format!("{HEADER}{}{}", rows(1, "10"), rows(2, "10").replace(",b,", ",c,"));
    let unknown = report_with(&table, &[], &["--leave-out", "q11"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.talk.contains("there is no question \"q11\" in these tables"), "{}", unknown.talk);
    let several = report_with(&table, &[], &["--leave-out", "q1"]);
    assert_eq!(several.status, 2);
    assert!(several.talk.contains("say which, as b/q1 or c/q1"), "{}", several.talk);
    assert_eq!(report_with(&table, &[], &["--leave-out", "c/q1"]).status, 0);
}

#[test]
fn a_corrected_key_is_told_with_the_sittings_that_had_the_old_one() {
    let old =
        rows(1, "11").replace("choice,yes,", "choice,no,").replace(",1,1,correct", ",0,1,wrong").replace(",h1", ",old");
    let old = old.replacen(",old", ",before", 2);
    let table = format!("{HEADER}{old}{}", rows(2, "10").replace("T12:", "T13:"));
    let ran = report_with(&table, &[], &[]);
    assert!(ran.out.contains("  The key was “no” in 1 sitting: s1\n"), "{}", ran.out);
    assert!(ran.out.contains("  Facility 0.50 as marked, 1.00 by today's key, “yes”\n"), "{}", ran.out);
    let json = report_with(&table, &[], &["--format", "json"]);
    let found: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(found["items"][0]["other_keys"][0]["key"], "no");
    assert_eq!(found["items"][0]["other_keys"][0]["sittings"][0], "s1");
    near(&found["items"][0]["facility_by_last_key"], 1.0, 1e-12);
}

#[test]
fn the_page_names_learners_unless_it_is_anonymous() {
    let table = format!("{HEADER}{}{}", rows(1, "110"), rows(2, "011"));
    let told = report(std::slice::from_ref(&table), &["--format", "html"]);
    assert_eq!((told.status, told.talk.as_str()), (0, ""));
    assert!(told.out.contains("<h2>Learners</h2>") && told.out.contains("<bdi>L1</bdi>"), "{}", told.out);
    let anonymous = report(&[table], &["--format", "html", "--anonymous"]);
    assert!(!anonymous.out.contains("<h2>Learners</h2>"), "{}", anonymous.out);
}

#[test]
fn three_thousand_files_of_which_some_are_half_written_are_read_in_one_go() {
    let folder = Folder::new();
    let pattern = |learner: u32| ["1", "0"][learner as usize % 2];
    for learner in 0..3_000 {
        folder.file(&format!("hand-in/{learner}.csv"), format!("{HEADER}{}", rows(learner, pattern(learner))));
    }
    let broken = format!("{HEADER}{}L9999,\"s9", rows(9_998, "11"));
    folder.file("hand-in/broken.csv", &broken);
    folder.file("hand-in/cut.csv", &HEADER[..30]);
    folder.file("hand-in/empty.csv", "");
    folder.file("hand-in/being-written.tmp", format!("{HEADER}{}", rows(9_997, "11")));
    // A copy under another name, as programs that keep folders alike make it.
    folder.file("hand-in/7 (conflict).csv", format!("{HEADER}{}", rows(7, pattern(7))));
    let ran = torus(&["report", &format!("{}/hand-in", folder.path()), "--format", "json"]);
    assert_eq!(ran.status, 1);
    let found: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((&found["learners"], &found["sittings"]), (&3_000.into(), &3_000.into()));
    assert_eq!(ran.talk.lines().count(), 3, "{}", ran.talk);
}
