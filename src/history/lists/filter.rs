//! Filters records, and runs the queries behind both lists of them.

use crate::history::learners::normal_name;
use crate::history::{History, HistoryError, Unreadable};
use rusqlite::{Row, Statement, named_params};
use uuid::Uuid;

/// Which records are wanted; all that is set must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only learners of exactly this name.
    pub learner_name: Option<String>,
    /// Only this learner.
    pub learner_id: Option<i64>,
    /// Only questions, or sittings, of the bank with this id.
    pub bank: Option<String>,
    /// Only this sitting.
    pub sitting: Option<Uuid>,
}

impl History {
    /// Runs a query that takes the four parameters of a filter and hands each record to `take`, which can end it.
    /// `columns` looks up where the query's columns are, once; `read` makes a record of a row. Gives back what could
    /// not be made a record of.
    pub(super) fn for_each_record<C, R, E: From<HistoryError>>(
        &self,
        sql: &str,
        filter: &Filter,
        columns: fn(&Statement<'_>) -> rusqlite::Result<C>,
        read: fn(&Row<'_>, &C) -> rusqlite::Result<R>,
        mut take: impl FnMut(R) -> Result<(), E>,
    ) -> Result<Vec<Unreadable>, E> {
        let failed = |error: rusqlite::Error| E::from(error.into());
        let mut statement = self.connection.prepare_cached(sql).map_err(failed)?;
        let columns = columns(&statement).map_err(failed)?;
        let learner_name = filter.learner_name.as_deref().map(normal_name);
        let sitting = filter.sitting.map(|id| id.to_string());
        let mut rows = statement
            .query(named_params! {
                ":learner_name": learner_name,
                ":learner_id": filter.learner_id,
                ":bank": filter.bank,
                ":sitting": sitting,
            })
            .map_err(failed)?;
        let mut unreadable = Vec::new();
        while let Some(row) = rows.next().map_err(failed)? {
            match read(row, &columns) {
                Ok(record) => take(record)?,
                Err(error) => unreadable.push(Unreadable::in_row(row, error).map_err(failed)?),
            }
        }
        Ok(unreadable)
    }
}
