//! Knows the slips that people make who are new to RON, by the signs at the place of a problem. Finds no problem itself.

use crate::syntax::lexer::{Lexer, Token};
use crate::syntax::number_hints::NumberSlip;
use crate::syntax::words::Words;
use ron::error::Error;

/// A slip that people make who are new to RON.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Slip {
    /// `“x”` for `"x"`.
    CurlyQuotes,
    /// `‘x’` for `"x"`.
    SingleCurlyQuotes,
    /// `'x'` for `"x"`.
    SingleQuotes,
    /// `：` for `:`.
    WideColon,
    /// `，` for `,`.
    WideComma,
    /// `（` for `(`.
    WideBracket,
    /// `;` for `,`.
    Semicolon,
    /// `=` for `:`.
    EqualsSign,
    /// A comment as another language writes it: `#` or `<!--`.
    ForeignComment,
    /// A sign that cannot be seen.
    InvisibleSign,
    /// A space that is not the plain one.
    SpecialSpace,
    /// `Some(x)` for `x`.
    SomeAround,
    /// Text without quotation marks: the text.
    BareText(Box<str>),
    /// A list of texts for one text.
    ListForText,
    /// One value for a list.
    NoList,
    /// Other brackets for `{` and `}`.
    NoBraces,
    /// `True` for `true`, or `False` for `false`.
    CapitalBoolean(bool),
    /// `correct: true` for `true`.
    NamedBoolean,
    /// `"true"` for `true`.
    QuotedBoolean,
    /// `"5"` for `5`.
    QuotedNumber,
    /// `"id":` for `id:`.
    QuotedName,
    /// `,,` for `,`.
    ExtraComma,
    /// A value without the name of its field.
    NoFieldName,
    /// `"a = b"` for `("a", "b")`.
    TextForPair,
    /// `[` or `{` for `(`.
    OtherBrackets,
    /// `question` for this name.
    OtherCapitals(&'static str),
    /// Something after the end.
    Trailing,
    /// A quotation mark inside a text.
    QuotationMarkInText,
    /// `5 km` for `5`: the unit.
    UnitAfterNumber(Box<str>),
    /// `5` with its unit before it: the unit.
    UnitBeforeNumber(Box<str>),
    /// A number written otherwise than here.
    Number(NumberSlip),
}

impl Slip {
    /// The words for it, after those for what was wanted.
    pub(crate) fn after(&self, wanted: &str) -> Words {
        let (cause, help) = self.cause_and_help();
        match cause {
            Some(cause) => Words::new(format!("{wanted}: {cause}"), help),
            None => Words::new(wanted.to_owned(), help),
        }
    }

    /// What the slip is, where that is not plain from the help, and what to do.
    fn cause_and_help(&self) -> (Option<&'static str>, String) {
        let (cause, help) = match self {
            Self::CurlyQuotes => (Some("these quotation marks are curly ones"), "write straight ones, `\"`"),
            Self::SingleCurlyQuotes => (None, "write straight double quotation marks, `\"`"),
            Self::SingleQuotes => (None, "write double quotation marks, `\"`"),
            Self::WideColon => (Some("this colon is a wide one"), "write `:`"),
            Self::WideComma => (Some("this comma is a wide one"), "write `,`"),
            Self::WideBracket => (Some("this bracket is a wide one"), "write `(` or `)`"),
            Self::Semicolon => (None, "write `,` instead of `;`"),
            Self::EqualsSign => (None, "write `:` instead of `=`"),
            Self::ForeignComment => (None, "a note for yourself begins with `//`"),
            Self::InvisibleSign => (Some("an invisible sign stands here"), "delete it, or type the line anew"),
            Self::SpecialSpace => (Some("the space here is a special one"), "delete it, and type a plain one"),
            Self::SomeAround => (None, "write the value alone, without `Some(…)`"),
            Self::BareText(text) => return (None, format!("write `\"{text}\"`")),
            Self::ListForText => (Some("it is one text and no list"), "take the brackets away"),
            Self::NoList => (None, "a list stands between `[` and `]`"),
            Self::NoBraces => (None, "write `{` and `}`, with a `:` in the middle of each pair"),
            Self::CapitalBoolean(value) => return (None, format!("write `{value}` in small letters")),
            Self::NamedBoolean => (None, "write it alone, without a name"),
            Self::QuotedBoolean => (None, "take the quotation marks away"),
            Self::QuotedNumber => (None, "write it in digits, without quotation marks"),
            Self::QuotedName => (None, "a field has no quotation marks around its name"),
            Self::ExtraComma => (Some("one comma is enough"), "take this one away"),
            Self::NoFieldName => (None, "write the name of the field before it, as in `name: value`"),
            Self::TextForPair => (None, "write a pair as `(\"left\", \"right\")`"),
            Self::OtherBrackets => (None, "write `(` and `)` instead of these brackets"),
            Self::OtherCapitals(name) => return (None, format!("write `{name}`")),
            Self::Trailing => (None, "take it away, or put it inside"),
            Self::QuotationMarkInText => (None, "put a backslash before a quotation mark inside a text"),
            Self::UnitAfterNumber(unit) | Self::UnitBeforeNumber(unit) => {
                return (None, format!("write the unit by itself, as in `unit: \"{unit}\"`"));
            }
            Self::Number(number) => return (None, number.words().to_string()),
        };
        (cause, help.to_owned())
    }
}

/// Which slip it was, where the signs at `at` tell. `code` is what the reader wanted there.
pub(crate) fn slip(text: &str, at: usize, code: &Error) -> Option<Slip> {
    let there = There::of(text, at);
    there.by_sign(code).or_else(|| there.by_wish(code)).or_else(|| there.by_what_stands_before(code))
}

/// What stands at the place of a problem.
struct There<'a> {
    before: &'a str,
    rest: &'a str,
    /// The token that begins there.
    token: Option<Token>,
    /// Its text.
    word: &'a str,
    /// What comes after it.
    next: Option<Token>,
}

impl<'a> There<'a> {
    fn of(text: &'a str, at: usize) -> Self {
        let (before, rest) = text.split_at(at);
        let mut lexer = Lexer::new(rest, 0);
        let first = lexer.next();
        let word = first.as_ref().map_or("", |(_, range)| &rest[range.clone()]);
        Self { before, rest, token: first.map(|(token, _)| token), word, next: lexer.next().map(|(token, _)| token) }
    }

    /// Signs that look like those of RON and are not, whatever was wanted.
    fn by_sign(&self, code: &Error) -> Option<Slip> {
        Some(match self.rest.chars().next()? {
            '“' | '”' | '„' | '‟' | '«' | '»' | '＂' => Slip::CurlyQuotes,
            '‘' | '’' | '‚' => Slip::SingleCurlyQuotes,
            '\'' if matches!(code, Error::ExpectedString) => Slip::SingleQuotes,
            '：' => Slip::WideColon,
            '，' | '、' => Slip::WideComma,
            '（' | '）' => Slip::WideBracket,
            ';' => Slip::Semicolon,
            '=' if matches!(code, Error::ExpectedMapColon) => Slip::EqualsSign,
            '#' => Slip::ForeignComment,
            '<' if self.rest.starts_with("<!--") => Slip::ForeignComment,
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => Slip::InvisibleSign,
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => Slip::SpecialSpace,
            _ => return None,
        })
    }

    /// By what was wanted and what stands there.
    fn by_wish(&self, code: &Error) -> Option<Slip> {
        Some(match (code, self.token?) {
            _ if self.is_some() => Slip::SomeAround,
            (Error::ExpectedString, Token::Word) => Slip::BareText(self.whole_word().into()),
            (Error::ExpectedString, Token::Open(b'[')) => Slip::ListForText,
            (Error::ExpectedArray, Token::Text | Token::Open(_)) => Slip::NoList,
            (Error::ExpectedMap, Token::Open(_)) => Slip::NoBraces,
            (Error::ExpectedBoolean, _) if self.word.eq_ignore_ascii_case("true") => Slip::CapitalBoolean(true),
            (Error::ExpectedBoolean, _) if self.word.eq_ignore_ascii_case("false") => Slip::CapitalBoolean(false),
            (Error::ExpectedBoolean, Token::Word) if self.next == Some(Token::Colon) => Slip::NamedBoolean,
            (Error::ExpectedBoolean, Token::Text) => Slip::QuotedBoolean,
            (Error::ExpectedFloat | Error::ExpectedInteger, Token::Text) => Slip::QuotedNumber,
            (Error::ExpectedIdentifier, Token::Text) if self.next == Some(Token::Colon) => Slip::QuotedName,
            (Error::ExpectedIdentifier, Token::Comma) => Slip::ExtraComma,
            (Error::ExpectedFloat | Error::ExpectedInteger, _) if self.currency_before_digits().is_some() => {
                Slip::UnitBeforeNumber(self.currency_before_digits()?.into())
            }
            (
                Error::ExpectedIdentifier | Error::SuggestRawIdentifier(_),
                Token::Text | Token::Open(_) | Token::Word,
            ) => Slip::NoFieldName,
            (Error::ExpectedStructLike, Token::Text) => Slip::TextForPair,
            (Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_), Token::Open(_)) => Slip::OtherBrackets,
            (Error::ExpectedDifferentStructName { expected, found }, _) if found.eq_ignore_ascii_case(expected) => {
                Slip::OtherCapitals(expected)
            }
            (Error::TrailingCharacters, _) => Slip::Trailing,
            _ => return None,
        })
    }

    /// Where a comma is wanted: what stands before it may be the slip.
    fn by_what_stands_before(&self, code: &Error) -> Option<Slip> {
        if !matches!(code, Error::ExpectedComma) {
            return None;
        }
        let is_word = self.token == Some(Token::Word);
        if is_word && self.before.ends_with('"') {
            return Some(Slip::QuotationMarkInText);
        }
        let number = self.before.trim_end().rsplit([' ', ':', '(', '[', ',']).next()?;
        let is_number = number.parse::<f64>().is_ok() && self.next != Some(Token::Colon);
        let is_unit = self.rest.starts_with(|sign: char| sign.is_alphabetic() || is_unit_sign(sign));
        (is_number && is_unit).then(|| Slip::UnitAfterNumber(self.whole_word().into()))
    }

    /// The sign of a currency that digits follow.
    fn currency_before_digits(&self) -> Option<&str> {
        let rest = self.rest.strip_prefix(is_currency)?;
        let has_digits = rest.trim_start().starts_with(|sign: char| sign.is_ascii_digit());
        has_digits.then(|| &self.rest[..self.rest.len() - rest.len()])
    }

    fn is_some(&self) -> bool {
        self.word == "Some" && self.next == Some(Token::Open(b'('))
    }

    /// The words up to a comma, a bracket or a quotation mark: what somebody meant as the text.
    fn whole_word(&self) -> &str {
        const MOST_CHARS: usize = 40;
        let end = self.rest.find([',', ')', ']', '}', ':', '"', '\n']).unwrap_or(self.rest.len());
        let whole = self.rest[..end].trim();
        if whole.chars().count() <= MOST_CHARS { whole } else { self.word }
    }
}

/// Signs that units begin with.
fn is_unit_sign(sign: char) -> bool {
    is_currency(sign) || matches!(sign, '%' | '‰' | '°' | '℃' | '℉' | '′' | '″')
}

fn is_currency(sign: char) -> bool {
    matches!(sign, '$' | '£' | '¥' | '\u{20a0}'..='\u{20c0}')
}
