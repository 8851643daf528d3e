//! HTML as the CommonMark of banks, tag by tag. Escapes nothing by itself and reads no formula.

use super::events::{Event, events};
use super::maths::{formula, tex_of_mathml, words_and_formulas};
use super::script::script;
use super::{Converted, PictureTaker, Purpose, escape};
use crate::exchange::Remark;

/// HTML as a text of a bank.
pub(super) fn convert(html: &str, purpose: Purpose, pictures: &mut dyn PictureTaker) -> Converted {
    if !html.contains(['<', '&']) {
        return plain_words(html, purpose);
    }
    let events = events(html);
    let mut writer = Writer::new(purpose, pictures);
    let mut at = 0;
    while at < events.len() {
        at += writer.take(&events[at..]);
    }
    writer.finish()
}

/// HTML without a tag or an entity: its words alone.
fn plain_words(html: &str, purpose: Purpose) -> Converted {
    let words = html.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    Converted { text: words_and_formulas(&words, purpose), remarks: Vec::new() }
}

/// What an open tag will put around its words when it closes.
enum Mark {
    Strong,
    Slanted,
    Code,
    Link(String),
    Raised,
    Lowered,
}

/// What holds blocks.
enum Holder {
    Quote,
    List { next: Option<usize> },
    Item { indent: usize },
}

struct Writer<'p> {
    purpose: Purpose,
    pictures: &'p mut dyn PictureTaker,
    blocks: Vec<String>,
    /// The block under way.
    line: String,
    marks: Vec<(Mark, usize)>,
    /// The sign that closed emphasis last, and how long the line was then.
    emphasis_end: (&'static str, usize),
    holders: Vec<Holder>,
    /// What the next block begins with: the bullet of an item.
    bullet: String,
    table: Option<Table>,
    remarks: Vec<Remark>,
}

#[derive(Default)]
struct Table {
    rows: Vec<Vec<String>>,
    /// Tables inside this one, whose cells are its text.
    inner: usize,
}

impl<'p> Writer<'p> {
    fn new(purpose: Purpose, pictures: &'p mut dyn PictureTaker) -> Self {
        Self {
            purpose,
            pictures,
            blocks: Vec::new(),
            line: String::new(),
            marks: Vec::new(),
            emphasis_end: ("", 0),
            holders: Vec::new(),
            bullet: String::new(),
            table: None,
            remarks: Vec::new(),
        }
    }

    fn has_blocks(&self) -> bool {
        matches!(self.purpose, Purpose::Text | Purpose::Cloze | Purpose::Calculated) && self.table.is_none()
    }

    /// Takes the next event, and those that belong to it. Gives back how many.
    fn take(&mut self, events: &[Event]) -> usize {
        match &events[0] {
            Event::Text(text) => self.words(text),
            Event::Start { name, is_closed, .. } => return self.start(name, *is_closed, events),
            Event::End { name } => self.end(name),
        }
        1
    }

    fn words(&mut self, text: &str) {
        if self.marks.iter().any(|(mark, _)| matches!(mark, Mark::Code)) {
            self.line.push_str(text);
            return;
        }
        let text = collapsed(text);
        let text = if self.line.is_empty() || self.line.ends_with([' ', '\n']) { text.trim_start() } else { &text };
        self.line.push_str(&words_and_formulas(text, self.purpose));
    }

    fn start(&mut self, name: &str, is_closed: bool, events: &[Event]) -> usize {
        let event = &events[0];
        match name {
            "script" | "style" | "head" | "title" | "template" => return until_end(name, events),
            "audio" | "video" | "iframe" | "object" | "embed" | "canvas" | "applet" => {
                let source = [event.attribute("src"), event.attribute("data"), event.attribute("title")];
                let inner = events.get(1).map_or("", |next| next.attribute("src"));
                let named = source.into_iter().chain([inner]).find(|source| !source.is_empty()).unwrap_or(name);
                self.remarks.push(Remark::Media(named.into()));
                return if is_closed || name == "embed" { 1 } else { until_end(name, events) };
            }
            "math" => {
                let length = until_end(name, events);
                self.mathml(&events[1..length]);
                return length;
            }
            "anki-mathjax" => {
                let length = until_end(name, events);
                let is_display = event.attribute("block") == "true";
                let tex: String = events[..length].iter().filter_map(text_of).collect();
                self.put_formula(&tex, is_display);
                return length;
            }
            "pre" if self.has_blocks() => {
                let length = until_end(name, events);
                self.code_block(&events[..length]);
                return length;
            }
            "img" | "image" => self.picture(event),
            "br" => self.line_break(),
            "hr" => self.rule(),
            "b" | "strong" => self.marks.push((Mark::Strong, self.line.len())),
            "i" | "em" | "cite" | "var" | "dfn" => self.marks.push((Mark::Slanted, self.line.len())),
            "code" | "tt" | "kbd" | "samp" => self.marks.push((Mark::Code, self.line.len())),
            "sup" => self.marks.push((Mark::Raised, self.line.len())),
            "sub" => self.marks.push((Mark::Lowered, self.line.len())),
            "a" => self.marks.push((Mark::Link(event.attribute("href").to_owned()), self.line.len())),
            "u" | "font" | "center" | "big" | "strike" | "s" | "del" => self.looks(),
            "span" => {
                let style = event.attribute("style");
                if ["color", "background", "underline", "font-"].into_iter().any(|look| style.contains(look)) {
                    self.looks();
                }
            }
            "ul" | "ol" | "menu" => {
                self.flush();
                let first = event.attribute("start").parse().ok();
                self.holders.push(Holder::List { next: (name == "ol").then(|| first.unwrap_or(1)) });
            }
            "li" => self.item(),
            "blockquote" => {
                self.flush();
                self.holders.push(Holder::Quote);
            }
            "table" => self.begin_table(),
            "tr" => self.row(),
            "td" | "th" => {
                let reaches_over = |wanted: &str| !matches!(event.attribute(wanted), "" | "1");
                if reaches_over("colspan") || reaches_over("rowspan") {
                    self.remarks.push(Remark::SpannedCells);
                }
                self.end_cell();
                if let Some(row) = self.table.as_mut().and_then(|table| table.rows.last_mut()) {
                    row.push(String::new());
                }
            }
            _ if is_block(name) => self.flush(),
            _ => {}
        }
        1
    }

    fn end(&mut self, name: &str) {
        match name {
            "b" | "strong" => self.close(|mark| matches!(mark, Mark::Strong)),
            "i" | "em" | "cite" | "var" | "dfn" => self.close(|mark| matches!(mark, Mark::Slanted)),
            "code" | "tt" | "kbd" | "samp" => self.close(|mark| matches!(mark, Mark::Code)),
            "sup" => self.close(|mark| matches!(mark, Mark::Raised)),
            "sub" => self.close(|mark| matches!(mark, Mark::Lowered)),
            "a" => self.close(|mark| matches!(mark, Mark::Link(_))),
            "ul" | "ol" | "menu" => self.leave(|holder| matches!(holder, Holder::List { .. })),
            "li" => self.leave(|holder| matches!(holder, Holder::Item { .. })),
            "blockquote" => self.leave(|holder| matches!(holder, Holder::Quote)),
            "td" | "th" => self.end_cell(),
            "table" => self.end_table(),
            _ if is_block(name) => self.flush(),
            _ => {}
        }
    }

    /// Puts around the words since a mark what it means.
    fn close(&mut self, is_wanted: impl Fn(&Mark) -> bool) {
        let Some(at) = self.marks.iter().rposition(|(mark, _)| is_wanted(mark)) else { return };
        let (mark, from) = self.marks.remove(at);
        let is_within =
            self.marks.iter().any(|(other, _)| std::mem::discriminant(other) == std::mem::discriminant(&mark));
        if !is_within {
            self.wrap(&mark, from);
        }
    }

    fn wrap(&mut self, mark: &Mark, from: usize) {
        let words = self.line.split_off(from.min(self.line.len()));
        let inner = words.trim();
        let blank = words.len() - words.trim_start().len();
        let [before, behind] = [&words[..blank], &words[(blank + inner.len()).min(words.len())..]];
        let wrapped = match mark {
            _ if inner.is_empty() => String::new(),
            _ if self.purpose == Purpose::Plain => {
                if !matches!(mark, Mark::Raised | Mark::Lowered) {
                    self.tell_once(Remark::MarkupInAnswer);
                    inner.to_owned()
                } else {
                    script(matches!(mark, Mark::Raised), inner).unwrap_or_else(|| inner.to_owned())
                }
            }
            Mark::Strong => self.emphasised("**", inner, before.is_empty()),
            Mark::Slanted => self.emphasised("*", inner, before.is_empty()),
            Mark::Code => code(inner),
            Mark::Link(href) => link(inner, href),
            Mark::Raised | Mark::Lowered => {
                let is_raised = matches!(mark, Mark::Raised);
                script(is_raised, inner).unwrap_or_else(|| {
                    let tex = inner.replace(['\\', '*', '$'], "");
                    format!("${}{{{tex}}}$", if is_raised { '^' } else { '_' })
                })
            }
        };
        self.line.push_str(before);
        self.line.push_str(&wrapped);
        let sign = match mark {
            Mark::Strong if !inner.is_empty() => "**",
            Mark::Slanted if !inner.is_empty() => "*",
            _ => "",
        };
        if !sign.is_empty() {
            self.emphasis_end = (sign, self.line.len());
        }
        self.line.push_str(behind);
    }

    /// Words between signs; where words of the same look end right before them, both become one.
    fn emphasised(&mut self, sign: &'static str, inner: &str, is_close: bool) -> String {
        let is_apart = self.marks.iter().all(|(_, from)| *from < self.line.len());
        if is_close && is_apart && self.emphasis_end == (sign, self.line.len()) && self.line.ends_with(sign) {
            self.line.truncate(self.line.len() - sign.len());
            return format!("{inner}{sign}");
        }
        format!("{sign}{inner}{sign}")
    }

    /// Ends the block under way.
    fn flush(&mut self) {
        if !self.has_blocks() {
            if !self.line.is_empty() && !self.line.ends_with(' ') {
                self.line.push(' ');
            }
            return;
        }
        for at in (0..self.marks.len()).rev() {
            let (mark, from) = self.marks.remove(at);
            self.wrap(&mark, from);
            self.marks.insert(at, (mark, 0));
        }
        let line = std::mem::take(&mut self.line);
        if !line.trim().is_empty() {
            let lines: Vec<String> = line.trim().lines().map(|line| escape::line_start(line.trim_end())).collect();
            self.push(&lines.join("\n"));
        }
    }

    /// Puts a block among the others, indented as what holds it asks.
    fn push(&mut self, block: &str) {
        let bullet = std::mem::take(&mut self.bullet);
        let mut prefix = String::new();
        for holder in &self.holders {
            match holder {
                Holder::Quote => prefix.push_str("> "),
                Holder::Item { indent } => prefix.push_str(&" ".repeat(*indent)),
                Holder::List { .. } => {}
            }
        }
        let first = match prefix.len().checked_sub(bullet.len()) {
            Some(length) if !bullet.is_empty() => format!("{}{bullet}", &prefix[..length]),
            _ => prefix.clone(),
        };
        let mut lines = block.lines();
        let mut text = format!("{first}{}", lines.next().unwrap_or_default());
        for line in lines {
            text.push('\n');
            text.push_str(prefix.trim_end_matches(|_| line.is_empty()));
            text.push_str(line);
        }
        let is_item = !bullet.is_empty();
        match self.blocks.last_mut() {
            // Items stand close together.
            Some(last) if is_item && begins_item(last) => {
                last.push('\n');
                last.push_str(&text);
            }
            _ => self.blocks.push(text),
        }
    }

    fn item(&mut self) {
        self.flush();
        if !self.has_blocks() {
            return;
        }
        if let Some(Holder::Item { .. }) = self.holders.last() {
            self.holders.pop();
        }
        let bullet = match self.holders.last_mut() {
            Some(Holder::List { next: Some(next) }) => {
                let bullet = format!("{next}. ");
                *next += 1;
                bullet
            }
            _ => "- ".to_owned(),
        };
        self.holders.push(Holder::Item { indent: bullet.len() });
        self.bullet = bullet;
    }

    /// Leaves a holder, and all that are still open in it.
    fn leave(&mut self, is_wanted: impl Fn(&Holder) -> bool) {
        self.flush();
        if let Some(at) = self.holders.iter().rposition(is_wanted) {
            self.holders.truncate(at);
        }
        self.bullet.clear();
    }

    fn line_break(&mut self) {
        if self.has_blocks() {
            let length = self.line.trim_end_matches(' ').len();
            self.line.truncate(length.max(self.marks.last().map_or(0, |(_, from)| *from)));
            if !self.line.is_empty() {
                self.line.push('\n');
            }
        } else if !self.line.ends_with(' ') && !self.line.is_empty() {
            self.line.push(' ');
        }
    }

    fn rule(&mut self) {
        self.flush();
        if self.has_blocks() && !self.blocks.is_empty() {
            self.push("***");
        }
    }

    fn code_block(&mut self, events: &[Event]) {
        self.flush();
        let code: String = events.iter().filter_map(text_of).collect();
        let code = code.trim_matches('\n');
        if !code.trim().is_empty() {
            let longest = code.split(|sign| sign != '`').map(str::len).max().unwrap_or(0);
            let fence = "`".repeat(longest.max(2) + 1);
            self.push(&format!("{fence}\n{code}\n{fence}"));
        }
    }

    fn begin_table(&mut self) {
        if let Some(table) = &mut self.table {
            table.inner += 1;
        } else if self.has_blocks() {
            self.flush();
            self.table = Some(Table::default());
        }
    }

    fn row(&mut self) {
        self.end_cell();
        if let Some(table) = self.table.as_mut().filter(|table| table.inner == 0) {
            table.rows.push(Vec::new());
        }
    }

    fn end_cell(&mut self) {
        let Some(table) = &mut self.table else { return self.flush() };
        let cell = self.line.trim().replace('\n', " ");
        if let Some(open) = table.rows.last_mut().and_then(|row| row.last_mut()) {
            let cell = if self.purpose == Purpose::Cloze { cell } else { cell.replace('|', "\\|") };
            open.push_str(&cell);
            self.line.clear();
            self.marks.iter_mut().for_each(|(_, from)| *from = 0);
        }
    }

    fn end_table(&mut self) {
        self.end_cell();
        match &mut self.table {
            Some(table) if table.inner > 0 => table.inner -= 1,
            Some(_) => {
                let Some(mut table) = self.table.take() else { return };
                table.rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
                let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0);
                if columns == 0 {
                    return;
                }
                let line = |row: &Vec<String>| {
                    let cells = (0..columns).map(|at| row.get(at).map_or("", String::as_str));
                    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
                };
                let mut lines: Vec<String> = table.rows.iter().map(line).collect();
                lines.insert(1.min(lines.len()), format!("|{}", " --- |".repeat(columns)));
                self.push(&lines.join("\n"));
            }
            None => {}
        }
    }

    fn picture(&mut self, event: &Event) {
        let tex = event.attribute("data-equation-content");
        if !tex.is_empty() {
            return self.put_formula(tex, false);
        }
        let wiris = event.attribute("data-mathml");
        if !wiris.is_empty() {
            let mathml = wiris.replace('«', "<").replace('»', ">").replace('¨', "\"").replace('§', "&");
            return self.mathml(&events(&mathml));
        }
        let alt = event.attribute("alt").trim();
        if let Some(tex) = alt.strip_prefix("LaTeX:") {
            return self.put_formula(tex, false);
        }
        if self.purpose == Purpose::Plain {
            return self.tell_once(Remark::MarkupInAnswer);
        }
        let address = event.attribute("src").trim();
        let words = escape::escaped(&collapsed(alt), self.purpose);
        match self.pictures.take(address) {
            Ok(path) => self.line.push_str(&format!("![{}]({path})", words.trim())),
            Err(remark) => {
                match &remark {
                    Remark::RemotePicture(_) => {
                        let shown = if words.trim().is_empty() { "picture" } else { words.trim() };
                        self.line.push_str(&link(shown, address));
                    }
                    _ => self.line.push_str(words.trim()),
                }
                self.remarks.push(remark);
            }
        }
    }

    fn mathml(&mut self, events: &[Event]) {
        match tex_of_mathml(events) {
            Some(tex) => self.put_formula(&tex, false),
            None => {
                let words: String = events.iter().filter_map(text_of).collect();
                self.words(&words);
                self.remarks.push(Remark::Formula(words.into()));
            }
        }
    }

    fn put_formula(&mut self, tex: &str, is_display: bool) {
        match formula(tex, is_display) {
            Some(formula) if self.purpose != Purpose::Plain => self.line.push_str(&formula),
            _ => {
                self.line.push_str(&escape::escaped(tex.trim(), self.purpose));
                self.remarks.push(Remark::Formula(tex.trim().into()));
            }
        }
    }

    fn looks(&mut self) {
        self.tell_once(Remark::Looks);
    }

    fn tell_once(&mut self, remark: Remark) {
        if !self.remarks.contains(&remark) {
            self.remarks.push(remark);
        }
    }

    fn finish(mut self) -> Converted {
        if self.table.is_some() {
            self.end_table();
        }
        if !self.has_blocks() {
            while let Some((mark, from)) = self.marks.pop() {
                self.wrap(&mark, from);
            }
            let text = self.line.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
            return Converted { text, remarks: self.remarks };
        }
        self.flush();
        // One line holds no blocks, and needs no sign before what would begin one.
        let is_line = self.blocks.len() == 1 && !self.blocks[0].contains('\n');
        let text = self.blocks.join("\n\n");
        let text = if is_line { without_line_start(&text) } else { text };
        Converted { text, remarks: self.remarks }
    }
}

/// Takes off the backslash that [`escape::line_start`] put there.
fn without_line_start(line: &str) -> String {
    let bare = line.replacen('\\', "", 1);
    if escape::line_start(&bare) == line && bare != line { bare } else { line.to_owned() }
}

fn begins_item(block: &str) -> bool {
    let last = block.lines().last().unwrap_or_default().trim_start_matches(['>', ' ']);
    let digits = last.trim_start_matches(|sign: char| sign.is_ascii_digit());
    last.starts_with("- ") || digits.len() < last.len() && digits.starts_with(". ")
}

/// Words with their white space put together; a space that keeps a number from being broken stays.
fn collapsed(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let is_in_number = sign == '\u{a0}'
            && words.ends_with(|before: char| before.is_ascii_digit())
            && signs.peek().is_some_and(char::is_ascii_digit);
        if is_in_number {
            words.push(sign);
        } else if sign.is_ascii_whitespace() || sign == '\u{a0}' {
            if !words.ends_with(' ') {
                words.push(' ');
            }
        } else {
            words.push(sign);
        }
    }
    words
}

fn code(inner: &str) -> String {
    let longest = inner.split(|sign| sign != '`').map(str::len).max().unwrap_or(0);
    let ticks = "`".repeat(longest + 1);
    let space = if inner.starts_with('`') || inner.ends_with('`') { " " } else { "" };
    format!("{ticks}{space}{}{space}{ticks}", inner.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn link(inner: &str, href: &str) -> String {
    let href = href.trim();
    if !href.starts_with("http://") && !href.starts_with("https://") {
        return inner.to_owned();
    }
    let href = href.replace(' ', "%20").replace('(', "%28").replace(')', "%29").replace('<', "%3C").replace('>', "%3E");
    format!("[{inner}]({href})")
}

fn text_of(event: &Event) -> Option<&str> {
    match event {
        Event::Text(text) => Some(text),
        Event::Start { name, .. } if name == "br" => Some("\n"),
        Event::Start { .. } | Event::End { .. } => None,
    }
}

/// How many events there are up to the end of the first's tag; all where it is never closed.
fn until_end(wanted: &str, events: &[Event]) -> usize {
    let mut depth = 0;
    for (at, event) in events.iter().enumerate() {
        match event {
            Event::Start { name, is_closed: false, .. } if name == wanted => depth += 1,
            Event::Start { name, is_closed: true, .. } if name == wanted && at == 0 => return 1,
            Event::End { name } if name == wanted => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    events.len()
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "header"
            | "footer"
            | "main"
            | "nav"
            | "aside"
            | "figure"
            | "figcaption"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "dl"
            | "dt"
            | "dd"
            | "pre"
            | "address"
            | "form"
            | "fieldset"
            | "details"
            | "summary"
            | "caption"
            | "tbody"
            | "thead"
            | "tfoot"
            | "body"
            | "html"
    )
}
