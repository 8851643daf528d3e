//! Moodle's questions that are typed: short answers and numbers with their units.

use super::element::{child, children, inner, is_set, number as number_in, value, weight};
use super::fields::Fields;
use crate::bank::values::quantity::{convert, is_equal};
use crate::exchange::markup::Purpose;
use crate::exchange::{Answer, DraftNumber, DraftText, Remark};
use roxmltree::Node;

/// A short answer.
pub(super) fn text(node: Node<'_, '_>, fields: &mut Fields<'_>) -> Answer {
    let texts = children(node, "answer").map(|answer| {
        let (text, is_pattern) = without_wildcards(&fields.plain(Some(answer)));
        let feedback = fields.text(child(answer, "feedback"), Purpose::Text);
        DraftText { text, is_pattern, weight: weight(answer), feedback }
    });
    Answer::Texts { texts: texts.collect(), is_case_counted: is_set(node, "usecase") }
}

/// A form with `\*` as the sign itself, and whether it has a `*` that stands for anything.
pub(in crate::exchange) fn without_wildcards(form: &str) -> (String, bool) {
    let is_pattern = form.replace("\\*", "").contains('*');
    (if is_pattern { form.to_owned() } else { form.replace("\\*", "*") }, is_pattern)
}

/// A number with its units.
pub(super) fn number(node: Node<'_, '_>, fields: &mut Fields<'_>) -> Answer {
    let mut numbers = Vec::new();
    for answer in children(node, "answer") {
        let source = inner(answer).trim().to_owned();
        let feedback = fields.text(child(answer, "feedback"), Purpose::Text);
        let weight = weight(answer);
        match read_number(&source, fields) {
            Some(value) => {
                let tolerance = number_in(answer, "tolerance").unwrap_or(0.0);
                numbers.push(DraftNumber { value, tolerance, weight, feedback });
            }
            None if source == "*" && weight <= 0.0 && feedback.is_empty() => {}
            None if source == "*" && weight <= 0.0 => {
                fields.tell(Remark::NoPlaceFor("what is said to every other number"));
            }
            None => fields.tell(Remark::Wildcard(source.into())),
        }
    }
    let (unit, is_unit_required) = unit(node, fields);
    Answer::Numbers { numbers, unit, is_unit_required }
}

/// A number as files write it; a decimal comma is told.
pub(in crate::exchange) fn read_number(source: &str, fields: &mut Fields<'_>) -> Option<f64> {
    let (number, is_comma) = parsed(source)?;
    if is_comma {
        fields.tell(Remark::DecimalComma(source.into()));
    }
    Some(number)
}

/// A finite number, and whether it has a decimal comma.
pub(in crate::exchange) fn parsed(source: &str) -> Option<(f64, bool)> {
    let source = source.trim().replace('−', "-");
    let is_comma = source.contains(',') && !source.contains('.');
    let number: f64 = if is_comma { source.replacen(',', ".", 1) } else { source }.parse().ok()?;
    number.is_finite().then_some((number, is_comma))
}

/// The unit that numbers are in, and whether it has to be typed.
pub(super) fn unit(node: Node<'_, '_>, fields: &mut Fields<'_>) -> (Box<str>, bool) {
    let units = child(node, "units").into_iter().flat_map(|units| children(units, "unit"));
    let units: Vec<(String, f64)> =
        units.map(|unit| (value(unit, "unit_name"), number_in(unit, "multiplier").unwrap_or(1.0))).collect();
    let Some((main, _)) = units.iter().find(|(_, factor)| *factor == 1.0).or(units.first()) else {
        return (Box::default(), false);
    };
    // So many of the other unit are one of the main one.
    let is_ours = |unit: &str, factor: f64| convert(1.0, main, unit).is_some_and(|ours| is_equal(ours, factor));
    let others = units.iter().filter(|(unit, factor)| unit != main && !is_ours(unit, *factor));
    let others: Vec<Box<str>> = others.map(|(unit, _)| unit.as_str().into()).collect();
    if !others.is_empty() {
        fields.tell(Remark::Units(others));
    }
    let is_graded = number_in(node, "unitgradingtype").is_some_and(|kind| kind != 0.0);
    if is_graded && number_in(node, "unitpenalty").is_some_and(|penalty| penalty > 0.0 && penalty < 1.0) {
        fields.tell(Remark::Rule("a wrong unit cost a part of the points, and costs all here"));
    }
    (main.as_str().into(), is_graded)
}
