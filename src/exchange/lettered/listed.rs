//! What a line of a key list says: its heading, and the keys behind numbers. Looks at no other line.

use super::signs::{self, Sign, truth};

/// The number of a question with the key that a list gives it; none where it gives words.
pub type Listed = (u32, Option<String>);

/// A line that says that keys follow.
#[derive(Debug, PartialEq, Eq)]
pub enum Heading<'l> {
    /// It says no more than that.
    Alone,
    /// What stands behind it, and whether the heading is one that no single question has.
    Before(&'l str, bool),
}

/// What stands above lists.
const LIST_NAMES: [&str; 20] = [
    "answers",
    "answer key",
    "answer keys",
    "answer list",
    "correct answers",
    "key",
    "keys",
    "solutions",
    "lösungen",
    "antworten",
    "lösungsschlüssel",
    "réponses",
    "bonnes réponses",
    "corrigé",
    "corrigés",
    "respuestas",
    "soluciones",
    "risposte",
    "soluzioni",
    "antwoorden",
];

/// What stands before the key of one question, too.
const SINGLE_NAMES: [&str; 7] = ["answer", "solution", "lösung", "antwort", "réponse", "respuesta", "risposta"];

/// The heading of a list of keys.
pub fn heading(line: &str) -> Option<Heading<'_>> {
    let line = line.trim_matches(['#', '*', '=', ' ']);
    let is_sign = |sign: char| matches!(sign, ':' | '：' | '-' | '–' | '=' | ' ' | '*');
    let is_list = |words: &str| {
        let name = words.trim_matches(is_sign).to_lowercase();
        let is_list = LIST_NAMES.contains(&name.as_str());
        (is_list || SINGLE_NAMES.contains(&name.as_str())).then_some(is_list)
    };
    if let Some(is_list) = is_list(line) {
        return (is_list || line.to_lowercase() == "lösung").then_some(Heading::Alone);
    }
    let end = line.find(|sign: char| matches!(sign, ':' | '：' | '–') || sign.is_ascii_digit())?;
    let is_list = is_list(&line[..end])?;
    Some(Heading::Before(line[end..].trim_start_matches([':', '：', '–', '*', ' ']), is_list))
}

/// The keys of a line of a list; the words of the option may stand behind its letter where a line has one key.
pub fn line(line: &str) -> Option<Vec<Listed>> {
    let keys = keys(line);
    if keys.as_ref().is_some_and(|keys| keys.len() > 1) {
        return keys;
    }
    with_words(line).map(|key| vec![key]).or(keys)
}

/// The number of a line of a list that gives a short answer in words.
pub fn words(line: &str) -> Option<u32> {
    let (number, words) = signs::number(line).filter(|_| line.starts_with(|sign: char| sign.is_ascii_digit()))?;
    (1..5).contains(&words.split_whitespace().count()).then_some(number).filter(|_| !words.ends_with(['?', ':']))
}

/// The keys behind numbers, such as `1. B  2. A, C` or `1b, 2ac`; `None` where it is no such list. Words among letters are no
/// keys, and lose none of the others.
pub fn keys(line: &str) -> Option<Vec<Listed>> {
    const BETWEEN: [char; 14] = ['.', ')', ':', '-', '=', ',', ';', '(', '\t', '–', '/', '|', '→', '&'];
    let spaced = line.replace(BETWEEN, " ");
    let mut keys: Vec<(u32, String, bool)> = Vec::new();
    for part in spaced.split_whitespace() {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        let (number, letters) = part.split_at(digits);
        let number: Option<u32> = if number.is_empty() { None } else { Some(number.parse().ok()?) };
        let is_in_words = keys.last().is_some_and(|(last, _, is_words)| *is_words && number != last.checked_add(1));
        match number {
            Some(_) if is_in_words => continue,
            Some(number) => keys.push((number, String::new(), false)),
            None => {}
        }
        let (_, key, is_words) = keys.last_mut()?;
        let letters: Vec<&str> = match letters {
            "" => continue,
            word if truth(word).is_some() => vec![word],
            run if is_run(run) => run.split("").filter(|letter| !letter.is_empty()).collect(),
            _ => {
                *is_words = true;
                continue;
            }
        };
        for letter in letters {
            if !key.is_empty() {
                key.push_str(", ");
            }
            key.push_str(letter);
        }
    }
    let in_words = keys.iter().filter(|(_, _, is_words)| *is_words).count();
    // Words behind the last key may be anything.
    let is_list = keys.iter().all(|(_, key, is_words)| *is_words || !key.is_empty())
        && 2 * in_words < keys.len()
        && keys.last().is_some_and(|(_, _, is_words)| !is_words);
    is_list.then(|| keys.into_iter().map(|(number, key, is_words)| (number, (!is_words).then_some(key))).collect())
}

/// Whether letters of options follow each other, such as `b` or `ACD`.
fn is_run(letters: &str) -> bool {
    let letters = letters.as_bytes();
    let is_sorted = || letters.is_sorted_by(|before, after| before.to_ascii_lowercase() < after.to_ascii_lowercase());
    match letters {
        [letter] => letter.is_ascii_alphabetic(),
        _ => letters.iter().all(|letter| matches!(letter, b'a'..=b'h' | b'A'..=b'H')) && is_sorted(),
    }
}

/// A line of a key list that repeats the words of the option, such as `1. b) Paris`.
fn with_words(line: &str) -> Option<Listed> {
    let (number, key) = signs::number(line)?;
    let start = signs::option(key)?;
    (matches!(start.sign, Sign::Letter(_)) && !start.text.is_empty()).then(|| (number, Some(key.to_owned())))
}
