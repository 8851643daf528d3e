//! A number that is worked out from values drawn for each paper.

use crate::bank::check::findings::{Findings, in_answer, with};
use crate::bank::check::part::Allowed;
use crate::bank::model::variable::{MOST_VALUES, range_count};
use crate::bank::values::combinations::Combinations;
use crate::bank::values::formula::FormulaFault;
use crate::bank::values::{drawn, formula, placeholders, quantity};
use crate::bank::{Entries, Problem, Question, Variable};
use crate::kinds::answer_kind::{AnswerKind, Lenient, OptionOrder, Right, Shown, Visit};
use crate::kinds::mark::Mark;
use crate::kinds::number::{check_tolerance, check_unit};
use crate::kinds::response::Response;
use crate::kinds::shared::number_key::NumberKey;
use crate::kinds::steps::Steps;
use crate::syntax::did_you_mean::nearest;
use crate::syntax::layout::{Fields, Node};
use crate::syntax::path::Step;

/// See [`crate::bank::Answer::Calculated`].
pub(super) struct Calculated<'q> {
    pub variables: &'q Entries<Variable>,
    pub value: &'q str,
    pub tolerance_percent: f64,
    pub unit: &'q str,
    pub unit_required: bool,
}

impl Calculated<'_> {
    /// A question whose values are not drawn has none.
    fn key(&self) -> Option<f64> {
        drawn::value_of(self.value, self.variables)
    }

    /// Notes names in braces that are no variable: most likely slips, and a learner would see the braces. In code they belong
    /// to the program.
    fn check_names(&self, text: &str, findings: &mut Findings<'_>, path: impl Fn() -> Vec<Step>) {
        for name in placeholders::names_outside_code(text).into_iter().filter(|name| self.variables.get(name).is_none())
        {
            findings.add(path(), self.unknown(name));
        }
    }

    /// Works it out with many of the values that can be drawn.
    fn check_combinations(&self, findings: &mut Findings<'_>) {
        let combinations = Combinations::of(self.variables);
        let mut values: Vec<(&str, f64)> = self.variables.iter().map(|(name, _)| (name, 0.0)).collect();
        let fill = |number, values: &mut [(&str, f64)]| combinations.fill(number, values);
        // One combination is enough to go by.
        let problem = match formula::first_fault(self.value, &mut values, combinations.count, fill) {
            None => return,
            Some(FormulaFault::UnknownName { name }) => self.unknown(&name),
            Some(FormulaFault::Unreadable { reason }) => Problem::BadFormula { reason },
            Some(FormulaFault::NoNumber(result)) => Problem::NoResult { values: shown(&values).into(), result },
        };
        findings.add(in_answer("value"), problem);
    }

    fn unknown(&self, name: &str) -> Problem {
        let suggestion = nearest(name, self.variables.iter().map(|(known, _)| known));
        Problem::UnknownVariable { name: name.into(), suggestion }
    }
}

impl<'q> AnswerKind<'q> for Calculated<'q> {
    fn check(&self, question: &Question, findings: &mut Findings<'_>) {
        check_tolerance(self.tolerance_percent, "tolerance_percent", findings);
        check_unit(self.unit, findings);
        let count_before = findings.found.len();
        for (name, variable) in self.variables.iter() {
            check_variable(name, variable, findings);
        }
        self.check_names(&question.prompt, findings, || vec![Step::Field("prompt")]);
        self.check_names(&question.explanation, findings, || vec![Step::Field("explanation")]);
        for (index, hint) in question.hints.iter().enumerate() {
            self.check_names(hint, findings, || vec![Step::Field("hints"), Step::Item(index)]);
        }
        // Variables without values leave nothing to try.
        if findings.found.len() == count_before {
            self.check_combinations(findings);
        }
    }

    fn options(&self) -> Vec<&'q str> {
        Vec::new()
    }

    fn right(&self) -> Right {
        Right::Nothing
    }

    fn side_names(&self) -> Vec<&'q str> {
        Vec::new()
    }

    fn option_order(&self) -> OptionOrder {
        OptionOrder::Nothing
    }

    fn shown(&self) -> Shown<'q> {
        Shown::Nothing
    }

    fn texts(&self, _: &mut Visit<'_, 'q>) {}

    /// As a number within so many percent of the key.
    fn grade(&self, question: &Question, response: &Response, steps: &mut Steps) -> Mark {
        let (Response::Calculated(typed), Some(value)) = (response, self.key()) else { return Mark::WRONG };
        let tolerance = value.abs() * self.tolerance_percent / 100.0;
        NumberKey { value, tolerance, unit: self.unit, unit_required: self.unit_required, prompt: &question.prompt }
            .mark(typed, steps)
    }

    fn correct_parts(&self) -> Vec<String> {
        let key = self.key().map(|key| readable(key, self.tolerance_percent));
        key.map(|key| quantity::written(key, self.unit)).into_iter().collect()
    }

    fn correct_written(&self) -> String {
        self.correct_parts().concat()
    }

    fn parse(&self, written: &str) -> Option<Response> {
        Some(Response::Calculated(written.to_owned()))
    }

    fn parse_leniently(&self, written: &str) -> Lenient {
        (self.parse(written), None)
    }

    fn written(&self, response: &Response) -> String {
        let Response::Calculated(typed) = response else { return String::new() };
        typed.clone()
    }

    fn feedback_parts(&self, response: &Response) -> Vec<String> {
        vec![self.written(response)]
    }

    fn ron(&self) -> Node {
        let variables = self.variables.iter().map(|(name, variable)| (Node::text(name), variable_node(variable)));
        let fields = Fields::new()
            .with("variables", Node::Map(variables.collect()))
            .with("value", Node::text(self.value))
            .with_number("tolerance_percent", self.tolerance_percent, 1.0)
            .with_text("unit", self.unit)
            .with_flag("unit_required", self.unit_required);
        Node::Struct("Calculated", fields)
    }
}

fn check_variable(name: &str, variable: &Variable, findings: &mut Findings<'_>) {
    let path = |more: Option<Step>| with(with(in_answer("variables"), [Step::Key(name.into())]), more);
    if !formula::is_name(name) {
        findings.add(path(None), Problem::BadName { name: name.into() });
    }
    match variable {
        Variable::Range { from, to, step } => {
            let field = |name| path(Some(Step::Field(name)));
            findings.number(field("from"), "from", *from, from.is_finite(), Allowed::Finite);
            findings.number(field("to"), "to", *to, to.is_finite() && to >= from, Allowed::FiniteFrom("from"));
            findings.number(field("step"), "step", *step, *step > 0.0 && step.is_finite(), Allowed::Above(0.0));
            if range_count(*from, *to, *step).is_some_and(|count| count > MOST_VALUES as f64) {
                findings.add(path(None), Problem::TooManyValues { variable: name.into() });
            }
        }
        Variable::Values(values) if values.is_empty() => {
            findings.add(path(None), Problem::NoValues { variable: name.into() });
        }
        Variable::Values(values) => {
            for (index, value) in values.iter().enumerate() {
                let value_path = with(path(None), [Step::Item(0), Step::Item(index)]);
                findings.number(value_path, "value", *value, value.is_finite(), Allowed::Finite);
            }
        }
    }
}

/// `E = 20, t = 0`.
fn shown(values: &[(&str, f64)]) -> String {
    match values {
        [] => "no variables".to_owned(),
        _ => values
            .iter()
            .map(|(name, value)| format!("{name} = {}", quantity::written(*value, "")))
            .collect::<Vec<_>>()
            .join(", "),
    }
}

/// A long key shorter, where that takes no more than a tenth of the tolerance away: 7.33333 for 7.333333333333333.
fn readable(key: f64, tolerance_percent: f64) -> f64 {
    // A number of up to nine digits may well be exact, and reads well enough.
    const MOST_DIGITS: usize = 9;
    let digits = key.to_string().trim_matches(['-', '0', '.']).chars().filter(char::is_ascii_digit).count();
    let short: f64 = format!("{key:.5e}").parse().unwrap_or(key);
    let is_near = (short - key).abs() <= key.abs() * tolerance_percent / 100.0 / 10.0;
    if digits > MOST_DIGITS && is_near { short } else { key }
}

fn variable_node(variable: &Variable) -> Node {
    match variable {
        Variable::Range { from, to, step } => {
            let fields = Fields::new().with("from", Node::number(*from)).with("to", Node::number(*to));
            Node::Struct("Range", fields.with_number("step", *step, 1.0))
        }
        Variable::Values(values) => {
            let values = values.iter().map(|value| Node::number(*value)).collect();
            Node::Tuple("Values", vec![Node::List(values)])
        }
    }
}
