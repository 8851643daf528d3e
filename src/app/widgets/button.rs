//! Buttons: primary, secondary and quiet, with an icon before and the key behind the text.

use crate::app::input::keys;
use crate::app::theme::{CONTROL_RADIUS, Theme};
use crate::app::widgets::{heard, icon};
use egui::{
    Align2, Color32, CornerRadius, CursorIcon, FontId, Galley, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    Vec2,
};
use egui::{Widget, WidgetInfo, pos2, vec2};
use egui_material_icons::MaterialIcon;
use std::sync::Arc;

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    /// The one thing to do next on this page or card.
    Primary,
    /// Another thing to do.
    Secondary,
    /// Something at hand that does not ask for attention.
    Quiet,
    /// Leads to what is wrong.
    Warning,
    /// Removes something.
    Danger,
}

/// A button that says what happens when it is pressed.
#[must_use = "add it to a `Ui`"]
pub struct Button<'a> {
    text: &'a str,
    weight: Weight,
    icon: Option<MaterialIcon>,
    trailing: Option<MaterialIcon>,
    key: Option<&'a str>,
    is_enabled: bool,
    is_icon_only: bool,
    full_width: bool,
    stands_out: StandsOut,
    name: Option<&'a str>,
}

/// What stands on a button.
struct Laid {
    text: Option<Arc<Galley>>,
    icon_width: f32,
    trailing_width: f32,
    key_width: f32,
    /// What stays free between two of them.
    gap: f32,
    /// Of all together.
    width: f32,
}

/// To which side the ground of a button lies outside the column, so that what is written on it stands in line with the
/// text above and below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StandsOut {
    Nowhere,
    Left,
    Right,
}

impl<'a> Button<'a> {
    /// The one thing to do next.
    pub fn primary(text: &'a str) -> Self {
        Self::new(text, Weight::Primary)
    }

    /// Another thing to do.
    pub fn secondary(text: &'a str) -> Self {
        Self::new(text, Weight::Secondary)
    }

    /// Something at hand.
    pub fn quiet(text: &'a str) -> Self {
        Self::new(text, Weight::Quiet)
    }

    /// Leads to what is wrong.
    pub fn warning(text: &'a str) -> Self {
        Self::new(text, Weight::Warning)
    }

    /// Removes something.
    pub fn danger(text: &'a str) -> Self {
        Self::new(text, Weight::Danger)
    }

    /// An icon whose name only screen readers and the tooltip say.
    pub fn icon_only(icon: MaterialIcon, name: &'a str) -> Self {
        Self { icon: Some(icon), is_icon_only: true, ..Self::new(name, Weight::Quiet) }
    }

    /// Puts an icon before the text.
    pub fn icon(mut self, icon: MaterialIcon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Puts an icon behind the text.
    pub fn trailing(mut self, icon: MaterialIcon) -> Self {
        self.trailing = Some(icon);
        self
    }

    /// Shows the key that does the same.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// What screen readers say where the text alone does not tell enough.
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// Leaves out the key, where there is too little room for it.
    pub fn without_key(mut self) -> Self {
        self.key = None;
        self
    }

    /// Where there is little room: the icon alone where there is one, and no key.
    pub fn compact(mut self, is_compact: bool) -> Self {
        if is_compact {
            self.is_icon_only = self.icon.is_some();
            self.key = None;
        }
        self
    }

    /// Whether it can be pressed.
    pub fn enabled(mut self, is_enabled: bool) -> Self {
        self.is_enabled = is_enabled;
        self
    }

    /// Whether it can be pressed.
    pub fn can_be_used(&self) -> bool {
        self.is_enabled
    }

    /// Takes the whole width there is.
    pub fn full_width(mut self) -> Self {
        self.full_width = true;
        self
    }

    /// Lets the text begin at the left edge of the column, where there is no ground to be seen around it.
    pub fn in_line(mut self) -> Self {
        self.stands_out = StandsOut::Left;
        self
    }

    /// Lets the text end at the right edge of the column.
    pub fn in_line_right(mut self) -> Self {
        self.stands_out = StandsOut::Right;
        self
    }

    fn new(text: &'a str, weight: Weight) -> Self {
        Self {
            text,
            weight,
            icon: None,
            trailing: None,
            key: None,
            is_enabled: true,
            is_icon_only: false,
            full_width: false,
            stands_out: StandsOut::Nowhere,
            name: None,
        }
    }

    /// How wide it is with all that stands on it.
    pub fn width(&self, ui: &Ui) -> f32 {
        self.lay_out(ui).width + 2.0 * self.padding()
    }

    fn padding(&self) -> f32 {
        if self.is_icon_only { 9.0 } else { PADDING }
    }

    fn lay_out(&self, ui: &Ui) -> Laid {
        let theme = Theme::of(ui.ctx());
        let font = if self.weight == Weight::Quiet { theme.body() } else { theme.strong() };
        let layout = |text: &str, font: FontId| {
            ui.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER))
        };
        let text = (!self.is_icon_only).then(|| layout(self.text, font));
        let icon_width = self.icon.map_or(0.0, |_| ICON_SIZE * theme.text_scale);
        let key_width = self.key.map_or(0.0, |key| layout(key, theme.mono()).size().x + 12.0);
        let trailing_width = self.trailing.map_or(0.0, |_| ICON_SIZE * theme.text_scale);
        let text_width = text.as_ref().map_or(0.0, |text| text.size().x);
        let parts = [icon_width, text_width, trailing_width, key_width];
        let shown = parts.iter().filter(|width| **width > 0.0).count();
        let gap = GAP * theme.text_scale.max(1.0);
        let width = parts.iter().sum::<f32>() + gap * shown.saturating_sub(1) as f32;
        Laid { text, icon_width, trailing_width, key_width, gap, width }
    }

    fn colours(&self, theme: &Theme, is_hovered: bool) -> (Color32, Color32, Stroke) {
        let palette = &theme.palette;
        let line = Stroke::new(1.0, palette.line_strong);
        match self.weight {
            _ if !self.is_enabled => (palette.sunk, palette.soft, Stroke::new(1.0, palette.line)),
            Weight::Primary => (palette.accent, palette.on_accent, Stroke::NONE),
            Weight::Secondary if is_hovered => (palette.hover, palette.text, line),
            Weight::Secondary => (palette.surface, palette.text, line),
            Weight::Danger => (palette.surface, palette.wrong, Stroke::new(1.0, palette.wrong)),
            Weight::Warning if is_hovered => (palette.hover, palette.amber, Stroke::NONE),
            Weight::Warning => (Color32::TRANSPARENT, palette.amber, Stroke::NONE),
            Weight::Quiet if is_hovered => (palette.hover, palette.text, Stroke::NONE),
            Weight::Quiet => (Color32::TRANSPARENT, palette.soft, Stroke::NONE),
        }
    }
}

/// Space between the edge of a button and what is written on it.
pub const PADDING: f32 = 15.0;
const GAP: f32 = 8.0;
const ICON_SIZE: f32 = 20.0;

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui.ctx());
        let laid = self.lay_out(ui);
        let (padding, gap) = (self.padding(), laid.gap);
        let Laid { text, icon_width, trailing_width, key_width, width: content_width, .. } = laid;
        let width = if self.full_width { ui.available_width() } else { content_width + 2.0 * padding };
        let sense = if self.is_enabled { Sense::click() } else { Sense::hover() };
        let outside = if self.stands_out == StandsOut::Nowhere { 0.0 } else { padding };
        let (id, room) = ui.allocate_space(vec2(width - outside, theme.control_height()));
        let left = if self.stands_out == StandsOut::Left { room.left() - outside } else { room.left() };
        let rect = Rect::from_min_size(pos2(left, room.top()), vec2(width, room.height()));
        let response = ui.interact(rect, id, sense);
        let name = self.name.unwrap_or(self.text);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, self.is_enabled, name));
        if response.has_focus() {
            keys::note_focused_button(ui.ctx(), response.id);
        }
        if ui.is_rect_visible(rect) {
            let (fill, ink, edge) = self.colours(&theme, response.hovered());
            let radius = CornerRadius::same(CONTROL_RADIUS);
            ui.painter().rect(rect, radius, fill, edge, StrokeKind::Inside);
            if response.has_focus() {
                focus_ring(ui, rect);
            }
            let mut x = rect.center().x - content_width / 2.0;
            if let Some(sign) = self.icon {
                icon::paint(ui, sign, ICON_SIZE, pos2(x + icon_width / 2.0, rect.center().y), ink);
                x += icon_width + gap;
            }
            if let Some(text) = text {
                ui.painter().galley(pos2(x, rect.center().y - text.size().y / 2.0), text.clone(), ink);
                x += text.size().x + gap;
            }
            if let Some(sign) = self.trailing {
                icon::paint(ui, sign, ICON_SIZE, pos2(x + trailing_width / 2.0, rect.center().y), ink);
                x += trailing_width + gap;
            }
            if let Some(label) = self.key {
                let cap = Rect::from_min_size(
                    pos2(x, rect.center().y - 11.0 * theme.text_scale),
                    Vec2::new(key_width, 22.0 * theme.text_scale),
                );
                paint_key(ui, cap, label, ink);
            }
        }
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        if !self.is_icon_only {
            return response;
        }
        let response = response.on_hover_text(self.text);
        heard::say_once(&response);
        response
    }
}

/// Paints the cap of a key with its name.
pub fn paint_key(ui: &Ui, cap: Rect, label: &str, ink: Color32) {
    let theme = Theme::of(ui.ctx());
    ui.painter().rect_stroke(cap, CornerRadius::same(4), Stroke::new(1.0, ink.gamma_multiply(0.5)), StrokeKind::Inside);
    ui.painter().text(cap.center(), Align2::CENTER_CENTER, label, theme.mono(), ink);
}

/// Paints the ring around what has the keyboard.
pub fn focus_ring(ui: &Ui, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    ui.painter().rect_stroke(
        rect.expand(3.0),
        CornerRadius::same(CONTROL_RADIUS + 3),
        theme.focus_stroke(),
        StrokeKind::Inside,
    );
}
