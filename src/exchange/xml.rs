//! XML as a tree that can be walked, read leniently: what is damaged or cut off gives what stood before. Knows no format.
//!
//! No DTD is read and nothing is fetched. A file that declares entities of its own is refused, since that is how a small file
//! is made to fill the memory.

use crate::exchange::Unreadable;
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

/// An element. Names stand without their prefix.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Element {
    pub name: Box<str>,
    attributes: Vec<(Box<str>, Box<str>)>,
    pub nodes: Vec<Node>,
    /// The line that it begins on, from 1.
    pub line: u32,
    /// Whether its end was not there.
    pub is_cut: bool,
}

/// What stands in an element.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

/// Elements below this depth are passed over, with what is in them.
const DEEPEST: usize = 120;

/// Reads a text. What it gives is an element without a name that holds the root.
///
/// # Errors
/// [`Unreadable::Damaged`] where entities are declared.
pub(super) fn parse(text: &str) -> Result<Element, Unreadable> {
    let mut tree = Tree { open: vec![Element { line: 1, ..Element::default() }], passed_over: 0 };
    let mut lines = Lines { text, at: 0, line: 1 };
    let mut start = 0;
    while let Some(fault) = read_from(text, start, &mut tree, &mut lines)? {
        // What is damaged ends with its item; the next one is read as if nothing had been.
        let Some(next) = next_item(text, fault + 1) else { break };
        tree.end_item();
        start = next;
    }
    Ok(tree.whole())
}

/// Reads on from a place up to the end, or to what cannot be read: then that is given back.
fn read_from(text: &str, start: usize, tree: &mut Tree, lines: &mut Lines) -> Result<Option<usize>, Unreadable> {
    let mut reader = Reader::from_str(&text[start..]);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    loop {
        let line = lines.at(start + reader.buffer_position() as usize);
        match reader.read_event() {
            Ok(Event::Start(start)) => tree.open(element(&start, line)),
            Ok(Event::Empty(start)) => {
                tree.open(element(&start, line));
                tree.close(start.local_name().as_ref());
            }
            Ok(Event::End(end)) => tree.close(end.local_name().as_ref()),
            Ok(Event::Text(words)) => tree.add(&String::from_utf8_lossy(&words)),
            Ok(Event::CData(words)) => tree.add(&String::from_utf8_lossy(&words)),
            Ok(Event::GeneralRef(name)) => tree.add(&meant(&String::from_utf8_lossy(&name))),
            Ok(Event::DocType(declared)) if String::from_utf8_lossy(&declared).contains("<!ENTITY") => {
                return Err(Unreadable::Damaged { line, reason: "it declares entities of its own".into() });
            }
            Ok(Event::DocType(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_)) => {}
            Ok(Event::Eof) => return Ok(None),
            Err(_) => return Ok(Some(start + reader.error_position() as usize)),
        }
    }
}

/// The elements that hold one question each.
const ITEMS: [&str; 3] = ["item", "assessmentItem", "qti-assessment-item"];

/// Where the next question begins.
fn next_item(text: &str, from: usize) -> Option<usize> {
    let mut at = (from..=text.len()).find(|at| text.is_char_boundary(*at))?;
    loop {
        at += text.get(at..)?.find('<')?;
        let rest = &text[at + 1..];
        let name = rest.split(|sign: char| sign.is_whitespace() || sign == '>' || sign == '/').next()?;
        if ITEMS.contains(&name.rsplit(':').next().unwrap_or(name)) {
            return Some(at);
        }
        at += 1;
    }
}

/// The elements that are open, the outermost first.
struct Tree {
    open: Vec<Element>,
    /// How many elements are open below the deepest that is kept.
    passed_over: usize,
}

impl Tree {
    fn open(&mut self, element: Element) {
        if self.passed_over > 0 || self.open.len() > DEEPEST {
            self.passed_over += 1;
        } else {
            self.open.push(element);
        }
    }

    /// Closes the nearest element of that name, and whatever stands open in it. An end without its beginning is nothing.
    fn close(&mut self, name: &[u8]) {
        if self.passed_over > 0 {
            self.passed_over -= 1;
            return;
        }
        let Some(at) = self.open.iter().rposition(|element| element.name.as_bytes() == name && !name.is_empty()) else {
            return;
        };
        while self.open.len() > at {
            let is_cut = self.open.len() > at + 1;
            self.close_last(is_cut);
        }
    }

    /// Closes the item that is open, and all that stands open in it.
    fn end_item(&mut self) {
        self.passed_over = 0;
        if let Some(at) = self.open.iter().rposition(|element| ITEMS.contains(&&*element.name)) {
            while self.open.len() > at {
                self.close_last(true);
            }
        }
    }

    fn close_last(&mut self, is_cut: bool) {
        if let Some(mut element) = self.open.pop() {
            element.is_cut |= is_cut;
            if let Some(parent) = self.open.last_mut() {
                parent.nodes.push(Node::Element(element));
            }
        }
    }

    fn add(&mut self, words: &str) {
        if self.passed_over > 0 {
            return;
        }
        let Some(parent) = self.open.last_mut() else { return };
        match parent.nodes.last_mut() {
            Some(Node::Text(text)) => text.push_str(words),
            Some(Node::Element(_)) | None => parent.nodes.push(Node::Text(words.to_owned())),
        }
    }

    fn whole(mut self) -> Element {
        while self.open.len() > 1 {
            self.close_last(true);
        }
        self.open.pop().unwrap_or_default()
    }
}

/// Counts lines up to places that only ever move on.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: u32,
}

impl Lines<'_> {
    fn at(&mut self, place: usize) -> u32 {
        let place = place.min(self.text.len()).max(self.at);
        let passed = memchr::memchr_iter(b'\n', &self.text.as_bytes()[self.at..place]).count();
        self.line += u32::try_from(passed).unwrap_or(u32::MAX);
        self.at = place;
        self.line
    }
}

fn element(start: &BytesStart, line: u32) -> Element {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned().into_boxed_str();
    let mut attributes = start.attributes();
    attributes.with_checks(false);
    Element {
        name: text(start.local_name().as_ref()),
        attributes: attributes
            .flatten()
            .map(|attribute| (text(attribute.key.local_name().as_ref()), unescaped(&text(&attribute.value)).into()))
            .collect(),
        nodes: Vec::new(),
        line,
        is_cut: false,
    }
}

/// An attribute's value. An ampersand that begins no reference stands for itself.
fn unescaped(value: &str) -> String {
    let mut meaning = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('&') {
        meaning.push_str(before);
        match after.split_once(';').filter(|(name, _)| name.len() < 12 && !name.contains([' ', '&'])) {
            Some((name, behind)) => {
                meaning.push_str(&meant(name));
                rest = behind;
            }
            None => {
                meaning.push('&');
                rest = after;
            }
        }
    }
    meaning + rest
}

/// What a reference stands for; one that is not known stands as it is written.
fn meant(name: &str) -> String {
    let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => number.parse().ok(),
    });
    let of_html = || HTML_NAMES.iter().find(|(known, _)| *known == name).map(|(_, sign)| *sign);
    let sign = number.and_then(char::from_u32).map(String::from);
    sign.or_else(|| resolve_predefined_entity(name).or_else(of_html).map(str::to_owned))
        .unwrap_or_else(|| format!("&{name};"))
}

/// Names of HTML that files use without declaring them.
const HTML_NAMES: &[(&str, &str)] = &[
    ("nbsp", "\u{A0}"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("bdquo", "„"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("hellip", "…"),
    ("bull", "•"),
    ("middot", "·"),
    ("times", "×"),
    ("divide", "÷"),
    ("minus", "−"),
    ("plusmn", "±"),
    ("deg", "°"),
    ("micro", "µ"),
    ("copy", "©"),
    ("reg", "®"),
    ("trade", "™"),
    ("euro", "€"),
    ("pound", "£"),
    ("sect", "§"),
    ("frac12", "½"),
    ("sup2", "²"),
    ("sup3", "³"),
    ("le", "≤"),
    ("ge", "≥"),
    ("ne", "≠"),
    ("asymp", "≈"),
    ("infin", "∞"),
    ("rarr", "→"),
    ("larr", "←"),
    ("alpha", "α"),
    ("beta", "β"),
    ("gamma", "γ"),
    ("delta", "δ"),
    ("Delta", "Δ"),
    ("pi", "π"),
    ("sigma", "σ"),
    ("omega", "ω"),
    ("Omega", "Ω"),
    ("auml", "ä"),
    ("ouml", "ö"),
    ("uuml", "ü"),
    ("Auml", "Ä"),
    ("Ouml", "Ö"),
    ("Uuml", "Ü"),
    ("szlig", "ß"),
    ("eacute", "é"),
    ("egrave", "è"),
    ("ecirc", "ê"),
    ("agrave", "à"),
    ("aacute", "á"),
    ("acirc", "â"),
    ("ccedil", "ç"),
    ("iacute", "í"),
    ("icirc", "î"),
    ("oacute", "ó"),
    ("ocirc", "ô"),
    ("uacute", "ú"),
    ("ugrave", "ù"),
    ("ntilde", "ñ"),
    ("iexcl", "¡"),
    ("iquest", "¿"),
    ("aring", "å"),
    ("oslash", "ø"),
    ("aelig", "æ"),
];

impl Element {
    /// An element without a name that holds these.
    pub fn holding(nodes: &[Node]) -> Self {
        Self { nodes: nodes.to_vec(), ..Self::default() }
    }

    /// The value of an attribute; empty where there is none.
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(known, _)| **known == *name).map_or("", |(_, value)| value)
    }

    /// Its elements.
    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Its elements of that name.
    pub fn children<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Self> {
        self.elements().filter(move |element| *element.name == *name)
    }

    /// The first of its elements of that name.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| *element.name == *name)
    }

    /// All elements in it at any depth of which this holds, in the order of the file. What is in one of them is not looked at.
    pub fn all<'e>(&'e self, is_wanted: &dyn Fn(&Self) -> bool) -> Vec<&'e Self> {
        let mut found = Vec::new();
        self.collect(is_wanted, &mut found);
        found
    }

    fn collect<'e>(&'e self, is_wanted: &dyn Fn(&Self) -> bool, found: &mut Vec<&'e Self>) {
        for element in self.elements() {
            if is_wanted(element) {
                found.push(element);
            } else {
                element.collect(is_wanted, found);
            }
        }
    }

    /// All elements in it of that name, at any depth.
    pub fn all_named(&self, name: &str) -> Vec<&Self> {
        self.all(&|element| *element.name == *name)
    }

    /// The first element in it of that name, at any depth.
    pub fn find(&self, name: &str) -> Option<&Self> {
        self.elements().find_map(|element| if *element.name == *name { Some(element) } else { element.find(name) })
    }

    /// Its words and those of all elements in it, without blanks around them.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.gather(&mut text);
        text.trim().to_owned()
    }

    fn gather(&self, text: &mut String) {
        for node in &self.nodes {
            match node {
                Node::Element(element) => element.gather(text),
                Node::Text(words) => text.push_str(words),
            }
        }
    }

    /// Whether it or something in it was cut off.
    pub fn is_cut_anywhere(&self) -> bool {
        self.is_cut || self.elements().any(Self::is_cut_anywhere)
    }

    /// Gives it and all that is in it other names, for elements and for their attributes.
    pub fn rename(&mut self, element: &dyn Fn(&str) -> Option<String>, attribute: &dyn Fn(&str) -> Option<String>) {
        if let Some(name) = element(&self.name) {
            self.name = name.into();
            for (name, _) in &mut self.attributes {
                if let Some(better) = attribute(name) {
                    *name = better.into();
                }
            }
        }
        for node in &mut self.nodes {
            if let Node::Element(child) = node {
                child.rename(element, attribute);
            }
        }
    }

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
pub(super) fn escape(text: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_has_names_without_prefixes_and_lines() {
        let tree =
            parse("<?xml version='1.0'?>\n<a:quiz\n  title='x &amp; y'>\n<b>1 &lt;&nbsp;2<![CDATA[<i>]]></b></a:quiz>");
        let tree = tree.expect("reads");
        let quiz = tree.child("quiz").expect("a root");
        assert_eq!((quiz.attribute("title"), quiz.line, quiz.is_cut_anywhere()), ("x & y", 2, false));
        let words = quiz.child("b").expect("an element");
        assert_eq!((words.text().as_str(), words.line), ("1 <\u{A0}2<i>", 4));
    }

    #[test]
    fn what_is_cut_off_gives_what_stood_before() {
        let tree = parse("<a><b>1</b><b>2</x></b><b>3<c").expect("reads");
        let all = tree.all_named("b");
        let found: Vec<_> = all.iter().map(|element| (element.text(), element.is_cut_anywhere())).collect();
        assert_eq!(found, [("1".to_owned(), false), ("2".to_owned(), false), ("3".to_owned(), true)]);
        let tree = parse("<a><b><c>1</b><b>2</b></a>").expect("reads");
        assert_eq!(
            tree.all_named("b").iter().map(|element| element.is_cut_anywhere()).collect::<Vec<_>>(),
            [true, false]
        );
    }

    #[test]
    fn entities_are_never_declared_and_depth_has_an_end() {
        assert!(parse("<!DOCTYPE a [<!ENTITY b 'bomb'>]><a>&b;</a>").is_err());
        let plain = parse("<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'><a>&b; & c</a>").expect("reads");
        assert_eq!(plain.text(), "&b; & c");
        let deep = "<a>".repeat(100_000);
        assert!(parse(&deep).is_ok());
    }

    #[test]
    fn elements_become_html() {
        let tree = parse("<m:p class='x'>a &lt; b<m:br/><gap id='1'/></m:p>").expect("reads");
        let mut instead = |element: &Element| (*element.name == *"gap").then(|| "[1]".to_owned());
        assert_eq!(tree.inner_html(&mut instead), "<p class=\"x\">a &lt; b<br>[1]</p>");
    }
}
