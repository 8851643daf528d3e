//! A history in a folder that goes away again, and sittings to write into it. Judges nothing.

use std::path::PathBuf;
use tempfile::TempDir;
use torus::bank::{Mode, Question};
use torus::history::{Filter, History, Learner, Notice};
use torus::moment::Moment;
use torus::paper::PaperItem;
use torus::report::ResponsesCsv;
use torus::sitting::{Mark, Response, ResponseRecord, Sitting, SittingRecord, State, Terms, Turn};
use uuid::Uuid;

/// 2026-11-23T06:00:00Z, seen from one hour east.
pub const NOW: Moment = Moment { unix_ms: 1_795_413_600_000, offset_secs: 3600 };

/// A data folder.
pub struct Data {
    folder: TempDir,
}

impl Data {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("torus.db")
    }

    pub fn backups(&self) -> PathBuf {
        self.folder.path().join("backups")
    }

    /// Opens the history, in which nothing must be amiss.
    pub fn open(&self) -> History {
        let (history, notices) = self.open_with_notices();
        assert_eq!(notices, []);
        history
    }

    pub fn open_with_notices(&self) -> (History, Vec<Notice>) {
        let opened = History::open(&self.path(), NOW).expect("opens");
        (opened.history, opened.notices)
    }

    /// Names of the files in a folder below this one, sorted.
    pub fn names(&self, below: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path().join(below)).expect("lists");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("plain")).collect();
        names.sort();
        names
    }

    /// Whether any file here or in `backups` holds these bytes.
    pub fn holds(&self, needle: &str) -> bool {
        let folders = [self.folder.path().to_path_buf(), self.backups()];
        let entries = folders.iter().filter_map(|folder| std::fs::read_dir(folder).ok()).flatten();
        let files = entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_file());
        let mut contents = files.map(|path| std::fs::read(path).expect("reads"));
        contents.any(|bytes| memchr::memmem::find(&bytes, needle.as_bytes()).is_some())
    }
}

/// A moment some seconds after [`NOW`].
pub fn at(secs: i64) -> Moment {
    Moment { unix_ms: NOW.unix_ms + secs * 1000, ..NOW }
}

pub fn ada(history: &History) -> Learner {
    history.add_learner(Uuid::from_u128(0xADA), "Ada", NOW).expect("adds")
}

pub fn question(ron: &str) -> Question {
    ron::from_str(ron).expect("a question")
}

/// The five kinds, with whatever a database could trip over.
pub fn questions() -> Vec<Question> {
    [
        r#"(id:"year",topic:"JET/dates",prompt:"Which year?",answer:Choice(correct:"2011",distractors:["1997","2001"]),
            feedback:{"1997":"earlier"},explanation:"«é» 日本 🙂",cite:[Cite("s","J14")],difficulty:Some(0.5))"#,
        r#"(id:"seats",topic:"ITER",prompt:"Which two?",answer:Choices(correct:["a;b","c=d"],distractors:["e\\f"]),points:2)"#,
        r#"(id:"sun",prompt:"Is it hot?",answer:TrueFalse(true))"#,
        r#"(id:"energy",prompt:"How much?",answer:Number(value:59,tolerance:0.5,unit:"MJ"),hints:["more"],hint_cost:0.25)"#,
        r#"(id:"town",prompt:"Where?\n'; DROP TABLE turn; --",answer:Text(accept:["Reykjavík","Reykjavik"],typos:1))"#,
    ]
    .map(question)
    .to_vec()
}

/// A sitting of those questions in the bank `bank`, begun `secs` after [`NOW`].
pub fn sitting(number: u128, bank: &str, secs: i64) -> Sitting {
    let orders = [vec![2, 0, 1], vec![1, 2, 0], vec![], vec![], vec![]];
    let items = questions().into_iter().zip(orders).map(|(question, order)| PaperItem::new(bank, question, order));
    Sitting {
        id: Uuid::from_u128(number),
        bank_id: bank.into(),
        bank_title: format!("Title of {bank}"),
        quiz_id: "quick".into(),
        seed: u32::MAX,
        terms: Terms {
            mode: Mode::Test,
            time_limit_secs: Some(600),
            pass_percent: Some(60.0),
            certainty: false,
            runs_on: false,
            stays_out_of_review: false,
        },
        started_at: at(secs),
        finished_at: None,
        state: State::InProgress,
        seen_at: None,
        times_left: 0,
        away_ms: 0,
        elapsed_ms: 0,
        turns: items.map(|item| Turn::new(item, 1)).collect(),
        current: 0,
    }
}

/// Answers a turn `secs` after the sitting began, for that share of its points.
pub fn answer(sitting: &mut Sitting, turn_index: usize, response: Response, fraction: f64, secs: i64) {
    let answered_at = Moment { unix_ms: sitting.started_at.unix_ms + secs * 1000, ..sitting.started_at };
    let turn = &mut sitting.turns[turn_index];
    turn.response = Some(response);
    turn.mark = Some(Mark { fraction, note: None });
    turn.answered_at = Some(answered_at);
    turn.duration_ms = 4250;
    sitting.current = turn_index;
    sitting.elapsed_ms += 4250;
}

pub fn end(sitting: &mut Sitting, state: State, secs: i64) {
    sitting.state = state;
    sitting.finished_at = Some(Moment { unix_ms: sitting.started_at.unix_ms + secs * 1000, ..sitting.started_at });
}

/// Writes down a whole finished sitting in which question `year` was answered for `fraction` of its point.
pub fn record_finished(history: &History, learner: &Learner, number: u128, bank: &str, secs: i64, fraction: f64) {
    let mut sitting = sitting(number, bank, secs);
    history.begin(learner.id, &sitting).expect("begins");
    answer(&mut sitting, 0, Response::Choice(usize::from(fraction < 1.0)), fraction, 5);
    history.record_answer(&sitting, 0).expect("records");
    end(&mut sitting, State::Finished, 60);
    history.finish(&sitting).expect("finishes");
}

/// The responses, of which each can be read.
pub fn response_records(history: &History, filter: &Filter) -> Vec<ResponseRecord> {
    let mut records = Vec::new();
    let take = |record| {
        records.push(record);
        Ok::<_, torus::history::HistoryError>(())
    };
    assert_eq!(history.for_each_response(filter, take).expect("reads"), []);
    records
}

/// The sittings, of which each can be read.
pub fn sitting_records(history: &History, filter: &Filter) -> Vec<SittingRecord> {
    let found = history.sittings(filter).expect("reads");
    assert_eq!(found.unreadable, []);
    found.records
}

/// The responses as CSV.
pub fn responses_csv(records: &[ResponseRecord], bom: bool) -> Vec<u8> {
    let mut csv = ResponsesCsv::new(Vec::new(), bom).expect("starts");
    records.iter().try_for_each(|record| csv.write(record)).expect("writes");
    csv.finish().expect("ends")
}
