//! What a paper is to hold. Draws nothing itself.

/// How many questions to take from which topics.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// One after the other; a question is taken at most once. Empty means every question of every bank.
    pub draws: Vec<Draw>,
}

/// One line of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draw {
    /// Take from this topic and those below it; the empty topic is the whole bank.
    pub topic: String,
    /// How many to take; `None` takes all there are.
    pub count: Option<usize>,
}
