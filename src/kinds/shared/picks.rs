//! Several options picked at once: how they are marked, written and read back.

use crate::bank::wording::signs::is_blank;
use crate::kinds::answer_kind::NO_OPTION;
use crate::kinds::mark::Mark;
use crate::kinds::shared::lookup::Lookup;
use crate::kinds::shared::oddity::Oddity;
use crate::kinds::shared::parts::{join_parts, split_parts};
use crate::kinds::steps::{Step, Steps};

/// The share of the keys picked, less the share of the others picked, not below 0.
pub(in crate::kinds) fn mark<'q>(
    options: impl Fn() -> Vec<&'q str>,
    picked: &[usize],
    is_key: &[bool],
    steps: &mut Steps,
) -> Mark {
    let mut is_picked = vec![false; is_key.len()];
    for index in picked {
        if let Some(mark) = is_picked.get_mut(*index) {
            *mark = true;
        }
    }
    let count = |wanted: bool, only_picked: bool| {
        let options = is_key.iter().zip(&is_picked);
        options.filter(|(is_key, is_picked)| **is_key == wanted && (!only_picked || **is_picked)).count()
    };
    let (right, keys, wrong, distractors) =
        (count(true, true), count(true, false), count(false, true), count(false, false));
    let named = |wanted: bool, picked: bool| {
        let named = options().into_iter().zip(is_key).zip(&is_picked);
        let named = named.filter(|((_, is_key), is_picked)| **is_key == wanted && **is_picked == picked);
        named.map(|((option, _), _)| option.to_owned()).collect()
    };
    steps.note(|| Step::PickedSeveral {
        right: named(true, true),
        missed: named(true, false),
        wrong: named(false, true),
    });
    steps.note(|| Step::Picks { right, keys, wrong, distractors });
    // Over one line, so that one division alone rounds: 3/5 − 2/5 is 0.2 and not a hair less.
    let (right, wrong) = (right * distractors.max(1), wrong * keys);
    Mark::ratio(right.saturating_sub(wrong), keys * distractors.max(1))
}

/// The texts of the options picked.
pub(in crate::kinds) fn texts<'q>(options: &[&'q str], picked: &[usize]) -> Vec<&'q str> {
    picked.iter().filter_map(|index| options.get(*index).copied()).collect()
}

/// The same as owned texts.
pub(in crate::kinds) fn parts(options: &[&str], picked: &[usize]) -> Vec<String> {
    texts(options, picked).into_iter().map(str::to_owned).collect()
}

/// The options picked as one text.
pub(in crate::kinds) fn written(options: &[&str], picked: &[usize]) -> String {
    join_parts(texts(options, picked))
}

/// The options named by the parts, ascending and each once; `None` if a part names none.
pub(in crate::kinds) fn parse(options: Vec<&str>, written: &str) -> Option<Vec<usize>> {
    let options = Lookup::new(options);
    let parts = split_parts(written);
    let named = parts.iter().filter(|part| !is_blank(part));
    let mut picked = named.map(|part| options.find(part)).collect::<Option<Vec<_>>>()?;
    picked.sort_unstable();
    picked.dedup();
    if picked.is_empty() { None } else { Some(picked) }
}

/// The options named by the parts; a part that names none is odd and counts for nothing.
pub(in crate::kinds) fn parse_leniently(options: Vec<&str>, written: &str) -> (Vec<usize>, Option<Oddity>) {
    let options = Lookup::new(options);
    let mut oddity = None;
    let parts = split_parts(written).into_iter().filter(|part| !is_blank(part));
    let pick = |part: String| {
        options.find(&part).unwrap_or_else(|| {
            oddity.get_or_insert(Oddity::NoSuchOption { part });
            NO_OPTION
        })
    };
    (parts.map(pick).collect(), oddity)
}
