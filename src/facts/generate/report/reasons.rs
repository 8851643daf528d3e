//! Finds why an ask made no question of a fact: by trying its sentences and its answers once more. Makes no question.

use crate::bank::Kind;
use crate::facts::generate::answers::filling;
use crate::facts::generate::builder::{Builder, Refusal, Stem};
use crate::facts::generate::cautions;
use crate::facts::generate::cautions::Role;
use crate::facts::generate::distractors;
use crate::facts::generate::distractors::Wanted;
use crate::facts::generate::index::{What, words};
use crate::facts::generate::kinds;
use crate::facts::generate::nearness::ENOUGH;
use crate::facts::generate::numeric_distractors;
use crate::facts::generate::numeric_distractors::{Amounts, Years};
use crate::facts::generate::report::{Ask, Reason};
use crate::facts::generate::sentence::{Sentence, Slot};
use crate::facts::{Asked, Caution};

/// What questions are made with.
pub(crate) struct Maker<'a, 'w, 't> {
    pub builder: &'a Builder<'w, 't>,
    pub years: &'a Years,
    pub amounts: &'a Amounts,
}

impl<'w> Maker<'_, 'w, '_> {
    /// Why the ask made no question of the fact.
    pub fn reason(&self, fact: u32, ask: Ask) -> Reason {
        let way = self.builder.knowledge.way(self.builder.known(fact).way);
        match ask {
            Ask::Object => self.of_part(fact, Slot::Object, &way.asks_object),
            Ask::Subject => self.of_part(fact, Slot::Subject, &way.asks_subject),
            Ask::Year => self.of_part(fact, Slot::Year, &way.asks_year),
            Ask::Objects => self.of_several(fact, Slot::Object, &way.asks_objects),
            Ask::Subjects => self.of_several(fact, Slot::Subject, &way.asks_subjects),
            Ask::Pairs => self.of_set(fact, Kind::Match),
            Ask::Groups => self.of_set(fact, Kind::Categorise),
            Ask::Event => self.of_event(fact),
            Ask::Gaps => self.of_gaps(fact),
            Ask::Statements => self.of_statement(fact),
        }
    }

    fn of_part(&self, fact: u32, asked: Slot, sentences: &'w [Sentence]) -> Reason {
        let builder = self.builder;
        let typed = if asked == Slot::Year { Kind::Number } else { Kind::Text };
        if let Some(reason) = self.without(fact, &[Kind::Choice, typed]).or_else(|| self.closed(fact, asked)) {
            return reason;
        }
        let stems = builder.stems(fact, sentences, asked, 0);
        let Some(stem) = stems.first() else { return self.of_sentences(fact, sentences, Some(asked)) };
        let rights = builder.proofs.rights(stem.told, asked);
        let key = match (asked, &builder.known(fact).object) {
            (Slot::Subject, _) => Some(builder.known(fact).subject),
            (Slot::Object, Some(What::Thing(object))) => Some(*object),
            _ => None,
        };
        let numbers = || match asked {
            Slot::Year => numeric_distractors::years(builder, self.years, fact, stem, &rights),
            _ => numeric_distractors::amounts(builder, self.amounts, fact, stem, &rights),
        };
        match key {
            Some(key) => match self.too_few(fact, asked, key, stem) {
                Some(reason) => reason,
                None => self.refusal(fact),
            },
            None if asked == Slot::Year && (rights.years.len() > 1 || rights.has_open_year) => Reason::SeveralRight,
            None if numbers().is_none() => Reason::TooFewNumbers,
            None => self.refusal(fact),
        }
    }

    /// Whether wrong answers are too few, and in which respect.
    fn too_few(&self, fact: u32, asked: Slot, key: u32, stem: &Stem) -> Option<Reason> {
        let rights = self.builder.proofs.rights(stem.told, asked);
        let counts = distractors::counts(self.builder, &Wanted { fact, asked, stem, rights: &rights, key });
        if counts.proven < ENOUGH {
            return Some(Reason::TooFewProven { others: counts.others, proven: counts.proven });
        }
        (counts.near < ENOUGH).then_some(Reason::TooFewNear { proven: counts.proven, near: counts.near })
    }

    fn of_several(&self, fact: u32, asked: Slot, sentences: &'w [Sentence]) -> Reason {
        if let Some(reason) = self.without(fact, &[Kind::Choices]).or_else(|| self.closed(fact, asked)) {
            return reason;
        }
        let stems = self.builder.stems(fact, sentences, asked, 0);
        let Some(stem) = stems.first() else { return self.of_sentences(fact, sentences, Some(asked)) };
        let rights = self.builder.proofs.rights(stem.told, asked);
        match &rights.things[..] {
            [] | [_] => Reason::OneRight,
            [key, ..] => self.too_few(fact, asked, *key, stem).unwrap_or(Reason::AskedOtherwise),
        }
    }

    fn of_set(&self, fact: u32, kind: Kind) -> Reason {
        let closed = || [Slot::Subject, Slot::Object].into_iter().find_map(|slot| self.closed(fact, slot));
        self.without(fact, &[kind]).or_else(closed).unwrap_or(Reason::NoSet)
    }

    fn of_event(&self, fact: u32) -> Reason {
        let closed = || self.closed(fact, Slot::Year);
        self.without(fact, &[Kind::Order, Kind::Categorise]).or_else(closed).unwrap_or(Reason::NoSet)
    }

    fn of_gaps(&self, fact: u32) -> Reason {
        if let Some(reason) = self.without(fact, &[Kind::Cloze]) {
            return reason;
        }
        let way = self.builder.knowledge.way(self.builder.known(fact).way);
        let usable = way.says.iter().any(|sentence| self.of_sentence(fact, sentence, None).is_none());
        // What one gap could ask for, a choice asks for, and no sentence bears two.
        if usable { Reason::AskedOtherwise } else { self.of_sentences(fact, &way.says, None) }
    }

    fn of_statement(&self, fact: u32) -> Reason {
        let way = self.builder.knowledge.way(self.builder.known(fact).way);
        let usable = way.says.iter().any(|sentence| self.of_sentence(fact, sentence, None).is_none());
        let closed = || [Slot::Subject, Slot::Object, Slot::Year].into_iter().find_map(|slot| self.hidden(fact, slot));
        match self.without(fact, &[Kind::TrueFalse]) {
            Some(reason) => reason,
            None if !usable => self.of_sentences(fact, &way.says, None),
            None => closed().unwrap_or_else(|| self.refusal(fact)),
        }
    }

    /// Where `without` names all these kinds.
    fn without(&self, fact: u32, kinds: &[Kind]) -> Option<Reason> {
        let is_made = kinds.iter().any(|kind| self.builder.makes(fact, *kind));
        (!is_made).then(|| Reason::Without { kinds: kinds.to_vec() })
    }

    /// Where the part is not there, or may not be asked for.
    fn closed(&self, fact: u32, asked: Slot) -> Option<Reason> {
        let known = self.builder.known(fact);
        match asked {
            Slot::Object if known.object.is_none() => Some(Reason::NoObject),
            Slot::Year if known.fact.when.is_none() => Some(Reason::NoDate),
            _ => self.hidden(fact, asked),
        }
    }

    /// The caution that forbids to ask for the part.
    fn hidden(&self, fact: u32, asked: Slot) -> Option<Reason> {
        let part = match asked {
            Slot::Subject => Asked::Subject,
            Slot::Object => Asked::Object,
            Slot::Year | Slot::Note => Asked::When,
        };
        let mut cautions = self.builder.knowledge.cautions(fact);
        let found = cautions.find(|caution| matches!(caution, Caution::AskNot(kept) if *kept == part));
        found.map(|caution| Reason::Forbidden { caution: caution.clone() })
    }

    /// Why none of the sentences can be used: the first one's reason.
    fn of_sentences(&self, fact: u32, sentences: &[Sentence], asked: Option<Slot>) -> Reason {
        sentences.iter().find_map(|sentence| self.of_sentence(fact, sentence, asked)).unwrap_or(Reason::GivesAway)
    }

    fn of_sentence(&self, fact: u32, sentence: &Sentence, asked: Option<Slot>) -> Option<Reason> {
        let (builder, known) = (self.builder, self.builder.known(fact));
        let Some(text) = sentence.written(&filling(builder.knowledge, fact)) else {
            return Some(match () {
                () if sentence.tells(Slot::Year) && known.fact.when.is_none() => Reason::NoDate,
                () if sentence.tells(Slot::Year) && known.told_when.is_none() => match self.hidden(fact, Slot::Year) {
                    Some(Reason::Forbidden { caution }) => Reason::HiddenDate { caution },
                    _ => Reason::NoDate,
                },
                () if sentence.tells(Slot::Note) && known.fact.note.trim().is_empty() => Reason::NoNote,
                () => Reason::NoObject,
            });
        };
        if let Some(caution) = cautions::forbidding(builder.knowledge, fact, &text, Role::Asks(asked)) {
            return Some(Reason::Forbidden { caution: caution.clone() });
        }
        let gives_away = asked.is_some_and(|asked| builder.gives_away(fact, asked, &text, &words(&text)));
        gives_away.then_some(Reason::GivesAway)
    }

    /// What stood against the last question that was tried.
    fn refusal(&self, fact: u32) -> Reason {
        self.builder.last_refusal.take();
        kinds::choice::proposals(self.builder, self.years, self.amounts, fact);
        if self.builder.last_refusal.borrow().is_none() {
            kinds::true_false::proposal(self.builder, self.years, self.amounts, fact);
        }
        match self.builder.last_refusal.take() {
            Some(Refusal::Caution(caution)) => Reason::Forbidden { caution },
            Some(Refusal::Flaw(code)) => Reason::Flaw { code: code.into() },
            None => Reason::SeveralRight,
        }
    }
}
