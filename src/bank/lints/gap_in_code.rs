//! `gap-in-code`: braces of a program in a text with gaps, which became a gap unseen. Looks at the signs in them alone.

use crate::bank::check::explain::sources::FORMAT;
use crate::bank::check::in_answer;
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::{Answer, Explanation, Gap, Part, Question, Severity};
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct GapInCode {
    /// What stands in the braces.
    pub code: Box<str>,
}

impl Violation for GapInCode {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "gap-in-code",
            severity: Severity::Warning,
            title: "Braces of a program that became a gap",
            why: "In a text with gaps, braces make a gap wherever they stand, in code too. A block such as `{ return 1; }` is then asked for letter by letter, and the braces are gone.",
            fix: "write `\\{` and `\\}` for braces that belong to the program",
            source: FORMAT,
            before: r#"Question(
    id: "main", prompt: "Fill the gap.",
    answer: Cloze(text: r"`int one() { return 1; }` gives back a number of type {int}."),
)"#,
            after: r#"Question(
    id: "main", prompt: "Fill the gap.",
    answer: Cloze(text: r"`int one() \{ return 1; \}` gives back a number of type {int}."),
)"#,
        },
        checks: &[Check::Question(check)],
    };

    fn message(&self) -> String {
        let Self { code } = self;
        format!("the braces around \"{code}\" look like those of a program, and make a gap of it")
    }

    fn help(&self) -> Cow<'static, str> {
        "write `\\{` and `\\}` for braces that belong to the program".into()
    }
}

/// A gap whose answer looks like a piece of a program (docs/quiz-format.md, "Cloze").
fn check(question: &Question, notes: &mut Notes) {
    let Answer::Cloze { text } = &question.answer else { return };
    let (mut is_code, mut before) = (false, "");
    for part in text.parts() {
        match part {
            Part::Words(words) => {
                is_code ^= runs_of_backticks(words) % 2 == 1;
                before = words;
            }
            Part::Gap(gap) => {
                if is_program(gap, is_code, before) {
                    notes.add(in_answer("text"), GapInCode { code: gap.right().into() });
                    return;
                }
                before = "";
            }
        }
    }
}

fn runs_of_backticks(text: &str) -> usize {
    let starts = |(at, _): &(usize, &str)| !text[..*at].ends_with('`');
    text.match_indices('`').filter(starts).count()
}

/// A typed gap with signs that end or join statements; in code also a pair of a dictionary, a call, or what a text is
/// filled with, as in `f"{name}"` and `${name}`.
fn is_program(gap: &Gap, is_code: bool, before: &str) -> bool {
    let Gap::Typed(forms) = gap else { return false };
    let [form] = &forms[..] else { return false };
    let is_block = form.contains(';') && !form.contains('&');
    let is_pair = form.split_once(':').is_some_and(|(key, value)| !key.is_empty() && !value.trim().is_empty());
    let is_call = form.contains('(') && form.contains(' ') || form.contains("return ");
    let quote = before.rfind(['"', '\'']).is_some_and(|at| before[..at].ends_with('f'));
    is_block || (is_code && (is_pair || is_call || quote || before.ends_with(['$', '#'])))
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::{codes_in, question};

    #[test]
    fn braces_of_a_program_are_told() {
        let told = |text: &str| codes_in("de", &question("Fill.", &format!("Cloze(text: r#\"{text}\"#)")));
        for text in [
            "`int one() { return 1; }` gives {int}.",
            "`print(f\"{name}\")` prints a {name}.",
            "`{\"a\": 1}` is a {dictionary}.",
            "`echo ${HOME}` prints a {folder}.",
        ] {
            assert_eq!(told(text), ["gap-in-code"], "{text}");
        }
        for text in [
            "`for {i} in range(3)` loops.",
            "`{print}(3)` prints 3.",
            r"`int one() \{ return 1; \}` gives {int}.",
            "Of {a ~ b}; and {c}.",
        ] {
            assert_eq!(told(text), [""; 0], "{text}");
        }
    }
}
