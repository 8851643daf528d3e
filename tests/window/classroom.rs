//! A class that was simulated: 28 learners, each with a file of their own, and one question with a wrong key.

use crate::journey::Journey;
use crate::world::START;
use std::path::PathBuf;
use torus::bank::{Kind, Mode};
use torus::moment::Moment;
use torus::report::ResponsesCsv;
use torus::sitting::{ResponseRecord, State, Verdict};
use uuid::Uuid;

/// How many learners there are.
pub const LEARNERS: usize = 28;
/// What is asked where the key is wrong: the best choose Tungsten, and the key says Carbon.
pub const WRONG_KEY: &str = "Which materials did JET take over from ITER?";

/// Prompt, topic, key, other options, and how hard it is in logits.
const QUESTIONS: [(&str, &str, &str, [&str; 3], f64); 9] = [
    ("Which year did JET start operating under EUROfusion?", "Dates", "2014", ["1983", "1997", "2021"], -0.2),
    ("How many megajoules did JET report in 2021?", "Records", "59", ["22", "69", "100"], -0.8),
    (WRONG_KEY, "Materials", "Carbon", ["Beryllium", "Tungsten", "Steel"], 0.4),
    (
        "Who headed JET’s design team in 1977?",
        "People",
        "Paul-Henri Rebut",
        ["Lev Artsimovich", "Ada Lovelace", "Igor Tamm"],
        -3.0,
    ),
    ("At which summit was the design of ITER agreed?", "Dates", "Geneva", ["Reykjavik", "Malta", "Paris"], 0.1),
    ("Which three joined ITER later?", "People", "China, India and Korea", ["Japan", "Canada", "Brazil"], 0.5),
    ("What is the first wall of ITER made of now?", "Materials", "Tungsten", ["Beryllium", "Steel", "Carbon"], 1.6),
    (
        "Which coil is in the middle of a tokamak?",
        "Machines",
        "The solenoid",
        ["The cryostat", "The divertor", "The blanket"],
        -0.6,
    ),
    (
        "What carries heat out of the plasma’s edge?",
        "Materials",
        "The divertor",
        ["The solenoid", "The window", "The crane"],
        1.4,
    ),
];

const NAMES: [&str; LEARNERS] = [
    "Ada", "Ben", "Cid", "Dora", "Emil", "Fay", "Gus", "Hana", "Ida", "Jon", "Kai", "Lea", "Max", "Nia", "Otto", "Pia",
    "Quin", "Rosa", "Sam", "Tea", "Uwe", "Vera", "Will", "Xena", "Yara", "Zoe", "Ines", "Ada",
];

/// A stream of chance that is the same at each run (SplitMix64).
struct Chance(u64);

impl Chance {
    /// From 0 to 1.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// About as a bell curve, of spread 1.
    fn bell(&mut self) -> f64 {
        (0..12).map(|_| self.next()).sum::<f64>() - 6.0
    }
}

/// Writes the class, a file a learner, into a folder beside the data; gives the folder.
pub fn write(journey: &Journey) -> PathBuf {
    let mut chance = Chance(7);
    for (learner, name) in NAMES.iter().enumerate() {
        let records = sitting(learner, &mut chance);
        journey.write(&format!("class/{learner:02}-{name}.csv"), &csv(&records));
    }
    journey.path("class")
}

/// The sittings of so many learners, who are called as those of the class are, in turn.
pub fn sittings_of(learners: usize) -> Vec<ResponseRecord> {
    let mut chance = Chance(11);
    (0..learners)
        .flat_map(|learner| {
            let mut records = sitting(learner % 24, &mut chance);
            for record in &mut records {
                record.learner_id = Uuid::from_u128(0xC1A5_1000_0000 + learner as u128);
                record.sitting_id = Uuid::from_u128(0x5177_1000_0000 + learner as u128);
            }
            records
        })
        .collect()
}

/// The table of these records, as it is exported.
pub fn csv(records: &[ResponseRecord]) -> String {
    let mut csv = ResponsesCsv::new(Vec::new(), true).expect("a table");
    records.iter().for_each(|record| csv.write(record).expect("a row"));
    String::from_utf8(csv.finish().expect("the end")).expect("text")
}

/// One learner's sitting; the last two have not finished.
fn sitting(learner: usize, chance: &mut Chance) -> Vec<ResponseRecord> {
    let ability = 0.9 + 1.1 * chance.bell();
    let started_at = Moment { unix_ms: START.unix_ms - 86_400_000 * 3 + 60_000 * learner as i64, ..START };
    let is_finished = !(24..26).contains(&learner);
    let records = QUESTIONS.iter().enumerate().map(|(place, (prompt, topic, key, others, hard))| {
        let is_right = chance.next() < 1.0 / (1.0 + (hard - 1.6 * ability).exp());
        // Those who know it choose what is right, and the key says something else.
        let knows = if *prompt == WRONG_KEY { "Tungsten" } else { key };
        let wrong = others[if chance.next() < 0.6 { 0 } else { 1 + usize::from(chance.next() < 0.5) }];
        let wrong = if wrong == knows { key } else { wrong };
        let response = if is_right { knows } else { wrong };
        let is_right = response == *key;
        let mut options: Vec<&str> = others.to_vec();
        options.push(key);
        options.sort_unstable();
        ResponseRecord {
            learner_name: NAMES[learner].into(),
            learner_id: Uuid::from_u128(0xC1A5_0000 + (learner as u128 * 7919) % 1009),
            sitting_id: Uuid::from_u128(0x5177_0000 + learner as u128),
            bank_id: "machines-7b".into(),
            bank_title: "Machines: JET and ITER".into(),
            quiz_id: "".into(),
            mode: Mode::Test,
            seed: 1,
            started_at,
            finished_at: is_finished.then_some(Moment { unix_ms: started_at.unix_ms + 600_000, ..started_at }),
            state: if is_finished { State::Finished } else { State::InProgress },
            position: place as u32 + 1,
            attempt: 1,
            question_id: format!("q{place}"),
            question_hash: format!("{place:04x}"),
            kind: Kind::Choice,
            topic: (*topic).into(),
            prompt: (*prompt).into(),
            options: options.join("; "),
            response: Some(response.into()),
            correct_response: (*key).into(),
            score: f64::from(u8::from(is_right)),
            max_score: 1.0,
            verdict: if is_right { Verdict::Correct } else { Verdict::Wrong },
            note: None,
            certainty: None,
            hints_used: 0,
            duration_ms: 8_000 + (chance.next() * 20_000.0) as u64,
            answered_at: Some(Moment { unix_ms: started_at.unix_ms + 60_000 * (place as i64 + 1), ..started_at }),
            is_flagged: false,
            is_overruled: false,
            remark: if learner == 4 && *prompt == WRONG_KEY { "It took over tungsten!".into() } else { "".into() },
            counts_for_review: true,
            marked_score: None,
        }
    });
    records.collect()
}

impl Journey {
    /// Opens the class's page with the class on it.
    pub fn open_class(&mut self) {
        let folder = write(self);
        self.world.chooses_for_class(&[folder]);
        self.go("Teach");
        self.click("Add a folder…");
        self.wait_for_class();
    }

    /// Waits until the class is read.
    pub fn wait_for_class(&mut self) {
        self.wait_until("the class is read", |journey| {
            let teach = &journey.app().model().teach;
            !teach.is_reading && teach.view.is_some()
        });
    }
}
