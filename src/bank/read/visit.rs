//! Takes a bank from a deserializer, question by question, telling how far it has come. Stops at the first fault;
//! `recover` is for what this refuses.

use crate::bank::Entries;
use crate::bank::model::question::{Bank, FORMAT, Question, Quiz, Source};
use crate::bank::read::vocabulary::BANK_FIELDS;
use crate::bank::read::{Progress, Quietly};
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;

/// Reads a bank and reports on the way.
pub(crate) struct BankSeed<'a> {
    /// Who hears how far reading has come.
    pub progress: &'a dyn Progress,
    /// About how many questions there are.
    pub expected_count: usize,
}

impl<'de> DeserializeSeed<'de> for BankSeed<'_> {
    type Value = Bank;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Bank, D::Error> {
        deserializer.deserialize_struct("Bank", BANK_FIELDS, BankVisitor(self))
    }
}

impl<'de> Deserialize<'de> for Bank {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        BankSeed { progress: &Quietly, expected_count: 0 }.deserialize(deserializer)
    }
}

struct BankVisitor<'a>(BankSeed<'a>);

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Field {
    Format,
    Id,
    Title,
    About,
    Language,
    Authors,
    Licence,
    Sources,
    Questions,
    Quizzes,
}

/// The fields met so far.
#[derive(Default)]
struct Fields {
    format: Option<u32>,
    id: Option<Box<str>>,
    title: Option<Box<str>>,
    about: Option<Box<str>>,
    language: Option<Box<str>>,
    authors: Option<Box<[Box<str>]>>,
    licence: Option<Box<str>>,
    sources: Option<Entries<Source>>,
    questions: Option<Vec<Question>>,
    quizzes: Option<Box<[Quiz]>>,
}

impl<'de> Visitor<'de> for BankVisitor<'_> {
    type Value = Bank;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a bank such as Bank(format: 1, id: \"…\", title: \"…\", questions: […])")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Bank, A::Error> {
        let mut fields = Fields::default();
        while let Some(field) = map.next_key()? {
            match field {
                Field::Format => {
                    fill(&mut fields.format, "format", &mut map)?;
                    refuse_other_formats(fields.format)?;
                }
                Field::Id => fill(&mut fields.id, "id", &mut map)?,
                Field::Title => fill(&mut fields.title, "title", &mut map)?,
                Field::About => fill(&mut fields.about, "about", &mut map)?,
                Field::Language => fill(&mut fields.language, "language", &mut map)?,
                Field::Authors => fill(&mut fields.authors, "authors", &mut map)?,
                Field::Licence => fill(&mut fields.licence, "licence", &mut map)?,
                Field::Sources => fill(&mut fields.sources, "sources", &mut map)?,
                Field::Questions if fields.questions.is_some() => return Err(A::Error::duplicate_field("questions")),
                Field::Questions => fields.questions = Some(map.next_value_seed(QuestionsSeed(&self.0))?),
                Field::Quizzes => fill(&mut fields.quizzes, "quizzes", &mut map)?,
            }
        }
        fields.finish()
    }
}

impl Fields {
    fn finish<E: Error>(self) -> Result<Bank, E> {
        Ok(Bank {
            format: self.format.ok_or_else(|| E::missing_field("format"))?,
            id: self.id.ok_or_else(|| E::missing_field("id"))?,
            title: self.title.ok_or_else(|| E::missing_field("title"))?,
            about: self.about.unwrap_or_default(),
            language: self.language.unwrap_or_default(),
            authors: self.authors.unwrap_or_default(),
            licence: self.licence.unwrap_or_default(),
            sources: self.sources.unwrap_or_default(),
            questions: self.questions.ok_or_else(|| E::missing_field("questions"))?,
            quizzes: self.quizzes.unwrap_or_default(),
        })
    }
}

fn fill<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    slot: &mut Option<T>,
    name: &'static str,
    map: &mut A,
) -> Result<(), A::Error> {
    if slot.is_some() {
        return Err(A::Error::duplicate_field(name));
    }
    *slot = Some(map.next_value()?);
    Ok(())
}

/// Nothing is known of what another format writes after its number, so reading stops there.
fn refuse_other_formats<E: Error>(format: Option<u32>) -> Result<(), E> {
    match format {
        Some(format) if format != FORMAT => Err(E::custom(format_args!("format {format} is not format {FORMAT}"))),
        _ => Ok(()),
    }
}

struct QuestionsSeed<'a, 'b>(&'a BankSeed<'b>);

impl<'de> DeserializeSeed<'de> for QuestionsSeed<'_, '_> {
    type Value = Vec<Question>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Question>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

/// No list is given more room than this before its questions are really there.
const MOST_QUESTIONS_FORESEEN: usize = 1 << 18;

impl<'de> Visitor<'de> for QuestionsSeed<'_, '_> {
    type Value = Vec<Question>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of questions")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<Question>, A::Error> {
        let expected_count = self.0.expected_count;
        let mut questions = Vec::with_capacity(expected_count.min(MOST_QUESTIONS_FORESEEN));
        while let Some(question) = seq.next_element()? {
            questions.push(question);
            let share = questions.len() as f32 / expected_count.max(questions.len()) as f32;
            if !self.0.progress.advance(share) {
                return Err(A::Error::custom("stopped"));
            }
        }
        questions.shrink_to_fit();
        Ok(questions)
    }
}
