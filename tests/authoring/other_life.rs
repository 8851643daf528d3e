//! This test program as another process: what it does there is asked for in the environment.

use std::env;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

const TASK: &str = "TORUS_TEST_TASK";
const FOLDER: &str = "TORUS_TEST_FOLDER";

/// What the other process does.
pub fn tasks(task: &str) -> fn(PathBuf) {
    match task {
        "edit" => crate::kills::edit,
        #[cfg(unix)]
        "fill" => crate::full_disk::fill,
        "hold" => crate::locked::hold,
        other => panic!("there is no task {other}"),
    }
}

/// The other process. Does nothing where this is the first.
#[test]
fn does_as_it_is_told() {
    if let (Ok(task), Some(folder)) = (env::var(TASK), env::var_os(FOLDER)) {
        tasks(&task)(folder.into());
    }
}

/// A command that does `task` in `folder`, in another process; `through` is a shell command that begins it.
pub fn command(task: &str, folder: &std::path::Path, through: Option<&str>) -> Command {
    let own = env::current_exe().expect("a program");
    let mut command = match through {
        None => Command::new(own),
        Some(shell) => {
            let mut command = Command::new("sh");
            command.args(["-c", &format!("{shell}\nexec \"$0\" \"$@\"")]).arg(own);
            command
        }
    };
    command.args(["--exact", "other_life::does_as_it_is_told", "--nocapture", "--test-threads=1"]);
    command.env(TASK, task).env(FOLDER, folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A process that is ended with its owner.
pub struct OtherLife(pub Child);

impl Drop for OtherLife {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
