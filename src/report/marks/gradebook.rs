//! A gradebook as values: who has how many points in which quiz. Knows no system and no format.

use crate::class::{Class, ClassList};
use crate::moment::Moment;
use crate::report::marks::counting::{QuizKey, Sat, Uncounted, counted};
use crate::report::marks::titles::titles;
use crate::report::marks::who::{LeftOut, Person, people};
use std::collections::BTreeSet;

/// The marks of a class, a row for each learner and a column for each quiz.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gradebook {
    /// The quizzes, by title.
    pub quizzes: Vec<QuizColumn>,
    /// Those who have a mark in one of them: in the order of the class list, or without one in that of their names.
    pub people: Vec<Graded>,
    /// Learners who have a mark and no row.
    pub left_out: Vec<LeftOut>,
    /// What did not count.
    pub uncounted: Uncounted,
}

/// A quiz.
#[derive(Clone, Debug, PartialEq)]
pub struct QuizColumn {
    /// What the column is called; no other is called the same.
    pub title: String,
    /// The points that can be earned, above 0: 100 where the marks are percents.
    pub points: f64,
    /// Whether the marks are percents, since learners had papers of different points.
    pub is_percent: bool,
}

/// A learner's marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Graded {
    /// The name.
    pub name: Box<str>,
    /// The email address of the class list, or empty.
    pub email: Box<str>,
    /// The number of the class list, or empty.
    pub number: Box<str>,
    /// One for each quiz; `None` where there is no sitting that counts.
    pub marks: Vec<Option<QuizMark>>,
}

/// A mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QuizMark {
    /// Points, or percents, to five decimals, of which no system keeps more. Below 0 or above the points with certainty marking.
    pub score: f64,
    /// When the sitting ended or else began, where that is known.
    pub taken_at: Option<Moment>,
}

/// The gradebook of a class, in which those who are one person are merged already.
pub fn gradebook(class: &Class, list: Option<&ClassList>) -> Gradebook {
    let (quizzes, uncounted) = counted(class);
    let quizzes: Vec<(QuizKey, &[Sat])> = quizzes.iter().map(|(key, sittings)| (*key, &sittings[..])).collect();
    let with_marks: BTreeSet<u32> = quizzes.iter().flat_map(|(_, sittings)| *sittings).map(|sat| sat.learner).collect();
    let (mut people, mut left_out) = people(class, list);
    people.retain(|person| with_marks.contains(&person.learner));
    left_out.retain(|left_out| with_marks.contains(&left_out.learner));
    let with_rows: BTreeSet<u32> = people.iter().map(|person| person.learner).collect();
    let titles = titles(class, &quizzes).into_iter();
    let mut columns: Vec<(QuizColumn, &[Sat])> =
        titles.zip(&quizzes).map(|(title, (_, sittings))| (column(title, sittings, &with_rows), *sittings)).collect();
    columns.sort_by(|(one, _), (other, _)| one.title.cmp(&other.title));
    let people = people.iter().map(|person| graded(class, person, &columns)).collect();
    Gradebook { quizzes: columns.into_iter().map(|(column, _)| column).collect(), people, left_out, uncounted }
}

/// Only the papers of those with a row say what the marks are out of, as long as there is one.
fn column(title: String, sittings: &[Sat], with_rows: &BTreeSet<u32>) -> QuizColumn {
    let of_rows = sittings.iter().filter(|sat| with_rows.contains(&sat.learner));
    let mut points: Vec<f64> = of_rows.map(|sat| rounded(sat.max_score)).collect();
    points.dedup();
    match (&points[..], sittings.first()) {
        ([points], _) => QuizColumn { title, points: *points, is_percent: false },
        ([], Some(sat)) => QuizColumn { title, points: rounded(sat.max_score), is_percent: false },
        _ => QuizColumn { title, points: 100.0, is_percent: true },
    }
}

fn graded(class: &Class, person: &Person, columns: &[(QuizColumn, &[Sat])]) -> Graded {
    let mark = |(column, sittings): &(QuizColumn, &[Sat])| {
        let place = sittings.binary_search_by_key(&person.learner, |sat| sat.learner).ok()?;
        let sat = &sittings[place];
        let sitting = &class.sittings[sat.sitting as usize];
        let score = if column.is_percent { 100.0 * sat.score / sat.max_score } else { sat.score };
        Some(QuizMark { score: rounded(score), taken_at: sitting.finished_at.or(sitting.started_at) })
    };
    let Person { name, email, number, .. } = *person;
    Graded { name: name.into(), email: email.into(), number: number.into(), marks: columns.iter().map(mark).collect() }
}

/// To five decimals: three thirds of the points are all of them, whatever binary fractions make of it.
fn rounded(points: f64) -> f64 {
    const PER_POINT: f64 = 1e5;
    let rounded = (points * PER_POINT).round() / PER_POINT;
    // No −0.
    rounded + 0.0
}
