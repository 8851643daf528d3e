//! Writes predictions: text for teachers, JSON and CSV for other programs. Predicts nothing.

use super::predict::{ItemRecall, LearnerRecall, Recall};
use crate::report::table::{Cell, Column, Table};
use crate::schedule::{MODEL_NAME, StudyDay};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The prediction as JSON.
pub fn recall_json(recall: &Recall) -> String {
    let mut json = serde_json::to_string_pretty(&Json::new(recall)).expect("plain values, and names as keys");
    json.push('\n');
    json
}

#[derive(Serialize)]
struct Json<'r> {
    on: String,
    model: &'static str,
    learners: Vec<JsonLearner<'r>>,
}

#[derive(Serialize)]
struct JsonLearner<'r> {
    learner: &'r str,
    learner_id: &'r str,
    items: Vec<JsonItem<'r>>,
}

#[derive(Serialize)]
struct JsonItem<'r> {
    bank: &'r str,
    question: &'r str,
    topic: &'r str,
    answers: u32,
    last_answered_on: String,
    stability_days: f64,
    difficulty: f64,
    recall: f64,
    due_on: String,
}

impl<'r> Json<'r> {
    fn new(recall: &'r Recall) -> Self {
        let item = |item: &'r ItemRecall| JsonItem {
            bank: &item.bank,
            question: &item.question,
            topic: &item.topic,
            answers: item.answers,
            last_answered_on: item.last_answered_on.to_iso(),
            stability_days: item.stability_days,
            difficulty: item.difficulty,
            recall: item.recall,
            due_on: item.due_on.to_iso(),
        };
        let learner = |of: &'r LearnerRecall| JsonLearner {
            learner: &of.learner,
            learner_id: &of.learner_id,
            items: of.items.iter().map(item).collect(),
        };
        Self { on: recall.on.to_iso(), model: MODEL_NAME, learners: recall.learners.iter().map(learner).collect() }
    }
}

/// A question of a learner, as a row.
struct Row {
    on: String,
    learner: String,
    learner_id: String,
    item: ItemRecall,
    last_answered_on: String,
    due_on: String,
}

impl Row {
    fn new(on: StudyDay, of: &LearnerRecall, item: &ItemRecall) -> Self {
        Self {
            on: on.to_iso(),
            learner: of.learner.clone(),
            learner_id: of.learner_id.clone(),
            last_answered_on: item.last_answered_on.to_iso(),
            due_on: item.due_on.to_iso(),
            item: item.clone(),
        }
    }
}

/// The columns; others are only ever added, at the end.
const COLUMNS: &[Column<Row>] = &[
    Column { name: "on", cell: |row| Cell::Text(&row.on) },
    Column { name: "learner", cell: |row| Cell::Text(&row.learner) },
    Column { name: "learner_id", cell: |row| Cell::Text(&row.learner_id) },
    Column { name: "bank", cell: |row| Cell::Text(&row.item.bank) },
    Column { name: "question", cell: |row| Cell::Text(&row.item.question) },
    Column { name: "topic", cell: |row| Cell::Text(&row.item.topic) },
    Column { name: "answers", cell: |row| Cell::Integer(row.item.answers) },
    Column { name: "last_answered_on", cell: |row| Cell::Text(&row.last_answered_on) },
    Column { name: "stability_days", cell: |row| Cell::Number(row.item.stability_days) },
    Column { name: "difficulty", cell: |row| Cell::Number(row.item.difficulty) },
    Column { name: "recall", cell: |row| Cell::Number(row.item.recall) },
    Column { name: "due_on", cell: |row| Cell::Text(&row.due_on) },
];

/// The prediction as CSV with its header: a row for each question of each learner, weakest first.
pub fn recall_csv(recall: &Recall) -> Vec<u8> {
    let written = Table::new(Vec::new(), COLUMNS, false).and_then(|mut table| {
        for learner in &recall.learners {
            learner.items.iter().try_for_each(|item| table.write(&Row::new(recall.on, learner, item)))?;
        }
        table.finish()
    });
    written.expect("writing to memory cannot fail, and every row has the header's columns")
}

/// The prediction as text: by learner, then by topic, weakest first.
pub fn recall_text(recall: &Recall) -> String {
    let mut text = format!("What is still known on {}, as far as can be told from the answers:\n", recall.on);
    if recall.learners.is_empty() {
        text.push_str("\nNobody has answered anything until then.\n");
    }
    for learner in &recall.learners {
        let _ = writeln!(text, "\n{}: {}", learner.learner, known_of(&learner.items.iter().collect::<Vec<_>>()));
        for (topic, items) in by_topic(&learner.items) {
            let topic = if topic.is_empty() { "no topic" } else { topic };
            let _ = writeln!(text, "  {topic}: {}", known_of(&items));
            items.iter().for_each(|item| text.push_str(&line(item, recall.on)));
        }
    }
    text
}

/// The topics, weakest first, with their questions.
fn by_topic(items: &[ItemRecall]) -> Vec<(&str, Vec<&ItemRecall>)> {
    let mut topics: BTreeMap<&str, Vec<&ItemRecall>> = BTreeMap::new();
    items.iter().for_each(|item| topics.entry(&item.topic).or_default().push(item));
    let mut topics: Vec<_> = topics.into_iter().collect();
    topics.sort_by(|(_, one), (_, other)| mean(one).total_cmp(&mean(other)));
    topics
}

fn mean(items: &[&ItemRecall]) -> f64 {
    items.iter().map(|item| item.recall).sum::<f64>() / items.len().max(1) as f64
}

fn known_of(items: &[&ItemRecall]) -> String {
    let questions = if items.len() == 1 { "1 question".to_owned() } else { format!("{} questions", items.len()) };
    format!("{} of {questions}", percent(mean(items)))
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

fn line(item: &ItemRecall, on: StudyDay) -> String {
    let times = match item.answers {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        answers => format!("{answers} times"),
    };
    let verb = if item.due_on < on { "was due" } else { "due" };
    let ItemRecall { bank, question, last_answered_on, due_on, .. } = item;
    let recall = percent(item.recall);
    format!("    {recall:>5}  {bank} {question}: answered {times}, last on {last_answered_on}; {verb} on {due_on}\n")
}
