//! Right options with wrong ones beside them: what a choice and choices have in common.

use crate::bank::Problem;
use crate::bank::check::findings::{Findings, alike_pairs, blank_ones, in_answer, with};
use crate::bank::check::part::TextPart;
use crate::kinds::answer_kind::{OptionOrder, Visit};
use crate::syntax::path::Step;

/// Keys and distractors.
#[derive(Clone, Copy)]
pub(in crate::kinds) struct Keyed<'q> {
    pub keys: &'q [Box<str>],
    pub distractors: &'q [Box<str>],
    /// Whether the key stands alone in the file, and in no list.
    pub is_key_alone: bool,
}

impl<'q> Keyed<'q> {
    pub fn options(&self) -> Vec<&'q str> {
        self.boxed().map(|option| &**option).collect()
    }

    pub fn option_order(&self) -> OptionOrder {
        let count = self.keys.len() + self.distractors.len();
        OptionOrder::Lists(std::iter::once(0..count).collect())
    }

    pub fn texts(&self, visit: &mut Visit<'_, 'q>) {
        for (index, option) in self.boxed().enumerate() {
            visit(option, &|| self.path(index));
        }
    }

    /// Notes options that are blank, and those that a learner could not tell from an earlier one.
    pub fn check(&self, findings: &mut Findings<'_>) {
        let is_key = |index| index < self.keys.len();
        for index in blank_ones(self.boxed()) {
            let part = if is_key(index) { TextPart::CorrectOption } else { TextPart::Distractor };
            findings.add(self.path(index), Problem::Blank { part });
        }
        for (earlier, later) in alike_pairs(self.boxed()) {
            let Some(option) = self.boxed().nth(later).cloned() else { continue };
            let problem = match is_key(earlier) && !is_key(later) {
                true => Problem::CorrectDistractor { option },
                false => Problem::DuplicateOption { option },
            };
            findings.add(self.path(later), problem);
        }
    }

    fn path(&self, index: usize) -> Vec<Step> {
        option_path(self.is_key_alone, self.keys.len(), index)
    }

    fn boxed(&self) -> impl Iterator<Item = &'q Box<str>> + Clone + use<'q> {
        self.keys.iter().chain(self.distractors)
    }
}

/// The way to the option at `index`, keys counted first. A key that stands alone is the field itself.
pub(crate) fn option_path(is_key_alone: bool, key_count: usize, index: usize) -> Vec<Step> {
    match index.checked_sub(key_count) {
        Some(place) => with(in_answer("distractors"), [Step::Item(place)]),
        None if is_key_alone => in_answer("correct").to_vec(),
        None => with(in_answer("correct"), [Step::Item(index)]),
    }
}
