//! Published figures, computed anew.

use crate::given::{Given, Questions, class_of, figures, mark};
use torus::class::{ClassFigures, MeasuringOptions, measure};

/// Moodle's marks: seven questions of one point.
fn moodle() -> ClassFigures {
    let mut given: Vec<Given> = Vec::new();
    for line in include_str!("data/moodle-statistics-results.csv").lines().skip(1) {
        let cells: Vec<f64> = line.split(',').map(|cell| cell.parse().expect("a mark")).collect();
        let learner = format!("learner {:02}", cells[0]);
        given.extend(
            (1_u32..=7)
                .map(|slot| Given { position: slot, ..mark(&learner, &format!("slot {slot}"), cells[slot as usize]) }),
        );
    }
    figures(&given)
}

/// The 1,000 persons of LSAT6.
pub fn lsat6() -> Vec<Given> {
    let mut given: Vec<Given> = Vec::new();
    for (pattern, line) in include_str!("data/lsat6.csv").lines().skip(1).enumerate() {
        let cells: Vec<u32> = line.split(',').map(|cell| cell.parse().expect("a number")).collect();
        for person in 0..cells[5] {
            let learner = format!("{pattern:02}-{person:03}");
            given.extend((0_u32..5).map(|slot| Given {
                position: slot + 1,
                ..mark(&learner, &format!("item {}", slot + 1), f64::from(cells[slot as usize]))
            }));
        }
    }
    given
}

/// Holds figures against expected ones.
pub fn check(found: Option<f64>, expected: f64, within: f64) {
    let found = found.expect("a figure");
    assert!((found - expected).abs() <= within, "{found} is not {expected}");
}

#[test]
fn questions_come_out_as_in_moodle() {
    let figures = moodle();
    let lines = include_str!("data/moodle-statistics-expected.csv").lines().skip(1);
    for (item, line) in figures.items.iter().zip(lines) {
        let cells: Vec<f64> = line.split(',').map(|cell| cell.parse().expect("a figure")).collect();
        assert_eq!(item.attempts, 25);
        check(item.facility, cells[1], 1e-6);
        check(item.sd, cells[2], 1e-6);
        check(item.effective_weight, cells[3], 1e-6);
        check(item.discrimination_index, cells[7], 1e-6);
        check(item.discriminative_efficiency, cells[9], 1e-6);
        check(item.intended_weight, 100.0 / 7.0, 1e-12);
    }
    assert_eq!(figures.items.len(), 7);
}

#[test]
fn the_whole_quiz_comes_out_as_in_moodle() {
    let figures = moodle();
    assert_eq!((figures.sittings, figures.learners, figures.unfinished), (25, 25, 0));
    let in_marks = |percent: Option<f64>| percent.map(|percent| percent * 7.0 / 100.0);
    check(in_marks(figures.scores.median_percent), 4.5, 1e-9);
    check(in_marks(figures.scores.sd_percent), 0.811_726_555_4, 1e-6);
    check(figures.scores.skewness, -0.0925, 5e-5);
    check(figures.scores.kurtosis, -0.7074, 5e-5);
    check(figures.internal_consistency, -87.2231, 5e-5);
    check(figures.error_ratio, 136.8295, 5e-5);
    check(in_marks(figures.standard_error), 1.11068, 5e-6);
    assert!(figures.is_one_paper && figures.is_comparable);
}

#[test]
fn lsat6_comes_out_as_published() {
    let figures = figures(&lsat6());
    let right = [924.0, 709.0, 553.0, 763.0, 870.0];
    let correlations = [0.112_833, 0.153_178, 0.172_779, 0.144_428, 0.121_596];
    for ((item, right), correlation) in figures.items.iter().zip(right).zip(correlations) {
        check(item.facility, right / 1000.0, 1e-12);
        check(item.discrimination_index, 100.0 * correlation, 1e-4);
    }
    check(figures.scores.mean_percent, 100.0 * 3.819 / 5.0, 1e-9);
    check(figures.scores.sd_percent, 100.0 * 1.035_041 / 5.0, 2e-5);
    check(figures.internal_consistency, 29.4997, 1e-4);
}

#[test]
fn lsat6_has_the_published_rasch_difficulties() {
    let class = class_of(&lsat6(), &Questions::new());
    let figures = measure(&class, &MeasuringOptions { no_prior: true, ..MeasuringOptions::default() });
    let rasch = figures.rasch.as_ref().expect("a fit");
    check(Some(rasch.sigma), 0.755_13, 5e-6);
    check(Some(rasch.log_likelihood), -2_466.938, 5e-4);
    let expected = [-3.6153, -1.3224, -0.3176, -1.7301, -2.7802];
    for (item, expected) in figures.items.iter().zip(expected) {
        check(item.rasch.map(|rasch| rasch.difficulty / 0.755_13), expected, 7e-5);
    }
}
