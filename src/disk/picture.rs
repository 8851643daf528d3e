//! Finds the pictures of a bank and reads only their headers, for their size.

use super::svg;
use crate::bank::{PictureFault, PictureFinder};
use image::ImageReader;
use std::cell::RefCell;
use std::collections::HashMap;
use std::fs;
use std::io::{Cursor, ErrorKind};
use std::path::{Path, PathBuf};

/// The largest picture file that is shown: far more than a screen needs, and little enough to decode.
const PICTURE_LIMIT_BYTES: u64 = 20 * 1024 * 1024;
/// The longest side of a picture, which every graphics card since 2008 can hold (Direct3D 10).
const LONGEST_SIDE_PIXELS: u32 = 8192;

/// A picture that can be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Where it is.
    place: Place,
    /// Its width in pixels.
    pub width: f32,
    /// Its height in pixels.
    pub height: f32,
}

#[derive(Clone, Debug, PartialEq)]
enum Place {
    /// A file.
    File(PathBuf),
    /// In memory, under this address.
    Memory(String),
}

impl Picture {
    /// A picture that is no file yet; `address` ends as its name would.
    ///
    /// # Errors
    /// Why it cannot be shown.
    pub fn in_memory(address: String, bytes: &[u8]) -> Result<Self, PictureFault> {
        let (width, height) = match &*kind_of(Path::new(&address)) {
            "svg" => svg::size_of(bytes)?,
            _ => {
                let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
                let size = reader.ok().and_then(|reader| reader.into_dimensions().ok());
                size.map(|(width, height)| (width as f32, height as f32)).ok_or(PictureFault::Unreadable)?
            }
        };
        Self::of_size(Place::Memory(address), (width, height))
    }

    fn of_size(place: Place, (width, height): (f32, f32)) -> Result<Self, PictureFault> {
        let is_fit = |side: f32| side.is_finite() && side > 0.0;
        if width.max(height) > LONGEST_SIDE_PIXELS as f32 {
            Err(PictureFault::TooLarge)
        } else if is_fit(width) && is_fit(height) {
            Ok(Self { place, width, height })
        } else {
            Err(PictureFault::Unreadable)
        }
    }

    /// The address under which egui reads it. On Windows a path has no `/` at its beginning, and the address has.
    pub fn uri(&self) -> String {
        let begin = if cfg!(windows) { "file:///" } else { "file://" };
        match &self.place {
            Place::File(path) => format!("{begin}{}", path.display()),
            Place::Memory(address) => address.clone(),
        }
    }
}

/// The picture that a bank in `folder` names, where it is a file of a known kind in that folder or below it and not too
/// large. A link that leads out of the folder is refused as the path would be.
///
/// # Errors
/// Why it cannot be shown.
pub fn picture_beside(folder: &Path, named: &str) -> Result<Picture, PictureFault> {
    if let Some(fault) = PictureFault::of_path(named) {
        return Err(fault);
    }
    let missing = |_| PictureFault::Missing;
    let folder = folder.canonicalize().map_err(missing)?;
    let path = folder.join(named).canonicalize().map_err(missing)?;
    if !path.starts_with(&folder) {
        return Err(PictureFault::Outside);
    }
    let file = path.metadata().map_err(missing)?;
    if !file.is_file() {
        return Err(if file.is_dir() { PictureFault::Missing } else { PictureFault::Unreadable });
    }
    if file.len() > PICTURE_LIMIT_BYTES {
        return Err(PictureFault::TooLarge);
    }
    let size = size_of(&path)?;
    Picture::of_size(Place::File(path), size)
}

/// A picture as its file has it.
#[derive(Clone, Debug, PartialEq)]
pub struct PictureBytes {
    /// The kind, such as `image/png`.
    pub kind: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
    /// Its width in pixels.
    pub width: f32,
    /// Its height in pixels.
    pub height: f32,
}

/// The picture that the bank in the file `bank` names, where it can be shown and has no more than `limit_bytes`.
pub fn read_picture(bank: &Path, named: &str, limit_bytes: usize) -> Option<PictureBytes> {
    let Picture { place, width, height } = picture_beside(&folder_of(bank), named).ok()?;
    let Place::File(path) = place else { return None };
    let kind = match &*kind_of(&path) {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "svg" => "image/svg+xml",
        _ => return None,
    };
    if path.metadata().ok()?.len() > limit_bytes as u64 {
        return None;
    }
    Some(PictureBytes { kind, bytes: fs::read(&path).ok()?, width, height })
}

/// The folder that a bank's file lies in.
fn folder_of(bank: &Path) -> PathBuf {
    match bank.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_path_buf(),
        _ => PathBuf::from("."),
    }
}

fn kind_of(path: &Path) -> String {
    path.extension().and_then(|kind| kind.to_str()).unwrap_or_default().to_ascii_lowercase()
}

/// Width and height, from the head of the file; an SVG is small and read whole.
fn size_of(path: &Path) -> Result<(f32, f32), PictureFault> {
    match &*kind_of(path) {
        "svg" => {
            let bytes = fs::read(path).map_err(|error| match error.kind() {
                ErrorKind::NotFound => PictureFault::Missing,
                _ => PictureFault::Unreadable,
            })?;
            svg::size_of(&bytes)
        }
        "png" | "jpg" | "jpeg" | "webp" => {
            let reader = ImageReader::open(path).map_err(|_| PictureFault::Unreadable)?;
            let size = reader.into_dimensions().map_err(|_| PictureFault::Unreadable)?;
            Ok((size.0 as f32, size.1 as f32))
        }
        _ => Err(PictureFault::Unreadable),
    }
}

/// Looks for the pictures of one bank in its folder, for each once.
#[derive(Debug)]
pub struct PicturesBeside {
    folder: PathBuf,
    known: RefCell<HashMap<String, Option<PictureFault>>>,
}

impl PicturesBeside {
    /// Looks in the folder of a bank's file.
    pub fn of_bank(bank: &Path) -> Self {
        Self { folder: folder_of(bank), known: RefCell::default() }
    }
}

impl PictureFinder for PicturesBeside {
    fn fault(&self, path: &str) -> Option<PictureFault> {
        let mut known = self.known.borrow_mut();
        *known.entry(path.to_owned()).or_insert_with(|| picture_beside(&self.folder, path).err())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\"/>";

    fn bank_folder() -> (tempfile::TempDir, PathBuf) {
        let temporary = tempfile::tempdir().expect("a temporary folder");
        let folder = temporary.path().join("banks");
        fs::create_dir_all(folder.join("pictures")).expect("made");
        fs::write(folder.join("pictures/torus map.svg"), SVG).expect("written");
        fs::write(folder.join("bank.ron"), "").expect("written");
        fs::write(folder.join("no.png"), "no picture").expect("written");
        fs::write(temporary.path().join("secret.svg"), SVG).expect("written");
        (temporary, folder)
    }

    fn fault(folder: &Path, named: &str) -> Option<PictureFault> {
        picture_beside(folder, named).err()
    }

    #[test]
    fn a_picture_below_the_folder_is_found_with_its_size() {
        let (_temporary, folder) = bank_folder();
        let found = picture_beside(&folder, "pictures/torus map.svg").expect("found");
        assert_eq!((found.width, found.height), (40.0, 30.0));
        let path = found.uri().strip_prefix(if cfg!(windows) { "file:///" } else { "file://" }).map(PathBuf::from);
        assert!(path.is_some_and(|path| path.is_absolute() && path.is_file()), "{}", found.uri());
        image::RgbImage::new(7, 5).save(folder.join("a.png")).expect("saved");
        assert_eq!(picture_beside(&folder, "a.png").map(|found| (found.width, found.height)), Ok((7.0, 5.0)));
    }

    #[test]
    fn what_is_no_picture_or_not_there_is_refused() {
        let (_temporary, folder) = bank_folder();
        for named in ["bank.ron", "no.png"] {
            assert_eq!(fault(&folder, named), Some(PictureFault::Unreadable), "{named}");
        }
        for named in ["pictures", "none.png", ""] {
            assert_eq!(fault(&folder, named), Some(PictureFault::Missing), "{named}");
        }
        assert_eq!(fault(&folder, "/etc/passwd"), Some(PictureFault::Outside));
        assert_eq!(fault(&folder, "https://example.org/a.png"), Some(PictureFault::OnNetwork));
    }

    #[test]
    fn a_picture_too_large_is_refused() {
        let (_temporary, folder) = bank_folder();
        fs::File::create(folder.join("big.png"))
            .and_then(|file| file.set_len(PICTURE_LIMIT_BYTES + 1))
            .expect("sparse");
        assert_eq!(fault(&folder, "big.png"), Some(PictureFault::TooLarge));
        fs::write(folder.join("wide.svg"), SVG.replace("40", "40000")).expect("written");
        assert_eq!(fault(&folder, "wide.svg"), Some(PictureFault::TooLarge));
    }

    #[test]
    fn a_path_or_a_link_that_leaves_the_folder_is_refused() {
        let (_temporary, folder) = bank_folder();
        assert_eq!(fault(&folder, "../secret.svg"), Some(PictureFault::Outside));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(folder.join("../secret.svg"), folder.join("link.svg")).expect("linked");
            assert_eq!(fault(&folder, "link.svg"), Some(PictureFault::Outside));
        }
    }

    #[test]
    fn a_bank_named_without_a_folder_lies_in_this_one() {
        assert_eq!(PicturesBeside::of_bank(Path::new("bank.ron")).folder, Path::new("."));
        assert_eq!(PicturesBeside::of_bank(Path::new("Cargo.toml")).fault("assets/torus.svg"), None);
    }
}
