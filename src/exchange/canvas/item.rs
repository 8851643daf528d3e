//! An item of QTI 1.2 as it stands in the file: its metadata, its texts as HTML and its rules of marking. Makes no key.

use crate::exchange::xml::{Element, escape};

/// An item that is being read.
pub(super) struct Item<'x> {
    pub element: &'x Element,
    /// Labels with their entries, in small letters.
    fields: Vec<(String, String)>,
    pub rules: Vec<Rule>,
    /// What earns all points, in the unit of the rules.
    pub most: f64,
}

/// A `respcondition`: what it asks for, and what follows.
#[derive(Debug, Default)]
pub(super) struct Rule {
    pub tests: Vec<Test>,
    /// What it adds to or sets as the score; `None` where it only shows something.
    pub score: Option<f64>,
    /// The feedback that it shows.
    pub shown: Vec<Box<str>>,
}

/// One thing that a rule asks for.
#[derive(Debug)]
pub(super) struct Test {
    pub how: How,
    /// The response that it looks at.
    pub response: Box<str>,
    pub value: Box<str>,
    pub is_negated: bool,
    pub is_case_counted: bool,
    /// How far off still counts, as it is written, with its percent sign.
    pub margin: Option<(f64, bool)>,
}

/// How a test compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    Equal,
    Within,
    Least,
    Above,
    Most,
    Below,
    Other,
}

impl<'x> Item<'x> {
    pub fn new(element: &'x Element) -> Self {
        let mut item = Self { element, fields: Vec::new(), rules: Vec::new(), most: 100.0 };
        for field in element.all_named("qtimetadatafield") {
            let part = |name: &str| field.child(name).map(Element::text).unwrap_or_default();
            item.fields.push((part("fieldlabel").to_lowercase(), part("fieldentry")));
        }
        for of_metadata in element.children("itemmetadata").flat_map(Element::elements) {
            item.fields.push((of_metadata.name.to_lowercase(), of_metadata.text()));
        }
        let most = element.all_named("decvar").into_iter().map(|declared| number(declared.attribute("maxvalue")));
        let most = most.flatten().fold(0.0, f64::max);
        let rules = element.all_named("respcondition");
        let is_alone = element.all_named("setvar").into_iter().all(is_beside);
        item.rules = rules.into_iter().map(|rule| read_rule(rule, most, is_alone)).collect();
        let highest = item.rules.iter().filter_map(|rule| rule.score).fold(0.0, f64::max);
        item.most = match () {
            () if most > 0.0 => most,
            () if highest > 0.0 => highest,
            () => 100.0,
        };
        item
    }

    /// The entry under one of these labels; empty where there is none.
    pub fn field(&self, labels: &[&str]) -> &str {
        let entry = |label: &&str| self.fields.iter().find(|(known, entry)| known == label && !entry.is_empty());
        labels.iter().find_map(entry).map_or("", |(_, entry)| entry)
    }

    /// Where learners answer, in the order of the file.
    pub fn responses(&self) -> Vec<&'x Element> {
        let presentation = self.element.child("presentation");
        presentation.map(|presentation| presentation.all(&|element| is_response(element))).unwrap_or_default()
    }

    /// What is asked, as HTML. `gap` gives what stands in the place of a response.
    pub fn prompt(&self, gap: &mut dyn FnMut(&Element) -> String) -> String {
        let Some(presentation) = self.element.child("presentation") else { return String::new() };
        let mut html = String::new();
        // Blackboard puts question and answers into blocks that are named.
        let blocks = presentation.all(&|element| element.attribute("class") == "QUESTION_BLOCK");
        match blocks.first() {
            Some(block) => walk(block, &mut html, gap),
            None => walk(presentation, &mut html, gap),
        }
        html
    }

    /// A feedback by its name, as HTML.
    pub fn feedback(&self, name: &str) -> String {
        let found = self.element.children("itemfeedback").find(|feedback| feedback.attribute("ident") == name);
        found.map(material).unwrap_or_default()
    }

    /// The name of the feedback that is shown for one answer of a response, and for nothing else.
    pub fn shown_for(&self, response: &str, value: &str) -> String {
        let is_it = |test: &Test| {
            !test.is_negated && *test.value == *value && (response.is_empty() || *test.response == *response)
        };
        let rules = self.rules.iter().filter(|rule| matches!(&rule.tests[..], [test] if is_it(test)));
        let names = rules.flat_map(|rule| &rule.shown).filter(|name| !is_general(name));
        names.map(|name| self.feedback(name)).find(|words| !words.is_empty()).unwrap_or_default()
    }

    /// The share of the points that an answer earns by itself, by the rules that ask for it alone.
    pub fn weight(&self, response: &str, value: &str) -> f64 {
        let rules = self.rules.iter().filter(|rule| {
            let mut wanted = rule.tests.iter().filter(|test| !test.is_negated && test.how == How::Equal);
            let is_it = |test: &Test| *test.value == *value && *test.response == *response;
            wanted.next().is_some_and(is_it) && wanted.next().is_none()
        });
        rules.filter_map(|rule| rule.score).sum::<f64>() / self.most
    }

    /// The rules that earn something.
    pub fn earning(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter().filter(|rule| rule.score.is_some_and(|score| score > 0.0))
    }

    /// Answers that any rule that earns something asks for in a response.
    pub fn right(&self, response: &str) -> Vec<&str> {
        let tests = self.earning().flat_map(|rule| &rule.tests);
        let wanted = tests.filter(|test| test.how == How::Equal && !test.is_negated && *test.response == *response);
        let mut right: Vec<&str> = Vec::new();
        for test in wanted {
            if !right.contains(&&*test.value) {
                right.push(&test.value);
            }
        }
        right
    }
}

/// Whether that feedback is shown whatever was answered, or for all that is right or wrong.
pub(super) fn is_general(name: &str) -> bool {
    matches!(name, "general_fb" | "correct_fb" | "general_incorrect_fb" | "correct" | "incorrect")
}

fn is_response(element: &Element) -> bool {
    matches!(&*element.name, "response_lid" | "response_str" | "response_num" | "response_xy" | "response_grp")
}

/// The options of a response: their names, with their texts as HTML.
pub(super) fn labels(response: &Element) -> Vec<(&str, String)> {
    let labels = response.all_named("response_label").into_iter();
    labels.map(|label| (label.attribute("ident"), material(label))).collect()
}

/// The text of a response itself, such as the left side of a pair.
pub(super) fn own_material(response: &Element) -> String {
    let mut html = String::new();
    for part in response.elements().filter(|part| !part.name.starts_with("render_")) {
        if matches!(&*part.name, "material" | "mattext") {
            write_material(part, &mut html);
        } else {
            walk(part, &mut html, &mut |_| String::new());
        }
    }
    html
}

/// All texts in an element as HTML.
pub(super) fn material(element: &Element) -> String {
    let mut html = String::new();
    walk(element, &mut html, &mut |_| String::new());
    html
}

fn walk(element: &Element, html: &mut String, gap: &mut dyn FnMut(&Element) -> String) {
    for part in element.elements() {
        match &*part.name {
            "material" | "mattext" => write_material(part, html),
            _ if is_response(part) => {
                // Respondus and Blackboard put the question into the response itself.
                let is_asking = part.all_named("render_fib").is_empty() && html.is_empty();
                if is_asking && part.elements().any(|inner| &*inner.name == "material") {
                    html.push_str(&own_material(part));
                }
                html.push_str(&gap(part));
            }
            "render_choice" | "render_fib" | "render_hotspot" | "render_extension" | "itemfeedback" => {}
            _ => walk(part, html, gap),
        }
    }
}

fn write_material(part: &Element, html: &mut String) {
    match &*part.name {
        "mattext" | "mat_formattedtext" => write_text(part, html),
        "matimage" => {
            let address =
                [part.attribute("uri"), part.attribute("embedded")].into_iter().find(|value| !value.is_empty());
            html.push_str(&format!("<img src=\"{}\" alt=\"\">", escape(address.unwrap_or_default())));
        }
        "matbreak" => html.push_str("<br>"),
        "material" | "mat_extension" => part.elements().for_each(|inner| write_material(inner, html)),
        _ => {}
    }
}

fn write_text(text: &Element, html: &mut String) {
    let has_elements = text.elements().next().is_some();
    let words = text.text();
    let kind = [text.attribute("texttype"), text.attribute("type")].join("").to_lowercase();
    let is_html = kind.contains("html") || (kind.is_empty() || kind.contains("smart")) && looks_like_html(&words);
    if !html.is_empty() && !html.ends_with(['>', ' ', '\n']) {
        html.push(' ');
    }
    match () {
        () if has_elements => html.push_str(&text.inner_html(&mut |_| None)),
        () if is_html => html.push_str(&words),
        () => html.push_str(&escape(&words).replace('\n', "<br>")),
    }
}

/// Whether a text that does not say what it is has tags or references of HTML.
fn looks_like_html(text: &str) -> bool {
    let has_tag = text.split('<').skip(1).any(|rest| {
        let name = rest.trim_start_matches('/');
        name.starts_with(|sign: char| sign.is_ascii_alphabetic()) && rest.contains('>')
    });
    has_tag || text.split('&').skip(1).any(|rest| rest.split_once(';').is_some_and(|(name, _)| is_reference(name)))
}

fn is_reference(name: &str) -> bool {
    (2..=8).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#')
}

/// Whether that outcome is one that programs set beside the score, such as `que_score`; where it is alone, it is the score.
fn is_beside(set: &Element) -> bool {
    ["varname", "variablename"].iter().any(|name| set.attribute(name).starts_with("que_"))
}

fn read_rule(element: &Element, most: f64, is_alone: bool) -> Rule {
    let mut rule = Rule::default();
    if let Some(conditions) = element.child("conditionvar") {
        read_tests(conditions, false, &mut rule.tests);
    }
    for set in element.children("setvar").filter(|set| is_alone || !is_beside(set)) {
        let words = set.text();
        let score = match words.as_str() {
            // Blackboard's word for all points.
            "SCORE.max" => Some(if most > 0.0 { most } else { 100.0 }),
            words => number(words),
        };
        let sign = if set.attribute("action").eq_ignore_ascii_case("subtract") { -1.0 } else { 1.0 };
        rule.score = score.map(|score| sign * score + rule.score.unwrap_or(0.0)).or(rule.score);
    }
    rule.shown = element.children("displayfeedback").map(|shown| shown.attribute("linkrefid").into()).collect();
    rule
}

fn read_tests(element: &Element, is_negated: bool, tests: &mut Vec<Test>) {
    for part in element.elements() {
        let how = match &*part.name {
            "and" | "or" => {
                read_tests(part, is_negated, tests);
                continue;
            }
            "not" => {
                read_tests(part, !is_negated, tests);
                continue;
            }
            "varequal" => How::Equal,
            "varsubstring" | "varsubset" => How::Within,
            "vargte" => How::Least,
            "vargt" => How::Above,
            "varlte" => How::Most,
            "varlt" => How::Below,
            _ => How::Other,
        };
        let margin = number(part.attribute("margin")).map(|margin| (margin, part.attribute("margintype") == "percent"));
        tests.push(Test {
            how,
            response: part.attribute("respident").into(),
            value: part.text().into(),
            is_negated,
            is_case_counted: part.attribute("case").eq_ignore_ascii_case("yes"),
            margin,
        });
    }
}

/// A finite number as files write it.
pub(super) fn number(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|number: &f64| number.is_finite())
}
