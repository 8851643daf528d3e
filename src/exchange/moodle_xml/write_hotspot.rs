//! Writes places in a picture as Moodle's markers, which are dragged onto them.

use super::write_field::{Xml, escaped};
use crate::bank::{Answer, Question, Shape, Spot};
use crate::exchange::Remark;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Why it cannot be written, where it cannot.
pub(super) fn fault(question: &Question, xml: &Xml<'_>) -> Option<Remark> {
    let Answer::Hotspot { image, .. } = &question.answer else { return None };
    match xml.picture(image) {
        None => Some(Remark::LacksPicture(image.clone())),
        Some(bytes) if size(&bytes).is_none() => {
            Some(Remark::CannotCarry("Moodle marks places by pixels, and its picture is not made of any"))
        }
        Some(_) => None,
    }
}

/// The picture, a marker for each right place, and the places.
pub(super) fn write(image: &str, spots: &[Spot], correct: &[Box<str>], xml: &mut Xml<'_>) {
    let Some((bytes, size)) = xml.picture(image).and_then(|bytes| size(&bytes).map(|size| (bytes, size))) else {
        return;
    };
    let name = image.rsplit('/').next().unwrap_or(image);
    xml.value("shuffleanswers", "0");
    xml.raw(&format!(
        "    <file name=\"{}\" path=\"/\" encoding=\"base64\">{}</file>\n",
        escaped(name),
        STANDARD.encode(bytes)
    ));
    let right = spots.iter().filter(|spot| correct.contains(&spot.name));
    let right: Vec<&Spot> = right.collect();
    for (number, spot) in (1..).zip(&right) {
        xml.raw(&format!(
            "    <drag><no>{number}</no><text>{}</text><noofdrags>1</noofdrags></drag>\n",
            escaped(&spot.name)
        ));
    }
    for (number, spot) in (1..).zip(&right) {
        let (shape, coords) = coordinates(&spot.shape, size);
        xml.raw(&format!(
            "    <drop><no>{number}</no><shape>{shape}</shape><coords>{coords}</coords><choice>{number}</choice></drop>\n"
        ));
    }
}

/// Width and height in pixels.
fn size(bytes: &[u8]) -> Option<(f64, f64)> {
    let reader = image::ImageReader::new(std::io::Cursor::new(bytes)).with_guessed_format().ok()?;
    let (width, height) = reader.into_dimensions().ok()?;
    Some((f64::from(width), f64::from(height)))
}

fn coordinates(shape: &Shape, (width, height): (f64, f64)) -> (&'static str, String) {
    let point = |x: f64, y: f64| format!("{},{}", (x * width).round(), (y * height).round());
    match shape {
        Shape::Circle { x, y, r } => ("circle", format!("{};{}", point(*x, *y), (r * width).round())),
        Shape::Rect { x, y, width, height } => ("rectangle", format!("{};{}", point(*x, *y), point(*width, *height))),
        Shape::Polygon(corners) => {
            ("polygon", corners.iter().map(|(x, y)| point(*x, *y)).collect::<Vec<_>>().join(";"))
        }
    }
}
