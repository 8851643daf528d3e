//! What a question claims or asks of its facts, and the sentences that meet it: a question for a year is answered with the
//! year, one on a year with what was in that year.

use crate::facts::Several;
use crate::facts::generate::answers::{filling, has_year};
use crate::facts::generate::cautions;
use crate::facts::generate::cautions::Role;
use crate::facts::generate::explain::MOST_SENTENCES;
use crate::facts::generate::explain::list;
use crate::facts::generate::index::{Knowledge, What, holds, words};
use crate::facts::generate::sentence::{Form, Sentence, Slot};
use crate::facts::generate::wording::year_in_words;

/// What the learner has read, and the fact that it is about.
#[derive(Clone, Copy)]
pub(super) struct Claim<'a, 't> {
    pub knowledge: &'a Knowledge<'t>,
    pub asker: u32,
    /// The statement, the question, or the text with its gaps filled.
    pub said: &'a str,
}

impl Claim<'_, '_> {
    /// The right answer in a sentence, with all others of the table that are as right.
    pub fn answer(&self, fact: u32, asked: Option<Slot>) -> Option<String> {
        if let Some(side) = asked
            && let Some(list) = list::whole(self, fact, side)
        {
            return Some(list.text);
        }
        let text = self.telling(fact, asked)?;
        let others = asked.and_then(|side| list::others(self, fact, side));
        Some(others.map_or_else(|| text.clone(), |others| format!("{text} {others}")))
    }

    /// Whose the object of a fact really is, for a statement that claimed it for another: the one that it is, or all of
    /// them. `None` where it is one of many, for then it would be beside the point.
    pub fn of_object(&self, fact: u32) -> Option<String> {
        match self.knowledge.way(self.knowledge.fact(fact).way).relation.subjects {
            Several::One => self.telling(fact, Some(Slot::Subject)),
            Several::All | Several::Some => {
                let list = list::whole(self, fact, Slot::Subject).map(|list| list.text);
                list.or_else(|| self.is_alone(fact).then(|| self.telling(fact, Some(Slot::Subject)))?)
            }
        }
    }

    /// Whether no other fact of the relation has its object.
    fn is_alone(&self, fact: u32) -> bool {
        let known = self.knowledge.fact(fact);
        let Some(What::Thing(object)) = known.object else { return false };
        let group = self.knowledge.thing(object).group;
        self.knowledge.by_object.get(&(known.way, group)).is_none_or(|facts| facts.len() == 1)
    }

    /// The same for several facts: one sentence for those that differ in one side alone.
    pub fn answers(&self, facts: &[u32], asked: Option<Slot>) -> Option<Vec<String>> {
        let (mut sentences, mut told): (Vec<String>, Vec<u32>) = Default::default();
        for fact in facts {
            if told.contains(fact) || sentences.len() >= MOST_SENTENCES {
                continue;
            }
            // Things that are sorted are told by the groups that they belong to.
            let side = asked.unwrap_or(Slot::Subject);
            let like = list::like_among(self.knowledge, facts, *fact, side);
            let whole = asked.and_then(|asked| list::whole(self, *fact, asked));
            if let Some(list) = whole.or_else(|| list::of(self, &like, *fact, side)) {
                told.extend(list.facts);
                sentences.push(list.text);
                continue;
            }
            match self.telling(*fact, asked) {
                Some(text) if !sentences.contains(&text) => sentences.push(text),
                None if sentences.is_empty() => return None,
                _ => continue,
            }
            if let Some(list) = list::same_of(self, &like, *fact, side) {
                told.extend(list.facts);
                sentences.push(list.text);
            }
        }
        Some(sentences)
    }

    /// A sentence that tells the fact with what was asked for, best with all that was said of its date and note too, and
    /// another than what was said.
    pub fn telling(&self, fact: u32, asked: Option<Slot>) -> Option<String> {
        let says = &self.knowledge.way(self.knowledge.fact(fact).way).says;
        let usable: Vec<(&Sentence, String)> =
            says.iter().filter_map(|sentence| Some((sentence, self.filled(fact, sentence)?))).collect();
        let tells = |sentence: &Sentence, slots: &[Slot]| slots.iter().all(|slot| sentence.tells(*slot));
        let asked_alone: Vec<Slot> = asked.into_iter().collect();
        let all = [asked_alone.clone(), self.said_of(fact)].concat();
        let find = |slots: &[Slot], may_be_said: bool| {
            let mut fit =
                usable.iter().filter(|(sentence, text)| tells(sentence, slots) && (may_be_said || !self.repeats(text)));
            fit.next().map(|(_, text)| text.clone())
        };
        let with_answer = || {
            let (_, text) = usable.first()?;
            Some(format!("{text} The right answer is {}.", self.in_words(fact, asked?)?))
        };
        find(&all, false)
            .or_else(|| find(&asked_alone, false))
            .or_else(|| find(&asked_alone, true))
            .or_else(with_answer)
    }

    /// A sentence filled from a fact, where the cautions of both facts allow it.
    pub fn filled(&self, fact: u32, sentence: &Sentence) -> Option<String> {
        cautions::sentence(self.knowledge, fact, sentence, &filling(self.knowledge, fact), Role::Tells)
    }

    /// Whether a text is what was said, articles and signs put aside.
    pub fn is_said(&self, text: &str) -> bool {
        without_articles(text) == without_articles(self.said)
    }

    /// Whether a text has all of what was said in it, word after word.
    pub fn repeats(&self, text: &str) -> bool {
        holds(&without_articles(text), &without_articles(self.said))
    }

    /// Which of the date and the note of a fact were said, so that an answer must speak of them too.
    pub fn said_of(&self, fact: u32) -> Vec<Slot> {
        let known = self.knowledge.fact(fact);
        let is_year = known.told_when.is_some_and(|when| has_year(self.said, when.year));
        let is_note = holds(&words(self.said), &words(&known.fact.note));
        [(Slot::Year, is_year), (Slot::Note, is_note)].into_iter().filter(|(_, is)| *is).map(|(slot, _)| slot).collect()
    }

    /// What was asked for, as it stands in a sentence.
    fn in_words(&self, fact: u32, asked: Slot) -> Option<String> {
        let known = self.knowledge.fact(fact);
        match (asked, &known.object) {
            (Slot::Subject, _) => Some(self.knowledge.thing(known.subject).name.written(Form::Plain)),
            (Slot::Object, Some(What::Thing(object))) => Some(self.knowledge.thing(*object).name.written(Form::Plain)),
            (Slot::Object, Some(What::Amount(_, name))) => Some(name.written(Form::Plain)),
            (Slot::Year, _) => known.told_when.map(|when| year_in_words(when.year)),
            (Slot::Object | Slot::Note, _) => None,
        }
    }
}

/// The words of a text, but for "the".
fn without_articles(text: &str) -> Vec<u64> {
    let the = words("the");
    words(text).into_iter().filter(|word| !the.contains(word)).collect()
}
