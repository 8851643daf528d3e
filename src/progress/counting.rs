//! Counts the figures together, question by question.

use super::{Answered, BankName, DayCount, Interval, Known, Progress, Retained, Sure, TimeTaken, TopicKnown, Wish};
use crate::bank::Kind;
use crate::schedule::{Model, StudyDay};
use crate::sitting::Certainty;
use std::collections::{BTreeMap, BTreeSet};

/// On how many days, evenly over the period, it is told what was known.
const MOST_POINTS: i32 = 28;
/// How many days the heat map goes back.
const YEAR: i32 = 371;

/// The answers to one question.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// Id of its bank.
    pub bank_id: &'a str,
    /// Its topic.
    pub topic: &'a str,
    /// Its kind.
    pub kind: Kind,
}

/// Figures that grow with each question.
#[derive(Debug)]
pub struct Counting<'m> {
    wish: Wish,
    today: StudyDay,
    begins: StudyDay,
    model: &'m Model,
    banks: BTreeSet<String>,
    topic_names: BTreeSet<String>,
    answers: usize,
    answers_this_week: usize,
    points: Vec<Point>,
    topics: BTreeMap<(String, String), Point>,
    /// Answers and right ones of each day of the last year.
    days: Vec<[usize; 2]>,
    retention: BTreeMap<(usize, Kind), [f64; 3]>,
    calibration: BTreeMap<u8, [usize; 2]>,
    times: BTreeMap<Kind, Vec<u32>>,
}

/// How much was known on a day.
#[derive(Clone, Copy, Debug, Default)]
struct Point {
    day: StudyDay,
    met: usize,
    recalled: f64,
}

impl Point {
    fn take(&mut self, recall: f64) {
        self.met += 1;
        self.recalled += recall;
    }

    fn recall(&self) -> f64 {
        if self.met == 0 { 0.0 } else { self.recalled / self.met as f64 }
    }
}

impl<'m> Counting<'m> {
    /// Nothing yet. `first` is the day of the first answer of all.
    pub fn new(wish: Wish, today: StudyDay, first: StudyDay, model: &'m Model) -> Self {
        let begins = wish.period.begins(today, first);
        let points = days_between(begins.max(first).min(today), today)
            .into_iter()
            .map(|day| Point { day, ..Point::default() })
            .collect();
        Self {
            wish,
            today,
            begins,
            model,
            banks: BTreeSet::new(),
            topic_names: BTreeSet::new(),
            answers: 0,
            answers_this_week: 0,
            points,
            topics: BTreeMap::new(),
            days: vec![[0; 2]; YEAR as usize],
            retention: BTreeMap::new(),
            calibration: BTreeMap::new(),
            times: BTreeMap::new(),
        }
    }

    /// Takes the answers to one question, in the order given.
    pub fn take(&mut self, question: Question<'_>, answers: impl Iterator<Item = Answered>) {
        if !self.banks.contains(question.bank_id) {
            self.banks.insert(question.bank_id.to_owned());
        }
        let is_of_bank = self.wish.bank.as_deref().is_none_or(|bank| bank == question.bank_id);
        if is_of_bank && !question.topic.is_empty() && !self.topic_names.contains(question.topic) {
            self.topic_names.insert(question.topic.to_owned());
        }
        if !self.wish.takes(question.bank_id, question.topic) {
            return;
        }
        let mut recalls = Recalls { next: 0, memory: None };
        for answered in answers {
            if let Some(trace) = answered.trace {
                recalls.until(answered.day, &mut self.points, self.model);
                let last_day = recalls.memory.map_or(answered.day, |(day, _)| answered.day.max(day));
                recalls.memory = Some((last_day, trace.stability));
            }
            self.count(question.kind, &answered);
        }
        recalls.until(self.today + 1, &mut self.points, self.model);
        if let Some(memory) = recalls.memory {
            let recall = recall(memory, self.today, self.model);
            self.topic(question).take(recall);
        }
    }

    fn topic(&mut self, question: Question<'_>) -> &mut Point {
        self.topics.entry((question.bank_id.to_owned(), question.topic.to_owned())).or_default()
    }

    fn count(&mut self, kind: Kind, answered: &Answered) {
        let ago = i64::from(self.today.0) - i64::from(answered.day.0);
        self.answers += 1;
        self.answers_this_week += usize::from((0..7).contains(&ago));
        let is_right = answered.rightness == super::Rightness::Fully;
        if let Some(day) = usize::try_from(ago).ok().and_then(|ago| self.days.get_mut(ago)) {
            day[0] += 1;
            day[1] += usize::from(is_right);
        }
        if answered.day < self.begins || answered.day > self.today {
            return;
        }
        if let Some(certainty) = answered.certainty {
            let sure = self.calibration.entry(certainty.level()).or_default();
            sure[0] += 1;
            sure[1] += usize::from(is_right);
        }
        if answered.duration_ms > 0 {
            self.times.entry(kind).or_default().push(answered.duration_ms);
        }
        let expected = answered.trace.and_then(|trace| trace.expected);
        if let Some(expected) = expected
            && let Some(place) = Interval::place_of(expected.interval_days)
        {
            let [answers, predicted, right] = self.retention.entry((place, kind)).or_default();
            *answers += 1.0;
            *predicted += f64::from(expected.share_right);
            *right += f64::from(u8::from(answered.rightness.is_recalled()));
        }
    }

    /// The figures. `title` names a bank by its id. Scores and what comes up are not of the log, and are added by whoever
    /// asked.
    pub fn finish(self, title: impl Fn(&str) -> String) -> Progress {
        let name = |id: &str| BankName { id: id.to_owned(), title: title(id) };
        let mut banks: Vec<BankName> = self.banks.iter().map(|id| name(id)).collect();
        banks.sort_by(|one, other| (&one.title, &one.id).cmp(&(&other.title, &other.id)));
        let (days, weekly_average) = days_of(&self.days, self.today);
        Progress {
            today: self.today,
            wish: self.wish,
            begins: self.begins,
            banks,
            topic_names: self.topic_names.into_iter().collect(),
            answers: self.answers,
            answers_this_week: self.answers_this_week,
            met: self.points.last().map_or(0, |point| point.met),
            known: known(&self.points),
            scores: Vec::new(),
            topics: topics(&self.topics, name),
            days,
            weekly_average,
            coming_up: Vec::new(),
            retention: retention(&self.retention),
            calibration: calibration(&self.calibration),
            times: times(self.times),
        }
    }
}

/// What is recalled of one question on the days that it is told for, as its answers go by.
struct Recalls {
    /// The place of the next of these days.
    next: usize,
    /// The newest study day with an answer, and the stability since.
    memory: Option<(StudyDay, f32)>,
}

impl Recalls {
    /// Adds what was recalled at the end of each day before `day`.
    fn until(&mut self, day: StudyDay, points: &mut [Point], model: &Model) {
        while let Some(point) = points.get_mut(self.next).filter(|point| point.day < day) {
            self.next += 1;
            if let Some(memory) = self.memory {
                point.take(recall(memory, point.day, model));
            }
        }
    }
}

fn recall((last_day, stability): (StudyDay, f32), on: StudyDay, model: &Model) -> f64 {
    model.recall(stability, on.days_since(last_day).into())
}

/// At most [`MOST_POINTS`] days, evenly apart, the last of them `today`.
fn days_between(begins: StudyDay, today: StudyDay) -> Vec<StudyDay> {
    let days = today.days_since(begins).min(i32::MAX as u32) as i32;
    let step = (days / MOST_POINTS + i32::from(days % MOST_POINTS > 0)).max(1);
    (0..=days / step).rev().map(|back| today + -(back * step)).collect()
}

/// Days before the first question was met tell nothing.
fn known(points: &[Point]) -> Vec<Known> {
    let met = points.iter().filter(|point| point.met > 0);
    met.map(|point| Known { day: point.day, met: point.met, recall: point.recall() }).collect()
}

fn topics(topics: &BTreeMap<(String, String), Point>, name: impl Fn(&str) -> BankName) -> Vec<TopicKnown> {
    let of = |((bank, topic), point): (&(String, String), &Point)| TopicKnown {
        bank: name(bank),
        topic: topic.clone(),
        met: point.met,
        recall: point.recall(),
    };
    let mut topics: Vec<TopicKnown> = topics.iter().map(of).collect();
    topics.sort_by(|one, other| one.recall.total_cmp(&other.recall));
    topics
}

/// The days with answers, and the average of a week since the first of them.
fn days_of(ago: &[[usize; 2]], today: StudyDay) -> (Vec<DayCount>, f64) {
    let with_answers = ago.iter().enumerate().rev().filter(|(_, [answers, _])| *answers > 0);
    let days: Vec<DayCount> = with_answers
        .map(|(ago, [answers, right])| DayCount { day: today + -(ago as i32), answers: *answers, right: *right })
        .collect();
    let Some(first) = days.first() else { return (days, 0.0) };
    let weeks = (f64::from(today.days_since(first.day)) + 1.0) / 7.0;
    let answers: usize = days.iter().map(|day| day.answers).sum();
    (days, answers as f64 / weeks.max(1.0))
}

fn retention(sums: &BTreeMap<(usize, Kind), [f64; 3]>) -> Vec<Retained> {
    let of = |(&(place, kind), [answers, predicted, right]): (&(usize, Kind), &[f64; 3])| Retained {
        interval: Interval::ALL[place],
        kind,
        answers: *answers as usize,
        predicted: predicted / answers,
        right: right / answers,
    };
    sums.iter().map(of).collect()
}

fn calibration(sums: &BTreeMap<u8, [usize; 2]>) -> Vec<Sure> {
    let of = |(level, [answers, right]): (&u8, &[usize; 2])| {
        Some(Sure {
            certainty: Certainty::from_level(*level)?,
            answers: *answers,
            right: *right as f64 / *answers as f64,
        })
    };
    sums.iter().filter_map(of).collect()
}

fn times(times: BTreeMap<Kind, Vec<u32>>) -> Vec<TimeTaken> {
    let of = |(kind, mut times): (Kind, Vec<u32>)| {
        let middle = times.len() / 2;
        let median_ms = *times.select_nth_unstable(middle).1;
        TimeTaken { kind, answers: times.len(), median_ms }
    };
    times.into_iter().map(of).collect()
}
