//! Days put together from made-up memories, and the laws of any day.

use super::*;
use crate::bank::Kind;
use crate::moment::Moment;
use crate::schedule::{Evidence, Grade};
use proptest::prelude::*;

const TODAY: StudyDay = StudyDay(20_000);

/// What a bank holds for these tests.
#[derive(Clone, Debug)]
struct Card {
    bank: &'static str,
    id: String,
    topic: String,
    facts: Vec<Box<str>>,
    enemies: Vec<Box<str>>,
    memory: Option<Memory>,
}

fn card(id: &str, memory: Option<Memory>) -> Card {
    Card { bank: "bank", id: id.to_owned(), topic: String::new(), facts: Vec::new(), enemies: Vec::new(), memory }
}

/// A memory of that stability in days, answered last so many days ago.
fn known(stability: f32, days_ago: i32) -> Option<Memory> {
    let evidence = Evidence {
        kind: Kind::Text,
        mark: 1.0,
        certainty: None,
        hints_used: 0,
        is_given_up: false,
        answered_at: Moment { unix_ms: (i64::from(TODAY.0 - days_ago) * 24 + 12) * 3_600_000, offset_secs: 0 },
    };
    Memory::of([&evidence], &Model::default()).map(|memory| Memory { stability, ..memory })
}

struct Day {
    new_per_day: u32,
    daily_limit: u32,
    spreads_backlog: bool,
    exams: HashMap<&'static str, StudyDay>,
}

impl Default for Day {
    fn default() -> Self {
        Self { new_per_day: 10, daily_limit: 100, spreads_backlog: true, exams: HashMap::new() }
    }
}

impl Day {
    fn of(&self, cards: &[Card]) -> Today {
        today(&candidates(cards), &self.wishes(&Model::default()))
    }

    fn wishes<'a>(&'a self, model: &'a Model) -> Wishes<'a> {
        Wishes {
            today: TODAY,
            model,
            target: Target::default(),
            new_per_day: self.new_per_day,
            daily_limit: self.daily_limit,
            spreads_backlog: self.spreads_backlog,
            exams: &self.exams,
        }
    }
}

fn candidates(cards: &[Card]) -> Vec<Candidate<'_>> {
    cards.iter().map(candidate).collect()
}

fn candidate(card: &Card) -> Candidate<'_> {
    Candidate {
        bank_id: card.bank,
        question_id: &card.id,
        topic: &card.topic,
        facts: &card.facts,
        enemies: &card.enemies,
        memory: card.memory.as_ref(),
    }
}

fn ids(cards: &[Card], day: &Today) -> Vec<String> {
    day.order.iter().map(|index| cards[*index].id.clone()).collect()
}

#[test]
fn what_is_due_comes_first_and_new_questions_join_up_to_their_number() {
    let mut cards =
        vec![card("fresh", known(100.0, 1)), card("due", known(10.0, 10)), card("overdue", known(10.0, 30))];
    cards.extend((0..20).map(|number| card(&format!("new {number}"), None)));
    let day = Day { new_per_day: 3, ..Day::default() }.of(&cards);
    assert_eq!(ids(&cards, &day), ["overdue", "due", "new 0", "new 1", "new 2"]);
    assert_eq!((day.due, day.new, day.due_in_all, day.catch_up), (2, 3, 2, None));
}

#[test]
fn what_was_answered_today_counts_towards_the_day() {
    let mut cards = vec![card("done", known(2.0, 0)), card("learned", known(2.0, 0))];
    cards.extend((0..5).map(|number| card(&format!("new {number}"), None)));
    // Both were answered for the first time today.
    let day = Day { new_per_day: 3, ..Day::default() }.of(&cards);
    assert_eq!((day.new, day.due), (1, 0));
    assert_eq!(Day { new_per_day: 2, ..Day::default() }.of(&cards).order, [] as [usize; 0]);
    assert_eq!(Day { daily_limit: 3, ..Day::default() }.of(&cards).order.len(), 1);
}

#[test]
fn a_backlog_is_spread_best_known_first_and_nothing_new_joins() {
    let cards: Vec<Card> = (0..50).map(|age| card(&format!("q{age}"), known(10.0, 11 + age))).collect();
    let mut with_new = cards.clone();
    with_new.push(card("new", None));
    let day = Day { daily_limit: 20, ..Day::default() }.of(&with_new);
    assert_eq!((day.order.len(), day.due, day.new, day.due_in_all), (20, 20, 0, 50));
    assert_eq!(day.catch_up, Some(CatchUp { per_day: 20, days: 3, forgotten: 0 }));
    let taken: HashSet<&str> = day.order.iter().map(|index| &*with_new[*index].id).collect();
    assert!(taken.contains("q0") && !taken.contains("q49"), "{taken:?}");
}

#[test]
fn a_plan_can_be_undone_and_then_all_comes_today() {
    let cards: Vec<Card> = (0..50).map(|age| card(&format!("q{age}"), known(10.0, 11 + age))).collect();
    let day = Day { daily_limit: 20, spreads_backlog: false, ..Day::default() }.of(&cards);
    assert_eq!((day.order.len(), day.catch_up), (50, None));
}

#[test]
fn what_was_forgotten_waits_while_there_is_a_backlog() {
    let mut cards: Vec<Card> = (0..30).map(|age| card(&format!("q{age}"), known(10.0, 11 + age))).collect();
    cards.extend((0..5).map(|number| card(&format!("lost {number}"), known(0.01, 2000))));
    let day = Day { daily_limit: 20, ..Day::default() }.of(&cards);
    assert_eq!(day.catch_up.map(|plan| plan.forgotten), Some(5));
    assert!(ids(&cards, &day).iter().all(|id| !id.starts_with("lost")));
    // Without a backlog they come like everything else, and they first.
    let day = Day::default().of(&cards);
    assert!(ids(&cards, &day)[0].starts_with("lost"));
}

#[test]
fn twins_and_enemies_never_come_on_one_day() {
    let mut cards = vec![card("a", known(10.0, 30)), card("b", known(10.0, 20)), card("c", known(10.0, 15))];
    cards[0].facts = vec!["J7".into()];
    cards[1].facts = vec!["J7".into(), "J8".into()];
    cards[2].enemies = vec!["a".into()];
    let day = Day::default().of(&cards);
    assert_eq!((ids(&cards, &day), day.put_off, day.due_in_all), (vec!["a".to_owned()], 2, 3));
    // In another bank the same ids are other questions.
    cards[1].bank = "other";
    assert_eq!(Day::default().of(&cards).order.len(), 2);
}

#[test]
fn a_twin_of_what_was_answered_today_waits_for_tomorrow() {
    let mut cards = vec![card("done", known(5.0, 0)), card("twin", known(10.0, 30)), card("new twin", None)];
    for card in &mut cards {
        card.facts = vec!["J7".into()];
    }
    let day = Day::default().of(&cards);
    assert_eq!((day.order.len(), day.put_off), (0, 1));
}

#[test]
fn what_is_stubborn_is_set_aside() {
    let stubborn = known(1.0, 5).map(|memory| Memory { missed_days: 8, last_grade: Grade::Again, ..memory });
    let cards = [card("stubborn", stubborn), card("due", known(1.0, 5))];
    let day = Day::default().of(&cards);
    assert_eq!((ids(&cards, &day), day.stubborn), (vec!["due".to_owned()], vec![0]));
}

#[test]
fn topics_are_mixed_where_they_can_be() {
    let mut cards: Vec<Card> = (0..6).map(|number| card(&format!("q{number}"), known(10.0, 20 + number))).collect();
    for (place, card) in cards.iter_mut().enumerate() {
        card.topic = if place < 4 { "JET" } else { "ITER" }.to_owned();
    }
    let day = Day::default().of(&cards);
    let topics: Vec<&str> = day.order.iter().map(|index| &*cards[*index].topic).collect();
    assert_eq!(topics, ["JET", "ITER", "JET", "ITER", "JET", "JET"]);
}

#[test]
fn an_exam_brings_forward_what_would_be_forgotten_by_then() {
    let cards = [
        card("holds", known(400.0, 1)),
        card("fades", known(20.0, 1)),
        card("fades faster", known(12.0, 1)),
        card("new", None),
    ];
    let exams = HashMap::from([("bank", TODAY + 30)]);
    let day = Day { new_per_day: 0, exams: exams.clone(), ..Day::default() }.of(&cards);
    assert_eq!(day.exams.len(), 1);
    let need = &day.exams[0];
    assert_eq!((need.questions, need.per_day, need.day), (3, 1, TODAY + 30));
    assert!(need.recall_then >= 0.9 && need.recall_then < 1.0, "{}", need.recall_then);
    assert_eq!((ids(&cards, &day), day.for_exam), (vec!["new".to_owned()], 1), "least known on the day first");
    let near = Day { new_per_day: 0, exams: HashMap::from([("bank", TODAY + 1)]), ..Day::default() }.of(&cards);
    assert_eq!(near.exams[0].per_day, 1, "by tomorrow what is known now is known still");
    let past = Day { exams: HashMap::from([("bank", TODAY)]), ..Day::default() }.of(&cards);
    assert_eq!(past.exams, []);
}

#[test]
fn what_was_learned_on_one_day_spreads_over_some() {
    let cards: Vec<Card> = (0..300).map(|number| card(&format!("q{number}"), known(60.0, 57))).collect();
    let model = Model::default();
    let memory = cards[0].memory.expect("is known");
    let due_day = memory.due_on(Target::default(), &model);
    let early: Vec<i32> = cards.iter().map(|card| days_early("bank", &card.id, &memory, due_day)).collect();
    for days in 0..=MOST_DAYS_EARLY {
        let count = early.iter().filter(|early| **early == days).count();
        assert!((45..=105).contains(&count), "{count} of 300 come {days} days early");
    }
    let day = Day { daily_limit: 1000, ..Day::default() }.of(&cards);
    assert!((45..=105).contains(&day.due), "{} of 300 come three days early", day.due);
    let short = known(5.0, 5).expect("is known");
    assert_eq!(days_early("bank", "q", &short, short.due_on(Target::default(), &model)), 0);
}

/// Bank, topic, fact, stability and age of a memory, and whether there is an enemy.
type Drawn = (usize, usize, usize, Option<(f32, i32)>, bool);

fn any_cards() -> impl Strategy<Value = Vec<Card>> {
    let card = (0_usize..3, 0_usize..4, 0_usize..6, prop::option::of((0.01_f32..2000.0, 0_i32..800)), any::<bool>());
    prop::collection::vec(card, 0..60).prop_map(|cards| {
        let make = |(number, (bank, topic, fact, memory, has_enemy)): (usize, Drawn)| Card {
            bank: ["one", "two", "three"][bank],
            id: format!("q{number}"),
            topic: format!("topic {topic}"),
            facts: if fact < 4 { vec![format!("F{fact}").into()] } else { Vec::new() },
            enemies: if has_enemy { vec![format!("q{}", number / 2).into()] } else { Vec::new() },
            memory: memory.and_then(|(stability, days_ago)| known(stability, days_ago)),
        };
        cards.into_iter().enumerate().map(make).collect()
    })
}

proptest! {
    #[test]
    fn a_day_holds_what_it_promises(
        cards in any_cards(), new_per_day in 0_u32..8, daily_limit in 0_u32..20, exam in prop::option::of(-3_i32..40),
    ) {
        let exams = exam.map(|days| ("one", TODAY + days)).into_iter().collect();
        let wishes = Day { new_per_day, daily_limit, spreads_backlog: true, exams };
        let day = wishes.of(&cards);
        let distinct: HashSet<usize> = day.order.iter().copied().collect();
        prop_assert_eq!(distinct.len(), day.order.len(), "nothing twice");
        prop_assert_eq!(day.due + day.new + day.for_exam, day.order.len());
        prop_assert!(day.order.len() <= daily_limit as usize);
        prop_assert!(day.new <= new_per_day as usize);
        if day.catch_up.is_some() {
            prop_assert_eq!(day.new, 0);
        }
        let done = |index: &usize| cards[*index].memory.is_some_and(|memory| memory.last_day >= TODAY);
        prop_assert!(!day.order.iter().any(done), "nothing that was answered today");
        prop_assert!(day.order.iter().all(|index| !day.stubborn.contains(index)));
        let candidates = candidates(&cards);
        for (place, one) in day.order.iter().enumerate() {
            for other in &day.order[place + 1..] {
                let (one, other) = (&candidates[*one], &candidates[*other]);
                let is_apart = one.bank_id != other.bank_id
                    || !(one.facts.iter().any(|fact| other.facts.contains(fact))
                        || one.enemies.iter().any(|enemy| **enemy == *other.question_id)
                        || other.enemies.iter().any(|enemy| **enemy == *one.question_id));
                prop_assert!(is_apart, "{:?} and {:?} come on one day", one.question_id, other.question_id);
            }
        }
        // The same memories give the same day.
        prop_assert_eq!(wishes.of(&cards), day);
    }
}

#[test]
fn the_plan_of_the_morning_stands_in_the_evening() {
    let mut cards: Vec<Card> = (0..25).map(|age| card(&format!("q{age}"), known(10.0, 11 + age))).collect();
    cards.push(card("lost", known(0.01, 2000)));
    let day = Day { daily_limit: 20, ..Day::default() };
    assert!(day.of(&cards).catch_up.is_some());
    // Ten of them are done: each was known before, and was answered today.
    for card in &mut cards[..10] {
        card.memory = card.memory.map(|memory| Memory { last_day: TODAY, ..memory });
    }
    let later = day.of(&cards);
    assert!(later.catch_up.is_some(), "16 are left, and the day is not over");
    assert_eq!(later.order.len(), 10);
    assert!(ids(&cards, &later).iter().all(|id| id != "lost"));
}
