//! Flags in simulated classes: how many planted flaws are found, and how many sound questions are flagged.

use crate::given::{Given, Questions, class_with, mark, question, version};
use crate::random::Chance;
use torus::bank::Kind;
use torus::class::{Flag, MeasuringOptions, measure};
use torus::sitting::Certainty;

/// Questions of a test; the first three have a flaw each, the others are sound.
const QUESTIONS: usize = 30;
const OPTIONS: [&str; 4] = ["a", "b", "c", "d"];

/// A choice: how hard it is, and how its wrong options draw those who do not know.
struct Planted {
    difficulty: f64,
    draws: [f64; 3],
    /// The option that the table calls right; 0 is.
    key: usize,
    /// A second option that can be read as right by this share of those who know.
    other_reading: f64,
}

impl Planted {
    fn sound(chance: &mut Chance) -> Self {
        // Shares of wrong answers as they are in tests that were tried: the weakest draws one in eight of them.
        let weak = 0.125 + 0.2 * chance.unit();
        let strong = (1.0 - weak) * (0.45 + 0.2 * chance.unit());
        Self {
            difficulty: -0.5 + chance.normal(),
            draws: [strong, 1.0 - weak - strong, weak],
            key: 0,
            other_reading: 0.0,
        }
    }

    /// The option that a learner chooses, and whether by knowing it.
    fn choose(&self, chance: &mut Chance, ability: f64) -> (usize, bool) {
        let knows = chance.unit() < 1.0 / (1.0 + (self.difficulty - ability).exp());
        if knows {
            return (usize::from(chance.unit() < self.other_reading), true);
        }
        // Who does not know guesses one time in four.
        if chance.unit() < 0.25 {
            return (chance.below(4), false);
        }
        let at = chance.unit();
        let [first, second, _] = self.draws;
        (
            if at < first {
                1
            } else if at < first + second {
                2
            } else {
                3
            },
            false,
        )
    }
}

fn planted(chance: &mut Chance) -> Vec<Planted> {
    let mut planted: Vec<Planted> = (0..QUESTIONS).map(|_| Planted::sound(chance)).collect();
    (planted[0].key, planted[0].difficulty) = (1, -0.5);
    planted[1].draws = [0.6, 0.4, 0.0];
    (planted[2].other_reading, planted[2].difficulty) = (0.5, -0.5);
    planted
}

/// A class that took all questions. Whoever chose the other reading sets the mark aside one time in three.
fn simulated(chance: &mut Chance, learners: usize) -> (Vec<Given>, Questions) {
    let planted = planted(chance);
    let mut given = Vec::new();
    for learner in 0..learners {
        let ability = chance.normal();
        for (place, flawed) in planted.iter().enumerate() {
            let (option, knows) = flawed.choose(chance, ability);
            let is_right = option == flawed.key;
            let may_object = flawed.other_reading > 0.0 && knows && !is_right;
            given.push(Given {
                position: place as u32 + 1,
                response: Some(OPTIONS[option].to_owned()),
                certainty: Some(if knows { Certainty::High } else { Certainty::Low }),
                is_overruled: may_object && chance.below(3) == 0,
                ..mark(&format!("{learner:03}"), &format!("{place:02}"), f64::from(u8::from(is_right)))
            });
        }
    }
    let questions = planted.iter().enumerate().map(|(place, planted)| {
        // A dead distractor cannot be guessed either.
        question(&format!("{place:02}"), Kind::Choice, vec![version("v", OPTIONS[planted.key], &OPTIONS)])
    });
    (given, questions.collect())
}

/// How often what was raised, of how many.
#[derive(Default)]
struct Raised {
    classes: f64,
    sound: f64,
    wrong_key: f64,
    dead: f64,
    ambiguous: f64,
    sound_key: f64,
    sound_dead: f64,
    sound_ambiguous: f64,
}

impl Raised {
    fn of(learners: usize, classes: usize) -> Self {
        let mut chance = Chance(1_000 + learners as u64);
        let mut raised = Self::default();
        for _ in 0..classes {
            raised.add(&mut chance, learners);
        }
        raised
    }

    fn add(&mut self, chance: &mut Chance, learners: usize) {
        let (mut given, questions) = simulated(chance, learners);
        // Nobody picks the dead distractor, by guessing either.
        for given in given.iter_mut().filter(|given| given.question == "01" && given.response.as_deref() == Some("d")) {
            given.response = Some("b".to_owned());
        }
        let class = class_with(&given, &questions, &[]);
        let figures = measure(&class, &MeasuringOptions::default());
        self.classes += 1.0;
        for item in &figures.items {
            let has = |is: fn(&Flag) -> bool| f64::from(u8::from(item.flags.iter().any(is)));
            let key = has(|flag| matches!(flag, Flag::CheckKey { .. }));
            let dead = has(|flag| matches!(flag, Flag::NobodyPicks { .. }));
            let ambiguous = has(|flag| matches!(flag, Flag::Ambiguous));
            match item.question {
                0 => self.wrong_key += key,
                1 => self.dead += dead,
                2 => self.ambiguous += ambiguous,
                _ => {
                    self.sound += 1.0;
                    self.sound_key += key;
                    self.sound_dead += dead;
                    self.sound_ambiguous += ambiguous;
                }
            }
        }
    }
}

#[test]
fn sound_keys_are_seldom_doubted_and_wrong_ones_often() {
    for (learners, least) in [(8, 0.0), (12, 0.0), (20, 0.5), (30, 0.7), (60, 0.9)] {
        let raised = Raised::of(learners, 60);
        assert!(raised.sound_key <= raised.sound / 50.0, "{learners}: {} of {}", raised.sound_key, raised.sound);
        assert!(raised.wrong_key >= least * raised.classes, "{learners}: {} wrong keys found", raised.wrong_key);
    }
}

#[test]
fn below_eight_learners_nothing_is_flagged() {
    let raised = Raised::of(7, 20);
    let all =
        [raised.wrong_key, raised.dead, raised.ambiguous, raised.sound_key, raised.sound_dead, raised.sound_ambiguous];
    assert_eq!(all, [0.0; 6]);
}

/// Prints the table of `docs/statistics.md`.
#[test]
#[ignore = "a table for the docs, which takes a while"]
#[expect(clippy::print_stdout, reason = "what it is for")]
fn table_of_flags() {
    println!(
        "| learners | wrong key | dead distractor | ambiguous | sound: check the key | sound: nobody picks | sound: ambiguous |"
    );
    println!("| --- | --- | --- | --- | --- | --- | --- |");
    for learners in [8, 12, 16, 20, 25, 30, 40, 60, 100, 200] {
        let raised = Raised::of(learners, 200);
        let found = [raised.wrong_key, raised.dead, raised.ambiguous].map(|found| 100.0 * found / raised.classes);
        let sound =
            [raised.sound_key, raised.sound_dead, raised.sound_ambiguous].map(|found| 100.0 * found / raised.sound);
        println!(
            "| {learners} | {:.0} % | {:.0} % | {:.0} % | {:.1} % | {:.1} % | {:.1} % |",
            found[0], found[1], found[2], sound[0], sound[1], sound[2]
        );
    }
}
