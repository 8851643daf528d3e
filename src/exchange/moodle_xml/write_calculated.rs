//! Writes calculated questions: the formula in PHP's signs, and the values that Moodle needs in the file.

use super::write_field::{Xml, escaped};
use crate::bank::values::formula::evaluate;
use crate::bank::{Entries, Question, Variable};
use sha2::{Digest, Sha256};

/// So many rows of values are written: each learner gets one of them.
const ROWS: usize = 50;

/// The formula with its tolerance.
pub(super) fn write(question: &Question, variables: &Entries<Variable>, value: &str, percent: f64, xml: &mut Xml<'_>) {
    let words = question.feedback.iter().next().map_or("", |(_, words)| words);
    xml.raw(&format!("    <answer fraction=\"100\">{}<text>{}</text>\n", note(value), escaped(&php(value, variables))));
    xml.raw(&format!("      <tolerance>{}</tolerance>\n", percent / 100.0));
    xml.raw("      <tolerancetype>1</tolerancetype>\n      <correctanswerformat>2</correctanswerformat>\n");
    xml.raw("      <correctanswerlength>4</correctanswerlength>\n  ");
    xml.html("feedback", words);
    xml.raw("    </answer>\n");
}

/// What a variable is drawn from, and values drawn from it. Rows for which the formula gives no number are passed over.
pub(super) fn datasets(question: &Question, variables: &Entries<Variable>, value: &str, xml: &mut Xml<'_>) {
    let rows = rows(question, variables, value);
    xml.raw("    <dataset_definitions>\n");
    for (column, (name, variable)) in variables.iter().enumerate() {
        let values: Vec<f64> = rows.iter().map(|row| row[column]).collect();
        let written = ron::to_string(variable).unwrap_or_default();
        let (from, to, decimals) = bounds(variable);
        xml.raw(&format!("    <dataset_definition>{}\n", note(&written)));
        for (element, text) in [("status", "private"), ("name", name)] {
            xml.raw(&format!("      <{element}><text>{}</text></{element}>\n", escaped(text)));
        }
        xml.raw("      <type>calculatedsimple</type>\n");
        let (from, to, decimals) = (from.to_string(), to.to_string(), decimals.to_string());
        for (element, text) in
            [("distribution", "uniform"), ("minimum", &from), ("maximum", &to), ("decimals", &decimals)]
        {
            xml.raw(&format!("      <{element}><text>{text}</text></{element}>\n"));
        }
        xml.raw(&format!("      <itemcount>{}</itemcount>\n      <dataset_items>\n", values.len()));
        for (number, value) in (1..).zip(&values) {
            xml.raw(&format!("        <dataset_item><number>{number}</number><value>{value}</value></dataset_item>\n"));
        }
        xml.raw("      </dataset_items>\n");
        xml.raw(&format!("      <number_of_items>{}</number_of_items>\n    </dataset_definition>\n", values.len()));
    }
    xml.raw("    </dataset_definitions>\n");
}

/// What Torus reads back, where a comment can hold it.
fn note(text: &str) -> String {
    if text.contains("--") || text.ends_with('-') || text.is_empty() {
        String::new()
    } else {
        format!("<!-- torus: {text} -->")
    }
}

fn rows(question: &Question, variables: &Entries<Variable>, value: &str) -> Vec<Vec<f64>> {
    let draw = |name: &str, variable: &Variable, row: usize| {
        let hash = Sha256::digest(format!("{}/{name}/{row}", question.id));
        let number = hash.iter().take(6).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        variable.value((number % variable.count().max(1) as u64) as usize).unwrap_or(1.0)
    };
    let rows = (0..ROWS * 4).map(|row| variables.iter().map(|(name, variable)| draw(name, variable, row)).collect());
    let names: Vec<&str> = variables.iter().map(|(name, _)| name).collect();
    let gives_number = |row: &Vec<f64>| {
        let values: Vec<(&str, f64)> = names.iter().copied().zip(row.iter().copied()).collect();
        evaluate(value, &values).is_ok()
    };
    rows.filter(gives_number).take(ROWS).collect()
}

fn bounds(variable: &Variable) -> (f64, f64, usize) {
    let decimals = |number: f64| number.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len());
    match variable {
        Variable::Range { from, to, step } => (*from, *to, decimals(*step).max(decimals(*from))),
        Variable::Values(values) => (
            values.iter().copied().fold(f64::INFINITY, f64::min),
            values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            values.iter().map(|value| decimals(*value)).max().unwrap_or(0),
        ),
    }
}

/// The formula as Moodle reads it: variables in braces, powers as calls.
fn php(formula: &str, variables: &Entries<Variable>) -> String {
    let formula = formula.replace(['×', '·'], "*").replace('÷', "/").replace('−', "-");
    let powers = powers(&formula);
    let mut written = String::with_capacity(powers.len() + 8);
    let mut rest = powers.as_str();
    while let Some(sign) = rest.chars().next() {
        let is_word = |sign: char| sign.is_ascii_alphanumeric() || sign == '_' || sign == '.';
        let end = rest.find(|sign| !is_word(sign)).unwrap_or(rest.len());
        if end == 0 {
            written.push(sign);
            rest = &rest[sign.len_utf8()..];
            continue;
        }
        let word = &rest[..end];
        match word {
            _ if variables.get(word).is_some() => written.push_str(&format!("{{{word}}}")),
            "pi" => written.push_str("pi()"),
            "ln" => written.push_str("log"),
            _ => written.push_str(word),
        }
        rest = &rest[end..];
    }
    written
}

/// `a^b` as `pow(a,b)`, the last one first, since powers go from right to left.
fn powers(formula: &str) -> String {
    let mut formula = formula.to_owned();
    while let Some(at) = formula.rfind('^') {
        let base = formula[..at].trim_end();
        let start = start_of_operand(base);
        let rest = formula[at + 1..].trim_start();
        let end = end_of_operand(rest);
        formula = format!("{}pow({},{}){}", &base[..start], &base[start..], &rest[..end], &rest[end..]);
    }
    formula
}

fn is_operand(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || sign == '_' || sign == '.'
}

fn start_of_operand(base: &str) -> usize {
    let word_start = |text: &str| text.len() - text.chars().rev().take_while(|sign| is_operand(*sign)).count();
    if !base.ends_with(')') {
        return word_start(base);
    }
    let mut depth = 0_usize;
    for (at, sign) in base.char_indices().rev() {
        match sign {
            ')' => depth += 1,
            '(' if depth == 1 => return word_start(&base[..at]),
            '(' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    0
}

fn end_of_operand(rest: &str) -> usize {
    let sign = rest.len() - rest.trim_start_matches(['-', '+', ' ']).len();
    let word = rest[sign..].chars().take_while(|sign| is_operand(*sign)).count();
    let after = sign + word;
    if !rest[after..].starts_with('(') {
        return after;
    }
    let mut depth = 0_usize;
    for (at, sign) in rest[after..].char_indices() {
        match sign {
            '(' => depth += 1,
            ')' if depth == 1 => return after + at + 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_becomes_one_of_php() {
        let one = || Variable::Values([1.0].into());
        let variables = Entries([("a".into(), one()), ("b".into(), one())].into());
        for (ours, theirs) in [
            ("a * b / 2", "{a} * {b} / 2"),
            ("ln(a)^2 + pi", "pow(log({a}),2) + pi()"),
            ("2^a^b", "pow(2,pow({a},{b}))"),
            ("(a + b)^(a - 1)", "pow(({a} + {b}),({a} - 1))"),
            ("-a^-b", "-pow({a},-{b})"),
        ] {
            assert_eq!(php(ours, &variables), theirs);
        }
    }
}
