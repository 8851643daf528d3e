//! Takes CommonMark apart with `pulldown-cmark`. HTML in a text is no markup here: it is shown as it is written.

use super::picture::decoded;
use super::rich::{Block, Column, Inline, Rich, Style, Table};
use super::suspect::Maths;
use crate::text::masking::{Hidden, Masked, Token};
use pulldown_cmark::{Alignment, Event, Options, Parser, Tag, TagEnd};
use std::sync::Arc;

/// Longer texts are shown as they are written: nobody reads so much on one screen.
pub const LONGEST_BYTES: usize = 64 * 1024;
/// Lists and quotes within each other beyond this depth are shown as one.
const DEEPEST: usize = 8;

/// Takes a text apart.
pub fn parse(text: &str) -> Rich {
    if text.len() > LONGEST_BYTES {
        return Rich::of_line(vec![words(text)]);
    }
    read(&Masked::new(text))
}

/// Takes a text with gaps apart: `Some` holds words, `None` is a gap.
pub fn parse_with_gaps<'a>(parts: impl IntoIterator<Item = Option<&'a str>>) -> Rich {
    let parts: Vec<_> = parts.into_iter().collect();
    let length: usize = parts.iter().flatten().map(|part| part.len()).sum();
    if length > LONGEST_BYTES {
        return Rich::of_line(as_written(&parts));
    }
    let rich = read(&Masked::of_parts(&parts));
    // A gap in an address would be lost, and with it the question.
    let gap_count = parts.iter().filter(|part| part.is_none()).count();
    let is_whole = rich.inlines().into_iter().filter(|inline| matches!(inline, Inline::Gap(_))).count() == gap_count;
    if is_whole { rich } else { Rich::of_line(as_written(&parts)) }
}

/// Words as they are written, with the gaps among them.
fn as_written(parts: &[Option<&str>]) -> Vec<Inline> {
    let mut gaps = 0..;
    let inline = |part: &Option<&str>| match part {
        Some(text) => words(text),
        None => Inline::Gap(gaps.next().unwrap_or_default()),
    };
    parts.iter().map(inline).collect()
}

fn words(text: &str) -> Inline {
    Inline::Text { text: text.to_owned(), style: Style::default() }
}

fn read(masked: &Masked) -> Rich {
    let mut builder = Builder::new(masked);
    for event in Parser::new_ext(&masked.text, Options::ENABLE_TABLES) {
        builder.take(event);
    }
    Rich { blocks: builder.finish() }
}

/// A container that is being filled.
enum Open {
    Quote(Vec<Block>),
    List { first: Option<u64>, items: Vec<Vec<Block>> },
    Item(Vec<Block>),
}

/// Collects blocks from the reader's events.
struct Builder<'a> {
    masked: &'a Masked,
    done: Vec<Block>,
    open: Vec<Open>,
    /// Containers that are too deep to have a frame of their own.
    too_deep: usize,
    line: Vec<Inline>,
    bold: usize,
    italic: usize,
    link: Option<Arc<str>>,
    /// The picture whose words are being read, and how many are open within each other.
    picture: Option<(String, String)>,
    pictures_open: usize,
    code: Option<String>,
    table: Option<Table>,
    row: Vec<Vec<Inline>>,
}

impl<'a> Builder<'a> {
    fn new(masked: &'a Masked) -> Self {
        Self {
            masked,
            done: Vec::new(),
            open: Vec::new(),
            too_deep: 0,
            line: Vec::new(),
            bold: 0,
            italic: 0,
            link: None,
            picture: None,
            pictures_open: 0,
            code: None,
            table: None,
            row: Vec::new(),
        }
    }

    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::Code(code) => self.code(&code, &Style { is_code: true, ..self.style() }),
            Event::SoftBreak | Event::HardBreak => self.end_line(),
            Event::Rule => self.push(Block::Rule),
            // Extensions that are not asked for.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::BlockQuote(_) => self.open(Open::Quote(Vec::new())),
            Tag::List(first) => self.open(Open::List { first, items: Vec::new() }),
            Tag::Item => self.open(Open::Item(Vec::new())),
            Tag::CodeBlock(_) => {
                self.end_paragraph();
                self.code = Some(String::new());
            }
            Tag::HtmlBlock | Tag::Paragraph | Tag::Heading { .. } => self.end_paragraph(),
            Tag::Table(columns) => {
                self.end_paragraph();
                let columns = columns.into_iter().map(column).collect();
                self.table = Some(Table { columns, ..Table::default() });
            }
            Tag::Strong => self.bold += 1,
            Tag::Emphasis => self.italic += 1,
            Tag::Link { dest_url, .. } => {
                let address = self.masked.written(&dest_url);
                self.link = is_web_address(&address).then(|| address.into());
            }
            Tag::Image { dest_url, .. } => {
                self.pictures_open += 1;
                if self.picture.is_none() {
                    self.picture = Some((decoded(&self.masked.written(&dest_url)), String::new()));
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => self.close(),
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.end_paragraph(),
            TagEnd::Heading(_) => {
                let line = self.take_line();
                if !line.is_empty() {
                    self.push(Block::Heading(line));
                }
            }
            TagEnd::CodeBlock => {
                if let Some(code) = self.code.take() {
                    self.code_block(code.trim_end_matches('\n'));
                }
            }
            TagEnd::TableCell => {
                let cell = self.take_line();
                self.row.push(cell);
            }
            TagEnd::TableHead => {
                let row = std::mem::take(&mut self.row);
                if let Some(table) = &mut self.table {
                    table.head = row;
                }
            }
            TagEnd::TableRow => {
                let row = std::mem::take(&mut self.row);
                if let Some(table) = &mut self.table {
                    table.rows.push(row);
                }
            }
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    self.push(Block::Table(table));
                }
            }
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Emphasis => self.italic = self.italic.saturating_sub(1),
            TagEnd::Link => self.link = None,
            TagEnd::Image => {
                self.pictures_open = self.pictures_open.saturating_sub(1);
                if self.pictures_open == 0
                    && let Some((path, alt)) = self.picture.take()
                {
                    self.line.push(Inline::Picture { path, alt: alt.trim().to_owned() });
                }
            }
            _ => {}
        }
    }

    fn style(&self) -> Style {
        Style { is_bold: self.bold > 0, is_italic: self.italic > 0, is_code: false, link: self.link.clone() }
    }

    fn text(&mut self, text: &str) {
        if let Some(code) = &mut self.code {
            code.push_str(text);
            return;
        }
        let masked = self.masked;
        for token in masked.tokens(text) {
            match token {
                Token::Words(words) => self.lines(words),
                Token::Hidden(Hidden::Signs("")) => {}
                Token::Hidden(Hidden::Signs(signs)) => self.push_text((*signs).to_owned(), self.style()),
                Token::Hidden(Hidden::Gap(gap)) => self.line.push(Inline::Gap(*gap)),
                Token::Hidden(Hidden::Maths(source)) => self.maths(source),
            }
        }
    }

    /// Words of HTML may go over several lines.
    fn lines(&mut self, words: &str) {
        for (index, line) in words.split('\n').enumerate() {
            if index > 0 {
                self.end_line();
            }
            if !line.is_empty() {
                self.push_text(line.to_owned(), self.style());
            }
        }
    }

    /// Code as it is written, but for the gaps in it.
    fn code(&mut self, code: &str, style: &Style) {
        let masked = self.masked;
        for token in masked.tokens(code) {
            match token {
                Token::Words(words) => self.push_text(words.to_owned(), style.clone()),
                Token::Hidden(Hidden::Gap(gap)) => self.line.push(Inline::Gap(*gap)),
                Token::Hidden(Hidden::Signs(signs)) => self.push_text((*signs).to_owned(), style.clone()),
                Token::Hidden(Hidden::Maths(source)) => self.push_text(source.clone(), style.clone()),
            }
        }
    }

    /// Lines of code; those with gaps become a paragraph, which can hold them.
    fn code_block(&mut self, code: &str) {
        let masked = self.masked;
        let is_gap = |token: &Token<'_>| matches!(token, Token::Hidden(Hidden::Gap(_)));
        if !masked.tokens(code).iter().any(is_gap) {
            return self.push(Block::Code(masked.written(code)));
        }
        let style = Style { is_code: true, ..Style::default() };
        for line in code.split('\n') {
            self.code(line, &style);
            self.end_line();
        }
        self.end_paragraph();
    }

    fn maths(&mut self, source: &str) {
        let Maths { tex, is_display } = Maths::of_source(source);
        match &mut self.picture {
            Some((_, alt)) => alt.push_str(&super::tex::unicode(&tex)),
            None => self.line.push(Inline::Maths { tex, is_display }),
        }
    }

    /// Adds words to those before them where they look alike.
    fn push_text(&mut self, words: String, style: Style) {
        if let Some((_, alt)) = &mut self.picture {
            alt.push_str(&words);
        } else if let Some(Inline::Text { text, style: before }) = self.line.last_mut()
            && *before == style
        {
            text.push_str(&words);
        } else {
            self.line.push(Inline::Text { text: words, style });
        }
    }

    fn end_line(&mut self) {
        match &mut self.picture {
            Some((_, alt)) => alt.push(' '),
            None => self.line.push(Inline::Break),
        }
    }

    fn take_line(&mut self) -> Vec<Inline> {
        while self.line.last() == Some(&Inline::Break) {
            self.line.pop();
        }
        std::mem::take(&mut self.line)
    }

    fn end_paragraph(&mut self) {
        let line = self.take_line();
        if !line.is_empty() {
            self.push(Block::Paragraph(line));
        }
    }

    fn push(&mut self, block: Block) {
        match self.open.last_mut() {
            None => self.done.push(block),
            Some(Open::Quote(blocks) | Open::Item(blocks)) => blocks.push(block),
            Some(Open::List { items, .. }) => items.push(vec![block]),
        }
    }

    fn open(&mut self, container: Open) {
        self.end_paragraph();
        if self.open.len() >= DEEPEST || self.too_deep > 0 {
            self.too_deep += 1;
        } else {
            self.open.push(container);
        }
    }

    fn close(&mut self) {
        self.end_paragraph();
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        match self.open.pop() {
            None => {}
            Some(Open::Quote(blocks)) => self.push(Block::Quote(blocks)),
            Some(Open::List { first, items }) => self.push(Block::List { first, items }),
            Some(Open::Item(blocks)) => match self.open.last_mut() {
                Some(Open::List { items, .. }) => items.push(blocks),
                _ => blocks.into_iter().for_each(|block| self.push(block)),
            },
        }
    }

    fn finish(mut self) -> Vec<Block> {
        self.end_paragraph();
        while !self.open.is_empty() {
            self.too_deep = 0;
            self.close();
        }
        self.done
    }
}

fn column(alignment: Alignment) -> Column {
    match alignment {
        Alignment::None | Alignment::Left => Column::Left,
        Alignment::Center => Column::Middle,
        Alignment::Right => Column::Right,
    }
}

/// Whether an address may be opened: the web, and nothing that could start a program.
fn is_web_address(address: &str) -> bool {
    let (scheme, rest) = address.split_once("://").unwrap_or_default();
    (scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http"))
        && !rest.is_empty()
        && !address.contains(|sign: char| sign.is_control() || sign.is_whitespace())
}
