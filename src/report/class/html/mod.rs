//! The figures of a class as one HTML page, to read, to keep and to print. Loads nothing, runs nothing: all text is escaped
//! and the page forbids the rest. Computes no figure.

mod chosen;
mod figures;
mod learners;
mod overview;
mod question;
mod signs;
mod summary;
mod table;

use super::beside::Beside;
use super::counted::counted;
use super::text::by_urgency;
use crate::class::{Class, ClassFigures, ItemFigures};
use crate::report::printed::{css_string, escaped};
use std::fmt::Write;

const STYLE: &str = include_str!("class.css");

/// What every part of the page tells of.
struct Page<'c> {
    class: &'c Class,
    figures: &'c ClassFigures,
    beside: &'c Beside<'c>,
    /// The questions, those to look at first, and numbered in this order.
    items: Vec<&'c ItemFigures>,
}

/// The figures as a page; `names_learners` adds what each learner scored.
pub fn class_html(class: &Class, figures: &ClassFigures, beside: &Beside, names_learners: bool) -> String {
    let page = Page { class, figures, beside, items: by_urgency(&figures.items) };
    let mut html = String::new();
    page.head(&mut html);
    page.summary(&mut html);
    if figures.sittings > 0 {
        page.lessons(&mut html);
        page.questions(&mut html);
        page.scores(&mut html);
        page.topics(&mut html);
        page.each_question(&mut html);
        if names_learners {
            page.learners(&mut html);
        }
        page.more_figures(&mut html);
    }
    html.push_str("</main>\n</body>\n</html>\n");
    html
}

impl Page<'_> {
    fn head(&self, html: &mut String) {
        let title = self.title();
        let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
        let foot = "font: 9pt \"Atkinson Hyperlegible Next\", Verdana, \"DejaVu Sans\", sans-serif";
        push(
            html,
            format_args!(
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
                 <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
                 <meta name=\"viewport\" content=\"width=device-width\">\n<title>Class results: {}</title>\n\
                 <style>\n{STYLE}@page {{ margin: 1.6cm 1.7cm 1.8cm; @bottom-left {{ content: {}; {foot} }}\n\
                 @bottom-right {{ content: \"Page \" counter(page) \" of \" counter(pages); {foot} }} }}\n\
                 </style>\n</head>\n<body>\n<main>\n<header>\n<p class=\"kicker\">Class results</p>\n\
                 <h1 dir=\"auto\">{}</h1>\n<p>{}</p>\n",
                escaped(&title),
                css_string(&title),
                escaped(&title),
                escaped(&self.extent()),
            ),
        );
        for line in self.beside_words().lines() {
            push(html, format_args!("<p dir=\"auto\">{}</p>\n", escaped(line.trim())));
        }
        html.push_str("</header>\n");
    }

    /// The titles of what was taken, or how many there are.
    fn title(&self) -> String {
        let mut titles: Vec<&str> = Vec::new();
        for sitting in &self.class.sittings {
            let title = if sitting.title.trim().is_empty() { &*sitting.bank } else { sitting.title.trim() };
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
        match &titles[..] {
            [] | [""] => "A class".to_owned(),
            [one] => (*one).to_owned(),
            [one, other] => format!("{one}, {other}"),
            [one, ..] => format!("{one} and {} other banks", titles.len() - 1),
        }
    }

    fn extent(&self) -> String {
        let figures = self.figures;
        let answers: u32 = figures.items.iter().map(|item| item.attempts).sum();
        let mut words = format!(
            "{}, {}, {}",
            counted(figures.learners, "learner"),
            counted(figures.sittings, "finished sitting"),
            counted(answers, "answer")
        );
        if figures.unfinished > 0 {
            push(&mut words, format_args!("; {} not finished, which do not count", figures.unfinished));
        }
        words
    }

    fn beside_words(&self) -> String {
        let left_out = self.beside.left_out.map(|left_out| left_out.words(self.class)).unwrap_or_default();
        self.beside.missing_words() + &left_out
    }
}

fn push(html: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = html.write_fmt(words);
}
