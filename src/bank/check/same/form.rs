//! Whether a question is about how values are written, or in which steps: then equal values are no flaw. Knows some words of
//! English and how such words begin in other languages; a question in a language that is not among them is taken to be
//! about values.

/// Words of prompts that ask how a value is written, so that options may be equal in value.
#[rustfmt::skip]
const FORMS: &[&str] = &[
    "accuracy", "binary", "comma", "commas", "convert", "converted", "decimal", "decimals", "digit", "digits", "expanded", "exponent",
    "exponential", "exponents", "express", "expressed", "figures", "form", "format", "fraction", "hexadecimal", "literal", "lowest",
    "mixed", "notation", "numeral", "numerals", "output", "percent", "percentage", "places", "power", "powers", "print", "prints", "ratio",
    "reduce", "reduced", "round", "rounded", "scientific", "separator", "significant", "simplest", "simplified", "simplify", "spelled",
    "spelt", "standard", "syntax", "unit", "units", "write", "written",
];
/// How such words begin in other languages.
#[rustfmt::skip]
const FORM_BEGINNINGS: &[&str] = &[
    "arredond", "arrond", "arrotond", "avrund", "breuk", "bruch", "brüch", "bråk", "convert", "científic", "dezimal", "décimal", "écri",
    "einheit", "escrib", "escrev", "espon", "expon", "exposant", "fracci", "fração", "frazion", "gekürzt", "gerundet", "kürz", "notaci",
    "notaz", "porcent", "potenz", "potęg", "pourcent", "prozent", "procent", "puissance", "redond", "rund", "schreib", "schreibweise",
    "schrijf", "scientif", "scriv", "simplif", "skriv", "umwandel", "unidad", "unità", "unité", "wandl", "wissenschaft", "zaokr", "zapis",
    "ułam", "дроб", "запи", "округл", "степен",
];
/// How words begin that ask for steps, or for how exact a value is: an order of those may go through one value twice.
#[rustfmt::skip]
const STEP_BEGINNINGS: &[&str] = &[
    "accura", "calculat", "exact", "figures", "genau", "lines", "precis", "precís", "präzis", "rechen", "rechn", "schritt", "signific",
    "signifik", "solution", "solv", "step", "stap", "steg", "working", "calcul", "cálcul", "étape", "paso", "passi", "passo", "krok",
    "lösung", "berekening", "räkn", "шаг", "вычисл", "точн",
];

/// Whether a text asks how a value is written.
pub(super) fn asks_for_form(text: &str) -> bool {
    has_word(text, |word| FORMS.contains(&word) || begins(word, FORM_BEGINNINGS))
}

/// Whether a text asks for steps or for exactness.
pub(super) fn asks_for_steps(text: &str) -> bool {
    has_word(text, |word| begins(word, STEP_BEGINNINGS))
}

fn begins(word: &str, beginnings: &[&str]) -> bool {
    beginnings.iter().any(|beginning| word.starts_with(beginning))
}

fn has_word(text: &str, is_one: impl Fn(&str) -> bool) -> bool {
    text.to_lowercase().split(|sign: char| !sign.is_alphanumeric()).any(is_one)
}
