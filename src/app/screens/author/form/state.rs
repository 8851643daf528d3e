//! What the form keeps from one frame to the next besides the fields: where the keyboard goes, what was tried. Holds no field.

use crate::author::form::FieldName;
use egui::{Context, Id};
use std::ops::Range;

/// Kept in the window's memory, so that the form has no owner but the screen.
#[derive(Clone, Debug, Default)]
pub(super) struct FormState {
    /// The question that it is about.
    question: u64,
    /// The field that is to have the keyboard when it is shown next.
    pub focus: Option<FieldName>,
    /// What is selected in it then, in characters; else the cursor goes to its end.
    pub selection: Option<Range<usize>>,
    /// The field that was typed in last, into which signs and marks go.
    pub last: Option<FieldName>,
    /// What is selected in it, in characters. A field forgets this when it loses the keyboard, to a button too.
    pub selected: Option<Range<usize>>,
    /// Whether the rarer fields are open.
    pub is_more_open: bool,
    /// The answers that are tried, one for each gap.
    pub tried: Vec<String>,
    /// The signs that were put in, the last one first.
    pub recent_signs: Vec<char>,
    /// Whether the signs are shown.
    pub are_signs_open: bool,
    /// Which subject's signs.
    pub subject: usize,
    /// An answer in a gap as it is typed, while the text has it without the space at its end.
    pub gap_draft: Option<(usize, usize, String)>,
    /// Why no gap could be made.
    pub gap_note: Option<&'static str>,
    /// The place that is selected in the picture.
    pub spot: Option<usize>,
    /// Where a place begins that is being drawn, in shares of the picture.
    pub drag_from: Option<(f64, f64)>,
    /// Which drawings of values are shown.
    pub draws_seed: u32,
}

impl FormState {
    pub fn load(ctx: &Context, question: u64) -> Self {
        let kept: Self = ctx.data(|data| data.get_temp(slot())).unwrap_or_default();
        if kept.question == question {
            return kept;
        }
        Self {
            question,
            recent_signs: kept.recent_signs,
            are_signs_open: kept.are_signs_open,
            subject: kept.subject,
            is_more_open: kept.is_more_open,
            ..Self::default()
        }
    }

    pub fn store(self, ctx: &Context) {
        ctx.data_mut(|data| data.insert_temp(slot(), self));
    }

    /// The answer of that number that is tried.
    pub fn tried_mut(&mut self, index: usize) -> &mut String {
        if self.tried.len() <= index {
            self.tried.resize(index + 1, String::new());
        }
        &mut self.tried[index]
    }
}

fn slot() -> Id {
    Id::unique("form of a question")
}
