//! Kinds of question that plug-ins bring, and those that refer to a list of words beside the text.

use super::cloze::plain;
use super::element::{child, children, inner, is_set, number, value, weight};
use super::fields::Fields;
use super::gap_text;
use crate::bank::Kind;
use crate::exchange::markup::Purpose;
use crate::exchange::{Answer, DraftOption, Remark};
use roxmltree::Node;

/// Options of which each is right or wrong, with the shares that banks give them.
pub(super) fn right_or_wrong(node: Node<'_, '_>, fields: &mut Fields<'_>) -> Vec<DraftOption> {
    let answers: Vec<Node<'_, '_>> = children(node, "answer").collect();
    let is_right = |answer: &Node<'_, '_>| weight(*answer) > 0.0;
    let shares = shares(answers.iter().map(is_right));
    let options = answers.iter().map(|answer| DraftOption {
        text: fields.text(Some(*answer), Purpose::Line),
        weight: if is_right(answer) { shares.0 } else { shares.1 },
        feedback: fields.text(child(*answer, "feedback"), Purpose::Text),
    });
    options.collect()
}

/// What a right and a wrong option earn, so that all right ones earn all.
fn shares(rights: impl Iterator<Item = bool>) -> (f64, f64) {
    let (mut right, mut wrong) = (0, 0);
    rights.for_each(|is_right| if is_right { right += 1 } else { wrong += 1 });
    (1.0 / f64::from(right.max(1)), -1.0 / f64::from(wrong.max(1)))
}

/// Statements that are each true or false: those that are true are to be picked.
pub(super) fn statements(node: Node<'_, '_>, fields: &mut Fields<'_>) -> Answer {
    let is_true = |row: Node<'_, '_>| {
        let weights =
            children(node, "weight").filter(|weight| weight.attribute("rownumber") == row.attribute("number"));
        let mut weights = weights.filter(|weight| weight.attribute("columnnumber") == Some("1"));
        weights.any(|weight| value(weight, "value").parse::<f64>().is_ok_and(|value| value > 0.0))
    };
    let rows: Vec<Node<'_, '_>> = children(node, "row").collect();
    if rows.is_empty() {
        return Answer::LeftOut(Remark::TooFew(Kind::Choices, 0, 2));
    }
    let shares = shares(rows.iter().map(|row| is_true(*row)));
    let options = rows.iter().map(|row| DraftOption {
        text: fields.text(Some(*row), Purpose::Line),
        weight: if is_true(*row) { shares.0 } else { shares.1 },
        feedback: fields.text(child(*row, "feedbacktext"), Purpose::Text),
    });
    let options = options.collect();
    fields.tell(Remark::Rule("each statement was true or false, and those that are true are picked here"));
    Answer::Options { options, is_many: true }
}

/// `[[2]]` in the text stands for the second of the words beside it.
pub(super) fn word_lists(node: Node<'_, '_>, type_name: &str, fields: &mut Fields<'_>) -> (String, Answer) {
    let name = if type_name == "gapselect" { "selectoption" } else { "dragbox" };
    let words = node.children().filter(|word| word.has_tag_name(name));
    let words: Vec<(String, i64)> =
        words.map(|word| (plain(inner(word).trim()), number(word, "group").unwrap_or(1.0) as i64)).collect();
    let gap = |inside: &str| {
        let (right, group) = words.get(inside.parse::<usize>().ok()?.checked_sub(1)?)?;
        let others = words.iter().filter(|(word, other)| other == group && word != right);
        let options: Vec<String> = std::iter::once(right).chain(others.map(|(word, _)| word)).cloned().collect();
        Some(gap_text::list(&options))
    };
    bracketed(node, ["[[", "]]"], gap, fields)
}

/// `[cat|chat]` in the text is a gap to type in.
pub(super) fn gapfill(node: Node<'_, '_>, fields: &mut Fields<'_>) -> (String, Answer) {
    let signs: Vec<String> = value(node, "delimitchars").chars().map(String::from).collect();
    let brackets = if let [open, close] = &signs[..] { [open.as_str(), close.as_str()] } else { ["[", "]"] };
    if is_set(node, "casesensitive") {
        fields.tell(Remark::Rule("case counted in a gap, and does not here"));
    }
    let gap = |inside: &str| {
        let forms: Vec<String> = inside.split('|').map(|form| plain(form.trim())).collect();
        (!forms.iter().any(String::is_empty)).then(|| gap_text::typed(&forms))
    };
    bracketed(node, brackets, gap, fields)
}

fn bracketed(
    node: Node<'_, '_>,
    [open, close]: [&str; 2],
    gap: impl Fn(&str) -> Option<String>,
    fields: &mut Fields<'_>,
) -> (String, Answer) {
    let left_out = (String::new(), Answer::LeftOut(Remark::TooFew(Kind::Cloze, 0, 1)));
    let Some(field) = child(node, "questiontext") else { return left_out };
    let source = gap_text::without_marks(&inner(field));
    let (mut marked, mut gaps) = (String::new(), Vec::new());
    let mut rest = source.as_str();
    while let Some((before, after)) = rest.split_once(open) {
        marked.push_str(before);
        match after.split_once(close).and_then(|(inside, after)| Some((gap(inside.trim())?, after))) {
            Some((gap, after)) => {
                marked.push_str(&gap_text::mark(gaps.len()));
                gaps.push(gap);
                rest = after;
            }
            None => {
                marked.push_str(open);
                rest = after;
            }
        }
    }
    marked.push_str(rest);
    if gaps.is_empty() {
        return left_out;
    }
    let words = fields.converted(field, &marked, Purpose::Cloze);
    gap_text::assembled(&words, None, &gaps, &mut fields.remarks)
}
