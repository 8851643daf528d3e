//! Places in a picture in QTI 2 and 3.

use crate::bank::{Shape, Spot};
use crate::exchange::html_texts::HtmlTexts;
use crate::exchange::qti::asked::Asked;
use crate::exchange::qti::body::prompt;
use crate::exchange::qti::item::{Item, number};
use crate::exchange::qti::options::tell_own_rules;
use crate::exchange::xml::Element;
use crate::exchange::{Answer, Remark};

/// Places to pick from.
pub(super) fn hotspot(item: &Item, interaction: &Element, texts: &mut HtmlTexts) -> Asked {
    let prompt = prompt(item, texts);
    tell_own_rules(item, texts);
    let answer = spots(item, interaction, texts).unwrap_or_else(Answer::LeftOut);
    Asked { prompt, answer }
}

fn spots(item: &Item, interaction: &Element, texts: &mut HtmlTexts) -> Result<Answer, Remark> {
    let picture = interaction.elements().find(|element| matches!(&*element.name, "object" | "img" | "picture"));
    let picture = picture.ok_or_else(|| Remark::LacksPicture("".into()))?;
    let address = if &*picture.name == "object" { picture.attribute("data") } else { picture.attribute("src") };
    let size = ["width", "height"].map(|name| number(picture.attribute(name).trim_end_matches("px")).unwrap_or(0.0));
    if size.iter().any(|side| *side <= 0.0) {
        return Err(Remark::Damaged("its picture has no size".into()));
    }
    let image = texts.picture(address).map_err(|_| Remark::LacksPicture(address.into()))?;
    let correct = item.of(interaction).map(|declared| declared.correct.as_slice()).unwrap_or_default();
    let (mut spots, mut right) = (Vec::new(), Vec::new());
    for choice in interaction.children("hotspotChoice") {
        let Some(shape) = shape(choice, size) else { continue };
        let name: Box<str> = choice.attribute("identifier").into();
        if correct.iter().any(|correct| **correct == *name) {
            right.push(name.clone());
        }
        spots.push(Spot { name, shape, describe: choice.attribute("hotspotLabel").into() });
    }
    if right.is_empty() {
        return Err(Remark::NoKey);
    }
    Ok(Answer::Spots { image, spots, correct: right })
}

fn shape(choice: &Element, [width, height]: [f64; 2]) -> Option<Shape> {
    let coords: Vec<f64> = choice.attribute("coords").split([',', ' ']).filter_map(number).collect();
    match (choice.attribute("shape"), &coords[..]) {
        ("circle", [x, y, r, ..]) => Some(Shape::Circle { x: x / width, y: y / height, r: r / width }),
        ("rect", [left, top, right, bottom, ..]) => Some(Shape::Rect {
            x: left / width,
            y: top / height,
            width: (right - left) / width,
            height: (bottom - top) / height,
        }),
        ("poly", coords) if coords.len() >= 6 => {
            Some(Shape::Polygon(coords.chunks_exact(2).map(|corner| (corner[0] / width, corner[1] / height)).collect()))
        }
        _ => None,
    }
}
