//! Where the columns of a Moodle report are, in English, German or French. Reads no attempt.

use crate::class::read::columns::{Fit, bare};
use crate::class::read::fault::RowFault;
use crate::formula_guard::unguard;
use crate::table::Record;
use std::collections::BTreeMap;

/// The columns of a report.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct MoodleColumns {
    /// The headings as they stand.
    pub names: Vec<String>,
    pub first: Option<usize>,
    pub last: Option<usize>,
    pub full_name: Option<usize>,
    pub email: Option<usize>,
    /// A number or a user name.
    pub id: Option<usize>,
    pub state: Option<usize>,
    pub started: Option<usize>,
    pub finished: Option<usize>,
    /// The grade of the whole quiz.
    pub grade: Option<usize>,
    /// What there is of each question, by its number.
    pub slots: BTreeMap<u32, Slot>,
}

/// The columns of a question.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Slot {
    pub prompt: Option<usize>,
    pub response: Option<usize>,
    pub key: Option<usize>,
    /// The mark, and the points that it is out of.
    pub mark: Option<(usize, f64)>,
}

const FIRST: &[&str] = &["first name", "vorname", "prénom"];
const LAST: &[&str] = &["last name", "surname", "nachname", "nom", "nom de famille"];
const FULL_NAME: &[&str] = &["full name", "first name / last name", "vollständiger name", "nom complet"];
const EMAIL: &[&str] =
    &["email address", "email", "e-mail-adresse", "e-mail", "adresse de courriel", "adresse e-mail", "courriel"];
const ID: &[&str] = &[
    "id number",
    "username",
    "id-nummer",
    "matrikelnummer",
    "anmeldename",
    "nom d'utilisateur",
    "numéro d'identification",
];
const STATE: &[&str] = &["state", "status", "état", "statut"];
const STARTED: &[&str] = &["started on", "started", "begonnen am", "begonnen", "commencé le", "commencé"];
const FINISHED: &[&str] = &["completed", "completed on", "beendet", "beendet am", "terminé", "terminé le", "achevé"];
const GRADE: &[&str] = &["grade", "bewertung", "note"];
const PROMPT: &[&str] = &["question", "frage"];
const RESPONSE: &[&str] = &["response", "antwort", "réponse"];
const KEY: &[&str] = &["right answer", "richtige antwort", "bonne réponse", "réponse correcte", "réponse juste"];

impl MoodleColumns {
    /// The columns of a report by its first row; `None` where it is another table.
    pub fn of(header: &Record) -> Option<Self> {
        let names: Vec<String> = header.cells.iter().map(|cell| unguard(&cell.text).trim().to_owned()).collect();
        let found: Vec<String> = names.iter().map(|name| bare(name).replace('’', "'")).collect();
        let place = |known: &[&str]| {
            known.iter().map(|name| bare(name)).find_map(|name| found.iter().position(|cell| *cell == name))
        };
        let columns = Self {
            first: place(FIRST),
            last: place(LAST),
            full_name: place(FULL_NAME),
            email: place(EMAIL),
            id: place(ID),
            state: place(STATE),
            started: place(STARTED),
            finished: place(FINISHED),
            grade: found.iter().position(|name| name.split_once('/').is_some_and(|(name, _)| is_one_of(GRADE, name))),
            slots: slots(&found),
            names,
        };
        let names_people = columns.last.or(columns.full_name).or(columns.email).is_some();
        let has_answers = columns.slots.values().any(|slot| slot.response.is_some() || slot.mark.is_some());
        (names_people && has_answers).then_some(columns)
    }

    /// Whether anything tells what was right: a mark, or the right answer.
    pub fn is_marked(&self) -> bool {
        self.slots.values().any(|slot| slot.mark.is_some() || (slot.key.is_some() && slot.response.is_some()))
    }

    /// The text in a cell; empty where there is none.
    pub fn text<'r>(&self, record: &'r Record, place: Option<usize>) -> &'r str {
        place.and_then(|place| record.cells.get(place)).map_or("", |cell| unguard(&cell.text).trim())
    }
}

impl Fit for MoodleColumns {
    fn count(&self) -> usize {
        self.names.len()
    }

    fn fit(&self, record: &Record) -> Result<(), RowFault> {
        crate::class::read::columns::fit(record, self.names.len(), |place| !self.names[place].is_empty())
    }
}

fn slots(found: &[String]) -> BTreeMap<u32, Slot> {
    let mut slots: BTreeMap<u32, Slot> = BTreeMap::new();
    for (place, name) in found.iter().enumerate() {
        if let Some((number, points)) = mark_heading(name) {
            slots.entry(number).or_default().mark = Some((place, points));
        } else if let Some((name, number)) = numbered(name) {
            let mut set = |known: &[&str], of: fn(&mut Slot) -> &mut Option<usize>| {
                if is_one_of(known, name) {
                    of(slots.entry(number).or_default()).get_or_insert(place);
                }
            };
            set(PROMPT, |slot| &mut slot.prompt);
            set(RESPONSE, |slot| &mut slot.response);
            set(KEY, |slot| &mut slot.key);
        }
    }
    slots
}

fn is_one_of(known: &[&str], name: &str) -> bool {
    known.iter().any(|known| bare(known) == name.trim())
}

/// `response 12` as its name and its number.
fn numbered(name: &str) -> Option<(&str, u32)> {
    let (name, number) = name.rsplit_once(' ')?;
    Some((name, number.parse().ok()?))
}

/// The number of the question and its points in `q. 12 /1.00`, `f 12 /1,00` or `q12/1`.
fn mark_heading(name: &str) -> Option<(u32, f64)> {
    let (name, points) = name.rsplit_once('/')?;
    let name = name.trim_end();
    let letters = name.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let number = name[letters.len()..].parse().ok()?;
    let is_short = letters.trim_end_matches([' ', '.', ':']).chars().all(char::is_alphabetic);
    let points: f64 = points.trim().replace(',', ".").parse().ok()?;
    (is_short && points.is_finite() && points >= 0.0).then_some((number, points))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Records;

    fn columns(header: &str) -> Option<MoodleColumns> {
        let header = Records::new(header, b',', 0).next().expect("a row").expect("sound");
        MoodleColumns::of(&header)
    }

    #[test]
    fn other_tables_are_none() {
        for header in [
            "learner,sitting,question,score,max_score,response",
            "Last name,First name,Email address,Quiz total",
            "name,email,number",
            "question 1,response 1,right answer 1",
            "Last name,Grade/10.00",
            "",
        ] {
            assert_eq!(Records::new(header, b',', 0).next().and_then(|_| columns(header)), None, "{header}");
        }
    }

    #[test]
    fn both_reports_are_known_in_every_language() {
        for header in [
            "Surname,First name,ID number,Institution,Department,Email address,State,Started on,Completed,Time taken,Grade/10.00,Q. 1 /1.00,Q. 2 /2.50",
            "Last name,First name,Username,Email address,Status,Started,Completed,Duration,Grade/10.00,Q. 1 /1.00,Q. 2 /2.50",
            "Nachname,Vorname,Matrikelnummer,E-Mail-Adresse,Status,Begonnen am,Beendet,Verbrauchte Zeit,\"Bewertung/10,00\",\"F 1 /1,00\",\"F 2 /2,50\"",
        ] {
            let found = columns(header).unwrap_or_else(|| panic!("{header}"));
            let all = [
                found.first,
                found.last,
                found.email,
                found.id,
                found.state,
                found.started,
                found.finished,
                found.grade,
            ];
            assert!(all.iter().all(Option::is_some), "{header}: {all:?}");
            let points: Vec<f64> =
                found.slots.values().filter_map(|slot| slot.mark).map(|(_, points)| points).collect();
            assert_eq!(points, [1.0, 2.5], "{header}");
            assert!(found.is_marked());
        }
        for header in [
            "Last name,Status,Question 1,Response 1,Right answer 1",
            "Nachname,Status,Frage 1,Antwort 1,Richtige Antwort 1",
            "Nom,État,Question 1,Réponse 1,Bonne réponse 1",
        ] {
            let slot =
                columns(header).and_then(|found| found.slots.get(&1).copied()).unwrap_or_else(|| panic!("{header}"));
            assert_eq!(
                (slot.prompt, slot.response, slot.key, slot.mark),
                (Some(2), Some(3), Some(4), None),
                "{header}"
            );
        }
        assert!(!columns("Last name,Response 1").expect("a report").is_marked());
    }
}
