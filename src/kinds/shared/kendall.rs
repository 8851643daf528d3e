//! Marks orders. Knows positions only.

use crate::kinds::steps::{Step, Steps};

/// The share of the mark for items in this order, 0 to 1: Kendall's τ, not below 0. `order` holds the right position of
/// each item, from 0. One that names a position twice or one that there is not, or has fewer than two, earns 0.
///
/// Where items are left out, what is there is marked: of the pairs that both are there, the share in the right order less
/// that in the wrong one, of all pairs that there are. So a pair with an item that is missing earns nothing and costs
/// nothing beyond that.
///
/// τ is the share of pairs in the right order less the share in the wrong one (Kendall 1938, Biometrika 30:81). One
/// swap of neighbours among five costs a fifth of the mark; a guess is right in half of the pairs and earns little.
pub(crate) fn share(order: &[usize], count: usize, steps: &mut Steps) -> f64 {
    if count < 2 || !is_each_once(order, count) {
        return 0.0;
    }
    let pairs = |count: usize| count as u64 * (count as u64).saturating_sub(1) / 2;
    let (all, placed) = (pairs(count), pairs(order.len()));
    let wrong = inversions(&mut order.to_vec());
    let right = placed - wrong;
    steps.note(|| Step::PairsInOrder { right, wrong, all });
    // One division alone, so that no binary dust shows: four fifths less three is a fifth.
    right.saturating_sub(wrong) as f64 / all as f64
}

fn is_each_once(order: &[usize], count: usize) -> bool {
    let mut is_there = vec![false; count];
    let is_new = |position: &usize| is_there.get_mut(*position).is_some_and(|seen| !std::mem::replace(seen, true));
    order.len() <= count && order.iter().all(is_new)
}

/// How many pairs stand in the wrong order; sorts on the way, so that a hundred thousand items take no square of time.
fn inversions(order: &mut [usize]) -> u64 {
    let (middle, count) = (order.len() / 2, order.len());
    if count < 2 {
        return 0;
    }
    let mut found = inversions(&mut order[..middle]) + inversions(&mut order[middle..]);
    let mut merged = Vec::with_capacity(count);
    let (mut left, mut right) = (0, middle);
    while left < middle && right < count {
        if order[left] <= order[right] {
            merged.push(order[left]);
            left += 1;
        } else {
            merged.push(order[right]);
            right += 1;
            found += (middle - left) as u64;
        }
    }
    merged.extend_from_slice(&order[left..middle]);
    merged.extend_from_slice(&order[right..]);
    order.copy_from_slice(&merged);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The mean of `share` over all orders of `count` items: what a guess earns. `None` for fewer than two.
    ///
    /// Exact up to 30 items, by the number of orders with each number of inversions (Mahonian numbers); beyond that by
    /// the normal distribution that τ tends to (Kendall 1938), whose mean above 0 is σ/√(2π).
    fn guess_mean(count: usize) -> Option<f64> {
        const MOST_EXACT: usize = 30;
        if count < 2 {
            return None;
        }
        let n = count as f64;
        if count > MOST_EXACT {
            let variance = 2.0 * (2.0 * n + 5.0) / (9.0 * n * (n - 1.0));
            return Some((variance / std::f64::consts::TAU).sqrt());
        }
        let pairs = count * (count - 1) / 2;
        let mark = |inversions: usize| (1.0 - 2.0 * inversions as f64 / pairs as f64).max(0.0);
        Some(shares_by_inversions(count).iter().enumerate().map(|(inversions, share)| share * mark(inversions)).sum())
    }

    /// The share of the orders of `count` items that have 0, 1, 2, … inversions. The last item of k can stand before 0 to
    /// k − 1 others, each as likely.
    fn shares_by_inversions(count: usize) -> Vec<f64> {
        let mut shares = vec![1.0];
        for k in 2..=count {
            let mut next = vec![0.0; shares.len() + k - 1];
            for (inversions, share) in shares.iter().enumerate() {
                next[inversions..inversions + k].iter_mut().for_each(|sum| *sum += share / k as f64);
            }
            shares = next;
        }
        shares
    }

    fn permutations(count: usize) -> Vec<Vec<usize>> {
        if count == 0 {
            return vec![Vec::new()];
        }
        let shorter = permutations(count - 1);
        let insert = |order: &Vec<usize>, at: usize| {
            let mut longer = order.clone();
            longer.insert(at, count - 1);
            longer
        };
        shorter.iter().flat_map(|order| (0..count).map(move |at| insert(order, at))).collect()
    }

    #[test]
    fn a_guess_earns_what_the_format_says() {
        for count in 2..=7 {
            let orders = permutations(count);
            let mean = orders.iter().map(|order| share(order, count, &mut Steps::unasked())).sum::<f64>()
                / orders.len() as f64;
            let computed = guess_mean(count).expect("a mean");
            assert!((mean - computed).abs() < 1e-12, "{count}: {mean} and {computed}");
        }
        let rounded = |count| (guess_mean(count).expect("a mean") * 100.0).round() / 100.0;
        assert_eq!((rounded(3), rounded(5)), (0.28, 0.16));
        assert_eq!((guess_mean(0), guess_mean(1)), (None, None));
        let (exact, limit) = (guess_mean(30).expect("a mean"), guess_mean(31).expect("a mean"));
        assert!((exact - limit).abs() < 0.002 && exact > limit, "{exact} and {limit}");
    }

    #[test]
    fn what_is_no_order_earns_nothing() {
        let check = |order: &[usize], count| assert_eq!(share(order, count, &mut Steps::unasked()), 0.0, "{order:?}");
        check(&[], 0);
        check(&[0], 1);
        check(&[0, 1, 1], 3);
        check(&[0, 1, 3], 3);
        check(&[0, 1, 2, 0], 3);
        check(&[usize::MAX, 0, 1], 3);
    }

    #[test]
    fn what_is_there_is_marked_where_items_are_left_out() {
        let check = |order: &[usize], count, expected: f64| {
            assert_eq!(share(order, count, &mut Steps::unasked()), expected, "{order:?}");
        };
        check(&[0, 1], 3, 1.0 / 3.0);
        check(&[0, 2, 3, 4], 5, 0.6);
        check(&[2, 0, 3, 4], 5, 0.4);
        check(&[1, 0], 3, 0.0);
        check(&[1], 3, 0.0);
        check(&[], 3, 0.0);
        check(&[0, 1, 2, 4, 3], 5, 0.8);
        check(&[0, 4, 1, 2, 3], 5, 0.4);
    }

    #[test]
    fn a_hundred_thousand_items_take_no_square_of_time() {
        let order: Vec<usize> = (0..100_000).rev().collect();
        assert_eq!(share(&order, order.len(), &mut Steps::unasked()), 0.0);
    }

    proptest! {
        #[test]
        fn inversions_are_the_pairs_in_the_wrong_order(order in prop::collection::vec(0..9_usize, 0..9)) {
            let pairs = (0..order.len()).flat_map(|right| (0..right).map(move |left| (left, right)));
            let wrong = pairs.filter(|(left, right)| order[*left] > order[*right]).count();
            prop_assert_eq!(inversions(&mut order.clone()), wrong as u64);
        }
    }
}
