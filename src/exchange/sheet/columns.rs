//! Which column of a table holds what. Reads no row of questions.

use crate::exchange::sheet::grid::Row;
use crate::exchange::sheet::heading::{Role, is_commonmark, normal, role};

/// The columns of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns {
    /// What each column holds; `None` for one that is not known or not needed.
    roles: Vec<Option<Role>>,
    /// Whether texts are CommonMark as banks have it.
    pub is_commonmark: bool,
}

impl Columns {
    /// The columns by their headings. Of two columns that mean the same the first counts, apart from hints.
    pub fn of(row: &Row) -> Self {
        let mut roles: Vec<Option<Role>> = Vec::with_capacity(row.cells.len());
        for cell in &row.cells {
            let found = role(&normal(&cell.text));
            let is_taken = found.is_some_and(|found| found != Role::Hint && roles.contains(&Some(found)));
            roles.push(found.filter(|_| !is_taken));
        }
        let is_commonmark = row.cells.iter().any(|cell| is_commonmark(&cell.text));
        Self { roles, is_commonmark }
    }

    /// The column that holds this.
    pub fn at(&self, wanted: Role) -> Option<usize> {
        self.roles.iter().position(|role| *role == Some(wanted))
    }

    /// All columns of hints.
    pub fn hints(&self) -> impl Iterator<Item = usize> {
        (0..).zip(&self.roles).filter(|(_, role)| **role == Some(Role::Hint)).map(|(column, _)| column)
    }

    /// The columns of options, in the order of their numbers, each with its number from 0.
    pub fn options(&self) -> Vec<(usize, usize)> {
        self.numbered(|role| if let Role::Option(place) = role { Some(place) } else { None })
    }

    /// The columns of wrong options, in the order of their numbers.
    pub fn wrong(&self) -> Vec<(usize, usize)> {
        self.numbered(|role| if let Role::Wrong(place) = role { Some(place) } else { None })
    }

    /// Whether it is a table of questions: it has a question and something to answer.
    pub fn are_of_questions(&self) -> bool {
        let has_answer = self.at(Role::Correct).is_some() || self.options().len() > 1;
        self.at(Role::Question).is_some() && has_answer
    }

    /// The columns whose heading says nothing.
    pub fn unknown(&self) -> impl Iterator<Item = usize> {
        (0..).zip(&self.roles).filter(|(_, role)| role.is_none()).map(|(column, _)| column)
    }

    fn numbered(&self, place: impl Fn(Role) -> Option<usize>) -> Vec<(usize, usize)> {
        let numbered = (0..).zip(&self.roles).filter_map(|(column, role)| Some(((*role).and_then(&place)?, column)));
        let mut numbered: Vec<(usize, usize)> = numbered.collect();
        numbered.sort_unstable();
        numbered
    }
}
