//! Draws formulas into textures, in white, so that one serves every colour. Reads no text.

use crate::text::{Formula, TexFault, formula};
use egui::{ColorImage, Context, TextureHandle, TextureOptions, Vec2, vec2};
use resvg::{tiny_skia, usvg};
use std::collections::HashMap;

/// The maths fonts are smaller to the eye than Atkinson Hyperlegible Next: their small letters are 0.43 em high, its 0.49
/// (both measured on `x`).
const EM_PER_FONT_SIZE: f32 = 1.14;
/// Room around a formula for strokes that lean out of their box, in pixels.
const MARGIN_PIXELS: u32 = 2;
/// No texture may have a longer side (OpenGL ES 3.0 asks for 2048).
const LONGEST_SIDE_PIXELS: f32 = 2048.0;

/// A formula as a picture with a base line.
#[derive(Clone)]
pub(super) struct Drawn {
    pub texture: TextureHandle,
    /// The texture's size in points, margins included.
    pub size: Vec2,
    /// The room that it takes in a line, in points.
    pub width: f32,
    /// From the top of the texture to the base line.
    pub ascent: f32,
    /// The margin on each side.
    pub margin: f32,
}

/// How a formula is to be drawn.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Wish {
    tex: String,
    is_display: bool,
    /// Font size, room and pixels to a point, as bits.
    sizes: [u32; 3],
}

/// Formulas drawn so far. One that cannot be drawn is kept too, so that it is tried once.
#[derive(Default)]
pub(super) struct Formulas {
    drawn: HashMap<Wish, Result<Drawn, TexFault>>,
}

impl Formulas {
    /// Draws a formula beside text of `font_size` points, no wider than `most_width`.
    ///
    /// # Errors
    /// Why it cannot be drawn.
    pub fn draw(
        &mut self,
        ctx: &Context,
        tex: &str,
        is_display: bool,
        font_size: f32,
        most_width: f32,
    ) -> Result<Drawn, TexFault> {
        let sizes = [font_size, most_width, ctx.pixels_per_point()].map(f32::to_bits);
        let wish = Wish { tex: tex.to_owned(), is_display, sizes };
        let draw = || raster(ctx, &formula(tex, is_display)?, font_size, most_width);
        self.drawn.entry(wish).or_insert_with(draw).clone()
    }

    /// Lets all go: those on the screen are held by their texts.
    pub fn tidy(&mut self) {
        self.drawn.clear();
    }
}

/// Pixels to an em: as the text asks, or as many as there is room for.
fn fitting_em(formula: &Formula, pixels: f32, font_size: f32, most_width: f32) -> f32 {
    const LEAST_PIXELS: f32 = 4.0;
    let height = (formula.height() + formula.depth()).max(0.1) as f32;
    let width = formula.width().max(0.1) as f32;
    let most = (most_width * pixels / width).min(LONGEST_SIDE_PIXELS / width.max(height));
    (font_size * EM_PER_FONT_SIZE * pixels).min(most).max(LEAST_PIXELS)
}

fn raster(ctx: &Context, formula: &Formula, font_size: f32, most_width: f32) -> Result<Drawn, TexFault> {
    let failed = || TexFault::TooLarge;
    let em = fitting_em(formula, ctx.pixels_per_point(), font_size, most_width);
    let svg = formula.svg(f64::from(em), [255; 3]);
    let tree = usvg::Tree::from_str(&svg, &usvg::Options::default()).map_err(|_| failed())?;
    let (width, height) = (formula.width() as f32 * em, (formula.height() + formula.depth()) as f32 * em);
    // The base line on a whole pixel, as that of the letters beside it.
    let ascent = (formula.height() as f32 * em).ceil();
    let descent = (formula.depth() as f32 * em).ceil().max(0.0);
    let margin = MARGIN_PIXELS as f32;
    let (columns, rows) =
        (width.ceil() as u32 + 2 * MARGIN_PIXELS, (ascent + descent).max(1.0) as u32 + 2 * MARGIN_PIXELS);
    let mut pixmap = tiny_skia::Pixmap::new(columns, rows).ok_or_else(failed)?;
    let scale = (width / tree.size().width(), height / tree.size().height());
    let shift = ascent - formula.height() as f32 * em;
    let placed = tiny_skia::Transform::from_row(scale.0, 0.0, 0.0, scale.1, margin, margin + shift);
    resvg::render(&tree, placed, &mut pixmap.as_mut());
    let image = ColorImage::from_rgba_premultiplied([columns as usize, rows as usize], pixmap.data());
    let texture = ctx.load_texture("formula", image, TextureOptions::LINEAR);
    let points = 1.0 / ctx.pixels_per_point();
    Ok(Drawn {
        texture,
        size: vec2(columns as f32, rows as f32) * points,
        width: width * points,
        ascent: (ascent + margin) * points,
        margin: margin * points,
    })
}
