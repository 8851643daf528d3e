//! How many options there are, and how long the key is beside them. Counts, and reads nothing.

use crate::bank::Question;
use crate::bank::ascending;
use crate::bank::lints::Warning;
use crate::bank::lints::view::{Choosable, Notes, View, choosable};
use crate::syntax::path::Step;

/// More are hardly ever picked by anybody: with three, a test is as good (Rodriguez 2005); guides end at five.
const MOST_OPTIONS: usize = 5;
/// A key longer than every distractor by this factor is told by its length.
const TELLING_RATIO: f64 = 1.25;
/// Below this, a longer key is a longer name, such as "Reykjavik" beside "Oslo"; by trial on the labelled questions.
const SHORTEST_TELLING_CHARS: usize = 25;

/// More than five options.
pub(crate) fn many_options(question: &Question, notes: &mut Notes) {
    let count = choosable(question).len();
    if count > MOST_OPTIONS {
        notes.add([Step::Field("answer")], Warning::ManyOptions { count });
    }
}

/// A key much longer than every distractor, one of the few flaws that were seen to raise marks (Pham, Besanko & Devitt 2018).
pub(crate) fn longest_key(view: &View, notes: &mut Notes) {
    let chars = |option: &Choosable| option.text.trim().chars().count();
    let (Some(shortest_key), Some(longest)) =
        (view.keys().iter().map(chars).min(), view.distractors().iter().map(chars).max())
    else {
        return;
    };
    let is_longer = shortest_key as f64 > TELLING_RATIO * longest as f64;
    if is_longer && shortest_key >= SHORTEST_TELLING_CHARS && ascending(&view.option_texts()).is_none() {
        notes.add(view.option_path(0), Warning::LongestKey);
    }
}
