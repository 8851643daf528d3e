//! A formatted text as values: blocks of lines, and lines of words, formulas and pictures. Reads and draws nothing.

use std::sync::Arc;

/// A formatted text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rich {
    /// Its blocks, from the top.
    pub blocks: Vec<Block>,
}

/// A part of a text that begins on a line of its own.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Words.
    Paragraph(Vec<Inline>),
    /// Words that stand above others.
    Heading(Vec<Inline>),
    /// Lines of code, as they are written.
    Code(String),
    /// Blocks that somebody else said.
    Quote(Vec<Self>),
    /// Items one below the other.
    List {
        /// The number of the first; `None` where items have bullets.
        first: Option<u64>,
        /// The blocks of each item.
        items: Vec<Vec<Self>>,
    },
    /// Rows and columns.
    Table(Table),
    /// A line across the page.
    Rule,
}

/// Rows of cells. Every row has as many as the head.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// How each column is aligned.
    pub columns: Vec<Column>,
    /// The names of the columns.
    pub head: Vec<Vec<Inline>>,
    /// The rows below them.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// How the cells of a column are aligned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// At the left, or as the reader's script has it.
    #[default]
    Left,
    /// In the middle.
    Middle,
    /// At the right.
    Right,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Words that look alike.
    Text {
        /// The words.
        text: String,
        /// How they look.
        style: Style,
    },
    /// Maths.
    Maths {
        /// TeX without the `$` around it.
        tex: String,
        /// Whether it stands on a line of its own.
        is_display: bool,
    },
    /// A picture.
    Picture {
        /// Where it lies, relative to the bank.
        path: String,
        /// Words for who cannot see it; may be empty.
        alt: String,
    },
    /// The end of a line.
    Break,
    /// A gap of a cloze, by its index.
    Gap(usize),
}

/// How words look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Whether they are strong.
    pub is_bold: bool,
    /// Whether they are slanted.
    pub is_italic: bool,
    /// Whether they are code.
    pub is_code: bool,
    /// The `http:` or `https:` address that they lead to.
    pub link: Option<Arc<str>>,
}

impl Rich {
    /// A text of one paragraph.
    pub fn of_line(inlines: Vec<Inline>) -> Self {
        Self { blocks: vec![Block::Paragraph(inlines)] }
    }

    /// The words, where the text is nothing but words that look alike.
    pub fn as_words(&self) -> Option<&str> {
        match &*self.blocks {
            [Block::Paragraph(inlines)] => match &**inlines {
                [Inline::Text { text, style }] if *style == Style::default() => Some(text),
                _ => None,
            },
            _ => None,
        }
    }

    /// Every part of every line, in the order of the text.
    pub fn inlines(&self) -> Vec<&Inline> {
        let mut found = Vec::new();
        gather(&self.blocks, &mut found);
        found
    }

    /// The paths of its pictures, with the words for each.
    pub fn pictures(&self) -> Vec<(&str, &str)> {
        let mut found = Vec::new();
        for inline in self.inlines() {
            if let Inline::Picture { path, alt } = inline {
                found.push((&**path, &**alt));
            }
        }
        found
    }
}

fn gather<'a>(blocks: &'a [Block], found: &mut Vec<&'a Inline>) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading(inlines) => found.extend(inlines),
            Block::Code(_) | Block::Rule => {}
            Block::Quote(blocks) => gather(blocks, found),
            Block::List { items, .. } => items.iter().for_each(|item| gather(item, found)),
            Block::Table(table) => found.extend(table.head.iter().chain(table.rows.iter().flatten()).flatten()),
        }
    }
}
