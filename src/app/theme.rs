//! Colours, type and spacing: the only place with numbers for looks. Knows no screen.

use crate::fonts::FONTS;
use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Shadow, Stroke, Vec2,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Height of buttons and of fields, before the text grows.
pub const CONTROL_HEIGHT: f32 = 38.0;
/// Rounding of buttons, options and fields.
pub const CONTROL_RADIUS: u8 = 8;
/// Rounding of cards.
pub const CARD_RADIUS: u8 = 12;
/// Width of a column of text to read, at normal text size.
pub const READING_WIDTH: f32 = 760.0;
/// Width of a page of cards, at normal text size.
pub const PAGE_WIDTH: f32 = 1012.0;
/// Space between a page and the edges of the window, where there is room.
pub const PAGE_MARGIN: f32 = 40.0;
/// Space between two cards, in every direction.
pub const CARD_GAP: f32 = 16.0;
/// Space between two things in a card.
pub const ITEM_GAP: f32 = 8.0;
/// Widths of window below which the side bar shows icons only, at normal text size.
pub const NARROW_WIDTH: f32 = 860.0;

/// The colours of one appearance. Each pair of text and ground reaches WCAG AA, 4.5 : 1.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names are the design's tokens; `colour_pairs` tells where each stands")]
pub struct Palette {
    pub canvas: Color32,
    pub surface: Color32,
    pub sunk: Color32,
    pub hover: Color32,
    pub line: Color32,
    pub line_strong: Color32,
    pub text: Color32,
    pub soft: Color32,
    pub accent: Color32,
    pub accent_soft: Color32,
    pub on_accent: Color32,
    pub ring_track: Color32,
    pub right: Color32,
    pub right_soft: Color32,
    pub wrong: Color32,
    pub wrong_soft: Color32,
    pub amber: Color32,
    pub amber_soft: Color32,
    pub second: Color32,
    pub shades: [Color32; 4],
}

impl Palette {
    /// Dark text on light ground.
    pub const LIGHT: Self = Self {
        canvas: rgb(0xF6F5F1),
        surface: rgb(0xFFFFFF),
        sunk: rgb(0xEFEDE7),
        hover: rgb(0xF3F2ED),
        line: rgb(0xE0DCD3),
        line_strong: rgb(0x8C867A),
        text: rgb(0x1E1B24),
        soft: rgb(0x5E5869),
        accent: rgb(0x5B34C9),
        accent_soft: rgb(0xEDE7FB),
        on_accent: rgb(0xFFFFFF),
        ring_track: rgb(0xE3DEF3),
        right: rgb(0x14743A),
        right_soft: rgb(0xE3F3E8),
        wrong: rgb(0xB3261E),
        wrong_soft: rgb(0xFBE8E6),
        amber: rgb(0x8A5A00),
        amber_soft: rgb(0xFFF1D3),
        second: rgb(0x9478DC),
        shades: [rgb(0xCFC3F0), rgb(0xA48FE0), rgb(0x7F61D5), rgb(0x4A25B0)],
    };

    /// Light text on dark ground.
    pub const DARK: Self = Self {
        canvas: rgb(0x131217),
        surface: rgb(0x1C1A22),
        sunk: rgb(0x17151C),
        hover: rgb(0x25222C),
        line: rgb(0x35313F),
        line_strong: rgb(0x7A7488),
        text: rgb(0xEDEAF3),
        soft: rgb(0xABA5BA),
        accent: rgb(0xB8A1FF),
        accent_soft: rgb(0x2B2442),
        on_accent: rgb(0x17122A),
        ring_track: rgb(0x2B2740),
        right: rgb(0x7BD79A),
        right_soft: rgb(0x15301F),
        wrong: rgb(0xFF9A91),
        wrong_soft: rgb(0x3A1B1A),
        amber: rgb(0xF2C15C),
        amber_soft: rgb(0x352810),
        second: rgb(0x8468C9),
        shades: [rgb(0x493A78), rgb(0x6B57AB), rgb(0x9379DD), rgb(0xCDBDFF)],
    };

    /// Every pair of text colour and ground that a screen uses, with a name for each.
    #[cfg(test)]
    fn text_pairs(&self) -> Vec<(&'static str, Color32, Color32)> {
        let grounds = [("canvas", self.canvas), ("surface", self.surface), ("sunk", self.sunk), ("hover", self.hover)];
        let mut pairs = Vec::new();
        for (_, ground) in grounds {
            pairs.push(("text", self.text, ground));
            pairs.push(("soft", self.soft, ground));
            pairs.push(("accent", self.accent, ground));
        }
        for ground in [self.canvas, self.surface, self.hover] {
            pairs.push(("right", self.right, ground));
            pairs.push(("wrong", self.wrong, ground));
            pairs.push(("amber", self.amber, ground));
        }
        pairs.extend([
            ("on_accent", self.on_accent, self.accent),
            ("text on accent_soft", self.text, self.accent_soft),
            ("soft on accent_soft", self.soft, self.accent_soft),
            ("accent on accent_soft", self.accent, self.accent_soft),
            ("text on right_soft", self.text, self.right_soft),
            ("right on right_soft", self.right, self.right_soft),
            ("right on wrong_soft", self.right, self.wrong_soft),
            ("right on amber_soft", self.right, self.amber_soft),
            ("text on wrong_soft", self.text, self.wrong_soft),
            ("wrong on wrong_soft", self.wrong, self.wrong_soft),
            ("text on amber_soft", self.text, self.amber_soft),
            ("amber on amber_soft", self.amber, self.amber_soft),
        ]);
        pairs
    }

    /// Every pair of an edge that carries meaning and its ground; 3 : 1 is asked (WCAG 1.4.11).
    #[cfg(test)]
    fn edge_pairs(&self) -> Vec<(&'static str, Color32, Color32)> {
        [self.canvas, self.surface, self.sunk, self.hover]
            .into_iter()
            .flat_map(|ground| [("line_strong", self.line_strong, ground), ("accent", self.accent, ground)])
            .chain([("second", self.second, self.surface)])
            .collect()
    }
}

/// The looks in force: colours, text size and motion.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// The colours.
    pub palette: Palette,
    /// Whether the ground is dark.
    pub is_dark: bool,
    /// Factor on every text size, 0.8 to 2.0.
    pub text_scale: f32,
    /// Whether things may move.
    pub has_motion: bool,
}

impl Theme {
    /// The theme in force.
    pub fn of(ctx: &Context) -> Arc<Self> {
        ctx.data(|data| data.get_temp(theme_id())).unwrap_or_else(|| Arc::new(Self::default()))
    }

    /// 13 points: what explains.
    pub fn small(&self) -> FontId {
        FontId::new(13.0 * self.text_scale, FontFamily::Proportional)
    }

    /// 15 points: what is read.
    pub fn body(&self) -> FontId {
        FontId::new(15.0 * self.text_scale, FontFamily::Proportional)
    }

    /// 15 points, semi-bold: buttons.
    pub fn strong(&self) -> FontId {
        FontId::new(15.0 * self.text_scale, semibold())
    }

    /// 17 points: options.
    pub fn option(&self) -> FontId {
        FontId::new(17.0 * self.text_scale, FontFamily::Proportional)
    }

    /// 17 points, semi-bold: headings of cards.
    pub fn heading(&self) -> FontId {
        FontId::new(17.0 * self.text_scale, semibold())
    }

    /// 21 points: a sentence with gaps, which is what is read of the question.
    pub fn sentence(&self) -> FontId {
        FontId::new(21.0 * self.text_scale, FontFamily::Proportional)
    }

    /// 25 points, semi-bold: prompts and titles.
    pub fn title(&self) -> FontId {
        FontId::new(25.0 * self.text_scale, semibold())
    }

    /// 34 points, semi-bold: the number inside a large ring.
    pub fn display(&self) -> FontId {
        FontId::new(34.0 * self.text_scale, semibold())
    }

    /// 13 points, all digits of one width.
    pub fn mono(&self) -> FontId {
        FontId::new(13.0 * self.text_scale, FontFamily::Monospace)
    }

    /// An icon of `size` points.
    pub fn icon(&self, size: f32) -> FontId {
        FontId::new(size * self.text_scale, icons())
    }

    /// Height of buttons and of fields at the text size in force.
    pub fn control_height(&self) -> f32 {
        CONTROL_HEIGHT.max(CONTROL_HEIGHT * (0.3 + 0.7 * self.text_scale))
    }

    /// A width that holds as many letters at any text size.
    pub fn width_of_text(&self, width: f32) -> f32 {
        width * self.text_scale.max(1.0)
    }

    /// The edge of what has the keyboard.
    pub fn focus_stroke(&self) -> Stroke {
        Stroke::new(2.0, self.palette.accent)
    }

    /// Puts the theme in force for every screen of `ctx`.
    pub fn apply(self, ctx: &Context) {
        let theme = Arc::new(self);
        ctx.set_theme(if theme.is_dark { egui::Theme::Dark } else { egui::Theme::Light });
        ctx.all_styles_mut(|style| style_with(&theme, style));
        ctx.data_mut(|data| data.insert_temp(theme_id(), theme));
    }
}

impl Default for Theme {
    fn default() -> Self {
        Self { palette: Palette::LIGHT, is_dark: false, text_scale: 1.0, has_motion: true }
    }
}

/// The family of semi-bold text.
pub fn semibold() -> FontFamily {
    FontFamily::Name("semibold".into())
}

/// The family of icons.
pub fn icons() -> FontFamily {
    FontFamily::Name(egui_material_icons::FONT_FAMILY_OUTLINED.into())
}

/// Loads the fonts: Atkinson Hyperlegible Next and Mono, with DejaVu Sans for the letters and signs they lack.
pub fn install_fonts(ctx: &Context) {
    let mut fonts = FontDefinitions::empty();
    for font in FONTS {
        fonts.font_data.insert(font.name.into(), Arc::new(FontData::from_static(font.bytes)));
    }
    let icon_font = egui_material_icons::font_insert();
    fonts.font_data.insert("icons".into(), Arc::new(icon_font.data));
    fonts.families = BTreeMap::from([
        (FontFamily::Proportional, vec!["next".into(), "symbols".into()]),
        (semibold(), vec!["next-semibold".into(), "next".into(), "symbols".into()]),
        (FontFamily::Monospace, vec!["mono".into(), "next".into(), "symbols".into()]),
        (icons(), vec!["icons".into()]),
    ]);
    ctx.set_fonts(fonts);
}

const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

fn theme_id() -> egui::Id {
    egui::Id::unique("torus theme")
}

/// Brings egui's own widgets (text fields, scroll bars, tooltips) into line with the theme.
fn style_with(theme: &Theme, style: &mut egui::Style) {
    let palette = &theme.palette;
    style.text_styles = [
        (egui::TextStyle::Small, theme.small()),
        (egui::TextStyle::Body, theme.body()),
        (egui::TextStyle::Button, theme.strong()),
        (egui::TextStyle::Heading, theme.heading()),
        (egui::TextStyle::Monospace, theme.mono()),
    ]
    .into();
    style.animation_time = if theme.has_motion { 0.12 } else { 0.0 };
    style.scroll_animation =
        if theme.has_motion { egui::style::ScrollAnimation::default() } else { egui::style::ScrollAnimation::none() };
    style.interaction.selectable_labels = false;
    style.spacing.item_spacing = Vec2::splat(ITEM_GAP);
    style.spacing.button_padding = Vec2::new(14.0, 8.0);
    style.spacing.interact_size.y = theme.control_height();
    // A bar that comes and goes must not move the page.
    style.spacing.scroll =
        egui::style::ScrollStyle { floating_allocated_width: 0.0, ..egui::style::ScrollStyle::thin() };
    let visuals = &mut style.visuals;
    visuals.dark_mode = theme.is_dark;
    visuals.override_text_color = Some(palette.text);
    visuals.weak_text_color = Some(palette.soft);
    visuals.panel_fill = palette.canvas;
    visuals.window_fill = palette.surface;
    visuals.window_stroke = Stroke::new(1.0, palette.line);
    visuals.window_corner_radius = CornerRadius::same(CARD_RADIUS);
    visuals.menu_corner_radius = CornerRadius::same(CONTROL_RADIUS);
    visuals.window_shadow = Shadow {
        offset: [0, 8],
        blur: 24,
        spread: 0,
        color: Color32::from_black_alpha(if theme.is_dark { 140 } else { 40 }),
    };
    visuals.popup_shadow = visuals.window_shadow;
    visuals.extreme_bg_color = palette.surface;
    visuals.text_edit_bg_color = Some(palette.surface);
    visuals.faint_bg_color = palette.sunk;
    visuals.code_bg_color = palette.sunk;
    visuals.hyperlink_color = palette.accent;
    visuals.warn_fg_color = palette.amber;
    visuals.error_fg_color = palette.wrong;
    visuals.selection.bg_fill = palette.accent_soft;
    visuals.selection.stroke = Stroke::new(1.0, palette.accent);
    visuals.text_cursor.stroke = Stroke::new(2.0, palette.accent);
    visuals.text_cursor.blink = false;
    let widgets = &mut visuals.widgets;
    widgets.noninteractive.bg_stroke = Stroke::new(1.0, palette.line);
    for (widget, edge) in [
        (&mut widgets.inactive, palette.line_strong),
        (&mut widgets.hovered, palette.line_strong),
        (&mut widgets.active, palette.accent),
        (&mut widgets.open, palette.accent),
    ] {
        widget.bg_fill = palette.line_strong;
        widget.weak_bg_fill = palette.surface;
        widget.bg_stroke = Stroke::new(1.0, edge);
        widget.fg_stroke = Stroke::new(1.0, palette.text);
        widget.corner_radius = CornerRadius::same(CONTROL_RADIUS);
        widget.expansion = 0.0;
    }
}

/// The space inside a card.
pub const CARD_MARGIN: Margin = Margin::same(20);

#[cfg(test)]
mod tests {
    use super::*;

    /// Contrast as WCAG 2.2 defines it, from relative luminance.
    fn contrast(one: Color32, other: Color32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn luminance(colour: Color32) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
    }

    #[test]
    fn contrast_is_measured_as_the_standard_says() {
        assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 1e-9);
        assert!((contrast(rgb(0x777777), Color32::WHITE) - 4.48).abs() < 0.01);
    }

    #[test]
    fn every_text_can_be_read() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            for (name, text, ground) in palette.text_pairs() {
                let ratio = contrast(text, ground);
                assert!(ratio >= 4.5, "{name} {text:?} on {ground:?}: {ratio:.2}");
            }
        }
    }

    #[test]
    fn what_the_pointer_is_on_stands_out_less_than_what_is_selected() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            let [hover, selected] = [palette.hover, palette.accent_soft].map(|fill| distance(fill, palette.surface));
            assert!(hover > 0.0 && hover < selected, "{hover} against {selected}");
        }
    }

    /// How far two colours are apart, as the sum over their channels.
    fn distance(one: Color32, other: Color32) -> f64 {
        let apart = |(one, other): (&u8, &u8)| f64::from(one.abs_diff(*other));
        one.to_array().iter().zip(&other.to_array()).map(apart).sum()
    }

    #[test]
    fn every_edge_can_be_seen() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            for (name, edge, ground) in palette.edge_pairs() {
                let ratio = contrast(edge, ground);
                assert!(ratio >= 3.0, "{name} {edge:?} on {ground:?}: {ratio:.2}");
            }
        }
    }
}
