//! A program with a window, and what the system tells of it. Knows no figures of others.

use crate::cost;
use crate::eyes::Eyes;
use crate::screen::{Ended, Screen};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// What is to be started.
pub struct Program {
    path: PathBuf,
    arguments: Vec<PathBuf>,
}

/// One start.
pub struct Measured {
    /// From the start of the process to the first pixels in sight.
    pub first_frame_ms: f64,
    /// From the start of the process to the last change of the pixels.
    pub settled_ms: f64,
    /// Of all threads, until the first pixels.
    pub processor_ms: f64,
    /// The most memory held until the window had settled.
    pub peak_bytes: f64,
}

/// A program with a window; it ends with this value.
pub struct Running<'a> {
    child: Ended,
    started: Instant,
    screen: &'a Screen,
    eyes: Eyes<'a>,
}

impl Program {
    /// An example of this package, built beforehand.
    pub fn example(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_BIN_EXE_torus")).parent().expect("a folder");
        Self { path: folder.join("examples").join(name), arguments: Vec::new() }
    }

    /// The program itself with a data folder.
    pub fn torus(data: &Path) -> Self {
        Self { path: env!("CARGO_BIN_EXE_torus").into(), arguments: vec!["--data-dir".into(), data.to_owned()] }
    }

    /// Starts it, and looks at it until it has settled.
    pub fn measure(&self, screen: &Screen, settling: Duration) -> Measured {
        let running = self.start(screen);
        let first_frame_ms = running.first_frame().as_secs_f64() * 1e3;
        let processor_ms = running.processor_ms();
        let settled_ms = running.last_change(settling).as_secs_f64() * 1e3;
        Measured { first_frame_ms, settled_ms, processor_ms, peak_bytes: running.peak_bytes() }
    }

    /// Starts it with no desktop but the screen.
    pub fn start<'a>(&self, screen: &'a Screen) -> Running<'a> {
        let eyes = Eyes::open(screen);
        let mut command = Command::new(&self.path);
        for variable in ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DBUS_SESSION_BUS_ADDRESS", "TORUS_DATA_DIR"] {
            command.env_remove(variable);
        }
        command.args(&self.arguments).env("DISPLAY", screen.display()).stdin(Stdio::null());
        let started = Instant::now();
        let child = command.spawn().unwrap_or_else(|error| panic!("{}: {error}", self.path.display()));
        Running { child: Ended(child), started, screen, eyes }
    }
}

impl Running<'_> {
    /// Waits for the first pixels in sight; the time since the start.
    pub fn first_frame(&self) -> Duration {
        self.eyes.wait_for_first_frame(self.child.0.id());
        self.started.elapsed()
    }

    /// Waits until nothing has moved for so long; the time from the start to the last change.
    pub fn last_change(&self, stillness: Duration) -> Duration {
        let window = self.screen.find(self.child.0.id()).expect("a window");
        let mut changed = Instant::now();
        let mut before = self.screen.picture(window).unwrap_or_default();
        while changed.elapsed() < stillness {
            sleep(Duration::from_millis(10));
            let now = self.screen.picture(window).unwrap_or_default();
            if now != before {
                (before, changed) = (now, Instant::now());
            }
        }
        changed - self.started
    }

    /// Processor time so far, in milliseconds.
    pub fn processor_ms(&self) -> f64 {
        cost::processor_ms(self.child.0.id())
    }

    /// The most memory that was resident at any time.
    pub fn peak_bytes(&self) -> f64 {
        cost::peak_bytes(self.child.0.id())
    }
}
