//! `picture-without-words`: a picture that a learner who cannot see it gets nothing from. Never judges the words.

use crate::bank::check::in_answer;
use crate::bank::check::texts;
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::model::picture;
use crate::bank::{Answer, Explanation, Question, Severity};
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct PictureWithoutWords {
    /// The path as written.
    pub path: Box<str>,
}

impl Violation for PictureWithoutWords {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "picture-without-words",
            severity: Severity::Warning,
            title: "A picture without words",
            why: "A screen reader has nothing to say for it, and where the file is missing nobody knows what it \
                  showed. A word such as \"picture\" or the name of the file says nothing either.",
            fix: "describe the picture in `alt`, or between the brackets of `![…]`, without giving the answer away",
            source: "Web Content Accessibility Guidelines 2.2, success criterion 1.1.1 and failure F30",
            before: r#"Question(id: "flag", prompt: "![](flag.png) Whose flag is this?", answer: Text(accept: ["Peru"]))"#,
            after: r#"Question(id: "flag", prompt: "![Red, white and red](flag.png) Whose flag is this?", answer: Text(accept: ["Peru"]))"#,
        },
        checks: &[Check::Question(check)],
    };

    fn message(&self) -> String {
        let Self { path } = self;
        format!("the picture \"{path}\" has no words that tell what it shows")
    }

    fn help(&self) -> Cow<'static, str> {
        "describe it in `alt`, or between the brackets of `![…]`".into()
    }
}

/// A picture without words is nothing to learners who cannot see it (WCAG 2.2, 1.1.1).
fn check(question: &Question, notes: &mut Notes) {
    if picture::says_something(&question.alt, "") {
        return;
    }
    if let Answer::Hotspot { image, .. } = &question.answer {
        notes.add(in_answer("image"), PictureWithoutWords { path: image.clone() });
    }
    texts::each(question, &mut |text, path| {
        if let Some(picture) = picture::without_words(text) {
            notes.add(path(), PictureWithoutWords { path: picture.into() });
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::codes_in;

    fn told(prompt: &str, alt: &str) -> Vec<&'static str> {
        codes_in("de", &format!("(id: \"a\", prompt: \"{prompt}\", answer: TrueFalse(true), alt: \"{alt}\")"))
    }

    #[test]
    fn a_picture_that_nothing_describes_is_told() {
        assert_eq!(told("![ ](a.png) Is it so?", ""), ["picture-without-words"]);
        assert_eq!(told("![A map](a.png) Is it so?", ""), [""; 0]);
        assert_eq!(told("![ ](a.png) Is it so?", "A map"), [""; 0]);
        for words in ["picture", "The image", "Photo 2", "leaf_07", "leaf_07.jpg", "IMG_1.PNG"] {
            assert_eq!(told(&format!("![{words}](leaf_07.jpg) Is it so?"), ""), ["picture-without-words"], "{words}");
        }
        assert_eq!(told("![Picture of a leaf](leaf_07.jpg) Is it so?", ""), [""; 0]);
        assert_eq!(told("![ ](a.png) Is it so?", "image"), ["picture-without-words"]);
    }

    #[test]
    fn the_picture_of_a_hotspot_needs_words_too() {
        let spot = |name: &str, x: f32| format!("(name: \"{name}\", shape: Circle(x: {x}, y: 0.5, r: 0.1))");
        let spots = [spot("a", 0.1), spot("b", 0.5), spot("c", 0.9)].join(", ");
        let answer = format!("Hotspot(image: \"a.png\", spots: [{spots}], correct: [\"a\"])");
        let told =
            |alt: &str| codes_in("de", &format!("(id: \"a\", prompt: \"Where?\", answer: {answer}, alt: \"{alt}\")"));
        assert_eq!(told(""), ["picture-without-words"]);
        assert_eq!(told("A map"), [""; 0]);
    }
}
