//! What a teacher should look at. By intervals, never by a figure alone: in a class of 20 a good question (r = .30) has a
//! negative correlation one time in ten.

use crate::bank::{Kind, Mode};
use crate::class::figures::{Flag, ItemFigures, KeyDoubt, OptionFigures};
use crate::class::model::{ClassQuestion, ClassSitting};
use crate::class::statistics::counting::Asked;
use crate::class::statistics::trust::Trust;
use crate::class::statistics::{intervals, timing, versions};
use crate::sitting::{Certainty, Verdict};

/// A key whose correlation with the rest is below this, percent, at best, is doubted (Ebel 1965, Measuring educational
/// achievement, calls questions below .20 poor).
const LEAST_DISCRIMINATION: f64 = 10.0;
/// So many more of the upper third must choose a wrong option than the key.
const MORE_OF_THE_BEST: f64 = 3.0;
/// A question that surely more than this share gets right tells nobody apart.
const TOO_EASY: f64 = 0.9;
/// Who does surely no better than chance and this has learned nothing of it.
const ABOVE_CHANCE: f64 = 0.2;
/// More than this share of learners who object, surely, make a question ambiguous.
const MANY_OBJECT: f64 = 0.1;
/// Among those who were sure, more than this share right and more than this share wrong, surely.
const BOTH_SIDES: f64 = 0.2;
/// Three times as long as the median question.
const FAR_LONGER: f64 = 3.0;
/// Fewer questions with times have no median question.
const FEWEST_QUESTIONS: usize = 3;

/// What is known of a question besides its figures.
pub(super) struct Evidence {
    /// Its kind.
    kind: Option<Kind>,
    /// Those who answered.
    answered: u32,
    /// The lower end of the interval of its facility in tests.
    facility_low_in_tests: Option<f64>,
    /// Learners who set its mark aside or remarked on it.
    objectors: u32,
    /// Those who were sure: right and not.
    sure: (u32, u32),
    /// The lower end of the interval of its median time.
    median_low_ms: Option<u32>,
    /// Whether key or options changed.
    has_changed: bool,
}

impl Evidence {
    /// `has_remarked` tells whether a learner said something about the question.
    pub fn of(
        question: &ClassQuestion,
        sittings: &[ClassSitting],
        asked: &[Asked],
        has_remarked: impl Fn(u32) -> bool,
    ) -> Self {
        let is_test = |asked: &&Asked| sittings[asked.row.sitting as usize].mode == Some(Mode::Test);
        let in_tests: Vec<f64> = asked.iter().filter(is_test).map(|asked| asked.share).collect();
        let objects = |asked: &&Asked| asked.answer.is_overruled || has_remarked(asked.row.learner);
        let sure = || asked.iter().filter(|asked| asked.answer.certainty == Some(Certainty::High));
        let right = sure().filter(|asked| asked.answer.verdict == Verdict::Correct).count();
        Self {
            kind: question.kind,
            answered: asked.iter().filter(|asked| timing::is_answered(asked.answer)).count() as u32,
            facility_low_in_tests: intervals::of_mean(&in_tests).map(|(low, _)| low),
            objectors: asked.iter().filter(objects).count() as u32,
            sure: (right as u32, (sure().count() - right) as u32),
            median_low_ms: timing::median_low_ms(asked),
            has_changed: versions::differ(question, asked),
        }
    }
}

/// The median time of the median question, in milliseconds; `None` where too few have times.
pub(super) fn median_question_ms(items: &[ItemFigures]) -> Option<f64> {
    let mut times: Vec<u32> = items.iter().filter_map(|item| item.median_ms).collect();
    times.sort_unstable();
    let middle = times.len() / 2;
    let is_enough = times.len() >= FEWEST_QUESTIONS;
    is_enough.then(|| f64::midpoint(f64::from(times[(times.len() - 1) / 2]), f64::from(times[middle])))
}

/// The flags of a question, most pressing first.
pub(super) fn flags(item: &ItemFigures, evidence: &Evidence, median_question_ms: Option<f64>) -> Vec<Flag> {
    let mut flags: Vec<Flag> = check_key(item, evidence).into_iter().collect();
    let is_enough = Trust::discrimination(item.attempts).is_shown();
    let mut add = |is_raised: bool, flag: Flag| flags.extend(is_raised.then_some(flag));
    add(is_enough && is_ambiguous(item, evidence), Flag::Ambiguous);
    // A fact, and no estimate: however few there are.
    add(evidence.has_changed, Flag::DiffersByVersion);
    add(is_enough && is_too_hard(item), Flag::TooHard);
    add(is_enough && is_slow(evidence, median_question_ms), Flag::Slow);
    flags.extend(nobody_picks(item, evidence));
    if is_enough && evidence.facility_low_in_tests.is_some_and(|low| low > TOO_EASY) {
        flags.push(Flag::TooEasy);
    }
    flags
}

fn check_key(item: &ItemFigures, evidence: &Evidence) -> Option<Flag> {
    let is_hint = hint(item.attempts)?;
    let is_low = item.discrimination_high.is_some_and(|high| high < LEAST_DISCRIMINATION);
    let by_rest = is_low.then_some(KeyDoubt::Discrimination);
    let doubt = best_chose(item, evidence.kind).or(by_rest)?;
    Some(Flag::CheckKey { doubt, is_hint })
}

/// Whether flags of a question that so many were asked are hints; `None` where there are none.
fn hint(attempts: u32) -> Option<bool> {
    match Trust::discrimination(attempts) {
        Trust::TooFew { .. } | Trust::IntervalOnly => None,
        Trust::Hint => Some(true),
        Trust::Sound => Some(false),
    }
}

/// A wrong option that more of the best chose than the key, where there is one key.
fn best_chose(item: &ItemFigures, kind: Option<Kind>) -> Option<KeyDoubt> {
    let mut keys = item.options.iter().filter(|option| option.is_key);
    let key = keys.next().filter(|_| keys.next().is_none())?;
    let is_one = matches!(kind, Some(Kind::Choice | Kind::TrueFalse | Kind::Hotspot));
    let wrong = item.options.iter().filter(|option| is_one && !option.is_key);
    let best = wrong.max_by(|one, other| one.upper.total_cmp(&other.upper))?;
    // Thirds are sums of fractions.
    let is_more = best.upper - key.upper >= MORE_OF_THE_BEST - 1e-9;
    is_more.then(|| KeyDoubt::BestChose { option: best.text.clone() })
}

fn nobody_picks(item: &ItemFigures, evidence: &Evidence) -> impl Iterator<Item = Flag> {
    // Below, a distractor that one in ten chooses stays without takers too often for a hint to be worth reading.
    let hint = hint(evidence.answered);
    let is_unpicked = |option: &&OptionFigures| !option.is_key && option.chosen == 0;
    let has_key = item.options.iter().any(|option| option.is_key);
    let unpicked = item.options.iter().filter(is_unpicked).filter(move |_| has_key);
    unpicked.filter_map(move |option| Some(Flag::NobodyPicks { option: option.text.clone(), is_hint: hint? }))
}

fn is_too_hard(item: &ItemFigures) -> bool {
    let chance = item.random_guess.unwrap_or(0.0) / 100.0;
    item.facility_high.is_some_and(|high| high < chance + ABOVE_CHANCE)
}

fn is_ambiguous(item: &ItemFigures, evidence: &Evidence) -> bool {
    let surely = |part: u32, of: u32| {
        if of > 0 { intervals::wilson(f64::from(part) / f64::from(of), f64::from(of)).0 } else { 0.0 }
    };
    let (right, wrong) = evidence.sure;
    let is_split = surely(right, right + wrong) > BOTH_SIDES && surely(wrong, right + wrong) > BOTH_SIDES;
    surely(evidence.objectors, item.attempts) > MANY_OBJECT || is_split
}

fn is_slow(evidence: &Evidence, median_question_ms: Option<f64>) -> bool {
    let (Some(low), Some(usual)) = (evidence.median_low_ms, median_question_ms) else { return false };
    f64::from(low) > FAR_LONGER * usual
}
