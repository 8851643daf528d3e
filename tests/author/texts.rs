//! Texts of banks as odd people lay them out: the same tokens with any blanks and comments between them.

use proptest::prelude::*;
use torus::bank::{Question, write_question};

/// How a text is laid out.
#[derive(Clone, Debug)]
pub struct Layout {
    /// What is put between tokens, one after the other, again and again.
    pub gaps: Vec<String>,
    /// How lines end.
    pub newline: &'static str,
    /// Whether a byte order mark stands in front.
    pub has_mark: bool,
    /// Whether a comma stands behind last items.
    pub last_comma: bool,
}

/// Any layout; every comment is another one, so that a lost one is missed.
pub fn layouts() -> impl Strategy<Value = Layout> {
    let gap = prop_oneof![
        4 => Just(String::new()),
        4 => Just(" ".to_owned()),
        3 => Just("\n        ".to_owned()),
        1 => Just("\n\n\t".to_owned()),
        1 => Just(" /* c */ ".to_owned()),
        1 => Just(" /* \"( /* */ */ ".to_owned()),
        1 => Just(" // it's (\"\n".to_owned()),
        1 => Just("\n    // above\n    ".to_owned()),
        1 => Just("\n\n    // apart\n\n".to_owned()),
    ];
    (prop::collection::vec(gap, 1..40), prop::sample::select(vec!["\n", "\r\n"]), any::<bool>(), any::<bool>())
        .prop_map(|(gaps, newline, has_mark, last_comma)| Layout { gaps, newline, has_mark, last_comma })
}

/// The text of a bank with these questions, in a layout.
pub fn text_of(questions: &[Question], layout: &Layout) -> String {
    let all: String = questions.iter().map(|question| format!("{},", write_question(question))).collect();
    let plain = format!("Bank(format: 1, id: \"b\", title: \"B\", questions: [{all}], quizzes: [],)");
    let mut text = String::new();
    let mut gaps = layout.gaps.iter().cycle().enumerate();
    for token in tokens(&plain, layout.last_comma) {
        text.push_str(&token);
        let touches_bracket = token.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
        if let Some((number, gap)) = gaps.next()
            && !touches_bracket
        {
            let gap = gap.replace(" c ", &format!(" c{number} ")).replace("above", &format!("above {number}"));
            let gap = gap.replace("apart", &format!("apart {number}")).replace("it's", &format!("it's {number}"));
            text.push_str(&gap.replace('\n', layout.newline));
        }
    }
    format!("{}{text}", if layout.has_mark { "\u{feff}" } else { "" })
}

/// The tokens of a text that was written by the program: words, texts and signs.
pub fn tokens(text: &str, last_comma: bool) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => quoted(rest),
            'r' if rest.starts_with("r\"") || rest.starts_with("r#") => raw(rest),
            _ if is_word(first) => rest.find(|letter| !is_word(letter)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let token = &rest[..length];
        let is_closing = matches!(token, ")" | "]" | "}");
        if is_closing && !last_comma && tokens.last().is_some_and(|last| last == ",") {
            tokens.pop();
        }
        tokens.push(token.to_owned());
        rest = rest[length..].trim_start();
    }
    tokens
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '.' | '+' | '-')
}

fn quoted(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            '"' if !is_escaped => return at + 1,
            '\\' => is_escaped = !is_escaped,
            _ => is_escaped = false,
        }
    }
    text.len()
}

fn raw(text: &str) -> usize {
    let hashes = text[1..].bytes().take_while(|byte| *byte == b'#').count();
    let end = format!("\"{}", "#".repeat(hashes));
    let body = 2 + hashes;
    text[body..].find(&end).map_or(text.len(), |at| body + at + end.len())
}

/// The comments of a text, sorted.
pub fn comments(text: &str) -> Vec<String> {
    let mut comments = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => quoted(rest),
            'r' if rest.starts_with("r\"") || rest.starts_with("r#\"") || rest.starts_with("r##") => raw(rest),
            '/' if rest.starts_with("//") => {
                let length = rest.find('\n').unwrap_or(rest.len());
                comments.push(rest[..length].trim_end_matches('\r').to_owned());
                length
            }
            '/' if rest.starts_with("/*") => {
                let length = block(rest);
                comments.push(rest[..length].to_owned());
                length
            }
            _ if is_word(first) => rest.find(|letter| !is_word(letter)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        rest = &rest[length..];
    }
    comments.sort();
    comments
}

fn block(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    loop {
        match text.get(at..at + 2) {
            Some("/*") => (depth, at) = (depth + 1, at + 2),
            Some("*/") if depth == 1 => return at + 2,
            Some("*/") => (depth, at) = (depth - 1, at + 2),
            _ if at + 2 >= text.len() => return text.len(),
            _ => at += text[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
}
