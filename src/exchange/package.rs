//! Packages: what is inside a zip file, read within limits. Writes no file, and follows no name out of the package.

use indexmap::IndexMap;
use std::io::{Read, Seek};
use thiserror::Error;
use zip::ZipArchive;

/// A file that can be read from any place.
pub trait ReadSeek: Read + Seek {}

impl<T: Read + Seek> ReadSeek for T {}

/// A zip file, of which only what is asked for is unpacked.
pub struct Package<'r> {
    archive: ZipArchive<&'r mut dyn ReadSeek>,
    /// Where each file stands, by its name.
    places: IndexMap<Box<str>, usize>,
    /// How many bytes may still be unpacked.
    left: u64,
}

/// Why a package, or a file in it, is not read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PackageFault {
    /// It is no zip file, or a damaged one.
    #[error("it is no zip file, or a damaged one")]
    Damaged,
    /// It has more files than any package of questions.
    #[error("it holds {0} files, more than any package of questions")]
    TooManyFiles(usize),
    /// A file would become too large.
    #[error("{0} would become larger than {LARGEST_MB} MB when unpacked")]
    TooLarge(Box<str>),
    /// A file is packed so densely that it is meant to fill a disk.
    #[error("{0} is packed more densely than any real file")]
    Bomb(Box<str>),
    /// All that was unpacked together is too much.
    #[error("what it holds would become larger than {MOST_MB} MB when unpacked")]
    TooMuch,
    /// A name leads out of the package, or stands in it twice.
    #[error("the name {0:?} leads out of the package, or stands in it twice")]
    Name(Box<str>),
    /// It needs a password.
    #[error("{0} needs a password")]
    Locked(Box<str>),
    /// A file that is named and not there.
    #[error("{0} is not in it")]
    Missing(Box<str>),
}

const LARGEST_MB: u64 = 256;
const MOST_MB: u64 = 1024;
const MOST_FILES: usize = 100_000;
/// How many bytes may come of one; deflate reaches 1032 at the most, with real files below 200.
const DENSEST: u64 = 400;
/// Files up to this may be as dense as they like.
const HARMLESS: u64 = 8 << 20;

impl<'r> Package<'r> {
    /// Reads the list of what is inside.
    ///
    /// # Errors
    /// What is no zip file, has too many files, or names that lead elsewhere.
    pub fn open(file: &'r mut dyn ReadSeek) -> Result<Self, PackageFault> {
        let archive = ZipArchive::new(file).map_err(|_| PackageFault::Damaged)?;
        if archive.len() > MOST_FILES {
            return Err(PackageFault::TooManyFiles(archive.len()));
        }
        let mut places = IndexMap::with_capacity(archive.len());
        for place in 0..archive.len() {
            let name: Box<str> =
                archive.name_for_index(place).and_then(Result::ok).ok_or(PackageFault::Damaged)?.into();
            if !is_inside(&name) || places.insert(name.clone(), place).is_some() {
                return Err(PackageFault::Name(name));
            }
        }
        Ok(Self { archive, places, left: MOST_MB << 20 })
    }

    /// The names of its files, in its own order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.places.keys().map(|name| &**name)
    }

    /// Whether there is a file of that name.
    pub fn has(&self, name: &str) -> bool {
        self.places.contains_key(name)
    }

    /// The content of a file.
    ///
    /// # Errors
    /// What is not there, damaged, locked or larger than any file of questions.
    pub fn read(&mut self, name: &str) -> Result<Vec<u8>, PackageFault> {
        let place = *self.places.get(name).ok_or_else(|| PackageFault::Missing(name.into()))?;
        let file = self.archive.by_index(place).map_err(|fault| match fault {
            zip::result::ZipError::UnsupportedArchive(reason) if reason.contains("assword") => {
                PackageFault::Locked(name.into())
            }
            _ => PackageFault::Damaged,
        })?;
        if file.is_symlink() {
            return Err(PackageFault::Name(name.into()));
        }
        let packed = file.compressed_size().max(1);
        let most = (LARGEST_MB << 20).min(self.left);
        let mut bytes = Vec::new();
        // What the list says of the size may be a lie, so the bytes that come are counted.
        file.take(most + 1).read_to_end(&mut bytes).map_err(|_| PackageFault::Damaged)?;
        let length = bytes.len() as u64;
        match () {
            () if length > HARMLESS && length / packed > DENSEST => Err(PackageFault::Bomb(name.into())),
            () if length > self.left => Err(PackageFault::TooMuch),
            () if length > most => Err(PackageFault::TooLarge(name.into())),
            () => {
                self.left -= length;
                Ok(bytes)
            }
        }
    }
}

fn is_inside(name: &str) -> bool {
    let is_drive = name.as_bytes().get(1) == Some(&b':');
    !is_drive
        && !name.starts_with(['/', '\\'])
        && !name.split(['/', '\\']).any(|part| part == "..")
        && !name.contains('\0')
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn zip(files: &[(&str, &[u8])]) -> Cursor<Vec<u8>> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer.start_file(*name, SimpleFileOptions::default()).expect("a file");
            writer.write_all(bytes).expect("writes");
        }
        writer.finish().expect("a zip file")
    }

    #[test]
    fn files_are_read_by_name() {
        let mut file = zip(&[("a/b.xml", b"<x/>"), ("c", b"")]);
        let mut package = Package::open(&mut file).expect("a package");
        assert_eq!(package.names().collect::<Vec<_>>(), ["a/b.xml", "c"]);
        assert_eq!(package.read("a/b.xml").as_deref(), Ok(&b"<x/>"[..]));
        assert_eq!(package.read("d"), Err(PackageFault::Missing("d".into())));
    }

    #[test]
    fn bombs_and_names_that_lead_elsewhere_are_refused() {
        let zeros = vec![0_u8; 32 << 20];
        let mut file = zip(&[("zeros", &zeros)]);
        let mut package = Package::open(&mut file).expect("a package");
        assert_eq!(package.read("zeros"), Err(PackageFault::Bomb("zeros".into())));
        for name in ["../x", "a/../../x", "/etc/passwd", "C:\\x", "..\\x"] {
            let mut file = zip(&[(name, b"x")]);
            assert_eq!(Package::open(&mut file).err(), Some(PackageFault::Name(name.into())));
        }
        assert_eq!(Package::open(&mut Cursor::new(b"no zip".to_vec())).err(), Some(PackageFault::Damaged));
    }
}
