//! Keeps guessing from paying in a bank as a whole: keys among numbers stand low, high and between as chance would have it,
//! and as many statements are true as are false, those true of which there is more to tell.

use crate::bank::{Answer, Question};
use crate::facts::generate::builder::{Builder, Proposal};
use crate::facts::generate::explain;
use crate::facts::generate::stable_hash;

/// Where a key stands among its sorted options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Lowest,
    Between,
    Highest,
}

const PLACES: [Place; 3] = [Place::Lowest, Place::Between, Place::Highest];

impl Place {
    fn of(place: usize, options: usize) -> Self {
        match place {
            0 => Self::Lowest,
            _ if place + 1 == options => Self::Highest,
            _ => Self::Between,
        }
    }

    fn chance(self, options: usize) -> f64 {
        let end = 1.0 / options as f64;
        if self == Self::Between { 1.0 - 2.0 * end } else { end }
    }
}

/// Moves keys and turns statements round where there are too many of one sort.
pub(crate) fn balance(builder: &Builder, proposals: &mut [Proposal]) {
    spread_keys(builder, proposals);
    turn_statements(proposals);
    swap_statements(builder, proposals);
}

fn spread_keys(builder: &Builder, proposals: &mut [Proposal]) {
    let mut counts = [0.0; 3];
    let mut wanted = [0.0; 3];
    let index = |place: Place| PLACES.iter().position(|other| *other == place).unwrap_or(0);
    let options =
        |proposal: &Proposal| proposal.spread.as_ref().and_then(|spread| Some((spread.place, spread.count()? + 1)));
    let mut movable: Vec<usize> = Vec::new();
    for (at, proposal) in proposals.iter().enumerate() {
        let Some((place, options)) = options(proposal) else { continue };
        counts[index(Place::of(place, options))] += 1.0;
        PLACES.iter().for_each(|place| wanted[index(*place)] += place.chance(options));
        movable.push(at);
    }
    movable.sort_by_cached_key(|at| stable_hash::of(&[&proposals[*at].question.id, "move"]));
    for at in movable {
        let proposal = &proposals[at];
        let Some((place, options)) = options(proposal) else { continue };
        let own = index(Place::of(place, options));
        if counts[own] <= wanted[own] {
            continue;
        }
        let Some(spread) = &proposal.spread else { continue };
        let mut places = spread.places();
        places.retain(|place| {
            let other = index(Place::of(*place, options));
            counts[other] + 1.0 <= wanted[other] + 0.5
        });
        places.sort_by(|one, other| {
            let lack = |place: &usize| {
                let other = index(Place::of(*place, options));
                counts[other] - wanted[other]
            };
            lack(one).total_cmp(&lack(other))
        });
        let moved = places.into_iter().find_map(|place| {
            let (mut spread, mut question) = (spread.clone(), proposal.question.clone());
            spread.put(&mut question, place);
            Some((spread, builder.approved(question, &proposal.facts)?))
        });
        if let Some((spread, question)) = moved {
            counts[own] -= 1.0;
            counts[index(Place::of(spread.place, options))] += 1.0;
            proposals[at].question = question;
            proposals[at].spread = Some(spread);
        }
    }
}

/// A true statement of which nothing is left to tell changes places with a false one of which there is: what is put right
/// teaches more than what is said again.
fn swap_statements(builder: &Builder, proposals: &mut [Proposal]) {
    let has_more =
        |fact: u32, statement: &Question| explain::has_more_to_say(builder.knowledge, fact, &statement.prompt);
    let (mut poor, mut rich): (Vec<usize>, Vec<usize>) = Default::default();
    for (at, proposal) in proposals.iter().enumerate() {
        let Answer::TrueFalse(is_true) = proposal.question.answer else { continue };
        let Some(twin) = &proposal.twin else { continue };
        let has_more = has_more(proposal.facts[0], if is_true { &proposal.question } else { twin });
        if is_true && !has_more {
            poor.push(at);
        } else if !is_true && has_more {
            rich.push(at);
        }
    }
    for at in poor.into_iter().zip(rich).flat_map(|(poor, rich)| [poor, rich]) {
        if let Some(twin) = proposals[at].twin.take() {
            let own = std::mem::replace(&mut proposals[at].question, *twin);
            proposals[at].twin = Some(Box::new(own));
        }
    }
}

fn turn_statements(proposals: &mut [Proposal]) {
    let said = |proposal: &Proposal| {
        if let Answer::TrueFalse(is_true) = proposal.question.answer { Some(is_true) } else { None }
    };
    let total = proposals.iter().filter_map(said).count();
    let mut trues = proposals.iter().filter_map(said).filter(|is_true| *is_true).count();
    let mut turnable: Vec<usize> = (0..proposals.len()).filter(|at| proposals[*at].twin.is_some()).collect();
    turnable.sort_by_cached_key(|at| {
        stable_hash::of(&[&proposals[*at].facts[0].to_string(), &proposals[*at].question.prompt, "turn"])
    });
    for at in turnable {
        let falses = total - trues;
        let is_true = said(&proposals[at]) == Some(true);
        // A difference of one cannot be mended.
        let is_too_many = if is_true { trues > falses + 1 } else { falses > trues + 1 };
        if is_too_many && let Some(twin) = proposals[at].twin.take() {
            let own = std::mem::replace(&mut proposals[at].question, *twin);
            proposals[at].twin = Some(Box::new(own));
            trues = if is_true { trues - 1 } else { trues + 1 };
        }
    }
}
