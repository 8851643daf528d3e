//! What the beginning of a line says it is. Remembers no line before.

use super::asterisks;

/// A line's option sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A letter, from 0.
    Letter(u8),
    /// A bullet or a box.
    Bullet,
}

/// An option that a line begins.
#[derive(Debug, PartialEq, Eq)]
pub struct OptionStart<'l> {
    pub sign: Sign,
    pub is_ticked: bool,
    pub text: &'l str,
}

/// Bullets, with those that Word has in fonts of its own.
const BULLETS: [char; 8] = ['•', '·', '▪', '◦', '\u{f0b7}', '\u{f0a7}', '\u{f0fc}', '\u{f0d8}'];

/// The option that a line begins, where it looks like one.
pub fn option(line: &str) -> Option<OptionStart<'_>> {
    let (is_starred, rest) = starred(line);
    if let Some((letter, text)) = letter(rest) {
        let (is_starred_after, text) = starred(text);
        return Some(OptionStart { sign: Sign::Letter(letter), is_ticked: is_starred || is_starred_after, text });
    }
    for (mark, is_ticked) in [
        ("[ ]", false),
        ("[]", false),
        ("( )", false),
        ("[x]", true),
        ("[X]", true),
        ("[*]", true),
        ("(x)", true),
        ("(X)", true),
        ("(*)", true),
        ("☐", false),
        ("☑", true),
        ("☒", true),
    ] {
        let bare = line.strip_prefix(['-', '•']).map_or(line, str::trim_start);
        if let Some(text) = bare.strip_prefix(mark) {
            return Some(OptionStart { sign: Sign::Bullet, is_ticked, text: text.trim() });
        }
    }
    let text = rest.strip_prefix(BULLETS).or_else(|| rest.strip_prefix("- "))?;
    let (is_starred_after, text) = starred(text.trim());
    Some(OptionStart { sign: Sign::Bullet, is_ticked: is_starred || is_starred_after, text })
}

/// Whether an asterisk ticks words. One that another closes makes them slanted.
fn starred(text: &str) -> (bool, &str) {
    let ticked = text.strip_prefix('*').filter(|rest| !rest.starts_with('*') && !asterisks::is_open_before(rest));
    ticked.map_or((false, text), |rest| (true, rest.trim_start()))
}

/// `A)`, `a.`, `(a)`, with the words after it.
fn letter(text: &str) -> Option<(u8, &str)> {
    let inside = text.strip_prefix('(');
    let mut signs = inside.unwrap_or(text).chars();
    let letter = signs.next().filter(char::is_ascii_alphabetic)?;
    let end = signs.next()?;
    let rest = signs.as_str();
    let fits = match end {
        ')' => true,
        '.' | ':' => inside.is_none() && (rest.is_empty() || rest.starts_with([' ', '\t'])),
        _ => false,
    };
    fits.then(|| (letter.to_ascii_lowercase() as u8 - b'a', rest.trim()))
}

/// The number of a question, with the words after it.
pub fn number(line: &str) -> Option<(u32, &str)> {
    let lower = line.to_ascii_lowercase();
    let word = ["question ", "frage ", "q"].into_iter().find(|word| lower.starts_with(word)).map_or(0, str::len);
    let rest = &line[word..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number = rest[..digits].parse().ok().filter(|_| digits <= 4)?;
    let after = rest[digits..].strip_prefix(['.', ')', ':']);
    match after {
        Some(after) if after.is_empty() || after.starts_with([' ', '\t']) => Some((number, after.trim())),
        None if word > 1 && rest[digits..].trim().is_empty() => Some((number, "")),
        _ => None,
    }
}

/// The words after `name :`, in any case, where a line begins so.
fn after_name<'l>(line: &'l str, names: &[&str]) -> Option<&'l str> {
    let (name, rest) = line.split_once([':', '：'])?;
    let name = name.trim().to_lowercase();
    names.contains(&name.as_str()).then(|| rest.trim())
}

const KEY_NAMES: [&str; 16] = [
    "answer",
    "answers",
    "ans",
    "correct",
    "correct answer",
    "correct answers",
    "right answer",
    "key",
    "answer key",
    "réponse",
    "réponses",
    "bonne réponse",
    "lösung",
    "antwort",
    "respuesta",
    "risposta",
];

/// The key that a line gives.
pub fn key(line: &str) -> Option<&str> {
    after_name(line, &KEY_NAMES).map(|key| key.trim_matches(['*', ' '])).filter(|key| !key.is_empty())
}

const EXPLANATION_NAMES: [&str; 7] =
    ["explanation", "feedback", "rationale", "erklärung", "explication", "explicación", "begründung"];

/// The explanation that a line begins.
pub fn explanation(line: &str) -> Option<&str> {
    after_name(line, &EXPLANATION_NAMES)
}

/// Whether a line gives what a learner has answered, which is no key.
pub fn is_answer_of_learner(line: &str) -> bool {
    after_name(line, &["your answer", "student answer", "your response"]).is_some()
}

/// Whether a line begins with the name of a key or an explanation and a colon.
pub fn is_name(line: &str) -> bool {
    after_name(line, &KEY_NAMES).or_else(|| after_name(line, &EXPLANATION_NAMES)).is_some()
}

/// A key in letters with the note in brackets behind it, such as `B (Explanation: …)`. A note that may name another option
/// is none.
pub fn key_with_note(key: &str) -> Option<(&str, &str)> {
    let (key, note) = key.split_once('(')?;
    let key = key.trim().trim_end_matches([')', '.']);
    let note = note.trim_end_matches(['.', ' ']).strip_suffix(')')?.trim();
    let is_letter = key.len() == 1 && key.bytes().all(|letter| letter.is_ascii_alphabetic());
    let said = note.split_once(':').filter(|(name, _)| {
        let name = name.trim().to_lowercase();
        name == "note" || EXPLANATION_NAMES.contains(&name.as_str())
    });
    let bare = note.replace("e.g.", "").replace("i.e.", "");
    let words = || bare.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let joins = |word: &str| ["or", "and", "not", "oder", "und", "nicht", "ou", "et", "o", "y"].contains(&word);
    let is_plain = || {
        words().next().is_some_and(|first| !joins(&first.to_lowercase()))
            && !words().any(|word| matches!(word.as_bytes(), [b'B'..=b'H' | b'b'..=b'h']))
            && words().count() > 1
    };
    match said {
        _ if !is_letter => None,
        Some((_, said)) => Some((key, said.trim())),
        None => is_plain().then_some((key, note)),
    }
}

/// The points that a line gives.
pub fn points(line: &str) -> Option<f64> {
    after_name(line, &["points", "punkte", "marks"])?.replace(',', ".").parse().ok()
}

/// Whether a word says true or false.
pub fn truth(word: &str) -> Option<bool> {
    match word.trim().trim_end_matches('.').to_lowercase().as_str() {
        "true" | "t" | "wahr" | "richtig" | "vrai" | "verdadero" | "vero" => Some(true),
        "false" | "f" | "falsch" | "faux" | "falso" => Some(false),
        _ => None,
    }
}
