//! Units that are words and no known unit, such as `sheep`: the same by their letters, in the singular or the plural.

use crate::bank::values::quantity::scale;
use crate::bank::wording::plain::Folding;

/// Words that are no unit go by their letters; a word for a large number may stand before either.
pub(crate) fn words(value: f64, from: &str, to: &str, with_letters: bool) -> Vec<f64> {
    let (from_factors, from) = scale::leading(from, with_letters);
    let (to_factors, to) = scale::leading(to, false);
    let is_letter_alone = from.is_empty() && with_letters;
    if !is_letter_alone && !is_same_word(from, to) {
        return Vec::new();
    }
    from_factors.iter().flat_map(|from| to_factors.iter().map(move |to| value * from / to)).collect()
}

fn is_same_word(one: &str, other: &str) -> bool {
    let (one, other) = (folded(one), folded(other));
    one == other || singulars(&one).iter().any(|one| singulars(&other).contains(one))
}

fn folded(word: &str) -> String {
    Folding::LENIENT.of(word).base
}

/// The word itself, and what may be its singular.
fn singulars(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    forms.extend(word.strip_suffix('s').map(str::to_owned));
    forms.extend(word.strip_suffix("es").map(str::to_owned));
    forms.extend(word.strip_suffix("ies").map(|stem| format!("{stem}y")));
    let irregular = [
        ("people", "person"),
        ("children", "child"),
        ("men", "man"),
        ("women", "woman"),
        ("mice", "mouse"),
        ("feet", "foot"),
        ("teeth", "tooth"),
    ];
    forms.extend(irregular.iter().filter(|(many, _)| *many == word).map(|(_, one)| (*one).to_owned()));
    forms
}
