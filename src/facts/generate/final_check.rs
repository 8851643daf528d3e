//! The last look at a bank: whatever the check would find in it is mended or left out. Writes no new question.

use crate::bank::judge;
use crate::bank::lints::KeyPlace;
use crate::bank::{Answer, Bank, Problem, Question, Warning};
use crate::facts::generate::builder::Proposal;
use crate::facts::generate::stable_hash;

/// Looks at a bank, each after what the one before it found was mended.
const MOST_LOOKS: usize = 64;
/// Where a bank is lopsided, this share of the questions of the larger sort goes before the next look.
const SHARE_DROPPED: f64 = 0.05;

/// The proposals that nothing is wrong with. What is wrong with the bank's own words or its plans stays, for it is the
/// table's.
pub(crate) fn without_findings(bank: &mut Bank, mut proposals: Vec<Proposal>) -> Vec<Proposal> {
    for _ in 0..MOST_LOOKS {
        bank.questions =
            proposals.iter_mut().map(|proposal| std::mem::replace(&mut proposal.question, nothing())).collect();
        let found = judge(bank);
        for (proposal, question) in proposals.iter_mut().zip(bank.questions.drain(..)) {
            proposal.question = question;
        }
        let mut is_left_out = vec![false; proposals.len()];
        let mut is_changed = false;
        for (index, fault) in found {
            is_changed |= match (index, fault) {
                (Some(index), Problem::Warning(Warning::AnswerWithinReach(_) | Warning::TyposConfuse(_))) => {
                    forgive_nothing(&mut proposals[index])
                }
                (Some(index), _) => !std::mem::replace(&mut is_left_out[index], true),
                (None, Problem::Warning(Warning::KeyPosition(found))) => {
                    let is_such = |proposal: &Proposal| KeyPlace::of(&proposal.question) == Some(found.place);
                    leave_out(&proposals, &mut is_left_out, is_such)
                }
                (None, Problem::Warning(Warning::TrueShare(found))) => {
                    let is_such = |proposal: &Proposal| proposal.question.answer == Answer::TrueFalse(found.which);
                    leave_out(&proposals, &mut is_left_out, is_such)
                }
                (None, _) => false,
            };
        }
        if !is_changed {
            break;
        }
        let mut left_out = is_left_out.into_iter();
        proposals.retain(|_| !left_out.next().unwrap_or(false));
    }
    proposals
}

/// What stands in a proposal while its question is looked at.
fn nothing() -> Question {
    Question::of(Answer::TrueFalse(true))
}

/// Whether there was a slip to forgive.
fn forgive_nothing(proposal: &mut Proposal) -> bool {
    let Answer::Text { typos, .. } = &mut proposal.question.answer else { return false };
    std::mem::replace(typos, 0) != 0
}

fn leave_out(proposals: &[Proposal], is_left_out: &mut [bool], is_such: impl Fn(&Proposal) -> bool) -> bool {
    let mut such: Vec<usize> = (0..proposals.len()).filter(|index| is_such(&proposals[*index])).collect();
    such.sort_by_cached_key(|index| stable_hash::of(&[&proposals[*index].question.id, "leave out"]));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a count, rounded up")]
    let count = (such.len() as f64 * SHARE_DROPPED).ceil() as usize;
    such.iter().take(count).for_each(|index| is_left_out[*index] = true);
    count > 0
}
