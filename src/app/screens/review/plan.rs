//! How a learner wants to study: questions a day, how much to remember, which banks come up, and their exam days.

use crate::app::action::{Action, StudyChoice};
use crate::app::state::agenda::{Agenda, BankLine};
use crate::app::theme::Theme;
use crate::app::widgets::{card, field, form, heard, segmented, text};
use crate::app::wording::review_words;
use crate::history::BankStudy;
use crate::schedule::{StudyDay, Target};
use egui::Ui;
use std::collections::HashMap;

const NEW_PER_DAY: [u32; 5] = [0, 5, 10, 20, 40];
const DAILY_LIMITS: [u32; 5] = [20, 50, 100, 200, 400];
/// Width of the field for the day of an exam, at normal text size.
const EXAM_WIDTH: f32 = 320.0;
const TARGETS_PERCENT: [u32; 5] = [80, 85, 90, 95, 97];

/// The days of exams as they are being typed, by bank.
#[derive(Debug, Default)]
pub(super) struct Plan {
    typed: HashMap<String, String>,
}

impl Plan {
    /// Takes over the days that were chosen elsewhere; what is being typed and is no day yet stays.
    pub fn follow(&mut self, agenda: Option<&Agenda>) {
        for line in agenda.iter().flat_map(|agenda| &agenda.banks) {
            let typed = self.typed.entry(line.id.clone()).or_default();
            if agenda.is_some_and(|agenda| typed_day(typed, agenda.day).is_ok()) {
                *typed = line.study.exam_day.map(StudyDay::to_iso).unwrap_or_default();
            }
        }
    }

    /// Shows what can be chosen.
    pub fn show(&mut self, ui: &mut Ui, agenda: &Agenda, fitting: Option<f32>, actions: &mut Vec<Action>) {
        text::heading(ui, "How you study");
        card::show(ui, |ui| {
            counts(ui, "New questions a day", "", &NEW_PER_DAY, agenda.study.new_per_day, true)
                .into_iter()
                .for_each(|count| actions.push(Action::SetStudy(StudyChoice::NewPerDay(count))));
            let hint = "The rest is spread over the coming days";
            counts(ui, "Daily limit", hint, &DAILY_LIMITS, agenda.study.daily_limit, false)
                .into_iter()
                .for_each(|count| actions.push(Action::SetStudy(StudyChoice::DailyLimit(count))));
            let percent = (100.0 * agenda.study.target.share()).round() as u32;
            let hint = "Higher means more questions a day";
            let chosen = shares(ui, "Aim to remember", hint, percent);
            let target = chosen.and_then(|percent| Target::new(f64::from(percent) / 100.0).ok());
            actions.extend(target.map(|target| Action::SetStudy(StudyChoice::Target(target))));
            if let Some(words) = review_words::fit(fitting, agenda.study.last_fit) {
                text::small(ui, words);
            }
        });
        ui.add_space(16.0);
        text::heading(ui, "Banks and exams");
        card::show(ui, |ui| {
            for (place, line) in agenda.banks.iter().enumerate() {
                if place > 0 {
                    form::rule(ui);
                }
                self.bank(ui, line, agenda.day, actions);
            }
        });
    }

    fn bank(&mut self, ui: &mut Ui, line: &BankLine, today: StudyDay, actions: &mut Vec<Action>) {
        let set = |study: BankStudy| Action::SetBankStudy { bank_id: line.id.clone(), study };
        let choices = [(true, "Review"), (false, "Leave out")];
        let name = format!("{}: comes up for review", line.title);
        let chosen = form::row(ui, &line.title, "", true, |ui| segmented::show(ui, &name, &choices, line.is_followed));
        actions.extend(chosen.map(|is_followed| set(BankStudy { is_followed: Some(is_followed), ..line.study })));
        if !line.is_followed {
            return;
        }
        let typed = self.typed.entry(line.id.clone()).or_default();
        let before = typed_day(typed, today);
        let label = format!("Exam day of {}", line.title);
        let response = ui
            .scope(|ui| {
                ui.set_max_width(EXAM_WIDTH * Theme::of(ui.ctx()).text_scale);
                field::checked(ui, &label, typed, "", before.is_err())
            })
            .inner;
        match typed_day(typed, today) {
            Ok(exam_day) if response.changed() && exam_day != line.study.exam_day => {
                actions.push(set(BankStudy { exam_day, ..line.study }));
            }
            Ok(None) => {
                text::small(
                    ui,
                    format!("Optional. Write it as {}: until then, each day holds its share.", (today + 14).to_iso()),
                );
            }
            Ok(Some(_)) => {}
            Err(why) => {
                // Said with the field, where it is heard while typing.
                heard::describe(&response, why.words());
                heard::leave_out(&text::small(ui, why.words()));
            }
        }
    }
}

/// Why what was typed is no day of an exam.
enum NoExamDay {
    Over,
    NoDay,
}

impl NoExamDay {
    fn words(&self) -> &'static str {
        match self {
            Self::Over => "This day is over. Choose one after today.",
            Self::NoDay => "Write the day as year, month and day, such as 2027-05-31.",
        }
    }
}

/// The day that was typed; `None` for nothing.
fn typed_day(typed: &str, today: StudyDay) -> Result<Option<StudyDay>, NoExamDay> {
    match StudyDay::from_iso(typed.trim()) {
        _ if typed.trim().is_empty() => Ok(None),
        Some(day) if day > today => Ok(Some(day)),
        Some(_) => Err(NoExamDay::Over),
        None => Err(NoExamDay::NoDay),
    }
}

fn counts(ui: &mut Ui, label: &str, hint: &str, offered: &[u32], current: u32, is_first: bool) -> Option<u32> {
    chosen_of(ui, label, hint, offered, current, is_first, |count| count.to_string())
}

fn shares(ui: &mut Ui, label: &str, hint: &str, current: u32) -> Option<u32> {
    chosen_of(ui, label, hint, &TARGETS_PERCENT, current, false, |percent| format!("{percent} %"))
}

/// What was chosen of what is offered; a value from elsewhere is offered too.
fn chosen_of(
    ui: &mut Ui,
    label: &str,
    hint: &str,
    offered: &[u32],
    current: u32,
    is_first: bool,
    words: impl Fn(u32) -> String,
) -> Option<u32> {
    let mut values = offered.to_vec();
    if !values.contains(&current) {
        values.push(current);
        values.sort_unstable();
    }
    let labels: Vec<String> = values.iter().map(|value| words(*value)).collect();
    let choices: Vec<(u32, &str)> = values.into_iter().zip(labels.iter().map(String::as_str)).collect();
    form::row(ui, label, hint, is_first, |ui| segmented::show(ui, label, &choices, current))
}
