//! The order in which the things of three texts stand: theirs, with what was moved or added here at its place. Knows numbers
//! alone.

use std::collections::{HashMap, HashSet};

/// The things that survive, in order. `orders` is what base, mine and theirs have, in their orders.
pub(super) fn merged(orders: &[Vec<usize>; 3], survives: &dyn Fn(usize) -> bool) -> Vec<usize> {
    let [base, mine, theirs] = orders;
    let (moved_here, moved_there) = (moved(base, mine), moved(base, theirs));
    let in_theirs: HashSet<usize> = theirs.iter().copied().filter(|thing| survives(*thing)).collect();
    let stays =
        |thing: &usize| in_theirs.contains(thing) && (!moved_here.contains(thing) || moved_there.contains(thing));
    // What has to be put somewhere follows what it follows here.
    let mut follower: HashMap<Option<usize>, usize> = HashMap::new();
    let mut before = None;
    for thing in mine.iter().copied().filter(|thing| survives(*thing)) {
        if !stays(&thing) {
            follower.insert(before, thing);
        }
        before = Some(thing);
    }
    let kept = theirs.iter().copied().filter(stays).map(Some);
    let mut order = Vec::new();
    for start in std::iter::once(None).chain(kept) {
        let mut next = start.or_else(|| follower.get(&None).copied());
        while let Some(thing) = next {
            order.push(thing);
            next = follower.get(&Some(thing)).copied();
        }
    }
    order
}

/// Those that stand elsewhere among the things of `base` than before: all but the longest row that is still in order.
fn moved(base: &[usize], other: &[usize]) -> HashSet<usize> {
    let places: HashMap<usize, usize> = base.iter().enumerate().map(|(place, thing)| (*thing, place)).collect();
    let row: Vec<(usize, usize)> = other.iter().filter_map(|thing| Some((*thing, *places.get(thing)?))).collect();
    if row.is_sorted_by_key(|(_, place)| *place) {
        return HashSet::new();
    }
    // The end of the best row of each length so far, and what stands before each in its row.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; row.len()];
    for (at, (_, place)) in row.iter().enumerate() {
        let length = ends.partition_point(|end| row[*end].1 < *place);
        before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() { ends.push(at) } else { ends[length] = at }
    }
    let mut moved: HashSet<usize> = row.iter().map(|(thing, _)| *thing).collect();
    let mut at = ends.last().copied();
    while let Some(place) = at {
        moved.remove(&row[place].0);
        at = before[place];
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(base: &str, mine: &str, theirs: &str, expected: &str) {
        let things = |text: &str| text.bytes().map(usize::from).collect::<Vec<_>>();
        let orders = [things(base), things(mine), things(theirs)];
        let survives = |thing: usize| {
            let [base, mine, theirs] = orders.each_ref().map(|order| order.contains(&thing));
            (mine && theirs) || ((mine || theirs) && !base)
        };
        let order: String = merged(&orders, &survives).into_iter().map(|thing| thing as u8 as char).collect();
        assert_eq!(order, expected);
    }

    #[test]
    fn what_was_added_here_follows_what_it_follows_here() {
        check("ab", "axb", "ab", "axb");
        check("ab", "xab", "yab", "xyab");
        check("ab", "abx", "aby", "abxy");
        check("ab", "axyb", "ba", "baxy");
        check("", "xy", "ab", "xyab");
    }

    #[test]
    fn what_one_side_has_moved_is_moved() {
        check("abcd", "dabc", "abcd", "dabc");
        check("abcd", "abcd", "bcda", "bcda");
        check("abcd", "bacd", "abdc", "badc");
        check("abc", "cba", "cba", "cba");
    }

    #[test]
    fn what_is_gone_leaves_its_followers_where_they_were() {
        check("abc", "abxc", "ac", "axc");
        check("abc", "bc", "xabc", "xbc");
        check("abc", "xabc", "c", "xc");
    }

    proptest! {
        #[test]
        fn each_thing_that_survives_stands_once(
            base in Just((0..8_usize).collect::<Vec<_>>()).prop_shuffle(),
            mine in prop::sample::subsequence((0..12_usize).collect::<Vec<_>>(), 0..12).prop_shuffle(),
            theirs in prop::sample::subsequence((4..16_usize).collect::<Vec<_>>(), 0..12).prop_shuffle(),
        ) {
            let all: HashSet<usize> = mine.iter().chain(&theirs).copied().filter(|thing| thing % 3 != 0).collect();
            let mut order = merged(&[base, mine, theirs], &|thing| all.contains(&thing));
            order.sort_unstable();
            let mut expected: Vec<usize> = all.into_iter().collect();
            expected.sort_unstable();
            prop_assert_eq!(order, expected);
        }

        #[test]
        fn where_one_side_has_changed_nothing_the_order_is_the_others(
            base in Just((0..8_usize).collect::<Vec<_>>()).prop_shuffle(),
            other in prop::sample::subsequence((0..12_usize).collect::<Vec<_>>(), 0..12).prop_shuffle(),
        ) {
            let survives = |thing: usize| other.contains(&thing);
            prop_assert_eq!(merged(&[base.clone(), other.clone(), base.clone()], &survives), other.clone());
            prop_assert_eq!(merged(&[base.clone(), base, other.clone()], &survives), other);
        }
    }
}
