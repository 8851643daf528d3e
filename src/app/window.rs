//! Opens the real window, once for each data folder.

use super::app::App;
use super::inbox::Message;
use super::start::{Start, StartError};
use super::world::Computer;
use crate::disk::{DataFolder, Settings, claim_or_hand_over};
use egui::{IconData, ViewportBuilder};
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use thiserror::Error;

/// Smallest size that every screen fits into.
const SMALLEST_SIZE: [f32; 2] = [480.0, 400.0];
/// Size of the first window.
const FIRST_SIZE: [f32; 2] = [1280.0, 800.0];

/// Why there is no window.
#[derive(Debug, Error)]
pub enum WindowError {
    /// The results cannot be opened.
    #[error(transparent)]
    Start(#[from] StartError),
    /// Another window has this data folder and does not answer.
    #[error("Torus is open with this data folder already, and does not answer: {0}")]
    NoAnswer(#[from] io::Error),
    /// The window system refuses.
    #[error("no window can be opened: {0}")]
    Window(String),
    /// The thread that prepares the window has failed.
    #[error("the window could not be prepared")]
    Prepare,
}

/// Opens the window with `files` in the library, and returns when it is closed. Where a window with the same data
/// folder is open, hands the files to it and returns at once.
///
/// # Errors
/// When the results or the window cannot be opened.
pub fn run(folder: DataFolder, files: Vec<PathBuf>) -> Result<(), WindowError> {
    let Some(mut guard) = claim_or_hand_over(&folder, &files)? else {
        return Ok(());
    };
    let loaded = Settings::load(&folder.settings_file());
    let options = options(&loaded.0);
    // The results are opened while the window system makes the window.
    let preparing = std::thread::spawn(move || Start::with_settings(loaded, folder, Box::new(Computer::new()), files));
    let failure = Arc::new(Mutex::new(None));
    let told = Arc::clone(&failure);
    // The folder stays claimed until the window is closed, not only until it is open.
    let held = Arc::new(Mutex::new(None));
    let guards = Arc::clone(&held);
    let outcome = eframe::run_native(
        "torus",
        options,
        Box::new(move |creation| {
            let start = match preparing.join() {
                Ok(Ok(start)) => start,
                Ok(Err(error)) => {
                    *told.lock().unwrap_or_else(PoisonError::into_inner) = Some(WindowError::Start(error));
                    return Err("the results cannot be opened".into());
                }
                Err(_) => return Err(WindowError::Prepare.into()),
            };
            let app = App::new(&creation.egui_ctx, start);
            let reporter = app.reporter();
            // Without a socket everything works but handing files over; the second start then says so.
            let _ = guard.listen(move |files| reporter.send(Message::HandedOver(files)));
            guards.lock().unwrap_or_else(PoisonError::into_inner).replace(guard);
            Ok(Box::new(app))
        }),
    );
    let failure = failure.lock().unwrap_or_else(PoisonError::into_inner).take();
    match (outcome, failure) {
        (_, Some(error)) => Err(error),
        (Err(error), None) => Err(WindowError::Window(without_source_line(&error.to_string()))),
        (Ok(()), None) => Ok(()),
    }
}

/// The windowing library tells the line of its own source that failed, which helps nobody who wants a window.
fn without_source_line(reason: &str) -> String {
    let words = reason.split_once("os error at ").and_then(|(_, place)| place.split_once(": "));
    words.map_or(reason, |(_, words)| words).to_owned()
}

fn options(settings: &Settings) -> eframe::NativeOptions {
    let window = &settings.window;
    let size = match (window.width, window.height) {
        (Some(width), Some(height)) => [width.max(SMALLEST_SIZE[0]), height.max(SMALLEST_SIZE[1])],
        _ => FIRST_SIZE,
    };
    let mut viewport = ViewportBuilder::default()
        .with_title("Torus")
        .with_app_id("torus")
        .with_icon(mark_icon())
        .with_inner_size(size)
        .with_min_inner_size(SMALLEST_SIZE)
        .with_maximized(window.is_maximized)
        .with_drag_and_drop(true);
    if let (Some(x), Some(y)) = (window.x, window.y) {
        viewport = viewport.with_position([x, y]);
    }
    eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        multisampling: 0,
        depth_buffer: 0,
        stencil_buffer: 0,
        ..eframe::NativeOptions::default()
    }
}

/// The program's mark as a window icon: a ring, three quarters of it full.
fn mark_icon() -> IconData {
    const SIZE: u32 = 64;
    let (full, track) = ([0x5B, 0x34, 0xC9], [0xCF, 0xC4, 0xF0]);
    let mut rgba = Vec::with_capacity((SIZE * SIZE * 4) as usize);
    for y in 0..SIZE {
        for x in 0..SIZE {
            let (dx, dy) = (x as f32 + 0.5 - SIZE as f32 / 2.0, y as f32 + 0.5 - SIZE as f32 / 2.0);
            let distance = dx.hypot(dy);
            let cover = (30.0 - distance).clamp(0.0, 1.0) * (distance - 17.0).clamp(0.0, 1.0);
            let turn = (dx.atan2(-dy) / std::f32::consts::TAU).rem_euclid(1.0);
            let colour = if turn <= 0.72 { full } else { track };
            rgba.extend(colour);
            rgba.push((cover * 255.0) as u8);
        }
    }
    IconData { rgba, width: SIZE, height: SIZE }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(reason: &str, expected: &str) {
        assert_eq!(without_source_line(reason), expected);
    }

    #[test]
    fn a_reason_names_no_line_of_source() {
        check("winit EventLoopError: os error at /src/x11/mod.rs:788: No server: none", "No server: none");
        check("os error at C:\\src\\mod.rs:788: No server", "No server");
        check("there is no OpenGL: none", "there is no OpenGL: none");
        check("os error at all", "os error at all");
    }
}
