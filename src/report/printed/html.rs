//! A paper as one HTML page to print. Loads nothing, runs nothing: all text is escaped and the page forbids the rest.

use super::key::key_line;
use super::rich::Html;
use super::task::{Task, picture, task};
use super::{Printout, points, printable};
use crate::paper::PaperItem;
use crate::text::literal_but_maths;
use std::io::{self, Write};

/// Sizes in points and centimetres, since this is for paper; black on white, since that is what printers have.
const STYLE: &str = "\
@page { margin: 2cm }
body { font: 12pt/1.4 \"Atkinson Hyperlegible Next\", Verdana, sans-serif; color: #000; background: #fff;
  max-width: 18cm; margin: 1cm auto; padding: 0 .5cm }
h1 { font-size: 18pt; margin: 0 }
.seed { margin: .2cm 0 .8cm }
.write { display: inline-block; border-bottom: 1pt solid #000; min-width: 6cm; height: 1.2em }
.questions > li { margin: .7cm 0; break-inside: avoid }
.prompt, .option { white-space: pre-line }
.prompt p, .option p { margin: .3cm 0 }
.maths { overflow: visible }
.display { display: block; margin: .3cm 0 .3cm 1cm }
img { display: block; max-width: 100%; max-height: 9cm; margin: .3cm 0 }
pre, code { font-family: \"Atkinson Hyperlegible Mono\", monospace; white-space: pre-wrap }
blockquote { border-left: 2pt solid #000; margin: .3cm 0; padding-left: .4cm }
table { border-collapse: collapse; margin: .3cm 0 }
th, td { border-bottom: .5pt solid #000; padding: .1cm .3cm; text-align: left }
.options { margin: .2cm 0 0 }
.options > li { margin: .1cm 0 }
.task { margin: .2cm 0 0 }
.columns { display: flex; gap: 1cm }
.columns > * { flex: 1 }
.columns > ul { list-style: none; padding: 0 }
.short { display: inline-block; border-bottom: 1pt solid #000; width: 1cm; margin-right: .3cm }
.line { border-bottom: 1pt solid #000; height: .9cm }
.box { display: inline-block; width: .8em; height: .8em; border: 1pt solid #000; margin-right: .4em }
.key { break-before: page; border-top: 1pt solid #000; margin-top: 1.5cm; padding-top: .5cm }
@media print { body { margin: 0; padding: 0; max-width: none } .key { border: 0; margin: 0; padding: 0 } }
";

const BOX: &str = "<span class=\"box\"></span>";
const LINE: &str = "<span class=\"write\"></span>";
const SHORT: &str = "<span class=\"short\">&nbsp;</span>";

/// Writes the page.
pub(super) fn write(printout: &Printout, out: &mut dyn Write) -> io::Result<()> {
    let title = escaped(&printout.title());
    let language = printout.paper.items.first().map_or("", |item| printout.language(item));
    let language = if language.is_empty() { "en" } else { language };
    head(out, &title, language)?;
    let seed = printout.paper.seed;
    writeln!(out, "<h1 dir=\"auto\">{title}</h1>\n<p class=\"seed\">Seed {seed} · {}</p>", printout.extent())?;
    writeln!(out, "<p>Name: <span class=\"write\"></span> Date: <span class=\"write\"></span></p>")?;
    writeln!(out, "<ol class=\"questions\">")?;
    for item in &printout.paper.items {
        question(out, item, printout, language)?;
    }
    writeln!(out, "</ol>")?;
    if printout.with_key {
        key(printout, out)?;
    }
    writeln!(out, "</body>\n</html>")
}

fn head(out: &mut dyn Write, title: &str, language: &str) -> io::Result<()> {
    let language = escaped(language);
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">")?;
    let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
    writeln!(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width\">")?;
    writeln!(out, "<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>")
}

fn question(out: &mut dyn Write, item: &PaperItem, printout: &Printout, page_language: &str) -> io::Result<()> {
    let language = printout.language(item);
    let html = Html { pictures: printout.pictures, bank_id: &item.bank_id };
    if language.is_empty() || language == page_language {
        write!(out, "<li>")?;
    } else {
        write!(out, "<li lang=\"{}\">", escaped(language))?;
    }
    write!(out, "<div class=\"prompt\" dir=\"auto\">{}</div>", html.text(item.question.prompt.trim()))?;
    if item.question.points != 1.0 {
        write!(out, "<div class=\"task\">({})</div>", points(item.question.points))?;
    }
    answer_space(out, item, &html)?;
    writeln!(out, "</li>")
}

fn answer_space(out: &mut dyn Write, item: &PaperItem, html: &Html<'_>) -> io::Result<()> {
    if let Some((path, alt)) = picture(&item.question) {
        write!(out, "<p class=\"task\" dir=\"auto\">{}</p>", html.picture(path, alt))?;
    }
    space(out, &task(item), html)
}

fn space(out: &mut dyn Write, task: &Task, html: &Html<'_>) -> io::Result<()> {
    match task {
        Task::Options(lettered) => options(out, lettered, "", html),
        Task::TrueFalse => write!(out, "<p class=\"task\">{BOX}True &emsp; {BOX}False</p>"),
        Task::Number(unit) => write!(out, "<p class=\"task\">Answer: {LINE} {}</p>", escaped(unit)),
        Task::Line => write!(out, "<p class=\"task\">Answer: {LINE}</p>"),
        Task::Lettered { instruction, options: lettered, line } => {
            write!(out, "<p class=\"task\">{instruction}</p>")?;
            options(out, lettered, if line.is_empty() { BOX } else { "" }, html)?;
            if line.is_empty() { Ok(()) } else { write!(out, "<p class=\"task\">{line} {LINE}</p>") }
        }
        Task::Columns { instruction, blanks, options: lettered } => {
            write!(out, "<p class=\"task\">{instruction}</p><div class=\"columns\"><ul class=\"options\">")?;
            for text in blanks {
                write!(out, "<li>{SHORT}{}</li>", html.option(text))?;
            }
            write!(out, "</ul>")?;
            options(out, lettered, "", html)?;
            write!(out, "</div>")
        }
        Task::Words { text, lists } => {
            let gap = |number: usize| match lists.get(number).map_or(&[][..], Vec::as_slice) {
                [] => LINE.to_owned(),
                options => {
                    let options: Vec<_> = options.iter().map(|option| html.text(&literal_but_maths(option))).collect();
                    format!("{LINE} ({})", options.join(" / "))
                }
            };
            write!(out, "<div class=\"task option\" dir=\"auto\">{}</div>", html.rich(text, &gap))
        }
        Task::Lines(count) => (0..*count).try_for_each(|_| write!(out, "<div class=\"line\"></div>")),
    }
}

fn options(out: &mut dyn Write, options: &[String], tick_box: &str, html: &Html<'_>) -> io::Result<()> {
    write!(out, "<ol class=\"options\" type=\"A\">")?;
    for option in options {
        write!(out, "<li>{tick_box}{}</li>", html.option(option))?;
    }
    write!(out, "</ol>")
}

fn key(printout: &Printout, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<section class=\"key\">\n<h1>Key</h1>\n<p class=\"seed\">Seed {}</p>", printout.paper.seed)?;
    writeln!(out, "<ol>")?;
    for item in &printout.paper.items {
        let html = Html { pictures: printout.pictures, bank_id: &item.bank_id };
        writeln!(out, "<li dir=\"auto\">{}</li>", html.text(&key_line(item)))?;
    }
    writeln!(out, "</ol>\n</section>")
}

/// Text that means itself in HTML, inside elements and inside quoted attributes alike.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in printable(text).chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(letter),
        }
    }
    safe
}
