//! What a formula gives with values as papers draw them: ten drawings, those that give no number first. Marks nothing.

use crate::app::screens::author::form::pen::Pen;
use crate::app::theme::Theme;
use crate::app::widgets::{Button, text};
use crate::bank::Answer;
use crate::bank::values::formula::{FormulaFault, evaluate};
use crate::bank::values::quantity::written;
use crate::paper::drawn_values;
use egui::Ui;
use egui_material_icons::icons::ICON_SHUFFLE;

/// So many drawings are shown, and so many looked at to find bad ones.
const SHOWN: usize = 10;
const TRIED: u32 = 100;

/// A drawing, and what the formula gives with it.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct Sample {
    pub values: Vec<(Box<str>, f64)>,
    pub result: Result<f64, FormulaFault>,
}

/// Different drawings of an answer, those that give no number first.
pub(in super::super) fn samples(answer: &Answer, seed: u32) -> Vec<Sample> {
    let Answer::Calculated { variables, value, .. } = answer else { return Vec::new() };
    let mut found: Vec<Sample> = Vec::new();
    for position in 0..TRIED {
        let drawn = drawn_values(answer, seed, position);
        if drawn.len() != variables.0.len() {
            return Vec::new();
        }
        let values: Vec<(Box<str>, f64)> =
            variables.iter().zip(drawn).map(|((name, _), value)| (name.into(), value)).collect();
        if found.iter().all(|sample| sample.values != values) {
            let named: Vec<(&str, f64)> = values.iter().map(|(name, value)| (&**name, *value)).collect();
            let result = evaluate(value, &named);
            found.push(Sample { values, result });
        }
    }
    let (good, mut bad): (Vec<Sample>, Vec<Sample>) = found.into_iter().partition(|sample| sample.result.is_ok());
    // Some that give a number are shown too, where there are any.
    bad.truncate(SHOWN - good.len().min(SHOWN / 2));
    bad.extend(good);
    bad.truncate(SHOWN);
    bad
}

pub(in super::super) fn show(ui: &mut Ui, pen: &mut Pen<'_>) {
    let Ok(question) = pen.form.question() else { return };
    let Answer::Calculated { unit, value, .. } = &question.answer else { return };
    if value.trim().is_empty() {
        return;
    }
    let found = samples(&question.answer, pen.state.draws_seed);
    if found.is_empty() {
        return;
    }
    let bad = found.iter().filter(|sample| sample.result.is_err()).count();
    text::body(ui, if bad == 0 { "Drawn for example" } else { "Drawn for example; some give no number" });
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        found.iter().for_each(|sample| line(ui, sample, unit));
    });
    if ui.add(Button::quiet("Draw others").icon(ICON_SHUFFLE).in_line()).clicked() {
        pen.state.draws_seed = pen.state.draws_seed.wrapping_add(1);
    }
}

fn line(ui: &mut Ui, sample: &Sample, unit: &str) {
    let theme = Theme::of(ui.ctx());
    let values: Vec<String> =
        sample.values.iter().map(|(name, value)| format!("{name} = {}", written(*value, ""))).collect();
    let values = values.join(", ");
    let (told, ink) = match &sample.result {
        Ok(result) => (written(*result, unit), theme.palette.text),
        Err(fault) => (format!("gives no number: {fault}"), theme.palette.wrong),
    };
    text::paragraph(ui, format!("{values}: {told}"), theme.small(), ink);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn samples_of(ron: &str) -> Vec<Sample> {
        samples(&ron::from_str(ron).expect(ron), 7)
    }

    #[test]
    fn drawings_that_give_no_number_come_first() {
        let found =
            samples_of(r#"Calculated(variables: {"d": Range(from: 1, to: 20), "t": Values([0, 2])}, value: "d / t")"#);
        let bad = found.iter().filter(|sample| sample.result.is_err()).count();
        assert_eq!((found.len(), bad), (SHOWN, SHOWN / 2));
        assert!(found[..bad].iter().all(|sample| sample.result.is_err()));
    }

    #[test]
    fn a_formula_that_never_gives_a_number_fills_the_list_with_its_faults() {
        let found = samples_of(r#"Calculated(variables: {"d": Range(from: 1, to: 20)}, value: "d / x")"#);
        assert!(found.len() == SHOWN && found.iter().all(|sample| sample.result.is_err()));
    }

    #[test]
    fn each_drawing_is_shown_once_and_a_variable_without_values_has_none() {
        assert_eq!(samples_of(r#"Calculated(variables: {"d": Values([1, 2, 3])}, value: "d")"#).len(), 3);
        assert_eq!(samples_of(r#"Calculated(variables: {"d": Values([])}, value: "d")"#), []);
        assert_eq!(samples_of("TrueFalse(true)"), []);
    }
}
