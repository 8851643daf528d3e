//! The interactions of QTI 2 and 3, and who reads each. Reads none itself.

use crate::exchange::html_texts::HtmlTexts;
use crate::exchange::kind_row::rows;
use crate::exchange::qti::asked::{Asked, is_interaction};
use crate::exchange::qti::item::Item;
use crate::exchange::qti::{gaps, options, pairs, spots};
use crate::exchange::xml::Element;
use crate::exchange::{Answer, KindRow, Remark};

/// Reads an item by its one interaction.
type Reader = fn(&Item, &Element, &mut HtmlTexts) -> Asked;

const TABLE: [(KindRow, Reader); 21] = [
    (
        KindRow::new("choiceInteraction", "Choice, Choices or TrueFalse", "rules of marking of its own are not read"),
        options::choice,
    ),
    (KindRow::new("hottextInteraction", "Choice or Choices", "the words become options"), options::hottext),
    (KindRow::new("inlineChoiceInteraction", "Cloze", ""), gaps::cloze),
    (
        KindRow::new(
            "textEntryInteraction",
            "Cloze, Text or Number",
            "answers that earn a part of the points are dropped",
        ),
        gaps::cloze,
    ),
    (KindRow::new("gapMatchInteraction", "Cloze", ""), gaps::gap_match),
    (KindRow::new("orderInteraction", "Order", "answers that are right in part earn another share"), options::order),
    (KindRow::new("matchInteraction", "Match or Categorise", ""), pairs::matching),
    (KindRow::new("associateInteraction", "Match", "which side is which is guessed"), pairs::associate),
    (KindRow::new("hotspotInteraction", "Hotspot", ""), spots::hotspot),
    (KindRow::new("sliderInteraction", "Number", "the bounds of the slider stand in the question"), gaps::slider),
    (KindRow::new("extendedTextInteraction", "left out, or Recall with cards", ""), by_person),
    (KindRow::new("uploadInteraction", "left out", ""), by_person),
    (KindRow::new("drawingInteraction", "left out", ""), by_person),
    (KindRow::new("selectPointInteraction", "left out", "it has no wrong places"), no_counterpart),
    (KindRow::new("positionObjectInteraction", "left out", ""), no_counterpart),
    (KindRow::new("graphicGapMatchInteraction", "left out", ""), no_counterpart),
    (KindRow::new("graphicAssociateInteraction", "left out", ""), no_counterpart),
    (KindRow::new("graphicOrderInteraction", "left out", ""), no_counterpart),
    (KindRow::new("mediaInteraction", "left out", ""), no_counterpart),
    (KindRow::new("customInteraction", "left out", ""), no_counterpart),
    (KindRow::new("portableCustomInteraction", "left out", ""), no_counterpart),
];

/// What becomes of each kind.
pub(in crate::exchange) const KINDS: &[KindRow] = &rows(&TABLE);

/// Reads an item, and what the file calls its kind.
pub(super) fn read(item: &Item, texts: &mut HtmlTexts) -> (&'static str, Asked) {
    let left_out = |reason| Asked { prompt: String::new(), answer: Answer::LeftOut(reason) };
    let found = item.body.map(|body| body.all(&|element| is_interaction(element))).unwrap_or_default();
    let is_in_text = |element: &&Element| matches!(&*element.name, "inlineChoiceInteraction" | "textEntryInteraction");
    let Some(&first) = found.first() else { return ("", left_out(Remark::Description)) };
    let Some((row, reader)) = TABLE.iter().find(|(row, _)| *row.theirs == *first.name) else {
        return ("", left_out(Remark::UnknownType(first.name.clone())));
    };
    let asked = match () {
        () if item.element.attribute("adaptive") == "true" => {
            left_out(Remark::CannotCarry("it changes while it is answered"))
        }
        () if item.element.child("templateDeclaration").is_some() => {
            left_out(Remark::CannotCarry("its values are drawn when it is asked"))
        }
        () if found.len() > 1 && !found.iter().all(is_in_text) => {
            left_out(Remark::CannotCarry("it asks several things at once"))
        }
        () => reader(item, first, texts),
    };
    (row.theirs, asked)
}

fn by_person(item: &Item, interaction: &Element, texts: &mut HtmlTexts) -> Asked {
    let declared = item.of(interaction).and_then(|declared| declared.correct.first()).cloned().unwrap_or_default();
    let back =
        [crate::exchange::xml::escape(&declared), item.feedback("SOLUTION")].into_iter().find(|back| !back.is_empty());
    let answer = match back.map(|back| texts.text(&back)) {
        Some(back) if !back.trim().is_empty() => Answer::Card { back },
        _ => Answer::LeftOut(Remark::MarkedByPerson),
    };
    Asked { prompt: super::body::prompt(item, texts), answer }
}

fn no_counterpart(item: &Item, interaction: &Element, texts: &mut HtmlTexts) -> Asked {
    let answer = Answer::LeftOut(Remark::UnknownType(interaction.name.clone()));
    Asked { prompt: super::body::prompt(item, texts), answer }
}
