//! A key that has the most in common with the other options. Compares parts and never asks what they mean.

use super::Warning;
use super::view::{Choosable, Notes, View};
use std::collections::HashMap;

/// Writers make distractors by changing one part of the key at a time, so that each part of the key stands in most
/// options: whoever counts parts finds it (Case & Swanson 2002, "convergence strategy").
pub(super) fn rule(view: &View, notes: &mut Notes) {
    if view.key_count != 1 || view.distractors().len() < 2 {
        return;
    }
    if converge(&view.options, |option| parts(option.text)) || converge(&view.options, |option| pairs_of_words(option))
    {
        notes.add(view.option_path(0), Warning::ConvergingOptions);
    }
}

/// Whether the first option's parts all stand in other options too, and together more often than any other option's.
fn converge<'a>(options: &'a [Choosable], cut: impl Fn(&'a Choosable) -> Vec<String>) -> bool {
    let parts: Vec<Vec<String>> = options.iter().map(cut).collect();
    let length = parts[0].len();
    if length < 2 || parts.iter().any(|own| own.len() != length) {
        return false;
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for part in parts.iter().flatten() {
        *counts.entry(part).or_default() += 1;
    }
    let score = |own: &[String]| own.iter().map(|part| counts[part.as_str()]).sum::<usize>();
    // Ranges share their bounds by nature.
    if !parts.iter().flatten().all(|part| part.contains(char::is_alphabetic)) {
        return false;
    }
    let is_telling = |part: &String| (2..=options.len()).contains(&counts[part.as_str()]);
    let key_score = score(&parts[0]);
    parts[0].iter().all(is_telling)
        && parts[0].iter().any(|part| counts[part.as_str()] < options.len())
        && parts[1..].iter().all(|own| score(own) < key_score)
}

/// `red and large`, `iron, copper; tin`: the parts between the signs and words that list.
fn parts(text: &str) -> Vec<String> {
    let small = text.to_lowercase();
    let listed = small.replace(" and ", ",").replace(" with ", ",").replace(" but ", ",");
    listed.split([',', ';', '/', '+', '&']).map(|part| part.trim().trim_end_matches('.').to_owned()).collect()
}

/// The words, where there are two to four: `high pressure`, `old red sandstone`.
fn pairs_of_words(option: &Choosable) -> Vec<String> {
    const MOST_WORDS: usize = 4;
    match option.words.count() {
        2..=MOST_WORDS => option.words.iter().map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}
