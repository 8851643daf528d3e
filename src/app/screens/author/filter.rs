//! Which questions of a bank the list shows while it is written. Shows none.

use crate::app::state::author::Author;
use crate::author::Placed;
use crate::bank::{Kind, Survey};

/// Which questions the list shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Filter {
    pub words: String,
    pub kind: Option<Kind>,
    pub only_problems: bool,
}

/// The rows that the filter leaves, and for what they were found.
#[derive(Debug, Default)]
pub(super) struct Shown {
    pub places: Vec<usize>,
    asked: Option<(u64, Option<u64>, Filter)>,
}

impl Shown {
    pub fn follow(&mut self, author: &Author, filter: &Filter) {
        let checked = author.check.as_ref().filter(|_| filter.only_problems).map(|check| check.version);
        let asked = (author.version, checked, filter.clone());
        if self.asked.as_ref() == Some(&asked) {
            return;
        }
        let words = filter.words.trim().to_lowercase();
        let survey = author.check.as_ref().map(|check| &*check.survey);
        let questions = author.document.questions().iter().enumerate();
        let is_shown = |(place, placed): &(usize, &Placed)| {
            (words.is_empty() || said(placed).to_lowercase().contains(&words))
                && filter.kind.is_none_or(|kind| placed.question.as_ref().is_some_and(|own| own.kind() == kind))
                && (!filter.only_problems || has_problem(survey, *place))
        };
        self.places = questions.filter(is_shown).map(|(place, _)| place).collect();
        self.asked = Some(asked);
    }
}

fn said(placed: &Placed) -> String {
    let question = placed.question.as_ref();
    question.map_or_else(|| placed.id.to_string(), |question| format!("{} {}", question.prompt, question.topic))
}

fn has_problem(survey: Option<&Survey>, place: usize) -> bool {
    survey.is_none_or(|survey| survey.questions.get(place).is_some_and(|question| question.worst.is_some()))
}
