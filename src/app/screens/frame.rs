//! What stands around a question: the bar above with place, progress and time, the bar below with what can be done.

use crate::app::action::Action;
use crate::app::input::keys;
use crate::app::state::play::{Phase, Play};
use crate::app::theme::Theme;
pub use crate::app::widgets::heard::announce;
use crate::app::widgets::{Button, bar, button, chip, heard, icon, page, row, text};
use crate::app::wording::words;
use egui::{Frame, Id, Margin, Panel, Rect, Response, Role, Ui, UiBuilder, vec2};
use egui_material_icons::icons::{ICON_CLOSE, ICON_FLAG};

/// What stays free of the window beside the buttons below a page.
const LEAST_MARGIN: f32 = 8.0;
/// Width from which the bar above says in words what its line shows, at normal text size.
const WORDS_WIDTH: f32 = 700.0;

/// Shows which question this is, how many are done, the time and the flag; gives back whether the sitting is to be left.
pub fn top(ui: &mut Ui, play: &Play, actions: &mut Vec<Action>) -> bool {
    let theme = Theme::of(ui.ctx());
    let frame = Frame::new().fill(theme.palette.canvas).inner_margin(Margin::symmetric(20, 12));
    let panel = Panel::top("sitting top").frame(frame).show_separator_line(false);
    let shown = panel.show(ui, |ui| {
        heard::as_group(ui, Role::Banner, "Progress");
        let progress = play.progress_words();
        let is_question = matches!(play.phase, Phase::Asking | Phase::Feedback);
        let has_words = ui.available_width() >= WORDS_WIDTH * theme.text_scale;
        let left = |ui: &mut Ui| {
            let leaves = ui.add(Button::icon_only(ICON_CLOSE, "Leave; the quiz is kept")).clicked();
            // The place is of one question; the line is of all of them, and means nothing else.
            if is_question {
                text::line(ui, play.place_words(), theme.strong(), theme.palette.text);
                ui.add_space(8.0);
            }
            let width = ui.available_width();
            bar::sized(ui, play.progress(), width, 6.0, &format!("Progress: {progress}"));
            leaves
        };
        let right = |ui: &mut Ui| {
            if has_words {
                let words = text::line(ui, &*progress, theme.body(), theme.palette.soft);
                heard::leave_out(&words);
            }
            if let Some(remaining_ms) = play.sitting.remaining_ms() {
                let clock = chip::mono(ui, &words::clock(remaining_ms));
                heard::timer(&clock, &format!("{} left", words::spoken_duration(remaining_ms)));
            }
            if is_question {
                flag(ui, play, actions);
            }
        };
        row::split(ui, left, right).0
    });
    shown.inner
}

fn flag(ui: &mut Ui, play: &Play, actions: &mut Vec<Action>) {
    let is_flagged = play.sitting.turn().is_flagged;
    let name =
        if is_flagged { "Flagged to look at again: take the flag away (F)" } else { "Flag to look at again (F)" };
    let response = ui.add(Button::icon_only(ICON_FLAG, name));
    if is_flagged {
        icon::paint_filled_flag(ui, 20.0, response.rect.center(), Theme::of(ui.ctx()).palette.amber);
    }
    if response.clicked() {
        actions.push(Action::Flag);
    }
}

/// The bar below a page: what else can be done on the left, the primary button on the right. It is shown after the page,
/// as it is read, so its room is kept from the pass before.
pub struct BarBelow {
    slot: Id,
    whole: Rect,
    /// What is left of the column that the question stands in, and its width.
    column: (f32, f32),
    height: Option<f32>,
}

impl BarBelow {
    /// Keeps the room at the lower edge of `ui`.
    pub fn reserve(ui: &Ui) -> Self {
        let slot = Id::unique("height of the bar below");
        let column = page::reading_column(ui);
        Self { slot, whole: ui.available_rect_before_wrap(), column, height: ui.data(|data| data.get_temp(slot)) }
    }

    /// How wide the bar will be between its ends.
    pub fn width(&self) -> f32 {
        self.column.1
    }

    /// Shows the page above the bar.
    pub fn page<R>(&self, ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
        let (above, _) = self.whole.split_top_bottom_at_y(self.whole.bottom() - self.height.unwrap_or_default());
        let room = UiBuilder::new().max_rect(above);
        ui.scope_builder(room, |ui| egui::CentralPanel::default().frame(canvas(ui)).show(ui, contents).inner).inner
    }

    /// Shows the bar. Gives back what the two sides gave back.
    pub fn show<L, R>(self, ui: &mut Ui, left: impl FnOnce(&mut Ui) -> L, right: impl FnOnce(&mut Ui) -> R) -> (L, R) {
        let theme = Theme::of(ui.ctx());
        let frame = Frame::new().fill(theme.palette.surface).inner_margin(Margin::symmetric(0, 16));
        let (left_of_column, width) = self.column;
        let shown = ui.scope_builder(UiBuilder::new().max_rect(self.whole), |ui| {
            Panel::bottom("sitting bottom").frame(frame).show(ui, |ui| {
                heard::as_group(ui, Role::Toolbar, "Actions");
                // In line with the question, so that in a wide window what is pressed stands near what is answered.
                let place = ui.available_rect_before_wrap();
                // The buttons on the left show no ground, so what is written on them stands in line.
                let outside = button::PADDING.min(left_of_column - LEAST_MARGIN);
                let left_top = place.min + vec2(left_of_column - outside, 0.0);
                let column = Rect::from_min_size(left_top, vec2(width + outside, place.height()));
                ui.scope_builder(UiBuilder::new().max_rect(column), |ui| row::split(ui, left, right)).inner
            })
        });
        let height = shown.inner.response.rect.height();
        if self.height != Some(height) {
            ui.data_mut(|data| data.insert_temp(self.slot, height));
            ui.ctx().request_discard("the bar below has another height");
        }
        shown.inner.inner
    }
}

/// The ground that a page stands on.
pub fn canvas(ui: &Ui) -> Frame {
    Frame::new().fill(Theme::of(ui.ctx()).palette.canvas)
}

/// Shows the primary button of a page, which takes the focus where that is lost; gives back whether it was pressed. One that
/// cannot be used takes none: it would let it go at once, and the page look for another for ever.
pub fn primary(ui: &mut Ui, button: Button<'_>) -> bool {
    let can_be_used = button.can_be_used();
    let response = ui.add(button);
    if can_be_used {
        hold_focus(ui, &response);
    }
    response.clicked()
}

/// Gives the focus to the primary button where what had it is gone, so that the keyboard is never lost.
pub fn hold_focus(ui: &Ui, primary: &Response) {
    if keys::is_focus_lost(ui.ctx()) {
        primary.request_focus();
    }
}
