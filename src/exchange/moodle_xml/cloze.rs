//! Moodle's embedded answers as texts with gaps, or as the one question that they are.

use super::cloze_gap::{Alternative, EmbeddedGap, GapKind, taken_apart};
use super::element::{child, inner};
use super::fields::{Fields, is_html};
use super::gap_text;
use super::typed::{read_number, without_wildcards};
use crate::bank::Kind;
use crate::exchange::markup::{NoPictures, Purpose, from_html};
use crate::exchange::{Answer, DraftNumber, DraftOption, Remark};
use roxmltree::Node;

/// Stands between the prompt and the text where we wrote them.
pub(super) const TEXT_FOLLOWS: &str = "<!-- torus: text -->";

/// The prompt and the key.
pub(super) fn read(node: Node<'_, '_>, fields: &mut Fields<'_>) -> (String, Answer) {
    let Some(field) = child(node, "questiontext") else {
        return (String::new(), Answer::LeftOut(Remark::TooFew(Kind::Cloze, 0, 1)));
    };
    let source = gap_text::without_marks(&inner(field));
    let (prompt, html) = match source.split_once(TEXT_FOLLOWS) {
        Some((prompt, html)) => (Some(fields.converted(field, prompt, Purpose::Text)), html),
        None => (None, source.as_str()),
    };
    let (gaps, rest) = taken_apart(html);
    if let ([(before, gap)], true, None) = (&gaps[..], is_end(rest), &prompt)
        && let Some(answer) = alone(gap, fields)
    {
        return (fields.converted(field, &format!("{before}{rest}"), Purpose::Text), answer);
    }
    match with_gaps(&gaps, rest, fields) {
        Ok((marked, written)) => {
            let words = fields.converted(field, &marked, Purpose::Cloze);
            gap_text::assembled(&words, prompt, &written, &mut fields.remarks)
        }
        Err(reason) => (fields.converted(field, &source, Purpose::Text), Answer::LeftOut(reason)),
    }
}

/// Whether nothing but closing tags and a stop stands there.
fn is_end(rest: &str) -> bool {
    let mut is_tag = false;
    let mut outside = rest.replace("&nbsp;", " ");
    outside.retain(|sign| {
        let was_tag = is_tag;
        is_tag = sign == '<' || (is_tag && sign != '>');
        !is_tag && !was_tag
    });
    !rest.contains("<img") && outside.chars().all(|sign| sign.is_whitespace() || ".?!".contains(sign))
}

/// The one gap at the end of a text as the question that it is; `None` for one that is a gap.
fn alone(gap: &EmbeddedGap, fields: &mut Fields<'_>) -> Option<Answer> {
    let feedback = |one: &Alternative| from_html(&one.feedback, Purpose::Text, &mut NoPictures).text;
    match gap.kind {
        GapKind::Typed { .. } => None,
        GapKind::List | GapKind::Many => {
            let options = gap.alternatives.iter().map(|one| DraftOption {
                text: from_html(&one.text, Purpose::Line, &mut NoPictures).text,
                weight: one.weight,
                feedback: feedback(one),
            });
            Some(Answer::Options { options: options.collect(), is_many: gap.kind == GapKind::Many })
        }
        GapKind::Number => {
            let numbers = gap.alternatives.iter().filter_map(|one| {
                let (value, tolerance) = number(one, fields)?;
                Some(DraftNumber { value, tolerance, weight: one.weight, feedback: feedback(one) })
            });
            Some(Answer::Numbers { numbers: numbers.collect(), unit: Box::default(), is_unit_required: false })
        }
    }
}

fn number(one: &Alternative, fields: &mut Fields<'_>) -> Option<(f64, f64)> {
    let (value, tolerance) = one.text.split_once(':').unwrap_or((&one.text, "0"));
    Some((read_number(value, fields)?, super::typed::parsed(tolerance).map_or(0.0, |(number, _)| number)))
}

/// The words with a mark for each gap, and each gap as a bank writes it.
fn with_gaps(
    gaps: &[(&str, EmbeddedGap)],
    rest: &str,
    fields: &mut Fields<'_>,
) -> Result<(String, Vec<String>), Remark> {
    if gaps.is_empty() {
        return Err(Remark::TooFew(Kind::Cloze, 0, 1));
    }
    let mut marked = String::new();
    let mut written = Vec::new();
    for (before, gap) in gaps {
        marked.push_str(before);
        marked.push_str(&gap_text::mark(written.len()));
        written.push(gap_source(gap, fields)?);
    }
    marked.push_str(rest);
    if gaps.iter().any(|(_, gap)| gap.weight != gaps[0].1.weight) {
        fields.tell(Remark::Rule("its gaps had weights, and each earns the same here"));
    }
    if gaps.iter().flat_map(|(_, gap)| &gap.alternatives).any(|one| !one.feedback.is_empty()) {
        fields.tell(Remark::NoPlaceFor("what is said to the answers of a gap"));
    }
    Ok((marked, written))
}

fn gap_source(gap: &EmbeddedGap, fields: &mut Fields<'_>) -> Result<String, Remark> {
    match gap.kind {
        GapKind::Many => Err(Remark::CannotCarry("one of its gaps takes several answers at once")),
        GapKind::List => list(&gap.alternatives, fields),
        GapKind::Number => numbers(&gap.alternatives, fields),
        GapKind::Typed { is_case_counted } => {
            if is_case_counted {
                fields.tell(Remark::Rule("case counted in a gap, and does not here"));
            }
            typed(&gap.alternatives, fields)
        }
    }
}

fn typed(alternatives: &[Alternative], fields: &mut Fields<'_>) -> Result<String, Remark> {
    let (mut forms, mut partial) = (Vec::new(), Vec::new());
    for one in alternatives.iter().filter(|one| one.weight > 0.0) {
        let (form, is_pattern) = without_wildcards(&plain(&one.text));
        match () {
            () if is_pattern => fields.tell(Remark::Wildcard(form.into())),
            () if one.weight < 0.999 => partial.push(form.into()),
            () if form.is_empty() || forms.contains(&form) => {}
            () => forms.push(form),
        }
    }
    if !partial.is_empty() {
        fields.tell(Remark::PartialAnswers(partial));
    }
    if forms.is_empty() { Err(Remark::NoKey) } else { Ok(gap_text::typed(&forms)) }
}

fn numbers(alternatives: &[Alternative], fields: &mut Fields<'_>) -> Result<String, Remark> {
    let mut forms: Vec<String> = Vec::new();
    for one in alternatives.iter().filter(|one| one.weight > 0.999) {
        let Some((value, tolerance)) = number(one, fields) else { continue };
        if tolerance != 0.0 {
            fields.tell(Remark::Tolerance("a gap takes the number alone, as it is written"));
        }
        let point = value.to_string();
        let comma = point.replace('.', ",");
        forms.extend([point, comma].into_iter().filter(|form| !forms.contains(form)).collect::<Vec<_>>());
    }
    forms.dedup();
    if forms.is_empty() { Err(Remark::NoKey) } else { Ok(gap_text::typed(&forms)) }
}

fn list(alternatives: &[Alternative], fields: &mut Fields<'_>) -> Result<String, Remark> {
    let (right, wrong): (Vec<&Alternative>, Vec<&Alternative>) =
        alternatives.iter().partition(|one| one.weight > 0.999);
    let [key, others @ ..] = &right[..] else { return Err(Remark::NoKey) };
    if !others.is_empty() {
        fields.tell(Remark::OtherRightOptions(others.iter().map(|one| plain(&one.text).into()).collect()));
    }
    let partial = wrong.iter().filter(|one| one.weight > 0.0);
    let partial: Vec<(Box<str>, f64)> = partial.map(|one| (plain(&one.text).into(), 100.0 * one.weight)).collect();
    if !partial.is_empty() {
        fields.tell(Remark::PartialWeights(partial));
    }
    let options: Vec<String> = std::iter::once(key).chain(&wrong).map(|one| plain(&one.text)).collect();
    Ok(gap_text::list(&options))
}

/// What stands in a gap, without tags.
pub(super) fn plain(html: &str) -> String {
    if is_html(html) {
        from_html(html, Purpose::Plain, &mut NoPictures).text.trim().to_owned()
    } else {
        html.to_owned()
    }
}
