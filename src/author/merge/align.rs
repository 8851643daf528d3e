//! Finds which blocks of three texts are the same thing, by their keys, or by what they say where an id is another.

use super::blocks::{Block, Key};
use super::renamed::renamed;
use std::collections::HashMap;

/// Blocks of one text.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub text: &'a str,
    pub blocks: &'a [Block],
}

/// A thing, as the place of its block in each text that has it: base, mine, theirs.
pub(super) type Found = [Option<usize>; 3];

/// The things of three texts.
#[derive(Debug, Default)]
pub(super) struct Aligned {
    /// Every thing.
    pub found: Vec<Found>,
    /// Which things each text has, in its order.
    pub orders: [Vec<usize>; 3],
}

/// Aligns three texts; where `have_ids`, things can have got another id.
pub(super) fn align(sides: [Side<'_>; 3], have_ids: bool) -> Aligned {
    let base = sides[0].blocks;
    let mut aligned = Aligned {
        found: (0..base.len()).map(|place| [Some(place), None, None]).collect(),
        orders: [(0..base.len()).collect(), Vec::new(), Vec::new()],
    };
    let of_base: HashMap<&Key, usize> = base.iter().enumerate().map(|(place, block)| (&block.key, place)).collect();
    let mut added: HashMap<&Key, usize> = HashMap::new();
    for which in [1, 2] {
        let blocks = sides[which].blocks;
        let mut things: Vec<Option<usize>> = blocks.iter().map(|block| of_base.get(&block.key).copied()).collect();
        if have_ids {
            pair_renamed(sides[0], sides[which], &mut things);
        }
        for (place, block) in blocks.iter().enumerate() {
            let thing = *things[place].get_or_insert_with(|| {
                *added.entry(&block.key).or_insert_with(|| {
                    aligned.found.push([None; 3]);
                    aligned.found.len() - 1
                })
            });
            aligned.found[thing][which] = Some(place);
            aligned.orders[which].push(thing);
        }
    }
    aligned
}

/// Pairs blocks that are new with those of the base that are gone.
fn pair_renamed(base: Side<'_>, other: Side<'_>, things: &mut [Option<usize>]) {
    let mut is_there = vec![false; base.blocks.len()];
    things.iter().flatten().for_each(|thing| is_there[*thing] = true);
    let is_item = |block: &Block| !block.is_note();
    let gone: Vec<usize> = (0..base.blocks.len()).filter(|at| !is_there[*at] && is_item(&base.blocks[*at])).collect();
    let new: Vec<usize> = (0..things.len()).filter(|at| things[*at].is_none() && is_item(&other.blocks[*at])).collect();
    if gone.is_empty() || new.is_empty() {
        return;
    }
    let own = |side: Side<'_>, places: &[usize]| -> Vec<String> {
        places.iter().map(|place| side.text[side.blocks[*place].own.clone()].to_owned()).collect()
    };
    for (old, now) in renamed(&own(base, &gone), &own(other, &new)) {
        things[new[now]] = Some(gone[old]);
    }
}
