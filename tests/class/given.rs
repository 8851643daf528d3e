//! Classes put together by hand: answers in any order become a class in the order that reading gives it.

use std::collections::{BTreeMap, BTreeSet};
use torus::bank::{Kind, Mode};
use torus::class::{
    Answered, Class, ClassFigures, ClassLearner, ClassQuestion, ClassRemark, ClassSitting, ItemFigures,
    MeasuringOptions, QuestionVersion, Texts, measure,
};
use torus::moment::Moment;
use torus::sitting::{Certainty, State, Verdict};

/// An answer, and what there is to know of its sitting. Each learner has one sitting unless it is named.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    pub learner: String,
    pub sitting: String,
    pub question: String,
    pub version: usize,
    pub position: u32,
    pub attempt: u16,
    pub score: f64,
    pub max_score: f64,
    pub verdict: Option<Verdict>,
    pub response: Option<String>,
    pub certainty: Option<Certainty>,
    pub duration_ms: Option<u32>,
    pub is_overruled: bool,
    pub started_ms: Option<i64>,
    pub state: State,
    pub mode: Option<Mode>,
}

/// A mark of a learner on a question, one point at most, in a test.
pub fn mark(learner: &str, question: &str, score: f64) -> Given {
    Given {
        learner: learner.to_owned(),
        sitting: format!("of {learner}"),
        question: question.to_owned(),
        version: 0,
        position: 1,
        attempt: 1,
        score,
        max_score: 1.0,
        verdict: None,
        response: None,
        certainty: None,
        duration_ms: None,
        is_overruled: false,
        started_ms: Some(0),
        state: State::Finished,
        mode: Some(Mode::Test),
    }
}

/// The marks of learners, named by their row, on questions named by their column; not a number where it was not drawn.
pub fn table(marks: &[impl AsRef<[f64]>]) -> Vec<Given> {
    let rows = marks.iter().enumerate();
    let cells = rows
        .flat_map(|(row, marks)| marks.as_ref().iter().enumerate().map(move |(column, score)| (row, column, *score)));
    let drawn = cells.filter(|(_, _, score)| !score.is_nan());
    drawn
        .map(|(row, column, score)| Given {
            position: column as u32 + 1,
            ..mark(&format!("learner {row:05}"), &format!("question {column:03}"), score)
        })
        .collect()
}

/// What is known of questions by their ids; others have no options.
pub type Questions = BTreeMap<String, ClassQuestion>;

/// A question with so many versions.
pub fn question(id: &str, kind: Kind, versions: Vec<QuestionVersion>) -> (String, ClassQuestion) {
    let question = ClassQuestion {
        bank: "bank".into(),
        id: id.into(),
        kind: Some(kind),
        topic: "Topic".into(),
        prompt: "Prompt?".into(),
        versions,
    };
    (id.to_owned(), question)
}

/// A version with one key, its options in alphabetical order.
pub fn version(hash: &str, key: &str, options: &[&str]) -> QuestionVersion {
    let mut options: Vec<Box<str>> = options.iter().map(|option| (*option).into()).collect();
    options.sort();
    QuestionVersion { hash: hash.into(), key: key.into(), key_parts: vec![key.into()], options }
}

fn verdict_of(given: &Given) -> Verdict {
    given.verdict.unwrap_or(match given.score / given.max_score {
        share if share >= 1.0 => Verdict::Correct,
        share if share > 0.0 => Verdict::Partial,
        _ => Verdict::Wrong,
    })
}

/// The class of these answers.
pub fn class_of(given: &[Given], questions: &Questions) -> Class {
    class_with(given, questions, &[])
}

/// The same with remarks, each by a learner on a question.
pub fn class_with(given: &[Given], questions: &Questions, remarks: &[(&str, &str)]) -> Class {
    let learners: Vec<&str> = given.iter().map(|given| &*given.learner).collect::<BTreeSet<_>>().into_iter().collect();
    let asked = given.iter().map(|given| &*given.question).chain(questions.keys().map(|id| &**id));
    let ids: Vec<&str> = asked.collect::<BTreeSet<_>>().into_iter().collect();
    let place = |of: &[&str], id: &str| of.binary_search(&id).expect("a known id") as u32;
    let mut sorted: Vec<&Given> = given.iter().collect();
    sorted.sort_by(|one, other| {
        (&one.sitting, one.position, &one.question, one.attempt).cmp(&(
            &other.sitting,
            other.position,
            &other.question,
            other.attempt,
        ))
    });
    let mut class = Class {
        learners: learners
            .iter()
            .map(|id| ClassLearner { id: (*id).into(), name: (*id).into(), ..ClassLearner::default() })
            .collect(),
        questions: ids.iter().map(|id| questions.get(*id).cloned().unwrap_or_else(|| plain_question(id))).collect(),
        remarks: remarks
            .iter()
            .map(|(learner, question)| ClassRemark {
                learner: place(&learners, learner),
                question: place(&ids, question),
                text: "Hm.".into(),
            })
            .collect(),
        ..Class::default()
    };
    let mut texts = Texts::default();
    for given in sorted {
        if class.sittings.last().is_none_or(|last: &ClassSitting| *last.id != *given.sitting) {
            let start = class.answers.len() as u32;
            class.sittings.push(sitting(given, place(&learners, &given.learner), start));
        }
        let sitting = class.sittings.len() as u32 - 1;
        let response = given.response.as_deref().map(|text| texts.add(text));
        let verdict = verdict_of(given);
        class.answers.push(Answered {
            sitting,
            question: place(&ids, &given.question),
            version: given.version as u16,
            position: given.position,
            attempt: given.attempt,
            score: given.score,
            max_score: given.max_score,
            verdict,
            response,
            certainty: given.certainty,
            hints_used: 0,
            duration_ms: given.duration_ms,
            answered_ms: None,
            is_overruled: given.is_overruled,
            is_flagged: false,
        });
        if let Some(sitting) = class.sittings.last_mut() {
            sitting.answers.1 = class.answers.len() as u32;
        }
    }
    class.texts = texts;
    class
}

fn plain_question(id: &str) -> ClassQuestion {
    question(id, Kind::Number, vec![QuestionVersion::default()]).1
}

fn sitting(given: &Given, learner: u32, start: u32) -> ClassSitting {
    ClassSitting {
        id: given.sitting.as_str().into(),
        learner,
        bank: "bank".into(),
        title: "Bank".into(),
        quiz: "".into(),
        mode: given.mode,
        started_at: given.started_ms.map(|unix_ms| Moment { unix_ms, offset_secs: 0 }),
        finished_at: None,
        state: given.state,
        answers: (start, start),
    }
}

/// The figures of these answers.
pub fn figures(given: &[Given]) -> ClassFigures {
    measure(&class_of(given, &Questions::new()), &MeasuringOptions::default())
}

/// The figures of a question by its id.
pub fn item<'a>(class: &Class, figures: &'a ClassFigures, id: &str) -> &'a ItemFigures {
    let place = class.questions.iter().position(|question| &*question.id == id).expect("a question") as u32;
    figures.items.iter().find(|item| item.question == place).expect("its figures")
}
