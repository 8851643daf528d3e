//! What an item of QTI 2 or 3 asks: its body as HTML, without where learners answer. Makes no key.

use crate::exchange::html_texts::HtmlTexts;
use crate::exchange::qti::asked::is_interaction;
use crate::exchange::qti::item::Item;
use crate::exchange::xml::Element;

/// The text around the interaction, and its own prompt.
pub(super) fn prompt(item: &Item, texts: &mut HtmlTexts) -> String {
    let Some(body) = item.body else { return String::new() };
    texts.text(&html(body, &mut |interaction| {
        interaction.child("prompt").map(|prompt| format!("<p>{}</p>", part(prompt))).unwrap_or_default()
    }))
}

/// An element's inside as HTML, with what stands for each interaction.
pub(super) fn html(element: &Element, interaction: &mut dyn FnMut(&Element) -> String) -> String {
    element.inner_html(&mut |inner| match &*inner.name {
        _ if is_interaction(inner) => Some(interaction(inner)),
        "endAttemptInteraction"
        | "feedbackInline"
        | "feedbackBlock"
        | "templateInline"
        | "templateBlock"
        | "prompt" => Some(String::new()),
        "rubricBlock" if !is_for_learners(inner) => Some(String::new()),
        "rubricBlock" | "contentBody" => Some(format!("<div>{}</div>", html(inner, interaction))),
        "object" => object(inner),
        _ => None,
    })
}

fn is_for_learners(rubric: &Element) -> bool {
    let view = rubric.attribute("view");
    view.is_empty() || view.split_whitespace().any(|view| view == "candidate")
}

/// An object is a picture where it says so.
fn object(object: &Element) -> Option<String> {
    let address = crate::exchange::xml::escape(object.attribute("data"));
    let is_picture = object.attribute("type").starts_with("image");
    is_picture.then(|| format!("<img src=\"{address}\" alt=\"{}\">", crate::exchange::xml::escape(&object.text())))
}

/// A part of the body as HTML, such as an option.
pub(super) fn part(element: &Element) -> String {
    html(element, &mut |_| String::new())
}

/// Whether learners answer somewhere in an element.
pub(super) fn holds_interaction(element: &Element) -> bool {
    is_interaction(element) || element.elements().any(holds_interaction)
}
