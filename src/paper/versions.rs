//! Versions of one paper: the same questions, with their order, their options and their values drawn anew.

use super::draw::{assemble, choose};
use super::{Met, Paper, Plan};
use crate::bank::Bank;

/// What lies between the seeds of two versions: 2³² divided by the golden ratio, made odd. An odd step comes back to
/// a seed only after 2³² versions, so that no two versions of a paper share one.
const STEP: u32 = 0x9E37_79B9;

/// The seed of a version, counted from 0: `seed + version × 2,654,435,769`, modulo 2³². Version 0, which is called A,
/// has the seed itself.
pub fn version_seed(seed: u32, version: u32) -> u32 {
    seed.wrapping_add(version.wrapping_mul(STEP))
}

/// The first `count` versions of the paper that `seed` draws. All ask the same questions: those that the paper of the
/// seed itself, which is the first version, asks. The seed of each version draws the order of its questions, and for
/// each place on it the order of the options and the values.
pub fn draw_versions(banks: &[&Bank], plan: &Plan, met: &Met, seed: u32, count: u32) -> Vec<Paper> {
    let chosen = choose(banks, plan, met, seed);
    (0..count).map(|version| assemble(banks, &chosen, version_seed(seed, version))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::Question;
    use crate::paper::{Draw, PaperItem, draw, item_at};
    use proptest::prelude::*;

    fn bank() -> Bank {
        let choice = |index: usize| {
            format!(
                "(id: \"q{index}\", prompt: \"Q?\", answer: Choice(correct: \"a\", distractors: [\"b\", \"c\", \"d\"]))"
            )
        };
        let power = "(id: \"p\", prompt: \"{E}\", answer: Calculated(variables: {\"E\": Range(from: 1, to: 99)}, value: \"E\"))";
        let questions = (0..7).map(choice).chain([power.to_owned()]);
        let read = |ron: String| -> Question { ron::from_str(&ron).expect("a question") };
        Bank { id: "b".into(), questions: questions.map(read).collect(), ..Bank::default() }
    }

    fn plan(count: Option<usize>) -> Plan {
        Plan { draws: vec![Draw { topics: vec![], count }], ..Plan::default() }
    }

    fn ids(paper: &Paper) -> Vec<String> {
        paper.items.iter().map(|item| item.question.id.to_string()).collect()
    }

    #[test]
    fn the_seeds_of_versions_are_the_documented_ones() {
        let seeds = |seed| [0, 1, 2, 25].map(|version| version_seed(seed, version));
        assert_eq!(seeds(0), [0, 2_654_435_769, 1_013_904_242, 1_936_384_785]);
        assert_eq!(seeds(7), [7, 2_654_435_776, 1_013_904_249, 1_936_384_792]);
        assert_eq!(seeds(u32::MAX), [u32::MAX, 2_654_435_768, 1_013_904_241, 1_936_384_784]);
    }

    #[test]
    fn known_versions_stay_as_they_are() {
        let bank = bank();
        let versions = draw_versions(&[&bank], &plan(Some(4)), &Met::new(), 7, 3);
        let shown = |item: &PaperItem| format!("{}{:?}", item.question.id, item.option_order);
        let versions: Vec<String> =
            versions.iter().map(|paper| paper.items.iter().map(shown).collect::<Vec<_>>().join(" ")).collect();
        let expected = [
            "q0[3, 1, 0, 2] q4[3, 2, 0, 1] p[] q1[2, 3, 0, 1]",
            "q0[2, 1, 3, 0] p[] q4[1, 2, 3, 0] q1[0, 1, 2, 3]",
            "p[] q4[0, 3, 1, 2] q1[2, 0, 3, 1] q0[1, 0, 2, 3]",
        ];
        assert_eq!(versions, expected);
    }

    proptest! {
        #[test]
        fn versions_ask_the_same_questions_and_the_first_is_the_paper_of_the_seed(seed: u32, count in 1..9_usize) {
            let (bank, plan) = (bank(), plan(Some(count)));
            let versions = draw_versions(&[&bank], &plan, &Met::new(), seed, 4);
            prop_assert_eq!(&versions[0], &draw(&[&bank], &plan, &Met::new(), seed));
            let sorted = |paper: &Paper| {
                let mut ids = ids(paper);
                ids.sort();
                ids
            };
            for (version, paper) in versions.iter().enumerate() {
                prop_assert_eq!(sorted(paper), sorted(&versions[0]));
                prop_assert_eq!(paper.seed, version_seed(seed, u32::try_from(version).expect("few")));
            }
        }

        #[test]
        fn the_seed_of_a_version_and_a_place_are_enough_to_know_how_a_question_stands_there(seed: u32) {
            let bank = bank();
            for paper in draw_versions(&[&bank], &plan(Some(5)), &Met::new(), seed, 3) {
                for (position, item) in (0..).zip(&paper.items) {
                    prop_assert_eq!(item, &item_at("b", item.original(), paper.seed, position));
                }
            }
        }
    }

    #[test]
    fn versions_differ_in_the_order_of_questions_and_of_options() {
        let bank = bank();
        let versions = draw_versions(&[&bank], &plan(None), &Met::new(), 1, 4);
        for (index, paper) in versions.iter().enumerate() {
            for other in &versions[..index] {
                assert_ne!(ids(paper), ids(other));
                let options = |paper: &Paper| -> Vec<Vec<usize>> {
                    (0..7)
                        .filter_map(|id| paper.items.iter().find(|item| *item.question.id == *format!("q{id}")))
                        .map(|item| item.option_order.clone())
                        .collect()
                };
                assert_ne!(options(paper), options(other));
            }
        }
    }
}
