//! Any table of facts, and after a form feed the rows of its spreadsheet: read, and made into banks that can be asked.
#![no_main]

use libfuzzer_sys::fuzz_target;
use torus_fuzz::bank::{Severity, judge};
use torus_fuzz::facts::{generate, read};

fuzz_target!(|text: &str| {
    let (text, rows) = text.split_once('\u{c}').unwrap_or((text, ""));
    let reading = read(text, &|_| Ok(rows.to_owned()));
    let has_errors = reading.has_errors();
    let Some(table) = reading.table.filter(|_| !has_errors) else { return };
    let banks = generate(&table);
    for bank in &banks {
        for (question, fault) in judge(bank) {
            assert_eq!(fault.severity(), Severity::Warning, "{question:?}: {fault}");
        }
    }
    assert_eq!(banks, generate(&table));
});
