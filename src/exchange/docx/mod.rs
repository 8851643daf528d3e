//! Word documents with lettered questions: their paragraphs as lines, with the numbers that Word counts itself.

mod maths;
mod numbering;
mod paragraph;

use crate::bank::Progress;
use crate::exchange::lettered::{self, Line};
use crate::exchange::{DraftBank, Package, PackageFault, Pictures, Place, Unreadable};
use numbering::{Numbering, attribute};
use paragraph::Shelf;
use roxmltree::{Document, Node};
use std::collections::HashMap;

/// The part with the text.
const DOCUMENT: &str = "word/document.xml";

/// Reads a document. The lines of places are its paragraphs, counted from 1.
pub(super) fn read(package: &mut Package, progress: &dyn Progress) -> Result<DraftBank, Unreadable> {
    let xml = String::from_utf8_lossy(&package.read(DOCUMENT)?).into_owned();
    let damaged = |fault: roxmltree::Error| Unreadable::Damaged {
        line: fault.pos().row,
        reason: "the text of the document is no XML".into(),
    };
    let document = Document::parse(&xml).map_err(damaged)?;
    let numbering = Numbering::read(&text(package, "word/numbering.xml")?);
    let files = files(&text(package, "word/_rels/document.xml.rels")?);
    let mut shelf = Shelf { package, files, numbering, pictures: Pictures::default(), remarks: Vec::new() };
    let mut lines: Vec<Line> = Vec::new();
    let is_paragraph = |node: &Node<'_, '_>| node.is_element() && node.tag_name().name() == "p";
    let mut told = Vec::new();
    for (paragraph, number) in document.descendants().filter(is_paragraph).zip(1..) {
        lines.extend(paragraph::lines(paragraph, number, &mut shelf));
        told.extend(shelf.remarks.drain(..).map(|remark| (Place::line(number), remark)));
    }
    let mut bank = lettered::read_lines(&lines, progress)?;
    for draft in &mut bank.drafts {
        draft.place.inside = DOCUMENT.into();
    }
    bank.remarks = told.into_iter().map(|(place, remark)| (place.within(DOCUMENT), remark)).collect();
    bank.pictures = shelf.pictures;
    Ok(bank)
}

/// A part of the package; empty where it is not there.
fn text(package: &mut Package, name: &str) -> Result<String, PackageFault> {
    if package.has(name) { Ok(String::from_utf8_lossy(&package.read(name)?).into_owned()) } else { Ok(String::new()) }
}

/// The files that the document names, by their names in it.
fn files(xml: &str) -> HashMap<Box<str>, Box<str>> {
    let Ok(document) = Document::parse(xml) else { return HashMap::new() };
    let file = |node: Node<'_, '_>| {
        let target = attribute(node, "Target")?;
        let path = target.strip_prefix('/').map_or_else(|| format!("word/{target}"), str::to_owned);
        Some((attribute(node, "Id")?.into(), path.into()))
    };
    document.descendants().filter(Node::is_element).filter_map(file).collect()
}
