//! A plot as it is drawn, whatever it is drawn on: lines, boxes, dots and words at their places.

/// What something is coloured with; who draws it knows the colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// What is read.
    Text,
    /// What stands back.
    Soft,
    /// Lines that lead the eye.
    Grid,
    /// What the plot is about.
    Main,
    /// What it is compared with.
    Second,
    /// What a bar is a part of.
    Track,
    /// How much of something, 1 to 4.
    Level(u8),
}

/// The shape of a dot: what differs in colour differs in shape too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dot {
    /// A filled circle.
    Round,
    /// A circle with a hole.
    Ring,
    /// A filled square on its edge.
    Square,
    /// A filled triangle.
    Triangle,
}

/// Which point of some words lies at their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Their left end.
    Start,
    /// Their middle.
    Middle,
    /// Their right end.
    End,
}

/// One thing that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// Straight lines from point to point.
    Line {
        /// Where they lead.
        points: Vec<[f32; 2]>,
        /// How broad.
        width: f32,
        /// What colour.
        ink: Ink,
    },
    /// A box.
    Box {
        /// Left, top, width and height.
        place: [f32; 4],
        /// How far its corners are rounded.
        radius: f32,
        /// What colour.
        ink: Ink,
        /// What it says where it is pointed at; empty for nothing.
        says: String,
    },
    /// A dot.
    Dot {
        /// Its middle.
        at: [f32; 2],
        /// Its shape.
        shape: Dot,
        /// What colour.
        ink: Ink,
        /// What it says where it is pointed at.
        says: String,
    },
    /// Words, in one line.
    Words {
        /// Where; the middle of their height.
        at: [f32; 2],
        /// Which point of them.
        anchor: Anchor,
        /// What they are.
        words: String,
        /// What colour.
        ink: Ink,
        /// The width that there is for them.
        most_width: f32,
    },
}

/// A plot as it is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// How wide.
    pub width: f32,
    /// How high.
    pub height: f32,
    /// Height of its letters.
    pub letter: f32,
    /// What is drawn, from the back.
    pub marks: Vec<Mark>,
}

impl Drawing {
    /// An empty drawing so wide, with letters of that height.
    pub fn new(width: f32, letter: f32) -> Self {
        Self { width, height: 0.0, letter, marks: Vec::new() }
    }

    /// About how wide so many letters are.
    pub(super) fn width_of(&self, letters: usize) -> f32 {
        letters as f32 * self.letter * 0.56
    }

    /// Half the width of a dot.
    pub fn dot_radius(&self) -> f32 {
        self.letter * 0.3
    }

    pub(super) fn line(&mut self, points: Vec<[f32; 2]>, width: f32, ink: Ink) {
        self.marks.push(Mark::Line { points, width, ink });
    }

    pub(super) fn filled(&mut self, place: [f32; 4], radius: f32, ink: Ink, says: &str) {
        self.marks.push(Mark::Box { place, radius, ink, says: says.to_owned() });
    }

    pub(super) fn dot(&mut self, at: [f32; 2], shape: Dot, ink: Ink, says: &str) {
        self.marks.push(Mark::Dot { at, shape, ink, says: says.to_owned() });
    }

    pub(super) fn words(&mut self, at: [f32; 2], anchor: Anchor, words: &str, ink: Ink, most_width: f32) {
        self.marks.push(Mark::Words { at, anchor, words: words.to_owned(), ink, most_width });
    }

    /// What each sign means, in one line at the lower edge, below which the drawing ends.
    pub(super) fn key(&mut self, entries: &[(&str, Dot, Ink)]) {
        let (row, gap) = (self.letter * 1.8, self.letter * 1.2);
        let mut left = self.dot_radius();
        let mut y = self.height + row / 2.0;
        for (label, shape, ink) in entries {
            let width = self.width_of(label.chars().count());
            if left + gap + width > self.width && left > gap {
                left = self.dot_radius();
                y += row;
            }
            self.dot([left, y], *shape, *ink, "");
            self.words([left + gap * 0.7, y], Anchor::Start, label, Ink::Soft, self.width);
            left += gap * 1.7 + width;
        }
        self.height = y + row / 2.0;
    }
}
