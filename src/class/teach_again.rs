//! What the next lesson should take up again, by what most surely was not understood. Computes no figure of its own.

use crate::bank::Kind;
use crate::bank::wording::alike::folded;
use crate::class::figures::{ClassFigures, Flag, ItemFigures, TopicFigures};
use crate::class::model::{Class, TextId};
use crate::class::statistics::{Recount, Trust};
use std::collections::{BTreeMap, BTreeSet};

/// Something to teach again.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// The topic, parts joined by `/`; empty where the question has none, and the figures are then those of the question.
    pub topic: Box<str>,
    /// Mean share of the points, over the questions whose key is not in doubt.
    pub facility: f64,
    /// Lower end of its 95 % interval.
    pub facility_low: f64,
    /// Upper end, by which lessons are ranked.
    pub facility_high: f64,
    /// Answers that it comes from.
    pub answers: u32,
    /// Learners who gave them.
    pub learners: u32,
    /// Place of the question to put on the board: that which most surely was not understood.
    pub question: u32,
    /// What those who got that question wrong most often believe; `None` where no two learners share an error.
    pub wrong_idea: Option<WrongIdea>,
}

/// The wrong answer that most learners gave to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongIdea {
    /// The option, or what was typed.
    pub response: Box<str>,
    /// Learners who chose or typed it.
    pub chosen: u32,
    /// Learners who were asked.
    pub asked: u32,
}

/// A lesson holds no more.
const MOST_LESSONS: usize = 3;
/// What surely fewer than three in four have understood is taught again.
const UNDERSTOOD: f64 = 0.75;
/// What a single learner believes is told to that learner.
const FEWEST_WITH_AN_IDEA: u32 = 2;

/// Three things at most to teach again, what most surely was not understood first: the lowest upper end of the interval of
/// a topic's facility, or of a question's where it has no topic.
///
/// A question whose key is in doubt counts for no topic and is no lesson. Where too few answered, or where the interval
/// leaves it open whether a topic was understood, it is no lesson either.
pub fn teach_again(class: &Class, figures: &ClassFigures) -> Vec<Lesson> {
    let is_doubted = |item: &&ItemFigures| item.flags.iter().any(|flag| matches!(flag, Flag::CheckKey { .. }));
    let items: Vec<&ItemFigures> = figures.items.iter().filter(|item| !is_doubted(item)).collect();
    let counts: BTreeSet<u32> = items.iter().map(|item| item.question).collect();
    let left_out = (0..class.questions.len() as u32).filter(|place| !counts.contains(place)).collect();
    let recount = Recount::without(class, &left_out);
    let mut lessons = of_topics(class, &items, &recount);
    lessons.extend(of_questions(class, &items));
    lessons.retain(|lesson| Trust::lesson(lesson.learners).is_shown() && lesson.facility_high < UNDERSTOOD);
    // The sort is stable: of those alike the topic that comes first stays first.
    lessons.sort_by(|one, other| one.facility_high.total_cmp(&other.facility_high));
    lessons.truncate(MOST_LESSONS);
    for lesson in &mut lessons {
        let item = items.iter().find(|item| item.question == lesson.question);
        lesson.wrong_idea = item.and_then(|item| wrong_idea(class, item, &recount));
    }
    lessons
}

/// A lesson for each topic that has an interval.
fn of_topics(class: &Class, items: &[&ItemFigures], recount: &Recount) -> Vec<Lesson> {
    let mut boards: BTreeMap<&str, &ItemFigures> = BTreeMap::new();
    for item in items {
        let topic = &*class.questions[item.question as usize].topic;
        let board = boards.entry(topic).or_insert(item);
        if upper_end(item) < upper_end(board) {
            *board = item;
        }
    }
    let topics = recount.topics().into_iter().filter(|topic| !topic.topic.is_empty());
    let lesson = |topic: TopicFigures| {
        Some(Lesson {
            facility: topic.facility?,
            facility_low: topic.facility_low?,
            facility_high: topic.facility_high?,
            answers: topic.answers,
            learners: topic.learners,
            question: boards.get(&*topic.topic)?.question,
            topic: topic.topic,
            wrong_idea: None,
        })
    };
    topics.filter_map(lesson).collect()
}

/// A lesson for each question that has no topic.
fn of_questions<'a>(class: &'a Class, items: &'a [&ItemFigures]) -> impl Iterator<Item = Lesson> {
    let without_topic = items.iter().filter(|item| class.questions[item.question as usize].topic.is_empty());
    without_topic.filter_map(|item| {
        Some(Lesson {
            topic: "".into(),
            facility: item.facility?,
            facility_low: item.facility_low?,
            facility_high: item.facility_high?,
            answers: item.attempts,
            learners: item.attempts,
            question: item.question,
            wrong_idea: None,
        })
    })
}

/// Part marks that are all alike have no interval; their mean is then all that is known.
fn upper_end(item: &ItemFigures) -> f64 {
    item.facility_high.or(item.facility).unwrap_or(f64::INFINITY)
}

fn wrong_idea(class: &Class, item: &ItemFigures, recount: &Recount) -> Option<WrongIdea> {
    let kind = class.questions[item.question as usize].kind;
    let idea = |response: &str, chosen: u32| WrongIdea { response: response.into(), chosen, asked: item.attempts };
    let favourite = if matches!(kind, Some(Kind::Number | Kind::Text) | None) {
        typed_most(class, recount.wrong_responses(item.question)).map(|(response, chosen)| idea(response, chosen))
    } else {
        let wrong = item.options.iter().rev().filter(|option| !option.is_key);
        wrong.max_by_key(|option| option.chosen).map(|option| idea(&option.text, option.chosen))
    };
    favourite.filter(|idea| idea.chosen >= FEWEST_WITH_AN_IDEA)
}

/// What was typed most, in any case and spacing, as it was first typed.
fn typed_most(class: &Class, responses: impl Iterator<Item = TextId>) -> Option<(&str, u32)> {
    let mut by_id: BTreeMap<TextId, u32> = BTreeMap::new();
    responses.for_each(|id| *by_id.entry(id).or_default() += 1);
    let mut by_fold: BTreeMap<String, (&str, u32)> = BTreeMap::new();
    for (id, count) in by_id {
        let text = class.texts.get(id);
        by_fold.entry(folded(text)).or_insert((text, 0)).1 += count;
    }
    by_fold.into_values().rev().max_by_key(|(_, count)| *count)
}
