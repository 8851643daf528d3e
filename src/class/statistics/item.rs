//! The figures of each question, put together.

use crate::class::figures::{CertaintyCounts, ItemFigures};
use crate::class::model::Class;
use crate::class::statistics::counting::{Asked, Counted};
use crate::class::statistics::flags::Evidence;
use crate::class::statistics::{classical, flags, guessing, options, timing, versions};
use crate::sitting::Verdict;

/// The figures of every question that somebody was asked. `None` where `advance` stops it.
pub(super) fn items(counted: &Counted, advance: &dyn Fn(f32) -> bool) -> Option<Vec<ItemFigures>> {
    let questions = counted.class.questions.len();
    let (gaps, remarks) = (timing::Gaps::of(counted), Remarks::of(counted.class));
    let (mut items, mut evidence, mut weights) = (Vec::new(), Vec::new(), Vec::new());
    for place in (0..questions).filter(|place| counted.attempts(*place) > 0) {
        if !advance(place as f32 / questions as f32) {
            return None;
        }
        let asked: Vec<Asked> = counted.asked(place).collect();
        let mut item = item(counted, place, &asked);
        (item.left_blank, item.not_reached) = gaps.of_question(place);
        item.remarks = remarks.count(place);
        items.push(item);
        let (question, sittings) = (&counted.class.questions[place], &counted.class.sittings);
        evidence.push(Evidence::of(question, sittings, &asked, |learner| remarks.is_by(place, learner)));
        weights.push(classical::Weight::of(&asked));
    }
    classical::add_weights(&mut items, &weights);
    let usual = flags::median_question_ms(&items);
    for (item, evidence) in items.iter_mut().zip(&evidence) {
        item.flags = flags::flags(item, evidence, usual);
    }
    Some(items)
}

fn item(counted: &Counted, place: usize, asked: &[Asked]) -> ItemFigures {
    let question = &counted.class.questions[place];
    let mut item = ItemFigures {
        question: place as u32,
        attempts: asked.len() as u32,
        random_guess: guessing::mean_percent(question),
        median_ms: timing::median_ms(asked),
        options: options::options(counted.class, question, asked),
        certainty: certainty(asked),
        overruled: asked.iter().filter(|asked| asked.answer.is_overruled).count() as u32,
        ..ItemFigures::default()
    };
    classical::add(&mut item, asked);
    versions::add(&mut item, counted.class, question, asked);
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

/// Who remarked on what: question and learner, sorted.
struct Remarks(Vec<(u32, u32)>);

impl Remarks {
    fn of(class: &Class) -> Self {
        let mut remarks: Vec<(u32, u32)> =
            class.remarks.iter().map(|remark| (remark.question, remark.learner)).collect();
        remarks.sort_unstable();
        Self(remarks)
    }

    fn count(&self, place: usize) -> u32 {
        let place = place as u32;
        let before = |end: u32| self.0.partition_point(|(question, _)| *question < end);
        (before(place + 1) - before(place)) as u32
    }

    fn is_by(&self, place: usize, learner: u32) -> bool {
        self.0.binary_search(&(place as u32, learner)).is_ok()
    }
}
