//! The learner's word against the mark: "I was right", and a remark on a question. Marks nothing itself.

use crate::bank::Mode;
use crate::bank::wording::signs::is_blank;
use crate::moment::Moment;
use crate::sitting::{Overruling, Sitting};

impl Sitting {
    /// Puts the learner's mark, full, in place of the automatic one, or takes that back. `false` where the answer at `index`
    /// cannot be overruled. In Practice a second try that was not made yet goes, and comes again when it is taken back.
    pub fn overrule(&mut self, index: usize, stands: bool, at: Moment) -> bool {
        let Some(turn) = self.turns.get_mut(index).filter(|turn| turn.can_be_overruled()) else { return false };
        if turn.is_overruled() == stands {
            return false;
        }
        turn.overruling = Some(Overruling { stands, at });
        if stands {
            self.drop_second_try(index);
        } else if self.terms.mode == Mode::Practice && self.turns[index].attempt == 1 {
            self.ask_again_of(index);
        }
        true
    }

    /// Keeps what the learner says about the question at `index`; empty takes it back. Tells whether it changed.
    pub fn remark(&mut self, index: usize, words: &str) -> bool {
        let Some(turn) = self.turns.get_mut(index) else { return false };
        let words = if is_blank(words) { "" } else { words };
        let changes = turn.remark != words;
        if changes {
            words.clone_into(&mut turn.remark);
        }
        changes
    }

    fn drop_second_try(&mut self, index: usize) {
        let turn = &self.turns[index];
        let again = self.turns.iter().enumerate().skip(index + 1);
        let mut again = again.filter(|(_, other)| other.is_second_try() && other.is_of_same_question(turn));
        let waiting = again.next().filter(|(place, other)| !other.is_done() && *place != self.current);
        if let Some(place) = waiting.map(|(place, _)| place) {
            self.turns.remove(place);
            self.current -= usize::from(self.current > place);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::bank::Question;
    use crate::moment::Moment;
    use crate::paper::{Paper, PaperItem};
    use crate::sitting::{Answered, Response, Sitting, Terms, Verdict};
    use uuid::Uuid;

    const NOON: Moment = Moment { unix_ms: 1_795_413_600_000, offset_secs: 3600 };

    fn question(id: &str, answer: &str) -> Question {
        ron::from_str(&format!("(id: \"{id}\", prompt: \"{id}?\", answer: {answer}, hint_cost: 0.25, hints: [\"h\"])"))
            .expect("a question")
    }

    fn practice() -> Sitting {
        let questions = [
            question("city", r#"Text(accept: ["Reykjavik"])"#),
            question("ice", "TrueFalse(true)"),
            question("energy", r#"Number(value: 59, unit: "MJ")"#),
        ];
        let items = questions.into_iter().map(|question| PaperItem::new("bank", question, Vec::new())).collect();
        let paper = Paper { seed: 7, items, short_by: 0 };
        Sitting::begin(Uuid::nil(), "bank", "Bank", "", Terms::default(), paper, NOON)
    }

    fn answer(sitting: &mut Sitting, response: Response) {
        assert_eq!(sitting.answer(response, NOON), Answered::Accepted);
    }

    #[test]
    fn who_was_right_gets_the_points_and_no_second_try() {
        let mut sitting = practice();
        answer(&mut sitting, Response::Text("Reykjanes".into()));
        assert_eq!((sitting.turns.len(), sitting.turn().verdict(), sitting.turn().score()), (4, Verdict::Wrong, 0.0));
        assert!(sitting.overrule(0, true, NOON));
        let turn = sitting.turn();
        assert_eq!((turn.verdict(), turn.score(), turn.marked_score()), (Verdict::Correct, 1.0, 0.0));
        assert_eq!(turn.marked_verdict(), Verdict::Wrong);
        assert_eq!(sitting.turns.len(), 3, "the second try has gone");
    }

    #[test]
    fn it_can_be_taken_back_and_the_second_try_comes_back() {
        let mut sitting = practice();
        answer(&mut sitting, Response::Text("Reykjanes".into()));
        assert!(sitting.overrule(0, true, NOON) && sitting.overrule(0, false, NOON));
        assert_eq!((sitting.turn().verdict(), sitting.turn().score(), sitting.turns.len()), (Verdict::Wrong, 0.0, 4));
        assert!(!sitting.overrule(0, false, NOON), "nothing is left to take back");
    }

    #[test]
    fn what_hints_cost_is_taken_off_the_learners_mark_too() {
        let mut sitting = practice();
        sitting.show_hint();
        answer(&mut sitting, Response::Text("Reykjanes".into()));
        assert!(sitting.overrule(0, true, NOON));
        assert_eq!(sitting.turn().score(), 0.75);
    }

    #[test]
    fn only_a_typed_answer_that_is_not_right_can_be_overruled() {
        let mut sitting = practice();
        assert!(!sitting.overrule(0, true, NOON), "nothing was answered");
        answer(&mut sitting, Response::Text("Reykjavik".into()));
        assert!(!sitting.overrule(0, true, NOON), "it is right already");
        assert!(sitting.advance());
        answer(&mut sitting, Response::TrueFalse(false));
        assert!(!sitting.overrule(1, true, NOON), "a pick was no slip of the keyboard");
        assert!(!sitting.overrule(9, true, NOON), "there is no such question");
    }

    #[test]
    fn a_second_try_that_was_made_stays() {
        let mut sitting = practice();
        answer(&mut sitting, Response::Text("Reykjanes".into()));
        for response in [Response::TrueFalse(true), Response::Number("59 MJ".into())] {
            assert!(sitting.advance());
            answer(&mut sitting, response);
        }
        assert!(sitting.advance());
        answer(&mut sitting, Response::Text("Reykjavik".into()));
        assert!(sitting.overrule(0, true, NOON));
        assert_eq!((sitting.turns.len(), sitting.score()), (4, 3.0));
    }

    #[test]
    fn the_place_on_the_screen_stays_where_it_was() {
        let mut sitting = practice();
        answer(&mut sitting, Response::Text("Reykjanes".into()));
        assert!(sitting.advance() && sitting.turn().item.question.id.as_ref() == "ice");
        answer(&mut sitting, Response::TrueFalse(false));
        assert!(sitting.advance());
        answer(&mut sitting, Response::Number("59 MJ".into()));
        assert!(sitting.advance() && sitting.advance());
        let shown = sitting.turn().item.question.id.clone();
        sitting.overrule(0, true, NOON);
        assert_eq!(sitting.turn().item.question.id, shown);
    }

    #[test]
    fn a_remark_is_kept_as_it_is_typed_and_can_be_taken_back() {
        let mut sitting = practice();
        assert!(sitting.remark(0, "Two "), "the next word is to come");
        assert!(sitting.remark(0, "Two answers are right."));
        assert_eq!(sitting.turns[0].remark, "Two answers are right.");
        assert!(!sitting.remark(0, "Two answers are right."), "nothing changes");
        assert!(sitting.remark(0, " ") && sitting.turns[0].remark.is_empty());
        assert!(!sitting.remark(9, "no such question"));
    }
}
