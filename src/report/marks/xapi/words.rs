//! Words in a language that nobody has told: banks do not say theirs.

use serde::Serialize;

/// A text as statements have it, by language.
#[derive(Clone, Serialize)]
pub(super) struct Words {
    und: String,
}

impl Words {
    /// A text of a bank: plain, on one line.
    pub fn of(text: &str) -> Self {
        Self { und: text.split_whitespace().collect::<Vec<_>>().join(" ") }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.und.is_empty()
    }
}
