//! `article-clue`: "a" or "an" at the end of a prompt tells which options fit. Knows English alone.

use crate::bank::check::explain::sources::GUIDELINES;
use crate::bank::lints::{Check, Choosable, Lint, Notes, View, Violation};
use crate::bank::wording::article;
use crate::bank::{Explanation, Severity};
use std::borrow::Cow;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleClue {
    /// A distractor that does not fit.
    pub option: Box<str>,
    /// The article.
    pub article: &'static str,
}

impl Violation for ArticleClue {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "article-clue",
            severity: Severity::Warning,
            title: "\"A\" or \"an\" tells which option fits",
            why: "A prompt that ends in an article can be gone on with by some options alone. Grammar is then enough \
                  to leave the others out.",
            fix: "write \"a/an\", put the article into the options, or ask a whole question",
            source: GUIDELINES,
            before: r#"Question(
    id: "bird", prompt: "The heaviest living bird is an",
    answer: Choice(correct: "ostrich", distractors: ["penguin", "condor"]),
)"#,
            after: r#"Question(
    id: "bird", prompt: "Which is the heaviest living bird?",
    answer: Choice(correct: "ostrich", distractors: ["penguin", "condor"]),
)"#,
        },
        checks: &[Check::EnglishOptions(check)],
    };

    fn message(&self) -> String {
        let Self { option, article } = self;
        format!("\"{option}\" cannot follow \"{article}\", the key can")
    }

    fn help(&self) -> Cow<'static, str> {
        "write \"a/an\", or put the article into the options".into()
    }
}

/// A prompt that ends in `a` or `an`, which the key can follow and a distractor cannot.
///
/// Haladyna, Downing & Rodriguez 2002, guideline 28c.
fn check(view: &View, notes: &mut Notes) {
    let Some(article) = article_before_gap(&view.question.prompt) else { return };
    let fits = |option: &Choosable| takes_an(option).is_none_or(|takes_an| takes_an == (article == "an"));
    if !view.keys().iter().all(fits) {
        return;
    }
    if let Some(option) = view.distractors().iter().find(|option| !fits(option)) {
        let option = option.text.into();
        notes.add_to_prompt(ArticleClue { option, article });
    }
}

/// The article at the end of the prompt or before its gap.
fn article_before_gap(prompt: &str) -> Option<&'static str> {
    let is_gap =
        |letter: char| matches!(letter, '_' | '\\' | '.' | '…' | ':' | '-' | '–' | '?') || letter.is_whitespace();
    let before_gap = prompt.find("__").or_else(|| prompt.find("\\_")).map_or(prompt, |at| &prompt[..at]);
    let before_gap = before_gap.trim_end_matches(is_gap);
    let last = before_gap.rsplit(|letter: char| letter.is_whitespace()).next()?;
    match last {
        // A capital begins the prompt, or it is a name: vitamin A.
        "A" if before_gap == last => Some("a"),
        "An" if before_gap == last => Some("an"),
        "a" => Some("a"),
        "an" => Some("an"),
        _ => None,
    }
}

/// Whether `an` stands before the option; `None` where neither article can, or where nobody can tell.
fn takes_an(option: &Choosable) -> Option<bool> {
    article::takes_an(option.text)
}

#[cfg(test)]
mod tests {
    use crate::bank::lints::tests::check_prompts;

    #[test]
    fn an_article_that_only_the_key_can_follow_is_told() {
        check_prompts("article-clue", "It is an", "It is a/an", &["apple", "pear"]);
        check_prompts("article-clue", "A ___", "Vitamin A", &["pear", "apple"]);
    }
}
