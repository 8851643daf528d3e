//! Places in a picture as a hotspot interaction of QTI 2.1, in whole pixels.

use crate::bank::{Question, Shape, Spot};
use crate::exchange::out_texts::OutTexts;
use crate::exchange::qti::write::answers::{Body, Earning, declared};
use crate::exchange::xml::{self, escape};
use crate::exchange::{Remark, decode};
use image::ImageReader;
use std::io::Cursor;

/// The interaction of a hotspot.
///
/// # Errors
/// Without its picture there is none.
pub(super) fn body(
    question: &Question,
    prompt: String,
    image: &str,
    spots: &[Spot],
    correct: &[Box<str>],
    texts: &mut OutTexts,
) -> Result<Body, Remark> {
    let lacking = || Remark::LacksPicture(image.into());
    let name = texts.take(image).ok_or_else(lacking)?;
    let bytes = texts.pictures.iter().find(|(known, _)| *known == name).map(|(_, bytes)| bytes).ok_or_else(lacking)?;
    let (width, height) = size(bytes).ok_or_else(|| Remark::UnusablePicture(image.into()))?;
    let kind = kind_of(&name);
    texts.tell(Remark::NotTaken("places finer than a pixel"));
    let mut choices = String::new();
    let mut right = Vec::new();
    for (number, spot) in (1..).zip(spots) {
        let is_name = spot.name.chars().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_'));
        let own = if is_name && spot.name.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
            spot.name.to_string()
        } else {
            texts.tell(Remark::NotTaken("names of places that have other signs than letters"));
            format!("spot_{number}")
        };
        let (shape, coords) = coords(&spot.shape, width, height);
        let label = match &*spot.describe {
            "" => String::new(),
            words => format!(" hotspotLabel=\"{}\"", escape(words)),
        };
        choices
            .push_str(&format!("<hotspotChoice identifier=\"{own}\" shape=\"{shape}\" coords=\"{coords}\"{label}/>\n"));
        if correct.contains(&spot.name) {
            right.push(own);
        }
    }
    let share = question.points / right.len().max(1) as f64;
    let mapping: Vec<(String, f64, bool)> = right.iter().map(|name| (name.clone(), share, false)).collect();
    Ok(Body {
        declarations: declared("RESPONSE", "multiple", "identifier", &right, &mapping),
        asked: format!(
            "{prompt}\n<hotspotInteraction responseIdentifier=\"RESPONSE\" maxChoices=\"{}\">\n<object \
             data=\"images/{}\" type=\"{kind}\" width=\"{width}\" height=\"{height}\">{}</object>\n{choices}</hotspotInteraction>",
            right.len(),
            escape(&name),
            escape(&question.alt)
        ),
        earning: Earning::Map,
        cardinality: "multiple",
        feedback: Vec::new(),
    })
}

fn coords(shape: &Shape, width: u32, height: u32) -> (&'static str, String) {
    let x = |share: f64| (share * f64::from(width)).round();
    let y = |share: f64| (share * f64::from(height)).round();
    match shape {
        Shape::Circle { x: left, y: top, r } => ("circle", format!("{},{},{}", x(*left), y(*top), x(*r).max(1.0))),
        Shape::Rect { x: left, y: top, width, height } => {
            ("rect", format!("{},{},{},{}", x(*left), y(*top), x(left + width), y(top + height)))
        }
        Shape::Polygon(corners) => {
            let corners: Vec<String> = corners.iter().map(|(left, top)| format!("{},{}", x(*left), y(*top))).collect();
            ("poly", corners.join(","))
        }
    }
}

/// Width and height in pixels.
fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    if let Ok(size) = reader.into_dimensions() {
        return Some(size);
    }
    let root = xml::parse(&decode::decode(bytes, None).0).ok()?;
    let svg = root.find("svg")?;
    let side = |name: &str| svg.attribute(name).trim_end_matches("px").parse::<f64>().ok();
    let view: Vec<f64> = svg.attribute("viewBox").split([' ', ',']).filter_map(|part| part.parse().ok()).collect();
    let (width, height) = match (side("width"), side("height"), &view[..]) {
        (Some(width), Some(height), _) => (width, height),
        (_, _, [_, _, width, height]) => (*width, *height),
        _ => return None,
    };
    // A drawing of a few units would round its places away.
    let scale = if width < 400.0 { (400.0 / width).ceil() } else { 1.0 };
    let whole = |side: f64| (1.0..=8192.0).contains(&(side * scale)).then(|| (side * scale).round() as u32);
    Some((whole(width)?, whole(height)?))
}

fn kind_of(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "svg" => "image/svg+xml",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        _ => "image/png",
    }
}
