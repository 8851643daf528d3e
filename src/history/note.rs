//! Notes on answers as a column stores them: a name, and after a colon the detail.

use crate::sitting::Note;

/// The note as text.
pub(super) fn to_column(note: &Note) -> String {
    let name = note.as_str();
    match note {
        Note::NotANumber | Note::WrongPowerOfTen | Note::NotKnown => name.to_owned(),
        Note::WrongUnit { expected: about }
        | Note::UnitMissing { expected: about }
        | Note::Typo { accepted: about }
        | Note::OtherWord { accepted: about }
        | Note::Punctuation { accepted: about } => {
            format!("{name}:{about}")
        }
    }
}

/// The note that the text stands for; `None` where this program does not know it.
pub(super) fn from_column(text: &str) -> Option<Note> {
    let (name, about) = text.split_once(':').unwrap_or((text, ""));
    match name {
        "not_a_number" => Some(Note::NotANumber),
        "wrong_unit" => Some(Note::WrongUnit { expected: about.into() }),
        "unit_missing" => Some(Note::UnitMissing { expected: about.into() }),
        "wrong_power_of_ten" => Some(Note::WrongPowerOfTen),
        "typo" => Some(Note::Typo { accepted: about.into() }),
        "other_word" => Some(Note::OtherWord { accepted: about.into() }),
        "punctuation" => Some(Note::Punctuation { accepted: about.into() }),
        "not_known" => Some(Note::NotKnown),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_note_comes_back_as_it_went() {
        let notes = [
            Note::NotANumber,
            Note::WrongUnit { expected: "m:s".into() },
            Note::UnitMissing { expected: String::new() },
            Note::WrongPowerOfTen,
            Note::Typo { accepted: "Reykjavík".into() },
            Note::OtherWord { accepted: "Iran".into() },
            Note::Punctuation { accepted: "n!".into() },
            Note::NotKnown,
        ];
        for note in notes {
            assert_eq!(from_column(&to_column(&note)), Some(note));
        }
    }

    #[test]
    fn a_note_of_a_later_program_is_left_out() {
        assert_eq!(from_column("sounds_alike:x"), None);
    }
}
