//! The result: what you know and what not, every question to look at again, and what to do next.

use crate::app::action::{Action, Export, Page};
use crate::app::keys;
use crate::app::model::{Model, ResultView};
use crate::app::screens::{answers, feedback, frame, question, why};
use crate::app::theme::Theme;
use crate::app::widgets::{Button, bar, card, heard, icon, page, rich_text, ring, row, text};
use crate::app::words;
use crate::sitting::{Certainty, Sitting, Turn, Verdict};
use egui::{Align, Color32, CursorIcon, Layout, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons::{ICON_ARROW_BACK, ICON_ARROW_FORWARD, ICON_CSV, ICON_TIMER};

/// Width below which the two cards stand one under the other, at normal text size.
const SIDE_BY_SIDE_WIDTH: f32 = 700.0;
/// Width of the card with the ring.
const SUMMARY_WIDTH: f32 = 330.0;

/// Shows the result, or one question of it.
pub fn show(ui: &mut Ui, model: &Model, result: &ResultView, actions: &mut Vec<Action>) {
    match result.reviewing.and_then(|index| Some((index, result.sitting.turns.get(index)?))) {
        Some((index, turn)) => review(ui, model, result, index, turn, actions),
        None => summary(ui, model, result, actions),
    }
}

fn summary(ui: &mut Ui, model: &Model, result: &ResultView, actions: &mut Vec<Action>) {
    let mistakes = result.sitting.mistakes().len();
    if !model.is_modal_open() {
        if keys::take_escape(ui.ctx()) {
            actions.push(Action::Go(Page::Library));
        }
        if keys::take_enter(ui.ctx()) {
            actions.push(if mistakes > 0 { Action::PractiseMistakes } else { Action::Go(Page::Library) });
        }
    }
    page::wide(ui, |ui| {
        header(ui, result, mistakes, actions);
        ui.add_space(16.0);
        let scale = Theme::of(ui.ctx()).text_scale;
        if ui.available_width() < SIDE_BY_SIDE_WIDTH * scale {
            score_card(ui, result);
            ui.add_space(12.0);
            table(ui, result, actions);
        } else {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 20.0;
                let width = SUMMARY_WIDTH * (0.5 + 0.5 * scale);
                column(ui, width, |ui| score_card(ui, result));
                let width = ui.available_width();
                column(ui, width, |ui| table(ui, result, actions));
            });
        }
    });
}

fn column(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        contents(ui);
    });
}

fn header(ui: &mut Ui, result: &ResultView, mistakes: usize, actions: &mut Vec<Action>) {
    let sitting = &result.sitting;
    let mode = words::mode(sitting.terms.mode);
    let names = format!("{} · {mode} · seed {}", sitting.bank_title, sitting.seed);
    let theme = Theme::of(ui.ctx());
    if ui.available_width() < SIDE_BY_SIDE_WIDTH * theme.text_scale {
        header_words(ui, sitting, names);
        ui.horizontal_wrapped(|ui| buttons(ui, sitting, mistakes, actions));
    } else {
        let words = |ui: &mut Ui| ui.vertical(|ui| header_words(ui, sitting, names));
        row::split(ui, words, |ui| {
            export_button(ui, sitting, actions);
            done_button(ui, mistakes, actions);
            mistakes_button(ui, mistakes, actions);
        });
    }
}

fn header_words(ui: &mut Ui, sitting: &Sitting, names: String) {
    text::soft(ui, names);
    text::title(ui, score_words(sitting));
    if let Some(line) = pass_line(sitting) {
        text::body(ui, line);
    }
}

/// Where the buttons stand below the words, the primary one comes first.
fn buttons(ui: &mut Ui, sitting: &Sitting, mistakes: usize, actions: &mut Vec<Action>) {
    mistakes_button(ui, mistakes, actions);
    done_button(ui, mistakes, actions);
    export_button(ui, sitting, actions);
}

fn mistakes_button(ui: &mut Ui, mistakes: usize, actions: &mut Vec<Action>) {
    if mistakes == 0 {
        return;
    }
    let label = format!("Practise {}", words::count(mistakes, "mistake"));
    let response = ui.add(Button::primary(&label).key("Enter"));
    frame::hold_focus(ui, &response);
    actions.extend(response.clicked().then_some(Action::PractiseMistakes));
}

fn done_button(ui: &mut Ui, mistakes: usize, actions: &mut Vec<Action>) {
    let button = if mistakes > 0 { Button::secondary("Done").key("Esc") } else { Button::primary("Done").key("Enter") };
    let response = ui.add(button);
    if mistakes == 0 {
        frame::hold_focus(ui, &response);
    }
    actions.extend(response.clicked().then_some(Action::Go(Page::Library)));
}

fn export_button(ui: &mut Ui, sitting: &Sitting, actions: &mut Vec<Action>) {
    let is_pressed = ui.add(Button::secondary("Export CSV").icon(ICON_CSV)).clicked();
    actions.extend(is_pressed.then_some(Action::Export(Export::Sitting(sitting.id))));
}

/// What a screen reader says when the focus comes to the result.
pub fn spoken(result: &ResultView) -> String {
    let sitting = &result.sitting;
    let percent = sitting.percent().map(words::percent);
    let parts = [
        Some(format!("Result: {}", score_words(sitting))),
        percent,
        pass_line(sitting),
        comparison(result),
        Some(format!("Time: {}", words::spoken_duration(sitting.elapsed_ms))),
    ];
    words::sentences(parts.into_iter().flatten())
}

fn score_words(sitting: &Sitting) -> String {
    format!("{} of {} points", words::points(sitting.score()), words::points(sitting.max_score()))
}

fn pass_line(sitting: &Sitting) -> Option<String> {
    let mark = words::percent(sitting.terms.pass_percent?);
    Some(match sitting.passed()? {
        true => format!("Passed: the pass mark is {mark}."),
        false => format!("Not passed yet: the pass mark is {mark}."),
    })
}

fn score_card(ui: &mut Ui, result: &ResultView) {
    let theme = Theme::of(ui.ctx());
    let sitting = &result.sitting;
    card::show(ui, |ui| {
        ui.vertical_centered(|ui| {
            ring::show(ui, sitting.percent().unwrap_or(0.0) as f32 / 100.0, 168.0, "Score");
            if let Some(line) = comparison(result) {
                text::soft(ui, line);
            }
        });
        let topics = sitting.by_topic();
        if topics.len() > 1 {
            ui.add_space(8.0);
            text::heading(ui, "By topic");
            ui.spacing_mut().interact_size.y = 0.0;
            for topic in topics {
                let name = if topic.topic.is_empty() { "Other" } else { &topic.topic };
                let points = format!("{} of {}", words::points(topic.score), words::points(topic.max_score));
                let left = |ui: &mut Ui| text::line(ui, name, theme.small(), theme.palette.text);
                row::split(ui, left, |ui| text::small(ui, &points));
                bar::show(
                    ui,
                    (topic.score / topic.max_score.max(f64::MIN_POSITIVE)) as f32,
                    6.0,
                    &format!("{name}: {points}"),
                );
            }
        }
        if sitting.terms.certainty {
            ui.add_space(8.0);
            text::heading(ui, "How sure you were");
            for line in certainty_lines(sitting) {
                text::small(ui, line);
            }
        }
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            icon::show(ui, ICON_TIMER, 18.0, theme.palette.soft);
            text::small(ui, time_line(sitting));
        });
    });
}

/// How often a learner was right who was certain, and who was not: `Certain: 3 of 4 right`.
fn certainty_lines(sitting: &Sitting) -> Vec<String> {
    let said = |level| sitting.first_attempts().filter(move |(_, turn)| turn.certainty == Some(level));
    let line = |level: Certainty| {
        let right = said(level).filter(|(_, turn)| turn.verdict() == Verdict::Correct).count();
        format!("{}: {right} of {} right", words::certainty(level), said(level).count())
    };
    Certainty::ALL.into_iter().rev().filter(|level| said(*level).next().is_some()).map(line).collect()
}

/// How this sitting compares with the learner's last one on the bank, in points of the percentage.
fn comparison(result: &ResultView) -> Option<String> {
    let difference = (result.sitting.percent()? - result.previous_percent?).round();
    Some(if difference > 0.0 {
        format!("{difference} percentage points better than last time")
    } else if difference < 0.0 {
        format!("{} percentage points below last time", -difference)
    } else {
        "The same as last time".to_owned()
    })
}

fn time_line(sitting: &Sitting) -> String {
    let whole = words::duration(sitting.elapsed_ms);
    // The time that the rows tell: reading the feedback is no time spent on a question.
    let times: Vec<u64> = sitting.first_attempts().map(|(_, turn)| turn.duration_ms).filter(|ms| *ms > 0).collect();
    match times.len() as u64 {
        0 => whole,
        count => format!("{whole} · {} a question", words::duration(times.iter().sum::<u64>() / count)),
    }
}

fn table(ui: &mut Ui, result: &ResultView, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    card::show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let left = |ui: &mut Ui| {
            ui.add_space(36.0 * theme.text_scale);
            text::small(ui, "Question");
        };
        row::split(ui, left, |ui| {
            let width = 56.0 * theme.text_scale;
            for heading in ["Points", "Time"] {
                ui.allocate_ui_with_layout(vec2(width, 20.0), Layout::right_to_left(Align::Center), |ui| {
                    text::small(ui, heading);
                });
            }
        });
        ui.add_space(6.0);
        let asked = result.asked();
        heard::group(ui, Role::List, "Questions with points and time", |ui| {
            heard::count(ui, asked.len());
            for (place, index) in asked.into_iter().enumerate() {
                let response = question_row(ui, &result.sitting.turns[index]);
                heard::place(&response, place);
                if response.clicked() {
                    actions.push(Action::Review(Some(index)));
                }
            }
        });
    });
}

/// One question of the table.
fn question_row(ui: &mut Ui, turn: &Turn) -> egui::Response {
    let theme = Theme::of(ui.ctx());
    let palette = &theme.palette;
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), 40.0 * theme.text_scale.max(1.0)), Sense::click());
    let points = format!("{} / {}", words::points(turn.score()), words::points(turn.max_score()));
    let again = if turn.attempt > 1 { " (once more)" } else { "" };
    let verdict = turn.verdict().as_str();
    let sure = turn.certainty.map(|level| format!(", {}", words::certainty(level).to_lowercase())).unwrap_or_default();
    let prompt = rich_text::one_line(&turn.item.question.prompt);
    response
        .widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{prompt}{again}: {verdict}, {points}{sure}")));
    heard::describe(&response, &words::spoken_duration(turn.duration_ms));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    ui.painter().hline(rect.x_range(), rect.top(), egui::Stroke::new(1.0, palette.line));
    if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, palette.sunk);
    }
    if response.has_focus() {
        keys::note_focused_button(ui.ctx(), response.id);
        crate::app::widgets::button::focus_ring(ui, rect.shrink(3.0));
    }
    let (sign, colour) = feedback::sign(turn.verdict(), &theme);
    icon::paint(ui, sign, 18.0, pos2(rect.left() + 14.0 * theme.text_scale, rect.center().y), colour);
    let right_text = |ui: &Ui, right: f32, text: &str| {
        ui.painter().text(pos2(right, rect.center().y), egui::Align2::RIGHT_CENTER, text, theme.mono(), palette.soft);
    };
    right_text(ui, rect.right() - 4.0, &words::short_clock(turn.duration_ms));
    let points_right = rect.right() - 64.0 * theme.text_scale;
    right_text(ui, points_right, &points);
    let left = rect.left() + 36.0 * theme.text_scale;
    let width = (points_right - 70.0 * theme.text_scale - left).max(40.0);
    let label = format!("{prompt}{again}");
    let mut job = egui::text::LayoutJob::simple(label, theme.body(), Color32::PLACEHOLDER, width);
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, palette.text);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

fn review(ui: &mut Ui, model: &Model, result: &ResultView, index: usize, turn: &Turn, actions: &mut Vec<Action>) {
    let asked = result.asked();
    let place = asked.iter().position(|other| *other == index).unwrap_or_default();
    let next = asked.get(place + 1).copied();
    if !model.is_modal_open() {
        if keys::take_escape(ui.ctx()) {
            actions.push(Action::Review(None));
        }
        if keys::take_enter(ui.ctx()) {
            actions.push(Action::Review(next));
        }
    }
    result.pictures.put_in_force(ui.ctx());
    page::reading(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::quiet("All questions").icon(ICON_ARROW_BACK).key("Esc")).clicked() {
                actions.push(Action::Review(None));
            }
            text::soft(ui, format!("{} of {}", place + 1, asked.len()));
        });
        ui.add_space(8.0);
        let place = format!("{} of {}", place + 1, asked.len());
        heard::group(ui, Role::Group, &question::spoken(turn, Some(&place)), |ui| {
            question::head(ui, turn);
            ui.add_space(16.0);
            answers::show_marked(ui, turn, &result.pictures);
            ui.add_space(12.0);
            let card = feedback::card(ui, model, &result.sitting.bank_id, turn);
            frame::hold_focus(ui, &card);
            why::show(ui, model, turn);
        });
        ui.add_space(12.0);
        let label = if next.is_some() { "Next question" } else { "Back to the result" };
        if ui.add(Button::primary(label).icon(ICON_ARROW_FORWARD).key("Enter")).clicked() {
            actions.push(Action::Review(next));
        }
    });
}
