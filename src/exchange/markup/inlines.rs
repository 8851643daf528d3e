//! Writes one line of a formatted text as CommonMark. Knows no blocks.

use super::signs::{Escaping, escape, longest_run};
use crate::text::maths;
use crate::text::rich::{Inline, Style};
use std::sync::Arc;

/// A line that is being written.
pub(super) struct Line {
    escaping: Escaping,
    out: String,
    is_bold: bool,
    is_italic: bool,
    link: Option<Arc<str>>,
    /// White space that is written before what comes next, outside of any looks.
    space: String,
}

impl Line {
    /// A line without words.
    pub fn new(escaping: Escaping) -> Self {
        let (out, space) = (String::new(), String::new());
        Self { escaping, out, is_bold: false, is_italic: false, link: None, space }
    }

    /// The line with these words.
    pub fn of(mut self, inlines: &[Inline]) -> String {
        for inline in inlines {
            match inline {
                Inline::Text { text, style } => self.text(text, style),
                Inline::Maths { tex, is_display } => self.maths(tex, *is_display),
                Inline::Picture { path, alt } => self.picture(path, alt),
                Inline::Break => {
                    self.space.clear();
                    self.space.push('\n');
                }
                Inline::Gap(_) => self.raw("____"),
            }
        }
        self.change(&Style::default());
        self.out.trim().to_owned()
    }

    fn text(&mut self, text: &str, style: &Style) {
        let inside = text.trim_matches(is_space);
        if inside.is_empty() {
            if self.space.is_empty() && !text.is_empty() {
                self.space.push(' ');
            }
            return;
        }
        if text.starts_with(is_space) && self.space.is_empty() {
            self.space.push(' ');
        }
        self.change(style);
        if style.is_code {
            self.code(inside);
        } else {
            let after = self.out.chars().next_back();
            if after == Some('$') && inside.starts_with(|sign: char| sign.is_ascii_digit()) {
                // A digit right after would keep the formula open.
                let digit = inside.as_bytes()[0];
                self.out.push_str(&format!("&#{digit};"));
                escape(&inside[1..], self.escaping, Some('0'), &mut self.out);
            } else {
                escape(inside, self.escaping, after, &mut self.out);
            }
        }
        if text.ends_with(is_space) {
            self.space.push(' ');
        }
    }

    fn code(&mut self, code: &str) {
        let code = code.split_whitespace().collect::<Vec<_>>().join(" ");
        let fence = "`".repeat(longest_run(&code) + 1);
        let pad = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
        let code = if self.escaping.is_cell { code.replace('|', "\\|") } else { code };
        self.out.push_str(&format!("{fence}{pad}{code}{pad}{fence}"));
    }

    fn maths(&mut self, tex: &str, is_display: bool) {
        let tex = tex.split_whitespace().collect::<Vec<_>>().join(" ");
        let delimiter = if is_display { "$$" } else { "$" };
        let source = format!("{delimiter}{tex}{delimiter}");
        let is_maths = maths::leading(&source) == Some(source.len());
        self.change(&Style::default());
        if is_maths {
            self.out.push_str(&source);
        } else {
            escape(&tex, Escaping { is_careful: true, ..self.escaping }, None, &mut self.out);
        }
    }

    fn picture(&mut self, path: &str, alt: &str) {
        self.change(&Style::default());
        self.out.push_str("![");
        let alt = alt.split_whitespace().collect::<Vec<_>>().join(" ");
        escape(&alt, Escaping { has_dollars: true, ..self.escaping }, None, &mut self.out);
        self.out.push_str(&format!("]({})", address(&path.replace('%', "%25"))));
    }

    fn raw(&mut self, words: &str) {
        self.keep_looks();
        self.out.push_str(words);
    }

    /// Writes the white space that waits, with the looks as they are.
    fn keep_looks(&mut self) {
        self.out.push_str(&std::mem::take(&mut self.space));
    }

    /// Ends the looks that go no further, and begins those that are new.
    fn change(&mut self, style: &Style) {
        let (link, is_bold, is_italic) = (&style.link, style.is_bold, style.is_italic);
        let ends_link = self.link != *link;
        let ends_bold = self.is_bold && (!is_bold || ends_link);
        let ends_italic = self.is_italic && (!is_italic || ends_bold || ends_link);
        if ends_italic {
            self.out.push('*');
            self.is_italic = false;
        }
        if ends_bold {
            self.out.push_str("**");
            self.is_bold = false;
        }
        if ends_link && let Some(before) = self.link.take() {
            self.out.push_str(&format!("]({})", address(&before)));
        }
        self.keep_looks();
        if ends_link && let Some(link) = link {
            self.out.push('[');
            self.link = Some(link.clone());
        }
        // Bold goes around italic: what becomes bold inside of italic begins both anew.
        if is_bold && !self.is_bold {
            if self.is_italic {
                self.out.push('*');
                self.is_italic = false;
            }
            self.out.push_str("**");
            self.is_bold = true;
        }
        if is_italic && !self.is_italic {
            self.out.push('*');
            self.is_italic = true;
        }
    }
}

fn is_space(sign: char) -> bool {
    matches!(sign, ' ' | '\t' | '\n' | '\r')
}

/// An address as CommonMark has it between round brackets.
fn address(address: &str) -> String {
    let mut written = String::with_capacity(address.len());
    for sign in address.chars() {
        match sign {
            ' ' | '(' | ')' | '<' | '>' | '\\' | '{' | '}' | '|' | '$' | '`' | '"' => {
                written.push_str(&format!("%{:02X}", u32::from(sign)));
            }
            '&' => written.push_str("&amp;"),
            _ if sign.is_control() => {}
            _ => written.push(sign),
        }
    }
    written
}
