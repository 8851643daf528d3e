//! What to teach again, for a teacher at a terminal. Chooses nothing.

use crate::class::{Class, ClassFigures, Lesson, WrongIdea, teach_again};
use crate::sitting::collected::shortened;
use std::fmt::Write;

/// The lessons, each with the question to put on the board; nothing where there is none.
pub(super) fn lesson_lines(class: &Class, figures: &ClassFigures) -> String {
    let lessons = teach_again(class, figures);
    if lessons.is_empty() {
        return String::new();
    }
    let mut lines = "\nTeach this again\n".to_owned();
    for (number, lesson) in (1..).zip(&lessons) {
        let _ = write!(lines, "{number}. {}", lesson_words(class, lesson));
    }
    lines
}

fn lesson_words(class: &Class, lesson: &Lesson) -> String {
    let question = &class.questions[lesson.question as usize];
    let name = format!("{} {}", question.bank, question.id);
    let subject = if lesson.topic.is_empty() { &*name } else { &*lesson.topic };
    let [facility, low, high] = [lesson.facility, lesson.facility_low, lesson.facility_high].map(percent);
    let mut words = format!("{subject}: {facility} % ({low} to {high} %) from {} answers\n", lesson.answers);
    let prompt = shortened(question.prompt.trim());
    let _ = writeln!(words, "   On the board: {name}{}{prompt}", if prompt.is_empty() { "" } else { ": " });
    if let Some(WrongIdea { response, chosen, asked }) = &lesson.wrong_idea {
        let _ = writeln!(words, "   The wrong idea: “{}”, from {chosen} of {asked}", shortened(response));
    }
    words
}

fn percent(share: f64) -> String {
    format!("{:.0}", 100.0 * share).replace('-', "\u{2212}")
}
