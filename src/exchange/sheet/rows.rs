//! Drafts of the rows below a row of headings. Knows no layout by name.

use crate::bank::{Kind, Progress};
use crate::exchange::markup::{Purpose, from_plain};
use crate::exchange::sheet::cells::{Texts, difficulty, is_true, number, topic, truth};
use crate::exchange::sheet::columns::Columns;
use crate::exchange::sheet::found::Found;
use crate::exchange::sheet::grid::{Cell, Content, Grid, Row};
use crate::exchange::sheet::heading::{Role, normal};
use crate::exchange::sheet::key::{Keys, Naming, keys, naming};
use crate::exchange::sheet::types::{Becomes, becomes};
use crate::exchange::{Answer, Draft, DraftNumber, DraftOption, DraftText, Place, Remark, Unreadable};

/// What a layout says of its rows that the headings do not.
#[derive(Clone, Copy)]
pub struct Rules {
    /// How right options are named; `None` for what the column shows.
    pub naming: Option<Naming>,
    /// Whether a row is an example or an explanation that came with the template.
    pub is_example: fn(&Row) -> bool,
    /// Whether a cell says that the answer is typed, where no column of types does.
    pub is_typed: fn(&Row) -> bool,
}

/// Drafts of the rows below the headings, and what is to be said of the table.
pub fn read(grid: &Grid, headings: usize, rules: &Rules, progress: &dyn Progress) -> Result<Found, Unreadable> {
    let columns = Columns::of(&grid.rows[headings]);
    let rows: Vec<&Row> = grid.rows[headings + 1..].iter().filter(|row| !(rules.is_example)(row)).collect();
    let correct = columns.at(Role::Correct);
    let numbered = columns.options();
    let options = |row| -> Vec<(usize, &str)> { options(row, &numbered) };
    let of_column = || rows.iter().filter_map(|row| Some((row.cells.get(correct?)?, options(row))));
    // What Torus wrote itself names options by their letters, whatever their texts are.
    let written_by_torus = columns.is_commonmark.then_some(Naming::Letter);
    let naming = rules.naming.or(written_by_torus).unwrap_or_else(|| naming(of_column()));
    let mut remarks = Vec::new();
    if let Naming::Shown { is_from_zero: true, .. } = naming {
        let place = grid.place(&grid.rows[headings], correct.unwrap_or_default());
        remarks.push((place, Remark::Key("it is counted from 0, since 0 stands among the numbers of right options")));
    }
    if let Some(column) =
        columns.at(Role::TimeLimit).filter(|column| rows.iter().any(|row| !row.text(*column).is_empty()))
    {
        let place = grid.place(&grid.rows[headings], column);
        remarks.push((place, Remark::NoPlaceFor("a time limit for each question; a quiz can have one for all")));
    }
    let table = Table { grid, columns: &columns, numbered: &numbered, naming, rules };
    let mut drafts = Vec::with_capacity(rows.len());
    for (done, row) in rows.iter().enumerate() {
        drafts.extend(table.draft(row));
        if done % 64 == 0 && !progress.advance(done as f32 / rows.len() as f32) {
            return Err(Unreadable::Cancelled);
        }
    }
    Ok((drafts, remarks))
}

struct Table<'g> {
    grid: &'g Grid,
    columns: &'g Columns,
    /// The columns of options, each with its number.
    numbered: &'g [(usize, usize)],
    naming: Naming,
    rules: &'g Rules,
}

fn options<'r>(row: &'r Row, numbered: &[(usize, usize)]) -> Vec<(usize, &'r str)> {
    numbered.iter().map(|(number, column)| (*number, row.text(*column))).collect()
}

impl Table<'_> {
    /// The draft of a row; `None` for one that holds no question, such as the rest of a template.
    fn draft(&self, row: &Row) -> Option<Draft> {
        if let Some(fault) = &row.fault {
            let place = Place::line(row.number);
            return Some(Draft::new(place, "", "", Answer::LeftOut(Remark::Damaged(fault.clone()))));
        }
        let texts = Texts { is_commonmark: self.columns.is_commonmark };
        let asked = self.columns.at(Role::Question);
        let has_more = self.cell(row, Role::Correct).is_some()
            || self.numbered.iter().any(|(_, column)| !row.text(*column).is_empty());
        if self.text(row, Role::Question).is_empty() && !has_more {
            return None;
        }
        let type_name = self.text(row, Role::Type);
        let prompt = texts.long(self.text(row, Role::Question));
        let mut remarks = self.remarks(row);
        let answer = self.answer(row, &texts, &mut remarks).unwrap_or_else(Answer::LeftOut);
        let place = self.grid.place(row, asked.unwrap_or_default());
        let mut draft = Draft::new(place, type_name, prompt, answer);
        draft.remarks = remarks;
        self.add_details(row, &texts, &mut draft);
        Some(draft)
    }

    fn add_details(&self, row: &Row, texts: &Texts, draft: &mut Draft) {
        draft.origin = self.text(row, Role::Id).into();
        draft.name = draft.origin.clone();
        draft.topic = topic(self.text(row, Role::Topic));
        draft.points = number(self.text(row, Role::Points)).map(|(number, _)| number);
        draft.explanation = texts.long(self.text(row, Role::Explanation));
        draft.hints = self.columns.hints().map(|column| texts.long(row.text(column))).collect();
        draft.difficulty = difficulty(self.text(row, Role::Difficulty));
        let picture = self.text(row, Role::Picture);
        if picture.starts_with("http") && !picture.contains(['<', '>', ' ', '\n']) {
            draft.prompt.push_str(&format!("\n\n<{picture}>"));
            draft.remarks.push(Remark::RemotePicture(picture.into()));
        } else if !picture.is_empty() {
            draft.remarks.push(Remark::MissingPicture(picture.into()));
        }
    }

    /// What is to be said of the cells themselves.
    fn remarks(&self, row: &Row) -> Vec<Remark> {
        let of_answers = [Role::Question, Role::Correct].into_iter().filter_map(|role| self.columns.at(role));
        let options = self.numbered.iter().chain(&self.columns.wrong()).map(|(_, column)| *column).collect::<Vec<_>>();
        let cells = of_answers.chain(options).filter_map(|column| row.cells.get(column));
        let dates = cells.filter(|cell| cell.content == Content::Date);
        dates.map(|cell| Remark::CellIsDate(cell.text.as_str().into())).collect()
    }

    fn answer(&self, row: &Row, texts: &Texts, remarks: &mut Vec<Remark>) -> Result<Answer, Remark> {
        if self.text(row, Role::Question).is_empty() {
            return Err(Remark::Damaged("it has options and asks nothing".into()));
        }
        if let Some(fault) = row.cells.iter().find(|cell| cell.content == Content::Fault) {
            return Err(Remark::Damaged(format!("a cell shows the error {}", fault.text).into()));
        }
        let word = normal(self.text(row, Role::Type));
        let kind = match (word.is_empty(), becomes(&word)) {
            (false, None) => return Err(Remark::UnknownType(self.text(row, Role::Type).into())),
            (false, Some(kind)) => Some(kind),
            (true, _) if (self.rules.is_typed)(row) => Some(Becomes::Text),
            (true, _) => None,
        };
        match kind.unwrap_or_else(|| self.likely(row)) {
            Becomes::Choice
                if kind.is_none()
                    && let Some(answer) = self.truths(row, texts) =>
            {
                Ok(answer)
            }
            Becomes::Choice => self.options(row, texts, false, remarks),
            Becomes::Choices => self.options(row, texts, true, remarks),
            Becomes::TrueFalse => self.true_false(row, texts),
            Becomes::Number => self.number(row, remarks),
            Becomes::Text => self.typed(row),
            Becomes::ByPerson => Err(Remark::MarkedByPerson),
            Becomes::Nothing(reason) => Err(Remark::CannotCarry(reason)),
            Becomes::Order | Becomes::Match | Becomes::Cloze => {
                Err(Remark::CannotCarry("a table has no columns that tell its parts apart"))
            }
        }
    }

    /// The kind of a row that does not name it.
    fn likely(&self, row: &Row) -> Becomes {
        let options = options(row, self.numbered);
        let has_options = options.iter().any(|(_, option)| !option.is_empty());
        let has_wrong = self.columns.wrong().iter().any(|(_, column)| !row.text(*column).is_empty());
        let correct = self.cell(row, Role::Correct);
        let is_number =
            |cell: &Cell| cell.text.trim().parse::<f64>().is_ok_and(|number| number.to_string() == cell.text.trim());
        match correct {
            _ if has_options || has_wrong => Becomes::Choice,
            Some(cell) if truth(&cell.text).is_some() => Becomes::TrueFalse,
            Some(cell) if cell.content == Content::Number || is_number(cell) => Becomes::Number,
            Some(_) | None => Becomes::Text,
        }
    }

    fn options(&self, row: &Row, texts: &Texts, is_many: bool, remarks: &mut Vec<Remark>) -> Result<Answer, Remark> {
        let wrong = self.columns.wrong();
        if !wrong.is_empty() && self.numbered.is_empty() {
            let right = self.columns.at(Role::Correct).map(|column| (0, column));
            let all: Vec<(usize, usize)> = right.into_iter().chain(wrong).collect();
            let is_right = |place: usize| place == 0;
            return self.made_options(row, texts, &all, &is_right, false);
        }
        let given = options(row, self.numbered);
        let Keys { places, is_doubtful } = self.keys(row, &given, remarks)?;
        if is_doubtful {
            remarks.push(Remark::Key("the cell may name an option by its number, its letter or its text"));
        }
        let is_right = |place: usize| places.contains(&place);
        self.made_options(row, texts, self.numbered, &is_right, is_many || places.len() > 1)
    }

    /// Two options that say true and false.
    fn truths(&self, row: &Row, texts: &Texts) -> Option<Answer> {
        let given = options(row, self.numbered);
        let filled: Vec<(usize, bool)> = given
            .iter()
            .filter(|(_, option)| !option.is_empty())
            .map(|(number, option)| Some((*number, truth(option)?)))
            .collect::<Option<_>>()?;
        let [(first, of_first), (second, of_second)] = filled[..] else { return None };
        let keys = keys(self.cell(row, Role::Correct)?, &given, self.naming)?;
        let [key] = keys.places[..] else { return None };
        let feedback = |number: usize| {
            let column = self.columns.at(Role::Feedback(number));
            column.map_or_else(String::new, |column| texts.long(row.text(column)))
        };
        let [of_true, of_false] = if of_first { [first, second] } else { [second, first] };
        let is_true = given[key].0 == of_true;
        (of_first != of_second)
            .then(|| Answer::TrueFalse { is_true, feedback: [feedback(of_true), feedback(of_false)] })
    }

    /// What is named as right. Nothing that is named by nobody is taken for right.
    fn keys(&self, row: &Row, given: &[(usize, &str)], remarks: &mut Vec<Remark>) -> Result<Keys, Remark> {
        let cell = self.cell(row, Role::Correct).ok_or(Remark::NoKey)?;
        let keys = keys(cell, given, self.naming).ok_or_else(|| Remark::KeyIsNoOption(cell.text.trim().into()))?;
        if cell.content == Content::Number && keys.places.len() > 1 {
            remarks.push(Remark::Key("the cell holds one number, and each of its digits was read as an option"));
        }
        Ok(keys)
    }

    fn made_options(
        &self,
        row: &Row,
        texts: &Texts,
        columns: &[(usize, usize)],
        is_right: &dyn Fn(usize) -> bool,
        is_many: bool,
    ) -> Result<Answer, Remark> {
        let filled = |(_, (_, column)): &(usize, &(usize, usize))| !row.text(*column).is_empty();
        let all: Vec<(usize, &(usize, usize))> = columns.iter().enumerate().filter(filled).collect();
        let right = all.iter().filter(|(place, _)| is_right(*place)).count().max(1);
        let wrong = (all.len() - right.min(all.len())).max(1);
        let option = |(place, (number, column)): (usize, &(usize, usize))| {
            let weight = match (is_right(place), is_many) {
                (true, false) => 1.0,
                (false, false) => 0.0,
                (true, true) => 1.0 / right as f64,
                (false, true) => -1.0 / wrong as f64,
            };
            let feedback = self.columns.at(Role::Feedback(*number));
            let feedback = feedback.map_or_else(String::new, |column| texts.long(row.text(column)));
            DraftOption { text: texts.line(row.text(*column)), weight, feedback }
        };
        Ok(Answer::Options { options: all.into_iter().map(option).collect(), is_many })
    }

    fn true_false(&self, row: &Row, texts: &Texts) -> Result<Answer, Remark> {
        let given = options(row, self.numbered);
        let Some(cell) = self.cell(row, Role::Correct) else { return Err(Remark::NoKey) };
        let named = || keys(cell, &given, self.naming).and_then(|keys| truth(given.get(*keys.places.first()?)?.1));
        let is_true = truth(&cell.text).or_else(named).ok_or_else(|| Remark::KeyIsNoOption(cell.text.trim().into()))?;
        let feedback = [0, 1].map(|place| {
            let column = self.columns.at(Role::Feedback(place));
            column.map_or_else(String::new, |column| texts.long(row.text(column)))
        });
        Ok(Answer::TrueFalse { is_true, feedback })
    }

    fn number(&self, row: &Row, remarks: &mut Vec<Remark>) -> Result<Answer, Remark> {
        let shown = self.text(row, Role::Correct);
        let first = options(row, self.numbered).into_iter().map(|(_, option)| option).find(|option| !option.is_empty());
        let shown = if shown.is_empty() { first.ok_or(Remark::NoKey)? } else { shown };
        let (value, has_comma) =
            number(shown).ok_or_else(|| Remark::Damaged(format!("“{shown}” is no number").into()))?;
        if has_comma {
            remarks.push(Remark::DecimalComma(shown.into()));
        }
        let tolerance = number(self.text(row, Role::Tolerance)).map_or(0.0, |(tolerance, _)| tolerance);
        let number = DraftNumber { value, tolerance, weight: 1.0, feedback: String::new() };
        let unit = self.text(row, Role::Unit).into();
        let is_unit_required = is_true(self.text(row, Role::UnitRequired));
        Ok(Answer::Numbers { numbers: vec![number], unit, is_unit_required })
    }

    /// Every option is a form that is right, and so is what stands in the column of right answers.
    fn typed(&self, row: &Row) -> Result<Answer, Remark> {
        let given = options(row, self.numbered);
        let correct = self.text(row, Role::Correct);
        let is_of_options = self.cell(row, Role::Correct).is_some_and(|cell| keys(cell, &given, self.naming).is_some());
        let named = (!is_of_options).then_some(correct);
        let forms = named.into_iter().chain(given.iter().map(|(_, option)| *option)).filter(|form| !form.is_empty());
        let text = |form: &str| DraftText {
            text: from_plain(form, Purpose::Plain, false),
            is_pattern: false,
            weight: 1.0,
            feedback: String::new(),
        };
        let texts: Vec<DraftText> = forms.map(text).collect();
        if texts.is_empty() {
            return Err(Remark::TooFew(Kind::Text, 0, 1));
        }
        Ok(Answer::Texts { texts, is_case_counted: false })
    }

    fn text<'r>(&self, row: &'r Row, role: Role) -> &'r str {
        self.columns.at(role).map_or("", |column| row.text(column))
    }

    fn cell<'r>(&self, row: &'r Row, role: Role) -> Option<&'r Cell> {
        row.cells.get(self.columns.at(role)?).filter(|cell| !cell.is_blank())
    }
}
