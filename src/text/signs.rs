//! Which Unicode signs stand for the commands and scripts of TeX. Holds tables only.

use ratex_font::{Mode, get_symbol};

/// The sign of a command such as `\alpha`; `None` for one that has no sign of its own.
pub(super) fn of_command(name: &str) -> Option<char> {
    let own = match name {
        "varepsilon" => 'ε',
        "epsilon" => 'ϵ',
        "to" | "rightarrow" => '→',
        "implies" => '⇒',
        "iff" => '⇔',
        "dots" | "ldots" => '…',
        "cdots" => '⋯',
        "degree" => '°',
        "lvert" | "rvert" | "vert" => '|',
        "lVert" | "rVert" | "Vert" => '‖',
        "prime" => '′',
        "backslash" => '\\',
        "ast" => '*',
        _ => return get_symbol(&format!("\\{name}"), Mode::Math)?.codepoint,
    };
    Some(own)
}

/// Commands that are words: functions, and limits of them.
pub(super) fn is_function(name: &str) -> bool {
    const FUNCTIONS: &[&str] = &[
        "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "det", "dim", "exp", "gcd",
        "hom", "inf", "ker", "lg", "lim", "liminf", "limsup", "ln", "log", "max", "min", "Pr", "sec", "sin", "sinh",
        "sup", "tan", "tanh",
    ];
    FUNCTIONS.contains(&name)
}

/// Commands whose braces hold text or maths that is read as it stands.
pub(super) fn is_style(name: &str) -> bool {
    const STYLES: &[&str] = &[
        "text",
        "textrm",
        "textbf",
        "textit",
        "textsf",
        "texttt",
        "textnormal",
        "mathrm",
        "mathbf",
        "mathit",
        "mathsf",
        "mathtt",
        "mathcal",
        "mathfrak",
        "mathscr",
        "mathnormal",
        "boldsymbol",
        "bm",
        "operatorname",
        "mbox",
        "hbox",
        "boxed",
        "underline",
        "overbrace",
        "underbrace",
        "mathop",
        "mathbin",
        "mathrel",
        "mathord",
        "ensuremath",
        "emph",
    ];
    STYLES.contains(&name)
}

/// The sign that is put over the letter before it.
pub(super) fn accent(name: &str) -> Option<char> {
    Some(match name {
        "hat" | "widehat" => '\u{302}',
        "bar" | "overline" => '\u{304}',
        "dot" => '\u{307}',
        "ddot" => '\u{308}',
        "tilde" | "widetilde" => '\u{303}',
        "vec" | "overrightarrow" => '\u{20D7}',
        "acute" => '\u{301}',
        "grave" => '\u{300}',
        "check" => '\u{30C}',
        "breve" => '\u{306}',
        "mathring" => '\u{30A}',
        _ => return None,
    })
}

/// A letter with a double stroke, as for sets of numbers.
pub(super) fn double_struck(letter: char) -> char {
    match letter {
        'C' => 'ℂ',
        'H' => 'ℍ',
        'N' => 'ℕ',
        'P' => 'ℙ',
        'Q' => 'ℚ',
        'R' => 'ℝ',
        'Z' => 'ℤ',
        _ => letter,
    }
}

/// `text` raised, where each of its signs has a raised form.
pub(super) fn raised(text: &str) -> Option<String> {
    each(
        text,
        "0123456789+−-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW′*βγδθφχ",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ′*ᵝᵞᵟᶿᵠᵡ",
    )
}

/// `text` lowered, where each of its signs has a lowered form.
pub(super) fn lowered(text: &str) -> Option<String> {
    each(text, "0123456789+−-=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")
}

fn each(text: &str, from: &str, to: &str) -> Option<String> {
    let one = |sign: char| from.chars().position(|known| known == sign).and_then(|place| to.chars().nth(place));
    let signs = text.chars().filter(|sign| *sign != ' ');
    signs.map(one).collect()
}

/// A fraction with a sign of its own.
pub(super) fn vulgar(numerator: &str, denominator: &str) -> Option<char> {
    Some(match (numerator, denominator) {
        ("1", "2") => '½',
        ("1", "3") => '⅓',
        ("2", "3") => '⅔',
        ("1", "4") => '¼',
        ("3", "4") => '¾',
        ("1", "5") => '⅕',
        ("2", "5") => '⅖',
        ("3", "5") => '⅗',
        ("4", "5") => '⅘',
        ("1", "6") => '⅙',
        ("5", "6") => '⅚',
        ("1", "8") => '⅛',
        ("3", "8") => '⅜',
        ("5", "8") => '⅝',
        ("7", "8") => '⅞',
        _ => return None,
    })
}

/// Whether a sign joins what stands on both its sides, and has space around it.
pub(super) fn is_joining(sign: char) -> bool {
    matches!(
        sign,
        '+' | '−'
            | '±'
            | '∓'
            | '×'
            | '÷'
            | '·'
            | '⋅'
            | '='
            | '≠'
            | '<'
            | '>'
            | '≤'
            | '≥'
            | '≪'
            | '≫'
            | '≈'
            | '≃'
            | '≅'
            | '∼'
            | '≡'
            | '∝'
            | '→'
            | '←'
            | '↔'
            | '⇒'
            | '⇐'
            | '⇔'
            | '↦'
            | '⇌'
            | '∈'
            | '∉'
            | '⊂'
            | '⊆'
            | '⊃'
            | '⊇'
            | '∪'
            | '∩'
            | '∧'
            | '∨'
            | '∘'
            | '⊗'
            | '⊕'
            | '∣'
            | '∥'
            | '⟂'
            | '⊥'
            | '⟶'
            | '⟹'
            | '⟺'
    )
}
