//! How sure a learner is of an answer: three choices, each with its key and what it counts. Scores nothing itself.

use crate::app::input::keys;
use crate::app::theme::Theme;
use crate::app::widgets::{heard, segmented, text};
use crate::app::wording::words;
use crate::sitting::{Certainty, Turn, certainty_score};
use egui::{Context, Id, Key, Role, Ui, vec2};

/// The letter of each choice, which is its first one.
const KEYS: [(Certainty, Key, &str); 3] =
    [(Certainty::Low, Key::G, "G"), (Certainty::Middling, Key::L, "L"), (Certainty::High, Key::C, "C")];

/// What to say where a learner has not said it yet.
pub const MISSING_WORDS: &str = "Say how sure you are first: guess, likely or certain.";

/// The choice whose letter was pressed, alone or with `Alt`.
pub fn listen(ctx: &Context, letters: bool) -> Option<Certainty> {
    KEYS.into_iter().find(|(_, key, _)| keys::take_letter(ctx, *key, letters)).map(|(choice, ..)| choice)
}

/// What a letter has chosen, until it is heard.
#[derive(Clone, Copy, Debug, Default)]
pub struct Said {
    choice: Option<Certainty>,
    /// What tells it, where the focus has to stay in a field.
    to: Option<Id>,
}

impl Said {
    /// A letter has chosen this.
    pub fn new(choice: Certainty) -> Self {
        Self { choice: Some(choice), to: None }
    }
}

/// Shows the choices for the question of `turn`. The focus goes to the one that a letter has chosen, unless it is in a
/// field.
pub fn show(ui: &mut Ui, turn: &Turn, letters: bool, certainty: &mut Option<Certainty>, said: &mut Said) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(12.0);
    text::paragraph(ui, "How sure are you?", theme.body(), theme.palette.soft);
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        heard::as_group(ui, Role::RadioGroup, "");
        heard::count(ui, KEYS.len());
        ui.spacing_mut().item_spacing = vec2(10.0, 10.0);
        for (place, (choice, _, letter)) in KEYS.into_iter().enumerate() {
            let key = if letters { letter.to_owned() } else { format!("Alt {letter}") };
            let detail = counts_words(turn, choice);
            let name = format!("How sure: {}, {detail}", words::certainty(choice));
            let pill = segmented::Detailed { label: words::certainty(choice), key: &key, detail: &detail, name: &name };
            let response = pill.show(ui, *certainty == Some(choice));
            heard::place(&response, place);
            if said.choice == Some(choice) {
                if ui.ctx().text_edit_focused() {
                    heard::remark(ui, &response, &name, &mut said.to);
                } else {
                    response.request_focus();
                    *said = Said::default();
                }
            }
            if response.clicked() {
                *certainty = Some(choice);
            }
        }
    });
}

/// Such as `right 3, wrong −6`.
fn counts_words(turn: &Turn, choice: Certainty) -> String {
    let points = turn.item.question.points;
    let counts = |mark| words::points(certainty_score(mark, choice, points));
    format!("right {}, wrong {}", counts(1.0), counts(0.0))
}
