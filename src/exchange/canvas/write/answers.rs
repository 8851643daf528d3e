//! The keys of a bank as responses and rules of QTI 1.2, kind by kind.

use crate::bank::{Answer, Bank, ClozeText, Entries, Gap, Kind, Part, Question, Variable};
use crate::exchange::Remark;
use crate::exchange::canvas::typed::tidy;
use crate::exchange::canvas::write::{ident, material};
use crate::exchange::out_texts::{OutTexts, mixed};
use crate::exchange::xml::escape;

const ALL_OR_NOTHING: &str =
    "in Canvas it earns all the points or none, and in Torus each part of the answer earns its share";
const OTHER_SHARES: &str = "in Canvas a partly right answer earns a different share of the points";

/// What an item has of its own kind.
#[derive(Default)]
pub(super) struct Body {
    pub kind: &'static str,
    pub presentation: String,
    pub rules: String,
    /// The names of its options.
    pub idents: Vec<String>,
    /// For each option that something is said about: the test, the name and the words.
    pub feedback: Vec<(String, String, String)>,
    pub extension: String,
}

/// The kind's own part of an item.
pub(super) fn body(bank: &Bank, question: &Question, texts: &mut OutTexts) -> Result<Body, Remark> {
    let writing = Writing { bank, question, prompt: texts.html(&question.prompt) };
    Ok(match &question.answer {
        Answer::Choice { correct, distractors } => {
            writing.options("multiple_choice_question", std::slice::from_ref(correct), distractors, texts)
        }
        Answer::Choices { correct, distractors } => {
            texts.tell(Remark::Rule(ALL_OR_NOTHING));
            writing.options("multiple_answers_question", correct, distractors, texts)
        }
        Answer::TrueFalse(is_true) => writing.true_false(*is_true, texts),
        Answer::Number { value, tolerance, unit, .. } => writing.number(*value, *tolerance, unit, texts),
        Answer::Text { accept, typos, match_case, match_accents, .. } => {
            if *typos > 0 || *match_case || *match_accents {
                texts.tell(Remark::Rule("Canvas forgives no slips and takes any case"));
            }
            writing.text(accept, texts)
        }
        Answer::Order { items } => writing.order(items, texts),
        Answer::Match { pairs, extra } => writing.pairs(pairs, extra, texts),
        Answer::Cloze { text } => writing.cloze(text, texts),
        Answer::Categorise { groups } => writing.groups(groups, texts),
        Answer::Calculated { variables, value, tolerance_percent, unit, .. } => {
            writing.calculated(variables, value, *tolerance_percent, unit, texts)
        }
        Answer::Hotspot { .. } => return Err(Remark::CannotCarry("a Canvas file has no wrong places")),
        Answer::Recall { .. } => return Err(Remark::UnknownType(Kind::Recall.as_str().into())),
    })
}

struct Writing<'b> {
    bank: &'b Bank,
    question: &'b Question,
    prompt: String,
}

impl Writing<'_> {
    fn name(&self, part: &str) -> String {
        ident(self.bank, self.question, part)
    }

    fn options(&self, kind: &'static str, right: &[Box<str>], wrong: &[Box<str>], texts: &mut OutTexts) -> Body {
        let options: Vec<(String, &str, bool)> = mixed(right.len(), wrong.len(), &self.question.id)
            .into_iter()
            .map(|(is_right, at)| (if is_right { &right[at] } else { &wrong[at] }, is_right))
            .map(|(option, is_right)| (self.name(&format!("option {option}")), &**option, is_right))
            .collect();
        let labels: String = options.iter().map(|(name, option, _)| label(name, &texts.html(option))).collect();
        let is_many = kind == "multiple_answers_question";
        let cardinality = if is_many { "Multiple" } else { "Single" };
        let test = |name: &str| equal("response1", name);
        let tests =
            options.iter().filter(|(.., is_right)| is_many || *is_right).map(|(name, _, is_right)| match is_right {
                true => test(name),
                false => format!("<not>{}</not>", test(name)),
            });
        let tests: String = tests.collect();
        let tests = if is_many { format!("<and>{tests}</and>") } else { tests };
        let mut feedback = Vec::new();
        for (name, option, _) in &options {
            if let Some(words) = self.question.feedback.get(option) {
                feedback.push((test(name), format!("{name}_fb"), texts.html(words)));
            }
        }
        Body {
            kind,
            presentation: format!("{}\n{}", material(&self.prompt), response("response1", cardinality, "", &labels)),
            rules: rule(&tests, "Set", 100.0),
            idents: options.into_iter().map(|(name, ..)| name).collect(),
            feedback,
            extension: String::new(),
        }
    }

    fn true_false(&self, is_true: bool, texts: &mut OutTexts) -> Body {
        let options = [("True", true), ("False", false)].map(|(word, is)| (self.name(word), word, is));
        let labels: String = options.iter().map(|(name, word, _)| label(name, word)).collect();
        let right = options.iter().find(|(.., is)| *is == is_true).map_or("", |(name, ..)| name);
        let mut feedback = Vec::new();
        for (name, word, _) in &options {
            if let Some(words) = self.question.feedback.get(&word.to_lowercase()) {
                feedback.push((equal("response1", name), format!("{name}_fb"), texts.html(words)));
            }
        }
        Body {
            kind: "true_false_question",
            presentation: format!("{}\n{}", material(&self.prompt), response("response1", "Single", "", &labels)),
            rules: rule(&equal("response1", right), "Set", 100.0),
            idents: options.iter().map(|(name, ..)| name.clone()).collect(),
            feedback,
            extension: String::new(),
        }
    }

    fn number(&self, value: f64, tolerance: f64, unit: &str, texts: &mut OutTexts) -> Body {
        let (least, most) = (tidy(value - tolerance), tidy(value + tolerance));
        let tests = format!(
            "<or><varequal respident=\"response1\">{value}</varequal><and><vargte respident=\"response1\">{least}</vargte>\
             <varlte respident=\"response1\">{most}</varlte></and></or>"
        );
        let mut feedback = Vec::new();
        for (answer, words) in self.question.feedback.iter() {
            feedback.push((equal("response1", answer), format!("{}_fb", self.name(answer)), texts.html(words)));
        }
        let prompt = with_unit(&self.prompt, unit, texts);
        let presentation = format!("{}\n{}", material(&prompt), fib(" fibtype=\"Decimal\""));
        Body {
            kind: "numerical_question",
            presentation,
            rules: rule(&tests, "Set", 100.0),
            feedback,
            ..Body::default()
        }
    }

    fn text(&self, accept: &[Box<str>], texts: &mut OutTexts) -> Body {
        let tests: String = accept.iter().map(|form| equal("response1", form)).collect();
        let mut feedback = Vec::new();
        for (answer, words) in self.question.feedback.iter() {
            feedback.push((equal("response1", answer), format!("{}_fb", self.name(answer)), texts.html(words)));
        }
        let presentation = format!("{}\n{}", material(&self.prompt), fib(""));
        Body {
            kind: "short_answer_question",
            presentation,
            rules: rule(&tests, "Set", 100.0),
            feedback,
            ..Body::default()
        }
    }

    fn order(&self, items: &[Box<str>], texts: &mut OutTexts) -> Body {
        texts.tell(Remark::Rule(OTHER_SHARES));
        let named: Vec<(String, &str)> =
            items.iter().map(|item| (self.name(&format!("item {item}")), &**item)).collect();
        // By their names, which give nothing away.
        let mut shuffled: Vec<&(String, &str)> = named.iter().collect();
        shuffled.sort();
        let labels: String = shuffled.into_iter().map(|(name, item)| label(name, &texts.html(item))).collect();
        let tests: String = named.iter().map(|(name, _)| equal("response1", name)).collect();
        Body {
            kind: "ordering_question",
            presentation: format!("{}\n{}", material(&self.prompt), response("response1", "Ordered", "", &labels)),
            rules: rule(&tests, "Set", 100.0),
            idents: named.into_iter().map(|(name, _)| name).collect(),
            ..Body::default()
        }
    }

    fn pairs(&self, pairs: &[(Box<str>, Box<str>)], extra: &[Box<str>], texts: &mut OutTexts) -> Body {
        let right = |right: &str| self.name(&format!("right {right}"));
        let mut rights: Vec<&str> = Vec::new();
        for text in pairs.iter().map(|(_, right)| &**right).chain(extra.iter().map(|text| &**text)) {
            if !rights.contains(&text) {
                rights.push(text);
            }
        }
        let labels: String = rights.iter().map(|text| label(&right(text), &texts.html(text))).collect();
        let (mut responses, mut rules) = (material(&self.prompt), String::new());
        for (number, (left, text)) in pairs.iter().enumerate() {
            let name = format!("response_{}", self.name(&format!("left {number} {left}")));
            responses.push_str(&response(&name, "Single", &material(&texts.html(left)), &labels));
            rules.push_str(&rule(&equal(&name, &right(text)), "Add", 100.0 / pairs.len() as f64));
        }
        Body { kind: "matching_question", presentation: responses, rules, ..Body::default() }
    }

    fn groups(&self, groups: &Entries<Box<[Box<str>]>>, texts: &mut OutTexts) -> Body {
        texts.tell(Remark::Rule(OTHER_SHARES));
        let item = |item: &str| self.name(&format!("item {item}"));
        let mut all: Vec<(String, &str)> =
            groups.iter().flat_map(|(_, items)| items.iter()).map(|text| (item(text), &**text)).collect();
        all.sort();
        let count = groups.iter().count().max(1);
        let labels: String = all.iter().map(|(name, text)| label(name, &texts.html(text))).collect();
        let (mut responses, mut rules) = (material(&self.prompt), String::new());
        for (group, items) in groups.iter() {
            let name = self.name(&format!("group {group}"));
            responses.push_str(&response(&name, "Multiple", &material(&texts.html(group)), &labels));
            let tests: String = items.iter().map(|text| equal(&name, &item(text))).collect();
            rules.push_str(&rule(&tests, "Add", 100.0 / count as f64));
        }
        Body { kind: "categorization_question", presentation: responses, rules, ..Body::default() }
    }

    fn cloze(&self, text: &ClozeText, texts: &mut OutTexts) -> Body {
        let is_picked = text.gaps().all(|gap| !gap.options().is_empty());
        let kind = if is_picked { "multiple_dropdowns_question" } else { "fill_in_multiple_blanks_question" };
        let count = text.gaps().count().max(1);
        let (mut sentence, mut responses, mut rules) = (String::new(), String::new(), String::new());
        let mut number = 0;
        for part in text.parts() {
            match part {
                Part::Words(words) => sentence.push_str(words),
                Part::Gap(gap) => {
                    number += 1;
                    sentence.push_str(&format!("[gap{number}]"));
                    let (labels, right) = self.gap(gap, number);
                    let name = format!("response_gap{number}");
                    let own = format!("<material><mattext>gap{number}</mattext></material>");
                    responses.push_str(&response(&name, "Single", &own, &labels));
                    rules.push_str(&rule(&equal(&name, &right), "Add", 100.0 / count as f64));
                }
            }
        }
        let html = format!("<div>{}</div>\n<div>{}</div>", self.prompt, texts.html(&sentence));
        Body { kind, presentation: format!("{}\n{responses}", material(&html)), rules, ..Body::default() }
    }

    /// The labels of a gap, and the name of the right one.
    fn gap(&self, gap: &Gap, number: usize) -> (String, String) {
        let (answers, kind) = match gap {
            Gap::Typed(forms) => (forms, "openEntry"),
            Gap::List(options) => (options, "dropdown"),
        };
        let name = |answer: &str| self.name(&format!("gap {number} {answer}"));
        let label = |answer: &str| {
            format!(
                "<response_label ident=\"{}\" answer_type=\"{kind}\"><material><mattext \
                 texttype=\"text/plain\">{}</mattext></material></response_label>\n",
                name(answer),
                escape(answer)
            )
        };
        (answers.iter().map(|answer| label(answer)).collect(), name(gap.right()))
    }

    fn calculated(
        &self,
        variables: &Entries<Variable>,
        value: &str,
        tolerance_percent: f64,
        unit: &str,
        texts: &mut OutTexts,
    ) -> Body {
        let mut prompt = self.prompt.clone();
        let mut vars = String::new();
        for (name, variable) in variables.iter() {
            prompt = prompt
                .replace(&format!("{{{{{name}}}}}"), &format!("[{name}]"))
                .replace(&format!("{{{name}}}"), &format!("[{name}]"));
            let (least, most, decimals) = range(variable, texts);
            vars.push_str(&format!(
                "<var name=\"{name}\" scale=\"{decimals}\"><min>{least}</min><max>{most}</max></var>\n"
            ));
        }
        let tests = "<other/>";
        let presentation = format!("{}\n{}", material(&with_unit(&prompt, unit, texts)), fib(" fibtype=\"Decimal\""));
        let extension = format!(
            "<itemproc_extension><calculated><answer_tolerance>{tolerance_percent}%</answer_tolerance>\n<formulas \
             decimal_places=\"2\"><formula>{}</formula></formulas>\n<vars>\n{vars}</vars>\n<var_sets>\n{}</var_sets>\
             </calculated></itemproc_extension>\n",
            escape(value),
            drawn(variables, value)
        );
        Body {
            kind: "calculated_question",
            presentation,
            rules: rule(tests, "Set", 100.0),
            extension,
            ..Body::default()
        }
    }
}

/// Least and greatest value, and how many decimals the values have. What Canvas draws otherwise is told.
fn range(variable: &Variable, texts: &mut OutTexts) -> (f64, f64, usize) {
    let decimals = |number: f64| number.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len());
    match variable {
        Variable::Range { from, to, step } => {
            let scale = decimals(*step).max(decimals(*from));
            let own: f64 = format!("1e-{scale}").parse().unwrap_or(1.0);
            if (own - step).abs() > step.abs() * 1e-9 {
                texts.tell(Remark::Rule("Canvas draws every value between the bounds, not in steps"));
            }
            (*from, *to, scale)
        }
        Variable::Values(values) => {
            texts.tell(Remark::Rule("Canvas draws every value between the bounds, not those of a list"));
            let bounds = values
                .iter()
                .fold((f64::INFINITY, f64::NEG_INFINITY), |bounds, value| (bounds.0.min(*value), bounds.1.max(*value)));
            (bounds.0, bounds.1, values.iter().map(|value| decimals(*value)).max().unwrap_or(0))
        }
    }
}

/// So many rows of values a quiz has with it.
const ROWS: usize = 10;

/// Rows of values with their answers, spread evenly over what can be drawn.
fn drawn(variables: &Entries<Variable>, value: &str) -> String {
    let mut rows = String::new();
    for row in 0..ROWS {
        let values: Vec<(&str, f64)> = variables
            .iter()
            .enumerate()
            .filter_map(|(number, (name, variable))| {
                let count = variable.count();
                // Another stride for each variable, so that they do not rise together.
                let index = (row * (2 * number + 3) * count.div_ceil(ROWS) + number) % count.max(1);
                variable.value(index).map(|value| (name, value))
            })
            .collect();
        if let Ok(answer) = crate::bank::values::formula::evaluate(value, &values) {
            let values: String =
                values.iter().map(|(name, value)| format!("<var name=\"{name}\">{value}</var>")).collect();
            rows.push_str(&format!("<var_set ident=\"{row}\">{values}<answer>{answer}</answer></var_set>\n"));
        }
    }
    rows
}

/// Canvas knows no units, so the question names it.
fn with_unit(prompt: &str, unit: &str, texts: &mut OutTexts) -> String {
    if unit.is_empty() {
        return prompt.to_owned();
    }
    texts.tell(Remark::NotTaken("units of their own; the question names it"));
    format!("{prompt} ({})", escape(unit))
}

fn label(name: &str, html: &str) -> String {
    format!("<response_label ident=\"{name}\">{}</response_label>\n", material(html))
}

fn response(name: &str, cardinality: &str, own: &str, labels: &str) -> String {
    format!(
        "<response_lid ident=\"{name}\" rcardinality=\"{cardinality}\">{own}<render_choice>\n{labels}</render_choice>\
         </response_lid>\n"
    )
}

fn fib(attributes: &str) -> String {
    format!(
        "<response_str ident=\"response1\" rcardinality=\"Single\"><render_fib{attributes}><response_label \
         ident=\"answer1\" rshuffle=\"No\"/></render_fib></response_str>\n"
    )
}

fn equal(response: &str, value: &str) -> String {
    format!("<varequal respident=\"{response}\">{}</varequal>", escape(value))
}

fn rule(tests: &str, action: &str, score: f64) -> String {
    format!(
        "<respcondition continue=\"No\"><conditionvar>{tests}</conditionvar><setvar action=\"{action}\" \
         varname=\"SCORE\">{score}</setvar></respcondition>\n"
    )
}
