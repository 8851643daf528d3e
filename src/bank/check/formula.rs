//! Finds what keeps a calculated answer from being asked, by working it out with many of the values that can be drawn.

use crate::bank::check::kinds::with;
use crate::bank::check::{Flaws, in_answer};
use crate::bank::model::variable::{Choices, MOST_VALUES, range_count};
use crate::bank::values::formula;
use crate::bank::values::formula::FormulaFault;
use crate::bank::values::quantity;
use crate::bank::{Answer, Entries, Problem, Question, Variable};
use crate::syntax::did_you_mean::nearest;
use crate::syntax::path::Step;
use std::f64::consts::SQRT_2;

/// So many combinations of values are tried, or all where there are fewer.
const COMBINATIONS_TRIED: usize = 1000;

impl Flaws<'_> {
    /// What is wrong with a calculated question; nothing for the other kinds.
    pub(crate) fn calculated(&mut self, question: &Question) {
        let Answer::Calculated { variables, value, tolerance_percent, unit, .. } = &question.answer else { return };
        let is_fit = tolerance_percent.is_finite() && *tolerance_percent >= 0.0;
        self.number(in_answer("tolerance_percent"), "tolerance_percent", *tolerance_percent, is_fit, "0 or more");
        self.unit(unit);
        let count_before = self.found.len();
        for (name, variable) in variables.iter() {
            self.variable(name, variable);
        }
        self.names(&question.prompt, variables, || vec![Step::Field("prompt")]);
        self.names(&question.explanation, variables, || vec![Step::Field("explanation")]);
        for (index, hint) in question.hints.iter().enumerate() {
            self.names(hint, variables, || vec![Step::Field("hints"), Step::Item(index)]);
        }
        // Variables without values leave nothing to try.
        if self.found.len() == count_before {
            self.combinations(value, variables);
        }
    }

    /// A unit that is not read back after a number: nobody who writes it would be marked right.
    pub(crate) fn unit(&mut self, unit: &str) {
        if !unit.trim().is_empty() && !quantity::is_unit(unit) {
            self.add(in_answer("unit"), Problem::BadUnit { unit: unit.into() });
        }
    }

    fn variable(&mut self, name: &str, variable: &Variable) {
        let path = |more: Option<Step>| with(with(in_answer("variables"), [Step::Key(name.into())]), more);
        if !formula::is_name(name) {
            self.add(path(None), Problem::BadName { name: name.into() });
        }
        match variable {
            Variable::Range { from, to, step } => {
                let field = |name| path(Some(Step::Field(name)));
                self.number(field("from"), "from", *from, from.is_finite(), "a finite number");
                self.number(field("to"), "to", *to, to.is_finite() && to >= from, "a finite number, `from` or more");
                self.number(field("step"), "step", *step, *step > 0.0 && step.is_finite(), "above 0");
                if range_count(*from, *to, *step).is_some_and(|count| count > MOST_VALUES as f64) {
                    self.add(path(None), Problem::TooManyValues { variable: name.into() });
                }
            }
            Variable::Values(values) if values.is_empty() => {
                self.add(path(None), Problem::NoValues { variable: name.into() });
            }
            Variable::Values(values) => {
                for (index, value) in values.iter().enumerate() {
                    let value_path = with(path(None), [Step::Item(0), Step::Item(index)]);
                    self.number(value_path, "value", *value, value.is_finite(), "a finite number");
                }
            }
        }
    }

    /// Names in braces that are no variable: most likely slips, and a learner would see the braces.
    fn names(&mut self, text: &str, variables: &Entries<Variable>, path: impl Fn() -> Vec<Step>) {
        for name in formula::names_in(text).into_iter().filter(|name| variables.get(name).is_none()) {
            self.add(path(), unknown(name, variables));
        }
    }

    fn combinations(&mut self, expression: &str, variables: &Entries<Variable>) {
        let combinations = Combinations::of(variables);
        let mut values: Vec<(&str, f64)> = variables.iter().map(|(name, _)| (name, 0.0)).collect();
        let fill = |number, values: &mut [(&str, f64)]| combinations.fill(number, values);
        // One combination is enough to go by.
        let fault = match formula::first_fault(expression, &mut values, combinations.count, fill) {
            None => return,
            Some(FormulaFault::UnknownName { name }) => unknown(&name, variables),
            Some(FormulaFault::Unreadable { reason }) => Problem::BadFormula { reason },
            Some(FormulaFault::NoNumber { reason }) => Problem::NoResult { values: shown(&values).into(), reason },
        };
        self.add(in_answer("value"), fault);
    }
}

fn unknown(name: &str, variables: &Entries<Variable>) -> Problem {
    let suggestion = nearest(name, variables.iter().map(|(known, _)| known));
    Problem::UnknownVariable { name: name.into(), suggestion }
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

/// Which combinations of values are tried. One at a time, in one place: a bank may have very many such questions.
pub(crate) struct Combinations<'a> {
    values: Vec<Choices<'a>>,
    /// For each variable the indices of the values that are combined with each other first.
    first: Vec<Vec<usize>>,
    first_count: usize,
    /// How many there are.
    pub count: usize,
}

impl<'a> Combinations<'a> {
    /// Every combination where there are few. Else first those of the smallest, the largest and the value nearest 0,
    /// where most slips show; then some from all over the ranges.
    pub fn of(variables: &'a Entries<Variable>) -> Self {
        let values: Vec<Choices> = variables.iter().map(|(_, variable)| variable.choices()).collect();
        let total = product(values.iter().map(|values| values.count));
        if total <= COMBINATIONS_TRIED {
            let first = values.iter().map(|values| (0..values.count).collect()).collect();
            return Self { values, first, first_count: total, count: total };
        }
        let first: Vec<Vec<usize>> = variables.iter().map(|(_, variable)| ends(variable)).collect();
        let first_count = product(first.iter().map(Vec::len)).min(COMBINATIONS_TRIED / 2);
        Self { values, first, first_count, count: COMBINATIONS_TRIED }
    }

    /// Puts the combination of that number, below the count, into `slots`.
    pub fn fill(&self, mut number: usize, slots: &mut [(&str, f64)]) {
        let is_first = number < self.first_count;
        for (place, (slot, values)) in slots.iter_mut().zip(&self.values).enumerate() {
            let first = &self.first[place];
            let index = if is_first {
                let digit = number % first.len();
                number /= first.len();
                first[digit]
            } else {
                spread(number, place, values.count)
            };
            slot.1 = values.value(index).unwrap_or(0.0);
        }
    }
}

/// The product, or the largest number there is where it is beyond that.
fn product(counts: impl Iterator<Item = usize>) -> usize {
    counts.fold(1, usize::saturating_mul)
}

/// Indices of the smallest, the largest and the value nearest 0, each once.
fn ends(variable: &Variable) -> Vec<usize> {
    let values = variable.choices();
    let count = values.count;
    let value = |index: usize| values.value(index).unwrap_or(0.0);
    let mut ends = match variable {
        Variable::Range { from, step, .. } => {
            let nearest = (-from / step).round().clamp(0.0, count.saturating_sub(1) as f64);
            vec![0, count.saturating_sub(1), nearest as usize]
        }
        Variable::Values(_) => {
            let by =
                |key: fn(f64) -> f64| (0..count).min_by(|a, b| key(value(*a)).total_cmp(&key(value(*b)))).unwrap_or(0);
            vec![by(|value| value), by(|value| -value), by(f64::abs)]
        }
    };
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// An index below `count`, for each variable in another rhythm: multiples of the square roots of primes never fall
/// into step (Kronecker's sequence), so that few tries reach all over the ranges, and the same ones every time.
fn spread(number: usize, place: usize, count: usize) -> usize {
    /// √2, √3, √5, √7, √11, √13.
    const RHYTHMS: [f64; 6] = [SQRT_2, 1.732_050_808, 2.236_067_977, 2.645_751_311, 3.316_624_790, 3.605_551_275];
    let rhythm = RHYTHMS[place % RHYTHMS.len()] * (1.0 + (place / RHYTHMS.len()) as f64);
    let share = (number as f64 * rhythm).fract();
    ((share * count as f64) as usize).min(count.saturating_sub(1))
}
