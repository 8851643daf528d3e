//! Holds the schedule against py-fsrs, the reference implementation of FSRS-6. Where the recorded values come from, and how
//! they were made, stands in `py_fsrs.py` beside them.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use torus::bank::Kind;
use torus::moment::Moment;
use torus::schedule::{Evidence, Memory, Model, StudyDay};
use torus::sitting::Certainty;

const RECORDED: &str = include_str!("py_fsrs.csv");

/// Difficulty (1 to 10) and recall (0 to 1) agree to this; stability to this share of itself, and below a day to this part
/// of a day.
const TOLERANCE: f64 = 1e-3;

/// One answer, and what py-fsrs made of it.
struct Row {
    seed: u32,
    gap_days: i64,
    rating: u32,
    recall: f64,
    stability: f64,
    difficulty: f64,
}

fn rows() -> Vec<Row> {
    let number = |cells: &[&str], place: usize| cells[place].parse::<f64>().unwrap();
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim().split(',').collect();
        Row {
            seed: cells[0].parse().unwrap(),
            gap_days: cells[1].parse().unwrap(),
            rating: cells[2].parse().unwrap(),
            recall: number(&cells, 3),
            stability: number(&cells, 4),
            difficulty: number(&cells, 5),
        }
    };
    RECORDED.lines().skip(1).map(row).collect()
}

/// An answer that earns the grade of that rating.
fn answer(day: i64, rating: u32) -> Evidence {
    const DAY_MS: i64 = 86_400_000;
    Evidence {
        kind: Kind::Text,
        mark: match rating {
            1 => 0.0,
            2 => 0.8,
            _ => 1.0,
        },
        certainty: (rating == 4).then_some(Certainty::High),
        hints_used: 0,
        is_given_up: false,
        answered_at: Moment { unix_ms: day * DAY_MS + DAY_MS / 2, offset_secs: 0 },
    }
}

#[test]
fn stability_difficulty_and_recall_are_those_of_the_reference() {
    let model = Model::default();
    let (mut histories, mut seed, mut day) = (0, 0, 0_i64);
    let mut memory: Option<Memory> = None;
    for row in rows() {
        if row.seed != seed {
            (seed, day, memory) = (row.seed, 20_000, None);
            histories += 1;
        }
        day += row.gap_days;
        let recall = memory.map_or(1.0, |memory| memory.recall_on(StudyDay(day as i32), &model));
        let after = Memory::after(memory.as_ref(), &answer(day, row.rating), &model);
        let place = format!("seed {seed}, answer {}", after.answer_count);
        assert_eq!(after.last_grade.rating(), row.rating, "{place}");
        assert!((recall - row.recall).abs() <= TOLERANCE, "{place}: recall {recall}, not {}", row.recall);
        let (stability, difficulty) = (f64::from(after.stability), f64::from(after.difficulty));
        let most = TOLERANCE * row.stability.max(1.0);
        assert!((stability - row.stability).abs() <= most, "{place}: stability {stability}, not {}", row.stability);
        assert!((difficulty - row.difficulty).abs() <= TOLERANCE, "{place}: {difficulty}, not {}", row.difficulty);
        memory = Some(after);
    }
    assert!(histories >= 200, "{histories} histories");
}

#[test]
fn the_histories_hold_every_grade_same_days_and_long_gaps() {
    let rows = rows();
    for rating in 1..=4 {
        assert!(rows.iter().any(|row| row.rating == rating && row.gap_days == 0), "{rating}");
        assert!(rows.iter().any(|row| row.rating == rating && row.gap_days > 300), "{rating}");
    }
}
