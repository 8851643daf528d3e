//! A gradebook for *Grades › Import* of Canvas. Format: `lib/gradebook_importer.rb` of <https://github.com/instructure/canvas-lms>.

use crate::report::marks::gradebook::Gradebook;
use crate::report::marks::rows::{Cell, csv, points};

/// The marks as Canvas reads them: a row of possible points, and a column for each quiz, which becomes a new assignment unless
/// Canvas has one of that name.
pub fn canvas_csv(book: &Gradebook) -> Vec<u8> {
    const STUDENT_COLUMNS: [&str; 5] = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"];
    const MOST_POINTS: [&str; 5] = ["    Points Possible", "", "", "", ""];
    let titles: Vec<String> = book.quizzes.iter().map(|quiz| assignment(&quiz.title)).collect();
    let mut header = STUDENT_COLUMNS.map(Cell::Word).to_vec();
    header.extend(titles.iter().map(|title| Cell::Text(title)));
    let mut most = MOST_POINTS.map(Cell::Word).to_vec();
    most.extend(book.quizzes.iter().map(|quiz| Cell::Number(quiz.points)));
    let rows = book.people.iter().map(|person| {
        let mut row = [&*person.name, "", &*person.number, &*person.email, ""].map(Cell::Text).to_vec();
        row.extend(person.marks.iter().map(|mark| points(mark.as_ref())));
        row
    });
    csv([header, most].into_iter().chain(rows))
}

/// The title without a number in brackets at its end, which Canvas takes for the id of an assignment that it has.
fn assignment(title: &str) -> String {
    let number = title.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    match number {
        Some((before, number)) if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{before}[{number}]")
        }
        _ => title.to_owned(),
    }
}
