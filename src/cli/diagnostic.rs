//! Shows a problem with its line, underlined.

use super::Failure;
use super::printed::Printed;
use crate::bank::{Severity, explanation};
use crate::facts::table_explanation;
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

    /// Writes `printed` to `out`.
    pub fn write(&self, printed: &Printed, out: &mut Vec<u8>) -> Result<(), Failure> {
        let shown = Shown::of(printed);
        let level = match printed.severity {
            Severity::Error => Level::Error,
            Severity::Warning => Level::Warning,
        };
        let page = || explanation(printed.code).or_else(|| table_explanation(printed.code));
        let fix = || page().map(|page| page.fix).unwrap_or_default();
        let told = printed.shown.label.as_deref().unwrap_or_else(fix);
        let label = Label::primary((), shown.excerpt.underlined.clone()).with_message(plain(told));
        let message = plain(&printed.shown.message);
        let mut diagnostic = Diagnostic::new(level).with_code(printed.code).with_message(message).with_label(label);
        if let Some(question) = &printed.question {
            diagnostic = diagnostic.with_note(format!("question \"{}\"", plain(question)));
        }
        let written = match self.has_colours {
            true => emit_to_write_style(&mut Ansi::new(out), &self.config, &shown, &diagnostic),
            false => emit_to_io_write(out, &self.config, &shown, &diagnostic),
        };
        written.map_err(|error| Failure::Output(io::Error::other(error)))
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
    fn of(printed: &Printed) -> Self {
        let excerpt = Excerpt::of(&printed.shown.line, &printed.shown.underlined);
        Self { file: plain(&printed.file), line: printed.line, excerpt }
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
    use super::super::printed;
    use super::*;

    fn shown(underlined: Range<usize>, message: &str, label: Option<&'static str>, line: &str) -> String {
        let column = line.get(..underlined.start).unwrap_or(line).chars().count() + 1;
        let shown = printed::Shown {
            message: message.to_owned(),
            label: label.map(Into::into),
            line: line.to_owned(),
            underlined,
        };
        let (file, message) = ("b.ron".to_owned(), message.to_owned());
        let severity = Severity::Error;
        let printed = Printed { file, line: 14, column, severity, code: "blank", message, question: None, shown };
        let mut out = Vec::new();
        Diagnostics::new(false).write(&printed, &mut out).expect("written");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn a_problem_is_shown_with_its_line_underlined() {
        assert_eq!(
            shown(7..12, "the prompt is blank", Some("write one"), "  é: \u{1b}\"a b\", x"),
            "error[blank]: the prompt is blank\n   ┌─ b.ron:14:7\n   │\n14 │   é:  \"a b\", x\n   │       ^^^^^ write one\n\n"
        );
    }

    #[test]
    fn what_has_no_help_is_told_what_the_page_of_its_code_says() {
        let fix = explanation("blank").expect("a page").fix;
        assert!(shown(0..2, "wrong", None, "ab").contains(&format!("^^ {fix}")));
    }

    #[test]
    fn a_long_line_is_shown_in_part_with_its_true_column() {
        let line = format!("{}\"here\"{}", "é, ".repeat(50_000), ", x".repeat(50_000));
        let shown = shown(200_000..200_006, "wrong", None, &line);
        assert!(shown.contains("b.ron:14:150001"), "{shown}");
        assert!(shown.contains("\"here\"") && shown.contains(" ^^^^^^ "), "{shown}");
        assert!(shown.len() < 1_000, "{shown}");
    }

    #[test]
    fn a_place_beyond_the_line_is_its_end() {
        assert!(shown(98..99, "wrong", None, "ab").contains("b.ron:14:3"));
        assert!(shown(0..0, "wrong", None, "").contains("b.ron:14:1"));
    }
}
