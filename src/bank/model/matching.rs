//! The right sides of a `Match`, each once. Marks nothing.

use crate::bank::wording::alike::folded;
use std::collections::HashMap;

/// What can be picked, and what is right.
pub(crate) struct Sides<'a> {
    /// The right sides as they first come up, then the extras.
    pub options: Vec<&'a str>,
    /// For each left side, the index of its right side among the options.
    pub right: Vec<usize>,
}

impl<'a> Sides<'a> {
    /// Right sides that a learner could not tell apart are one: "Sweden" may be right for two people.
    pub fn of(pairs: &'a [(Box<str>, Box<str>)], extra: &'a [Box<str>]) -> Self {
        let mut places = HashMap::with_capacity(pairs.len());
        let mut sides = Self { options: Vec::with_capacity(pairs.len() + extra.len()), right: Vec::new() };
        for (_, right) in pairs {
            let place = *places.entry(folded(right)).or_insert_with(|| {
                sides.options.push(right);
                sides.options.len() - 1
            });
            sides.right.push(place);
        }
        sides.options.extend(extra.iter().map(|option| &**option));
        sides
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_right_side_that_comes_twice_is_one_option() {
        let pairs = [("a", "x"), ("b", "y"), ("c", " X"), ("d", "z")].map(|(left, right)| (left.into(), right.into()));
        let extra = ["e".into()];
        let sides = Sides::of(&pairs, &extra);
        assert_eq!(sides.options, ["x", "y", "z", "e"]);
        assert_eq!(sides.right, [0, 1, 0, 2]);
    }
}
