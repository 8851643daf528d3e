//! What every kind of question is made with: the sentences that a fact allows, and the parts that all questions share.
//! Chooses no answer.

use crate::bank::judge;
use crate::bank::lints::{is_same_root, is_telling};
use crate::bank::model::cloze::Part;
use crate::bank::wording::alike::folded;
use crate::bank::{Answer, Bank, Cite, Cites, Kind, Question};
use crate::facts::generate::answers::{Proofs, Told, filling, has_year, names};
use crate::facts::generate::cautions;
use crate::facts::generate::cautions::Role;
use crate::facts::generate::explain;
use crate::facts::generate::hints;
use crate::facts::generate::index::{Knowledge, Known, What, holds, words};
use crate::facts::generate::numeric_distractors::Spread;
use crate::facts::generate::report::Ask;
use crate::facts::generate::sentence::{Sentence, Slot};
use crate::facts::generate::stable_hash;
use crate::facts::generate::wording;
use crate::facts::{Asked, Caution, When};
use std::cell::{Cell, RefCell};

/// Makes questions from one table.
pub(crate) struct Builder<'w, 't> {
    pub knowledge: &'w Knowledge<'t>,
    pub proofs: Proofs<'w, 't>,
    /// Why a question that was tried last was not good enough.
    pub last_refusal: RefCell<Option<Refusal>>,
    /// Questions that were tried, good enough or not.
    pub tried: Cell<usize>,
    /// A bank of one question at a time, to try it.
    trial: RefCell<Bank>,
}

/// Why a question is not good enough.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Refusal {
    /// It breaks this.
    Caution(Caution),
    /// The check would find a fault of this code.
    Flaw(&'static str),
}

/// A sentence that asks for a part of a fact.
pub(crate) struct Stem<'w> {
    pub sentence: &'w Sentence,
    pub text: String,
    /// The words of the text.
    pub words: Vec<u64>,
    /// What it tells.
    pub told: Told,
}

/// A question in the making.
pub(crate) struct Proposal {
    pub question: Question,
    /// The facts that it stands on, the one that it is made for first.
    pub facts: Vec<u32>,
    /// What gives it away, wherever it is told together with one of `given`.
    pub keys: Vec<u64>,
    /// What it tells itself.
    pub given: Vec<u64>,
    /// The numbers that can stand around its key.
    pub spread: Option<Spread>,
    /// The same statement, true for false and false for true.
    pub twin: Option<Box<Question>>,
    /// What the false statement of the two claims, whatever its words.
    pub untrue: Option<u64>,
    /// The one part of one fact that it asks for.
    pub asks: Option<Slot>,
    /// The field of the relation that it comes of.
    pub ask: Ask,
}

impl<'w, 't> Builder<'w, 't> {
    pub fn new(knowledge: &'w Knowledge<'t>) -> Self {
        let trial = Bank {
            id: "trial".into(),
            title: "Trial".into(),
            language: knowledge.table.language.clone(),
            ..Bank::default()
        };
        Self {
            knowledge,
            proofs: Proofs::new(knowledge),
            last_refusal: RefCell::default(),
            tried: Cell::default(),
            trial: RefCell::new(trial),
        }
    }

    /// Whether questions of that kind are made from the fact.
    pub fn makes(&self, fact: u32, kind: Kind) -> bool {
        self.knowledge.way(self.knowledge.fact(fact).way).relation.makes(kind)
    }

    /// The sentences of a list that may ask for that part of the fact, beginning with the one at `start`.
    pub fn stems(&self, fact: u32, list: &'w [Sentence], asked: Slot, start: usize) -> Vec<Stem<'w>> {
        if list.is_empty() || !cautions::may_ask(self.knowledge, fact, asked) {
            return Vec::new();
        }
        let rotated = (0..list.len()).map(|step| &list[(start + step) % list.len()]);
        let usable = rotated.filter(|sentence| !sentence.tells(asked));
        usable.filter_map(|sentence| self.stem(fact, sentence, asked)).collect()
    }

    fn stem(&self, fact: u32, sentence: &'w Sentence, asked: Slot) -> Option<Stem<'w>> {
        let role = Role::Asks(Some(asked));
        let text = cautions::sentence(self.knowledge, fact, sentence, &filling(self.knowledge, fact), role)?;
        let words = words(&text);
        let told = Told::by(self.knowledge, sentence, fact, Some(asked));
        (!self.gives_away(fact, asked, &text, &words)).then_some(Stem { sentence, text, words, told })
    }

    /// Whether a text has a word, in whatever form, that of all things of its class few but this one have in their names.
    pub fn hints_at(&self, text: &str, thing: u32) -> bool {
        let own = &self.knowledge.marks.known(thing).words;
        let name = words_of(&self.knowledge.thing(thing).name.bare);
        let telling: Vec<&String> =
            name.iter().filter(|word| own.binary_search(&stable_hash::of(&[word])).is_ok()).collect();
        !telling.is_empty() && words_of(text).iter().any(|word| telling.iter().any(|own| is_same_root(word, own)))
    }

    /// Whether a text names what is asked for.
    pub fn gives_away(&self, fact: u32, asked: Slot, text: &str, text_words: &[u64]) -> bool {
        let known = self.knowledge.fact(fact);
        match (asked, &known.object) {
            (Slot::Subject, _) => names(self.knowledge, text_words, known.subject),
            (Slot::Object, Some(What::Thing(object))) => names(self.knowledge, text_words, *object),
            (Slot::Object, Some(What::Amount(amount, _))) => holds(text_words, &words(&wording::grouped(amount.value))),
            (Slot::Year, _) => known.fact.when.is_some_and(|when| has_year(text, when.year)),
            (Slot::Object | Slot::Note, _) => false,
        }
    }

    /// A question on facts, the one that it is made for first, with all that does not hang on its kind. `None` where its
    /// answer cannot be explained.
    pub fn question(
        &self,
        facts: &[u32],
        suffix: &str,
        asked: Option<Slot>,
        prompt: String,
        answer: Answer,
    ) -> Option<Question> {
        let known = self.knowledge.fact(*facts.first()?);
        let explanation = explain::explanation(self.knowledge, facts, asked, &said(&prompt, &answer), &answer)?;
        let hint = self.hint(facts, asked, &prompt, &answer);
        Some(Question {
            id: format!("{}-{suffix}", known.slug).into(),
            topic: self.topic(facts),
            prompt: prompt.into(),
            explanation: explanation.into(),
            hints: hint.map(Into::into).into_iter().collect(),
            cite: self.cites(facts),
            facts: facts.iter().map(|fact| self.knowledge.fact(*fact).fact.id.clone()).collect(),
            ..Question::of(answer)
        })
    }

    /// A hint for a question on one fact. Of a statement, it would tell nothing, or whether it is true.
    fn hint(&self, facts: &[u32], asked: Option<Slot>, prompt: &str, answer: &Answer) -> Option<&'t str> {
        let ([fact], Some(asked)) = (facts, asked) else { return None };
        let is_statement = matches!(answer, Answer::TrueFalse(_));
        (!is_statement).then(|| hints::hint(self, *fact, asked, prompt, answer))?
    }

    /// The topic of the facts: what their paths have in common, or else the first one's.
    fn topic(&self, facts: &[u32]) -> Box<str> {
        let topic = |fact: &u32| &*self.knowledge.fact(*fact).fact.topic;
        let first = facts.first().map_or("", topic);
        let mut common = first;
        for other in facts.iter().map(topic) {
            while !common.is_empty() && !is_below(other, common) {
                common = common.rsplit_once('/').map_or("", |(upper, _)| upper);
            }
        }
        if common.is_empty() { first.into() } else { common.into() }
    }

    fn cites(&self, facts: &[u32]) -> Cites {
        let mut cites: Vec<Cite> = Vec::new();
        for known in facts.iter().map(|fact| self.knowledge.fact(*fact)) {
            let source = &known.fact.source;
            if source.trim().is_empty() {
                continue;
            }
            let none = [Box::default()];
            let places = if known.fact.places.is_empty() { &none[..] } else { &known.fact.places };
            for place in places {
                let cite = Cite { source: source.clone(), place: place.clone() };
                if !cites.contains(&cite) {
                    cites.push(cite);
                }
            }
        }
        Cites(cites.into())
    }

    /// The question, if the check finds nothing wrong with it by itself and it heeds every caution of its facts.
    pub fn approved(&self, question: Question, facts: &[u32]) -> Option<Question> {
        self.tried.set(self.tried.get() + 1);
        if let Some(caution) = cautions::broken(self.knowledge, &question, facts) {
            self.last_refusal.replace(Some(Refusal::Caution(caution.clone())));
            return None;
        }
        let mut trial = self.trial.borrow_mut();
        let cite = question.cite.clone();
        trial.questions.clear();
        trial.questions.push(Question { cite: Cites::default(), ..question });
        let found = judge(&trial).into_iter().next();
        let is_sound = found.is_none();
        if let Some((_, problem)) = found {
            self.last_refusal.replace(Some(Refusal::Flaw(problem.code())));
        }
        trial.questions.pop().filter(|_| is_sound).map(|question| Question { cite, ..question })
    }

    /// What stands for a part of the fact when questions are kept apart.
    pub fn token(&self, fact: u32, slot: Slot) -> Option<u64> {
        let known = self.knowledge.fact(fact);
        match (slot, &known.object) {
            (Slot::Subject, _) => Some(self.thing_token(known.subject)),
            (Slot::Object, Some(What::Thing(object))) => Some(self.thing_token(*object)),
            (Slot::Object, Some(What::Amount(amount, _))) => Some(number_token(&wording::grouped(amount.value))),
            (Slot::Year, _) => known.fact.when.map(|when| number_token(&When::era_year(when.year).0.to_string())),
            (Slot::Object | Slot::Note, _) => None,
        }
    }

    pub fn thing_token(&self, thing: u32) -> u64 {
        stable_hash::of(&["thing", &self.knowledge.thing(thing).group.to_string()])
    }

    /// What the fact is found by beside `asked`: its subject and its object.
    pub fn given(&self, fact: u32, asked: Slot) -> Vec<u64> {
        let slots = [Slot::Subject, Slot::Object].into_iter().filter(|slot| *slot != asked);
        slots.filter_map(|slot| self.token(fact, slot)).collect()
    }

    /// Whether a number may be typed for the fact's object.
    pub fn types_numbers(&self, fact: u32) -> bool {
        self.knowledge.may_ask(fact, Asked::Number)
    }

    pub fn known(&self, fact: u32) -> &'w Known<'t> {
        &self.knowledge.facts[fact as usize]
    }
}

/// The words of a text in small letters.
fn words_of(text: &str) -> Vec<String> {
    let pieces = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    pieces.map(folded).filter(|word| is_telling(word)).collect()
}

/// What a learner has read of the fact when the answer is told: the prompt, or a text with its gaps filled.
fn said(prompt: &str, answer: &Answer) -> String {
    let Answer::Cloze { text } = answer else { return prompt.to_owned() };
    let parts = text.parts().iter().map(|part| match part {
        Part::Words(words) => &**words,
        Part::Gap(gap) => gap.right(),
    });
    parts.collect()
}

/// What stands for a number wherever it is told, whatever its sign.
pub(crate) fn number_token(digits: &str) -> u64 {
    stable_hash::of(&["number", digits.trim_start_matches(|sign: char| !sign.is_ascii_digit())])
}

/// Whether `topic` is `upper` or lies below it.
pub(crate) fn is_below(topic: &str, upper: &str) -> bool {
    topic.strip_prefix(upper).is_some_and(|rest| upper.is_empty() || rest.is_empty() || rest.starts_with('/'))
}

impl Proposal {
    /// A proposal on one fact that asks for one of its parts.
    pub fn of_part(builder: &Builder, question: Question, fact: u32, asked: Slot) -> Self {
        let keys = builder.token(fact, asked).into_iter().collect();
        Self {
            question,
            facts: vec![fact],
            keys,
            given: builder.given(fact, asked),
            spread: None,
            twin: None,
            untrue: None,
            asks: Some(asked),
            ask: Ask::of_part(asked),
        }
    }
}

/// A share of difficulty, to the nearest twentieth.
pub(crate) fn difficulty(share: f32) -> Option<f32> {
    const STEPS: f32 = 20.0;
    Some((share.clamp(0.0, 1.0) * STEPS).round() / STEPS)
}
