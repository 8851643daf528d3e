//! Rasch difficulties in simulated classes whose learners had random papers.

use crate::given::{Given, Questions, class_of, mark};
use crate::random::Chance;
use torus::class::{ClassFigures, MeasuringOptions, measure};

/// Questions that there are, and how many of them a paper has.
const POOL: usize = 30;
const PAPER: usize = 20;

/// A class of learners from N(0, 1) and questions from N(0, `spread`²), and the difficulties of these.
fn simulated(chance: &mut Chance, learners: usize, spread: f64) -> (Vec<Given>, Vec<f64>) {
    let difficulties: Vec<f64> = (0..POOL).map(|_| spread * chance.normal()).collect();
    let mut given = Vec::new();
    for learner in 0..learners {
        let ability = chance.normal();
        let mut pool: Vec<usize> = (0..POOL).collect();
        chance.shuffle(&mut pool);
        for (position, question) in (1..).zip(pool.into_iter().take(PAPER)) {
            let is_right = chance.unit() < 1.0 / (1.0 + (difficulties[question] - ability).exp());
            let score = f64::from(u8::from(is_right));
            given.push(Given { position, ..mark(&format!("{learner:03}"), &format!("{question:02}"), score) });
        }
    }
    (given, difficulties)
}

/// Sums of squared errors: of the fit; of the logit of the facility, with half a learner on the other side where all or none
/// were right; and of the logit with half a learner more on either side everywhere.
#[derive(Default)]
struct Errors {
    fit: f64,
    logit: f64,
    with_halves: f64,
    count: f64,
    /// How often the true difficulty was within 1.96 standard errors.
    covered: f64,
}

impl Errors {
    fn add(&mut self, figures: &ClassFigures, questions: &[usize], difficulties: &[f64]) {
        for item in &figures.items {
            let truth = difficulties[questions[item.question as usize]];
            let (n, right) = (f64::from(item.attempts), item.facility.expect("marks") * f64::from(item.attempts));
            let rasch = item.rasch.expect("a difficulty");
            self.fit += (rasch.difficulty - truth).powi(2);
            let inside = right.clamp(0.5, n - 0.5);
            self.logit += (-(inside / (n - inside)).ln() - truth).powi(2);
            self.with_halves += (-((right + 0.5) / (n - right + 0.5)).ln() - truth).powi(2);
            self.covered += f64::from(u8::from((rasch.difficulty - truth).abs() <= 1.96 * rasch.standard_error));
            self.count += 1.0;
        }
    }

    fn of(learners: usize, spread: f64, classes: usize) -> Self {
        let mut chance = Chance(learners as u64);
        let mut errors = Self::default();
        for _ in 0..classes {
            let (given, difficulties) = simulated(&mut chance, learners, spread);
            let class = class_of(&given, &Questions::new());
            let questions: Vec<usize> =
                class.questions.iter().map(|question| question.id.parse().expect("a number")).collect();
            errors.add(&measure(&class, &MeasuringOptions::default()), &questions, &difficulties);
        }
        errors
    }

    fn root(&self, squares: f64) -> f64 {
        (squares / self.count).sqrt()
    }
}

/// Sizes of classes, each with questions that differ less and more.
fn classes(sizes: &[usize]) -> impl Iterator<Item = (usize, f64)> {
    sizes.iter().flat_map(|learners| [(*learners, 1.0), (*learners, 1.5)])
}

#[test]
fn difficulties_are_no_worse_than_the_logit_of_the_facility() {
    for (learners, spread) in classes(&[10, 20, 40]) {
        let errors = Errors::of(learners, spread, 15);
        let (fit, logit) = (errors.root(errors.fit), errors.root(errors.logit));
        assert!(fit <= logit, "{learners} learners: {fit:.3} logits, and {logit:.3} by the facility");
    }
}

/// Prints the table of `docs/statistics.md`.
#[test]
#[ignore = "a table for the docs, which takes a while"]
#[expect(clippy::print_stdout, reason = "what it is for")]
fn table_of_errors() {
    println!("| learners | spread of questions | fit | logit | logit with halves | within 1.96 standard errors |");
    println!("| --- | --- | --- | --- | --- | --- |");
    for (learners, spread) in classes(&[10, 15, 20, 30, 40]) {
        let errors = Errors::of(learners, spread, 400);
        let [fit, logit, halves] = [errors.fit, errors.logit, errors.with_halves].map(|squares| errors.root(squares));
        let covered = 100.0 * errors.covered / errors.count;
        println!("| {learners} | {spread:.1} | {fit:.2} | {logit:.2} | {halves:.2} | {covered:.0} % |");
    }
}
