//! Any text as an answer to a question for a word, with any accepted and refused forms.
#![no_main]

use libfuzzer_sys::fuzz_target;
use torus_fuzz::bank::{Answer, Punctuation, Question};
use torus_fuzz::sitting::{Response, explain, grade};

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let mut lines = text.split('\n');
    let (typed, accepted, refused) =
        (lines.next().unwrap_or_default(), lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    let mut question: Question = ron::from_str(r#"(id: "q", prompt: "?", answer: TrueFalse(true))"#).expect("reads");
    let marks = |question: &mut Question, typed: &str, reject: &[&str], punctuation| {
        question.answer = Answer::Text {
            accept: [accepted.into()].into(),
            typos: 2,
            match_case: data.len().is_multiple_of(2),
            match_accents: data.len().is_multiple_of(3),
            reject: reject.iter().map(|form| (*form).into()).collect(),
            punctuation,
            others: Box::default(),
        };
        let response = Response::Text(typed.to_owned());
        let (mark, _) = explain(question, &response);
        assert_eq!(mark, grade(question, &response), "asking for the steps changes no mark");
        mark.fraction
    };
    for punctuation in [Punctuation::Auto, Punctuation::Counts, Punctuation::Ignored] {
        let mark = marks(&mut question, typed, &[], punctuation);
        let with_refused = marks(&mut question, typed, &[refused], punctuation);
        assert!(with_refused <= mark, "a form that is refused makes nothing right");
        let own = marks(&mut question, accepted, &[], punctuation);
        assert!(own == 1.0 || Response::Text(accepted.to_owned()).is_blank(), "{accepted:?} is right");
    }
});
