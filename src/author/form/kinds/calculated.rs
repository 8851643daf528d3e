//! A number that is worked out from drawn values. Draws nothing.

use crate::author::form::fault::{Fault, FieldFault, FieldName};
use crate::author::form::kinds::number::{UnitForm, noted};
use crate::author::form::typed::{list_text, number_text, number_text_or, read_list, read_number, read_number_or};
use crate::bank::{Answer, Entries, Variable};
use std::collections::HashSet;

/// Variables with their values, and the formula.
#[derive(Clone, Debug, PartialEq)]
pub struct CalculatedForm {
    /// What is drawn.
    pub variables: Vec<VariableRow>,
    /// The expression that gives the right number.
    pub formula: String,
    /// How far off is still right, in percent; nothing for 1.
    pub tolerance_percent: String,
}

/// A variable as typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VariableRow {
    /// Its name.
    pub name: String,
    /// Whether its values are listed; else they go from one number to another.
    pub is_listed: bool,
    /// The first value.
    pub from: String,
    /// The last value.
    pub to: String,
    /// The step; nothing for 1.
    pub step: String,
    /// The listed values.
    pub values: String,
    is_in_bank: bool,
}

const DEFAULT_STEP: f64 = 1.0;
const DEFAULT_PERCENT: f64 = 1.0;

impl Default for CalculatedForm {
    fn default() -> Self {
        Self { variables: vec![VariableRow::default()], formula: String::new(), tolerance_percent: String::new() }
    }
}

impl CalculatedForm {
    pub(in crate::author::form) fn of(variables: &Entries<Variable>, formula: &str, tolerance_percent: f64) -> Self {
        Self {
            variables: variables.iter().map(|(name, variable)| VariableRow::of(name, variable)).collect(),
            formula: formula.to_owned(),
            tolerance_percent: number_text_or(tolerance_percent, DEFAULT_PERCENT),
        }
    }

    pub(in crate::author::form) fn answer(&self, unit: &UnitForm, faults: &mut Vec<FieldFault>) -> Answer {
        let percent = read_number_or(&self.tolerance_percent, DEFAULT_PERCENT);
        Answer::Calculated {
            variables: self.drawn(faults),
            value: self.formula.as_str().into(),
            tolerance_percent: noted(percent, FieldName::TolerancePercent, faults),
            unit: unit.unit.as_str().into(),
            unit_required: unit.is_required,
        }
    }

    fn drawn(&self, faults: &mut Vec<FieldFault>) -> Entries<Variable> {
        let mut names = HashSet::new();
        let mut variables: Vec<(Box<str>, Variable)> = Vec::new();
        for (index, row) in self.variables.iter().enumerate().filter(|(_, row)| !row.is_empty()) {
            let variable = row.variable(index, faults);
            if names.insert(row.name.as_str()) {
                variables.push((row.name.as_str().into(), variable));
            } else {
                let fault = Fault::NameTwice(row.name.as_str().into());
                faults.push(FieldFault { field: FieldName::VariableName(index), fault });
            }
        }
        Entries(variables.into())
    }
}

impl VariableRow {
    fn of(name: &str, variable: &Variable) -> Self {
        let row = Self { name: name.to_owned(), is_in_bank: true, ..Self::default() };
        match variable {
            Variable::Range { from, to, step } => Self {
                from: number_text(*from),
                to: number_text(*to),
                step: number_text_or(*step, DEFAULT_STEP),
                ..row
            },
            Variable::Values(values) => Self { is_listed: true, values: list_text(values), ..row },
        }
    }

    /// Whether nobody has typed anything in it, so that it is not written.
    pub fn is_empty(&self) -> bool {
        let fields = [&self.name, &self.from, &self.to, &self.step, &self.values];
        !self.is_in_bank && fields.iter().all(|field| field.trim().is_empty())
    }

    fn variable(&self, index: usize, faults: &mut Vec<FieldFault>) -> Variable {
        if self.is_listed {
            return Variable::Values(noted(read_list(&self.values), FieldName::VariableValues(index), faults).into());
        }
        Variable::Range {
            from: noted(read_number(&self.from), FieldName::VariableFrom(index), faults),
            to: noted(read_number(&self.to), FieldName::VariableTo(index), faults),
            step: noted(read_number_or(&self.step, DEFAULT_STEP), FieldName::VariableStep(index), faults),
        }
    }
}
