//! `empty-stem`: a prompt that says nothing of what is asked. Looks at its words alone.

use crate::bank::check::explain::sources::GUIDELINES;
use crate::bank::lints::{Check, Lint, Notes, View, Violation};
use crate::bank::model::picture;
use crate::bank::{Explanation, Severity};
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct EmptyStem;

impl Violation for EmptyStem {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "empty-stem",
            severity: Severity::Warning,
            title: "A prompt that says nothing",
            why: "Whoever reads \"Which is true?\" does not know what is asked before every option is read, and then has several statements to judge on several matters. A prompt that can be answered before the options are seen tests what it means to test.",
            fix: "say in the prompt what is asked, and let the options be its answers",
            source: GUIDELINES,
            before: r#"Question(
    id: "milk", prompt: "Which is true?",
    answer: Choice(correct: "Ice floats on water.", distractors: ["Ice sinks in oil.", "Ice melts at 10 °C."]),
)"#,
            after: r#"Question(
    id: "milk", prompt: "What does ice do in water?",
    answer: Choice(correct: "It floats.", distractors: ["It sinks.", "It dissolves."]),
)"#,
        },
        checks: &[Check::EnglishOptions(check)],
    };

    fn message(&self) -> String {
        "the prompt does not say what is asked".to_owned()
    }

    fn help(&self) -> Cow<'static, str> {
        "name the matter in the prompt, so that it could be answered without the options".into()
    }
}

/// A prompt of words alone that every question could have.
///
/// Haladyna, Downing & Rodriguez 2002, guideline 15.
fn check(view: &View, notes: &mut Notes) {
    let has_picture = picture::may_hold_one(&view.question.prompt);
    if view.prompt.count() > 0
        && !has_picture
        && view.prompt.iter().all(|word| EMPTY.contains(&word))
        && is_asking(view)
    {
        notes.add_to_prompt(EmptyStem);
    }
}

/// Whether it names a verdict or the options, and is no lone "Which?".
fn is_asking(view: &View) -> bool {
    view.prompt.has_any(VERDICTS)
}

#[rustfmt::skip]
const VERDICTS: &[&str] = &[
    "accurate", "answer", "answers", "apply", "applies", "best", "correct", "false", "following", "holds", "incorrect", "option",
    "options", "right", "statement", "statements", "these", "true", "wrong",
];

#[rustfmt::skip]
const EMPTY: &[&str] = &[
    "a", "accurate", "all", "an", "and", "answer", "answers", "apply", "applies", "are", "be", "below", "best", "check", "choose",
    "click", "completely", "correct", "correctly", "does", "do", "false", "find", "following", "from", "here", "holds", "incorrect",
    "is", "mark", "most", "not", "of", "one", "ones", "only", "option", "options", "pick", "please", "right", "select",
    "statement", "statements", "that", "the", "these", "those", "tick", "true", "what", "which", "wrong",
];

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::check_prompts;

    #[test]
    fn a_prompt_that_any_question_could_have_is_told() {
        let options = &["Ice floats on water.", "Ice sinks in water."];
        for prompt in
            ["Which is true?", "Choose the correct statement.", "Mark the right answer.", "Which of the following?"]
        {
            check_prompts("empty-stem", prompt, "Which statement about ice is true?", options);
        }
        check_prompts("empty-stem", "Which of these is **NOT** true?", "Which sentence is correct?", options);
    }
}
