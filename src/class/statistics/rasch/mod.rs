//! The Rasch model, by marginal maximum likelihood: each question has a difficulty b, each learner an ability θ from N(0, σ²), and
//! the chance of a right answer is 1 / (1 + e^(b − θ)) (Rasch 1960; Bock & Aitkin 1981, Psychometrika 46:443).
//!
//! A part mark counts as so much of a right answer and the rest of a wrong one (a quasi-likelihood, as for fractional
//! responses: Papke & Wooldridge 1996, Journal of Applied Econometrics 11:619).

mod errors;
mod expectation;
mod fit;
mod grid;
mod responses;

use crate::class::figures::{ClassFigures, RaschFigures, RaschItem};
use crate::class::statistics::counting::Counted;
use crate::class::statistics::moments::Spread;
use expectation::Ability;
use fit::Settings;
use responses::Responses;

/// Adds the fit to the figures: difficulties, abilities and how well these are told apart. Nothing is added where there is
/// nothing to fit, nor where papers do not hang together, since no scale is common to them. `None` where `advance` stops it.
pub(super) fn add(
    figures: &mut ClassFigures,
    counted: &Counted,
    has_prior: bool,
    advance: &dyn Fn(f32) -> bool,
) -> Option<()> {
    let responses = Responses::of(counted, has_prior);
    if !figures.is_comparable || !responses.can_be_fitted() {
        return Some(());
    }
    let fit = fit::fit(&responses, Settings { has_prior, sigma: None }, advance)?;
    let standard_errors = errors::standard_errors(&responses, &fit, has_prior);
    let found = responses.questions.iter().zip(fit.difficulties.iter().zip(standard_errors));
    let mut items = figures.items.iter_mut();
    for (question, (difficulty, standard_error)) in found {
        if let Some(item) = items.find(|item| item.question == *question) {
            item.rasch = Some(RaschItem { difficulty: *difficulty, standard_error });
        }
    }
    let mut learners = figures.learner_figures.iter_mut();
    for (learner, ability) in responses.learners.iter().zip(&fit.abilities) {
        if let Some(figures) = learners.find(|figures| figures.learner == *learner) {
            figures.ability = Some(ability.mean);
            figures.ability_se = Some(ability.variance.sqrt());
        }
    }
    figures.rasch = Some(RaschFigures {
        sigma: fit.sigma,
        log_likelihood: fit.log_likelihood,
        person_reliability: reliability(&fit.abilities),
    });
    Some(())
}

/// The share of the spread of abilities that is no chance: the spread of what is expected of learners, of that and their
/// own uncertainty together.
fn reliability(abilities: &[Ability]) -> Option<f64> {
    let means: Vec<f64> = abilities.iter().map(|ability| ability.mean).collect();
    let uncertain = abilities.iter().map(|ability| ability.variance).sum::<f64>() / abilities.len() as f64;
    let spread = Spread::of(&means).variance()?;
    (spread + uncertain > 0.0).then(|| spread / (spread + uncertain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::{Progress, Quietly};
    use crate::class::model::{Answered, Class, ClassLearner, ClassQuestion, ClassSitting, QuestionVersion};
    use crate::sitting::{State, Verdict};
    use std::collections::BTreeSet;

    /// So many questions, which nobody was asked yet.
    fn questions(count: usize) -> Class {
        let question = |place: usize| ClassQuestion {
            bank: "bank".into(),
            id: format!("item {place:03}").into(),
            kind: None,
            topic: "".into(),
            prompt: "".into(),
            versions: vec![QuestionVersion::default()],
        };
        Class { questions: (0..count).map(question).collect(), ..Class::default() }
    }

    /// The 1,000 persons of LSAT6.
    fn lsat6() -> Class {
        let mut class = questions(5);
        for line in include_str!("../../../../tests/class/data/lsat6.csv").lines().skip(1) {
            let cells: Vec<u32> = line.split(',').map(|cell| cell.parse().expect("a number")).collect();
            for _ in 0..cells[5] {
                add_person(&mut class, &cells[..5]);
            }
        }
        class
    }

    fn add_person(class: &mut Class, marks: &[u32]) {
        let (place, start) = (class.learners.len() as u32, class.answers.len() as u32);
        class.learners.push(ClassLearner { id: place.to_string().into(), ..ClassLearner::default() });
        class.sittings.push(ClassSitting {
            id: format!("{place:04}").into(),
            learner: place,
            bank: "lsat6".into(),
            title: "".into(),
            quiz: "".into(),
            mode: None,
            started_at: None,
            finished_at: None,
            state: State::Finished,
            answers: (start, start + marks.len() as u32),
        });
        class.answers.extend((0..).zip(marks).map(|(question, mark)| Answered {
            sitting: place,
            question,
            version: 0,
            position: question + 1,
            attempt: 1,
            score: f64::from(*mark),
            max_score: 1.0,
            verdict: if *mark == 1 { Verdict::Correct } else { Verdict::Wrong },
            response: None,
            certainty: None,
            hints_used: 0,
            duration_ms: None,
            answered_ms: None,
            is_overruled: false,
            is_flagged: false,
        }));
    }

    fn check(found: &[f64], expected: &[f64], within: f64) {
        let is_near = found.iter().zip(expected).all(|(found, expected)| (found - expected).abs() < within);
        assert!(is_near && found.len() == expected.len(), "{found:?} is not {expected:?}");
    }

    #[test]
    fn lsat6_with_a_given_spread_comes_out_as_published() {
        let class = lsat6();
        let counted = Counted::new(&class, &BTreeSet::new());
        let responses = Responses::of(&counted, false);
        let settings = Settings { has_prior: false, sigma: Some(1.0) };
        let fit = fit::fit(&responses, settings, &|share| Quietly.advance(share)).expect("a fit");
        check(&fit.difficulties, &[-2.8720, -1.0630, -0.2576, -1.3881, -2.2188], 5e-5);
        assert!((fit.log_likelihood - -2_473.054).abs() < 5e-4, "{}", fit.log_likelihood);
        let errors = errors::standard_errors(&responses, &fit, false);
        check(&errors, &[0.1287, 0.0821, 0.0766, 0.0865, 0.1048], 5e-4);
    }

    /// Looking at the part of the grid where a learner was is only quicker: where difficulties have moved far, the whole is
    /// looked at again.
    #[test]
    fn what_is_expected_does_not_hang_on_where_learners_were_before() {
        let mut class = questions(120);
        for right in [10_u32, 60, 110] {
            let marks: Vec<u32> = (0..120).map(|place| u32::from(place < right)).collect();
            add_person(&mut class, &marks);
        }
        let counted = Counted::new(&class, &BTreeSet::new());
        let responses = Responses::of(&counted, true);
        let grid = grid::Grid::new(2.0, 120);
        let mut expectation = expectation::Expectation::new(&responses);
        for difficulty in [0.0, 0.0, 4.0] {
            let difficulties = [difficulty; 120];
            let found = expectation.find(&grid, &difficulties, |_, _, _| {});
            let anew = expectation::Expectation::new(&responses).find(&grid, &difficulties, |_, _, _| {});
            check(&[found.log_likelihood], &[anew.log_likelihood], 1e-9);
            check(&found.learners, &anew.learners, 1e-9);
        }
    }
}
