//! A gradebook for *Grades › Import › CSV file* of Moodle. Format: <https://docs.moodle.org/en/Grade_import>.

use crate::report::cell::write_number;
use crate::report::marks::gradebook::{Gradebook, Graded, QuizColumn, QuizMark};
use crate::report::marks::rows::{Cell, csv, points};

/// The marks as Moodle reads them: a column of points and one of feedback for each quiz.
pub fn moodle_csv(book: &Gradebook) -> Vec<u8> {
    let notes: Vec<String> = book.quizzes.iter().map(|quiz| format!("{} (feedback)", quiz.title)).collect();
    let mut header = ["Last name", "First name", "ID number", "Email address"].map(Cell::Word).to_vec();
    for (quiz, note) in book.quizzes.iter().zip(&notes) {
        header.extend([Cell::Text(&quiz.title), Cell::Text(note)]);
    }
    let texts: Vec<Vec<String>> = book.people.iter().map(|person| feedback(book, person)).collect();
    let rows = book.people.iter().zip(&texts).map(|(person, texts)| {
        let (first, last) = names(&person.name);
        let mut row = [last, first, &*person.number, &*person.email].map(Cell::Text).to_vec();
        for (mark, text) in person.marks.iter().zip(texts) {
            row.extend([points(mark.as_ref()), Cell::Text(text)]);
        }
        row
    });
    csv(std::iter::once(header).chain(rows))
}

/// First and last name: what stands before and behind the comma of `Lovelace, Ada`, or else before and in the last word.
fn names(name: &str) -> (&str, &str) {
    if let Some((last, first)) = name.split_once(',') {
        return (first.trim(), last.trim());
    }
    name.trim().rsplit_once(char::is_whitespace).map_or(("", name.trim()), |(first, last)| (first.trim_end(), last))
}

/// Marks and their feedback stand side by side: Moodle empties the mark of whoever has only feedback.
fn feedback(book: &Gradebook, person: &Graded) -> Vec<String> {
    let of_quiz =
        |(quiz, mark): (&QuizColumn, &Option<QuizMark>)| mark.as_ref().map_or(String::new(), |mark| words(quiz, mark));
    book.quizzes.iter().zip(&person.marks).map(of_quiz).collect()
}

fn words(quiz: &QuizColumn, mark: &QuizMark) -> String {
    let score = write_number(mark.score);
    let of = if quiz.is_percent { "%".to_owned() } else { format!("of {} points", write_number(quiz.points)) };
    match mark.taken_at {
        Some(moment) => format!("{score} {of}, taken on {}", &moment.to_iso()[..ISO_DAY]),
        None => format!("{score} {of}"),
    }
}

/// Signs of `2026-11-28`.
const ISO_DAY: usize = 10;
