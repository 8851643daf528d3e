//! What learners see of the question that is written, and what the check says of the bank.

use crate::app::app::App;
use crate::app::handlers::bank_page::{drawn, drop_elsewhere};
use crate::app::handlers::banks::{Found, look_for_pictures, pictures_named};
use crate::app::state::author::{Check, Known};
use crate::app::state::bank_page::Preview;
use crate::app::state::pictures::Pictures;
use crate::app::workers::survey::BankText;
use crate::bank::{Bank, Survey, can_be_asked};
use crate::disk::BankFileError;
use std::sync::Arc;

impl App {
    /// Has the text checked as it stands now.
    pub(super) fn check_written(&mut self) {
        let Some(author) = &self.model.author else { return };
        let text = BankText::Written { path: author.path.clone(), text: author.document.text().into() };
        self.awaited_check = Some((self.inspector.look_over(text), author.version));
    }

    /// Takes up what the check says, where it was asked for here; gives it back where it was not.
    pub(in crate::app) fn written_checked(
        &mut self,
        number: u64,
        outcome: Result<Box<Survey>, BankFileError>,
    ) -> Option<Result<Box<Survey>, BankFileError>> {
        let Some((_, version)) = self.awaited_check.take_if(|(awaited, _)| *awaited == number) else {
            return Some(outcome);
        };
        let (Some(author), Ok(survey)) = (&mut self.model.author, outcome) else { return None };
        author.known = Known::of(&author.document);
        let old = author.check.replace(Check { version, survey: Arc::from(survey) });
        drop_elsewhere(old);
        self.find_pictures(true);
        self.draw_written();
        None
    }

    /// Draws the question that is shown as learners see it. What was tried stays where the question is the same.
    pub(in crate::app) fn draw_written(&mut self) {
        self.find_pictures(false);
        let Some(author) = &mut self.model.author else { return };
        let question = author.shown().and_then(|placed| placed.question.as_ref());
        let (nothing, head) = (Bank::default(), author.document.head());
        let question = question.filter(|question| can_be_asked(head.unwrap_or(&nothing), question)).cloned();
        let before = author.preview.as_ref().map(|preview| preview.turn.item.original());
        if before.is_some() && before == question.as_ref() {
            return;
        }
        let number = author.preview.take().map_or(author.version << 16, |preview| preview.number) + 1;
        let Some(question) = question else { return };
        let bank_id = author.bank_id().to_owned();
        let Some(turn) = drawn(&bank_id, &question, author.seed) else { return };
        author.preview = Some(Preview { turn, pictures: author.pictures.clone(), is_marked: false, number });
    }

    /// Looks for the pictures of the question that is shown, whether it can be asked or not.
    fn find_pictures(&mut self, is_check: bool) {
        let Some(author) = &mut self.model.author else { return };
        let question = author.shown().and_then(|placed| placed.question.as_ref());
        let named: Vec<String> = question.map(pictures_named).unwrap_or_default();
        // Not with every letter that is typed: a file that comes later is found when the check has come.
        if named == author.pictured && !is_check {
            return;
        }
        let mut found = Found::new();
        if let (Some(folder), Some(question)) = (author.path.parent(), question) {
            look_for_pictures(folder, question, &mut found);
        }
        (author.pictures, author.pictured) = (Pictures::new(found), named);
    }

    /// Draws it in another order.
    pub(in crate::app) fn draw_written_anew(&mut self) {
        let seed = self.world.seed();
        if let Some(author) = &mut self.model.author {
            author.seed = seed;
            author.preview = None;
        }
        self.draw_written();
    }
}
