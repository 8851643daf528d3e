//! What can be wrong with entities: two of one name, one that is part of itself. Changes nothing.

use crate::bank::wording::alike::folded;
use crate::facts::Entity;
use crate::facts::check::Check;
use crate::facts::problem::TableProblem;
use crate::facts::read::places::Subject;
use crate::facts::table::part::Part;
use crate::syntax::path::Step;
use std::collections::{HashMap, HashSet};

impl<'a> Check<'a> {
    /// Checks every entity.
    pub(crate) fn entities(&mut self) {
        let mut ids = HashSet::new();
        let mut named: HashMap<(&str, String), (&str, bool)> = HashMap::new();
        for (index, (id, entity)) in self.table.entities.iter().enumerate() {
            self.subject = Subject::Part(Part::Entity, index);
            self.id(&[], id, &mut ids);
            self.blank("name", &entity.name);
            self.blanks("also", "other name", &entity.also);
            self.class_is_there("class", &entity.class);
            if !matches!(&*entity.article, "" | "a" | "an") {
                let article = entity.article.clone();
                self.add([Step::Field("article")], TableProblem::BadArticle { article });
            }
            for (at, inside) in entity.within.iter().enumerate() {
                self.entity([Step::Field("within"), Step::Item(at)], inside);
            }
            self.names(id, entity, &mut named);
        }
        self.circles();
    }

    /// Notes names that an earlier entity of the class has: `named` tells whose they are, and whether as the name itself.
    fn names(&mut self, id: &'a str, entity: &'a Entity, named: &mut HashMap<(&'a str, String), (&'a str, bool)>) {
        let also = entity.also.iter().enumerate();
        let also = also.map(|(at, name)| (name, false, vec![Step::Field("also"), Step::Item(at)]));
        for (name, is_main, path) in std::iter::once((&entity.name, true, vec![Step::Field("name")])).chain(also) {
            if name.trim().is_empty() {
                continue;
            }
            match named.get(&(&*entity.class, folded(name))) {
                Some((other, _)) if *other == id => {}
                Some((other, other_is_main)) => {
                    let (name, other) = (name.clone(), Box::from(*other));
                    let problem = match is_main && *other_is_main {
                        true => TableProblem::SameName { name, other },
                        false => TableProblem::SharedName { name, other },
                    };
                    self.add(path, problem);
                }
                None => {
                    named.insert((&entity.class, folded(name)), (id, is_main));
                }
            }
        }
    }

    /// Notes, once each, the circles in which entities are within each other.
    fn circles(&mut self) {
        let index_of: HashMap<&str, usize> = self.table.entities.iter().map(|(id, _)| id).zip(0..).collect();
        let entities = &self.table.entities.0;
        let mut states = vec![State::New; entities.len()];
        for start in 0..entities.len() {
            if states[start] != State::New {
                continue;
            }
            // Entity, and the next of what it is within to look at.
            let mut way = vec![(start, 0)];
            states[start] = State::OnTheWay;
            while let Some((index, next)) = way.last_mut() {
                let Some(inside) = entities[*index].1.within.get(*next) else {
                    states[*index] = State::Done;
                    way.pop();
                    continue;
                };
                let (from, step) = (*index, *next);
                *next += 1;
                let Some(inside) = index_of.get(&**inside) else { continue };
                match states[*inside] {
                    State::New => {
                        states[*inside] = State::OnTheWay;
                        way.push((*inside, 0));
                    }
                    State::OnTheWay => {
                        let from_there = way.iter().skip_while(|(on_way, _)| on_way != inside);
                        let by = from_there.take(MOST_TOLD).map(|(on_way, _)| entities[*on_way].0.clone()).collect();
                        self.subject = Subject::Part(Part::Entity, from);
                        let entity = entities[*inside].0.clone();
                        let problem = TableProblem::WithinItself { entity, by };
                        self.add([Step::Field("within"), Step::Item(step)], problem);
                    }
                    State::Done => {}
                }
            }
        }
    }
}

/// Of a long circle, so many entities are named.
const MOST_TOLD: usize = 5;

/// How far the search for circles has come with an entity.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    OnTheWay,
    Done,
}
