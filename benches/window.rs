//! One frame of the library, of a question and of a bank's page, with a bank of 100 and of 100,000 questions on the shelf: a frame must
//! cost the same with both; so must one of the class's page, with 28 and with 20,000 learners. And one frame of every screen there is, with 100,000 questions on the shelf, from the widgets to
//! the triangles. `cargo bench --bench window`

#[allow(dead_code, reason = "the journeys use the rest")]
#[path = "../tests/window/banks.rs"]
mod banks;
#[allow(dead_code, reason = "the journeys use the rest")]
#[path = "../tests/window/classroom.rs"]
mod classroom;
#[allow(dead_code, reason = "the journeys use the rest")]
#[path = "../tests/window/exchanged.rs"]
mod exchanged;
#[allow(dead_code, reason = "the journeys use the rest")]
#[path = "../tests/window/hands.rs"]
mod hands;
#[allow(dead_code, reason = "the journeys use the rest")]
#[path = "../tests/window/journey.rs"]
mod journey;
#[allow(dead_code, reason = "the journeys use the rest")]
#[path = "../tests/window/player.rs"]
mod player;
#[allow(dead_code, reason = "the journeys use the rest")]
#[path = "../tests/window/sight.rs"]
mod sight;
#[path = "../tests/window/tour.rs"]
mod tour;
#[allow(dead_code, reason = "the journeys use the rest")]
#[path = "../tests/window/world.rs"]
mod world;

use divan::Bencher;
use egui_kittest::Harness;
use std::fmt::Write as _;
use std::path::Path;
use torus::app::action::{Page, TeachDeed, TeachPage};
use torus::app::{Action, App, Computer, Start};
use torus::disk::DataFolder;

fn main() {
    divan::main();
}

/// A bank of choices, some 400 bytes a question.
fn bank_text(question_count: usize) -> String {
    let mut text = "Bank(format: 1, id: \"large\", title: \"A large bank\", questions: [\n".to_owned();
    for number in 0..question_count {
        let _ = writeln!(
            text,
            "Question(id: \"q{number}\", topic: \"Topic {}/part\", prompt: \"Which of these belongs to number {number}?\", \
             answer: Choice(correct: \"the one called {number}\", distractors: [\"another one\", \"a third one\", \"a fourth\"]), \
             explanation: \"The one called {number} belongs to it, as the name tells, and the others belong elsewhere.\"),",
            number % 40
        );
    }
    text.push_str("])");
    text
}

fn window(folder: &Path, question_count: usize) -> Harness<'static, App> {
    let data = DataFolder::find(Some(folder.join("data"))).expect("a folder");
    data.make().expect("made");
    let bank = folder.join("large.ron");
    std::fs::write(&bank, bank_text(question_count)).expect("written");
    let mut start = Start::prepare(data, Box::new(Computer::new()), vec![bank]).expect("prepared");
    start.makes_copies = false;
    let mut harness = Harness::builder()
        .with_size(egui::vec2(1280.0, 800.0))
        .build_eframe(move |creation| App::new(&creation.egui_ctx, start));
    while harness.state().model().bank("large").is_none() {
        std::thread::sleep(std::time::Duration::from_millis(20));
        harness.step();
    }
    harness.run_steps(4);
    harness
}

fn apply(harness: &mut Harness<'static, App>, action: Action) {
    let ctx = harness.ctx.clone();
    harness.state_mut().apply(&ctx, action);
    harness.run_steps(4);
}

#[divan::bench(args = [100, 100_000])]
fn library_frame(bencher: Bencher<'_, '_>, question_count: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window(folder.path(), question_count);
    apply(&mut harness, Action::Go(Page::Library));
    bencher.bench_local(|| harness.step());
}

#[divan::bench(args = [100, 100_000])]
fn bank_page_frame(bencher: Bencher<'_, '_>, question_count: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window(folder.path(), question_count);
    let path = folder.path().join("large.ron").display().to_string();
    apply(&mut harness, Action::LookAt(torus::app::action::BankRef::File(path)));
    let is_looked_over = |harness: &Harness<'static, App>| {
        harness.state().model().bank_page.as_ref().is_some_and(|page| page.survey.is_some())
    };
    while !is_looked_over(&harness) {
        std::thread::sleep(std::time::Duration::from_millis(20));
        harness.step();
    }
    harness.run_steps(4);
    bencher.bench_local(|| harness.step());
}

#[divan::bench(args = [100, 100_000])]
fn question_frame(bencher: Bencher<'_, '_>, question_count: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window(folder.path(), question_count);
    let choice = torus::disk::SetupChoice { count: Some(12), ..Default::default() };
    apply(&mut harness, Action::Start { bank_id: "large".into(), choice });
    bencher.bench_local(|| harness.step());
}

/// The class's page over the exports of so many learners, in the list of questions and in that of learners.
#[divan::bench(args = [(28, false), (20_000, false), (28, true), (20_000, true)])]
fn class_frame(bencher: Bencher<'_, '_>, (learners, shows_learners): (usize, bool)) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window(folder.path(), 100);
    let table = folder.path().join("class.csv");
    std::fs::write(&table, class_table(learners)).expect("written");
    apply(&mut harness, Action::Go(Page::Teach));
    apply(&mut harness, Action::Teach(TeachDeed::Add(vec![table])));
    while harness.state().model().teach.view.is_none() {
        std::thread::sleep(std::time::Duration::from_millis(20));
        harness.step();
    }
    let page = if shows_learners { TeachPage::Learners } else { TeachPage::Questions };
    apply(&mut harness, Action::Teach(TeachDeed::Open(page)));
    bencher.bench_local(|| harness.step());
}

/// One quiz of each learner: 10 of 10,000 questions with 20,000 learners, the same 10 with few.
fn class_table(learners: usize) -> String {
    let mut text =
        "learner,sitting,bank,state,position,question,kind,topic,prompt,response,correct_response,score,max_score,\
                    verdict,options,learner_id\n"
            .to_owned();
    for learner in 0..learners {
        for position in 1..=10 {
            let question = (learner * 10 + position) % (learners / 2).max(10);
            let is_right = (learner * 7 + question * 3) % 10 < 6;
            let (response, score, verdict) = if is_right { ("a", 1, "correct") } else { ("b", 0, "wrong") };
            let _ = writeln!(
                text,
                "Learner {learner},s{learner},large,finished,{position},q{question},choice,Topic {},Which belongs to {question}?,\
                 {response},a,{score},1,{verdict},a; b; c,l{learner}",
                question % 40
            );
        }
    }
    text
}

/// Each screen as the tour of the journeys reaches it, with the large bank on the shelf too.
#[divan::bench(args = tour::STOPS.iter().map(|stop| stop.name))]
fn every_screen(bencher: Bencher<'_, '_>, name: &str) {
    let stop = tour::STOPS.iter().find(|stop| stop.name == name).expect("it is a name of the list");
    let mut journey = stop.reach(|journey| {
        journey.write_own("large.ron", &bank_text(100_000));
    });
    journey.wait_until("the large bank is read", |journey| journey.app().model().bank("large").is_some());
    let harness = journey.harness_mut();
    bencher.bench_local(|| {
        harness.step();
        let shapes = harness.output().shapes.clone();
        harness.ctx.tessellate(shapes, harness.ctx.pixels_per_point())
    });
}
