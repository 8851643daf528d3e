//! Which questions on one fact earn their place: no part of it is asked for twice, and only the best few stay. Changes no
//! question.

use crate::bank::{Answer, Kind};
use crate::facts::generate::builder::{Builder, Proposal};
use crate::facts::generate::index::Knowledge;
use crate::facts::generate::kinds::text;
use crate::facts::generate::report::Reason;
use crate::facts::generate::sentence::Slot;
use crate::facts::generate::stable_hash;

/// The questions on one fact that stay, in their order; `outdone` hears of each that goes.
pub(crate) fn earned(
    builder: &Builder,
    proposals: Vec<Proposal>,
    per_fact: u32,
    mut outdone: impl FnMut(&Proposal, Reason),
) -> Vec<Proposal> {
    let kept = without_twins(builder, proposals, &mut outdone);
    let most = usize::try_from(per_fact).unwrap_or(usize::MAX);
    let mut ranked: Vec<usize> = (0..kept.len()).collect();
    ranked.sort_by(|one, other| value(&kept[*other]).total_cmp(&value(&kept[*one])).then(one.cmp(other)));
    let stays = |index: &usize| ranked.iter().take(most).any(|best| best == index);
    let mut left = Vec::with_capacity(kept.len().min(most));
    for (index, proposal) in kept.into_iter().enumerate() {
        if stays(&index) { left.push(proposal) } else { outdone(&proposal, Reason::Crowded) }
    }
    left
}

/// How much a teacher would miss what is told of a fact: the more is known of it and of what it is about, the more.
pub(crate) fn of_fact(knowledge: &Knowledge, fact: u32) -> u32 {
    const CENTRAL: usize = 3;
    let known = knowledge.fact(fact);
    let is_there = |text: &str| u32::from(!text.trim().is_empty());
    let is_central = knowledge.about[known.subject as usize].len() >= CENTRAL;
    is_there(&known.fact.more) + is_there(&known.fact.hint) + u32::from(is_central)
}

/// One question at the most for each part: a choice, a name or a number to be typed, or a gap.
fn without_twins(
    builder: &Builder,
    mut proposals: Vec<Proposal>,
    outdone: &mut impl FnMut(&Proposal, Reason),
) -> Vec<Proposal> {
    for asked in [Slot::Object, Slot::Subject, Slot::Year] {
        let ranks: Vec<Option<u8>> = proposals
            .iter()
            .map(|proposal| (proposal.asks == Some(asked)).then(|| rank(builder, proposal, asked)))
            .collect();
        let Some(best) = ranks.iter().copied().flatten().min() else { continue };
        let mut ranks = ranks.into_iter();
        proposals.retain(|proposal| {
            let stays = ranks.next().flatten().is_none_or(|rank| rank == best);
            if !stays {
                outdone(proposal, Reason::AskedOtherwise);
            }
            stays
        });
    }
    proposals
}

/// Which form is taken where several ask for one part: 0 is the first. Some names are to be recalled, most recognised; a
/// year is seldom worth recalling, and nor is what is long or told once.
fn rank(builder: &Builder, proposal: &Proposal, asked: Slot) -> u8 {
    const ONE_IN: usize = 3;
    let fact = proposal.facts[0];
    let slug = &builder.known(fact).slug;
    let is_turn = stable_hash::below(ONE_IN, &[slug, "recall"]) == 0;
    match proposal.question.kind() {
        Kind::Choice => 1,
        Kind::Text if is_turn && !text::is_trivia(builder.knowledge, fact, asked) => 0,
        Kind::Number if is_turn && asked == Slot::Object => 0,
        Kind::Text | Kind::Number => 2,
        Kind::Cloze
        | Kind::Choices
        | Kind::TrueFalse
        | Kind::Order
        | Kind::Match
        | Kind::Categorise
        | Kind::Hotspot
        | Kind::Calculated
        | Kind::Recall => 3,
    }
}

/// What is asked first: the object, when it was, then the subject; the nearer the wrong answers the better. Statements and
/// gaps take turns with the subject, so that not every fact is asked alike.
fn value(proposal: &Proposal) -> f32 {
    const TURN: f32 = 0.2;
    let turn = || {
        let place = stable_hash::below(3, &[&proposal.question.id, "turn"]);
        TURN * (place as f32 - 1.0) / 2.0
    };
    let is_statement = matches!(proposal.question.answer, Answer::TrueFalse(_));
    let base = match proposal.asks {
        Some(Slot::Object) => 1.0,
        Some(Slot::Year) => 0.85,
        Some(Slot::Subject | Slot::Note) => 0.7,
        None if is_statement => 0.65 + turn(),
        None => 0.6 + turn(),
    };
    let is_few = matches!(&proposal.question.answer, Answer::Choice { distractors, .. } if distractors.len() < 3);
    let few = if is_few { 0.1 } else { 0.0 };
    base + 0.2 * proposal.question.difficulty.unwrap_or(0.0) - few
}
