//! Knows the slips that people make who are new to RON, by the signs at the place of a fault. Finds no fault itself.

use crate::syntax::lexer::{Piece, Scanner};
use ron::error::Error;
use std::ops::Range;

/// What to write instead, where the signs at `at` tell which slip it was. `code` is what the reader wanted there.
pub(crate) fn remedy(piece: &str, at: usize, code: &Error) -> Option<String> {
    let there = There::of(piece, at);
    there.by_sign(code).or_else(|| there.by_wish(code)).or_else(|| there.by_what_stands_before(code))
}

/// What stands at the place of a fault.
struct There<'a> {
    before: &'a str,
    rest: &'a str,
    /// The piece that begins there.
    piece: Option<Piece>,
    /// Its text.
    word: &'a str,
    /// What comes after it.
    next: Option<Piece>,
}

impl<'a> There<'a> {
    fn of(text: &'a str, at: usize) -> Self {
        let (before, rest) = text.split_at(at);
        let mut scanner = Scanner::new(rest, 0);
        let first: Option<(Piece, Range<usize>)> = scanner.next();
        let word = first.as_ref().map_or("", |(_, range)| &rest[range.clone()]);
        Self { before, rest, piece: first.map(|(piece, _)| piece), word, next: scanner.next().map(|(piece, _)| piece) }
    }

    /// Signs that look like those of RON and are not, whatever was wanted.
    fn by_sign(&self, code: &Error) -> Option<String> {
        let sign = self.rest.chars().next()?;
        let told = match sign {
            '“' | '”' | '„' | '‟' | '«' | '»' | '＂' => {
                "these quotation marks are curly ones: write straight ones, `\"`"
            }
            '‘' | '’' | '‚' => "write straight double quotation marks, `\"`",
            '\'' if matches!(code, Error::ExpectedString) => "write double quotation marks, `\"`",
            '：' => "this colon is a wide one: write `:`",
            '，' | '、' => "this comma is a wide one: write `,`",
            '（' | '）' => "this bracket is a wide one: write `(` or `)`",
            ';' => "write `,` instead of `;`",
            '=' if matches!(code, Error::ExpectedMapColon) => "write `:` instead of `=`",
            '#' => "a note for yourself begins with `//`",
            '<' if self.rest.starts_with("<!--") => "a note for yourself begins with `//`",
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {
                "an invisible sign stands here: delete it, or type the line anew"
            }
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => {
                "the space here is a special one: delete it, and type a plain one"
            }
            _ => return None,
        };
        Some(told.to_owned())
    }

    /// By what was wanted and what stands there.
    fn by_wish(&self, code: &Error) -> Option<String> {
        let told = match (code, self.piece?) {
            _ if self.is_some() => "write the value alone, without `Some(…)`",
            (Error::ExpectedDifferentStructName { expected: "Bank", found }, _) if found == "FactTable" => {
                "this is a fact table, which banks are made from: use `torus generate` with it"
            }
            (Error::ExpectedDifferentStructName { expected: "Bank", found }, _) if found == "Pins" => {
                "these are the pins of a fact table: use `torus generate` with the table"
            }
            (Error::ExpectedDifferentStructName { expected: "Bank", .. }, _)
            | (Error::ExpectedNamedStructLike("Bank"), Piece::Open(_)) => {
                "begin with `Bank(`, and write the questions into its list `questions: […]`"
            }
            (Error::ExpectedString, Piece::Word) => return Some(format!("write `\"{}\"`", self.whole_word())),
            (Error::ExpectedString, Piece::Open(b'[')) => "it is one text and no list: take the brackets away",
            (Error::ExpectedArray, Piece::Text | Piece::Open(_)) => "a list stands between `[` and `]`",
            (Error::ExpectedMap, Piece::Open(_)) => "write `{` and `}`, with a `:` in the middle of each pair",
            (Error::ExpectedBoolean, _) if self.word.eq_ignore_ascii_case("true") => "write `true` in small letters",
            (Error::ExpectedBoolean, _) if self.word.eq_ignore_ascii_case("false") => "write `false` in small letters",
            (Error::ExpectedBoolean, Piece::Word) if self.next == Some(Piece::Colon) => {
                "write it alone, without a name"
            }
            (Error::ExpectedBoolean, Piece::Text) => "take the quotation marks away",
            (Error::ExpectedFloat | Error::ExpectedInteger, Piece::Text) => {
                "write it in digits, without quotation marks"
            }
            (Error::ExpectedIdentifier, Piece::Text) if self.next == Some(Piece::Colon) => {
                "a field has no quotation marks around its name"
            }
            (Error::ExpectedIdentifier, Piece::Comma) => "one comma is enough: take this one away",
            (Error::SuggestRawIdentifier(_), _) if self.is_behind_a_decimal_comma() => return None,
            (
                Error::ExpectedIdentifier | Error::SuggestRawIdentifier(_),
                Piece::Text | Piece::Open(_) | Piece::Word,
            ) => "write the name of the field before it, as in `name: value`",
            (Error::ExpectedStructLike, Piece::Text) => "write a pair as `(\"left\", \"right\")`",
            (Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_), Piece::Open(_)) => {
                "write `(` and `)` instead of these brackets"
            }
            (Error::ExpectedDifferentStructName { expected, found }, _) if found.eq_ignore_ascii_case(expected) => {
                return Some(format!("write `{expected}`"));
            }
            (Error::TrailingCharacters, _) => "take it away, or put it inside",
            _ => return None,
        };
        Some(told.to_owned())
    }

    /// Where a comma is wanted: what stands before it may be the slip.
    fn by_what_stands_before(&self, code: &Error) -> Option<String> {
        if *code != Error::ExpectedComma || self.piece != Some(Piece::Word) {
            return None;
        }
        if self.before.ends_with('"') {
            return Some("put a backslash before a quotation mark inside a text".to_owned());
        }
        let number = self.before.trim_end().rsplit([' ', ':', '(', '[', ',']).next()?;
        let is_number = number.parse::<f64>().is_ok() && self.next != Some(Piece::Colon);
        is_number.then(|| format!("write the unit by itself, as in `unit: \"{}\"`", self.word))
    }

    fn is_behind_a_decimal_comma(&self) -> bool {
        let number = self.before.trim_end().strip_suffix(',');
        number.is_some_and(|number| number.ends_with(|sign: char| sign.is_ascii_digit()))
    }

    fn is_some(&self) -> bool {
        self.word == "Some" && self.next == Some(Piece::Open(b'('))
    }

    /// The words up to a comma, a bracket or a quotation mark: what somebody meant as the text.
    fn whole_word(&self) -> &str {
        const MOST_CHARS: usize = 40;
        let end = self.rest.find([',', ')', ']', '}', ':', '"', '\n']).unwrap_or(self.rest.len());
        let whole = self.rest[..end].trim();
        if whole.chars().count() <= MOST_CHARS { whole } else { self.word }
    }
}

#[cfg(test)]
mod tests {
    use crate::bank::{Quietly, read};

    /// Reads a bank with this question in it; the one message about it, without the line.
    fn check(question: &str, expected: &str) {
        let text = format!("Bank(format: 1, id: \"b\", title: \"B\", questions: [\n{question}\n])");
        let told: Vec<String> = read(&text, &Quietly).problems.iter().map(ToString::to_string).collect();
        assert_eq!(told, [format!("line 2, column {expected}")], "{question}");
    }

    fn check_answer(answer: &str, expected: &str) {
        let question = format!("(id: \"x\", prompt: \"X?\", answer: {answer}, hint_cost: 0)");
        let (column, message) = expected.split_once(": ").expect("a column");
        check(&question, &format!("{column}: question \"x\": {message}"));
    }

    #[test]
    fn signs_that_only_look_right_are_named() {
        check(
            "(id: \"x\", prompt: “X?”, answer: TrueFalse(true))",
            "19: question \"x\": expected text in quotation marks: these quotation marks are curly ones: write straight ones, `\"`",
        );
        check_answer("Text(accept: ['a'])", "47: expected text in quotation marks: write double quotation marks, `\"`");
        check("(id： \"x\")", "4: expected a colon: this colon is a wide one: write `:`");
        check(
            "(id: \"x\", # a note\nprompt: \"X?\", answer: TrueFalse(true))",
            "11: question \"x\": `#` cannot stand here: a note for yourself begins with `//`",
        );
        check("(id = \"x\", prompt: \"X?\", answer: TrueFalse(true))", "5: expected a colon: write `:` instead of `=`");
        check(
            "(id: \"x\"; prompt: \"X\", answer: TrueFalse(true))",
            "9: question \"x\": expected a comma: write `,` instead of `;`",
        );
        check(
            "(\u{a0}id: \"x\")",
            "2: expected the name of a field: the space here is a special one: delete it, and type a plain one",
        );
        check(
            "(\u{200b}id: \"x\")",
            "2: expected the name of a field: an invisible sign stands here: delete it, or type the line anew",
        );
    }

    #[test]
    fn values_of_another_type_are_told_how_to_write() {
        check_answer(
            "Number(value: \"5\")",
            "47: expected a number, with a point for decimals: write it in digits, without quotation marks",
        );
        check_answer("Number(value: 5 km)", "49: expected a comma: write the unit by itself, as in `unit: \"km\"`");
        check_answer("TrueFalse(True)", "43: expected `true` or `false`: write `true` in small letters");
        check_answer("TrueFalse(\"true\")", "43: expected `true` or `false`: take the quotation marks away");
        check_answer("TrueFalse(correct: true)", "43: expected `true` or `false`: write it alone, without a name");
        check_answer(
            "Choice(correct: Lake Como, distractors: [])",
            "49: expected text in quotation marks: write `\"Lake Como\"`",
        );
        check_answer(
            "Choice(correct: [\"a\"], distractors: [])",
            "49: expected text in quotation marks: it is one text and no list: take the brackets away",
        );
        check_answer(
            "Choice(correct: Some(\"a\"), distractors: [])",
            "49: expected text in quotation marks: write the value alone, without `Some(…)`",
        );
        check_answer(
            "Choice(correct: \"a\", distractors: \"b\")",
            "67: expected a list, which begins with `[`: a list stands between `[` and `]`",
        );
        check_answer(
            "Categorise(groups: [(\"A\", [\"a\"])])",
            "52: expected pairs in braces, which begin with `{`: write `{` and `}`, with a `:` in the middle of each pair",
        );
        check_answer(
            "Match(pairs: [\"a = b\"])",
            "47: expected an opening bracket `(`: write a pair as `(\"left\", \"right\")`",
        );
        check_answer(
            "Match(pairs: [[\"a\", \"b\"]])",
            "47: expected an opening bracket `(`: write `(` and `)` instead of these brackets",
        );
    }

    #[test]
    fn names_that_only_differ_in_capitals_are_told() {
        check("question(id: \"x\")", "1: question \"x\": expected `Question`, found `question`: write `Question`");
    }

    #[test]
    fn a_field_of_the_question_inside_an_answer_tells_of_a_bracket() {
        check_answer(
            "Choice(correct: \"a\", distractors: [\"b\"], explanation: \"c\")",
            "74: `explanation` is not a field of Choice: if it belongs to the question, close the bracket `)` of the answer before it",
        );
        check_answer(
            "Choice(answer: \"a\")",
            "40: `answer` is not a field of Choice: it has `correct` and `distractors`",
        );
        check_answer("true", "33: `true` is not a kind of answer that this Torus knows: write `TrueFalse(true)`");
    }

    #[test]
    fn fields_need_their_names_plain() {
        let which = "expected the name of a field: write the name of the field before it, as in `name: value`";
        check_answer("Order([\"a\"])", &format!("39: {which}"));
        check_answer("Text(\"a\")", &format!("38: {which}"));
        check_answer("Calculated(variables: {\"a\": Range(1, 5)}, value: \"a\")", &format!("67: {which}"));
        check_answer(
            "Number(\"value\": 5)",
            "40: expected the name of a field: a field has no quotation marks around its name",
        );
        check_answer(
            "Number(value: 5,, unit: \"m\")",
            "49: expected the name of a field: one comma is enough: take this one away",
        );
    }

    #[test]
    fn a_quotation_mark_inside_a_text_is_told_from_a_comma_that_is_missing() {
        check(
            "(id: \"x\", prompt: \"the \"old\" Rhine\", answer: TrueFalse(true))",
            "25: question \"x\": expected a comma: put a backslash before a quotation mark inside a text",
        );
        check("(id: \"x\" prompt: \"X?\", answer: TrueFalse(true))", "10: question \"x\": expected a comma");
        check_answer("Number(value: 5 unit: \"km\")", "49: expected a comma");
    }
}
