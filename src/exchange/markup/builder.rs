//! Puts a formatted text together, block by block, as another program's text is read. Knows no markup.

use super::scripts;
use super::tex_signs::with_maths;
use crate::text::rich::{Block, Inline, Rich, Style, Table};

/// Lists and quotes within each other beyond this depth are one.
const DEEPEST: usize = 8;

/// A container that is being filled.
enum Open {
    Quote(Vec<Block>),
    List { first: Option<u64>, items: Vec<Vec<Block>> },
    Item(Vec<Block>),
}

/// A formatted text that is being put together.
#[derive(Default)]
pub(super) struct Builder {
    done: Vec<Block>,
    open: Vec<Open>,
    too_deep: usize,
    line: Vec<Inline>,
    /// Whether a space is due before the next words.
    is_space_due: bool,
    script: Option<(bool, Vec<Inline>)>,
    code: Option<String>,
    /// Tables around this place; those within a cell are its words.
    tables: Vec<Rows>,
}

#[derive(Default)]
struct Rows {
    rows: Vec<Vec<Vec<Inline>>>,
    is_in_cell: bool,
}

impl Builder {
    /// Adds words, with white space as HTML has it: any amount is one blank.
    pub fn words(&mut self, words: &str, style: &Style) {
        if let Some(code) = &mut self.code {
            code.push_str(words);
            return;
        }
        let mut collapsed = String::with_capacity(words.len());
        for sign in words.chars() {
            if matches!(sign, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                self.is_space_due = true;
            } else {
                if std::mem::take(&mut self.is_space_due) && !(collapsed.is_empty() && self.is_at_start()) {
                    collapsed.push(' ');
                }
                collapsed.push(sign);
            }
        }
        self.push_text(collapsed, style);
    }

    fn is_at_start(&self) -> bool {
        self.script.is_none() && matches!(self.line.last(), None | Some(Inline::Break))
    }

    fn push_text(&mut self, words: String, style: &Style) {
        if words.is_empty() {
            return;
        }
        match self.line.last_mut() {
            Some(Inline::Text { text, style: before }) if before == style => text.push_str(&words),
            _ => self.line.push(Inline::Text { text: words, style: style.clone() }),
        }
    }

    /// Adds a formula or a picture.
    pub fn inline(&mut self, inline: Inline, style: &Style) {
        if let Some(code) = &mut self.code {
            if let Inline::Maths { tex, .. } = inline {
                code.push_str(&tex);
            }
            return;
        }
        if std::mem::take(&mut self.is_space_due) && !self.is_at_start() {
            self.push_text(" ".to_owned(), style);
        }
        self.line.push(inline);
    }

    /// Ends the line; two ends make a paragraph.
    pub fn line_break(&mut self) {
        if let Some(code) = &mut self.code {
            return code.push('\n');
        }
        self.is_space_due = false;
        match self.line.last() {
            Some(Inline::Break) => self.end_paragraph(),
            _ if self.is_in_cell() && self.line.is_empty() => {}
            _ => self.line.push(Inline::Break),
        }
    }

    /// Begins lowered or raised words.
    pub fn begin_script(&mut self, is_raised: bool) {
        if self.script.is_none() && self.code.is_none() {
            if std::mem::take(&mut self.is_space_due) && !self.is_at_start() {
                self.push_text(" ".to_owned(), &Style::default());
            }
            self.script = Some((is_raised, std::mem::take(&mut self.line)));
        }
    }

    /// Ends them.
    pub fn end_script(&mut self) {
        if let Some((is_raised, line)) = self.script.take() {
            let inside = std::mem::replace(&mut self.line, line);
            for inline in scripts::script(is_raised, inside) {
                match inline {
                    Inline::Text { text, style } => self.push_text(text, &style),
                    other => self.line.push(other),
                }
            }
        }
    }

    /// Begins lines of code.
    pub fn begin_code(&mut self) {
        self.end_paragraph();
        if self.code.is_none() && !self.is_in_cell() {
            self.code = Some(String::new());
        }
    }

    /// Ends them.
    pub fn end_code(&mut self) {
        if let Some(code) = self.code.take() {
            let code = code.trim_end().trim_start_matches(['\n', '\r']).replace("\r\n", "\n");
            if !code.is_empty() {
                self.push(Block::Code(code));
            }
        }
    }

    /// Ends the paragraph, where one was begun.
    pub fn end_paragraph(&mut self) {
        if self.code.is_some() {
            return;
        }
        let line = self.take_line();
        if self.is_in_cell() {
            self.line = line;
            if !self.line.is_empty() {
                self.line.push(Inline::Break);
            }
        } else if !line.is_empty() {
            self.push(Block::Paragraph(line));
        }
    }

    /// Ends a heading. In a list or a cell it is a line like any other.
    pub fn end_heading(&mut self) {
        if self.is_in_cell() || !self.open.is_empty() || self.code.is_some() {
            return self.end_paragraph();
        }
        let line = self.take_line();
        if !line.is_empty() {
            let spaced = |inline| if inline == Inline::Break { text(" ") } else { inline };
            self.push(Block::Heading(line.into_iter().map(spaced).collect()));
        }
    }

    fn take_line(&mut self) -> Vec<Inline> {
        self.end_script();
        self.is_space_due = false;
        while self.line.last() == Some(&Inline::Break) {
            self.line.pop();
        }
        let blank = |inline: &Inline| matches!(inline, Inline::Text { text, .. } if text.trim().is_empty());
        let line = std::mem::take(&mut self.line);
        if line.iter().all(|inline| blank(inline) || *inline == Inline::Break) { Vec::new() } else { line }
    }

    /// A line across the page.
    pub fn rule(&mut self) {
        self.end_paragraph();
        if !self.is_in_cell() && self.code.is_none() {
            self.push(Block::Rule);
        }
    }

    /// Begins a quotation.
    pub fn begin_quote(&mut self) {
        self.begin(Open::Quote(Vec::new()));
    }

    /// Begins a list.
    pub fn begin_list(&mut self, first: Option<u64>) {
        self.begin(Open::List { first, items: Vec::new() });
    }

    /// Begins an item; the one before ends with it.
    pub fn begin_item(&mut self) {
        if self.is_in_cell() {
            self.end_paragraph();
            self.push_text("• ".to_owned(), &Style::default());
            return;
        }
        if self.too_deep > 0 {
            return self.end_paragraph();
        }
        if matches!(self.open.last(), Some(Open::Item(_))) {
            self.end();
        }
        if !matches!(self.open.last(), Some(Open::List { .. })) {
            return self.end_paragraph();
        }
        self.begin(Open::Item(Vec::new()));
    }

    fn begin(&mut self, container: Open) {
        self.end_paragraph();
        if self.is_in_cell() || self.code.is_some() {
            return;
        }
        if self.open.len() >= DEEPEST || self.too_deep > 0 {
            self.too_deep += 1;
        } else {
            self.open.push(container);
        }
    }

    /// Ends an item.
    pub fn end_item(&mut self) {
        self.end_paragraph();
        if !self.is_in_cell() && self.too_deep == 0 && matches!(self.open.last(), Some(Open::Item(_))) {
            self.end();
        }
    }

    /// Ends a list or a quotation, with whatever is open in it.
    pub fn end_container(&mut self) {
        self.end_paragraph();
        if self.is_in_cell() || self.code.is_some() {
            return;
        }
        if self.too_deep == 0 && matches!(self.open.last(), Some(Open::Item(_))) {
            self.end();
        }
        self.end();
    }

    fn end(&mut self) {
        self.end_paragraph();
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        match self.open.pop() {
            None => {}
            Some(Open::Quote(blocks)) if blocks.is_empty() => {}
            Some(Open::Quote(blocks)) => self.push(Block::Quote(blocks)),
            Some(Open::List { items, .. }) if items.is_empty() => {}
            Some(Open::List { first, items }) => self.push(Block::List { first, items }),
            Some(Open::Item(blocks)) => match self.open.last_mut() {
                Some(Open::List { items, .. }) => items.push(blocks),
                _ => blocks.into_iter().for_each(|block| self.push(block)),
            },
        }
    }

    fn push(&mut self, block: Block) {
        match self.open.last_mut() {
            None => self.done.push(block),
            Some(Open::Quote(blocks) | Open::Item(blocks)) => blocks.push(block),
            Some(Open::List { items, .. }) => items.push(vec![block]),
        }
    }

    fn is_in_cell(&self) -> bool {
        self.tables.first().is_some_and(|table| table.is_in_cell)
    }

    /// Begins a table.
    pub fn begin_table(&mut self) {
        self.end_code();
        self.end_paragraph();
        self.tables.push(Rows::default());
    }

    /// Begins a row.
    pub fn begin_row(&mut self) {
        if let [table] = &mut self.tables[..] {
            table.rows.push(Vec::new());
        } else {
            self.end_paragraph();
        }
    }

    /// Begins a cell.
    pub fn begin_cell(&mut self) {
        self.end_cell();
        match &mut self.tables[..] {
            [table] => {
                self.line.clear();
                table.is_in_cell = true;
            }
            [_, ..] => self.words(" ", &Style::default()),
            [] => {}
        }
    }

    /// Ends a cell.
    pub fn end_cell(&mut self) {
        if self.tables.len() == 1 && self.is_in_cell() {
            let cell = self.take_line();
            let table = &mut self.tables[0];
            table.is_in_cell = false;
            if table.rows.is_empty() {
                table.rows.push(Vec::new());
            }
            if let Some(row) = table.rows.last_mut() {
                row.push(cell);
            }
        }
    }

    /// Ends a table. One of a single cell is only a frame.
    pub fn end_table(&mut self) {
        self.end_cell();
        let Some(table) = self.tables.pop() else { return self.end_paragraph() };
        if !self.tables.is_empty() {
            return self.end_paragraph();
        }
        let mut rows = table.rows;
        rows.retain(|row| !row.is_empty());
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        if width == 1 && rows.len() == 1 {
            let line = rows.remove(0).remove(0);
            return self.push(Block::Paragraph(line));
        }
        for row in &mut rows {
            row.resize(width, Vec::new());
        }
        if !rows.is_empty() {
            let head = rows.remove(0);
            self.push(Block::Table(Table { columns: vec![Default::default(); width], head, rows }));
        }
    }

    /// The text, with whatever is open ended, and the maths between its signs found.
    pub fn finish(mut self) -> Rich {
        self.end_code();
        while !self.tables.is_empty() {
            self.end_table();
        }
        self.end_paragraph();
        while !self.open.is_empty() {
            self.too_deep = 0;
            self.end();
        }
        Rich { blocks: self.done.into_iter().map(with_maths).collect() }
    }
}

fn text(words: &str) -> Inline {
    Inline::Text { text: words.to_owned(), style: Style::default() }
}
