//! Reads the command line; opens the window or runs one command.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;
use torus::cli::display::{NO_DISPLAY, has_display};
use torus::cli::{Cli, Outcome, tell};
use torus::disk::DataFolder;

fn main() -> ExitCode {
    let cli = Cli::read(std::env::args_os()).unwrap_or_else(|error| error.exit());
    match &cli.command {
        Some(command) => command.run(cli.data_dir, &mut io::stdout().lock(), &mut io::stderr().lock()).into(),
        None => open_window(&cli.banks, cli.data_dir),
    }
}

/// Opens the window where there is a screen for it.
fn open_window(banks: &[PathBuf], data_dir: Option<PathBuf>) -> ExitCode {
    if !has_display(|name| std::env::var_os(name)) {
        tell(&mut io::stderr(), NO_DISPLAY);
        return Outcome::Impossible.into();
    }
    let banks = banks.iter().map(|path| std::path::absolute(path).unwrap_or_else(|_| path.clone())).collect();
    match torus::app::run(DataFolder::find(data_dir), banks) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error.to_string()),
    }
}

fn fail(reason: &str) -> ExitCode {
    tell(&mut io::stderr(), &format!("torus: {reason}"));
    Outcome::Impossible.into()
}
