//! What holds for the questions of every table: one answer is right and the table proves the others wrong, no caution is
//! broken, nothing is left for the check to find, and the same table gives the same bytes.

use crate::oracle::{Oracle, Speech, names, object};
use crate::tables::{Drawn, tables};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use torus::bank::cloze::{Gap, Part};
use torus::bank::{Answer, Question, judge};
use torus::facts::*;
use torus::sitting::{Response, grade};

/// Tables drawn for each law: the judge looks at every fact for every option, which takes its time.
const CASES: u32 = 64;

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn the_questions_of_any_table_are_right_by_the_table(Drawn(table) in tables(40)) {
        let Generated { banks, refused } = generated(&table);
        prop_assert_eq!(refused, []);
        for bank in &banks {
            prop_assert_eq!(judge(bank), []);
            for question in &bank.questions {
                let told = |error: TestCaseError| TestCaseError::fail(format!("{error}\n{}", ron::to_string(question).unwrap_or_default()));
                Case::of(&table, question).check().map_err(told)?;
            }
        }
    }

    #[test]
    fn the_same_table_gives_the_same_bytes(Drawn(table) in tables(30)) {
        let written = || ron::to_string(&generate(&table)).expect("writes");
        prop_assert_eq!(written(), written());
    }

    #[test]
    fn a_fact_more_at_the_end_takes_no_id_away_from_what_is_asked_of_the_others(Drawn(table) in tables(25)) {
        let mut less = table.clone();
        let Some(last) = less.facts.pop() else { return Ok(()) };
        let ids = |table: &FactTable| -> Vec<String> {
            let questions = generate(table).into_iter().flat_map(|bank| bank.questions);
            questions.map(|question| question.id.to_string()).collect()
        };
        let of_last = format!("{}-", last.id);
        let all = ids(&table);
        for id in &all {
            let parts: Vec<&str> = id.splitn(2, '-').collect();
            prop_assert!(parts.len() == 2 && table.facts.iter().any(|fact| *fact.id == *parts[0]), "{}", id);
        }
        prop_assert!(ids(&less).iter().all(|id| !id.starts_with(&of_last)));
    }
}

/// A question with the fact that it is made for.
struct Case<'a> {
    oracle: Oracle<'a>,
    table: &'a FactTable,
    question: &'a Question,
    fact: &'a Fact,
    suffix: &'a str,
}

const YEARS: std::ops::Range<i16> = 1940..1975;

impl<'a> Case<'a> {
    fn of(table: &'a FactTable, question: &'a Question) -> Self {
        let (fact, suffix) = question.id.split_once('-').expect("an id with a suffix");
        let oracle = Oracle { table };
        Self { fact: oracle.fact(fact), oracle, table, question, suffix }
    }

    fn check(&self) -> TestCaseResult {
        self.cautions()?;
        self.marks()?;
        prop_assert!(self.question.facts.iter().any(|id| *id == self.fact.id));
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
    fn speeches(&self, lists: &[&'a [Box<str>]], hidden: &[&str]) -> Vec<Speech<'a>> {
        let prompt = self.question.prompt.trim_end_matches(" Type the name.").trim_end_matches(" Type the number.");
        let prompt = prompt.trim_end_matches(" Type the year.");
        let sentences = lists.iter().flat_map(|list| list.iter());
        let fits = |template: &&Box<str>| {
            let text = self.filled(template, &self.fact.subject, self.fact.object.as_ref(), self.fact.when);
            text.as_deref() == Some(prompt)
        };
        sentences.filter(fits).map(|template| self.speech(template, hidden)).collect()
    }

    /// What a sentence tells of the fact, but for what is hidden.
    fn speech(&self, template: &str, hidden: &[&str]) -> Speech<'a> {
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

    fn told_when(&self) -> Option<When> {
        let has = |what| self.fact.cautions.contains(&Caution::AskNot(what));
        self.fact
            .when
            .filter(|_| !has(Asked::When))
            .map(|when| When { month: when.month.filter(|_| !has(Asked::Month)), ..when })
    }

    fn filled(&self, template: &str, subject: &str, object: Option<&Object>, when: Option<When>) -> Option<String> {
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

    fn with_the(&self, id: &str) -> String {
        let entity = self.oracle.entity(id);
        format!("{}{}", if entity.the { "the " } else { "" }, entity.name)
    }

    fn written(&self, object: &Object) -> String {
        match object {
            Object::Is(id) => self.with_the(id),
            Object::Amount(amount) => format!("{} {}", amount.value, amount.words),
        }
    }

    fn relation(&self) -> &'a Relation {
        self.oracle.relation(self.fact)
    }

    fn class(&self, asks_subject: bool) -> &'a str {
        let relation = self.relation();
        if asks_subject { &relation.from } else { &relation.to }
    }

    /// Whether the text names the subject or the object of the fact.
    fn is_key(&self, asks_subject: bool, text: &str) -> bool {
        let side = if asks_subject { Some(&*self.fact.subject) } else { object(self.fact) };
        side.is_some_and(|id| {
            let bare = text.strip_prefix("the ").or(text.strip_prefix("The ")).unwrap_or(text);
            names(self.oracle.entity(id)).contains(&bare.to_lowercase())
        })
    }

    fn choice(&self, correct: &str, distractors: &[Box<str>]) -> TestCaseResult {
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

    fn is_right(&self, speech: &Speech, asked: &str, text: &str) -> bool {
        match asked {
            "year" => self.fact.when.is_some_and(|when| when.year.to_string() == text),
            "object" if object(self.fact).is_none() => self.may_be_right(speech, asked, text),
            _ => self.is_key(asked == "subject", text) && self.may_be_right(speech, asked, text),
        }
    }

    fn may_be_right(&self, speech: &Speech, asked: &str, text: &str) -> bool {
        let number = || text.split(' ').next().and_then(|number| number.parse::<f64>().ok());
        match asked {
            "year" => text.parse().is_ok_and(|year| self.oracle.may_be_year(speech, year)),
            "object" if object(self.fact).is_none() => {
                number().is_some_and(|value| self.oracle.may_be_amount(speech, value))
            }
            _ => self.oracle.text_may_be_right(speech, asked == "subject", self.class(asked == "subject"), text),
        }
    }

    fn choices(&self, correct: &[Box<str>], distractors: &[Box<str>]) -> TestCaseResult {
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

    fn number(&self, value: f64) -> TestCaseResult {
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

    fn text(&self, accept: &[Box<str>]) -> TestCaseResult {
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
    fn alone(&self, speech: &Speech, asks_subject: bool) -> TestCaseResult {
        let key = if asks_subject { Some(&*self.fact.subject) } else { object(self.fact) };
        for fact in self.oracle.meant(speech) {
            let side = if asks_subject { Some(&*fact.subject) } else { object(fact) };
            let is_key = side.zip(key).is_some_and(|(side, key)| self.oracle.are_namesakes(side, key));
            prop_assert!(is_key && fact.also_right.is_empty(), "{:?} is right too", side);
        }
        Ok(())
    }

    fn statement(&self, is_true: bool) -> TestCaseResult {
        let prompt = &*self.question.prompt;
        let says = &self.relation().says;
        let is_fact = |template: &Box<str>| {
            self.filled(template, &self.fact.subject, self.fact.object.as_ref(), self.fact.when).as_deref()
                == Some(prompt)
        };
        if is_true {
            prop_assert!(says.iter().any(is_fact), "not what the table says");
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
    fn event_of(&self, item: &str) -> Option<&'a Fact> {
        let facts = self.question.facts.iter().map(|id| self.oracle.fact(id));
        facts.into_iter().find(|fact| {
            let own = Case { oracle: Oracle { table: self.table }, fact, ..*self };
            own.filled(&own.relation().event, &fact.subject, fact.object.as_ref(), fact.when).as_deref() == Some(item)
        })
    }

    fn order(&self, items: &[Box<str>]) -> TestCaseResult {
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

    fn decades(&self, groups: Vec<(&str, &[Box<str>])>) -> TestCaseResult {
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
    fn ids(&self, class: &str, name: &str) -> Vec<&'a str> {
        let all = self.table.entities.iter();
        all.filter(|(_, entity)| *entity.class == *class && *entity.name == *name).map(|(id, _)| id).collect()
    }

    fn is_so(&self, left: &str, right: &str) -> bool {
        let ids = (self.ids(self.class(true), left), self.ids(self.class(false), right));
        ids.0.iter().any(|left| {
            let speech = Speech { relation: &self.fact.relation, subject: Some(left), ..Speech::default() };
            ids.1.iter().any(|right| self.oracle.may_be_right(&speech, false, right))
        })
    }

    fn pairs(&self, pairs: &[(Box<str>, Box<str>)], extra: &[Box<str>]) -> TestCaseResult {
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

    fn groups(&self, pairs: &[(Box<str>, Box<str>)]) -> TestCaseResult {
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

    fn gaps(&self, parts: &[Part]) -> TestCaseResult {
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
        let fits = |template: &&Box<str>| {
            let text = self.filled(template, &self.fact.subject, self.fact.object.as_ref(), self.fact.when);
            text.is_some_and(|text| bare(&text) == bare(&whole))
        };
        let speeches: Vec<Speech> =
            self.relation().says.iter().filter(fits).map(|template| self.speech(template, &slots)).collect();
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

    fn cautions(&self) -> TestCaseResult {
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
    fn marks(&self) -> TestCaseResult {
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
                    prop_assert_eq!(fraction(Response::Typed(form.to_string())), 1.0);
                }
            }
            Answer::Number { value, .. } => {
                prop_assert_eq!(fraction(Response::Typed(value.to_string())), 1.0);
            }
            Answer::Cloze { text } => {
                let right = text.gaps().map(|gap| gap.right().to_owned()).collect();
                prop_assert_eq!(fraction(Response::Gaps(right)), 1.0);
            }
            Answer::Order { items } => {
                prop_assert_eq!(fraction(Response::Order((0..items.len()).collect())), 1.0);
            }
            _ => {}
        }
        Ok(())
    }
}

/// Without the articles that a gap may show or not.
fn bare(text: &str) -> String {
    text.to_lowercase().replace("the ", "")
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
