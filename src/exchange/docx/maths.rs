//! The formulas of Word as TeX, as far as quizzes use them.

use super::numbering::{child, value};
use roxmltree::Node;

/// Formulas within each other beyond this depth are none of a quiz.
const DEEPEST: usize = 32;

/// The TeX of a formula.
pub fn tex(node: Node<'_, '_>) -> String {
    write(node, 0).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn write(node: Node<'_, '_>, depth: usize) -> String {
    if depth > DEEPEST {
        return String::new();
    }
    let part = |name: &str| child(node, name).map(|part| all(part, depth + 1)).unwrap_or_default();
    match node.tag_name().name() {
        "t" => node.text().unwrap_or_default().chars().map(sign).collect(),
        "f" => format!("\\frac{{{}}}{{{}}}", part("num"), part("den")),
        "sSup" => format!("{{{}}}^{{{}}}", part("e"), part("sup")),
        "sSub" => format!("{{{}}}_{{{}}}", part("e"), part("sub")),
        "sSubSup" => format!("{{{}}}_{{{}}}^{{{}}}", part("e"), part("sub"), part("sup")),
        "rad" if part("deg").is_empty() => format!("\\sqrt{{{}}}", part("e")),
        "rad" => format!("\\sqrt[{}]{{{}}}", part("deg"), part("e")),
        "d" => {
            let sign = |name| child(node, "dPr").and_then(|looks| value(looks, name));
            format!("{}{}{}", sign("begChr").unwrap_or("("), part("e"), sign("endChr").unwrap_or(")"))
        }
        "nary" => {
            let sign = child(node, "naryPr").and_then(|looks| value(looks, "chr"));
            let name = match sign {
                Some("∑") => "\\sum",
                Some("∏") => "\\prod",
                _ => "\\int",
            };
            format!("{name}_{{{}}}^{{{}}} {}", part("sub"), part("sup"), part("e"))
        }
        name if name.ends_with("Pr") => String::new(),
        _ => all(node, depth + 1),
    }
}

fn all(node: Node<'_, '_>, depth: usize) -> String {
    node.children().filter(Node::is_element).map(|child| write(child, depth)).collect()
}

fn sign(sign: char) -> String {
    match sign {
        '×' => "\\times ".to_owned(),
        '⋅' | '·' => "\\cdot ".to_owned(),
        '≤' => "\\le ".to_owned(),
        '≥' => "\\ge ".to_owned(),
        '≠' => "\\ne ".to_owned(),
        '±' => "\\pm ".to_owned(),
        'π' => "\\pi ".to_owned(),
        '−' => "-".to_owned(),
        '{' | '}' | '%' | '$' | '#' | '&' => format!("\\{sign}"),
        _ => sign.to_string(),
    }
}
