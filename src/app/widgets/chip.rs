//! A short word on a round ground: a topic, a clock, a count.

use crate::app::theme::{CONTROL_RADIUS, Theme};
use crate::app::widgets::rich_text;
use crate::sitting::Verdict;
use crate::text::literal_but_maths;
use egui::{Color32, CornerRadius, FontId, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::{ICON_CANCEL, ICON_CHECK_CIRCLE, ICON_RADIO_BUTTON_UNCHECKED};

/// A chip on the sunk ground.
pub fn show(ui: &mut Ui, text: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    paint(ui, text, theme.small(), theme.palette.soft, theme.palette.sunk)
}

/// A chip whose digits all have one width.
pub fn mono(ui: &mut Ui, text: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    paint(ui, text, theme.mono(), theme.palette.soft, theme.palette.sunk)
}

/// A chip that asks for attention.
pub fn amber(ui: &mut Ui, text: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    paint(ui, text, theme.small(), theme.palette.amber, theme.palette.amber_soft)
}

/// A part of an answer with the sign of its verdict and a word for it.
#[derive(Clone, Copy, Debug)]
pub struct Marked<'a> {
    /// The part: plain words, and maths between `$`.
    pub text: &'a str,
    /// What became of it, in a word.
    pub word: &'a str,
    /// What is right, where that is something else: plain words, and maths between `$`.
    pub right: Option<&'a str>,
    /// Its sign and colour.
    pub verdict: Verdict,
}

impl Marked<'_> {
    /// How wide it is.
    pub fn width(self, ui: &Ui) -> f32 {
        let (text, word) = self.lines(ui);
        text.size().x.max(word.size().x) + sign_width(ui) + 20.0
    }

    /// How high it is.
    pub fn height(self, ui: &Ui) -> f32 {
        let (text, word) = self.lines(ui);
        text.size().y + word.size().y + 10.0
    }

    /// Shows the part.
    pub fn show(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui.ctx());
        let palette = &theme.palette;
        let (sign, ink, ground) = match self.verdict {
            Verdict::Correct => (ICON_CHECK_CIRCLE, palette.right, palette.right_soft),
            Verdict::Partial | Verdict::Unanswered => (ICON_RADIO_BUTTON_UNCHECKED, palette.amber, palette.amber_soft),
            Verdict::Wrong => (ICON_CANCEL, palette.wrong, palette.wrong_soft),
        };
        let (text, word) = self.lines(ui);
        let size = vec2(self.width(ui), self.height(ui));
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.name()));
        ui.painter().rect(rect, CornerRadius::same(CONTROL_RADIUS), ground, Stroke::new(1.0, ink), StrokeKind::Inside);
        let sign_width = sign_width(ui);
        super::icon::paint(ui, sign, 18.0, pos2(rect.left() + 8.0 + sign_width / 2.0, rect.center().y), ink);
        let left = rect.left() + 10.0 + sign_width;
        let word_top = rect.top() + 4.0 + text.size().y;
        text.paint(ui, pos2(left, rect.top() + 4.0), palette.text);
        word.paint(ui, pos2(left, word_top), if self.right.is_some() { palette.right } else { ink });
        response
    }

    fn lines(self, ui: &Ui) -> (rich_text::Laid, rich_text::Laid) {
        let theme = Theme::of(ui.ctx());
        let wrap = (ui.max_rect().width() - sign_width(ui) - 20.0).max(40.0);
        let layout = |text: &str, font| rich_text::lay_out(ui, text, &font, wrap);
        let below = match self.right {
            Some(right) => format!("Right: {}", literal_but_maths(right)),
            None => self.word.to_owned(),
        };
        (layout(&literal_but_maths(self.text), theme.option()), layout(&below, theme.body()))
    }

    /// What a screen reader says of it.
    fn name(self) -> String {
        let plain = |text: &str| rich_text::one_line(&literal_but_maths(text)).into_owned();
        let given = if self.verdict == Verdict::Unanswered { String::new() } else { format!("{}, ", plain(self.text)) };
        let right = self.right.map(|right| format!("; right answer: {}", plain(right))).unwrap_or_default();
        format!("{given}{}{right}", self.word)
    }
}

fn sign_width(ui: &Ui) -> f32 {
    28.0 * Theme::of(ui.ctx()).text_scale
}

fn paint(ui: &mut Ui, text: &str, font: FontId, ink: Color32, ground: Color32) -> Response {
    let galley = ui.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font, ink));
    let size = galley.size() + vec2(20.0, 8.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().rect_filled(rect, CornerRadius::same((rect.height() / 2.0).min(120.0) as u8), ground);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    response
}
