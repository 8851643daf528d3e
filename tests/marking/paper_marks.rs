//! Answers on paper, typed into the marking grid: they earn what the same answers earn in the window.

use super::any::{any_question, questions};
use proptest::prelude::*;
use torus::bank::{Bank, Mode, Question};
use torus::history::question_hash;
use torus::moment::Moment;
use torus::paper::{Met, Paper, Plan, draw_versions, item_at};
use torus::paper_marks::{Answered, PrintedPaper, from_ron, mark_line, read_line, records, to_ron};
use torus::report::{ResponsesCsv, key_letters, read_letters};
use torus::sitting::{Response, Sitting, Terms, Verdict};
use uuid::Uuid;

const NOON: Moment = Moment { unix_ms: 1_795_431_600_000, offset_secs: 3600 };

fn printed(questions: &[Question], seed: u32) -> PrintedPaper {
    let items = (0..).zip(questions).map(|(place, question)| item_at("b", question, seed, place)).collect();
    PrintedPaper::new("b", "Bank", vec![Paper { seed, items, short_by: 0 }], NOON)
}

/// The cell that a teacher types for what stands on the paper.
fn cell(written: &str) -> String {
    format!("\"{}\"", written.replace('"', "\"\"").replace(['”', '“', '»'], "'"))
}

/// The same answers in the window: score, points to be had and verdict of each.
fn in_the_window(paper: &PrintedPaper, responses: &[Option<Response>]) -> Vec<(f64, f64, Verdict)> {
    let terms = Terms { mode: Mode::Test, ..Terms::default() };
    let mut sitting = Sitting::begin(Uuid::nil(), "b", "Bank", "", terms, paper.papers[0].clone(), NOON);
    for (index, response) in responses.iter().enumerate() {
        sitting.go_to(index);
        if let Some(response) = response {
            let _ = sitting.answer(response.clone(), NOON);
        }
    }
    sitting.turns.iter().map(|turn| (turn.score(), turn.max_score(), turn.verdict())).collect()
}

proptest! {
    #[test]
    fn answers_on_paper_earn_what_they_earn_in_the_window(
        questions in proptest::collection::vec(questions(), 1..6), seed: u32,
        typed in proptest::collection::vec("([A-Fa-f]{1,4}|[tf]|\\PC{1,6}|[0-9]{1,3}|right|wrong)", 6),
        is_key in proptest::collection::vec(any::<bool>(), 6),
    ) {
        let paper = printed(&questions, seed);
        let items = &paper.papers[0].items;
        let written: Vec<String> = items.iter().zip(typed.iter().zip(is_key)).map(|(item, (typed, is_key))| {
            let is_readable = read_letters(item, typed).is_ok() && !typed.contains(['"', '”', '“', '»']);
            if is_key || !is_readable { key_letters(item) } else { typed.clone() }
        }).collect();
        prop_assume!(!written.iter().any(|text| text.contains(['”', '“', '»'])));
        let line = format!("Ada: {}", written.iter().map(|text| cell(text)).collect::<Vec<_>>().join(" "));
        let line = read_line(&paper, 0, &line).expect("a line");
        prop_assume!(!line.answers.iter().any(|answered| matches!(answered, Answered::Double { .. })));
        let responses: Vec<Option<Response>> =
            items.iter().zip(&written).map(|(item, text)| read_letters(item, text).expect("read")).collect();
        let marked = mark_line(&paper, line);
        let records = records(&paper, &marked, NOON, &question_hash);
        let on_paper: Vec<(f64, f64, Verdict)> =
            records.iter().map(|record| (record.score, record.max_score, record.verdict)).collect();
        prop_assert_eq!(on_paper, in_the_window(&paper, &responses));
        prop_assert!((marked.score - records.iter().map(|record| record.score).sum::<f64>()).abs() < 1e-9);
        let mut csv = ResponsesCsv::new(Vec::new(), true).expect("starts");
        records.iter().try_for_each(|record| csv.write(record)).expect("written");
    }

    #[test]
    fn the_key_of_each_version_earns_every_point_on_that_version(
        questions in proptest::collection::vec(questions(), 1..6), seed: u32, version in 0..4_usize,
    ) {
        let questions: Vec<Question> = questions.into_iter().enumerate()
            .map(|(index, question)| Question { id: format!("q{index}").into(), ..question }).collect();
        let bank = Bank { id: "b".into(), questions, ..Bank::default() };
        let papers = draw_versions(&[&bank], &Plan::default(), &Met::new(), seed, 4);
        let paper = PrintedPaper::new("b", "Bank", papers, NOON);
        let keys: Vec<String> = paper.papers[version].items.iter().map(key_letters).collect();
        prop_assume!(!keys.iter().any(|text| text.contains(['”', '“', '»'])));
        let cells: Vec<String> = keys.iter().map(|key| cell(key)).collect();
        let marked = mark_line(&paper, read_line(&paper, version, &format!("Ada: {}", cells.join(" "))).expect("a line"));
        prop_assert!(marked.verdicts.iter().all(|verdict| *verdict == Verdict::Correct), "{:?} {:?}", keys, marked);
        prop_assert_eq!(marked.better, None);
    }

    #[test]
    fn any_line_is_read_or_refused_on_any_paper(
        questions in proptest::collection::vec(any_question(), 0..5), seed: u32, line in "\\PC{0,30}",
        cells in "[A-Fa-f?\" .:-]{0,20}",
    ) {
        let paper = printed(&questions, seed);
        for line in [line, format!("Ada: {cells}")] {
            if let Ok(line) = read_line(&paper, 0, &line) {
                let marked = mark_line(&paper, line);
                prop_assert_eq!(records(&paper, &marked, NOON, &question_hash).len(), questions.len());
            }
        }
    }

    #[test]
    fn every_paper_that_can_be_printed_is_kept_and_read_again(
        questions in proptest::collection::vec(questions(), 1..6), seed: u32, count in 1..4_u32,
    ) {
        let questions: Vec<Question> = questions.into_iter().enumerate()
            .map(|(index, question)| Question { id: format!("q{index}").into(), ..question }).collect();
        let bank = Bank { id: "b".into(), questions, ..Bank::default() };
        let papers = draw_versions(&[&bank], &Plan::default(), &Met::new(), seed, count);
        let paper = PrintedPaper::new("b", "Bank", papers, NOON);
        prop_assert_eq!(from_ron(&to_ron(&paper)).expect("reads"), paper);
    }
}
