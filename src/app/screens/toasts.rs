//! What the user should know, and what is being read: over the page, at its lower right edge, so that nothing moves.

use crate::app::action::{Action, Page};
use crate::app::screens::frame;
use crate::app::state::model::Model;
use crate::app::state::notice_line::{NoticeAction, NoticeLine};
use crate::app::theme::{CARD_RADIUS, Theme};
use crate::app::widgets::{Button, bar, heard, icon, text};
use crate::app::wording::words;
use egui::{
    Align, Align2, Area, Color32, Context, CornerRadius, Frame, Id, Layout, Margin, Order, Rect, Stroke, Ui, UiBuilder,
    vec2,
};
use egui_material_icons::icons::{ICON_CHECK_CIRCLE, ICON_CLOSE, ICON_WARNING};

/// The widest that a toast becomes, at normal text size.
const MOST_WIDTH: f32 = 620.0;
/// The space around all of them.
const MARGIN: f32 = 24.0;

/// Shows the toasts over the page, which stands in `page`.
pub fn show(ctx: &Context, page: Rect, model: &Model, actions: &mut Vec<Action>) {
    // A sitting is not disturbed by what is being read.
    let is_sitting = model.page == Page::Sitting;
    let loading = model.loading.as_ref().filter(|_| !is_sitting);
    let wiping = model.wiping.as_ref().filter(|_| !is_sitting);
    let bringing_in = model.bringing_in.as_ref().filter(|_| !is_sitting);
    if model.notices.is_empty() && loading.is_none() && wiping.is_none() && bringing_in.is_none() {
        note_attended(ctx, false);
        return;
    }
    let theme = Theme::of(ctx);
    // The bar with the primary button stays free.
    let lift = if is_sitting { theme.control_height() + 36.0 } else { 0.0 };
    let most_width = (MOST_WIDTH * theme.text_scale).min(page.width() - 2.0 * MARGIN);
    let corner = page.right_bottom() - vec2(MARGIN, MARGIN + lift);
    let area = Area::new(Id::unique("toasts")).order(Order::Middle).pivot(Align2::RIGHT_BOTTOM).fixed_pos(corner);
    let shown = area.show(ctx, |ui| {
        ui.set_max_width(most_width);
        ui.spacing_mut().item_spacing.y = 10.0;
        let mut has_focus = false;
        ui.with_layout(Layout::top_down(Align::Max), |ui| {
            if let Some(loading) = loading {
                let percent = words::percent(f64::from(loading.share) * 100.0);
                let name = format!("Reading {}: {percent}", loading.name);
                has_focus |= progress(ui, &format!("Reading {}", loading.name), loading.share, &name, || {
                    actions.push(Action::StopReading);
                });
            }
            if let Some(folder) = bringing_in {
                let words = format!("Bringing in the results of {}", folder.name);
                let percent = words::percent(f64::from(folder.share) * 100.0);
                has_focus |= progress(ui, &words, folder.share, &format!("{words}: {percent}"), || {
                    actions.push(Action::StopBringingIn);
                });
            }
            if let Some(wiping) = wiping {
                let words = format!("Wiping {} from the results and their copies", wiping.name);
                frame_of(ui, theme.palette.line).show(ui, |ui| {
                    in_a_row(ui, 0.0, |ui| {
                        text::small(ui, words.as_str());
                        bar::sized(ui, wiping.share, 160.0, 6.0, &words);
                    });
                });
            }
            for (index, notice) in model.notices.iter().enumerate() {
                // It keeps its id when another goes, or it would be said once more.
                let builder = UiBuilder::new().scope_id(Id::unique(("toast", notice.number)));
                has_focus |= ui.scope_builder(builder, |ui| toast(ui, index, notice, most_width, actions)).inner;
            }
        });
        has_focus
    });
    let is_hovered = ctx.input(|input| input.pointer.hover_pos().is_some_and(|at| shown.response.rect.contains(at)));
    note_attended(ctx, is_hovered || shown.inner);
}

/// Whether the pointer is over a toast or the keyboard in it, so that it must not go.
pub fn are_attended(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp(attended_slot())).unwrap_or(false)
}

fn note_attended(ctx: &Context, is_attended: bool) {
    ctx.data_mut(|data| data.insert_temp(attended_slot(), is_attended));
}

fn attended_slot() -> Id {
    Id::unique("toasts attended")
}

fn frame_of(ui: &Ui, edge: Color32) -> Frame {
    let theme = Theme::of(ui.ctx());
    Frame::popup(ui.style())
        .fill(theme.palette.surface)
        .stroke(Stroke::new(1.0, edge))
        .corner_radius(CornerRadius::same(CARD_RADIUS))
        .inner_margin(Margin::symmetric(16, 8))
}

/// Shows how far something is; gives back whether its button has the keyboard.
fn progress(ui: &mut Ui, words: &str, share: f32, name: &str, stop: impl FnOnce()) -> bool {
    let edge = Theme::of(ui.ctx()).palette.line;
    frame_of(ui, edge)
        .show(ui, |ui| {
            in_a_row(ui, 0.0, |ui| {
                text::small(ui, words);
                bar::sized(ui, share, 160.0, 6.0, name);
                let button = ui.add(Button::quiet("Stop"));
                if button.clicked() {
                    stop();
                }
                button.has_focus()
            })
        })
        .inner
}

/// Shows one notice; gives back whether one of its buttons has the keyboard.
fn toast(ui: &mut Ui, index: usize, notice: &NoticeLine, most_width: f32, actions: &mut Vec<Action>) -> bool {
    let theme = Theme::of(ui.ctx());
    let palette = &theme.palette;
    let (sign, ink) =
        if notice.is_warning { (ICON_WARNING, palette.amber) } else { (ICON_CHECK_CIRCLE, palette.right) };
    let edge = if notice.is_warning { palette.amber } else { palette.line };
    let words =
        ui.fonts_mut(|fonts| fonts.layout_no_wrap(notice.text.clone(), theme.body(), Color32::PLACEHOLDER)).size().x;
    let undo = notice.action.map(NoticeAction::action);
    let buttons = 60.0 * theme.text_scale + if undo.is_some() { 150.0 * theme.text_scale } else { 0.0 };
    let width = (words + 40.0 * theme.text_scale + buttons).min(most_width - 34.0);
    let row = |ui: &mut Ui| {
        ui.set_width(width);
        icon::show(ui, sign, 20.0, ink);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = ui.add(Button::icon_only(ICON_CLOSE, "Close this notice"));
            if close.clicked() {
                actions.push(Action::Dismiss(index));
            }
            let mut has_focus = close.has_focus();
            if let Some(undo) = undo {
                let button = ui.add(Button::secondary("Undo").key("Ctrl Z"));
                heard::describe(&button, &notice.text);
                if button.clicked() {
                    actions.push(undo);
                }
                has_focus |= button.has_focus();
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let response = text::paragraph(ui, &notice.text, theme.body(), palette.text);
                frame::announce(ui, response.id);
            });
            has_focus
        })
        .inner
    };
    frame_of(ui, edge).show(ui, |ui| in_a_row(ui, width, row)).inner
}

/// Lays out from left to right, though the toasts themselves hang on the right edge.
fn in_a_row<R>(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let height = Theme::of(ui.ctx()).control_height();
    ui.allocate_ui_with_layout(vec2(width, height), Layout::left_to_right(Align::Center), contents).inner
}
