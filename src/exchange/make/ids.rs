//! Ids for questions, the same whenever the same question is imported, whatever stands before it.

use crate::bank::{LONGEST_ID, short_id_from};
use crate::exchange::Draft;
use crate::text::plain;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// The ids that are taken.
#[derive(Default)]
pub(super) struct Ids(BTreeSet<Box<str>>);

impl Ids {
    /// An id for a draft: from its id in the other program where that can be read, its name, or its prompt. One that is taken
    /// gets a hash of the content behind it, so that it does not hang on the order of the file.
    pub fn of(&mut self, draft: &Draft) -> Box<str> {
        let prompt = plain(&draft.prompt);
        let mut wanted = [readable(&draft.origin), &*draft.name, &*prompt].into_iter().map(short_id_from);
        let wanted = wanted.find(|id| !id.is_empty()).unwrap_or_else(|| "question".into());
        let hash = hash(draft);
        let longer = [format!("{wanted}-{}", &hash[..6]), format!("{wanted}-{hash}")];
        let mut free = std::iter::once(wanted.clone()).chain(longer).find(|id| !self.0.contains(id.as_str()));
        // The very same question twice: only its order is left to tell them apart.
        let mut number = 2;
        while free.is_none() {
            free = Some(format!("{wanted}-{hash}-{number}")).filter(|id| !self.0.contains(id.as_str()));
            number += 1;
        }
        let id: Box<str> = free.unwrap_or_default().into();
        self.0.insert(id.clone());
        id
    }
}

/// An id that a person wrote; one that a program made, such as `i0a1b2c3d4e5f60718293a4b5c6d7e8f9`, tells nobody anything.
fn readable(origin: &str) -> &str {
    let digits = origin.chars().filter(char::is_ascii_digit).count();
    if origin.len() > LONGEST_ID || digits > 6 || digits * 2 > origin.len() { "" } else { origin }
}

fn hash(draft: &Draft) -> String {
    let content = format!("{:?}", (&draft.prompt, &draft.answer));
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{Answer, Place};

    fn draft(origin: &str, name: &str, prompt: &str) -> Draft {
        let answer = Answer::TrueFalse { is_true: true, feedback: Default::default() };
        Draft { origin: origin.into(), name: name.into(), ..Draft::new(Place::line(1), "truefalse", prompt, answer) }
    }

    #[test]
    fn an_id_comes_from_what_a_person_wrote() {
        let id = |draft: &Draft| Ids::default().of(draft);
        assert_eq!(&*id(&draft("rhine-length", "x", "y")), "rhine-length");
        assert_eq!(&*id(&draft("i8f3a09c2b71d44e5", "The Rhine", "y")), "the-rhine");
        assert_eq!(
            &*id(&draft("", "", "How long is the **Rhine**, which is a river that flows north?")),
            "how-long-is-the-rhine-which-is-a-river"
        );
        assert_eq!(&*id(&draft("", "", "?")), "question");
    }

    #[test]
    fn a_question_before_it_changes_no_id() {
        let [one, other] = [draft("", "Q", "First?"), draft("", "Q", "Second?")];
        let mut ids = Ids::default();
        let [first, second] = [ids.of(&one), ids.of(&other)];
        assert!(*first == *"q" && second.starts_with("q-"), "{first} {second}");
        let third = ids.of(&other);
        assert!(third != second && third.starts_with(&*second), "{second} {third}");
    }
}
