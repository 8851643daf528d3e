//! Whether a question heeds the cautions of its facts, and is marked as it should be.

use crate::case::Case;
use crate::oracle::Oracle;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use torus::bank::model::cloze::Gap;
use torus::bank::{Answer, Question};
use torus::facts::*;
use torus::sitting::{Response, grade};

impl Case<'_> {
    pub fn cautions(&self) -> TestCaseResult {
        let question = self.question;
        let asked = asked_texts(question);
        let gap_years = matches!(self.suffix, "gaps" | "year-gap");
        let asks_year = matches!(self.suffix, "year" | "year-typed" | "order" | "decades") || gap_years;
        for fact in question.facts.iter().map(|id| self.oracle.fact(id)) {
            let year = fact.when.map(|when| when.year.to_string());
            for caution in &fact.cautions {
                match caution {
                    Caution::AskNot(Asked::Subject) => prop_assert!(!matches!(
                        self.suffix,
                        "subject"
                            | "subject-typed"
                            | "subject-gap"
                            | "subjects"
                            | "match"
                            | "groups"
                            | "true"
                            | "false"
                    )),
                    Caution::AskNot(Asked::Object) => prop_assert!(!matches!(
                        self.suffix,
                        "object" | "object-typed" | "object-gap" | "number" | "objects" | "match" | "groups"
                    )),
                    Caution::AskNot(Asked::When) => {
                        prop_assert!(!asks_year, "asks when");
                        let tells = year.as_ref().is_some_and(|year| asked.iter().any(|text| text.contains(year)));
                        prop_assert!(!tells, "tells when");
                    }
                    Caution::AskNot(Asked::Month) => {
                        let texts = texts(question);
                        let own = Case { oracle: Oracle { table: self.table }, fact, ..*self };
                        let told = own.fact.when.and_then(|when| when.month).is_some_and(|_| {
                            let bare = Fact { cautions: Box::default(), ..fact.clone() };
                            let open = Case { oracle: Oracle { table: self.table }, fact: &bare, ..*self };
                            let when = open.filled("{in when}", &fact.subject, None, fact.when).unwrap_or_default();
                            texts.iter().any(|text| text.contains(when.trim_start_matches("In ")))
                        });
                        // Another fact of the same month may tell it.
                        let shared = self.table.facts.iter().filter(|other| other.when == fact.when).count() > 1;
                        prop_assert!(!told || shared, "tells the month");
                    }
                    Caution::AskNot(Asked::Number) => {
                        prop_assert!(self.suffix != "number");
                        let is_typed = |gap: &Gap| matches!(gap, Gap::Typed(_)) && gap.right().contains("MJ");
                        if let Answer::Cloze { text } = &question.answer {
                            prop_assert!(!text.gaps().any(is_typed));
                        }
                    }
                    Caution::AskNot(Asked::Day) => {}
                    Caution::AsOf(time) => prop_assert!(asked.iter().any(|text| text.contains(&**time))),
                    Caution::Superseded(text) => {
                        prop_assert!(question.explanation.contains(&**text));
                        let tells = year.as_ref().is_some_and(|year| asked.iter().any(|text| text.contains(year)));
                        prop_assert!(asks_year || tells, "names no year");
                    }
                    Caution::Say(word) => prop_assert!(asked.iter().any(|text| text.contains(&**word))),
                    Caution::SayNot(word) => {
                        prop_assert!(!texts(question).iter().any(|text| text.split(' ').any(|other| other == &**word)));
                    }
                    Caution::Tell(text) => prop_assert!(question.explanation.contains(&**text)),
                }
            }
            if let [fact] = &*question.facts {
                let fact = self.oracle.fact(fact);
                let last = fact.cautions.iter().find_map(|caution| match caution {
                    Caution::Superseded(text) | Caution::Tell(text) => Some(text),
                    _ => None,
                });
                prop_assert!(last.is_none_or(|text| question.explanation.ends_with(&**text)));
            }
        }
        Ok(())
    }

    /// That the key has the whole mark and each distractor none.
    pub fn marks(&self) -> TestCaseResult {
        let question = self.question;
        let fraction = |response: Response| grade(question, &response).fraction;
        match &question.answer {
            Answer::Choice { distractors, .. } => {
                prop_assert_eq!(fraction(Response::Choice(0)), 1.0);
                for index in 1..=distractors.len() {
                    prop_assert_eq!(fraction(Response::Choice(index)), 0.0);
                }
            }
            Answer::Choices { correct, distractors } => {
                prop_assert_eq!(fraction(Response::Choices((0..correct.len()).collect())), 1.0);
                for index in 0..distractors.len() {
                    prop_assert_eq!(fraction(Response::Choices(vec![correct.len() + index])), 0.0);
                }
            }
            Answer::Text { accept, .. } => {
                for form in accept {
                    prop_assert_eq!(fraction(Response::Text(form.to_string())), 1.0);
                }
            }
            Answer::Number { value, .. } => {
                prop_assert_eq!(fraction(Response::Number(value.to_string())), 1.0);
            }
            Answer::Cloze { text } => {
                let right = text.gaps().map(|gap| gap.right().to_owned()).collect();
                prop_assert_eq!(fraction(Response::Cloze(right)), 1.0);
            }
            Answer::Order { items } => {
                prop_assert_eq!(fraction(Response::Order((0..items.len()).collect())), 1.0);
            }
            _ => {}
        }
        Ok(())
    }
}

fn asked_texts(question: &Question) -> Vec<String> {
    let mut texts = vec![question.prompt.to_string()];
    match &question.answer {
        Answer::Cloze { text } => texts.push(text.source().to_owned()),
        Answer::Order { .. } | Answer::Categorise { .. } => {
            texts.extend(question.options().into_iter().map(str::to_owned));
        }
        _ => {}
    }
    texts
}

fn texts(question: &Question) -> Vec<String> {
    let mut texts = asked_texts(question);
    texts.push(question.explanation.to_string());
    texts.extend(question.options().into_iter().map(str::to_owned));
    texts.extend(question.feedback.iter().map(|(_, text)| text.to_string()));
    texts.extend(question.hints.iter().map(|hint| hint.to_string()));
    texts
}
