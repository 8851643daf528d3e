//! Any text as the response to a question of every kind, and as a table of responses.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use torus_fuzz::bank::{Bank, Quietly, read};
use torus_fuzz::paper::{Met, Paper, Plan, draw};
use torus_fuzz::report::grade_csv;
use torus_fuzz::sitting::{Response, grade, grade_written};
use torus_fuzz::table::{Records, separator};

static BANK: LazyLock<Bank> =
    LazyLock::new(|| read(include_str!("../../assets/starter.ron"), &Quietly).bank.expect("the starter bank"));
static PAPER: LazyLock<Paper> = LazyLock::new(|| draw(&[&BANK], &Plan::default(), &Met::new(), 7));

fuzz_target!(|data: &[u8]| {
    if let Ok(written) = std::str::from_utf8(data) {
        for item in &PAPER.items {
            let question = &item.question;
            let collected = grade_written(question, written);
            let fraction = collected.mark.as_ref().map_or(0.0, |mark| mark.fraction);
            assert!((0.0..=1.0).contains(&fraction), "{fraction}");
            if let Some(response) = Response::from_written(question, written) {
                assert_eq!(collected.mark.is_none(), response.is_blank());
                let again = grade_written(question, &response.written(question));
                assert_eq!(again.mark, collected.mark, "{written:?} and {response:?}");
                assert!(response.is_blank() || again.mark == Some(grade(question, &response)));
            }
        }
    }
    for head in ["", "question,response\n", "seed,position,prompt,correct_response,hints_used,certainty,quiz,question,response\n"] {
        let table = [head.as_bytes(), data].concat();
        let mut out = Vec::new();
        let mut told = 0;
        let Ok(tally) = grade_csv(&BANK, &[], table.as_slice(), &mut out, false, &mut |_, _| told += 1) else { continue };
        assert!(told >= tally.unusable);
        let out = String::from_utf8(out).expect("UTF-8");
        let found = separator(&out, &["question", "response"]);
        let rows = Records::new(&out, found.sign, found.start).count();
        assert_eq!(rows, tally.rows + 1, "rows are kept");
    }
});
