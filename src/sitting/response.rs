//! What a learner answered, and how it is written in files. Does not judge it.

use super::lookup::Lookup;
use super::pairs::{join_pairs, split_pairs, written_pair};
use crate::bank::model::cloze::Gap;
use crate::bank::values::{formula, quantity};
use crate::bank::wording::signs::is_blank;
use crate::bank::{Answer, ClozeText, Kind, Question};

pub use super::parts::{join_parts, split_parts};

/// An answer to a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Response {
    /// The option picked, as an index into [`Question::options`].
    Choice(usize),
    /// The options picked, as indices into [`Question::options`], ascending.
    Choices(Vec<usize>),
    /// True or false.
    TrueFalse(bool),
    /// What was typed, untouched.
    Typed(String),
    /// The items in the learner's order, as indices into [`Question::options`], each once.
    Order(Vec<usize>),
    /// For `Match` the right side chosen for each left one, as an index into [`Question::options`]; for `Categorise`
    /// the group chosen for each item of [`Question::options`], as an index into the groups.
    Pairs(Vec<Option<usize>>),
    /// What stands in each gap: what was typed, untouched, or the option picked; empty for a gap left open.
    Gaps(Vec<String>),
    /// The spots picked, as indices into [`Question::options`], ascending.
    Spots(Vec<usize>),
    /// Whether the learner knew it, by the learner's own rating.
    Known(bool),
}

impl Response {
    /// As CSV files and the history write it: an option's text, `true`, what was typed, or parts joined by `; ` with
    /// `;`, `=` and `\` inside a part escaped by a backslash.
    ///
    /// A blank response is the empty text, and an index that no option has is left out.
    pub fn written(&self, question: &Question) -> String {
        match self {
            Self::Choice(index) => question.options().get(*index).copied().unwrap_or_default().to_owned(),
            Self::Choices(picked) | Self::Order(picked) | Self::Spots(picked) => written_options(question, picked),
            Self::TrueFalse(is_true) => is_true.to_string(),
            Self::Typed(_) | Self::Gaps(_) if self.is_blank() => String::new(),
            Self::Typed(text) => text.clone(),
            Self::Gaps(texts) => join_parts(texts.iter().map(String::as_str)),
            Self::Pairs(chosen) => {
                let (lefts, rights) = option_sides(&question.answer);
                let chosen = lefts.into_iter().zip(chosen);
                join_pairs(chosen.filter_map(|(left, right)| Some((left, *rights.get((*right)?)?))))
            }
            Self::Known(is_known) => RATINGS[usize::from(!is_known)].to_owned(),
        }
    }

    /// Reads back what [`Self::written`] wrote. An option matches exactly, or else after Unicode NFC, with
    /// white space trimmed and made single, and case folding. `None` where nothing was answered (blank) or where it does not fit the question: an order must name
    /// every item once, a pair one left and one right side, and no gap may be filled that there is not.
    ///
    /// Folding that makes two options alike matches neither. A choice written as one escaped part is taken too.
    pub fn from_written(question: &Question, written: &str) -> Option<Self> {
        if is_blank(written) {
            return None;
        }
        let lookup = || Lookup::new(question.options());
        match (question.kind(), &question.answer) {
            (Kind::Choice, _) => find_choice(&lookup(), written).map(Self::Choice),
            (Kind::Choices, _) => find_choices(&lookup(), written).map(Self::Choices),
            (Kind::Hotspot, _) => find_choices(&lookup(), written).map(Self::Spots),
            (Kind::TrueFalse, _) => {
                find_word(["true", "false"], written).or_else(|| spreadsheet_truth(written)).map(Self::TrueFalse)
            }
            (Kind::Recall, _) => find_word(RATINGS, written).map(Self::Known),
            (Kind::Order, _) => find_order(&lookup(), question.options().len(), written).map(Self::Order),
            (Kind::Match | Kind::Categorise, answer) => find_pairs(answer, written).map(Self::Pairs),
            (_, Answer::Cloze { text }) => find_gaps(text, written).map(Self::Gaps),
            _ => Some(Self::Typed(written.to_owned())),
        }
    }

    /// Whether this counts as no answer: nothing picked, or only white space typed.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Choice(_) | Self::TrueFalse(_) | Self::Known(_) => false,
            Self::Choices(picked) | Self::Order(picked) | Self::Spots(picked) => picked.is_empty(),
            Self::Typed(text) => is_blank(text),
            Self::Pairs(chosen) => chosen.iter().all(Option::is_none),
            Self::Gaps(texts) => texts.iter().all(|text| is_blank(text)),
        }
    }
}

/// How a learner's own rating is written: known, and not known.
const RATINGS: [&str; 2] = ["right", "wrong"];

/// The parts of the right answer, as `correct` in JSON lists them and `correct_response` in CSV joins them.
///
/// Every key of a choice, `true` or `false`, a number with its unit, every accepted form of a text, the items in order,
/// `left = right` for pairs and groups, the first form for each gap, the names of the right spots, `right` for a recall.
/// Not escaped, but for `;`, `=` and `\` inside the sides of a pair. None for a calculated question whose values are not
/// drawn.
pub fn correct_parts(question: &Question) -> Vec<String> {
    match &question.answer {
        Answer::Choice { correct, .. } => vec![correct.to_string()],
        Answer::Choices { correct, .. } => correct.iter().map(ToString::to_string).collect(),
        Answer::TrueFalse(is_true) => vec![is_true.to_string()],
        Answer::Number { value, unit, .. } => vec![quantity::written(*value, unit)],
        Answer::Text { accept, .. } => accept.iter().map(ToString::to_string).collect(),
        Answer::Order { items } => items.iter().map(ToString::to_string).collect(),
        answer @ (Answer::Match { .. } | Answer::Categorise { .. }) => {
            let (lefts, rights) = option_sides(answer);
            let right_pairs = lefts.into_iter().zip(answer.right_pairs());
            right_pairs.filter_map(|(left, right)| Some(written_pair(left, rights.get(right)?))).collect()
        }
        Answer::Cloze { text } => text.gaps().map(|gap| gap.right().to_owned()).collect(),
        answer @ Answer::Hotspot { .. } => {
            let spots = answer.options().into_iter().zip(answer.right_spots());
            spots.filter(|(_, is_right)| *is_right).map(|(name, _)| name.to_owned()).collect()
        }
        answer @ Answer::Calculated { tolerance_percent, unit, .. } => {
            let key = formula::key(answer).map(|key| readable(key, *tolerance_percent));
            key.map(|key| quantity::written(key, unit)).into_iter().collect()
        }
        Answer::Recall { .. } => vec![RATINGS[0].to_owned()],
    }
}

/// The right answer as the CSV's `correct_response` has it: written as a response of that kind is, so only the kinds
/// of several parts are escaped; the accepted forms of a text are joined as parts.
pub fn correct_written(question: &Question) -> String {
    let parts = correct_parts(question);
    match question.kind() {
        Kind::Choices | Kind::Text | Kind::Order | Kind::Cloze | Kind::Hotspot => {
            join_parts(parts.iter().map(String::as_str))
        }
        Kind::Match | Kind::Categorise => parts.join("; "),
        Kind::Choice | Kind::TrueFalse | Kind::Number | Kind::Calculated | Kind::Recall => parts.concat(),
    }
}

/// The options in the order shown, as the CSV's `options` has them: parts joined by `; `. An index in `order` that no
/// option has is left out.
pub fn written_options(question: &Question, order: &[usize]) -> String {
    let options = question.options();
    join_parts(order.iter().filter_map(|index| options.get(*index).copied()))
}

/// What stands on the left, and what can stand on the right of it.
pub(super) fn option_sides(answer: &Answer) -> (Vec<&str>, Vec<&str>) {
    match answer {
        Answer::Match { pairs, .. } => (pairs.iter().map(|(left, _)| &**left).collect(), answer.options()),
        Answer::Categorise { groups } => (answer.options(), groups.iter().map(|(name, _)| name).collect()),
        _ => (Vec::new(), Vec::new()),
    }
}

/// A long key shorter, where that takes no more than a tenth of the tolerance away: 7.33333 for 7.333333333333333.
fn readable(key: f64, tolerance_percent: f64) -> f64 {
    // A number of up to nine digits may well be exact, and reads well enough.
    const MOST_DIGITS: usize = 9;
    let digits = key.to_string().trim_matches(['-', '0', '.']).chars().filter(char::is_ascii_digit).count();
    let short: f64 = format!("{key:.5e}").parse().unwrap_or(key);
    let is_near = (short - key).abs() <= key.abs() * tolerance_percent / 100.0 / 10.0;
    if digits > MOST_DIGITS && is_near { short } else { key }
}

fn find_choice(options: &Lookup, written: &str) -> Option<usize> {
    options.find(written).or_else(|| match split_parts(written).as_slice() {
        [part] => options.find(part),
        _ => None,
    })
}

/// The options named by the parts, ascending and each once; `None` if a part names none.
fn find_choices(options: &Lookup, written: &str) -> Option<Vec<usize>> {
    let parts = split_parts(written);
    let named = parts.iter().filter(|part| !is_blank(part));
    let mut picked = named.map(|part| options.find(part)).collect::<Option<Vec<_>>>()?;
    picked.sort_unstable();
    picked.dedup();
    if picked.is_empty() { None } else { Some(picked) }
}

/// Whether the first of two words is written.
fn find_word(words: [&str; 2], written: &str) -> Option<bool> {
    Lookup::new(words.to_vec()).find(written).map(|index| index == 0)
}

/// `TRUE` and `FALSE` as spreadsheets in other languages write them: what they make of a `true` that was typed.
fn spreadsheet_truth(written: &str) -> Option<bool> {
    const TRUE: [&str; 13] = [
        "wahr",
        "vrai",
        "verdadero",
        "verdadeiro",
        "vero",
        "waar",
        "sant",
        "sann",
        "sand",
        "prawda",
        "pravda",
        "истина",
        "igaz",
    ];
    const FALSE: [&str; 12] = [
        "falsch", "faux", "falso", "onwaar", "falskt", "usann", "falsk", "fałsz", "nepravda", "ложь", "hamis", "falsz",
    ];
    let found = |words: &[&'static str]| Lookup::new(words.to_vec()).find(written).is_some();
    if found(&TRUE) { Some(true) } else { found(&FALSE).then_some(false) }
}

/// The items in the order of the parts; `None` unless they name every item once.
fn find_order(items: &Lookup, count: usize, written: &str) -> Option<Vec<usize>> {
    let order: Vec<usize> = split_parts(written).iter().map(|part| items.find(part)).collect::<Option<_>>()?;
    let mut sorted = order.clone();
    sorted.sort_unstable();
    sorted.into_iter().eq(0..count).then_some(order)
}

fn find_pairs(answer: &Answer, written: &str) -> Option<Vec<Option<usize>>> {
    let (lefts, rights) = option_sides(answer);
    let mut chosen = vec![None; lefts.len()];
    let (lefts, rights) = (Lookup::new(lefts), Lookup::new(rights));
    for (left, right) in split_pairs(written)? {
        let place = chosen.get_mut(lefts.find(&left)?)?;
        if place.replace(rights.find(&right)?).is_some() {
            return None;
        }
    }
    chosen.iter().any(Option::is_some).then_some(chosen)
}

/// The parts as texts of the gaps; gaps at the end may be left out. A part for a list is one of its options.
fn find_gaps(text: &ClozeText, written: &str) -> Option<Vec<String>> {
    let mut parts = split_parts(written).into_iter();
    let fill = |gap: &Gap| {
        let part = parts.next().unwrap_or_default();
        match gap {
            Gap::List(options) if !is_blank(&part) => {
                let found = Lookup::new(options.iter().map(|option| &**option).collect()).find(&part)?;
                Some(options[found].to_string())
            }
            _ => Some(part),
        }
    };
    let filled: Vec<String> = text.gaps().map(fill).collect::<Option<_>>()?;
    let response = Response::Gaps(filled.clone());
    (parts.next().is_none() && !response.is_blank()).then_some(filled)
}
