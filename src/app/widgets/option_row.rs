//! An option of a question: its number, its text, and what became of it.

use crate::app::theme::{CONTROL_RADIUS, Theme};
use crate::app::widgets::{heard, icon, rich_text};
use egui::{Align2, Color32, CornerRadius, CursorIcon, FontId, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui};
use egui::{Widget, WidgetInfo, pos2, vec2};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{ICON_CANCEL, ICON_CHECK_CIRCLE};

/// What an option looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionLook {
    /// It can be picked; `true` where it is.
    Open(bool),
    /// Marked: neither picked nor a key.
    Passed,
    /// Marked: picked and a key.
    PickedRight,
    /// Marked: a key that was not picked.
    MissedRight,
    /// The same where others were to be picked as well, so that it stands apart from what was found.
    MissedOther,
    /// Marked: picked and not a key.
    PickedWrong,
}

impl OptionLook {
    /// What became of an option; `has_others` where some were picked and several were to be.
    pub fn marked(is_picked: bool, is_key: bool, has_others: bool) -> Self {
        match (is_picked, is_key) {
            (true, true) => Self::PickedRight,
            (false, true) if has_others => Self::MissedOther,
            (false, true) => Self::MissedRight,
            (true, false) => Self::PickedWrong,
            (false, false) => Self::Passed,
        }
    }

    /// The words that stand beside the sign, so that colour never speaks alone.
    fn words(self) -> &'static str {
        match self {
            Self::Open(_) | Self::Passed => "",
            Self::PickedRight => "your answer, right",
            Self::MissedRight => "right answer",
            Self::MissedOther => "right, not chosen",
            Self::PickedWrong => "your answer",
        }
    }
}

/// One option of a question.
#[must_use = "add it to a `Ui`"]
pub struct OptionRow<'a> {
    /// The digit that picks it, from 1, shown up to 9; 0 for an answer that was typed, which has no number.
    pub number: usize,
    /// The option itself, in CommonMark.
    pub text: &'a str,
    /// What became of it.
    pub look: OptionLook,
    /// Whether several can be picked.
    pub is_multiple: bool,
}

const PADDING: f32 = 18.0;
const NUMBER_SIZE: f32 = 26.0;
const MIN_HEIGHT: f32 = 56.0;

impl Widget for OptionRow<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui.ctx());
        let number_size = NUMBER_SIZE * theme.text_scale;
        let words = self.look.words();
        let layout = |text: &str, font: FontId, width: f32| {
            ui.fonts_mut(|fonts| fonts.layout(text.to_owned(), font, Color32::PLACEHOLDER, width))
        };
        let width = ui.available_width();
        let note = layout(words, theme.small(), f32::INFINITY);
        let note_width = if words.is_empty() { 0.0 } else { note.size().x + 44.0 * theme.text_scale };
        let text_left = if self.number == 0 { PADDING } else { PADDING + number_size + 14.0 };
        let text_width = (width - text_left - PADDING - note_width).max(60.0);
        let text = rich_text::lay_out(ui, self.text, &theme.option(), text_width);
        let height = (text.size().y + 30.0).max(MIN_HEIGHT);
        let is_open = matches!(self.look, OptionLook::Open(_));
        let sense = if is_open { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), sense);
        response.widget_info(|| self.info(text.plain()));
        if let Some(place) = self.number.checked_sub(1) {
            heard::place(&response, place);
        }
        if ui.is_rect_visible(rect) {
            let paint = paint_of(self.look, &theme, response.hovered());
            ui.painter().rect(rect, CornerRadius::same(CONTROL_RADIUS + 2), paint.fill, paint.edge, StrokeKind::Inside);
            if response.has_focus() {
                super::button::focus_ring(ui, rect);
            }
            let number_rect = Rect::from_center_size(
                pos2(rect.left() + PADDING + number_size / 2.0, rect.center().y),
                vec2(number_size, number_size),
            );
            if self.number > 0 {
                self.paint_number(ui, number_rect, paint.ink);
            }
            let text_top = rect.center().y - text.size().y / 2.0;
            text.paint(ui, pos2(rect.left() + text_left, text_top), theme.palette.text);
            if let Some(sign) = paint.sign {
                let sign_x = rect.right() - PADDING - 10.0 * theme.text_scale;
                icon::paint(ui, sign, 20.0, pos2(sign_x, rect.center().y), paint.ink);
                let note_x = sign_x - 22.0 * theme.text_scale - note.size().x;
                ui.painter().galley(pos2(note_x, rect.center().y - note.size().y / 2.0), note, paint.ink);
            }
        }
        if is_open { response.on_hover_cursor(CursorIcon::PointingHand) } else { response }
    }
}

impl OptionRow<'_> {
    fn info(&self, plain: &str) -> WidgetInfo {
        let role = if self.is_multiple { Role::CheckBox } else { Role::RadioButton };
        match self.look {
            OptionLook::Open(is_picked) => WidgetInfo::selected(role, true, is_picked, plain),
            OptionLook::Passed => WidgetInfo::labeled(Role::ListItem, true, plain),
            look => WidgetInfo::labeled(Role::ListItem, true, format!("{plain}, {}", look.words())),
        }
    }

    fn paint_number(&self, ui: &Ui, rect: Rect, ink: Color32) {
        let theme = Theme::of(ui.ctx());
        let is_picked = matches!(self.look, OptionLook::Open(true));
        // Round where one is to be picked and square where several are, as radio buttons and tick boxes are.
        let corner = if self.is_multiple { CornerRadius::same(5) } else { CornerRadius::same(u8::MAX) };
        if is_picked {
            ui.painter().rect_filled(rect, corner, theme.palette.accent);
            if self.is_multiple {
                icon::paint(ui, egui_material_icons::icons::ICON_CHECK, 18.0, rect.center(), theme.palette.on_accent);
                return;
            }
        }
        let edge = if is_picked { theme.palette.accent } else { theme.palette.line_strong };
        ui.painter().rect_stroke(rect, corner, Stroke::new(1.0, edge), StrokeKind::Inside);
        let ink = if is_picked { theme.palette.on_accent } else { ink };
        if self.number <= 9 {
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, self.number, theme.mono(), ink);
        }
    }
}

struct Paint {
    fill: Color32,
    edge: Stroke,
    ink: Color32,
    sign: Option<MaterialIcon>,
}

fn paint_of(look: OptionLook, theme: &Theme, is_hovered: bool) -> Paint {
    let palette = &theme.palette;
    let plain = |edge| Paint { fill: palette.surface, edge: Stroke::new(1.0, edge), ink: palette.soft, sign: None };
    match look {
        OptionLook::Open(true) => {
            Paint { fill: palette.accent_soft, edge: Stroke::new(2.0, palette.accent), ink: palette.accent, sign: None }
        }
        // Weaker than what is picked: only that may look chosen.
        OptionLook::Open(false) if is_hovered => Paint { fill: palette.sunk, ..plain(palette.line_strong) },
        OptionLook::Open(false) | OptionLook::Passed => plain(palette.line_strong),
        OptionLook::PickedRight | OptionLook::MissedRight => Paint {
            fill: palette.right_soft,
            edge: Stroke::new(2.0, palette.right),
            ink: palette.right,
            sign: Some(ICON_CHECK_CIRCLE),
        },
        OptionLook::MissedOther => Paint {
            fill: palette.amber_soft,
            edge: Stroke::new(2.0, palette.amber),
            ink: palette.amber,
            sign: Some(ICON_CHECK_CIRCLE),
        },
        OptionLook::PickedWrong => Paint {
            fill: palette.wrong_soft,
            edge: Stroke::new(2.0, palette.wrong),
            ink: palette.wrong,
            sign: Some(ICON_CANCEL),
        },
    }
}
