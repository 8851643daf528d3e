//! A bank that goes to another program, as it would arrive there. Writes nothing.

use crate::app::state::remark_groups::{RemarkGroup, grouped};
use crate::bank::Bank;
use crate::exchange::{Exported, Severity, Target};
use std::collections::HashMap;
use std::sync::Arc;

/// What the page shows where a bank goes to another program.
#[derive(Debug)]
pub struct BankExport {
    /// The bank.
    pub bank: Arc<Bank>,
    /// For which program.
    pub target: Target,
    /// What arrives; `None` until that is known.
    pub written: Option<Arc<Written>>,
    /// Which order it waits for.
    pub number: u64,
}

/// What arrives of a bank.
#[derive(Debug)]
pub struct Written {
    /// The file.
    pub exported: Exported,
    /// What is lost, put together; by places in the bank.
    pub groups: Vec<RemarkGroup>,
}

impl Written {
    /// Looks over what was written of the bank.
    pub fn new(bank: &Bank, exported: Exported) -> Self {
        let places: HashMap<&str, usize> =
            bank.questions.iter().enumerate().map(|(place, question)| (&*question.id, place)).collect();
        let remarks = exported.remarks.iter().map(|(id, remark)| (places.get(&**id).copied(), remark));
        let groups = grouped(remarks);
        Self { exported, groups }
    }

    /// How many questions do not arrive.
    pub fn left_out(&self) -> usize {
        let remarks = self.exported.remarks.iter();
        remarks.filter(|(_, remark)| remark.severity() == Severity::LeftOut).count()
    }
}

impl BankExport {
    /// Whether it can be saved: it is known what arrives, and something does.
    pub fn is_ready(&self) -> bool {
        self.written.as_ref().is_some_and(|written| written.exported.made > 0)
    }
}
