//! Who is who in a report: merges those who were found to be one person, and tells who may be and who is missing.

use crate::class::{
    Attendance, Class, ClassLearner, ClassList, Decisions, DecisionsFault, Doubt, Proposal, have_names_apart, proposals,
};
use crate::cli::tables::{left_out, tell_encoding};
use crate::cli::{Failure, Outcome, tell};
use std::fs;
use std::io::Write;
use std::path::Path;

/// The class list that was given, and how it goes together with the class.
pub(super) struct Listed {
    pub list: ClassList,
    pub attendance: Attendance,
}

/// The class with those merged of whom the file `people` decides, and the class list where there is one.
pub(super) fn settle(
    mut class: Class,
    list: Option<&Path>,
    people: Option<&Path>,
    talk: &mut dyn Write,
) -> Result<(Class, Option<Listed>, Outcome), Failure> {
    let mut outcome = Outcome::Done;
    let list = list.map(|path| class_list(path, talk, &mut outcome)).transpose()?;
    let decisions = people.map(decisions).transpose()?.unwrap_or_default();
    if let Some(list) = &list {
        list.join(&mut class);
    }
    let known = ClassList::default();
    let open = proposals(&class, list.as_ref().unwrap_or(&known), &decisions);
    tell_proposals(&open, &class, people, talk);
    tell_names(&class, talk);
    let class = decisions.merged(class);
    let listed = list.map(|list| Listed { attendance: list.attendance(&class), list });
    if let Some(listed) = &listed {
        tell_strangers(&listed.attendance, &class, talk);
    }
    Ok((class, listed, outcome))
}

fn class_list(path: &Path, talk: &mut dyn Write, outcome: &mut Outcome) -> Result<ClassList, Failure> {
    let bytes = fs::read(path).map_err(|source| Failure::File { path: path.to_owned(), source })?;
    let read = ClassList::read(&bytes)
        .map_err(|fault| Failure::Table { path: path.to_owned(), reason: format!("line {}: {fault}", fault.line()) })?;
    tell_encoding(path, read.encoding, talk);
    *outcome = left_out(path, &read.faults, talk);
    Ok(read.list)
}

fn decisions(path: &Path) -> Result<Decisions, Failure> {
    let text = fs::read_to_string(path).map_err(|source| Failure::File { path: path.to_owned(), source })?;
    Decisions::read(&text).map_err(|fault| {
        let place = match &fault {
            DecisionsFault::Text { line, column, .. } => format!("line {line}, column {column}: "),
            DecisionsFault::Contradiction(_) => String::new(),
        };
        Failure::Table { path: path.to_owned(), reason: format!("{place}{fault}") }
    })
}

/// So many are told, and then how many more there are.
const MOST_TOLD: usize = 20;

fn tell_proposals(open: &[Proposal], class: &Class, file: Option<&Path>, talk: &mut dyn Write) {
    if open.is_empty() {
        return;
    }
    let file = match file {
        Some(path) => format!("add to {}", path.display()),
        None => "write, between [ and ], into a file that you name with --people,".to_owned(),
    };
    tell(talk, &format!("torus: some who count as several may be one person; {file} one of the two for each:"));
    for proposal in open.iter().take(MOST_TOLD) {
        let [same, different] = [true, false].map(|are_same| proposal.line(class, are_same));
        tell(talk, &format!("  {}: {same}, or {different},{}", names(proposal, class), doubt(proposal.doubt)));
    }
    tell_more(open.len(), talk);
}

fn tell_more(all: usize, talk: &mut dyn Write) {
    if all > MOST_TOLD {
        tell(talk, &format!("  and {} more", all - MOST_TOLD));
    }
}

fn names(proposal: &Proposal, class: &Class) -> String {
    let name = |place: u32| &class.learners[place as usize].name;
    let (one, other) = (name(proposal.one), name(proposal.other));
    if one == other { one.to_string() } else { format!("{one} and {other}") }
}

fn doubt(doubt: Option<Doubt>) -> &'static str {
    match doubt {
        None => "",
        Some(Doubt::ListedTwice) => " (two of that name are on the class list)",
        Some(Doubt::SatAtOnce) => " (both answered at the same time)",
    }
}

/// Tells of ids under which there were several names: nobody can say whose sittings are whose.
fn tell_names(class: &Class, talk: &mut dyn Write) {
    let several: Vec<&ClassLearner> = class.learners.iter().filter(|learner| have_names_apart(learner)).collect();
    for learner in several.iter().take(MOST_TOLD) {
        let also = learner.also.join(", ");
        tell(talk, &format!("torus: {} is called {} and has also been called {also}", learner.id, learner.name));
    }
    tell_more(several.len(), talk);
}

fn tell_strangers(attendance: &Attendance, class: &Class, talk: &mut dyn Write) {
    let strangers = &attendance.not_listed;
    for place in strangers.iter().take(MOST_TOLD) {
        let ClassLearner { id, name, .. } = &class.learners[*place as usize];
        tell(talk, &format!("torus: {name} ({id}) is not on the class list"));
    }
    tell_more(strangers.len(), talk);
}
