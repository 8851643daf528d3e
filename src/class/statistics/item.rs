//! The figures of each question, put together.

use crate::class::figures::{CertaintyCounts, ItemFigures};
use crate::class::statistics::counting::{Asked, Counted};
use crate::class::statistics::{classical, timing};
use crate::sitting::Verdict;

/// The figures of every question that somebody was asked. `None` where `advance` stops it.
pub(super) fn items(counted: &Counted, advance: &dyn Fn(f32) -> bool) -> Option<Vec<ItemFigures>> {
    let questions = counted.class.questions.len();
    let gaps = timing::Gaps::of(counted);
    let remarks = remarks(counted);
    let (mut items, mut points, mut covariances) = (Vec::new(), Vec::new(), Vec::new());
    for question in (0..questions).filter(|question| counted.attempts(*question) > 0) {
        if !advance(question as f32 / questions as f32) {
            return None;
        }
        let asked: Vec<Asked> = counted.asked(question).collect();
        let mut item = item(question, &asked);
        (item.left_blank, item.not_reached) = gaps.of_question(question);
        item.remarks = remarks[question];
        items.push(item);
        points.push(asked.iter().map(|asked| asked.answer.max_score).sum::<f64>() / asked.len() as f64);
        covariances.push(classical::covariance_with_total(&asked));
    }
    classical::add_weights(&mut items, &points, &covariances);
    Some(items)
}

fn item(question: usize, asked: &[Asked]) -> ItemFigures {
    let mut item = ItemFigures {
        question: question as u32,
        attempts: asked.len() as u32,
        median_ms: timing::median_ms(asked),
        certainty: certainty(asked),
        overruled: asked.iter().filter(|asked| asked.answer.is_overruled).count() as u32,
        ..ItemFigures::default()
    };
    classical::add(&mut item, asked);
    item
}

fn certainty(asked: &[Asked]) -> CertaintyCounts {
    let mut counts = CertaintyCounts::default();
    for answer in asked.iter().map(|asked| asked.answer) {
        let Some(certainty) = answer.certainty else { continue };
        let counts = if answer.verdict == Verdict::Correct { &mut counts.right } else { &mut counts.wrong };
        counts[usize::from(certainty.level() - 1)] += 1;
    }
    counts
}

fn remarks(counted: &Counted) -> Vec<u32> {
    let mut remarks = vec![0; counted.class.questions.len()];
    for remark in &counted.class.remarks {
        if let Some(count) = remarks.get_mut(remark.question as usize) {
            *count += 1;
        }
    }
    remarks
}
