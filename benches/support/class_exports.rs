//! Exports of a large class, as learners hand them in: a file for each sitting. Measures nothing.

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use std::fs;
use std::path::{Path, PathBuf};
use torus::bank::{Kind, Mode};
use torus::moment::Moment;
use torus::report::ResponsesCsv;
use torus::sitting::{Note, ResponseRecord, State, Verdict};
use uuid::Uuid;

const BEGAN: Moment = Moment { unix_ms: 1_795_413_600_000, offset_secs: 3600 };

/// So many learners, each with one finished sitting of `drawn` questions out of `questions`, one file each.
pub fn write_exports(folder: &Path, learners: u32, drawn: u32, questions: u32) -> Vec<PathBuf> {
    let write = |learner: u32| {
        let path = folder.join(format!("{}.csv", Uuid::from_u128(learner.into())));
        fs::write(&path, export(learner, drawn, questions)).expect("writes");
        path
    };
    (0..learners).map(write).collect()
}

/// The same in one file.
pub fn write_in_one(folder: &Path, learners: u32, drawn: u32, questions: u32) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for learner in 0..learners {
        let export = export(learner, drawn, questions);
        let header = export.iter().position(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        all.extend_from_slice(if learner == 0 { &export } else { &export[header..] });
    }
    let path = folder.join("all.csv");
    fs::write(&path, all).expect("writes");
    vec![path]
}

fn export(learner: u32, drawn: u32, questions: u32) -> Vec<u8> {
    let mut chance = ChaCha8Rng::seed_from_u64(learner.into());
    let ability: f64 = (0..12).map(|_| chance.random_range(0.0..1.0)).sum::<f64>() - 6.0;
    let first = chance.random_range(0..questions);
    let mut csv = ResponsesCsv::new(Vec::new(), true).expect("a header");
    for position in 1..=drawn {
        let question = (first + position) % questions;
        csv.write(&record(learner, question, position, ability, &mut chance)).expect("a row");
    }
    csv.finish().expect("bytes")
}

fn record(learner: u32, question: u32, position: u32, ability: f64, chance: &mut ChaCha8Rng) -> ResponseRecord {
    let difficulty = f64::from(question % 17) / 4.0 - 2.0;
    let is_right = chance.random_range(0.0..1.0) < 1.0 / (1.0 + (difficulty - ability).exp());
    let option = |number: u32| format!("option {number} of question {question}");
    let answer = if is_right { 0 } else { chance.random_range(1..4) };
    let answered_ms = BEGAN.unix_ms + i64::from(position) * 11_000;
    ResponseRecord {
        learner_id: Uuid::from_u128(1 << 64 | u128::from(learner)),
        learner_name: format!("Learner Number {learner}"),
        sitting_id: Uuid::from_u128(2 << 64 | u128::from(learner)),
        bank_id: "machines".to_owned(),
        bank_title: "Machines: JET and ITER".to_owned(),
        quiz_id: String::new(),
        mode: Mode::Test,
        seed: learner,
        started_at: BEGAN,
        finished_at: Some(Moment { unix_ms: BEGAN.unix_ms + 900_000, ..BEGAN }),
        state: State::Finished,
        position,
        question_id: format!("question-{question}"),
        kind: Kind::Choice,
        topic: format!("topic {}/part {}", question % 8, question % 3),
        prompt: format!("Which of these is said of machine number {question}?"),
        response: Some(option(answer)),
        correct_response: option(0),
        score: f64::from(u8::from(is_right)),
        max_score: 1.0,
        verdict: if is_right { Verdict::Correct } else { Verdict::Wrong },
        certainty: None,
        hints_used: 0,
        duration_ms: chance.random_range(2_000..20_000),
        answered_at: Some(Moment { unix_ms: answered_ms, ..BEGAN }),
        is_flagged: false,
        attempt: 1,
        options: [option(2), option(0), option(3), option(1)].join("; "),
        question_hash: format!("{question:016x}"),
        is_overruled: false,
        remark: String::new(),
        note: None::<Note>,
        counts_for_review: true,
        marked_score: None,
    }
}
