//! The question screen: answer one question, then learn from it. Keeps the answer under way; confirms nothing itself.

mod bar;
pub mod heading;

use self::bar::Pressed;
use self::heading::{head, spoken};
use crate::app::action::Action;
use crate::app::input::keys;
use crate::app::screens::answers::{self, Draft, FocusWish};
use crate::app::screens::frame::BarBelow;
use crate::app::screens::{certainty, dispute, feedback, frame, why};
use crate::app::state::model::Model;
use crate::app::state::play::{Phase, Play};
use crate::app::theme::Theme;
use crate::app::widgets::{heard, page, rich_text, text};
use crate::app::wording::{kind_words, review_words, words};
use crate::bank::Mode;
use crate::sitting::{Certainty, Response, Turn};
use egui::{Align, Id, Key, Role, Ui};
use std::collections::HashMap;
use uuid::Uuid;

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
    /// The place of what a digit has just chosen.
    chosen: Option<usize>,
    said_certainty: certainty::Said,
    /// The remarks that stand below the answer.
    remarks: Vec<String>,
    was_flagged: Option<bool>,
    /// What is to be heard of them, and by what.
    told: String,
    told_to: Option<Id>,
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
    /// It was to be skipped, and cannot be.
    NothingToSkipTo,
}

impl QuestionScreen {
    /// What the learner has entered and not confirmed; `None` where that is nothing.
    fn response(&self) -> Option<Response> {
        self.draft.response()
    }

    /// What was entered for the question of `play` and is not kept yet.
    pub fn changed_draft(&self, play: &Play) -> Option<(Response, Option<Certainty>)> {
        let is_here = self.turn == Some((play.sitting.id, play.sitting.current));
        let turn = play.sitting.turn();
        let response = self.response().filter(|response| is_here && self.is_changed(turn, response))?;
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
        let room = BarBelow::reserve(ui);
        room.page(ui, |ui| {
            page::reading(ui, |ui| {
                if is_asking {
                    self.asking(ui, model, play, actions);
                } else {
                    self.feedback(ui, model, play, actions);
                }
            });
        });
        let pressed = if is_asking {
            bar::asking(ui, room, model, play, &self.draft)
        } else {
            bar::learning(ui, room, model, play)
        };
        if let Some(pressed) = pressed {
            self.carry_out(pressed, play, actions);
        }
    }

    /// The question with all that it asks for: one group, whose name is the prompt.
    fn asking(&mut self, ui: &mut Ui, model: &Model, play: &Play, actions: &mut Vec<Action>) {
        let turn = play.sitting.turn();
        let rating = self.draft.rating();
        heard::group(ui, Role::Group, &spoken(turn, Some(&play.place_words())), |ui| {
            head(ui, turn);
            ui.add_space(16.0);
            let focus = FocusWish { is_new: std::mem::take(&mut self.wants_focus), chosen: self.chosen.take() };
            self.draft.show(ui, turn, &play.pictures, focus);
            if turn.counts_certainty {
                let letters = model.settings.single_letter_keys && !ui.ctx().text_edit_focused();
                certainty::show(ui, turn, letters, &mut self.certainty, &mut self.said_certainty);
            }
            self.remarks(ui, play);
        });
        if self.draft.rating() != rating {
            self.confirm(play, actions);
        }
    }

    fn feedback(&mut self, ui: &mut Ui, model: &Model, play: &Play, actions: &mut Vec<Action>) {
        let turn = play.sitting.turn();
        head(ui, turn);
        ui.add_space(16.0);
        answers::show_marked(ui, turn, &play.pictures);
        ui.add_space(12.0);
        let comes_back = play.comes_back.as_ref().map(review_words::comes_back);
        let to_come = [words::to_come(turn).map(str::to_owned), comes_back].into_iter().flatten();
        let to_come = Some(words::sentences(to_come)).filter(|words| !words.is_empty());
        let card = feedback::card(ui, model, &turn.item.bank_id, turn, to_come.as_deref());
        frame::hold_focus(ui, &card);
        if !std::mem::replace(&mut self.has_shown_feedback, true) {
            // What is longer than the window is read from its beginning.
            let is_long = card.rect.height() > ui.clip_rect().height();
            ui.scroll_to_rect(card.rect, is_long.then_some(Align::Min));
        }
        why::show(ui, model, turn);
        dispute::show(ui, model, play.sitting.current, turn, actions);
    }

    /// Starts a new draft when another question has come onto the screen.
    fn follow(&mut self, play: &Play) {
        let here = Some((play.sitting.id, play.sitting.current));
        if self.turn == here {
            return;
        }
        self.keep_draft();
        let mut put_aside = std::mem::take(&mut self.put_aside);
        let is_open = |index: usize| play.sitting.turns.get(index).is_some_and(|turn| !turn.is_done());
        put_aside.retain(|(sitting, index), _| *sitting != play.sitting.id || is_open(*index));
        let turn = play.sitting.turn();
        let kept = here.and_then(|here| put_aside.remove(&here));
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
        if play.sitting.turn().is_second_try() && keys::take_letter(ctx, Key::E, letters) {
            actions.push(Action::HandIn);
        }
        if play.phase == Phase::Feedback {
            if keys::take_enter(ctx) {
                actions.push(Action::Next);
            }
        } else {
            if let Some(digit) = keys::take_digit(ctx) {
                self.chosen = self.draft.take_digit(play.sitting.turn(), digit);
                if self.draft.rating().is_some() {
                    self.confirm(play, actions);
                }
            }
            if play.sitting.turn().counts_certainty
                && let Some(choice) = certainty::listen(ctx, letters)
            {
                (self.certainty, self.said_certainty) = (Some(choice), certainty::Said::new(choice));
            }
            if keys::take_letter(ctx, Key::H, letters) {
                actions.push(Action::Hint);
            }
            if !is_test && keys::take_letter(ctx, Key::D, letters) {
                actions.push(Action::NotKnown);
            }
            if keys::take_letter(ctx, Key::S, letters) {
                self.skip(play, actions);
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
        self.remark = None;
        if self.draft.is_hidden() {
            return self.draft.reveal();
        }
        match self.response() {
            None => self.remark = Some(Remark::Missing),
            Some(response) if answers::is_no_number(&response) => self.remark = Some(Remark::NotANumber),
            Some(_) if self.lacks_certainty(play.sitting.turn()) => self.remark = Some(Remark::Missing),
            Some(response) if !self.has_told_open_parts && answers::open_parts(&response) > 0 => {
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

    /// Goes on without asking for an answer; in a test, what was entered is kept. In practice, a question can be skipped once.
    fn skip(&mut self, play: &Play, actions: &mut Vec<Action>) {
        if play.sitting.terms.mode == Mode::Test {
            self.keep(play, actions);
            actions.push(Action::Next);
        } else if play.sitting.can_skip() {
            actions.push(Action::Skip);
        } else {
            self.remark = Some(Remark::NothingToSkipTo);
        }
    }

    /// Keeps what was entered before the learner moves about in a test.
    fn keep(&self, play: &Play, actions: &mut Vec<Action>) {
        let turn = play.sitting.turn();
        match self.response() {
            Some(response) if self.is_changed(turn, &response) => {
                actions.push(Action::Answer(response, self.certainty));
            }
            None if turn.response.is_some() => actions.push(Action::ClearAnswer),
            Some(_) | None => {}
        }
    }

    /// The hints shown so far, and a word where an answer is missing. What is new is said by itself.
    fn remarks(&mut self, ui: &mut Ui, play: &Play) {
        let turn = play.sitting.turn();
        let theme = Theme::of(ui.ctx());
        let mut shown: Vec<(egui::Response, String)> = Vec::new();
        for hint in turn.item.question.hints.iter().take(turn.hints_used as usize) {
            ui.add_space(8.0);
            let hint = format!("Hint: {hint}");
            let response = rich_text::show(ui, &hint, theme.body(), theme.palette.soft);
            shown.push((response, rich_text::one_line(&hint).into_owned()));
        }
        if let Some(words) = self.remark.and_then(|remark| self.remark_words(play, remark)) {
            ui.add_space(8.0);
            let response = text::paragraph(ui, &*words, theme.body(), theme.palette.amber);
            shown.push((response, words));
        }
        let words = shown.iter().map(|(_, words)| words.clone()).collect();
        let before = std::mem::replace(&mut self.remarks, words);
        if let Some(new) = self.remarks.iter().rev().find(|words| !before.contains(words)) {
            (self.told, self.told_to) = (new.clone(), None);
        }
        if self.was_flagged.replace(turn.is_flagged).is_some_and(|was| was != turn.is_flagged) {
            let words = if turn.is_flagged { "Flagged to look at again" } else { "Not flagged any more" };
            (self.told, self.told_to) = (words.to_owned(), None);
        }
        match shown.iter().find(|(_, words)| *words == self.told) {
            Some((response, words)) => heard::remark(ui, response, words, &mut self.told_to),
            // A remark that does not hold any more is not told; the flag is told and stands nowhere as words.
            None if before.contains(&self.told) => self.told.clear(),
            None if !self.told.is_empty() => {
                heard::say(ui, &self.told, &mut self.told_to);
            }
            None => {}
        }
    }

    /// What to say of the answer, as long as that is so.
    fn remark_words(&self, play: &Play, remark: Remark) -> Option<String> {
        let (turn, mode) = (play.sitting.turn(), play.sitting.terms.mode);
        let (kind, response) = (turn.item.question.kind(), self.response());
        match (remark, &response) {
            (Remark::NothingToSkipTo, _) => {
                Some("There is nothing left to skip to. Answer, or say that you don’t know.".to_owned())
            }
            (Remark::Missing, None) => Some(kind_words::missing(kind, mode)),
            (Remark::Missing, Some(_)) => self.lacks_certainty(turn).then(|| certainty::MISSING_WORDS.to_owned()),
            (Remark::NotANumber, Some(response)) => {
                answers::is_no_number(response).then(|| kind_words::not_a_number(mode))
            }
            (Remark::OpenParts, Some(response)) => kind_words::open(kind, answers::open_parts(response)),
            (Remark::NotANumber | Remark::OpenParts, None) => None,
        }
    }

    fn carry_out(&mut self, pressed: Pressed, play: &Play, actions: &mut Vec<Action>) {
        match pressed {
            Pressed::Confirm => self.confirm(play, actions),
            Pressed::Next => actions.push(Action::Next),
            Pressed::Back => {
                self.keep(play, actions);
                actions.push(Action::Back);
            }
            Pressed::Hint => actions.push(Action::Hint),
            Pressed::NotKnown => actions.push(Action::NotKnown),
            Pressed::Skip => self.skip(play, actions),
            Pressed::Finish => actions.push(Action::HandIn),
            Pressed::Overview => {
                self.keep(play, actions);
                actions.push(Action::ShowOverview);
            }
        }
    }

    fn lacks_certainty(&self, turn: &Turn) -> bool {
        turn.counts_certainty && self.certainty.is_none()
    }
}

/// Whether a list lies open over the question, to which the keys belong.
fn is_list_open(ctx: &egui::Context) -> bool {
    egui::Popup::is_any_open(ctx)
}
