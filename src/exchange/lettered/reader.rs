//! Puts lines together to questions. Knows what lines look like only by their signs.

use super::columns;
use super::emphasis;
use super::item::{Choice, Item};
use super::key_list::{self, KeyList};
use super::line::{Line, Marks};
use super::listed::Listed;
use super::numbered;
use super::side_by_side;
use super::signs::{self, OptionStart, Sign};
use crate::bank::Progress;
use crate::exchange::{DraftBank, Unreadable};
use std::borrow::Cow;
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
    let mut lines = lines.to_vec();
    for line in &mut lines {
        if let Cow::Owned(text) = emphasis::behind_sign(&line.text) {
            line.text = text;
        }
    }
    numbered::lettered(&mut lines);
    let lists = key_list::find(&lines);
    let is_listed = |at: usize| lists.iter().any(|list| list.lines.contains(&at));
    let starts: Vec<u32> =
        lists.iter().filter_map(|list| lines.get(list.lines.start)).map(|line| line.number).collect();
    let asked = (0..).zip(&lines).filter(|(at, _)| !is_listed(*at)).map(|(_, line)| line);
    let mut lines = side_by_side::spread(asked);
    columns::downwards(&mut lines);
    let mut reader =
        Reader { items: Vec::new(), item: None, part: Part::Stem, is_after_blank: false, is_in_list: false };
    for (place, line) in lines.iter().enumerate() {
        if place % 1024 == 0 && !progress.advance(place as f32 / lines.len() as f32) {
            return Err(Unreadable::Cancelled);
        }
        reader.line(line);
    }
    let mut items = reader.finish();
    give_lists(&mut items, lists, &starts);
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
    /// Whether the last option is an item of a list.
    is_in_list: bool,
}

impl Reader {
    fn line(&mut self, line: &Line) {
        let text = line.text.trim_matches(|sign: char| sign.is_whitespace() || sign == '\u{feff}');
        if text.is_empty() {
            self.is_after_blank = true;
            return;
        }
        let is_after_blank = std::mem::take(&mut self.is_after_blank);
        if signs::is_answer_of_learner(text) {
            return;
        }
        if let Some(start) = signs::option(text).filter(|start| self.expects(start)) {
            return self.option(&self.letter_in(&start).unwrap_or(start), line);
        }
        if let Some(item) = &mut self.item {
            if let Some(key) = signs::key(text) {
                let (key, note) = match signs::key_with_note(key).filter(|_| !item.options.is_empty()) {
                    Some((key, note)) => (key, Some(note)),
                    None => (key, None),
                };
                item.key = Some(key.to_owned());
                item.has_unclear_key = line.has_unclear_key;
                if let Some(note) = note {
                    item.explanation.add(note, line.is_bank_text, false);
                }
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
        let leaves_list = self.part == Part::Option && self.is_in_list && !line.is_list_item;
        let has_options = self.item.as_ref().is_some_and(|item| item.options.len() > 1);
        if leaves_list && has_options || self.begins(text, is_after_blank) {
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

    /// The option behind the bullet of another, as in `- a) Rome`.
    fn letter_in<'l>(&self, start: &OptionStart<'l>) -> Option<OptionStart<'l>> {
        let inside = signs::option(start.text).filter(|_| start.sign == Sign::Bullet)?;
        let is_ticked = start.is_ticked || inside.is_ticked;
        let is_letter = matches!(inside.sign, Sign::Letter(_)) && self.expects(&inside);
        is_letter.then_some(OptionStart { is_ticked, ..inside })
    }

    fn option(&mut self, start: &OptionStart<'_>, line: &Line) {
        if let Some(item) = &mut self.item {
            let ticked = if start.is_ticked { Marks::TICKED.0 } else { 0 };
            let is_lettered = matches!(start.sign, Sign::Letter(_));
            let mut choice = Choice { is_lettered, marks: Marks(line.marks.0 | ticked), ..Choice::default() };
            self.is_in_list = line.is_list_item;
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
            (Part::Option, Some(option)) => {
                option.words.add(text, is_bank_text, false);
                item.has_stray_letter |= is_stray(text);
            }
            (Part::Explanation, _) => item.explanation.add(text, is_bank_text, is_after_blank),
            (Part::Stem | Part::Option | Part::Key, _) => item.stem.add(text, is_bank_text, is_after_blank),
        }
    }

    fn finish(mut self) -> Vec<Item> {
        self.items.extend(self.item.take());
        self.items
    }
}

/// Whether a line is lettered as an option is.
fn is_stray(text: &str) -> bool {
    let lost_its_letter = text.starts_with(") ");
    lost_its_letter
        || signs::option(text).is_some_and(|start| matches!(start.sign, Sign::Letter(0..8)) && !start.text.is_empty())
}

/// Gives each list to the questions since the one before; a list alone is for all. Lists with no question between them are
/// one.
fn give_lists(items: &mut [Item], lists: Vec<KeyList>, starts: &[u32]) {
    let is_only = lists.len() == 1;
    let mut from = 0;
    let mut keys: Vec<Listed> = Vec::new();
    let mut bounds = 0..0;
    for (list, start) in lists.into_iter().zip(starts) {
        let until = if is_only { items.len() } else { items.partition_point(|item| item.line < *start).max(from) };
        if until > from {
            give_listed(&mut items[bounds], std::mem::take(&mut keys));
            bounds = from..until;
            from = until;
        }
        keys.extend(list.keys);
    }
    give_listed(&mut items[bounds], keys);
}

/// Gives each question the key of its number. Where a list or the questions have a number twice, it names none.
fn give_listed(items: &mut [Item], listed: Vec<Listed>) {
    let mut keys: HashMap<u32, Result<String, &'static str>> = HashMap::new();
    for (number, key) in listed {
        let Some(key) = key else {
            keys.insert(number, Err("the list of answers gives it words"));
            continue;
        };
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
    let keyless = || items.iter().filter(|item| can_look(item));
    let marked = |item: &Item, mark: Marks| -> Vec<usize> {
        (0..item.options.len()).filter(|place| item.options[*place].marks.has(mark)).collect()
    };
    let is_usable = |mark: &Marks| {
        let is_proper = |item: &Item| (1..item.options.len()).contains(&marked(item, *mark).len());
        let never_all = keyless().all(|item| marked(item, *mark).len() < item.options.len());
        never_all && 2 * keyless().filter(|item| is_proper(item)).count() >= keyless().count().max(1)
    };
    let usable: Vec<Marks> = Marks::LOOKS.into_iter().filter(is_usable).collect();
    for item in items.iter_mut().filter(|item| can_look(item)) {
        let mut found = usable.iter().map(|mark| marked(item, *mark)).filter(|right| !right.is_empty());
        if let Some(first) = found.next() {
            let is_clear = found.all(|other| other == first);
            item.looks = is_clear.then_some(first);
        }
    }
}

/// Whether the looks of its options may be its key: it is a question, and no prose with bold points.
fn can_look(item: &Item) -> bool {
    /// A longer list is none of options.
    const MOST_BULLETS: usize = 8;
    let is_lettered = item.options.iter().all(|option| option.is_lettered);
    let stem = item.stem.text.trim_end_matches(['*', ' ']);
    // `What is so? (Choose two.)` asks, too.
    let asks =
        item.number.is_some() || stem.ends_with(':') || stem.lines().last().is_some_and(|line| line.contains('?'));
    !item.has_key() && item.options.len() > 1 && (is_lettered || asks && item.options.len() <= MOST_BULLETS)
}
