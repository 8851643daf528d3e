//! The card of a bank that can be played: what it is about, how much of it was last answered right, and what can be done with it.

use crate::app::action::{Action, AuthorDeed, BankExportDeed, BankRef};
use crate::app::screens::frame;
use crate::app::state::card::BankCard;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, Menu, card, chip, heard, ring, row, text};
use crate::app::wording::words;
use crate::bank::Mode;
use egui::emath::GuiRounding;
use egui::{Align, Layout, Rect, Response, Ui, vec2};
use egui_material_icons::icons::{
    ICON_DELETE, ICON_EDIT, ICON_FACT_CHECK, ICON_IOS_SHARE, ICON_MORE_HORIZ, ICON_PLAY_ARROW, ICON_PRINT,
    ICON_REFRESH, ICON_WARNING,
};

/// How many ready-made quizzes the list of a card holds; all of them stand on the set-up screen.
const MOST_QUIZZES: usize = 6;
const RING_SIZE: f32 = 56.0;

/// Shows a card at least `row_height` high, with the primary button of the page where it is the one to begin with. Gives
/// back how high it would be by itself.
pub(super) fn show(
    ui: &mut Ui,
    bank: &BankCard,
    due: usize,
    row_height: f32,
    is_primary: bool,
    actions: &mut Vec<Action>,
) -> f32 {
    let shown = card::show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        row::split_top(ui, |ui| ui.vertical(|ui| about(ui, bank, due, actions)), |ui| known(ui, bank));
        if bank.problem_count > 0 && see_problems(ui, bank.problem_count, &bank.title) {
            actions.push(Action::LookAtProblems(reference(bank)));
        }
        ui.add_space(6.0);
        // In line with the buttons of the other card of the row.
        let needed = ui.cursor().top() - ui.min_rect().top() + Theme::of(ui.ctx()).control_height();
        let spare = (row_height - needed).max(0.0).floor_ui();
        ui.add_space(spare);
        let (begins, wish) = row::split(ui, |ui| begin_buttons(ui, bank, is_primary), |ui| more(ui, bank));
        actions.extend(begins.or(wish));
        let rect = ui.min_rect();
        ui.expand_to_include_rect(Rect::from_min_size(rect.left_top(), vec2(0.0, row_height)));
        rect.height() - spare
    });
    shown.inner
}

fn about(ui: &mut Ui, bank: &BankCard, due: usize, actions: &mut Vec<Action>) {
    if text::leading_heading(ui, &bank.title).clicked() {
        actions.push(Action::LookAt(reference(bank)));
    }
    if !bank.about.is_empty() {
        text::small(ui, &bank.about);
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        text::small(ui, &bank.facts);
        if due > 0 {
            chip::amber(ui, &format!("{due} due"));
        }
    });
}

/// The ring with a word for what it shows.
fn known(ui: &mut Ui, bank: &BankCard) {
    let width = RING_SIZE * (0.5 + 0.5 * Theme::of(ui.ctx()).text_scale);
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ring::show(ui, bank.mastery, RING_SIZE, &format!("{}: last answered right", bank.title));
        heard::leave_out(&text::small(ui, "last right"));
    });
}

fn begin_buttons(ui: &mut Ui, bank: &BankCard, is_primary: bool) -> Option<Action> {
    let can_play = bank.question_count > 0;
    let set_up = |mode| Action::SetUp { bank_id: bank.id.clone(), mode: Some(mode), topic: None };
    let practise = if is_primary { Button::primary("Practise").key("Enter") } else { Button::secondary("Practise") };
    let response = ui.add(practise.name(&format!("Practise: {}", bank.title)).enabled(can_play));
    heard::describe(&response, &spoken(bank));
    if is_primary {
        frame::hold_focus(ui, &response);
    }
    let test = ui.add(Button::quiet("Test").name(&format!("Test: {}", bank.title)).enabled(can_play));
    let is_wanted = |response: &Response, mode| response.clicked().then(|| set_up(mode));
    is_wanted(&response, Mode::Practice).or(is_wanted(&test, Mode::Test))
}

/// What is done now and then.
fn more(ui: &mut Ui, bank: &BankCard) -> Option<Action> {
    let name = format!("More about {}", bank.title);
    let mut menu = Menu::new(&name);
    for quiz in bank.quizzes.iter().take(MOST_QUIZZES) {
        let start = Action::StartQuiz { bank_id: bank.id.clone(), quiz_id: quiz.id.clone() };
        let note = if quiz.shortage.is_empty() { &quiz.about } else { &quiz.shortage };
        menu = menu.explained(ICON_PLAY_ARROW, &quiz.title, note, quiz.can_start.then_some(start));
    }
    let all = format!("All {} ready-made quizzes", bank.quizzes.len());
    if bank.quizzes.len() > MOST_QUIZZES {
        let set_up = Action::SetUp { bank_id: bank.id.clone(), mode: None, topic: None };
        menu = menu.deed(ICON_MORE_HORIZ, &all, set_up);
    }
    let edit = if bank.path.is_some() { "Edit questions" } else { "Make a copy that is yours" };
    let open = AuthorDeed::Open { bank: reference(bank), question: None };
    menu = menu.deed(ICON_EDIT, edit, Action::Author(open));
    menu = menu.deed(ICON_FACT_CHECK, "Preview and check", Action::LookAt(reference(bank)));
    if bank.question_count > 0 {
        menu = menu.deed(ICON_PRINT, "Print…", Action::SetUpPrint { bank_id: bank.id.clone() });
        let export = BankExportDeed::Open(bank.id.clone());
        menu = menu.deed(ICON_IOS_SHARE, "Export for another program…", Action::ExportBank(export));
    }
    if let Some(path) = &bank.path {
        menu = menu.deed(ICON_REFRESH, "Reload", Action::ReloadBank(path.clone()));
        if bank.is_removable {
            menu = menu.deed(ICON_DELETE, "Remove from the library", Action::RemoveBank(path.clone()));
        }
    }
    menu.show(ui, Button::icon_only(ICON_MORE_HORIZ, &name).in_line_right())
}

/// Shows the way to what is wrong with a bank; gives back whether it was taken.
pub(super) fn see_problems(ui: &mut Ui, count: usize, title: &str) -> bool {
    let label = format!("See {}", words::count(count, "problem"));
    let name = format!("{label}: {title}");
    ui.add(Button::warning(&label).icon(ICON_WARNING).name(&name).in_line()).clicked()
}

/// By what the bank of a card is found.
fn reference(bank: &BankCard) -> BankRef {
    let file = bank.path.clone().map(BankRef::File);
    file.unwrap_or_else(|| BankRef::Shipped(bank.id.clone()))
}

/// What a screen reader says of a bank beside its title.
fn spoken(bank: &BankCard) -> String {
    let problems = if bank.problem_count > 0 { words::count(bank.problem_count, "problem") } else { String::new() };
    words::sentences([bank.about.clone(), bank.facts.clone(), problems])
}
