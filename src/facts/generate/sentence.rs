//! Sentences with places: taken apart once, and filled from a fact as English wants it. Knows no fact table.

use crate::facts::When;
use crate::facts::generate::wording::{Name, in_words};
use crate::facts::generate::written_article::{settled, with_written_article};
use crate::syntax::Words;
use std::fmt;

/// A sentence with places, taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    pieces: Box<[Piece]>,
}

/// What stands in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Words that stay.
    Words(Box<str>),
    /// The subject or the object, in some form.
    Named(Slot, Form),
    /// One word for one thing, another for several.
    Agreeing(Slot, Box<str>, Box<str>),
    /// When it was, with or without its preposition.
    When {
        /// "in April 1956" instead of "April 1956".
        has_preposition: bool,
    },
    /// The year.
    Year,
    /// The note.
    Note,
}

/// What a place stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slot {
    /// The subject.
    Subject,
    /// The object.
    Object,
    /// The year, or more of the date.
    Year,
    /// The note.
    Note,
}

/// How a name stands in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// With "the" where it has one.
    Plain,
    /// As an owner.
    Genitive,
    /// With "a" or "an".
    WithArticle,
    /// Without "the".
    Bare,
}

/// Why a text is not a sentence with places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SentenceFault {
    /// A place that there is not.
    UnknownPlace {
        /// What stands between the braces.
        place: Box<str>,
    },
    /// A brace without its partner.
    UnbalancedBrace {
        /// The brace.
        brace: char,
    },
}

impl SentenceFault {
    /// What is wrong, and what to do.
    pub(crate) fn words(&self) -> Words {
        match self {
            Self::UnknownPlace { place } => Words::new(
                format!("`{{{place}}}` is no place"),
                "write {subject}, {object}, {when}, {in when}, {year} or {note}, or two braces for the sign itself",
            ),
            Self::UnbalancedBrace { brace } => Words::new(
                format!("there is a `{brace}` without its partner"),
                "add it, or write it twice for the sign itself",
            ),
        }
    }
}

/// A piece of a filled sentence.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Filled {
    /// What it stands for; words that stay have none.
    pub slot: Option<Slot>,
    /// The words.
    pub text: String,
    /// How the name stands, where it is one.
    pub form: Option<Form>,
}

/// What the places of a sentence are filled with.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Filling<'a> {
    pub subject: Option<&'a Name>,
    pub object: Option<&'a Name>,
    pub when: Option<When>,
    pub note: &'a str,
}

impl Sentence {
    /// Takes a text apart.
    ///
    /// # Errors
    ///
    /// Where a place is unknown or a brace stands alone.
    pub fn parse(text: &str) -> Result<Self, SentenceFault> {
        let (mut pieces, mut words) = (Vec::new(), String::new());
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            words.push_str(&rest[..at]);
            let brace = if rest[at..].starts_with('{') { '{' } else { '}' };
            rest = &rest[at + 1..];
            if let Some(after) = rest.strip_prefix(brace) {
                words.push(brace);
                rest = after;
                continue;
            }
            let end = rest.find(['{', '}']).filter(|end| brace == '{' && rest[*end..].starts_with('}'));
            let Some(end) = end else { return Err(SentenceFault::UnbalancedBrace { brace }) };
            if !words.is_empty() {
                pieces.push(Piece::Words(std::mem::take(&mut words).into()));
            }
            let place = &rest[..end];
            let piece = piece(place).ok_or_else(|| SentenceFault::UnknownPlace { place: place.into() })?;
            let piece = with_written_article(&mut pieces, piece);
            pieces.push(piece);
            rest = &rest[end + 1..];
        }
        words.push_str(rest);
        if !words.is_empty() {
            pieces.push(Piece::Words(words.into()));
        }
        Ok(Self { pieces: pieces.into() })
    }

    /// The pieces in their order.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Whether it tells what `slot` stands for. Agreeing with it in number tells nothing.
    pub fn tells(&self, slot: Slot) -> bool {
        self.pieces.iter().any(|piece| match piece {
            Piece::Named(told, _) => *told == slot,
            Piece::When { .. } | Piece::Year => slot == Slot::Year,
            Piece::Note => slot == Slot::Note,
            Piece::Words(_) | Piece::Agreeing(..) => false,
        })
    }

    /// Whether a word in it goes by the number of what `slot` stands for.
    pub(crate) fn agrees_with(&self, slot: Slot) -> bool {
        self.pieces.iter().any(|piece| matches!(piece, Piece::Agreeing(told, ..) if *told == slot))
    }

    /// Whether it tells more of the date than the year.
    pub(crate) fn tells_date(&self) -> bool {
        self.pieces.iter().any(|piece| matches!(piece, Piece::When { .. }))
    }

    /// The sentence filled, piece by piece, with a capital at its beginning; `None` where something to fill it with is
    /// missing.
    pub(crate) fn filled(&self, filling: &Filling) -> Option<Vec<Filled>> {
        let mut filled = self.filled_inside(filling)?;
        if let Some(first) = filled.iter_mut().find(|piece| !piece.text.is_empty()) {
            first.text = capital_first(&first.text);
        }
        Some(filled)
    }

    fn filled_inside(&self, filling: &Filling) -> Option<Vec<Filled>> {
        let mut filled: Vec<Filled> = Vec::with_capacity(self.pieces.len() + 1);
        let words = |text: String| Filled { slot: None, text, form: None };
        for piece in &self.pieces {
            match piece {
                Piece::Words(text) => filled.push(words(text.to_string())),
                Piece::Named(slot, form) => {
                    let is_first = filled.len() == 1;
                    let text = settled(filled.last_mut(), is_first, filling.name(*slot)?.written(*form));
                    filled.push(Filled { slot: Some(*slot), text, form: Some(*form) });
                }
                Piece::Agreeing(slot, one, several) => {
                    let text = if filling.name(*slot)?.is_plural { several } else { one };
                    filled.push(words(text.to_string()));
                }
                Piece::When { has_preposition } => {
                    let (before, year) = in_words(filling.when?, *has_preposition);
                    filled.extend((!before.is_empty()).then(|| words(before)));
                    filled.push(Filled { slot: Some(Slot::Year), text: year, form: None });
                }
                Piece::Year => {
                    let year = When { month: None, day: None, ..filling.when? };
                    filled.push(Filled { slot: Some(Slot::Year), text: in_words(year, false).1, form: None });
                }
                Piece::Note if filling.note.trim().is_empty() => return None,
                Piece::Note => {
                    filled.push(Filled { slot: Some(Slot::Note), text: filling.note.to_owned(), form: None });
                }
            }
        }
        Some(filled)
    }

    /// The words as they stand inside another sentence.
    pub(crate) fn written_inside(&self, filling: &Filling) -> Option<String> {
        Some(self.filled_inside(filling)?.into_iter().map(|piece| piece.text).collect())
    }

    /// The same as one text.
    pub(crate) fn written(&self, filling: &Filling) -> Option<String> {
        Some(self.filled(filling)?.into_iter().map(|piece| piece.text).collect())
    }
}

impl<'a> Filling<'a> {
    fn name(&self, slot: Slot) -> Option<&'a Name> {
        match slot {
            Slot::Subject => self.subject,
            Slot::Object => self.object,
            Slot::Year | Slot::Note => None,
        }
    }
}

fn piece(place: &str) -> Option<Piece> {
    if let Some((name, words)) = place.split_once(':') {
        let (one, several) = words.split_once('|')?;
        return Some(Piece::Agreeing(slot(name)?, one.into(), several.into()));
    }
    let named = |name: &str, form| slot(name).map(|slot| Piece::Named(slot, form));
    match place {
        "when" => Some(Piece::When { has_preposition: false }),
        "in when" => Some(Piece::When { has_preposition: true }),
        "year" => Some(Piece::Year),
        "note" => Some(Piece::Note),
        _ => match (place.strip_suffix("'s").or(place.strip_suffix("’s")), place.split_once(' ')) {
            (Some(name), _) => named(name, Form::Genitive),
            (_, Some(("a", name))) => named(name, Form::WithArticle),
            (_, Some(("bare", name))) => named(name, Form::Bare),
            _ => named(place, Form::Plain),
        },
    }
}

fn slot(name: &str) -> Option<Slot> {
    match name {
        "subject" => Some(Slot::Subject),
        "object" => Some(Slot::Object),
        _ => None,
    }
}

/// The text with a capital at its beginning.
pub(crate) fn capital_first(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Subject => "subject",
            Self::Object => "object",
            Self::Year => "year",
            Self::Note => "note",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Name {
        Name { bare: text.into(), ..Name::default() }
    }

    fn check(text: &str, expected: Option<&str>) {
        let subject = Name { has_the: true, is_plural: true, ..name("United States") };
        let object = name("ITER");
        let when = When::read("1956-04-21");
        let filling = Filling { subject: Some(&subject), object: Some(&object), when, note: "five seconds" };
        assert_eq!(Sentence::parse(text).expect("parses").written(&filling).as_deref(), expected, "{text}");
    }

    #[test]
    fn places_are_filled_as_english_wants_it() {
        check("{subject} {subject:was|were} near {object}.", Some("The United States were near ITER."));
        check("{subject's} share, {object's} walls", Some("The United States' share, ITER's walls"));
        check("{a object} of {bare subject}", Some("An ITER of United States"));
        check("{in when}, {when}, {year}, {note}", Some("On 21 April 1956, 21 April 1956, 1956, five seconds"));
        check("a {{brace}} }}", Some("A {brace} }"));
    }

    #[test]
    fn what_cannot_be_filled_makes_no_sentence() {
        let sentence = Sentence::parse("It was {in when}.").expect("parses");
        assert_eq!(sentence.written(&Filling::default()), None);
        let sentence = Sentence::parse("It {subject:was|were} {note}.").expect("parses");
        assert_eq!(sentence.written(&Filling { subject: Some(&name("x")), ..Filling::default() }), None);
    }

    #[test]
    fn unknown_places_and_lone_braces_are_told() {
        let fault = |text: &str| Sentence::parse(text).expect_err("a fault").words().to_string();
        assert!(fault("{sujet} is").starts_with("`{sujet}` is no place: write {subject}"));
        assert!(fault("{subject:was} {}").starts_with("`{subject:was}` is no place"));
        for (text, brace) in [("a { b", '{'), ("a } b", '}'), ("{subject {object}", '{')] {
            let told =
                format!("there is a `{brace}` without its partner: add it, or write it twice for the sign itself");
            assert_eq!(fault(text), told, "{text}");
        }
    }

    #[test]
    fn a_sentence_knows_what_it_tells() {
        let sentence = Sentence::parse("{subject:was|were} {object} {year}").expect("parses");
        assert!(sentence.tells(Slot::Object) && sentence.tells(Slot::Year));
        assert!(!sentence.tells(Slot::Subject) && !sentence.tells(Slot::Note) && !sentence.tells_date());
        assert!(sentence.agrees_with(Slot::Subject) && !sentence.agrees_with(Slot::Object));
    }
}
