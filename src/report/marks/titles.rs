//! What the columns of quizzes are called, each otherwise than the others. Knows no system.

use crate::class::Class;
use crate::report::marks::counting::{QuizKey, Sat};
use std::collections::HashMap;

/// The title of a quiz: that of its bank as last written, and the id of the ready-made quiz behind it.
pub(super) fn title<'c>((bank, quiz): QuizKey<'c>, titles: impl Iterator<Item = &'c str>) -> String {
    let title = titles.filter(|title| !title.is_empty()).last().unwrap_or(bank);
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    match (&*title, quiz) {
        ("", "") => "Quiz".to_owned(),
        ("", quiz) => quiz.to_owned(),
        (_, "") => title,
        (title, quiz) => format!("{title}: {quiz}"),
    }
}

/// The titles of several quizzes, with the id of the bank where two would be alike.
pub(super) fn titles<'c>(class: &'c Class, quizzes: &[(QuizKey<'c>, &[Sat])]) -> Vec<String> {
    let plain = |(key, sittings): &(QuizKey<'c>, &[Sat])| {
        let mut sittings: Vec<_> = sittings.iter().map(|sat| &class.sittings[sat.sitting as usize]).collect();
        sittings.sort_by_key(|sitting| (sitting.started_at.map(|moment| moment.unix_ms), &sitting.id));
        title(*key, sittings.into_iter().map(|sitting| &*sitting.title))
    };
    let titles: Vec<String> = quizzes.iter().map(plain).collect();
    let mut times: HashMap<&str, usize> = HashMap::new();
    titles.iter().for_each(|title| *times.entry(title).or_default() += 1);
    let apart = |(title, ((bank, _), _)): (&String, &(QuizKey, &[Sat]))| match times[&**title] {
        1 => title.clone(),
        _ => format!("{title} [{bank}]"),
    };
    titles.iter().zip(quizzes).map(apart).collect()
}
