//! What a teacher chose for the class's page, as a small file: where the results lie, and what is left out. A file that
//! cannot be read is set aside and never overwritten.

use super::save_atomically;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io;
use std::path::Path;

/// The choices for a class.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClassChoices {
    /// Tables of responses and folders of them, as the data folder writes paths down.
    pub sources: Vec<String>,
    /// Questions that count in no sum, by the ids of bank and question.
    pub left_out: Vec<(String, String)>,
}

impl ClassChoices {
    /// Reads the choices; none where there is no file. Where the file cannot be read, also tells so, and keeps it beside.
    pub fn load(path: &Path) -> (Self, Option<String>) {
        let reason = match fs::read_to_string(path) {
            Ok(text) => match ron::from_str(&text) {
                Ok(choices) => return (choices, None),
                Err(error) => error.to_string(),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => return (Self::default(), None),
            Err(error) => error.to_string(),
        };
        let aside = path.with_extension("ron.unreadable");
        let rest = match fs::rename(path, &aside) {
            Ok(()) => format!("It is kept as {}.", aside.display()),
            Err(_) => "Add the results again.".to_owned(),
        };
        (Self::default(), Some(format!("{} could not be read: {reason}. {rest}", path.display())))
    }

    /// Keeps the choices.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn save(&self, path: &Path) -> io::Result<()> {
        let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default()).map_err(io::Error::other)?;
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        save_atomically(path, |file| file.write_all(text.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_read_is_told_and_kept_beside() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("class.ron");
        fs::write(&path, "(sources: [").expect("written");
        let (choices, notice) = ClassChoices::load(&path);
        assert_eq!(choices, ClassChoices::default());
        assert!(notice.is_some_and(|notice| notice.contains("class.ron")));
        assert_eq!(fs::read_to_string(folder.path().join("class.ron.unreadable")).expect("kept"), "(sources: [");
    }

    #[test]
    fn what_is_chosen_is_found_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("class/class.ron");
        assert_eq!(ClassChoices::load(&path), (ClassChoices::default(), None));
        let choices = ClassChoices {
            sources: vec!["class/7b".to_owned(), "/media/Ada's results.csv".to_owned()],
            left_out: vec![("fusion".to_owned(), "q1".to_owned())],
        };
        choices.save(&path).expect("saved");
        assert_eq!(ClassChoices::load(&path), (choices, None));
    }
}
