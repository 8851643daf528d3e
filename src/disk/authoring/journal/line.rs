//! The lines of a journal: JSON, each with a check sum over it and all lines before it. The first tells which bank it is about and
//! what its file said, each further one a change. Opens no file.

use crate::syntax::edit::{Edit, Edits};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A check sum: of the line and of that of the line before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sum([u8; 8]);

/// What the first line is checked with.
const NONE: Sum = Sum([0; 8]);
/// Version of the form of the lines.
const FORM: u32 = 1;

/// What the first line says.
pub(super) struct Head<'a> {
    /// Where the bank lies.
    pub bank: &'a str,
    /// What its file says.
    pub base: &'a str,
}

#[derive(Serialize, Deserialize)]
struct WrittenHead {
    form: u32,
    bank: String,
    base: String,
}

/// What a further line says.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Change {
    /// Start, end, and what is put there.
    Edits(Vec<(usize, usize, Box<str>)>),
    /// The whole text.
    Text(String),
}

impl Change {
    pub(super) fn of_edits(edits: &Edits) -> Self {
        Self::Edits(edits.iter().map(|edit| (edit.span.start, edit.span.end, edit.new_text.clone())).collect())
    }

    pub(super) fn of_text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// The line behind one with that sum.
    pub(super) fn line(&self, before: Sum) -> (String, Sum) {
        line(self, before)
    }

    /// Makes the change; `false` where the text has no such places.
    fn make(self, text: &mut String) -> bool {
        match self {
            Self::Text(new) => *text = new,
            Self::Edits(edits) => {
                let edits = edits.into_iter().map(|(start, end, new_text)| Edit { span: start..end, new_text });
                let Ok(edits) = Edits::new(edits) else { return false };
                if edits.iter().any(|edit| text.get(edit.span.clone()).is_none()) {
                    return false;
                }
                // From the end, so that no place moves before its turn; in place, for texts can be long.
                for edit in edits.iter().collect::<Vec<_>>().into_iter().rev() {
                    text.replace_range(edit.span.clone(), &edit.new_text);
                }
            }
        }
        true
    }
}

/// The first line.
pub(super) fn head(head: &Head<'_>) -> (String, Sum) {
    line(&WrittenHead { form: FORM, bank: head.bank.to_owned(), base: head.base.to_owned() }, NONE)
}

/// What all lines together say.
pub(super) struct Lines {
    pub(super) bank: String,
    pub(super) base: String,
    pub(super) text: String,
    /// Whether lines were left out, because one was torn or damaged.
    pub(super) is_cut: bool,
}

/// Reads a journal up to the first line that is torn; `None` where that is the first.
pub(super) fn read(bytes: &[u8]) -> Option<Lines> {
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let (head, mut sum) = read_line::<WrittenHead>(lines.next()?, NONE)?;
    if head.form != FORM {
        return None;
    }
    let mut read = Lines { bank: head.bank, text: head.base.clone(), base: head.base, is_cut: false };
    for line in lines {
        let made = read_line::<Change>(line, sum).filter(|_| !read.is_cut);
        match made.map(|(change, next)| (change.make(&mut read.text), next)) {
            Some((true, next)) => sum = next,
            _ => {
                read.is_cut = true;
                break;
            }
        }
    }
    Some(read)
}

const BEFORE_SUM: &str = "{\"sum\":\"";
const BEFORE_VALUE: &str = "\",\"is\":";
const END: &str = "}\n";
const SUM_DIGITS: usize = 16;

fn line(value: &impl Serialize, before: Sum) -> (String, Sum) {
    // Numbers and texts cannot fail to be written.
    let json = serde_json::to_string(value).unwrap_or_default();
    let sum = before.then(json.as_bytes());
    ([BEFORE_SUM, &sum.digits(), BEFORE_VALUE, &json, END].concat(), sum)
}

fn read_line<T: DeserializeOwned>(line: &[u8], before: Sum) -> Option<(T, Sum)> {
    let rest = line.strip_prefix(BEFORE_SUM.as_bytes())?;
    let (digits, rest) = rest.split_at_checked(SUM_DIGITS)?;
    let json = rest.strip_prefix(BEFORE_VALUE.as_bytes())?.strip_suffix(END.as_bytes())?;
    let sum = before.then(json);
    (sum.digits().as_bytes() == digits).then(|| serde_json::from_slice(json).ok()).flatten().map(|value| (value, sum))
}

impl Sum {
    fn then(self, json: &[u8]) -> Self {
        let mut digest = Sha256::new();
        digest.update(self.0);
        digest.update(json);
        let whole: [u8; 32] = digest.finalize().into();
        let mut sum = [0; 8];
        sum.copy_from_slice(&whole[..8]);
        Self(sum)
    }

    fn digits(self) -> String {
        format!("{:016x}", u64::from_be_bytes(self.0))
    }
}
