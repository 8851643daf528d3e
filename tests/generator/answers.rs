//! Whether the answers of a question are right by the table: one kind after the other.

use crate::case::{Case, YEARS};
use crate::oracle::{Oracle, Speech, object};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use torus::bank::model::cloze::{Gap, Part};
use torus::facts::*;

impl<'a> Case<'a> {
    pub fn choice(&self, correct: &str, distractors: &[Box<str>]) -> TestCaseResult {
        let relation = self.relation();
        prop_assert!((2..=4).contains(&distractors.len()));
        let (lists, hidden): (&[&[Box<str>]], _) = match self.suffix {
            "object" => (&[&relation.asks_object], "object"),
            "subject" => (&[&relation.asks_subject], "subject"),
            "year" => (&[&relation.asks_year], "year"),
            suffix => return Err(TestCaseError::fail(format!("unknown suffix {suffix}"))),
        };
        let speeches = self.speeches(lists, &[hidden]);
        prop_assert!(!speeches.is_empty(), "no sentence gives this prompt");
        for speech in &speeches {
            prop_assert!(self.is_right(speech, hidden, correct), "the key is not right");
            for distractor in distractors {
                prop_assert!(!self.may_be_right(speech, hidden, distractor), "{} may be right", distractor);
            }
        }
        for distractor in distractors {
            let (one, other) = (correct.to_lowercase(), distractor.to_lowercase());
            prop_assert!(!one.starts_with(&other) && !other.starts_with(&one), "{} holds {}", correct, distractor);
        }
        Ok(())
    }

    pub fn is_right(&self, speech: &Speech, asked: &str, text: &str) -> bool {
        match asked {
            "year" => self.fact.when.is_some_and(|when| when.year.to_string() == text),
            "object" if object(self.fact).is_none() => self.may_be_right(speech, asked, text),
            _ => self.is_key(asked == "subject", text) && self.may_be_right(speech, asked, text),
        }
    }

    pub fn may_be_right(&self, speech: &Speech, asked: &str, text: &str) -> bool {
        let number = || text.split(' ').next().and_then(|number| number.parse::<f64>().ok());
        match asked {
            "year" => text.parse().is_ok_and(|year| self.oracle.may_be_year(speech, year)),
            "object" if object(self.fact).is_none() => {
                number().is_some_and(|value| self.oracle.may_be_amount(speech, value))
            }
            _ => self.oracle.text_may_be_right(speech, asked == "subject", self.class(asked == "subject"), text),
        }
    }

    pub fn choices(&self, correct: &[Box<str>], distractors: &[Box<str>]) -> TestCaseResult {
        let relation = self.relation();
        let asks_subject = self.suffix == "subjects";
        let list: &[Box<str>] = if asks_subject { &relation.asks_subjects } else { &relation.asks_objects };
        let asked = if asks_subject { "subject" } else { "object" };
        let speeches = self.speeches(&[list], &[asked]);
        prop_assert!(!speeches.is_empty(), "no sentence gives this prompt");
        prop_assert!(correct.len() >= 2 && distractors.len() >= 2 && correct.len() + distractors.len() <= 5);
        for speech in &speeches {
            for key in correct {
                let is_meant = |fact: &&Fact| {
                    let side = if asks_subject { Some(&*fact.subject) } else { object(fact) };
                    side.is_some_and(|id| *self.oracle.entity(id).name == **key)
                };
                prop_assert!(self.oracle.meant(speech).iter().any(is_meant), "{} is not right", key);
            }
            for distractor in distractors {
                prop_assert!(!self.may_be_right(speech, asked, distractor), "{} may be right", distractor);
            }
        }
        Ok(())
    }

    pub fn number(&self, value: f64) -> TestCaseResult {
        let relation = self.relation();
        let is_year = self.suffix == "year-typed";
        let list: &[Box<str>] = if is_year { &relation.asks_year } else { &relation.asks_object };
        let asked = if is_year { "year" } else { "object" };
        let speeches = self.speeches(&[list], &[asked]);
        prop_assert!(!speeches.is_empty(), "no sentence gives this prompt");
        for speech in &speeches {
            if is_year {
                let others = YEARS.filter(|year| f64::from(*year) != value);
                prop_assert!(others.into_iter().all(|year| !self.oracle.may_be_year(speech, year)));
            } else {
                let is_one = |fact: &&Fact| matches!(&fact.object, Some(Object::Amount(own)) if own.value == value);
                prop_assert!(self.oracle.meant(speech).iter().all(is_one), "another number is right too");
            }
        }
        Ok(())
    }

    pub fn text(&self, accept: &[Box<str>]) -> TestCaseResult {
        let relation = self.relation();
        let asks_subject = self.suffix == "subject-typed";
        let list: &[Box<str>] = if asks_subject { &relation.asks_subject } else { &relation.asks_object };
        let asked = if asks_subject { "subject" } else { "object" };
        let speeches = self.speeches(&[list], &[asked]);
        prop_assert!(!speeches.is_empty(), "no sentence gives this prompt");
        prop_assert!(accept.iter().all(|form| self.is_key(asks_subject, form)));
        speeches.iter().try_for_each(|speech| self.alone(speech, asks_subject))
    }

    /// That nothing but the key, by whatever name, may be right.
    pub fn alone(&self, speech: &Speech, asks_subject: bool) -> TestCaseResult {
        let key = if asks_subject { Some(&*self.fact.subject) } else { object(self.fact) };
        for fact in self.oracle.meant(speech) {
            let side = if asks_subject { Some(&*fact.subject) } else { object(fact) };
            let is_key = side.zip(key).is_some_and(|(side, key)| self.oracle.are_namesakes(side, key));
            prop_assert!(is_key && fact.also_right.is_empty(), "{:?} is right too", side);
        }
        Ok(())
    }

    pub fn statement(&self, is_true: bool) -> TestCaseResult {
        let prompt = &*self.question.prompt;
        let says = &self.relation().says;
        let is_fact = |template: &str| {
            self.filled(template, &self.fact.subject, self.fact.object.as_ref(), self.fact.when).as_deref()
                == Some(prompt)
        };
        if is_true {
            prop_assert!(says.iter().any(|template| is_fact(template)), "not what the table says");
            return Ok(());
        }
        let ids: Vec<&str> = self.table.entities.iter().map(|(id, _)| id).collect();
        let mut is_found = false;
        for template in says {
            for id in &ids {
                let object = Object::Is((*id).into());
                if self.filled(template, id, self.fact.object.as_ref(), self.fact.when).as_deref() == Some(prompt) {
                    is_found = true;
                    let speech = self.speech(template, &["subject"]);
                    prop_assert!(!self.oracle.may_be_right(&speech, true, id), "{} may be so", id);
                }
                if self.filled(template, &self.fact.subject, Some(&object), self.fact.when).as_deref() == Some(prompt) {
                    is_found = true;
                    let speech = self.speech(template, &["object"]);
                    prop_assert!(!self.oracle.may_be_right(&speech, false, id), "{} may be so", id);
                }
            }
            for year in YEARS {
                let when = self.fact.when.map(|when| When { year, ..when });
                if self.filled(template, &self.fact.subject, self.fact.object.as_ref(), when).as_deref() == Some(prompt)
                {
                    is_found = true;
                    let speech = self.speech(template, &["year"]);
                    prop_assert!(!self.oracle.may_be_year(&speech, year), "{} may be so", year);
                }
            }
            if let Some(Object::Amount(own)) = &self.fact.object {
                for value in [3.0].into_iter().chain((0..9).map(|step| 10.0 + 7.0 * f64::from(step))) {
                    let other = Object::Amount(Quantity { value, ..own.clone() });
                    if self.filled(template, &self.fact.subject, Some(&other), self.fact.when).as_deref()
                        == Some(prompt)
                    {
                        is_found = true;
                        let speech = self.speech(template, &["object"]);
                        prop_assert!(!self.oracle.may_be_amount(&speech, value), "{} may be so", value);
                    }
                }
            }
        }
        prop_assert!(is_found, "no single change of the fact gives this statement");
        Ok(())
    }

    /// The fact whose event an item is, among the facts of the question.
    pub fn event_of(&self, item: &str) -> Option<&'a Fact> {
        let facts = self.question.facts.iter().map(|id| self.oracle.fact(id));
        facts.into_iter().find(|fact| {
            let own = Case { oracle: Oracle { table: self.table }, fact, ..*self };
            own.filled(&own.relation().event, &fact.subject, fact.object.as_ref(), fact.when).as_deref() == Some(item)
        })
    }

    pub fn order(&self, items: &[Box<str>]) -> TestCaseResult {
        prop_assert!((3..=5).contains(&items.len()));
        let whens: Vec<When> = items
            .iter()
            .map(|item| self.event_of(item).and_then(|fact| fact.when).ok_or_else(|| TestCaseError::fail("no event")))
            .collect::<Result<_, _>>()?;
        for (index, later) in whens.iter().enumerate() {
            for earlier in &whens[..index] {
                let is_earlier_year = earlier.year < later.year;
                let months = earlier.month.zip(later.month);
                let is_earlier_month = earlier.year == later.year && months.is_some_and(|(one, other)| one < other);
                prop_assert!(is_earlier_year || is_earlier_month, "{} and {} tie", earlier, later);
            }
        }
        Ok(())
    }

    pub fn decades(&self, groups: Vec<(&str, &[Box<str>])>) -> TestCaseResult {
        prop_assert!((2..=4).contains(&groups.len()));
        for (decade, items) in groups {
            for item in items {
                let year = self.event_of(item).and_then(|fact| fact.when).map(|when| when.year);
                prop_assert_eq!(year.map(|year| format!("{}s", year / 10 * 10)), Some(decade.to_owned()));
            }
        }
        Ok(())
    }

    /// The ids of the things of a class with that name.
    pub fn ids(&self, class: &str, name: &str) -> Vec<&'a str> {
        let all = self.table.entities.iter();
        all.filter(|(_, entity)| *entity.class == *class && *entity.name == *name).map(|(id, _)| id).collect()
    }

    pub fn is_so(&self, left: &str, right: &str) -> bool {
        let ids = (self.ids(self.class(true), left), self.ids(self.class(false), right));
        ids.0.iter().any(|left| {
            let speech = Speech { relation: &self.fact.relation, subject: Some(left), ..Speech::default() };
            ids.1.iter().any(|right| self.oracle.may_be_right(&speech, false, right))
        })
    }

    pub fn pairs(&self, pairs: &[(Box<str>, Box<str>)], extra: &[Box<str>]) -> TestCaseResult {
        prop_assert!(pairs.len() >= 3);
        for (index, (left, right)) in pairs.iter().enumerate() {
            prop_assert!(self.is_so(left, right), "{} and {} are no pair", left, right);
            for (other, (_, wrong)) in pairs.iter().enumerate() {
                prop_assert!(index == other || !self.is_so(left, wrong), "{} and {} are a pair too", left, wrong);
            }
            for wrong in extra {
                prop_assert!(!self.is_so(left, wrong), "{} and {} are a pair too", left, wrong);
            }
        }
        Ok(())
    }

    pub fn groups(&self, pairs: &[(Box<str>, Box<str>)]) -> TestCaseResult {
        let names: std::collections::BTreeSet<&str> = pairs.iter().map(|(_, group)| &**group).collect();
        prop_assert!((2..=4).contains(&names.len()));
        for (item, group) in pairs {
            prop_assert!(self.is_so(item, group), "{} is not in {}", item, group);
            for other in names.iter().filter(|name| ***name != **group) {
                prop_assert!(!self.is_so(item, other), "{} is in {} too", item, other);
            }
        }
        Ok(())
    }

    pub fn gaps(&self, parts: &[Part]) -> TestCaseResult {
        let whole: String = parts
            .iter()
            .map(|part| match part {
                Part::Words(words) => &**words,
                Part::Gap(gap) => gap.right(),
            })
            .collect();
        let slots: Vec<&str> = match self.suffix {
            "object-gap" => vec!["object"],
            "subject-gap" => vec!["subject"],
            "year-gap" => vec!["year"],
            "gaps" => {
                let gaps = parts.iter().filter_map(|part| match part {
                    Part::Gap(gap) => Some(gap.right()),
                    Part::Words(_) => None,
                });
                let kind = |right: &str| match right.parse::<i16>() {
                    Ok(_) => "year",
                    Err(_) if self.is_key(true, right) => "subject",
                    Err(_) => "object",
                };
                gaps.map(kind).collect()
            }
            suffix => return Err(TestCaseError::fail(format!("unknown suffix {suffix}"))),
        };
        let fits = |template: &str| {
            let text = self.filled(template, &self.fact.subject, self.fact.object.as_ref(), self.fact.when);
            text.is_some_and(|text| bare(&text) == bare(&whole))
        };
        let speeches: Vec<Speech> = self
            .relation()
            .says
            .iter()
            .filter(|template| fits(template))
            .map(|template| self.speech(template, &slots))
            .collect();
        prop_assert!(!speeches.is_empty(), "no sentence gives this text");
        let gaps = parts.iter().filter_map(|part| match part {
            Part::Gap(gap) => Some(gap),
            Part::Words(_) => None,
        });
        for (slot, gap) in slots.iter().zip(gaps) {
            for speech in &speeches {
                match gap {
                    Gap::List(options) => {
                        prop_assert!(options.len() > 2);
                        for wrong in &options[1..] {
                            prop_assert!(!self.may_be_right(speech, slot, wrong), "{} may be right", wrong);
                        }
                    }
                    Gap::Typed(_) if *slot == "year" => {
                        let others = YEARS.filter(|year| self.fact.when.is_none_or(|when| when.year != *year));
                        prop_assert!(others.into_iter().all(|year| !self.oracle.may_be_year(speech, year)));
                    }
                    Gap::Typed(_) => self.alone(speech, *slot == "subject")?,
                }
            }
        }
        Ok(())
    }
}

/// Without the articles that a gap may show or not.
fn bare(text: &str) -> String {
    text.to_lowercase().replace("the ", "")
}
