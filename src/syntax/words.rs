//! What is told of a problem, as two values: what is wrong, and what to do. Finds no problem itself.

use std::borrow::Cow;
use std::fmt;

/// The words for a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What is wrong.
    pub message: Cow<'static, str>,
    /// What to do, where that is known.
    pub help: Option<Cow<'static, str>>,
}

impl Words {
    /// What is wrong, and what to do.
    pub fn new(message: impl Into<Cow<'static, str>>, help: impl Into<Cow<'static, str>>) -> Self {
        Self { message: message.into(), help: Some(help.into()) }
    }

    /// What is wrong, where nothing better can be advised.
    pub fn alone(message: impl Into<Cow<'static, str>>) -> Self {
        Self { message: message.into(), help: None }
    }

    /// What is wrong, and the name that may have been meant, if one is near.
    pub fn with_suggestion(message: impl Into<Cow<'static, str>>, suggestion: &Option<Box<str>>) -> Self {
        Self { message: message.into(), help: suggestion.as_deref().map(|name| did_you_mean(name).into()) }
    }

    /// The same, and what else to do where no name is near.
    pub fn with_suggestion_or(
        message: impl Into<Cow<'static, str>>,
        suggestion: &Option<Box<str>>,
        help: impl Into<Cow<'static, str>>,
    ) -> Self {
        let words = Self::with_suggestion(message, suggestion);
        Self { help: words.help.or(Some(help.into())), ..words }
    }
}

impl fmt::Display for Words {
    /// Both on one line: `the id is blank: write one`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)?;
        match &self.help {
            Some(help) => write!(formatter, ": {help}"),
            None => Ok(()),
        }
    }
}

/// `a`, `b` and `c`.
pub(crate) fn listed(names: &[&str], last: &str) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [most @ .., end] if !most.is_empty() => format!("{} {last} {end}", most.join(", ")),
        names => names.concat(),
    }
}

fn did_you_mean(name: &str) -> String {
    format!("did you mean `{name}`?")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_and_what_to_do_stand_on_one_line() {
        assert_eq!(Words::new("the id is blank", "write one").to_string(), "the id is blank: write one");
        assert_eq!(Words::alone("reading was stopped").to_string(), "reading was stopped");
    }

    #[test]
    fn a_name_that_is_near_goes_before_other_advice() {
        let words = |suggestion: Option<&str>| {
            Words::with_suggestion_or("`x` is not known", &suggestion.map(Into::into), "write another").to_string()
        };
        assert_eq!(words(Some("y")), "`x` is not known: did you mean `y`?");
        assert_eq!(words(None), "`x` is not known: write another");
    }

    #[test]
    fn names_are_listed_as_in_a_sentence() {
        assert_eq!(listed(&["a", "b", "c"], "or"), "`a`, `b` or `c`");
        assert_eq!(listed(&["a"], "or"), "`a`");
        assert_eq!(listed(&[], "or"), "");
    }
}
