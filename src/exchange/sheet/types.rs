//! The words for kinds of question that tables have, and what becomes of each. Reads no row.

use crate::exchange::KindRow;
use crate::exchange::sheet::heading::is_among;

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// Pick one, or several where several are right.
    Choice,
    /// Pick all that apply.
    Choices,
    /// Say true or false.
    TrueFalse,
    /// Type a number.
    Number,
    /// Type a text.
    Text,
    /// Put in order.
    Order,
    /// Pair.
    Match,
    /// Fill gaps.
    Cloze,
    /// Left out: a person marks it.
    ByPerson,
    /// Left out, with the reason as a clause.
    Nothing(&'static str),
}

/// A kind with the words that tables have for it, as [`super::heading::normal`] gives them.
pub struct TypeRow {
    words: &'static [&'static str],
    becomes: Becomes,
    row: KindRow,
}

const fn row(
    words: &'static [&'static str],
    becomes: Becomes,
    theirs: &'static str,
    ours: &'static str,
    note: &'static str,
) -> TypeRow {
    TypeRow { words, becomes, row: KindRow { theirs, ours, note } }
}

const TYPES: &[TypeRow] = &[
    row(
        &[
            "multiple choice",
            "multichoice",
            "mc",
            "mcq",
            "choice",
            "single choice",
            "sc",
            "single select",
            "quiz",
            "einfachauswahl",
            "single",
            "multiple",
            "choix unique",
            "choix multiple",
            "opcion multiple",
            "eleccion unica",
            "scelta multipla",
            "multipla escolha",
            "meerkeuze",
        ],
        Becomes::Choice,
        "multiple choice (MC)",
        "Choice, or Choices where several are right",
        "",
    ),
    row(
        &[
            "checkbox",
            "checkboxes",
            "choices",
            "multiple answer",
            "multiple answers",
            "multiple select",
            "multi select",
            "multiple response",
            "ma",
            "ms",
            "mr",
            "mehrfachauswahl",
            "choix multiples",
            "seleccion multiple",
        ],
        Becomes::Choices,
        "checkbox, multiple select (MA, MS)",
        "Choices",
        "",
    ),
    row(
        &[
            "true false",
            "truefalse",
            "true or false",
            "tf",
            "boolean",
            "wahr falsch",
            "richtig falsch",
            "vrai faux",
            "verdadero falso",
            "vero falso",
            "verdadeiro falso",
            "waar onwaar",
        ],
        Becomes::TrueFalse,
        "true/false (TF)",
        "TrueFalse",
        "",
    ),
    row(
        &["number", "numeric", "numerical", "num", "zahl", "nombre", "numero"],
        Becomes::Number,
        "numeric (NUM)",
        "Number",
        "",
    ),
    row(
        &[
            "text",
            "typing",
            "type answer",
            "short answer",
            "sa",
            "fill in the blank",
            "fill in the blanks",
            "fillintheblank",
            "fib",
            "blank",
            "kurzantwort",
            "luckentext",
            "reponse courte",
            "respuesta corta",
            "text input",
        ],
        Becomes::Text,
        "fill in the blank, short answer, typing (FIB, SA)",
        "Text",
        "an answer that is a regular expression is left out",
    ),
    row(
        &["order", "ordering", "ord", "o", "reihenfolge", "sequence"],
        Becomes::Order,
        "ordering (ORD, O)",
        "Order",
        "",
    ),
    row(&["match", "matching", "mat", "m", "zuordnung"], Becomes::Match, "matching (MAT, M)", "Match", ""),
    row(&["fib plus", "cloze"], Becomes::Cloze, "fill in several blanks (FIB_PLUS)", "Cloze", ""),
    row(
        &[
            "open ended",
            "openended",
            "open",
            "essay",
            "ess",
            "wr",
            "written response",
            "long answer",
            "sr",
            "draw",
            "drawing",
            "video response",
            "audio response",
            "fil",
            "file",
            "freitext",
        ],
        Becomes::ByPerson,
        "open-ended, essay, draw, file (ESS, WR, SR)",
        "left out",
        "a person marks it; with cards asked for and an answer given it becomes a card",
    ),
    row(
        &["poll", "survey", "op", "opinion scale", "word cloud", "umfrage"],
        Becomes::Nothing("it asks for an opinion, of which none is right"),
        "poll, opinion (OP)",
        "left out",
        "none of its answers is right",
    ),
    row(
        &["jumbled sentence"],
        Becomes::Nothing("its gaps share one list of words with others that are wrong"),
        "JUMBLED_SENTENCE",
        "left out",
        "",
    ),
    row(&["quiz bowl"], Becomes::Nothing("its answer must be given as a question"), "QUIZ_BOWL", "left out", ""),
];

/// The kinds that tables of questions have.
pub const KINDS: &[KindRow] = &{
    let mut rows = [TYPES[0].row; TYPES.len()];
    let mut at = 0;
    while at < TYPES.len() {
        rows[at] = TYPES[at].row;
        at += 1;
    }
    rows
};

/// What becomes of a row of that type, given as [`super::heading::normal`] does.
pub fn becomes(word: &str) -> Option<Becomes> {
    TYPES.iter().find(|row| is_among(row.words, word)).map(|row| row.becomes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_word_stands_for_two_kinds() {
        let words: Vec<&str> = TYPES.iter().flat_map(|row| row.words).copied().collect();
        assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len());
        assert_eq!((becomes("fib plus"), becomes("multiplechoice")), (Some(Becomes::Cloze), Some(Becomes::Choice)));
    }
}
