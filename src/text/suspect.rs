//! Finds dollar signs that were meant to hold maths and do not, and control characters in maths. Judges no TeX.

use super::signs;
use crate::text::masking::{Hidden, Masked};

/// Maths in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maths {
    /// TeX without the `$` around it.
    pub tex: String,
    /// Whether it stands on a line of its own.
    pub is_display: bool,
}

/// A dollar sign that something is wrong with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suspect {
    /// A control character, which a plain RON text makes of `\t`, `\r` or `\n`.
    Control {
        /// What was most likely written, such as `\times`.
        command: String,
    },
    /// A sign that opens no maths although TeX stands behind it.
    Unclosed {
        /// The text from there on, cut short.
        near: String,
    },
    /// TeX without dollar signs: between `\(` and `\)`, or a command that stands bare.
    Bare {
        /// The text from there on, cut short.
        near: String,
    },
}

/// So many characters show where a sign stands.
const NEAR_CHARS: usize = 20;
/// So many bytes behind a sign are looked at.
const REACH_BYTES: usize = 200;

impl Maths {
    /// Takes `$x$` or `$$x$$` out of its signs.
    pub(super) fn of_source(source: &str) -> Self {
        let display = source.strip_prefix("$$").and_then(|rest| rest.strip_suffix("$$"));
        let inside = display.or_else(|| source.strip_prefix('$')?.strip_suffix('$')).unwrap_or(source);
        Self { tex: inside.trim().to_owned(), is_display: display.is_some() }
    }
}

/// Every formula of a text, in its order.
pub fn formulas(text: &str) -> Vec<Maths> {
    if !text.contains('$') || text.len() > super::LONGEST_BYTES {
        return Vec::new();
    }
    let masked = Masked::new(text);
    let source =
        |hidden: &Hidden| if let Hidden::Maths(source) = hidden { Some(Maths::of_source(source)) } else { None };
    masked.hidden().iter().filter_map(source).collect()
}

/// Every dollar sign that something is wrong with.
pub fn suspects(text: &str) -> Vec<Suspect> {
    if !may_have_any(text) || text.len() > super::LONGEST_BYTES {
        return Vec::new();
    }
    let masked = Masked::new(text);
    let mut found = Vec::new();
    for hidden in masked.hidden() {
        if let Hidden::Maths(source) = hidden {
            found.extend(control_in(source, true));
        }
    }
    // What is left of the text has no maths in it, and no code that could hold a `$`.
    let words = masked.words_alone();
    let mut at = 0;
    while let Some(offset) = words[at..].find(['$', '\\']) {
        at += offset;
        let rest = &words[at..];
        if let Some(escaped) = rest.strip_prefix('\\') {
            if let Some(length) = bare_length(&words[..at], rest) {
                found.push(Suspect::Bare { near: rest.chars().take(NEAR_CHARS).collect() });
                at += length;
                continue;
            }
            at += 1 + escaped.chars().next().map_or(0, char::len_utf8);
            continue;
        }
        let length = if rest.starts_with("$$") { 2 } else { 1 };
        let behind = near_paragraph(&rest[length..]);
        let inside = behind.split('$').next().unwrap_or_default();
        if let Some(suspect) = control_in(inside, false) {
            found.push(suspect);
            // The sign that was to close this formula opens none.
            at += length + inside.len();
        } else if looks_like_tex(behind) || is_spaced_formula(behind) {
            let near: String = rest.chars().take(NEAR_CHARS).collect();
            found.push(Suspect::Unclosed { near });
            at += length + inside.len();
        }
        at += words[at..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

/// Whether a text may hold a suspect, told by its signs alone.
pub fn may_have_any(text: &str) -> bool {
    text.contains(['$', '\\'])
}

/// How many bytes of `rest`, which begins with a backslash, are TeX that stands without dollar signs: `\(x\)`, `\[x^2\]`,
/// or a command of TeX's maths with a brace behind it, to the end of its word. A path such as `C:\text` is none.
fn bare_length(before: &str, rest: &str) -> Option<usize> {
    let pair = |open: &str, close: &str| {
        let inside = rest.strip_prefix(open)?;
        let end = near_paragraph(inside).find(close)?;
        Some((&inside[..end], open.len() + end + close.len()))
    };
    if let Some((inside, length)) = pair(r"\(", r"\)").filter(|(inside, _)| !inside.trim().is_empty()) {
        return (inside.len() <= 3 || inside.contains(['\\', '^', '_', '=', '+', '{'])).then_some(length);
    }
    if let Some((inside, length)) = pair(r"\[", r"\]") {
        return inside.contains(['\\', '^', '_', '=', '{']).then_some(length);
    }
    // No command is as long as what is near.
    let letters = rest[1..].chars().take(REACH_BYTES).take_while(char::is_ascii_alphabetic);
    let name: String = letters.collect();
    let is_inside_word = before.ends_with(|sign: char| sign.is_alphanumeric() || matches!(sign, ':' | '\\'));
    let is_maths =
        matches!(&*name, "frac" | "dfrac" | "sqrt" | "binom" | "mathrm" | "mathbb" | "text") || is_command(&name);
    let begins = is_maths && !is_inside_word && rest[1 + name.len()..].starts_with('{');
    let is_closed = || near_paragraph(rest).split(char::is_whitespace).next().unwrap_or_default().contains('}');
    (begins && is_closed()).then(|| rest.find(char::is_whitespace).unwrap_or(rest.len()))
}

/// Whether a formula stands behind a `$` with spaces inside its two signs: `$ 3x - 12 $`. Words are none: "5 $ and 6 $".
fn is_spaced_formula(behind: &str) -> bool {
    const LONGEST_BYTES: usize = 60;
    let Some(inside) = behind.strip_prefix(' ').and_then(|rest| rest.split_once(" $")).map(|(inside, _)| inside) else {
        return false;
    };
    let is_word = |run: &str| run.chars().count() >= 3 && !signs::is_function(run);
    let has_word = inside.split(|sign: char| !sign.is_alphabetic()).any(is_word);
    let has_sign = inside.contains(['=', '+', '-', '−', '<', '>', '/', '*', '·']);
    let is_letter = inside.trim().chars().count() == 1 && inside.trim().chars().all(char::is_alphabetic);
    inside.len() <= LONGEST_BYTES && !has_word && (has_sign || is_letter)
}

/// The text up to the end of its paragraph, and no more than [`REACH_BYTES`].
fn near_paragraph(text: &str) -> &str {
    text[..text.floor_char_boundary(REACH_BYTES)].split("\n\n").next().unwrap_or_default()
}

/// Whether TeX stands behind a `$`: in the same word where a digit follows, as sums of money have one, else anywhere
/// near.
fn looks_like_tex(behind: &str) -> bool {
    let is_money = behind.starts_with(|sign: char| sign.is_ascii_digit());
    let looked_at = if is_money { behind.split_whitespace().next().unwrap_or_default() } else { behind };
    let has_command = looked_at
        .match_indices('\\')
        .any(|(at, _)| looked_at[at + 1..].starts_with(|sign: char| sign.is_ascii_alphabetic()));
    has_command || looked_at.contains('^') || looked_at.contains("_{")
}

/// A control character that stands where a command of TeX should. In maths any will do but a line break; around it
/// only what completes a command that there is.
fn control_in(source: &str, is_maths: bool) -> Option<Suspect> {
    source.char_indices().filter(|(_, sign)| sign.is_control()).find_map(|(at, sign)| {
        let letter = match sign {
            '\t' => 't',
            '\r' => 'r',
            '\n' => 'n',
            _ => return is_maths.then(|| Suspect::Control { command: sign.escape_default().to_string() }),
        };
        let rest = &source[at + 1..];
        let tail: String = rest.chars().take_while(char::is_ascii_alphabetic).collect();
        let command = format!("{letter}{tail}");
        let is_line_break = sign == '\n' || (sign == '\r' && rest.starts_with('\n'));
        // A line of displayed maths may begin with a letter that would complete `\nu`, or be indented.
        let is_layout = is_line_break || (source.starts_with("$$") && source[..at].ends_with(char::is_whitespace));
        let is_told = if is_maths { !is_layout } else { !tail.is_empty() && is_command(&command) };
        is_told.then(|| Suspect::Control { command: format!("\\{command}") })
    })
}

/// Whether there is such a command among those that a plain text spoils.
fn is_command(name: &str) -> bool {
    const OTHERS: &[&str] =
        &["tfrac", "text", "textbf", "textit", "textrm", "tag", "right", "rm", "not", "newline", "nolimits"];
    OTHERS.contains(&name)
        || signs::is_function(name)
        || signs::accent(name).is_some()
        || signs::of_command(name).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[Suspect]) {
        assert_eq!(suspects(text), expected, "{text:?}");
    }

    fn control(command: &str) -> Suspect {
        Suspect::Control { command: command.to_owned() }
    }

    fn unclosed(near: &str) -> Suspect {
        Suspect::Unclosed { near: near.to_owned() }
    }

    #[test]
    fn commands_that_a_plain_text_spoils_are_found() {
        check("$5 \times 3$", &[control(r"\times")]);
        check("is $\times 3$ so?", &[control(r"\times")]);
        check("is $\nu$ so?", &[control(r"\nu")]);
        check("is $\rho$ so?", &[control(r"\rho")]);
        check("$a\u{1}b$", &[control(r"\u{1}")]);
        check("$$\tau_E$$", &[control(r"\tau")]);
    }

    #[test]
    fn signs_that_open_no_maths_are_found() {
        check(r"Solve $x^2 = 4 for x.", &[unclosed(r"$x^2 = 4 for x.")]);
        check(r"Solve $ x^2 = 4 $ for x.", &[unclosed(r"$ x^2 = 4 $ for x.")]);
        check(r"$\frac{1}{2}", &[unclosed(r"$\frac{1}{2}")]);
        check("$5^2 is", &[unclosed("$5^2 is")]);
        check("$$\nx^2\n\n$$", &[unclosed("$$\nx^2\n\n$$")]);
        check("Solve $ 3x - 12 $ now", &[unclosed("$ 3x - 12 $ now")]);
    }

    #[test]
    fn tex_without_dollar_signs_is_found() {
        let bare = |near: &str| Suspect::Bare { near: near.to_owned() };
        check(r"Is \(x^2\) so?", &[bare(r"\(x^2\) so?")]);
        check(r"\[x = 1\]", &[bare(r"\[x = 1\]")]);
        check(r"Reduce \frac{6}{8}!", &[bare(r"\frac{6}{8}!")]);
        for text in [
            r"`\frac{1}{2}` is code",
            r"C:\text{1}",
            r"\[a note\]",
            r"\(which is so\)",
            r"$\frac{1}{2}$",
            r"\frac is one",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn money_code_and_sound_maths_are_let_be() {
        for text in [
            "It costs $5 and $6.",
            "$5 for 10^6 of them",
            "PHP's $name and $value",
            "`$x^2` is code",
            r"\$x^2",
            "$x^2$ and $$\n\tx\nu\n$$",
            "$$a\r\nb$$",
            "costs $5\tand $6",
            "5 $ and 6 $",
            "US$",
            "",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn formulas_are_found_in_their_order() {
        let found = formulas("`$c$` $x$ then $$ y $$ and $5");
        let expected = [("x", false), ("y", true)];
        assert_eq!(found, expected.map(|(tex, is_display)| Maths { tex: tex.to_owned(), is_display }));
    }
}
