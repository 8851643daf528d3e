//! An item of QTI 2 or 3 as a draft. Opens no file.

use crate::exchange::html_texts::HtmlTexts;
use crate::exchange::qti::asked::Asked;
use crate::exchange::qti::item::Item;
use crate::exchange::qti::kinds;
use crate::exchange::xml::Element;
use crate::exchange::{Answer, Draft, Place, Remark};

/// Reads an item. `passage` is a text of another file that it stands under, as HTML.
pub(super) fn draft(element: &Element, inside: &str, topic: &str, passage: &str, texts: &mut HtmlTexts) -> Draft {
    let item = Item::new(element);
    let (kind, Asked { mut prompt, mut answer }) = kinds::read(&item, texts);
    if element.is_rest {
        answer = Answer::LeftOut(Remark::NotRead(element.line));
    } else if element.is_cut_anywhere() {
        answer = Answer::LeftOut(Remark::Damaged("the file breaks off in it".into()));
    }
    if !passage.is_empty() {
        prompt = format!("{}\n\n{prompt}", texts.text(passage));
        texts.tell(Remark::Assumed("the passage that it stands under was put before it"));
    }
    let hints = (1..).map(|number| item.feedback(&format!("HINT_{number}"))).take_while(|hint| !hint.is_empty());
    let hints = hints.map(|hint| texts.text(&hint)).collect();
    let explanation = ["SOLUTION", "solution", "GENERAL"].map(|name| item.feedback(name));
    let explanation = explanation.into_iter().find(|html| !html.is_empty()).unwrap_or_default();
    let explanation = texts.text(&explanation);
    let name = element.attribute("title").trim();
    let place = Place::line(element.line).within(inside);
    Draft {
        name: name.into(),
        origin: element.attribute("identifier").into(),
        topic: topic.into(),
        points: item.points(),
        explanation,
        hints,
        alt: picture_words(&item).into(),
        remarks: texts.finish(),
        ..Draft::new(place, kind, prompt, answer)
    }
}

/// Words for the picture of a hotspot.
fn picture_words(item: &Item) -> String {
    let interaction = item.body.and_then(|body| body.find("hotspotInteraction"));
    let picture = interaction
        .and_then(|interaction| interaction.elements().find(|inner| matches!(&*inner.name, "object" | "img")));
    picture
        .map(
            |picture| {
                if picture.attribute("alt").is_empty() { picture.text() } else { picture.attribute("alt").to_owned() }
            },
        )
        .unwrap_or_default()
}
