//! `unshown-letter`: a letter that no font has, so that learners see a box.

use crate::bank::check::texts;
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::wording::signs::{is_invisible, is_space};
use crate::bank::{Explanation, LetterFinder, Question, Severity};
use crate::text::formulas;
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct UnshownLetter {
    /// The letters, each once, in the order of the text.
    pub letters: Box<str>,
}

impl Violation for UnshownLetter {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "unshown-letter",
            severity: Severity::Warning,
            title: "A letter that no font has",
            why: "Learners see a box or nothing in its place. Torus brings letters for most European languages and signs \
                  of maths; all others come from the fonts of the computer, and this one has none for it. Signs from \
                  the private use area mean something in one font alone, from which they were often copied.",
            fix: "write it in letters that are shown, or install a font that has it, here and where the quiz is taken",
            source: "Unicode Standard, section 23.5, Private-Use Characters",
            before: r#"Question(id: "sign", prompt: "Is \u{E000} the sign for water?", answer: TrueFalse(true))"#,
            after: r#"Question(id: "sign", prompt: "Is H₂O the formula of water?", answer: TrueFalse(true))"#,
        },
        checks: &[Check::Letters(check)],
    };

    fn message(&self) -> String {
        let told = self.letters.chars().take(MOST_TOLD).map(|letter| format!("{letter} (U+{:04X})", u32::from(letter)));
        let told = told.collect::<Vec<_>>().join(", ");
        match self.letters.chars().count() {
            1 => format!("no font has the letter {told}"),
            count if count <= MOST_TOLD => format!("no font has the letters {told}"),
            count => format!("no font has {count} of the letters, among them {told}"),
        }
    }

    fn help(&self) -> Cow<'static, str> {
        "write it another way, or install a font that has it".into()
    }
}

/// More would fill the line.
const MOST_TOLD: usize = 4;

/// A letter that is not shown cannot be read. Formulas are drawn with fonts of their own.
fn check(question: &Question, finder: &dyn LetterFinder, notes: &mut Notes) {
    texts::each(question, &mut |text, path| {
        let mut letters: Vec<char> = Vec::new();
        for letter in text.chars().filter(|letter| !letter.is_ascii()) {
            let is_seen = !is_space(letter) && !is_invisible(letter) && !letter.is_control();
            if is_seen && !letters.contains(&letter) && !finder.can_show(letter) {
                letters.push(letter);
            }
        }
        if !letters.is_empty() && text.contains('$') {
            letters.retain(|letter| !formulas(text).into_iter().any(|maths| maths.tex.contains(*letter)));
        }
        if !letters.is_empty() {
            notes.add(path(), UnshownLetter { letters: letters.into_iter().collect::<String>().into() });
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::{AnyPicture, Quietly, check_with};

    /// Fonts that have what is written in Latin letters, and no more.
    struct Latin;

    impl LetterFinder for Latin {
        fn can_show(&self, letter: char) -> bool {
            u32::from(letter) < 0x250
        }
    }

    fn told(prompt: &str) -> Vec<String> {
        let question =
            format!("(id: \"a\", prompt: \"{prompt}\", answer: TrueFalse(true), explanation: \"So it is.\")");
        let text = format!("Bank(format: 1, id: \"b\", title: \"B\", questions: [{question}])");
        let problems = check_with(&text, &Quietly, &AnyPicture, &Latin);
        problems.iter().map(|problem| problem.problem.to_string()).collect()
    }

    #[test]
    fn letters_that_no_font_has_are_named_once_each() {
        let help = "write it another way, or install a font that has it";
        assert_eq!(told("Is 水 water, and 水 wet?"), [format!("no font has the letter 水 (U+6C34): {help}")]);
        assert_eq!(told("Is 水火 so?"), [format!("no font has the letters 水 (U+6C34), 火 (U+706B): {help}")]);
        assert!(told("Is 一二三四五 so?")[0].starts_with("no font has 5 of the letters, among them 一 (U+4E00), "));
    }

    #[test]
    fn what_nobody_is_to_see_and_what_is_drawn_is_let_be() {
        for prompt in ["Is é here?", "Is a\u{200D}b joined\u{FE0F}?", "Is\u{2003}it?", "Is $\\\\alpha ω$ so?"] {
            assert_eq!(told(prompt), [""; 0], "{prompt}");
        }
    }
}
