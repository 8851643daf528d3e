//! Reads the size of an SVG, and refuses one that names other files or that would take long to draw.

use crate::bank::PictureFault;
use resvg::usvg::filter::Kind;
use resvg::usvg::{self, Group, ImageHrefResolver, Node, Tree, roxmltree};
use std::collections::HashMap;

/// More than drawings and maps hold, and little enough to read and draw while somebody waits.
const MOST_NODES: u32 = 100_000;
const MOST_SHAPES: usize = 20_000;
/// Things within each other, or shown by each other: whoever reads or draws them goes as deep, and each group can ask for
/// a canvas of its own.
const DEEPEST: usize = 64;
/// Filters, each of which looks at every point of the picture.
const MOST_FILTERS: usize = 100;
/// What a filter does at each point: layers of noise, or neighbours that it looks at.
const MOST_STEPS: f32 = 100.0;

/// Width and height of an SVG.
///
/// # Errors
/// Why it cannot be shown. A packed one (`svgz`) is not read: a small file can hold more than a computer has room for.
pub(super) fn size_of(bytes: &[u8]) -> Result<(f32, f32), PictureFault> {
    let text = std::str::from_utf8(bytes).map_err(|_| PictureFault::Unreadable)?;
    if is_nested_too_deep(text) {
        return Err(PictureFault::TooLarge);
    }
    let limits = roxmltree::ParsingOptions { allow_dtd: true, nodes_limit: MOST_NODES };
    let document = roxmltree::Document::parse_with_options(text, limits).map_err(|error| fault_of(&error))?;
    if Links::of(&document).lead_too_deep(&document) {
        return Err(PictureFault::TooLarge);
    }
    if document.descendants().any(names_a_file) {
        return Err(PictureFault::NotWhole);
    }
    let resolver = ImageHrefResolver { resolve_string: Box::new(|_, _| None), ..ImageHrefResolver::default() };
    let options = usvg::Options { image_href_resolver: resolver, ..usvg::Options::default() };
    let tree = Tree::from_xmltree(&document, &options).map_err(|error| match error {
        usvg::Error::ParsingFailed(error) => fault_of(&error),
        usvg::Error::ElementsLimitReached => PictureFault::TooLarge,
        _ => PictureFault::Unreadable,
    })?;
    let mut cost = Cost::default();
    cost.add(tree.root(), 0);
    if cost.is_too_much { Err(PictureFault::TooLarge) } else { Ok((tree.size().width(), tree.size().height())) }
}

fn fault_of(error: &roxmltree::Error) -> PictureFault {
    match error {
        roxmltree::Error::NodesLimitReached | roxmltree::Error::EntityReferenceLoop(_) => PictureFault::TooLarge,
        _ => PictureFault::Unreadable,
    }
}

/// Whether tags stand within each other so deep that the reader of XML, which calls itself for each, might find no end.
fn is_nested_too_deep(text: &str) -> bool {
    let mut depth = 0_usize;
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        let aside = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
            .into_iter()
            .find(|(begin, _)| rest.starts_with(begin));
        if let Some((_, end)) = aside {
            rest = rest.find(end).map_or("", |at| &rest[at + end.len()..]);
            continue;
        }
        let end = end_of_tag(rest);
        match (rest.as_bytes().get(1), rest[..end].ends_with('/')) {
            (Some(b'/'), _) => depth = depth.saturating_sub(1),
            (Some(b'!'), _) | (_, true) => {}
            _ => depth += 1,
        }
        if depth > DEEPEST {
            return true;
        }
        // What stands between the brackets of a document type is looked at as the rest is.
        rest = &rest[if rest.starts_with("<!") { 1 } else { end }..];
    }
    false
}

/// Where the `>` of a tag stands, beyond what stands between quotes.
fn end_of_tag(tag: &str) -> usize {
    let mut quote = None;
    let is_end = |byte: &u8| match (quote, *byte) {
        (None, b'>') => true,
        (None, b'"' | b'\'') => {
            quote = Some(*byte);
            false
        }
        (Some(open), byte) if open == byte => {
            quote = None;
            false
        }
        _ => false,
    };
    tag.as_bytes().iter().position(is_end).unwrap_or(tag.len())
}

/// What shows what in a document: by its place, as a group its shapes, or by its name, as `<use href="#ring"/>`.
struct Links<'a, 'input> {
    named: HashMap<&'a str, roxmltree::Node<'a, 'input>>,
    /// How deep it goes below a thing, where that is known.
    depths: HashMap<roxmltree::NodeId, usize>,
}

impl<'a, 'input> Links<'a, 'input> {
    fn of(document: &'a roxmltree::Document<'input>) -> Self {
        let named = document.descendants().filter_map(|node| Some((node.attribute("id")?, node)));
        Self { named: named.collect(), depths: HashMap::new() }
    }

    fn lead_too_deep(mut self, document: &'a roxmltree::Document<'input>) -> bool {
        // Nobody knows here which things a style sheet is for: each that it names could show the next.
        let sheets = document.descendants().filter(|node| node.has_tag_name("style")).filter_map(|node| node.text());
        let by_sheets = sheets.flat_map(names_in).filter(|name| self.named.get(name).is_some_and(shows_things)).count();
        by_sheets > DEEPEST || self.depth(document.root(), DEEPEST).is_none()
    }

    /// How deep it goes below a thing; `None` where that is more than `left`, or has no end.
    fn depth(&mut self, node: roxmltree::Node<'a, 'input>, left: usize) -> Option<usize> {
        let left = left.checked_sub(1)?;
        if let Some(depth) = self.depths.get(&node.id()) {
            return (*depth <= left + 1).then_some(*depth);
        }
        let mut deepest = 0;
        for child in node.children().filter(roxmltree::Node::is_element) {
            deepest = deepest.max(self.depth(child, left)?);
        }
        for attribute in node.attributes() {
            for name in names_in(attribute.value()) {
                if let Some(other) = self.named.get(name).copied().filter(shows_things) {
                    deepest = deepest.max(self.depth(other, left)?);
                }
            }
        }
        self.depths.insert(node.id(), deepest + 1);
        Some(deepest + 1)
    }
}

/// Whether a thing can show others; colours that run into each other cannot.
fn shows_things(node: &roxmltree::Node<'_, '_>) -> bool {
    !matches!(node.tag_name().name(), "linearGradient" | "radialGradient" | "stop")
}

/// The names after each `#`: in `#ring` and in `url(#ring)`.
fn names_in(value: &str) -> impl Iterator<Item = &str> {
    let end = |sign: char| sign.is_whitespace() || matches!(sign, ')' | '"' | '\'' | ';' | ',');
    value.split('#').skip(1).map(move |rest| rest.split(end).next().unwrap_or_default())
}

/// Whether it is a picture in the picture that lies in another file. What is packed into the SVG itself has an address
/// that begins with `data:`, what it repeats one that begins with `#`.
fn names_a_file(node: roxmltree::Node<'_, '_>) -> bool {
    let is_picture = matches!(node.tag_name().name(), "image" | "feImage");
    let is_inside = |address: &str| address.is_empty() || address.starts_with('#') || address.starts_with("data:");
    is_picture && node.attributes().any(|one| one.name() == "href" && !is_inside(one.value().trim()))
}

/// What it would take to draw a picture.
#[derive(Default)]
struct Cost {
    shapes: usize,
    filters: usize,
    is_too_much: bool,
}

impl Cost {
    fn add(&mut self, group: &Group, depth: usize) {
        self.filters += group.filters().len();
        let steps = group.filters().iter().flat_map(|filter| filter.primitives()).map(|one| steps(one.kind()));
        self.is_too_much |= depth > DEEPEST || self.filters > MOST_FILTERS || steps.sum::<f32>() > MOST_STEPS;
        for node in group.children() {
            self.shapes += 1;
            self.is_too_much |= self.shapes > MOST_SHAPES;
            if self.is_too_much {
                return;
            }
            if let Node::Group(inner) = node {
                self.add(inner, depth + 1);
            }
            // Patterns, masks and pictures within the picture.
            node.subroots(|root| self.add(root, depth + 1));
        }
    }
}

/// What a part of a filter does at each point.
fn steps(kind: &Kind) -> f32 {
    match kind {
        Kind::Turbulence(noise) => noise.num_octaves() as f32,
        Kind::ConvolveMatrix(convolve) => (convolve.matrix().columns() * convolve.matrix().rows()) as f32,
        Kind::Morphology(morphology) => 4.0 * morphology.radius_x().get() * morphology.radius_y().get(),
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(inside: &str, expected: Result<(f32, f32), PictureFault>) {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"40\" \
             height=\"30\">{inside}</svg>"
        );
        let shown: String = inside.chars().take(200).collect();
        assert_eq!(size_of(svg.as_bytes()), expected, "{shown}");
    }

    #[test]
    fn a_drawing_has_its_size() {
        for inside in [
            "<rect width=\"4\" height=\"3\"/>",
            "<a xlink:href=\"https://example.org\"><circle id=\"c\" r=\"4\"/></a><use xlink:href=\"#c\"/>",
            "<image width=\"4\" height=\"4\" href=\" data:image/png;base64,AAAA\"/>",
            "<filter id=\"f\"><feGaussianBlur stdDeviation=\"2\"/></filter><circle r=\"4\" filter=\"url(#f)\"/>",
        ] {
            check(inside, Ok((40.0, 30.0)));
        }
    }

    #[test]
    fn a_drawing_that_names_another_file_is_refused() {
        for address in ["/dev/zero", "../secret.svg", "beside.png", "file:///etc/passwd", "https://example.org/a.png"] {
            check(&format!("<image width=\"4\" height=\"4\" href=\"{address}\"/>"), Err(PictureFault::NotWhole));
            check(
                &format!("<g><image width=\"4\" height=\"4\" xlink:href=\"{address}\"/></g>"),
                Err(PictureFault::NotWhole),
            );
        }
        let entity = "<!DOCTYPE svg [<!ENTITY out \"/dev/zero\">]><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" \
                      height=\"4\"><image href=\"&out;\"/></svg>";
        assert_eq!(size_of(entity.as_bytes()), Err(PictureFault::NotWhole));
    }

    #[test]
    fn what_would_take_long_to_draw_is_refused() {
        let doubled = |levels: usize| {
            let use_twice = |level: usize| {
                format!("<g id=\"g{}\"><use href=\"#g{level}\"/><use href=\"#g{level}\"/></g>", level + 1)
            };
            let groups: String = (0..levels).map(use_twice).collect();
            format!("<defs><rect id=\"g0\" width=\"4\" height=\"3\"/>{groups}</defs><use href=\"#g{levels}\"/>")
        };
        check(&doubled(4), Ok((40.0, 30.0)));
        check(&doubled(16), Err(PictureFault::TooLarge));
        check(&doubled(60), Err(PictureFault::TooLarge));
        let deep =
            format!("{}<rect width=\"4\" height=\"3\"/>{}", "<g opacity=\".5\">".repeat(9999), "</g>".repeat(9999));
        check(&deep, Err(PictureFault::TooLarge));
        let aside =
            format!("<!--{}--><![CDATA[{}]]>{}", "<g>".repeat(99), "<g>".repeat(99), "<g a=\"/>\" b='>'/>".repeat(99));
        check(&aside, Ok((40.0, 30.0)));
        check(&"<rect width=\"4\" height=\"3\"/>".repeat(20_001), Err(PictureFault::TooLarge));
        let chained = |levels: usize| {
            let mask = |level: usize| {
                format!("<mask id=\"m{level}\"><rect width=\"4\" height=\"3\" mask=\"url(#m{})\"/></mask>", level + 1)
            };
            (0..levels).map(mask).collect::<String>() + "<rect width=\"4\" height=\"3\" style=\"mask: url(#m0)\"/>"
        };
        check(&chained(3), Ok((40.0, 30.0)));
        check(&chained(5000), Err(PictureFault::TooLarge));
        check("<g id=\"a\"><use href=\"#a\"/></g>", Err(PictureFault::TooLarge));
        for filter in [
            "<feTurbulence baseFrequency=\"1\" numOctaves=\"4000000000\"/>",
            "<feMorphology radius=\"4000\"/>",
            "<feGaussianBlur stdDeviation=\"2\"/>".repeat(101).as_str(),
        ] {
            check(
                &format!("<filter id=\"f\">{filter}</filter><rect width=\"4\" height=\"3\" filter=\"url(#f)\"/>"),
                Err(PictureFault::TooLarge),
            );
        }
    }

    #[test]
    fn entities_within_entities_and_packed_files_are_refused() {
        let laughs: String =
            (1..9).map(|level| format!("<!ENTITY e{level} \"{}\">", format!("&e{};", level - 1).repeat(10))).collect();
        let svg = format!(
            "<!DOCTYPE svg [<!ENTITY e0 \"<rect/>\">{laughs}]><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" \
             height=\"4\">&e8;</svg>"
        );
        assert_eq!(size_of(svg.as_bytes()), Err(PictureFault::TooLarge));
        assert_eq!(size_of(&[0x1f, 0x8b, 8, 0]), Err(PictureFault::Unreadable));
    }
}
