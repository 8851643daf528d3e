//! Whether there is a display to open a window on.

use std::ffi::OsString;

/// The sentence for a machine without a screen.
pub const NO_DISPLAY: &str =
    "torus: there is no display to open a window on, since neither DISPLAY nor WAYLAND_DISPLAY is set";

/// Whether a window can be asked for, given how to look up an environment variable.
///
/// On Linux and the BSDs a window needs an X or a Wayland server, which these variables name; elsewhere the system
/// has one screen or says so itself.
pub fn has_display(variable: impl Fn(&str) -> Option<OsString>) -> bool {
    if cfg!(any(not(unix), target_os = "macos")) {
        return true;
    }
    ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"]
        .into_iter()
        .any(|name| variable(name).is_some_and(|value| !value.is_empty()))
}

#[cfg(test)]
#[cfg(all(unix, not(target_os = "macos")))]
mod tests {
    use super::*;

    fn check(set: &[(&str, &str)], expected: bool) {
        let variable =
            |name: &str| set.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(value));
        assert_eq!(has_display(variable), expected, "{set:?}");
    }

    #[test]
    fn a_display_is_one_that_is_named_and_not_empty() {
        check(&[], false);
        check(&[("DISPLAY", "")], false);
        check(&[("DISPLAY", ""), ("WAYLAND_DISPLAY", "")], false);
        check(&[("DISPLAY", ":0")], true);
        check(&[("DISPLAY", ""), ("WAYLAND_DISPLAY", "wayland-0")], true);
        check(&[("WAYLAND_SOCKET", "7")], true);
    }
}
