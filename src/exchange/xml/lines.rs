//! Counts the lines of a text on the way through it. Reads nothing else.

/// Counts lines up to places that only ever move on.
pub(super) struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: u32,
}

impl<'t> Lines<'t> {
    /// Nothing counted yet.
    pub fn of(text: &'t str) -> Self {
        Self { text, at: 0, line: 1 }
    }

    /// The line of a place, from 1.
    pub fn at(&mut self, place: usize) -> u32 {
        let place = place.min(self.text.len()).max(self.at);
        let passed = memchr::memchr_iter(b'\n', &self.text.as_bytes()[self.at..place]).count();
        self.line += u32::try_from(passed).unwrap_or(u32::MAX);
        self.at = place;
        self.line
    }
}
