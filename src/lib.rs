//! Torus, an offline quiz program: the library behind the window and the commands.
//!
//! The way that data takes, one verb an arrow:
//!
//! ```text
//! quizzes/*.ron ──read──▶ Bank ──draw(plan, met, seed)──▶ Paper ──answer──▶ Sitting ──grade──▶ Mark
//!    (disk)               (bank)                        (paper)           (sitting)
//!                            │                                                │
//!                            └─check──▶ Diagnostic, with the bytes it is about   ├─record──▶ History (SQLite)
//!                                                                             └─report──▶ CSV, JSON, print
//! ```
//!
//! `text` takes apart what teachers write in CommonMark and TeX; `kinds` knows each kind of answer; `facts` makes banks from
//! tables of facts; `schedule` tells what answers show of a memory, and when a question comes again; `progress` sums up what was learned;
//! `class` what many learners' exports show. These six, `bank`, `paper` and `sitting` know no screen, no file system, no clock and no global random source: texts, times and
//! seeds come in as arguments. `report` turns values into bytes; `paper_marks` reads and marks answers on paper; `disk` opens and saves files; `history` keeps what must
//! survive; `app` is the window and `cli` the commands, and only these two join the others together.
//! `tests/architecture/` holds these rules.
//!
//! # Examples
//!
//! A bank is read from text, whoever opened the file. Problems come beside it, and one faulty question never takes the
//! others down:
//!
//! ```
//! use torus::bank::{Quietly, read};
//!
//! let text = r#"Bank(format: 1, id: "rivers", title: "Rivers", questions: [
//!     (id: "rhine", prompt: "The Rhine flows north.", answer: TrueFalse(true), explanation: "To Rotterdam."),
//!     (id: "volga", prompt: "Where does the Volga end?",
//!      answer: Choice(correct: "In the Caspian Sea", distractors: ["In the Black Sea", "In the Baltic Sea"])),
//!     (id: "blank", prompt: "", answer: TrueFalse(true)),
//! ])"#;
//! let reading = read(text, &Quietly);
//! let bank = reading.bank.expect("two of three questions can be asked");
//! assert_eq!(bank.questions.len(), 2);
//! assert_eq!(reading.problems[0].code(), "blank");
//! ```
//!
//! A paper is drawn from banks by a plan and a seed: the same seed gives the same paper.
//!
//! ```
//! use torus::paper::{Draw, Met, Plan, draw};
//! # use torus::bank::{Quietly, read};
//! # let text = r#"Bank(format: 1, id: "rivers", title: "Rivers", questions: [
//! #     (id: "rhine", prompt: "The Rhine flows north.", answer: TrueFalse(true)),
//! #     (id: "volga", prompt: "The Volga flows north.", answer: TrueFalse(false)),
//! # ])"#;
//! # let bank = read(text, &Quietly).bank.expect("a sound bank");
//!
//! let plan = Plan { draws: vec![Draw { topics: vec![], count: Some(1) }], ..Plan::default() };
//! let paper = draw(&[&bank], &plan, &Met::new(), 7);
//! assert_eq!(paper.items.len(), 1);
//! assert_eq!(paper, draw(&[&bank], &plan, &Met::new(), 7));
//! ```
//!
//! An answer gets a mark, which is a share of the question's points, and a note on what the learner should know:
//!
//! ```
//! use torus::bank::Question;
//! use torus::sitting::{Note, Response, Verdict, grade};
//!
//! let ron = r#"(id: "record", prompt: "How much energy?", answer: Number(value: 59, tolerance: 0.5, unit: "MJ"))"#;
//! let question: Question = ron::from_str(ron).expect("a question");
//! assert_eq!(grade(&question, &Response::Number("59.2 MJ".into())).fraction, 1.0);
//! let mark = grade(&question, &Response::Number("59 kJ".into()));
//! assert_eq!(mark.verdict(), Verdict::Wrong);
//! assert_eq!(mark.note, Some(Note::WrongUnit { expected: "MJ".into() }));
//! ```

pub mod app;
pub mod author;
pub mod bank;
pub mod class;
pub mod cli;
pub mod disk;
pub mod exchange;
pub mod facts;
mod fonts;
pub mod formula_guard;
pub mod history;
pub mod kinds;
pub mod moment;
pub mod paper;
pub mod paper_marks;
pub mod progress;
pub mod report;
pub mod schedule;
pub mod sitting;
pub mod syntax;
pub mod table;
pub mod text;
