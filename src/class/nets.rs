//! Things that are tied to one another, directly or through others. Knows not what they are.

/// For each thing one of its net; the root of a net names itself.
#[derive(Clone, Debug)]
pub(super) struct Nets(Vec<usize>);

impl Nets {
    /// So many things, none tied.
    pub fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// The thing that stands for the net of this one: its first.
    pub fn root(&mut self, mut thing: usize) -> usize {
        while self.0[thing] != thing {
            self.0[thing] = self.0[self.0[thing]];
            thing = self.0[thing];
        }
        thing
    }

    /// Makes one net of two.
    pub fn tie(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.0[one.max(other)] = one.min(other);
    }
}
