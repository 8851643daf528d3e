//! Shows a problem with the line it is about, underlined. Knows no rule and opens no file.

use super::Failure;
use super::check::Finding;
use crate::bank::{Severity, explanation};
use crate::syntax::Excerpt;
use codespan_reporting::diagnostic::{Diagnostic, Label, Severity as Level};
use codespan_reporting::files::{Error, Files};
use codespan_reporting::term::termcolor::Ansi;
use codespan_reporting::term::{Config, emit_to_io_write, emit_to_write_style};
use std::io;
use std::ops::Range;

/// Writes problems, with colours or without.
pub(super) struct Diagnostics {
    config: Config,
    has_colours: bool,
}

impl Diagnostics {
    /// For a terminal or for a file.
    pub fn new(has_colours: bool) -> Self {
        Self { config: Config::default(), has_colours }
    }

    /// Writes `finding`, which is about `line`, to `out`.
    pub fn write(&self, finding: &Finding, line: &str, out: &mut Vec<u8>) -> Result<(), Failure> {
        let shown = Shown::of(finding, line);
        let level = match finding.severity {
            Severity::Error => Level::Error,
            Severity::Warning => Level::Warning,
        };
        let (what, advice) = in_two(&finding.message);
        let fix = sign_missing(what).or_else(|| explanation(finding.code).map(|page| page.fix));
        let label = Label::primary((), shown.excerpt.underlined.clone())
            .with_message(plain(advice.or(fix).unwrap_or_default()));
        let mut diagnostic = Diagnostic::new(level).with_code(finding.code).with_message(plain(what)).with_label(label);
        if let Some(question) = &finding.question {
            diagnostic = diagnostic.with_note(format!("question \"{}\"", plain(question)));
        }
        let written = match self.has_colours {
            true => emit_to_write_style(&mut Ansi::new(out), &self.config, &shown, &diagnostic),
            false => emit_to_io_write(out, &self.config, &shown, &diagnostic),
        };
        written.map_err(|error| Failure::Output(io::Error::other(error)))
    }
}

/// What is wrong, and what to do: messages part the two by the last colon that is not inside quotation marks or code.
fn in_two(message: &str) -> (&str, Option<&str>) {
    let is_even = |at: usize, sign: char| message[..at].matches(sign).count().is_multiple_of(2);
    let is_outside = |at: &usize| is_even(*at, '"') && is_even(*at, '`');
    match message.rmatch_indices(": ").map(|(at, _)| at).find(is_outside) {
        Some(at) => (&message[..at], Some(&message[at + 2..])),
        None => (message, None),
    }
}

/// What to say at the place where a sign is missing, which the message names.
fn sign_missing(message: &str) -> Option<&'static str> {
    match message {
        "expected a closing quotation mark" => Some("this text has none at its end"),
        _ if ["expected a comma", "expected a colon", "expected a closing"]
            .iter()
            .any(|start| message.starts_with(start)) =>
        {
            Some("write it before this")
        }
        _ if message.starts_with("expected ") => Some("here"),
        _ => None,
    }
}

/// Control characters from a bank must not reach a terminal.
fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// The part of a line that is shown, with its place in the file.
#[derive(Debug)]
struct Shown {
    file: String,
    line: usize,
    excerpt: Excerpt,
}

impl Shown {
    fn of(finding: &Finding, line: &str) -> Self {
        Self { file: plain(&finding.file), line: finding.line, excerpt: Excerpt::of(line, finding.column) }
    }
}

impl<'a> Files<'a> for Shown {
    type FileId = ();
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(&self.file)
    }

    fn source(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(&self.excerpt.text)
    }

    fn line_index(&'a self, (): (), _byte: usize) -> Result<usize, Error> {
        Ok(0)
    }

    fn line_number(&'a self, (): (), _line: usize) -> Result<usize, Error> {
        Ok(self.line)
    }

    fn column_number(&'a self, (): (), _line: usize, byte: usize) -> Result<usize, Error> {
        let before = self.excerpt.text.get(..byte).unwrap_or(&self.excerpt.text);
        Ok(self.excerpt.skipped_chars + before.chars().count() + 1)
    }

    fn line_range(&'a self, (): (), _line: usize) -> Result<Range<usize>, Error> {
        Ok(0..self.excerpt.text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(column: usize, message: &str) -> Finding {
        let (file, message) = ("b.ron".to_owned(), message.to_owned());
        Finding { file, line: 14, column, severity: Severity::Error, code: "blank", message, question: None }
    }

    fn shown(column: usize, message: &str, line: &str) -> String {
        let mut out = Vec::new();
        Diagnostics::new(false).write(&finding(column, message), line, &mut out).expect("written");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn a_problem_is_shown_with_its_line_underlined() {
        assert_eq!(
            shown(7, "the prompt is blank: write one", "  é: \u{1b}\"a b\", x"),
            "error[blank]: the prompt is blank\n   ┌─ b.ron:14:7\n   │\n14 │   é:  \"a b\", x\n   │       ^^^^^ write one\n\n"
        );
    }

    #[test]
    fn a_long_line_is_shown_in_part_with_its_true_column() {
        let line = format!("{}\"here\"{}", "é, ".repeat(50_000), ", x".repeat(50_000));
        let shown = shown(150_001, "wrong", &line);
        assert!(shown.contains("b.ron:14:150001"), "{shown}");
        assert!(shown.contains("\"here\"") && shown.contains(" ^^^^^^ "), "{shown}");
        assert!(shown.len() < 1_000, "{shown}");
    }

    #[test]
    fn a_sign_that_is_missing_is_asked_for_where_it_belongs() {
        let check = |message: &str, label: &str| assert_eq!(sign_missing(message), Some(label), "{message}");
        check("expected a comma between this one and the one before", "write it before this");
        check("expected a closing bracket `]` after the last one of the list", "write it before this");
        check("expected a closing quotation mark", "this text has none at its end");
        check("expected a whole number", "here");
        assert_eq!(sign_missing("the id is blank"), None);
    }

    #[test]
    fn a_place_beyond_the_line_is_its_end() {
        assert!(shown(99, "wrong", "ab").contains("b.ron:14:3"));
        assert!(shown(1, "wrong", "").contains("b.ron:14:1"));
    }

    #[test]
    fn the_advice_is_what_stands_after_the_last_colon_outside_quotation_marks() {
        assert_eq!(in_two("two options are alike: \"a: b\""), ("two options are alike", Some("\"a: b\"")));
        assert_eq!(in_two("\"a: b\" is wrong: do: it"), ("\"a: b\" is wrong: do", Some("it")));
        assert_eq!(in_two("expected a name: write `name: value`"), ("expected a name", Some("write `name: value`")));
        assert_eq!(in_two("\"a: b\" is wrong"), ("\"a: b\" is wrong", None));
    }
}
