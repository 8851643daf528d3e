//! `torus generate --report`: what each ask made, what it did not and why, in words for people or as an object for programs.

use crate::bank::Kind;
use crate::cli::talk::counted;
use crate::facts::{AskReport, Caution, NotMade, Reason, Report};
use clap::ValueEnum;
use serde::Serialize;
use std::io::{self, Write};

/// How the report is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For people: what to mend first
    Text,
    /// For programs: one object
    Json,
}

/// A new name in a spreadsheet that is nearly one of the table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct NearName {
    /// The spreadsheet.
    pub file: String,
    pub line: usize,
    pub name: Box<str>,
    /// What may be meant.
    pub near: Box<str>,
}

/// All that is told.
#[derive(Serialize)]
pub(super) struct Told<'a> {
    pub near_names: &'a [NearName],
    #[serde(flatten)]
    pub report: &'a Report,
}

/// Prints the report.
pub(super) fn write(told: &Told, format: ReportFormat, out: &mut dyn Write) -> io::Result<()> {
    match format {
        ReportFormat::Text => out.write_all(text(told).as_bytes()),
        ReportFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, told)?;
            writeln!(out)
        }
    }
}

/// What can be mended first, and then each ask.
fn text(told: &Told) -> String {
    let mut text = String::new();
    let mut section = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            text.push_str(&format!("{title}\n"));
            lines.iter().for_each(|line| text.push_str(&format!("  {line}\n")));
            text.push('\n');
        }
    };
    let Report { asks, in_no_bank, never_shown, trivia, .. } = told.report;
    let near = told.near_names.iter();
    let near =
        near.map(|NearName { file, line, name, near }| format!("{file}:{line}: \"{name}\": did you mean \"{near}\"?"));
    section("Names in rows near a known one", near.collect());
    let is_idle = |ask: &&AskReport| ask.questions == 0 && !reasons(ask, can_be_mended).is_empty();
    section("Asks that made nothing", asks.iter().filter(is_idle).flat_map(idle_lines).collect());
    section("Entities that no question asks for, offers or tells", list(never_shown));
    section("Questions that ask to type what is long or told once", list(trivia));
    section("Facts whose topic is in no bank", list(in_no_bank));
    let relations = asks.chunk_by(|one, other| one.relation == other.relation);
    section("What each relation made", relations.flat_map(relation_lines).collect());
    text
}

fn list(ids: &[Box<str>]) -> Vec<String> {
    if ids.is_empty() { Vec::new() } else { vec![some(ids.iter().map(|id| &**id))] }
}

/// The first few of a list, and how many more.
fn some<'a>(mut ids: impl Iterator<Item = &'a str>) -> String {
    const SHOWN: usize = 12;
    let shown: Vec<&str> = ids.by_ref().take(SHOWN).collect();
    match ids.count() {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

fn can_be_mended(reason: &Reason) -> bool {
    !reason.is_intended()
}

/// Of an ask that made something: not every fact has a place in a set.
fn is_worth_telling(reason: &Reason) -> bool {
    can_be_mended(reason) && !matches!(reason, Reason::NoSet | Reason::OneRight)
}

/// Why an ask made nothing, with what it left out for each reason.
fn idle_lines(ask: &AskReport) -> Vec<String> {
    let head = format!("{} of \"{}\": nothing of {}", ask.ask.as_str(), ask.relation, counted(ask.facts, "fact"));
    std::iter::once(head).chain(reasons(ask, can_be_mended).into_iter().map(|reason| format!("  {reason}"))).collect()
}

/// What the asks of a relation made in a line, and what they left out that could be mended.
fn relation_lines(asks: &[AskReport]) -> Vec<String> {
    let Some(first) = asks.first() else { return Vec::new() };
    let made: Vec<String> = asks.iter().map(|ask| format!("{} {}", ask.ask.as_str(), ask.questions)).collect();
    let head = format!("\"{}\" ({}): {}", first.relation, counted(first.facts, "fact"), made.join(", "));
    let left_out = asks.iter().filter(|ask| ask.questions > 0).flat_map(|ask| {
        reasons(ask, is_worth_telling).into_iter().map(|reason| format!("  {}: {reason}", ask.ask.as_str()))
    });
    std::iter::once(head).chain(left_out).collect()
}

/// Each reason that is to be told in a line with its facts, the most frequent first.
fn reasons(ask: &AskReport, is_told: fn(&Reason) -> bool) -> Vec<String> {
    let mut reasons: Vec<(String, Vec<&str>)> = Vec::new();
    for NotMade { fact, reason } in ask.not_made.iter().filter(|each| is_told(&each.reason)) {
        let words = words(reason);
        match reasons.iter_mut().find(|(known, _)| *known == words) {
            Some((_, facts)) => facts.push(fact),
            None => reasons.push((words, vec![fact])),
        }
    }
    reasons.sort_by_key(|(_, facts)| std::cmp::Reverse(facts.len()));
    reasons.into_iter().map(|(words, facts)| format!("{words}: {}", some(facts.into_iter()))).collect()
}

/// Why, and what helps.
fn words(reason: &Reason) -> String {
    match reason {
        Reason::Forbidden { caution } => format!("the caution {} forbids it", caution_words(caution)),
        Reason::Without { kinds } => {
            let kinds: Vec<&str> = kinds.iter().map(|kind: &Kind| kind.as_str()).collect();
            format!("`without` names {}", kinds.join(" and "))
        }
        Reason::NoDate => "it needs a date, and these have none".into(),
        Reason::HiddenDate { caution } => {
            format!("it needs a date, and the caution {} keeps it from being told", caution_words(caution))
        }
        Reason::NoNote => "it needs a note, and these have none".into(),
        Reason::NoObject => "it needs an object, and these have none".into(),
        Reason::GivesAway => "every sentence names what it asks for".into(),
        Reason::TooFewProven { others, proven } => format!(
            "of {} of its class {proven} can be offered as wrong for sure (two are needed): name some under `wrong`, \
             add entities, or say `One` or `All` of the relation where that is so",
            counted(*others, "other")
        ),
        Reason::TooFewNear { proven, near } => format!(
            "{near} of {} near enough (two are needed): give them a `kin`, or name some under `wrong`",
            if *proven == 1 { "1 wrong answer is".to_owned() } else { format!("{proven} wrong answers are") }
        ),
        Reason::TooFewNumbers => {
            "fewer than two wrong numbers are near: add `neighbours`, or facts with other years or amounts".into()
        }
        Reason::SeveralRight => "more than one answer is right, or may be".into(),
        Reason::OneRight => "only one answer is right, and it asks for several".into(),
        Reason::NoSet => "they fit into no set in which all can be told apart".into(),
        Reason::Flaw { code } => format!("the check finds {code} (`torus explain {code}`)"),
        Reason::AskedOtherwise => "another question asks for the same".into(),
        Reason::Crowded => "there are as many better questions on each as `per_fact` allows".into(),
        Reason::Repeats => "another question says the same".into(),
        Reason::BankFull => "the bank holds its `most`".into(),
        Reason::OutOfBalance => "left out so that guessing does not pay in the bank as a whole".into(),
    }
}

/// A caution as the table has it.
fn caution_words(caution: &Caution) -> String {
    match caution {
        Caution::AskNot(asked) => format!("AskNot({asked:?})"),
        Caution::AsOf(time) => format!("AsOf(\"{time}\")"),
        Caution::Superseded(_) => "Superseded".into(),
        Caution::Say(word) => format!("Say(\"{word}\")"),
        Caution::SayNot(words) => format!("SayNot(\"{words}\")"),
        Caution::Tell(_) => "Tell".into(),
    }
}
