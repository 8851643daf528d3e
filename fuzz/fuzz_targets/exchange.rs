//! Any bytes as another program's file: the first byte chooses the format, or leaves that to the content.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::io::Cursor;
use torus_fuzz::bank::{Quietly, Severity, judge};
use torus_fuzz::exchange::{Format, MakeOptions, ReadOptions, make, read};

fuzz_target!(|data: &[u8]| {
    let Some((choice, bytes)) = data.split_first() else { return };
    let format = Format::ALL.get(usize::from(*choice)).copied();
    let options = ReadOptions { format, ..ReadOptions::default() };
    let Ok(file) = read(&mut Cursor::new(bytes), "any", &options, &Quietly) else { return };
    for drafts in &file.banks {
        for with_cards in [false, true] {
            let made = make(drafts, "made", &MakeOptions { with_cards, one_topic: None });
            assert_eq!(made.questions(), drafts.drafts.len(), "each question is made or left out");
            let is_error = |problem: &torus_fuzz::bank::Problem| problem.severity() == Severity::Error;
            assert!(
                made.bank.questions.is_empty() || !judge(&made.bank).iter().any(|(_, problem)| is_error(problem)),
                "what is made can be asked"
            );
        }
    }
});
