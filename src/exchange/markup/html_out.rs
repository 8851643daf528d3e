//! Writes a formatted text as HTML. Knows no program's own signs.

use crate::text::rich::{Block, Inline, Rich, Style, Table};

/// The text as HTML; a paragraph alone stands in no element.
pub(super) fn write(rich: &Rich, picture: &mut dyn FnMut(&str) -> String) -> String {
    let mut out = String::new();
    match &rich.blocks[..] {
        [Block::Paragraph(inlines)] => line(inlines, &mut out, picture),
        blocks => self::blocks(blocks, &mut out, picture),
    }
    out
}

fn blocks(all: &[Block], out: &mut String, picture: &mut dyn FnMut(&str) -> String) {
    for block in all {
        match block {
            Block::Paragraph(inlines) => element("p", inlines, out, picture),
            Block::Heading(inlines) => element("h3", inlines, out, picture),
            Block::Code(code) => {
                out.push_str("<pre>");
                escape(code, out);
                out.push_str("</pre>");
            }
            Block::Quote(quoted) => {
                out.push_str("<blockquote>");
                blocks(quoted, out, picture);
                out.push_str("</blockquote>");
            }
            Block::List { first, items } => list(*first, items, out, picture),
            Block::Table(rows) => table(rows, out, picture),
            Block::Rule => out.push_str("<hr>"),
        }
    }
}

fn element(name: &str, inlines: &[Inline], out: &mut String, picture: &mut dyn FnMut(&str) -> String) {
    out.push_str(&format!("<{name}>"));
    line(inlines, out, picture);
    out.push_str(&format!("</{name}>"));
}

fn list(first: Option<u64>, items: &[Vec<Block>], out: &mut String, picture: &mut dyn FnMut(&str) -> String) {
    let name = if first.is_some() { "ol" } else { "ul" };
    match first {
        Some(first) if first != 1 => out.push_str(&format!("<ol start=\"{first}\">")),
        _ => out.push_str(&format!("<{name}>")),
    }
    for item in items {
        out.push_str("<li>");
        match &item[..] {
            [Block::Paragraph(inlines), rest @ ..] => {
                line(inlines, out, picture);
                blocks(rest, out, picture);
            }
            item => blocks(item, out, picture),
        }
        out.push_str("</li>");
    }
    out.push_str(&format!("</{name}>"));
}

fn table(table: &Table, out: &mut String, picture: &mut dyn FnMut(&str) -> String) {
    out.push_str("<table><thead>");
    row(&table.head, "th", out, picture);
    out.push_str("</thead><tbody>");
    for cells in &table.rows {
        row(cells, "td", out, picture);
    }
    out.push_str("</tbody></table>");
}

fn row(cells: &[Vec<Inline>], name: &str, out: &mut String, picture: &mut dyn FnMut(&str) -> String) {
    out.push_str("<tr>");
    for cell in cells {
        element(name, cell, out, picture);
    }
    out.push_str("</tr>");
}

fn line(inlines: &[Inline], out: &mut String, picture: &mut dyn FnMut(&str) -> String) {
    for inline in inlines {
        match inline {
            Inline::Text { text, style } => words(text, style, out),
            Inline::Maths { tex, is_display } => {
                out.push_str(if *is_display { "\\[" } else { "\\(" });
                escape(tex, out);
                out.push_str(if *is_display { "\\]" } else { "\\)" });
            }
            Inline::Picture { path, alt } => {
                out.push_str("<img src=\"");
                escape(&picture(path), out);
                out.push_str("\" alt=\"");
                escape(alt, out);
                out.push_str("\">");
            }
            Inline::Break => out.push_str("<br>"),
            Inline::Gap(_) => out.push_str("____"),
        }
    }
}

fn words(text: &str, style: &Style, out: &mut String) {
    let looks = [(style.is_bold, "strong"), (style.is_italic, "em"), (style.is_code, "code")];
    if let Some(link) = &style.link {
        out.push_str("<a href=\"");
        escape(link, out);
        out.push_str("\">");
    }
    looks.iter().filter(|(is, _)| *is).for_each(|(_, name)| out.push_str(&format!("<{name}>")));
    escape(text, out);
    looks.iter().rev().filter(|(is, _)| *is).for_each(|(_, name)| out.push_str(&format!("</{name}>")));
    if style.link.is_some() {
        out.push_str("</a>");
    }
}

fn escape(text: &str, out: &mut String) {
    for sign in text.chars() {
        match sign {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(sign),
        }
    }
}
