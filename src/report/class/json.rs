//! The figures of a class as JSON.

use super::beside::{Beside, LeftOut};
use super::names;
use crate::class::{
    Class, ClassFigures, Denominator, Enrolled, ItemFigures, Lesson, OptionFigures, OtherKey, TopicFigures, teach_again,
};
use serde::Serialize;

/// The figures as JSON; what cannot be computed is null.
pub fn class_json(class: &Class, figures: &ClassFigures, beside: &Beside) -> String {
    let mut json =
        serde_json::to_string_pretty(&Json::new(class, figures, beside)).expect("plain values, and names as keys");
    json.push('\n');
    json
}

#[derive(Serialize)]
struct Json<'c> {
    sittings: u32,
    learners: u32,
    unfinished: u32,
    mean_percent: Option<f64>,
    median_percent: Option<f64>,
    sd_percent: Option<f64>,
    skewness: Option<f64>,
    kurtosis: Option<f64>,
    internal_consistency: Option<f64>,
    consistency_low: Option<f64>,
    consistency_high: Option<f64>,
    error_ratio: Option<f64>,
    standard_error: Option<f64>,
    rasch_sigma: Option<f64>,
    log_likelihood: Option<f64>,
    items: Vec<JsonItem<'c>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    handed_in_nothing: Option<Vec<JsonEnrolled<'c>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unclear: Option<Vec<JsonEnrolled<'c>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<JsonLeftOut<'c>>,
    teach_again: Vec<JsonLesson<'c>>,
    topics: Vec<JsonTopic<'c>>,
}

/// A topic; the questions without one have an empty name.
#[derive(Serialize)]
struct JsonTopic<'c> {
    topic: &'c str,
    answers: u32,
    questions: u32,
    facility: Option<f64>,
    facility_low: Option<f64>,
    facility_high: Option<f64>,
}

/// Who chose an option, of all and of each third.
#[derive(Serialize)]
struct JsonOption<'c> {
    option: &'c str,
    is_key: bool,
    chosen: u32,
    lower: f64,
    middle: f64,
    upper: f64,
    correlation: Option<f64>,
}

/// Questions that were left out, and what scores are out of without and with them.
#[derive(Serialize)]
struct JsonLeftOut<'c> {
    questions: Vec<JsonName<'c>>,
    without: JsonDenominator,
    with: JsonDenominator,
}

#[derive(Serialize)]
struct JsonName<'c> {
    bank: &'c str,
    question: &'c str,
}

#[derive(Serialize)]
struct JsonDenominator {
    questions: u32,
    fewest_points: f64,
    most_points: f64,
    mean_percent: Option<f64>,
    median_percent: Option<f64>,
}

/// Something to teach again; `wrong_idea` is null where no two learners share an error.
#[derive(Serialize)]
struct JsonLesson<'c> {
    topic: String,
    facility: f64,
    facility_low: f64,
    facility_high: f64,
    answers: u32,
    learners: u32,
    bank: &'c str,
    question: &'c str,
    wrong_idea: Option<String>,
    wrong_idea_chosen: Option<u32>,
}

/// A key that a question had before.
#[derive(Serialize)]
struct JsonOtherKey<'c> {
    key: &'c str,
    sittings: Vec<&'c str>,
}

/// Somebody on the class list; what it does not tell is empty.
#[derive(Serialize)]
struct JsonEnrolled<'c> {
    name: &'c str,
    email: &'c str,
    number: &'c str,
}

#[derive(Serialize)]
struct JsonItem<'c> {
    bank: &'c str,
    question: &'c str,
    attempts: u32,
    facility: Option<f64>,
    facility_low: Option<f64>,
    facility_high: Option<f64>,
    sd: Option<f64>,
    intended_weight: Option<f64>,
    effective_weight: Option<f64>,
    discrimination_index: Option<f64>,
    discrimination_low: Option<f64>,
    discrimination_high: Option<f64>,
    discriminative_efficiency: Option<f64>,
    random_guess: Option<f64>,
    rasch_difficulty: Option<f64>,
    rasch_se: Option<f64>,
    flags: Vec<&'static str>,
    facility_by_last_key: Option<f64>,
    other_keys: Vec<JsonOtherKey<'c>>,
    median_ms: Option<u32>,
    left_blank: u32,
    not_reached: u32,
    options: Vec<JsonOption<'c>>,
}

impl<'c> Json<'c> {
    fn new(class: &'c Class, figures: &'c ClassFigures, beside: &Beside<'c>) -> Self {
        let scores = &figures.scores;
        Self {
            sittings: figures.sittings,
            learners: figures.learners,
            unfinished: figures.unfinished,
            mean_percent: scores.mean_percent,
            median_percent: scores.median_percent,
            sd_percent: scores.sd_percent,
            skewness: scores.skewness,
            kurtosis: scores.kurtosis,
            internal_consistency: figures.internal_consistency,
            consistency_low: figures.consistency_low,
            consistency_high: figures.consistency_high,
            error_ratio: figures.error_ratio,
            standard_error: figures.standard_error,
            rasch_sigma: figures.rasch.as_ref().map(|rasch| rasch.sigma),
            log_likelihood: figures.rasch.as_ref().map(|rasch| rasch.log_likelihood),
            items: figures.items.iter().map(|item| JsonItem::new(class, item)).collect(),
            handed_in_nothing: beside.handed_in_nothing().map(enrolled),
            unclear: beside.unclear().map(enrolled),
            left_out: beside.left_out.map(|left_out| JsonLeftOut::new(class, left_out)),
            teach_again: teach_again(class, figures).into_iter().map(|lesson| JsonLesson::new(class, lesson)).collect(),
            topics: figures.topics.iter().map(JsonTopic::new).collect(),
        }
    }
}

impl<'c> JsonItem<'c> {
    fn new(class: &'c Class, item: &'c ItemFigures) -> Self {
        let question = &class.questions[item.question as usize];
        Self {
            bank: &question.bank,
            question: &question.id,
            attempts: item.attempts,
            facility: item.facility,
            facility_low: item.facility_low,
            facility_high: item.facility_high,
            sd: item.sd,
            intended_weight: item.intended_weight,
            effective_weight: item.effective_weight,
            discrimination_index: item.discrimination_index,
            discrimination_low: item.discrimination_low,
            discrimination_high: item.discrimination_high,
            discriminative_efficiency: item.discriminative_efficiency,
            random_guess: item.random_guess,
            rasch_difficulty: item.rasch.map(|rasch| rasch.difficulty),
            rasch_se: item.rasch.map(|rasch| rasch.standard_error),
            flags: names(&item.flags),
            facility_by_last_key: item.facility_by_last_key,
            other_keys: item.other_keys.iter().map(|other| JsonOtherKey::new(class, item, other)).collect(),
            median_ms: item.median_ms,
            left_blank: item.left_blank,
            not_reached: item.not_reached,
            options: item.options.iter().map(JsonOption::new).collect(),
        }
    }
}

fn enrolled<'c>(of: Vec<&'c Enrolled>) -> Vec<JsonEnrolled<'c>> {
    let fields = |of: &'c Enrolled| JsonEnrolled { name: &of.name, email: &of.email, number: &of.number };
    of.into_iter().map(fields).collect()
}

impl<'c> JsonTopic<'c> {
    fn new(topic: &'c TopicFigures) -> Self {
        let TopicFigures { topic, answers, questions, facility, facility_low, facility_high, .. } = topic;
        let (answers, questions) = (*answers, *questions);
        Self {
            topic,
            answers,
            questions,
            facility: *facility,
            facility_low: *facility_low,
            facility_high: *facility_high,
        }
    }
}

impl<'c> JsonOption<'c> {
    fn new(option: &'c OptionFigures) -> Self {
        let OptionFigures { text, is_key, chosen, lower, middle, upper, correlation } = option;
        let (lower, middle, upper) = (*lower, *middle, *upper);
        Self { option: text, is_key: *is_key, chosen: *chosen, lower, middle, upper, correlation: *correlation }
    }
}

impl<'c> JsonName<'c> {
    fn new(class: &'c Class, place: u32) -> Self {
        let question = &class.questions[place as usize];
        Self { bank: &question.bank, question: &question.id }
    }
}

impl<'c> JsonLeftOut<'c> {
    fn new(class: &'c Class, left_out: &LeftOut) -> Self {
        let [without, with] = [&left_out.without, &left_out.with].map(|of: &Denominator| JsonDenominator {
            questions: of.questions,
            fewest_points: of.fewest_points,
            most_points: of.most_points,
            mean_percent: of.mean_percent,
            median_percent: of.median_percent,
        });
        Self { questions: left_out.questions.iter().map(|place| JsonName::new(class, *place)).collect(), without, with }
    }
}

impl<'c> JsonLesson<'c> {
    fn new(class: &'c Class, lesson: Lesson) -> Self {
        let JsonName { bank, question } = JsonName::new(class, lesson.question);
        let (wrong_idea, wrong_idea_chosen) =
            lesson.wrong_idea.map(|idea| (idea.response.into_string(), idea.chosen)).unzip();
        Self {
            topic: lesson.topic.into_string(),
            facility: lesson.facility,
            facility_low: lesson.facility_low,
            facility_high: lesson.facility_high,
            answers: lesson.answers,
            learners: lesson.learners,
            bank,
            question,
            wrong_idea,
            wrong_idea_chosen,
        }
    }
}

impl<'c> JsonOtherKey<'c> {
    fn new(class: &'c Class, item: &ItemFigures, other: &OtherKey) -> Self {
        let versions = &class.questions[item.question as usize].versions;
        let sittings = other.sittings.iter().map(|place| &*class.sittings[*place as usize].id);
        Self { key: &versions[usize::from(other.version)].key, sittings: sittings.collect() }
    }
}
