//! One paragraph of a document as lines of CommonMark, with the marks that all its words have.

use super::maths::tex;
use super::numbering::{Numbering, attribute, child, value};
use crate::exchange::lettered::{self, Line, Marks};
use crate::exchange::markup::{Purpose, from_rich};
use crate::exchange::{Package, Pictures, Remark};
use crate::text::rich::{Block, Inline, Rich, Style};
use roxmltree::Node;
use std::collections::HashMap;
use std::ops::Range;

/// What paragraphs refer to.
pub struct Shelf<'p, 'r> {
    pub package: &'p mut Package<'r>,
    /// The files of pictures by their names in the document.
    pub files: HashMap<Box<str>, Box<str>>,
    pub numbering: Numbering,
    pub pictures: Pictures,
    pub remarks: Vec<Remark>,
}

/// A piece of a paragraph with its looks.
#[derive(Clone)]
struct Piece {
    inline: Inline,
    marks: u8,
}

impl Piece {
    /// Those of its words; a piece without words is whole.
    fn part(&self, bounds: Range<usize>) -> Self {
        let inline = match &self.inline {
            Inline::Text { text, style } => {
                Inline::Text { text: text.get(bounds).unwrap_or_default().to_owned(), style: style.clone() }
            }
            other => other.clone(),
        };
        Self { inline, marks: self.marks }
    }
}

/// The lines of a paragraph.
pub fn lines(paragraph: Node<'_, '_>, number: u32, shelf: &mut Shelf<'_, '_>) -> Vec<Line> {
    let mut pieces = Vec::new();
    collect(paragraph, shelf, &mut pieces, 0);
    let mut label = label(paragraph, shelf);
    let parts = pieces.split(|piece| piece.inline == Inline::Break);
    let mut lines = Vec::new();
    for part in parts {
        let label = label.take();
        let mut rows = row(part, label.as_deref()).into_iter();
        lines.extend(rows.next().map(|pieces| line(&pieces, number, label)));
        lines.extend(rows.map(|pieces| line(&pieces, number, None)));
    }
    lines
}

/// The pieces of each option where several stand side by side; all pieces where not.
fn row(pieces: &[Piece], label: Option<&str>) -> Vec<Vec<Piece>> {
    let words = |piece: &Piece| match &piece.inline {
        Inline::Text { text, .. } => text.clone(),
        // It has some length, and no sign of an option.
        _ => "\u{fffc}".to_owned(),
    };
    let label = label.map_or_else(String::new, |label| format!("{label} "));
    let text = label.clone() + &pieces.iter().map(words).collect::<String>();
    let starts = lettered::wide_starts(&text);
    let mut rows = vec![Vec::new()];
    let mut at = label.len();
    for piece in pieces {
        let end = at + words(piece).len();
        let cuts: Vec<usize> = starts.iter().copied().filter(|start| (at + 1..end).contains(start)).collect();
        let bounds = [at].into_iter().chain(cuts.iter().copied()).zip(cuts.iter().copied().chain([end]));
        for (place, (from, to)) in bounds.enumerate() {
            if place > 0 || starts.contains(&from) {
                rows.push(Vec::new());
            }
            let part = piece.part(from - at..to - at);
            if let Some(row) = rows.last_mut().filter(|_| from < to) {
                row.push(part);
            }
        }
        at = end;
    }
    rows
}

fn label(paragraph: Node<'_, '_>, shelf: &mut Shelf<'_, '_>) -> Option<String> {
    let list = child(child(paragraph, "pPr")?, "numPr")?;
    let depth = value(list, "ilvl").and_then(|depth| depth.parse().ok()).unwrap_or(0);
    shelf.numbering.label(value(list, "numId")?, depth)
}

fn line(pieces: &[Piece], number: u32, label: Option<String>) -> Line {
    let is_blank = |piece: &&Piece| matches!(&piece.inline, Inline::Text { text, .. } if text.trim().is_empty());
    // Formulas have no looks of their own.
    let is_maths = |piece: &&Piece| matches!(piece.inline, Inline::Maths { .. });
    let words = || pieces.iter().filter(|piece| !is_blank(piece) && !is_maths(piece));
    let mut marks = words().map(|piece| piece.marks).reduce(|marks, more| marks & more).unwrap_or_default();
    let is_bold = marks & Marks::BOLD.0 != 0;
    let mut inlines: Vec<Inline> = pieces.iter().map(|piece| piece.inline.clone()).collect();
    for inline in &mut inlines {
        if let Inline::Text { text, style } = inline {
            // What is bold as a whole is marked, and not stressed.
            style.is_bold &= !is_bold;
            *text = text.replace('\t', " ");
        }
    }
    if let Some(Inline::Text { text, .. }) = inlines.first_mut()
        && let Some(rest) = text.trim_start().strip_prefix('*')
    {
        *text = rest.to_owned();
        marks |= Marks::TICKED.0;
    }
    let words = from_rich(&Rich { blocks: vec![Block::Paragraph(inlines)] }, Purpose::Line);
    let text = label.map_or_else(|| words.clone(), |label| format!("{label} {words}"));
    Line { number, text, marks: Marks(marks), is_bank_text: true }
}

/// Text beyond this depth is none of a paragraph.
const DEEPEST: usize = 32;

fn collect(node: Node<'_, '_>, shelf: &mut Shelf<'_, '_>, pieces: &mut Vec<Piece>, depth: usize) {
    for child in node.children().filter(Node::is_element) {
        match child.tag_name().name() {
            "r" => run(child, shelf, pieces),
            "oMath" => pieces.push(Piece { inline: Inline::Maths { tex: tex(child), is_display: false }, marks: 0 }),
            "del" | "pPr" => {}
            _ if depth < DEEPEST => collect(child, shelf, pieces, depth + 1),
            _ => {}
        }
    }
}

fn run(run: Node<'_, '_>, shelf: &mut Shelf<'_, '_>, pieces: &mut Vec<Piece>) {
    let looks = child(run, "rPr");
    let is_on = |name| {
        let looks = looks.and_then(|looks| child(looks, name));
        looks.is_some_and(|look| !matches!(attribute(look, "val"), Some("0" | "false" | "off")))
    };
    let said = |name| looks.and_then(|looks| value(looks, name));
    let mut marks = 0;
    let has = [
        (is_on("b"), Marks::BOLD),
        (said("highlight").is_some_and(|colour| colour != "none"), Marks::HIGHLIGHT),
        (said("color").is_some_and(|colour| !matches!(colour, "auto" | "000000")), Marks::COLOUR),
    ];
    has.iter().filter(|(has, _)| *has).for_each(|(_, mark)| marks |= mark.0);
    let style = Style { is_bold: is_on("b"), is_italic: is_on("i"), ..Style::default() };
    let script = said("vertAlign").filter(|align| *align != "baseline").map(|align| align == "superscript");
    for part in run.children().filter(Node::is_element) {
        let text = |text: &str| Inline::Text { text: text.to_owned(), style: style.clone() };
        let inlines = match (part.tag_name().name(), script) {
            ("t", Some(is_raised)) => crate::exchange::markup::script(is_raised, part.text().unwrap_or_default()),
            ("t", None) => vec![text(part.text().unwrap_or_default())],
            ("tab", _) => vec![text("\t")],
            ("br" | "cr", _) => vec![Inline::Break],
            ("noBreakHyphen", _) => vec![text("-")],
            ("drawing" | "pict" | "object", _) => picture(part, shelf).into_iter().collect(),
            _ => Vec::new(),
        };
        pieces.extend(inlines.into_iter().map(|inline| Piece { inline, marks }));
    }
}

fn picture(node: Node<'_, '_>, shelf: &mut Shelf<'_, '_>) -> Option<Inline> {
    let named = |node: Node<'_, '_>| match node.tag_name().name() {
        "blip" => attribute(node, "embed").map(str::to_owned),
        "imagedata" => attribute(node, "id").map(str::to_owned),
        _ => None,
    };
    let name = node.descendants().find_map(named)?;
    let alt = node.descendants().find(|node| node.tag_name().name() == "docPr");
    let alt = alt.and_then(|node| attribute(node, "descr")).unwrap_or_default();
    let file = shelf.files.get(name.as_str()).cloned();
    let taken = match file.as_ref().map(|file| (file, shelf.package.read(file))) {
        Some((file, Ok(bytes))) => shelf.pictures.add(file, &bytes),
        _ => Err(Remark::MissingPicture(file.unwrap_or_else(|| name.into()))),
    };
    match taken {
        Ok(path) => Some(Inline::Picture { path: path.into(), alt: alt.to_owned() }),
        Err(remark) => {
            shelf.remarks.push(remark);
            None
        }
    }
}
