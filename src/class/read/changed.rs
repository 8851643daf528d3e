//! What spreadsheets make of cells that look like a number or a date to them. Mends nothing: what stood there is gone.

/// Whether this is a number in scientific notation, as spreadsheets show a long one: `1,23E+16`.
pub(in crate::class) fn is_scientific(cell: &str) -> bool {
    let Some((digits, power)) = cell.split_once(['E', 'e']) else { return false };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    is_digits(whole) && is_digits(part) && power.strip_prefix('+').is_some_and(is_digits)
}

/// Whether this is a day and a month, or a month and a year, as spreadsheets show what looked like a date to them: `03. Apr`,
/// `3-Apr`, `Apr 03`, `avr-24`.
pub(super) fn is_short_date(cell: &str) -> bool {
    const MONTHS: [&str; 40] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mrz", "mär",
        "märz", "mai", "juni", "juli", "okt", "dez", "janv", "févr", "mars", "avr", "juin", "juil", "août", "déc",
        "ene", "abr", "ago", "dic", "gen", "mag", "giu", "lug", "set", "ott", "out",
    ];
    const LONGEST: usize = 12;
    if cell.len() > LONGEST || !cell.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let parts: Vec<&str> = cell.split([' ', '.', '-', '/']).filter(|part| !part.is_empty()).collect();
    let [one, other] = parts[..] else { return false };
    let is_number = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_month = |part: &str| MONTHS.contains(&&*part.to_lowercase());
    (is_number(one) && is_month(other)) || (is_month(one) && is_number(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_number_as_spreadsheets_show_it_is_known() {
        assert!(["1,23E+16", "1.23456E+15", "1E+16"].into_iter().all(is_scientific));
        assert!(!["1e3f", "e+16", "12", "1.2.3E+5", "1E+", "fe+12", "1E16"].into_iter().any(is_scientific));
    }

    #[test]
    fn a_date_that_was_no_date_is_known() {
        assert!(["03. Apr", "3-Apr", "Apr 03", "avr-24", "01. Mrz"].into_iter().all(is_short_date));
        assert!(
            !["3-4", "April", "3 April 1977", "apricot-3", "2026-04-03", "May", "4"].into_iter().any(is_short_date)
        );
    }
}
