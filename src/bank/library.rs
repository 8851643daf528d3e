//! Decides what the library shows: which of several banks with one id plays, and why another does not. Reads no file
//! and draws no card.

use super::{Bank, Reading};
use std::collections::{HashMap, HashSet};

/// A bank file that the library keeps, and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct LibraryFile {
    /// Its path, as it is shown.
    pub path: String,
    /// What came of opening it.
    pub outcome: FileOutcome,
}

/// What came of opening a bank file.
#[derive(Clone, Debug, PartialEq)]
pub enum FileOutcome {
    /// It was opened and read.
    Read(Reading),
    /// It could not be opened; why, in one sentence.
    NotOpened(String),
    /// It is not there any more.
    Gone,
}

/// Where a bank comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// It came with the program: index into the shipped banks.
    Shipped(usize),
    /// The user added it: index into the files.
    File(usize),
}

/// What the library shows of one bank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Where the bank comes from.
    pub origin: Origin,
    /// The bank's title, or the file's name where there is none.
    pub title: String,
    /// Path of the file; `None` for a bank that came with the program.
    pub path: Option<String>,
    /// Whether it can be played.
    pub state: CardState,
}

/// Whether a bank can be played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CardState {
    /// It can.
    Plays {
        /// Whether it takes the place of a bank that came with the program.
        replaces_shipped: bool,
        /// How many questions can be asked.
        question_count: usize,
        /// How many things are wrong with it, each named in its reading.
        problem_count: usize,
    },
    /// Another file with the same id comes before it.
    Shadowed {
        /// Path of the file that plays.
        by: String,
    },
    /// Its file could not be read.
    Unreadable {
        /// Why, with line and column where they are known.
        reason: String,
    },
    /// Its file is not there. What was recorded under its id stays, and the file can be located.
    Gone,
}

impl Card {
    /// The sentence under the title of a card that cannot be played, with what to do; `None` where it can.
    pub fn notice(&self) -> Option<String> {
        let path = self.path.as_deref().unwrap_or(&self.title);
        match &self.state {
            CardState::Plays { .. } => None,
            CardState::Shadowed { by } => {
                Some(format!("{path} has the same id as {by}, which plays. Give one of them another id, or remove it."))
            }
            CardState::Unreadable { reason } => Some(format!("{} could not be opened: {reason}", file_name(path))),
            CardState::Gone => Some(format!("{path} is not there any more. Locate it; your results are kept.")),
        }
    }
}

/// The cards of the library: the banks that came with the program, then the files in their order. A file with a shipped
/// bank's id takes its place; of two files with one id the first plays; a path that stands twice counts once.
pub fn cards(shipped: &[&Bank], files: &[LibraryFile]) -> Vec<Card> {
    let first_file = first_file_by_id(files);
    let shipped_ids: HashSet<&str> = shipped.iter().map(|bank| &*bank.id).collect();
    let from_program = shipped.iter().enumerate().filter(|(_, bank)| !first_file.contains_key(&*bank.id));
    let mut cards: Vec<Card> = from_program.map(|(index, bank)| shipped_card(index, bank)).collect();
    let mut paths = HashSet::new();
    for (index, file) in files.iter().enumerate().filter(|(_, file)| paths.insert(&file.path)) {
        let (title, state) = match &file.outcome {
            FileOutcome::Gone => (file_name(&file.path), CardState::Gone),
            FileOutcome::NotOpened(reason) => (file_name(&file.path), CardState::Unreadable { reason: reason.clone() }),
            FileOutcome::Read(Reading { bank: Err(problem), .. }) => {
                (file_name(&file.path), CardState::Unreadable { reason: problem.to_string() })
            }
            FileOutcome::Read(Reading { bank: Ok(bank), problems }) => match first_file.get(&*bank.id) {
                Some(first) if *first != index => {
                    (&*bank.title, CardState::Shadowed { by: files[*first].path.clone() })
                }
                _ => (&*bank.title, plays(bank, problems.len(), shipped_ids.contains(&*bank.id))),
            },
        };
        cards.push(Card { origin: Origin::File(index), title: title.into(), path: Some(file.path.clone()), state });
    }
    cards
}

fn first_file_by_id(files: &[LibraryFile]) -> HashMap<&str, usize> {
    let mut first = HashMap::new();
    for (index, file) in files.iter().enumerate() {
        if let FileOutcome::Read(Reading { bank: Ok(bank), .. }) = &file.outcome {
            first.entry(&*bank.id).or_insert(index);
        }
    }
    first
}

fn shipped_card(index: usize, bank: &Bank) -> Card {
    Card { origin: Origin::Shipped(index), title: bank.title.to_string(), path: None, state: plays(bank, 0, false) }
}

fn plays(bank: &Bank, problem_count: usize, replaces_shipped: bool) -> CardState {
    CardState::Plays { replaces_shipped, question_count: bank.questions.len(), problem_count }
}

/// What stands after the last `/` or `\`: paths of both sorts are stored.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).find(|name| !name.is_empty()).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::super::{Quietly, read};
    use super::*;

    fn text(id: &str) -> String {
        format!(
            "(format: 1, id: \"{id}\", title: \"Title of {id}\", questions: [(id: \"q\", prompt: \"?\", answer: TrueFalse(true)), (id: 7)])"
        )
    }

    fn file(path: &str, text: &str) -> LibraryFile {
        LibraryFile { path: path.into(), outcome: FileOutcome::Read(read(text, &Quietly)) }
    }

    /// The cards in short: where each comes from, its title, and its state.
    fn check(shipped: &[&str], files: &[LibraryFile], expected: &[(Origin, &str, CardState)]) {
        let banks: Vec<Bank> = shipped.iter().filter_map(|id| read(&text(id), &Quietly).bank.ok()).collect();
        let cards = cards(&banks.iter().collect::<Vec<_>>(), files);
        let found: Vec<_> = cards.iter().map(|card| (card.origin, &*card.title, card.state.clone())).collect();
        assert_eq!(found, expected);
    }

    fn playing(replaces_shipped: bool, problem_count: usize) -> CardState {
        CardState::Plays { replaces_shipped, question_count: 1, problem_count }
    }

    #[test]
    fn the_shipped_banks_come_first_and_files_after_them_in_order() {
        check(
            &["a", "b"],
            &[file("/z.ron", &text("z")), file("/c.ron", &text("c"))],
            &[
                (Origin::Shipped(0), "Title of a", playing(false, 0)),
                (Origin::Shipped(1), "Title of b", playing(false, 0)),
                (Origin::File(0), "Title of z", playing(false, 1)),
                (Origin::File(1), "Title of c", playing(false, 1)),
            ],
        );
    }

    #[test]
    fn a_file_takes_the_place_of_a_shipped_bank_and_shadows_other_files() {
        let files = [file("/1.ron", &text("a")), file("/2.ron", &text("a")), file("/3.ron", &text("a"))];
        let shadowed = || CardState::Shadowed { by: "/1.ron".into() };
        check(
            &["a"],
            &files,
            &[
                (Origin::File(0), "Title of a", playing(true, 1)),
                (Origin::File(1), "Title of a", shadowed()),
                (Origin::File(2), "Title of a", shadowed()),
            ],
        );
    }

    #[test]
    fn files_that_cannot_be_read_or_are_gone_take_nobodys_place() {
        let files = [
            file("/broken.ron", "(format: 1, id: \"a\""),
            LibraryFile { path: "C:\\banks\\gone.ron".into(), outcome: FileOutcome::Gone },
            LibraryFile { path: "quizzes/pipe.ron".into(), outcome: FileOutcome::NotOpened("this is a pipe".into()) },
            file("/whole.ron", &text("a")),
        ];
        let reason = "line 1, column 20: expected a closing bracket `)`".to_owned();
        check(
            &["a"],
            &files,
            &[
                (Origin::File(0), "broken.ron", CardState::Unreadable { reason }),
                (Origin::File(1), "gone.ron", CardState::Gone),
                (Origin::File(2), "pipe.ron", CardState::Unreadable { reason: "this is a pipe".into() }),
                (Origin::File(3), "Title of a", playing(true, 1)),
            ],
        );
    }

    #[test]
    fn a_file_that_was_added_twice_counts_once() {
        let files = [file("/a.ron", &text("a")), file("/a.ron", &text("a"))];
        check(&[], &files, &[(Origin::File(0), "Title of a", playing(false, 1))]);
    }

    #[test]
    fn a_card_that_cannot_be_played_says_why_and_what_to_do() {
        let chemistry = "(format: 1, id: \"c\",\n  title: \"Chemistry, questions: [])";
        let files = [
            file("/a.ron", &text("a")),
            file("/b.ron", &text("a")),
            file("/home/ada/chemistry.ron", chemistry),
            LibraryFile { path: "/stick/gone.ron".into(), outcome: FileOutcome::Gone },
        ];
        let notices: Vec<_> = cards(&[], &files).iter().map(Card::notice).collect();
        assert_eq!(
            notices,
            [
                None,
                Some(
                    "/b.ron has the same id as /a.ron, which plays. Give one of them another id, or remove it.".into()
                ),
                Some("chemistry.ron could not be opened: line 2, column 10: expected a closing quotation mark".into()),
                Some("/stick/gone.ron is not there any more. Locate it; your results are kept.".into()),
            ]
        );
    }
}
