//! Pictures of every screen, light and dark, looked at by eye when they change. They need a Vulkan or GL driver.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --features snapshots --test snapshots` takes them anew. `docs` makes the pictures of
//! the docs.

#[allow(dead_code, reason = "the journeys use the rest")]
#[path = "../window/banks.rs"]
mod banks;
#[allow(dead_code, reason = "the journeys use the rest")]
#[path = "../window/classroom.rs"]
mod classroom;
mod docs;
#[allow(dead_code, reason = "the journeys use the rest")]
#[path = "../window/exchanged.rs"]
mod exchanged;
#[allow(dead_code, reason = "the journeys use the rest")]
#[path = "../window/hands.rs"]
mod hands;
#[allow(dead_code, reason = "the journeys use the rest")]
#[path = "../window/journey.rs"]
mod journey;
#[allow(dead_code, reason = "the journeys use the rest")]
#[path = "../window/player.rs"]
mod player;
#[allow(dead_code, reason = "the journeys use the rest")]
#[path = "../window/sight.rs"]
mod sight;
#[path = "../window/tour.rs"]
mod tour;
#[allow(dead_code, reason = "the journeys use the rest")]
#[path = "../window/world.rs"]
mod world;

use egui::{Vec2, vec2};
use egui_kittest::SnapshotResult;
use journey::Journey;
use torus::disk::ThemeChoice;
use tour::{STOPS, Stop};

/// How a series of pictures is taken.
struct Series {
    folder: &'static str,
    size: Vec2,
    theme: ThemeChoice,
    text_percent: u16,
}

#[test]
fn every_screen_looks_as_it_did_in_light() {
    let series = Series { folder: "light", size: vec2(1280.0, 800.0), theme: ThemeChoice::Light, text_percent: 100 };
    series.check(has_no_series_of_its_own);
}

#[test]
fn every_screen_looks_as_it_did_in_dark() {
    let series = Series { folder: "dark", size: vec2(1280.0, 800.0), theme: ThemeChoice::Dark, text_percent: 100 };
    series.check(has_no_series_of_its_own);
}

#[test]
fn teach_looks_as_it_did_in_light_and_dark_and_large() {
    let size = vec2(1280.0, 800.0);
    Series { folder: "light", size, theme: ThemeChoice::Light, text_percent: 100 }.check(is_of_class);
    Series { folder: "dark", size, theme: ThemeChoice::Dark, text_percent: 100 }.check(is_of_class);
    let small = vec2(800.0, 600.0);
    let large = Series { folder: "large", size: small, theme: ThemeChoice::Light, text_percent: 200 };
    large.check(|stop| ["teach", "teach-empty"].contains(&stop.name));
}

#[test]
fn what_comes_from_other_programs_and_goes_there_looks_as_it_did() {
    let size = vec2(1280.0, 800.0);
    Series { folder: "light", size, theme: ThemeChoice::Light, text_percent: 100 }.check(is_of_exchange);
    Series { folder: "dark", size, theme: ThemeChoice::Dark, text_percent: 100 }.check(is_of_exchange);
    let small = vec2(800.0, 600.0);
    Series { folder: "large", size: small, theme: ThemeChoice::Light, text_percent: 200 }.check(is_of_exchange);
}

#[test]
fn writing_looks_as_it_did_in_light_and_dark_and_large() {
    let size = vec2(1280.0, 800.0);
    Series { folder: "light", size, theme: ThemeChoice::Light, text_percent: 100 }.check(is_of_author);
    Series { folder: "dark", size, theme: ThemeChoice::Dark, text_percent: 100 }.check(is_of_author);
    let small = vec2(800.0, 600.0);
    Series { folder: "large", size: small, theme: ThemeChoice::Light, text_percent: 200 }.check(is_of_author);
}

fn has_no_series_of_its_own(stop: &Stop) -> bool {
    !is_of_class(stop) && !is_of_exchange(stop) && !is_of_author(stop)
}

fn is_of_author(stop: &Stop) -> bool {
    stop.name.starts_with("author")
}

fn is_of_exchange(stop: &Stop) -> bool {
    stop.name.starts_with("import") || stop.name == "export-bank"
}

fn is_of_class(stop: &Stop) -> bool {
    stop.name.starts_with("teach")
}

#[test]
fn large_text_in_a_small_window_looks_as_it_did() {
    let series = Series { folder: "large", size: vec2(800.0, 600.0), theme: ThemeChoice::Light, text_percent: 200 };
    let wanted = [
        "library",
        "question-choice",
        "question-number",
        "question-match",
        "question-categorise",
        "question-cloze",
        "question-certainty",
        "feedback-match",
        "feedback-cloze",
        "settings-handing-in",
    ];
    series.check(|stop| wanted.contains(&stop.name));
}

impl Series {
    fn check(&self, is_wanted: impl Fn(&Stop) -> bool) {
        let results = STOPS.iter().filter(|stop| is_wanted(stop)).map(|stop| self.take(stop));
        let faults: Vec<String> = results.filter_map(|result| result.err().map(|error| error.to_string())).collect();
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    fn take(&self, stop: &Stop) -> SnapshotResult {
        let mut journey = stop.reach(|journey| {
            live_in(journey, &format!("torus-{}-{}", self.folder, stop.name));
            journey.set_size(self.size);
            journey.change_settings(|settings| {
                settings.theme = self.theme;
                settings.text_scale_percent = self.text_percent;
            });
        });
        // The mouse that led here is no part of the screen, unless it holds something.
        if !stop.name.ends_with("-held") {
            journey.harness().remove_cursor();
        }
        journey.settle();
        let harness = journey.harness_mut();
        harness.set_render_cursor(false);
        harness.try_snapshot(format!("{}/{}", self.folder, stop.name))
    }
}

/// Moves a journey into a folder that always has the same path, because some screens show it.
fn live_in(journey: &mut Journey, name: &str) {
    // A run that was cut off may have left it behind.
    let _ = std::fs::remove_dir_all(std::env::temp_dir().join(name));
    journey.folder = tempfile::Builder::new().prefix(name).rand_bytes(0).tempdir().expect("a folder");
    journey.data().make().expect("a data folder");
}
