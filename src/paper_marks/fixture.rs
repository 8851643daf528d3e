//! Papers for the tests of this room.

use super::PrintedPaper;
use crate::bank::{Bank, Question};
use crate::moment::Moment;
use crate::paper::{Met, Paper, PaperItem, Plan, draw_versions};

pub const NOON: Moment = Moment { unix_ms: 1_795_431_600_000, offset_secs: 3600 };

pub fn item(ron: &str, order: &[usize]) -> PaperItem {
    let question: Question = ron::from_str(ron).expect("a question");
    PaperItem::new("m", question, order.to_vec())
}

/// A paper of these questions with their options as they are written.
pub fn printed(items: Vec<PaperItem>) -> PrintedPaper {
    PrintedPaper::new("m", "Machines", vec![Paper { seed: 7, items, short_by: 0 }], NOON)
}

/// A choice of a to d, whose right option stands second.
pub fn choice(id: &str) -> PaperItem {
    item(
        &format!(
            "(id: \"{id}\", prompt: \"Q?\", answer: Choice(correct: \"right\", distractors: [\"x\", \"y\", \"z\"]))"
        ),
        &[1, 0, 2, 3],
    )
}

/// So many versions of so many choices.
pub fn versions(questions: usize, versions: u32, seed: u32) -> PrintedPaper {
    let question = |index: usize| choice(&format!("q{index}")).question;
    let bank = Bank { id: "m".into(), questions: (0..questions).map(question).collect(), ..Bank::default() };
    let papers = draw_versions(&[&bank], &Plan::default(), &Met::new(), seed, versions);
    PrintedPaper::new("m", "Machines", papers, NOON)
}
