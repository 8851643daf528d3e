//! A text with gaps: `Sited at {Culham}, near {Oxford|Oxford, England}.` Parsed once, when a bank is read; marks nothing.
//!
//! `{a|b}` is typed and takes either; `{a ~ b ~ c}` is a list whose first option is right. A backslash before `{`, `}`,
//! `|`, `~`, `$` or `\` makes that sign stand for itself. Maths between `$` is left alone, with the braces in it.

use crate::bank::check::explain::ErrorCode;
use crate::syntax::Words;
use crate::text;
use crate::text::{Rich, maths};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A text with gaps, as it was written and taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct ClozeText {
    source: Box<str>,
    parts: Box<[Part]>,
    fault: Option<ClozeFault>,
}

/// A piece of the text.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Words to read, in CommonMark.
    Words(Box<str>),
    /// A gap to fill.
    Gap(Gap),
}

/// A gap to fill. What is in it is plain text, apart from maths between `$`.
#[derive(Clone, Debug, PartialEq)]
pub enum Gap {
    /// Every form that is right when typed; the first is the one shown.
    Typed(Box<[Box<str>]>),
    /// The options to pick from; the first is right.
    List(Box<[Box<str>]>),
}

/// A gap as it is written, whatever is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapWritten {
    /// From its opening brace to behind its closing one.
    pub span: std::ops::Range<usize>,
    /// What stands between its signs, with the signs themselves meant; some may be blank.
    pub answers: Vec<String>,
    /// Whether it has a `~`.
    pub is_list: bool,
}

/// Why a text is not one with gaps. Gaps count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClozeFault {
    /// No gap at all.
    NoGap,
    /// A gap, or one of the answers in it, with nothing in it.
    EmptyGap {
        /// Which gap.
        gap: usize,
    },
    /// Typed and picked at once.
    MixedGap {
        /// Which gap.
        gap: usize,
    },
    /// A brace without its partner.
    UnbalancedBrace {
        /// The brace.
        brace: char,
        /// The text from there on, cut short.
        near: Box<str>,
    },
}

impl ClozeFault {
    /// What is wrong, and what to do.
    pub(crate) fn words(&self) -> Words {
        match self {
            Self::NoGap => Words::new(
                "the text has no gap",
                "put what is to be filled in between braces, as in \"Sited at {Culham}.\"",
            ),
            Self::EmptyGap { gap } => Words::new(
                format!("gap {gap} has an answer with nothing in it"),
                "write one, or take out the `|` or `~` beside it",
            ),
            Self::MixedGap { gap } => Words::new(
                format!("gap {gap} has both `|` and `~`"),
                "use `|` between forms to type, `~` between options to pick",
            ),
            Self::UnbalancedBrace { brace, near } => Words::new(
                format!("there is a `{brace}` without its partner, at \"{near}\""),
                format!("add it, or write `\\{brace}` for the sign itself"),
            ),
        }
    }

    /// The kind of error that it is.
    pub(crate) fn code(&self) -> ErrorCode {
        match self {
            Self::NoGap => ErrorCode::NoGap,
            Self::EmptyGap { .. } => ErrorCode::EmptyGap,
            Self::MixedGap { .. } => ErrorCode::MixedGap,
            Self::UnbalancedBrace { .. } => ErrorCode::UnbalancedBrace,
        }
    }
}

impl ClozeText {
    /// Takes a text apart. One with a fault has no parts.
    pub fn new(source: &str) -> Self {
        let (parts, fault) = match parse(source) {
            Ok(parts) => (parts, None),
            Err(fault) => (Vec::new(), Some(fault)),
        };
        Self { source: source.into(), parts: parts.into(), fault }
    }

    /// The gaps of a text that may have faults, up to the first brace without its partner.
    pub fn gaps_written(source: &str) -> Vec<GapWritten> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(sign) = source[at..].chars().next() {
            match sign {
                '{' => {
                    let Ok(end) = gap_end(source, at) else { break };
                    let Split { answers, is_list, .. } = split(&source[at + 1..end]);
                    found.push(GapWritten { span: at..end + 1, answers, is_list });
                    at = end + 1;
                }
                '}' => break,
                _ => at += token_length(&source[at..]),
            }
        }
        found
    }

    /// The text as it was written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Words and gaps in turn; none where there is a fault.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Words and gaps as formatted text; the gaps are told by their index.
    pub fn rich(&self) -> Rich {
        text::parse_with_gaps(self.parts.iter().map(|part| match part {
            Part::Words(words) => Some(&**words),
            Part::Gap(_) => None,
        }))
    }

    /// The gaps in the order of the text; none where there is a fault.
    pub fn gaps(&self) -> impl Iterator<Item = &Gap> {
        self.parts.iter().filter_map(|part| match part {
            Part::Gap(gap) => Some(gap),
            Part::Words(_) => None,
        })
    }

    /// What keeps it from being asked.
    pub fn fault(&self) -> Option<&ClozeFault> {
        self.fault.as_ref()
    }

    /// The options of all lists, gap after gap.
    pub fn list_options(&self) -> impl Iterator<Item = &str> {
        self.gaps().flat_map(Gap::options).map(|option| &**option)
    }

    /// For each gap, in the order of the text, where the options of its list stand among [`Self::list_options`]; an
    /// empty range for a typed gap.
    pub fn list_ranges(&self) -> impl Iterator<Item = std::ops::Range<usize>> {
        self.gaps().scan(0, |end, gap| {
            let start = *end;
            *end += gap.options().len();
            Some(start..*end)
        })
    }
}

impl Gap {
    /// The options to pick from, the right one first; none for a typed gap.
    pub fn options(&self) -> &[Box<str>] {
        match self {
            Self::Typed(_) => &[],
            Self::List(options) => options,
        }
    }

    /// The right answer, the one to show where several are.
    pub fn right(&self) -> &str {
        let (Self::Typed(answers) | Self::List(answers)) = self;
        answers.first().map_or("", |answer| answer)
    }
}

impl Serialize for ClozeText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.source)
    }
}

impl<'de> Deserialize<'de> for ClozeText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<str>::deserialize(deserializer).map(|source| Self::new(&source))
    }
}

fn parse(source: &str) -> Result<Vec<Part>, ClozeFault> {
    let mut parts = Vec::new();
    let mut words_start = 0;
    let mut gap_count = 0;
    let mut at = 0;
    let mut code = Code::default();
    while let Some(sign) = source[at..].chars().next() {
        match sign {
            '{' => {
                gap_count += 1;
                let end = gap_end(source, at)?;
                if words_start < at {
                    parts.push(Part::Words(code.read(&source[words_start..at])));
                }
                parts.push(Part::Gap(gap(&source[at + 1..end], gap_count)?));
                at = end + 1;
                words_start = at;
            }
            '}' => return Err(unbalanced(source, at)),
            _ => at += token_length(&source[at..]),
        }
    }
    if words_start < source.len() {
        parts.push(Part::Words(code.read(&source[words_start..])));
    }
    if gap_count == 0 { Err(ClozeFault::NoGap) } else { Ok(parts) }
}

/// Whether code is open, from one stretch of words to the next. In code CommonMark knows no escapes, so the backslash
/// before a sign that would make a gap is taken out here: a program with braces could not be written else.
#[derive(Default)]
struct Code {
    /// How many backticks opened it; 0 where none is open.
    ticks: usize,
}

impl Code {
    fn read(&mut self, words: &str) -> Box<str> {
        let mut read = String::with_capacity(words.len());
        let mut rest = words;
        while let Some(sign) = rest.chars().next() {
            let mut length = sign.len_utf8();
            match sign {
                '`' => {
                    length = rest.len() - rest.trim_start_matches('`').len();
                    self.ticks = match self.ticks {
                        0 => length,
                        open if open == length => 0,
                        open => open,
                    };
                }
                '\\' if self.ticks > 0 && rest[1..].starts_with(['{', '}', '|', '~']) => {
                    rest = &rest[1..];
                    continue;
                }
                '\\' if self.ticks == 0 => length += rest[1..].chars().next().map_or(0, char::len_utf8),
                _ => {}
            }
            read.push_str(&rest[..length]);
            rest = &rest[length..];
        }
        read.into()
    }
}

/// Where the `}` stands that closes the gap that opens at `open`.
fn gap_end(source: &str, open: usize) -> Result<usize, ClozeFault> {
    let mut at = open + 1;
    loop {
        match source[at..].chars().next() {
            None | Some('{') => return Err(unbalanced(source, open)),
            Some('}') => return Ok(at),
            Some(_) => at += token_length(&source[at..]),
        }
    }
}

/// Bytes of the first thing in `text` that is taken as a whole: maths, an escaped sign, or one sign.
fn token_length(text: &str) -> usize {
    let mut signs = text.chars();
    match signs.next() {
        Some('$') => maths::leading(text).unwrap_or(1),
        Some('\\') => 1 + signs.next().filter(char::is_ascii_punctuation).map_or(0, char::len_utf8),
        Some(sign) => sign.len_utf8(),
        None => 0,
    }
}

/// What stands in a gap.
struct Split {
    answers: Vec<String>,
    is_typed: bool,
    is_list: bool,
}

fn split(inside: &str) -> Split {
    let (mut is_typed, mut is_list) = (false, false);
    let mut answers = vec![String::new()];
    let mut at = 0;
    while at < inside.len() {
        let token = &inside[at..at + token_length(&inside[at..])];
        match token {
            "|" | "~" => {
                is_typed |= token == "|";
                is_list |= token == "~";
                answers.push(String::new());
            }
            _ => {
                if let Some(answer) = answers.last_mut() {
                    answer.push_str(meant(token));
                }
            }
        }
        at += token.len();
    }
    let answers = answers.iter().map(|answer| answer.trim().to_owned()).collect();
    Split { answers, is_typed, is_list }
}

fn gap(inside: &str, number: usize) -> Result<Gap, ClozeFault> {
    let Split { answers, is_typed, is_list } = split(inside);
    let answers: Box<[Box<str>]> = answers.into_iter().map(String::into_boxed_str).collect();
    match (is_typed, is_list) {
        (true, true) => Err(ClozeFault::MixedGap { gap: number }),
        _ if answers.iter().any(|answer| answer.is_empty()) => Err(ClozeFault::EmptyGap { gap: number }),
        (_, true) => Ok(Gap::List(answers)),
        (_, false) => Ok(Gap::Typed(answers)),
    }
}

/// An escaped sign without its backslash; anything else, `C:\dir` too, as it is.
fn meant(token: &str) -> &str {
    match token {
        r"\{" | r"\}" | r"\|" | r"\~" | r"\$" | r"\\" => &token[1..],
        _ => token,
    }
}

/// So many characters show where a brace stands.
const NEAR_CHARS: usize = 20;

fn unbalanced(source: &str, at: usize) -> ClozeFault {
    let mut signs = source[at..].chars();
    let near: String = signs.by_ref().take(NEAR_CHARS).collect();
    let brace = near.chars().next().unwrap_or('{');
    let near = if signs.next().is_some() { near + "…" } else { near };
    ClozeFault::UnbalancedBrace { brace, near: near.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Parts as short texts: words as they are, `[a|b]` for a typed gap, `<a|b>` for a list.
    fn parts(source: &str) -> String {
        let joined = |answers: &[Box<str>]| answers.join("|");
        let short = |part: &Part| match part {
            Part::Words(words) => words.to_string(),
            Part::Gap(Gap::Typed(answers)) => format!("[{}]", joined(answers)),
            Part::Gap(Gap::List(options)) => format!("<{}>", joined(options)),
        };
        ClozeText::new(source).parts().iter().map(short).collect()
    }

    fn check(source: &str, expected: &str) {
        assert_eq!(parts(source), expected, "{:?}", ClozeText::new(source).fault());
    }

    fn check_fault(source: &str, expected: &str) {
        let cloze = ClozeText::new(source);
        assert_eq!(cloze.fault().map(|fault| fault.words().to_string()).as_deref(), Some(expected), "{source}");
        assert_eq!((cloze.parts().len(), cloze.gaps().count(), cloze.source()), (0, 0, source));
    }

    #[test]
    fn gaps_are_typed_or_picked() {
        check("Sited at {Culham}, near {Oxford|Oxford, England}.", "Sited at [Culham], near [Oxford|Oxford, England].");
        check("{ a ~ b~c }{d}", "<a|b|c>[d]");
        check("é{ü}ß", "é[ü]ß");
        check("{a ~ b}", "<a|b>");
    }

    #[test]
    fn escaped_signs_stand_for_themselves() {
        check(r"\{a\} {b}", r"\{a\} [b]");
        check(r"{a\|b|c\~d|\{e\}|\$5|f\\}", r"[a|b|c~d|{e}|$5|f\]");
        check(r"{C:\dir}", r"[C:\dir]");
        check(r"\\{a}", r"\\[a]");
        check("a | b ~ c {d}", "a | b ~ c [d]");
        check(r"`f() \{ 1 \}` {a} `\{``b\}`", r"`f() { 1 }` [a] `{``b}`");
        check(r"\`\{a\} {b}", r"\`\{a\} [b]");
    }

    #[test]
    fn braces_in_maths_are_the_maths_own() {
        check("$x_{1}$ is {$y^{2}$ ~ $a|b$ ~ 3}", "$x_{1}$ is <$y^{2}$|$a|b$|3>");
        check("It costs $5 or {$6}.", "It costs $5 or [$6].");
        check(r"\$x_{1}\$", r"\$x_[1]\$");
    }

    #[test]
    fn a_text_without_a_gap_or_with_an_empty_one_is_told() {
        let no_gap = "the text has no gap: put what is to be filled in between braces, as in \"Sited at {Culham}.\"";
        check_fault("", no_gap);
        check_fault(r"\{a\} $x_{1}$", no_gap);
        let empty = "gap 2 has an answer with nothing in it: write one, or take out the `|` or `~` beside it";
        check_fault("{a}{}", empty);
        check_fault("{a}{ }", empty);
        check_fault("{a}{b|}", empty);
        check_fault("{a}{b ~ ~ c}", empty);
        check_fault(
            "{a|b ~ c}",
            "gap 1 has both `|` and `~`: use `|` between forms to type, `~` between options to pick",
        );
    }

    #[test]
    fn a_brace_without_its_partner_is_told_with_its_place() {
        let told = |brace: &str, near: &str| {
            format!(
                "there is a `{brace}` without its partner, at \"{near}\": add it, or write `\\{brace}` for the sign itself"
            )
        };
        check_fault("a {b", &told("{", "{b"));
        check_fault("a {b {c}", &told("{", "{b {c}"));
        check_fault("{a} b}", &told("}", "}"));
        check_fault(r"{a\}", &told("{", r"{a\}"));
        check_fault("{abcdefghijklmnopqrstuvwxyz", &told("{", "{abcdefghijklmnopqrs…"));
    }

    #[test]
    fn lists_know_where_their_options_stand() {
        let cloze = ClozeText::new("{a ~ b} {c} {d ~ e ~ f}");
        assert_eq!(cloze.list_options().collect::<Vec<_>>(), ["a", "b", "d", "e", "f"]);
        assert_eq!(cloze.list_ranges().collect::<Vec<_>>(), [0..2, 2..2, 2..5]);
    }

    proptest! {
        #[test]
        fn any_text_is_taken_apart_or_refused(source in r"[{}|~\\$ aé1\n]{0,24}") {
            let cloze = ClozeText::new(&source);
            prop_assert_eq!(cloze.fault().is_none(), cloze.gaps().count() > 0);
            let is_filled = |gap: &Gap| !gap.right().trim().is_empty();
            prop_assert!(cloze.gaps().all(is_filled));
        }

        #[test]
        fn what_is_escaped_comes_back(answer in r"[{}|~\\ab ]{0,8}[ab]") {
            let escaped: String = answer.chars().map(|sign| match sign {
                'a' | 'b' | ' ' => sign.to_string(),
                _ => format!("\\{sign}"),
            }).collect();
            let cloze = ClozeText::new(&format!("x {{{escaped}}} y"));
            prop_assert_eq!(cloze.gaps().next().map(Gap::right), Some(answer.trim()));
        }
    }
}
