//! The words for what can be wrong with a fact table: what is wrong, and what to do. Finds nothing itself.

use crate::facts::TableProblem;
use crate::syntax::Words;
use std::fmt;

impl TableProblem {
    /// What is wrong, in half a sentence.
    pub fn message(&self) -> String {
        self.words().message.into_owned()
    }

    /// What to do, in half a sentence, where that is known.
    pub fn help(&self) -> Option<String> {
        self.words().help.map(Into::into)
    }

    /// What to say at the place itself where there is no help.
    pub fn label(&self) -> Option<&'static str> {
        match self {
            Self::Written(problem) => problem.label(),
            _ => None,
        }
    }

    fn words(&self) -> Words {
        match self {
            Self::Written(problem) => problem.words(),
            Self::NewerFormat { found } => Words::new(
                format!("this table was made for a newer Torus (format {found}; this one reads format 1)"),
                "update Torus",
            ),
            Self::UnknownName { what, name, suggestion, further } => {
                let times = if *further == 0 { "".into() } else { format!(", which is named {} times", further + 1) };
                let message = format!("there is no {} \"{name}\"{times}", what.as_str());
                let words = Words::with_suggestion(message, suggestion);
                let elsewhere = || what.list().map(|list| format!("write it among `{list}`, or name another").into());
                Words { help: words.help.or_else(elsewhere), ..words }
            }
            Self::OnlyInRow { entity, file } => Words::new(
                format!("the id \"{entity}\" comes from a name in a row of {file}, and changes with it"),
                "list the entity in `entities` or in a spreadsheet of entities",
            ),
            Self::FormerlyTaken { id, other } => {
                let whose =
                    if id == other { "the id of a fact".into() } else { format!("an earlier id of \"{other}\"") };
                Words::new(
                    format!("\"{id}\" in `formerly` is {whose}"),
                    "keep it where the questions are that learners have answered, and take it out here",
                )
            }
            Self::WrongClass { side, entity, found, wanted, relation } => Words::new(
                format!(
                    "the {} \"{entity}\" is of the class \"{found}\", and \"{relation}\" takes \"{wanted}\"",
                    side.as_str()
                ),
                format!("write another, or change `{}` in the relation", side.class_field()),
            ),
            Self::NoObject { relation, wanted } => {
                Words::new(format!("\"{relation}\" needs an object of the class \"{wanted}\""), "write the id of one")
            }
            Self::NotAnAmount { relation, object } => Words::new(
                format!("\"{relation}\" has no `to`, so its object cannot be the entity \"{object}\""),
                "write an amount, or give the relation a `to`",
            ),
            Self::NotAnEntity { relation, wanted } => Words::new(
                format!("\"{relation}\" takes an object of the class \"{wanted}\", not an amount"),
                "write the id of an entity, or take `to` out of the relation",
            ),
            Self::BankName { id } => {
                Words::new(format!("\"{id}\" cannot be the name of a file"), "use letters, digits, `-` and `_`")
            }
            Self::TopicUnused { topic, suggestion } => {
                Words::with_suggestion(format!("no fact has the topic \"{topic}\" or one below it"), suggestion)
            }
            Self::NotEnglish { language } => Words::new(
                format!("sentences are put together as English wants it, not for \"{language}\""),
                "read every question that is made",
            ),
            Self::SameName { name, other } => Words::new(
                format!("\"{name}\" is the name of \"{other}\" as well"),
                "a learner could not tell them apart, so rename one of them",
            ),
            Self::SharedName { name, other } => Words::new(
                format!("\"{name}\" is a name of \"{other}\" as well"),
                "it stands for neither when it is typed",
            ),
            Self::WithinItself { entity, by } => Words::new(
                format!("\"{entity}\" is within itself, by way of {}", quoted_list(by)),
                "take one of them out",
            ),
            Self::BadArticle { article } => {
                Words::new(format!("\"{article}\" is not an article"), "write \"a\" or \"an\", or leave it out")
            }
            Self::NoSentence => {
                Words::new("there is no sentence in `says`", "write one that tells what the relation is")
            }
            Self::NoQuestion { relation } => Words::new(
                format!("nothing asks for \"{relation}\""),
                "write a question in `asks_object`, `asks_subject` or another, or a place in `gaps`",
            ),
            Self::Sentence(problem) => problem.words(),
            Self::OwnAnswer { field, place } => {
                Words::new(format!("a question in `{field}` tells its own answer with `{{{place}}}`"), "take that out")
            }
            Self::PlaceOfOne { field, place } => Words::new(
                format!("a task in `{field}` is about many facts at once"),
                format!("take `{{{place}}}` out"),
            ),
            Self::NeverUsed { relation, lacks } => Words::new(
                format!("no fact of \"{relation}\" has {lacks}, so this sentence is never used"),
                "change it, or write that in the facts",
            ),
            Self::Untold { relation, lacks } => Words::new(
                format!("every sentence in `says` of \"{relation}\" needs {lacks}, and this fact has none"),
                "write it, or a sentence without it",
            ),
            Self::Unheeded { relation, caution } => Words::new(
                format!("no sentence in `says` of \"{relation}\" heeds the caution {caution}"),
                "write one that does",
            ),
            Self::SameFact { other } => {
                Words::new(format!("this says the same as the fact \"{other}\""), "keep one of them")
            }
            Self::TwoOfOne { side, relation, other } => Words::new(
                format!("the fact \"{other}\" gives another {}, and \"{relation}\" allows one", side.as_str()),
                format!("correct one of them, or write `{}: All` or `Some` in the relation", side.count_field()),
            ),
            Self::RightAndWrong { entity } => {
                Words::new(format!("\"{entity}\" is right here, and stands in `wrong`"), "take it out")
            }
            Self::NeighbourNotNumber { text } => Words::new(
                format!("\"{text}\" in `neighbours` is not a number"),
                "write one without its unit, such as \"21.7\"",
            ),
            Self::NeighbourRight { text } => {
                Words::new(format!("\"{text}\" in `neighbours` is right, within the tolerance"), "take it out")
            }
            Self::PlaceWithoutSource => {
                Words::new("the place in a source is not cited without the source", "write `source` as well")
            }
            Self::Rows(problem) => problem.words(),
            Self::Pin(problem) => problem.words(),
        }
    }
}

/// What is wrong and what to do, in one sentence.
impl fmt::Display for TableProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.words().fmt(formatter)
    }
}

fn quoted_list(names: &[Box<str>]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    quoted.join(" and ")
}
