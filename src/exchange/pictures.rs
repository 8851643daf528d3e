//! The pictures that come with imported questions: each kept once, under a name that any file system takes. Shows and saves
//! nothing.

use crate::exchange::Remark;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// A picture with the path that texts name it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The path relative to the bank, such as `rivers-pictures/map.png`.
    pub path: Box<str>,
    /// The file's content.
    pub bytes: Arc<[u8]>,
}

/// The pictures of a bank to be.
#[derive(Clone, Debug, Default)]
pub struct Pictures {
    all: Vec<Picture>,
}

/// The folder beside a bank that pictures are put in.
const FOLDER: &str = "pictures";

/// Files above this are no pictures for a quiz.
const MOST_BYTES: usize = 20 << 20;

impl Pictures {
    /// Keeps a picture and gives the path for the text. The same content is kept once. A part of its hash is in its name, so
    /// that no picture ever takes the place of another. GIF and BMP become PNG.
    ///
    /// # Errors
    /// [`Remark::UnusablePicture`] for what banks cannot show.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<Box<str>, Remark> {
        let unusable = || Remark::UnusablePicture(name.into());
        if bytes.len() > MOST_BYTES {
            return Err(unusable());
        }
        let (bytes, ending): (Arc<[u8]>, _) = usable(bytes).ok_or_else(unusable)?;
        if let Some(known) = self.all.iter().find(|picture| picture.bytes == bytes) {
            return Ok(known.path.clone());
        }
        let hash = short_hash(&bytes);
        let stem = stem(name);
        let stem = stem.strip_suffix(&hash).map_or(&*stem, |stem| stem.trim_end_matches('-'));
        let path = format!("{FOLDER}/{stem}-{hash}.{ending}");
        self.all.push(Picture { path: path.as_str().into(), bytes });
        Ok(path.into())
    }

    /// All pictures.
    pub fn all(&self) -> &[Picture] {
        &self.all
    }

    /// The picture at a path that [`Self::add`] gave.
    pub fn at(&self, path: &str) -> Option<&Picture> {
        self.all.iter().find(|picture| *picture.path == *path)
    }
}

/// The picture as banks can show it, with the ending for its name.
fn usable(bytes: &[u8]) -> Option<(Arc<[u8]>, &'static str)> {
    use image::ImageFormat;
    let ending = match image::guess_format(bytes) {
        Ok(ImageFormat::Png) => "png",
        Ok(ImageFormat::Jpeg) => "jpg",
        Ok(ImageFormat::WebP) => "webp",
        Ok(format @ (ImageFormat::Gif | ImageFormat::Bmp)) => return Some((as_png(bytes, format)?, "png")),
        Ok(_) => return None,
        Err(_) => {
            let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]);
            return start.contains("<svg").then(|| (bytes.into(), "svg"));
        }
    };
    Some((bytes.into(), ending))
}

fn as_png(bytes: &[u8], format: image::ImageFormat) -> Option<Arc<[u8]>> {
    let mut limits = image::Limits::default();
    (limits.max_image_width, limits.max_image_height) = (Some(8192), Some(8192));
    let mut reader = image::ImageReader::with_format(std::io::Cursor::new(bytes), format);
    reader.limits(limits);
    let mut png = std::io::Cursor::new(Vec::new());
    reader.decode().ok()?.write_to(&mut png, image::ImageFormat::Png).ok()?;
    Some(png.into_inner().into())
}

/// The name without its folders and its ending, of small letters, digits and hyphens.
fn stem(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let stem: String = crate::bank::id_from(stem, "picture").chars().take(60).collect();
    stem.trim_end_matches('-').to_owned()
}

fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SVG: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>";

    #[test]
    fn a_picture_is_kept_once_and_another_of_its_name_beside_it() {
        let mut pictures = Pictures::default();
        let first = pictures.add("a b/Map (1).svg", SVG).expect("a drawing");
        assert!(first.starts_with("pictures/map-1-") && first.ends_with(".svg"), "{first}");
        assert_eq!(pictures.add("other.svg", SVG).as_ref(), Ok(&first));
        assert_eq!(Pictures::default().add(&first, SVG).as_ref(), Ok(&first), "a name that was given stays");
        let second = pictures.add("map-1.SVG", b"<svg/>").expect("a drawing");
        assert!(second.starts_with("pictures/map-1-") && second != first, "{second}");
        assert_eq!(pictures.all().len(), 2);
    }

    #[test]
    fn what_is_no_picture_is_told_and_names_lead_nowhere() {
        let mut pictures = Pictures::default();
        assert_eq!(pictures.add("x.png", b"MZ..."), Err(Remark::UnusablePicture("x.png".into())));
        let path = pictures.add("../../etc/passwd", SVG).expect("a drawing");
        assert!(path.starts_with("pictures/passwd-") && !path.contains(".."), "{path}");
    }
}
