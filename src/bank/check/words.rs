//! The words for what can be wrong with a bank: what is wrong, and what to do. Finds nothing itself.

use crate::bank::check::part::{Allowed, TextPart};
use crate::bank::check::problem::{FieldAdvice, NotABank};
use crate::bank::model::variable::MOST_VALUES;
use crate::bank::{PictureFault, Problem};
use crate::syntax::Words;
use crate::syntax::words::listed;
use std::fmt;

impl Problem {
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
            Self::Syntax { wanted, slip: None } => wanted.label(),
            _ => None,
        }
    }

    pub(crate) fn words(&self) -> Words {
        match self {
            Self::Syntax { wanted, slip } => wanted.words(slip.as_ref()),
            Self::NotABank(what) => what.words(),
            Self::Cancelled => Words::alone("reading was stopped"),
            Self::MissingField { field, owner } => {
                let owner = owner.as_deref().unwrap_or("one");
                Words::new(format!("`{field}` is missing"), format!("every {owner} needs one"))
            }
            Self::RepeatedField { field } => Words::new(format!("`{field}` is written twice"), "keep one of them"),
            Self::UnknownField { found, owner, suggestion, advice } => {
                let owner = owner.as_deref().unwrap_or("this");
                let message = format!("`{found}` is not a field of {owner}");
                Words::with_suggestion_or(message, suggestion, advice.help())
            }
            Self::UnknownKind { found, known, suggestion } => {
                let message = format!("`{found}` is not a kind of answer that this Torus knows");
                let help = match &**found {
                    "true" | "false" => format!("write `TrueFalse({found})`"),
                    _ => format!("there are {}", listed(known, "and")),
                };
                Words::with_suggestion_or(message, suggestion, help)
            }
            Self::NewerFormat { found } => Words::new(
                format!("this bank was made by a newer Torus (format {found}; this one reads format 1)"),
                "update Torus to play it",
            ),
            Self::UnknownFormat { found } => Words::new(format!("format {found} does not exist"), "write `format: 1`"),
            Self::Blank { part } => Words::new(format!("the {} is blank", noun(*part)), "write one"),
            Self::DuplicateId { id } => Words::new(format!("the id \"{id}\" is used twice"), "give each its own"),
            Self::NoCorrectOption => Words::new("no option is marked as correct", "name at least one in `correct`"),
            Self::NoAcceptedAnswer => Words::new("no answer is accepted", "name at least one in `accept`"),
            Self::NoDistractor => Words::new("there is nothing to choose from", "add at least one distractor"),
            Self::DuplicateOption { option } => Words::new("two options are alike", format!("\"{option}\"")),
            Self::SameLook { first, second } => {
                Words::new(format!("\"{first}\" and \"{second}\" look the same"), "change one of them or take it out")
            }
            Self::SameValue { first, second } => Words::new(
                format!("\"{first}\" and \"{second}\" are the same value"),
                "change one of them or take it out",
            ),
            Self::CorrectDistractor { option } => {
                Words::new(format!("\"{option}\" is both a distractor and correct"), "keep it in one place")
            }
            Self::FewItems { found } => Words::new(few(*found, "item", "to put in order"), "write three or more"),
            Self::DuplicatePart { part, text } => {
                Words::new(format!("two {}s are alike: \"{text}\"", noun(*part)), "change one of them or take it out")
            }
            Self::FewPairs => Words::new("there is nothing to pair", "write at least two pairs, or one and an `extra`"),
            Self::ExtraIsRight { extra } => {
                Words::new(format!("\"{extra}\" is the right side of a pair"), "take it out of `extra`")
            }
            Self::RejectIsAccepted { form } => {
                Words::new(format!("\"{form}\" is accepted too"), "take it out of `reject`")
            }
            Self::Cloze(problem) => problem.words(),
            Self::FewGroups { found } => Words::new(few(*found, "group", "to sort into"), "write two or more"),
            Self::EmptyGroup { group } => {
                Words::new(format!("the group \"{group}\" is empty"), "write an item that belongs to it")
            }
            Self::ItemInTwoGroups { item } => Words::new(format!("\"{item}\" is in two groups"), "keep it in one"),
            Self::NoCorrectSpot => Words::new("no place is marked as correct", "name at least one in `correct`"),
            Self::UnknownSpot { name, suggestion } => {
                Words::with_suggestion(format!("\"{name}\" is not the name of a place among `spots`"), suggestion)
            }
            Self::FewWrongSpots { found } => {
                Words::new(few(*found, "wrong place", "among `spots`"), "add places until there are two or more")
            }
            Self::FewCorners { found } => Words::new(few(*found, "corner", "in this polygon"), "write three or more"),
            Self::BadName { name } => Words::new(
                format!("\"{name}\" cannot be the name of a variable"),
                "use letters a to z, digits and `_`, and no digit first",
            ),
            Self::UnknownVariable { name, suggestion } => {
                Words::with_suggestion(format!("`{name}` is not among the `variables`"), suggestion)
            }
            Self::NoValues { variable } => {
                Words::new(format!("the variable `{variable}` has no value"), "write at least one")
            }
            Self::TooManyValues { variable } => Words::new(
                format!("the variable `{variable}` has more than {MOST_VALUES} values"),
                "write a larger `step`",
            ),
            Self::BadFormula { reason } => Words::new("the expression in `value` cannot be read", reason.to_string()),
            Self::NoResult { values, result } => {
                Words::new(format!("with {values} the expression in `value` gives {result}"), "leave such values out")
            }
            Self::OutOfRange { field, value, allowed } => {
                Words::new(format!("`{field}` is {value}"), format!("it must be {}", range(*allowed)))
            }
            Self::BadUnit { unit } => {
                Words::new(format!("\"{unit}\" cannot stand as a unit"), "write a plain one such as \"MJ\"")
            }
            Self::UnknownSource { source_key, suggestion } => Words::with_suggestion(
                format!("the source \"{source_key}\" is not among the bank's sources"),
                suggestion,
            ),
            Self::ControlInMaths { command } => Words::new(
                format!("`{command}` in maths is broken by the plain text around it"),
                "write the text as a raw one, r\"…\"",
            ),
            Self::PictureOutside { path } => of_picture(PictureFault::Outside, path),
            Self::PictureOnNetwork { path } => of_picture(PictureFault::OnNetwork, path),
            Self::PictureMissing { path } => of_picture(PictureFault::Missing, path),
            Self::PictureTooLarge { path } => of_picture(PictureFault::TooLarge, path),
            Self::PictureUnreadable { path } => of_picture(PictureFault::Unreadable, path),
            Self::PictureNotWhole { path } => of_picture(PictureFault::NotWhole, path),
            Self::Warning(warning) => Words::new(warning.message(), warning.help()),
        }
    }
}

/// What is wrong and what to do, in one sentence.
impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.words().fmt(formatter)
    }
}

impl NotABank {
    fn words(&self) -> Words {
        const BEGIN: &str = "begin with `Bank(`, and write the questions into its list `questions: […]`";
        match self {
            Self::Empty => Words::new("there is nothing in this file", "`torus new` writes a bank to start from"),
            Self::FactTable => Words::new(
                "expected `Bank`, found `FactTable`: this is a fact table, which banks are made from",
                "use `torus generate` with it",
            ),
            Self::Pins => Words::new(
                "expected `Bank`, found `Pins`: these are the pins of a fact table",
                "use `torus generate` with the table",
            ),
            Self::Other(found) => Words::new(format!("expected `Bank`, found `{found}`"), BEGIN),
            Self::Bare => Words::new("expected an opening bracket `(` of `Bank`", BEGIN),
        }
    }
}

impl FieldAdvice {
    fn help(&self) -> String {
        match self {
            Self::Known(fields) => format!("it has {}", listed(fields, "and")),
            Self::CloseAnswer => {
                "if it belongs to the question, close the bracket `)` of the answer before it".to_owned()
            }
        }
    }
}

fn of_picture(fault: PictureFault, path: &str) -> Words {
    let words = fault.words();
    Words { message: format!("the picture \"{path}\" {}", words.message).into(), ..words }
}

fn few(found: usize, noun: &str, purpose: &str) -> String {
    match found {
        0 => format!("there is no {noun} {purpose}"),
        1 => format!("there is one {noun} {purpose}"),
        _ => format!("there are {found} {noun}s {purpose}"),
    }
}

/// What a part of a bank is called in a sentence.
fn noun(part: TextPart) -> &'static str {
    match part {
        TextPart::Id => "id",
        TextPart::Title => "title",
        TextPart::Prompt => "prompt",
        TextPart::Answer => "answer",
        TextPart::AcceptedAnswer => "accepted answer",
        TextPart::CorrectOption => "correct option",
        TextPart::Distractor => "distractor",
        TextPart::LeftSide => "left side",
        TextPart::RightSide => "right side",
        TextPart::Extra => "extra",
        TextPart::Item => "item",
        TextPart::Group => "group",
        TextPart::Image => "image",
        TextPart::SpotName => "name",
        TextPart::InTable(name) => name,
    }
}

/// The end of a sentence that begins with "it must be".
fn range(allowed: Allowed) -> String {
    match allowed {
        Allowed::Finite => "a finite number".to_owned(),
        Allowed::FiniteFrom(field) => format!("a finite number, `{field}` or more"),
        Allowed::AtLeast(least) => format!("{least} or more"),
        Allowed::Above(bound) => format!("above {bound}"),
        Allowed::Between(least, most) => format!("{least} to {most}"),
        Allowed::InsidePicture => "above 0, and no larger than the picture leaves room for".to_owned(),
    }
}
