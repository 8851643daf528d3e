//! Looks over the bank of the bank page on a thread of its own, always the newest that was asked for.

use crate::app::file_name::name_of;
use crate::app::inbox::{Message, Reporter};
use crate::app::state::model::Loading;
use crate::app::state::under_way::{Teller, UnderWay};
use crate::bank::{AnyPicture, PictureFinder, Progress, survey};
use crate::disk::{LettersOfFonts, PicturesBeside, read_bank_text};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

/// Where the text of a bank comes from.
#[derive(Clone, Debug)]
pub enum BankText {
    /// A file.
    File(PathBuf),
    /// The window, where it is being written.
    Written {
        /// Its file, beside which its pictures lie.
        path: PathBuf,
        /// What stands in it.
        text: Box<str>,
    },
    /// The program itself.
    Shipped {
        /// Name of the file that it was.
        name: &'static str,
        /// What stood in it.
        text: &'static str,
    },
}

/// The window's end of the thread.
#[derive(Debug)]
pub struct Inspector {
    orders: Sender<(u64, BankText)>,
    state: Arc<State>,
}

#[derive(Debug, Default)]
struct State {
    under_way: UnderWay,
    /// The number of the newest order: the others are of no use any more.
    newest: AtomicU64,
}

impl Inspector {
    /// Starts the thread. It ends when the inspector is dropped.
    pub fn new(reporter: Reporter) -> Self {
        let (orders, waiting) = channel();
        let state = Arc::new(State::default());
        let thread_state = Arc::clone(&state);
        std::thread::spawn(move || work(&waiting, &thread_state, &reporter));
        Self { orders, state }
    }

    /// Looks a bank over, and drops what it is at; answers with [`Message::BankSurveyed`] and the number given back.
    pub fn look_over(&self, bank: BankText) -> u64 {
        let number = self.state.newest.fetch_add(1, Ordering::Relaxed) + 1;
        // The thread lives as long as this inspector, so there is always somebody to take it.
        let _ = self.orders.send((number, bank));
        number
    }

    /// Drops what it is at, which nobody wants any more.
    pub fn drop_order(&self) {
        self.state.newest.fetch_add(1, Ordering::Relaxed);
    }

    /// Stops what it is at; the answer says so.
    pub fn stop(&self) {
        self.state.under_way.stop();
    }

    /// The bank that is being looked over, once that takes noticeably long.
    pub fn loading(&self) -> Option<Loading> {
        self.state.under_way.loading()
    }
}

fn work(waiting: &Receiver<(u64, BankText)>, state: &State, reporter: &Reporter) {
    let letters = LettersOfFonts::default();
    while let Ok((number, bank)) = waiting.recv() {
        if state.newest.load(Ordering::Relaxed) != number {
            continue;
        }
        let name = match &bank {
            BankText::File(path) | BankText::Written { path, .. } => name_of(path),
            BankText::Shipped { name, .. } => (*name).to_owned(),
        };
        state.under_way.begin(name);
        let (text, pictures): (_, Box<dyn PictureFinder>) = match bank {
            BankText::File(path) => {
                (read_bank_text(&path).map(String::into_boxed_str), Box::new(PicturesBeside::of_bank(&path)))
            }
            BankText::Written { path, text } => (Ok(text), Box::new(PicturesBeside::of_bank(&path))),
            BankText::Shipped { text, .. } => (Ok(text.into()), Box::new(AnyPicture)),
        };
        let progress = WhileNewest { number, state, teller: Teller::new(&state.under_way, reporter) };
        let outcome = text.map(|text| Box::new(survey(text, &progress, &*pictures, &letters)));
        state.under_way.end();
        reporter.send(Message::BankSurveyed { number, outcome });
    }
}

/// Goes on as long as nothing newer was asked for.
struct WhileNewest<'a> {
    number: u64,
    state: &'a State,
    teller: Teller<'a>,
}

impl Progress for WhileNewest<'_> {
    fn advance(&self, share: f32) -> bool {
        self.teller.advance(share) && self.state.newest.load(Ordering::Relaxed) == self.number
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::inbox::Inbox;
    use std::time::{Duration, Instant};

    const PATIENCE: Duration = Duration::from_secs(20);

    fn bank(id: &str, count: usize) -> String {
        let questions: String = (0..count)
            .map(|number| format!("Question(id: \"q{number}\", prompt: \"Is it {number}?\", answer: TrueFalse(true)),"))
            .collect();
        format!("Bank(format: 1, id: \"{id}\", title: \"{id}\", questions: [{questions}])")
    }

    #[test]
    fn what_was_asked_last_is_answered_and_what_came_before_is_dropped() {
        let folder = tempfile::tempdir().expect("a folder");
        let paths = [("large", 5_000), ("small", 1)].map(|(id, count)| {
            let path = folder.path().join(id);
            std::fs::write(&path, bank(id, count)).expect("written");
            path
        });
        let inbox = Inbox::new(egui::Context::default());
        let inspector = Inspector::new(inbox.reporter());
        let numbers = paths.map(|path| inspector.look_over(BankText::File(path)));
        assert!(numbers[0] < numbers[1]);
        let started = Instant::now();
        let survey = loop {
            match inbox.take() {
                Some(Message::BankSurveyed { number, outcome }) if number == numbers[1] => break outcome,
                _ => std::thread::sleep(Duration::from_millis(1)),
            }
            assert!(started.elapsed() < PATIENCE, "never answered");
        };
        assert_eq!(&*survey.expect("read").head.id, "small");
        assert!(inspector.loading().is_none());
    }
}
