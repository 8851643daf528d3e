//! Puts imported questions on the disk: a new bank with its pictures, or what has changed into one that was imported before.
//! A bank that was not imported is never written over. Makes no bank and finds no words.

use crate::disk::{BankFileError, read_bank_text, save_atomically, save_new};
use crate::exchange::{DraftBank, Format, ImportedText, MadeBank, Picture, first_text, update, was_imported};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why imported questions were not saved.
#[derive(Debug, Error)]
pub enum ImportError {
    /// There is a bank that was not imported.
    #[error("{} is a bank that was not imported, and is left as it is: choose another folder, or rename it", .0.display())]
    NotImported(PathBuf),
    /// The bank that was imported before cannot be read any more.
    #[error(
        "{} was imported before and is damaged now, so nothing in it can be found again: run torus check on it, or rename it",
        .0.display()
    )]
    Damaged(PathBuf),
    /// The bank that was imported before has no question of this file.
    #[error(
        "{} was imported from another file, and none of its questions is in this one: choose another folder, or rename one of \
         the two",
        .0.display()
    )]
    OtherQuestions(PathBuf),
    /// A file that cannot be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// Saves a bank at `path` with the pictures that it shows, or brings the one there up to date. Its folder is made where it
/// is not there. `source` is the name of the file that it comes from.
///
/// # Errors
/// See [`ImportError`]. Nothing but pictures is then written.
pub fn import_into(
    path: &Path,
    made: &MadeBank,
    drafts: &DraftBank,
    format: Format,
    source: &str,
) -> Result<ImportedText, ImportError> {
    let told = match read_bank_text(path) {
        Ok(old) if !was_imported(&old) => return Err(ImportError::NotImported(path.to_path_buf())),
        Ok(old) => {
            let told = update(&old, made, drafts, format).ok_or_else(|| ImportError::Damaged(path.to_path_buf()))?;
            if told.is_of_other_questions() {
                return Err(ImportError::OtherQuestions(path.to_path_buf()));
            }
            save_pictures(path, &told.text, drafts.pictures.all())?;
            if told.text != old {
                save_atomically(path, |file| file.write_all(told.text.as_bytes())).map_err(file_error(path))?;
            }
            return Ok(told);
        }
        Err(BankFileError::Gone) => first_text(made, drafts, format, source),
        Err(_) => return Err(ImportError::NotImported(path.to_path_buf())),
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(file_error(folder))?;
    }
    save_pictures(path, &told.text, drafts.pictures.all())?;
    save_new(path, told.text.as_bytes()).map_err(file_error(path))?;
    Ok(told)
}

/// Saves the pictures that the text names. One that is there already has the same content, since its name has a part of its
/// hash.
fn save_pictures(bank: &Path, text: &str, pictures: &[Picture]) -> Result<(), ImportError> {
    for picture in pictures.iter().filter(|picture| text.contains(&*picture.path)) {
        let path = bank.with_file_name("").join(&*picture.path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(file_error(folder))?;
        }
        match save_new(&path, &picture.bytes) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            saved => saved.map_err(file_error(&path))?,
        }
    }
    Ok(())
}

fn file_error(path: &Path) -> impl FnOnce(io::Error) -> ImportError {
    let path = path.to_path_buf();
    |source| ImportError::File { path, source }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{Answer, Draft, MakeOptions, Place, make};

    const SVG: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>";

    fn import(path: &Path, prompt: &str) -> Result<ImportedText, ImportError> {
        let mut drafts = DraftBank { title: "Rivers".into(), ..DraftBank::default() };
        let picture = drafts.pictures.add("map.svg", SVG).expect("a drawing");
        drafts.pictures.add("unused.svg", b"<svg/>").expect("a drawing");
        let prompt = format!("{prompt} ![A map.]({picture})");
        let answer = Answer::TrueFalse { is_true: true, feedback: Default::default() };
        drafts.drafts.push(Draft { origin: "1".into(), ..Draft::new(Place::line(1), "truefalse", prompt, answer) });
        let made = make(&drafts, "rivers", &MakeOptions::default());
        import_into(path, &made, &drafts, Format::Gift, "rivers.gift")
    }

    #[test]
    fn a_bank_stands_beside_the_pictures_that_it_shows_and_no_others() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("new/rivers.ron");
        assert_eq!(import(&path, "The Rhine flows north.").expect("saves").added, 1);
        assert_eq!(fs::read_dir(path.with_file_name("pictures")).expect("a folder").count(), 1);
        let before = fs::read(&path).expect("a bank");
        assert_eq!(import(&path, "The Rhine flows north.").expect("saves").unchanged, 1);
        assert_eq!(fs::read(&path).expect("a bank"), before);
        assert_eq!(import(&path, "The Rhine flows to the north.").expect("saves").changed, 1);
    }

    #[test]
    fn another_file_of_the_same_name_is_not_mixed_in() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("quiz.ron");
        let import = |origin: &str, prompt: &str| {
            let answer = Answer::TrueFalse { is_true: true, feedback: Default::default() };
            let draft = Draft { origin: origin.into(), ..Draft::new(Place::line(1), "truefalse", prompt, answer) };
            let drafts = DraftBank { title: "Quiz".into(), drafts: vec![draft], ..DraftBank::default() };
            import_into(&path, &make(&drafts, "quiz", &MakeOptions::default()), &drafts, Format::Gift, "quiz.gift")
        };
        import("1", "The Rhine flows north.").expect("saves");
        let before = fs::read(&path).expect("a bank");
        assert!(matches!(import("7", "A cell has a wall."), Err(ImportError::OtherQuestions(_))));
        assert_eq!(fs::read(&path).expect("a bank"), before);
    }

    #[test]
    fn a_bank_that_was_not_imported_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("rivers.ron");
        fs::write(&path, "Bank(id: \"mine\")").expect("writes");
        assert!(matches!(import(&path, "The Rhine flows north."), Err(ImportError::NotImported(_))));
        assert_eq!(fs::read_to_string(&path).expect("a bank"), "Bank(id: \"mine\")");
        assert!(!path.with_file_name("pictures").exists());
    }
}
