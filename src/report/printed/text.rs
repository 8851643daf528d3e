//! A paper as plain text that reads well on a terminal of 80 columns and on paper. Sends no control characters.

use super::key::{key_line, letter};
use super::{Printout, points, printable};
use crate::bank::Answer;
use crate::paper::PaperItem;
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
    paragraph(out, &format!("{}{worth}", printable(item.question.prompt.trim())), &number, &indent)?;
    match &item.question.answer {
        Answer::Choice { .. } => options(out, item, &indent, ""),
        Answer::Choices { .. } => {
            writeln!(out, "{indent}(Choose all that apply.)")?;
            options(out, item, &indent, "[ ] ")
        }
        Answer::TrueFalse(_) => writeln!(out, "{indent}[ ] True    [ ] False"),
        Answer::Number { unit, .. } => writeln!(out, "{indent}Answer: ____________ {}", printable(unit).trim()),
        Answer::Text { .. } => writeln!(out, "{indent}Answer: ______________________________"),
    }
}

fn options(out: &mut dyn Write, item: &PaperItem, indent: &str, tick_box: &str) -> io::Result<()> {
    let options = item.question.options();
    for (shown, index) in item.option_order.iter().enumerate() {
        let Some(option) = options.get(*index) else { continue };
        let lead = format!("{indent}{tick_box}{}) ", letter(shown));
        let indent = " ".repeat(lead.len());
        paragraph(out, &printable(option.trim()), &lead, &indent)?;
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
        paragraph(out, &printable(&key_line(item)), &number, &indent)?;
    }
    Ok(())
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
