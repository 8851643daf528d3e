//! The figures of a class computed plainly, as a reader of the formulas would, for random classes.

use crate::given::{Given, Questions, class_of, mark};
use crate::random::Chance;
use std::collections::BTreeMap;
use torus::class::{ClassFigures, MeasuringOptions, measure};

/// A random class: one to thirty learners, one to twelve questions, papers that are equal or drawn, marks right or wrong or in
/// parts, points that differ, negative marks now and then.
pub fn random_class(chance: &mut Chance) -> Vec<Given> {
    let (learners, questions) = (1 + chance.below(30), 1 + chance.below(12));
    let (is_drawn, parts, has_negative) = (chance.below(2) == 0, 1 + chance.below(4), chance.below(4) == 0);
    let points: Vec<f64> = (0..questions).map(|_| 1.0 + chance.below(3) as f64).collect();
    let mut given = Vec::new();
    for learner in 0..learners {
        let ability = chance.normal();
        for (question, points) in points.iter().enumerate() {
            if is_drawn && chance.below(3) == 0 {
                continue;
            }
            let share = (0..parts).filter(|_| chance.normal() < ability).count() as f64 / parts as f64;
            let is_negative = has_negative && share == 0.0 && chance.below(3) == 0;
            let score = points * if is_negative { -0.5 } else { share };
            given.push(Given {
                position: question as u32 + 1,
                max_score: *points,
                ..mark(&format!("{learner:02}"), &format!("{question:02}"), score)
            });
        }
    }
    given
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// n − 1 below.
fn cov(xs: &[f64], ys: &[f64]) -> f64 {
    let (x, y) = (mean(xs), mean(ys));
    xs.iter().zip(ys).map(|(a, b)| (a - x) * (b - y)).sum::<f64>() / (xs.len() as f64 - 1.0)
}

/// Whether there are two values that are more than rounding apart.
fn varies(values: &[f64]) -> bool {
    let ends = values.iter().fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(*value), high.max(*value)));
    values.len() > 1 && ends.1 - ends.0 > 1e-9
}

fn ascending(values: &[f64]) -> Vec<f64> {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values
}

/// The marks of a class: learner, question, points and their maximum.
struct Plain<'a>(&'a [Given]);

impl Plain<'_> {
    fn sums(&self) -> BTreeMap<&str, (f64, f64)> {
        let mut sums = BTreeMap::new();
        for given in self.0 {
            let sum: &mut (f64, f64) = sums.entry(&*given.learner).or_default();
            *sum = (sum.0 + given.score, sum.1 + given.max_score);
        }
        sums
    }

    fn of(&self, question: &str) -> Vec<&Given> {
        self.0.iter().filter(|given| given.question == question).collect()
    }

    /// The share of the points that a learner earned with all else.
    fn rest(&self, of: &Given) -> Option<f64> {
        let others: Vec<&Given> =
            self.0.iter().filter(|given| given.learner == of.learner && given.question != of.question).collect();
        let whole: f64 = others.iter().map(|given| given.max_score).sum();
        (!others.is_empty()).then(|| others.iter().map(|given| given.score).sum::<f64>() / whole)
    }

    fn covariance_with_total(&self, question: &str) -> Option<f64> {
        let sums = self.sums();
        let asked = self.of(question);
        let points: Vec<f64> = asked.iter().map(|given| given.score).collect();
        let totals: Vec<f64> = asked.iter().map(|given| sums[&*given.learner].0 / sums[&*given.learner].1).collect();
        if points.len() < 2 {
            return None;
        }
        Some(if varies(&points) && varies(&totals) { cov(&points, &totals) } else { 0.0 })
    }

    /// α in percent, of those who all had the same questions.
    fn alpha(&self, questions: &[String]) -> Option<f64> {
        let sums = self.sums();
        let totals: Vec<f64> = sums.values().map(|(score, _)| *score).collect();
        if questions.len() < 2 || !varies(&totals) || self.0.len() != sums.len() * questions.len() {
            return None;
        }
        let marks = |question: &String| self.of(question).iter().map(|given| given.score).collect::<Vec<_>>();
        let own: f64 = questions.iter().map(|question| cov(&marks(question), &marks(question))).sum();
        let p = questions.len() as f64;
        Some(100.0 * p / (p - 1.0) * (1.0 - own / cov(&totals, &totals)))
    }
}

fn same(what: &str, found: Option<f64>, expected: Option<f64>) {
    match (found, expected) {
        (None, None) => {}
        (Some(found), Some(expected)) => {
            assert!((found - expected).abs() < 1e-6, "{what}: {found} is not {expected}");
        }
        _ => panic!("{what}: {found:?} is not {expected:?}"),
    }
}

fn compare(given: &[Given], figures: &ClassFigures) {
    let plain = Plain(given);
    let mut questions: Vec<String> = given.iter().map(|given| given.question.clone()).collect();
    questions.sort();
    questions.dedup();
    assert_eq!(figures.items.len(), questions.len());
    let points: f64 = questions.iter().map(|question| plain.of(question)[0].max_score).sum();
    let root = |question: &String| plain.covariance_with_total(question).filter(|cov| *cov >= 0.0).map(f64::sqrt);
    let roots: f64 = questions.iter().filter_map(root).sum();
    for (item, question) in figures.items.iter().zip(&questions) {
        let asked = plain.of(question);
        let shares: Vec<f64> = asked.iter().map(|given| given.score / given.max_score).collect();
        let marks: Vec<f64> = asked.iter().map(|given| given.score).collect();
        assert_eq!(item.attempts as usize, asked.len());
        same("facility", item.facility, Some(mean(&shares)));
        let sd = (marks.len() > 1).then(|| if varies(&marks) { cov(&marks, &marks).sqrt() } else { 0.0 });
        same("sd", item.sd, sd);
        same("intended weight", item.intended_weight, Some(100.0 * asked[0].max_score / points));
        let weight = root(question).filter(|_| roots > 0.0).map(|root| 100.0 * root / roots);
        same("effective weight", item.effective_weight, weight);
        let (own, rest): (Vec<f64>, Vec<f64>) =
            asked.iter().filter_map(|given| Some((given.score / given.max_score, plain.rest(given)?))).unzip();
        let is_told = varies(&own) && varies(&rest);
        let r = is_told.then(|| cov(&own, &rest) / (cov(&own, &own) * cov(&rest, &rest)).sqrt());
        same("discrimination", item.discrimination_index, r.map(|r| 100.0 * r));
        let efficiency = is_told.then(|| 100.0 * cov(&own, &rest) / cov(&ascending(&own), &ascending(&rest)));
        same("efficiency", item.discriminative_efficiency, efficiency);
    }
    let percents: Vec<f64> = plain.sums().values().map(|(score, whole)| 100.0 * score / whole).collect();
    same("mean", figures.scores.mean_percent, Some(mean(&percents)));
    let sd = (percents.len() > 1).then(|| if varies(&percents) { cov(&percents, &percents).sqrt() } else { 0.0 });
    same("sd of scores", figures.scores.sd_percent, sd);
    if figures.is_one_paper {
        same("consistency", figures.internal_consistency, plain.alpha(&questions));
    }
}

#[test]
fn a_thousand_random_classes_come_out_as_the_formulas_say() {
    let mut chance = Chance(14);
    for _ in 0..1_000 {
        let given = random_class(&mut chance);
        if !given.is_empty() {
            let figures = measure(&class_of(&given, &Questions::new()), &MeasuringOptions::default());
            compare(&given, &figures);
        }
    }
}

#[test]
fn the_order_of_rows_changes_nothing() {
    let mut chance = Chance(15);
    for _ in 0..100 {
        let mut given = random_class(&mut chance);
        let before = class_of(&given, &Questions::new());
        chance.shuffle(&mut given);
        let after = class_of(&given, &Questions::new());
        let options = MeasuringOptions::default();
        // The values as they are written, so that a bit that differs shows.
        assert_eq!(format!("{:?}", measure(&before, &options)), format!("{:?}", measure(&after, &options)));
    }
}

/// Learners who are called otherwise come in another order, and sums round otherwise; the figures stay.
#[test]
fn other_names_of_learners_change_nothing() {
    let mut chance = Chance(16);
    for _ in 0..100 {
        let given = random_class(&mut chance);
        if given.is_empty() {
            continue;
        }
        let mut renamed = given.clone();
        for given in &mut renamed {
            let number: u32 = given.learner.parse().expect("a number");
            given.learner = format!("{:02}", 99 - number);
            given.sitting = format!("of {}", given.learner);
        }
        let [one, other] =
            [&given, &renamed].map(|given| measure(&class_of(given, &Questions::new()), &MeasuringOptions::default()));
        for (one, other) in one.items.iter().zip(&other.items) {
            same("facility", one.facility, other.facility);
            same("discrimination", one.discrimination_index, other.discrimination_index);
            same("weight", one.effective_weight, other.effective_weight);
            same("difficulty", one.rasch.map(|rasch| rasch.difficulty), other.rasch.map(|rasch| rasch.difficulty));
            assert_eq!(one.flags, other.flags);
        }
        if one.consistency_basis.is_some_and(|basis| !basis.is_from_rasch) {
            same("consistency", one.internal_consistency, other.internal_consistency);
        }
        same("kurtosis", one.scores.kurtosis, other.scores.kurtosis);
    }
}
