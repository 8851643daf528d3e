//! A link in a question opens in the desktop's browser.

use crate::play::begin;
use crate::program::Home;
use crate::quiz::bank_of;
use crate::screen::{Key, Screen};
use crate::wait::until;
use std::ffi::OsString;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

const ADDRESS: &str = "https://example.org/archive?year=1958&page=2";

#[test]
fn a_link_calls_the_browser_that_the_desktop_names() {
    let (screen, home) = (Screen::open(), Home::new());
    let question = format!(
        r#"Question(id: "linked", prompt: "Who spoke? See [the archive]({ADDRESS}).", answer: Text(accept: ["Kurchatov"]))"#
    );
    let file = home.bank("linked.ron", &bank_of("linked", &question));
    let called = home.path().join("called");
    let path = desktop(home.path(), &called);
    let applications = home.path().join("share");
    let variables = [("PATH", path.as_os_str()), ("XDG_DATA_HOME", applications.as_os_str()), ("BROWSER", "".as_ref())];
    let running = home.open_with(&screen, &[&file], &variables);
    begin(&home, &running);
    running.picture();
    // The field has the keyboard; the link stands before it.
    screen.press_with(Key::SHIFT, Key::TAB);
    running.picture();
    screen.press(&[Key::ENTER]);
    let argument = until("the browser to be called", || std::fs::read_to_string(&called).ok());
    assert_eq!(argument.trim_end(), ADDRESS);
    assert!(running.close().success());
}

/// A desktop whose browser writes down what it is called with. Gives the folders where programs lie.
fn desktop(folder: &Path, called: &Path) -> OsString {
    let programs = folder.join("programs");
    let browser = program(
        &programs,
        "browser",
        &format!("printf '%s' \"$1\" > '{0}.part' && mv '{0}.part' '{0}'", called.display()),
    );
    program(&programs, "xdg-settings", "echo browser.desktop");
    let applications = folder.join("share/applications");
    std::fs::create_dir_all(&applications).unwrap();
    let entry = format!("[Desktop Entry]\nType=Application\nName=Browser\nExec={} %u\n", browser.display());
    std::fs::write(applications.join("browser.desktop"), entry).unwrap();
    std::env::join_paths([programs, "/usr/bin".into(), "/bin".into()]).unwrap()
}

fn program(folder: &Path, name: &str, script: &str) -> PathBuf {
    std::fs::create_dir_all(folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    path
}
