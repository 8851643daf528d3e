//! Writes a formatted text as the CommonMark of banks, so that it shows the same. Knows no other markup.

use super::inlines::Line;
use super::purpose::Purpose;
use super::signs::{Escaping, guard_line, longest_run};
use crate::text::parse;
use crate::text::rich::{Block, Column, Inline, Rich, Style, Table};

/// The text as a bank has it.
pub(super) fn write(rich: &Rich, purpose: Purpose) -> String {
    let flat;
    let rich = match purpose {
        Purpose::Plain => return one_line(&rich.plain()),
        Purpose::Line => {
            flat = Rich { blocks: vec![Block::Paragraph(on_one_line(rich))] };
            &flat
        }
        Purpose::Text | Purpose::Cloze | Purpose::Calculated => rich,
    };
    let written = Writer::new(rich, purpose, false).text(rich);
    if is_simple(rich) || shows(&written, rich) {
        return written;
    }
    // What stands too close to read as markup is shown without looks rather than with its signs.
    let plainer = without_looks(rich);
    let written = Writer::new(&plainer, purpose, false).text(&plainer);
    if shows(&written, rich) { written } else { Writer::new(&plainer, purpose, true).text(&plainer) }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text shows the same words.
fn shows(text: &str, rich: &Rich) -> bool {
    one_line(&parse(text).plain()) == one_line(&rich.plain())
}

/// Words in paragraphs, of which it is known how they read back.
fn is_simple(rich: &Rich) -> bool {
    let is_words = |inline: &Inline| match inline {
        Inline::Text { style, .. } => *style == Style::default(),
        Inline::Break => true,
        Inline::Maths { .. } | Inline::Picture { .. } | Inline::Gap(_) => false,
    };
    rich.blocks.iter().all(|block| matches!(block, Block::Paragraph(line) if line.iter().all(is_words)))
}

/// All words in one line: what stood below each other stands side by side.
fn on_one_line(rich: &Rich) -> Vec<Inline> {
    let mut line = Vec::new();
    side_by_side(&rich.blocks, &mut line);
    line
}

fn words(text: impl Into<String>) -> Inline {
    Inline::Text { text: text.into(), style: Style::default() }
}

fn side_by_side(blocks: &[Block], line: &mut Vec<Inline>) {
    let extend = |line: &mut Vec<Inline>, inlines: &[Inline]| {
        if !line.is_empty() {
            line.push(words(" "));
        }
        let spaced = |inline: &Inline| if *inline == Inline::Break { words(" ") } else { inline.clone() };
        line.extend(inlines.iter().map(spaced));
    };
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading(inlines) => extend(line, inlines),
            Block::Code(code) => {
                let style = Style { is_code: true, ..Style::default() };
                extend(line, &[Inline::Text { text: one_line(code), style }]);
            }
            Block::Quote(quoted) => side_by_side(quoted, line),
            Block::List { first, items } => {
                for (index, item) in items.iter().enumerate() {
                    extend(line, &[words(lead(*first, index))]);
                    side_by_side(item, line);
                }
            }
            Block::Table(table) => {
                for cells in std::iter::once(&table.head).chain(&table.rows) {
                    for (place, cell) in cells.iter().enumerate() {
                        if place > 0 {
                            extend(line, &[words("|")]);
                        }
                        extend(line, cell);
                    }
                }
            }
            Block::Rule => {}
        }
    }
}

fn lead(first: Option<u64>, index: usize) -> String {
    first.map_or_else(|| "•".to_owned(), |first| format!("{}.", first.saturating_add(index as u64)))
}

/// The same blocks, with words that look like all others.
fn without_looks(rich: &Rich) -> Rich {
    fn line(inlines: &[Inline]) -> Vec<Inline> {
        let plain = |inline: &Inline| match inline {
            Inline::Text { text, .. } => words(text.clone()),
            other => other.clone(),
        };
        inlines.iter().map(plain).collect()
    }
    fn block(it: &Block) -> Block {
        match it {
            Block::Paragraph(inlines) => Block::Paragraph(line(inlines)),
            Block::Heading(inlines) => Block::Heading(line(inlines)),
            Block::Quote(blocks) => Block::Quote(blocks.iter().map(block).collect()),
            Block::List { first, items } => {
                let items = items.iter().map(|item| item.iter().map(block).collect()).collect();
                Block::List { first: *first, items }
            }
            Block::Table(table) => Block::Table(Table {
                columns: table.columns.clone(),
                head: table.head.iter().map(|cell| line(cell)).collect(),
                rows: table.rows.iter().map(|row| row.iter().map(|cell| line(cell)).collect()).collect(),
            }),
            other @ (Block::Code(_) | Block::Rule) => other.clone(),
        }
    }
    Rich { blocks: rich.blocks.iter().map(block).collect() }
}

struct Writer {
    escaping: Escaping,
}

impl Writer {
    fn new(rich: &Rich, purpose: Purpose, is_careful: bool) -> Self {
        let dollars = |inline: &Inline| match inline {
            Inline::Text { text, .. } => text.matches('$').count(),
            Inline::Maths { .. } => 2,
            Inline::Picture { alt, .. } => alt.matches('$').count(),
            Inline::Break | Inline::Gap(_) => 0,
        };
        let has_dollars = rich.inlines().into_iter().map(dollars).sum::<usize>() > 1;
        Self { escaping: Escaping { purpose, is_cell: false, has_dollars, is_careful } }
    }

    fn text(&self, rich: &Rich) -> String {
        let mut blocks: &[Block] = &rich.blocks;
        while let [rest @ .., Block::Rule] | [Block::Rule, rest @ ..] = blocks {
            blocks = rest;
        }
        match blocks {
            [Block::Paragraph(line) | Block::Heading(line)] if !line.contains(&Inline::Break) => self.line(line),
            _ => {
                let lines = self.blocks(blocks);
                // A text of one line holds no blocks.
                if lines.len() == 1 { self.line(&on_one_line(rich)) } else { lines.join("\n") }
            }
        }
    }

    /// The lines of blocks below each other, with an empty one between.
    fn blocks(&self, blocks: &[Block]) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut is_other = false;
        for (index, block) in blocks.iter().enumerate() {
            let follows_list =
                index > 0 && matches!((&blocks[index - 1], block), (Block::List { .. }, Block::List { .. }));
            is_other = follows_list && !is_other;
            let more = self.block(block, is_other);
            if !lines.is_empty() && !more.is_empty() {
                lines.push(String::new());
            }
            lines.extend(more);
        }
        lines
    }

    /// The lines of a block. A list right after another has other marks.
    fn block(&self, block: &Block, is_other: bool) -> Vec<String> {
        match block {
            Block::Paragraph(line) => self.lines(line),
            Block::Heading(line) => vec![format!("### {}", self.line(line).replace('\n', " "))],
            Block::Code(code) => {
                let fence = "`".repeat(longest_run(code).max(2) + 1);
                std::iter::once(fence.as_str()).chain(code.lines()).chain([fence.as_str()]).map(str::to_owned).collect()
            }
            Block::Quote(blocks) => {
                self.blocks(blocks).into_iter().map(|line| format!("> {line}").trim_end().to_owned()).collect()
            }
            Block::List { first, items } => self.list(*first, items, is_other),
            Block::Table(table) => self.table(table),
            Block::Rule => vec!["***".to_owned()],
        }
    }

    fn list(&self, first: Option<u64>, items: &[Vec<Block>], is_other: bool) -> Vec<String> {
        let mut lines = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let lead = match (first, is_other) {
                (None, false) => "- ".to_owned(),
                (None, true) => "+ ".to_owned(),
                (Some(first), false) => format!("{}. ", first.saturating_add(index as u64)),
                (Some(first), true) => format!("{}) ", first.saturating_add(index as u64)),
            };
            let inside = self.blocks(item);
            if inside.is_empty() {
                lines.push(lead.trim_end().to_owned());
            }
            for (place, line) in inside.into_iter().enumerate() {
                let lead = if place == 0 { lead.clone() } else { " ".repeat(lead.len()) };
                lines.push((lead + &line).trim_end().to_owned());
            }
        }
        lines
    }

    fn table(&self, table: &Table) -> Vec<String> {
        let cells = Self { escaping: Escaping { is_cell: true, ..self.escaping } };
        let row = |row: &Vec<Vec<Inline>>| {
            let row: Vec<String> = row.iter().map(|cell| cells.line(cell).replace('\n', " ")).collect();
            format!("| {} |", row.join(" | "))
        };
        let rule = |place: usize| match table.columns.get(place).copied().unwrap_or_default() {
            Column::Left => "---",
            Column::Middle => ":-:",
            Column::Right => "--:",
        };
        let rules: Vec<&str> = (0..table.head.len()).map(rule).collect();
        let rules = format!("| {} |", rules.join(" | "));
        std::iter::once(row(&table.head)).chain([rules]).chain(table.rows.iter().map(row)).collect()
    }

    /// A paragraph in a text of several lines.
    fn lines(&self, inlines: &[Inline]) -> Vec<String> {
        let written = self.line(inlines);
        written.lines().map(str::trim).filter(|line| !line.is_empty()).map(guard_line).collect()
    }

    fn line(&self, inlines: &[Inline]) -> String {
        Line::new(self.escaping).of(inlines)
    }
}
