//! Tells which facts have another id than in the banks that were made before: the results of their questions would be lost.

use super::super::talk::tell;
use crate::bank::{Bank, Question, Quietly, read};
use crate::facts::FactTable;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Write;

/// Tells of each fact that has gone and whose questions another one asks word for word. `banks` are those that have
/// changed: the text that was made before, and the bank now. Gives back whether there is such a fact.
pub(super) fn tell_renamed<'a>(
    table: &FactTable,
    banks: impl Iterator<Item = (String, &'a Bank)>,
    talk: &mut dyn Write,
) -> bool {
    let read_before = |(text, now): (String, &'a Bank)| Some((read(&text, &Quietly).bank.ok()?, now));
    let renamed: BTreeMap<String, String> =
        banks.filter_map(read_before).flat_map(|(before, now)| renamed_in(table, &before, now)).collect();
    for (old, new) in &renamed {
        tell(
            talk,
            &format!(
                "torus: the fact \"{old}\" is now \"{new}\", and so are its questions: write \"{old}\" in its \
                 `formerly`, or what learners have answered is no longer theirs"
            ),
        );
    }
    !renamed.is_empty()
}

/// The facts of the bank before that the table has no more, each with the one that asks the same now.
fn renamed_in(table: &FactTable, before: &Bank, after: &Bank) -> BTreeMap<String, String> {
    let earlier = table.facts.iter().flat_map(|fact| std::iter::once(&fact.id).chain(&fact.formerly));
    let known: HashSet<&str> = earlier.map(|id| &**id).collect();
    let known_before: HashSet<&str> =
        before.questions.iter().flat_map(|question| &question.facts).map(|id| &**id).collect();
    let asked = |question: &Question| (question.kind(), question.prompt.clone());
    let only_fact = |question: &Question| match &*question.facts {
        [only] => Some(only.to_string()),
        _ => None,
    };
    let now: HashMap<_, String> =
        after.questions.iter().filter_map(|question| Some((asked(question), only_fact(question)?))).collect();
    let pairs = before.questions.iter().filter_map(|question| {
        let old = only_fact(question).filter(|old| !known.contains(old.as_str()))?;
        let new = now.get(&asked(question)).filter(|new| !known_before.contains(new.as_str()))?;
        Some((old, new.clone()))
    });
    pairs.collect()
}
