//! How sure a learner is of an answer: three choices, each with its key and what it counts. Scores nothing itself.

use crate::app::keys;
use crate::app::theme::Theme;
use crate::app::widgets::{segmented, text};
use crate::app::words;
use crate::sitting::{Certainty, Turn, certainty_score};
use egui::{Context, Key, Ui, vec2};

/// The letter of each choice, which is its first one.
const KEYS: [(Certainty, Key, &str); 3] =
    [(Certainty::Low, Key::G, "G"), (Certainty::Middling, Key::L, "L"), (Certainty::High, Key::C, "C")];

/// What to say where a learner has not said it yet.
pub const MISSING_WORDS: &str = "Say how sure you are first: guess, likely or certain.";

/// Takes the letter of a choice, alone or with `Alt`.
pub fn listen(ctx: &Context, letters: bool, certainty: &mut Option<Certainty>) {
    for (choice, key, _) in KEYS {
        if keys::take_letter(ctx, key, letters) {
            *certainty = Some(choice);
        }
    }
}

/// Shows the choices for the question of `turn`.
pub fn show(ui: &mut Ui, turn: &Turn, letters: bool, certainty: &mut Option<Certainty>) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(12.0);
    text::paragraph(ui, "How sure are you?", theme.body(), theme.palette.soft);
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(10.0, 10.0);
        for (choice, _, letter) in KEYS {
            let key = if letters { letter.to_owned() } else { format!("Alt {letter}") };
            let detail = counts_words(turn, choice);
            let name = format!("How sure: {}, {detail}", words::certainty(choice));
            let pill = segmented::Detailed { label: words::certainty(choice), key: &key, detail: &detail, name: &name };
            if pill.show(ui, *certainty == Some(choice)).clicked() {
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
