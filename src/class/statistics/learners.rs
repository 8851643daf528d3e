//! The figures of learners.

use crate::class::figures::LearnerFigures;
use crate::class::statistics::counting::Counted;
use std::collections::BTreeMap;

/// One for each learner of a sitting that counts, in the order of the class.
pub(super) fn learners(counted: &Counted) -> Vec<LearnerFigures> {
    let mut learners: BTreeMap<u32, LearnerFigures> = BTreeMap::new();
    for row in &counted.rows {
        let learner = learners.entry(row.learner).or_default();
        learner.learner = row.learner;
        learner.sittings += 1;
        learner.answers += counted.answers_of(row).len() as u32;
        learner.score += row.score;
        learner.max_score += row.max_score;
    }
    learners.into_values().map(with_percent).collect()
}

fn with_percent(learner: LearnerFigures) -> LearnerFigures {
    let percent = (learner.max_score > 0.0).then(|| 100.0 * learner.score / learner.max_score);
    LearnerFigures { percent, ..learner }
}
