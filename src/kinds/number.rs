//! A number that is typed, with or without its unit. How it is marked stands beside the key, in `shared/number_key.rs`.

use crate::bank::check::findings::{Findings, in_answer};
use crate::bank::check::part::Allowed;
use crate::bank::values::quantity;
use crate::bank::{Problem, Question};
use crate::kinds::answer_kind::{AnswerKind, Lenient, OptionOrder, Right, Shown, Visit};
use crate::kinds::mark::Mark;
use crate::kinds::response::Response;
use crate::kinds::shared::number_key::NumberKey;
use crate::kinds::steps::Steps;
use crate::syntax::layout::{Fields, Node};

impl<'q> AnswerKind<'q> for NumberKey<'q> {
    fn check(&self, _: &Question, findings: &mut Findings<'_>) {
        findings.number(in_answer("value"), "value", self.value, self.value.is_finite(), Allowed::Finite);
        check_tolerance(self.tolerance, "tolerance", findings);
        check_unit(self.unit, findings);
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

    fn grade(&self, question: &Question, response: &Response, steps: &mut Steps) -> Mark {
        let Response::Number(typed) = response else { return Mark::WRONG };
        NumberKey { prompt: &question.prompt, ..*self }.mark(typed, steps)
    }

    fn correct_parts(&self) -> Vec<String> {
        vec![self.correct_written()]
    }

    fn correct_written(&self) -> String {
        quantity::written(self.value, self.unit)
    }

    fn parse(&self, written: &str) -> Option<Response> {
        Some(Response::Number(written.to_owned()))
    }

    fn parse_leniently(&self, written: &str) -> Lenient {
        (self.parse(written), None)
    }

    fn written(&self, response: &Response) -> String {
        let Response::Number(typed) = response else { return String::new() };
        typed.clone()
    }

    fn feedback_parts(&self, response: &Response) -> Vec<String> {
        vec![self.written(response)]
    }

    fn ron(&self) -> Node {
        let fields = Fields::new()
            .with("value", Node::number(self.value))
            .with_number("tolerance", self.tolerance, 0.0)
            .with_text("unit", self.unit)
            .with_flag("unit_required", self.unit_required);
        Node::Struct("Number", fields)
    }
}

/// Notes a tolerance that is below 0, or not finite.
pub(super) fn check_tolerance(tolerance: f64, field: &'static str, findings: &mut Findings<'_>) {
    let is_fit = tolerance.is_finite() && tolerance >= 0.0;
    findings.number(in_answer(field), field, tolerance, is_fit, Allowed::AtLeast(0.0));
}

/// Notes a unit that is not read back after a number: nobody who writes it would be marked right.
pub(super) fn check_unit(unit: &str, findings: &mut Findings<'_>) {
    if !unit.trim().is_empty() && !quantity::is_unit(unit) {
        findings.add(in_answer("unit"), Problem::BadUnit { unit: unit.into() });
    }
}
