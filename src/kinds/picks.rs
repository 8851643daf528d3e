//! Several options picked at once: how they are marked, written and read back.

use crate::kinds::answer_kind::NO_OPTION;
use crate::kinds::lookup::Lookup;
use crate::kinds::mark::{Mark, ratio};
use crate::kinds::oddity::Oddity;
use crate::kinds::parts::{join_parts, split_parts};

/// The share of the keys picked, less the share of the others picked, not below 0.
pub(super) fn mark(picked: &[usize], is_key: &[bool]) -> Mark {
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
    let picked_share = |wanted| ratio(count(wanted, true), count(wanted, false));
    Mark::share((picked_share(true) - picked_share(false)).max(0.0))
}

/// The texts of the options picked.
pub(super) fn texts<'q>(options: &[&'q str], picked: &[usize]) -> Vec<&'q str> {
    picked.iter().filter_map(|index| options.get(*index).copied()).collect()
}

/// The same as owned texts.
pub(super) fn parts(options: &[&str], picked: &[usize]) -> Vec<String> {
    texts(options, picked).into_iter().map(str::to_owned).collect()
}

/// The options picked as one text.
pub(super) fn written(options: &[&str], picked: &[usize]) -> String {
    join_parts(texts(options, picked))
}

/// The options named by the parts, ascending and each once; `None` if a part names none.
pub(super) fn parse(options: Vec<&str>, written: &str) -> Option<Vec<usize>> {
    let options = Lookup::new(options);
    let parts = split_parts(written);
    let named = parts.iter().filter(|part| !part.trim().is_empty());
    let mut picked = named.map(|part| options.find(part)).collect::<Option<Vec<_>>>()?;
    picked.sort_unstable();
    picked.dedup();
    if picked.is_empty() { None } else { Some(picked) }
}

/// The options named by the parts; a part that names none is odd and counts for nothing.
pub(super) fn parse_leniently(options: Vec<&str>, written: &str) -> (Vec<usize>, Option<Oddity>) {
    let options = Lookup::new(options);
    let mut oddity = None;
    let parts = split_parts(written).into_iter().filter(|part| !part.trim().is_empty());
    let pick = |part: String| {
        options.find(&part).unwrap_or_else(|| {
            oddity.get_or_insert(Oddity::NoSuchOption { part });
            NO_OPTION
        })
    };
    (parts.map(pick).collect(), oddity)
}
