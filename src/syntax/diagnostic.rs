//! What can be wrong with how a text is written, whatever it tells of: values, and the words for them. Finds nothing
//! itself.

use crate::syntax::ron_hints::Slip;
use crate::syntax::words::{Words, listed};

/// Something wrong with how a text is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TextProblem {
    /// The text is not RON, or not what its format asks for at that place.
    Syntax {
        /// What was wanted there.
        wanted: Wanted,
        /// What stands there instead, where it is a slip that many people make.
        slip: Option<Slip>,
    },
    /// A field that must be there is not.
    MissingField {
        /// The field.
        field: Box<str>,
        /// What lacks it, where that has a name.
        owner: Option<Box<str>>,
    },
    /// A field that stands twice in one place.
    RepeatedField {
        /// The field.
        field: Box<str>,
    },
    /// A field name that the format does not know.
    UnknownField {
        /// The name as written.
        found: Box<str>,
        /// What it was written in, where that has a name.
        owner: Option<Box<str>>,
        /// The fields that there are.
        known: &'static [&'static str],
        /// The nearest of them, if one is near.
        suggestion: Option<Box<str>>,
    },
    /// One of several names was wanted, and another stands there.
    UnknownVariant {
        /// The name as written.
        found: Box<str>,
        /// What the names are of, where that has a name.
        owner: Option<Box<str>>,
        /// The names that there are.
        known: &'static [&'static str],
        /// The nearest of them, if one is near.
        suggestion: Option<Box<str>>,
    },
}

/// What was wanted at a place in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Wanted {
    /// Anything at all: the text is empty.
    Content,
    /// A comma.
    Comma,
    /// A comma between two elements of a list.
    CommaBetweenElements,
    /// No further comma.
    NoFurtherComma,
    /// A colon.
    Colon,
    /// An opening bracket `(`, and of what, where that has a name.
    Opening(Option<&'static str>),
    /// This closing bracket.
    Closing(char),
    /// This closing bracket, after the last element of a list.
    ClosingOfList(char),
    /// A comma, or this closing bracket.
    CommaOrClosing(char),
    /// More text, with the brackets that are open closed.
    ClosingBeforeEnd,
    /// No further closing bracket.
    NoFurtherClosing,
    /// Nothing more: the document has ended.
    Nothing,
    /// Fewer brackets inside one another than this, where the number is known.
    LessNesting(Option<usize>),
    /// A list.
    List,
    /// Pairs in braces.
    Pairs,
    /// Text in quotation marks.
    Text,
    /// A closing quotation mark.
    ClosingQuotationMark,
    /// The end of a comment.
    CommentEnd,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A whole number.
    WholeNumber,
    /// A number that is neither too large nor below 0.
    NumberInRange,
    /// The name of a field; what stands there, where it is a word.
    FieldName(Option<Box<str>>),
    /// An id in quotation marks, and a colon.
    Key,
    /// This name, of a struct.
    Name {
        /// The name.
        expected: &'static str,
        /// What stands there.
        found: Box<str>,
    },
    /// One of these names.
    OneOf {
        /// What stands there.
        found: Box<str>,
        /// The names.
        known: &'static [&'static str],
    },
    /// A value of this type.
    Value {
        /// The type, as the reader names it.
        expected: Box<str>,
        /// What stands there.
        found: Box<str>,
    },
    /// As many elements as this type has.
    Elements {
        /// The type, as the reader names it.
        expected: Box<str>,
        /// How many there are.
        found: usize,
    },
    /// A letter that means something after a backslash.
    Escape,
    /// Any sign but this one.
    OtherThan(char),
    /// Something that only the reader has words for.
    Other(Box<str>),
}

impl Wanted {
    /// What is wrong and what to do where `slip` stands at the place.
    pub(crate) fn words(&self, slip: Option<&Slip>) -> Words {
        match (slip, self) {
            // The slip says it all.
            (Some(Slip::Number(number)), _) => number.words(),
            (Some(slip), Self::FieldName(_)) => slip.after("expected the name of a field"),
            (Some(slip), wanted) => slip.after(&wanted.alone().to_string()),
            (None, wanted) => wanted.alone(),
        }
    }

    /// What to say at the place itself where there is no advice.
    pub(crate) fn label(&self) -> Option<&'static str> {
        match self {
            Self::ClosingQuotationMark => Some("this text has none at its end"),
            Self::Comma
            | Self::CommaBetweenElements
            | Self::Colon
            | Self::Closing(_)
            | Self::ClosingOfList(_)
            | Self::CommaOrClosing(_) => Some("write it before this"),
            Self::Opening(_)
            | Self::List
            | Self::Pairs
            | Self::Text
            | Self::CommentEnd
            | Self::Boolean
            | Self::Number
            | Self::WholeNumber
            | Self::FieldName(_)
            | Self::Key
            | Self::Name { .. }
            | Self::Value { .. }
            | Self::Elements { .. } => Some("here"),
            Self::Content
            | Self::NoFurtherComma
            | Self::ClosingBeforeEnd
            | Self::NoFurtherClosing
            | Self::Nothing
            | Self::LessNesting(_)
            | Self::NumberInRange
            | Self::OneOf { .. }
            | Self::Escape
            | Self::OtherThan(_)
            | Self::Other(_) => None,
        }
    }

    fn alone(&self) -> Words {
        let message: String = match self {
            Self::Content => "there is nothing in this file".into(),
            Self::Comma => "expected a comma".into(),
            Self::CommaBetweenElements => "expected a comma between this one and the one before".into(),
            Self::NoFurtherComma => "there is a comma too many".into(),
            Self::Colon => "expected a colon".into(),
            Self::Opening(None) => "expected an opening bracket `(`".into(),
            Self::Opening(Some(owner)) => format!("expected an opening bracket `(` of `{owner}`"),
            Self::Closing(bracket) => format!("expected a closing bracket `{bracket}`"),
            Self::ClosingOfList(bracket) => {
                format!("expected a closing bracket `{bracket}` after the last one of the list")
            }
            Self::CommaOrClosing(bracket) => format!("expected a comma or a closing bracket `{bracket}`"),
            Self::ClosingBeforeEnd => return Words::new("the text ends too early", "expected a closing bracket"),
            Self::NoFurtherClosing => "there is a closing bracket too many".into(),
            Self::Nothing => "there is something after the closing bracket".into(),
            Self::LessNesting(Some(most)) => format!("brackets are nested more than {most} deep"),
            Self::LessNesting(None) => "brackets are nested too deep".into(),
            Self::List => "expected a list, which begins with `[`".into(),
            Self::Pairs => "expected pairs in braces, which begin with `{`".into(),
            Self::Text => "expected text in quotation marks".into(),
            Self::ClosingQuotationMark => "expected a closing quotation mark".into(),
            Self::CommentEnd => return Words::new("expected `*/`", "a comment is not closed"),
            Self::Boolean => "expected `true` or `false`".into(),
            Self::Number => "expected a number, with a point for decimals".into(),
            Self::WholeNumber => "expected a whole number".into(),
            Self::NumberInRange => "the number is too large or below 0".into(),
            Self::FieldName(None) => "expected the name of a field".into(),
            Self::FieldName(Some(found)) => {
                return Words::new(format!("`{found}` cannot stand here"), "expected the name of a field");
            }
            Self::Key => "expected an id in quotation marks, and a colon after it".into(),
            Self::Name { expected, found } => format!("expected `{expected}`, found `{found}`"),
            Self::OneOf { found, known } => {
                let help = format!("write {}", listed(known, "or"));
                return Words::new(format!("`{found}` is not known here"), help);
            }
            Self::Value { expected, found } => format!("expected {}, found {found}", type_words(expected)),
            Self::Elements { expected, found: 0 } => format!("expected {expected} but found zero elements instead"),
            Self::Elements { expected, found: 1 } => format!("expected {expected} but found one element instead"),
            Self::Elements { expected, found } => format!("expected {expected} but found {found} elements instead"),
            Self::Escape => {
                return Words::new(
                    "a backslash is followed by a letter that has no meaning there",
                    "write two backslashes, or a raw string r\"…\"",
                );
            }
            Self::OtherThan(sign) => format!("`{sign}` cannot stand here"),
            Self::Other(words) => words.to_string(),
        };
        Words::alone(message)
    }
}

fn type_words(expected: &str) -> &str {
    match expected {
        "f32" | "f64" => "a number",
        "u32" | "u64" => "a whole number, 0 or more",
        "i32" | "i64" => "a whole number",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::number_hints::{NumberCause, NumberSlip};

    #[test]
    fn a_sign_that_is_missing_is_asked_for_where_it_belongs() {
        let check = |wanted: Wanted, label| assert_eq!(wanted.label(), label, "{wanted:?}");
        check(Wanted::CommaBetweenElements, Some("write it before this"));
        check(Wanted::ClosingOfList(']'), Some("write it before this"));
        check(Wanted::ClosingQuotationMark, Some("this text has none at its end"));
        check(Wanted::WholeNumber, Some("here"));
        check(Wanted::Content, None);
    }

    #[test]
    fn a_slip_is_told_after_what_was_wanted_or_says_it_all() {
        let words = |wanted: Wanted, slip| wanted.words(Some(&slip)).to_string();
        assert_eq!(words(Wanted::Comma, Slip::Semicolon), "expected a comma: write `,` instead of `;`");
        assert_eq!(
            words(Wanted::FieldName(Some("x".into())), Slip::ExtraComma),
            "expected the name of a field: one comma is enough: take this one away"
        );
        let number = NumberSlip { found: "1,5".into(), write: Some("1.5".into()), cause: NumberCause::DecimalComma };
        assert_eq!(
            words(Wanted::FieldName(None), Slip::Number(number)),
            "`1,5` is not how a number is written here: write `1.5`, with a point for decimals"
        );
    }
}
