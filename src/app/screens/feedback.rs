//! What a learner learns from: the verdict, why, and where it is written. Changes nothing.

use crate::app::input::keys;
use crate::app::screens::answers;
use crate::app::state::model::Model;
use crate::app::theme::Theme;
use crate::app::widgets::{button, card, heard, icon, rich_text, text};
use crate::app::wording::words;
use crate::bank::Source;
use crate::sitting::{Turn, Verdict, feedback_for};
use crate::text::literal;
use egui::{Color32, Ui};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{
    ICON_CANCEL, ICON_CHECK_CIRCLE, ICON_CONTRAST, ICON_HELP, ICON_MENU_BOOK, ICON_RADIO_BUTTON_UNCHECKED,
};

/// The sign and colour of what became of a question; a word for it always stands beside them.
pub fn sign(turn: &Turn, theme: &Theme) -> (MaterialIcon, Color32) {
    match turn.verdict() {
        Verdict::Correct => (ICON_CHECK_CIRCLE, theme.palette.right),
        Verdict::Partial => (ICON_CONTRAST, theme.palette.amber),
        Verdict::Wrong => (ICON_CANCEL, theme.palette.wrong),
        Verdict::Unanswered if turn.is_not_known() => (ICON_HELP, theme.palette.amber),
        Verdict::Unanswered => (ICON_RADIO_BUTTON_UNCHECKED, theme.palette.soft),
    }
}

/// Shows the verdict, the explanation and the citation, as something that can have the focus: a screen reader then says
/// the verdict, and all the rest as its description. Who does not work by keys hears the same as live text.
/// `to_come` tells what becomes of the question, where that is worth telling.
pub fn card(ui: &mut Ui, model: &Model, bank_id: &str, turn: &Turn, to_come: Option<&str>) -> egui::Response {
    let theme = Theme::of(ui.ctx());
    let (icon_sign, colour) = sign(turn, &theme);
    let verdict = words::verdict(turn);
    let id = ui.scope_id().with("feedback");
    let shown = heard::reading(ui, id, &rich_text::one_line(&verdict), |ui| {
        card::edged(ui, colour, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.horizontal_top(|ui| {
                icon::show(ui, icon_sign, 20.0, colour);
                let heading = rich_text::heading(ui, &verdict);
                heard::silence(&heading);
            });
            if let Some(line) = words::counted(turn) {
                text::paragraph(ui, line, theme.strong(), theme.palette.text);
            }
            for paragraph in paragraphs(turn) {
                rich_text::body(ui, &paragraph);
            }
            if let Some(line) = to_come {
                text::soft(ui, line);
            }
            for line in citations(model, bank_id, turn) {
                ui.horizontal_top(|ui| {
                    icon::show(ui, ICON_MENU_BOOK, 16.0, theme.palette.soft);
                    text::small(ui, line);
                });
            }
        });
    });
    heard::describe(&shown.response, &spoken(model, bank_id, turn, to_come));
    if !keys::is_keyboard_in_use(ui.ctx()) {
        heard::announce(ui, shown.response.id);
    }
    if shown.response.has_focus() {
        button::focus_ring(ui, shown.response.rect);
    }
    shown.response
}

/// The verdict with all that goes with it, where the card cannot have the focus.
pub fn spoken_whole(model: &Model, bank_id: &str, turn: &Turn) -> String {
    let verdict = rich_text::one_line(&words::verdict(turn)).into_owned();
    words::sentences([verdict, spoken(model, bank_id, turn, None)])
}

/// All that the card and the rows above it say beside the verdict.
fn spoken(model: &Model, bank_id: &str, turn: &Turn, to_come: Option<&str>) -> String {
    let mut said = answers::spoken_parts(turn);
    said.push(words::counted(turn).unwrap_or_else(|| words::score(turn)));
    said.extend(paragraphs(turn).iter().map(|paragraph| rich_text::one_line(paragraph).into_owned()));
    said.extend(to_come.map(str::to_owned));
    said.extend(citations(model, bank_id, turn).into_iter().map(|line| format!("Source: {line}")));
    words::sentences(said)
}

/// The remark on the answer, what the chosen option really was, and the explanation.
fn paragraphs(turn: &Turn) -> Vec<String> {
    let question = &turn.item.question;
    let note = turn.mark.as_ref().and_then(|mark| mark.note.as_ref());
    let mut paragraphs: Vec<String> = note.map(|note| literal(&words::note(note)).into_owned()).into_iter().collect();
    let told = turn.response.as_ref().map(|response| feedback_for(question, response));
    paragraphs.extend(told.unwrap_or_default().into_iter().map(str::to_owned));
    if !question.explanation.is_empty() {
        paragraphs.push(question.explanation.to_string());
    }
    paragraphs
}

/// One line for each source, with all its places.
fn citations(model: &Model, bank_id: &str, turn: &Turn) -> Vec<String> {
    let bank = model.cited_bank(bank_id);
    let mut lines: Vec<(&str, Vec<&str>)> = Vec::new();
    for cite in &turn.item.question.cite.0 {
        let places = (!cite.place.is_empty()).then_some(&*cite.place);
        match lines.iter_mut().find(|(source, _)| *source == &*cite.source) {
            Some((_, known)) => known.extend(places),
            None => lines.push((&cite.source, places.into_iter().collect())),
        }
    }
    let words = |(key, places): (&str, Vec<&str>)| {
        let source = bank.and_then(|bank| bank.sources.get(key));
        let name = source.map_or_else(|| key.to_owned(), words_of_source);
        if places.is_empty() { name } else { format!("{name}: {}", places.join(", ")) }
    };
    lines.into_iter().map(words).collect()
}

fn words_of_source(source: &Source) -> String {
    let title = format!("“{}”", source.title);
    let parts = [title, source.publisher.to_string(), source.year.map(|year| year.to_string()).unwrap_or_default()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}
