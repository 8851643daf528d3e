//! The figures of topics.

use crate::class::figures::TopicFigures;
use crate::class::statistics::counting::Counted;
use crate::class::statistics::moments::mean;
use std::collections::BTreeMap;

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
    let shares: Vec<f64> = asked.map(|asked| asked.share).collect();
    TopicFigures {
        topic: topic.into(),
        answers: shares.len() as u32,
        questions: questions.len() as u32,
        facility: mean(&shares),
        ..TopicFigures::default()
    }
}
