//! What the page of a question or of a learner tells besides the figures, looked up when it is opened. Measures nothing.

use crate::app::state::class_view::ClassView;
use crate::class::{Answered, Class, ClassSitting, TextId};
use crate::moment::Moment;
use crate::sitting::{State, Verdict};
use std::collections::{BTreeMap, HashMap, HashSet};

/// So many wrong answers that were typed are told.
const MOST_TYPED: usize = 8;

/// What the page of a question tells besides its figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuestionDetail {
    /// How often each version was asked, in their order.
    pub asked: Vec<u32>,
    /// Remarks, each with the place of the learner.
    pub remarks: Vec<(u32, String)>,
    /// What was answered wrong most often, and how often.
    pub wrong: Vec<(String, u32)>,
}

impl QuestionDetail {
    /// Looks through the class once.
    pub fn of(class: &Class, question: u32) -> Self {
        let mut asked = vec![0; class.questions[question as usize].versions.len()];
        let mut wrong: HashMap<TextId, u32> = HashMap::new();
        for answer in class.answers.iter().filter(|answer| answer.question == question && answer.attempt == 1) {
            if let Some(count) = asked.get_mut(usize::from(answer.version)) {
                *count += 1;
            }
            if let Some(response) = answer.response.filter(|_| answer.verdict == Verdict::Wrong) {
                *wrong.entry(response).or_default() += 1;
            }
        }
        let mut wrong: Vec<(String, u32)> =
            wrong.into_iter().map(|(id, count)| (class.texts.get(id).to_owned(), count)).collect();
        wrong.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        wrong.truncate(MOST_TYPED);
        let remarks = class.remarks.iter().filter(|remark| remark.question == question);
        Self { asked, wrong, remarks: remarks.map(|remark| (remark.learner, remark.text.to_string())).collect() }
    }
}

/// What the page of a learner tells besides the score.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LearnerDetail {
    /// Place of the learner.
    pub learner: u32,
    /// The sittings, the newest first.
    pub sittings: Vec<SittingLine>,
    /// Topics with the share of the points and the answers it comes from, the weakest first.
    pub topics: Vec<(String, f64, u32)>,
    /// First answers that were not right, in the order given.
    pub mistakes: Vec<Mistake>,
}

/// A sitting of a learner.
#[derive(Clone, Debug, PartialEq)]
pub struct SittingLine {
    /// Title of its bank.
    pub title: String,
    /// When it began.
    pub started_at: Option<Moment>,
    /// Whether it was finished.
    pub state: State,
    /// Points earned, of the automatic mark, and points that could be earned.
    pub score: (f64, f64),
}

/// An answer that was not right.
#[derive(Clone, Debug, PartialEq)]
pub struct Mistake {
    /// Place of the question.
    pub question: u32,
    /// What was answered; `None` where nothing was.
    pub response: Option<String>,
    /// What is right.
    pub key: String,
    /// How it was judged.
    pub verdict: Verdict,
}

impl LearnerDetail {
    /// Looks through the sittings of a learner.
    pub fn of(view: &ClassView, learner: u32) -> Self {
        let class = &*view.class;
        let mut sittings: Vec<&ClassSitting> =
            class.sittings.iter().filter(|sitting| sitting.learner == learner).collect();
        sittings.sort_by_key(|sitting| sitting.started_at.map(|started| started.unix_ms));
        let mut seen = HashSet::new();
        let mut topics: BTreeMap<&str, (f64, f64, u32)> = BTreeMap::new();
        let mut mistakes = Vec::new();
        for sitting in sittings.iter().filter(|sitting| sitting.state == State::Finished) {
            for answer in class.answers_of(sitting) {
                let counts = answer.max_score > 0.0 && !view.left_out.contains(&answer.question);
                if !counts || !seen.insert(answer.question) {
                    continue;
                }
                let topic = topics.entry(&class.questions[answer.question as usize].topic).or_default();
                *topic = (topic.0 + answer.score, topic.1 + answer.max_score, topic.2 + 1);
                if answer.verdict != Verdict::Correct {
                    mistakes.push(mistake(class, answer));
                }
            }
        }
        let share =
            |(topic, (score, most, answers)): (&str, (f64, f64, u32))| (topic.to_owned(), score / most, answers);
        let mut topics: Vec<(String, f64, u32)> = topics.into_iter().map(share).collect();
        topics.sort_by(|one, other| one.1.total_cmp(&other.1));
        let sittings = sittings.into_iter().rev().map(|sitting| line(class, sitting)).collect();
        Self { learner, sittings, topics, mistakes }
    }
}

fn mistake(class: &Class, answer: &Answered) -> Mistake {
    let question = &class.questions[answer.question as usize];
    let version = question.versions.get(usize::from(answer.version));
    Mistake {
        question: answer.question,
        response: answer.response.map(|id| class.texts.get(id).to_owned()),
        key: version.map_or_else(String::new, |version| version.key.to_string()),
        verdict: answer.verdict,
    }
}

fn line(class: &Class, sitting: &ClassSitting) -> SittingLine {
    let firsts = class.answers_of(sitting).iter().filter(|answer| answer.attempt == 1);
    let score = firsts.fold((0.0, 0.0), |(score, most), answer| (score + answer.score, most + answer.max_score));
    SittingLine { title: sitting.title.to_string(), started_at: sitting.started_at, state: sitting.state, score }
}
