//! Words and letters that make a number larger: `million`, `Mio`, `lakh`, `k`. Reads no number itself.

use crate::bank::wording::plain::Folding;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word makes of a number, in every way that it is meant; none where it is no such word.
///
/// A billion is 10⁹ in English and 10¹² where a milliard is 10⁹, and so on: such a word is read both ways, as a comma before
/// three digits is.
fn factors(word: &str) -> &'static [f64] {
    let folded = Folding::LENIENT.of(word).base;
    let folded = folded.trim_end_matches('.');
    INDEX.get(folded).copied().unwrap_or_default()
}

/// What a letter makes of a number of money, of things or of nothing in particular: `5k`, `£5m`, `2B`.
fn letter_factors(word: &str) -> &'static [f64] {
    match word {
        "k" | "K" => &[1e3],
        "m" | "M" | "mm" | "MM" => &[1e6],
        "b" | "B" | "G" => &[1e9],
        "t" | "T" => &[1e12],
        _ => &[],
    }
}

/// The factors of the words at the beginning of a unit, and the unit without them. Several such words count one after
/// the other: `hundred thousand`.
pub(crate) fn leading(unit: &str, with_letters: bool) -> (Vec<f64>, &str) {
    let mut products = vec![1.0];
    let mut rest = unit;
    while let Some((word, after)) = first_word(rest) {
        let mut found = factors(word);
        if found.is_empty() && with_letters {
            found = letter_factors(word);
        }
        if found.is_empty() || products.len() > 4 {
            break;
        }
        products = products.iter().flat_map(|product| found.iter().map(move |factor| product * factor)).collect();
        rest = after;
        // "five million of them", "5 millions d'habitants"
        if let Some(after) = ["of ", "de ", "d'", "di "].iter().find_map(|word| rest.strip_prefix(word)) {
            rest = after;
        }
    }
    (products, rest)
}

/// Whether the unit is nothing but such words.
pub(crate) fn is_scale(unit: &str) -> bool {
    let (_, rest) = leading(unit, false);
    !unit.is_empty() && rest.is_empty()
}

fn first_word(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let end = text.find(' ').unwrap_or(text.len());
    (end > 0).then(|| (&text[..end], text[end..].trim_start()))
}

/// Folded words with what they make of a number: English, German, French, Spanish, Portuguese, Italian, Dutch, the north,
/// Polish, Czech, Russian, Indian English, Chinese, Japanese and Korean.
static INDEX: LazyLock<HashMap<&str, &[f64]>> = LazyLock::new(|| {
    WORDS.iter().flat_map(|(words, factors)| words.split_whitespace().map(move |word| (word, *factors))).collect()
});

const WORDS: &[(&str, &[f64])] = &[
    ("dozen dozens dutzend douzaine docena duzia dozzina dozijn дюжина", &[12.0]),
    ("hundred hundreds hundert cent centaines cientos honderd hundra sto сто 百 백", &[1e2]),
    (
        "thousand thousands thou tausend tsd mille milliers mil mila duizend tusen tusind tuhat tys tysiecy tysiace tisic \
         tisice ezer тыс тысяча тысячи тысяч тис хиляди 千 천",
        &[1e3],
    ),
    ("万 萬 만 myriad", &[1e4]),
    ("lakh lakhs lac lacs", &[1e5]),
    (
        "million millions mill mio mln mn millionen millionn milion miliony milionow milione milioni millon millones milhao \
         milhoes miljoen miljon miljoner millioner millioen milyon миллион миллиона миллионов млн мільйон 百万",
        &[1e6],
    ),
    ("crore crores cr", &[1e7]),
    ("亿 億 억", &[1e8]),
    (
        "bn milliard milliards milliarde milliarden mrd mld miljard miliard miliardy miliardow miliardo miliardi millardo \
         millardos bilhao bilhoes milyar миллиард миллиарда миллиардов млрд",
        &[1e9],
    ),
    ("billion billions bill", &[1e9, 1e12]),
    (
        "billionen billon billones biljoen bilion biliony bilionow bilione bilioni трлн триллион триллиона триллионов 兆 조",
        &[1e12],
    ),
    ("trilhao trilhoes trln", &[1e12]),
    ("trillion trillions tn", &[1e12, 1e18]),
    ("trillionen trillones", &[1e18]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_beside_a_number_make_it_larger() {
        let check = |unit: &str, factors: &[f64], rest: &str| {
            let (found, left) = leading(unit, false);
            assert_eq!((found.as_slice(), left), (factors, rest), "{unit}");
        };
        check("million", &[1e6], "");
        check("Mio. km", &[1e6], "km");
        check("Mrd", &[1e9], "");
        check("billion", &[1e9, 1e12], "");
        check("hundred thousand people", &[1e5], "people");
        check("millions d'habitants", &[1e6], "habitants");
        check("MJ", &[1.0], "MJ");
        check("k", &[1.0], "k");
        assert_eq!(leading("k", true).0, [1e3]);
        assert!(is_scale("Millionen") && !is_scale("") && !is_scale("million km"));
    }
}
