//! Reads HTML as browsers do, sign by sign and without a tree: any depth costs no more than its length. Writes no text.

use super::attributes::{Attributes, name_of};
use super::builder::Builder;
use super::formulas::Formulas;
use super::pictures::PictureTaker;
use crate::exchange::Remark;
use crate::exchange::html_tokens::{HtmlReader, read_html};
use crate::text::rich::{Inline, Rich, Style};
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, TokenSinkResult};

/// What HTML shows, and what of it is lost.
pub(super) fn read(html: &str, pictures: &mut dyn PictureTaker) -> (Rich, Vec<Remark>) {
    let page = Page {
        builder: Builder::default(),
        styles: Vec::new(),
        formulas: Formulas::default(),
        skipped: None,
        remarks: Vec::new(),
        pictures,
    };
    let mut page = read_html(html, page);
    page.end_formula();
    (page.builder.finish(), page.remarks)
}

impl HtmlReader for Page<'_> {
    fn words(&mut self, words: &str) {
        self.take_words(words);
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        self.take_tag(tag)
    }
}

/// How an element changes the looks of the words in it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Look {
    Bold,
    Italic,
    Code,
    Link(Option<Box<str>>),
    Quoted,
    Same,
}

struct Page<'p> {
    builder: Builder,
    /// The elements around this place that change the looks, by name.
    styles: Vec<(String, Look)>,
    formulas: Formulas,
    /// The element whose words are not shown, and how many of its name are open.
    skipped: Option<(String, usize)>,
    remarks: Vec<Remark>,
    pictures: &'p mut dyn PictureTaker,
}

impl Page<'_> {
    fn take_words(&mut self, words: &str) {
        if self.skipped.is_some() || self.formulas.words(words) {
            return;
        }
        let style = self.style();
        self.builder.words(words, &style);
    }

    fn style(&self) -> Style {
        let mut style = Style::default();
        for (_, look) in &self.styles {
            match look {
                Look::Bold => style.is_bold = true,
                Look::Italic => style.is_italic = true,
                Look::Code => style.is_code = true,
                Look::Link(address) => style.link = address.as_deref().map(Into::into),
                Look::Quoted | Look::Same => {}
            }
        }
        style
    }

    fn tell(&mut self, remark: Remark) {
        if !self.remarks.contains(&remark) {
            self.remarks.push(remark);
        }
    }

    fn take_tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name = name_of(tag);
        let is_start = tag.kind == TagKind::StartTag;
        if let Some((skipped, depth)) = &mut self.skipped {
            if *skipped == name && !tag.self_closing {
                *depth = if is_start { *depth + 1 } else { *depth - 1 };
                if *depth == 0 {
                    self.skipped = None;
                }
            } else if is_start && matches!(name, "source" | "embed") {
                self.media(tag);
            }
            return TokenSinkResult::Continue;
        }
        if name == "math" || self.formulas.is_open() {
            if self.formulas.tag(name, tag) {
                self.end_formula();
            }
            return TokenSinkResult::Continue;
        }
        if is_start { self.start(name, tag) } else { self.end(name) }
    }

    fn end_formula(&mut self) {
        if let Some(formula) = self.formulas.take() {
            self.formula(formula);
        }
    }

    /// Adds a formula, or its words where it is none that is known.
    fn formula(&mut self, formula: Result<Inline, String>) {
        let style = self.style();
        match formula {
            Ok(maths) => self.builder.inline(maths, &style),
            Err(words) => {
                self.builder.words(&words, &style);
                self.tell(Remark::Formula(words.into()));
            }
        }
    }

    fn start(&mut self, name: &str, tag: &Tag) -> TokenSinkResult<()> {
        let attributes = Attributes(tag);
        match name {
            "script" => {
                self.skip(name, tag);
                return TokenSinkResult::RawData(RawKind::ScriptData);
            }
            "style" | "xmp" | "noembed" | "noframes" => {
                self.skip(name, tag);
                return TokenSinkResult::RawData(RawKind::Rawtext);
            }
            "title" | "textarea" => {
                self.skip(name, tag);
                return TokenSinkResult::RawData(RawKind::Rcdata);
            }
            "head" | "template" => self.skip(name, tag),
            "audio" | "video" | "iframe" | "object" => {
                self.media(tag);
                self.skip(name, tag);
            }
            "embed" | "source" => self.media(tag),
            "br" => self.builder.line_break(),
            "hr" => self.builder.rule(),
            "img" => self.picture(&attributes),
            "pre" => self.builder.begin_code(),
            "sub" => self.builder.begin_script(false),
            "sup" => self.builder.begin_script(true),
            "ul" | "menu" | "dir" => self.builder.begin_list(None),
            "ol" => {
                let first = attributes.get("start").and_then(|first| first.trim().parse().ok());
                self.builder.begin_list(Some(first.filter(|first| *first < 100_000_000).unwrap_or(1)));
            }
            "li" => self.builder.begin_item(),
            "blockquote" => self.builder.begin_quote(),
            "table" => self.builder.begin_table(),
            "tr" => self.builder.begin_row(),
            "td" | "th" => {
                if attributes.reaches() {
                    self.tell(Remark::SpannedCells);
                }
                self.builder.begin_cell();
            }
            "q" => {
                self.words("“");
                self.open(name, Look::Quoted);
            }
            _ if is_block(name) => self.builder.end_paragraph(),
            _ => self.look(name, tag),
        }
        if attributes.has_looks() || matches!(name, "u" | "font" | "s" | "strike" | "del" | "mark" | "center") {
            self.tell(Remark::Looks);
        }
        TokenSinkResult::Continue
    }

    fn look(&mut self, name: &str, tag: &Tag) {
        let attributes = Attributes(tag);
        let look = match name {
            "b" | "strong" => Look::Bold,
            "i" | "em" | "cite" | "var" | "dfn" => Look::Italic,
            "code" | "kbd" | "samp" | "tt" => Look::Code,
            "a" => Look::Link(attributes.web_address("href")),
            "span" | "font" => {
                attributes.look().map_or(Look::Same, |is_bold| if is_bold { Look::Bold } else { Look::Italic })
            }
            _ => return,
        };
        if let Some(formula) = attributes.formula_span() {
            self.formulas.begin_tex(name, formula);
        } else if !tag.self_closing
            && (look != Look::Same || self.styles.iter().rev().take(64).any(|(open, _)| open == name))
        {
            self.open(name, look);
        }
    }

    fn open(&mut self, name: &str, look: Look) {
        if self.styles.len() < 256 {
            self.styles.push((name.to_owned(), look));
        }
    }

    fn end(&mut self, name: &str) -> TokenSinkResult<()> {
        match name {
            "pre" => self.builder.end_code(),
            "sub" | "sup" => self.builder.end_script(),
            "ul" | "menu" | "dir" | "ol" | "blockquote" => self.builder.end_container(),
            "li" => self.builder.end_item(),
            "table" => self.builder.end_table(),
            "td" | "th" | "tr" => self.builder.end_cell(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.builder.end_heading(),
            "br" => self.builder.line_break(),
            _ if is_block(name) => self.builder.end_paragraph(),
            _ => {
                if let Some(place) = self.styles.iter().rposition(|(open, _)| open == name)
                    && self.styles.remove(place).1 == Look::Quoted
                {
                    self.words("”");
                }
            }
        }
        TokenSinkResult::Continue
    }

    fn skip(&mut self, name: &str, tag: &Tag) {
        if !tag.self_closing {
            self.skipped = Some((name.to_owned(), 1));
        }
    }

    fn media(&mut self, tag: &Tag) {
        let attributes = Attributes(tag);
        if let Some(address) = attributes.get("src").or_else(|| attributes.get("data")) {
            self.tell(Remark::Media(file_name(address).into()));
        }
    }

    fn picture(&mut self, attributes: &Attributes<'_>) {
        if let Some(formula) = super::formulas::of_picture(attributes) {
            return self.formula(formula);
        }
        let Some(address) = attributes.get("src").map(str::trim).filter(|address| !address.is_empty()) else { return };
        let alt = attributes.get("alt").unwrap_or_default().trim();
        let style = self.style();
        match self.pictures.take(address) {
            Ok(path) => self.builder.inline(Inline::Picture { path: path.into(), alt: alt.to_owned() }, &style),
            Err(remark) => {
                let is_remote = matches!(remark, Remark::RemotePicture(_));
                let link = if is_remote { attributes.web_address("src") } else { None };
                let words = if alt.is_empty() && is_remote { address } else { alt };
                self.builder.words(words, &Style { link: link.as_deref().map(Into::into), ..style });
                self.tell(remark);
            }
        }
    }
}

fn file_name(address: &str) -> &str {
    if address.starts_with("data:") {
        return address.split([';', ',']).next().unwrap_or_default();
    }
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rsplit('/').find(|part| !part.is_empty()).unwrap_or(address)
}

fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 32] = [
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "nav",
        "aside",
        "address",
        "center",
        "dl",
        "dt",
        "dd",
        "fieldset",
        "figure",
        "figcaption",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "caption",
        "details",
        "summary",
        "body",
        "html",
        "thead",
        "tbody",
        "legend",
    ];
    BLOCKS.contains(&name)
}
