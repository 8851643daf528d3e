//! A question beside the fact that it is made for: which sentence it was filled from, and what that sentence tells. Judges
//! nothing itself.

use crate::oracle::{Oracle, Speech, names, object};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use torus::bank::{Answer, Question};
use torus::facts::*;

/// A question with the fact that it is made for.
pub struct Case<'a> {
    pub oracle: Oracle<'a>,
    pub table: &'a FactTable,
    pub question: &'a Question,
    pub fact: &'a Fact,
    pub suffix: &'a str,
}

/// Every year that a random table can have, and some around.
pub const YEARS: std::ops::Range<i16> = 1940..1975;

impl<'a> Case<'a> {
    pub fn of(table: &'a FactTable, question: &'a Question) -> Self {
        let (fact, suffix) = question.id.split_once('-').expect("an id with a suffix");
        let oracle = Oracle { table };
        Self { fact: oracle.fact(fact), oracle, table, question, suffix }
    }

    pub fn check(&self) -> TestCaseResult {
        self.cautions()?;
        self.marks()?;
        prop_assert!(self.question.facts.contains(&self.fact.id));
        prop_assert!(!self.question.cite.0.is_empty());
        prop_assert!(self.question.difficulty.is_some_and(|share| (0.0..=1.0).contains(&share)));
        match &self.question.answer {
            Answer::Choice { correct, distractors } => self.choice(correct, distractors),
            Answer::Choices { correct, distractors } => self.choices(correct, distractors),
            Answer::TrueFalse(is_true) => self.statement(*is_true),
            Answer::Number { value, .. } => self.number(*value),
            Answer::Text { accept, .. } => self.text(accept),
            Answer::Order { items } => self.order(items),
            Answer::Match { pairs, extra } => self.pairs(pairs, extra),
            Answer::Categorise { groups } if self.suffix == "decades" => {
                self.decades(groups.iter().map(|(name, items)| (name, &**items)).collect())
            }
            Answer::Categorise { groups } => {
                let pairs: Vec<_> = groups
                    .iter()
                    .flat_map(|(name, items)| items.iter().map(move |item| (item.clone(), Box::from(name))))
                    .collect();
                self.groups(&pairs)
            }
            Answer::Cloze { text } => self.gaps(text.parts()),
            other => Err(TestCaseError::fail(format!("a kind that is not made: {other:?}"))),
        }
    }

    /// What one of the relation's sentences tells, where it is the prompt; each sentence that could be.
    pub fn speeches(&self, lists: &[&'a [Box<str>]], hidden: &[&str]) -> Vec<Speech<'a>> {
        let prompt = self.question.prompt.trim_end_matches(" Write the answer.").trim_end_matches(" Write the number.");
        let prompt = prompt.trim_end_matches(" Write the year.");
        // Behind the question, a typed number is told its unit and how near is near enough.
        let prompt = prompt.find("? ").map_or(prompt, |end| &prompt[..=end]);
        let sentences = lists.iter().flat_map(|list| list.iter());
        let fits = |template: &str| {
            let text = self.filled(template, &self.fact.subject, self.fact.object.as_ref(), self.fact.when);
            text.as_deref() == Some(prompt)
        };
        sentences.filter(|template| fits(template)).map(|template| self.speech(template, hidden)).collect()
    }

    /// What a sentence tells of the fact, but for what is hidden.
    pub fn speech(&self, template: &str, hidden: &[&str]) -> Speech<'a> {
        let tells = |place: &str| template.contains(place) && !hidden.iter().any(|hidden| place.contains(hidden));
        let when = self.told_when();
        let tells_year = (tells("{in when}") || tells("{year}")) && !hidden.contains(&"year");
        Speech {
            relation: &self.fact.relation,
            subject: tells("{subject}").then_some(&*self.fact.subject),
            object: self.fact.object.clone().filter(|_| tells("{object}")),
            year: when.map(|when| when.year).filter(|_| tells_year),
            month: when.and_then(|when| when.month).filter(|_| tells_year && template.contains("{in when}")),
            note: tells("{note}").then_some(&*self.fact.note),
        }
    }

    pub fn told_when(&self) -> Option<When> {
        let has = |what| self.fact.cautions.contains(&Caution::AskNot(what));
        self.fact
            .when
            .filter(|_| !has(Asked::When))
            .map(|when| When { month: when.month.filter(|_| !has(Asked::Month)), ..when })
    }

    pub fn filled(&self, template: &str, subject: &str, object: Option<&Object>, when: Option<When>) -> Option<String> {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let mut text = template.replace("{subject}", &self.with_the(subject));
        if text.contains("{object}") {
            text = text.replace("{object}", &self.written(object?));
        }
        if text.contains("{note}") {
            text = text.replace("{note}", Some(&*self.fact.note).filter(|note| !note.is_empty())?);
        }
        if text.contains("{year}") || text.contains("{in when}") {
            let has = |what| self.fact.cautions.contains(&Caution::AskNot(what));
            let when = when.filter(|_| !has(Asked::When))?;
            let month = when.month.filter(|_| !has(Asked::Month));
            let month = month.map_or(String::new(), |month| format!("{} ", MONTHS[usize::from(month) - 1]));
            text = text.replace("{year}", &when.year.to_string());
            text = text.replace("{in when}", &format!("in {month}{}", when.year));
        }
        let mut letters = text.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect())
    }

    pub fn with_the(&self, id: &str) -> String {
        let entity = self.oracle.entity(id);
        format!("{}{}", if entity.the { "the " } else { "" }, entity.name)
    }

    pub fn written(&self, object: &Object) -> String {
        match object {
            Object::Is(id) => self.with_the(id),
            Object::Amount(amount) => format!("{} {}", amount.value, amount.words),
        }
    }

    pub fn relation(&self) -> &'a Relation {
        self.oracle.relation(self.fact)
    }

    pub fn class(&self, asks_subject: bool) -> &'a str {
        let relation = self.relation();
        if asks_subject { &relation.from } else { &relation.to }
    }

    /// Whether the text names the subject or the object of the fact.
    pub fn is_key(&self, asks_subject: bool, text: &str) -> bool {
        let side = if asks_subject { Some(&*self.fact.subject) } else { object(self.fact) };
        side.is_some_and(|id| {
            let bare = text.strip_prefix("the ").or(text.strip_prefix("The ")).unwrap_or(text);
            names(self.oracle.entity(id)).contains(&bare.to_lowercase())
        })
    }
}
