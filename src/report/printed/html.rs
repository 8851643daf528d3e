//! A paper, or its versions, as one HTML page to print. Loads nothing, runs nothing: all text is escaped and the page
//! forbids the rest.

mod pages;
mod sheet;
mod space;
mod who;

pub(in crate::report) use pages::css_string;

use super::key::{KeyEntry, key_entry};
use super::printout::{Printed, Printout};
use super::rich::Html;
use super::task::task;
use super::words::{escaped, plain_number, points};
use crate::paper::PaperItem;
use std::io::{self, Write};

const STYLE: &str = include_str!("paper.css");

/// Writes the page.
pub(super) fn write(printout: &Printout, out: &mut dyn Write) -> io::Result<()> {
    let title = printout.title();
    let language = printout.page_language();
    head(printout, out, &title, language)?;
    for printed in printout.printed() {
        paper(printout, out, &printed, &title, language)?;
        if printout.with_sheets {
            sheet::write(printout, out, &printed, &title)?;
        }
    }
    if printout.with_key {
        key(printout, out, &title)?;
    }
    writeln!(out, "</body>\n</html>")
}

fn head(printout: &Printout, out: &mut dyn Write, title: &str, language: &str) -> io::Result<()> {
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">", escaped(language))?;
    let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
    writeln!(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width\">")?;
    let pages = pages::rules(printout, title);
    writeln!(out, "<title>{}</title>\n<style>\n{STYLE}{pages}</style>\n</head>\n<body>", escaped(title))
}

fn paper(
    printout: &Printout,
    out: &mut dyn Write,
    printed: &Printed,
    title: &str,
    page_language: &str,
) -> io::Result<()> {
    let (page, code) = (pages::name(printed.version.as_deref()), printout.code());
    match &printed.version {
        None => writeln!(out, "<section class=\"paper\" style=\"page: {page}\">")?,
        Some(letter) => writeln!(
            out,
            "<section class=\"paper version\" style=\"page: {page}\">\n\
             <div class=\"letter\"><div><span class=\"code\">Paper {code}</span> Version <strong>{letter}</strong></div></div>\n\
             <div class=\"body\">"
        )?,
    }
    let (extent, sum) = (printed.extent(), plain_number(printed.points()));
    writeln!(out, "<header>\n<h1 dir=\"auto\">{}</h1>\n<p class=\"extent\">{extent}</p>", escaped(title))?;
    let points = format!("<span class=\"sum\">Points <span class=\"blank\"></span> / {sum}</span>");
    writeln!(out, "{}\n</header>", who::line(&points))?;
    writeln!(out, "<ol class=\"questions\">")?;
    for item in &printed.paper.items {
        question(out, item, printout, page_language)?;
    }
    writeln!(out, "</ol>\n<footer>{}</footer>", printout.ending(printed))?;
    writeln!(out, "{}</section>", if printed.version.is_some() { "</div>\n" } else { "" })
}

fn question(out: &mut dyn Write, item: &PaperItem, printout: &Printout, page_language: &str) -> io::Result<()> {
    let language = printout.language(item);
    let html = Html { pictures: printout.pictures, bank_id: &item.bank_id };
    if language.is_empty() || language == page_language {
        write!(out, "<li>")?;
    } else {
        write!(out, "<li lang=\"{}\">", escaped(language))?;
    }
    let worth = plain_number(item.question.points);
    write!(out, "<div class=\"marks\"><span class=\"room\"></span> / {worth}</div>")?;
    write!(out, "<div class=\"prompt\" dir=\"auto\">{}</div>", html.text(item.question.prompt.trim()))?;
    space::write(out, &task(item), &html)?;
    writeln!(out, "</li>")
}

fn key(printout: &Printout, out: &mut dyn Write, title: &str) -> io::Result<()> {
    writeln!(out, "<section class=\"key\" style=\"page: key\">\n<h1 dir=\"auto\">Key: {}</h1>", escaped(title))?;
    for printed in printout.printed() {
        if let Some(letter) = &printed.version {
            writeln!(out, "<h2>Version {letter}</h2>")?;
        }
        writeln!(out, "<ol class=\"entries\">")?;
        for item in &printed.paper.items {
            let html = Html { pictures: printout.pictures, bank_id: &item.bank_id };
            entry(out, item, &html)?;
        }
        writeln!(out, "</ol>")?;
    }
    writeln!(out, "<footer>{}</footer>\n</section>", printout.key_ending())
}

fn entry(out: &mut dyn Write, item: &PaperItem, html: &Html<'_>) -> io::Result<()> {
    let (KeyEntry { answer, meaning }, worth) = (key_entry(item), points(item.question.points));
    write!(out, "<li dir=\"auto\"><span class=\"marks\">{worth}</span>")?;
    if meaning.is_empty() {
        writeln!(out, "{}</li>", html.text(&answer))
    } else {
        writeln!(
            out,
            "<strong>{}</strong> <span class=\"meaning\">{}</span></li>",
            html.text(&answer),
            html.text(&meaning)
        )
    }
}
