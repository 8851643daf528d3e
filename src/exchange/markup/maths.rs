//! Formulas in other programs' spellings as TeX between dollars, and MathML as TeX. Knows no blocks.

use super::Purpose;
use super::escape::escaped;
use super::events::Event;

/// How formulas are marked in texts: what opens one, what closes it, and whether it stands on a line of its own.
const MARKS: [(&str, &str, bool); 7] = [
    (r"\(", r"\)", false),
    (r"\[", r"\]", true),
    ("$$", "$$", true),
    ("[tex]", "[/tex]", false),
    ("[latex]", "[/latex]", false),
    ("[$$]", "[/$$]", true),
    ("[$]", "[/$]", false),
];

/// Words with formulas among them, the words escaped.
pub(super) fn words_and_formulas(words: &str, purpose: Purpose) -> String {
    if purpose == Purpose::Plain || !words.contains(['\\', '$', '[']) {
        return escaped(words, purpose);
    }
    let mut text = String::new();
    let mut rest = words;
    while let Some((at, open, close, is_display)) = next_mark(rest) {
        let inside = &rest[at + open.len()..];
        let Some(end) = inside.find(close) else {
            text.push_str(&escaped(&rest[..at + open.len()], purpose));
            rest = inside;
            continue;
        };
        let tex = inside[..end].trim();
        let whole = at + open.len() + end + close.len();
        match formula(tex, is_display) {
            Some(formula) => {
                text.push_str(&escaped(&rest[..at], purpose));
                text.push_str(&formula);
            }
            None => text.push_str(&escaped(&rest[..whole], purpose)),
        }
        rest = &rest[whole..];
    }
    text + &escaped(rest, purpose)
}

/// TeX as it stands in a text of a bank; `None` where it has a dollar of its own, or nothing in it.
pub(super) fn formula(tex: &str, is_display: bool) -> Option<String> {
    let tex = tex.trim().replace(['\n', '\r', '\u{a0}'], " ");
    if tex.is_empty() || tex.contains('$') {
        return None;
    }
    Some(if is_display { format!("$${tex}$$") } else { format!("${tex}$") })
}

fn next_mark(text: &str) -> Option<(usize, &'static str, &'static str, bool)> {
    let mut from = 0;
    while let Some(at) = text[from..].find(['\\', '$', '[']).map(|at| from + at) {
        if let Some((open, close, is_display)) = MARKS.into_iter().find(|(open, ..)| text[at..].starts_with(open)) {
            return Some((at, open, close, is_display));
        }
        from = at + 1;
    }
    None
}

/// An element of MathML.
#[derive(Debug, Default)]
struct Element {
    name: String,
    text: String,
    /// TeX that an annotation has.
    tex: Option<String>,
    open: String,
    close: String,
    children: Vec<Element>,
}

/// So deep formulas nest; deeper ones are none.
const DEEPEST: usize = 64;

/// The TeX of MathML: the events between `<math>` and `</math>`.
pub(super) fn tex_of_mathml(events: &[Event]) -> Option<String> {
    let mut stack = vec![Element::default()];
    for event in events {
        match event {
            Event::Start { name, is_closed, .. } => {
                let fence = |wanted: &str, usual: &str| {
                    let found = event.attribute(wanted);
                    if found.is_empty() { usual.to_owned() } else { found.to_owned() }
                };
                let is_tex = event.attribute("encoding").contains("tex");
                let element = Element {
                    name: name.clone(),
                    tex: is_tex.then(String::new),
                    open: fence("open", "("),
                    close: fence("close", ")"),
                    ..Element::default()
                };
                stack.push(element);
                if *is_closed {
                    close(&mut stack);
                }
                if stack.len() > DEEPEST {
                    return None;
                }
            }
            Event::End { .. } if stack.len() > 1 => close(&mut stack),
            Event::End { .. } => {}
            Event::Text(text) => {
                if let Some(last) = stack.last_mut() {
                    last.text.push_str(text.trim());
                }
            }
        }
    }
    while stack.len() > 1 {
        close(&mut stack);
    }
    let root = stack.pop()?;
    let tex = annotation(&root).unwrap_or_else(|| joined(&root.children));
    (!tex.trim().is_empty()).then_some(tex)
}

fn close(stack: &mut Vec<Element>) {
    let Some(element) = stack.pop() else { return };
    if let Some(parent) = stack.last_mut() {
        parent.children.push(element);
    }
}

fn annotation(element: &Element) -> Option<String> {
    match &element.tex {
        Some(_) if !element.text.is_empty() => Some(element.text.clone()),
        _ => element.children.iter().find_map(annotation),
    }
}

fn joined(elements: &[Element]) -> String {
    let mut tex = String::new();
    for part in elements.iter().map(tex_of) {
        let needs_space = tex.rsplit('\\').next().is_some_and(|end| {
            tex.contains('\\') && !end.is_empty() && end.chars().all(|sign| sign.is_ascii_alphabetic())
        });
        if needs_space && part.starts_with(|sign: char| sign.is_alphanumeric()) {
            tex.push(' ');
        }
        tex.push_str(&part);
    }
    tex
}

fn tex_of(element: &Element) -> String {
    let child = |at: usize| element.children.get(at).map(tex_of).unwrap_or_default();
    let all = || joined(&element.children);
    match element.name.as_str() {
        "mn" => element.text.clone(),
        "mi" => letters(&element.text),
        "mo" => operator(&element.text),
        "mtext" | "ms" => format!("\\text{{{}}}", element.text.replace(['{', '}', '\\', '$'], "")),
        "mspace" => "\\ ".into(),
        "msup" => format!("{{{}}}^{{{}}}", child(0), child(1)),
        "msub" => format!("{{{}}}_{{{}}}", child(0), child(1)),
        "msubsup" => format!("{{{}}}_{{{}}}^{{{}}}", child(0), child(1), child(2)),
        "mfrac" => format!("\\frac{{{}}}{{{}}}", child(0), child(1)),
        "msqrt" => format!("\\sqrt{{{}}}", all()),
        "mroot" => format!("\\sqrt[{}]{{{}}}", child(1), child(0)),
        "mover" => match element.children.get(1).map(|over| over.text.as_str()) {
            Some("¯" | "‾" | "_") => format!("\\overline{{{}}}", child(0)),
            Some("^" | "ˆ") => format!("\\hat{{{}}}", child(0)),
            Some("→" | "⇀") => format!("\\vec{{{}}}", child(0)),
            _ => format!("\\overset{{{}}}{{{}}}", child(1), child(0)),
        },
        "munder" => format!("{}_{{{}}}", child(0), child(1)),
        "munderover" => format!("{}_{{{}}}^{{{}}}", child(0), child(1), child(2)),
        "mfenced" => {
            let inner: Vec<String> = element.children.iter().map(tex_of).collect();
            format!("\\left{}{}\\right{}", fence(&element.open), inner.join(","), fence(&element.close))
        }
        "mtable" => {
            let row = |row: &Element| row.children.iter().map(tex_of).collect::<Vec<_>>().join(" & ");
            let rows: Vec<String> = element.children.iter().map(row).collect();
            format!("\\begin{{matrix}}{}\\end{{matrix}}", rows.join(" \\\\ "))
        }
        "annotation" | "annotation-xml" => String::new(),
        _ if element.children.is_empty() => letters(&element.text),
        _ => all(),
    }
}

fn fence(sign: &str) -> String {
    match sign {
        "{" | "}" => format!("\\{sign}"),
        "" => ".".into(),
        _ => sign.to_owned(),
    }
}

fn letters(text: &str) -> String {
    match text {
        "sin" | "cos" | "tan" | "log" | "ln" | "exp" | "lim" | "max" | "min" => format!("\\{text}"),
        _ if text.chars().count() > 1 && text.chars().all(char::is_alphabetic) => format!("\\mathrm{{{text}}}"),
        _ => operator(text),
    }
}

fn operator(text: &str) -> String {
    match text {
        "×" => "\\times ".into(),
        "·" | "⋅" => "\\cdot ".into(),
        "÷" => "\\div ".into(),
        "−" => "-".into(),
        "≤" => "\\le ".into(),
        "≥" => "\\ge ".into(),
        "≠" => "\\ne ".into(),
        "±" => "\\pm ".into(),
        "∞" => "\\infty ".into(),
        "→" => "\\to ".into(),
        "∑" => "\\sum ".into(),
        "∫" => "\\int ".into(),
        "π" => "\\pi ".into(),
        "{" | "}" | "%" | "#" | "&" | "_" => format!("\\{text}"),
        // Invisible signs for multiplication and for a function of something.
        "\u{2062}" | "\u{2061}" | "\u{2063}" => String::new(),
        _ => text.replace(['$', '\\'], ""),
    }
}

#[cfg(test)]
mod tests {
    use super::super::events::events;
    use super::*;

    #[track_caller]
    fn check(mathml: &str, tex: &str) {
        assert_eq!(tex_of_mathml(&events(mathml)).as_deref(), Some(tex));
    }

    #[test]
    fn mathml_becomes_tex() {
        check("<mfrac><mn>1</mn><msup><mi>x</mi><mn>2</mn></msup></mfrac>", "\\frac{1}{{x}^{2}}");
        check("<msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt>", "\\sqrt{a+b}");
        check("<mi>sin</mi><mi>x</mi>", "\\sin x");
        check("<semantics><mi>x</mi><annotation encoding='application/x-tex'>x^2</annotation></semantics>", "x^2");
        check("<mfenced open='[' close=''><mi>a</mi><mi>b</mi></mfenced>", "\\left[a,b\\right)");
        assert_eq!(tex_of_mathml(&events(&"<mrow>".repeat(100_000))), None);
    }

    #[test]
    fn formulas_are_found_in_every_spelling() {
        let check = |words: &str, expected: &str| assert_eq!(words_and_formulas(words, Purpose::Text), expected);
        check(r"Solve \(x^2 < 4\) for $5.", r"Solve $x^2 < 4$ for \$5.");
        check(r"So \[a*b\] it is", r"So $$a*b$$ it is");
        check("[tex]x_1[/tex] and $$y_2$$", "$x_1$ and $$y_2$$");
        check(r"never closed \(x", r"never closed \\(x");
        check(r"a dollar in it \(\$5\)", r"a dollar in it \\(\\\$5\\)");
    }
}
