//! The pictures that texts in a package name: found by their address, and unpacked only then. Fetches nothing.

use crate::exchange::markup::PictureTaker;
use crate::exchange::{Package, Pictures, Remark};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::collections::BTreeMap;

/// Takes the pictures of one bank after the other out of a package, or out of texts that stand alone.
pub(super) struct PackagePictures<'p, 'r> {
    package: Option<&'p mut Package<'r>>,
    /// The name in the package for a name with small letters and without percent signs.
    names: BTreeMap<String, Box<str>>,
    /// Names without their folder, for those that stand in the package once.
    files: BTreeMap<String, Option<Box<str>>>,
    /// The folder of the file whose texts are read, with its slash.
    folder: String,
    pictures: Pictures,
    /// What became of each picture of this bank by its name in the package.
    taken: BTreeMap<Box<str>, Result<Box<str>, Remark>>,
}

impl<'p, 'r> PackagePictures<'p, 'r> {
    /// Of a package.
    pub fn of(package: &'p mut Package<'r>) -> Self {
        let mut names = BTreeMap::new();
        let mut files: BTreeMap<String, Option<Box<str>>> = BTreeMap::new();
        for name in package.names() {
            let key = key(name);
            let file = key.rsplit('/').next().unwrap_or_default().to_owned();
            files.entry(file).and_modify(|known| *known = None).or_insert_with(|| Some(name.into()));
            names.insert(key, name.into());
        }
        Self { package: Some(package), names, files, ..Self::none() }
    }

    /// Of a file that is no package.
    pub fn none() -> Self {
        Self {
            package: None,
            names: BTreeMap::new(),
            files: BTreeMap::new(),
            folder: String::new(),
            pictures: Pictures::default(),
            taken: BTreeMap::new(),
        }
    }

    /// Texts of that file come next.
    pub fn reading(&mut self, file: &str) {
        self.folder = file.rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/"));
    }

    /// The content of a file that is no picture.
    pub fn package(&mut self) -> Option<&mut Package<'r>> {
        self.package.as_deref_mut()
    }

    /// The pictures of the bank that was read; the next has none yet.
    pub fn finish(&mut self) -> Pictures {
        self.taken.clear();
        std::mem::take(&mut self.pictures)
    }

    /// The name in the package that an address means.
    fn find(&self, address: &str) -> Option<Box<str>> {
        let plain = decoded(address.split(['?', '#']).next().unwrap_or_default());
        let within = FILE_BASES.iter().find_map(|base| plain.strip_prefix(base));
        let rest = within.unwrap_or(&plain).trim_start_matches('/');
        let beside = resolved(&format!("{}{rest}", self.folder));
        let whole = resolved(rest);
        let places = match within {
            Some(_) => [format!("web_resources/{whole}"), whole.clone(), beside],
            None => [beside, whole.clone(), format!("web_resources/{whole}")],
        };
        let named = places.iter().find_map(|place| self.names.get(&key(place)));
        let file = key(whole.rsplit('/').next().unwrap_or_default());
        named.or_else(|| self.files.get(&file).and_then(Option::as_ref)).cloned()
    }

    fn add(&mut self, name: &str) -> Result<Box<str>, Remark> {
        let package = self.package.as_mut().ok_or_else(|| Remark::MissingPicture(name.into()))?;
        let bytes = package.read(name).map_err(|_| Remark::UnusablePicture(name.into()))?;
        self.pictures.add(&decoded(name), &bytes)
    }
}

/// What stands for the folder of the files of a course.
const FILE_BASES: [&str; 3] = ["$IMS-CC-FILEBASE$", "$IMS_CC_FILEBASE$", "IMS-CC-FILEBASE"];

impl PictureTaker for PackagePictures<'_, '_> {
    fn take(&mut self, address: &str) -> Result<Box<str>, Remark> {
        let address = address.trim();
        if let Some(data) = address.strip_prefix("data:") {
            let unusable = || Remark::UnusablePicture("data:".into());
            let (_, data) = data.split_once(";base64,").ok_or_else(unusable)?;
            let data: String = decoded(data).split_whitespace().collect();
            return self.pictures.add("picture", &STANDARD.decode(data).map_err(|_| unusable())?);
        }
        let name: Box<str> = decoded(address).into();
        if is_media(&name) {
            return Err(Remark::Media(name));
        }
        let Some(found) = self.find(address) else {
            let is_remote = address.starts_with("http:") || address.starts_with("https:");
            return Err(if is_remote { Remark::RemotePicture(address.into()) } else { Remark::MissingPicture(name) });
        };
        if let Some(known) = self.taken.get(&found) {
            return known.clone();
        }
        let taken = self.add(&found);
        self.taken.insert(found, taken.clone());
        taken
    }
}

/// Whether a name is that of sound or film.
pub(super) fn is_media(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    ["mp3", "mp4", "m4a", "m4v", "wav", "ogg", "webm", "mov", "avi", "swf", "flv"].contains(&ending.as_str())
}

/// A name as names are compared.
fn key(name: &str) -> String {
    decoded(name).replace('\\', "/").to_lowercase()
}

/// A path without `.` and `..`; one that leads out of the package ends at its root.
fn resolved(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// A text in which percent signs stand for other signs.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let hex = text.get(at + 1..at + 3).filter(|_| byte == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        plain.push(hex.unwrap_or(byte));
        at += if hex.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&plain).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};
    use zip::write::SimpleFileOptions;

    const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>";

    #[test]
    fn addresses_lead_to_the_files_that_they_mean() {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["web_resources/Uploaded Media/a (1).svg", "quiz/images/b.svg", "other/c%20d.svg"] {
            zip.start_file(name, SimpleFileOptions::default()).expect("a file");
            zip.write_all(format!("{SVG}<!--{name}-->").as_bytes()).expect("writes");
        }
        let mut file = zip.finish().expect("a zip file");
        let mut package = Package::open(&mut file).expect("a package");
        let mut pictures = PackagePictures::of(&mut package);
        pictures.reading("quiz/quiz.xml");
        for (address, expected) in [
            ("$IMS-CC-FILEBASE$/Uploaded%20Media/a%20(1).svg", Ok("pictures/a-1.svg")),
            ("%24IMS-CC-FILEBASE%24/Uploaded%20Media/a%20%281%29.svg?canvas_=1", Ok("pictures/a-1.svg")),
            ("images/b.svg", Ok("pictures/b.svg")),
            ("../quiz/images/B.svg", Ok("pictures/b.svg")),
            ("../../../other/c d.svg", Ok("pictures/c-d.svg")),
            ("/courses/1/files/23/preview", Err(Remark::MissingPicture("/courses/1/files/23/preview".into()))),
            ("https://example.org/x.png", Err(Remark::RemotePicture("https://example.org/x.png".into()))),
            ("film.mp4", Err(Remark::Media("film.mp4".into()))),
        ] {
            let taken = pictures.take(address).map(|path| without_hash(&path));
            assert_eq!(taken, expected.map(Into::into), "{address}");
        }
        assert_eq!(pictures.finish().all().len(), 3);
    }

    /// `pictures/a-1-577a3b07.svg` without the part of its hash.
    fn without_hash(path: &str) -> Box<str> {
        let (stem, ending) = path.rsplit_once('.').expect("an ending");
        let (stem, _) = stem.rsplit_once('-').expect("a hash");
        format!("{stem}.{ending}").into()
    }
}
