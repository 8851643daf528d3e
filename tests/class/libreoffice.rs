//! Exports that LibreOffice read and saved again: they read as the originals, or their rows are refused by line and column.
//! `data/libreoffice/README.md` tells how the files were made.

use torus::bank::Quietly;
use torus::class::{Class, Gathering, RowFault};

/// The class, and the rows that are left out with their columns.
fn read(bytes: &[u8]) -> (Class, Vec<(u64, String)>) {
    let mut gathering = Gathering::default();
    let told = gathering.add(bytes, 0, &Quietly).expect("a table of responses");
    let fault = |(line, fault): &(u64, RowFault)| match fault {
        RowFault::Changed { column, .. } => (*line, column.to_string()),
        other => panic!("line {line}: {other}"),
    };
    (gathering.finish().class, told.faults.iter().map(fault).collect())
}

const ORIGINAL: &[u8] = include_bytes!("data/libreoffice/original.csv");
const FRAGILE: &[u8] = include_bytes!("data/libreoffice/fragile.csv");

#[test]
fn what_was_saved_in_another_language_separator_or_encoding_reads_as_the_original() {
    let (original, faults) = read(ORIGINAL);
    assert!(faults.is_empty(), "{faults:?}");
    assert_eq!(original.answers.len(), 16);
    assert!(original.answers.iter().all(|answer| answer.duration_ms == Some(12_346)));
    let saved: [(&str, &[u8]); 3] = [
        ("English", include_bytes!("data/libreoffice/original-en.csv")),
        ("German", include_bytes!("data/libreoffice/original-de.csv")),
        ("German, semicolons", include_bytes!("data/libreoffice/original-de-semicolons-1252.csv")),
    ];
    for (name, bytes) in saved {
        let (class, faults) = read(bytes);
        assert!(faults.is_empty(), "{name}: {faults:?}");
        assert_eq!(class, original, "{name}");
    }
}

#[test]
fn marks_whose_decimal_point_was_lost_are_refused_by_line_and_column() {
    assert!(read(FRAGILE).1.is_empty());
    let (class, faults) = read(include_bytes!("data/libreoffice/fragile-de.csv"));
    assert_eq!(faults, [(11, "score".to_owned()), (21, "score".to_owned())]);
    assert_eq!(class.answers.len(), 18);
}

#[test]
fn every_mark_that_is_not_refused_is_as_it_was() {
    let (original, _) = read(FRAGILE);
    let marks = |class: &Class| -> Vec<(Box<str>, u32, u64, u64)> {
        let mark = |answer: &torus::class::Answered| {
            let question = class.questions[answer.question as usize].id.clone();
            (question, answer.sitting, answer.score.to_bits(), answer.max_score.to_bits())
        };
        class.answers.iter().map(mark).collect()
    };
    for bytes in
        [&include_bytes!("data/libreoffice/fragile-en.csv")[..], include_bytes!("data/libreoffice/fragile-de.csv")]
    {
        let (class, _) = read(bytes);
        let known = marks(&original);
        assert!(marks(&class).iter().all(|mark| known.contains(mark)));
    }
}
