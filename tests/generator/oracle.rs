//! An independent judge of answers: it looks at every fact of a table for every answer, in the plainest way, and knows
//! nothing of how questions are made.

use torus::facts::*;

/// What a sentence speaks of: a relation, and what it tells of one fact.
#[derive(Clone, Debug, Default)]
pub struct Speech<'a> {
    pub relation: &'a str,
    pub subject: Option<&'a str>,
    pub object: Option<Object>,
    pub year: Option<i16>,
    pub month: Option<u8>,
    pub note: Option<&'a str>,
}

/// The table under judgement.
pub struct Oracle<'a> {
    pub table: &'a FactTable,
}

impl<'a> Oracle<'a> {
    pub fn entity(&self, id: &str) -> &'a Entity {
        self.table.entities.get(id).expect("an entity")
    }

    pub fn fact(&self, id: &str) -> &'a Fact {
        self.table.facts.iter().find(|fact| *fact.id == *id).expect("a fact")
    }

    pub fn relation(&self, fact: &Fact) -> &'a Relation {
        self.table.relations.get(&fact.relation).expect("a relation")
    }

    /// Whether two entities share a name, or share one with a third that both share one with.
    pub fn are_namesakes(&self, one: &str, other: &str) -> bool {
        let mut seen = vec![one.to_owned()];
        let mut next = 0;
        while let Some(at) = seen.get(next).cloned() {
            next += 1;
            for (id, entity) in self.table.entities.iter() {
                let shares = names(self.entity(&at)).iter().any(|name| names(entity).contains(name));
                if shares && !seen.iter().any(|known| known == id) {
                    seen.push(id.to_owned());
                }
            }
        }
        seen.iter().any(|known| known == other)
    }

    /// Whether `part` is, by whatever name, part of `whole`.
    pub fn is_within(&self, part: &str, whole: &str) -> bool {
        let mut seen = vec![part.to_owned()];
        let mut next = 0;
        while let Some(at) = seen.get(next).cloned() {
            next += 1;
            for upper in &self.entity(&at).within {
                if !seen.iter().any(|known| **known == **upper) {
                    seen.push(upper.to_string());
                }
            }
        }
        seen.iter().any(|upper| self.are_namesakes(upper, whole))
    }

    /// The facts that the speech may mean.
    pub fn meant(&self, speech: &Speech) -> Vec<&'a Fact> {
        let is_meant = |fact: &&Fact| {
            let is_object = match (&speech.object, &fact.object) {
                (None, _) => true,
                (Some(Object::Is(told)), Some(Object::Is(own))) => self.are_namesakes(told, own),
                (Some(Object::Amount(told)), Some(Object::Amount(own))) => are_one(told, own),
                _ => false,
            };
            let is_year = speech.year.is_none_or(|year| fact.when.is_none_or(|when| when.year == year));
            let own_month = fact.when.and_then(|when| when.month);
            let is_month = speech.month.is_none_or(|month| own_month.is_none_or(|own| own == month));
            *fact.relation == *speech.relation
                && speech.subject.is_none_or(|subject| self.are_namesakes(subject, &fact.subject))
                && is_object
                && is_year
                && is_month
                && speech.note.is_none_or(|note| fact.note.is_empty() || *fact.note == *note)
        };
        self.table.facts.iter().filter(is_meant).collect()
    }

    /// Whether an entity could be right on a side of a fact that the speech may mean: named, part, whole, or said to be.
    pub fn may_be_right(&self, speech: &Speech, asks_subject: bool, id: &str) -> bool {
        let is_part = |one: &str| self.is_within(one, id) || self.is_within(id, one);
        let meant = self.meant(speech);
        let relation = self.table.relations.get(speech.relation).expect("a relation");
        let several = if asks_subject { relation.subjects } else { relation.objects };
        let is_named_wrong = meant.iter().any(|fact| fact.wrong.iter().any(|wrong| self.are_namesakes(wrong, id)));
        let is_open = several == Several::Some && !is_named_wrong && !self.has_other_partner(speech, asks_subject, id);
        is_open
            || meant.iter().any(|fact| {
                let side = if asks_subject { Some(&*fact.subject) } else { object(fact) };
                side.is_some_and(is_part) || fact.also_right.iter().any(|also| is_part(also))
            })
    }

    /// Whether all that the entity is told to be joined to, in the sense of the speech, is something else, and the table
    /// holds all of that.
    fn has_other_partner(&self, speech: &Speech, asks_subject: bool, id: &str) -> bool {
        let relation = self.table.relations.get(speech.relation).expect("a relation");
        let several = if asks_subject { relation.objects } else { relation.subjects };
        let reverse = match asks_subject {
            true => Speech { subject: Some(id), object: None, ..speech.clone() },
            false => Speech { subject: None, object: Some(Object::Is(id.into())), ..speech.clone() },
        };
        let is_sure = |fact: &Fact| {
            let is_year = speech.year.is_none_or(|year| fact.when.is_some_and(|when| when.year == year));
            let is_month = speech.month.is_none() || fact.when.and_then(|when| when.month) == speech.month;
            is_year && is_month && speech.note.is_none_or(|note| note == &*fact.note)
        };
        let meant = self.meant(&reverse);
        let is_closed = match several {
            Several::Some => false,
            Several::All => true,
            Several::One => meant.iter().any(|fact| is_sure(fact)),
        };
        let is_kin = |one: &str, other: &str| self.is_within(one, other) || self.is_within(other, one);
        let is_partner = |fact: &Fact| match (asks_subject, &speech.object) {
            (false, _) => speech.subject.is_some_and(|partner| {
                is_kin(&fact.subject, partner) || fact.also_right.iter().any(|also| is_kin(also, partner))
            }),
            (true, Some(Object::Is(partner))) => {
                object(fact).is_some_and(|own| is_kin(own, partner))
                    || fact.also_right.iter().any(|also| is_kin(also, partner))
            }
            (true, Some(Object::Amount(told))) => match &fact.object {
                Some(Object::Amount(own)) => are_one(told, own),
                _ => true,
            },
            (true, None) => true,
        };
        let tells_partner = if asks_subject { speech.object.is_some() } else { speech.subject.is_some() };
        is_closed && tells_partner && !meant.iter().any(|fact| is_partner(fact))
    }

    /// Whether a text is a name, in any of its forms, of something of that class that may be right.
    pub fn text_may_be_right(&self, speech: &Speech, asks_subject: bool, class: &str, text: &str) -> bool {
        let bare = text.strip_prefix("the ").or(text.strip_prefix("The ")).unwrap_or(text);
        let mut of_name = self.table.entities.iter().filter(|(_, entity)| {
            *entity.class == *class && names(entity).iter().any(|name| *name == bare.to_lowercase())
        });
        of_name.any(|(id, _)| self.may_be_right(speech, asks_subject, id))
    }

    /// Whether the table allows that what the speech means was in that year.
    pub fn may_be_year(&self, speech: &Speech, year: i16) -> bool {
        self.meant(speech).iter().any(|fact| fact.when.is_none_or(|when| when.year == year))
    }

    /// Whether the table allows that number.
    pub fn may_be_amount(&self, speech: &Speech, value: f64) -> bool {
        self.meant(speech).iter().any(|fact| match &fact.object {
            Some(Object::Amount(own)) => (own.value - value).abs() <= own.tolerance,
            _ => false,
        })
    }
}

/// All names of an entity in small letters.
pub fn names(entity: &Entity) -> Vec<String> {
    std::iter::once(&entity.name).chain(&entity.also).map(|name| name.to_lowercase()).collect()
}

/// The id of the thing that is the object.
pub fn object(fact: &Fact) -> Option<&str> {
    match &fact.object {
        Some(Object::Is(id)) => Some(id),
        _ => None,
    }
}

fn are_one(one: &Quantity, other: &Quantity) -> bool {
    (one.value - other.value).abs() <= one.tolerance.max(other.tolerance)
}
