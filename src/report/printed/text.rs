//! A paper as plain text that reads well on a terminal of 80 columns and on paper. Sends no control characters.

use super::key::{KeyEntry, key_entry};
use super::printout::{Printed, Printout};
use super::rich::picture_words;
use super::sheet::{INSTRUCTION, Room, Width, room};
use super::task::{BLANK, ONE_PLACE, ORDER, ORDERED, SEVERAL, Task, gap_number, task};
use super::words::{plain_number, printable};
use crate::paper::PaperItem;
use crate::report::letters::letter;
use crate::text::{Rich, literal_but_maths, plain_with};
use std::io::{self, Write};
use textwrap::Options;

/// The width of a terminal since the DEC VT100.
const COLUMNS: usize = 80;

const TICK_BOX: &str = "[ ] ";

/// Where learners write who they are.
const WHO: &str = "Name: ______________________________  Class: __________  Date: _______________";

/// Between papers, and before the key.
const RULE: &str = "================================================================================";

/// Writes the papers, and the key after them if it is wanted.
pub(super) fn write(printout: &Printout, out: &mut dyn Write) -> io::Result<()> {
    let title = printable(&printout.title());
    for (index, printed) in printout.printed().enumerate() {
        if index > 0 {
            writeln!(out, "\n{RULE}\n")?;
        }
        paper(printout, &printed, &title, out)?;
        if printout.with_sheets {
            writeln!(out, "\n{RULE}\n")?;
            sheet(printout, &printed, &title, out)?;
        }
    }
    if printout.with_key { key(printout, &title, out) } else { Ok(()) }
}

fn paper(printout: &Printout, printed: &Printed, title: &str, out: &mut dyn Write) -> io::Result<()> {
    if let Some(letter) = &printed.version {
        writeln!(out, "{:>COLUMNS$}", format!("VERSION {letter}"))?;
    }
    paragraph(out, title, "", "")?;
    writeln!(out, "{}", printed.extent())?;
    writeln!(out, "\n{WHO}")?;
    for (index, item) in printed.paper.items.iter().enumerate() {
        writeln!(out)?;
        question(out, index + 1, item)?;
    }
    writeln!(out, "\nPoints: _____ / {}", plain_number(printed.points()))?;
    writeln!(out, "{}", printout.ending(printed))
}

/// One row a question, to be filled in apart from the questions.
fn sheet(printout: &Printout, printed: &Printed, title: &str, out: &mut dyn Write) -> io::Result<()> {
    if let Some(letter) = &printed.version {
        writeln!(out, "{:>COLUMNS$}", format!("VERSION {letter}"))?;
    }
    paragraph(out, &format!("Answer sheet: {title} · Paper {}", printout.code()), "", "")?;
    writeln!(out, "\n{WHO}\n")?;
    paragraph(out, INSTRUCTION, "", "")?;
    writeln!(out)?;
    for (index, item) in printed.paper.items.iter().enumerate() {
        let number = format!("{:>3}. ", index + 1);
        paragraph(out, &row(item), &number, &" ".repeat(number.len()))?;
    }
    Ok(())
}

fn row(item: &PaperItem) -> String {
    match room(item) {
        Room::Boxes { letters, .. } => {
            letters.iter().map(|letter| format!("[ ]\u{a0}{letter}")).collect::<Vec<_>>().join("  ")
        }
        Room::Line { unit } => format!("______________________________ {}", readable(&unit)),
        Room::Blanks(blanks) => {
            let blank = |(number, width): &(String, Width)| match width {
                Width::Letter => format!("{number}____"),
                Width::Word => format!("{number}{BLANK}"),
            };
            blanks.iter().map(blank).collect::<Vec<_>>().join("  ")
        }
    }
}

fn question(out: &mut dyn Write, number: usize, item: &PaperItem) -> io::Result<()> {
    let number = format!("{number:>3}. ");
    let indent = " ".repeat(number.len());
    let room = format!("____ / {}", plain_number(item.question.points));
    beside(out, &readable(item.question.prompt.trim()), &number, &indent, &room)?;
    space(out, &task(item), &indent)
}

fn space(out: &mut dyn Write, task: &Task, indent: &str) -> io::Result<()> {
    match task {
        Task::Ticked { allows_several: false, options: ticked } => options(out, ticked, indent, ""),
        Task::Ticked { allows_several: true, options: ticked } => {
            writeln!(out, "{indent}({SEVERAL})")?;
            options(out, ticked, indent, TICK_BOX)
        }
        Task::TrueFalse => writeln!(out, "{indent}{TICK_BOX}True    {TICK_BOX}False"),
        Task::Line { unit } if unit.is_empty() => writeln!(out, "{indent}Answer: ______________________________"),
        Task::Line { unit } => writeln!(out, "{indent}Answer: ____________ {}", readable(unit)),
        Task::Ordered { options: ordered } => {
            writeln!(out, "{indent}({ORDER})")?;
            options(out, ordered, indent, "")?;
            paragraph(out, &format!("{ORDERED} {}", ["___"].repeat(ordered.len()).join(" ")), indent, indent)
        }
        Task::Columns { instruction, blanks, options } => {
            writeln!(out, "{indent}({instruction})")?;
            columns(out, blanks, options, indent)
        }
        Task::Words { text, lists } => words(out, text, lists, indent),
        Task::Places { allows_several, image, alt, places } => {
            paragraph(out, &printable(&picture_words(image, alt)), indent, indent)?;
            writeln!(out, "{indent}({})", if *allows_several { SEVERAL } else { ONE_PLACE })?;
            for (index, place) in places.iter().enumerate() {
                let lead = format!("{indent}{TICK_BOX}Place {}: ", letter(index));
                paragraph(out, &readable(&place.words), &lead, &" ".repeat(lead.len()))?;
            }
            Ok(())
        }
        Task::Lines(count) => (0..*count).try_for_each(|_| writeln!(out, "{indent}{}", "_".repeat(COLUMNS - 10))),
    }
}

/// The text with its blanks, and under it the lists with their letters.
fn words(out: &mut dyn Write, text: &Rich, lists: &[Vec<String>], indent: &str) -> io::Result<()> {
    let is_list = |index: usize| lists.get(index).is_some_and(|list| !list.is_empty());
    let gap = |index: usize| {
        let blank = if is_list(index) { "____" } else { BLANK };
        gap_number(index, lists.len()) + blank
    };
    paragraph(out, printable(&text.plain_with(&picture_words, &gap)).trim(), indent, indent)?;
    for (index, list) in lists.iter().enumerate().filter(|(_, list)| !list.is_empty()) {
        let lettered = list.iter().enumerate();
        let options: Vec<String> = lettered
            .map(|(place, option)| format!("{}) {}", letter(place), readable(&literal_but_maths(option))))
            .collect();
        let lead = format!("{indent}{}", gap_number(index, lists.len()));
        paragraph(out, &options.join("   "), &lead, &" ".repeat(lead.len()))?;
    }
    Ok(())
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
    writeln!(out, "\n{RULE}\n")?;
    paragraph(out, &format!("Key: {title}"), "", "")?;
    for printed in printout.printed() {
        writeln!(out)?;
        if let Some(letter) = &printed.version {
            writeln!(out, "Version {letter}")?;
        }
        for (index, item) in printed.paper.items.iter().enumerate() {
            entry(out, index + 1, item)?;
        }
    }
    writeln!(out)?;
    paragraph(out, &printout.key_ending(), "", "")
}

fn entry(out: &mut dyn Write, number: usize, item: &PaperItem) -> io::Result<()> {
    let KeyEntry { answer, meaning } = key_entry(item);
    let (number, answer) = (format!("{number:>3}. "), readable(&answer));
    let text = if meaning.is_empty() { answer } else { format!("{answer} ({})", readable(&meaning)) };
    let indent = " ".repeat(number.len());
    paragraph(out, &text, &number, &indent)
}

/// The plain form of CommonMark, without control characters.
fn readable(text: &str) -> String {
    printable(&plain_with(text, &picture_words))
}

/// As [`paragraph`], with `aside` at the right end of the first line and the text kept clear of it.
fn beside(out: &mut dyn Write, text: &str, first: &str, rest: &str, aside: &str) -> io::Result<()> {
    const GAP: usize = 2;
    let width = COLUMNS - GAP - aside.len();
    for (number, line) in wrapped(text, width, first, rest).iter().enumerate() {
        if number == 0 {
            let padding = " ".repeat((COLUMNS - aside.len()).saturating_sub(textwrap::core::display_width(line)));
            writeln!(out, "{line}{padding}{aside}")?;
        } else {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

/// Wraps each line of `text`; `first` leads the first line, `rest` every other.
fn paragraph(out: &mut dyn Write, text: &str, first: &str, rest: &str) -> io::Result<()> {
    wrapped(text, COLUMNS, first, rest).iter().try_for_each(|line| writeln!(out, "{line}"))
}

fn wrapped(text: &str, width: usize, first: &str, rest: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.lines().chain(text.is_empty().then_some("")) {
        let lead = if lines.is_empty() { first } else { rest };
        let options = Options::new(width).initial_indent(lead).subsequent_indent(rest);
        lines.extend(textwrap::wrap(line, options).into_iter().map(|line| line.trim_end().to_owned()));
    }
    lines
}
