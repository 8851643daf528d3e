//! The words of the page where a bank is written.

use crate::app::state::author::{Author, Saving};
use crate::app::wording::words;
use crate::author::merge::Conflict;
use crate::author::{ChangedField, Document, Refusal, Step, StepKind};
use crate::bank::QuizDraw;
use crate::disk::authoring::{PictureNotKept, Version};
use crate::moment::Moment;
use std::path::Path;

/// Longer prompts are cut in sentences about them.
const LONGEST_PROMPT_CHARS: usize = 40;

/// `12 questions`.
pub fn questions(count: usize) -> String {
    words::count(count, "question")
}

/// Whether what was typed is in the file.
pub fn saving(saving: &Saving) -> String {
    match saving {
        Saving::Untouched => "Nothing changed".to_owned(),
        Saving::Kept => "Saving…".to_owned(),
        Saving::Saved(at) => format!("Saved {}", words::time_of_day(*at)),
        Saving::Failed(error) => format!("Not saved: {error}"),
        Saving::Lost(reason) => format!("Not kept: {reason}"),
    }
}

/// `Undo: the prompt of “Which year …”`.
pub fn undo(step: &Step, document: &Document) -> String {
    format!("Undo: {}", what(step, document))
}

/// `Redo: the prompt of “Which year …”`.
pub fn redo(step: &Step, document: &Document) -> String {
    format!("Redo: {}", what(step, document))
}

/// `Undone: the prompt of “Which year …”.`
pub fn undone(step: &Step, document: &Document) -> String {
    format!("Undone: {}.", what(step, document))
}

/// `Done again: the prompt of “Which year …”.`
pub fn redone(step: &Step, document: &Document) -> String {
    format!("Done again: {}.", what(step, document))
}

fn what(step: &Step, document: &Document) -> String {
    let named = |named: &Step| named.keys.first().and_then(|key| prompt_of(*key, document));
    let of_question =
        |thing: &str| named(step).map_or_else(|| thing.to_owned(), |prompt| format!("{thing} of “{prompt}”"));
    let several = |one: &str, many: &str| match step.keys.len() {
        0 | 1 => one.to_owned(),
        count => format!("{count} {many}"),
    };
    match &step.kind {
        StepKind::Question(fields) => of_question(&fields_words(fields)),
        StepKind::Insert => several("a new question", "new questions"),
        StepKind::Remove => several("the deletion of a question", "deleted questions"),
        StepKind::Move => of_question("the place"),
        StepKind::Duplicate => of_question("a copy"),
        StepKind::Head(fields) => format!("{} of the bank", fields_words(fields)),
        StepKind::Text => of_question("the text"),
        StepKind::Adopt => "what came from outside".to_owned(),
    }
}

/// `the prompt`, `the right answer`, `the prompt and the explanation`.
fn fields_words(fields: &[ChangedField]) -> String {
    let named: Vec<String> = fields.iter().map(field_words).collect();
    match named.len() {
        0 => "something".to_owned(),
        1..=3 => words::listed(&named),
        count => format!("{count} fields"),
    }
}

/// What a field is called in the form, by its name in the file: `the wrong answers`, or `wrong answer 2`.
fn field_words(field: &ChangedField) -> String {
    let name = field.part.unwrap_or(field.field);
    let (one, all) = match name {
        "correct" => ("right answer", "right answer"),
        "distractors" => ("wrong answer", "wrong answers"),
        "accept" => ("right answer", "right answers"),
        "reject" => ("answer that is never right", "answers that are never right"),
        "cite" => ("source", "sources"),
        "hints" => ("hint", "hints"),
        "items" => ("item", "items"),
        "pairs" => ("pair", "pairs"),
        "groups" => ("group", "groups"),
        "spots" => ("place", "places"),
        "quizzes" => ("quiz", "quizzes"),
        "sources" => ("source", "sources"),
        "alt" => ("words for the picture", "words for the picture"),
        "hint_cost" => ("cost of a hint", "cost of a hint"),
        "enemies" => ("question kept apart from it", "questions kept apart from it"),
        "about" => ("line about it", "line about it"),
        other => return format!("the {}", other.replace('_', " ")),
    };
    match field.item {
        Some(item) => format!("{one} {}", item + 1),
        None => format!("the {all}"),
    }
}

/// The prompt of a question, short enough for a sentence.
pub fn prompt_of(key: crate::author::QuestionKey, document: &Document) -> Option<String> {
    let placed = document.question(key)?;
    let prompt = placed.question.as_ref().map_or(&*placed.id, |question| &*question.prompt);
    let line = prompt.lines().next().unwrap_or_default().trim();
    let short: String = line.chars().take(LONGEST_PROMPT_CHARS).collect();
    match short.len() < line.len() {
        true => Some(format!("{}…", short.trim_end())),
        false => Some(short).filter(|prompt| !prompt.is_empty()),
    }
}

/// Why a change could not be written into the text.
pub fn refusal(refusal: &Refusal) -> String {
    let why = match refusal {
        Refusal::NoSuchQuestion(_) => "the question is no longer there",
        Refusal::Unreadable(_) => "the question cannot be read, so it can only be changed as RON text",
        Refusal::UnreadableHead => {
            "what the bank says of itself cannot be read, so it can only be changed with an editor"
        }
        Refusal::NoList => "the end of the list of questions cannot be found: a bracket may be missing",
        Refusal::NoSuchSpan { .. } => "the text has changed meanwhile",
        Refusal::CannotBeWritten => {
            "the file could not say it so that it reads back the same: the same answer may stand there twice"
        }
        Refusal::WouldHarm => "a comment in the file would be lost, or something else would change",
    };
    format!("This change was not written: {why}. What you typed is still in the field.")
}

/// How much there is to look at in the question, and in the bank as a whole.
pub fn to_look_at(own: usize, others: usize) -> String {
    match (own, others) {
        (0, 0) => "Nothing to look at".to_owned(),
        (0, _) => "Nothing to look at here".to_owned(),
        (1, _) => "1 thing to look at".to_owned(),
        (own, _) => format!("{own} things to look at"),
    }
}

/// `3 more in this bank: go to the next`.
pub fn problems_elsewhere(count: usize) -> String {
    format!("{count} more in this bank: go to the next")
}

/// What the tab of the problems says.
pub fn problems_tab(author: &Author) -> String {
    match author.check.as_ref().map_or(0, |check| check.survey.problems.len()) {
        0 => "Problems".to_owned(),
        count => format!("Problems {count}"),
    }
}

/// What was changed in two places.
pub fn conflict(conflict: &Conflict, count: usize) -> String {
    let field = if conflict.field.is_empty() { "it".to_owned() } else { format!("its {}", conflict.field) };
    let more = if count > 1 { format!(" ({} more)", count - 1) } else { String::new() };
    match conflict.id.is_empty() {
        true => format!("The bank was changed here and in the file: {}{more}", conflict.field),
        false => format!("“{}” was changed here and in the file: {field}{more}", conflict.id),
    }
}

/// `today, 14:05, before 3 questions changed`.
pub fn version(version: &Version, now: Moment) -> String {
    let time = format!("{}, {}", words::day(version.at, now), words::time_of_day(version.at));
    match version.changed_questions {
        0 => time,
        count => format!("{time}, before {} changed", words::count(count, "question")),
    }
}

/// How many questions a draw takes, and of how many.
pub fn draws(author: &Author, draw: &QuizDraw) -> String {
    let questions = author.document.questions().iter().filter_map(|placed| placed.question.as_ref());
    let there = questions.filter(|question| question.is_within_topic(&draw.topic)).count();
    format!("Draws {} of {there}", draw.count)
}

/// What came back from the journal.
pub const RECOVERED: &str = "Torus closed unexpectedly last time. What you had typed since the last save has been restored, and is not in the file yet.";

/// That the file has changed outside, and what was taken from it.
pub fn taken_in(count: usize) -> String {
    match count {
        0 => "The file was changed outside; what you wrote stays as it is.".to_owned(),
        count => format!("{} changed in the file outside, and changed here too.", words::count(count, "question")),
    }
}

/// That the bank has nothing to play.
pub const NOTHING_TO_PLAY: &str = "No question can be asked yet. What is missing stands below the form.";

/// That a picture has come into the question.
pub const PICTURE_TAKEN: &str =
    "The picture lies beside the bank now. Say in words what it shows, for who cannot see it.";

/// That no dialog can be shown in which a picture is chosen.
pub const NO_PICTURE_DIALOG: &str =
    "This desktop shows no dialog for files. Drop the picture on the window, or paste it with Ctrl+V.";

/// Why a picture was not taken.
pub fn picture_not_taken(error: &PictureNotKept) -> String {
    format!("The picture was not taken: {error}.")
}

/// That a side of a conflict cannot be put in by itself.
pub const NOT_SETTLED: &str = "This can no longer be put in automatically. Change it in the form or as RON text.";

/// That a bank cannot be opened to write in it.
pub fn cannot_open(path: &Path, why: &str) -> String {
    format!("{} cannot be opened to write in it: {why}.", path.display())
}

/// That a copy was made.
pub fn copied(name: &str) -> String {
    format!("This is a copy that is yours: {name}. The original stays as it is.")
}
