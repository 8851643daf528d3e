//! The keys of a bank as interactions of QTI 2.1, kind by kind.

use crate::bank::{Answer, ClozeText, Entries, Gap, Kind, Part, Question};
use crate::exchange::Remark;
use crate::exchange::html_texts::gap_mark;
use crate::exchange::out_texts::{OutTexts, mixed};
use crate::exchange::qti::write::{spots, xhtml};
use crate::exchange::xml::escape;

/// What an item has of its own kind.
pub(super) struct Body {
    /// What may be answered, and what is right.
    pub declarations: String,
    pub asked: String,
    pub earning: Earning,
    /// How many answers are given at once.
    pub cardinality: &'static str,
    /// What is said about an option, by its identifier, as HTML.
    pub feedback: Vec<(String, String)>,
}

/// What answers earn.
pub(super) enum Earning {
    /// All points for the right answer.
    Match,
    /// Points by answer, of one response.
    Map,
    /// Points by answer, of several responses.
    Sum(Vec<String>),
    /// All points for a number that is not further off.
    Near(f64),
}

/// The kind's own part of an item.
pub(super) fn body(question: &Question, texts: &mut OutTexts) -> Result<Body, Remark> {
    let prompt = xhtml::blocks(&texts.html(&question.prompt));
    let points = question.points;
    Ok(match &question.answer {
        Answer::Choice { correct, distractors } => {
            options(question, prompt, std::slice::from_ref(correct), distractors, false, texts)
        }
        Answer::Choices { correct, distractors } => options(question, prompt, correct, distractors, true, texts),
        Answer::TrueFalse(is_true) => true_false(question, &prompt, *is_true, texts),
        Answer::Number { value, tolerance, unit, .. } => {
            let base = "float";
            let declared = declared("RESPONSE", "single", base, &[value.to_string()], &[]);
            typed(declared, prompt, unit, Earning::Near(*tolerance), texts)
        }
        Answer::Text { accept, typos, match_case, match_accents, .. } => {
            if *typos > 0 || !*match_accents {
                texts.tell(Remark::Rule("QTI forgives no slips and counts accents"));
            }
            if !question.feedback.is_empty() {
                texts.tell(Remark::NotTaken("what is said about a text that is typed"));
            }
            let first: Vec<String> = accept.iter().take(1).map(|form| form.to_string()).collect();
            let mapping: Vec<(String, f64, bool)> =
                accept.iter().map(|form| (form.to_string(), points, *match_case)).collect();
            typed(declared("RESPONSE", "single", "string", &first, &mapping), prompt, "", Earning::Map, texts)
        }
        Answer::Order { items } => order(&prompt, items, texts),
        Answer::Match { pairs, extra } => pairs_of(&prompt, pairs, extra, points, texts),
        Answer::Categorise { groups } => groups_of(&prompt, groups, points, texts),
        Answer::Cloze { text } => cloze(prompt, text, points, texts),
        Answer::Hotspot { image, spots, correct } => spots::body(question, prompt, image, spots, correct, texts)?,
        Answer::Calculated { .. } => {
            return Err(Remark::CannotCarry("QTI has no values that are drawn as Torus draws them"));
        }
        Answer::Recall { .. } => return Err(Remark::UnknownType(Kind::Recall.as_str().into())),
    })
}

fn options(
    question: &Question,
    prompt: String,
    right: &[Box<str>],
    wrong: &[Box<str>],
    is_many: bool,
    texts: &mut OutTexts,
) -> Body {
    let points = question.points;
    let (mut choices, mut correct, mut mapping, mut feedback) = (String::new(), Vec::new(), Vec::new(), Vec::new());
    for (number, (is_right, at)) in (1..).zip(mixed(right.len(), wrong.len(), &question.id)) {
        let option = if is_right { &right[at] } else { &wrong[at] };
        let name = format!("option_{number}");
        choices.push_str(&choice("simpleChoice", &name, "", &xhtml::flow(&texts.html(option))));
        if let Some(words) = question.feedback.get(option) {
            feedback.push((name.clone(), texts.html(words)));
        }
        let share = match (is_right, is_many) {
            (true, _) => points / right.len() as f64,
            (false, true) => -points / wrong.len() as f64,
            (false, false) => 0.0,
        };
        if share != 0.0 {
            mapping.push((name.clone(), share, false));
        }
        if is_right {
            correct.push(name);
        }
    }
    let (cardinality, most) = if is_many { ("multiple", 0) } else { ("single", 1) };
    let asked = format!(
        "{prompt}\n<choiceInteraction responseIdentifier=\"RESPONSE\" shuffle=\"true\" maxChoices=\"{most}\">\n{choices}\
         </choiceInteraction>"
    );
    let declarations = declared("RESPONSE", cardinality, "identifier", &correct, &mapping);
    Body { declarations, asked, earning: Earning::Map, cardinality, feedback }
}

fn true_false(question: &Question, prompt: &str, is_true: bool, texts: &mut OutTexts) -> Body {
    let right = if is_true { "true" } else { "false" };
    let choices = choice("simpleChoice", "true", "", "True") + &choice("simpleChoice", "false", "", "False");
    let said = ["true", "false"]
        .into_iter()
        .filter_map(|name| question.feedback.get(name).map(|words| (name.to_owned(), texts.html(words))));
    let feedback = said.collect();
    Body {
        declarations: declared(
            "RESPONSE",
            "single",
            "identifier",
            &[right.to_owned()],
            &[(right.to_owned(), question.points, false)],
        ),
        asked: format!(
            "{prompt}\n<choiceInteraction responseIdentifier=\"RESPONSE\" shuffle=\"false\" maxChoices=\"1\">\n{choices}\
             </choiceInteraction>"
        ),
        earning: Earning::Map,
        cardinality: "single",
        feedback,
    }
}

fn typed(declarations: String, prompt: String, unit: &str, earning: Earning, texts: &mut OutTexts) -> Body {
    let unit = match unit {
        "" => String::new(),
        unit => {
            texts.tell(Remark::NotTaken("units of their own; the question names it"));
            format!("<p>({})</p>", escape(unit))
        }
    };
    Body {
        declarations,
        asked: format!("{prompt}{unit}\n<p><textEntryInteraction responseIdentifier=\"RESPONSE\"/></p>"),
        earning,
        cardinality: "single",
        feedback: Vec::new(),
    }
}

fn order(prompt: &str, items: &[Box<str>], texts: &mut OutTexts) -> Body {
    let named: Vec<(String, String)> = (1..)
        .zip(items)
        .map(|(number, item)| {
            let name = format!("item_{}", &crate::exchange::out_texts::number_of(&[item, &number.to_string()])[8..]);
            let html = xhtml::flow(&texts.html(item));
            let choice = choice("simpleChoice", &name, "", &html);
            (name, choice)
        })
        .collect();
    let correct: Vec<String> = named.iter().map(|(name, _)| name.clone()).collect();
    // By their names, which give nothing away.
    let mut shuffled = named;
    shuffled.sort();
    let choices: String = shuffled.into_iter().map(|(_, choice)| choice).collect();
    Body {
        declarations: declared("RESPONSE", "ordered", "identifier", &correct, &[]),
        asked: format!(
            "{prompt}\n<orderInteraction responseIdentifier=\"RESPONSE\" shuffle=\"true\">\n{choices}</orderInteraction>"
        ),
        earning: Earning::Match,
        cardinality: "single",
        feedback: Vec::new(),
    }
}

fn pairs_of(
    prompt: &str,
    pairs: &[(Box<str>, Box<str>)],
    extra: &[Box<str>],
    points: f64,
    texts: &mut OutTexts,
) -> Body {
    let mut rights: Vec<&str> = Vec::new();
    for right in pairs.iter().map(|(_, right)| &**right).chain(extra.iter().map(|right| &**right)) {
        if !rights.contains(&right) {
            rights.push(right);
        }
    }
    let of_pair: Vec<(usize, usize)> = pairs
        .iter()
        .enumerate()
        .map(|(number, (_, right))| (number, rights.iter().position(|known| *known == &**right).unwrap_or(0)))
        .collect();
    let lefts = pairs.iter().map(|(left, _)| (&**left, 1));
    let rights = rights.iter().enumerate().map(|(number, right)| {
        // As many as belong to it, so that it is no group that takes any number.
        (*right, of_pair.iter().filter(|(_, at)| *at == number).count().max(1))
    });
    matched(prompt, lefts.collect(), rights.collect(), &of_pair, points, texts)
}

fn groups_of(prompt: &str, groups: &Entries<Box<[Box<str>]>>, points: f64, texts: &mut OutTexts) -> Body {
    let mut items: Vec<(&str, usize)> = Vec::new();
    let mut of_group = Vec::new();
    for (number, (_, inside)) in groups.iter().enumerate() {
        for item in inside {
            of_group.push((items.len(), number));
            items.push((item, 1));
        }
    }
    let names = groups.iter().map(|(name, _)| (name, 0)).collect();
    matched(prompt, items, names, &of_group, points, texts)
}

/// Two sides, each text with how often it may be used, and which of the one belongs to which of the other.
fn matched(
    prompt: &str,
    lefts: Vec<(&str, usize)>,
    rights: Vec<(&str, usize)>,
    pairs: &[(usize, usize)],
    points: f64,
    texts: &mut OutTexts,
) -> Body {
    let mut set = |side: &str, all: &[(&str, usize)]| {
        let choices = all.iter().enumerate().map(|(number, (text, most))| {
            let name = format!("{side}_{number}");
            let html = xhtml::flow(&texts.html(text));
            choice("simpleAssociableChoice", &name, &format!(" matchMax=\"{most}\""), &html)
        });
        format!("<simpleMatchSet>\n{}</simpleMatchSet>\n", choices.collect::<String>())
    };
    let sets = set("left", &lefts) + &set("right", &rights);
    let correct: Vec<String> = pairs.iter().map(|(left, right)| format!("left_{left} right_{right}")).collect();
    let share = points / pairs.len().max(1) as f64;
    let mapping: Vec<(String, f64, bool)> = correct.iter().map(|pair| (pair.clone(), share, false)).collect();
    Body {
        declarations: declared("RESPONSE", "multiple", "directedPair", &correct, &mapping),
        asked: format!(
            "{prompt}\n<matchInteraction responseIdentifier=\"RESPONSE\" shuffle=\"true\" maxAssociations=\"{}\">\n{sets}\
             </matchInteraction>",
            lefts.len()
        ),
        earning: Earning::Map,
        cardinality: "multiple",
        feedback: Vec::new(),
    }
}

fn cloze(prompt: String, text: &ClozeText, points: f64, texts: &mut OutTexts) -> Body {
    let count = text.gaps().count().max(1);
    let share = points / count as f64;
    let (mut sentence, mut declarations) = (String::new(), String::new());
    let (mut gaps, mut names) = (Vec::new(), Vec::new());
    for part in text.parts() {
        match part {
            Part::Words(words) => sentence.push_str(words),
            Part::Gap(gap) => {
                sentence.push_str(&gap_mark(gaps.len()));
                let name = if count == 1 { "RESPONSE".to_owned() } else { format!("RESPONSE_{}", gaps.len() + 1) };
                let (declared, interaction) = gap_of(&name, gap, share);
                declarations.push_str(&declared);
                gaps.push(interaction);
                names.push(name);
            }
        }
    }
    let mut body = xhtml::blocks(&texts.html(&sentence));
    for (number, interaction) in gaps.iter().enumerate() {
        body = body.replacen(&gap_mark(number), interaction, 1);
    }
    Body {
        declarations,
        asked: format!("{prompt}\n<div>{body}</div>"),
        earning: Earning::Sum(names),
        cardinality: "single",
        feedback: Vec::new(),
    }
}

fn gap_of(name: &str, gap: &Gap, share: f64) -> (String, String) {
    match gap {
        Gap::Typed(forms) => {
            let mapping: Vec<(String, f64, bool)> = forms.iter().map(|form| (form.to_string(), share, false)).collect();
            let first: Vec<String> = forms.iter().take(1).map(|form| form.to_string()).collect();
            let interaction = format!("<textEntryInteraction responseIdentifier=\"{name}\"/>");
            (declared(name, "single", "string", &first, &mapping), interaction)
        }
        Gap::List(options) => {
            let mut choices = String::new();
            let mut right = String::new();
            for (number, (is_right, at)) in (1..).zip(mixed(1, options.len().saturating_sub(1), gap.right())) {
                let option = if is_right { gap.right() } else { options.get(at + 1).map_or("", |option| option) };
                let name = format!("option_{number}");
                choices.push_str(&choice("inlineChoice", &name, "", &escape(option)));
                if is_right {
                    right = name;
                }
            }
            let interaction = format!(
                "<inlineChoiceInteraction responseIdentifier=\"{name}\" shuffle=\"true\">{choices}</inlineChoiceInteraction>"
            );
            (declared(name, "single", "identifier", &[right.clone()], &[(right, share, false)]), interaction)
        }
    }
}

/// What a response may be, what is right, and what each answer earns, with whether its case counts.
pub(super) fn declared(
    name: &str,
    cardinality: &str,
    base: &str,
    correct: &[String],
    mapping: &[(String, f64, bool)],
) -> String {
    let values: String = correct.iter().map(|value| format!("<value>{}</value>", escape(value))).collect();
    let entries = mapping.iter().map(|(key, value, is_case_counted)| {
        let case = if base == "string" { format!(" caseSensitive=\"{is_case_counted}\"") } else { String::new() };
        format!("<mapEntry mapKey=\"{}\" mappedValue=\"{value}\"{case}/>\n", escape(key))
    });
    let entries: String = entries.collect();
    let most: f64 = match cardinality {
        "multiple" => mapping.iter().map(|(_, value, _)| value.max(0.0)).sum(),
        _ => mapping.iter().map(|(_, value, _)| *value).fold(0.0, f64::max),
    };
    let most = crate::exchange::canvas::tidy(most);
    let mapping = match entries.as_str() {
        "" => String::new(),
        entries => {
            format!("<mapping lowerBound=\"0\" upperBound=\"{most}\" defaultValue=\"0\">\n{entries}</mapping>\n")
        }
    };
    format!(
        "<responseDeclaration identifier=\"{name}\" cardinality=\"{cardinality}\" baseType=\"{base}\">\n<correctResponse>\
         {values}</correctResponse>\n{mapping}</responseDeclaration>\n"
    )
}

fn choice(element: &str, name: &str, attributes: &str, inside: &str) -> String {
    format!("<{element} identifier=\"{name}\"{attributes}>{inside}</{element}>\n")
}
