//! The comment above an imported question that tells where it came from, so that importing again finds it. Changes no text.

use crate::bank::{Question, write_question};
use crate::exchange::{Draft, Format};
use sha2::{Digest, Sha256};

/// Where an imported question came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Origin {
    /// Its id in the other program, or else the one that the import made; without white space.
    pub key: Box<str>,
    /// A hash of the question as it was made.
    pub hash: Box<str>,
}

const MARK: &str = "// imported: ";

impl Origin {
    /// Where a question came from that was made of a draft just now.
    pub fn of(draft: &Draft, question: &Question, format: Format) -> Self {
        let key = if draft.origin.is_empty() { format!("id:{}", question.id) } else { draft.origin.to_string() };
        let key: String =
            key.chars().map(|sign| if sign.is_whitespace() || sign.is_control() { '_' } else { sign }).collect();
        Self { key: format!("{}:{key}", format.as_str()).into(), hash: hash(question) }
    }

    /// The comment, a line without its end.
    pub fn comment(&self) -> String {
        format!("{MARK}{} {}", self.key, self.hash)
    }

    /// The comment at the end of `text`, which stands before a question, and how many bytes before the end it begins.
    pub fn last_in(text: &str) -> Option<(Self, usize)> {
        let start = text.rfind(MARK)?;
        let (line, behind) = text[start..].split_once('\n')?;
        // Other comments may stand between, but no other question.
        let is_comment = |line: &str| line.trim().is_empty() || line.trim_start().starts_with("//");
        if !behind.split('\n').all(is_comment) {
            return None;
        }
        let (key, hash) = line[MARK.len()..].trim_end().rsplit_once(' ')?;
        Some((Self { key: key.into(), hash: hash.into() }, text.len() - start))
    }
}

/// A hash of all that a question says, its id aside.
pub(super) fn hash(question: &Question) -> Box<str> {
    let bare = Question { id: Box::default(), ..question.clone() };
    let bytes = Sha256::digest(write_question(&bare));
    bytes.iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{Answer, Place};

    fn origin(origin: &str) -> Origin {
        let question: Question =
            ron::from_str(r#"(id: "a", prompt: "Is it?", answer: TrueFalse(true))"#).expect("reads");
        let answer = Answer::TrueFalse { is_true: true, feedback: Default::default() };
        let draft = Draft { origin: origin.into(), ..Draft::new(Place::line(1), "truefalse", "Is it?", answer) };
        Origin::of(&draft, &question, Format::Gift)
    }

    #[test]
    fn a_comment_is_read_back() {
        for id in ["42", "", "two words\nand a line", "https://x.org/y?z"] {
            let written = origin(id);
            let before = format!("questions: [\n        {}\n        // mine\n        ", written.comment());
            let (read, back) = Origin::last_in(&before).expect("a comment");
            assert_eq!(read, written);
            assert!(before[before.len() - back..].starts_with("// imported"));
        }
        assert_eq!(&*origin("").key, "gift:id:a");
    }

    #[test]
    fn the_comment_of_another_question_is_none() {
        let before = format!("{}\n        Question(id: \"x\"),\n        ", origin("1").comment());
        assert_eq!(Origin::last_in(&before), None);
        assert_eq!(Origin::last_in("questions: [\n"), None);
    }
}
