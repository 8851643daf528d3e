//! What holds for the questions of every table: one answer is right and the table proves the others wrong, no caution is
//! broken, nothing is left for the check to find, and the same table gives the same bytes.

use crate::case::Case;
use crate::tables::{Drawn, tables};
use proptest::prelude::*;
use torus::bank::judge;
use torus::facts::*;

/// Tables drawn for each law: the judge looks at every fact for every option, which takes its time.
const CASES: u32 = 64;

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn the_questions_of_any_table_are_right_by_the_table(Drawn(table) in tables(40)) {
        let Generated { banks, refused } = generated(&table);
        prop_assert_eq!(refused, []);
        for bank in &banks {
            prop_assert_eq!(judge(bank), []);
            for question in &bank.questions {
                let told = |error: TestCaseError| TestCaseError::fail(format!("{error}\n{}", ron::to_string(question).unwrap_or_default()));
                Case::of(&table, question).check().map_err(told)?;
            }
        }
    }

    #[test]
    fn the_same_table_gives_the_same_bytes(Drawn(table) in tables(30)) {
        let written = || ron::to_string(&generate(&table)).expect("writes");
        prop_assert_eq!(written(), written());
    }

    #[test]
    fn a_fact_more_at_the_end_takes_no_id_away_from_what_is_asked_of_the_others(Drawn(table) in tables(25)) {
        let mut less = table.clone();
        let Some(last) = less.facts.pop() else { return Ok(()) };
        let ids = |table: &FactTable| -> Vec<String> {
            let questions = generate(table).into_iter().flat_map(|bank| bank.questions);
            questions.map(|question| question.id.to_string()).collect()
        };
        let of_last = format!("{}-", last.id);
        let all = ids(&table);
        for id in &all {
            let parts: Vec<&str> = id.splitn(2, '-').collect();
            prop_assert!(parts.len() == 2 && table.facts.iter().any(|fact| *fact.id == *parts[0]), "{}", id);
        }
        prop_assert!(ids(&less).iter().all(|id| !id.starts_with(&of_last)));
    }
}
