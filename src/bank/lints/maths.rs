//! Maths that learners would see as something else: formulas that cannot be drawn, and signs that open none.

use crate::bank::Question;
use crate::bank::check::texts;
use crate::bank::lints::Warning;
use crate::bank::lints::view::Notes;
use crate::text::{Suspect, TexFault, formula, formulas, suspects, tex};
use std::collections::HashMap;

/// What is known of the formulas of a bank: many stand in it more than once.
#[derive(Default)]
pub(crate) struct Drawable(HashMap<(String, bool), Option<TexFault>>);

/// Formulas that cannot be drawn, and dollar signs with TeX behind them that open no formula.
///
/// A learner cannot answer what stands there as raw TeX (docs/quiz-format.md, "Text, maths and pictures").
pub(crate) fn rule(question: &Question, known: &mut Drawable, notes: &mut Notes) {
    texts::each(question, &mut |text, path| {
        if !text.contains('$') {
            return;
        }
        for maths in formulas(text) {
            let key = (maths.tex, maths.is_display);
            let fault = known.0.entry(key.clone()).or_insert_with(|| formula(&key.0, key.1).err());
            if let Some(fault) = fault {
                let (tex, shown) = (key.0.as_str().into(), tex::unicode(&key.0).into());
                notes.add(path(), Warning::UndrawableMaths { tex, reason: fault.to_string().into(), shown });
            }
        }
        for suspect in suspects(text) {
            if let Suspect::Unclosed { near } = suspect {
                notes.add(path(), Warning::UnclosedMaths { near: near.into() });
            }
        }
    });
}
