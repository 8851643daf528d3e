//! Opens the real window, once for each data folder.

use crate::app::entrance::{Asked, Entrance, ask_for};
use crate::app::screens::folder::Refusal;
use crate::app::start::Start;
use crate::app::world::Computer;
use crate::disk::{DataFolder, DataFolderError, Settings};
use egui::{IconData, ViewportBuilder};
use std::path::PathBuf;
use thiserror::Error;

/// Smallest size that every screen fits into.
const SMALLEST_SIZE: [f32; 2] = [480.0, 400.0];
/// Size of the first window.
const FIRST_SIZE: [f32; 2] = [1280.0, 800.0];

/// Why there is no window.
#[derive(Debug, Error)]
pub enum WindowError {
    /// The window system refuses.
    #[error("no window can be opened: {0}")]
    Window(String),
    /// The thread that prepares the window has failed.
    #[error("the window could not be prepared")]
    Prepare,
}

/// Opens the window with `files` in the library, and returns when it is closed. Where a window with the same data
/// folder is open, hands the files to it and returns at once. Where the folder cannot be used, the window says so.
///
/// # Errors
/// When the window cannot be opened.
pub fn run(found: Result<DataFolder, DataFolderError>, files: Vec<PathBuf>) -> Result<(), WindowError> {
    // A folder that is named is named again at the next start, or not; one that is chosen in the window is remembered.
    let remembers = found.as_ref().is_ok_and(|folder| !folder.is_named());
    let claimed = match ask_for(found, &files) {
        Ok(Asked::HandedOver) => return Ok(()),
        Ok(Asked::Ours(claimed)) => Ok(claimed),
        Err(refusal) => Err(refusal),
    };
    let settings = claimed.as_ref().map(|claimed| Settings::load(&claimed.folder.settings_file())).unwrap_or_default();
    let options = options(&settings.0);
    // The results are opened while the window system makes the window.
    let preparing = claimed.map(|claimed| {
        let (folder, named) = (claimed.folder.clone(), files.clone());
        let prepare = move || Start::with_settings(settings, folder, Box::new(Computer::new()), named);
        (claimed, std::thread::spawn(prepare))
    });
    let outcome = eframe::run_native(
        "torus",
        options,
        Box::new(move |creation| {
            let ctx = &creation.egui_ctx;
            Ok(Box::new(match preparing {
                Err(refusal) => Entrance::shut(ctx, refusal, files, remembers),
                Ok((claimed, thread)) => match thread.join() {
                    Ok(Ok(start)) => Entrance::open(ctx, start, claimed.guard),
                    Ok(Err(error)) => {
                        let folder = claimed.folder.root().to_owned();
                        Entrance::shut(ctx, Refusal::new(Some(folder), error.to_string()), files, remembers)
                    }
                    Err(_) => return Err(WindowError::Prepare.into()),
                },
            }))
        }),
    );
    outcome.map_err(|error| WindowError::Window(without_source_line(&error.to_string())))
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
