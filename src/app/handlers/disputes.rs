//! What a learner says about a mark or a question, in the feedback or in the review of a result. Each is on the disk at once.

use crate::app::action::Page;
use crate::app::app::App;
use crate::app::outgoing::Change;
use crate::app::state::notice_line::About;
use crate::history::{History, HistoryError};
use crate::sitting::{Sitting, State};

impl App {
    /// Puts the learner's mark in place of the automatic one, or takes that back.
    pub(in crate::app) fn overrule(&mut self, index: usize, stands: bool) {
        let at = self.world.now();
        self.dispute(
            |sitting| sitting.overrule(index, stands, at),
            |history, sitting| history.record_overruling(sitting, index),
        );
    }

    /// Keeps what the learner says about a question.
    pub(in crate::app) fn remark(&mut self, index: usize, words: &str) {
        self.dispute(|sitting| sitting.remark(index, words), |history, sitting| history.record_turn(sitting, index));
    }

    /// Changes the sitting that is on the screen and keeps the change; where it cannot be kept, nothing has changed.
    fn dispute(
        &mut self,
        change: impl FnOnce(&mut Sitting) -> bool,
        keep: impl FnOnce(&History, &Sitting) -> Result<(), HistoryError>,
    ) {
        let sitting = match self.model.page {
            Page::Result => self.model.result.as_mut().map(|result| &mut result.sitting),
            _ => self.model.play.as_mut().map(|play| &mut play.sitting),
        };
        let Some(sitting) = sitting else { return };
        let before = sitting.clone();
        if !change(sitting) {
            return;
        }
        let noted = Change { sitting, had_ended: before.state == State::Finished };
        let whose = (&self.model.settings, self.model.learner.uuid);
        match self.outgoing.write(whose, noted, || keep(&self.history, sitting)) {
            Ok(()) => {
                self.is_over(About::Results);
                self.note_return();
            }
            Err(error) => {
                *sitting = before;
                self.warn_history(&error);
            }
        }
    }
}
