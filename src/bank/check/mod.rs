//! Finds what keeps a question, a quiz or a bank from being asked. Never changes a bank, and gives no advice on style.

pub mod explain;
pub(crate) mod findings;
pub mod judge;
#[cfg(test)]
mod kinds_tests;
pub mod part;
pub mod problem;
mod same;
#[cfg(test)]
mod tests;
pub(crate) mod texts;
pub(crate) mod words;

use crate::bank::model::picture;
use crate::bank::{AnyPicture, Bank, PictureFinder, Problem, Question, Quiz};
use crate::syntax::did_you_mean::nearest;
use crate::syntax::path::Step;
use crate::text::{Suspect, suspects};
pub(crate) use findings::{Finding, Findings, Subject, in_answer};
pub use part::{Allowed, TextPart};
use std::collections::HashSet;

/// What is wrong with the bank's own fields.
pub(crate) fn head(bank: &Bank) -> Vec<Finding> {
    let mut findings = Findings::new(&AnyPicture);
    findings.blank("id", TextPart::Id, &bank.id);
    findings.blank("title", TextPart::Title, &bank.title);
    findings.found
}

/// What is wrong with the questions.
pub(crate) fn questions(bank: &Bank, finder: &dyn PictureFinder) -> Vec<Finding> {
    let sources: HashSet<&str> = bank.sources.iter().map(|(key, _)| key).collect();
    let mut ids = HashSet::with_capacity(bank.questions.len());
    let mut findings = Findings::new(finder);
    for (index, question) in bank.questions.iter().enumerate() {
        findings.subject = Subject::Question(index);
        findings.id(&question.id, &mut ids);
        findings.blank("prompt", TextPart::Prompt, &question.prompt);
        question.answer.with_kind(|kind| kind.check(question, &mut findings));
        findings.same_options(question, &bank.language);
        findings.numbers(question);
        findings.cites(question, &sources, bank);
        findings.texts(question);
    }
    findings.found
}

/// What is wrong with the ready-made plans.
pub(crate) fn quizzes(bank: &Bank) -> Vec<Finding> {
    let mut findings = Findings::new(&AnyPicture);
    let mut ids = HashSet::new();
    for (index, quiz) in bank.quizzes.iter().enumerate() {
        findings.subject = Subject::Quiz(index);
        findings.id(&quiz.id, &mut ids);
        findings.blank("title", TextPart::Title, &quiz.title);
        findings.limits(quiz);
    }
    findings.found
}

impl Findings<'_> {
    fn id<'a>(&mut self, id: &'a str, ids: &mut HashSet<&'a str>) {
        self.blank("id", TextPart::Id, id);
        if !ids.insert(id) && !id.trim().is_empty() {
            self.add([Step::Field("id")], Problem::DuplicateId { id: id.into() });
        }
    }

    fn numbers(&mut self, question: &Question) {
        let Question { points, difficulty, hint_cost, .. } = question;
        let is_fit = points.is_finite() && *points > 0.0;
        self.number([Step::Field("points")], "points", *points, is_fit, Allowed::Above(0.0));
        self.number(
            [Step::Field("hint_cost")],
            "hint_cost",
            *hint_cost,
            is_share(*hint_cost),
            Allowed::Between(0.0, 1.0),
        );
        if let Some(difficulty) = difficulty {
            // By way of its digits, so that the message shows 1.1 and not 1.10000002384.
            let shown = difficulty.to_string().parse().unwrap_or(f64::from(*difficulty));
            self.number([Step::Field("difficulty")], "difficulty", shown, is_share(shown), Allowed::Between(0.0, 1.0));
        }
    }

    fn cites(&mut self, question: &Question, sources: &HashSet<&str>, bank: &Bank) {
        for (index, cite) in question.cite.0.iter().enumerate().filter(|(_, cite)| !sources.contains(&*cite.source)) {
            // In the order of the file, so that of two that are as near the same is named each time.
            let suggestion = nearest(&cite.source, bank.sources.iter().map(|(key, _)| key));
            let fault = Problem::UnknownSource { source_key: cite.source.clone(), suggestion };
            // In a list the citation is one step farther away than where it stands alone.
            let path = match question.cite.0.len() {
                1 => vec![Step::Field("cite"), Step::Item(0)],
                _ => vec![Step::Field("cite"), Step::Item(index), Step::Item(0)],
            };
            self.add(path, fault);
        }
    }

    fn texts(&mut self, question: &Question) {
        texts::each(question, &mut |text, path| {
            for fault in picture::faults(text, self.finder) {
                self.add(path(), fault);
            }
            for suspect in suspects(text) {
                if let Suspect::Control { command } = suspect {
                    self.add(path(), Problem::ControlInMaths { command: command.into() });
                }
            }
        });
    }

    fn limits(&mut self, quiz: &Quiz) {
        if let Some(percent) = quiz.pass_percent {
            let is_fit = (0.0..=100.0).contains(&percent);
            self.number([Step::Field("pass_percent")], "pass_percent", percent, is_fit, Allowed::Between(0.0, 100.0));
        }
        if quiz.time_limit_secs == Some(0) {
            self.number([Step::Field("time_limit_secs")], "time_limit_secs", 0.0, false, Allowed::AtLeast(1.0));
        }
    }
}

fn is_share(number: f64) -> bool {
    (0.0..=1.0).contains(&number)
}
