//! Reads one question of a file after the other, and what holds for those that follow: categories. Knows the fields that all
//! kinds have.

use super::element::{child, children, inner, is_set, number, value, weight, with_document};
use super::fields::Fields;
use super::kinds::KINDS;
use super::scan::QuestionSpan;
use super::{calculated, cloze, matching, plugins, typed};
use crate::bank::Kind;
use crate::exchange::markup::Purpose;
use crate::exchange::{Answer, Draft, DraftBank, DraftOption, Place, Remark, topic_path};
use roxmltree::Node;

/// Reads the questions of a file in turn.
#[derive(Default)]
pub(super) struct FileReader {
    pub bank: DraftBank,
    /// What is told once a file, with the line where it is met first.
    pub dropped: Vec<(Remark, u32)>,
    topic: Box<str>,
}

impl FileReader {
    /// Reads a question into a draft, or a category into the topic of those that follow.
    pub fn read(&mut self, span: &QuestionSpan<'_>) {
        if let Err(error) = with_document(span.source, |node| self.read_node(node, span)) {
            let reason = Remark::Damaged(format!("its XML is broken ({error})").into());
            let draft = Draft::new(Place::line(span.line), "question", "", Answer::LeftOut(reason));
            self.bank.drafts.push(draft);
        }
    }

    fn read_node(&mut self, node: Node<'_, '_>, span: &QuestionSpan<'_>) {
        let type_name = node.attribute("type").unwrap_or_default();
        if type_name == "category" {
            self.topic = category_topic(&value(node, "category"));
            return;
        }
        let mut draft = draft(node, type_name, &mut self.bank.pictures);
        draft.place = Place::line(span.line);
        draft.topic = self.topic.clone();
        if draft.origin.is_empty() {
            draft.origin = span.number.into();
        }
        self.tell_once(node, span.line);
        self.bank.drafts.push(draft);
    }

    fn tell_once(&mut self, node: Node<'_, '_>, line: u32) {
        let is_penalised = number(node, "penalty").is_some_and(|penalty| penalty > 0.0);
        let has_tags = child(node, "tags").is_some_and(|tags| child(tags, "tag").is_some());
        let told = [
            (is_penalised, "the penalty for each further try"),
            (has_tags, "tags"),
            (
                ["partiallycorrectfeedback"].iter().any(|name| !value(node, name).is_empty()),
                "what is said to all who are right in part",
            ),
        ];
        for (_, thing) in told.into_iter().filter(|(is_there, _)| *is_there) {
            let remark = Remark::NoPlaceFor(thing);
            if !self.dropped.iter().any(|(known, _)| *known == remark) {
                self.dropped.push((remark, line));
            }
        }
    }
}

/// The topic for a path of categories: without the context in front, `top` and `Default for …`.
pub(in crate::exchange) fn category_topic(path: &str) -> Box<str> {
    const SLASH: &str = "\u{E000}";
    let path = path.trim().replace("//", SLASH);
    let is_context = |name: &str| name.starts_with('$') && name.ends_with('$') && name.len() > 1;
    let names = path.split('/').map(str::trim).enumerate();
    let names = names
        .filter(|(at, name)| !(is_context(name) || (*at <= 1 && *name == "top") || name.starts_with("Default for ")));
    let names: Vec<String> = names.map(|(_, name)| name.replace(SLASH, "/")).collect();
    topic_path(names.iter().map(String::as_str))
}

fn draft(node: Node<'_, '_>, type_name: &str, pictures: &mut crate::exchange::Pictures) -> Draft {
    let mut fields = Fields { pictures, remarks: Vec::new() };
    let (prompt, answer) = read_key(node, type_name, &mut fields);
    let mut draft = Draft::new(Place::default(), type_name, prompt, answer);
    let purpose = if type_name.starts_with("calculated") { Purpose::Calculated } else { Purpose::Text };
    if draft.prompt.is_empty() && !matches!(type_name, "cloze" | "multianswer") {
        draft.prompt = fields.text(child(node, "questiontext"), purpose);
    }
    if let Some(picture) = fields.old_picture(node) {
        draft.prompt = format!("{}\n\n{picture}", draft.prompt).trim().to_owned();
    }
    draft.name = fields.plain(child(node, "name")).into();
    draft.origin = value(node, "idnumber").into();
    draft.explanation = fields.text(child(node, "generalfeedback"), purpose);
    draft.hints = children(node, "hint").map(|hint| fields.text(Some(hint), purpose)).collect();
    draft.hints.retain(|hint| !hint.is_empty());
    draft.points = number(node, "defaultgrade");
    if draft.points == Some(0.0) {
        draft.points = None;
        fields.tell(Remark::Rule("it was worth no points, and is worth one here"));
    }
    if is_set(node, "hidden") {
        fields.tell(Remark::Hidden);
    }
    draft.remarks = fields.remarks;
    draft
}

/// The prompt, where the kind has it elsewhere than in its field, and the key.
fn read_key(node: Node<'_, '_>, type_name: &str, fields: &mut Fields<'_>) -> (String, Answer) {
    if !KINDS.iter().any(|row| row.theirs == type_name) {
        return (String::new(), Answer::LeftOut(Remark::UnknownType(type_name.into())));
    }
    let key = match type_name {
        "multichoice" => multichoice(node, fields),
        "truefalse" => true_false(node, fields),
        "shortanswer" => typed::text(node, fields),
        "numerical" => typed::number(node, fields),
        "matching" | "ddmatch" => matching::pairs(node, type_name, fields),
        "ordering" => matching::order(node, fields),
        "cloze" | "multianswer" => return cloze::read(node, fields),
        "gapselect" | "ddwtos" => return plugins::word_lists(node, type_name, fields),
        "gapfill" => return plugins::gapfill(node, fields),
        "calculatedsimple" | "calculated" => calculated::read(node, fields),
        "oumultiresponse" => Answer::Options { options: plugins::right_or_wrong(node, fields), is_many: true },
        "multichoiceset" => {
            fields.tell(Remark::AllOrNothing);
            Answer::Options { options: plugins::right_or_wrong(node, fields), is_many: true }
        }
        "mtf" | "kprime" => plugins::statements(node, fields),
        "essay" => essay(node, fields),
        "description" => Answer::LeftOut(Remark::Description),
        "calculatedmulti" => Answer::LeftOut(Remark::CannotCarry("its options hold formulas")),
        "ddmarker" | "ddimageortext" => Answer::LeftOut(Remark::CannotCarry(
            "things are dragged onto a picture, which says of no place that it is wrong",
        )),
        "randomsamatch" | "random" => Answer::LeftOut(Remark::DrawsFromOthers),
        _ => Answer::LeftOut(Remark::UnknownType(type_name.into())),
    };
    (String::new(), key)
}

fn multichoice(node: Node<'_, '_>, fields: &mut Fields<'_>) -> Answer {
    let options = children(node, "answer").map(|answer| DraftOption {
        text: fields.text(Some(answer), Purpose::Line),
        weight: weight(answer),
        feedback: fields.text(child(answer, "feedback"), Purpose::Text),
    });
    let options = options.collect();
    let single = value(node, "single");
    Answer::Options { options, is_many: matches!(single.as_str(), "false" | "0") }
}

fn true_false(node: Node<'_, '_>, fields: &mut Fields<'_>) -> Answer {
    let answers: Vec<Node<'_, '_>> = children(node, "answer").collect();
    let [first, second] = answers[..] else {
        return Answer::LeftOut(Remark::TooFew(Kind::TrueFalse, answers.len(), 2));
    };
    let words = [first, second].map(|answer| inner(answer).trim().to_lowercase());
    let (on_true, on_false) = match [words[0].as_str(), words[1].as_str()] {
        ["true", _] | [_, "false"] => (first, second),
        ["false", _] | [_, "true"] => (second, first),
        _ => {
            fields.tell(Remark::Key("its answers are not called true and false, and the first was taken for true"));
            (first, second)
        }
    };
    let weights = (weight(on_true), weight(on_false));
    if weights.0 == weights.1 {
        return Answer::LeftOut(Remark::NoKey);
    }
    let feedback = [on_true, on_false].map(|answer| fields.text(child(answer, "feedback"), Purpose::Text));
    Answer::TrueFalse { is_true: weights.0 > weights.1, feedback }
}

/// An essay becomes a card where it says what a good answer holds.
fn essay(node: Node<'_, '_>, fields: &mut Fields<'_>) -> Answer {
    let back = ["graderinfo", "generalfeedback"].map(|name| fields.text(child(node, name), Purpose::Text));
    match back.into_iter().find(|back| !back.is_empty()) {
        Some(back) => Answer::Card { back },
        None => Answer::LeftOut(Remark::MarkedByPerson),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_every_kind_that_is_read() {
        for row in KINDS {
            let source = format!("<question type='{}'></question>", row.theirs);
            let mut pictures = crate::exchange::Pictures::default();
            let draft = with_document(&source, |node| draft(node, row.theirs, &mut pictures)).expect("XML");
            assert!(!matches!(draft.answer, Answer::LeftOut(Remark::UnknownType(_))), "{}", row.theirs);
        }
    }

    #[test]
    fn a_category_becomes_a_topic() {
        for (path, topic) in [
            ("$course$/top/Default for Rivers/Rivers/Europe", "Rivers/Europe"),
            ("$system$/AC//DC/Top", "AC–DC/Top"),
            ("Rivers", "Rivers"),
            ("$course$/top", ""),
        ] {
            assert_eq!(&*category_topic(path), topic);
        }
    }
}
