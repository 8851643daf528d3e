//! What can go where in a question of pairs or of groups, and the words for it. Paints only what became of it.

use super::carry::Hold;
use crate::app::widgets::MarkedRow;
use crate::app::widgets::rich_text::one_line;
use crate::bank::Answer;
use crate::paper::PaperItem;
use crate::sitting;
use crate::sitting::Turn;
use egui::{EventFilter, Key, Modifiers, Response, Ui};

/// The share of the width that left sides and items take beside where they were put.
const LEAD_SHARE: f32 = 0.4;

/// The items of a question and the sides that they can be put to: right sides of pairs, or groups.
pub(super) struct Board<'a> {
    /// The items in the order shown: left sides as they are written, items of groups shuffled.
    pub items: Vec<usize>,
    /// The sides in the order shown: right sides shuffled, groups as they are written.
    pub sides: Vec<(usize, &'a str)>,
    names: Vec<&'a str>,
    word: &'static str,
    nowhere: &'static str,
    /// Whether no side belongs to several items.
    is_each_used_once: bool,
}

impl<'a> Board<'a> {
    /// The board of a question of pairs or of groups; `None` for the other kinds.
    pub fn of(item: &'a PaperItem) -> Option<Self> {
        let (answer, order) = (&item.question.answer, &item.option_order);
        let options = answer.options();
        if let Answer::Categorise { groups } = answer {
            return Some(Self {
                items: order.clone(),
                sides: groups.iter().map(|(name, _)| name).enumerate().collect(),
                names: options,
                word: "in",
                nowhere: "in no group yet",
                is_each_used_once: false,
            });
        }
        let Answer::Match { pairs, .. } = answer else { return None };
        Some(Self {
            items: (0..pairs.len()).collect(),
            sides: order.iter().filter_map(|side| Some((*side, *options.get(*side)?))).collect(),
            names: pairs.iter().map(|(left, _)| &**left).collect(),
            word: "with",
            nowhere: "with nothing yet",
            is_each_used_once: is_without_twins(&answer.right_pairs()),
        })
    }

    /// Whether a side has been put to an item and belongs to no other. Where one side of the question belongs to several
    /// items, none is: which one it is would be given away.
    pub fn is_used_up(&self, chosen: &[Option<usize>], side: usize) -> bool {
        self.is_each_used_once && chosen.contains(&Some(side))
    }

    /// What an item is called.
    pub fn name(&self, item: usize) -> &'a str {
        self.names.get(item).copied().unwrap_or_default()
    }

    /// What a side is called.
    pub fn side_name(&self, side: usize) -> &'a str {
        self.sides.iter().find(|(other, _)| *other == side).map_or("", |(_, name)| name)
    }

    /// Where an item stands: `Nile, in Africa, 1 of 3`.
    pub fn standing(&self, item: usize, side: Option<usize>) -> String {
        let name = one_line(self.name(item));
        match side.and_then(|side| Some((side, self.place_of(side)?))) {
            Some((side, place)) => {
                format!(
                    "{name}, {} {}, {} of {}",
                    self.word,
                    one_line(self.side_name(side)),
                    place + 1,
                    self.sides.len()
                )
            }
            None => format!("{name}, {}", self.nowhere),
        }
    }

    /// Puts an item to a side, or back to none, and tells it.
    pub(super) fn put(&self, chosen: &mut [Option<usize>], hold: &mut Hold, item: usize, side: Option<usize>) {
        let Some(place) = chosen.get_mut(item) else { return };
        *place = side;
        hold.put_down();
        hold.tell_of(self.standing(item, side));
    }

    /// Puts the item with the focus, or else the first that is nowhere, to the side shown at `place`, and leads on.
    pub(super) fn put_by_digit(&self, chosen: &mut [Option<usize>], hold: &mut Hold, place: usize) {
        let Some((side, _)) = self.sides.get(place).copied() else { return };
        let is_open = |item: &usize| chosen.get(*item).is_some_and(Option::is_none);
        let open = self.items.iter().copied().find(|item| is_open(item));
        let Some(item) = hold.focused.or(open).or(self.items.first().copied()) else { return };
        self.put(chosen, hold, item, Some(side));
        if hold.focused.is_some() {
            hold.wants_focus = self.next_open(chosen, item);
        }
    }

    /// What the learner wants by keys for the item that has the focus: another side, or none.
    pub(super) fn key_wish(&self, ui: &Ui, response: &Response, side: Option<usize>) -> Option<Option<usize>> {
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowRight) {
            Some(self.step(side, 1))
        } else if pressed(Key::ArrowLeft) {
            Some(self.step(side, self.sides.len()))
        } else if pressed(Key::Delete) || pressed(Key::Backspace) {
            Some(None)
        } else {
            None
        }
    }

    /// So many sides on, going round; beside the last and before the first stands none.
    fn step(&self, side: Option<usize>, by: usize) -> Option<usize> {
        let now = side.and_then(|side| self.place_of(side)).map_or(0, |place| place + 1);
        let next = (now + by) % (self.sides.len() + 1);
        next.checked_sub(1).map(|place| self.sides[place].0)
    }

    /// The next item that is nowhere, after this one and then from the top.
    fn next_open(&self, chosen: &[Option<usize>], item: usize) -> Option<usize> {
        let from = self.items.iter().position(|other| *other == item)? + 1;
        let around = self.items[from..].iter().chain(&self.items[..from]);
        around.copied().find(|item| chosen.get(*item).is_some_and(Option::is_none))
    }

    fn place_of(&self, side: usize) -> Option<usize> {
        self.sides.iter().position(|(other, _)| *other == side)
    }
}

fn is_without_twins(places: &[usize]) -> bool {
    let mut seen = places.to_vec();
    seen.sort_unstable();
    seen.windows(2).all(|pair| pair[0] != pair[1])
}

/// Hands over each left side or item with what it was put to, and where it belongs.
pub(super) fn each_marked(turn: &Turn, take: &mut dyn FnMut(MarkedRow<'_>)) {
    let Some(board) = Board::of(&turn.item) else { return };
    let right_sides = turn.item.question.answer.right_pairs();
    let chosen: &[Option<usize>] = match &turn.response {
        Some(sitting::Response::Match(chosen) | sitting::Response::Categorise(chosen)) => chosen,
        Some(_) | None => &[],
    };
    for item in board.items.iter().copied() {
        let Some(right) = right_sides.get(item).copied() else { continue };
        let side = chosen.get(item).copied().flatten();
        take(MarkedRow {
            lead: board.name(item),
            lead_share: LEAD_SHARE,
            given: side.map(|side| board.side_name(side)),
            right: board.side_name(right),
            is_right: side == Some(right),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::Question;

    fn rivers() -> PaperItem {
        let ron =
            r#"(id: "q", prompt: "Sort.", answer: Categorise(groups: {"Africa": ["Nile"], "Asia": ["Ob", "Lena"]}))"#;
        let question: Question = ron::from_str(ron).expect("a question");
        PaperItem::new("b", question, vec![1, 0, 2])
    }

    #[test]
    fn an_item_tells_where_it_stands() {
        let item = rivers();
        let board = Board::of(&item).expect("a board");
        assert_eq!(board.standing(0, Some(0)), "Nile, in Africa, 1 of 2");
        assert_eq!(board.standing(2, None), "Lena, in no group yet");
        assert_eq!(board.standing(2, Some(9)), "Lena, in no group yet");
    }

    #[test]
    fn a_side_is_used_up_where_each_belongs_to_one_item_alone() {
        let check = |pairs: &str, expected: [bool; 2]| {
            let ron = format!("(id: \"q\", prompt: \"Match.\", answer: Match(pairs: [{pairs}], extra: [\"c\"]))");
            let item = PaperItem::new("b", ron::from_str(&ron).expect("a question"), vec![0, 1, 2]);
            let board = Board::of(&item).expect("a board");
            let chosen = [Some(1), None];
            assert_eq!([0, 1].map(|side| board.is_used_up(&chosen, side)), expected, "{pairs}");
        };
        check("(\"1\", \"a\"), (\"2\", \"b\")", [false, true]);
        check("(\"1\", \"a\"), (\"2\", \"b\"), (\"3\", \"a\")", [false, false]);
    }

    #[test]
    fn steps_go_round_through_nowhere() {
        let item = rivers();
        let board = Board::of(&item).expect("a board");
        let steps = |from, by| board.step(from, by);
        assert_eq!([steps(None, 1), steps(Some(0), 1), steps(Some(1), 1)], [Some(0), Some(1), None]);
        assert_eq!([steps(None, 2), steps(Some(1), 2), steps(Some(0), 2)], [Some(1), Some(0), None]);
    }

    #[test]
    fn digits_fill_the_items_one_after_the_other() {
        let item = rivers();
        let board = Board::of(&item).expect("a board");
        let (mut chosen, mut hold) = (vec![None; 3], Hold::default());
        board.put_by_digit(&mut chosen, &mut hold, 1);
        assert_eq!((chosen.clone(), hold.told.as_str()), (vec![None, Some(1), None], "Ob, in Asia, 2 of 2"));
        hold.focused = Some(2);
        board.put_by_digit(&mut chosen, &mut hold, 1);
        assert_eq!((chosen.clone(), hold.wants_focus), (vec![None, Some(1), Some(1)], Some(0)));
        board.put_by_digit(&mut chosen, &mut hold, 7);
        assert_eq!(chosen, vec![None, Some(1), Some(1)]);
    }
}
