//! Names left out: nothing tells who a learner is, and every figure stays.

use crate::given::{Given, Questions, class_with, mark};
use proptest::prelude::*;
use torus::class::{Class, ClassFigures, MeasuringOptions, measure, without_names};

const DAY_MS: i64 = 86_400_000;

/// Learners by name, with their marks on some questions and the day when they sat.
fn class(learners: &[(&str, &[f64], i64)]) -> Class {
    let rows = learners.iter().flat_map(|(name, marks, day)| {
        (1..).zip(*marks).map(move |(position, score)| Given {
            position,
            started_ms: Some(1_795_000_000_000 + day * DAY_MS),
            duration_ms: Some(1000 * position),
            ..mark(name, &format!("q{position}"), *score)
        })
    });
    let remarks: Vec<(&str, &str)> = learners.iter().map(|(name, ..)| (*name, "q1")).collect();
    class_with(&rows.collect::<Vec<_>>(), &Questions::new(), &remarks)
}

fn figures(class: &Class) -> ClassFigures {
    measure(class, &MeasuringOptions::default())
}

#[test]
fn nothing_of_who_they_are_stays() {
    let given = class(&[("Ada", &[1.0, 0.0], 3), ("Zoe", &[1.0, 1.0], 7)]);
    let anonymous = without_names(given);
    let told = format!("{anonymous:?}");
    for word in ["Ada", "Zoe", "Hm.", "1795"] {
        assert!(!told.contains(word), "{word} in {told}");
    }
    let names: Vec<&str> = anonymous.learners.iter().map(|learner| &*learner.name).collect();
    assert_eq!(names, ["Learner 1", "Learner 2"]);
    assert_eq!(anonymous.remarks.len(), 2);
}

#[test]
fn other_names_addresses_numbers_and_time_zones_are_gone() {
    let mut given = class(&[("Ada", &[1.0], 0)]);
    let learner = &mut given.learners[0];
    (learner.also, learner.email, learner.number) = (vec!["Adele".into()], "ada@example.org".into(), "4711".into());
    learner.merged_ids = vec!["old id".into()];
    given.sittings[0].started_at.as_mut().expect("a beginning").offset_secs = 20_700;
    let told = format!("{:?}", without_names(given));
    for word in ["Adele", "example.org", "4711", "old id", "20700"] {
        assert!(!told.contains(word), "{word} in {told}");
    }
}

#[test]
fn names_and_days_have_no_part_in_the_order() {
    let marks: [&[f64]; 4] = [&[0.0, 1.0], &[1.0, 0.0], &[1.0, 1.0], &[0.0, 0.0]];
    let one = class(&[("Ada", marks[0], 4), ("Ben", marks[1], 3), ("Cleo", marks[2], 2), ("Dan", marks[3], 1)]);
    let other = class(&[("Yan", marks[3], 1), ("Xia", marks[2], 9), ("Wim", marks[1], 9), ("Vic", marks[0], 5)]);
    assert_eq!(without_names(one), without_names(other));
}

#[test]
fn of_two_sittings_of_a_learner_the_first_still_counts() {
    let sat = |sitting: &str, score: f64, day: i64| Given {
        sitting: sitting.to_owned(),
        started_ms: Some(day * DAY_MS),
        ..mark("Ada", "q", score)
    };
    let given = class_with(&[sat("a", 1.0, 9), sat("b", 0.0, 2), mark("Ben", "q", 1.0)], &Questions::new(), &[]);
    assert_eq!(figures(&given).items[0].facility, Some(0.5));
    assert_eq!(figures(&without_names(given)).items[0].facility, Some(0.5));
}

proptest! {
    #[test]
    fn every_figure_of_a_question_stays(marks in prop::collection::vec(prop::collection::vec(0..=2_u8, 4), 1..12)) {
        let marks: Vec<Vec<f64>> =
            marks.iter().map(|of_one| of_one.iter().map(|score| f64::from(*score) / 2.0).collect()).collect();
        let names: Vec<String> = (0..marks.len()).map(|place| format!("{place}")).collect();
        let learners: Vec<(&str, &[f64], i64)> =
            names.iter().zip(&marks).map(|(name, marks)| (&**name, &**marks, name.len() as i64)).collect();
        let given = class(&learners);
        let (before, after) = (figures(&given), figures(&without_names(given)));
        let near = |one: Option<f64>, other: Option<f64>| match (one, other) {
            (Some(one), Some(other)) => (one - other).abs() < 1e-6,
            (one, other) => one == other,
        };
        prop_assert!(near(before.internal_consistency, after.internal_consistency));
        prop_assert!(near(before.scores.sd_percent, after.scores.sd_percent));
        for (one, other) in before.items.iter().zip(&after.items) {
            prop_assert!(near(one.facility, other.facility) && near(one.discrimination_index, other.discrimination_index));
            prop_assert_eq!((one.median_ms, one.remarks, &one.flags), (other.median_ms, other.remarks, &other.flags));
        }
        let percents: Vec<f64> = after.learner_figures.iter().filter_map(|learner| learner.percent).collect();
        prop_assert!(percents.is_sorted_by(|one, other| one >= other), "{:?}", percents);
    }
}
