//! A printed paper as RON, as it is kept until it is marked: the questions whole and once, the order of each version.

use super::PrintedPaper;
use crate::bank::Question;
use crate::moment::Moment;
use crate::paper::{Paper, PaperItem};
use ron::extensions::Extensions;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The newest form that this program reads.
const FORM: u32 = 1;

/// Why a paper that was kept cannot be read.
#[derive(Debug, Error)]
pub enum KeptFault {
    /// It is no RON of this form.
    #[error("this is no printed paper: {0}")]
    Unreadable(#[from] Box<ron::error::SpannedError>),
    /// A newer program has kept it.
    #[error("a newer Torus has kept this paper, in form {0}")]
    Newer(u32),
    /// A question has options or values that do not fit it.
    #[error("a question of this paper does not fit its options or values")]
    Unfitting,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    form: u32,
    code: String,
    bank: String,
    title: String,
    printed_at: String,
    questions: Vec<KeptQuestion>,
    versions: Vec<KeptVersion>,
}

#[derive(Serialize, Deserialize)]
struct KeptQuestion {
    bank: String,
    /// As the bank had it, without the values that a version drew.
    question: Question,
    /// Other answers of the bank, which a slip must not lead to: no part of a question itself.
    others: Vec<Box<str>>,
}

#[derive(Serialize, Deserialize)]
struct KeptVersion {
    seed: u32,
    items: Vec<KeptItem>,
}

#[derive(Serialize, Deserialize)]
struct KeptItem {
    question: usize,
    order: Vec<usize>,
    values: Vec<f64>,
}

/// The paper as RON.
pub fn to_ron(paper: &PrintedPaper) -> String {
    let mut questions: Vec<KeptQuestion> = Vec::new();
    let versions = paper.papers.iter().map(|paper| KeptVersion {
        seed: paper.seed,
        items: paper.items.iter().map(|item| kept_item(item, &mut questions)).collect(),
    });
    let versions = versions.collect();
    let kept = Kept {
        form: FORM,
        code: paper.code.clone(),
        bank: paper.bank_id.clone(),
        title: paper.bank_title.clone(),
        printed_at: paper.printed_at.to_iso(),
        questions,
        versions,
    };
    ron::to_string(&kept).expect("a paper holds only texts, numbers and lists, which RON can write")
}

fn kept_item(item: &PaperItem, questions: &mut Vec<KeptQuestion>) -> KeptItem {
    let original = item.original();
    let is_same = |kept: &KeptQuestion| kept.question.id == original.id && kept.bank == item.bank_id;
    let question = questions.iter().position(is_same).unwrap_or_else(|| {
        questions.push(KeptQuestion {
            bank: item.bank_id.clone(),
            question: original.clone(),
            others: original.answer.other_answers().to_vec(),
        });
        questions.len() - 1
    });
    let values = item.drawn.as_ref().map(|drawn| drawn.values.clone()).unwrap_or_default();
    KeptItem { question, order: item.option_order.clone(), values }
}

/// Reads back what [`to_ron`] wrote.
///
/// # Errors
/// Where it is something else, or damaged.
pub fn from_ron(text: &str) -> Result<PrintedPaper, KeptFault> {
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let kept: Kept = options.from_str(text).map_err(Box::new)?;
    if kept.form > FORM {
        return Err(KeptFault::Newer(kept.form));
    }
    let mut questions = kept.questions;
    for kept in &mut questions {
        kept.question.answer.set_other_answers(std::mem::take(&mut kept.others).into_iter().collect());
    }
    let version = |version: KeptVersion| {
        let items = version.items.into_iter().map(|item| paper_item(item, &questions)).collect::<Option<_>>()?;
        Some(Paper { seed: version.seed, items, short_by: 0 })
    };
    let papers: Vec<Paper> =
        kept.versions.into_iter().map(version).collect::<Option<_>>().ok_or(KeptFault::Unfitting)?;
    let printed_at = Moment::from_iso(&kept.printed_at);
    let is_whole =
        papers.first().is_some_and(|first| papers.iter().all(|paper| paper.items.len() == first.items.len()));
    match printed_at.filter(|_| is_whole) {
        Some(printed_at) => {
            Ok(PrintedPaper { code: kept.code, bank_id: kept.bank, bank_title: kept.title, printed_at, papers })
        }
        None => Err(KeptFault::Unfitting),
    }
}

fn paper_item(kept: KeptItem, questions: &[KeptQuestion]) -> Option<PaperItem> {
    let KeptQuestion { bank, question, .. } = questions.get(kept.question)?;
    let mut sorted = kept.order.clone();
    sorted.sort_unstable();
    let is_order = sorted.iter().copied().eq(0..question.options().len());
    let item = PaperItem::new(bank.clone(), question.clone(), kept.order);
    is_order.then_some(item)?.with_values(kept.values).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper_marks::fixture::{choice, item, printed, versions};

    #[test]
    fn a_paper_comes_back_as_it_was_printed() {
        let calculated = r#"(id: "c", prompt: "{n} and {n}?", difficulty: Some(0.25), answer: Calculated(variables: {"n": Range(from: 0.1, to: 9.7, step: 0.1)}, value: "n*n", unit: "m²"))"#;
        let calculated = item(calculated, &[]).with_values(vec![0.1 + 0.2]).expect("fits");
        let mut text = item(r#"(id: "t", prompt: "«T»?\n", answer: Text(accept: ["a"], typos: 1))"#, &[]);
        text.question.answer.set_other_answers(["b".into()].into());
        for paper in [versions(5, 26, 7), printed(vec![choice("a"), calculated, text]), printed(vec![])] {
            let kept = to_ron(&paper);
            assert_eq!(from_ron(&kept).expect("reads"), paper);
        }
    }

    #[test]
    fn questions_are_kept_once_however_many_versions_there_are() {
        let kept = to_ron(&versions(5, 26, 7));
        assert_eq!(kept.matches("prompt:").count(), 5);
    }

    #[test]
    fn what_is_damaged_or_newer_is_refused() {
        let kept = to_ron(&versions(2, 2, 7));
        let check = |text: &str, expected: &str| {
            let fault = from_ron(text).expect_err(text).to_string();
            assert!(fault.starts_with(expected), "{fault}");
        };
        check("", "this is no printed paper");
        check(&kept[..kept.len() - 9], "this is no printed paper");
        check(&kept.replacen("form:1", "form:2", 1), "a newer Torus has kept this paper, in form 2");
        check(&kept.replacen("order:[", "order:[9,", 1), "a question of this paper does not fit");
        check(&kept.replacen("values:[", "values:[1.5", 1), "a question of this paper does not fit");
        check(&kept.replacen("question:1,", "question:2,", 1), "a question of this paper does not fit");
        check(&kept.replacen("2026-", "never-", 1), "a question of this paper does not fit");
    }
}
