//! Words as outlines of their letters, so that a picture needs no font.

use crate::fonts::FONTS;
use std::fmt::Write;
use ttf_parser::{Face, GlyphId, OutlineBuilder};

/// The fonts that words are drawn with; the later ones have what the earlier ones lack.
pub(super) struct Faces(Vec<Face<'static>>);

impl Faces {
    /// Those that come with the program.
    pub fn new() -> Self {
        let wanted = FONTS.iter().filter(|font| ["next", "symbols"].contains(&font.name));
        Self(wanted.filter_map(|font| Face::parse(font.bytes, 0).ok()).collect())
    }

    /// The width of the words at that size.
    pub fn width(&self, words: &str, size: f32) -> f32 {
        words.chars().map(|letter| self.letter(letter)).map(|(face, glyph)| advance(face, glyph, size)).sum()
    }

    /// The outlines as the data of an SVG path. The base line begins at `x`, `y`.
    pub fn path(&self, words: &str, [mut x, y]: [f32; 2], size: f32) -> String {
        let mut path = Path { data: String::new(), origin: [x, y], scale: 1.0 };
        for letter in words.chars() {
            let (face, glyph) = self.letter(letter);
            (path.origin, path.scale) = ([x, y], size / f32::from(face.units_per_em()));
            face.outline_glyph(glyph, &mut path);
            x += advance(face, glyph, size);
        }
        path.data
    }

    fn letter(&self, letter: char) -> (&Face<'static>, GlyphId) {
        let found = self.0.iter().find_map(|face| Some((face, face.glyph_index(letter)?)));
        found.unwrap_or((&self.0[0], GlyphId(0)))
    }
}

fn advance(face: &Face<'_>, glyph: GlyphId, size: f32) -> f32 {
    f32::from(face.glyph_hor_advance(glyph).unwrap_or(0)) * size / f32::from(face.units_per_em())
}

struct Path {
    data: String,
    origin: [f32; 2],
    scale: f32,
}

impl Path {
    fn add(&mut self, command: char, points: &[[f32; 2]]) {
        self.data.push(command);
        for [x, y] in points {
            // Letters grow upwards, and pictures downwards. Writing to a text cannot fail.
            let _ = write!(self.data, "{:.2} {:.2} ", self.origin[0] + x * self.scale, self.origin[1] - y * self.scale);
        }
    }
}

impl OutlineBuilder for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        self.add('M', &[[x, y]]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.add('L', &[[x, y]]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.add('Q', &[[x1, y1], [x, y]]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.add('C', &[[x1, y1], [x2, y2], [x, y]]);
    }

    fn close(&mut self) {
        self.data.push('Z');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_a_width_and_outlines_and_unknown_letters_do_no_harm() {
        let faces = Faces::new();
        assert!(faces.width("mm", 10.0) > faces.width("ii", 10.0));
        assert!(faces.path("A", [0.0, 0.0], 10.0).starts_with('M'));
        assert_eq!(faces.path(" ", [0.0, 0.0], 10.0), "");
        assert!(faces.width("\u{10FFFD}", 10.0) >= 0.0);
    }
}
