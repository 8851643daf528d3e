//! The words of the pages where questions come in from other programs and go out to them. Decides nothing.

use crate::app::file_name::name_of;
use crate::app::state::bank_export::Written;
use crate::app::state::import::{Import, ImportLine, Outcome, Source};
use crate::app::state::remark_groups::RemarkGroup;
use crate::app::wording::{kind_words, words};
use crate::app::workers::import_told::{ImportError, SavedImport};
use crate::bank::{Bank, Kind};
use crate::exchange::{Carried, Place, ReadFile, Remark, Severity, Target, Unreadable};
use std::io::ErrorKind;
use std::path::Path;

/// What can be read, for the page that has read nothing yet.
pub const WHAT_IS_READ: &str = "Moodle XML, GIFT, spreadsheets and CSV, Canvas and QTI packages, Word documents and texts with lettered \
     options, Anki, Quizlet, H5P and Open Trivia DB. Which of these a file is, is told from its content.";

/// What becomes of it.
pub const NOTHING_WRITTEN: &str =
    "You see what each question becomes, and what is lost, before anything is written. Nothing leaves this computer.";

/// The choice that makes cards of what has no key.
pub const CARDS_TO_RATE: &str = "Cards to rate oneself";

/// What cards to rate oneself are.
pub const CARDS: &str =
    "Terms and cards have no key that can be marked. Learners turn the card over and say whether they knew it.";

/// What is said where the clipboard has nothing to read.
pub const EMPTY_CLIPBOARD: &str = "There is no text on the clipboard.";

/// Why a file gives no question.
pub fn failure(name: &str, error: &ImportError) -> String {
    match error {
        ImportError::File(error) if error.kind() == ErrorKind::NotFound => format!("{name}: there is no such file."),
        ImportError::File(error) if error.kind() == ErrorKind::IsADirectory => {
            format!("{name} is a folder. Choose a file in it.")
        }
        ImportError::File(error) => format!("{name} cannot be read: {error}."),
        ImportError::Unreadable(Unreadable::NotRecognised) => {
            format!("{name} is none of the files that Torus can read.")
        }
        ImportError::Unreadable(reason @ Unreadable::Known { .. }) => format!("{name}: {reason}"),
        ImportError::Unreadable(reason) => words::sentences([format!("{name}: {reason}")]),
    }
}

/// That there is nothing at a path.
pub fn no_such_file(path: &Path) -> String {
    format!("There is no file at {}.", path.display())
}

/// That a file was dropped while a quiz is on the screen.
pub fn dropped_meanwhile(path: &Path) -> String {
    format!("{} is no bank. Drop it again when the quiz is over, to import its questions.", name_of(path))
}

/// Where something stands in a file: `line 41`, `Sheet1!H12`, `quiz.xml, line 3`; empty where nothing is known.
pub fn place(place: &Place) -> String {
    let line = place.line.map(|line| format!("line {line}")).unwrap_or_default();
    let parts = [place.inside.to_string(), place.cell.to_string(), line];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The encoding that a text was read in.
pub fn encoding(file: &ReadFile) -> Option<String> {
    let encoding = file.encoding?;
    Some(if encoding.is_guessed() { format!("{} (guessed)", encoding.name()) } else { encoding.name().to_owned() })
}

/// What separates the cells of a table.
pub fn separator(separator: Option<&str>) -> &'static str {
    match separator {
        Some(",") => "Comma",
        Some(";") => "Semicolon",
        Some("\t") => "Tab",
        Some("|") => "Bar",
        Some(" - " | " – " | " — ") => "Dash",
        Some(":") => "Colon",
        Some(" ") => "Space",
        Some(" = ") => "Equals sign",
        Some(_) => "As given",
        None => "As found",
    }
}

/// `48 questions: 44 can be made, 4 are left out`.
pub fn counts(import: &Import) -> String {
    let made = &import.considered.made;
    let left_out = match made.left_out.len() {
        0 => String::new(),
        1 => ", 1 is left out".to_owned(),
        count => format!(", {count} are left out"),
    };
    let untaken = match import.untaken() {
        0 => String::new(),
        count => format!(", {count} not taken"),
    };
    let can = format!("{} can be made", made.made.len());
    format!("{}: {can}{left_out}{untaken}", words::count(made.questions(), "question"))
}

/// What the button says that saves.
pub fn save(import: &Import) -> String {
    format!("Save as bank: {}", words::count(import.taken(), "question"))
}

/// What was saved, and where.
pub fn saved(saved: &SavedImport, path: &Path) -> String {
    if !saved.new_files.is_empty() {
        return format!("Saved {} as {}.", words::count(saved.added, "question"), path.display());
    }
    let mut told = vec![format!("{} added", saved.added), format!("{} changed", saved.changed)];
    told.push(format!("{} as before", saved.unchanged));
    let stays = match saved.changed_here {
        0 => String::new(),
        1 => " 1 was changed in the bank too, and stays as it is there.".to_owned(),
        count => format!(" {count} were changed in the bank too, and stay as they are there."),
    };
    let gone = match saved.no_longer.len() {
        0 => String::new(),
        _ => format!(" No longer in the file, but kept in the bank: {}.", words::listed(&saved.no_longer)),
    };
    format!("{} was brought up to date: {}.{stays}{gone}", path.display(), told.join(", "))
}

/// What happened, with what to press about it.
pub fn message(remark: &Remark) -> String {
    match remark {
        Remark::CardNotAsked => {
            format!("{} Turn on “{CARDS_TO_RATE}” to have learners rate themselves.", remark.message())
        }
        _ => remark.message(),
    }
}

/// What a severity is called in a list.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::LeftOut => "left out",
        Severity::MarkedDifferently => "marked differently",
        Severity::DetailDropped => "detail dropped",
        Severity::Guessed => "guessed",
    }
}

/// What is asked, in one line.
pub fn prompt(line: &ImportLine) -> String {
    if line.in_one_line.trim().is_empty() { "A question without words".to_owned() } else { line.in_one_line.clone() }
}

/// The second line of a draft: `Choice · line 41 · marked differently: …`.
pub fn note(line: &ImportLine) -> String {
    let kind = match &line.outcome {
        Outcome::Made(_, kind) => kind_words::name(*kind).to_owned(),
        Outcome::LeftOut(_, type_name) => type_name.to_string(),
    };
    let told = |remark: &Remark| format!("{}: {}", severity(remark.severity()), message(remark));
    let worst = line.worst().map(told).unwrap_or_default();
    [kind, place(&line.place), worst].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// `3 questions`, or that it is about the whole file.
pub fn about(group: &RemarkGroup) -> String {
    let questions = group.about.iter().flatten().count();
    match questions {
        0 => "the whole file".to_owned(),
        count => words::count(count, "question"),
    }
}

/// What happened to several questions: the example, and for how many it stands.
pub fn group(group: &RemarkGroup) -> String {
    match group.about.len() {
        0 | 1 => message(&group.example),
        _ => format!("For example: {}", message(&group.example)),
    }
}

/// How many remarks there are.
pub fn remarks(groups: &[RemarkGroup]) -> String {
    match groups.iter().map(|group| group.about.len()).sum() {
        0 => "No remarks".to_owned(),
        count => format!("Remarks {count}"),
    }
}

/// How many pictures come beside the bank; empty where none do.
pub fn pictures(import: &Import) -> String {
    match import.drafts().pictures.all().len() {
        0 => String::new(),
        1 => "1 picture is copied beside the bank.".to_owned(),
        count => format!("{count} pictures are copied beside the bank."),
    }
}

/// The quizzes of a package by their names.
pub fn quiz(import: &Import, quiz: usize, source: Option<&Source>) -> String {
    let bank = &import.file.banks[quiz];
    let title = bank.title.trim();
    let name = match (title.is_empty(), source) {
        (false, _) => title.to_owned(),
        (true, Some(source)) => format!("{} {}", source.stem(), quiz + 1),
        (true, None) => format!("Quiz {}", quiz + 1),
    };
    format!("{name} ({})", bank.drafts.len())
}

/// What arrives of a bank: `18 of 20 questions arrive.`
pub fn arrives(bank: &Bank, written: &Written) -> String {
    let (all, made) = (bank.questions.len(), written.exported.made);
    if all == made {
        format!("All {} arrive.", words::count(all, "question"))
    } else {
        format!("{made} of {} arrive.", words::count(all, "question"))
    }
}

/// Which kinds of the bank a program takes whole, in part, or not at all; before anything is worked out.
pub fn carried(bank: &Bank, target: Target) -> String {
    let mut kinds: Vec<Kind> = bank.questions.iter().map(|question| question.kind()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let of = |wanted: Carried| -> Vec<String> {
        let found = kinds.iter().filter(|kind| target.carries(**kind) == wanted);
        found.map(|kind| kind_words::name(*kind).to_owned()).collect()
    };
    let told = |begin: &str, kinds: Vec<String>| {
        if kinds.is_empty() { String::new() } else { format!("{begin}: {}.", words::listed(&kinds)) }
    };
    let told =
        [told("Whole", of(Carried::Whole)), told("In part", of(Carried::Partly)), told("Not at all", of(Carried::Not))];
    told.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
