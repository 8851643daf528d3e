//! Which option drew whom.

use crate::bank::Kind;
use crate::bank::wording::alike::folded;
use crate::class::figures::OptionFigures;
use crate::class::model::{Class, ClassQuestion, QuestionVersion, TextId};
use crate::class::statistics::counting::Asked;
use crate::class::statistics::moments::correlation;
use crate::class::statistics::thirds::Thirds;
use crate::class::statistics::versions::Key;
use crate::sitting::response::split_parts;
use std::collections::{BTreeMap, HashMap};

/// The figures of the options of a question, in the order of the last version that has some. Empty for kinds in which
/// nobody chooses one option rather than another.
pub(super) fn options(class: &Class, question: &ClassQuestion, asked: &[Asked]) -> Vec<OptionFigures> {
    let Some(pick) = Pick::of(question.kind) else { return Vec::new() };
    let Some(version) = version_of(question) else { return Vec::new() };
    let texts = texts(class, version, pick, asked);
    let chosen = Chosen::of(class, pick, &texts, asked);
    let (thirds, key) = (Thirds::of(asked), Key::of(version));
    let figures = |(place, text): (usize, &&str)| {
        let chose = &chosen.by_option[place];
        let (lower, middle, upper) = thirds.share(chose);
        OptionFigures {
            text: (*text).into(),
            is_key: key.is(text),
            chosen: chose.iter().filter(|chose| **chose).count() as u32,
            lower,
            middle,
            upper,
            correlation: with_rest(asked, chose),
        }
    };
    texts.iter().enumerate().map(figures).collect()
}

/// More texts than this that were chosen are no options: the table is damaged.
const MOST_UNTOLD: usize = 12;

/// The options. Older tables tell none: those of a choice are then what was chosen, and the key.
fn texts<'a>(class: &'a Class, version: &'a QuestionVersion, pick: Pick, asked: &[Asked]) -> Vec<&'a str> {
    if !version.options.is_empty() {
        return version.options.iter().map(|option| &**option).collect();
    }
    match pick {
        Pick::TrueOrFalse => vec!["true", "false"],
        Pick::Several => Vec::new(),
        Pick::One => {
            let chosen = asked.iter().filter_map(|asked| asked.answer.response).map(|id| class.texts.get(id));
            let keys = version.key_parts.iter().map(|key| &**key);
            let by_fold: BTreeMap<String, &str> = chosen.chain(keys).map(|text| (folded(text), text)).collect();
            if by_fold.len() > MOST_UNTOLD { Vec::new() } else { by_fold.into_values().collect() }
        }
    }
}

/// The version whose options are shown: the last that has some, or the last of all.
pub(super) fn version_of(question: &ClassQuestion) -> Option<&QuestionVersion> {
    let mut from_last = question.versions.iter().rev();
    from_last.find(|version| !version.options.is_empty()).or(question.versions.last())
}

fn with_rest(asked: &[Asked], chose: &[bool]) -> Option<f64> {
    let pairs = asked.iter().zip(chose).filter_map(|(asked, chose)| Some((f64::from(u8::from(*chose)), asked.rest?)));
    let (chose, rest): (Vec<f64>, Vec<f64>) = pairs.unzip();
    correlation(&chose, &rest)
}

/// How a response names options.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pick {
    /// It is one.
    One,
    /// It is one of two that need not be told.
    TrueOrFalse,
    /// Its parts are some.
    Several,
}

impl Pick {
    fn of(kind: Option<Kind>) -> Option<Self> {
        match kind? {
            Kind::Choice => Some(Self::One),
            Kind::TrueFalse => Some(Self::TrueOrFalse),
            Kind::Choices | Kind::Hotspot => Some(Self::Several),
            Kind::Number
            | Kind::Text
            | Kind::Order
            | Kind::Match
            | Kind::Cloze
            | Kind::Categorise
            | Kind::Calculated
            | Kind::Recall => None,
        }
    }
}

/// Option by option, who chose it.
struct Chosen {
    by_option: Vec<Vec<bool>>,
}

impl Chosen {
    fn of(class: &Class, pick: Pick, options: &[&str], asked: &[Asked]) -> Self {
        let named = Named::new(options);
        let mut by_option = vec![vec![false; asked.len()]; options.len()];
        // Many learners give few responses.
        let mut known: HashMap<TextId, Vec<usize>> = HashMap::new();
        for (at, asked) in asked.iter().enumerate() {
            let Some(id) = asked.answer.response else { continue };
            let found = known.entry(id).or_insert_with(|| named.in_response(pick, class.texts.get(id)));
            for option in found {
                by_option[*option][at] = true;
            }
        }
        Self { by_option }
    }
}

/// Options by their texts.
struct Named<'a> {
    exact: HashMap<&'a str, usize>,
    /// `None` where several options fold to the same.
    folded: HashMap<String, Option<usize>>,
}

impl<'a> Named<'a> {
    fn new(options: &[&'a str]) -> Self {
        let mut by_fold = HashMap::new();
        for (place, option) in options.iter().enumerate() {
            by_fold.entry(folded(option)).and_modify(|known| *known = None).or_insert(Some(place));
        }
        Self { exact: options.iter().enumerate().map(|(place, option)| (*option, place)).collect(), folded: by_fold }
    }

    fn find(&self, text: &str) -> Option<usize> {
        self.exact.get(text).copied().or_else(|| *self.folded.get(&folded(text))?)
    }

    fn in_response(&self, pick: Pick, response: &str) -> Vec<usize> {
        let whole = if pick == Pick::Several { None } else { self.find(response) };
        let parts = || split_parts(response).iter().filter_map(|part| self.find(part)).collect();
        match whole {
            Some(option) => vec![option],
            None if pick == Pick::Several => parts(),
            // One that was written with its signs escaped.
            None => Some(parts()).filter(|parts: &Vec<usize>| parts.len() == 1).unwrap_or_default(),
        }
    }
}
