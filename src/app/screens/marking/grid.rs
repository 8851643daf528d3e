//! The grid: a field for the line under way with its marks below it, the lines so far, and what two passes differ in.

use crate::app::action::{Action, Export, MarkingDeed, TeachDeed};
use crate::app::input::keys;
use crate::app::screens::frame;
use crate::app::state::marking::OpenPaper;
use crate::app::state::model::Model;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, card, field, form, heard, menu, page, row, segmented, text};
use crate::app::wording::{marking_words, words};
use crate::paper_marks::{MarkedLine, Pass, Row};
use crate::report::letter;
use egui::{Id, Key, Ui};
use egui_material_icons::icons::{
    ICON_ARROW_BACK, ICON_CO_PRESENT, ICON_CSV, ICON_DELETE, ICON_EDIT, ICON_REDO, ICON_UNDO,
};

const HOW: &str = "A name, a colon, and an answer a question. - is blank, ? cannot be read, ab are two marks, \"two words\" stand in \
     quotation marks, and ... leaves the rest blank.";

/// What the grid remembers between frames.
#[derive(Debug, Default)]
pub struct Grid {
    /// Whether the field has had the focus since what was last done elsewhere.
    has_returned: bool,
    /// What was said of the line that was kept last.
    told: String,
    told_to: Option<Id>,
}

impl Grid {
    /// Shows the grid.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, open: &OpenPaper, actions: &mut Vec<Action>) {
        let before = actions.len();
        if !model.is_modal_open() && !menu::is_any_open(ui) {
            self.listen(ui, open, actions);
        }
        page::wide(ui, |ui| {
            if ui.add(Button::quiet("All papers").icon(ICON_ARROW_BACK).key("Esc").in_line()).clicked() {
                actions.push(Action::Mark(MarkingDeed::Close));
            }
            text::title(ui, format!("Paper {}", open.paper.code));
            text::soft(ui, format!("{} · {}", open.paper.bank_title, marking_words::extent(&open.paper)));
            ui.add_space(8.0);
            card::show(ui, |ui| {
                choices(ui, open, actions);
                self.line(ui, open, actions);
            });
            if !open.differences.is_empty() {
                page::gap(ui);
                differences(ui, open);
            }
            page::gap(ui);
            lines(ui, open, actions);
            page::gap(ui);
            save(ui, open, actions);
        });
        // Whatever was done, typing goes on.
        let returns = |action: &Action| matches!(action, Action::Mark(deed) if !matches!(deed, MarkingDeed::Type(_)));
        self.has_returned &= !actions[before..].iter().any(returns);
    }

    fn listen(&mut self, ui: &Ui, open: &OpenPaper, actions: &mut Vec<Action>) {
        if keys::take_escape(ui.ctx()) {
            actions.push(Action::Mark(MarkingDeed::Close));
        }
        if keys::take_enter(ui.ctx()) {
            self.keep(open, actions);
        }
        if open.draft.can_undo() && keys::take_letter(ui.ctx(), Key::U, false) {
            self.say("Taken back".to_owned());
            actions.push(Action::Mark(MarkingDeed::Undo));
        }
        if open.draft.can_redo() && keys::take_letter(ui.ctx(), Key::R, false) {
            self.say("Done again".to_owned());
            actions.push(Action::Mark(MarkingDeed::Redo));
        }
    }

    fn keep(&mut self, open: &OpenPaper, actions: &mut Vec<Action>) {
        if let Some(typed) = &open.typed {
            self.say(match typed {
                Ok(line) => format!("{}: {}", line.line.name, told(open, line)),
                Err(fault) => words::as_sentence(&fault.to_string()),
            });
        }
        actions.push(Action::Mark(MarkingDeed::Keep));
    }

    fn say(&mut self, words: String) {
        (self.told, self.told_to) = (words, None);
    }

    /// The field, with what the line means so far below it.
    fn line(&mut self, ui: &mut Ui, open: &OpenPaper, actions: &mut Vec<Action>) {
        form::rule(ui);
        let mut typing = open.draft.typing.clone();
        let label = if open.draft.changing.is_some() { "Change the line" } else { "Name and answers" };
        let field = field::show(ui, label, &mut typing, "Ada: c a b d");
        if !std::mem::replace(&mut self.has_returned, true) {
            field.request_focus();
            field::go_to_end(ui, &field, &typing);
        }
        frame::hold_focus(ui, &field);
        if typing != open.draft.typing {
            actions.push(Action::Mark(MarkingDeed::Type(typing)));
        }
        match &open.typed {
            Some(Ok(line)) => {
                text::body(ui, format!("{}: {}", line.line.name, told(open, line)));
            }
            Some(Err(fault)) => {
                text::soft(ui, words::as_sentence(&fault.to_string()));
            }
            None if self.told.is_empty() => {
                text::small(ui, HOW);
            }
            None => {
                let shown = text::soft(ui, self.told.as_str());
                heard::remark(ui, &shown, &self.told, &mut self.told_to);
            }
        }
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::primary("Keep line").key("Enter").enabled(open.typed.is_some())).clicked() {
                self.keep(open, actions);
            }
            let undo = Button::secondary("Undo").icon(ICON_UNDO).key("Alt U").enabled(open.draft.can_undo());
            if ui.add(undo).clicked() {
                actions.push(Action::Mark(MarkingDeed::Undo));
            }
            let redo = Button::secondary("Redo").icon(ICON_REDO).key("Alt R").enabled(open.draft.can_redo());
            if ui.add(redo).clicked() {
                actions.push(Action::Mark(MarkingDeed::Redo));
            }
        });
    }
}

/// The version and the pass at hand.
fn choices(ui: &mut Ui, open: &OpenPaper, actions: &mut Vec<Action>) {
    if open.paper.has_versions() {
        let letters: Vec<String> = (0..open.paper.papers.len()).map(letter).collect();
        let versions: Vec<(usize, &str)> = letters.iter().map(String::as_str).enumerate().collect();
        let hint = "Or type it: Version B, or Ada (B): c a b";
        let chosen =
            form::row(ui, "Version", hint, true, |ui| segmented::show(ui, "Version", &versions, open.draft.version));
        actions.extend(chosen.map(|version| Action::Mark(MarkingDeed::Take(version))));
    }
    let passes = [(Pass::First, "First"), (Pass::Second, "Second, to compare")];
    let is_first = !open.paper.has_versions();
    let chosen = form::row(ui, "Pass", "The first one is saved", is_first, |ui| {
        segmented::show(ui, "Pass", &passes, open.draft.pass)
    });
    actions.extend(chosen.map(|pass| Action::Mark(MarkingDeed::Turn(pass))));
}

fn differences(ui: &mut Ui, open: &OpenPaper) {
    let amber = Theme::of(ui.ctx()).palette.amber;
    let count = words::count(open.differences.len(), "difference");
    card::edged(ui, amber, |ui| {
        text::heading(ui, format!("{count} between the two passes"));
        for difference in &open.differences {
            text::body(ui, marking_words::difference(difference));
        }
    });
}

/// The lines of the pass at hand, the newest first: it stands beside the field.
fn lines(ui: &mut Ui, open: &OpenPaper, actions: &mut Vec<Action>) {
    let rows = open.rows();
    text::heading(ui, format!("{} typed", words::count(rows.len(), "line")));
    if rows.is_empty() {
        return;
    }
    card::show(ui, |ui| {
        for (place, line) in rows.iter().enumerate().rev() {
            if place + 1 < rows.len() {
                form::rule(ui);
            }
            ui.push_id(place, |ui| line_row(ui, open, place, line, actions));
        }
    });
}

fn line_row(ui: &mut Ui, open: &OpenPaper, place: usize, line: &Row, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let what = |ui: &mut Ui| {
        ui.vertical(|ui| {
            text::paragraph(ui, &line.text, theme.mono(), theme.palette.text);
            match &line.outcome {
                Ok(marked) => text::small(ui, told(open, marked)),
                Err(fault) => {
                    text::paragraph(ui, words::as_sentence(&fault.to_string()), theme.small(), theme.palette.wrong)
                }
            };
        });
    };
    let better = line.outcome.as_ref().ok().and_then(|marked| marked.better);
    let (_, deed) = row::split_top(ui, what, |ui| {
        let name = line.outcome.as_ref().map_or(line.text.as_str(), |marked| &marked.line.name);
        let mut deed = None;
        if let Some(better) = better {
            let label = format!("Put on {}", letter(better.version));
            let spoken = format!("Put {name} on version {}", letter(better.version));
            let is_wanted = ui.add(Button::warning(&label).name(&spoken)).clicked();
            deed = is_wanted.then_some(MarkingDeed::PutOn { place, version: better.version });
        }
        let (change, remove) = (format!("Change the line of {name}"), format!("Remove the line of {name}"));
        if ui.add(Button::icon_only(ICON_EDIT, &change)).clicked() {
            deed = Some(MarkingDeed::Change(place));
        }
        if ui.add(Button::icon_only(ICON_DELETE, &remove).in_line_right()).clicked() {
            deed = Some(MarkingDeed::Remove(place));
        }
        deed
    });
    actions.extend(deed.map(Action::Mark));
}

/// What a line came to, and what should be looked at again.
fn told(open: &OpenPaper, line: &MarkedLine) -> String {
    words::sentences([marking_words::result(&open.paper, line), marking_words::hints(line)])
}

fn save(ui: &mut Ui, open: &OpenPaper, actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        let button = Button::secondary("Save results (CSV)…").icon(ICON_CSV).enabled(open.is_ready());
        if ui.add(button).clicked() {
            actions.push(Action::Export(Export::Marks));
        }
        let button = Button::secondary("Add to the class").icon(ICON_CO_PRESENT).enabled(open.is_ready());
        if ui.add(button).clicked() {
            actions.push(Action::Teach(TeachDeed::AddMarked));
        }
    });
    let faulty = open.faulty();
    if faulty > 0 {
        text::small(ui, format!("{} cannot be marked yet: change or remove it first.", words::count(faulty, "line")));
    } else if !open.differences.is_empty() {
        text::small(ui, "The two passes still differ: the first is saved.");
    }
}
