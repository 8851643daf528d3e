//! Keeps the bank that is written, on a thread of its own: what is typed goes to a journal at once, and into the bank's file when
//! its field is left, or after a while of rest. What others write into the file is brought together with it.

use crate::app::inbox::Reporter;
use crate::app::workers::author_work::{Order, Work};
use crate::disk::DataFolder;
use crate::disk::authoring::Version;
use crate::syntax::edit::Edits;
use std::path::PathBuf;
use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;

/// The window's end of the thread.
#[derive(Debug)]
pub struct Keeper {
    orders: Sender<Order>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    /// Starts the thread. It ends when the keeper is dropped or finished.
    pub fn new(folder: DataFolder, reporter: Reporter) -> Self {
        let (orders, waiting) = channel();
        let thread = std::thread::spawn(move || Work::new(folder, reporter).run(&waiting));
        Self { orders, thread: Some(thread) }
    }

    /// Opens a bank; answers with [`Message::AuthorOpened`]. What is open is written and let go of.
    pub fn open(&self, path: PathBuf) {
        self.order(Order::Open(path));
    }

    /// Keeps a change, which makes this version of the text.
    pub fn changed(&self, version: u64, edits: Edits) {
        self.order(Order::Changed { version, edits });
    }

    /// Notes that the window has taken up what was told of the file; this version of its text.
    pub fn adopted(&self, version: u64) {
        self.order(Order::Adopted { version });
    }

    /// Writes the file now; answers with [`Message::AuthorSaved`].
    pub fn save(&self) {
        self.order(Order::Save);
    }

    /// Looks whether the file was changed outside; answers with [`Message::AuthorChangedOutside`] where it was.
    pub fn look(&self) {
        self.order(Order::Look);
    }

    /// Reads an older state of the bank; answers with [`Message::AuthorVersion`].
    pub fn look_up(&self, version: Version) {
        self.order(Order::LookUp(version));
    }

    /// Writes the file and lets go of the bank.
    pub fn close(&self) {
        self.order(Order::Close);
    }

    /// Writes what is to be written, and waits for that.
    pub fn finish(mut self) {
        self.close();
        let Self { orders, thread } = &mut self;
        let (closed, _) = channel();
        *orders = closed;
        // Where the thread has failed, the journal has all that it was told.
        let _ = thread.take().map(JoinHandle::join);
    }

    fn order(&self, order: Order) {
        // The thread lives as long as this end of it, so there is always somebody to take it.
        let _ = self.orders.send(order);
    }
}
