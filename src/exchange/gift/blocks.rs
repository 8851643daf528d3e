//! Takes a text apart into blocks of a question each, with what comments and categories say. Reads no question.

use super::escape::guarded;
use crate::exchange::moodle_xml::category_topic;

/// The source of a question.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    /// Its text, in which escaped signs are guarded.
    pub text: String,
    /// The line that it begins on, from 1.
    pub line: u32,
    /// The topic for its category.
    pub topic: Box<str>,
    /// The id in a comment above it; empty without one.
    pub id: String,
    /// Whether a comment has tags.
    pub has_tags: bool,
    /// What a comment of ours says.
    pub note: String,
    /// Whether it was told from its signs that it begins here.
    pub is_told_from_signs: bool,
}

/// The blocks of a text. A blank line ends one, unless answers go on after it; so does a name, or answers after answers,
/// where nobody left a blank line.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let lines: Vec<&str> = text.lines().collect();
    let mut builder = Builder::default();
    for (at, line) in lines.iter().enumerate() {
        builder.line(line, u32::try_from(at + 1).unwrap_or(u32::MAX), || lines[at..].iter().copied());
    }
    builder.end();
    builder.blocks
}

#[derive(Default)]
struct Builder {
    blocks: Vec<Block>,
    block: Block,
    topic: Box<str>,
    /// How many braces are open.
    depth: usize,
    /// Whether answers have been closed.
    has_answers: bool,
    /// Whether they closed at the end of a line.
    is_closed_at_end: bool,
    /// Whether the answers go on behind the blank lines under way.
    goes_on: Option<bool>,
}

impl Builder {
    fn line<'t, L: Iterator<Item = &'t str>>(&mut self, line: &str, number: u32, rest: impl Fn() -> L) {
        let trimmed = line.trim();
        if let Some(comment) = trimmed.strip_prefix("//") {
            if self.has_answers && self.depth == 0 {
                self.end();
            }
            self.comment(comment);
        } else if let Some(path) = trimmed.strip_prefix("$CATEGORY:") {
            self.end();
            self.topic = category_topic(&super::escape::meant(&guarded(path)));
        } else if trimmed.is_empty() {
            if self.depth == 0 || !*self.goes_on.get_or_insert_with(|| goes_on(rest())) {
                self.end();
            }
            return;
        } else {
            self.words(line, number);
        }
        self.goes_on = None;
    }

    fn words(&mut self, line: &str, number: u32) {
        let guarded = guarded(line);
        let is_new = self.has_answers
            && self.depth == 0
            && (guarded.trim_start().starts_with("::") || (self.is_closed_at_end && guarded.contains('{')));
        if is_new {
            self.end();
            self.block.is_told_from_signs = true;
        }
        if self.block.text.is_empty() {
            self.block.line = number;
        } else {
            self.block.text.push('\n');
        }
        for sign in guarded.chars() {
            match sign {
                '{' => self.depth += 1,
                '}' if self.depth > 0 => {
                    self.depth -= 1;
                    self.has_answers = self.depth == 0;
                }
                _ => {}
            }
        }
        self.is_closed_at_end = guarded.trim_end().ends_with('}');
        self.block.text.push_str(guarded.trim_end());
    }

    fn comment(&mut self, comment: &str) {
        let between = |name: &str| Some(comment.split_once(name)?.1.split_once(']')?.0.trim().to_owned());
        if let Some(id) = between("[id:") {
            self.block.id = id;
        }
        self.block.has_tags |= between("[tag:").is_some();
        if let Some(note) = comment.trim().strip_prefix("torus:") {
            self.block.note = note.trim().to_owned();
        }
    }

    /// Ends the block; comments with nothing below them are for the next one.
    fn end(&mut self) {
        (self.depth, self.has_answers, self.is_closed_at_end) = (0, false, false);
        if !self.block.text.trim().is_empty() {
            let mut block = std::mem::take(&mut self.block);
            block.topic = self.topic.clone();
            self.blocks.push(block);
        }
    }
}

/// Whether the next line with words is one of answers.
fn goes_on<'t>(lines: impl Iterator<Item = &'t str>) -> bool {
    let mut lines = lines.map(str::trim).filter(|line| !line.is_empty());
    lines.next().is_some_and(|line| line.starts_with(['=', '~', '}', '#']))
}
