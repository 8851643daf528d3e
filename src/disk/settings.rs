//! The settings file: read leniently, written atomically. A file that cannot be read is set aside, not overwritten.

use super::bank_file::{BankFileError, read_text};
use super::save::save_atomically;
use crate::bank::Mode;
use ron::extensions::Extensions;
use serde::{Deserialize, Serialize, Serializer};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// Far more than settings ever take, and little enough to read at every start.
const SIZE_LIMIT_BYTES: u64 = 16 * 1024 * 1024;

/// Settings as they survive a restart. Fields that are missing take their defaults; unknown ones are passed over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light, dark, or as the desktop says.
    pub theme: ThemeChoice,
    /// Text size in percent, 80 to 200.
    pub text_scale_percent: u16,
    /// Whether things may move; `None` as the desktop says.
    pub reduce_motion: Option<bool>,
    /// Whether letters without `Alt` are commands (WCAG 2.1.4 asks that this can be switched off).
    pub single_letter_keys: bool,
    /// Where the window stood.
    pub window: WindowPlace,
    /// UUID of the learner of the last time.
    pub learner: String,
    /// Banks that the user added, as [`super::DataFolder::to_stored`] writes paths.
    pub library: Vec<String>,
    /// How sittings were held last, by bank id.
    pub setups: BTreeMap<String, SetupChoice>,
    /// Where results were saved last.
    pub last_export_folder: Option<String>,
    /// The folder where a class hands in, which its page looks through.
    #[serde(serialize_with = "as_text")]
    pub class_folder: Option<PathBuf>,
    /// Where those learners hand in who do, by their UUIDs.
    pub hand_in: BTreeMap<String, HandInChoice>,
}

/// Where a learner hands in, and what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HandInChoice {
    /// The folder.
    #[serde(serialize_with = "as_text_always")]
    pub folder: PathBuf,
    /// What was finished before is not handed in, in milliseconds since 1970; `None` where all is.
    #[serde(default)]
    pub since_ms: Option<i64>,
}

/// Which colours the window wears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the desktop says.
    #[default]
    System,
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

/// Place and size of the window, in points; `None` before it was ever open.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowPlace {
    /// Left edge.
    pub x: Option<f32>,
    /// Top edge.
    pub y: Option<f32>,
    /// Width inside the frame.
    pub width: Option<f32>,
    /// Height inside the frame.
    pub height: Option<f32>,
    /// Whether it filled the screen.
    pub is_maximized: bool,
}

/// How a sitting is to be held.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SetupChoice {
    /// Practice or test.
    pub mode: Mode,
    /// How many questions; `None` for all.
    pub count: Option<u32>,
    /// First parts of topic paths; empty for all topics.
    pub topics: Vec<String>,
    /// Seconds allowed, in a test.
    pub time_limit_secs: Option<u32>,
    /// Percentage that passes, in a test.
    pub pass_percent: Option<f64>,
    /// Whether the learner says how sure each answer is.
    pub certainty: bool,
    /// Whether the answers leave no trace in the schedule of spaced review.
    pub stays_out_of_review: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::default(),
            text_scale_percent: 100,
            reduce_motion: None,
            single_letter_keys: true,
            window: WindowPlace::default(),
            learner: String::new(),
            library: Vec::new(),
            setups: BTreeMap::new(),
            last_export_folder: None,
            class_folder: None,
            hand_in: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// Reads the settings, or takes the defaults where there are none. A file that cannot be read is renamed, and the
    /// sentence given back says so.
    pub fn load(path: &Path) -> (Self, Option<String>) {
        let text = match read_text(path, SIZE_LIMIT_BYTES) {
            Ok(text) => text,
            Err(BankFileError::Gone) => return (Self::default(), None),
            Err(BankFileError::NotText { line, .. }) => return set_aside(path, &format!("line {line}: no text")),
            Err(BankFileError::TooLarge) => return set_aside(path, "the file is too large"),
            Err(BankFileError::NotAFile { what }) => return set_aside(path, &format!("it is {what}, not a file")),
            Err(error) => return (Self::default(), Some(format!("The settings could not be read: {error}"))),
        };
        match options().from_str::<Self>(&text) {
            Ok(mut settings) => {
                settings.text_scale_percent = settings.text_scale_percent.clamp(80, 200);
                settings.window.forget_nonsense();
                (settings, None)
            }
            Err(error) => set_aside(path, &format!("line {}: {}", error.span.start.line, error.code)),
        }
    }

    /// Where that learner hands in, and what; `None` where they do not.
    pub fn hand_in_of(&self, learner: Uuid) -> Option<&HandInChoice> {
        self.hand_in.get(&learner.to_string())
    }

    /// Writes the settings.
    ///
    /// # Errors
    /// When the folder cannot be written to.
    pub fn save(&self, path: &Path) -> io::Result<()> {
        let text = options().to_string_pretty(self, ron::ser::PrettyConfig::default()).map_err(io::Error::other)?;
        save_atomically(path, |file| file.write_all(text.as_bytes()))
    }
}

impl WindowPlace {
    /// A window whose size is no number, or that nobody could see, starts as the first one did.
    fn forget_nonsense(&mut self) {
        let is_sane =
            |value: &Option<f32>, most: f32| value.is_none_or(|value| value.is_finite() && value.abs() <= most);
        let has_sane_size = is_sane(&self.width, 32_768.0) && is_sane(&self.height, 32_768.0);
        if !has_sane_size || !is_sane(&self.x, 65_536.0) || !is_sane(&self.y, 65_536.0) {
            *self = Self::default();
        }
    }
}

/// A path that is no Unicode must not keep all settings from being saved.
fn as_text<S: Serializer>(path: &Option<PathBuf>, serializer: S) -> Result<S::Ok, S::Error> {
    path.as_ref().map(|path| path.to_string_lossy()).serialize(serializer)
}

fn as_text_always<S: Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
    path.to_string_lossy().serialize(serializer)
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

fn set_aside(path: &Path, reason: &str) -> (Settings, Option<String>) {
    let aside = free_name(path);
    let words = match fs::rename(path, &aside) {
        Ok(()) => format!("The settings could not be read ({reason}). They were set aside as {}.", aside.display()),
        Err(error) => format!("The settings could not be read ({reason}), nor set aside: {error}"),
    };
    (Settings::default(), Some(words))
}

/// A name beside `path` that no file has yet, so that what was set aside before stays.
fn free_name(path: &Path) -> PathBuf {
    let numbered = (2..100).map(|number| path.with_extension(format!("damaged-{number}.ron")));
    let mut names = std::iter::once(path.with_extension("damaged.ron")).chain(numbered);
    names.find(|name| !name.exists()).unwrap_or_else(|| path.with_extension("damaged.ron"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("settings.ron");
        (folder, path)
    }

    #[test]
    fn a_damaged_file_is_set_aside_and_named() {
        let (folder, path) = file();
        fs::write(&path, "(theme: Dark, text_scale").expect("written");
        let (settings, notice) = Settings::load(&path);
        assert_eq!(settings, Settings::default());
        assert!(notice.expect("a notice").contains("settings.damaged.ron"));
        let kept = fs::read_to_string(folder.path().join("settings.damaged.ron")).expect("kept");
        assert_eq!(kept, "(theme: Dark, text_scale");
    }

    #[test]
    fn what_was_set_aside_before_stays() {
        let (folder, path) = file();
        for damaged in ["first(", "second("] {
            fs::write(&path, damaged).expect("written");
            assert!(Settings::load(&path).1.is_some());
        }
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("kept");
        assert_eq!((read("settings.damaged.ron"), read("settings.damaged-2.ron")), ("first(".into(), "second(".into()));
    }

    #[test]
    fn a_folder_in_its_place_is_moved_out_of_the_way() {
        let (_folder, path) = file();
        fs::create_dir(&path).expect("made");
        let (settings, notice) = Settings::load(&path);
        assert_eq!(settings, Settings::default());
        assert!(notice.expect("a notice").contains("it is a folder"));
        settings.save(&path).expect("saved");
    }

    #[test]
    fn no_file_gives_the_defaults_without_a_word() {
        let (_folder, path) = file();
        assert_eq!(Settings::load(&path), (Settings::default(), None));
    }

    #[test]
    fn a_file_that_is_not_text_is_set_aside() {
        let (_folder, path) = file();
        fs::write(&path, [0xFF, 0xFE, 0x00]).expect("written");
        assert!(Settings::load(&path).1.is_some());
        assert!(!path.exists());
    }

    #[test]
    fn settings_of_another_version_are_read_as_far_as_they_are_known() {
        let (_folder, path) = file();
        fs::write(&path, "(theme: Dark, from_the_future: [1, 2])").expect("written");
        let (settings, notice) = Settings::load(&path);
        assert_eq!((settings.theme, notice), (ThemeChoice::Dark, None));
    }

    #[test]
    fn what_is_saved_is_read_again() {
        let (_folder, path) = file();
        let mut settings = Settings { theme: ThemeChoice::Light, reduce_motion: Some(true), ..Settings::default() };
        settings.window =
            WindowPlace { x: Some(-3.0), y: Some(4.0), width: Some(900.0), height: None, is_maximized: true };
        settings
            .setups
            .insert("a bank".into(), SetupChoice { count: Some(5), pass_percent: Some(60.0), ..Default::default() });
        settings.library.push("quizzes/é.ron".into());
        settings.class_folder = Some("/media/class".into());
        let choices = [(1, Some(1_795_413_600_000)), (2, None)];
        settings.hand_in = choices
            .map(|(id, since_ms)| (id, HandInChoice { folder: "/media/class 7b".into(), since_ms }))
            .map(|(id, choice)| (Uuid::from_u128(id).to_string(), choice))
            .into();
        assert_eq!(settings.hand_in_of(Uuid::from_u128(2)).map(|choice| choice.since_ms), Some(None));
        settings.save(&path).expect("saved");
        assert_eq!(Settings::load(&path), (settings, None));
    }

    #[test]
    fn a_window_that_nobody_could_see_is_forgotten() {
        let (_folder, path) = file();
        fs::write(&path, "(text_scale_percent: 999, window: (x: 1e30, width: inf))").expect("written");
        let (settings, _) = Settings::load(&path);
        assert_eq!((settings.window, settings.text_scale_percent), (WindowPlace::default(), 200));
    }
}
