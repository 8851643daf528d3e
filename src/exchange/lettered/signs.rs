//! What the beginning of a line says it is. Remembers no line before.

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
    let text = rest.strip_prefix(['•', '·', '▪', '◦', '\u{f0b7}']).or_else(|| rest.strip_prefix("- "))?;
    let (is_starred_after, text) = starred(text.trim());
    Some(OptionStart { sign: Sign::Bullet, is_ticked: is_starred || is_starred_after, text })
}

fn starred(text: &str) -> (bool, &str) {
    text.strip_prefix('*').filter(|rest| !rest.starts_with('*')).map_or((false, text), |rest| (true, rest.trim_start()))
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

/// The key that a line gives.
pub fn key(line: &str) -> Option<&str> {
    const NAMES: [&str; 16] = [
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
    after_name(line, &NAMES).filter(|key| !key.is_empty())
}

/// The explanation that a line begins.
pub fn explanation(line: &str) -> Option<&str> {
    const NAMES: [&str; 7] =
        ["explanation", "feedback", "rationale", "erklärung", "explication", "explicación", "begründung"];
    after_name(line, &NAMES)
}

/// The points that a line gives.
pub fn points(line: &str) -> Option<f64> {
    after_name(line, &["points", "punkte", "marks"])?.replace(',', ".").parse().ok()
}

/// A line that says that keys follow.
#[derive(Debug, PartialEq, Eq)]
pub enum KeyHeading<'l> {
    /// It says no more than that.
    Alone,
    /// What stands behind it, and whether the heading is one that no single question has.
    Before(&'l str, bool),
}

/// The heading of a list of keys.
pub fn key_heading(line: &str) -> Option<KeyHeading<'_>> {
    // The first of them stand above lists alone.
    const NAMES: [&str; 27] = [
        "answers",
        "answer key",
        "answer keys",
        "answer list",
        "correct answers",
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
        "key",
        "answer",
        "solution",
        "lösung",
        "antwort",
        "réponse",
        "respuesta",
        "risposta",
    ];
    const LISTS_ALONE: usize = 19;
    let line = line.trim_matches(['#', '*', '=', ' ']);
    let is_sign = |sign: char| matches!(sign, ':' | '：' | '-' | '–' | '=' | ' ' | '*');
    let place = |words: &str| NAMES.iter().position(|name| *name == words.trim_matches(is_sign).to_lowercase());
    if let Some(place) = place(line) {
        return (place <= LISTS_ALONE || line.to_lowercase() == "lösung").then_some(KeyHeading::Alone);
    }
    let end = line.find(|sign: char| matches!(sign, ':' | '：' | '–') || sign.is_ascii_digit())?;
    let place = place(&line[..end])?;
    Some(KeyHeading::Before(line[end..].trim_start_matches([':', '：', '–', '*', ' ']), place < LISTS_ALONE))
}

/// The keys of a line of a key list, such as `1. B  2. A, C` or `1b, 2ac`; `None` where it holds something else.
pub fn listed_keys(line: &str) -> Option<Vec<(u32, String)>> {
    const BETWEEN: [char; 14] = ['.', ')', ':', '-', '=', ',', ';', '(', '\t', '–', '/', '|', '→', '&'];
    let spaced = line.replace(BETWEEN, " ");
    let mut keys: Vec<(u32, String)> = Vec::new();
    for part in spaced.split_whitespace() {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        let (number, letters) = part.split_at(digits);
        if !number.is_empty() {
            keys.push((number.parse().ok()?, String::new()));
        }
        let letters: Vec<&str> = match letters {
            "" => continue,
            word if truth(word).is_some() => vec![word],
            run if is_run(run) => run.split("").filter(|letter| !letter.is_empty()).collect(),
            _ => return None,
        };
        let (_, key) = keys.last_mut()?;
        for letter in letters {
            if !key.is_empty() {
                key.push_str(", ");
            }
            key.push_str(letter);
        }
    }
    (!keys.is_empty() && keys.iter().all(|(_, key)| !key.is_empty())).then_some(keys)
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
pub fn listed_key_with_words(line: &str) -> Option<(u32, String)> {
    let (number, key) = number(line)?;
    let start = option(key)?;
    (matches!(start.sign, Sign::Letter(_)) && !start.text.is_empty()).then(|| (number, key.to_owned()))
}

/// Whether a word says true or false.
pub fn truth(word: &str) -> Option<bool> {
    match word.trim().trim_end_matches('.').to_lowercase().as_str() {
        "true" | "t" | "wahr" | "richtig" | "vrai" | "verdadero" | "vero" => Some(true),
        "false" | "f" | "falsch" | "faux" | "falso" => Some(false),
        _ => None,
    }
}
