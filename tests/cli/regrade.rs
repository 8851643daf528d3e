//! An export marked again by its own bank: every kind of question keeps the score that was recorded.

use super::{Folder, text, torus};
use torus::bank::{Answer, Bank, Kind, Mode, Question, Quietly, read, starter};
use torus::history::History;
use torus::moment::Moment;
use torus::paper::{Met, Plan, draw};
use torus::sitting::response::correct_parts;
use torus::sitting::{Answered, Certainty, Response, Sitting, Terms};
use uuid::Uuid;

/// The starter bank, with a few questions more that cells of CSV could trip over.
fn bank_text() -> String {
    let more = r#"
        (id: "=id", prompt: "=1+1\r\nis \"what\"?", answer: Choice(correct: "=2", distractors: ["-5", "'=3", "a; b", " a\nb "])),
        (id: "many", prompt: "-", answer: Choices(correct: ["a; b", "c = d", "e\\f"], distractors: ["-g", "@h"]), points: 0.3),
        (id: "-7", prompt: "?", answer: Number(value: -7, tolerance: 0.5, unit: "kg", unit_required: true), points: 3, hints: ["x", "y"], hint_cost: 0.3),
        (id: "drawn", prompt: "What is {x}{y}?", answer: Calculated(variables: {"x": Range(from: -2, to: 2, step: 0.1), "y": Values([1, 2, 3])}, value: "x * y")),
        (id: "unseen", prompt: "What is it?", answer: Calculated(variables: {"x": Range(from: 1, to: 999)}, value: "x")),
        (id: "order", prompt: "+", answer: Order(items: ["=a", "-b", "c; d", "'e"])),
        (id: "pairs", prompt: "?", answer: Match(pairs: [("=a", "x = y"), ("b; c", "z"), ("d", "z")], extra: ["w\\"])),
        (id: "gaps", prompt: "?", answer: Cloze(text: "{-1|=1} and {a; b ~ c = d} and {x}")),
        (id: "letter", prompt: "?", answer: Cloze(text: "It is {a ~ an ~ the} book.")),
        "#;
    starter("b").text.replacen("questions: [", &format!("questions: [{more}"), 1)
}

fn moment(secs: usize) -> Moment {
    Moment { unix_ms: 1_795_413_600_000 + i64::try_from(secs).unwrap() * 1000, offset_secs: 3600 }
}

/// An answer to a question, now right and now not; `None` for one that is skipped.
fn response(question: &Question, choice: usize) -> Option<Response> {
    let count = question.options().len().max(1);
    let pick = choice % count;
    let is_right = choice.is_multiple_of(3);
    if choice % 7 == 6 {
        return None;
    }
    let typed = || match is_right {
        true => correct_parts(question).remove(0),
        false => ["=1", "-5", " x; y ", "1e3 g", "\"'-1\""][choice % 5].into(),
    };
    let sides = || {
        let right_sides = question.answer.right_pairs().into_iter().enumerate();
        right_sides.map(|(place, right)| (is_right || !(place + choice).is_multiple_of(2)).then_some(right)).collect()
    };
    Some(match &question.answer {
        Answer::Choice { .. } => Response::Choice(if is_right { 0 } else { pick }),
        Answer::Choices { .. } => Response::Choices((0..=pick).collect()),
        Answer::TrueFalse(_) => Response::TrueFalse(is_right),
        Answer::Number { .. } => Response::Number(typed()),
        Answer::Text { .. } => Response::Text(typed()),
        Answer::Calculated { .. } => Response::Calculated(typed()),
        Answer::Order { .. } => {
            let mut order: Vec<usize> = (0..count).collect();
            order.rotate_left(if is_right { 0 } else { pick });
            Response::Order(order)
        }
        Answer::Match { .. } => Response::Match(sides()),
        Answer::Categorise { .. } => Response::Categorise(sides()),
        Answer::Cloze { text } => {
            let filled = text.gaps().enumerate().map(|(place, gap)| match gap.options().last() {
                Some(last) if !is_right => last.to_string(),
                _ if is_right || !(place + choice).is_multiple_of(2) => gap.right().to_owned(),
                _ => "=x; y\\".to_owned(),
            });
            Response::Cloze(filled.collect())
        }
        Answer::Hotspot { .. } => Response::Hotspot(if is_right { vec![0] } else { vec![pick] }),
        Answer::Recall { .. } => Response::Recall(is_right),
    })
}

/// Plays a sitting to its end, with a hint here and there, and writes all of it down.
fn play(history: &History, learner: i64, bank: &Bank, number: usize) {
    let mode = if number.is_multiple_of(2) { Mode::Practice } else { Mode::Test };
    let plan = Plan { mode, ..Plan::default() };
    let paper = draw(&[bank], &plan, &Met::new(), u32::try_from(number).unwrap());
    let terms = Terms { mode, certainty: number % 4 >= 2, ..Terms::default() };
    let id = Uuid::from_u64_pair(2, u64::try_from(number).unwrap());
    let mut sitting = Sitting::begin(id, &*bank.id, &*bank.title, "", terms, paper, moment(number));
    history.begin(learner, &sitting).unwrap();
    let mut choice = number;
    loop {
        let index = sitting.current;
        if choice % 5 < 2 {
            let _ = sitting.show_hint();
        }
        let question = sitting.turn().item.question.clone();
        if let Some(response) = response(&question, choice) {
            let certainty = Certainty::from_level(u8::try_from(choice % 4).unwrap());
            let answered = sitting.answer_with(response, certainty, moment(number + choice));
            assert_eq!(answered, Answered::Accepted);
            history.record_answer(&sitting, index).unwrap();
        }
        choice += 1;
        if !sitting.advance() || choice > number + 60 {
            break;
        }
    }
    sitting.finish(moment(number + 100));
    history.finish(&sitting).unwrap();
}

#[test]
fn an_export_that_is_marked_again_is_the_same_to_the_byte() {
    let folder = Folder::new();
    let file = folder.file("b.ron", bank_text());
    let bank = read(&bank_text(), &Quietly).bank.unwrap();
    let history = History::open(&folder.join("torus.db"), moment(0)).unwrap().history;
    let learner = history.add_learner(Uuid::from_u64_pair(1, 1), "=Ada", moment(0)).unwrap();
    for number in 0..12 {
        play(&history, learner.id, &bank, number);
    }
    drop(history);
    let (export, marked) = (text(&folder.join("export.csv")), text(&folder.join("marked.csv")));
    let exported = torus(&["results", "--data-dir", folder.path(), "--bom", "-o", &export]);
    assert_eq!(exported.status, 0, "{}", exported.talk);
    let ran = torus(&["grade", &file, &export, "--bom", "-o", &marked]);
    assert_eq!((ran.status, ran.talk.as_str()), (0, ""));
    let (export, marked) = (std::fs::read_to_string(export).unwrap(), std::fs::read_to_string(marked).unwrap());
    export.lines().zip(marked.lines()).for_each(|(before, after)| assert_eq!(after, before));
    assert_eq!(marked, export);
    let mut reader = csv::Reader::from_reader(export.as_bytes());
    let mut place = |name: &str| reader.headers().unwrap().iter().position(|known| known == name).unwrap();
    let [kind, verdict] = [place("kind"), place("verdict")];
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    for wanted in Kind::ALL {
        for is_right in [true, false] {
            let fits =
                |row: &csv::StringRecord| &row[kind] == wanted.as_str() && (&row[verdict] == "correct") == is_right;
            assert!(rows.iter().any(fits), "{wanted:?} {is_right}");
        }
    }
    for wanted in ["partial", "wrong", "unanswered"] {
        assert!(rows.iter().any(|row| &row[verdict] == wanted), "{wanted}");
    }
}
