//! A gradebook for *Grades › Enter Grades › Import* of Brightspace (D2L): points, with a sign at the end of each row.

use crate::report::marks::gradebook::{Gradebook, Graded};
use crate::report::marks::rows::{Cell, csv, points};

/// The marks as Brightspace reads them.
pub fn brightspace_csv(book: &Gradebook) -> Vec<u8> {
    const END: &str = "#";
    let titles: Vec<String> = book.quizzes.iter().map(|quiz| format!("{} Points Grade", quiz.title)).collect();
    let mut header = vec![Cell::Word("OrgDefinedId"), Cell::Word("Username")];
    header.extend(titles.iter().map(|title| Cell::Text(title)));
    header.push(Cell::Word("End-of-Line Indicator"));
    let rows = book.people.iter().map(|person| {
        let mut row = vec![Cell::Text(&person.number), Cell::Text(username(person))];
        row.extend(person.marks.iter().map(|mark| points(mark.as_ref())));
        row.push(Cell::Word(END));
        row
    });
    csv(std::iter::once(header).chain(rows))
}

/// One of the two is enough, and a user name that is none would be refused: where there is no number, the email address, which
/// many schools have for it, or else the name, for whoever completes the table by hand.
fn username(person: &Graded) -> &str {
    match (&*person.number, &*person.email) {
        ("", "") => &person.name,
        ("", email) => email,
        _ => "",
    }
}
