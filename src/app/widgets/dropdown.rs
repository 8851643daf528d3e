//! A list to choose from that stands in a line of text: one press opens it, arrow keys change it while it is closed.

use crate::app::input::keys;
use crate::app::theme::{CONTROL_RADIUS, Theme};
use crate::app::widgets::{button, heard, icon, menu, rich_text};
use crate::text::literal_but_maths;
use egui::{CornerRadius, CursorIcon, EventFilter, Key, Modifiers, Popup, Response, Role, Sense, Stroke};
use egui::{StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::{ICON_ARROW_DROP_DOWN, ICON_CHECK};

const PADDING: f32 = 12.0;
const ARROW_WIDTH: f32 = 24.0;
/// An open list is no narrower than this, so that it is easy to hit.
const MIN_LIST_WIDTH: f32 = 140.0;
/// What stands where nothing is chosen yet.
const NOTHING: &str = "choose";

/// A list to choose from.
#[derive(Clone, Copy, Debug)]
pub struct Dropdown<'a> {
    /// What screen readers call it.
    pub name: &'a str,
    /// What can be chosen, in the order shown: plain words, and maths between `$`.
    pub options: &'a [&'a str],
    /// The place of what is chosen.
    pub current: Option<usize>,
}

impl Dropdown<'_> {
    /// Shows the list; gives back its response, and the place of what was newly chosen.
    pub fn show(self, ui: &mut Ui) -> (Response, Option<usize>) {
        let response = self.face(ui);
        let mut chosen = self.step(ui, &response);
        let popup = Popup::menu(&response).gap(4.0);
        let was_open = popup.is_open();
        popup.show(|ui| {
            ui.set_width(response.rect.width().max(MIN_LIST_WIDTH).min(ui.ctx().content_rect().width() - 48.0));
            ui.spacing_mut().item_spacing.y = 2.0;
            heard::as_group(ui, Role::Menu, self.name);
            heard::count(ui, self.options.len());
            for (place, option) in self.options.iter().enumerate() {
                let row = self.option(ui, place, option);
                // What is chosen takes the focus when the list opens, so that the arrow keys go on from there.
                let is_first = place == self.current.unwrap_or_default();
                if is_first && response.clicked() && keys::is_keyboard_in_use(ui.ctx()) {
                    row.request_focus();
                }
                if row.clicked() {
                    chosen = Some(place);
                    ui.close();
                }
            }
        });
        menu::show_at_once(&response, was_open);
        // Closed by a choice or by `Esc`, it has the focus again.
        if was_open && (chosen.is_some() || !Popup::menu(&response).is_open()) && keys::is_keyboard_in_use(ui.ctx()) {
            response.request_focus();
        }
        (response, chosen)
    }

    /// As wide as the widest option, so that choosing one moves nothing and the width gives nothing away.
    pub fn width(&self, ui: &Ui) -> f32 {
        let theme = Theme::of(ui.ctx());
        let widest = self.options.iter().map(|option| layout(ui, option).size().x);
        widest.fold(layout(ui, NOTHING).size().x, f32::max) + 2.0 * PADDING + ARROW_WIDTH * theme.text_scale
    }

    /// As high as the highest option, for the same reasons.
    pub fn height(&self, ui: &Ui) -> f32 {
        let highest = self.options.iter().map(|option| layout(ui, option).size().y);
        let text = highest.fold(layout(ui, NOTHING).size().y, f32::max);
        (text + 14.0).max(Theme::of(ui.ctx()).control_height())
    }

    fn face(&self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui.ctx());
        let palette = &theme.palette;
        let width = self.width(ui);
        let text = layout(ui, self.current.and_then(|place| self.options.get(place)).copied().unwrap_or(NOTHING));
        let (rect, response) = ui.allocate_exact_size(vec2(width, self.height(ui)), Sense::click());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, true, self.name);
            info.current_text_value = self.current.map(|_| text.plain().to_owned());
            info
        });
        self.tell_value(ui, &response, text.plain());
        let edge = if self.current.is_some() { palette.accent } else { palette.line_strong };
        let edge = Stroke::new(1.0, edge);
        let (fill, ink) = match self.current {
            Some(_) => (palette.accent_soft, palette.text),
            None if response.hovered() => (palette.hover, palette.soft),
            None => (palette.surface, palette.soft),
        };
        ui.painter().rect(rect, CornerRadius::same(CONTROL_RADIUS), fill, edge, StrokeKind::Inside);
        if response.has_focus() {
            button::focus_ring(ui, rect);
        }
        text.paint(ui, pos2(rect.left() + PADDING, rect.center().y - text.size().y / 2.0), ink);
        let arrow = pos2(rect.right() - PADDING / 2.0 - ARROW_WIDTH * theme.text_scale / 2.0, rect.center().y);
        icon::paint(ui, ICON_ARROW_DROP_DOWN, 22.0, arrow, palette.soft);
        response.on_hover_cursor(CursorIcon::PointingHand)
    }

    /// Of a closed list, a screen reader says the child that is selected; that it is another one is noticed by its id.
    fn tell_value(&self, ui: &mut Ui, response: &Response, words: &str) {
        let id = response.id.with(("value", self.current));
        let builder = UiBuilder::new().scope_id(id).max_rect(response.rect).accessibility_parent(response.id);
        let value = ui.new_child(match self.current {
            Some(_) => builder.accessibility_role(Role::ListBoxOption).accessibility_label(words),
            None => builder,
        });
        if self.current.is_some() {
            value.ctx().accesskit_node_builder(value.unique_id(), |node| node.set_selected(true));
        }
    }

    /// One option up or down for the arrow keys while the list is closed.
    fn step(&self, ui: &Ui, response: &Response) -> Option<usize> {
        if !response.has_focus() || self.options.is_empty() {
            return None;
        }
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let last = self.options.len() - 1;
        if pressed(Key::ArrowDown) {
            Some(self.current.map_or(0, |place| (place + 1).min(last)))
        } else if pressed(Key::ArrowUp) {
            Some(self.current.map_or(last, |place| place.saturating_sub(1)))
        } else {
            None
        }
    }

    fn option(&self, ui: &mut Ui, place: usize, option: &str) -> Response {
        let theme = Theme::of(ui.ctx());
        let palette = &theme.palette;
        let sign = ARROW_WIDTH * theme.text_scale;
        let wrap = (ui.available_width() - 2.0 * PADDING - sign).max(40.0);
        let text = rich_text::lay_out(ui, &literal_but_maths(option), &theme.option(), wrap);
        let width = ui.available_width();
        let (rect, response) =
            ui.allocate_exact_size(vec2(width, (text.size().y + 14.0).max(theme.control_height())), Sense::click());
        let is_current = self.current == Some(place);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_current, text.plain()));
        heard::place(&response, place);
        if response.has_focus() {
            // `Enter` chooses it, and does not check the whole answer.
            keys::note_focused_button(ui.ctx(), response.id);
        }
        if is_current || response.hovered() {
            let fill = if is_current { palette.accent_soft } else { palette.hover };
            ui.painter().rect_filled(rect, CornerRadius::same(CONTROL_RADIUS), fill);
        }
        if response.has_focus() {
            ui.painter().rect_stroke(
                rect,
                CornerRadius::same(CONTROL_RADIUS),
                theme.focus_stroke(),
                StrokeKind::Inside,
            );
        }
        if is_current {
            icon::paint(ui, ICON_CHECK, 18.0, pos2(rect.right() - PADDING - 6.0, rect.center().y), palette.accent);
        }
        text.paint(ui, pos2(rect.left() + PADDING, rect.center().y - text.size().y / 2.0), palette.text);
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}

/// A text laid out for the face of the list.
fn layout(ui: &Ui, text: &str) -> rich_text::Laid {
    let theme = Theme::of(ui.ctx());
    let wrap = (ui.max_rect().width() - 2.0 * PADDING - ARROW_WIDTH * theme.text_scale).max(40.0);
    rich_text::lay_out(ui, &literal_but_maths(text), &theme.option(), wrap)
}
