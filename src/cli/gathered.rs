//! The class that the tables of learners make together, and what is told of each table and of copies. Measures nothing.

use super::tables::tell_table;
use super::talk::tell;
use super::{Failure, Outcome};
use crate::bank::Quietly;
use crate::class::{Class, Copies};
use crate::disk::{TableFileError, gather_tables};
use std::io::Write;
use std::path::PathBuf;

/// Reads all tables together. A row or a table that cannot be used is told, and the others count; `None` where no table can be
/// used. Where names are left out, no file is named but for its faults, and no learner.
pub(super) fn gathered(
    paths: &[PathBuf],
    is_anonymous: bool,
    talk: &mut dyn Write,
    outcome: &mut Outcome,
) -> Result<Option<Class>, Failure> {
    let Some(tables) = gather_tables(paths, &Quietly) else { return Ok(None) };
    let mut read = 0;
    for (path, told) in paths.iter().zip(tables.told) {
        *outcome = (*outcome).max(match told {
            Ok(told) => {
                read += 1;
                tell_table(path, &told, is_anonymous, talk)
            }
            Err(TableFileError::Table(fault)) => {
                tell(talk, &format!("{}:{}: {fault}", path.display(), fault.line()));
                Outcome::InputWrong
            }
            Err(TableFileError::File(source)) => return Err(Failure::File { path: path.clone(), source }),
        });
    }
    if read == 0 {
        return Ok(None);
    }
    let gathered = tables.gathering.finish();
    if is_anonymous {
        tell_number_of_copies(gathered.copies.len(), talk);
    } else {
        gathered.copies.iter().for_each(|copies| tell_copies(copies, &gathered.class, paths, talk));
    }
    match gathered.doubled_rows {
        0 => {}
        1 => tell(talk, "torus: 1 row stands twice in its table and counts once"),
        rows => tell(talk, &format!("torus: {rows} rows stand twice in their tables and count once")),
    }
    Ok(Some(gathered.class))
}

fn tell_number_of_copies(sittings: usize, talk: &mut dyn Write) {
    match sittings {
        0 => {}
        1 => tell(talk, "torus: 1 sitting differs between tables, and its longer or later copy counts"),
        sittings => {
            tell(
                talk,
                &format!(
                    "torus: {sittings} sittings differ between tables, and the longer or later copy of each counts"
                ),
            );
        }
    }
}

fn tell_copies(copies: &Copies, class: &Class, paths: &[PathBuf], talk: &mut dyn Write) {
    let name = |table: u32| paths[table as usize].display().to_string();
    let set_aside: Vec<String> = copies.set_aside.iter().map(|table| name(*table)).collect();
    let sitting = &class.sittings[copies.sitting as usize].id;
    let kept = name(copies.kept);
    tell(
        talk,
        &format!(
            "{}: sitting {sitting} differs from that in {kept}, which is longer or later and counts",
            set_aside.join(", ")
        ),
    );
}
