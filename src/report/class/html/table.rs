//! Tables of the page. Their heads are repeated on each page that they run over.

use super::push;

/// A column: what stands above it, and whether it holds figures.
pub(super) type Column = (&'static str, bool);

/// Begins a table; the caption tells what is in it and how to read it.
pub(super) fn begin(html: &mut String, class: &str, caption: &str, columns: &[Column]) {
    push(html, format_args!("<table class=\"{class}\">\n<caption>{caption}</caption>\n<thead><tr>"));
    for (title, is_figure) in columns {
        push(html, format_args!("<th scope=\"col\"{}>{title}</th>", class_of(*is_figure)));
    }
    html.push_str("</tr></thead>\n<tbody>\n");
}

/// A row; the first cell names it.
pub(super) fn row(html: &mut String, columns: &[Column], cells: &[String]) {
    html.push_str("<tr>");
    for (place, (cell, (_, is_figure))) in cells.iter().zip(columns).enumerate() {
        let class = class_of(*is_figure);
        if place == 0 {
            push(html, format_args!("<th scope=\"row\"{class}>{cell}</th>"));
        } else {
            push(html, format_args!("<td{class}>{cell}</td>"));
        }
    }
    html.push_str("</tr>\n");
}

/// Ends a table.
pub(super) fn end(html: &mut String) {
    html.push_str("</tbody>\n</table>\n");
}

fn class_of(is_figure: bool) -> &'static str {
    if is_figure { " class=\"figure\"" } else { "" }
}
