//! A right answer that stands in the rules of marking alone. Reads no template.

use crate::exchange::xml::Element;

/// The answers that the one rule that earns something asks for; `None` where rules say anything else.
pub(super) fn written_out(rules: &Element, response: &str) -> Option<Vec<String>> {
    let branches = rules.all(&|element| matches!(&*element.name, "responseIf" | "responseElseIf" | "responseElse"));
    let mut earning = branches.into_iter().filter(|branch| earns(branch));
    let branch = earning.next().filter(|branch| &*branch.name == "responseIf")?;
    if earning.next().is_some() || branch.find("responseCondition").is_some() {
        return None;
    }
    let mut conditions = branch.elements().filter(|part| &*part.name != "setOutcomeValue");
    let mut right = Vec::new();
    let is_plain = gather(conditions.next()?, response, false, &mut right);
    (is_plain && conditions.next().is_none() && !right.is_empty()).then_some(right)
}

/// Whether a branch sets or raises the score.
fn earns(branch: &Element) -> bool {
    let sets = branch.all_named("setOutcomeValue").into_iter();
    sets.filter(|set| set.attribute("identifier") == "SCORE").any(|set| {
        set.all_named("baseValue").into_iter().any(|value| value.text().parse().is_ok_and(|value: f64| value > 0.0))
    })
}

/// Adds what a condition asks for; whether it is one that says which answers are right and which are not.
fn gather(condition: &Element, response: &str, is_negated: bool, right: &mut Vec<String>) -> bool {
    match &*condition.name {
        "and" if !is_negated => condition.elements().all(|part| gather(part, response, is_negated, right)),
        "not" => condition.elements().all(|part| gather(part, response, !is_negated, right)),
        "match" => {
            let mut parts: Vec<&Element> = condition.elements().collect();
            parts.sort_by_key(|part| part.name.clone());
            let [value, variable] = parts[..] else { return false };
            let is_of_response = &*variable.name == "variable" && variable.attribute("identifier") == response;
            if !is_of_response || &*value.name != "baseValue" {
                return false;
            }
            let value = value.text();
            if !is_negated && !right.contains(&value) {
                right.push(value);
            }
            true
        }
        _ => false,
    }
}
