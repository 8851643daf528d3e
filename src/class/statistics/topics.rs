//! The figures of topics.

use crate::class::figures::TopicFigures;
use crate::class::statistics::counting::Counted;
use crate::class::statistics::intervals;
use crate::class::statistics::moments::mean;
use std::collections::{BTreeMap, BTreeSet};

/// Topic by topic, over the answers that count.
pub(super) fn topics(counted: &Counted) -> Vec<TopicFigures> {
    let mut topics: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, question) in counted.class.questions.iter().enumerate() {
        if counted.attempts(place) > 0 {
            topics.entry(&question.topic).or_default().push(place);
        }
    }
    topics.into_iter().map(|(topic, questions)| figures(counted, topic, &questions)).collect()
}

fn figures(counted: &Counted, topic: &str, questions: &[usize]) -> TopicFigures {
    let asked = questions.iter().flat_map(|question| counted.asked(*question));
    let (shares, learners): (Vec<f64>, Vec<u32>) = asked.map(|asked| (asked.share, asked.row.learner)).unzip();
    let (facility_low, facility_high) = interval(&shares, &learners).unzip();
    TopicFigures {
        topic: topic.into(),
        answers: shares.len() as u32,
        learners: learners.iter().collect::<BTreeSet<_>>().len() as u32,
        questions: questions.len() as u32,
        facility: mean(&shares),
        facility_low,
        facility_high,
    }
}

/// The interval of 95 % of the mean of answers of which a learner gave several: learners are drawn and not answers, so the
/// standard error goes by learners, as for a ratio (Cochran 1977, Sampling techniques, 6.4). Where answers are right or wrong it is
/// Wilson's, of as many answers as would have that error if each were of somebody else.
fn interval(shares: &[f64], learners: &[u32]) -> Option<(f64, f64)> {
    let (n, facility) = (shares.len() as f64, mean(shares)?);
    let mut deviations: BTreeMap<u32, f64> = BTreeMap::new();
    for (share, learner) in shares.iter().zip(learners) {
        *deviations.entry(*learner).or_default() += share - facility;
    }
    let count = deviations.len() as f64;
    let squares: f64 = deviations.values().map(|deviation| deviation * deviation).sum();
    let variance = if count > 1.0 { squares * count / (count - 1.0) / (n * n) } else { 0.0 };
    if intervals::is_right_or_wrong(shares) {
        let share = facility.clamp(0.0, 1.0);
        let alone = share * (1.0 - share) / n;
        // All alike, or all of one learner: each counts once.
        let effective = if variance > 0.0 { (n * alone / variance).clamp(count, n) } else { count };
        return Some(intervals::wilson(share, effective));
    }
    (count > 1.0 && variance > 0.0).then(|| intervals::by_t(facility, variance.sqrt(), count - 1.0, shares))
}
