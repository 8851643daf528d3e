//! Writes a bank as GIFT, a question a block. Pictures are not carried.

use super::escape::escaped;
use super::texts::TextFormat;
use crate::bank::{Answer, Bank, Gap, Kind, Part, Question};
use crate::exchange::dropped_pictures::{has_pictures, without_pictures};
use crate::exchange::markup::{to_html, to_plain};
use crate::exchange::moodle_xml::{GROUPS, losses};
use crate::exchange::{Carried, Exported, PictureSource, Remark, Target};

/// Writes a bank.
pub(in crate::exchange) fn write(bank: &Bank, _pictures: &dyn PictureSource) -> Exported {
    let mut exported = Exported::default();
    let mut out = format!("// {}\n", bank.title.replace('\n', " "));
    let mut topic = "";
    for question in &bank.questions {
        let written = match Target::Gift.carries(question.kind()) {
            Carried::Not => Err(Remark::CannotCarry("GIFT has no questions of its kind")),
            Carried::Whole | Carried::Partly => block(bank, question, &mut exported),
        };
        match written {
            Ok(block) => {
                if *question.topic != *topic {
                    topic = &question.topic;
                    let slash = if topic.is_empty() { "" } else { "/" };
                    out.push_str(&format!("\n$CATEGORY: $course$/top{slash}{}\n", topic.replace('\n', " ")));
                }
                out.push('\n');
                out.push_str(&block);
                losses::tell(question, &mut exported);
                tell_more(question, &mut exported);
                exported.made += 1;
            }
            Err(reason) => exported.tell(question, reason),
        }
    }
    exported.bytes = out.into_bytes();
    exported
}

/// What GIFT has no place for, and Moodle has.
fn tell_more(question: &Question, exported: &mut Exported) {
    if !question.hints.is_empty() {
        exported.tell(question, Remark::NotTaken("hints"));
    }
    if question.points != 1.0 {
        exported.tell(question, Remark::NotTaken("points"));
    }
    if has_pictures(question) {
        exported.tell(question, Remark::NotTaken("pictures"));
    }
}

/// How the texts of a question are written: Markdown reads well, and maths needs HTML.
#[derive(Clone, Copy)]
struct Writer {
    is_html: bool,
}

impl Writer {
    /// A text behind its format: what stands in the braces may begin with words that look like the name of one.
    fn text(self, text: &str) -> String {
        let format = if names_format(text) { self.format() } else { "" };
        format!("{format}{}", self.words(text))
    }

    /// A text without its pictures, which GIFT does not hold.
    fn words(self, text: &str) -> String {
        let text = without_pictures(text);
        if self.is_html { escaped(&to_html(&text, &mut |path| path.to_owned())) } else { escaped(&text) }
    }

    fn format(self) -> &'static str {
        if self.is_html { "[html]" } else { "[markdown]" }
    }

    fn feedback(self, question: &Question, option: &str) -> String {
        match question.feedback.get(option) {
            Some(words) if !words.is_empty() => format!("#{}", self.text(words)),
            _ => String::new(),
        }
    }
}

fn block(bank: &Bank, question: &Question, exported: &mut Exported) -> Result<String, Remark> {
    let writer = Writer { is_html: has_maths(question) };
    let explanation = losses::explanation(bank, question);
    let answers = answers(question, writer, exported)?;
    let explanation = match explanation.is_empty() {
        true => String::new(),
        false => format!("\n\t####{}\n", writer.text(&explanation)),
    };
    let format = writer.format();
    let name = escaped(&question.id);
    let mut block = format!("// [id:{}]\n", question.id);
    if question.kind() == Kind::Categorise {
        block.push_str(&format!("// torus: {GROUPS}\n"));
    }
    let (before, after) = around(question, writer);
    block.push_str(&format!("::{name}::{format}{before}{{{answers}{explanation}}}{after}\n"));
    Ok(block)
}

fn has_maths(question: &Question) -> bool {
    let texts =
        [&question.prompt, &question.explanation].into_iter().chain(question.feedback.iter().map(|(_, words)| words));
    texts.map(|text| &**text).any(|text| text.contains('$')) || format!("{:?}", question.answer).contains('$')
}

/// The words before and after the answers.
fn around(question: &Question, writer: Writer) -> (String, String) {
    let prompt = writer.words(&question.prompt);
    match &question.answer {
        Answer::Cloze { text } => {
            let sides = text.parts().split(|part| matches!(part, Part::Gap(_)));
            let mut sides = sides.map(|words| {
                let words = words.iter().map(|part| if let Part::Words(words) = part { &**words } else { "" });
                writer.words(&words.collect::<String>())
            });
            let (before, after) = (sides.next().unwrap_or_default(), sides.next().unwrap_or_default());
            (format!("{prompt}\\n\\n{before}"), after)
        }
        Answer::Number { unit, .. } if !unit.is_empty() => {
            (format!("{prompt} ({}) ", writer.words(unit)), String::new())
        }
        Answer::Number { .. }
        | Answer::Choice { .. }
        | Answer::Choices { .. }
        | Answer::TrueFalse(_)
        | Answer::Text { .. }
        | Answer::Order { .. }
        | Answer::Match { .. }
        | Answer::Categorise { .. }
        | Answer::Hotspot { .. }
        | Answer::Calculated { .. }
        | Answer::Recall { .. } => (format!("{prompt} "), String::new()),
    }
}

fn answers(question: &Question, writer: Writer, exported: &mut Exported) -> Result<String, Remark> {
    let option = |sign: &str, share: &str, text: &str| {
        let needs_share = share.is_empty() && text.starts_with('%');
        let share = if needs_share { if sign == "=" { "%100%" } else { "%0%" } } else { share };
        format!("\n\t{sign}{share}{}{}", writer.text(text), writer.feedback(question, text))
    };
    let pair = |left: &str, right: &str| format!("\n\t={} -> {}", writer.text(left), writer.words(right));
    Ok(match &question.answer {
        Answer::Choice { correct, distractors } => {
            let wrong = distractors.iter().map(|text| option("~", "", text));
            option("=", "", correct) + &wrong.collect::<String>() + "\n"
        }
        Answer::Choices { correct, distractors } => {
            let ((right, is_right_known), (wrong, is_wrong_known)) =
                (losses::share(correct.len()), losses::share(distractors.len()));
            if !(is_right_known && is_wrong_known) {
                exported.tell(question, losses::UNKNOWN_SHARES);
            }
            let right = correct.iter().map(|text| option("~", &format!("%{right}%"), text)).collect::<String>();
            let wrong = distractors.iter().map(|text| option("~", &format!("%-{wrong}%"), text)).collect::<String>();
            right + &wrong + "\n"
        }
        Answer::TrueFalse(is_true) => {
            let words = |option| question.feedback.get(option).map_or(String::new(), |words| writer.text(words));
            let (right, wrong) = if *is_true { ("true", "false") } else { ("false", "true") };
            let feedback = match (words(wrong), words(right)) {
                (wrong, right) if wrong.is_empty() && right.is_empty() => String::new(),
                (wrong, right) if right.is_empty() => format!("#{wrong}"),
                (wrong, right) => format!("#{wrong}#{right}"),
            };
            format!("{}{feedback}", if *is_true { "TRUE" } else { "FALSE" })
        }
        Answer::Number { value, tolerance, unit, unit_required } => {
            if !unit.is_empty() {
                let rule = if *unit_required {
                    "the unit has to be typed here; it stands in the question in GIFT"
                } else {
                    "its unit stands in the question"
                };
                exported.tell(question, Remark::Rule(rule));
            }
            let words = writer.feedback(question, &value.to_string());
            let tolerance = if *tolerance > 0.0 { format!(":{tolerance}") } else { String::new() };
            format!("#{value}{tolerance}{words}")
        }
        Answer::Text { accept, match_case, .. } => {
            let feedback = question.feedback.iter().map(|(_, words)| &**words);
            if accept.iter().map(|form| &**form).chain(feedback).any(|text| text.contains("->")) {
                return Err(Remark::CannotCarry("GIFT would read the arrow in its answer as a pair"));
            }
            if *match_case {
                exported.tell(question, Remark::Rule("case counts here, and does not in GIFT"));
            }
            losses::tell_typed(question, &accept.iter().map(|form| &**form).collect::<Vec<_>>(), exported);
            let form = |form: &str| format!("\n\t={}{}", typed(form), writer.feedback(question, form));
            accept.iter().map(|text| form(text)).collect::<String>() + "\n"
        }
        Answer::Match { pairs, extra } => {
            let arrow = pairs.iter().any(|(left, _)| left.contains("->"));
            if arrow {
                return Err(Remark::CannotCarry("GIFT would read the arrow in one of its left sides as its own"));
            }
            let pairs = pairs.iter().map(|(left, right)| pair(left, right)).collect::<String>();
            pairs + &extra.iter().map(|right| pair("", right)).collect::<String>() + "\n"
        }
        Answer::Categorise { groups } => {
            let pairs = groups.iter().flat_map(|(name, items)| items.iter().map(move |item| (item, name)));
            let pairs: Vec<_> = pairs.collect();
            if pairs.iter().any(|(item, _)| item.contains("->")) {
                return Err(Remark::CannotCarry("GIFT would read the arrow in one of its items as its own"));
            }
            pairs.iter().map(|(item, name)| pair(item, name)).collect::<String>() + "\n"
        }
        Answer::Cloze { text } => {
            let gaps: Vec<&Gap> = text.gaps().collect();
            let [gap] = gaps[..] else {
                return Err(Remark::CannotCarry("GIFT has one gap a question, and it has several"));
            };
            let plain = |text: &str| in_plain(&to_plain(&without_pictures(text), true));
            match gap {
                Gap::Typed(forms) if forms.iter().any(|form| form.contains("->")) => {
                    return Err(Remark::CannotCarry("GIFT would read the arrow in its answer as a pair"));
                }
                Gap::Typed(forms) => forms.iter().map(|form| format!("={}", typed(form))).collect::<Vec<_>>().join(" "),
                Gap::List(options) => {
                    let options = options.iter().enumerate();
                    let sign = |at, text: &str| match (at, text.starts_with('%')) {
                        (0, false) => "=",
                        (0, true) => "=%100%",
                        (_, false) => "~",
                        (_, true) => "~%0%",
                    };
                    options.map(|(at, text)| format!("{}{}", sign(at, text), plain(text))).collect::<Vec<_>>().join(" ")
                }
            }
        }
        Answer::Order { .. } | Answer::Hotspot { .. } | Answer::Calculated { .. } | Answer::Recall { .. } => {
            return Err(Remark::CannotCarry("GIFT has no questions of its kind"));
        }
    })
}

/// A form that is typed: an asterisk stands for itself, and a percent sign at its beginning is no share.
fn typed(form: &str) -> String {
    let share = if form.starts_with('%') { "%100%" } else { "" };
    format!("{share}{}", in_plain(&form.replace('*', "\\*")))
}

/// Words without markup.
fn in_plain(text: &str) -> String {
    format!("{}{}", if names_format(text) { "[plain]" } else { "" }, escaped(text))
}

/// Whether a text begins as one that names its format.
fn names_format(text: &str) -> bool {
    TextFormat::NAMES.iter().any(|name| text.trim_start().starts_with(name))
}
