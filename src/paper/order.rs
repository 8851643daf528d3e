//! The order in which options are shown: ascending where they have an order of their own, else shuffled.

use super::shuffle::Shuffler;
use crate::bank::Answer;
use crate::bank::ascending;
use crate::kinds::OptionOrder;
use std::ops::Range;

/// Indices of the answer's options ([`Answer::options`]) in the order shown, each once.
///
/// Options of choices that all read as years, months or dates stand in ascending order, and so do numbers that share
/// one unit or have none: item-writing guides ask for it (Haladyna, Downing & Rodriguez 2002, table 1, writing the
/// choices). Equal ones keep their order. All others are shuffled. The lists of a cloze are choices each for itself.
///
/// Items to put in order, right sides, items to sort and places are always shuffled, since an ascending order would be
/// half of the answer; items to put in order never stand in the right order already.
pub fn option_order(answer: &Answer, shuffler: &mut Shuffler) -> Vec<usize> {
    match answer.with_kind(|kind| kind.option_order()) {
        OptionOrder::Nothing => Vec::new(),
        OptionOrder::Lists(ranges) => {
            let options = answer.options();
            let list = |range: Range<usize>| {
                let order = choice_order(&options[range.clone()], shuffler);
                order.into_iter().map(move |index| range.start + index)
            };
            ranges.into_iter().flat_map(list).collect()
        }
        OptionOrder::Shuffled(count) => shuffled(count, shuffler),
        OptionOrder::OutOfOrder(count) => unlike_the_right_order(count, shuffler),
    }
}

/// The same options in another order than `before`, for a second try: who remembered a place and not the answer finds another
/// thing there. In a list to pick from, the first right option never stands where it stood, and what is ascending is
/// shuffled too. Where there is no other order, it is the same.
pub fn another_order(answer: &Answer, before: &[usize], shuffler: &mut Shuffler) -> Vec<usize> {
    match answer.with_kind(|kind| kind.option_order()) {
        OptionOrder::Nothing => Vec::new(),
        OptionOrder::Lists(ranges) => {
            let list = |range: Range<usize>| {
                let before: Vec<usize> = before.iter().copied().filter(|index| range.contains(index)).collect();
                let place = |order: &[usize]| order.iter().position(|index| *index == range.start);
                let draw = || shuffled(range.len(), shuffler).into_iter().map(|index| range.start + index).collect();
                drawn_until(draw, |order: &Vec<usize>| place(order) != place(&before))
            };
            ranges.into_iter().flat_map(list).collect()
        }
        OptionOrder::Shuffled(count) => drawn_until(|| shuffled(count, shuffler), |order| order != before),
        OptionOrder::OutOfOrder(count) => {
            drawn_until(|| unlike_the_right_order(count, shuffler), |order| order != before)
        }
    }
}

/// What is drawn first of what is wanted, or last where nothing is: with two options each draw has an even chance.
fn drawn_until(mut draw: impl FnMut() -> Vec<usize>, is_wanted: impl Fn(&Vec<usize>) -> bool) -> Vec<usize> {
    const MOST_DRAWS: usize = 64;
    let mut drawn = draw();
    for _ in 1..MOST_DRAWS {
        if is_wanted(&drawn) {
            break;
        }
        drawn = draw();
    }
    drawn
}

fn choice_order(options: &[&str], shuffler: &mut Shuffler) -> Vec<usize> {
    ascending(options).unwrap_or_else(|| shuffled(options.len(), shuffler))
}

fn shuffled(count: usize, shuffler: &mut Shuffler) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    shuffler.shuffle(&mut order);
    order
}

/// Shuffled again until some item is out of place, so that each other order stays as likely as the next.
fn unlike_the_right_order(count: usize, shuffler: &mut Shuffler) -> Vec<usize> {
    loop {
        let order = shuffled(count, shuffler);
        if count < 2 || !order.is_sorted() {
            return order;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::shuffle::Purpose;
    use super::*;
    use proptest::prelude::*;

    fn order(options: &[&str], seed: u32) -> Vec<usize> {
        choice_order(options, &mut Shuffler::new(seed, Purpose::Options(0)))
    }

    /// Asserts that `options`, which are written in the order expected, come back so from any order they are in.
    fn check_ascending(options: &[&str]) {
        for seed in 0..20 {
            let mut mixed = options.to_vec();
            Shuffler::new(seed, Purpose::Ordering).shuffle(&mut mixed);
            let shown: Vec<&str> = order(&mixed, seed).into_iter().map(|index| mixed[index]).collect();
            assert_eq!(shown, options, "written as {mixed:?}");
        }
    }

    fn check_shuffled(options: &[&str]) {
        let orders: std::collections::HashSet<Vec<usize>> = (0..20).map(|seed| order(options, seed)).collect();
        assert!(orders.len() > 1, "always the same order: {options:?}");
    }

    #[test]
    fn words_are_shuffled() {
        check_shuffled(&["Culham", "Geneva", "Harwell"]);
        check_shuffled(&["one", "two", "three"]);
        check_shuffled(&["1997", "2011", "never"]);
        check_shuffled(&["", "1", "2"]);
    }

    #[test]
    fn numbers_stand_in_ascending_order() {
        check_ascending(&["1997", "2001", "2011", "2022"]);
        check_ascending(&["9", "10", "100"]);
        check_ascending(&["-3", "\u{2212}2.5", "-2", "0", "0.5", "1/1"]);
        check_ascending(&["1e3", "2×10^3", "10^4", "5.9×10⁷"]);
        check_ascending(&["7 500", "12 000", "1 000 000"]);
    }

    #[test]
    fn numbers_of_one_unit_stand_in_ascending_order() {
        check_ascending(&["11 MJ", "21.7 MJ", "59 MJ", "69 megajoules"]);
        check_ascending(&["1 hour", "2 hours", "12 hours"]);
        check_ascending(&["5 %", "50%", "85 %"]);
        check_ascending(&["0", "5 MW", "11 MW"]);
        check_ascending(&["$5", "$20", "$100"]);
        check_ascending(&["33 volumes", "210 volumes", "5,000 volumes"]);
    }

    #[test]
    fn numbers_of_several_units_are_shuffled() {
        check_shuffled(&["59 MJ", "11 MW", "5 s"]);
        check_shuffled(&["59 MJ", "500 kJ", "5 GJ"]);
    }

    #[test]
    fn thousands_are_read_in_the_style_that_suits_all_options() {
        check_ascending(&["500", "5,000", "50,000"]);
        check_ascending(&["33", "210", "5,000"]);
        check_ascending(&["999", "1,000", "1,234.5", "1,000,000"]);
        check_ascending(&["5,000", "5,9", "6,1"]);
        check_ascending(&["5.9", "6", "5,000"]);
        check_ascending(&["0,125", "1,000", "2"]);
        check_ascending(&["5,000", "1234,567"]);
        check_ascending(&["1,5", "3,141 592", "4,000"]);
        check_ascending(&["1,5.", "3.", "4,000."]);
        check_ascending(&["500", "1.000", "5.000.000"]);
        check_ascending(&["99,5", "500", "1.000"]);
        check_ascending(&["1.125", "1.25", "2"]);
        check_ascending(&["3", "3.142", "4"]);
        check_ascending(&["5 MJ", "500 MJ", "5,000 MJ"]);
        check_ascending(&["1,000", "99,999", "1,00,000", "12,34,567"]);
    }

    #[test]
    fn where_no_style_suits_all_what_can_be_read_two_ways_is_no_number() {
        check_ascending(&["5,9", "6.1", "7"]);
        check_shuffled(&["5,9", "6.1", "7,000"]);
    }

    #[test]
    fn years_months_and_dates_stand_in_ascending_order() {
        check_ascending(&["500 BC", "44 BC", "AD 79", "1066"]);
        check_ascending(&["500 BC", "44 BC", "1 BC"]);
        check_ascending(&["January", "March", "sept.", "December"]);
        check_ascending(&["Feb", "Apr", "Aug"]);
        check_ascending(&["2021-12-21", "2022-02-09", "2023-10-03"]);
        check_ascending(&["18 December 2020", "1 May 2021", "21 December 2021"]);
        check_ascending(&["May 1, 2021", "December 2, 2021", "December 21, 2021"]);
        check_ascending(&["November 1985", "April 1986", "July 2001"]);
        check_ascending(&["1956", "April 1956", "21 April 1956", "May 26, 1956", "1957-01"]);
        check_ascending(&["21 April", "26 April", "1 May"]);
    }

    #[test]
    fn dates_with_a_year_are_not_compared_to_dates_without() {
        check_shuffled(&["May", "2021", "June"]);
        check_shuffled(&["21 December 2021", "22 December", "23 December 2021"]);
    }

    #[test]
    fn equal_options_keep_their_order() {
        for seed in 0..20 {
            assert_eq!(order(&["59", "59.0", "5.9e1", "0", "-0"], seed), [3, 4, 0, 1, 2]);
            assert_eq!(order(&["May", "may.", "April"], seed), [2, 0, 1]);
        }
    }

    #[test]
    fn one_option_and_none_have_one_order() {
        assert!(order(&[], 1).is_empty());
        assert_eq!(order(&["Culham"], 1), [0]);
        assert_eq!(order(&["1"], 1), [0]);
    }

    /// Asserts that in every list the first right option has moved, for many seeds.
    fn check_moved(answer: &str, lists: &[(usize, usize)]) {
        let answer: Answer = ron::from_str(answer).expect("an answer");
        for seed in 0..50 {
            let before = option_order(&answer, &mut Shuffler::new(seed, Purpose::Options(0)));
            let again = |seed| another_order(&answer, &before, &mut Shuffler::new(seed, Purpose::Options(9)));
            let after = again(seed);
            assert_eq!(after, again(seed), "the same seed gives the same order");
            let sorted = |order: &[usize]| {
                let mut sorted = order.to_vec();
                sorted.sort_unstable();
                sorted
            };
            assert_eq!(sorted(&after), sorted(&before));
            assert_ne!(after, before, "seed {seed}");
            for list in lists.iter().map(|(start, end)| *start..*end) {
                let place = |order: &[usize]| order.iter().position(|index| *index == list.start);
                assert_ne!(place(&after), place(&before), "seed {seed}");
                assert!(after[list.clone()].iter().all(|index| list.contains(index)), "a list keeps to itself");
            }
        }
    }

    #[test]
    fn in_a_second_try_the_right_option_never_stands_where_it_stood() {
        check_moved(r#"Choice(correct: "Culham", distractors: ["Geneva", "Harwell"])"#, &[(0, 3)]);
        check_moved(r#"Choice(correct: "2008", distractors: ["2001", "2005", "2012"])"#, &[(0, 4)]);
        check_moved(r#"Choice(correct: "yes", distractors: ["no"])"#, &[(0, 2)]);
        check_moved(r#"Choices(correct: ["a", "b"], distractors: ["c", "d"])"#, &[(0, 4)]);
        check_moved(r#"Cloze(text: "{a ~ b} and {1 ~ 2 ~ 3}")"#, &[(0, 2), (2, 5)]);
    }

    #[test]
    fn in_a_second_try_things_to_sort_and_to_order_are_shuffled_anew() {
        check_moved(r#"Order(items: ["a", "b", "c"])"#, &[]);
        check_moved(r#"Match(pairs: [("a", "1"), ("b", "2")])"#, &[]);
    }

    #[test]
    fn where_there_is_no_other_order_a_second_try_has_the_same() {
        let answer: Answer = ron::from_str(r#"Order(items: ["a", "b"])"#).expect("an answer");
        assert_eq!(another_order(&answer, &[1, 0], &mut Shuffler::new(1, Purpose::Options(2))), [1, 0]);
        assert!(another_order(&Answer::TrueFalse(true), &[], &mut Shuffler::new(1, Purpose::Options(2))).is_empty());
    }

    fn any_option() -> impl Strategy<Value = String> {
        prop_oneof!["\\PC{0,6}", "-?[0-9]{1,4}([.,][0-9]{1,4}){0,2}( MJ)?"]
    }

    proptest! {
        #[test]
        fn every_order_is_a_permutation(options in prop::collection::vec(any_option(), 0..8), seed: u32) {
            let options: Vec<&str> = options.iter().map(String::as_str).collect();
            let mut indices = order(&options, seed);
            indices.sort_unstable();
            prop_assert!(indices.into_iter().eq(0..options.len()));
        }

        #[test]
        fn whole_numbers_are_always_sorted(numbers in prop::collection::vec(any::<i32>(), 0..8), seed: u32) {
            let texts: Vec<String> = numbers.iter().map(i32::to_string).collect();
            let options: Vec<&str> = texts.iter().map(String::as_str).collect();
            let order = order(&options, seed);
            prop_assert!(order.iter().map(|index| numbers[*index]).is_sorted());
        }
    }
}
