//! A table of any length in a page that scrolls: a list of which one row is the current one. Only rows in sight cost
//! anything. What stands in a row is painted by whose table it is.

use crate::app::theme::{CONTROL_RADIUS, Theme};
use crate::app::widgets::{heard, list};
use egui::text::LayoutJob;
use egui::{
    Align2, Color32, CornerRadius, CursorIcon, FontId, Key, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind,
    Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

/// The current row, and whether the list is to have the focus: where somebody comes back from the page of a row.
#[derive(Debug, Default)]
pub(super) struct Selected {
    pub row: Option<usize>,
    pub takes_focus: bool,
}

/// So many rows before and after those in sight are told to screen readers.
const ROWS_BEYOND: usize = 20;

/// What is shown.
pub(super) struct Table<'a> {
    /// What is listed.
    pub name: &'a str,
    /// How many rows.
    pub count: usize,
    /// How high a row is.
    pub height: f32,
}

impl Table<'_> {
    /// Shows the rows over the width there is; `spoken` is what screen readers say of a row, `paint` paints it. Gives back
    /// the row that was pressed, by the mouse or by `Enter`.
    pub fn show(
        &self,
        ui: &mut Ui,
        selected: &mut Selected,
        spoken: impl Fn(usize) -> String,
        paint: impl Fn(&Ui, Rect, usize),
    ) -> Option<usize> {
        let theme = Theme::of(ui.ctx());
        let (count, height) = (self.count, self.height);
        selected.row = selected.row.filter(|row| *row < count);
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height * count as f32));
        let id = ui.scope_id().with(self.name);
        // Where the focus is shown, the page goes to; the whole of a long table is nowhere.
        let top = Rect::from_min_size(rect.min, vec2(rect.width(), height.min(rect.height())));
        let table = ui.interact(top, id, Sense::focusable_noninteractive());
        table.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, self.name));
        if std::mem::take(&mut selected.takes_focus) {
            table.request_focus();
        }
        let row_id = |row: usize| id.with(("row", row));
        ui.ctx().accesskit_node_builder(id, |node| node.set_size_of_set(count));
        let place_of = |row: usize| {
            Rect::from_min_size(pos2(rect.left(), rect.top() + row as f32 * height), vec2(rect.width(), height))
        };
        let mut pressed = None;
        if table.has_focus() {
            let page = (ui.clip_rect().height() / height).floor().max(1.0) as usize;
            if let Some(row) = list::row_by_keys(ui, id, count, selected.row, page) {
                selected.row = Some(row);
                ui.scroll_to_rect(place_of(row), None);
            }
            if selected.row.is_some() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
                pressed = selected.row;
            }
        }
        if let Some(row) = selected.row {
            heard::active_row(ui.ctx(), id, row_id(row));
        }
        let clip = ui.clip_rect();
        let first = ((clip.top() - rect.top()) / height).floor().max(0.0) as usize;
        let end = (((clip.bottom() - rect.top()) / height).ceil().max(0.0) as usize).min(count);
        let rows = ui.new_child(UiBuilder::new().accessibility_parent(id).max_rect(rect));
        // Those about what is in sight are there for who reads row by row without the keyboard.
        let told = first.saturating_sub(ROWS_BEYOND)..(end + ROWS_BEYOND).min(count);
        let out_of_sight = selected.row.filter(|row| !told.contains(row));
        for row in told.chain(out_of_sight) {
            let place = place_of(row);
            // The table has the keyboard, not each of its rows: a thousand of them would be a thousand stops.
            let response = rows.interact(place, row_id(row), Sense::CLICK);
            response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, spoken(row)));
            heard::selected(&response, selected.row == Some(row));
            heard::place(&response, row);
            if place.intersects(clip) {
                ground(&rows, &theme, place, &response, selected.row == Some(row) && table.has_focus());
                paint(&rows, place.shrink2(vec2(10.0, 0.0)), row);
            }
            if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                (pressed, selected.row) = (Some(row), Some(row));
            }
        }
        if table.has_focus() {
            let seen = rect.intersect(clip.shrink(2.0));
            let radius = CornerRadius::same(CONTROL_RADIUS);
            ui.painter().rect_stroke(seen, radius, theme.focus_stroke(), StrokeKind::Inside);
        }
        pressed
    }
}

fn ground(ui: &Ui, theme: &Theme, place: Rect, response: &Response, is_selected: bool) {
    let palette = &theme.palette;
    ui.painter().hline(place.x_range(), place.top(), Stroke::new(1.0, palette.line));
    if is_selected || response.hovered() {
        let fill = if is_selected { palette.accent_soft } else { palette.hover };
        ui.painter().rect_filled(place.shrink(1.0), CornerRadius::same(CONTROL_RADIUS), fill);
    }
}

/// Paints words in the middle of a cell, from its left edge, in so many lines at most.
pub(super) fn words(ui: &Ui, cell: Rect, words: &str, font: FontId, ink: Color32, lines: usize) {
    let mut job = LayoutJob::simple(words.to_owned(), font, ink, cell.width().max(10.0));
    job.wrap.max_rows = lines;
    job.wrap.break_anywhere = false;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter().galley(pos2(cell.left(), cell.center().y - galley.size().y / 2.0), galley, ink);
}

/// Paints words on a ground that asks for attention; gives back where it ends.
pub(super) fn flag(ui: &Ui, left: f32, middle: f32, words: &str) -> f32 {
    let theme = Theme::of(ui.ctx());
    let (ink, ground) = (theme.palette.amber, theme.palette.amber_soft);
    let galley = ui.fonts_mut(|fonts| fonts.layout_no_wrap(words.to_owned(), theme.small(), ink));
    let size = galley.size() + vec2(20.0, 8.0);
    let place = Rect::from_min_size(pos2(left, middle - size.y / 2.0), size);
    ui.painter().rect_filled(place, CornerRadius::same((size.y / 2.0).min(120.0) as u8), ground);
    ui.painter().galley(place.center() - galley.size() / 2.0, galley, ink);
    place.right()
}

/// A heading that sorts; gives back whether it was pressed.
pub(super) fn heading(ui: &mut Ui, cell: Rect, label: &str, name: &str, sorted: Option<bool>) -> bool {
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(cell, ui.scope_id().with(("heading", label)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let state = match sorted {
        None => "",
        Some(false) => "sorted by this",
        Some(true) => "sorted by this, the other way round",
    };
    heard::describe(&response, state);
    if response.has_focus() {
        crate::app::input::keys::note_focused_button(ui.ctx(), response.id);
        crate::app::widgets::button::focus_ring(ui, cell.shrink(2.0));
    }
    let ink = if sorted.is_some() || response.hovered() { theme.palette.text } else { theme.palette.soft };
    let mark = match sorted {
        None => "",
        Some(false) => " \u{2193}",
        Some(true) => " \u{2191}",
    };
    ui.painter().text(cell.left_center(), Align2::LEFT_CENTER, format!("{label}{mark}"), theme.small(), ink);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
