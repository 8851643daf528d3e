//! The real program with a data folder of its own: started, killed, asked for its results.

use crate::screen::{Ended, Screen};
use crate::wait::until;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use tempfile::TempDir;
use torus::history::History;
use torus::sitting::Sitting;
use uuid::Uuid;
use x11rb::protocol::xproto::Window;

/// One answer as `torus results` prints it; after the end of a sitting, also a question without one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    pub sitting: Uuid,
    pub seed: String,
    pub state: String,
    pub bank: String,
    pub position: usize,
    pub attempt: u32,
    pub question: String,
    pub kind: String,
    pub options: String,
    pub response: String,
    pub verdict: String,
    pub answered_at: String,
}

impl Row {
    pub fn is_answered(&self) -> bool {
        !self.response.is_empty()
    }
}

/// A data folder and the banks beside it; gone after the test.
pub struct Home(TempDir);

impl Home {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// Writes a bank file, and gives its path back.
    pub fn bank(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    pub fn settings(&self) -> String {
        std::fs::read_to_string(self.data().join("settings.ron")).unwrap()
    }

    /// The program with this data folder, and no display and no desktop but what is added to it.
    pub fn program(&self, arguments: &[&Path]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_torus"));
        for variable in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DBUS_SESSION_BUS_ADDRESS", "TORUS_DATA_DIR"] {
            command.env_remove(variable);
        }
        command.arg("--data-dir").arg(self.data()).args(arguments).stdin(Stdio::null()).current_dir(self.0.path());
        command
    }

    /// Opens the window on `screen` and waits until it can be used.
    pub fn open<'a>(&self, screen: &'a Screen, banks: &[&Path]) -> Running<'a> {
        self.open_with(screen, banks, &[])
    }

    /// The same with more of a desktop around it, which the program finds by these variables.
    pub fn open_with<'a>(&self, screen: &'a Screen, banks: &[&Path], desktop: &[(&str, &OsStr)]) -> Running<'a> {
        let mut program = self.program(banks);
        program.env("DISPLAY", screen.display()).envs(desktop.iter().copied());
        let child = Ended(program.spawn().unwrap());
        let window = screen.window_of(child.0.id());
        Running { child, screen, window }
    }

    /// The folder that the banks and the data folder lie in.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Starts the program on `screen`, and does not wait for its window.
    pub fn start(&self, screen: &Screen, banks: &[&Path]) -> Ended {
        Ended(self.program(banks).env("DISPLAY", screen.display()).spawn().unwrap())
    }

    /// Every row of `torus results`, in its order.
    pub fn rows(&self) -> Vec<Row> {
        self.results("responses", row)
    }

    /// The id of every sitting that `torus results --kind sittings` knows.
    pub fn sittings(&self) -> Vec<Uuid> {
        self.results("sittings", |cell| cell("sitting").parse().unwrap())
    }

    /// The sitting as it is kept, with the questions that are still to come, which no table shows.
    pub fn sitting(&self, id: Uuid) -> Sitting {
        let history = History::open_read_only(&self.data().join("torus.db")).unwrap().unwrap();
        history.load_sitting(id).unwrap().unwrap()
    }

    /// Waits until the results are as `is_so` wants them, and gives them back.
    pub fn rows_when(&self, what: &str, is_so: impl Fn(&[Row]) -> bool) -> Vec<Row> {
        until(what, || {
            let rows = self.rows();
            is_so(&rows).then_some(rows)
        })
    }

    fn results<T>(&self, kind: &str, row: impl Fn(&dyn Fn(&str) -> String) -> T) -> Vec<T> {
        let arguments = ["results", "--kind", kind].map(Path::new);
        let output = self.program(&arguments).output().unwrap();
        assert!(output.status.success(), "torus results: {}", String::from_utf8_lossy(&output.stderr));
        let mut table = csv::Reader::from_reader(output.stdout.as_slice());
        let header = table.headers().unwrap().clone();
        let index = |name: &str| header.iter().position(|column| column == name).unwrap();
        let rows = table.records().map(|record| record.unwrap());
        rows.map(|record| row(&|name| record[index(name)].to_owned())).collect()
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.0.path().join("data")
    }
}

/// The program with its window open; killed at the latest when the test ends.
pub struct Running<'a> {
    child: Ended,
    pub screen: &'a Screen,
    pub window: Window,
}

impl Running<'_> {
    /// Ends the program at once, as a power cut does (SIGKILL).
    pub fn kill(mut self) {
        assert_eq!(self.child.0.try_wait().unwrap(), None, "the program has ended by itself");
        self.child.0.kill().unwrap();
        self.child.0.wait().unwrap();
    }

    /// By which the system knows it.
    pub fn process_id(&self) -> u32 {
        self.child.0.id()
    }

    /// Closes the window, and gives back how the program ended.
    pub fn close(mut self) -> ExitStatus {
        self.screen.close(self.window);
        ended(&mut self.child.0)
    }

    /// What the window shows as soon as it stands still.
    pub fn picture(&self) -> Vec<u8> {
        self.screen.still(self.window)
    }
}

/// Waits for the end of a process.
pub fn ended(child: &mut Child) -> ExitStatus {
    until("the program to end", || child.try_wait().unwrap())
}

fn row(cell: &dyn Fn(&str) -> String) -> Row {
    Row {
        sitting: cell("sitting").parse().unwrap(),
        seed: cell("seed"),
        state: cell("state"),
        bank: cell("bank"),
        position: cell("position").parse().unwrap(),
        attempt: cell("attempt").parse().unwrap(),
        question: cell("question"),
        kind: cell("kind"),
        options: cell("options"),
        response: cell("response"),
        verdict: cell("verdict"),
        answered_at: cell("answered_at"),
    }
}
