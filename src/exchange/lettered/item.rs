//! A question as its lines give it, and the draft that it becomes. Reads no line.

use super::emphasis;
use super::line::Marks;
use super::listed;
use super::signs::truth;
use crate::bank::Kind;
use crate::exchange::markup::{Purpose, from_plain};
use crate::exchange::{Answer, Draft, DraftOption, DraftText, KindRow, Place, Remark};

/// What becomes of lettered questions.
pub(in crate::exchange) const KINDS: &[KindRow] = &[
    KindRow { theirs: "one right letter", ours: "Choice", note: "" },
    KindRow { theirs: "several right letters", ours: "Choices", note: "" },
    KindRow { theirs: "true or false", ours: "TrueFalse", note: "" },
    KindRow { theirs: "an answer in words", ours: "Text", note: "" },
    KindRow { theirs: "without a key", ours: "left out", note: "a key is never invented" },
    KindRow { theirs: "text", ours: "left out", note: "" },
];

/// Words of one or more lines.
#[derive(Debug, Default)]
pub struct Words {
    pub text: String,
    pub is_bank_text: bool,
}

impl Words {
    /// Adds a line.
    pub fn add(&mut self, line: &str, is_bank_text: bool, is_after_blank: bool) {
        if !self.text.is_empty() {
            self.text.push_str(if is_after_blank { "\n\n" } else { "\n" });
        }
        self.text.push_str(line);
        self.is_bank_text = is_bank_text;
    }

    fn written(&self, purpose: Purpose) -> String {
        let text = if purpose == Purpose::Line {
            self.text.split_whitespace().collect::<Vec<_>>().join(" ")
        } else {
            self.text.clone()
        };
        if self.is_bank_text { text } else { from_plain(emphasis::without(&text), purpose, true) }
    }
}

/// An option as its lines give it.
#[derive(Debug, Default)]
pub struct Choice {
    pub words: Words,
    pub is_lettered: bool,
    pub marks: Marks,
    pub feedback: Words,
}

/// A question as its lines give it.
#[derive(Debug, Default)]
pub struct Item {
    pub line: u32,
    pub number: Option<u32>,
    pub stem: Words,
    pub options: Vec<Choice>,
    pub key: Option<String>,
    /// Whether the key is a letter that stands on a line of its own, with no word that says so.
    pub has_lone_key: bool,
    /// Whether nobody knows what the key names.
    pub has_unclear_key: bool,
    /// Whether a lettered line stands among its options that does not follow the one before.
    pub has_stray_letter: bool,
    /// The key that the list at the end gives, or why it gives none.
    pub listed: Option<Result<String, &'static str>>,
    /// Options that looks single out.
    pub looks: Option<Vec<usize>>,
    pub explanation: Words,
    pub points: Option<f64>,
}

impl Item {
    /// Whether its lines give a key.
    pub fn has_key(&self) -> bool {
        self.key.is_some()
            || matches!(self.listed, Some(Ok(_)))
            || self.options.iter().any(|option| option.marks.has(Marks::TICKED))
    }

    /// Whether it asks nothing.
    pub fn is_text(&self) -> bool {
        self.options.is_empty()
            && self.key.is_none()
            && self.number.is_none()
            && !self.stem.text.trim_end().ends_with('?')
    }

    /// The draft.
    pub fn draft(self) -> Draft {
        let mut remarks = Vec::new();
        let (kind, answer) = match self.answer(&mut remarks) {
            Ok(found) => found,
            Err(Remark::Description) => (5, Answer::LeftOut(Remark::Description)),
            Err(reason) => (4, Answer::LeftOut(reason)),
        };
        let mut draft =
            Draft::new(Place::line(self.line), KINDS[kind].theirs, self.stem.written(Purpose::Text), answer);
        draft.explanation = self.explanation.written(Purpose::Text);
        draft.points = self.points;
        draft.remarks = remarks;
        draft
    }

    /// The key, with the place of its kind in the table.
    fn answer(&self, remarks: &mut Vec<Remark>) -> Result<(usize, Answer), Remark> {
        if self.has_unclear_key {
            return Err(Remark::Damaged("its key is a number, and its options cannot be told for sure".into()));
        }
        if self.has_stray_letter && self.has_any_key() {
            return Err(Remark::Damaged("its options are not in the order of their letters".into()));
        }
        if self.options.is_empty() {
            return self.typed();
        }
        let right = self.right(remarks)?;
        if self.options.len() < 2 {
            return Err(Remark::TooFew(Kind::Choice, self.options.len(), 2));
        }
        if right.len() == self.options.len() && self.options.iter().all(|option| truth(&option.words.text).is_some()) {
            return Err(Remark::Damaged("both true and false are marked as right".into()));
        }
        if let ([first, second], [key]) = (&self.options[..], &right[..])
            && let (Some(first_is), Some(second_is)) = (truth(&first.words.text), truth(&second.words.text))
            && first_is != second_is
        {
            let feedback = |is_true: bool| {
                let option = if first_is == is_true { first } else { second };
                option.feedback.written(Purpose::Text)
            };
            let is_true = if *key == 0 { first_is } else { second_is };
            return Ok((2, Answer::TrueFalse { is_true, feedback: [feedback(true), feedback(false)] }));
        }
        let is_many = right.len() > 1;
        let wrong = self.options.len() - right.len();
        let weight = |place: usize| match (right.contains(&place), is_many) {
            (true, _) => 1.0 / right.len() as f64,
            (false, true) => -1.0 / wrong as f64,
            (false, false) => 0.0,
        };
        let option = |(place, option): (usize, &Choice)| DraftOption {
            text: option.words.written(Purpose::Line),
            weight: weight(place),
            feedback: option.feedback.written(Purpose::Text),
        };
        let options = self.options.iter().enumerate().map(option).collect();
        Ok((usize::from(is_many), Answer::Options { options, is_many }))
    }

    fn typed(&self) -> Result<(usize, Answer), Remark> {
        let Some(key) = self.key.as_ref().or(self.listed_key()) else {
            return Err(if self.is_text() { Remark::Description } else { self.keyless() });
        };
        if let Some(is_true) = truth(key) {
            return Ok((2, Answer::TrueFalse { is_true, feedback: Default::default() }));
        }
        // Letters alone name options that got lost.
        if is_letters(key) {
            return Err(Remark::Damaged(format!("its key is the letter “{key}”, and it has no options").into()));
        }
        if listed::keys(key).is_some_and(|keys| keys.len() > 1) {
            return Err(Remark::Damaged("its key is a list of letters behind numbers, and it has no options".into()));
        }
        if self.counts_to(key) {
            return Err(Remark::Damaged("its key is a number, and its options cannot be told for sure".into()));
        }
        let text = DraftText { text: key.trim().to_owned(), is_pattern: false, weight: 1.0, feedback: String::new() };
        Ok((3, Answer::Texts { texts: vec![text], is_case_counted: false }))
    }

    /// Whether a key is a number that stands as a sign in what is asked, as the number of an option does.
    fn counts_to(&self, key: &str) -> bool {
        let key = key.trim_matches(['(', ')', '.', ' ']);
        let has = |number: &str| {
            let is_sign = |word: &str| {
                let rest = word.trim_start_matches('(').strip_prefix(number);
                rest.is_some_and(|rest| rest.starts_with(')') || rest == "." || rest == ":")
            };
            self.stem.text.split_whitespace().any(is_sign)
        };
        key.parse::<u8>().is_ok() && (has(key) || has("1") && has("2"))
    }

    fn has_any_key(&self) -> bool {
        self.has_key() || self.looks.is_some()
    }

    fn listed_key(&self) -> Option<&String> {
        self.listed.as_ref().and_then(|listed| listed.as_ref().ok())
    }

    /// Why it has no key.
    fn keyless(&self) -> Remark {
        match self.listed {
            Some(Err(reason)) => Remark::Damaged(reason.into()),
            _ => Remark::NoKey,
        }
    }

    /// Whether a line below the options is nothing but the letter of one of them.
    pub fn names_an_option(&self, line: &str) -> bool {
        let place = match line.as_bytes() {
            [letter] => letter.to_ascii_lowercase().checked_sub(b'a').map(usize::from),
            _ => None,
        };
        self.options.len() > 1 && place.is_some_and(|place| place < self.options.len())
    }

    /// Places of the right options.
    fn right(&self, remarks: &mut Vec<Remark>) -> Result<Vec<usize>, Remark> {
        let ticked: Vec<usize> =
            (0..self.options.len()).filter(|place| self.options[*place].marks.has(Marks::TICKED)).collect();
        let ticked = Some(ticked).filter(|ticked| !ticked.is_empty());
        let named = |key: Option<&String>| key.map(|key| self.named(key)).transpose();
        let keys = [ticked, named(self.key.as_ref())?, named(self.listed_key())?];
        let mut keys = keys.into_iter().flatten();
        if self.has_lone_key {
            remarks.push(Remark::Key("it was taken from the single letter on the line below the options"));
        }
        let Some(right) = keys.next() else {
            let looks = self.looks.clone().ok_or_else(|| self.keyless())?;
            remarks.push(Remark::Key("it was recognised by its formatting"));
            return Ok(looks);
        };
        if keys.any(|other| other != right) {
            return Err(Remark::Damaged("its answer keys contradict each other".into()));
        }
        Ok(right)
    }

    /// Places of the options that a key names: by letters, or by their words.
    fn named(&self, key: &str) -> Result<Vec<usize>, Remark> {
        let key = key.trim().trim_end_matches('.');
        // A letter names the option of that letter, also where another one is called so.
        if let [letter] = key.as_bytes()
            && let Some(place) = letter.to_ascii_lowercase().checked_sub(b'a').map(usize::from)
            && place < self.options.len()
        {
            return Ok(vec![place]);
        }
        let is_same = |option: &Choice| emphasis::without(&option.words.text).to_lowercase() == key.to_lowercase();
        if let Some(place) = self.options.iter().position(is_same) {
            return Ok(vec![place]);
        }
        if let Some(is_true) = truth(key)
            && let Some(place) = self.options.iter().position(|option| truth(&option.words.text) == Some(is_true))
        {
            return Ok(vec![place]);
        }
        let missing = || Remark::KeyIsNoOption(key.into());
        // `B) Paris` names an option by its letter and its words.
        if let Some(start) = super::signs::option(key)
            && let super::signs::Sign::Letter(letter) = start.sign
            && !start.text.is_empty()
            && self.options.get(usize::from(letter)).is_some_and(|option| option.words.text.trim() == start.text)
        {
            return Ok(vec![usize::from(letter)]);
        }
        let parts = key.split(|sign: char| !sign.is_alphanumeric());
        let mut right = Vec::new();
        for part in parts.filter(|part| !part.is_empty() && !matches!(*part, "and" | "und" | "et" | "y")) {
            let is_run = part.len() > 1 && part.bytes().all(|letter| letter.is_ascii_uppercase());
            if part.len() != 1 && !is_run {
                return Err(missing());
            }
            for letter in part.bytes() {
                let place = letter.to_ascii_lowercase().checked_sub(b'a').map(usize::from);
                let place = place.filter(|place| *place < self.options.len()).ok_or_else(missing)?;
                if !right.contains(&place) {
                    right.push(place);
                }
            }
        }
        right.sort_unstable();
        if right.is_empty() { Err(missing()) } else { Ok(right) }
    }
}

/// Whether a key is nothing but letters of options, such as `b` or `A, C`.
fn is_letters(key: &str) -> bool {
    let mut parts = key.split(|sign: char| !sign.is_alphanumeric()).filter(|part| !part.is_empty()).peekable();
    let is_letter = |part: &str| {
        part.chars().count() == 1 && part.chars().all(char::is_alphabetic) || matches!(part, "and" | "und" | "et")
    };
    parts.peek().is_none() || parts.all(is_letter)
}
