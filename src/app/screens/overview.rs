//! The overview of a test: which questions are answered, and handing in. Changes no answer.

use crate::app::action::Action;
use crate::app::input::keys;
use crate::app::screens::frame::{self, BarBelow};
use crate::app::state::model::Model;
use crate::app::state::play::{Phase, Play};
use crate::app::theme::Theme;
use crate::app::widgets::{Button, button, card, dialog, heard, icon, page, rich_text, text};
use crate::app::wording::words;
use crate::sitting::Turn;
use egui::{Align2, Color32, CursorIcon, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::ICON_ARROW_BACK;
use uuid::Uuid;

/// Whether it is being asked if a test is to be handed in that is not finished.
#[derive(Debug, Default)]
pub struct OverviewScreen {
    /// The sitting that is asked about.
    asking: Option<Uuid>,
}

impl OverviewScreen {
    /// Whether it is being asked, so that the page must not hear the keyboard.
    pub fn is_asking(&self, play: &Play) -> bool {
        play.phase == Phase::Overview && self.asking == Some(play.sitting.id)
    }

    /// Shows the overview.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, play: &Play, actions: &mut Vec<Action>) {
        let open = play.sitting.unanswered();
        let back = back_to(play, &open);
        self.asking.take_if(|sitting| *sitting != play.sitting.id || open.is_empty());
        if self.asking.is_some() {
            self.ask(ui, play, &open, back, actions);
        } else if !model.is_modal_open() {
            if keys::take_escape(ui.ctx()) {
                actions.push(Action::GoTo(play.sitting.current));
            }
            if keys::take_enter(ui.ctx()) {
                actions.push(if open.is_empty() { Action::HandIn } else { Action::GoTo(back) });
            }
        }
        if frame::top(ui, play, actions) {
            actions.push(Action::Leave);
        }
        let bar = BarBelow::reserve(ui);
        bar.page(ui, |ui| {
            page::reading(ui, |ui| {
                told(ui, &open, play.sitting.turns.len());
                ui.add_space(12.0);
                rows(ui, play, actions);
            });
        });
        self.bottom(ui, bar, play, &open, back, actions);
    }

    /// Until every question is answered, the primary button leads back to one.
    fn bottom(
        &mut self,
        ui: &mut Ui,
        bar: BarBelow,
        play: &Play,
        open: &[usize],
        back: usize,
        actions: &mut Vec<Action>,
    ) {
        if open.is_empty() {
            let (goes_back, hands_in) = bar.show(
                ui,
                |ui| ui.add(Button::quiet("Back to the questions").icon(ICON_ARROW_BACK).key("Esc")).clicked(),
                |ui| frame::primary(ui, Button::primary("Hand in").key("Enter")),
            );
            if goes_back {
                actions.push(Action::GoTo(play.sitting.current));
            }
            if hands_in {
                actions.push(Action::HandIn);
            }
            return;
        }
        let (hand_in, go_back) = (format!("Hand in with {} open…", open.len()), back_words(back));
        let (asks, goes_back) = bar.show(
            ui,
            |ui| ui.add(Button::quiet(&hand_in)).clicked(),
            |ui| frame::primary(ui, Button::primary(&go_back).key("Enter")),
        );
        if asks {
            self.asking = Some(play.sitting.id);
        }
        if goes_back {
            actions.push(Action::GoTo(back));
        }
    }

    /// Asks once: what is handed in cannot be changed any more.
    fn ask(&mut self, ui: &Ui, play: &Play, open: &[usize], back: usize, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui.ctx());
        let mut is_closed = keys::take_escape(ui.ctx());
        let mut goes_back = keys::take_enter(ui.ctx());
        let title = format!("Hand in with {} open?", words::count(open.len(), "question"));
        let modal = dialog::show(ui.ctx(), "hand in", &title, |ui| {
            ui.set_width((540.0 * theme.text_scale).min(ui.ctx().content_rect().width() - 80.0));
            text::title(ui, &title);
            let (count, all) = (open.len(), play.sitting.turns.len());
            let they = if count == 1 { "It counts" } else { "They count" };
            text::body(
                ui,
                format!("{count} of {all} are not answered. {they} as 0, and nothing can be changed afterwards."),
            );
            ui.add_space(12.0);
            ui.horizontal_wrapped(|ui| {
                goes_back |= frame::primary(ui, Button::primary(&back_words(back)).key("Enter"));
                if ui.add(Button::danger("Hand in now")).clicked() {
                    actions.push(Action::HandIn);
                    is_closed = true;
                }
                is_closed |= ui.add(Button::quiet("Cancel").key("Esc")).clicked();
            });
        });
        if goes_back {
            actions.push(Action::GoTo(back));
        }
        if is_closed || goes_back || modal.should_close() {
            self.asking = None;
        }
    }
}

/// How many questions are open, and which.
fn told(ui: &mut Ui, open: &[usize], count: usize) {
    let (title, line) = summary(open, count);
    let id = ui.scope_id().with("summary");
    let shown = heard::reading(ui, id, &title, |ui| {
        heard::silence(&text::title(ui, &title));
        text::soft(ui, &line);
    });
    heard::describe(&shown.response, &line);
    if !keys::is_keyboard_in_use(ui.ctx()) {
        heard::announce(ui, shown.response.id);
    }
    frame::hold_focus(ui, &shown.response);
    if shown.response.has_focus() {
        button::focus_ring(ui, shown.response.rect.expand2(vec2(6.0, 4.0)));
    }
}

fn rows(ui: &mut Ui, play: &Play, actions: &mut Vec<Action>) {
    card::show(ui, |ui| {
        heard::group(ui, Role::List, "Questions", |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            heard::count(ui, play.sitting.turns.len());
            for (index, turn) in play.sitting.turns.iter().enumerate() {
                let response = row(ui, index, turn);
                heard::place(&response, index);
                if response.clicked() {
                    actions.push(Action::GoTo(index));
                }
            }
        });
    });
}

/// The question to go back to: the one that was left where it is open, else the first that is.
fn back_to(play: &Play, open: &[usize]) -> usize {
    let current = play.sitting.current;
    if open.contains(&current) { current } else { open.first().copied().unwrap_or(current) }
}

fn back_words(index: usize) -> String {
    format!("Back to question {}", index + 1)
}

fn summary(open: &[usize], count: usize) -> (String, String) {
    if open.is_empty() {
        return ("All questions are answered".to_owned(), "Hand in, or look at any of them again.".to_owned());
    }
    let numbers: Vec<String> = open.iter().take(12).map(|index| (index + 1).to_string()).collect();
    let more = if open.len() > 12 { " and more" } else { "" };
    (
        format!("{} of {count} still open", open.len()),
        format!(
            "Still open: {}{more}. What stays open counts as 0. Nothing is handed in yet.",
            words::listed(&numbers)
        ),
    )
}

fn row(ui: &mut Ui, index: usize, turn: &Turn) -> Response {
    let theme = Theme::of(ui.ctx());
    let palette = &theme.palette;
    let state = match turn.is_answered() {
        true if turn.lacks_certainty() => "answered, not said how sure",
        true => "answered",
        false => "not answered",
    };
    let flag = if turn.is_flagged { ", flagged" } else { "" };
    let prompt = rich_text::one_line(&turn.item.question.prompt);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), theme.control_height() + 6.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{}: {prompt}, {state}{flag}", index + 1)));
    if response.has_focus() {
        keys::note_focused_button(ui.ctx(), response.id);
        button::focus_ring(ui, rect.shrink(3.0));
    }
    if index > 0 {
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, palette.line));
    }
    if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, palette.sunk);
    }
    let ink = if turn.is_answered() && !turn.lacks_certainty() { palette.soft } else { palette.amber };
    let note = ui.fonts_mut(|fonts| fonts.layout_no_wrap(state.to_owned(), theme.small(), ink));
    let mut right = rect.right() - 8.0 - note.size().x;
    ui.painter().galley(pos2(right, rect.center().y - note.size().y / 2.0), note, ink);
    if turn.is_flagged {
        right -= 26.0 * theme.text_scale;
        icon::paint_filled_flag(ui, 18.0, pos2(right + 9.0 * theme.text_scale, rect.center().y), palette.amber);
    }
    let number_right = rect.left() + 28.0 * theme.text_scale;
    let number_at = pos2(number_right, rect.center().y);
    ui.painter().text(number_at, Align2::RIGHT_CENTER, index + 1, theme.body(), palette.soft);
    let left = number_right + 16.0;
    let width = (right - left - 14.0).max(40.0);
    let mut job = egui::text::LayoutJob::simple(prompt.into_owned(), theme.body(), Color32::PLACEHOLDER, width);
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, palette.text);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
