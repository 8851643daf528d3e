//! What can be wrong with a picture, and who is asked whether it is there. Opens none.

use crate::bank::Problem;
use crate::syntax::Words;
use crate::text;
use crate::text::PicturePlace;
use memchr::memmem;
use std::fmt;

/// Why a picture cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PictureFault {
    /// Its path leads out of the bank's folder.
    Outside,
    /// It has an address on the network.
    OnNetwork,
    /// There is no such file.
    Missing,
    /// It is larger than any screen needs.
    TooLarge,
    /// It is of another kind, or damaged.
    Unreadable,
    /// It is an SVG that shows another file, which could lie anywhere.
    NotWhole,
}

/// What is wrong and what to do, as the end of a sentence that begins with the picture.
impl fmt::Display for PictureFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.words().fmt(formatter)
    }
}

/// Who knows which pictures are there. The bank itself never looks.
pub trait PictureFinder {
    /// Why the picture at `path`, relative to the bank, cannot be shown; `None` where it can.
    fn fault(&self, path: &str) -> Option<PictureFault>;
}

/// Takes every picture for there: for a text that lies in no folder.
#[derive(Clone, Copy, Debug)]
pub struct AnyPicture;

impl PictureFinder for AnyPicture {
    fn fault(&self, _path: &str) -> Option<PictureFault> {
        None
    }
}

impl PictureFault {
    /// What is wrong, and what to do.
    pub(crate) fn words(&self) -> Words {
        match self {
            Self::Outside => Words::new("is outside the bank's folder", "put it beside the bank"),
            Self::OnNetwork => Words::new(
                "has an address, and nothing is ever fetched from the network",
                "save it beside the bank, and name the file",
            ),
            Self::Missing => Words::new("is not there", "put it beside the bank, or mend its name"),
            Self::TooLarge => Words::new(
                "is too large",
                "save it with at most 20 MB and 8192 pixels a side, and an SVG with fewer shapes and effects",
            ),
            Self::Unreadable => Words::new("cannot be read", "save it as PNG, JPEG, WebP or SVG"),
            Self::NotWhole => Words::new("shows another file", "save it with all its pictures inside"),
        }
    }

    /// Why a path cannot be that of a picture beside its bank, told from the path alone.
    pub fn of_path(path: &str) -> Option<Self> {
        match text::place_of(path) {
            PicturePlace::Beside => None,
            PicturePlace::Outside => Some(Self::Outside),
            PicturePlace::Network => Some(Self::OnNetwork),
        }
    }

    /// What a check says of the picture at `path`.
    pub(crate) fn told(self, path: &str) -> Problem {
        let path = path.into();
        match self {
            Self::Outside => Problem::PictureOutside { path },
            Self::OnNetwork => Problem::PictureOnNetwork { path },
            Self::Missing => Problem::PictureMissing { path },
            Self::TooLarge => Problem::PictureTooLarge { path },
            Self::Unreadable => Problem::PictureUnreadable { path },
            Self::NotWhole => Problem::PictureNotWhole { path },
        }
    }
}

/// What is wrong with the pictures in `text`.
pub(crate) fn faults(text: &str, finder: &dyn PictureFinder) -> Vec<Problem> {
    let fault = |(path, _): &(String, String)| {
        let fault = PictureFault::of_path(path).or_else(|| finder.fault(path))?;
        Some(fault.told(path))
    };
    pictures(text).iter().filter_map(fault).collect()
}

/// The path of the first picture in `text` whose words say nothing.
pub(crate) fn without_words(text: &str) -> Option<String> {
    pictures(text).into_iter().find(|(path, words)| !says_something(words, path)).map(|(path, _)| path)
}

/// Whether words for the picture at `path` tell anything of it: a word such as "picture" or the name of a file does not
/// (WCAG 2.2, failure F30).
pub(crate) fn says_something(words: &str, path: &str) -> bool {
    const PLACEHOLDERS: &[&str] = &[
        "alt",
        "diagram",
        "drawing",
        "figure",
        "foto",
        "graphic",
        "illustration",
        "image",
        "img",
        "photo",
        "photograph",
        "pic",
        "picture",
        "placeholder",
        "screenshot",
        "untitled",
        "bild",
        "abbildung",
        "grafik",
        "imagen",
        "immagine",
    ];
    const ENDINGS: &[&str] = &[".png", ".jpg", ".jpeg", ".webp", ".svg", ".gif"];
    let words = words.trim().to_lowercase();
    let bare = words.trim_start_matches("the ").trim_start_matches("an ").trim_start_matches("a ");
    let bare = bare.trim_end_matches(|sign: char| sign.is_ascii_digit() || sign == ' ' || sign == '.');
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let stem = name.rsplit_once('.').map_or(&*name, |(stem, _)| stem);
    let is_of_camera = words == stem && words.contains(|sign: char| sign.is_ascii_digit() || sign == '_');
    let is_file =
        words == name || is_of_camera || (!words.contains(' ') && ENDINGS.iter().any(|ending| words.ends_with(ending)));
    !words.is_empty() && !bare.is_empty() && !PLACEHOLDERS.contains(&bare) && !is_file
}

/// Whether a text may hold a picture, told by its signs alone.
pub fn may_hold_one(text: &str) -> bool {
    memmem::find(text.as_bytes(), b"![").is_some()
}

/// Path and words of each picture in `text`. Most texts hold none, which takes no more than a look for `![`.
pub fn pictures(text: &str) -> Vec<(String, String)> {
    if !may_hold_one(text) {
        return Vec::new();
    }
    let owned = |(path, words): (&str, &str)| (path.to_owned(), words.to_owned());
    text::parse(text).pictures().into_iter().map(owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let faults: Vec<String> = faults(text, &AnyPicture).iter().map(ToString::to_string).collect();
        assert_eq!(faults, expected, "{text}");
    }

    #[test]
    fn paths_that_leave_the_folder_are_found() {
        check(
            "![a](/etc/passwd)",
            &["the picture \"/etc/passwd\" is outside the bank's folder: put it beside the bank"],
        );
        check(
            "see ![a](../b.png) and ![c](d/../../e.png \"title\")",
            &[
                "the picture \"../b.png\" is outside the bank's folder: put it beside the bank",
                "the picture \"d/../../e.png\" is outside the bank's folder: put it beside the bank",
            ],
        );
        check(
            "![a](<../my picture.png>)",
            &["the picture \"../my picture.png\" is outside the bank's folder: put it beside the bank"],
        );
        check(
            "![a](https://example.org/a.png)",
            &[
                "the picture \"https://example.org/a.png\" has an address, and nothing is ever fetched from the network: save it \
             beside the bank, and name the file",
            ],
        );
    }

    #[test]
    fn paths_inside_the_folder_and_plain_words_are_let_be() {
        for text in [
            "![a](b.png)",
            "![a](p/b.png)",
            "![a]()",
            "![a] (b)",
            "![a](b",
            "![",
            "wow! [a](https://x)",
            "`![a](../b)`",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn a_picture_without_words_is_told_from_one_with_them() {
        assert_eq!(without_words("See ![ ](a.png)!").as_deref(), Some("a.png"));
        assert_eq!(without_words("![a ring](a.png) and ![](b.png)").as_deref(), Some("b.png"));
        assert_eq!(without_words("![a ring](a.png), wow![1] (2)"), None);
    }
}
