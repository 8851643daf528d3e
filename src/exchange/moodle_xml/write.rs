//! Writes a bank as Moodle XML: a category for each topic, and the questions with their pictures.

use super::cloze::TEXT_FOLLOWS;
use super::matching::GROUPS;
use super::write_field::{Xml, escaped};
use super::{gap_text, losses, write_calculated, write_hotspot};
use crate::bank::{Answer, Bank, Gap, Part, Question};
use crate::exchange::markup::to_plain;
use crate::exchange::{Exported, PictureSource, Remark};

/// The longest id number that Moodle keeps.
const LONGEST_ID_CHARS: usize = 100;

/// Writes a bank.
pub(in crate::exchange) fn write(bank: &Bank, pictures: &dyn PictureSource) -> Exported {
    let mut xml = Xml::new(pictures);
    let mut exported = Exported::default();
    let mut topic: Option<&str> = None;
    for question in &bank.questions {
        let is_card = matches!(question.answer, Answer::Recall { .. });
        let left_out = if is_card {
            Some(Remark::CannotCarry("learners rate themselves, and Moodle marks every question"))
        } else {
            write_hotspot::fault(question, &xml)
        };
        if let Some(reason) = left_out {
            exported.tell(question, reason);
            continue;
        }
        if topic != Some(&*question.topic) {
            topic = Some(&question.topic);
            category(&question.topic, &mut xml);
        }
        write_question(bank, question, &mut xml, &mut exported);
        exported.made += 1;
    }
    xml.raw("</quiz>\n");
    exported.bytes = xml.out.into_bytes();
    exported
}

fn category(topic: &str, xml: &mut Xml<'_>) {
    let path = if topic.is_empty() { "$course$/top".to_owned() } else { format!("$course$/top/{topic}") };
    xml.raw("  <question type=\"category\">\n");
    xml.plain("category", &path);
    xml.raw("  </question>\n");
}

fn write_question(bank: &Bank, question: &Question, xml: &mut Xml<'_>, exported: &mut Exported) {
    let type_name = match &question.answer {
        Answer::Choice { .. } | Answer::Choices { .. } => "multichoice",
        Answer::TrueFalse(_) => "truefalse",
        Answer::Number { .. } => "numerical",
        Answer::Text { .. } => "shortanswer",
        Answer::Order { .. } => "ordering",
        Answer::Match { .. } | Answer::Categorise { .. } => "matching",
        Answer::Cloze { .. } => "cloze",
        Answer::Hotspot { .. } => "ddmarker",
        Answer::Calculated { .. } => "calculatedsimple",
        Answer::Recall { .. } => return,
    };
    xml.raw(&format!("  <question type=\"{type_name}\">\n"));
    xml.plain("name", &question.id);
    if let Answer::Cloze { text } = &question.answer {
        cloze(question, text.parts(), xml);
    } else {
        xml.html("questiontext", &question.prompt);
    }
    xml.html("generalfeedback", &losses::explanation(bank, question));
    xml.value("defaultgrade", &question.points.to_string());
    xml.value("penalty", "0");
    xml.value("hidden", "0");
    if question.id.chars().count() <= LONGEST_ID_CHARS {
        xml.value("idnumber", &question.id);
    }
    write_key(question, xml, exported);
    for hint in &question.hints {
        xml.html("hint", hint);
    }
    xml.raw("  </question>\n");
    losses::tell(question, exported);
    for missing in std::mem::take(&mut xml.missing) {
        exported.tell(question, missing);
    }
}

fn write_key(question: &Question, xml: &mut Xml<'_>, exported: &mut Exported) {
    let has_feedback = !question.feedback.is_empty();
    match &question.answer {
        Answer::Choice { correct, distractors } => {
            xml.value("single", "true");
            xml.value("shuffleanswers", "true");
            option(question, correct, "100", xml);
            distractors.iter().for_each(|wrong| option(question, wrong, "0", xml));
        }
        Answer::Choices { correct, distractors } => {
            xml.value("single", "false");
            xml.value("shuffleanswers", "true");
            let ((right, is_right_known), (wrong, is_wrong_known)) =
                (losses::share(correct.len()), losses::share(distractors.len()));
            if !(is_right_known && is_wrong_known) {
                exported.tell(question, losses::UNKNOWN_SHARES);
            }
            correct.iter().for_each(|text| option(question, text, &right, xml));
            distractors.iter().for_each(|text| option(question, text, &format!("-{wrong}"), xml));
        }
        Answer::TrueFalse(is_true) => {
            for (name, is_right) in [("true", *is_true), ("false", !*is_true)] {
                plain_answer(question, name, is_right, xml);
            }
        }
        Answer::Number { value, tolerance, unit, unit_required } => {
            number(question, *value, *tolerance, xml);
            units(unit, *unit_required, xml);
        }
        Answer::Text { accept, match_case, reject, .. } => {
            xml.value("usecase", if *match_case { "1" } else { "0" });
            let others = question.feedback.iter().map(|(form, _)| form);
            let others = reject.iter().map(|form| &**form).chain(others);
            let mut wrong: Vec<&str> = Vec::new();
            for form in others.filter(|form| !accept.iter().any(|known| **known == **form)) {
                if !wrong.contains(&form) {
                    wrong.push(form);
                }
            }
            accept.iter().for_each(|form| plain_answer(question, form, true, xml));
            wrong.into_iter().for_each(|form| plain_answer(question, form, false, xml));
            losses::tell_typed(question, &accept.iter().map(|form| &**form).collect::<Vec<_>>(), exported);
        }
        Answer::Order { items } => {
            for (name, value) in [
                ("layouttype", "VERTICAL"),
                ("selecttype", "ALL"),
                ("selectcount", "0"),
                ("gradingtype", "RELATIVE_TO_CORRECT"),
                ("showgrading", "SHOW"),
            ] {
                xml.value(name, value);
            }
            items.iter().enumerate().for_each(|(at, item)| answer(item, &(at + 1).to_string(), "", xml));
            exported
                .tell(question, Remark::Rule("in Moodle a partly right answer earns a different share of the points"));
        }
        Answer::Match { pairs, extra } => {
            xml.value("shuffleanswers", "true");
            pairs.iter().for_each(|(left, right)| pair(left, right, xml));
            extra.iter().for_each(|right| pair("", right, xml));
        }
        Answer::Categorise { groups } => {
            xml.raw(&format!("    <!-- torus: {GROUPS} -->\n"));
            xml.value("shuffleanswers", "true");
            for (name, items) in groups.iter() {
                items.iter().for_each(|item| pair(item, name, xml));
            }
        }
        Answer::Calculated { variables, value, tolerance_percent, unit, unit_required } => {
            write_calculated::write(question, variables, value, *tolerance_percent, xml);
            units(unit, *unit_required, xml);
            write_calculated::datasets(question, variables, value, xml);
        }
        Answer::Hotspot { image, spots, correct } => {
            write_hotspot::write(image, spots, correct, xml);
            exported
                .tell(question, Remark::Rule("Moodle knows the right places alone, and takes all others for wrong"));
        }
        Answer::Cloze { .. } | Answer::Recall { .. } => {}
    }
    let has_place = match &question.answer {
        Answer::Choice { .. }
        | Answer::Choices { .. }
        | Answer::TrueFalse(_)
        | Answer::Number { .. }
        | Answer::Text { .. } => true,
        Answer::Order { .. }
        | Answer::Match { .. }
        | Answer::Cloze { .. }
        | Answer::Categorise { .. }
        | Answer::Hotspot { .. }
        | Answer::Calculated { .. }
        | Answer::Recall { .. } => false,
    };
    if has_feedback && !has_place {
        exported.tell(question, Remark::NotTaken("feedback on single options of this kind"));
    }
}

fn feedback<'q>(question: &'q Question, option: &str) -> &'q str {
    question.feedback.get(option).map_or("", |words| words)
}

fn option(question: &Question, text: &str, fraction: &str, xml: &mut Xml<'_>) {
    answer(text, fraction, feedback(question, text), xml);
}

fn answer(text: &str, fraction: &str, feedback: &str, xml: &mut Xml<'_>) {
    xml.raw(&format!("    <answer fraction=\"{fraction}\" format=\"html\">"));
    xml.html_inside(&[text]);
    close_answer(feedback, xml);
}

fn close_answer(feedback: &str, xml: &mut Xml<'_>) {
    xml.raw("\n  ");
    xml.html("feedback", feedback);
    xml.raw("    </answer>\n");
}

/// An answer that Moodle has without markup.
fn plain_answer(question: &Question, text: &str, is_right: bool, xml: &mut Xml<'_>) {
    let fraction = if is_right { 100 } else { 0 };
    let is_word = matches!(question.answer, Answer::TrueFalse(_));
    let shown = if is_word { text.to_owned() } else { text.replace('*', "\\*") };
    xml.raw(&format!("    <answer fraction=\"{fraction}\" format=\"plain_text\"><text>{}</text>", escaped(&shown)));
    close_answer(feedback(question, text), xml);
}

fn number(question: &Question, value: f64, tolerance: f64, xml: &mut Xml<'_>) {
    let mut write = |value: f64, tolerance: f64, fraction: u32, feedback: &str| {
        xml.raw(&format!(
            "    <answer fraction=\"{fraction}\" format=\"plain_text\"><text>{value}</text>\n      <tolerance>{tolerance}</tolerance>"
        ));
        close_answer(feedback, xml);
    };
    write(value, tolerance, 100, feedback(question, &value.to_string()));
    for (other, words) in question.feedback.iter() {
        if let Some(other) = other.parse().ok().filter(|other: &f64| other.is_finite() && *other != value) {
            write(other, 0.0, 0, words);
        }
    }
}

fn units(unit: &str, is_required: bool, xml: &mut Xml<'_>) {
    if unit.is_empty() {
        return;
    }
    let kind = if is_required { "1" } else { "0" };
    xml.raw("    <units>\n      <unit>\n        <multiplier>1</multiplier>\n");
    xml.raw(&format!("        <unit_name>{}</unit_name>\n      </unit>\n    </units>\n", escaped(unit)));
    xml.value("unitgradingtype", kind);
    xml.value("unitpenalty", "1.0");
    // 0: typed with the number. 3 would show none.
    xml.value("showunits", "0");
    xml.value("unitsleft", "0");
}

fn pair(left: &str, right: &str, xml: &mut Xml<'_>) {
    xml.raw("    <subquestion format=\"html\">");
    xml.html_inside(&[left]);
    let shown = if crate::text::is_plain(right) { to_plain(right, true) } else { xml.converted(&[right]).0.concat() };
    xml.raw(&format!("\n      <answer><text>{}</text></answer>\n    </subquestion>\n", escaped(&shown)));
}

/// The prompt, and below it the text with its gaps as Moodle writes them.
fn cloze(question: &Question, parts: &[Part], xml: &mut Xml<'_>) {
    let (mut words, mut gaps) = (String::new(), Vec::new());
    for part in parts {
        match part {
            Part::Words(more) => words.push_str(more),
            Part::Gap(gap) => {
                words.push_str(&gap_text::mark(gaps.len()));
                gaps.push(gap_source(gap));
            }
        }
    }
    let (html, files) = xml.converted(&[&question.prompt, &words]);
    let mut text = html[1].clone();
    for (at, gap) in gaps.iter().enumerate() {
        text = text.replacen(&gap_text::mark(at), gap, 1);
    }
    xml.raw("    <questiontext format=\"html\">");
    xml.files_and_text(&format!("{}\n{TEXT_FOLLOWS}\n{text}", html[0]), &files);
    xml.raw("</questiontext>\n");
}

fn gap_source(gap: &Gap) -> String {
    match gap {
        Gap::Typed(forms) => {
            let forms = forms.iter().map(|form| format!("={}", in_gap(&form.replace('*', "\\*"))));
            format!("{{1:SHORTANSWER:{}}}", forms.collect::<Vec<_>>().join("~"))
        }
        Gap::List(options) => {
            let options = options.iter().enumerate();
            // Without a share of its own, a wrong option that begins as a right one does would be right.
            let sign = |at, option: &str| match (at, option.starts_with(['=', '%'])) {
                (0, false) => "=",
                (0, true) => "%100%",
                (_, false) => "",
                (_, true) => "%0%",
            };
            let options = options.map(|(at, option)| format!("{}{}", sign(at, option), in_gap(option)));
            format!("{{1:MULTICHOICE_S:{}}}", options.collect::<Vec<_>>().join("~"))
        }
    }
}

/// Stands for a backslash while others are put before signs.
const BACKSLASH: char = '\u{E0F2}';

/// What stands in a gap: HTML in which Moodle's signs are escaped, with maths between `\(` and `\)`.
fn in_gap(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let length = crate::text::maths::leading(rest).filter(|length| *length > 2);
        if let Some(length) = length {
            shown.push_str(&format!("\\({}\\)", rest[..length].trim_matches('$')));
            rest = &rest[length..];
        } else {
            // A backslash of its own would escape what stands behind it.
            let is_own = sign == '\\' && !rest[1..].starts_with('*');
            shown.push(if is_own { BACKSLASH } else { sign });
            rest = &rest[sign.len_utf8()..];
        }
    }
    let html = shown.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let mut written = String::with_capacity(html.len());
    for sign in html.chars() {
        if sign == BACKSLASH {
            written.push_str("&#92;");
            continue;
        }
        if matches!(sign, '}' | '#' | '~' | '"' | '/') {
            written.push('\\');
        }
        written.push(sign);
    }
    written
}
