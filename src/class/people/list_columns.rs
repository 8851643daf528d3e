//! Where the columns of a class list are, in whatever order and whichever language a school's program writes them. Reads no row.

use crate::class::read::bare;
use crate::formula_guard::unguard;
use crate::table::Record;

/// Places of the columns that a class list may have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ListColumns {
    /// The whole name, or the last one where there is a column for the first.
    pub name: Option<usize>,
    /// The first name.
    pub first: Option<usize>,
    /// The last name.
    pub last: Option<usize>,
    /// The email address.
    pub email: Option<usize>,
    /// The number.
    pub number: Option<usize>,
    /// How many columns there are.
    pub count: usize,
}

const NAMES: &[&str] = &[
    "name",
    "names",
    "full name",
    "fullname",
    "learner",
    "student",
    "student name",
    "pupil",
    "participant",
    "vollständiger name",
    "schüler",
    "schülerin",
    "schüler/in",
    "lernende",
    "teilnehmer",
    "teilnehmer/in",
    "nom",
    "nom complet",
    "nom et prénom",
    "élève",
    "étudiant",
];
const FIRST_NAMES: &[&str] = &[
    "first name",
    "firstname",
    "first names",
    "given name",
    "given names",
    "forename",
    "vorname",
    "vornamen",
    "rufname",
    "prénom",
    "prénoms",
    "prénom(s)",
];
const LAST_NAMES: &[&str] =
    &["last name", "lastname", "surname", "family name", "nachname", "familienname", "zuname", "nom de famille"];
const EMAILS: &[&str] = &[
    "email",
    "e-mail",
    "mail",
    "email address",
    "e-mail address",
    "e-mail-adresse",
    "email-adresse",
    "emailadresse",
    "mailadresse",
    "mail-adresse",
    "adresse de courriel",
    "adresse courriel",
    "courriel",
    "adresse e-mail",
    "adresse électronique",
    "adresse mail",
];
const NUMBERS: &[&str] = &[
    "number",
    "no",
    "no.",
    "nr",
    "nr.",
    "id",
    "id number",
    "idnumber",
    "student id",
    "student number",
    "student no.",
    "learner_id",
    "nummer",
    "id-nummer",
    "matrikelnummer",
    "matrikel-nr.",
    "matrikel-nr",
    "schülernummer",
    "schüler-id",
    "numéro",
    "n°",
    "numéro d'identification",
    "numéro d'étudiant",
    "numéro étudiant",
];

impl ListColumns {
    /// Finds the columns by the names in the first row: capitals, outer spaces and what cannot be seen do not matter.
    pub fn of(header: &Record) -> Self {
        let found: Vec<String> = header.cells.iter().map(|cell| bare(unguard(&cell.text)).replace('’', "'")).collect();
        let place = |known: &[&str]| {
            known.iter().map(|name| bare(name)).find_map(|name| found.iter().position(|cell| *cell == name))
        };
        let mut columns = Self {
            name: place(NAMES),
            first: place(FIRST_NAMES),
            last: place(LAST_NAMES),
            email: place(EMAILS),
            number: place(NUMBERS),
            count: found.len(),
        };
        // Beside `Vorname` or `Prénom` stands the last name as plain `Name` or `Nom`.
        if columns.first.is_some() && columns.last.is_none() {
            columns.last = columns.name.take();
        }
        columns
    }

    /// Whether there is anything to know somebody by.
    pub fn names_anybody(&self) -> bool {
        [self.name, self.first, self.last, self.email, self.number].iter().any(Option::is_some)
    }
}
