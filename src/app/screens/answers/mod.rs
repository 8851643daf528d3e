//! The answer under way, and the widgets in which each kind of question is answered. Confirms nothing.

mod board;
mod carry;
mod categorise;
mod cloze;
mod focus;
mod gaps;
mod hotspot;
mod r#match;
mod number;
mod options;
mod order;
mod picks;
mod recall;
mod text;
mod true_false;
mod typed;

use crate::app::state::pictures::Pictures;
use crate::app::widgets::{MarkedRow, heard, rich_text};
use crate::app::wording::words;
use crate::bank::Answer;
use crate::bank::model::cloze::Gap;
use crate::bank::values::quantity::typed_readings;
use crate::paper::PaperItem;
use crate::sitting::response::correct_parts;
use crate::sitting::{Response, Turn, Verdict};
use board::Board;
use carry::Hold;
use egui::{Role, Ui};
use picks::Picks;

pub use focus::FocusWish;

/// What a learner has entered and not confirmed.
#[derive(Clone, Debug, PartialEq)]
pub enum Draft {
    /// The option picked.
    Choice(Picks),
    /// The options picked.
    Choices(Picks),
    /// True or false.
    TrueFalse(Option<bool>),
    /// One line.
    Number(String),
    /// One line.
    Text(String),
    /// Items in an order; an order that nobody has touched is no answer yet.
    Order {
        /// As indices into the question's options.
        items: Vec<usize>,
        /// Whether the learner has moved one, or kept the order on purpose.
        is_touched: bool,
        /// What is being carried.
        hold: Hold,
    },
    /// A right side for each left one.
    Match {
        /// As indices into the right sides.
        chosen: Vec<Option<usize>>,
        /// What is being carried.
        hold: Hold,
    },
    /// What stands in each gap.
    Cloze(Vec<String>),
    /// A group for each item.
    Categorise {
        /// As indices into the groups.
        chosen: Vec<Option<usize>>,
        /// What is being carried.
        hold: Hold,
    },
    /// The places picked.
    Hotspot(Picks),
    /// One line.
    Calculated(String),
    /// Whether the answer is revealed, and how the learner rates it.
    Recall {
        /// Whether the answer is shown.
        is_revealed: bool,
        /// Whether the learner knew it.
        is_known: Option<bool>,
    },
}

impl Default for Draft {
    fn default() -> Self {
        Self::Choice(Picks::of_one(Vec::new()))
    }
}

impl Draft {
    /// A fresh draft for a turn, or the answer that it has already.
    pub fn of(turn: &Turn) -> Self {
        match &turn.response {
            Some(response) => Self::answered(response.clone(), &turn.item),
            None => Self::fresh(&turn.item),
        }
    }

    fn fresh(item: &PaperItem) -> Self {
        let answer = &item.question.answer;
        let nowhere = || vec![None; answer.right_pairs().len()];
        match answer {
            Answer::Choice { .. } => Self::Choice(Picks::of_one(Vec::new())),
            Answer::Choices { .. } => Self::Choices(Picks::of_many(Vec::new())),
            Answer::TrueFalse(_) => Self::TrueFalse(None),
            Answer::Number { .. } => Self::Number(String::new()),
            Answer::Text { .. } => Self::Text(String::new()),
            Answer::Order { .. } => {
                Self::Order { items: item.option_order.clone(), is_touched: false, hold: Hold::default() }
            }
            Answer::Match { .. } => Self::Match { chosen: nowhere(), hold: Hold::default() },
            Answer::Cloze { text } => Self::Cloze(vec![String::new(); text.gaps().count()]),
            Answer::Categorise { .. } => Self::Categorise { chosen: nowhere(), hold: Hold::default() },
            Answer::Hotspot { .. } => Self::Hotspot(hotspot::picks(answer, Vec::new())),
            Answer::Calculated { .. } => Self::Calculated(String::new()),
            Answer::Recall { .. } => Self::Recall { is_revealed: false, is_known: None },
        }
    }

    fn answered(response: Response, item: &PaperItem) -> Self {
        match response {
            Response::Choice(picked) => Self::Choice(Picks::of_one(vec![picked])),
            Response::Choices(picked) => Self::Choices(Picks::of_many(picked)),
            Response::TrueFalse(is_true) => Self::TrueFalse(Some(is_true)),
            Response::Number(typed) => Self::Number(typed),
            Response::Text(typed) => Self::Text(typed),
            Response::Order(items) => Self::Order { items, is_touched: true, hold: Hold::default() },
            Response::Match(chosen) => Self::Match { chosen, hold: Hold::default() },
            Response::Cloze(texts) => Self::Cloze(texts),
            Response::Categorise(chosen) => Self::Categorise { chosen, hold: Hold::default() },
            Response::Hotspot(picked) => Self::Hotspot(hotspot::picks(&item.question.answer, picked)),
            Response::Calculated(typed) => Self::Calculated(typed),
            Response::Recall(is_known) => Self::Recall { is_revealed: true, is_known: Some(is_known) },
        }
    }

    /// The answer, where there is one.
    pub fn response(&self) -> Option<Response> {
        let response = match self {
            Self::Choice(picks) => Response::Choice(*picks.picked.first()?),
            Self::Choices(picks) => Response::Choices(picks.picked.clone()),
            Self::TrueFalse(truth) => Response::TrueFalse((*truth)?),
            Self::Number(typed) => Response::Number(typed.clone()),
            Self::Text(typed) => Response::Text(typed.clone()),
            Self::Order { is_touched: false, .. } => return None,
            Self::Order { items, .. } => Response::Order(items.clone()),
            Self::Match { chosen, .. } => Response::Match(chosen.clone()),
            Self::Cloze(texts) => Response::Cloze(texts.clone()),
            Self::Categorise { chosen, .. } => Response::Categorise(chosen.clone()),
            Self::Hotspot(picks) => Response::Hotspot(picks.picked.clone()),
            Self::Calculated(typed) => Response::Calculated(typed.clone()),
            Self::Recall { is_known, .. } => Response::Recall((*is_known)?),
        };
        (!response.is_blank()).then_some(response)
    }

    /// Does what the digit says: picks an option, keeps an order, gives the first open item that side, rates. Gives back
    /// the place of what is to have the focus then.
    pub fn take_digit(&mut self, turn: &Turn, digit: usize) -> Option<usize> {
        let place = digit.checked_sub(1)?;
        match self {
            Self::Choice(picks) | Self::Choices(picks) | Self::Hotspot(picks) => {
                picks.pick(*turn.item.option_order.get(place)?);
                Some(place)
            }
            Self::TrueFalse(truth) => true_false::take(truth, place),
            Self::Number(_) | Self::Text(_) | Self::Calculated(_) => None,
            Self::Order { items, is_touched, .. } => {
                order::move_to_front(items, is_touched, place);
                Some(0)
            }
            Self::Match { chosen, hold } | Self::Categorise { chosen, hold } => {
                Board::of(&turn.item)?.put_by_digit(chosen, hold, place);
                None
            }
            Self::Cloze(texts) => cloze::fill_first_open(turn, texts, place),
            Self::Recall { is_revealed, is_known } => recall::take(is_revealed, is_known, place),
        }
    }

    /// Shows the widget in which the question of `turn` is answered, as part of the group that `ui` is.
    pub fn show(&mut self, ui: &mut Ui, turn: &Turn, pictures: &Pictures, focus: FocusWish) {
        ui.spacing_mut().item_spacing.y = 10.0;
        match self {
            Self::Choice(picks) | Self::Choices(picks) => {
                heard::count(ui, turn.item.option_order.len());
                options::show(ui, turn, picks, focus);
            }
            Self::TrueFalse(truth) => {
                heard::count(ui, 2);
                true_false::show(ui, truth, focus);
            }
            Self::Number(typed) | Self::Calculated(typed) => number::show(ui, turn, typed, focus),
            Self::Text(typed) => text::show(ui, typed, focus),
            Self::Order { items, is_touched, hold } => order::show(ui, turn, items, is_touched, hold, focus),
            Self::Match { chosen, hold } => r#match::show(ui, turn, chosen, hold, focus),
            Self::Cloze(texts) => cloze::show(ui, turn, texts, focus),
            Self::Categorise { chosen, hold } => categorise::show(ui, turn, chosen, hold, focus),
            Self::Hotspot(picks) => {
                heard::count(ui, turn.item.option_order.len());
                hotspot::show(ui, turn, pictures, picks, focus);
            }
            Self::Recall { is_revealed, is_known } => recall::show(ui, turn, *is_revealed, is_known, focus),
        }
    }

    /// Whether the answer is to be revealed before anything else can be done.
    pub fn is_hidden(&self) -> bool {
        matches!(self, Self::Recall { is_revealed: false, .. })
    }

    /// Shows the answer that is to be revealed.
    pub fn reveal(&mut self) {
        if let Self::Recall { is_revealed, .. } = self {
            *is_revealed = true;
        }
    }

    /// How learners rate their own answer: that ends the question, without a press more.
    pub fn rating(&self) -> Option<bool> {
        match self {
            Self::Recall { is_known, .. } => *is_known,
            Self::Choice(_)
            | Self::Choices(_)
            | Self::TrueFalse(_)
            | Self::Number(_)
            | Self::Text(_)
            | Self::Order { .. }
            | Self::Match { .. }
            | Self::Cloze(_)
            | Self::Categorise { .. }
            | Self::Hotspot(_)
            | Self::Calculated(_) => None,
        }
    }

    /// Puts down what is being carried; gives back whether there was anything.
    pub fn put_down(&mut self) -> bool {
        match self {
            Self::Order { hold, .. } | Self::Match { hold, .. } | Self::Categorise { hold, .. } => hold.put_down(),
            Self::Choice(_)
            | Self::Choices(_)
            | Self::TrueFalse(_)
            | Self::Number(_)
            | Self::Text(_)
            | Self::Cloze(_)
            | Self::Hotspot(_)
            | Self::Calculated(_)
            | Self::Recall { .. } => false,
        }
    }
}

/// Whether the keyboard belongs to a field as soon as the question comes up.
pub fn begins_with_a_field(turn: &Turn) -> bool {
    match &turn.item.question.answer {
        Answer::Number { .. } | Answer::Text { .. } | Answer::Calculated { .. } => true,
        Answer::Cloze { text } => matches!(text.gaps().next(), Some(Gap::Typed(_))),
        Answer::Choice { .. }
        | Answer::Choices { .. }
        | Answer::TrueFalse(_)
        | Answer::Order { .. }
        | Answer::Match { .. }
        | Answer::Categorise { .. }
        | Answer::Hotspot { .. }
        | Answer::Recall { .. } => false,
    }
}

/// Shows the answer beside the key.
pub fn show_marked(ui: &mut Ui, turn: &Turn, pictures: &Pictures) {
    ui.spacing_mut().item_spacing.y = 10.0;
    heard::group(ui, Role::List, "The answer, marked", |ui| {
        heard::count(ui, turn.item.option_order.len());
        marked_parts(ui, turn, pictures);
    });
}

/// Whether a number is asked for and something else was typed.
pub fn is_no_number(response: &Response) -> bool {
    match response {
        Response::Number(typed) | Response::Calculated(typed) => typed_readings(typed).is_err(),
        Response::Choice(_)
        | Response::Choices(_)
        | Response::TrueFalse(_)
        | Response::Text(_)
        | Response::Order(_)
        | Response::Match(_)
        | Response::Cloze(_)
        | Response::Categorise(_)
        | Response::Hotspot(_)
        | Response::Recall(_) => false,
    }
}

/// How many parts of an answer are still open.
pub fn open_parts(response: &Response) -> usize {
    match response {
        Response::Match(chosen) | Response::Categorise(chosen) => chosen.iter().filter(|side| side.is_none()).count(),
        Response::Cloze(texts) => texts.iter().filter(|text| text.trim().is_empty()).count(),
        Response::Choice(_)
        | Response::Choices(_)
        | Response::TrueFalse(_)
        | Response::Number(_)
        | Response::Text(_)
        | Response::Order(_)
        | Response::Hotspot(_)
        | Response::Calculated(_)
        | Response::Recall(_) => 0,
    }
}

fn marked_parts(ui: &mut Ui, turn: &Turn, pictures: &Pictures) {
    let mut row = |row: MarkedRow<'_>| drop(ui.add(row));
    match &turn.item.question.answer {
        Answer::Choice { .. } | Answer::Choices { .. } => options::show_marked(ui, turn),
        Answer::TrueFalse(key) => true_false::show_marked(ui, turn, *key),
        Answer::Number { .. } | Answer::Text { .. } | Answer::Calculated { .. } => typed::show_marked(ui, turn),
        Answer::Order { .. } => order::each_marked(turn, &mut row),
        Answer::Match { .. } | Answer::Categorise { .. } => board::each_marked(turn, &mut row),
        Answer::Cloze { text } => cloze::show_marked(ui, turn, text),
        Answer::Hotspot { .. } => hotspot::show_marked(ui, turn, pictures),
        Answer::Recall { answer } => recall::show_marked(ui, turn, answer),
    }
}

/// What became of each part of an answer that has several, where the verdict tells only of the whole.
pub fn spoken_parts(turn: &Turn) -> Vec<String> {
    let question = &turn.item.question;
    let mut names = Vec::new();
    let mut name = |row: MarkedRow<'_>| names.push(row.name());
    match &question.answer {
        Answer::Choices { .. } | Answer::Hotspot { .. } if turn.verdict() != Verdict::Correct => {
            names.push(format!("Right answer: {}", words::listed(&correct_parts(question))));
        }
        Answer::Order { .. } => order::each_marked(turn, &mut name),
        Answer::Match { .. } | Answer::Categorise { .. } => board::each_marked(turn, &mut name),
        Answer::Cloze { text } => names = cloze::spoken(turn, text),
        Answer::Recall { answer } => names.push(format!("The answer: {}", rich_text::one_line(answer))),
        Answer::Choice { .. }
        | Answer::Choices { .. }
        | Answer::TrueFalse(_)
        | Answer::Number { .. }
        | Answer::Text { .. }
        | Answer::Hotspot { .. }
        | Answer::Calculated { .. } => {}
    }
    names
}
