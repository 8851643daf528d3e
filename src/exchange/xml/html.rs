//! Elements of XML as HTML, and texts as XML and HTML have them. Reads no text.

use super::element::{Element, Node};

impl Element {
    /// What is in it as HTML. `instead` may give other HTML for an element; `Some("")` drops it.
    pub fn inner_html(&self, instead: &mut dyn FnMut(&Self) -> Option<String>) -> String {
        let mut html = String::new();
        self.write_nodes(&mut html, instead);
        html
    }

    fn write_nodes(&self, html: &mut String, instead: &mut dyn FnMut(&Self) -> Option<String>) {
        for node in &self.nodes {
            match node {
                Node::Text(words) => html.push_str(&escape(words)),
                Node::Element(element) => match instead(element) {
                    Some(other) => html.push_str(&other),
                    None => element.write(html, instead),
                },
            }
        }
    }

    fn write(&self, html: &mut String, instead: &mut dyn FnMut(&Self) -> Option<String>) {
        const VOID: [&str; 4] = ["br", "hr", "img", "col"];
        html.push('<');
        html.push_str(&self.name);
        for (name, value) in &self.attributes {
            html.push_str(&format!(" {name}=\"{}\"", escape(value)));
        }
        html.push('>');
        if !VOID.contains(&&*self.name) {
            self.write_nodes(html, instead);
            html.push_str(&format!("</{}>", self.name));
        }
    }
}

/// A text for XML and HTML, in an element or in an attribute. Signs that XML cannot hold at all become blanks.
pub(in crate::exchange) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' => escaped.push(sign),
            '\0'..'\u{20}' | '\u{FFFE}' | '\u{FFFF}' => escaped.push(' '),
            _ => escaped.push(sign),
        }
    }
    escaped
}
