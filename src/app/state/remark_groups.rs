//! Remarks on an import or an export, put together by what they are about. Finds no words.

use crate::exchange::{Remark, Severity};
use std::mem::{Discriminant, discriminant};

/// Remarks of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct RemarkGroup {
    /// The first of them.
    pub example: Remark,
    /// The questions that they are about, in order; `None` for the whole file.
    pub about: Vec<Option<usize>>,
}

impl RemarkGroup {
    /// How much they matter.
    pub fn severity(&self) -> Severity {
        self.example.severity()
    }
}

/// Puts remarks together: the heaviest first, then in the order in which they came.
pub fn grouped<'r>(remarks: impl IntoIterator<Item = (Option<usize>, &'r Remark)>) -> Vec<RemarkGroup> {
    let mut groups: Vec<(Likeness, RemarkGroup)> = Vec::new();
    for (about, remark) in remarks {
        let likeness = likeness(remark);
        match groups.iter_mut().find(|(known, _)| *known == likeness) {
            Some((_, group)) => group.about.push(about),
            None => groups.push((likeness, RemarkGroup { example: remark.clone(), about: vec![about] })),
        }
    }
    groups.sort_by_key(|(_, group)| group.severity());
    groups.into_iter().map(|(_, group)| group).collect()
}

/// What remarks of one kind have in common: the kind itself, and the clause or the code that tells what of it.
type Likeness = (Discriminant<Remark>, Option<&'static str>);

fn likeness(remark: &Remark) -> Likeness {
    let clause = match remark {
        Remark::CannotCarry(clause)
        | Remark::Tolerance(clause)
        | Remark::Rule(clause)
        | Remark::NoPlaceFor(clause)
        | Remark::NotTaken(clause)
        | Remark::Key(clause)
        | Remark::Assumed(clause) => Some(*clause),
        Remark::Refused(problem) => Some(problem.code()),
        _ => None,
    };
    (discriminant(remark), clause)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_of_one_kind_stand_together_and_the_heaviest_first() {
        let [looks, essay] = [Remark::Looks, Remark::MarkedByPerson];
        let [one, other] = [Remark::NoPlaceFor("the author"), Remark::NoPlaceFor("the date")];
        let remarks = [(Some(0), &looks), (Some(1), &essay), (Some(2), &one), (Some(2), &looks), (None, &other)];
        let groups = grouped(remarks);
        let found: Vec<(&Remark, &[Option<usize>])> =
            groups.iter().map(|group| (&group.example, &*group.about)).collect();
        let expected: [(&Remark, &[Option<usize>]); 4] =
            [(&essay, &[Some(1)]), (&looks, &[Some(0), Some(2)]), (&one, &[Some(2)]), (&other, &[None])];
        assert_eq!(found, expected);
    }
}
