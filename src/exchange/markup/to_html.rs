//! A text of a bank as HTML and as plain words, from the same tree that the window shows. Reads no CommonMark by itself.

use crate::text::rich::{Block, Inline, Style, Table};
use crate::text::{Rich, parse};

/// The text as HTML.
pub(super) fn html(text: &str, picture: &mut dyn FnMut(&str) -> String) -> String {
    of_rich(&parse(text), picture)
}

fn of_rich(rich: &Rich, picture: &mut dyn FnMut(&str) -> String) -> String {
    let mut html = String::new();
    match &*rich.blocks {
        // A line stands alone, so that it can be an option.
        [Block::Paragraph(line)] => inlines(line, &mut html, picture),
        all => blocks(all, &mut html, picture),
    }
    html
}

fn blocks(all: &[Block], html: &mut String, picture: &mut dyn FnMut(&str) -> String) {
    for block in all {
        match block {
            Block::Paragraph(line) => within("p", html, |html| inlines(line, html, picture)),
            Block::Heading(line) => within("h4", html, |html| inlines(line, html, picture)),
            Block::Code(code) => {
                html.push_str("<pre><code>");
                html.push_str(&escaped(code));
                html.push_str("</code></pre>");
            }
            Block::Quote(inner) => within("blockquote", html, |html| blocks(inner, html, picture)),
            Block::List { first, items } => {
                let (open, close) = match first {
                    None => ("<ul>".to_owned(), "</ul>"),
                    Some(1) => ("<ol>".to_owned(), "</ol>"),
                    Some(first) => (format!("<ol start=\"{first}\">"), "</ol>"),
                };
                html.push_str(&open);
                for item in items {
                    within("li", html, |html| match &item[..] {
                        [Block::Paragraph(line)] => inlines(line, html, picture),
                        [Block::Paragraph(line), rest @ ..] => {
                            inlines(line, html, picture);
                            blocks(rest, html, picture);
                        }
                        all => blocks(all, html, picture),
                    });
                }
                html.push_str(close);
            }
            Block::Table(Table { head, rows, .. }) => within("table", html, |html| {
                row("th", head, html, picture);
                rows.iter().for_each(|cells| row("td", cells, html, picture));
            }),
            Block::Rule => html.push_str("<hr>"),
        }
    }
}

fn row(tag: &str, cells: &[Vec<Inline>], html: &mut String, picture: &mut dyn FnMut(&str) -> String) {
    within("tr", html, |html| {
        for cell in cells {
            within(tag, html, |html| inlines(cell, html, picture));
        }
    });
}

fn within(tag: &str, html: &mut String, write: impl FnOnce(&mut String)) {
    html.push_str(&format!("<{tag}>"));
    write(html);
    html.push_str(&format!("</{tag}>"));
}

fn inlines(line: &[Inline], html: &mut String, picture: &mut dyn FnMut(&str) -> String) {
    for inline in line {
        match inline {
            Inline::Text { text, style } => styled(text, style, html),
            Inline::Maths { tex, is_display } => {
                let (open, close) = if *is_display { (r"\[", r"\]") } else { (r"\(", r"\)") };
                html.push_str(&format!("{open}{}{close}", escaped(tex)));
            }
            Inline::Picture { path, alt } => {
                html.push_str(&format!("<img src=\"{}\" alt=\"{}\">", escaped(&picture(path)), escaped(alt)));
            }
            Inline::Break => html.push_str("<br>"),
            Inline::Gap(_) => {}
        }
    }
}

fn styled(text: &str, style: &Style, html: &mut String) {
    let mut shown = escaped(text);
    if style.is_code {
        shown = format!("<code>{shown}</code>");
    }
    if style.is_italic {
        shown = format!("<em>{shown}</em>");
    }
    if style.is_bold {
        shown = format!("<strong>{shown}</strong>");
    }
    if let Some(link) = &style.link {
        shown = format!("<a href=\"{}\">{shown}</a>", escaped(link));
    }
    html.push_str(&shown);
}

/// Text as it stands in HTML, in an attribute too.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
