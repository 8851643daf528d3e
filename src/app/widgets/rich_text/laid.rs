//! A text that is laid out: what stands where, ready to be painted. Lays nothing out itself.

use crate::app::theme::Theme;
use egui::load::{SizeHint, TexturePoll};
use egui::{
    Color32, CornerRadius, FontId, Galley, Pos2, Rect, Stroke, TextureHandle, TextureOptions, Ui, Vec2, pos2, vec2,
};
use std::sync::Arc;

/// A text laid out at a width.
#[derive(Clone)]
pub struct Laid {
    content: Content,
    size: Vec2,
    plain: Arc<str>,
}

#[derive(Clone)]
enum Content {
    Words(Arc<Galley>),
    Rich(Arc<Page>),
}

/// What stands where, from the upper left corner.
#[derive(Default)]
pub(super) struct Page {
    pub elements: Vec<(Vec2, Element)>,
    pub links: Vec<Link>,
}

/// A thing that is painted.
pub(super) enum Element {
    /// Words; those without a colour of their own take that of the text.
    Words(Arc<Galley>),
    /// A formula, in white, to be painted in the colour of the text.
    Formula { texture: TextureHandle, size: Vec2 },
    /// A picture.
    Picture { uri: Arc<str>, size: Vec2 },
    /// Ground behind code.
    Ground(Vec2),
    /// A line across, or down beside a quotation.
    Line(Vec2),
}

/// Words that lead to an address.
pub(super) struct Link {
    pub words: String,
    pub address: Arc<str>,
    pub areas: Vec<Rect>,
}

impl Laid {
    /// Words without markup.
    pub(super) fn of_words(ui: &Ui, words: &str, font: &FontId, width: f32) -> Self {
        let galley = ui.fonts_mut(|fonts| fonts.layout(words.to_owned(), font.clone(), Color32::PLACEHOLDER, width));
        Self { size: galley.size(), plain: words.into(), content: Content::Words(galley) }
    }

    /// A page of things.
    pub(super) fn of_page(page: Page, size: Vec2, plain: String) -> Self {
        Self { content: Content::Rich(Arc::new(page)), size, plain: plain.into() }
    }

    /// The room that it takes.
    pub fn size(&self) -> Vec2 {
        self.size
    }

    /// What a screen reader says.
    pub fn plain(&self) -> &str {
        &self.plain
    }

    pub(super) fn links(&self) -> &[Link] {
        match &self.content {
            Content::Words(_) => &[],
            Content::Rich(page) => &page.links,
        }
    }

    /// Paints it with its upper left corner at `at`.
    pub fn paint(&self, ui: &Ui, at: Pos2, colour: Color32) {
        match &self.content {
            Content::Words(galley) => {
                ui.painter().galley(at, Arc::clone(galley), colour);
            }
            Content::Rich(page) => {
                for (offset, element) in &page.elements {
                    element.paint(ui, at + *offset, colour);
                }
            }
        }
    }
}

impl Element {
    pub(super) fn paint(&self, ui: &Ui, at: Pos2, colour: Color32) {
        let theme = Theme::of(ui.ctx());
        let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
        match self {
            Self::Words(galley) => {
                ui.painter().galley(at, Arc::clone(galley), colour);
            }
            Self::Formula { texture, size } => {
                // On whole pixels, where its lines are sharp.
                let pixels = ui.pixels_per_point();
                let at = pos2((at.x * pixels).round() / pixels, (at.y * pixels).round() / pixels);
                ui.painter().image(texture.id(), Rect::from_min_size(at, *size), whole, colour);
            }
            Self::Picture { uri, size } => picture(ui, uri, Rect::from_min_size(at, *size)),
            Self::Ground(size) => {
                ui.painter().rect_filled(Rect::from_min_size(at, *size), CornerRadius::same(4), theme.palette.sunk);
            }
            Self::Line(size) => {
                ui.painter().line_segment(
                    [at, at + *size],
                    Stroke::new(if size.x > 0.0 { 1.0 } else { 3.0 }, theme.palette.line_strong),
                );
            }
        }
    }
}

/// Paints a picture, or its frame while it is being read.
fn picture(ui: &Ui, uri: &str, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let pixels = rect.size() * ui.pixels_per_point();
    let hint = SizeHint::Size {
        width: pixels.x.ceil().max(1.0) as u32,
        height: pixels.y.ceil().max(1.0) as u32,
        maintain_aspect_ratio: true,
    };
    match ui.ctx().try_load_texture(uri, TextureOptions::LINEAR, hint) {
        Ok(TexturePoll::Ready { texture }) => {
            let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
            ui.painter().image(texture.id, rect, whole, Color32::WHITE);
        }
        Ok(TexturePoll::Pending { .. }) => {
            ui.painter().rect_filled(rect, CornerRadius::same(4), theme.palette.sunk);
        }
        Err(_) => {
            ui.painter().rect_filled(rect, CornerRadius::same(4), theme.palette.sunk);
            let galley = ui.fonts_mut(|fonts| {
                fonts.layout("This picture cannot be read.".to_owned(), theme.small(), theme.palette.soft, rect.width())
            });
            ui.painter().galley(rect.min + vec2(8.0, 8.0), galley, theme.palette.soft);
        }
    }
}
