//! True and false as spreadsheets write them. Asks no question.

use super::plain::{Folding, core};

/// `TRUE` and `FALSE` as spreadsheets in other languages write them: what they make of a `true` that was typed.
pub(crate) fn spreadsheet_truth(written: &str) -> Option<bool> {
    const TRUE: [&str; 13] = [
        "wahr",
        "vrai",
        "verdadero",
        "verdadeiro",
        "vero",
        "waar",
        "sant",
        "sann",
        "sand",
        "prawda",
        "pravda",
        "истина",
        "igaz",
    ];
    const FALSE: [&str; 12] = [
        "falsch", "faux", "falso", "onwaar", "falskt", "usann", "falsk", "fałsz", "nepravda", "ложь", "hamis", "falsz",
    ];
    // As a typed text is compared: a spreadsheet may leave signs that nobody sees.
    let folded = |text: &str| core(&Folding::LENIENT.of(text).base).to_owned();
    let written = folded(written);
    let found = |words: &[&str]| words.iter().any(|word| folded(word) == written);
    if found(&TRUE) { Some(true) } else { found(&FALSE).then_some(false) }
}
