//! Texts and pictures of a bank on their way into another program's package. Knows no format.

use crate::exchange::markup::to_html;
use crate::exchange::{PictureSource, Remark};
use sha2::{Digest, Sha256};

/// Turns texts into HTML and gathers the pictures that they show.
pub(super) struct OutTexts<'p> {
    source: &'p dyn PictureSource,
    /// What stands before the name of a picture in texts.
    address: &'p str,
    /// The name in the package with the file, each once, in the order in which they were met.
    pub pictures: Vec<(String, Vec<u8>)>,
    /// The path in the bank of each of these.
    paths: Vec<Box<str>>,
    remarks: Vec<Remark>,
}

impl<'p> OutTexts<'p> {
    pub fn new(source: &'p dyn PictureSource, address: &'p str) -> Self {
        Self { source, address, pictures: Vec::new(), paths: Vec::new(), remarks: Vec::new() }
    }

    /// A text of a bank as HTML.
    pub fn html(&mut self, text: &str) -> String {
        let mut picture = |path: &str| match self.take(path) {
            Some(name) => format!("{}{name}", self.address),
            None => path.to_owned(),
        };
        to_html(text, &mut picture)
    }

    /// The name that a picture has in the package; `None` where the bank lacks it, which is told.
    pub fn take(&mut self, path: &str) -> Option<String> {
        if let Some(at) = self.paths.iter().position(|known| **known == *path) {
            return self.pictures.get(at).map(|(name, _)| name.clone());
        }
        let Some(bytes) = self.source.picture(path) else {
            self.tell(Remark::MissingPicture(path.into()));
            return None;
        };
        let name = self.free_name(path);
        self.paths.push(path.into());
        self.pictures.push((name.clone(), bytes));
        Some(name)
    }

    /// Tells something of the question, once.
    pub fn tell(&mut self, remark: Remark) {
        if !self.remarks.contains(&remark) {
            self.remarks.push(remark);
        }
    }

    /// What is to be told of the question that was written; the next has nothing yet.
    pub fn finish(&mut self) -> Vec<Remark> {
        std::mem::take(&mut self.remarks)
    }

    /// The file's own name in signs that any program takes, with a hash of its path where that is taken.
    fn free_name(&self, path: &str) -> String {
        let file = path.rsplit('/').next().unwrap_or(path);
        let is_plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '_');
        let name: String = file.chars().map(|sign| if is_plain(sign) { sign } else { '-' }).collect();
        let is_taken = self.pictures.iter().any(|(known, _)| known.eq_ignore_ascii_case(&name));
        if is_taken || name.starts_with('.') { format!("{}-{name}", number_of(&[path])) } else { name }
    }
}

/// A number that is always the same for the same texts. It has digits alone, so that nobody takes it for a name.
pub(super) fn number_of(texts: &[&str]) -> String {
    let digest = Sha256::digest(texts.join("\0"));
    let number = digest.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    format!("{number:020}")
}

/// Right and wrong options mixed, with each one's place among its own kind: always the same for a seed, each kind in its own
/// order, so that the file does not begin with the key.
pub(super) fn mixed(right: usize, wrong: usize, seed: &str) -> Vec<(bool, usize)> {
    let mut mixed = Vec::with_capacity(right + wrong);
    let (mut rights, mut wrongs) = (0, 0);
    while rights < right || wrongs < wrong {
        let left = (right - rights) + (wrong - wrongs);
        let draw: usize = number_of(&[seed, &left.to_string()]).trim_start_matches('0').parse().unwrap_or(0);
        if draw % left < right - rights {
            mixed.push((true, rights));
            rights += 1;
        } else {
            mixed.push((false, wrongs));
            wrongs += 1;
        }
    }
    mixed
}
