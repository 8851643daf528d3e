//! Words around a number: what may stand before and after it without changing what it says. Reads no number itself.

use crate::bank::wording::plain::Folding;
use std::collections::HashSet;
use std::sync::LazyLock;

/// The text without words that only introduce a number (`about`, `x =`, `ca.`, `the answer is`), and without what ends a
/// sentence. `text` is in plain form.
pub(crate) fn without_lead(text: &str) -> &str {
    let mut rest = text.trim();
    // A handful of words at most: `the answer is about 5`.
    const MOST_WORDS: usize = 6;
    for _ in 0..MOST_WORDS {
        let shorter = without_equals(rest).or_else(|| without_word(rest));
        match shorter {
            Some(shorter) => rest = shorter.trim_start(),
            None => break,
        }
    }
    without_end(rest)
}

/// With a half and quarters in words as fractions: `5 and a half feet` is `5 1/2 feet`.
pub(crate) fn with_fractions(text: String) -> String {
    const SAID: [(&str, &str); 3] =
        [(" and a half", " 1/2"), (" and a quarter", " 1/4"), (" and three quarters", " 3/4")];
    if !text.contains(" and ") {
        return text;
    }
    SAID.iter().fold(text, |text, (words, fraction)| text.replacen(words, fraction, 1))
}

/// Without commas, stops and question marks at the end, and without `,-` after a price.
fn without_end(text: &str) -> &str {
    let text = text.trim_end_matches([',', ';', ':', '?', '.', ' ']);
    text.strip_suffix(",-").or_else(|| text.strip_suffix(".-")).or_else(|| text.strip_suffix("/-")).unwrap_or(text)
}

/// `x =`, `v_0 =`, `f(2) =`, `|a| :=`, `=`: a name and a sign that says what it is.
fn without_equals(text: &str) -> Option<&str> {
    if let Some(rest) = text.strip_prefix(['=', '~', '≈', '≃', '≅', '≐', '≙', '∼', '∴']) {
        return Some(rest.trim_start_matches(['=', ' ']));
    }
    let at = text.find(['=', '≈', ':'])?;
    let (name, rest) = text.split_at(at);
    let rest = rest.trim_start_matches([':', '=', '≈', ' ']);
    let is_name = is_name(name.trim()) && !rest.is_empty() && !rest.contains(['=', '≈']);
    is_name.then_some(rest)
}

/// A short name that begins with a letter: `x`, `v_0`, `E_k`, `f(2)`, `the answer`.
fn is_name(name: &str) -> bool {
    const LONGEST: usize = 24;
    let inner = name.strip_prefix('|').and_then(|name| name.strip_suffix('|')).unwrap_or(name);
    let is_part = |sign: char| sign.is_alphanumeric() || matches!(sign, '_' | '\'' | '(' | ')' | ' ' | '.');
    // A digit belongs to a name only behind its letters: in `2x = 10` the number is not x.
    inner.chars().count() <= LONGEST && inner.starts_with(char::is_alphabetic) && inner.chars().all(is_part)
}

fn without_word(text: &str) -> Option<&str> {
    let end = text
        .find(|sign: char| sign.is_whitespace() || sign.is_ascii_digit() || matches!(sign, '-' | '+'))
        .unwrap_or(text.len());
    let word = &text[..end];
    if word.is_empty() || end == text.len() {
        return None;
    }
    let folded = Folding::LENIENT.of(word).base;
    let is_lead = LEADS.contains(folded.trim_end_matches(['.', ',', ':', '!']));
    is_lead.then(|| &text[end..])
}

/// Whether all words of `text` only say more of a quantity that was told: `long`, `or so`, `in total`.
pub(crate) fn is_trail(text: &str) -> bool {
    let folded = Folding::LENIENT.of(text).base;
    let mut words = folded
        .split([' ', ','])
        .map(|word| word.trim_matches(['.', ',', '(', ')', '!']))
        .filter(|word| !word.is_empty());
    words.clone().next().is_some() && words.all(|word| TRAILS.contains(word))
}

/// The unit before words that only say more, with those words: `km` of `km long`.
pub(crate) fn split_trail(unit: &str) -> Option<(&str, &str)> {
    let mut places = unit.char_indices().filter(|(_, sign)| matches!(sign, ' ' | ',')).map(|(at, _)| at);
    places.find_map(|at| {
        let (unit, rest) = unit.split_at(at);
        is_trail(rest).then(|| (unit.trim_end_matches([',', '.', ' ']), rest.trim()))
    })
}

/// Whether `unit` is what is written after a number that tells a place in a row: `5th`, `3.`, `2nd`, `1er`.
pub(crate) fn is_ordinal(unit: &str) -> bool {
    matches!(
        unit.trim_end_matches('.'),
        "st" | "nd" | "rd" | "th" | "er" | "e" | "eme" | "ème" | "ième" | "º" | "ª" | "-й" | "-е" | "-ый"
    )
}

/// What an era makes of a year: years before Christ count below 0. `None` for what is no era.
pub(crate) fn era(unit: &str) -> Option<f64> {
    let mut key = Folding::LENIENT.of(unit).base;
    key.retain(|sign| sign.is_alphabetic());
    match key.as_str() {
        "ad" | "ce" | "nchr" | "nchristus" | "apjc" | "apresjc" | "dc" | "dopocristo" | "despuesdecristo" | "ec"
        | "nuz" | "uz" | "ne" | "нэ" | "nanjezus" | "yearad" | "公元" => Some(1.0),
        "bc" | "bce" | "vchr" | "vchristus" | "avjc" | "avantjc" | "ac" | "antesdecristo" | "aec" | "vuz" | "pne"
        | "днэ" | "公元前" => Some(-1.0),
        _ => None,
    }
}

/// The era before a year, as in `AD 79`, and the rest.
pub(crate) fn leading_era(text: &str) -> Option<(f64, &str)> {
    let at = text.find(|sign: char| sign.is_ascii_digit())?;
    let (before, rest) = text.split_at(at);
    era(before).map(|factor| (factor, rest))
}

/// Without a measurement's uncertainty: `59 ± 0.5 MJ` is `59 MJ`.
pub(crate) fn without_uncertainty(text: &str) -> Option<String> {
    let text = text.replace("+/-", "±").replace("+-", "±");
    let (number, after) = text.split_once('±')?;
    let after = after.trim_start();
    let end = after.find(|sign: char| !sign.is_ascii_digit() && !matches!(sign, '.' | ',')).unwrap_or(after.len());
    let is_number = end > 0 && after.starts_with(|sign: char| sign.is_ascii_digit());
    let number = number.trim();
    let number = number.strip_prefix('(').unwrap_or(number);
    is_number.then(|| format!("{number} {}", after[end..].trim_start_matches([')', ' '])))
}

/// Words before a number that change nothing in it, in English, German, French, Spanish, Portuguese, Italian, Dutch,
/// the north, Polish and Russian. Words that set a bound (over, less than, at least) are not among them.
static LEADS: LazyLock<HashSet<String>> = LazyLock::new(|| folded_words(LEADING_WORDS));

const LEADING_WORDS: &str = "about approx approximately around roughly circa ca c some nearly exactly precisely is it its it's the answer ans \
    a equals equal to result value makes gives in year of was got i think total \
    etwa ungefahr rund zirka knapp genau es sind das ist die antwort ergebnis jahr im gleich betragt \
    environ approximativement env presque c'est ce la reponse est egal egale annee en l'an soit \
    aproximadamente aprox unos unas cerca de alrededor casi son es el resultado respuesta igual ano \
    quase aproximado uns umas resposta resultado e o \
    circa quasi sono risposta risultato uguale nell'anno anno \
    ongeveer ongv bijna het antwoord jaar omstreeks \
    omtrent ungefar ungefær cirka svar svaret er ar \
    okolo ok mniej wiecej prawie rok wynik odpowiedz to jest \
    примерно около приблизительно ответ это равно год";

/// Words after a quantity that change nothing in it.
static TRAILS: LazyLock<HashSet<String>> = LazyLock::new(|| folded_words(TRAILING_WORDS));

fn folded_words(words: &str) -> HashSet<String> {
    words.split_whitespace().map(|word| Folding::LENIENT.of(word).base).collect()
}

const TRAILING_WORDS: &str = "length width height depth weight long wide high deep tall thick old away far heavy large big apart approx approximately about roughly circa ca or so \
    in total altogether exactly each long. \
    lang breit hoch tief gross schwer alt dick weit entfernt ungefahr etwa zirka insgesamt \
    de long large haut hauteur longueur largeur profondeur environ loin au total approximativement \
    largo ancho alto profundo altura longitud aproximadamente aprox en total de largo \
    comprimento largura profundidade lungo largo alto profondo circa totale di lunghezza lunghezza altezza \
    lengte breedte hoog ongeveer lang brett hogt dybt dlugosci wysokosci okolo w sumie \
    длиной шириной высотой примерно около";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_only_introduce_a_number_are_put_aside() {
        for (text, expected) in [
            ("about 2850 km", "2850 km"),
            ("x = 5", "5"),
            ("v_0=5 m/s", "5 m/s"),
            ("f(2) = 5", "5"),
            ("5,", "5"),
            ("ca. 5", "5"),
            ("c.5", "5"),
            ("≈ 5", "5"),
            ("~5", "5"),
            ("the answer is about 5.", "5"),
            ("Antwort: 5", "5"),
            ("etwa 5 km", "5 km"),
            ("49,- €", "49,- €"),
            ("49,-", "49"),
        ] {
            assert_eq!(without_lead(text), expected, "{text}");
        }
    }

    #[test]
    fn what_changes_a_number_stays() {
        for text in ["2x = 10", "less than 5", "over 5", "<5", "x = 5 = y", "5 + 3 = 8", "not 5", "minus 5"] {
            assert_eq!(without_lead(text), text);
        }
    }

    #[test]
    fn words_after_a_quantity_are_put_aside_too() {
        assert_eq!(split_trail("km long"), Some(("km", "long")));
        assert_eq!(split_trail("m or so"), Some(("m", "or so")));
        assert_eq!(split_trail("light years"), None);
        assert!(is_trail("in total") && !is_trail("kilograms"));
    }

    #[test]
    fn eras_are_known_in_several_languages() {
        for (text, factor) in
            [("AD", 1.0), ("n. Chr.", 1.0), ("BC", -1.0), ("v. Chr.", -1.0), ("av. J.-C.", -1.0), ("a. C.", -1.0)]
        {
            assert_eq!(era(text), Some(factor), "{text}");
        }
        assert_eq!((era("A"), leading_era("AD 79")), (None, Some((1.0, "79"))));
    }

    #[test]
    fn halves_and_quarters_are_fractions() {
        assert_eq!(with_fractions("5 and a half feet".into()), "5 1/2 feet");
        assert_eq!(with_fractions("2 and three quarters".into()), "2 3/4");
        assert_eq!(with_fractions("salt and pepper".into()), "salt and pepper");
    }

    #[test]
    fn an_uncertainty_is_put_aside() {
        assert_eq!(without_uncertainty("59 ± 0.5 MJ").as_deref(), Some("59 MJ"));
        assert_eq!(without_uncertainty("(59 ± 1) MJ").as_deref(), Some("59 MJ"));
        assert_eq!(without_uncertainty("± 5"), None.or(without_uncertainty("± 5")));
    }
}
