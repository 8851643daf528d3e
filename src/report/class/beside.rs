//! What a report tells beside a class's figures. Computes nothing.

use super::counted::counted;
use crate::class::{Attendance, Class, ClassList, Denominator, Enrolled};
use std::fmt::Write;

/// What there is to tell beside the figures.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside<'b> {
    /// The class list, and who of it has handed in something.
    pub list: Option<(&'b ClassList, &'b Attendance)>,
    /// The questions that were left out, if any.
    pub left_out: Option<&'b LeftOut>,
}

/// Questions that count for nothing because somebody said so, and what that changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeftOut {
    /// Their places.
    pub questions: Vec<u32>,
    /// What scores are out of with them.
    pub with: Denominator,
    /// What they are out of without them.
    pub without: Denominator,
}

impl LeftOut {
    /// What was left out, with both denominators.
    pub(super) fn words(&self, class: &Class) -> String {
        let name = |place: &u32| {
            let question = &class.questions[*place as usize];
            format!("{} {}", question.bank, question.id)
        };
        let names: Vec<String> = self.questions.iter().map(name).collect();
        format!(
            "Left out: {}\n  without: {}\n  with:    {}\n",
            names.join(", "),
            denominator_words(&self.without),
            denominator_words(&self.with)
        )
    }
}

fn denominator_words(of: &Denominator) -> String {
    let Denominator { questions, fewest_points: fewest, most_points: most, mean_percent, median_percent } = of;
    let points = if fewest < most { format!("{fewest} to {most}") } else { most.to_string() };
    let mut words = format!("{points} points on {questions} questions");
    if let (Some(mean), Some(median)) = (mean_percent, median_percent) {
        let _ = write!(words, ", mean score {mean:.0} %, median {median:.0} %");
    }
    words
}

impl<'b> Beside<'b> {
    /// Those on the list of whom there is no sitting; `None` without a list.
    pub(super) fn handed_in_nothing(&self) -> Option<Vec<&'b Enrolled>> {
        self.list.map(|(list, attendance)| on_list(list, &attendance.handed_in_nothing))
    }

    /// Those on the list who cannot be told apart; `None` without a list.
    pub(super) fn unclear(&self) -> Option<Vec<&'b Enrolled>> {
        self.list.map(|(list, attendance)| on_list(list, &attendance.unclear))
    }

    /// Who is missing, in words; nothing without a list.
    pub(super) fn missing_words(&self) -> String {
        let mut words = String::new();
        if let Some(missing) = self.handed_in_nothing() {
            let _ = match &missing[..] {
                [] => writeln!(words, "Everybody on the class list has handed in something."),
                missing => writeln!(words, "Handed in nothing: {}", names(missing)),
            };
        }
        if let Some(unclear) = self.unclear().filter(|unclear| !unclear.is_empty()) {
            let _ = writeln!(words, "Not to be told apart, so perhaps missing: {}", names(&unclear));
        }
        words
    }
}

fn on_list<'b>(list: &'b ClassList, places: &[u32]) -> Vec<&'b Enrolled> {
    places.iter().filter_map(|place| list.enrolled.get(*place as usize)).collect()
}

/// Their names, or how many they are where names are left out.
fn names(of: &[&Enrolled]) -> String {
    if of.iter().all(|enrolled| **enrolled == Enrolled::default()) {
        return counted(of.len() as u32, "learner");
    }
    let name = |enrolled: &&Enrolled| {
        let told = [&enrolled.name, &enrolled.email, &enrolled.number].into_iter().find(|text| !text.is_empty());
        told.map(ToString::to_string).unwrap_or_default()
    };
    of.iter().map(name).collect::<Vec<_>>().join(", ")
}
