//! The question screen: answer one question, then learn from it. Keeps the answer under way; confirms nothing itself.

use crate::app::action::Action;
use crate::app::keys;
use crate::app::model::{Model, Phase, Play};
use crate::app::screens::answers::{self, Draft, FocusWish};
use crate::app::screens::{certainty, feedback, frame};
use crate::app::theme::Theme;
use crate::app::widgets::{Button, chip, page, rich_text, text};
use crate::app::words;
use crate::bank::{Kind, Mode, Question};
use crate::sitting::{Certainty, Response, Turn};
use egui::{Align, Key, Ui};
use egui_material_icons::icons::{ICON_ARROW_BACK, ICON_CHECK, ICON_GRID_VIEW, ICON_LIGHTBULB, ICON_SKIP_NEXT};
use std::collections::HashMap;
use uuid::Uuid;

/// Width that the bar below needs for words on all its buttons, at normal text size.
const BAR_WIDTH: f32 = 720.0;

/// The answer under way.
#[derive(Debug, Default)]
pub struct QuestionScreen {
    /// The sitting and the turn that the draft belongs to.
    turn: Option<(Uuid, usize)>,
    draft: Draft,
    /// How sure the learner says to be, where that counts.
    certainty: Option<Certainty>,
    /// Why the answer was not taken.
    remark: Option<Remark>,
    /// Whether the learner was told that a part is open: once is enough.
    has_told_open_parts: bool,
    wants_focus: bool,
    /// Whether the feedback has been brought into view.
    has_shown_feedback: bool,
    /// What was entered and not confirmed in other questions, and in sittings that were left.
    put_aside: HashMap<(Uuid, usize), (Draft, Option<Certainty>)>,
}

/// Why an answer is not taken yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Remark {
    /// There is none, or the learner has not said how sure it is.
    Missing,
    /// A number is asked for.
    NotANumber,
    /// A part of it is open; the next press takes it all the same.
    OpenParts,
}

impl QuestionScreen {
    /// What the learner has entered for `turn` and not confirmed; `None` where that is nothing.
    fn draft(&self, turn: &Turn) -> Option<Response> {
        self.draft.response(turn)
    }

    /// What was entered for the question of `play` and is not kept yet.
    pub fn changed_draft(&self, play: &Play) -> Option<(Response, Option<Certainty>)> {
        let is_here = self.turn == Some((play.sitting.id, play.sitting.current));
        let turn = play.sitting.turn();
        let response = self.draft(turn).filter(|response| is_here && self.is_changed(turn, response))?;
        Some((response, self.certainty))
    }

    fn is_changed(&self, turn: &Turn, response: &Response) -> bool {
        turn.response.as_ref() != Some(response) || turn.certainty != self.certainty
    }

    /// Begins afresh, and keeps what was entered and not confirmed.
    pub fn put_aside(&mut self) {
        self.keep_draft();
        *self = Self { put_aside: std::mem::take(&mut self.put_aside), ..Self::default() };
    }

    fn keep_draft(&mut self) {
        self.draft.put_down();
        if let Some(turn) = self.turn.take() {
            self.put_aside.insert(turn, (std::mem::take(&mut self.draft), self.certainty));
        }
    }

    /// Shows the question on the screen of `play`.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, play: &Play, actions: &mut Vec<Action>) {
        self.follow(play);
        play.pictures.put_in_force(ui.ctx());
        let is_asking = play.phase == Phase::Asking;
        if !model.is_modal_open() {
            self.listen(ui, model, play, actions);
        }
        if frame::top(ui, play, actions) {
            self.leave(play, actions);
        }
        self.bottom(ui, model, play, actions);
        egui::CentralPanel::default().frame(frame::canvas(ui)).show(ui, |ui| {
            page::reading(ui, |ui| {
                let turn = play.sitting.turn();
                head(ui, turn);
                ui.add_space(16.0);
                if is_asking {
                    self.draft.show(ui, turn, &play.pictures, FocusWish { is_new: self.wants_focus });
                    self.wants_focus = false;
                    if turn.counts_certainty {
                        let letters = model.settings.single_letter_keys && !ui.ctx().text_edit_focused();
                        certainty::show(ui, turn, letters, &mut self.certainty);
                    }
                    self.remarks(ui, turn);
                } else {
                    feedback::marked_answer(ui, turn, &play.pictures);
                    ui.add_space(12.0);
                    let rect = feedback::card(ui, model, &play.sitting.bank_id, turn);
                    if !std::mem::replace(&mut self.has_shown_feedback, true) {
                        // What is longer than the window is read from its beginning.
                        let is_long = rect.height() > ui.clip_rect().height();
                        ui.scroll_to_rect(rect, is_long.then_some(Align::Min));
                    }
                }
            });
        });
    }

    /// Starts a new draft when another question has come onto the screen.
    fn follow(&mut self, play: &Play) {
        let here = Some((play.sitting.id, play.sitting.current));
        if self.turn == here {
            return;
        }
        self.keep_draft();
        let mut put_aside = std::mem::take(&mut self.put_aside);
        let turn = play.sitting.turn();
        let kept = here.and_then(|here| put_aside.remove(&here)).filter(|_| !turn.is_answered());
        let (draft, certainty) = kept.unwrap_or_else(|| (Draft::of(turn), turn.certainty));
        *self = Self { turn: here, draft, certainty, wants_focus: true, put_aside, ..Self::default() };
    }

    fn listen(&mut self, ui: &Ui, model: &Model, play: &Play, actions: &mut Vec<Action>) {
        let ctx = ui.ctx();
        // What is typed before the field has been seen for the first time belongs to the field already.
        let is_typing = self.wants_focus && answers::begins_with_a_field(play.sitting.turn());
        let letters = model.settings.single_letter_keys && !is_typing;
        let is_test = play.sitting.terms.mode == Mode::Test;
        if is_list_open(ctx) {
            return;
        }
        if keys::take_escape(ctx) && !self.draft.put_down() {
            self.leave(play, actions);
        }
        if play.sitting.turn().attempt > 1 && keys::take_letter(ctx, Key::E, letters) {
            actions.push(Action::HandIn);
        }
        if play.phase == Phase::Feedback {
            if keys::take_enter(ctx) {
                actions.push(Action::Next);
            }
        } else {
            if let Some(digit) = keys::take_digit(ctx) {
                self.draft.take_digit(play.sitting.turn(), digit);
            }
            if play.sitting.turn().counts_certainty {
                certainty::listen(ctx, letters, &mut self.certainty);
            }
            if keys::take_letter(ctx, Key::H, letters) {
                actions.push(Action::Hint);
            }
            if keys::take_letter(ctx, Key::S, letters) {
                self.pass_on(play, actions);
            }
            if is_test && keys::take_letter(ctx, Key::B, letters) {
                self.keep(play, actions);
                actions.push(Action::Back);
            }
            if is_test && keys::take_letter(ctx, Key::O, letters) {
                self.keep(play, actions);
                actions.push(Action::ShowOverview);
            }
            if keys::take_enter(ctx) {
                self.confirm(play, actions);
            }
        }
        if keys::take_letter(ctx, Key::F, letters) {
            actions.push(Action::Flag);
        }
    }

    /// The primary button: in practice it checks, in a test it keeps the answer and goes on.
    fn confirm(&mut self, play: &Play, actions: &mut Vec<Action>) {
        let turn = play.sitting.turn();
        self.remark = None;
        match self.draft(turn) {
            None => self.remark = Some(Remark::Missing),
            Some(response) if answers::is_no_number(turn, &response) => self.remark = Some(Remark::NotANumber),
            Some(_) if turn.counts_certainty && self.certainty.is_none() => self.remark = Some(Remark::Missing),
            Some(response) if !self.has_told_open_parts && answers::open_parts(turn, &response) > 0 => {
                self.remark = Some(Remark::OpenParts);
                self.has_told_open_parts = true;
            }
            Some(response) => {
                actions.push(Action::Answer(response, self.certainty));
                if play.sitting.terms.mode == Mode::Test {
                    actions.push(Action::Next);
                }
            }
        }
    }

    /// Leaves the sitting, which is kept; in a test with what was entered.
    fn leave(&self, play: &Play, actions: &mut Vec<Action>) {
        if play.sitting.terms.mode == Mode::Test {
            self.keep(play, actions);
        }
        actions.push(Action::Leave);
    }

    /// Goes on without asking for an answer; in a test, what was entered is kept.
    fn pass_on(&mut self, play: &Play, actions: &mut Vec<Action>) {
        if play.sitting.terms.mode == Mode::Test {
            self.keep(play, actions);
            actions.push(Action::Next);
        } else {
            actions.push(Action::Skip);
        }
    }

    /// Keeps what was entered before the learner moves about in a test.
    fn keep(&self, play: &Play, actions: &mut Vec<Action>) {
        let turn = play.sitting.turn();
        match self.draft(turn) {
            Some(response) if self.is_changed(turn, &response) => {
                actions.push(Action::Answer(response, self.certainty));
            }
            None if turn.response.is_some() => actions.push(Action::ClearAnswer),
            Some(_) | None => {}
        }
    }

    /// The hints shown so far, and a word where an answer is missing.
    fn remarks(&self, ui: &mut Ui, turn: &Turn) {
        let theme = Theme::of(ui.ctx());
        let shown = turn.hints_used as usize;
        for hint in turn.item.question.hints.iter().take(shown) {
            ui.add_space(8.0);
            rich_text::show(ui, &format!("Hint: {hint}"), theme.body(), theme.palette.soft);
        }
        if let Some(words) = self.remark.and_then(|remark| self.remark_words(turn, remark)) {
            ui.add_space(8.0);
            let response = text::paragraph(ui, words, theme.body(), theme.palette.amber);
            frame::announce(ui, response.id);
        }
    }

    /// What to say of the answer, as long as that is so.
    fn remark_words(&self, turn: &Turn, remark: Remark) -> Option<String> {
        let response = self.draft(turn);
        match (remark, &response) {
            (Remark::Missing, None) => Some(answers::missing_words(turn).to_owned()),
            (Remark::Missing, Some(_)) => {
                let is_missing = turn.counts_certainty && self.certainty.is_none();
                is_missing.then(|| certainty::MISSING_WORDS.to_owned())
            }
            (Remark::NotANumber, Some(response)) => {
                answers::is_no_number(turn, response).then(|| answers::NOT_A_NUMBER_WORDS.to_owned())
            }
            (Remark::OpenParts, Some(response)) => {
                answers::open_words(turn.item.question.kind(), answers::open_parts(turn, response))
            }
            (Remark::NotANumber | Remark::OpenParts, None) => None,
        }
    }

    fn bottom(&mut self, ui: &mut Ui, model: &Model, play: &Play, actions: &mut Vec<Action>) {
        let letters = model.settings.single_letter_keys && !ui.ctx().text_edit_focused();
        let key = |letter: &'static str, with_alt: &'static str| if letters { letter } else { with_alt };
        let turn = play.sitting.turn();
        let is_test = play.sitting.terms.mode == Mode::Test;
        if play.phase == Phase::Feedback {
            let next = if play.is_last() { "See the result" } else { "Next" };
            let finish = Button::quiet("Finish").icon(ICON_CHECK).key(key("E", "Alt E"));
            let (finishes, goes_on) = frame::bottom(
                ui,
                |ui| turn.attempt > 1 && !play.is_last() && ui.add(finish).clicked(),
                |ui| frame::primary(ui, Button::primary(next).key("Enter")),
            );
            if finishes {
                actions.push(Action::HandIn);
            }
            if goes_on {
                actions.push(Action::Next);
            }
            return;
        }
        let (hint_words, hint_name) = hint_words(&turn.item.question);
        let hints_left = turn.item.question.hints.len().saturating_sub(turn.hints_used as usize);
        let scale = Theme::of(ui.ctx()).text_scale;
        let is_compact = ui.available_width() < BAR_WIDTH * scale;
        let left = [
            (is_test, Button::quiet("Back").icon(ICON_ARROW_BACK).key(key("B", "Alt B")), Wish::Back),
            (
                hints_left > 0 && !turn.is_answered(),
                Button::quiet(&hint_words).name(&hint_name).icon(ICON_LIGHTBULB).key(key("H", "Alt H")),
                Wish::Hint,
            ),
            (true, Button::quiet("Skip").icon(ICON_SKIP_NEXT).key(key("S", "Alt S")), Wish::Skip),
            (turn.attempt > 1, Button::quiet("Finish").icon(ICON_CHECK).key(key("E", "Alt E")), Wish::Finish),
            (is_test, Button::quiet("Overview").icon(ICON_GRID_VIEW).key(key("O", "Alt O")), Wish::Overview),
        ];
        let (wish, confirms) = frame::bottom(
            ui,
            |ui| {
                let shown = left.into_iter().filter(|(is_shown, ..)| *is_shown);
                shown
                    .filter_map(|(_, button, wish)| ui.add(button.compact(is_compact)).clicked().then_some(wish))
                    .last()
            },
            |ui| ui.add(Button::primary(if is_test { "Next" } else { "Check" }).key("Enter")).clicked(),
        );
        if confirms {
            self.confirm(play, actions);
        }
        match wish {
            Some(Wish::Back) => {
                self.keep(play, actions);
                actions.push(Action::Back);
            }
            Some(Wish::Hint) => actions.push(Action::Hint),
            Some(Wish::Skip) => self.pass_on(play, actions),
            Some(Wish::Finish) => actions.push(Action::HandIn),
            Some(Wish::Overview) => {
                self.keep(play, actions);
                actions.push(Action::ShowOverview);
            }
            None => {}
        }
    }
}

/// Whether a list lies open over the question, to which the keys belong.
fn is_list_open(ctx: &egui::Context) -> bool {
    egui::Popup::is_any_open(ctx)
}

/// A button of the bottom bar, on its left.
#[derive(Clone, Copy)]
enum Wish {
    Back,
    Hint,
    Skip,
    Finish,
    Overview,
}

/// Topic, kind and prompt.
pub fn head(ui: &mut Ui, turn: &Turn) {
    let question = &turn.item.question;
    ui.horizontal_wrapped(|ui| {
        if !question.topic.is_empty() {
            chip::show(ui, &question.topic.replace('/', " · "));
        }
        text::small(ui, kind_words(question));
        if turn.attempt > 1 {
            chip::amber(ui, "once more, outside the score");
        }
    });
    ui.add_space(4.0);
    rich_text::title(ui, &question.prompt);
}

/// What the button for a hint says and is called: what the hint costs is told before it is taken.
fn hint_words(question: &Question) -> (String, String) {
    if question.hint_cost > 0.0 {
        let cost = words::percent(question.hint_cost * 100.0);
        (format!("Hint \u{2212}{cost}"), format!("Hint: costs {cost} of the points"))
    } else {
        ("Hint".to_owned(), "Hint".to_owned())
    }
}

fn kind_words(question: &Question) -> String {
    let words = match question.kind() {
        Kind::Choice => "One answer",
        Kind::Choices => "All that apply",
        Kind::TrueFalse => "True or false",
        Kind::Number | Kind::Calculated => "A number",
        Kind::Text => "A word or a phrase",
        Kind::Order => "In order",
        Kind::Match => "Pairs",
        Kind::Cloze => "Fill the gaps",
        Kind::Categorise => "Into groups",
        Kind::Hotspot => "In the picture",
        Kind::Recall => "From memory",
    };
    if question.points == 1.0 { words.to_owned() } else { format!("{words} · {} points", question.points) }
}
