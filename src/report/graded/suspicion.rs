//! What makes a wrong answer look like a slip of whoever copied it, or of the spreadsheet. Marks nothing.

use super::fault::Remark;
use crate::bank::{Answer, Bank, Question};
use crate::paper::drawn_values;
use crate::sitting::{Trace, as_asked, grade_written};

/// So many other places are tried for a calculated question.
const MOST_PLACES: usize = 500;

/// What there is to say of an answer that is not right.
pub(super) fn of(bank: &Bank, question: &Question, written: &str, trace: &Trace) -> Option<Remark> {
    let id = question.id.to_string();
    if expects_digits(question) && is_date_of_a_spreadsheet(written) {
        return Some(Remark::Date { question: id, written: written.to_owned() });
    }
    let position = trace.position?;
    let right_at = other_place(bank, question, written, trace)?;
    Some(Remark::OtherPosition { question: id, position, right_at })
}

/// The place on the paper at which a calculated answer would be right; only where nothing but the place tells its values.
fn other_place(bank: &Bank, question: &Question, written: &str, trace: &Trace) -> Option<u32> {
    let (Answer::Calculated { .. }, Some(seed), Some(own)) = (&question.answer, trace.seed, trace.position) else {
        return None;
    };
    if !trace.prompt.is_empty() || !trace.correct_response.is_empty() {
        return None;
    }
    let values = |position: u32| drawn_values(&question.answer, seed, position - 1);
    let last = u32::try_from(bank.questions.len().min(MOST_PLACES)).unwrap_or(u32::MAX);
    let others = (1..=last).filter(|position| *position != own && values(*position) != values(own.max(1)));
    others.into_iter().find(|position| {
        let asked = as_asked(question, &Trace { position: Some(*position), ..*trace });
        let mark = asked.ok().and_then(|asked| grade_written(&asked, written).mark);
        mark.is_some_and(|mark| mark.fraction >= 1.0)
    })
}

fn expects_digits(question: &Question) -> bool {
    let has_digits = |texts: &[Box<str>]| texts.iter().any(|text| text.contains(|sign: char| sign.is_ascii_digit()));
    match &question.answer {
        Answer::Number { .. } | Answer::Calculated { .. } => true,
        Answer::Text { accept, .. } => has_digits(accept),
        Answer::Choice { .. } | Answer::Choices { .. } => {
            question.options().iter().any(|option| option.contains(|sign: char| sign.is_ascii_digit() || sign == '½'))
        }
        Answer::TrueFalse(_)
        | Answer::Order { .. }
        | Answer::Match { .. }
        | Answer::Cloze { .. }
        | Answer::Categorise { .. }
        | Answer::Hotspot { .. }
        | Answer::Recall { .. } => false,
    }
}

/// `2-Jan`, `Jan-02`, `02. Jan`, `01/02/2026`, `2026-02-01 00:00:00`: what spreadsheets make of `1/2`, `1-2` and `2.1`.
fn is_date_of_a_spreadsheet(written: &str) -> bool {
    let parts: Vec<&str> = written.trim().split(['-', '/', '.', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let is_number = |part: &&str, most: usize| part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_month = |part: &&str| {
        let start: String = part.chars().take(3).flat_map(char::to_lowercase).collect();
        part.chars().count() <= 4 && MONTHS.split(' ').any(|month| month == start)
    };
    let has_time = parts.last().is_some_and(|last| last.starts_with("00:00"));
    let parts = if has_time { &parts[..parts.len() - 1] } else { &parts[..] };
    match parts {
        [one, other] => (is_month(one) && is_number(other, 4)) || (is_number(one, 2) && is_month(other)),
        [one, two, three] => {
            let is_numeric = [one, two, three].iter().all(|part| is_number(part, 4));
            let has_year = [one, three].iter().any(|part| part.len() == 4);
            (is_numeric && has_year && written.contains(['-', '/', '.']))
                || (is_number(one, 2) && is_month(two) && is_number(three, 4))
        }
        _ => false,
    }
}

/// The beginnings of the months' names in English, German, French, Spanish, Portuguese, Italian and Dutch.
const MONTHS: &str = "jan feb mar apr may jun jul aug sep oct nov dec mär mrz mai okt dez janv fév fev févr avr mai jui aoû aou \
    déc ene abr ago set dic out gen mag giu lug ott mrt mei";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_makes_of_a_number_is_told_from_what_people_write() {
        for date in [
            "2-Jan",
            "02-Jan",
            "Jan-02",
            "Jan 02",
            "2. Jan",
            "01/02/2026",
            "1.2.2026",
            "2026-02-01",
            "2026-02-01 00:00:00",
            "5. Mai",
        ] {
            assert!(is_date_of_a_spreadsheet(date), "{date}");
        }
        for other in ["1/2", "5", "2.5", "Janet 5", "1-2", "5 km", "3 Jansen", "", "10/20/30", "1.234.567"] {
            assert!(!is_date_of_a_spreadsheet(other), "{other}");
        }
    }
}
