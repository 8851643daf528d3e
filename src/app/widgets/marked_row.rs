//! One part of an answer after marking: what it is about, what was answered, and what is right. Marks nothing.

use crate::app::theme::{CONTROL_RADIUS, Theme};
use crate::app::widgets::{icon, rich_text};
use egui::{CornerRadius, FontId, Response, Role, Sense, Stroke, StrokeKind, Ui, Widget, WidgetInfo};
use egui::{pos2, vec2};
use egui_material_icons::icons::{ICON_CANCEL, ICON_CHECK_CIRCLE, ICON_RADIO_BUTTON_UNCHECKED};

const PADDING: f32 = 16.0;
const SIGN_WIDTH: f32 = 30.0;
/// Width below which what it is about stands above the answer, at normal text size.
const ONE_LINE_WIDTH: f32 = 480.0;

/// One part of an answer.
#[must_use = "add it to a `Ui`"]
pub struct MarkedRow<'a> {
    /// What it is about, in CommonMark: a left side, an item, a place in an order.
    pub lead: &'a str,
    /// The share of the width that this takes where both stand in one line, the same in all rows of an answer.
    pub lead_share: f32,
    /// What the learner answered, in CommonMark, where anything.
    pub given: Option<&'a str>,
    /// What is right, in CommonMark.
    pub right: &'a str,
    /// Whether it was answered right.
    pub is_right: bool,
}

impl MarkedRow<'_> {
    fn word(&self) -> &'static str {
        match (self.is_right, self.given) {
            (true, _) => "right",
            (false, Some(_)) => "not right",
            (false, None) => "no answer",
        }
    }

    /// What a screen reader says of it.
    pub fn name(&self) -> String {
        let [lead, right] = [self.lead, self.right].map(rich_text::one_line);
        let given = self.given.map(|given| format!("{}, ", rich_text::one_line(given))).unwrap_or_default();
        let key = if self.is_right { String::new() } else { format!("; right answer: {right}") };
        format!("{lead}: {given}{}{key}", self.word())
    }
}

impl Widget for MarkedRow<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui.ctx());
        let palette = &theme.palette;
        let (ink, ground, sign) = match (self.is_right, self.given) {
            (true, _) => (palette.right, palette.right_soft, ICON_CHECK_CIRCLE),
            (false, Some(_)) => (palette.wrong, palette.wrong_soft, ICON_CANCEL),
            (false, None) => (palette.amber, palette.amber_soft, ICON_RADIO_BUTTON_UNCHECKED),
        };
        let layout = |text: &str, font: FontId, width: f32| rich_text::lay_out(ui, text, &font, width.max(40.0));
        let width = ui.available_width();
        let is_one_line = width >= ONE_LINE_WIDTH * theme.text_scale;
        let inner = width - 2.0 * PADDING;
        let word = layout(self.word(), theme.small(), f32::INFINITY);
        let sign_width = SIGN_WIDTH * theme.text_scale;
        let word_width = word.size().x + sign_width;
        let lead =
            layout(self.lead, theme.option(), if is_one_line { inner * self.lead_share } else { inner - word_width });
        let lead_width = if is_one_line { inner * self.lead_share + 16.0 } else { 0.0 };
        let answer_width = inner - lead_width - if is_one_line { word_width + 12.0 } else { 0.0 };
        let given = layout(self.given.unwrap_or("—"), theme.option(), answer_width);
        let key = (!self.is_right).then(|| layout(&format!("Right: {}", self.right), theme.body(), answer_width));
        let key_height = key.as_ref().map_or(0.0, |key| key.size().y + 4.0);
        let answer_height = given.size().y + key_height;
        let height = match is_one_line {
            true => lead.size().y.max(answer_height) + 24.0,
            false => lead.size().y + answer_height + 30.0,
        };
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, self.name()));
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let radius = CornerRadius::same(CONTROL_RADIUS + 2);
        ui.painter().rect(rect, radius, ground, Stroke::new(1.0, ink), StrokeKind::Inside);
        let top = rect.top() + 12.0;
        let first = if is_one_line { top + given.size().y / 2.0 } else { top + lead.size().y / 2.0 };
        icon::paint(ui, sign, 20.0, pos2(rect.right() - PADDING - 10.0 * theme.text_scale, first), ink);
        let word_left = rect.right() - PADDING - sign_width - word.size().x;
        word.paint(ui, pos2(word_left, first - word.size().y / 2.0), ink);
        let answer_top = if is_one_line { top } else { top + lead.size().y + 6.0 };
        let answer_left = rect.left() + PADDING + lead_width;
        lead.paint(ui, pos2(rect.left() + PADDING, top), palette.text);
        if let Some(key) = key {
            key.paint(ui, pos2(answer_left, answer_top + given.size().y + 4.0), palette.right);
        }
        given.paint(ui, pos2(answer_left, answer_top), palette.text);
        response
    }
}
