//! Predicts recall from answers: each once, in their order, with the key of the newest. Reads and writes nothing.

use super::read::{Answer, Answers, Place};
use crate::schedule::{Evidence, Memory, Model, StudyDay, Target, in_order};
use std::collections::{BTreeMap, HashMap};

/// What learners know on a study day, as far as can be told.
#[derive(Clone, Debug, PartialEq)]
pub struct Recall {
    /// The study day.
    pub on: StudyDay,
    /// By name, then by id.
    pub learners: Vec<LearnerRecall>,
    /// How many answers lie after that day and were set aside.
    pub set_aside: usize,
}

/// What one learner knows.
#[derive(Clone, Debug, PartialEq)]
pub struct LearnerRecall {
    /// The name, as it stands beside the newest answer.
    pub learner: String,
    /// The id; empty where the tables have none, and the name stands for it.
    pub learner_id: String,
    /// The questions, weakest first.
    pub items: Vec<ItemRecall>,
}

/// What is known of one question.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemRecall {
    /// Id of the bank.
    pub bank: String,
    /// Id of the question.
    pub question: String,
    /// Its topic, parts joined by `/`; empty without one.
    pub topic: String,
    /// How many answers were counted.
    pub answers: u32,
    /// The study day of the last one.
    pub last_answered_on: StudyDay,
    /// Days until recall has fallen to 90 %, to four decimals.
    pub stability_days: f64,
    /// How hard it is for the learner, 1 to 10, to four decimals.
    pub difficulty: f64,
    /// The predicted chance that the answer is known, 0 to 1, to four decimals.
    pub recall: f64,
    /// The first study day on which recall has fallen to 90 % or below.
    pub due_on: StudyDay,
}

/// Predicts what is known on the study day `on`, with the default parameters and the default target, from all tables together.
pub fn predict(tables: Vec<Answers>, on: StudyDay) -> Recall {
    let mut all = each_once(tables.into_iter().flat_map(|table| table.answers));
    // Only now: an older copy of a sitting that was left out since must not bring its answers back.
    all.retain(|_, answer| answer.counts);
    let count = all.len();
    let is_in_time = |answer: &Answer| StudyDay::of(answer.evidence.answered_at) <= on;
    let in_time: Vec<(Place, Answer)> = all.into_iter().filter(|(_, answer)| is_in_time(answer)).collect();
    let set_aside = count - in_time.len();
    let mut by_learner: BTreeMap<String, Vec<Answer>> = BTreeMap::new();
    for (_, answer) in sorted(in_time) {
        let learner =
            if answer.learner_id.is_empty() { format!("={}", answer.learner) } else { answer.learner_id.clone() };
        by_learner.entry(learner).or_default().push(answer);
    }
    let mut learners: Vec<LearnerRecall> = by_learner.into_values().map(|answers| of_learner(answers, on)).collect();
    learners.sort_by(|one, other| (&one.learner, &one.learner_id).cmp(&(&other.learner, &other.learner_id)));
    Recall { on, learners, set_aside }
}

/// Each answer once, however many tables hold it. Of two copies that differ, the one whose sitting was left out of review counts, and
/// then the overruled one: these are most likely the newer.
fn each_once(answers: impl Iterator<Item = Answer>) -> HashMap<Place, Answer> {
    let mut once: HashMap<Place, Answer> = HashMap::new();
    for answer in answers {
        let known = once.get(&answer.place);
        if known.is_none_or(|known| rank(&answer) > rank(known)) {
            once.insert(answer.place.clone(), answer);
        }
    }
    once
}

/// Which of two copies counts, so that it does not matter which was read first.
fn rank(answer: &Answer) -> (bool, bool, i64, u64, String) {
    let Evidence { mark, answered_at, .. } = answer.evidence;
    (!answer.counts, answer.is_overruled, answered_at.unix_ms, mark.to_bits(), format!("{answer:?}"))
}

fn sorted(answers: Vec<(Place, Answer)>) -> Vec<(Place, Answer)> {
    let mut order: Vec<((Place, usize), Evidence)> =
        answers.iter().enumerate().map(|(at, (place, answer))| ((place.clone(), at), answer.evidence)).collect();
    in_order(&mut order);
    let mut answers: Vec<Option<(Place, Answer)>> = answers.into_iter().map(Some).collect();
    order.into_iter().filter_map(|((_, at), _)| answers[at].take()).collect()
}

/// The answers come in their order, and one at least.
fn of_learner(answers: Vec<Answer>, on: StudyDay) -> LearnerRecall {
    let newest = answers.last();
    let learner = newest.map(|answer| answer.learner.clone()).unwrap_or_default();
    let learner_id = newest.map(|answer| answer.learner_id.clone()).unwrap_or_default();
    let mut by_question: BTreeMap<(&str, &str), Vec<&Answer>> = BTreeMap::new();
    for answer in &answers {
        by_question.entry((&answer.bank, &answer.question)).or_default().push(answer);
    }
    let model = Model::default();
    let mut items: Vec<ItemRecall> =
        by_question.into_values().filter_map(|answers| of_question(&answers, on, &model)).collect();
    // The sort keeps the order of banks and questions where recall is the same.
    items.sort_by(|one, other| one.recall.total_cmp(&other.recall));
    LearnerRecall { learner, learner_id, items }
}

fn of_question(answers: &[&Answer], on: StudyDay, model: &Model) -> Option<ItemRecall> {
    let newest = answers.last()?;
    let counted = answers.iter().filter(|answer| answer.key == newest.key);
    let memory = Memory::of(counted.map(|answer| &answer.evidence), model)?;
    Some(ItemRecall {
        bank: newest.bank.clone(),
        question: newest.question.clone(),
        topic: newest.topic.clone(),
        answers: memory.answer_count,
        last_answered_on: memory.last_day,
        stability_days: to_four_decimals(memory.stability.into()),
        difficulty: to_four_decimals(memory.difficulty.into()),
        recall: to_four_decimals(memory.recall_on(on, model)),
        due_on: memory.due_on(Target::default(), model),
    })
}

fn to_four_decimals(figure: f64) -> f64 {
    const PARTS: f64 = 1e4;
    (figure * PARTS).round() / PARTS
}
