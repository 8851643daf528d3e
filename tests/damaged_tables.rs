//! Tables of responses that were damaged on their way: every row is accounted for, or the table is refused with a line.

use proptest::prelude::*;
use std::collections::HashSet;
use torus::bank::{Bank, Quietly, read};
use torus::report::{GradeError, grade_csv};

fn bank() -> Bank {
    let text = r#"Bank(format: 1, id: "b", title: "B", questions: [
        (id: "word", prompt: "?", answer: Text(accept: ["Reykjavik"])),
        (id: "pick", prompt: "?", answer: Choice(correct: "a", distractors: ["b"])),
    ])"#;
    read(text, &Quietly).bank.expect("a bank")
}

/// A damage to a table.
#[derive(Clone, Debug)]
enum Damage {
    /// A quotation mark put in before the byte at this share of the text.
    Quote(f64),
    /// A quotation mark put in where a cell begins or ends.
    QuoteAtCell(usize),
    /// A separator put in.
    Separator(f64),
    /// A byte taken out.
    Without(f64),
}

fn damages() -> impl Strategy<Value = Vec<Damage>> {
    let damage = prop_oneof![
        (0.0..1.0).prop_map(Damage::Quote),
        any::<usize>().prop_map(Damage::QuoteAtCell),
        (0.0..1.0).prop_map(Damage::Separator),
        (0.0..1.0).prop_map(Damage::Without),
    ];
    prop::collection::vec(damage, 0..4)
}

fn damaged(table: &str, separator: char, damages: &[Damage]) -> String {
    let mut table = table.to_owned();
    let header = table.find(['\n', '\r']).map_or(0, |at| at + 1);
    for damage in damages {
        let at = |share: f64| {
            let at = header + ((table.len() - header) as f64 * share) as usize;
            (0..=at).rev().find(|at| table.is_char_boundary(*at)).unwrap_or(header)
        };
        match damage {
            Damage::Quote(share) => {
                let at = at(*share);
                table.insert(at, '"');
            }
            Damage::QuoteAtCell(pick) => {
                let is_edge = |(at, sign): (usize, char)| {
                    let edges =
                        if matches!(sign, '\n' | '\r') || sign == separator { vec![at, at + 1] } else { vec![] };
                    edges.into_iter().filter(|at| *at >= header)
                };
                let edges: Vec<usize> = table.char_indices().flat_map(is_edge).collect();
                if !edges.is_empty() {
                    table.insert(edges[pick % edges.len()], '"');
                }
            }
            Damage::Separator(share) => {
                let at = at(*share);
                table.insert(at, separator);
            }
            Damage::Without(share) => {
                let at = at(*share);
                // Half of a line break is one, and none at all joins rows that nobody could tell apart.
                if table.as_bytes().get(at).is_some_and(|byte| !matches!(byte, b'\n' | b'\r')) {
                    table.remove(at);
                }
            }
        }
    }
    table
}

fn encoded(table: &str, encoding: u8) -> Vec<u8> {
    match encoding {
        0 => table.as_bytes().to_vec(),
        1 => format!("\u{feff}{table}").into_bytes(),
        2 => format!("\u{feff}{table}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
        3 => format!("\u{feff}{table}").encode_utf16().flat_map(u16::to_be_bytes).collect(),
        // Windows-1252 has these signs where Latin-1 has them.
        _ => table.chars().map(|sign| u8::try_from(u32::from(sign)).unwrap_or(b'?')).collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_row_comes_out_or_the_table_is_refused_with_a_line(
        rows in prop::collection::vec((0..3_usize, "[a-zé]{0,4}( [a-z]{1,3})?"), 1..6),
        separator in prop::sample::select(vec![',', ';', '\t']),
        line_end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        encoding in 0..5_u8,
        damages in damages(),
    ) {
        let mut table = format!("learner{separator}question{separator}response{line_end}");
        for (index, (question, response)) in rows.iter().enumerate() {
            let question = ["word", "pick", "none"][*question];
            table.push_str(&format!("L{index}{separator}{question}{separator}{response}{line_end}"));
        }
        let table = damaged(&table, separator, &damages);
        let bytes = encoded(&table, encoding);
        let (mut out, mut told) = (Vec::new(), HashSet::new());
        let graded = grade_csv(&bank(), &[], bytes.as_slice(), &mut out, false, &mut |line, _| { told.insert(line); });
        match graded {
            Err(GradeError::Table(fault)) => prop_assert!(fault.line() >= 1 && out.is_empty()),
            Err(error) => prop_assert!(false, "{error}"),
            Ok(tally) => {
                let mut reader = csv::ReaderBuilder::new().delimiter(separator as u8).flexible(true).from_reader(out.as_slice());
                let records: Vec<csv::StringRecord> = reader.records().map(|record| record.expect("UTF-8")).collect();
                prop_assert_eq!(records.len(), tally.rows);
                // A line of the damaged table that was not told has a row of its own, with a verdict.
                let marked = records.iter().filter(|record| record.iter().any(|cell| ["correct", "wrong", "unanswered"].contains(&cell))).count();
                prop_assert_eq!(marked + tally.unusable + blank(&records), tally.rows);
                // Of more slips at once nobody can say what was meant.
                if damages.len() <= 2 {
                    let lines = table.split(['\n', '\r']).filter(|line| line.contains('L')).count();
                    prop_assert!(lines <= tally.rows + told.len(), "{} lines, {} rows: {:?}", lines, tally.rows, table);
                }
            }
        }
    }
}

fn blank(records: &[csv::StringRecord]) -> usize {
    // A line break at the start of a cell gets an apostrophe, as what a spreadsheet would run.
    let is_blank = |cell: &str| cell.trim_start_matches('\'').trim().is_empty();
    records.iter().filter(|record| record.iter().all(is_blank)).count()
}
