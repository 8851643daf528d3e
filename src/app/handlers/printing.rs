//! The action that prints a paper: draws it, saves it as a page, keeps it to be marked, and lets the browser show it.
//! Records nothing.

use crate::app::action::Print;
use crate::app::app::App;
use crate::app::handlers::marking::keep_paper;
use crate::app::handlers::sittings::plan_of;
use crate::app::inbox::Message;
use crate::bank::Bank;
use crate::disk::{PictureBytes, read_picture, save_atomically};
use crate::moment::Moment;
use crate::paper::{Met, Plan, draw_versions};
use crate::paper_marks::PrintedPaper;
use crate::report::printed::{LARGEST_EMBEDDED_BYTES, Papers, PrintedPicture, PrintedPictures, Printout};
use egui::{Context, OpenUrl};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl App {
    /// Shows the set-up of a bank with its questions on paper.
    pub(in crate::app) fn set_up_print(&mut self, bank_id: &str) {
        self.set_up(bank_id, None, None);
        if let Some(bank) = self.model.banks.iter().find(|bank| *bank.id == *bank_id) {
            self.screens.setup.choose_paper(bank);
        }
    }

    /// Draws and saves the paper away from the window; [`Message::Printed`] tells what came of it.
    pub(in crate::app) fn print(&self, print: &Print) {
        let Some(bank) = self.model.banks.iter().find(|bank| *bank.id == *print.bank_id).cloned() else { return };
        let job = Job {
            file: self.path_of(&bank.id),
            bank,
            plan: plan_of(&print.choice),
            seed: self.world.seed(),
            at: self.world.now(),
            versions: print.versions,
            with_key: print.with_key,
            with_sheets: print.with_sheets,
        };
        let (path, reporter) = (self.place_for_paper(&job.bank).with_extension("html"), self.inbox.reporter());
        std::thread::spawn(move || {
            let outcome = job.save(&path).map_err(|error| error.to_string());
            reporter.send(Message::Printed { path, outcome });
        });
    }

    pub(in crate::app) fn printed(&mut self, ctx: &Context, path: &Path, outcome: Result<(), String>) {
        match outcome {
            Ok(()) => {
                ctx.open_url(OpenUrl::new_tab(file_url(path)));
                self.tell(format!(
                    "Your browser opens the paper, to print it from there. It is saved as {}",
                    path.display()
                ));
            }
            Err(reason) => self.warn(format!("{} could not be saved: {reason}", path.display())),
        }
    }

    /// A name of its own for each paper, so that printing again never takes away the key to what was handed out.
    pub(in crate::app) fn place_for_paper(&self, bank: &Bank) -> PathBuf {
        let plain = |sign: char| if sign.is_alphanumeric() { sign } else { '-' };
        let time: String = self.world.now().to_iso().chars().take(19).map(plain).collect();
        let name: String = bank.id.chars().map(plain).collect();
        self.folder.papers().join(format!("{name}-{time}.html"))
    }
}

/// All that a paper is made from.
struct Job {
    bank: Arc<Bank>,
    /// The bank's file, beside which its pictures lie; `None` for a bank that came with the program.
    file: Option<PathBuf>,
    plan: Plan,
    seed: u32,
    /// When it is printed.
    at: Moment,
    versions: u32,
    with_key: bool,
    with_sheets: bool,
}

impl Job {
    fn save(&self, path: &Path) -> io::Result<()> {
        let banks: [&Bank; 1] = [&self.bank];
        let papers = draw_versions(&banks, &self.plan, &Met::new(), self.seed, self.versions);
        let shown = match papers.as_slice() {
            [paper] => Papers::One(paper),
            versions => Papers::Versions(versions),
        };
        let printout = Printout {
            papers: shown,
            banks: &banks,
            with_key: self.with_key,
            with_sheets: self.with_sheets,
            pictures: &Beside(self.file.as_deref()),
        };
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        save_atomically(path, |file| printout.write_html(file))?;
        let printed = PrintedPaper::new(&*self.bank.id, &*self.bank.title, papers, self.at);
        keep_paper(&path.with_extension("ron"), &printed)
    }
}

/// The pictures beside the file of a bank.
#[derive(Debug)]
struct Beside<'a>(Option<&'a Path>);

impl PrintedPictures for Beside<'_> {
    fn picture(&self, _bank_id: &str, path: &str) -> Option<PrintedPicture> {
        let PictureBytes { kind, bytes, width, height } = read_picture(self.0?, path, LARGEST_EMBEDDED_BYTES)?;
        Some(PrintedPicture { kind, bytes, width, height })
    }
}

/// The address of a file (RFC 8089): every byte of its path but letters, digits and what is plain in an address is
/// written as `%` and its number. On Windows a path has no `/` at its beginning, and the address has.
fn file_url(path: &Path) -> String {
    let path = path.to_string_lossy();
    let path = if cfg!(windows) { format!("/{}", path.replace('\\', "/")) } else { path.into_owned() };
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~:".contains(&byte);
    let written = |byte: u8| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    format!("file://{}", path.bytes().map(written).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(not(windows))]
    #[test]
    fn the_address_of_a_file_has_no_sign_that_means_something_else() {
        let check = |path: &str, expected: &str| assert_eq!(file_url(Path::new(path)), expected);
        check("/home/ada/papers/a-1.html", "file:///home/ada/papers/a-1.html");
        check("/media/Ada's stick/#1 50%?.html", "file:///media/Ada%27s%20stick/%231%2050%25%3F.html");
        check("/home/Müller/ü.html", "file:///home/M%C3%BCller/%C3%BC.html");
    }
}
