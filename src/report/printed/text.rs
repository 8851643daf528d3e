//! A paper as plain text that reads well on a terminal of 80 columns and on paper. Sends no control characters.

use super::key::{key_line, letter};
use super::rich::picture_words;
use super::task::{BLANK, Task, picture, task};
use super::{Printout, points, printable};
use crate::paper::PaperItem;
use crate::text::{literal_but_maths, plain, plain_with};
use std::io::{self, Write};
use textwrap::Options;

/// The width of a terminal since the DEC VT100.
const COLUMNS: usize = 80;

/// Writes the paper, and the key after it if it is wanted.
pub(super) fn write(printout: &Printout, out: &mut dyn Write) -> io::Result<()> {
    let title = printable(&printout.title());
    paragraph(out, &title, "", "")?;
    writeln!(out, "Seed {} · {}", printout.paper.seed, printout.extent())?;
    writeln!(out, "\nName: ______________________________    Date: ____________________")?;
    for (index, item) in printout.paper.items.iter().enumerate() {
        writeln!(out)?;
        question(out, index + 1, item)?;
    }
    if printout.with_key { key(printout, &title, out) } else { Ok(()) }
}

fn question(out: &mut dyn Write, number: usize, item: &PaperItem) -> io::Result<()> {
    let number = format!("{number:>3}. ");
    let indent = " ".repeat(number.len());
    let worth = item.question.points;
    let worth = if worth == 1.0 { String::new() } else { format!(" ({})", points(worth)) };
    paragraph(out, &format!("{}{worth}", readable(item.question.prompt.trim())), &number, &indent)?;
    if let Some(picture) = picture(&item.question) {
        let (path, alt) = picture;
        paragraph(out, &printable(&picture_words(path, alt)), &indent, &indent)?;
    }
    space(out, &task(item), &indent)
}

fn space(out: &mut dyn Write, task: &Task, indent: &str) -> io::Result<()> {
    match task {
        Task::Options(lettered) => options(out, lettered, indent, ""),
        Task::TrueFalse => writeln!(out, "{indent}[ ] True    [ ] False"),
        Task::Number(unit) => writeln!(out, "{indent}Answer: ____________ {}", printable(unit).trim()),
        Task::Line => writeln!(out, "{indent}Answer: ______________________________"),
        Task::Lettered { instruction, options: lettered, line } => {
            writeln!(out, "{indent}({instruction})")?;
            options(out, lettered, indent, if line.is_empty() { "[ ] " } else { "" })?;
            if line.is_empty() { Ok(()) } else { writeln!(out, "{indent}{line} {BLANK}") }
        }
        Task::Columns { instruction, blanks, options } => {
            writeln!(out, "{indent}({instruction})")?;
            columns(out, blanks, options, indent)
        }
        Task::Words { text, lists } => {
            let gap = |number: usize| match lists.get(number).map_or(&[][..], Vec::as_slice) {
                [] => BLANK.to_owned(),
                options => {
                    let options: Vec<_> =
                        options.iter().map(|option| plain(&literal_but_maths(option)).into_owned()).collect();
                    format!("{BLANK} ({})", options.join(" / "))
                }
            };
            paragraph(out, printable(&text.plain_with(&picture_words, &gap)).trim(), indent, indent)
        }
        Task::Lines(count) => (0..*count).try_for_each(|_| writeln!(out, "{indent}{}", "_".repeat(COLUMNS - 10))),
    }
}

/// Blanks on the left, letters on the right, both wrapped.
fn columns(out: &mut dyn Write, blanks: &[String], options: &[String], indent: &str) -> io::Result<()> {
    const GAP: usize = 2;
    let width = (COLUMNS - indent.len() - GAP) / 2;
    let wrap = |first: &str, text: &str| -> Vec<String> {
        let rest = " ".repeat(first.len());
        let text = readable(text);
        let lines = textwrap::wrap(&text, Options::new(width).initial_indent(first).subsequent_indent(&rest));
        lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
    };
    let left: Vec<String> = blanks.iter().flat_map(|text| wrap("____ ", text)).collect();
    let lettered = options.iter().enumerate();
    let right: Vec<String> = lettered.flat_map(|(index, text)| wrap(&format!("{}) ", letter(index)), text)).collect();
    for row in 0..left.len().max(right.len()) {
        let cell = |column: &[String]| column.get(row).cloned().unwrap_or_default();
        let (left, right) = (cell(&left), cell(&right));
        let padding = " ".repeat((width + GAP).saturating_sub(textwrap::core::display_width(&left)));
        writeln!(out, "{}", format!("{indent}{left}{padding}{right}").trim_end())?;
    }
    Ok(())
}

fn options(out: &mut dyn Write, options: &[String], indent: &str, tick_box: &str) -> io::Result<()> {
    for (index, option) in options.iter().enumerate() {
        let lead = format!("{indent}{tick_box}{}) ", letter(index));
        let indent = " ".repeat(lead.len());
        paragraph(out, &readable(option), &lead, &indent)?;
    }
    Ok(())
}

fn key(printout: &Printout, title: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out)?;
    paragraph(out, &format!("Key: {title}"), "", "")?;
    writeln!(out, "Seed {}\n", printout.paper.seed)?;
    for (index, item) in printout.paper.items.iter().enumerate() {
        let number = format!("{:>3}. ", index + 1);
        let indent = " ".repeat(number.len());
        paragraph(out, &readable(&key_line(item)), &number, &indent)?;
    }
    Ok(())
}

/// The plain form of CommonMark, without control characters.
fn readable(text: &str) -> String {
    printable(&plain_with(text, &picture_words))
}

/// Wraps each line of `text`; `first` leads the first line, `rest` every other.
fn paragraph(out: &mut dyn Write, text: &str, first: &str, rest: &str) -> io::Result<()> {
    let options = Options::new(COLUMNS).initial_indent(first).subsequent_indent(rest);
    for (number, line) in text.lines().chain(text.is_empty().then_some("")).enumerate() {
        let options = if number == 0 { options.clone() } else { options.clone().initial_indent(rest) };
        for wrapped in textwrap::wrap(line, options) {
            writeln!(out, "{}", wrapped.trim_end())?;
        }
    }
    Ok(())
}
