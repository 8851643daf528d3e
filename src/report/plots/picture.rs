//! A drawing as SVG, and as PNG. Both are light, as what is printed or sent should be.

use super::drawing::{Anchor, Dot, Drawing, Ink, Mark};
use super::outline::Faces;
use resvg::{tiny_skia, usvg};
use std::fmt::{self, Write};
use std::io::Cursor;
use thiserror::Error;

/// White around the drawing.
const MARGIN: f32 = 24.0;
/// Space above a heading's base line and below the sentence, in letters.
const HEAD_LETTERS: f32 = 4.2;
/// Pixels of a PNG to a unit of the drawing: sharp on screens and on paper.
const PIXELS: f32 = 2.0;

/// Why a picture could not be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PictureError {
    /// It would be too large.
    #[error("the picture is too large")]
    TooLarge,
}

/// The drawing as SVG, below its title and what it says.
pub fn svg(drawing: &Drawing, title: &str, sentence: &str) -> String {
    written(drawing, title, sentence, None)
}

/// The same as PNG.
///
/// # Errors
/// Where it is too large.
pub fn png(drawing: &Drawing, title: &str, sentence: &str) -> Result<Vec<u8>, PictureError> {
    let text = written(drawing, title, sentence, Some(&Faces::new()));
    let failed = || PictureError::TooLarge;
    let tree = usvg::Tree::from_str(&text, &usvg::Options::default()).map_err(|_| failed())?;
    let size = tree.size();
    let [width, height] = [size.width(), size.height()].map(|side| (side * PIXELS).ceil() as u32);
    let mut pixmap = tiny_skia::Pixmap::new(width, height).ok_or_else(failed)?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(PIXELS, PIXELS), &mut pixmap.as_mut());
    let mut bytes = Cursor::new(Vec::new());
    // The ground is white all over, so nothing of it shines through.
    let picture = image::RgbaImage::from_raw(width, height, pixmap.take()).ok_or_else(failed)?;
    picture.write_to(&mut bytes, image::ImageFormat::Png).map_err(|_| failed())?;
    Ok(bytes.into_inner())
}

/// With `faces`, words are drawn as outlines.
fn written(drawing: &Drawing, title: &str, sentence: &str, faces: Option<&Faces>) -> String {
    let letter = drawing.letter;
    let lines = wrapped(sentence, drawing.width, letter);
    let head = letter * (HEAD_LETTERS + 1.4 * lines.len().saturating_sub(1) as f32);
    // Whole numbers, so that the white ground reaches every edge.
    let (width, height) = ((drawing.width + 2.0 * MARGIN).ceil(), (drawing.height + 2.0 * MARGIN + head).ceil());
    let mut page = Page { text: String::new(), faces, letter };
    // Writing to a text cannot fail.
    let _ = page.write(drawing, [width, height, head], title, &lines, sentence);
    page.text
}

struct Page<'f> {
    text: String,
    faces: Option<&'f Faces>,
    letter: f32,
}

impl Page<'_> {
    fn write(
        &mut self,
        drawing: &Drawing,
        [width, height, head]: [f32; 3],
        title: &str,
        lines: &[String],
        sentence: &str,
    ) -> fmt::Result {
        let (title_text, sentence) = (escaped(title), escaped(sentence));
        writeln!(
            self.text,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
             viewBox=\"0 0 {width:.2} {height:.2}\" role=\"img\" \
             font-family=\"'Atkinson Hyperlegible Next', 'DejaVu Sans', sans-serif\">\n\
             <title>{title_text}</title>\n<desc>{sentence}</desc>\n\
             <rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n<g transform=\"translate({MARGIN} {MARGIN})\">"
        )?;
        let letter = self.letter;
        self.words([0.0, letter * 0.8], Anchor::Start, title, Ink::Text, letter * 1.4)?;
        for (place, line) in lines.iter().enumerate() {
            self.words([0.0, letter * (2.6 + 1.4 * place as f32)], Anchor::Start, line, Ink::Soft, letter)?;
        }
        writeln!(self.text, "</g>\n<g transform=\"translate({MARGIN} {:.2})\">", MARGIN + head)?;
        for mark in &drawing.marks {
            self.mark(mark, drawing.dot_radius())?;
        }
        writeln!(self.text, "</g>\n</svg>")
    }

    fn mark(&mut self, mark: &Mark, radius: f32) -> fmt::Result {
        match mark {
            Mark::Line { points, width, ink } => {
                let points: Vec<String> = points.iter().map(|[x, y]| format!("{x:.2},{y:.2}")).collect();
                writeln!(
                    self.text,
                    "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{width:.2}\"/>",
                    points.join(" "),
                    colour(*ink)
                )
            }
            Mark::Box { place: [x, y, width, height], radius, ink, says } => writeln!(
                self.text,
                "<rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{width:.2}\" height=\"{height:.2}\" rx=\"{radius:.2}\" \
                 fill=\"{}\">{}</rect>",
                colour(*ink),
                said(says)
            ),
            Mark::Dot { at, shape, ink, says } => self.dot(*at, *shape, radius, colour(*ink), &said(says)),
            Mark::Words { at, anchor, words, ink, most_width } => {
                let words = cut(words, *most_width, self.letter);
                self.words(*at, *anchor, &words, *ink, self.letter)
            }
        }
    }

    fn dot(&mut self, [x, y]: [f32; 2], shape: Dot, radius: f32, colour: &str, said: &str) -> fmt::Result {
        match shape {
            Dot::Round => {
                writeln!(
                    self.text,
                    "<circle cx=\"{x:.2}\" cy=\"{y:.2}\" r=\"{radius:.2}\" fill=\"{colour}\">{said}</circle>"
                )
            }
            Dot::Ring => writeln!(
                self.text,
                "<circle cx=\"{x:.2}\" cy=\"{y:.2}\" r=\"{radius:.2}\" fill=\"#FFFFFF\" stroke=\"{colour}\" \
                 stroke-width=\"{:.2}\">{said}</circle>",
                radius * 0.5
            ),
            Dot::Square => writeln!(
                self.text,
                "<rect x=\"{:.2}\" y=\"{:.2}\" width=\"{:.2}\" height=\"{:.2}\" fill=\"{colour}\">{said}</rect>",
                x - radius,
                y - radius,
                2.0 * radius,
                2.0 * radius
            ),
            Dot::Triangle => writeln!(
                self.text,
                "<path d=\"M{x:.2} {:.2}L{:.2} {:.2}L{:.2} {:.2}Z\" fill=\"{colour}\">{said}</path>",
                y - 1.2 * radius,
                x - 1.2 * radius,
                y + radius,
                x + 1.2 * radius,
                y + radius
            ),
        }
    }

    /// `at` is the middle of the height of the words.
    fn words(&mut self, at: [f32; 2], anchor: Anchor, words: &str, ink: Ink, size: f32) -> fmt::Result {
        let (x, base, colour) = (at[0], at[1] + size * 0.34, colour(ink));
        let Some(faces) = self.faces else {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            return writeln!(
                self.text,
                "<text x=\"{x:.2}\" y=\"{base:.2}\" font-size=\"{size:.2}\" text-anchor=\"{anchor}\" \
                 fill=\"{colour}\">{}</text>",
                escaped(words)
            );
        };
        let width = faces.width(words, size);
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        writeln!(self.text, "<path d=\"{}\" fill=\"{colour}\"/>", faces.path(words, [left, base], size))
    }
}

/// The colours of the light window.
fn colour(ink: Ink) -> &'static str {
    match ink {
        Ink::Text => "#1E1B24",
        Ink::Soft => "#5E5869",
        Ink::Grid => "#E0DCD3",
        Ink::Main => "#5B34C9",
        Ink::Second | Ink::Level(2) => "#A48FE0",
        Ink::Track => "#E3DEF3",
        Ink::Level(0 | 1) => "#CFC3F0",
        Ink::Level(3) => "#7F61D5",
        Ink::Level(_) => "#4A25B0",
    }
}

fn said(says: &str) -> String {
    if says.is_empty() { String::new() } else { format!("<title>{}</title>", escaped(says)) }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // XML has no way to write them.
            letter if letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}') => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// The words, or as many letters as there is room for.
fn cut(words: &str, most_width: f32, letter: f32) -> String {
    let most = (most_width / (letter * 0.5)) as usize;
    if words.chars().count() <= most {
        return words.to_owned();
    }
    words.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}

fn wrapped(sentence: &str, width: f32, letter: f32) -> Vec<String> {
    let columns = ((width / (letter * 0.5)) as usize).max(20);
    textwrap::wrap(sentence, columns).into_iter().map(std::borrow::Cow::into_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::plots::{Row, rows};

    fn drawing() -> Drawing {
        let row = |label: &str| Row { label: label.to_owned(), figure: "34 %".to_owned(), share: 0.34 };
        rows(400.0, 13.0, &[row("Dates & <speakers>"), row("\u{7}Ring 🙂 日本")])
    }

    #[test]
    fn the_svg_is_whole_whatever_its_words_are() {
        let text = svg(&drawing(), "Topics", "Weakest <first>.");
        assert!(text.contains("Dates &amp; &lt;speakers&gt;") && text.contains("<title>Topics</title>"));
        assert!(usvg::Tree::from_str(&text, &usvg::Options::default()).is_ok());
    }

    #[test]
    fn the_png_is_twice_as_wide_and_holds_words() {
        let bytes = png(&drawing(), "Topics", "Weakest first.").expect("fits");
        let picture = image::load_from_memory(&bytes).expect("a PNG").to_rgb8();
        assert_eq!(picture.width(), 2 * (400 + 48));
        assert!(
            picture
                .enumerate_pixels()
                .all(|(x, y, pixel)| (x > 4 && y > 4 && y + 4 < picture.height()) || pixel.0 == [255; 3])
        );
        let is_dark = |pixel: &image::Rgb<u8>| pixel.0.iter().all(|channel| *channel < 80);
        let title = picture.rows().take(90).flatten().filter(|pixel| is_dark(pixel)).count();
        assert!(title > 50, "the title is drawn, in {title} dark pixels");
    }

    #[test]
    fn an_empty_drawing_is_a_picture_too() {
        assert!(png(&rows(300.0, 13.0, &[]), "Topics", "").is_ok());
    }
}
