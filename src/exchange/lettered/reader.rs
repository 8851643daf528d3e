//! Puts lines together to questions. Knows what lines look like only by their signs.

use super::item::{Choice, Item};
use super::key_list::{self, Listed};
use super::line::{Line, Marks};
use super::side_by_side;
use super::signs::{self, OptionStart, Sign};
use crate::bank::Progress;
use crate::exchange::{DraftBank, Unreadable};
use std::collections::HashMap;

/// Where the line before belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Stem,
    Option,
    Key,
    Explanation,
}

/// Reads the questions of lines.
pub fn read_lines(lines: &[Line], progress: &dyn Progress) -> Result<DraftBank, Unreadable> {
    let (list, listed) = key_list::find(lines);
    let lines = side_by_side::spread(lines[..list.start].iter().chain(&lines[list.end..]));
    let mut reader = Reader { items: Vec::new(), item: None, part: Part::Stem, is_after_blank: false };
    for (place, line) in lines.iter().enumerate() {
        if place % 1024 == 0 && !progress.advance(place as f32 / lines.len() as f32) {
            return Err(Unreadable::Cancelled);
        }
        reader.line(line);
    }
    let mut items = reader.finish();
    give_listed(&mut items, listed);
    give_looks(&mut items);
    let mut title = Box::default();
    if items.len() > 1 && items[0].is_text() {
        title = items.remove(0).stem.text.lines().next().unwrap_or_default().into();
    }
    Ok(DraftBank { title, drafts: items.into_iter().map(Item::draft).collect(), ..DraftBank::default() })
}

struct Reader {
    items: Vec<Item>,
    item: Option<Item>,
    part: Part,
    is_after_blank: bool,
}

impl Reader {
    fn line(&mut self, line: &Line) {
        let text = line.text.trim_matches(|sign: char| sign.is_whitespace() || sign == '\u{feff}');
        if text.is_empty() {
            self.is_after_blank = true;
            return;
        }
        let is_after_blank = std::mem::take(&mut self.is_after_blank);
        if let Some(start) = signs::option(text).filter(|start| self.expects(start)) {
            return self.option(&start, line);
        }
        if let Some(item) = &mut self.item {
            if let Some(key) = signs::key(text) {
                item.key = Some(key.to_owned());
                self.part = Part::Key;
                return;
            }
            if item.key.is_none() && item.names_an_option(text) {
                (item.key, item.has_lone_key) = (Some(text.to_owned()), true);
                self.part = Part::Key;
                return;
            }
            if let Some(words) = signs::explanation(text) {
                item.explanation.add(words, line.is_bank_text, false);
                self.part = Part::Explanation;
                return;
            }
            if let Some(points) = signs::points(text) {
                item.points = Some(points);
                return;
            }
            if let Some(words) = text.strip_prefix(['@', '~']) {
                match item.options.last_mut() {
                    Some(option) => option.feedback.add(words.trim(), line.is_bank_text, false),
                    None => item.explanation.add(words.trim(), line.is_bank_text, false),
                }
                return;
            }
        }
        if self.begins(text, is_after_blank) {
            self.items.extend(self.item.take());
            let (number, words) = signs::number(text).map_or((None, text), |(number, words)| (Some(number), words));
            let mut item = Item { line: line.number, number, ..Item::default() };
            item.stem.add(words, line.is_bank_text, false);
            self.item = Some(item);
            self.part = Part::Stem;
        } else {
            self.goes_on(text, line.is_bank_text, is_after_blank);
        }
    }

    /// Whether a line can be the next option here.
    fn expects(&self, start: &OptionStart<'_>) -> bool {
        let Some(item) = &self.item else { return false };
        match start.sign {
            Sign::Letter(letter) => usize::from(letter) == item.options.len() && item.key.is_none(),
            Sign::Bullet => item.key.is_none(),
        }
    }

    fn option(&mut self, start: &OptionStart<'_>, line: &Line) {
        if let Some(item) = &mut self.item {
            let ticked = if start.is_ticked { Marks::TICKED.0 } else { 0 };
            let mut choice = Choice { marks: Marks(line.marks.0 | ticked), ..Choice::default() };
            choice.words.add(start.text, line.is_bank_text, false);
            item.options.push(choice);
            self.part = Part::Option;
        }
    }

    /// Whether a line that is no option begins a question.
    fn begins(&self, text: &str, is_after_blank: bool) -> bool {
        let Some(item) = &self.item else { return true };
        let is_whole = !item.options.is_empty() || item.key.is_some();
        match signs::number(text) {
            Some((number, _)) => is_whole || item.number.is_none_or(|before| before + 1 == number),
            None => match self.part {
                Part::Key => true,
                Part::Stem => false,
                Part::Option | Part::Explanation => is_after_blank && is_whole,
            },
        }
    }

    fn goes_on(&mut self, text: &str, is_bank_text: bool, is_after_blank: bool) {
        let Some(item) = &mut self.item else { return };
        match (self.part, item.options.last_mut()) {
            (Part::Option, Some(option)) => option.words.add(text, is_bank_text, false),
            (Part::Explanation, _) => item.explanation.add(text, is_bank_text, is_after_blank),
            (Part::Stem | Part::Option | Part::Key, _) => item.stem.add(text, is_bank_text, is_after_blank),
        }
    }

    fn finish(mut self) -> Vec<Item> {
        self.items.extend(self.item.take());
        self.items
    }
}

/// Gives each question the key of its number. Where a list or the questions have a number twice, it names none.
fn give_listed(items: &mut [Item], listed: Vec<Listed>) {
    let mut keys: HashMap<u32, Result<String, &'static str>> = HashMap::new();
    for (number, key) in listed {
        let is_other = |known: &Result<String, _>| known.as_ref().is_ok_and(|known| *known != key);
        match keys.get_mut(&number) {
            Some(known) if is_other(known) => *known = Err("the list of answers has two for its number"),
            Some(_) => {}
            None => {
                keys.insert(number, Ok(key));
            }
        }
    }
    let mut counts: HashMap<u32, usize> = HashMap::new();
    items.iter().filter_map(|item| item.number).for_each(|number| *counts.entry(number).or_default() += 1);
    let is_numbered = !counts.is_empty();
    for (place, item) in (1..).zip(items) {
        let Some(number) = (if is_numbered { item.number } else { Some(place) }) else { continue };
        item.listed = keys.get(&number).cloned().map(|key| match counts.get(&number) {
            Some(2..) => Err("another question has its number, and the list of answers goes by numbers"),
            _ => key,
        });
    }
}

/// Takes looks for keys where they single out options in all questions that have no other key.
fn give_looks(items: &mut [Item]) {
    let keyless = || items.iter().filter(|item| !item.has_key() && item.options.len() > 1);
    let marked = |item: &Item, mark: Marks| -> Vec<usize> {
        (0..item.options.len()).filter(|place| item.options[*place].marks.has(mark)).collect()
    };
    let is_usable = |mark: &Marks| {
        let is_proper = |item: &Item| (1..item.options.len()).contains(&marked(item, *mark).len());
        let never_all = keyless().all(|item| marked(item, *mark).len() < item.options.len());
        never_all && 2 * keyless().filter(|item| is_proper(item)).count() >= keyless().count().max(1)
    };
    let usable: Vec<Marks> = Marks::LOOKS.into_iter().filter(is_usable).collect();
    for item in items.iter_mut().filter(|item| !item.has_key() && item.options.len() > 1) {
        let mut found = usable.iter().map(|mark| marked(item, *mark)).filter(|right| !right.is_empty());
        if let Some(first) = found.next() {
            let is_clear = found.all(|other| other == first);
            item.looks = is_clear.then_some(first);
        }
    }
}
