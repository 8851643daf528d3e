//! Puts pins into generated banks, and tells which of them no longer hold. Reads no text and opens no file.

use crate::bank::{Answer, Bank, Entries, Problem, Question};
use crate::facts::FactTable;
use crate::facts::pins::agreement::Agreement;
use crate::facts::pins::fault::PinFault;
use crate::facts::pins::{PinFile, PinFinding, Pins, Reword, in_add, in_keep, under};
use crate::facts::problem::{TableDiagnostic, TableProblem};
use crate::facts::table::part::{Named, Part};
use crate::syntax::did_you_mean::nearest;
use crate::syntax::path::Step;
use std::collections::{HashMap, HashSet};

impl Pins {
    /// Puts the pins into the banks made from `table`. `text` and `file` are what the pins were read from: each pin that
    /// cannot be put in, or that the table no longer bears out, is told with its place there.
    pub fn apply(
        &self,
        table: &FactTable,
        banks: Vec<Bank>,
        text: &str,
        file: &str,
    ) -> (Vec<Bank>, Vec<TableDiagnostic>) {
        let mut work = Work { agreement: Agreement::of(table), banks, findings: Vec::new() };
        let at = work.places_of_questions();
        for (index, question) in self.keep.iter().enumerate() {
            work.keep(question, index, &at);
        }
        for (id, reword) in self.reword.iter() {
            work.reword(id, reword, &at);
        }
        for (id, _) in self.reject.iter() {
            work.need(id, under("reject", id), &at);
        }
        work.leave_out(&self.reject.iter().map(|(id, _)| id).collect());
        for (bank, questions) in self.add.iter() {
            work.add(bank, questions);
        }
        let added = self.add.iter().flat_map(|(_, questions)| questions);
        work.keep_apart(&self.keep.iter().chain(added).map(|question| &*question.id).collect());
        work.name_sources(table);
        let problems = PinFile::new(text, file).problems(work.findings);
        (work.banks, problems)
    }
}

/// Bank and index of each question, by id.
type Spots = HashMap<Box<str>, Vec<(usize, usize)>>;

/// The banks under the pins, and what is wrong so far.
struct Work<'a> {
    agreement: Agreement<'a>,
    banks: Vec<Bank>,
    findings: Vec<PinFinding>,
}

impl Work<'_> {
    fn places_of_questions(&self) -> Spots {
        let mut spots = Spots::new();
        for (bank_index, bank) in self.banks.iter().enumerate() {
            for (index, question) in bank.questions.iter().enumerate() {
                spots.entry(question.id.clone()).or_default().push((bank_index, index));
            }
        }
        spots
    }

    /// Where the generated question of that id stands; told where there is none.
    fn need<'s>(&mut self, id: &str, path: Vec<Step>, at: &'s Spots) -> &'s [(usize, usize)] {
        match at.get(id) {
            Some(spots) => spots,
            None => {
                let suggestion =
                    nearest(id, self.banks.iter().flat_map(|bank| &bank.questions).map(|question| &*question.id));
                self.findings.push((path, PinFault::NotGenerated { question: id.into(), suggestion }.into()));
                &[]
            }
        }
    }

    fn keep(&mut self, question: &Question, index: usize, at: &Spots) {
        let spots = self.need(&question.id, in_keep(index, "id"), at);
        self.agree(question, &|field| in_keep(index, field));
        for (bank, index) in spots {
            let made = std::mem::replace(&mut self.banks[*bank].questions[*index], question.clone());
            name_enemies(&mut self.banks[*bank].questions[*index], made.enemies);
        }
    }

    fn reword(&mut self, id: &str, reword: &Reword, at: &Spots) {
        for (bank, index) in self.need(id, under("reword", id), at) {
            let question = &mut self.banks[*bank].questions[*index];
            if !reword.put_into(question) {
                let path = [under("reword", id), vec![Step::Field("distractors")]].concat();
                self.findings.push((path, PinFault::NoDistractorsHere { question: id.into() }.into()));
            }
            let question = question.clone();
            self.agree(&question, &|_| under("reword", id));
        }
    }

    fn add(&mut self, bank_id: &str, questions: &[Question]) {
        let Some(bank_index) = self.banks.iter().position(|bank| *bank.id == *bank_id) else {
            let suggestion = nearest(bank_id, self.banks.iter().map(|bank| &*bank.id));
            let (what, name) = (Named::Part(Part::Bank), bank_id.into());
            let problem = TableProblem::UnknownName { what, name, suggestion, further: 0 };
            self.findings.push((under("add", bank_id), problem));
            return;
        };
        let mut ids: HashSet<Box<str>> =
            self.banks[bank_index].questions.iter().map(|question| question.id.clone()).collect();
        for (index, question) in questions.iter().enumerate() {
            if !ids.insert(question.id.clone()) {
                let problem = Problem::DuplicateId { id: question.id.clone() };
                self.findings.push((in_add(bank_id, index, "id"), problem.into()));
                continue;
            }
            self.agree(question, &|field| in_add(bank_id, index, field));
            self.banks[bank_index].questions.push(question.clone());
        }
    }

    /// Tells where the table does not bear out what a question says. `path` leads to one of its fields.
    fn agree(&mut self, question: &Question, path: &dyn Fn(&'static str) -> Vec<Step>) {
        for (index, problem) in self.agreement.unknown_facts(question) {
            let inside = [path("facts"), vec![Step::Item(index)]].concat();
            self.findings.push((inside, problem));
        }
        self.findings
            .extend(self.agreement.contradictions(question).into_iter().map(|problem| (path("answer"), problem)));
    }

    /// Gives each bank the sources of the table that its questions cite, in the table's order.
    fn name_sources(&mut self, table: &FactTable) {
        for bank in &mut self.banks {
            let cites = bank.questions.iter().flat_map(|question| &question.cite.0);
            let cited: HashSet<&str> = cites.map(|cite| &*cite.source).collect();
            let sources = table.sources.iter().filter(|(key, _)| cited.contains(key));
            bank.sources = Entries(sources.map(|(key, source)| (key.into(), source.clone())).collect());
        }
    }

    /// Names in each pinned question the others on its facts, as generated ones do, unless they name it.
    fn keep_apart(&mut self, pinned: &HashSet<&str>) {
        for bank in &mut self.banks {
            for index in 0..bank.questions.len() {
                let own = &bank.questions[index];
                if !pinned.contains(&*own.id) || own.facts.is_empty() {
                    continue;
                }
                let facts: HashSet<&str> = own.facts.iter().map(|fact| &**fact).collect();
                let is_rival = |other: &&Question| {
                    let shares_fact = other.facts.iter().any(|fact| facts.contains(&**fact));
                    shares_fact && other.id != own.id && !other.enemies.contains(&own.id)
                };
                let rivals: Box<[Box<str>]> = bank.questions.iter().filter(is_rival).map(|it| it.id.clone()).collect();
                name_enemies(&mut bank.questions[index], rivals);
            }
        }
    }

    /// Takes questions out, and out of what others say of them.
    fn leave_out(&mut self, ids: &HashSet<&str>) {
        if ids.is_empty() {
            return;
        }
        for bank in &mut self.banks {
            bank.questions.retain(|question| !ids.contains(&*question.id));
            for question in &mut bank.questions {
                if question.enemies.iter().any(|id| ids.contains(&**id)) {
                    question.enemies = question.enemies.iter().filter(|id| !ids.contains(&***id)).cloned().collect();
                }
            }
        }
    }
}

/// Adds enemies that are not yet named.
fn name_enemies(question: &mut Question, more: Box<[Box<str>]>) {
    let mut enemies = std::mem::take(&mut question.enemies).into_vec();
    for id in more {
        if !enemies.contains(&id) {
            enemies.push(id);
        }
    }
    question.enemies = enemies.into();
}

impl Reword {
    /// Puts the words into a question; `false` where it has no distractors to change.
    fn put_into(&self, question: &mut Question) -> bool {
        if let Some(prompt) = &self.prompt {
            question.prompt = prompt.clone();
        }
        if let Some(explanation) = &self.explanation {
            question.explanation = explanation.clone();
        }
        if let Some(hints) = &self.hints {
            question.hints = hints.clone();
        }
        let further = self.enemies.iter().filter(|id| !question.enemies.contains(id));
        question.enemies = question.enemies.iter().chain(further).cloned().collect();
        let has_fit = self.distractors.as_ref().is_none_or(|new| put_distractors(new, &mut question.answer));
        self.put_feedback(question);
        has_fit
    }

    /// Feedback speaks of options that are there.
    fn put_feedback(&self, question: &mut Question) {
        let mut feedback = std::mem::take(&mut question.feedback).0.into_vec();
        for (option, words) in self.feedback.iter() {
            match feedback.iter_mut().find(|(known, _)| **known == *option) {
                Some((_, old)) => *old = words.clone(),
                None => feedback.push((option.into(), words.clone())),
            }
        }
        if self.distractors.is_some() {
            let options: HashSet<&str> = question.answer.options().into_iter().collect();
            feedback.retain(|(option, _)| options.contains(&**option));
        }
        question.feedback = Entries(feedback.into());
    }
}

/// Puts these in place of the distractors; `false` for an answer of a kind that has none.
fn put_distractors(new: &[Box<str>], answer: &mut Answer) -> bool {
    let (Answer::Choice { distractors, .. } | Answer::Choices { distractors, .. }) = answer else { return false };
    *distractors = new.into();
    true
}
