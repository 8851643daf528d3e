//! Gathers the formulas of HTML while it is read: MathML, and TeX in an element of its own. Writes no MathML.

use super::attributes::{Attributes, name_of};
use super::mathml::{DEEPEST, Element};
use crate::exchange::html_tokens::{HtmlReader, read_html};
use crate::text::rich::Inline;
use html5ever::tokenizer::{Tag, TagKind, TokenSinkResult};

/// A formula that is being read.
#[derive(Default)]
pub(super) struct Formulas {
    /// The elements that are open, the outermost first.
    open: Vec<Element>,
    is_display: bool,
    /// How many elements are open beyond the depth that any formula has.
    too_deep: usize,
    done: Option<Element>,
    /// TeX in an element of that name, and whether it is displayed.
    tex: Option<(String, bool, String)>,
}

impl Formulas {
    /// Whether a formula is being read.
    pub fn is_open(&self) -> bool {
        !self.open.is_empty() || self.tex.is_some()
    }

    /// TeX begins.
    pub fn begin_tex(&mut self, name: &str, is_display: bool) {
        self.tex = Some((name.to_owned(), is_display, String::new()));
    }

    /// Takes words, where they belong to a formula.
    pub fn words(&mut self, words: &str) -> bool {
        if let Some((_, _, tex)) = &mut self.tex {
            tex.push_str(words);
        } else if let Some(element) = self.open.last_mut() {
            element.inside.push(Element { text: words.to_owned(), ..Element::default() });
        } else {
            return false;
        }
        true
    }

    /// Takes a tag; true where the formula ends with it.
    pub fn tag(&mut self, name: &str, tag: &Tag) -> bool {
        let is_start = tag.kind == TagKind::StartTag;
        if let Some((open, ..)) = &self.tex {
            return !is_start && open == name;
        }
        if is_start {
            self.start(name, tag);
            return false;
        }
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return false;
        }
        // Ends of elements that were never begun are passed over.
        if self.open.iter().any(|element| element.name == name) {
            while self.open.last().is_some_and(|element| element.name != name) {
                self.close();
            }
            self.close();
        }
        self.open.is_empty()
    }

    fn start(&mut self, name: &str, tag: &Tag) {
        let attributes = Attributes(tag);
        if self.open.is_empty() {
            self.is_display = attributes.get("display") == Some("block");
        }
        if self.open.len() >= DEEPEST {
            self.too_deep += usize::from(!tag.self_closing);
            return;
        }
        let text = attributes.get("encoding").filter(|_| name == "annotation").unwrap_or_default().to_owned();
        self.open.push(Element { name: name.to_owned(), text, inside: Vec::new() });
        if tag.self_closing {
            self.close();
        }
    }

    fn close(&mut self) {
        if let Some(element) = self.open.pop() {
            match self.open.last_mut() {
                Some(outer) => outer.inside.push(element),
                None => self.done = Some(element),
            }
        }
    }

    /// The formula, or the words of one that cannot be written.
    pub fn take(&mut self) -> Option<Result<Inline, String>> {
        if let Some((_, is_display, tex)) = self.tex.take() {
            return Some(Ok(Inline::Maths { tex: tex.trim().to_owned(), is_display }))
                .filter(|_| !tex.trim().is_empty());
        }
        while !self.open.is_empty() {
            self.close();
        }
        self.too_deep = 0;
        let is_display = self.is_display;
        let element = self.done.take()?;
        Some(match element.tex() {
            Some(tex) => Ok(Inline::Maths { tex, is_display }),
            None => Err(element.words()),
        })
    }
}

/// The formula of MathML by itself.
pub(super) fn of_mathml(mathml: &str) -> Result<Inline, String> {
    read_html(mathml, Alone::default()).0.take().unwrap_or_else(|| Err(mathml.to_owned()))
}

/// Formulas, and nothing around them.
#[derive(Default)]
struct Alone(Formulas);

impl HtmlReader for Alone {
    fn words(&mut self, words: &str) {
        self.0.words(words);
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name = name_of(tag).to_owned();
        if self.0.done.is_none() && (self.0.is_open() || name == "math") {
            self.0.tag(&name, tag);
        }
        TokenSinkResult::Continue
    }
}

/// TeX from an attribute, which some programs encode as addresses are.
pub(super) fn tex_of(tex: &str) -> String {
    tex.trim().to_owned()
}

/// The formula that a picture shows.
pub(super) fn of_picture(attributes: &Attributes) -> Option<Result<Inline, String>> {
    let maths = |tex: &str| Inline::Maths { tex: tex_of(tex), is_display: false };
    if let Some(tex) = attributes.get("data-equation-content").filter(|tex| !tex.trim().is_empty()) {
        return Some(Ok(maths(tex)));
    }
    if let Some(mathml) = attributes.get("data-mathml").filter(|mathml| !mathml.trim().is_empty()) {
        let signs = [('«', "<"), ('»', ">"), ('¨', "\""), ('§', "&")];
        let mathml = signs.iter().fold(mathml.to_owned(), |mathml, (sign, meant)| mathml.replace(*sign, meant));
        return Some(of_mathml(&mathml));
    }
    let is_equation = attributes.get("class").is_some_and(|class| class.contains("equation_image"))
        || attributes.get("src").is_some_and(|address| address.contains("/equation_images/"));
    let tex = attributes.get("alt")?.trim();
    is_equation
        .then(|| tex.strip_prefix("LaTeX:").unwrap_or(tex))
        .filter(|tex| !tex.trim().is_empty())
        .map(|tex| Ok(maths(tex)))
}
