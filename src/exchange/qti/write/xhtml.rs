//! HTML as the XHTML that a body of QTI 2.1 may hold, written tag by tag. Knows no question.

use crate::exchange::html_tokens::{HtmlReader, read_html};
use crate::exchange::xml::escape;
use html5ever::tokenizer::{Tag, TagKind, TokenSinkResult};

const BLOCKS: [&str; 14] =
    ["p", "div", "ul", "ol", "table", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr"];
const WITHIN: [&str; 11] = ["em", "strong", "b", "i", "code", "sub", "sup", "span", "a", "img", "br"];
/// What is a part of a list or of a table, with what it may stand in.
const PARTS: [(&str, &[&str]); 6] = [
    ("li", &["ul", "ol"]),
    ("thead", &["table"]),
    ("tbody", &["table"]),
    ("tr", &["thead", "tbody", "table"]),
    ("th", &["tr"]),
    ("td", &["tr"]),
];
/// What may hold blocks.
const HOLDS_BLOCKS: [&str; 5] = ["div", "blockquote", "li", "th", "td"];
/// What holds no words by itself.
const HOLDS_PARTS: [&str; 6] = ["ul", "ol", "table", "thead", "tbody", "tr"];
/// Elements within each other beyond this depth lose their tags: no text has as many.
const DEEPEST: usize = 64;

/// Blocks alone: what stands in none is a paragraph.
pub(super) fn blocks(html: &str) -> String {
    let mut writer = read_html(html, Writer::default());
    writer.close_to(0);
    writer.written
}

/// The same without the paragraph around a text that is a single one.
pub(super) fn flow(html: &str) -> String {
    let blocks = blocks(html);
    let inside = blocks.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>"));
    inside.filter(|inside| !inside.contains("<p>")).map_or(blocks.clone(), str::to_owned)
}

impl HtmlReader for Writer {
    fn words(&mut self, words: &str) {
        self.put_words(words);
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        match tag.kind {
            TagKind::StartTag => self.start(tag),
            TagKind::EndTag => self.end(&tag.name),
        }
        TokenSinkResult::Continue
    }
}

/// An element that is open.
struct Open {
    name: &'static str,
    /// Whether it is a paragraph that no tag asked for.
    is_added: bool,
}

#[derive(Default)]
struct Writer {
    written: String,
    /// What is open, the outermost first.
    open: Vec<Open>,
}

impl Writer {
    /// The innermost element that is open; nothing outside of all.
    fn place(&self) -> &'static str {
        self.open.last().map_or("", |open| open.name)
    }

    fn put_words(&mut self, words: &str) {
        if HOLDS_PARTS.contains(&self.place()) {
            return;
        }
        let words = if self.needs_paragraph() { words.trim_start() } else { words };
        if !words.is_empty() {
            self.begin_paragraph();
            self.written.push_str(&escape(words));
        }
    }

    /// Outside of all blocks and in quotations there are no words but in paragraphs.
    fn needs_paragraph(&self) -> bool {
        matches!(self.place(), "" | "blockquote")
    }

    fn begin_paragraph(&mut self) {
        if self.needs_paragraph() {
            self.written.push_str("<p>");
            self.open.push(Open { name: "p", is_added: true });
        }
    }

    fn start(&mut self, tag: &Tag) {
        let known = |names: &[&'static str]| names.iter().find(|name| ***name == *tag.name).copied();
        let part = PARTS.iter().find(|(name, _)| **name == *tag.name);
        if let Some(name) = known(&BLOCKS) {
            let holder = self.open.iter().rposition(|open| HOLDS_BLOCKS.contains(&open.name));
            self.close_to(holder.map_or(0, |holder| holder + 1));
            self.element(name, tag);
        } else if let Some((name, holders)) = part {
            let holder = self.open.iter().rposition(|open| holders.contains(&open.name));
            // One without its list or table is but words.
            if let Some(holder) = holder {
                self.close_to(holder + 1);
                if (*name, self.place()) == ("tr", "table") {
                    self.opening("tbody", "");
                }
                self.element(name, tag);
            }
        } else if let Some(name) = known(&WITHIN).filter(|_| !HOLDS_PARTS.contains(&self.place())) {
            self.begin_paragraph();
            self.element(name, tag);
        }
    }

    fn element(&mut self, name: &'static str, tag: &Tag) {
        let attributes = attributes(name, tag);
        if matches!(name, "br" | "hr" | "img") {
            self.written.push_str(&format!("<{name}{attributes}/>"));
        } else if self.open.len() < DEEPEST {
            self.opening(name, &attributes);
        }
    }

    fn opening(&mut self, name: &'static str, attributes: &str) {
        self.written.push_str(&format!("<{name}{attributes}>"));
        self.open.push(Open { name, is_added: false });
    }

    /// An end without its beginning is nothing.
    fn end(&mut self, name: &str) {
        if let Some(at) = self.open.iter().rposition(|open| open.name == name) {
            self.close_to(at);
        }
    }

    /// Closes elements until so many are open.
    fn close_to(&mut self, count: usize) {
        while self.open.len() > count
            && let Some(Open { name, is_added }) = self.open.pop()
        {
            if is_added {
                self.written.truncate(self.written.trim_end().len());
            }
            self.written.push_str(&format!("</{name}>"));
        }
    }
}

fn attributes(name: &str, tag: &Tag) -> String {
    let value = |wanted: &str| {
        let found = tag.attrs.iter().find(|attribute| *attribute.name.local == *wanted);
        found.map(|attribute| escape(&attribute.value)).unwrap_or_default()
    };
    match name {
        "a" => format!(" href=\"{}\"", value("href")),
        "img" => format!(" src=\"{}\" alt=\"{}\"", value("src"), value("alt")),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn html_becomes_what_a_body_may_hold() {
        assert_eq!(blocks("a &lt; b<br><b>c</b>"), "<p>a &lt; b<br/><b>c</b></p>");
        assert_eq!(blocks("<p>a</p>b<script>x</script>"), "<p>a</p><p>bx</p>");
        assert_eq!(flow("<p>a <img src='b.png' width='3'></p>"), "a <img src=\"b.png\" alt=\"\"/>");
        assert_eq!(flow("<p>a</p><p>b</p>"), "<p>a</p><p>b</p>");
        assert_eq!(
            blocks("<blockquote>a <b>b</b></blockquote>c "),
            "<blockquote><p>a <b>b</b></p></blockquote><p>c</p>"
        );
        assert_eq!(
            blocks("<ul>\n<li>a<ul><li>b</ul></li>\n</ul>"),
            "<ul><li>a<ul><li>b</li></ul></li></ul>",
            "a list holds its entries alone"
        );
        assert_eq!(
            blocks("<table>x<tr><th>a<td><p>b</p></table>"),
            "<table><tbody><tr><th>a</th><td><p>b</p></td></tr></tbody></table>"
        );
    }

    #[test]
    fn what_nests_wrongly_is_put_right() {
        assert_eq!(blocks("<b>a<p>b</b>c</p></i>d"), "<p><b>a</b></p><p>bc</p><p>d</p>");
        assert_eq!(blocks("<li>a</li><td>b"), "<p>ab</p>");
        let deep = blocks(&"<div>".repeat(100_000));
        assert_eq!(deep.matches("<div>").count(), DEEPEST);
    }

    proptest! {
        #[test]
        fn any_html_becomes_xml(pieces in proptest::collection::vec(
            prop_oneof![
                "</?(p|div|ul|ol|li|table|thead|tbody|tr|td|th|b|i|a|img|br|hr|pre|blockquote|h1|span|script|x:p)( (href|src|alt|x)(=('[a&<]*'|\"[b>&]*\"|c))?)?/?>",
                "&(amp|lt|nbsp|#0|#1|#xFFFE|x)?;?",
                "<(!--|!\\[CDATA\\[|\\?|!DOCTYPE|/)?",
                any::<String>(),
                "[ \n]",
            ],
            0..40,
        )) {
            let xml = format!("<body>{}</body>", blocks(&pieces.concat()));
            prop_assert!(roxmltree::Document::parse(&xml).is_ok(), "{xml}");
        }
    }
}
