//! Any bytes as a table of responses, and as a spreadsheet.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use torus_fuzz::bank::{Bank, Quietly, read};
use torus_fuzz::report::{compare_csv, grade_csv};
use torus_fuzz::table::{Records, decode, separator};

static BANK: LazyLock<Bank> =
    LazyLock::new(|| read(include_str!("../../assets/starter.ron"), &Quietly).bank.expect("the starter bank"));

fuzz_target!(|data: &[u8]| {
    let (text, _) = decode(data);
    let found = separator(&text, &[]);
    let mut line = 0;
    for record in Records::new(&text, found.sign, found.start) {
        let Ok(record) = record else { break };
        assert!(record.line > line && !record.cells.is_empty(), "rows come line after line");
        line = record.line;
        let places: Vec<usize> = record.cells.iter().flat_map(|cell| [cell.start, cell.end]).collect();
        assert!(places.is_sorted() && places.iter().all(|at| text.is_char_boundary(*at)));
    }
    let table = [b"question,response\n", data].concat();
    for table in [data, table.as_slice()] {
        let (mut out, mut unusable) = (Vec::new(), 0);
        let mut tell = |_, remark: &torus_fuzz::report::Remark| {
            unusable += usize::from(matches!(remark, torus_fuzz::report::Remark::Unusable(_)));
        };
        let Ok(tally) = grade_csv(&BANK, &[], table, &mut out, false, &mut tell) else { continue };
        assert_eq!(unusable, tally.unusable, "each row that cannot be used is told");
        let out = String::from_utf8(out).expect("UTF-8");
        let found = separator(&out, &["question", "response"]);
        let rows = Records::new(&out, found.sign, found.start).map(|record| record.expect("sound")).count();
        assert_eq!(rows, tally.rows + 1, "rows are kept");
        match compare_csv(&BANK, &[], table, out.as_bytes(), Vec::new(), &mut |_, _| {}) {
            Ok(same) => assert_eq!(same.changed, 0, "a table that was marked is marked the same"),
            Err(error) => panic!("what was marked is read again: {error}"),
        }
    }
});
