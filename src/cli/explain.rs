//! `torus explain`: why a check exists, its source, and an example.

use super::{Failure, Outcome};
use crate::bank::{Explanation, Severity, explanation, explanations};
use crate::facts::{table_explanation, table_explanations};
use clap::Args;
use std::io::Write;

const EXAMPLES: &str = "\
Examples:
  torus explain longest-key
  torus explain unknown-field
  torus explain two-of-one

`torus check` names the code of each problem, and so does `torus generate`.";

/// What was typed after `torus explain`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct ExplainArgs {
    /// The code of a problem, such as longest-key
    #[arg(value_name = "CODE")]
    pub code: String,
}

/// Prints the page of the code.
pub(super) fn run(args: &ExplainArgs, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let code = args.code.trim().to_lowercase();
    match explanation(&code).or_else(|| table_explanation(&code)) {
        Some(page) => out.write_all(text(page).as_bytes())?,
        None => return Err(Failure::UnknownCode { nearest: nearest(&code), code: args.code.clone() }),
    }
    Ok(Outcome::Done)
}

/// The pages on banks, then those on tables.
fn pages() -> impl Iterator<Item = &'static Explanation> {
    explanations().chain(table_explanations())
}

/// Columns of the page: what every terminal has.
const WIDTH: usize = 80;

fn text(page: &Explanation) -> String {
    let severity = match page.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let (why, fix) = (filled("Why: ", page.why), filled("What to do: ", page.fix));
    let source = filled("Source: ", page.source);
    let (before, after) = (indented(page.before), indented(page.after));
    let title = filled(&format!("{} ({severity}): ", page.code), page.title);
    format!("{title}\n\n{why}\n{fix}\n{source}\n\nBefore:\n{before}\n\nAfter:\n{after}\n")
}

fn filled(label: &str, words: &str) -> String {
    textwrap::fill(&format!("{label}{words}"), textwrap::Options::new(WIDTH).subsequent_indent("  "))
}

fn indented(example: &str) -> String {
    textwrap::indent(example, "    ")
}

/// How alike a code must be to what was typed, on the scale of Jaro and Winkler from 0 to 1: by trial, less finds codes
/// that share no more than some letters.
const LEAST_LIKENESS: f64 = 0.75;
const MOST_SHOWN: usize = 3;

/// The codes that are most like what was typed, or that hold a word of it.
fn nearest(code: &str) -> Vec<&'static str> {
    let likeness = |known: &str| {
        let shares_word = known.split('-').any(|word| word.len() > 3 && code.split('-').any(|typed| typed == word));
        if shares_word { 1.0 } else { strsim::jaro_winkler(code, known) }
    };
    let mut known: Vec<(f64, &str)> = pages().map(|page| (likeness(page.code), page.code)).collect();
    known.sort_by(|left, right| right.0.total_cmp(&left.0));
    known
        .into_iter()
        .filter(|(likeness, _)| *likeness >= LEAST_LIKENESS)
        .take(MOST_SHOWN)
        .map(|(_, code)| code)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_fits_a_terminal_but_for_its_example() {
        for page in pages() {
            let text = text(page);
            let (told, _) = text.split_once("Before:").expect("an example");
            assert!(told.lines().all(|line| line.chars().count() <= WIDTH), "{told}");
        }
    }

    #[test]
    fn what_is_near_a_code_finds_it() {
        assert_eq!(nearest("longst-key")[0], "longest-key");
        assert_eq!(nearest("feild").len(), 0);
        assert!(nearest("field").contains(&"unknown-field"));
        assert!(nearest("negative").contains(&"negative-prompt"));
        assert_eq!(nearest("zzz"), Vec::<&str>::new());
    }
}
