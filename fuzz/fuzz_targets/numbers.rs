//! Any text as a number with a unit, and any as the unit of the key.
#![no_main]

use libfuzzer_sys::fuzz_target;
use torus_fuzz::bank::values::quantity::{conversions, is_unit, readings, written};
use torus_fuzz::bank::{Answer, Question};
use torus_fuzz::sitting::{Response, explain, grade};

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (typed, unit) = text.split_once('\n').unwrap_or((text, "MJ"));
    for reading in readings(typed) {
        assert!(reading.value.is_finite());
        assert!(conversions(reading.value, &reading.unit, unit).len() <= 64, "{reading:?} in {unit:?}");
        let again = written(reading.value, "");
        assert!(readings(&again).iter().any(|read| read.value == reading.value), "{again}");
    }
    if is_unit(unit) {
        assert_eq!(conversions(5.0, unit, unit), [5.0], "{unit:?}");
    }
    let mut question: Question = ron::from_str(r#"(id: "q", prompt: "?", answer: TrueFalse(true))"#).expect("reads");
    question.answer = Answer::Number { value: 59.0, tolerance: 0.5, unit: unit.into(), unit_required: false };
    let response = Response::Number(typed.to_owned());
    let (mark, _) = explain(&question, &response);
    assert_eq!(mark, grade(&question, &response), "asking for the steps changes no mark");
    assert!(mark.fraction == 0.0 || mark.fraction == 1.0);
});
