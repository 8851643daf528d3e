//! Lays out TeX formulas and draws them as SVG with `ratex`. Uses the fonts that come with it, and none of the computer.

use super::tex;
use ratex_font::{FontId, get_char_metrics};
use ratex_layout::{LayoutOptions, layout, to_display_list, validate_layout};
use ratex_svg::{SvgColorSyntax, SvgOptions, render_to_svg_with_color_syntax};
use ratex_types::color::Color;
use ratex_types::display_item::{DisplayItem, DisplayList};
use ratex_types::math_style::MathStyle;
use std::panic::{AssertUnwindSafe, catch_unwind};
use thiserror::Error;

/// Longer formulas are said in Unicode: none that fits a screen is as long.
const LONGEST_BYTES: usize = 2048;
/// A formula wider or higher than this many em fits no screen.
const LARGEST_EM: f64 = 300.0;

/// A formula that can be drawn.
#[derive(Clone, Debug)]
pub struct Formula {
    list: DisplayList,
    spoken: String,
}

/// Why a formula cannot be drawn.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TexFault {
    /// It cannot be read.
    #[error("{reason}")]
    Unreadable {
        /// What is wrong, in the reader's words.
        reason: Box<str>,
    },
    /// A sign that the fonts for maths lack.
    #[error("`{sign}` is not among the signs of the fonts for maths")]
    NoSign {
        /// The sign.
        sign: char,
    },
    /// It is longer, wider or higher than any screen.
    #[error("it is too large")]
    TooLarge,
}

/// Lays out a formula; `is_display` gives it the room of a line of its own.
///
/// # Errors
/// Whatever keeps it from being drawn.
pub fn formula(tex: &str, is_display: bool) -> Result<Formula, TexFault> {
    if tex.len() > LONGEST_BYTES {
        return Err(TexFault::TooLarge);
    }
    if let Some(sign) = tex.chars().find(|sign| sign.is_control() && !sign.is_whitespace()) {
        return Err(TexFault::NoSign { sign });
    }
    // The reader and the layout promise not to panic; a formula in a bank must not end the program if they do.
    let drawn = catch_unwind(AssertUnwindSafe(|| laid_out(tex, is_display)));
    let list = drawn.unwrap_or_else(|_| Err(TexFault::Unreadable { reason: "it cannot be laid out".into() }))?;
    Ok(Formula { list, spoken: tex::unicode(tex) })
}

fn laid_out(tex: &str, is_display: bool) -> Result<DisplayList, TexFault> {
    let nodes = ratex_parser::parse(tex).map_err(|error| TexFault::Unreadable { reason: reason(&error.message) })?;
    let style = if is_display { MathStyle::Display } else { MathStyle::Text };
    let root = layout(&nodes, &LayoutOptions { style, color: Color::BLACK, ..LayoutOptions::default() });
    validate_layout(&root).map_err(|_| TexFault::TooLarge)?;
    let list = to_display_list(&root);
    let is_fit = |em: f64| em.is_finite() && (-LARGEST_EM..=LARGEST_EM).contains(&em);
    if ![list.width, list.height, list.depth].into_iter().all(is_fit) || list.width <= 0.0 {
        return Err(TexFault::TooLarge);
    }
    match list.items.iter().find_map(missing_sign) {
        Some(sign) => Err(TexFault::NoSign { sign }),
        None => Ok(list),
    }
}

/// The sign of an item that only a font of the computer could have.
fn missing_sign(item: &DisplayItem) -> Option<char> {
    let DisplayItem::GlyphPath { font, char_code, .. } = item else { return None };
    let is_own = |font| !matches!(font, FontId::CjkRegular | FontId::CjkFallback | FontId::EmojiFallback);
    let known = FontId::parse(font).filter(|font| is_own(*font));
    match known.and_then(|font| get_char_metrics(font, *char_code)) {
        Some(_) => None,
        None => Some(char::from_u32(*char_code).unwrap_or(char::REPLACEMENT_CHARACTER)),
    }
}

/// The reader's words, without its capital.
fn reason(message: &str) -> Box<str> {
    let mut letters = message.trim().trim_end_matches('.').chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect::<String>()).unwrap_or_default().into()
}

impl Formula {
    /// Its width in em.
    pub fn width(&self) -> f64 {
        self.list.width
    }

    /// How far it stands above the base line, in em.
    pub fn height(&self) -> f64 {
        self.list.height
    }

    /// How far it hangs below the base line, in em.
    pub fn depth(&self) -> f64 {
        self.list.depth
    }

    /// The formula in Unicode.
    pub fn spoken(&self) -> &str {
        &self.spoken
    }

    /// A whole SVG, `em` units to an em, as paths alone: it needs no font.
    pub fn svg(&self, em: f64, rgb: [u8; 3]) -> String {
        let [red, green, blue] = rgb.map(|channel| f32::from(channel) / 255.0);
        let ink = Color::rgb(red, green, blue);
        let mut list = self.list.clone();
        for item in &mut list.items {
            let (DisplayItem::GlyphPath { color, .. }
            | DisplayItem::Line { color, .. }
            | DisplayItem::Rect { color, .. }
            | DisplayItem::Path { color, .. }) = item;
            if *color == Color::BLACK {
                *color = ink;
            }
        }
        let options = SvgOptions {
            font_size: em,
            padding: 0.0,
            stroke_width: 0.04 * em,
            embed_glyphs: true,
            font_dir: String::new(),
        };
        render_to_svg_with_color_syntax(&list, &options, SvgColorSyntax::Rgb)
    }
}
