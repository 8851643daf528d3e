//! Who is who in the tables of a class: merges those who were found to be one person, and tells who may be and who is missing.

use crate::class::{
    Attendance, Class, ClassLearner, ClassList, Decisions, DecisionsFault, Doubt, Proposal, have_names_apart,
    proposals, without_names,
};
use crate::cli::tables::{left_out, tell_encoding};
use crate::cli::{Failure, Outcome, tell};
use std::fs;
use std::io::Write;
use std::path::Path;

/// What was asked for.
pub(super) struct Choices<'p> {
    /// The class list.
    pub list: Option<&'p Path>,
    /// Who is who, as decided.
    pub decisions: Option<&'p Path>,
    /// Whether names are left out.
    pub is_anonymous: bool,
}

/// The class list that was given, and how it goes together with the class.
pub(super) struct Listed {
    pub list: ClassList,
    pub attendance: Attendance,
}

/// The class with those merged of whom it was decided, and the class list where one was given; both without names where
/// these are left out.
pub(super) fn settle(
    choices: &Choices,
    mut class: Class,
    talk: &mut dyn Write,
) -> Result<(Class, Option<Listed>, Outcome), Failure> {
    let mut outcome = Outcome::Done;
    let list = choices.list.map(|path| class_list(path, talk, &mut outcome)).transpose()?;
    let decisions = choices.decisions.map(decisions).transpose()?.unwrap_or_default();
    if let Some(list) = &list {
        list.join(&mut class);
    }
    let known = ClassList::default();
    let open = proposals(&class, list.as_ref().unwrap_or(&known), &decisions);
    if choices.is_anonymous {
        tell_number_of_proposals(open.len(), talk);
    } else {
        tell_proposals(&open, &class, choices.decisions, talk);
        tell_names(&class, talk);
    }
    let class = decisions.merged(class);
    let listed = list.map(|list| Listed { attendance: list.attendance(&class), list });
    if let Some(listed) = &listed {
        if choices.is_anonymous {
            tell_number_of_strangers(listed.attendance.not_listed.len(), talk);
        } else {
            tell_strangers(&listed.attendance, &class, talk);
        }
    }
    if choices.is_anonymous {
        let listed = listed.map(|listed| Listed { list: listed.list.without_names(), ..listed });
        return Ok((without_names(class), listed, outcome));
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
pub(super) const MOST_TOLD: usize = 20;

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

fn tell_number_of_proposals(pairs: usize, talk: &mut dyn Write) {
    if pairs > 0 {
        let pairs = if pairs == 1 { "1 pair".to_owned() } else { format!("{pairs} pairs") };
        tell(
            talk,
            &format!("torus: {pairs} of those who count as several may be one person: told without --anonymous"),
        );
    }
}

fn tell_number_of_strangers(learners: usize, talk: &mut dyn Write) {
    match learners {
        0 => {}
        1 => tell(talk, "torus: 1 learner is not on the class list"),
        learners => tell(talk, &format!("torus: {learners} learners are not on the class list")),
    }
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
