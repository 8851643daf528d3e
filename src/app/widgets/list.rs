//! A list of any length of which one row is selected. Only the rows in sight cost anything.

use crate::app::theme::{CONTROL_RADIUS, Theme};
use crate::app::widgets::{heard, icon};
use egui::text::LayoutJob;
use egui::{
    Color32, CornerRadius, CursorIcon, EventFilter, FontId, Id, Key, Modifiers, Rect, Response, Role, ScrollArea,
    Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{ICON_CHECK_BOX, ICON_CHECK_BOX_OUTLINE_BLANK};

/// What a row shows.
#[derive(Debug, Default)]
pub struct Row {
    /// Whether it is ticked; `None` where it cannot be. Shown by [`ticked`] alone.
    pub tick: Option<bool>,
    /// A sign before or behind the text.
    pub sign: Option<(MaterialIcon, Color32)>,
    /// Figures before the text; may be empty.
    pub figures: String,
    /// The text, cut off where it does not fit.
    pub text: String,
    /// A second, softer line; may be empty.
    pub note: String,
    /// What screen readers say.
    pub name: String,
}

/// Shows the list over the space there is. `name` says what is listed; `row` makes a row by its index. Gives back the
/// list and the row that was newly chosen, by the mouse or with arrow keys.
pub fn show(
    ui: &mut Ui,
    name: &str,
    (count, has_notes): (usize, bool),
    selected: Option<usize>,
    row: impl Fn(usize) -> Row,
) -> (Response, Option<usize>) {
    let shown = rows(ui, name, (count, has_notes, false), selected, row);
    (shown.list, shown.chosen)
}

/// What a list with boxes to tick has shown.
#[derive(Debug)]
pub struct Ticked {
    /// The list.
    pub list: Response,
    /// The row that was newly chosen.
    pub chosen: Option<usize>,
    /// The row whose tick is to be set or taken away.
    pub ticked: Option<usize>,
}

/// Shows a list whose rows have a second line and a box to tick before them: a press on the box, or `Space` on the row that is
/// selected, wants it changed.
pub fn ticked(ui: &mut Ui, name: &str, count: usize, selected: Option<usize>, row: impl Fn(usize) -> Row) -> Ticked {
    rows(ui, name, (count, true, true), selected, row)
}

fn rows(
    ui: &mut Ui,
    name: &str,
    (count, has_notes, has_ticks): (usize, bool, bool),
    selected: Option<usize>,
    row: impl Fn(usize) -> Row,
) -> Ticked {
    let theme = Theme::of(ui.ctx());
    let height = if has_notes { 48.0 } else { 30.0 } * theme.text_scale;
    let rect = ui.available_rect_before_wrap();
    let id = ui.scope_id().with(name);
    let list = ui.interact(rect, id, Sense::focusable_noninteractive());
    list.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, name));
    let row_id = |index: usize| id.with(("row", index));
    let selected_here = selected.filter(|index| *index < count);
    ui.ctx().accesskit_node_builder(id, |node| node.set_size_of_set(count));
    if let Some(index) = selected_here {
        heard::active_row(ui.ctx(), id, row_id(index));
    }
    let per_page = (rect.height() / height).floor().max(1.0) as usize;
    let by_keys = if list.has_focus() { row_by_keys(ui, id, count, selected, per_page) } else { None };
    let mut chosen = by_keys.filter(|wanted| Some(*wanted) != selected);
    let moved = chosen;
    let is_space =
        has_ticks && list.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space));
    let mut ticked = selected_here.filter(|_| is_space);
    let inside = UiBuilder::new().accessibility_parent(id);
    let mut rows = ui.new_child(inside.max_rect(rect));
    rows.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().id_salt(name).auto_shrink(false).show_rows(&mut rows, height, count, |ui, range| {
        let first = range.start;
        let top = ui.max_rect().top();
        let seen = seen_before(ui, id, selected);
        if let Some(target) = moved.or(selected.filter(|_| !seen)) {
            let y = top + (target as f32 - first as f32) * height;
            ui.scroll_to_rect(Rect::from_min_size(pos2(ui.max_rect().left(), y), vec2(1.0, height)), None);
        }
        // What is selected is there to be said, also where it is out of sight.
        let out_of_sight = selected_here.filter(|index| !range.contains(index));
        for index in range {
            let is_selected = selected == Some(index);
            let shown = row(index);
            let response = show_row(ui, row_id(index), &shown, index, height, (is_selected, has_ticks));
            let box_right = response.rect.left() + 12.0 + tick_width(&theme);
            if response.clicked() && has_ticks && response.interact_pointer_pos().is_some_and(|at| at.x < box_right) {
                ticked = shown.tick.map(|_| index);
            }
            if response.clicked() && !is_selected {
                chosen = Some(index);
            }
        }
        if let Some(index) = out_of_sight {
            let below = Rect::from_min_size(ui.max_rect().left_bottom(), vec2(1.0, height));
            tell_row(&ui.interact(below, row_id(index), Sense::hover()), &row(index), index, true);
        }
    });
    ui.advance_cursor_after_rect(rect);
    if list.has_focus() {
        ui.painter().rect_stroke(rect, CornerRadius::same(CONTROL_RADIUS), theme.focus_stroke(), StrokeKind::Inside);
    }
    Ticked { list, chosen, ticked }
}

/// How much room the box before a row takes.
fn tick_width(theme: &Theme) -> f32 {
    20.0 * theme.text_scale + 10.0
}

/// Whether the selected row was the selected one in the last frame too; a new one is brought into sight.
fn seen_before(ui: &Ui, id: Id, selected: Option<usize>) -> bool {
    let slot = id.with("seen");
    let before = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default(slot), selected));
    before == selected
}

/// The row that arrow keys and their kin lead to from the current one; `None` where none was pressed.
pub fn row_by_keys(ui: &Ui, id: Id, count: usize, selected: Option<usize>, per_page: usize) -> Option<usize> {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let last = count.checked_sub(1)?;
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let now = selected.unwrap_or(0).min(last);
    let wanted = if pressed(Key::ArrowDown) {
        if selected.is_none() { 0 } else { now + 1 }
    } else if pressed(Key::ArrowUp) {
        now.saturating_sub(1)
    } else if pressed(Key::PageDown) {
        now + per_page
    } else if pressed(Key::PageUp) {
        now.saturating_sub(per_page)
    } else if pressed(Key::Home) {
        0
    } else if pressed(Key::End) {
        last
    } else {
        return None;
    };
    Some(wanted.min(last))
}

fn tell_row(response: &Response, row: &Row, index: usize, is_selected: bool) {
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, &row.name));
    heard::selected(response, is_selected);
    heard::place(response, index);
    if let Some(is_ticked) = row.tick {
        heard::ticked(response, is_ticked);
    }
}

fn show_row(
    ui: &mut Ui,
    id: Id,
    row: &Row,
    index: usize,
    height: f32,
    (is_selected, has_ticks): (bool, bool),
) -> Response {
    let theme = Theme::of(ui.ctx());
    let palette = &theme.palette;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    // The list has the keyboard, not each of its rows: a thousand of them would be a thousand stops.
    let response = ui.interact(rect, id, Sense::CLICK);
    tell_row(&response, row, index, is_selected);
    if is_selected || response.hovered() {
        let fill = if is_selected { palette.accent_soft } else { palette.sunk };
        ui.painter().rect_filled(rect.shrink(1.0), CornerRadius::same(CONTROL_RADIUS), fill);
    }
    if is_selected {
        let mark = Rect::from_min_size(rect.min + vec2(1.0, 8.0), vec2(3.0, height - 16.0));
        ui.painter().rect(mark, CornerRadius::same(2), palette.accent, Stroke::NONE, StrokeKind::Inside);
    }
    let mut left = rect.left() + 12.0;
    let mut right = rect.right() - 10.0;
    if has_ticks {
        let half = 10.0 * theme.text_scale;
        let sign = row.tick.map(|is_ticked| match is_ticked {
            true => (ICON_CHECK_BOX, palette.accent),
            false => (ICON_CHECK_BOX_OUTLINE_BLANK, palette.soft),
        });
        if let Some((sign, colour)) = sign {
            icon::paint(ui, sign, 20.0, pos2(left + half, rect.center().y), colour);
        }
        left += tick_width(&theme);
    }
    if let Some((sign, colour)) = row.sign {
        let size = 18.0;
        let half = size * theme.text_scale / 2.0;
        if row.note.is_empty() {
            icon::paint(ui, sign, size, pos2(left + half, rect.center().y), colour);
            left += 2.0 * half + 8.0;
        } else {
            right -= 2.0 * half;
            icon::paint(ui, sign, size, pos2(right + half, rect.center().y), colour);
            right -= 6.0;
        }
    }
    if !row.figures.is_empty() {
        let figures = ui.fonts_mut(|fonts| fonts.layout_no_wrap(row.figures.clone(), theme.mono(), palette.soft));
        let width = figures.size().x;
        ui.painter().galley(pos2(left, rect.center().y - figures.size().y / 2.0), figures, palette.soft);
        left += width.max(62.0 * theme.text_scale) + 10.0;
    }
    let line = |text: &str, font: FontId, ink: Color32| {
        let text: String = text.chars().map(|letter| if letter == '\n' { ' ' } else { letter }).collect();
        let mut job = LayoutJob::simple(text, font, ink, (right - left).max(20.0));
        job.wrap.max_rows = 1;
        job.wrap.break_anywhere = true;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let text = line(&row.text, theme.body(), palette.text);
    if row.note.is_empty() {
        ui.painter().galley(pos2(left, rect.center().y - text.size().y / 2.0), text, palette.text);
    } else {
        let note = line(&row.note, theme.small(), palette.soft);
        let above = rect.center().y - (text.size().y + note.size().y) / 2.0;
        let below = above + text.size().y;
        ui.painter().galley(pos2(left, above), text, palette.text);
        ui.painter().galley(pos2(left, below), note, palette.soft);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}
