//! A button that opens a list of things to do or to choose from. Does none of them.

use crate::app::input::keys;
use crate::app::theme::{CONTROL_RADIUS, Theme};
use crate::app::widgets::{Button, heard, icon};
use egui::accesskit::HasPopup;
use egui::{
    Color32, CornerRadius, CursorIcon, Popup, RectAlign, Response, Role, ScrollArea, Sense, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::ICON_CHECK;

const PADDING: f32 = 12.0;
const ICON_SIZE: f32 = 20.0;
/// An open list is no narrower than this, so that it is easy to hit.
const LEAST_WIDTH: f32 = 160.0;
/// What stays free of the window around an open list.
const MARGIN: f32 = 48.0;

/// What stands in the list.
#[derive(Debug)]
struct Entry<'a, T> {
    label: &'a str,
    note: &'a str,
    icon: Option<MaterialIcon>,
    kind: Kind<T>,
}

#[derive(Debug)]
enum Kind<T> {
    /// Says what stands below it.
    Heading,
    /// Something to do; `None` where it cannot be done.
    Deed(Option<T>),
    /// One of several, and whether it is in force.
    Choice(T, bool),
}

/// A list that a button opens.
#[derive(Debug)]
#[must_use = "show it"]
pub struct Menu<'a, T> {
    name: &'a str,
    entries: Vec<Entry<'a, T>>,
}

impl<'a, T: Clone> Menu<'a, T> {
    /// An empty list. `name` is what screen readers say when it opens.
    pub fn new(name: &'a str) -> Self {
        Self { name, entries: Vec::new() }
    }

    /// Adds words that say what stands below them.
    pub fn heading(self, label: &'a str) -> Self {
        self.with(label, "", None, Kind::Heading)
    }

    /// Adds something to do.
    pub fn deed(self, icon: MaterialIcon, label: &'a str, deed: T) -> Self {
        self.with(label, "", Some(icon), Kind::Deed(Some(deed)))
    }

    /// Adds something to do, with a line that tells more; `None` where it cannot be done.
    pub fn explained(self, icon: MaterialIcon, label: &'a str, note: &'a str, deed: Option<T>) -> Self {
        self.with(label, note, Some(icon), Kind::Deed(deed))
    }

    /// Adds one of several things of which one is in force.
    pub fn choice(self, label: &'a str, is_current: bool, choice: T) -> Self {
        self.with(label, "", is_current.then_some(ICON_CHECK), Kind::Choice(choice, is_current))
    }

    /// The same with a line that tells more.
    pub fn explained_choice(self, label: &'a str, note: &'a str, is_current: bool, choice: T) -> Self {
        self.with(label, note, is_current.then_some(ICON_CHECK), Kind::Choice(choice, is_current))
    }

    fn with(mut self, label: &'a str, note: &'a str, icon: Option<MaterialIcon>, kind: Kind<T>) -> Self {
        self.entries.push(Entry { label, note, icon, kind });
        self
    }

    /// Shows the button; gives back what was chosen from the list that it opens.
    pub fn show(self, ui: &mut Ui, button: Button<'_>) -> Option<T> {
        let response = ui.add(button);
        let popup = Popup::menu(&response).gap(4.0).align(RectAlign::BOTTOM_END);
        let was_open = popup.is_open();
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_has_popup(HasPopup::Menu);
            node.set_expanded(was_open);
        });
        let shown = popup.show(|ui| self.list(ui, &response));
        show_at_once(&response, was_open);
        let chosen = shown.and_then(|shown| shown.inner);
        // Closed by a choice or by `Esc`, the button has the focus again.
        let is_closed = was_open && (chosen.is_some() || !Popup::menu(&response).is_open());
        if is_closed && keys::is_keyboard_in_use(ui.ctx()) {
            response.request_focus();
        }
        chosen
    }

    fn list(&self, ui: &mut Ui, button: &Response) -> Option<T> {
        let room = ui.ctx().content_rect();
        let widest = self.entries.iter().map(|entry| entry.width(ui)).fold(LEAST_WIDTH, f32::max);
        ui.set_width(widest.min(room.width() - MARGIN));
        ui.spacing_mut().item_spacing.y = 2.0;
        heard::as_group(ui, Role::Menu, self.name);
        heard::count(ui, self.entries.iter().filter(|entry| !matches!(entry.kind, Kind::Heading)).count());
        let first = self.entries.iter().position(Entry::takes_focus);
        let mut chosen = None;
        ScrollArea::vertical().max_height(room.height() - 2.0 * MARGIN).show(ui, |ui| {
            let mut place = 0;
            for (index, entry) in self.entries.iter().enumerate() {
                let Some(response) = entry.show(ui) else { continue };
                heard::place(&response, place);
                place += 1;
                // The arrow keys go on from there.
                if Some(index) == first && button.clicked() && keys::is_keyboard_in_use(ui.ctx()) {
                    response.request_focus();
                }
                if response.clicked() {
                    chosen = entry.does();
                    ui.close();
                }
            }
        });
        chosen
    }
}

/// Shows a list that has just opened in the frame in which it does. Opening, it is only measured: what takes the focus
/// there cannot be seen yet, and a screen reader would be told that the window itself has it.
pub(super) fn show_at_once(button: &Response, was_open: bool) {
    if !was_open && Popup::menu(button).is_open() {
        button.ctx.request_discard("a list has opened");
    }
}

/// Whether a list lies open over the page, to which the keys belong.
pub fn is_any_open(ui: &Ui) -> bool {
    Popup::is_any_open(ui.ctx())
}

impl<T: Clone> Entry<'_, T> {
    fn does(&self) -> Option<T> {
        match &self.kind {
            Kind::Heading => None,
            Kind::Deed(deed) => deed.clone(),
            Kind::Choice(choice, _) => Some(choice.clone()),
        }
    }

    fn takes_focus(&self) -> bool {
        self.does().is_some()
    }

    fn width(&self, ui: &Ui) -> f32 {
        let theme = Theme::of(ui.ctx());
        let width = |text: &str, font| {
            ui.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER)).size().x
        };
        let sign = if matches!(self.kind, Kind::Heading) { 0.0 } else { sign_width(&theme) };
        width(self.label, theme.body()).max(width(self.note, theme.small())) + sign + 2.0 * PADDING
    }

    /// Shows the entry; gives back its response where it can be chosen or could be.
    fn show(&self, ui: &mut Ui) -> Option<Response> {
        let theme = Theme::of(ui.ctx());
        let palette = &theme.palette;
        let is_heading = matches!(self.kind, Kind::Heading);
        let sign = if is_heading { 0.0 } else { sign_width(&theme) };
        let wrap = (ui.available_width() - 2.0 * PADDING - sign).max(40.0);
        let layout =
            |text: &str, font| ui.fonts_mut(|fonts| fonts.layout(text.to_owned(), font, Color32::PLACEHOLDER, wrap));
        let label = layout(self.label, if is_heading { theme.small() } else { theme.body() });
        let note = (!self.note.is_empty()).then(|| layout(self.note, theme.small()));
        let text_height = label.size().y + note.as_ref().map_or(0.0, |note| note.size().y);
        let height = if is_heading { text_height + 12.0 } else { (text_height + 14.0).max(theme.control_height()) };
        let can_press = self.takes_focus();
        let sense = if can_press { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), sense);
        self.tell(&response);
        if response.has_focus() {
            // `Enter` chooses it, whatever the primary button of the page is.
            keys::note_focused_button(ui.ctx(), response.id);
        }
        let radius = CornerRadius::same(CONTROL_RADIUS);
        if can_press && (response.hovered() || response.has_focus()) {
            ui.painter().rect_filled(rect, radius, palette.hover);
        }
        if response.has_focus() {
            ui.painter().rect_stroke(rect, radius, theme.focus_stroke(), StrokeKind::Inside);
        }
        let ink = if can_press { palette.text } else { palette.soft };
        if let Some(icon) = self.icon {
            let ink = if matches!(self.kind, Kind::Choice(..)) { palette.accent } else { palette.soft };
            let center = pos2(rect.left() + PADDING + ICON_SIZE * theme.text_scale / 2.0, rect.center().y);
            icon::paint(ui, icon, ICON_SIZE, center, ink);
        }
        let left = rect.left() + PADDING + sign;
        let top = rect.center().y - text_height / 2.0;
        let below = top + label.size().y;
        ui.painter().galley(pos2(left, top), label, ink);
        if let Some(note) = note {
            ui.painter().galley(pos2(left, below), note, palette.soft);
        }
        if is_heading {
            return None;
        }
        Some(if can_press { response.on_hover_cursor(CursorIcon::PointingHand) } else { response })
    }

    fn tell(&self, response: &Response) {
        let name = if self.note.is_empty() { self.label.to_owned() } else { format!("{}: {}", self.label, self.note) };
        response.widget_info(|| match &self.kind {
            Kind::Heading => WidgetInfo::labeled(Role::Label, true, self.label),
            Kind::Deed(deed) => WidgetInfo::labeled(Role::MenuItem, deed.is_some(), &name),
            Kind::Choice(_, is_current) => WidgetInfo::selected(Role::MenuItemRadio, true, *is_current, &name),
        });
    }
}

fn sign_width(theme: &Theme) -> f32 {
    (ICON_SIZE + 10.0) * theme.text_scale
}
