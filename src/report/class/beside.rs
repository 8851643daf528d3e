//! What a report tells beside a class's figures. Computes nothing.

use super::text::counted;
use crate::class::{Attendance, ClassList, Enrolled};
use std::fmt::Write;

/// What there is to tell beside the figures.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside<'b> {
    /// The class list, and who of it has handed in something.
    pub list: Option<(&'b ClassList, &'b Attendance)>,
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
