//! What is picked among options or places. Paints nothing.

/// The options or places picked.
#[derive(Clone, Debug, PartialEq)]
pub struct Picks {
    /// As indices into the question's options, ascending.
    pub picked: Vec<usize>,
    /// Whether one at most can be picked.
    pub takes_one: bool,
}

impl Picks {
    /// Of which there is one at most.
    pub(super) fn of_one(picked: Vec<usize>) -> Self {
        Self { picked, takes_one: true }
    }

    /// Of which there may be several.
    pub(super) fn of_many(picked: Vec<usize>) -> Self {
        Self { picked, takes_one: false }
    }

    pub(super) fn has(&self, index: usize) -> bool {
        self.picked.contains(&index)
    }

    /// Picks one, or takes it back where several can be picked.
    pub(super) fn pick(&mut self, index: usize) {
        if self.takes_one {
            self.picked = vec![index];
        } else if let Some(at) = self.picked.iter().position(|other| *other == index) {
            self.picked.remove(at);
        } else {
            self.picked.push(index);
            self.picked.sort_unstable();
        }
    }
}
