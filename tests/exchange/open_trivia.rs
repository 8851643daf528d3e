//! Open Trivia DB's JSON: what is read, and that nothing it may hold stops the reading.

use crate::common::{banks, read_bytes};
use proptest::prelude::*;
use torus::bank::Answer;
use torus::exchange::{Format, ReadOptions, Remark};

const FILE: &str = r#"{"response_code":0,"results":[
{"type":"multiple","difficulty":"medium","category":"Science: Nature","question":"Which river is the longest in Europe?",
 "correct_answer":"Volga","incorrect_answers":["Danube","Rhine","Elbe"]},
{"type":"boolean","difficulty":"easy","category":"Science: Nature","question":"The Thames flows through London.",
 "correct_answer":"True","incorrect_answers":["False"]},
{"type":"multiple","difficulty":"easy","category":"Science","question":"Nothing is wrong here","correct_answer":"a","incorrect_answers":[]},
{"type":"boolean","difficulty":"easy","category":"Science","question":"Neither?","correct_answer":"Perhaps","incorrect_answers":["True"]}
]}"#;

fn options() -> ReadOptions {
    ReadOptions { format: Some(Format::OpenTrivia), ..ReadOptions::default() }
}

#[test]
fn entries_without_a_key_are_left_out_and_all_others_are_questions() {
    let made = banks(FILE.as_bytes(), "trivia.json", &options(), false).remove(0);
    let reasons: Vec<(usize, &Remark)> =
        made.left_out.iter().map(|left_out| (left_out.draft, &left_out.reason)).collect();
    assert!(matches!(reasons[..], [(2, Remark::TooFew(_, 1, 2)), (3, Remark::KeyIsNoOption(_))]), "{reasons:?}");
    let [river, thames] = &made.bank.questions[..] else { panic!("two questions") };
    assert_eq!((&*river.topic, river.difficulty), ("Science/Nature", Some(0.5)));
    let Answer::Choice { correct, distractors } = &river.answer else { panic!("a choice") };
    assert_eq!((&**correct, distractors.len()), ("Volga", 3));
    assert_eq!(thames.answer, Answer::TrueFalse(true));
}

#[test]
fn entities_are_decoded() {
    let file = FILE.replace("Which river", "&quot;Which&quot; river &amp; why, it&#039;s");
    let made = banks(file.as_bytes(), "trivia.json", &options(), false).remove(0);
    let shown = torus::text::plain(&made.bank.questions[0].prompt);
    assert!(shown.starts_with("\"Which\" river & why, it's is"), "{shown}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn damaged_files_stop_nothing(cut in 0..FILE.len(), at in 0..FILE.len(), byte in any::<u8>()) {
        let mut bytes = FILE.as_bytes().to_vec();
        bytes[at] = byte;
        bytes.truncate(cut.max(1));
        let _ = read_bytes(&bytes, "trivia.json", &options());
    }
}
