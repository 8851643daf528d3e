//! An item of QTI 2 or 3 as it stands in the file: what it declares, and how it is marked. Makes no key.

use crate::exchange::qti::rules::written_out;
use crate::exchange::xml::Element;

/// An item that is being read.
pub(super) struct Item<'x> {
    pub element: &'x Element,
    pub body: Option<&'x Element>,
    pub declarations: Vec<Declaration<'x>>,
    pub marking: Marking,
}

/// What a response may be, and which is right.
pub(super) struct Declaration<'x> {
    pub name: &'x str,
    pub cardinality: &'x str,
    pub base: &'x str,
    pub correct: Vec<String>,
    /// What each answer earns, with whether its case counts.
    pub mapping: Vec<(String, f64, bool)>,
    /// What every other answer earns.
    pub otherwise: f64,
    pub most: Option<f64>,
}

/// How an item is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marking {
    /// All points for the right answer, none for others.
    Match,
    /// Points by answer.
    Map,
    /// It is not said.
    Nothing,
    /// By rules of its own.
    Own,
}

impl<'x> Item<'x> {
    pub fn new(element: &'x Element) -> Self {
        let rules = element.child("responseProcessing");
        let mut item = Self {
            element,
            body: element.child("itemBody"),
            declarations: element.children("responseDeclaration").map(declaration).collect(),
            marking: marking(rules),
        };
        if let [only] = &mut item.declarations[..]
            && only.base == "identifier"
            && only.correct.is_empty()
            && only.mapping.is_empty()
            && let Some(right) = rules.and_then(|rules| written_out(rules, only.name))
            && (right.len() == 1 || only.cardinality == "multiple")
        {
            only.correct = right;
            item.marking = Marking::Match;
        }
        item
    }

    /// The declaration of an interaction's response.
    pub fn of(&self, interaction: &Element) -> Option<&Declaration<'x>> {
        let name = interaction.attribute("responseIdentifier");
        self.declarations.iter().find(|declaration| declaration.name == name)
    }

    /// What a full mark is worth, where it is said.
    pub fn points(&self) -> Option<f64> {
        let outcome = |name: &str| {
            self.element.children("outcomeDeclaration").find(|declared| declared.attribute("identifier") == name)
        };
        let of_default = outcome("MAXSCORE").and_then(|declared| declared.child("defaultValue")).map(Element::text);
        let of_normal = outcome("SCORE").map(|declared| declared.attribute("normalMaximum").to_owned());
        let of_map = || match &self.declarations[..] {
            [only] if self.marking == Marking::Map => only.most,
            _ => None,
        };
        [of_default, of_normal].into_iter().flatten().find_map(|text| number(&text)).or_else(of_map)
    }

    /// A feedback that an answer brings, as HTML.
    pub fn feedback(&self, of: &str) -> String {
        let wanted = |element: &Element| {
            matches!(&*element.name, "modalFeedback" | "feedbackInline" | "feedbackBlock")
                && element.attribute("identifier") == of
                && element.attribute("showHide") != "hide"
        };
        self.element.all(&wanted).first().map(|feedback| inner(feedback)).unwrap_or_default()
    }
}

impl Declaration<'_> {
    /// The share of the points that an answer earns where several can be picked: positive shares sum to 1.
    pub fn share(&self, answer: &str) -> f64 {
        let earned = self.mapping.iter().find(|(key, ..)| key == answer).map_or(self.otherwise, |(_, value, _)| *value);
        let all: f64 = self.mapping.iter().map(|(_, value, _)| value.max(0.0)).sum();
        if all > 0.0 { earned / all } else { 0.0 }
    }

    /// The share of the points where one answer is given.
    pub fn weight(&self, answer: &str) -> f64 {
        let earned = self.mapping.iter().find(|(key, ..)| key == answer).map_or(self.otherwise, |(_, value, _)| *value);
        let most = self.mapping.iter().map(|(_, value, _)| *value).fold(0.0, f64::max);
        if most > 0.0 { earned / most } else { 0.0 }
    }
}

/// What stands in a feedback, as HTML.
pub(super) fn inner(element: &Element) -> String {
    element.inner_html(&mut |inner| match &*inner.name {
        "contentBody" | "feedbackBlock" | "feedbackInline" => Some(inner_text(inner)),
        _ => None,
    })
}

fn inner_text(element: &Element) -> String {
    element.inner_html(&mut |_| None)
}

fn declaration(element: &Element) -> Declaration<'_> {
    let values = |of: &Element| of.children("value").map(Element::text).collect();
    let mapping = element.child("mapping");
    let entries = mapping.into_iter().flat_map(|mapping| mapping.children("mapEntry"));
    let mapping_entries: Vec<(String, f64, bool)> = entries
        .filter_map(|entry| {
            let value = number(entry.attribute("mappedValue"))?;
            let key = entry.attribute("mapKey").split_whitespace().collect::<Vec<_>>().join(" ");
            Some((key, value, entry.attribute("caseSensitive") == "true"))
        })
        .collect();
    let of_mapping = |name: &str| mapping.and_then(|mapping| number(mapping.attribute(name)));
    Declaration {
        name: element.attribute("identifier"),
        cardinality: element.attribute("cardinality"),
        base: element.attribute("baseType"),
        correct: element.child("correctResponse").map(values).unwrap_or_default(),
        mapping: mapping_entries,
        otherwise: of_mapping("defaultValue").unwrap_or(0.0),
        most: of_mapping("upperBound"),
    }
}

fn marking(rules: Option<&Element>) -> Marking {
    let Some(rules) = rules else { return Marking::Nothing };
    let template = rules.attribute("template").rsplit('/').next().unwrap_or_default().trim_end_matches(".xml");
    match template {
        "match_correct" | "CC2_match_basic" => return Marking::Match,
        "map_response" | "CC2_map_response" | "map_response_point" => return Marking::Map,
        "" => {}
        _ => return Marking::Own,
    }
    if rules.elements().next().is_none() {
        return Marking::Nothing;
    }
    let strange = rules.all(&|element| !PLAIN.contains(&&*element.name));
    let has = |name: &str| rules.find(name).is_some();
    match () {
        () if !strange.is_empty() => Marking::Own,
        () if has("mapResponse") => Marking::Map,
        () if (has("match") || has("equal")) && has("correct") => Marking::Match,
        () => Marking::Own,
    }
}

/// What rules are made of that say no more than one of the templates does.
const PLAIN: [&str; 20] = [
    "responseCondition",
    "responseIf",
    "responseElse",
    "responseElseIf",
    "match",
    "equal",
    "variable",
    "correct",
    "setOutcomeValue",
    "baseValue",
    "isNull",
    "not",
    "null",
    "mapResponse",
    "sum",
    "and",
    "min",
    "max",
    "multiple",
    "responseProcessingFragment",
];

/// A finite number as files write it.
pub(super) fn number(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|number: &f64| number.is_finite())
}
