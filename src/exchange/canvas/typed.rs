//! Questions to type an answer to in QTI 1.2: texts, and numbers with bounds.

use crate::exchange::canvas::item::{How, Item, Rule, number};
use crate::exchange::canvas::options::{Asked, prompt};
use crate::exchange::html_texts::HtmlTexts;
use crate::exchange::xml::escape;
use crate::exchange::{Answer, DraftNumber, DraftText, Remark};

/// A text.
pub(super) fn text(item: &Item, texts: &mut HtmlTexts) -> Asked {
    let prompt = prompt(item, texts);
    let rules = item.rules.iter().filter(|rule| rule.score.is_some());
    let tests = rules.flat_map(|rule| rule.tests.iter().map(move |test| (rule, test)));
    let mut forms: Vec<DraftText> = Vec::new();
    let mut is_case_counted = false;
    for (rule, test) in tests.filter(|(_, test)| matches!(test.how, How::Equal | How::Within) && !test.is_negated) {
        let is_pattern = test.how == How::Within;
        let word = texts.plain(&escape(&test.value));
        is_case_counted |= test.is_case_counted;
        forms.push(DraftText {
            text: if is_pattern { format!("*{word}*") } else { word },
            is_pattern,
            weight: rule.score.unwrap_or(0.0) / item.most,
            feedback: texts.text(&item.shown_for("", &test.value)),
        });
    }
    Asked { prompt, answer: Answer::Texts { texts: forms, is_case_counted } }
}

/// A number.
pub(super) fn numeric(item: &Item, texts: &mut HtmlTexts) -> Asked {
    let prompt = prompt(item, texts);
    let rules = item.rules.iter().filter(|rule| rule.score.is_some());
    let numbers: Vec<DraftNumber> = rules.filter_map(|rule| of_rule(item, rule, texts)).collect();
    Asked { prompt, answer: Answer::Numbers { numbers, unit: Box::default(), is_unit_required: false } }
}

/// The number that a rule asks for: its value with a margin, or the middle between its bounds.
fn of_rule(item: &Item, rule: &Rule, texts: &mut HtmlTexts) -> Option<DraftNumber> {
    let of = |hows: [How; 2]| {
        rule.tests.iter().find(|test| hows.contains(&test.how) && !test.is_negated).and_then(|test| number(&test.value))
    };
    let exact = rule.tests.iter().find(|test| test.how == How::Equal && !test.is_negated);
    let value = exact.and_then(|test| number(&test.value));
    let (least, most) = (of([How::Least, How::Above]), of([How::Most, How::Below]));
    if rule.tests.iter().any(|test| matches!(test.how, How::Above | How::Below)) {
        texts.tell(Remark::Tolerance("the limits themselves counted as wrong there and count as right here"));
    }
    let margin = exact.and_then(|test| test.margin).zip(value);
    let (value, tolerance) = match (value, least, most) {
        (Some(value), Some(least), Some(most)) => around(value, least, most, texts),
        (Some(value), ..) => {
            let tolerance = margin.map_or(
                0.0,
                |((margin, is_percent), value)| {
                    if is_percent { value.abs() * margin / 100.0 } else { margin }
                },
            );
            (value, tidy(tolerance))
        }
        (None, Some(least), Some(most)) => (tidy(f64::midpoint(least, most)), tidy((most - least).abs() / 2.0)),
        (None, ..) => return None,
    };
    let feedback = exact.map(|test| item.shown_for("", &test.value)).unwrap_or_default();
    let weight = rule.score.unwrap_or(0.0) / item.most;
    Some(DraftNumber { value, tolerance, weight, feedback: texts.text(&feedback) })
}

/// A value between its bounds; where it is not in their middle, the middle counts.
fn around(value: f64, least: f64, most: f64, texts: &mut HtmlTexts) -> (f64, f64) {
    let (below, above) = (tidy(value - least), tidy(most - value));
    if (below - above).abs() <= 1e-9 * above.abs().max(1e-300) {
        return (value, above.abs());
    }
    texts.tell(Remark::Tolerance("its bounds were not equally far from the value, so their middle is the key here"));
    (tidy(f64::midpoint(least, most)), tidy((most - least).abs() / 2.0))
}

/// A number without the dust that binary sums leave: 1000.005 − 1000 as 0.005.
pub(in crate::exchange) fn tidy(number: f64) -> f64 {
    format!("{number:.10e}").parse().unwrap_or(number)
}
