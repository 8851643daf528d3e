//! The answer sheet of a paper in HTML: one page, one row a question.

use super::super::printout::{Printed, Printout};
use super::super::rich::Html;
use super::super::sheet::{INSTRUCTION, Room, Width, room};
use super::super::words::escaped;
use super::{pages, who};
use crate::paper::PaperItem;
use std::io::{self, Write};

/// So many rows fit below each other on A4 and on Letter; more go into columns.
const ROWS: usize = 24;
const MOST_COLUMNS: usize = 3;

/// Writes the sheet.
pub(super) fn write(printout: &Printout, out: &mut dyn Write, printed: &Printed, title: &str) -> io::Result<()> {
    let page = pages::name(printed.version.as_deref());
    let columns = printed.paper.items.len().div_ceil(ROWS).clamp(1, MOST_COLUMNS);
    writeln!(out, "<section class=\"sheet columns-{columns}\" style=\"page: {page}\">")?;
    if let Some(letter) = &printed.version {
        writeln!(out, "<div class=\"letter\">Version <strong>{letter}</strong></div>")?;
    }
    writeln!(
        out,
        "<header>\n<h1>Answer sheet</h1>\n<p class=\"extent\" dir=\"auto\">{} · Paper {}</p>",
        escaped(title),
        printout.code()
    )?;
    writeln!(out, "{}\n<p class=\"instruction\">{INSTRUCTION}</p>\n</header>\n<ol class=\"rows\">", who::line(""))?;
    for (index, item) in printed.paper.items.iter().enumerate() {
        row(out, index + 1, item, printout)?;
    }
    writeln!(out, "</ol>\n</section>")
}

fn row(out: &mut dyn Write, number: usize, item: &PaperItem, printout: &Printout) -> io::Result<()> {
    write!(out, "<li><span class=\"number\">{number}.</span><div class=\"answer\">")?;
    match room(item) {
        Room::Boxes { letters, allows_several } => {
            let class = if allows_several { "cross" } else { "cross one" };
            letters.iter().try_for_each(|letter| write!(out, "<span class=\"{class}\">{letter}</span>"))?;
        }
        Room::Line { unit } => {
            let html = Html { pictures: printout.pictures, bank_id: &item.bank_id };
            write!(out, "<span class=\"write\"></span> {}", html.text(&unit))?;
        }
        Room::Blanks(blanks) => {
            for (number, width) in blanks {
                let class = if width == Width::Letter { "short" } else { "write word" };
                write!(out, "<span class=\"gap\">{number}<span class=\"{class}\"></span></span>")?;
            }
        }
    }
    writeln!(out, "</div></li>")
}
