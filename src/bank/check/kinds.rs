//! Finds what keeps answers with several parts from being asked: orders, pairs, gaps, groups and places. Calculated
//! answers have a file of their own.

use crate::bank::Problem;
use crate::bank::check::{Flaws, alike_pairs, blank_ones, in_answer};
use crate::bank::{Answer, ClozeText, Entries, Shape, Spot};
use crate::syntax::did_you_mean::nearest;
use crate::syntax::path::Step;
use std::collections::HashSet;

/// The fewest items that are put in order: with two, a guess is right every other time.
const FEWEST_ITEMS: usize = 3;
/// The fewest wrong places in a picture: with one, a guess is right every other time.
const FEWEST_WRONG_SPOTS: usize = 2;

impl Flaws<'_> {
    /// What is wrong with an answer of one of the kinds that this file knows; nothing for the others.
    pub(crate) fn parts(&mut self, answer: &Answer) {
        match answer {
            Answer::Order { items } => self.order(items),
            Answer::Match { pairs, extra } => self.pairs(pairs, extra),
            Answer::Cloze { text } => self.cloze(text),
            Answer::Categorise { groups } => self.groups(groups),
            Answer::Hotspot { image, spots, correct } => self.hotspot(image, spots, correct),
            Answer::Recall { answer } if answer.trim().is_empty() => {
                self.add(in_answer("answer"), Problem::Blank { field: "answer" });
            }
            _ => {}
        }
    }

    fn order(&mut self, items: &[Box<str>]) {
        if items.len() < FEWEST_ITEMS {
            self.add(in_answer("items"), Problem::FewItems { found: items.len() });
        }
        self.list(items, "item", |index| with(in_answer("items"), [Step::Item(index)]));
    }

    /// Blank texts, and those that a learner could not tell from an earlier one.
    fn list(&mut self, texts: &[Box<str>], what: &'static str, path: impl Fn(usize) -> Vec<Step>) {
        for index in blank_ones(texts) {
            self.add(path(index), Problem::Blank { field: what });
        }
        for (_, later) in alike_pairs(texts.iter()) {
            self.add(path(later), Problem::DuplicatePart { what, text: texts[later].clone() });
        }
    }

    fn pairs(&mut self, pairs: &[(Box<str>, Box<str>)], extra: &[Box<str>]) {
        let side = |index, side| with(in_answer("pairs"), [Step::Item(index), Step::Item(side)]);
        let lefts: Vec<_> = pairs.iter().map(|(left, _)| left.clone()).collect();
        self.list(&lefts, "left side", |index| side(index, 0));
        for index in blank_ones(pairs.iter().map(|(_, right)| right)) {
            self.add(side(index, 1), Problem::Blank { field: "right side" });
        }
        self.list(extra, "extra", |index| with(in_answer("extra"), [Step::Item(index)]));
        // Asked for each alone, since the pairs may share right sides among themselves.
        let rights = || pairs.iter().map(|(_, right)| right);
        let first_extra = pairs.len();
        for (earlier, later) in alike_pairs(rights().chain(extra)) {
            if earlier < first_extra && later >= first_extra {
                let extra = extra[later - first_extra].clone();
                self.add(with(in_answer("extra"), [Step::Item(later - first_extra)]), Problem::ExtraIsRight { extra });
            }
        }
        let distinct = pairs.len() + extra.len() - alike_pairs(rights().chain(extra)).len();
        if pairs.is_empty() || distinct < 2 {
            self.add(in_answer("pairs"), Problem::FewPairs);
        }
    }

    fn cloze(&mut self, text: &ClozeText) {
        if let Some(fault) = text.fault() {
            self.add(in_answer("text"), Problem::Cloze(fault.clone()));
        }
        for gap in text.gaps() {
            let options = gap.options();
            for (_, later) in alike_pairs(options.iter()) {
                self.add(in_answer("text"), Problem::DuplicateOption { option: options[later].clone() });
            }
        }
    }

    fn groups(&mut self, groups: &Entries<Box<[Box<str>]>>) {
        let names: Vec<Box<str>> = groups.iter().map(|(name, _)| name.into()).collect();
        let group = |index: usize| with(in_answer("groups"), names.get(index).cloned().map(Step::Key));
        if names.len() < 2 {
            self.add(in_answer("groups"), Problem::FewGroups { found: names.len() });
        }
        self.list(&names, "group", group);
        // Each item with its group and its place there.
        let numbered = groups.iter().enumerate();
        let items: Vec<(&Box<str>, usize, usize)> = numbered
            .flat_map(|(group, (_, items))| items.iter().enumerate().map(move |(place, item)| (item, group, place)))
            .collect();
        for (index, (name, items)) in groups.iter().enumerate() {
            if items.is_empty() {
                self.add(group(index), Problem::EmptyGroup { group: name.into() });
            }
        }
        let path = |at: usize| with(group(items[at].1), [Step::Item(items[at].2)]);
        for at in blank_ones(items.iter().map(|(item, ..)| *item)) {
            self.add(path(at), Problem::Blank { field: "item" });
        }
        for (earlier, later) in alike_pairs(items.iter().map(|(item, ..)| *item)) {
            let item = items[later].0.clone();
            let fault = match items[earlier].1 == items[later].1 {
                true => Problem::DuplicatePart { what: "item", text: item },
                false => Problem::ItemInTwoGroups { item },
            };
            self.add(path(later), fault);
        }
    }

    fn hotspot(&mut self, image: &str, spots: &[Spot], correct: &[Box<str>]) {
        if image.trim().is_empty() {
            self.add(in_answer("image"), Problem::Blank { field: "image" });
        } else {
            self.picture_at(in_answer("image"), image);
        }
        let names: Vec<Box<str>> = spots.iter().map(|spot| spot.name.clone()).collect();
        let spot = |index| with(in_answer("spots"), [Step::Item(index)]);
        self.list(&names, "name", |index| with(spot(index), [Step::Field("name")]));
        for (index, spot_here) in spots.iter().enumerate() {
            self.shape(&spot_here.shape, || with(spot(index), [Step::Field("shape")]));
        }
        if correct.is_empty() {
            self.add(in_answer("correct"), Problem::NoCorrectSpot);
        }
        self.list(correct, "name", |index| with(in_answer("correct"), [Step::Item(index)]));
        let known: HashSet<&str> = names.iter().map(|name| &**name).collect();
        for (index, name) in correct.iter().enumerate().filter(|(_, name)| !known.contains(&***name)) {
            let suggestion = nearest(name, names.iter().map(|name| &**name));
            let fault = Problem::UnknownSpot { name: name.clone(), suggestion };
            self.add(with(in_answer("correct"), [Step::Item(index)]), fault);
        }
        let right: HashSet<&str> = correct.iter().map(|name| &**name).collect();
        let wrong_count = known.iter().filter(|name| !right.contains(*name)).count();
        if wrong_count < FEWEST_WRONG_SPOTS {
            self.add(in_answer("spots"), Problem::FewWrongSpots { found: wrong_count });
        }
    }

    fn shape(&mut self, shape: &Shape, path: impl Fn() -> Vec<Step>) {
        match shape {
            Shape::Circle { x, y, r } => {
                self.share(path(), "x", *x);
                self.share(path(), "y", *y);
                self.length(path(), "r", *r, 1.0);
            }
            Shape::Rect { x, y, width, height } => {
                self.share(path(), "x", *x);
                self.share(path(), "y", *y);
                self.length(path(), "width", *width, 1.0 - x);
                self.length(path(), "height", *height, 1.0 - y);
            }
            Shape::Polygon(corners) => {
                if corners.len() < 3 {
                    self.add(path(), Problem::FewCorners { found: corners.len() });
                }
                for (index, (x, y)) in corners.iter().enumerate() {
                    let corner = |side| with(path(), [Step::Item(0), Step::Item(index), Step::Item(side)]);
                    self.coordinate(corner(0), "x", *x);
                    self.coordinate(corner(1), "y", *y);
                }
            }
        }
    }

    fn share(&mut self, shape: Vec<Step>, field: &'static str, value: f64) {
        self.coordinate(with(shape, [Step::Field(field)]), field, value);
    }

    fn coordinate(&mut self, path: Vec<Step>, field: &'static str, value: f64) {
        self.number(path, field, value, (0.0..=1.0).contains(&value), "0 to 1");
    }

    /// A length above 0 that does not lead out of the picture. Three tenths and seven tenths are allowed their dust.
    fn length(&mut self, shape: Vec<Step>, field: &'static str, value: f64, room: f64) {
        let is_fit = value > 0.0 && value <= room + 1e-9;
        let range = "above 0, and no larger than the picture leaves room for";
        // What starts outside is told of already.
        if !is_fit && (0.0..=1.0).contains(&room) {
            self.number(with(shape, [Step::Field(field)]), field, value, false, range);
        }
    }
}

/// The texts of an answer of one of these kinds, each with the way to it: they may hold pictures.
pub(crate) fn texts_of_parts(answer: &Answer) -> Vec<(Vec<Step>, &str)> {
    let items = |field, items: &[Box<str>]| -> Vec<Vec<Step>> {
        (0..items.len()).map(|index| with(in_answer(field), [Step::Item(index)])).collect()
    };
    match answer {
        Answer::Order { items: order } => {
            items("items", order).into_iter().zip(order.iter().map(|item| &**item)).collect()
        }
        Answer::Match { pairs, extra } => {
            let path = |index, side| with(in_answer("pairs"), [Step::Item(index), Step::Item(side)]);
            let numbered = pairs.iter().enumerate();
            let sides = numbered.flat_map(|(index, pair)| [(path(index, 0), &*pair.0), (path(index, 1), &*pair.1)]);
            let extras = items("extra", extra).into_iter().zip(extra.iter().map(|option| &**option));
            sides.chain(extras).collect()
        }
        Answer::Cloze { text } => vec![(in_answer("text").to_vec(), text.source())],
        Answer::Categorise { groups } => {
            let path = |name: &str, index| with(in_answer("groups"), [Step::Key(name.into()), Step::Item(index)]);
            let named = groups.iter().flat_map(|(name, items)| items.iter().enumerate().map(move |item| (name, item)));
            named.map(|(name, (index, item))| (path(name, index), &**item)).collect()
        }
        Answer::Recall { answer } => vec![(in_answer("answer").to_vec(), answer)],
        _ => Vec::new(),
    }
}

/// A path with more steps.
pub(crate) fn with(path: impl Into<Vec<Step>>, more: impl IntoIterator<Item = Step>) -> Vec<Step> {
    let mut path = path.into();
    path.extend(more);
    path
}
