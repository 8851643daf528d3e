//! The questions that a report leaves out, as they were named. Measures nothing.

use crate::class::{Class, denominator};
use crate::cli::Failure;
use crate::report::class::LeftOut;
use crate::syntax::did_you_mean::nearest;
use std::collections::BTreeSet;

/// What was left out, and both denominators; `None` where nothing was.
///
/// # Errors
/// Where no question has that id, or several have.
pub(super) fn left_out(names: &[String], class: &Class) -> Result<Option<LeftOut>, Failure> {
    if names.is_empty() {
        return Ok(None);
    }
    let places: BTreeSet<u32> = names.iter().map(|name| place(name, class)).collect::<Result<_, _>>()?;
    Ok(Some(LeftOut {
        with: denominator(class, &BTreeSet::new()),
        without: denominator(class, &places),
        questions: places.into_iter().collect(),
    }))
}

fn place(name: &str, class: &Class) -> Result<u32, Failure> {
    let whole = |place: usize| format!("{}/{}", class.questions[place].bank, class.questions[place].id);
    let is_it = |place: &usize| *class.questions[*place].id == *name || whole(*place) == name;
    let found: Vec<usize> = (0..class.questions.len()).filter(is_it).collect();
    match found[..] {
        [place] => Ok(place as u32),
        [] => {
            let known = class.questions.iter().map(|question| &*question.id);
            let nearest = nearest(name, known).map(|id| id.to_string());
            Err(Failure::QuestionInNoTable { id: name.to_owned(), nearest })
        }
        _ => {
            let names = found.into_iter().map(whole).collect();
            Err(Failure::SeveralQuestions { id: name.to_owned(), names })
        }
    }
}
