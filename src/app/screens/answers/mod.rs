//! The answer under way, and the widgets in which each kind of question is answered. Confirms nothing.

mod board;
mod carry;
mod gaps;
mod groups;
mod options;
mod order;
mod pairs;
mod recall;
pub mod spots;
mod typed;

use crate::app::keys;
use crate::app::model::Pictures;
use crate::bank::model::cloze::Gap;
use crate::bank::values::quantity::readings;
use crate::bank::{Answer, Kind};
use crate::sitting::{Response, Turn};
pub use board::Board;
use carry::Hold;
use egui::Ui;
pub use gaps::keep_together;

/// What a learner has entered and not confirmed.
#[derive(Clone, Debug, PartialEq)]
pub enum Draft {
    /// Options or spots, as indices into the question's options.
    Picked(Vec<usize>),
    /// True or false.
    Truth(Option<bool>),
    /// One line.
    Typed(String),
    /// Items in an order; an order that nobody has touched is no answer yet.
    Ordered {
        /// As indices into the question's options.
        items: Vec<usize>,
        /// Whether the learner has moved one, or kept the order on purpose.
        is_touched: bool,
        /// What is being carried.
        hold: Hold,
    },
    /// A right side for each left one, or a group for each item.
    Paired {
        /// As indices into the right sides or the groups.
        chosen: Vec<Option<usize>>,
        /// What is being carried.
        hold: Hold,
    },
    /// What stands in each gap.
    Filled(Vec<String>),
    /// Whether the answer is revealed, and how the learner rates it.
    Recalled {
        /// Whether the answer is shown.
        is_revealed: bool,
        /// Whether the learner knew it.
        is_known: Option<bool>,
    },
}

impl Default for Draft {
    fn default() -> Self {
        Self::Picked(Vec::new())
    }
}

/// Where the focus goes when a question comes up or the focus was lost.
#[derive(Clone, Copy, Debug)]
pub struct FocusWish {
    /// Whether the question is new on the screen.
    pub is_new: bool,
}

impl FocusWish {
    /// Whether the first widget takes the focus: by keyboard, when the question is new or the focus was lost.
    fn is_granted(self, ui: &Ui) -> bool {
        keys::is_focus_lost(ui.ctx()) || (self.is_new && keys::is_keyboard_in_use(ui.ctx()))
    }
}

impl Draft {
    /// A fresh draft for a turn, or the answer that it has already.
    pub fn of(turn: &Turn) -> Self {
        let question = &turn.item.question;
        match (&question.answer, turn.response.clone()) {
            (_, Some(Response::Choice(index))) => Self::Picked(vec![index]),
            (_, Some(Response::Choices(picked) | Response::Spots(picked))) => Self::Picked(picked),
            (_, Some(Response::TrueFalse(truth))) => Self::Truth(Some(truth)),
            (_, Some(Response::Typed(text))) => Self::Typed(text),
            (_, Some(Response::Order(items))) => Self::ordered(items, true),
            (_, Some(Response::Pairs(chosen))) => Self::Paired { chosen, hold: Hold::default() },
            (_, Some(Response::Gaps(texts))) => Self::Filled(texts),
            (_, Some(Response::Known(is_known))) => Self::Recalled { is_revealed: true, is_known: Some(is_known) },
            (Answer::Choice { .. } | Answer::Choices { .. } | Answer::Hotspot { .. }, None) => Self::Picked(Vec::new()),
            (Answer::TrueFalse(_), None) => Self::Truth(None),
            (Answer::Number { .. } | Answer::Text { .. } | Answer::Calculated { .. }, None) => {
                Self::Typed(String::new())
            }
            (Answer::Order { .. }, None) => Self::ordered(turn.item.option_order.clone(), false),
            (answer @ (Answer::Match { .. } | Answer::Categorise { .. }), None) => {
                Self::Paired { chosen: vec![None; answer.right_pairs().len()], hold: Hold::default() }
            }
            (Answer::Cloze { text }, None) => Self::Filled(vec![String::new(); text.gaps().count()]),
            (Answer::Recall { .. }, None) => Self::Recalled { is_revealed: false, is_known: None },
        }
    }

    /// The answer, where there is one.
    pub fn response(&self, turn: &Turn) -> Option<Response> {
        let response = match self {
            Self::Picked(picked) => match turn.item.question.kind() {
                Kind::Choice => Response::Choice(*picked.first()?),
                Kind::Hotspot => Response::Spots(picked.clone()),
                _ => Response::Choices(picked.clone()),
            },
            Self::Truth(truth) => Response::TrueFalse((*truth)?),
            Self::Typed(text) => Response::Typed(text.clone()),
            Self::Ordered { is_touched: false, .. } => return None,
            Self::Ordered { items, .. } => Response::Order(items.clone()),
            Self::Paired { chosen, .. } => Response::Pairs(chosen.clone()),
            Self::Filled(texts) => Response::Gaps(texts.clone()),
            Self::Recalled { is_known, .. } => Response::Known((*is_known)?),
        };
        (!response.is_blank()).then_some(response)
    }

    /// Does what the digit says: picks an option, keeps an order, gives the first open item that side, rates.
    pub fn take_digit(&mut self, turn: &Turn, digit: usize) {
        let Some(place) = digit.checked_sub(1) else { return };
        match self {
            Self::Picked(_) => {
                if let Some(index) = turn.item.option_order.get(place) {
                    self.pick(takes_one(turn), *index);
                }
            }
            Self::Truth(truth) if place < 2 => *truth = Some(place == 0),
            Self::Ordered { items, is_touched, .. } => order::move_to_front(items, is_touched, place),
            Self::Paired { chosen, hold } => Board::of(&turn.item).put_by_digit(chosen, hold, place),
            Self::Filled(texts) => gaps::fill_first_open(turn, texts, place),
            Self::Recalled { is_revealed, is_known } if place < 2 => {
                *is_revealed = true;
                *is_known = Some(place == 1);
            }
            Self::Truth(_) | Self::Typed(_) | Self::Recalled { .. } => {}
        }
    }

    /// Shows the widget in which the question of `turn` is answered.
    pub fn show(&mut self, ui: &mut Ui, turn: &Turn, pictures: &Pictures, focus: FocusWish) {
        ui.spacing_mut().item_spacing.y = 10.0;
        match self {
            Self::Picked(_) if turn.item.question.kind() == Kind::Hotspot => {
                spots::show(ui, turn, pictures, self, focus);
            }
            Self::Picked(_) => options::show(ui, turn, self, focus),
            Self::Truth(truth) => options::show_truth(ui, truth, focus),
            Self::Typed(text) => typed::show(ui, turn, text, focus),
            Self::Ordered { items, is_touched, hold } => order::show(ui, turn, items, is_touched, hold, focus),
            Self::Paired { chosen, hold } if turn.item.question.kind() == Kind::Match => {
                pairs::show(ui, turn, chosen, hold, focus);
            }
            Self::Paired { chosen, hold } => groups::show(ui, turn, chosen, hold, focus),
            Self::Filled(texts) => gaps::show(ui, turn, texts, focus),
            Self::Recalled { is_revealed, is_known } => recall::show(ui, turn, is_revealed, is_known, focus),
        }
    }

    /// Puts down what is being carried; gives back whether there was anything.
    pub fn put_down(&mut self) -> bool {
        match self {
            Self::Ordered { hold, .. } | Self::Paired { hold, .. } => hold.put_down(),
            _ => false,
        }
    }

    fn ordered(items: Vec<usize>, is_touched: bool) -> Self {
        Self::Ordered { items, is_touched, hold: Hold::default() }
    }

    /// Picks an option, or takes it back where several can be picked.
    fn pick(&mut self, takes_one: bool, index: usize) {
        let Self::Picked(picked) = self else { return };
        if takes_one {
            *picked = vec![index];
        } else if let Some(at) = picked.iter().position(|other| *other == index) {
            picked.remove(at);
        } else {
            picked.push(index);
            picked.sort_unstable();
        }
    }
}

/// Whether the keyboard belongs to a field as soon as the question comes up.
pub fn begins_with_a_field(turn: &Turn) -> bool {
    match &turn.item.question.answer {
        Answer::Number { .. } | Answer::Text { .. } | Answer::Calculated { .. } => true,
        Answer::Cloze { text } => matches!(text.gaps().next(), Some(Gap::Typed(_))),
        _ => false,
    }
}

/// What to say where an answer is missing.
pub fn missing_words(turn: &Turn) -> &'static str {
    match turn.item.question.kind() {
        Kind::Choice | Kind::Choices | Kind::TrueFalse => "Choose an answer first, or skip the question.",
        Kind::Number | Kind::Text | Kind::Calculated => "Type an answer first, or skip the question.",
        Kind::Order => "Move an item first, press 1 to keep this order, or skip the question.",
        Kind::Match => "Make at least one pair first, or skip the question.",
        Kind::Categorise => "Put at least one item into a group first, or skip the question.",
        Kind::Cloze => "Fill at least one gap first, or skip the question.",
        Kind::Hotspot => "Choose a place first, or skip the question.",
        Kind::Recall => "Reveal the answer and rate yourself first, or skip the question.",
    }
}

/// What to say where something else than a number was typed and a number is asked for.
pub const NOT_A_NUMBER_WORDS: &str = "That is not a number. Type one, such as 12.5 or 3e8, or skip the question.";

/// Whether a number is asked for and something else was typed.
pub fn is_no_number(turn: &Turn, response: &Response) -> bool {
    let asks_number = matches!(turn.item.question.kind(), Kind::Number | Kind::Calculated);
    matches!(response, Response::Typed(text) if asks_number && readings(text).is_empty())
}

/// How many parts of an answer are still open.
pub fn open_parts(turn: &Turn, response: &Response) -> usize {
    match (turn.item.question.kind(), response) {
        (Kind::Match | Kind::Categorise, Response::Pairs(chosen)) => {
            chosen.iter().filter(|side| side.is_none()).count()
        }
        (Kind::Cloze, Response::Gaps(texts)) => texts.iter().filter(|text| text.trim().is_empty()).count(),
        _ => 0,
    }
}

/// What to say once of the parts that are open.
pub fn open_words(kind: Kind, open: usize) -> Option<String> {
    let (one, many, does) = match kind {
        Kind::Match => ("1 item has no pair yet", "items have no pair yet", "pair"),
        Kind::Categorise => ("1 item is in no group yet", "items are in no group yet", "place"),
        Kind::Cloze => ("1 gap is still empty", "gaps are still empty", "fill"),
        _ => return None,
    };
    match open {
        0 => None,
        1 => Some(format!("{one}: {does} it, or press Enter again to leave it open.")),
        open => Some(format!("{open} {many}: {does} them, or press Enter again to leave them open.")),
    }
}

/// Whether one option at most can be picked.
fn takes_one(turn: &Turn) -> bool {
    match &turn.item.question.answer {
        Answer::Choice { .. } => true,
        answer @ Answer::Hotspot { .. } => answer.right_spots().into_iter().filter(|is_right| *is_right).count() == 1,
        _ => false,
    }
}
