//! The library: carry on where you left, or choose what to learn next.

use crate::app::action::{Action, BankRef, Page};
use crate::app::bank_read::FoundProblem;
use crate::app::keys;
use crate::app::model::{AddedBank, BankCard, Card, FaultyCard, Model};
use crate::app::screens::{frame, setup};
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, heard, icon, page, plan_row, ring, row, text};
use crate::app::words;
use crate::bank::Mode;
use egui::{Align, Id, Layout, Rect, Ui, vec2};
use egui_material_icons::icons::{ICON_ADD, ICON_ERROR, ICON_KEYBOARD, ICON_SEARCH, ICON_WARNING};
use std::collections::HashSet;

/// Width of a page below which cards stand in one column, at normal text size.
const TWO_COLUMN_WIDTH: f32 = 640.0;

/// How many ready-made quizzes a card shows: it is there to choose a bank.
const MOST_QUIZZES: usize = 3;

/// Which cards show their details.
#[derive(Debug, Default)]
pub struct LibraryScreen {
    opened: HashSet<String>,
}

impl LibraryScreen {
    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
        if !model.is_modal_open() {
            listen(ui, model, actions);
        }
        page::wide(ui, |ui| {
            header(ui, actions);
            ui.add_space(8.0);
            if let Some(added) = &model.added {
                added_card(ui, added, actions);
                ui.add_space(8.0);
            }
            for sitting in model.unfinished.iter().take(1) {
                setup::carry_on(ui, sitting, actions);
                let others = model.unfinished.len() - 1;
                if others > 0 {
                    text::small(ui, waiting_words(others));
                }
                ui.add_space(8.0);
            }
            let gap = 18.0;
            let scale = 0.4 + 0.6 * Theme::of(ui.ctx()).text_scale;
            let columns = if ui.available_width() >= TWO_COLUMN_WIDTH * scale { 2 } else { 1 };
            let width = (ui.available_width() - gap * (columns as f32 - 1.0)) / columns as f32;
            let banks: Vec<&BankCard> = model.cards.iter().filter_map(Card::as_bank).collect();
            let faulty: Vec<&FaultyCard> = model.cards.iter().filter_map(Card::as_faulty).collect();
            let mut is_first = model.unfinished.is_empty() && model.added.is_none();
            for (index, in_row) in banks.chunks(columns).enumerate() {
                // Cards of one row are as high as the highest of them was in the last frame.
                let height_id = Id::unique(("library row", index));
                let row_height = ui.data(|data| data.get_temp::<f32>(height_id)).unwrap_or_default();
                let mut highest: f32 = 0.0;
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = gap;
                    for bank in in_row {
                        ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                            ui.set_width(width);
                            highest = highest.max(self.bank_card(
                                ui,
                                bank,
                                row_height,
                                std::mem::take(&mut is_first),
                                actions,
                            ));
                        });
                    }
                });
                if highest != row_height {
                    ui.data_mut(|data| data.insert_temp(height_id, highest));
                    // Laid out again before anything is painted; where that was done already, in the next frame.
                    ui.ctx().request_discard("cards of one row are as high as the highest of them");
                    if !ui.ctx().will_discard() {
                        ui.ctx().request_repaint();
                    }
                }
                ui.add_space(gap - 8.0);
            }
            for card in faulty {
                self.faulty_card(ui, card, actions);
                ui.add_space(gap - 8.0);
            }
        });
    }

    /// Shows a card at least `row_height` high; gives back how high it would be by itself.
    fn bank_card(
        &mut self,
        ui: &mut Ui,
        bank: &BankCard,
        row_height: f32,
        is_first: bool,
        actions: &mut Vec<Action>,
    ) -> f32 {
        let shown = card::show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            let words = |ui: &mut Ui| {
                ui.vertical(|ui| {
                    text::heading(ui, &bank.title);
                    if !bank.about.is_empty() {
                        text::small(ui, &bank.about);
                    }
                });
            };
            row::split_top(ui, words, |ui| {
                ring::show(ui, bank.mastery, 56.0, &format!("{}: known", bank.title));
            });
            ui.add_space(4.0);
            text::small(ui, &bank.facts);
            if !bank.messages.is_empty() {
                self.messages(ui, &bank.key, &bank.summary, &bank.messages);
            }
            ui.add_space(4.0);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                let can_play = bank.question_count > 0;
                for (label, mode) in [("Practise", Mode::Practice), ("Test", Mode::Test)] {
                    let name = format!("{label}: {}", bank.title);
                    let button = if mode == Mode::Practice { Button::primary(label) } else { Button::secondary(label) };
                    let response = ui.add(button.name(&name).enabled(can_play));
                    if mode == Mode::Practice {
                        heard::describe(&response, &spoken(bank));
                    }
                    if is_first && mode == Mode::Practice {
                        frame::hold_focus(ui, &response);
                    }
                    if response.clicked() {
                        actions.push(Action::SetUp { bank_id: bank.id.clone(), mode: Some(mode), topic: None });
                    }
                }
                if ui.add(Button::quiet("Look at it").name(&format!("Look at {}", bank.title))).clicked() {
                    let file = bank.path.clone().map(BankRef::File);
                    actions.push(Action::LookAt(file.unwrap_or_else(|| BankRef::Shipped(bank.id.clone()))));
                }
                if let Some(path) = &bank.path {
                    let (again, remove) = (format!("Read {} again", bank.title), format!("Remove {}", bank.title));
                    if ui.add(Button::quiet("Read again").name(&again)).clicked() {
                        actions.push(Action::ReloadBank(path.clone()));
                    }
                    if bank.is_removable && ui.add(Button::quiet("Remove").name(&remove)).clicked() {
                        actions.push(Action::RemoveBank(path.clone()));
                    }
                }
            });
            quizzes(ui, bank, actions);
            let height = ui.min_rect().height();
            let top = ui.min_rect().left_top();
            ui.expand_to_include_rect(Rect::from_min_size(top, vec2(0.0, row_height)));
            height
        });
        shown.inner
    }

    fn faulty_card(&mut self, ui: &mut Ui, faulty: &FaultyCard, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui.ctx());
        card::show(ui, |ui| {
            ui.horizontal_top(|ui| {
                icon::show(ui, ICON_ERROR, 20.0, theme.palette.wrong);
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    text::heading(ui, &faulty.name);
                    text::body(ui, &faulty.message);
                    text::small(ui, &faulty.path);
                    if !faulty.messages.is_empty() {
                        self.messages(ui, &faulty.path, "All that was found", &faulty.messages);
                    }
                    ui.horizontal_wrapped(|ui| {
                        let (again, remove) =
                            (format!("Read {} again", faulty.name), format!("Remove {}", faulty.name));
                        let look = format!("Look at {}", faulty.name);
                        if !faulty.is_gone && ui.add(Button::secondary("Look at it").name(&look)).clicked() {
                            actions.push(Action::LookAt(BankRef::File(faulty.path.clone())));
                        }
                        if ui.add(Button::secondary("Read again").name(&again)).clicked() {
                            actions.push(Action::ReloadBank(faulty.path.clone()));
                        }
                        if faulty.is_gone && ui.add(Button::secondary("Locate it")).clicked() {
                            actions.push(Action::Locate(faulty.path.clone()));
                        }
                        if faulty.is_removable && ui.add(Button::quiet("Remove").name(&remove)).clicked() {
                            actions.push(Action::RemoveBank(faulty.path.clone()));
                        }
                    });
                });
            });
        });
    }

    fn messages(&mut self, ui: &mut Ui, key: &str, summary: &str, messages: &[String]) {
        let theme = Theme::of(ui.ctx());
        let is_open = self.opened.contains(key);
        let label = if is_open { "Hide" } else { "Show the places" };
        ui.horizontal_wrapped(|ui| {
            icon::show(ui, ICON_WARNING, 18.0, theme.palette.amber);
            text::paragraph(ui, summary, theme.small(), theme.palette.amber);
            let name = format!("{label}: {key}");
            if ui.add(Button::quiet(label).name(&name)).clicked() && !self.opened.remove(key) {
                self.opened.insert(key.to_owned());
            }
        });
        if is_open {
            for message in messages {
                text::paragraph(ui, message, theme.small(), theme.palette.text);
            }
        }
    }
}

/// How many problems the card of a bank that was just added names.
const MOST_PROBLEMS: usize = 6;

/// What came of adding a bank that is not whole: what can be played, what was left out, and where.
fn added_card(ui: &mut Ui, added: &AddedBank, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let buttons = |ui: &mut Ui, actions: &mut Vec<Action>| {
        // The primary button comes first in both directions of writing a row.
        let response = ui.add(Button::primary("Mend it").key("Enter").name(&format!("Mend {}", added.title)));
        frame::hold_focus(ui, &response);
        if response.clicked() {
            actions.push(mend(added));
        }
        if let Some(id) = &added.playable_id
            && ui
                .add(Button::secondary("Practise").name(&format!("Practise what is left of {}", added.title)))
                .clicked()
        {
            actions.push(Action::SetUp { bank_id: id.clone(), mode: None, topic: None });
        }
    };
    let is_wide = ui.available_width() >= TWO_COLUMN_WIDTH * theme.text_scale;
    card::edged(ui, theme.palette.amber, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.horizontal_top(|ui| {
            icon::show(ui, ICON_WARNING, 20.0, theme.palette.amber);
            if is_wide {
                ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                    buttons(ui, actions);
                    ui.with_layout(Layout::top_down(Align::Min), |ui| added_words(ui, added));
                });
            } else {
                ui.with_layout(Layout::top_down(Align::Min), |ui| added_words(ui, added));
            }
        });
        for problem in added.problems.iter().take(MOST_PROBLEMS) {
            added_problem(ui, problem);
        }
        let more = added.problem_count.saturating_sub(MOST_PROBLEMS.min(added.problems.len()));
        if more > 0 {
            text::small(ui, format!("and {more} more"));
        }
        if !is_wide {
            ui.horizontal_wrapped(|ui| buttons(ui, actions));
        }
    });
}

fn added_words(ui: &mut Ui, added: &AddedBank) {
    let words = match (&added.playable_id, added.left_out) {
        (None, _) => format!("{} was added, but cannot be played yet", added.title),
        (Some(_), 0) => format!("{} was added, with {}", added.title, words::count(added.problem_count, "problem")),
        (Some(_), left_out) => {
            let all = words::count(added.askable + left_out, "question");
            format!("{} was added: {} of {all} can be asked", added.title, added.askable)
        }
    };
    let heading = text::heading(ui, words);
    frame::announce(ui, heading.id);
    if !added.failure.is_empty() && added.problems.is_empty() {
        text::body(ui, &added.failure);
    }
}

/// The place, the question and what is wrong with it, in one line where there is room.
fn added_problem(ui: &mut Ui, problem: &FoundProblem) {
    let theme = Theme::of(ui.ctx());
    // Nothing in the row is pressed, so it is no higher than its words.
    ui.spacing_mut().interact_size.y = 0.0;
    ui.horizontal_wrapped(|ui| {
        icon::show(ui, ICON_ERROR, 16.0, theme.palette.wrong);
        let place = format!("{}:{}", problem.place.line, problem.place.column);
        text::paragraph(ui, place, theme.mono(), theme.palette.soft);
        let question = problem.question.as_ref().map(|id| format!("“{id}”: ")).unwrap_or_default();
        text::paragraph(ui, format!("{question}{}", problem.words), theme.small(), theme.palette.text);
    });
}

fn mend(added: &AddedBank) -> Action {
    Action::LookAt(BankRef::File(added.stored.clone()))
}

/// The first of the bank's ready-made quizzes; all of them stand on the set-up screen.
fn quizzes(ui: &mut Ui, bank: &BankCard, actions: &mut Vec<Action>) {
    if !bank.quizzes.is_empty() {
        ui.add_space(6.0);
    }
    for quiz in bank.quizzes.iter().take(MOST_QUIZZES) {
        if plan_row::show(ui, quiz, &format!("Start {} of {}", quiz.title, bank.title)).clicked() {
            actions.push(Action::StartQuiz { bank_id: bank.id.clone(), quiz_id: quiz.id.clone() });
        }
    }
    let others = bank.quizzes.len().saturating_sub(MOST_QUIZZES);
    if others > 0 {
        text::small(ui, format!("{others} more under Practise or Test"));
    }
}

fn waiting_words(others: usize) -> String {
    if others == 1 {
        "1 more sitting waits in the history.".to_owned()
    } else {
        format!("{others} more sittings wait in the history.")
    }
}

fn listen(ui: &Ui, model: &Model, actions: &mut Vec<Action>) {
    if keys::take_enter(ui.ctx()) {
        if let Some(added) = &model.added {
            return actions.push(mend(added));
        }
        let first = model.cards.iter().filter_map(Card::as_bank).find(|bank| bank.question_count > 0);
        if let Some(sitting) = model.unfinished.first() {
            actions.push(Action::Resume(sitting.id));
        } else if let Some(bank) = first {
            actions.push(Action::SetUp { bank_id: bank.id.clone(), mode: None, topic: None });
        }
    }
}

fn header(ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        let scale = Theme::of(ui.ctx()).text_scale;
        if ui.available_width() < 560.0 * scale {
            text::title(ui, "Library");
            ui.end_row();
            buttons(ui, actions);
        } else {
            row::split(ui, |ui| text::title(ui, "Library"), |ui| buttons_from_left(ui, actions));
        }
    });
}

/// What a screen reader says of a bank beside its title.
fn spoken(bank: &BankCard) -> String {
    let summary = if bank.messages.is_empty() { "" } else { &bank.summary };
    words::sentences([&bank.about, &bank.facts, summary].map(str::to_owned))
}

/// The button that is used most stands at the edge.
fn buttons_from_left(ui: &mut Ui, actions: &mut Vec<Action>) {
    if ui.add(Button::quiet("Search questions").icon(ICON_SEARCH).key("Ctrl K")).clicked() {
        actions.push(Action::Go(Page::Search));
    }
    if ui.add(Button::icon_only(ICON_KEYBOARD, "Type the path of a bank")).clicked() {
        actions.push(Action::AskForPath);
    }
    if ui.add(Button::secondary("Add a bank").icon(ICON_ADD)).clicked() {
        actions.push(Action::ChooseBanks);
    }
}

fn buttons(ui: &mut Ui, actions: &mut Vec<Action>) {
    if ui.add(Button::secondary("Add a bank").icon(ICON_ADD)).clicked() {
        actions.push(Action::ChooseBanks);
    }
    if ui.add(Button::icon_only(ICON_KEYBOARD, "Type the path of a bank")).clicked() {
        actions.push(Action::AskForPath);
    }
    if ui.add(Button::quiet("Search questions").icon(ICON_SEARCH).key("Ctrl K")).clicked() {
        actions.push(Action::Go(Page::Search));
    }
}
