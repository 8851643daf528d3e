//! Known papers, and the laws of every paper.

use super::*;
use crate::bank::{Answer, Entries, Question};
use proptest::prelude::*;
use std::collections::HashSet;

fn question(id: &str, topic: &str, enemies: &[&str]) -> Question {
    Question {
        id: id.into(),
        topic: topic.into(),
        prompt: "Where?".into(),
        enemies: enemies.iter().map(|enemy| Box::from(*enemy)).collect(),
        ..Question::of(Answer::Choice {
            correct: "north".into(),
            distractors: ["east", "south", "west"].map(Box::from).into(),
        })
    }
}

fn bank(id: &str, questions: Vec<Question>) -> Bank {
    Bank {
        format: 1,
        id: id.into(),
        title: id.into(),
        about: Box::default(),
        language: Box::default(),
        authors: Box::default(),
        licence: Box::default(),
        sources: Entries::default(),
        questions,
        quizzes: Box::default(),
    }
}

/// Questions `q0`, `q1`, … with a topic each.
fn topics(topics: &[&str]) -> Bank {
    bank("b", topics.iter().enumerate().map(|(index, topic)| question(&format!("q{index}"), topic, &[])).collect())
}

/// Questions named by the first word of each list, enemies by the others.
fn enemies(lists: &[&[&str]]) -> Bank {
    bank("b", lists.iter().map(|list| question(list[0], "", &list[1..])).collect())
}

/// The list of that topic; of none, for the whole bank, where it is empty.
fn whole_or(topic: &str) -> Vec<String> {
    Some(topic.to_owned()).into_iter().filter(|topic| !topic.is_empty()).collect()
}

fn plan(lines: &[(&str, Option<usize>)]) -> Plan {
    Plan {
        draws: lines.iter().map(|(topic, count)| Draw { topics: whole_or(topic), count: *count }).collect(),
        ..Plan::default()
    }
}

fn take(count: usize) -> Plan {
    plan(&[("", Some(count))])
}

fn met(bank_id: &str, times: &[(&str, u32)]) -> Met {
    let times = times.iter().map(|(id, times)| ((*id).to_owned(), *times)).collect();
    Met::from([(bank_id.to_owned(), times)])
}

fn ids(paper: &Paper) -> Vec<&str> {
    paper.items.iter().map(|item| &*item.question.id).collect()
}

fn sorted_ids(paper: &Paper) -> Vec<&str> {
    let mut ids = ids(paper);
    ids.sort_unstable();
    ids
}

/// The expected papers come from a second implementation, in another language, of the documented rules.
#[test]
fn known_seeds_give_known_papers() {
    let bank = topics(&["JET/dates", "ITER", "JET/dates", "ITER", "JET/dates", "ITER", "JET/dates", "ITER"]);
    let check = |lines: &[(&str, Option<usize>)], met: &Met, seed, expected: &[(&str, [usize; 4])]| {
        let paper = draw(&[&bank], &plan(lines), met, seed);
        let drawn: Vec<_> = paper.items.iter().map(|item| (&*item.question.id, item.option_order.as_slice())).collect();
        let expected: Vec<_> = expected.iter().map(|(id, order)| (*id, order.as_slice())).collect();
        assert_eq!((paper.seed, paper.short_by, drawn), (seed, 0, expected));
    };
    let nothing = Met::new();
    check(
        &[],
        &nothing,
        0,
        &[
            ("q0", [3, 0, 1, 2]),
            ("q4", [0, 1, 3, 2]),
            ("q5", [2, 3, 1, 0]),
            ("q6", [3, 0, 2, 1]),
            ("q2", [2, 1, 3, 0]),
            ("q3", [2, 0, 1, 3]),
            ("q7", [2, 1, 0, 3]),
            ("q1", [1, 0, 2, 3]),
        ],
    );
    let two_and_one = [("JET", Some(2)), ("ITER", Some(1))];
    check(&two_and_one, &nothing, 7, &[("q2", [3, 1, 0, 2]), ("q0", [3, 2, 0, 1]), ("q1", [2, 3, 1, 0])]);
    check(
        &[("JET", Some(2)), ("", Some(3))],
        &nothing,
        u32::MAX,
        &[("q3", [1, 3, 2, 0]), ("q0", [2, 3, 0, 1]), ("q4", [3, 0, 1, 2]), ("q6", [1, 0, 2, 3]), ("q2", [3, 1, 0, 2])],
    );
    let some = met("b", &[("q0", 1), ("q1", 2), ("q2", 1), ("q5", 1), ("q7", 3), ("q3", 1)]);
    let expected = [("q4", [3, 1, 2, 0]), ("q6", [0, 1, 3, 2]), ("q5", [1, 2, 3, 0]), ("q2", [3, 0, 2, 1])];
    check(&[("", Some(4))], &some, 3, &expected);
}

#[test]
fn too_large_a_count_takes_all_and_tells_how_many_are_missing() {
    let bank = topics(&["a", "a", "b"]);
    let check = |lines: &[(&str, Option<usize>)], expected: (usize, usize)| {
        let paper = draw(&[&bank], &plan(lines), &Met::new(), 1);
        assert_eq!((paper.items.len(), paper.short_by), expected, "{lines:?}");
    };
    check(&[("", Some(5))], (3, 2));
    check(&[("", Some(3))], (3, 0));
    check(&[("", Some(0))], (0, 0));
    check(&[("c", Some(2))], (0, 2));
    check(&[("c", None)], (0, 0));
    check(&[("a", Some(1)), ("a", Some(2)), ("", None)], (3, 1));
    check(&[("a", Some(usize::MAX)), ("b", Some(usize::MAX))], (3, usize::MAX));
}

#[test]
fn no_banks_and_empty_banks_give_an_empty_paper() {
    let empty = bank("b", Vec::new());
    for banks in [&[] as &[&Bank], &[&empty]] {
        assert_eq!(draw(banks, &Plan::default(), &Met::new(), 1), Paper { seed: 1, items: vec![], short_by: 0 });
        assert_eq!(draw(banks, &take(2), &Met::new(), 1).short_by, 2);
    }
}

#[test]
fn a_question_taken_by_one_line_is_not_taken_by_the_next() {
    let bank = topics(&["a/x", "a", "a/y", "b"]);
    for seed in 0..50 {
        let paper = draw(&[&bank], &plan(&[("a", Some(1)), ("a", Some(1)), ("", Some(2))]), &Met::new(), seed);
        assert_eq!((sorted_ids(&paper), paper.short_by), (vec!["q0", "q1", "q2", "q3"], 0));
    }
}

#[test]
fn one_id_in_two_banks_is_two_questions() {
    let (first, mut second) = (enemies(&[&["a", "b"], &["b"]]), enemies(&[&["a"], &["b"]]));
    second.id = "other".into();
    for seed in 0..50 {
        let paper = draw(&[&first, &second], &take(3), &Met::new(), seed);
        assert_eq!((paper.items.len(), paper.short_by), (3, 0), "enemies are so within a bank alone");
    }
    let paper = draw(&[&first, &second], &Plan::default(), &met("other", &[("a", 1)]), 1);
    assert_eq!(sorted_ids(&paper), ["a", "a", "b", "b"]);
    for seed in 0..50 {
        let paper = draw(&[&first, &second], &take(2), &met("b", &[("a", 1), ("b", 1)]), seed);
        assert!(paper.items.iter().all(|item| item.bank_id == "other"));
    }
}

#[test]
fn a_bank_given_twice_counts_once() {
    let (first, mut longer) = (topics(&["", ""]), topics(&["", "", ""]));
    longer.questions[0].prompt = "Another?".into();
    let paper = draw(&[&first, &longer, &first], &Plan::default(), &Met::new(), 1);
    assert_eq!(sorted_ids(&paper), ["q0", "q1", "q2"]);
    assert!(paper.items.iter().all(|item| &*item.question.prompt == "Where?"));
}

#[test]
fn enemies_are_kept_apart_whichever_names_the_other() {
    for bank in [enemies(&[&["a", "b"], &["b"], &["c"]]), enemies(&[&["a"], &["b", "a"], &["c"]])] {
        for seed in 0..50 {
            let paper = draw(&[&bank], &take(2), &Met::new(), seed);
            assert!(sorted_ids(&paper) != ["a", "b"] && paper.short_by == 0, "seed {seed}: {:?}", ids(&paper));
        }
    }
}

#[test]
fn enemies_are_included_where_everything_is_taken() {
    let bank = enemies(&[&["a", "b", "c"], &["b"], &["c"]]);
    for plan in [Plan::default(), take(3), take(9), plan(&[("", None)])] {
        assert_eq!(sorted_ids(&draw(&[&bank], &plan, &Met::new(), 1)), ["a", "b", "c"]);
    }
}

#[test]
fn a_later_line_keeps_away_from_the_enemies_of_an_earlier_one() {
    let mut bank = enemies(&[&["a"], &["b", "a"], &["c"]]);
    bank.questions[0].topic = "first".into();
    for seed in 0..50 {
        let paper = draw(&[&bank], &plan(&[("first", Some(1)), ("", Some(1))]), &Met::new(), seed);
        assert_eq!(sorted_ids(&paper), ["a", "c"]);
    }
}

#[test]
fn what_enemies_leave_too_few_of_is_told() {
    let bank = enemies(&[&["a", "b", "c"], &["b", "c"], &["c"], &["d", "d", "nobody"]]);
    for seed in 0..50 {
        let paper = draw(&[&bank], &take(3), &Met::new(), seed);
        assert_eq!((paper.items.len(), paper.short_by), (2, 1));
        assert!(ids(&paper).contains(&"d"));
    }
}

#[test]
fn a_question_with_many_enemies_stands_back_where_it_would_leave_too_few() {
    let star = enemies(&[&["hub", "a", "b", "c", "d"], &["a"], &["b"], &["c"], &["d"]]);
    let chain = enemies(&[&["a", "b"], &["b", "c"], &["c", "d"], &["d", "e"], &["e", "f"], &["f", "g"], &["g"]]);
    for seed in 0..200 {
        let (of_star, of_chain) =
            (draw(&[&star], &take(4), &Met::new(), seed), draw(&[&chain], &take(4), &Met::new(), seed));
        assert_eq!((sorted_ids(&of_star), of_star.short_by), (vec!["a", "b", "c", "d"], 0));
        assert_eq!((sorted_ids(&of_chain), of_chain.short_by), (vec!["a", "c", "e", "g"], 0));
    }
}

#[test]
fn naming_an_enemy_twice_or_oneself_changes_nothing() {
    let star = enemies(&[&["hub", "a", "b"], &["a", "hub", "a"], &["b", "hub", "b"]]);
    let chain = enemies(&[
        &["a", "b", "b", "b"],
        &["b", "a", "c", "c", "c"],
        &["c", "b", "d"],
        &["d"],
        &["e", "d", "f", "f"],
        &["f", "e", "g", "g"],
        &["g", "f"],
    ]);
    for seed in 0..200 {
        assert_eq!(sorted_ids(&draw(&[&star], &take(2), &Met::new(), seed)), ["a", "b"]);
        assert_eq!(sorted_ids(&draw(&[&chain], &take(4), &Met::new(), seed)), ["a", "c", "e", "g"]);
    }
}

#[test]
fn a_later_line_that_must_search_still_keeps_away_from_an_earlier_one() {
    let mut bank = enemies(&[&["first"], &["x", "first"], &["hub", "a", "b"], &["a"], &["b"]]);
    bank.questions[0].topic = "first".into();
    for seed in 0..50 {
        let paper = draw(&[&bank], &plan(&[("first", Some(1)), ("", Some(3))]), &Met::new(), seed);
        assert_eq!((sorted_ids(&paper), paper.short_by), (vec!["a", "b", "first"], 1));
    }
}

#[test]
fn the_options_of_one_question_do_not_disturb_those_of_another() {
    let long = topics(&["", "", "", ""]);
    let mut short = long.clone();
    let before = draw(&[&long], &Plan::default(), &Met::new(), 5);
    let first = before.items[0].question.id.clone();
    for question in short.questions.iter_mut().filter(|question| question.id == first) {
        question.answer = Answer::TrueFalse(true);
    }
    let after = draw(&[&short], &Plan::default(), &Met::new(), 5);
    assert!(after.items[0].option_order.is_empty());
    assert_eq!(after.items[1..], before.items[1..]);
}

const TOPICS: [&str; 5] = ["", "a", "a/x", "ab", "b"];

fn any_bank(id: &'static str, max_enemies: usize) -> impl Strategy<Value = Bank> {
    let question = (0..TOPICS.len(), prop::collection::vec(0_usize..14, 0..=max_enemies), 0_usize..5);
    prop::collection::vec(question, 0..14).prop_map(move |parts| {
        let questions = parts.into_iter().enumerate().map(|(index, (topic, enemies, option_count))| {
            let mut question = question_of(index, TOPICS[topic], &enemies);
            let distractors = (0..option_count).map(|option| format!("wrong {option}").into()).collect();
            question.answer = Answer::Choices { correct: ["right".into()].into(), distractors };
            question
        });
        bank(id, questions.collect())
    })
}

fn question_of(index: usize, topic: &str, enemies: &[usize]) -> Question {
    let enemies: Vec<String> = enemies.iter().map(|enemy| format!("q{enemy}")).collect();
    let enemies: Vec<&str> = enemies.iter().map(String::as_str).collect();
    question(&format!("q{index}"), topic, &enemies)
}

fn any_banks(max_enemies: usize) -> impl Strategy<Value = Vec<Bank>> {
    (any_bank("one", max_enemies), any_bank("two", max_enemies)).prop_map(|(first, second)| vec![first, second])
}

fn any_plan() -> impl Strategy<Value = Plan> {
    let line = (0..TOPICS.len(), prop::option::weighted(0.8, 0_usize..12));
    prop::collection::vec(line, 0..4)
        .prop_map(|lines| plan(&lines.iter().map(|(topic, count)| (TOPICS[*topic], *count)).collect::<Vec<_>>()))
}

fn any_met() -> impl Strategy<Value = Met> {
    let times = prop::collection::hash_map((0_usize..14).prop_map(|index| format!("q{index}")), 0_u32..4, 0..14);
    prop::collection::hash_map(prop_oneof![Just("one".to_owned()), Just("two".to_owned())], times, 0..3)
}

fn every_question<'a>(banks: &[&'a Bank]) -> Vec<(&'a Bank, &'a Question)> {
    banks.iter().flat_map(|bank| bank.questions.iter().map(|question| (*bank, question))).collect()
}

fn name(bank: &Bank, question: &Question) -> (String, String) {
    (bank.id.to_string(), question.id.to_string())
}

fn names(paper: &Paper) -> HashSet<(String, String)> {
    paper.items.iter().map(|item| (item.bank_id.clone(), item.question.id.to_string())).collect()
}

fn are_enemies(left: &Question, right: &Question) -> bool {
    left.id != right.id && (left.enemies.contains(&right.id) || right.enemies.contains(&left.id))
}

proptest! {
    #[test]
    fn every_paper_is_a_sample_without_repeats_within_its_plan(
        banks in any_banks(3), plan in any_plan(), met in any_met(), seed: u32) {
        let banks: Vec<&Bank> = banks.iter().collect();
        let paper = draw(&banks, &plan, &met, seed);
        let every = every_question(&banks);
        prop_assert_eq!(names(&paper).len(), paper.items.len());
        for item in &paper.items {
            prop_assert!(every.iter().any(|(bank, question)| *bank.id == *item.bank_id && **question == item.question));
            let is_planned = plan.draws.iter().any(|line| line.admits(&item.question));
            prop_assert!(is_planned || plan.draws.is_empty());
            let mut order = item.option_order.clone();
            order.sort_unstable();
            prop_assert!(order.into_iter().eq(0..item.question.options().len()));
        }
        if plan.draws.is_empty() {
            prop_assert_eq!((paper.items.len(), paper.short_by), (every.len(), 0));
        }
        if let Some(wanted) = plan.draws.iter().map(|line| line.count).sum::<Option<usize>>() {
            prop_assert!(plan.draws.is_empty() || paper.items.len() + paper.short_by == wanted);
        }
        prop_assert_eq!(draw(&banks, &plan, &met, seed), paper);
    }

    #[test]
    fn smaller_draws_keep_enemies_apart_and_fall_short_only_where_they_must(
        banks in any_banks(3), topic in 0..TOPICS.len(), count in 0_usize..12, met in any_met(), seed: u32) {
        let banks: Vec<&Bank> = banks.iter().collect();
        let paper = draw(&banks, &plan(&[(TOPICS[topic], Some(count))]), &met, seed);
        let mut within = every_question(&banks);
        within.retain(|(_, question)| question.is_within_topic(TOPICS[topic]));
        prop_assume!(count < within.len());
        let drawn = names(&paper);
        let has_enemy_drawn = |(bank, question): &(&Bank, &Question)| {
            let mut present = within.iter().filter(|(home, other)| drawn.contains(&name(home, other)));
            present.any(|(home, other)| home.id == bank.id && are_enemies(question, other))
        };
        for candidate in &within {
            if drawn.contains(&name(candidate.0, candidate.1)) {
                prop_assert!(!has_enemy_drawn(candidate));
            } else if paper.short_by > 0 {
                prop_assert!(has_enemy_drawn(candidate));
            }
        }
    }

    #[test]
    fn the_least_met_are_drawn_first(banks in any_banks(0), count in 0_usize..12, met in any_met(), seed: u32) {
        let banks: Vec<&Bank> = banks.iter().collect();
        let paper = draw(&banks, &take(count), &met, seed);
        let drawn = names(&paper);
        let times = |name: &(String, String)| met.get(&name.0).and_then(|met| met.get(&name.1)).copied().unwrap_or(0);
        let most = drawn.iter().map(times).max().unwrap_or(0);
        for (bank, question) in every_question(&banks) {
            let name = name(bank, question);
            prop_assert!(drawn.contains(&name) || times(&name) >= most);
        }
    }

    #[test]
    fn another_seed_gives_another_paper(seed: u32) {
        let bank = topics(&[""; 40]);
        let plan = take(20);
        let paper = |seed| draw(&[&bank], &plan, &Met::new(), seed);
        let (this, next) = (paper(seed), paper(seed.wrapping_add(1)));
        prop_assert_ne!(ids(&this), ids(&next));
        prop_assert_ne!(sorted_ids(&this), sorted_ids(&next));
    }
}
