//! Canvas' formula questions: values that are drawn, and a formula over them.

use crate::bank::{Answer as BankAnswer, Entries, Variable};
use crate::exchange::canvas::item::{Item, number};
use crate::exchange::canvas::options::Asked;
use crate::exchange::html_texts::{HtmlTexts, gap_mark, without_marks};
use crate::exchange::xml::Element;
use crate::exchange::{Answer, Remark};

/// Ranges with more values than a bank may have get a wider step.
const MOST_VALUES: f64 = 100_000.0;

/// A question with values that are drawn.
pub(super) fn calculated(item: &Item, texts: &mut HtmlTexts) -> Asked {
    let Some(calculated) = item.element.find("calculated") else {
        return Asked { prompt: String::new(), answer: Answer::LeftOut(Remark::NoKey) };
    };
    let vars = calculated.child("vars").map(|vars| vars.children("var").collect::<Vec<_>>()).unwrap_or_default();
    let names: Vec<&str> = vars.iter().map(|var| var.attribute("name")).collect();
    let mut html = without_marks(&item.prompt(&mut |_| String::new()));
    for (number, name) in names.iter().enumerate() {
        html = html.replace(&format!("[{name}]"), &gap_mark(number));
    }
    let prompt = prompt(&html, &names, texts);
    let variables: Vec<(Box<str>, Variable)> = vars.iter().filter_map(|var| variable(var, texts)).collect();
    let formulas = calculated.all_named("formula").into_iter().map(Element::text).filter(|text| !text.is_empty());
    let Some(value) = one_formula(formulas.collect(), &names) else {
        return Asked { prompt, answer: Answer::LeftOut(Remark::NoKey) };
    };
    if ["sin", "cos", "tan"].iter().any(|function| value.contains(function)) {
        texts.tell(Remark::Assumed("angles are taken in radians"));
    }
    let tolerance_percent = tolerance(calculated, texts);
    let answer = BankAnswer::Calculated {
        variables: Entries(variables.into()),
        value: value.into(),
        tolerance_percent,
        unit: Box::default(),
        unit_required: false,
    };
    Asked { prompt, answer: Answer::Ready { answer, feedback: Vec::new() } }
}

/// The prompt with the variables that it shows; no mark may bring in those that it does not.
fn prompt(html: &str, names: &[&str], texts: &mut HtmlTexts) -> String {
    let shown = |(number, name): (usize, &&str)| {
        if html.contains(&gap_mark(number)) { format!("{{{name}}}") } else { String::new() }
    };
    let shown: Vec<String> = names.iter().enumerate().map(shown).collect();
    texts.with_variables(html, &shown)
}

fn variable(var: &Element, texts: &mut HtmlTexts) -> Option<(Box<str>, Variable)> {
    let bound = |name: &str| var.child(name).and_then(|bound| number(&bound.text()));
    let (from, to) = (bound("min")?, bound("max")?);
    let scale = number(var.attribute("scale")).unwrap_or(0.0).clamp(0.0, 12.0);
    let mut step: f64 = format!("1e-{}", scale as u32).parse().ok()?;
    while (to - from) / step >= MOST_VALUES {
        step *= 10.0;
        texts.tell(Remark::Assumed("its values are drawn with fewer decimals than there"));
    }
    Some((var.attribute("name").into(), Variable::Range { from, to, step }))
}

/// Several formulas as one: each name that one gives is put into those after it, and the last is the answer.
fn one_formula(formulas: Vec<String>, names: &[&str]) -> Option<String> {
    let mut known: Vec<(String, String)> = Vec::new();
    for formula in formulas {
        let (name, expression) = match formula.split_once('=') {
            Some((name, expression)) => (name.trim().to_owned(), expression),
            None => (String::new(), formula.as_str()),
        };
        let expression = with_names(&translated(expression, names), &known);
        // A chain of formulas that double each other would never end.
        if expression.len() > crate::bank::values::formula::LONGEST_CHARS {
            return None;
        }
        known.retain(|(known, _)| *known != name);
        known.push((name, expression));
    }
    known.pop().map(|(_, expression)| expression)
}

/// Canvas' names of functions and constants as a bank has them.
fn translated(expression: &str, names: &[&str]) -> String {
    let plain = expression.trim().replace("pi()", "pi").replace("e()", "e").replace("**", "^");
    words(&plain, |word, is_called| match word {
        "log" if is_called => Some("log10".to_owned()),
        "e" if !is_called && !names.contains(&"e") => Some("exp(1)".to_owned()),
        "PI" | "Pi" if !names.contains(&word) => Some("pi".to_owned()),
        _ => None,
    })
}

fn with_names(expression: &str, known: &[(String, String)]) -> String {
    words(expression, |word, is_called| {
        let known = known.iter().find(|(name, _)| !is_called && name == word);
        known.map(|(_, expression)| format!("({expression})"))
    })
}

/// The expression with other text for some of its words; whether a bracket follows is told.
fn words(expression: &str, other: impl Fn(&str, bool) -> Option<String>) -> String {
    let mut text = String::new();
    let mut rest = expression;
    while let Some(sign) = rest.chars().next() {
        let is_word = |sign: char| sign.is_ascii_alphanumeric() || sign == '_';
        if !is_word(sign) {
            text.push(sign);
            rest = &rest[sign.len_utf8()..];
            continue;
        }
        let end = rest.find(|sign| !is_word(sign)).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        text.push_str(&other(word, behind.trim_start().starts_with('(')).unwrap_or_else(|| word.to_owned()));
        rest = behind;
    }
    text
}

/// The tolerance in percent. One that is a number counts for the middle of the answers that the file has drawn.
fn tolerance(calculated: &Element, texts: &mut HtmlTexts) -> f64 {
    let written = calculated.child("answer_tolerance").map(Element::text).unwrap_or_default();
    if let Some(percent) = written.strip_suffix('%') {
        return number(percent).unwrap_or(0.0).abs();
    }
    let absolute = number(&written).unwrap_or(0.0).abs();
    if absolute == 0.0 {
        return 0.0;
    }
    let answers = calculated.all_named("answer").into_iter().filter_map(|answer| number(&answer.text()));
    let answers: Vec<f64> = answers.map(f64::abs).collect();
    let mean = answers.iter().sum::<f64>() / answers.len().max(1) as f64;
    texts.tell(Remark::Tolerance("it was a number, and is the share of a middling answer here"));
    if mean > 0.0 { super::typed::tidy(100.0 * absolute / mean) } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_formulas_become_one() {
        let one =
            |formulas: &[&str]| one_formula(formulas.iter().map(|text| (*text).to_owned()).collect(), &["x", "n"]);
        assert_eq!(one(&["n*x"]).as_deref(), Some("n*x"));
        assert_eq!(
            one(&["y = 2*x", "z=y^2", "y + z + log(10) + e"]).as_deref(),
            Some("(2*x) + ((2*x)^2) + log10(10) + exp(1)")
        );
        assert_eq!(one(&["x = n*x", "x"]).as_deref(), Some("(n*x)"));
        assert_eq!(one(&[]), None);
    }

    #[test]
    fn formulas_that_double_each_other_end() {
        let chain: Vec<String> = std::iter::once("a=x+x".to_owned()).chain(vec!["a=a+a".to_owned(); 60]).collect();
        assert_eq!(one_formula(chain, &["x"]), None);
    }
}
