//! Every screen in small windows, in large and small text, light and dark: nothing panics, sticks out or is out of reach.

use crate::journey::Journey;
use crate::sight::{can_click, name_of};
use crate::tour::{STOPS, Stop};
use egui::accesskit::Role;
use egui::{Vec2, vec2};
use egui_kittest::kittest::NodeT;
use torus::disk::ThemeChoice;

const SMALL: Vec2 = vec2(800.0, 600.0);
/// Several notices have one of that name each.
const NOTICE_BUTTON: &str = "Close this notice";

fn reach(stop: &Stop, size: Vec2, text_percent: u16, theme: ThemeChoice) -> Journey {
    stop.reach(|journey| {
        journey.set_size(size);
        journey.change_settings(|settings| {
            settings.text_scale_percent = text_percent;
            settings.theme = theme;
        });
    })
}

fn check(size: Vec2, text_percent: u16, theme: ThemeChoice) {
    let mut faults = Vec::new();
    for stop in STOPS {
        let mut journey = reach(stop, size, text_percent, theme);
        faults.extend(too_wide(&journey).into_iter().map(|fault| format!("{}: {fault}", stop.name)));
        // What the mouse holds at an edge keeps the page there.
        if !stop.name.ends_with("-held") {
            faults.extend(out_of_reach(&mut journey).into_iter().map(|fault| format!("{}: {fault}", stop.name)));
        }
    }
    assert!(faults.is_empty(), "at {size:?}, {text_percent} %, {theme:?}:\n{}", faults.join("\n"));
}

/// Whatever sticks out of the window to the left or to the right.
fn too_wide(journey: &Journey) -> Vec<String> {
    let window = journey.window();
    let nodes = journey.nodes();
    let shown = nodes.iter().filter(|node| !name_of(node).is_empty());
    let wide = shown.filter(|node| node.rect().left() < -0.5 || node.rect().right() > window.right() + 0.5);
    wide.map(|node| format!("{:?} {:?} at {:?}", node.accesskit_node().role(), name_of(node), node.rect())).collect()
}

/// Whatever can be clicked and is neither in the window nor can be scrolled to.
fn out_of_reach(journey: &mut Journey) -> Vec<String> {
    let window = journey.window().expand(0.5);
    let nodes = journey.nodes();
    let hidden = nodes.iter().filter(|node| can_click(node) && !window.contains_rect(node.rect()));
    let hidden: Vec<(Role, String)> = hidden.map(|node| (node.accesskit_node().role(), name_of(node))).collect();
    let mut faults = Vec::new();
    // The first wish of a screen reader gives the focus to the primary button and shows that; the others are followed.
    if let Some((role, name)) = hidden.first().filter(|(_, name)| name != NOTICE_BUTTON) {
        journey.get(*role, name).scroll_to_me();
        journey.settle();
    }
    for (role, name) in hidden {
        if name == NOTICE_BUTTON {
            continue;
        }
        journey.get(role, &name).scroll_to_me();
        journey.settle();
        let rect = journey.get(role, &name).rect();
        if !window.contains_rect(rect) {
            faults.push(format!("{role:?} {name:?} stays at {rect:?}"));
        }
    }
    faults
}

#[test]
fn normal_text_fits_a_small_window() {
    check(SMALL, 100, ThemeChoice::Light);
}

#[test]
fn small_text_fits_a_small_window() {
    check(SMALL, 80, ThemeChoice::Dark);
}

#[test]
fn text_at_150_percent_fits_a_small_window() {
    check(SMALL, 150, ThemeChoice::Dark);
}

#[test]
fn text_at_200_percent_fits_a_small_window() {
    check(SMALL, 200, ThemeChoice::Light);
    check(SMALL, 200, ThemeChoice::Dark);
}

#[test]
fn a_screen_of_4k_is_filled_without_sticking_out() {
    check(vec2(3840.0, 2160.0), 200, ThemeChoice::Light);
    check(vec2(3840.0, 2160.0), 80, ThemeChoice::Light);
}

#[test]
fn the_smallest_window_still_works() {
    check(vec2(480.0, 400.0), 100, ThemeChoice::Light);
}

#[test]
fn the_verdict_is_in_sight_after_an_answer() {
    for stop in STOPS.iter().filter(|stop| stop.name.starts_with("feedback")) {
        for text_percent in [100, 150, 200] {
            let journey = reach(stop, SMALL, text_percent, ThemeChoice::Light);
            let verdict = journey.headings()[1].clone();
            let rect = journey.get(Role::Heading, &verdict).rect();
            let bottom =
                journey.nodes().iter().filter(|node| name_of(node) == "Next").map(|node| node.rect().top()).next();
            let bottom = bottom.unwrap_or(SMALL.y);
            assert!(
                rect.bottom() <= bottom,
                "{} at {text_percent} %: {verdict:?} at {rect:?}, bar at {bottom}",
                stop.name
            );
        }
    }
}
