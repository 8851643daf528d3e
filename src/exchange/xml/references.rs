//! What references such as `&amp;` and `&nbsp;` stand for, also those that no file declares. Knows no element.

use quick_xml::escape::resolve_predefined_entity;

/// The longest name of a reference, and more.
const LONGEST_NAME: usize = 12;

/// An attribute's value. An ampersand that begins no reference stands for itself.
pub(super) fn unescaped(value: &str) -> String {
    let mut meaning = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('&') {
        meaning.push_str(before);
        let end = after.bytes().take(LONGEST_NAME).position(|sign| sign == b';');
        let found = end.map(|end| (&after[..end], &after[end + 1..]));
        match found.filter(|(name, _)| !name.contains([' ', '&'])) {
            Some((name, behind)) => {
                meaning.push_str(&meant(name));
                rest = behind;
            }
            None => {
                meaning.push('&');
                rest = after;
            }
        }
    }
    meaning + rest
}

/// What a reference stands for; one that is not known stands as it is written.
pub(super) fn meant(name: &str) -> String {
    let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => number.parse().ok(),
    });
    let of_html = || HTML_NAMES.iter().find(|(known, _)| *known == name).map(|(_, sign)| *sign);
    let sign = number.and_then(char::from_u32).map(String::from);
    sign.or_else(|| resolve_predefined_entity(name).or_else(of_html).map(str::to_owned))
        .unwrap_or_else(|| format!("&{name};"))
}

/// Names of HTML that files use without declaring them.
const HTML_NAMES: &[(&str, &str)] = &[
    ("nbsp", "\u{A0}"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("bdquo", "„"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("hellip", "…"),
    ("bull", "•"),
    ("middot", "·"),
    ("times", "×"),
    ("divide", "÷"),
    ("minus", "−"),
    ("plusmn", "±"),
    ("deg", "°"),
    ("micro", "µ"),
    ("copy", "©"),
    ("reg", "®"),
    ("trade", "™"),
    ("euro", "€"),
    ("pound", "£"),
    ("sect", "§"),
    ("frac12", "½"),
    ("sup2", "²"),
    ("sup3", "³"),
    ("le", "≤"),
    ("ge", "≥"),
    ("ne", "≠"),
    ("asymp", "≈"),
    ("infin", "∞"),
    ("rarr", "→"),
    ("larr", "←"),
    ("alpha", "α"),
    ("beta", "β"),
    ("gamma", "γ"),
    ("delta", "δ"),
    ("Delta", "Δ"),
    ("pi", "π"),
    ("sigma", "σ"),
    ("omega", "ω"),
    ("Omega", "Ω"),
    ("auml", "ä"),
    ("ouml", "ö"),
    ("uuml", "ü"),
    ("Auml", "Ä"),
    ("Ouml", "Ö"),
    ("Uuml", "Ü"),
    ("szlig", "ß"),
    ("eacute", "é"),
    ("egrave", "è"),
    ("ecirc", "ê"),
    ("agrave", "à"),
    ("aacute", "á"),
    ("acirc", "â"),
    ("ccedil", "ç"),
    ("iacute", "í"),
    ("icirc", "î"),
    ("oacute", "ó"),
    ("ocirc", "ô"),
    ("uacute", "ú"),
    ("ugrave", "ù"),
    ("ntilde", "ñ"),
    ("iexcl", "¡"),
    ("iquest", "¿"),
    ("aring", "å"),
    ("oslash", "ø"),
    ("aelig", "æ"),
];
