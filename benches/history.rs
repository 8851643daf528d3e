//! What recording an answer costs, and how fast a million responses become CSV: from memory, beside the csv crate
//! writing the same cells, and from the file.
//!
//! `cargo bench --bench history`. The median of the csv crate is the measure for the median of ours.

use csv::{StringRecord, Terminator, WriterBuilder};
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use std::cell::RefCell;
use std::io;
use std::path::Path;
use std::sync::LazyLock;
use torus::bank::{Kind, Mode, Question};
use torus::history::{Filter, History, Learner};
use torus::moment::Moment;
use torus::paper::PaperItem;
use torus::report::ResponsesCsv;
use torus::sitting::{Mark, Response, ResponseRecord, Sitting, State, Terms, Turn, Verdict};
use uuid::Uuid;

const NOW: Moment = Moment { unix_ms: 1_795_413_600_000, offset_secs: 3600 };
const ROWS: usize = 1_000_000;
/// Filling the file takes longer than reading it, so it holds fewer.
const STORED_SITTINGS: usize = 5_000;
const TURNS: usize = 20;

static IN_MEMORY: LazyLock<Vec<ResponseRecord>> = LazyLock::new(|| (0..ROWS).map(record).collect());

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn a_million_rows_by_torus(bencher: Bencher) {
    let rows = &*IN_MEMORY;
    bencher.counter(ItemsCount::new(ROWS)).bench(|| {
        let mut csv = ResponsesCsv::new(io::sink(), false).expect("starts");
        rows.iter().try_for_each(|row| csv.write(row)).expect("writes");
        csv.finish().expect("ends")
    });
}

/// The same cells, made beforehand, by the fastest way that the crate has.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn a_million_rows_by_the_csv_crate(bencher: Bencher) {
    let bytes = csv_of(&IN_MEMORY);
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let records: Vec<csv::ByteRecord> = reader.byte_records().collect::<Result<_, _>>().expect("reads back");
    assert_eq!(records.len(), ROWS);
    bencher.counter(ItemsCount::new(ROWS)).counter(BytesCount::new(bytes.len())).bench(|| {
        let mut writer =
            WriterBuilder::new().terminator(Terminator::CRLF).buffer_capacity(64 * 1024).from_writer(io::sink());
        records.iter().try_for_each(|record| writer.write_byte_record(record)).expect("writes");
        writer.into_inner().map_err(|_| ()).expect("ends")
    });
}

/// The same cells, by the way that takes any iterator of cells.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn a_million_rows_by_the_csv_crate_cell_by_cell(bencher: Bencher) {
    let bytes = csv_of(&IN_MEMORY);
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let records: Vec<StringRecord> = reader.records().collect::<Result<_, _>>().expect("reads back");
    bencher.counter(ItemsCount::new(ROWS)).bench(|| {
        let mut writer =
            WriterBuilder::new().terminator(Terminator::CRLF).buffer_capacity(64 * 1024).from_writer(io::sink());
        records.iter().try_for_each(|record| writer.write_record(record)).expect("writes");
        writer.into_inner().map_err(|_| ()).expect("ends")
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn a_hundred_thousand_rows_from_the_file(bencher: Bencher) {
    let folder = tempfile::tempdir().expect("a folder");
    let (history, learner) = open(folder.path());
    for number in 0..STORED_SITTINGS {
        let mut sitting = sitting(number);
        (0..TURNS).for_each(|turn_index| answer(&mut sitting, turn_index));
        sitting.state = State::Finished;
        sitting.finished_at = Some(NOW);
        history.begin(learner.id, &sitting).expect("begins");
    }
    bencher.counter(ItemsCount::new(STORED_SITTINGS * TURNS)).bench_local(|| {
        let mut csv = ResponsesCsv::new(io::sink(), false).expect("starts");
        history.for_each_response(&Filter::default(), |row| csv.write(&row)).expect("streams");
        csv.finish().expect("ends")
    });
}

/// One transaction, on the disk when it returns.
#[divan::bench(sample_count = 500, sample_size = 1)]
fn recording_an_answer(bencher: Bencher) {
    let folder = tempfile::tempdir().expect("a folder");
    let (history, learner) = open(folder.path());
    let sitting = RefCell::new(sitting(0));
    history.begin(learner.id, &sitting.borrow()).expect("begins");
    let next = RefCell::new((0..TURNS).cycle());
    let change = || {
        let turn_index = next.borrow_mut().next().unwrap_or(0);
        answer(&mut sitting.borrow_mut(), turn_index);
        turn_index
    };
    bencher.with_inputs(change).bench_local_values(|turn_index| {
        history.record_answer(&sitting.borrow(), turn_index).expect("records");
    });
}

/// A paper as long as a whole large bank.
#[divan::bench(sample_count = 5, sample_size = 1, args = [20, 1_000, 10_000])]
fn beginning_a_sitting(bencher: Bencher, questions: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let (history, learner) = open(folder.path());
    let mut number = 0;
    bencher
        .with_inputs(|| {
            number += 1;
            long_sitting(number, questions)
        })
        .bench_local_values(|sitting| history.begin(learner.id, &sitting).expect("begins"));
}

fn open(folder: &Path) -> (History, Learner) {
    let history = History::open(&folder.join("torus.db"), NOW).expect("opens").history;
    let learner = history.add_learner(Uuid::from_u128(1), "Ada Lovelace", NOW).expect("adds");
    (history, learner)
}

fn sitting(number: usize) -> Sitting {
    long_sitting(number, TURNS)
}

fn long_sitting(number: usize, questions: usize) -> Sitting {
    Sitting {
        id: Uuid::from_u128(1000 + number as u128),
        bank_id: "fusion-machines".into(),
        bank_title: "Machines: JET and ITER".into(),
        quiz_id: "ten-minutes".into(),
        seed: 7,
        terms: Terms { mode: Mode::Practice, ..Terms::default() },
        started_at: NOW,
        finished_at: None,
        state: State::InProgress,
        seen_at: None,
        times_left: 0,
        away_ms: 0,
        elapsed_ms: 0,
        turns: (0..questions).map(|index| Turn::new(item(index), 1)).collect(),
        current: 0,
    }
}

fn item(index: usize) -> PaperItem {
    let question: Question = ron::from_str(&format!(
        r#"(id:"jet-wall-year-{index}",topic:"JET/dates",
            prompt:"Which year did JET start operating under the beryllium/tungsten wall?",
            answer:Choice(correct:"2011",distractors:["1997","2001","2022"]),
            explanation:"The wall was put in while the machine was shut down, and operation began anew in that year.",
            cite:Cite("newsline-3782","J14"))"#
    ))
    .expect("a question");
    PaperItem::new("fusion-machines", question, vec![1, 2, 0, 3])
}

fn answer(sitting: &mut Sitting, turn_index: usize) {
    let turn = &mut sitting.turns[turn_index];
    turn.response = Some(Response::Choice(turn_index % 4));
    turn.mark = Some(Mark { fraction: if turn_index.is_multiple_of(4) { 1.0 } else { 0.0 }, note: None });
    turn.answered_at = Some(NOW);
    turn.duration_ms = 4321;
    sitting.elapsed_ms += 4321;
}

/// Rows as they are: most cells short, some with commas and quotes, fractions of points, odd durations.
fn record(number: usize) -> ResponseRecord {
    let is_right = !number.is_multiple_of(3);
    ResponseRecord {
        learner_name: format!("Learner {}", number % 30),
        learner_id: Uuid::from_u128(number as u128 % 30),
        sitting_id: Uuid::from_u128(number as u128 / 20),
        bank_id: "fusion-machines".into(),
        bank_title: "Machines: JET and ITER".into(),
        quiz_id: "ten-minutes".into(),
        mode: Mode::Practice,
        seed: 3_141_592_653,
        started_at: NOW,
        finished_at: Some(after(600)),
        state: State::Finished,
        position: u32::try_from(number % 20 + 1).unwrap_or(1),
        attempt: 1,
        question_id: format!("jet-wall-year-{}", number % 500),
        question_hash: "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0".into(),
        kind: Kind::Choice,
        topic: "JET/dates".into(),
        prompt: "Which year did JET start operating under the \"ITER-like\" wall, of beryllium and tungsten?".into(),
        options: "1997; 2001; 2011; 2022".into(),
        response: Some(if is_right { "2011".into() } else { "1997".into() }),
        correct_response: "2011".into(),
        score: if is_right { 1.0 } else { 2.0 / 3.0 },
        max_score: 1.0,
        verdict: if is_right { Verdict::Correct } else { Verdict::Partial },
        note: None,
        certainty: None,
        hints_used: 0,
        duration_ms: number as u64 % 60_000,
        answered_at: Some(after(number % 600)),
        is_flagged: number.is_multiple_of(50),
        is_overruled: false,
        counts_for_review: true,
        marked_score: None,
        remark: String::new(),
    }
}

fn after(secs: usize) -> Moment {
    Moment { unix_ms: NOW.unix_ms + secs as i64 * 1000, ..NOW }
}

fn csv_of(records: &[ResponseRecord]) -> Vec<u8> {
    let mut csv = ResponsesCsv::new(Vec::new(), false).expect("starts");
    records.iter().try_for_each(|record| csv.write(record)).expect("writes");
    csv.finish().expect("ends")
}
