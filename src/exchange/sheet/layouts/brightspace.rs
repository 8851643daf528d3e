//! Brightspace's CSV: no headings, a block of rows a question, each row with a word for what it holds.

use crate::bank::{Answer as BankAnswer, Kind, Progress};
use crate::exchange::markup::{NoPictures, Purpose, from_html, from_plain};
use crate::exchange::sheet::cells::number;
use crate::exchange::sheet::found::Found;
use crate::exchange::sheet::grid::{Grid, Row};
use crate::exchange::sheet::heading::normal;
use crate::exchange::sheet::types::{Becomes, becomes};
use crate::exchange::{Answer, Draft, DraftOption, DraftText, Remark, Unreadable};

const BEGINS: &str = "newquestion";

/// The first row of a question.
pub fn begins(grid: &Grid) -> Option<usize> {
    grid.head().iter().position(|row| word(row) == BEGINS)
}

/// Reads the blocks from that row on.
pub fn read(grid: &Grid, first: usize, progress: &dyn Progress) -> Result<Found, Unreadable> {
    let rows: Vec<&Row> = grid.rows[first..].iter().filter(|row| !row.text(0).starts_with("//")).collect();
    let mut drafts = Vec::new();
    for block in rows.chunk_by(|_, next| word(next) != BEGINS) {
        drafts.push(Block { grid, rows: block }.draft());
        if !progress.advance(drafts.len() as f32 / rows.len() as f32) {
            return Err(Unreadable::Cancelled);
        }
    }
    Ok((drafts, Vec::new()))
}

fn word(row: &Row) -> String {
    row.text(0).to_lowercase()
}

struct Block<'g> {
    grid: &'g Grid,
    rows: &'g [&'g Row],
}

impl Block<'_> {
    fn draft(&self) -> Draft {
        let mut remarks = Vec::new();
        let prompt = self.long("questiontext", &mut remarks);
        let kind = self.rows[0].text(1);
        let answer = self.answer(kind, &mut remarks).unwrap_or_else(Answer::LeftOut);
        let mut draft = Draft::new(self.grid.place(self.rows[0], 0), kind, prompt, answer);
        draft.name = self.field("title").into();
        draft.origin = self.field("id").into();
        draft.points = number(self.field("points")).map(|(points, _)| points);
        draft.difficulty = number(self.field("difficulty")).map(|(of_ten, _)| (of_ten / 10.0).clamp(0.0, 1.0) as f32);
        draft.explanation = self.long("feedback", &mut remarks);
        draft.hints = self.all("hint").map(|row| converted(row, 1, Purpose::Text, &mut remarks)).collect();
        if !self.field("image").is_empty() {
            remarks.push(Remark::MissingPicture(self.field("image").into()));
        }
        draft.remarks = remarks;
        draft
    }

    fn answer(&self, kind: &str, remarks: &mut Vec<Remark>) -> Result<Answer, Remark> {
        if let Some(fault) = self.rows.iter().find_map(|row| row.fault.as_ref()) {
            return Err(Remark::Damaged(fault.clone()));
        }
        if self.field("questiontext").is_empty() {
            return Err(Remark::Damaged("it has no row QuestionText".into()));
        }
        match becomes(&normal(kind)).ok_or_else(|| Remark::UnknownType(kind.into()))? {
            Becomes::Choice => Ok(Answer::Options { options: self.options(100.0, remarks), is_many: false }),
            Becomes::Choices => Ok(Answer::Options { options: self.boxes(remarks), is_many: true }),
            Becomes::TrueFalse => self.true_false(remarks),
            Becomes::Text => self.typed(remarks),
            Becomes::Order => self.order(remarks),
            Becomes::Match => self.pairs(remarks),
            Becomes::ByPerson => Err(Remark::MarkedByPerson),
            Becomes::Nothing(reason) => Err(Remark::CannotCarry(reason)),
            Becomes::Number | Becomes::Cloze => Err(Remark::UnknownType(kind.into())),
        }
    }

    fn options(&self, whole: f64, remarks: &mut Vec<Remark>) -> Vec<DraftOption> {
        let option = |row: &Row, remarks: &mut Vec<Remark>| DraftOption {
            text: converted(row, 2, Purpose::Line, remarks),
            weight: number(row.text(1)).map_or(0.0, |(percent, _)| percent / whole),
            feedback: converted(row, 4, Purpose::Text, remarks),
        };
        self.all("option").map(|row| option(row, remarks)).collect()
    }

    /// Options that are ticked or not, marked as a bank marks them.
    fn boxes(&self, remarks: &mut Vec<Remark>) -> Vec<DraftOption> {
        let mut options = self.options(1.0, remarks);
        let right = options.iter().filter(|option| option.weight > 0.0).count().max(1) as f64;
        let wrong = options.iter().filter(|option| option.weight <= 0.0).count().max(1) as f64;
        for option in &mut options {
            option.weight = if option.weight > 0.0 { 1.0 / right } else { -1.0 / wrong };
        }
        if normal(self.field("scoring")) == "allornothing" {
            remarks.push(Remark::AllOrNothing);
        }
        options
    }

    fn true_false(&self, remarks: &mut Vec<Remark>) -> Result<Answer, Remark> {
        let row = |word: &str| self.all(word).next();
        let share = |word: &str| row(word).and_then(|row| number(row.text(1))).map_or(0.0, |(percent, _)| percent);
        let is_true = match (share("true") > 0.0, share("false") > 0.0) {
            (true, false) => true,
            (false, true) => false,
            (true, true) | (false, false) => return Err(Remark::NoKey),
        };
        let feedback = ["true", "false"]
            .map(|word| row(word).map_or_else(String::new, |row| converted(row, 2, Purpose::Text, remarks)));
        Ok(Answer::TrueFalse { is_true, feedback })
    }

    fn typed(&self, remarks: &mut Vec<Remark>) -> Result<Answer, Remark> {
        let answers: Vec<&Row> = self.all("answer").collect();
        let (patterns, plain): (Vec<&Row>, Vec<&Row>) =
            answers.iter().copied().partition(|row| normal(row.text(3)) == "regexp");
        if plain.is_empty() && !patterns.is_empty() {
            return Err(Remark::CannotCarry("its answer is a regular expression"));
        }
        if !patterns.is_empty() {
            remarks.push(Remark::Rule("answers that a regular expression takes are not right here"));
        }
        let text = |row: &Row| DraftText {
            text: from_plain(row.text(2), Purpose::Plain, false),
            is_pattern: false,
            weight: number(row.text(1)).map_or(0.0, |(percent, _)| percent / 100.0),
            feedback: String::new(),
        };
        let is_case_counted = answers.iter().any(|row| normal(row.text(3)) == "sensitive");
        Ok(Answer::Texts { texts: plain.into_iter().map(text).collect(), is_case_counted })
    }

    fn order(&self, remarks: &mut Vec<Remark>) -> Result<Answer, Remark> {
        const FEWEST: usize = 3;
        let items: Vec<Box<str>> =
            self.all("item").map(|row| converted(row, 1, Purpose::Line, remarks).into()).collect();
        if items.len() < FEWEST {
            return Err(Remark::TooFew(Kind::Order, items.len(), FEWEST));
        }
        Ok(Answer::Ready { answer: BankAnswer::Order { items: items.into() }, feedback: Vec::new() })
    }

    fn pairs(&self, remarks: &mut Vec<Remark>) -> Result<Answer, Remark> {
        let mut sides = |word: &str| -> Vec<(String, Box<str>)> {
            self.all(word)
                .map(|row| (row.text(1).to_owned(), converted(row, 2, Purpose::Line, remarks).into()))
                .collect()
        };
        let (left, right) = (sides("choice"), sides("match"));
        let partner = |number: &str| right.iter().find(|(other, _)| other == number).map(|(_, text)| text.clone());
        let pairs: Option<Vec<(Box<str>, Box<str>)>> =
            left.iter().map(|(number, text)| Some((text.clone(), partner(number)?))).collect();
        let pairs = pairs.ok_or_else(|| Remark::Damaged("a row Choice has no row Match of its number".into()))?;
        let is_extra = |(number, _): &&(String, Box<str>)| !left.iter().any(|(other, _)| other == number);
        let extra = right.iter().filter(is_extra).map(|(_, text)| text.clone()).collect();
        Ok(Answer::Ready { answer: BankAnswer::Match { pairs: pairs.into(), extra }, feedback: Vec::new() })
    }

    fn long(&self, word: &str, remarks: &mut Vec<Remark>) -> String {
        self.all(word).next().map_or_else(String::new, |row| converted(row, 1, Purpose::Text, remarks))
    }

    fn field(&self, word: &str) -> &str {
        self.rows.iter().find(|row| row.text(0).eq_ignore_ascii_case(word)).map_or("", |row| row.text(1))
    }

    fn all(&self, word: &str) -> impl Iterator<Item = &Row> {
        self.rows[1..].iter().copied().filter(move |row| row.text(0).eq_ignore_ascii_case(word))
    }
}

/// The text of a cell; the cell behind it may say that it is HTML.
fn converted(row: &Row, column: usize, purpose: Purpose, remarks: &mut Vec<Remark>) -> String {
    if !row.text(column + 1).eq_ignore_ascii_case("html") {
        return from_plain(row.text(column), purpose, true);
    }
    let converted = from_html(row.text(column), purpose, &mut NoPictures);
    remarks.extend(converted.remarks);
    converted.text
}
