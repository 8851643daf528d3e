//! Our own shuffle over the raw ChaCha8 stream: the shuffles of libraries may change between versions.
//!
//! Another implementation gets the same papers so:
//!
//! 1. **Stream.** ChaCha with 8 rounds, a 64-bit block counter from 0 and a 64-bit nonce. The key is the seed as four
//!    bytes, least significant first, and 28 zero bytes. The nonce tells what the numbers are for, see [`Purpose`].
//!    The stream is read as 32-bit words, least significant byte first.
//! 2. **A number below n.** Let `mask` be the smallest 2ᵏ − 1 that is at least n − 1. Take a word, keep its bits under
//!    `mask`; a result of n or more is thrown away and the next word taken. So no number is likelier than another.
//! 3. **Shuffle** (Fisher–Yates, as Durstenfeld wrote it). For i from the last position down to 1: take a number j
//!    below i + 1 and swap the things at i and j. Nothing is read from the stream for one thing or none.

use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};

/// What numbers are drawn for. Each purpose has a stream of its own, so that one never disturbs another: a question
/// more in one topic leaves the order of the options alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Choosing questions for a line of the plan, counted from 0. Nonce: the line.
    Choosing(u32),
    /// Putting the chosen questions in order. Nonce: 2³².
    Ordering,
    /// Putting options in order for the question at a position of the paper, counted from 0. Nonce: 2·2³² + position.
    Options(u32),
    /// Drawing the values of the question at a position of the paper, counted from 0, one after the other in the
    /// order of its variables: each is the number below the count of values. Nonce: 3·2³² + position.
    Values(u32),
}

/// A source of shuffles, fixed by its seed and its purpose.
#[derive(Debug)]
pub struct Shuffler(ChaCha8Rng);

impl Shuffler {
    /// The same seed and purpose always give the same shuffles.
    pub fn new(seed: u32, purpose: Purpose) -> Self {
        let mut key = [0; 32];
        key[..4].copy_from_slice(&seed.to_le_bytes());
        let mut words = ChaCha8Rng::from_seed(key);
        words.set_stream(purpose.nonce());
        Self(words)
    }

    /// Puts `items` in an order that depends on nothing but their number, the seed and the purpose.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }

    /// A number from 0 to `bound` − 1, each as likely as the others up to a bound of 2³². `bound` is at least 1.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        let mask = bound.next_power_of_two().wrapping_sub(1);
        loop {
            let number = self.0.next_u32() as usize & mask;
            if number < bound {
                return number;
            }
        }
    }
}

impl Purpose {
    fn nonce(self) -> u64 {
        match self {
            Self::Choosing(line) => u64::from(line),
            Self::Ordering => 1 << 32,
            Self::Options(position) => (2 << 32) + u64::from(position),
            Self::Values(position) => (3 << 32) + u64::from(position),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shuffled(seed: u32, purpose: Purpose, count: usize) -> Vec<usize> {
        let mut items: Vec<usize> = (0..count).collect();
        Shuffler::new(seed, purpose).shuffle(&mut items);
        items
    }

    /// The expected orders come from a second implementation, in another language, of the rules at the top.
    #[test]
    fn shuffles_are_the_documented_ones() {
        let check = |seed, purpose, expected: &[usize]| {
            assert_eq!(shuffled(seed, purpose, expected.len()), expected, "seed {seed}, {purpose:?}");
        };
        check(0, Purpose::Choosing(0), &[2, 7, 5, 3, 0, 4, 1, 6]);
        check(1, Purpose::Choosing(0), &[6, 0, 3, 4, 5, 2, 1, 7]);
        check(1, Purpose::Choosing(1), &[0, 3, 5, 6, 1, 2, 7, 4]);
        check(7, Purpose::Ordering, &[0, 5, 7, 4, 3, 2, 6, 9, 1, 8]);
        check(7, Purpose::Options(0), &[3, 4, 1, 0, 2]);
        check(7, Purpose::Options(1), &[4, 2, 3, 0, 1]);
        check(
            u32::MAX,
            Purpose::Options(u32::MAX),
            &[
                37, 20, 10, 15, 34, 22, 8, 24, 31, 39, 16, 27, 29, 36, 35, 7, 13, 32, 9, 33, 18, 25, 14, 2, 5, 4, 1,
                26, 38, 6, 12, 28, 21, 17, 0, 30, 19, 11, 3, 23,
            ],
        );
    }

    /// Test vector TC1 for ChaCha8 with a 256-bit key of zeros (draft-strombergson-chacha-test-vectors-01).
    #[test]
    fn the_stream_is_that_of_chacha8() {
        let mut words = Shuffler::new(0, Purpose::Choosing(0)).0;
        assert_eq!(words.next_u32(), u32::from_le_bytes([0x3e, 0x00, 0xef, 0x2f]));
        assert_eq!(words.next_u32(), u32::from_le_bytes([0x89, 0x5f, 0x40, 0xd6]));
    }

    #[test]
    fn every_order_is_equally_likely() {
        let mut counts = std::collections::HashMap::new();
        let rounds = 24_000;
        for seed in 0..rounds {
            *counts.entry(shuffled(seed, Purpose::Ordering, 4)).or_insert(0_u32) += 1;
        }
        // 24 orders, 1000 expected of each: 200 is more than six standard deviations (√1000 ≈ 32).
        assert_eq!(counts.len(), 24);
        assert!(counts.values().all(|count| count.abs_diff(1000) < 200), "{counts:?}");
    }

    proptest! {
        #[test]
        fn a_shuffle_is_a_permutation(seed: u32, line: u32, count in 0_usize..300) {
            let mut items = shuffled(seed, Purpose::Choosing(line), count);
            items.sort_unstable();
            prop_assert!(items.into_iter().eq(0..count));
        }

        #[test]
        fn purposes_have_streams_of_their_own(seed: u32, index: u32) {
            let purposes = [Purpose::Choosing(index), Purpose::Ordering, Purpose::Options(index), Purpose::Values(index)];
            let orders = purposes.map(|purpose| shuffled(seed, purpose, 60));
            for (place, order) in orders.iter().enumerate() {
                prop_assert!(!orders[..place].contains(order), "{:?}", purposes[place]);
            }
        }
    }
}
