//! Does the schedule reach its target, with fewer reviews than SM-2, for a learner whose memory follows other laws than FSRS?
//! And what is known where answers can be guessed? Prints JSON:
//!
//! ```text
//! cargo run --release --example simulate_learner
//! ```
//!
//! Two years, 1,000 questions, ten new ones a day, 20 learners. `reached` is the share known when asked, first questions left
//! out; `reviews` counts these. SM-2's intervals are stretched until it reaches the same recall.

#![allow(clippy::print_stdout, reason = "an example prints what it found")]

mod memory;
mod sm2;

use memory::Remembered;
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use sm2::{Card, Variant};
use torus::bank::Kind;
use torus::moment::Moment;
use torus::schedule::{Evidence, FEWEST_REVIEWS, Fit, FitProgress, Memory, Model, StudyDay, Target, fit};
use torus::sitting::Certainty;

const SEEDS: u64 = 20;
const DAYS: i32 = 730;
const QUESTIONS: usize = 1000;
const NEW_A_DAY: usize = 10;
/// The share of questions whose answer is known beforehand.
const KNOWN_AT_FIRST: f64 = 0.3;

fn main() {
    let fitted = total(|seed| ours(seed, Asked::TYPED, true));
    let unfitted = total(|seed| ours(seed, Asked::TYPED, false));
    let sm2_for = |measure: Measure| {
        let both = [Variant::Paper, Variant::Common];
        let both = both.map(|variant| (variant, sm2_reaching(measure(&fitted), measure, variant)));
        both.into_iter().min_by_key(|(_, (_, tally))| tally.reviews).expect("two variants")
    };
    let (variant, (modifier, sm2)) = sm2_for(Tally::known_share);
    let (_, (_, sm2_over_time)) = sm2_for(Tally::mean_recall);
    let plain_sm2 = total(|seed| with_sm2(seed, 1.0, Variant::Paper));
    let report = json!({
        "target": Target::default().share(),
        "reached": figure(fitted.known_share()),
        "reviews": fitted.reviews,
        "sm2_reached": figure(sm2.known_share()),
        "sm2_reviews": sm2.reviews,
        "seeds": SEEDS,
        "days": DAYS,
        "questions": QUESTIONS,
        "known_on_last_day": figure(fitted.known_on_last_day()),
        "sm2_known_on_last_day": figure(sm2.known_on_last_day()),
        "over_all_days": {
            "mean_recall": figure(fitted.mean_recall()),
            "reviews": fitted.reviews,
            "sm2_mean_recall": figure(sm2_over_time.mean_recall()),
            "sm2_reviews": sm2_over_time.reviews,
        },
        "sm2_variant": format!("{variant:?}").to_lowercase(),
        "sm2_interval_modifier": figure(modifier),
        "sm2_as_published": {
            "reached": figure(plain_sm2.known_share()),
            "reviews": plain_sm2.reviews,
            "known_on_last_day": figure(plain_sm2.known_on_last_day()),
        },
        "with_default_parameters_alone": {
            "reached": figure(unfitted.known_share()),
            "reviews": unfitted.reviews,
            "known_on_last_day": figure(unfitted.known_on_last_day()),
        },
        "guessing": guessing(),
    });
    println!("{}", serde_json::to_string_pretty(&report).expect("plain values"));
}

/// What "the same recall" is: of what is asked, or of everything met over all days.
type Measure = fn(&Tally) -> f64;

/// What is known where answers can be guessed, by how answers are graded.
fn guessing() -> Vec<Value> {
    let kinds = [(Kind::Choice, 4, "four options"), (Kind::TrueFalse, 2, "true or false")];
    let grades = [
        (Grades::Naive, "naive: right is right"),
        (Grades::GuessAware, "guess-aware, certainty not asked"),
        (Grades::WithCertainty, "guess-aware, certainty asked"),
    ];
    let mut rows = Vec::new();
    for (kind, options, kind_name) in kinds {
        for (grades, name) in grades {
            let tally = total(|seed| ours(seed, Asked { kind, options, grades }, false));
            rows.push(json!({
                "kind": kind_name,
                "grades": name,
                "reviews": tally.reviews,
                "predicted": figure(tally.predicted / tally.reviews as f64),
                "seen_right": figure(tally.right as f64 / tally.reviews as f64),
                "truly_known": figure(tally.known_share()),
                "known_on_last_day": figure(tally.known_on_last_day()),
            }));
        }
    }
    rows
}

fn figure(figure: f64) -> f64 {
    (figure * 1e4).round() / 1e4
}

/// What came of two years.
#[derive(Clone, Copy, Default)]
struct Tally {
    reviews: u64,
    known: u64,
    right: u64,
    predicted: f64,
    known_at_end: f64,
    questions: u64,
    /// Recall of all questions met so far, summed up over days that are sampled, and how many these were.
    recall: f64,
    recalled: u64,
}

impl Tally {
    fn known_share(&self) -> f64 {
        self.known as f64 / self.reviews as f64
    }

    fn known_on_last_day(&self) -> f64 {
        self.known_at_end / self.questions as f64
    }

    /// Looks, every tenth day, at what is known of all questions met so far.
    fn sample(&mut self, day: i32, met: &[Remembered]) {
        const EVERY_DAYS: i32 = 10;
        if day % EVERY_DAYS == 0 {
            self.recall += met.iter().map(|question| question.recall_on(day)).sum::<f64>();
            self.recalled += met.len() as u64;
        }
    }

    fn mean_recall(&self) -> f64 {
        self.recall / self.recalled as f64
    }

    fn plus(self, other: Self) -> Self {
        Self {
            reviews: self.reviews + other.reviews,
            known: self.known + other.known,
            right: self.right + other.right,
            predicted: self.predicted + other.predicted,
            known_at_end: self.known_at_end + other.known_at_end,
            questions: self.questions + other.questions,
            recall: self.recall + other.recall,
            recalled: self.recalled + other.recalled,
        }
    }

    fn end(mut self, learner: &[Remembered]) -> Self {
        self.known_at_end = learner.iter().map(|question| question.recall_on(DAYS)).sum();
        self.questions = learner.len() as u64;
        self
    }
}

/// All learners together, on as many threads as there are processors.
fn total(simulate: impl Fn(u64) -> Tally + Sync) -> Tally {
    let threads = std::thread::available_parallelism().map_or(1, |count| count.get() as u64);
    let of_thread =
        |first: u64| (first..SEEDS).step_by(threads as usize).map(&simulate).fold(Tally::default(), Tally::plus);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|first| scope.spawn(move || of_thread(first))).collect();
        workers.into_iter().map(|worker| worker.join().expect("no panic")).fold(Tally::default(), Tally::plus)
    })
}

fn new_learner(seed: u64) -> (ChaCha8Rng, Vec<Remembered>) {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let learner = memory::learner(&mut chance);
    let question = |_| {
        let is_known = chance.random_range(0.0..1.0) < KNOWN_AT_FIRST;
        Remembered::new(learner, is_known, &mut chance)
    };
    let questions = (0..QUESTIONS).map(question).collect();
    (chance, questions)
}

/// How answers become grades.
#[derive(Clone, Copy, PartialEq)]
enum Grades {
    /// A right answer is good, as nearly every scheduler takes it.
    Naive,
    /// As Torus takes it where nobody asks how sure the learner is.
    GuessAware,
    /// As Torus takes it where the learner says honestly how sure.
    WithCertainty,
}

/// How questions are asked.
#[derive(Clone, Copy)]
struct Asked {
    kind: Kind,
    /// 0 where nothing can be guessed.
    options: u32,
    grades: Grades,
}

impl Asked {
    const TYPED: Self = Self { kind: Kind::Text, options: 0, grades: Grades::Naive };

    fn guesses_right(self, chance: &mut ChaCha8Rng) -> bool {
        self.options > 0 && chance.random_range(0..self.options) == 0
    }

    fn evidence(self, day: i32, is_known: bool, is_right: bool) -> Evidence {
        const DAY_MS: i64 = 86_400_000;
        let sure = if is_known { Certainty::Middling } else { Certainty::Low };
        Evidence {
            kind: if self.grades == Grades::Naive { Kind::Text } else { self.kind },
            mark: f64::from(u8::from(is_right)),
            certainty: (self.grades == Grades::WithCertainty).then_some(sure),
            hints_used: 0,
            is_given_up: false,
            answered_at: Moment { unix_ms: i64::from(day) * DAY_MS + DAY_MS / 2, offset_secs: 0 },
        }
    }
}

/// Two years under our schedule; with `is_fitting` the parameters are fitted whenever the reviews have doubled.
fn ours(seed: u64, asked: Asked, is_fitting: bool) -> Tally {
    let (mut chance, mut learner) = new_learner(seed);
    let (mut model, mut next_fit) = (Model::default(), FEWEST_REVIEWS);
    let mut answers: Vec<Vec<Evidence>> = vec![Vec::new(); QUESTIONS];
    let mut memories: Vec<Option<Memory>> = vec![None; QUESTIONS];
    let mut tally = Tally::default();
    for day in 0..DAYS {
        let met = ((day as usize + 1) * NEW_A_DAY).min(QUESTIONS);
        for at in 0..met {
            let before = memories[at];
            if before.is_some_and(|memory| !memory.is_due(StudyDay(day), Target::default(), &model)) {
                continue;
            }
            let is_known = chance.random_range(0.0..1.0) < learner[at].recall_on(day);
            let is_right = is_known || asked.guesses_right(&mut chance);
            if let Some(memory) = before {
                tally.reviews += 1;
                tally.known += u64::from(is_known);
                tally.right += u64::from(is_right);
                tally.predicted += memory.recall_on(StudyDay(day), &model);
            }
            learner[at].asked(day, is_known);
            let evidence = asked.evidence(day, is_known, is_right);
            memories[at] = Some(Memory::after(before.as_ref(), &evidence, &model));
            answers[at].push(evidence);
        }
        tally.sample(day, &learner[..met]);
        if is_fitting && tally.reviews as usize >= next_fit {
            next_fit *= 2;
            if let Fit::Better { parameters, .. } = fit(&answers, &model, &FitProgress::default()) {
                model = Model::with_parameters(parameters).expect("sane");
                memories = answers.iter().map(|answers| Memory::of(answers, &model)).collect();
            }
        }
    }
    tally.end(&learner)
}

/// SM-2 with its intervals stretched until it reaches that recall, and by how much.
fn sm2_reaching(recall: f64, measure: Measure, variant: Variant) -> (f64, Tally) {
    const STEPS: u32 = 14;
    let (mut short, mut long) = (0.05_f64, 8.0_f64);
    for _ in 0..STEPS {
        let modifier = (short * long).sqrt();
        let reached = measure(&total(|seed| with_sm2(seed, modifier, variant)));
        if reached > recall { short = modifier } else { long = modifier }
    }
    let modifier = (short * long).sqrt();
    (modifier, total(|seed| with_sm2(seed, modifier, variant)))
}

fn with_sm2(seed: u64, modifier: f64, variant: Variant) -> Tally {
    let (mut chance, mut learner) = new_learner(seed);
    let mut cards = vec![(Card::NEW, 0_i32); QUESTIONS];
    let mut tally = Tally::default();
    for day in 0..DAYS {
        let met = ((day as usize + 1) * NEW_A_DAY).min(QUESTIONS);
        for at in 0..met {
            let (card, due) = cards[at];
            if due > day {
                continue;
            }
            let is_known = chance.random_range(0.0..1.0) < learner[at].recall_on(day);
            if card.is_met() {
                tally.reviews += 1;
                tally.known += u64::from(is_known);
            }
            learner[at].asked(day, is_known);
            let (card, days) = card.after(is_known, modifier, variant);
            cards[at] = (card, day + days);
        }
        tally.sample(day, &learner[..met]);
    }
    tally.end(&learner)
}
