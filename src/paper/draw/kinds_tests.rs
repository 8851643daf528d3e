//! How the kinds of several parts and the calculated ones are drawn.

use super::*;
use crate::bank::{Mode, Question};
use proptest::prelude::*;

fn question(answer: &str) -> Question {
    ron::from_str(&format!("(id: \"q\", prompt: \"{{E}} in {{t}}?\", answer: {answer})")).expect(answer)
}

fn item(answer: &str, seed: u32) -> PaperItem {
    let bank = Bank { id: "b".into(), questions: vec![question(answer)], ..Bank::default() };
    draw(&[&bank], &Plan::default(), &Met::new(), seed).items.remove(0)
}

/// Asserts the orders for the seeds 0, 1, 7 and the largest. They come from a second implementation, in another
/// language, of the rules in `shuffle`.
fn check(answer: &str, expected: [&[usize]; 4]) {
    for (seed, expected) in [0, 1, 7, u32::MAX].into_iter().zip(expected) {
        assert_eq!(item(answer, seed).option_order, expected, "{answer} with {seed}");
    }
}

const ORDER: &str = "Order(items: [\"1956\", \"1983\", \"2006\"])";
const POWER: &str =
    "Calculated(variables: {\"E\": Range(from: 20, to: 60), \"t\": Values([2, 4, 5])}, value: \"E / t\")";

#[test]
fn known_seeds_give_known_orders() {
    // The first shuffle for seed 0 gives the right order, so it is shuffled again.
    check(ORDER, [&[1, 0, 2], &[0, 2, 1], &[1, 0, 2], &[1, 2, 0]]);
    let four: [&[usize]; 4] = [&[3, 0, 1, 2], &[2, 0, 3, 1], &[3, 1, 0, 2], &[1, 3, 2, 0]];
    check("Match(pairs: [(\"a\", \"1\"), (\"b\", \"2\"), (\"c\", \"3\")], extra: [\"4\"])", four);
    check("Categorise(groups: {\"A\": [\"1\", \"2\"], \"B\": [\"3\", \"4\"]})", four);
    let spots: Vec<_> = "abcd".chars().map(|n| format!("(name: \"{n}\", shape: Circle(x: 0, y: 0, r: 1))")).collect();
    check(&format!("Hotspot(image: \"i.png\", spots: [{}], correct: [\"a\"])", spots.join(",")), four);
    check(
        "Cloze(text: \"{a ~ b ~ c} {typed} {d ~ e ~ f ~ g}\")",
        [&[0, 1, 2, 4, 3, 6, 5], &[0, 2, 1, 6, 5, 3, 4], &[1, 0, 2, 3, 5, 6, 4], &[1, 2, 0, 6, 3, 4, 5]],
    );
}

#[test]
fn the_list_of_a_gap_stands_in_ascending_order_where_it_has_one() {
    for seed in 0..20 {
        let order = item("Cloze(text: \"{2011 ~ 1997 ~ 2022} {b ~ a}\")", seed).option_order;
        assert_eq!(order[..3], [1, 0, 2]);
    }
}

#[test]
fn known_seeds_give_known_values() {
    for (seed, values) in [(0, [25.0, 5.0]), (1, [49.0, 5.0]), (7, [60.0, 4.0]), (u32::MAX, [43.0, 4.0])] {
        let item = item(POWER, seed);
        assert_eq!(item.drawn.as_ref().map(|drawn| &*drawn.values), Some(&values[..]), "seed {seed}");
        assert_eq!(*item.question.prompt, *format!("{} in {}?", values[0], values[1]));
        assert_eq!(*item.original(), question(POWER));
    }
}

#[test]
fn values_that_cannot_be_drawn_leave_the_question_as_it_is() {
    for broken in ["Range(from: 5, to: 1)", "Range(from: 0, to: 1, step: 0)", "Values([])", "Values([inf])"] {
        let answer = format!("Calculated(variables: {{\"E\": {broken}}}, value: \"E\")");
        let item = item(&answer, 1);
        assert_eq!((item.drawn, item.question), (None, question(&answer)));
    }
}

#[test]
fn no_test_asks_what_only_the_learner_can_rate() {
    let recall = Question { id: "r".into(), ..question("Recall(answer: \"a\")") };
    let bank = Bank { questions: vec![question("TrueFalse(true)"), recall], ..Bank::default() };
    let drawn = |mode, count| {
        let paper = draw(&[&bank], &Plan { draws: vec![Draw { topics: vec![], count }], mode }, &Met::new(), 1);
        (paper.items.len(), paper.short_by)
    };
    assert_eq!(drawn(Mode::Test, None), (1, 0));
    assert_eq!(drawn(Mode::Test, Some(2)), (1, 1));
    assert_eq!(drawn(Mode::Practice, Some(2)), (2, 0));
}

#[test]
fn every_other_order_is_equally_likely() {
    let mut counts = HashMap::new();
    for seed in 0..5000 {
        *counts.entry(item(ORDER, seed).option_order).or_insert(0_u32) += 1;
    }
    // 1000 expected of each: 200 is more than six standard deviations (√800 ≈ 28).
    assert_eq!(counts.len(), 5);
    assert!(counts.values().all(|count| count.abs_diff(1000) < 200), "{counts:?}");
}

proptest! {
    #[test]
    fn items_to_put_in_order_never_stand_in_it(seed: u32, count in 2..9_usize) {
        let items: Vec<String> = (0..count).map(|n| format!("\"{n}\"")).collect();
        let order = item(&format!("Order(items: [{}])", items.join(",")), seed).option_order;
        prop_assert!(!order.is_sorted());
        let mut sorted = order;
        sorted.sort_unstable();
        prop_assert!(sorted.into_iter().eq(0..count));
    }

    #[test]
    fn drawn_values_are_those_of_the_variables(seed: u32) {
        let values = item(POWER, seed).drawn.expect("drawn").values;
        prop_assert!((20.0..=60.0).contains(&values[0]) && values[0].fract() == 0.0);
        prop_assert!([2.0, 4.0, 5.0].contains(&values[1]));
    }
}
