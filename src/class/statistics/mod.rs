//! Computes the figures of a class. One room a figure; what counts is decided once, in `counting`.

mod classical;
mod consistency;
mod counting;
mod flags;
mod guessing;
mod intervals;
mod item;
mod learners;
mod moments;
mod options;
mod papers;
mod rasch;
mod recount;
mod scores;
mod thirds;
mod timing;
mod topics;
mod trust;
mod versions;

use crate::bank::{Progress, Quietly};
use crate::class::figures::{ClassFigures, Denominator, MeasuringOptions};
use crate::class::model::Class;
use crate::sitting::State;
use counting::Counted;
use std::collections::BTreeSet;

pub(super) use recount::Recount;
pub use trust::Trust;

/// Computes every figure of a class.
///
/// Whatever can be computed is, however few the learners; whether it can be trusted is [`Trust`]'s to say.
pub fn measure(class: &Class, options: &MeasuringOptions) -> ClassFigures {
    measure_with(class, options, &Quietly).unwrap_or_default()
}

/// The same, told how far it is. `None` where `progress` stops it.
pub fn measure_with(class: &Class, options: &MeasuringOptions, progress: &dyn Progress) -> Option<ClassFigures> {
    let counted = Counted::new(class, &options.left_out);
    if !progress.advance(SHARE_OF_COUNTING) {
        return None;
    }
    let papers = papers::Papers::of(&counted);
    let mut figures = ClassFigures {
        sittings: counted.rows.len() as u32,
        unfinished: class.sittings.iter().filter(|sitting| sitting.state != State::Finished).count() as u32,
        scores: scores::scores(&counted),
        is_comparable: papers.is_comparable,
        is_one_paper: papers.is_one_paper,
        items: item::items(&counted, &|share| progress.advance(SHARE_OF_COUNTING + share * SHARE_OF_ITEMS))?,
        topics: topics::topics(&counted),
        learner_figures: learners::learners(&counted),
        ..ClassFigures::default()
    };
    figures.learners = figures.learner_figures.len() as u32;
    let share_done = SHARE_OF_COUNTING + SHARE_OF_ITEMS;
    let advance = |share: f32| progress.advance(share_done + share * (1.0 - share_done));
    rasch::add(&mut figures, &counted, !options.no_prior, &advance)?;
    consistency::add(&mut figures, &counted, &papers);
    progress.advance(1.0).then_some(figures)
}

/// What scores are out of once the questions at these places are left out: told beside what they are out of with all.
pub fn denominator(class: &Class, left_out: &BTreeSet<u32>) -> Denominator {
    Recount::without(class, left_out).denominator()
}

/// How far counting brings it, roughly.
const SHARE_OF_COUNTING: f32 = 0.1;
/// How far the figures of questions bring it besides.
const SHARE_OF_ITEMS: f32 = 0.4;
