//! Moodle's calculated questions: variables with what they are drawn from, and a formula in PHP's signs.

use super::element::{child, children, inner, note, number, value, weight};
use super::fields::Fields;
use super::typed::unit;
use crate::bank::values::formula::{FormulaFault, evaluate, is_name};
use crate::bank::{Answer as BankAnswer, Entries, Variable};
use crate::exchange::{Answer, Remark};
use roxmltree::Node;

/// The key of a calculated question.
pub(super) fn read(node: Node<'_, '_>, fields: &mut Fields<'_>) -> Answer {
    match key(node, fields) {
        Ok(answer) => Answer::Ready { answer, feedback: Vec::new() },
        Err(reason) => Answer::LeftOut(reason),
    }
}

fn key(node: Node<'_, '_>, fields: &mut Fields<'_>) -> Result<BankAnswer, Remark> {
    let prompt = child(node, "questiontext").map(inner).unwrap_or_default();
    if prompt.contains("{=") {
        return Err(Remark::CannotCarry("its text works a formula out"));
    }
    let whole: Vec<Node<'_, '_>> = children(node, "answer").filter(|answer| weight(*answer) > 0.999).collect();
    let [answer, others @ ..] = &whole[..] else { return Err(Remark::NoKey) };
    let partial = children(node, "answer").count() > whole.len();
    if !others.is_empty() || partial {
        fields.tell(Remark::Rule("several formulas earned points, and the first that earned all counts here"));
    }
    let variables = variables(node, fields)?;
    let written = note(*answer).unwrap_or_else(|| formula(inner(*answer).trim()));
    let at_middle: Vec<(&str, f64)> = variables.iter().map(|(name, variable)| (&**name, middle(variable))).collect();
    let result = evaluate(&written, &at_middle);
    if matches!(result, Err(FormulaFault::UnknownName { .. } | FormulaFault::Unreadable { .. })) {
        return Err(Remark::CannotCarry("its formula has something that formulas here do not have"));
    }
    let tolerance = number(*answer, "tolerance").unwrap_or(0.0).abs();
    let tolerance_percent = match value(*answer, "tolerancetype").as_str() {
        "2" => {
            if tolerance > 0.0 {
                fields.tell(Remark::Tolerance(
                    "it was a fixed one, and is the share of the key that it is for middling values",
                ));
            }
            let key = result.unwrap_or(1.0).abs();
            if key > 0.0 { rounded(100.0 * tolerance / key) } else { 1.0 }
        }
        kind => {
            if kind == "3" {
                fields.tell(Remark::Tolerance("it was a geometric one, and is read as a share of the key"));
            }
            rounded(100.0 * tolerance)
        }
    };
    let (unit, unit_required) = unit(node, fields);
    let variables = Entries(variables.into());
    Ok(BankAnswer::Calculated { variables, value: written.into(), tolerance_percent, unit, unit_required })
}

/// Without the dust that a hundredth has in binary.
fn rounded(percent: f64) -> f64 {
    format!("{percent:.9}").parse().unwrap_or(percent)
}

fn variables(node: Node<'_, '_>, fields: &mut Fields<'_>) -> Result<Vec<(Box<str>, Variable)>, Remark> {
    let mut variables: Vec<(Box<str>, Variable)> = Vec::new();
    let all = child(node, "dataset_definitions").into_iter().flat_map(|all| children(all, "dataset_definition"));
    for definition in all {
        let name = value(definition, "name");
        if !is_name(&name) {
            return Err(Remark::CannotCarry("a variable has a name that formulas here cannot have"));
        }
        if let Some(variable) = note(definition).and_then(|note| ron::from_str(&note).ok()) {
            variables.push((name.into(), variable));
            continue;
        }
        let items: Vec<f64> = child(definition, "dataset_items")
            .into_iter()
            .flat_map(|items| children(items, "dataset_item"))
            .filter_map(|item| number(item, "value"))
            .collect();
        if value(definition, "distribution") == "loguniform" {
            fields.tell(Remark::Rule("small values came up more often, and all are as likely here"));
        }
        variables.push((name.into(), variable(definition, &items)?));
    }
    if variables.is_empty() { Err(Remark::CannotCarry("its values are not in the file")) } else { Ok(variables) }
}

/// A range where all items could have been drawn from it, else the items themselves.
fn variable(definition: Node<'_, '_>, items: &[f64]) -> Result<Variable, Remark> {
    let range = number(definition, "minimum").zip(number(definition, "maximum")).filter(|(from, to)| from < to);
    if let Some((from, to)) = range {
        let decimals = number(definition, "decimals").unwrap_or(0.0).clamp(0.0, 9.0);
        let range = Variable::Range { from, to, step: rounded(10_f64.powf(-decimals)) };
        let is_within = |item: &f64| (from..=to).contains(item);
        if range.count() > 0 && items.iter().all(is_within) {
            return Ok(range);
        }
    }
    let mut values: Vec<f64> = items.to_vec();
    values.sort_by(f64::total_cmp);
    values.dedup();
    if values.is_empty() {
        Err(Remark::CannotCarry("its values are not in the file"))
    } else {
        Ok(Variable::Values(values.into()))
    }
}

fn middle(variable: &Variable) -> f64 {
    variable.value(variable.count() / 2).unwrap_or(1.0)
}

/// A formula in PHP's signs as one of a bank.
fn formula(php: &str) -> String {
    let bare: String = php.replace(['{', '}'], "").replace("pi()", "pi").replace("**", "^");
    let named = renamed(&bare);
    powers(&converted(&named))
}

/// Functions that have another name here.
fn renamed(formula: &str) -> String {
    let mut renamed = String::with_capacity(formula.len());
    let mut rest = formula;
    while let Some(sign) = rest.chars().next() {
        let end = rest.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_').unwrap_or(rest.len());
        if end == 0 {
            renamed.push(sign);
            rest = &rest[sign.len_utf8()..];
            continue;
        }
        let word = &rest[..end];
        let is_call = rest[end..].trim_start().starts_with('(');
        renamed.push_str(match word {
            "log" if is_call => "ln",
            _ => word,
        });
        rest = &rest[end..];
    }
    renamed
}

/// `deg2rad(a)` as `((pi/180)*(a))`, and the other way round.
fn converted(formula: &str) -> String {
    let mut formula = formula.to_owned();
    for (call, factor) in [("deg2rad(", "pi/180"), ("rad2deg(", "180/pi")] {
        for _ in 0..formula.matches(call).count() {
            let Some(start) = formula.rfind(call) else { break };
            let inside = start + call.len();
            let mut depth = 1_usize;
            let end = formula[inside..].char_indices().find(|(_, sign)| {
                match sign {
                    '(' => depth += 1,
                    ')' => depth -= 1,
                    _ => {}
                }
                depth == 0
            });
            let Some((length, _)) = end else { break };
            let angle = &formula[inside..inside + length];
            formula = format!("{}(({factor})*({angle})){}", &formula[..start], &formula[inside + length + 1..]);
        }
    }
    formula
}

/// `pow(a, b)` as `a^b`, however deep; at most as many rounds as there are calls.
fn powers(formula: &str) -> String {
    let mut formula = formula.to_owned();
    for _ in 0..formula.matches("pow(").count() {
        // The last one holds no other.
        let Some(start) = formula.rfind("pow(") else { break };
        let inside = start + "pow(".len();
        let (mut depth, mut comma, mut end) = (0_usize, None, None);
        for (at, sign) in formula[inside..].char_indices() {
            match sign {
                '(' => depth += 1,
                ')' if depth == 0 => {
                    end = Some(inside + at);
                    break;
                }
                ')' => depth -= 1,
                ',' if depth == 0 => comma = Some(inside + at),
                _ => {}
            }
        }
        let (Some(comma), Some(end)) = (comma, end) else { break };
        let power = format!("{}^{}", bracketed(&formula[inside..comma]), bracketed(&formula[comma + 1..end]));
        formula = format!("{}({power}){}", &formula[..start], &formula[end + 1..]);
    }
    formula
}

fn bracketed(part: &str) -> String {
    let part = part.trim();
    let is_atom = part.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '_' || sign == '.');
    if is_atom { part.to_owned() } else { format!("({part})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_of_php_becomes_one_of_a_bank() {
        for (php, ours) in [
            ("{a} * {b} / 2", "a * b / 2"),
            ("pow({a}, 2) + log({b})", "(a^2) + ln(b)"),
            ("pow(pow({a}, 2), {b}+1)", "(((a^2))^(b+1))"),
            ("pi() * log10({r})", "pi * log10(r)"),
            ("sin(deg2rad({w}))", "sin(((pi/180)*(w)))"),
            ("10/deg2rad({w})", "10/((pi/180)*(w))"),
        ] {
            assert_eq!(formula(php), ours);
        }
    }
}
