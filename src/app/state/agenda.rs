//! What a learner can review: what comes today, what was missed, flagged or never met, and how well all of it is known. Worked
//! out from the banks and from what is remembered; asks nobody.

use crate::bank::{Bank, Question};
use crate::history::{BankStudy, Remembered, Study, key_of};
use crate::schedule::{Candidate, CatchUp, ExamNeed, Memory, Model, StudyDay, Today, Wishes, today};
use crate::sitting::Verdict;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// How many of the weakest topics are told.
const MOST_WEAK_TOPICS: usize = 3;
/// A topic is weak below this share of its questions recalled.
const WEAK: f64 = 0.8;

/// A question by what names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct QuestionRef {
    /// Id of its bank.
    pub bank_id: String,
    /// Its own id.
    pub question_id: String,
}

/// What a learner can review.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agenda {
    /// Which day it is for.
    pub day: StudyDay,
    /// How the learner wants to study.
    pub study: Study,
    /// Today's questions in the order in which they are asked.
    pub today: Vec<QuestionRef>,
    /// How many of them are due.
    pub due: usize,
    /// How many of them are new.
    pub new: usize,
    /// How many of them come early for an exam.
    pub for_exam: usize,
    /// How many are due in all, those that wait for another day included.
    pub due_in_all: usize,
    /// How many banks today's questions are from.
    pub bank_count: usize,
    /// How many questions are due in each bank.
    pub due_by_bank: HashMap<String, usize>,
    /// How a backlog is worked off, where there is one.
    pub catch_up: Option<CatchUp>,
    /// What each exam asks.
    pub exams: Vec<ExamNeed>,
    /// Days since the questions that are due were met last, the longest of them; 0 where none are due.
    pub days_since: u32,
    /// Questions of the followed banks that were met.
    pub met: usize,
    /// The share of them that is predicted to be recalled today, 0 to 1.
    pub known: f64,
    /// What was last answered less than right.
    pub mistakes: Vec<QuestionRef>,
    /// What is flagged.
    pub flagged: Vec<QuestionRef>,
    /// What was never answered, in the followed banks.
    pub not_met: Vec<QuestionRef>,
    /// The topics known least, weakest first.
    pub weakest: Vec<TopicStanding>,
    /// What was missed too often to be asked on.
    pub stubborn: Vec<Stubborn>,
    /// The banks of the library with what was chosen for each.
    pub banks: Vec<BankLine>,
}

/// How well a topic is known.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicStanding {
    /// Title of its bank.
    pub bank_title: String,
    /// Its path; empty for the questions without one.
    pub topic: String,
    /// The share of its questions that were met and are predicted to be recalled, 0 to 1.
    pub recall: f64,
    /// Its questions.
    pub questions: Vec<QuestionRef>,
}

/// A question that was missed too often.
#[derive(Clone, Debug, PartialEq)]
pub struct Stubborn {
    /// Which question.
    pub question: QuestionRef,
    /// What it asks.
    pub prompt: String,
}

/// A bank with what the learner chose for it.
#[derive(Clone, Debug, PartialEq)]
pub struct BankLine {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Whether its questions come up for review.
    pub is_followed: bool,
    /// What was chosen.
    pub study: BankStudy,
}

/// What an agenda is made from, beside the banks.
#[derive(Debug)]
pub struct Records {
    /// How the learner wants to study.
    pub study: Study,
    /// What was chosen for each bank.
    pub bank_studies: HashMap<String, BankStudy>,
    /// What is remembered.
    pub remembered: Vec<Remembered>,
    /// What is flagged, by bank and question.
    pub flagged: HashSet<(String, String)>,
}

impl Agenda {
    /// The agenda of a study day. Only what is in the library can come up: of each question, what is remembered under the
    /// key that it has now.
    pub fn of(banks: &[Arc<Bank>], records: &Records, day: StudyDay) -> Self {
        let model = records.study.model();
        let memories = Memories::of(&records.remembered);
        let lines: Vec<BankLine> = banks.iter().map(|bank| line(bank, records, &memories)).collect();
        let exams = lines.iter().filter(|line| line.is_followed);
        let exams = exams.filter_map(|line| Some((line.id.as_str(), line.study.exam_day?))).collect();
        let followed = banks.iter().zip(&lines).filter(|(_, line)| line.is_followed).map(|(bank, _)| &**bank);
        let asked: Vec<Asked<'_>> = followed.flat_map(|bank| asked_of(bank, &memories)).collect();
        let candidates: Vec<Candidate<'_>> = asked.iter().map(Asked::as_candidate).collect();
        let wishes = Wishes {
            today: day,
            model: &model,
            target: records.study.target,
            new_per_day: records.study.new_per_day,
            daily_limit: records.study.daily_limit,
            spreads_backlog: records.study.spreads_backlog,
            exams: &exams,
        };
        let plan = today(&candidates, &wishes);
        let everywhere: Vec<Asked<'_>> = banks.iter().flat_map(|bank| asked_of(bank, &memories)).collect();
        let mut agenda = Self { day, study: records.study.clone(), banks: lines, ..Self::default() };
        agenda.take_plan(&asked, &plan, day);
        agenda.take_known(&asked, &model, day);
        agenda.mistakes = refs(everywhere.iter().filter(|asked| asked.was_missed()));
        let is_flagged = |asked: &&Asked<'_>| {
            !records.flagged.is_empty()
                && records.flagged.contains(&(asked.bank.id.to_string(), asked.question.id.to_string()))
        };
        agenda.flagged = refs(everywhere.iter().filter(is_flagged));
        agenda.not_met = refs(asked.iter().filter(|asked| asked.remembered.is_none()));
        agenda
    }

    fn take_plan(&mut self, asked: &[Asked<'_>], plan: &Today, day: StudyDay) {
        let todays = || plan.order.iter().map(|index| &asked[*index]);
        self.today = refs(todays());
        (self.due, self.new, self.for_exam, self.due_in_all) = (plan.due, plan.new, plan.for_exam, plan.due_in_all);
        self.bank_count = todays().map(|asked| &*asked.bank.id).collect::<HashSet<_>>().len();
        self.catch_up = plan.catch_up;
        self.exams.clone_from(&plan.exams);
        for asked in plan.are_due.iter().map(|index| &asked[*index]) {
            *self.due_by_bank.entry(asked.bank.id.to_string()).or_default() += 1;
            let memory = asked.memory();
            self.days_since = self.days_since.max(memory.map_or(0, |memory| day.days_since(memory.last_day)));
        }
        let stubborn = |index: &usize| Stubborn {
            question: asked[*index].as_ref(),
            prompt: asked[*index].question.prompt.to_string(),
        };
        self.stubborn = plan.stubborn.iter().map(stubborn).collect();
    }

    /// What is known over all, and which topics least.
    fn take_known(&mut self, asked: &[Asked<'_>], model: &Model, day: StudyDay) {
        let mut topics: HashMap<(&str, &str), (f64, Vec<&Asked<'_>>)> = HashMap::new();
        let mut recalled = 0.0;
        for asked in asked {
            let Some(memory) = asked.memory() else { continue };
            let recall = memory.recall_on(day, model);
            self.met += 1;
            recalled += recall;
            let topic = topics.entry((&asked.bank.id, &asked.question.topic)).or_default();
            topic.0 += recall;
            topic.1.push(asked);
        }
        self.known = if self.met == 0 { 0.0 } else { recalled / self.met as f64 };
        let standing = |((_, topic), (recalled, questions)): ((&str, &str), (f64, Vec<&Asked<'_>>))| TopicStanding {
            bank_title: questions[0].bank.title.to_string(),
            topic: topic.to_owned(),
            recall: recalled / questions.len() as f64,
            questions: refs(questions.into_iter()),
        };
        let mut weakest: Vec<TopicStanding> =
            topics.into_iter().map(standing).filter(|topic| topic.recall < WEAK).collect();
        weakest.sort_by(|one, other| {
            let names = |topic: &TopicStanding| (topic.bank_title.clone(), topic.topic.clone());
            one.recall.total_cmp(&other.recall).then_with(|| names(one).cmp(&names(other)))
        });
        weakest.truncate(MOST_WEAK_TOPICS);
        self.weakest = weakest;
    }

    /// Whether anything comes today.
    pub fn has_something_today(&self) -> bool {
        !self.today.is_empty()
    }
}

/// A question with what is remembered of it under its key.
struct Asked<'a> {
    bank: &'a Bank,
    question: &'a Question,
    remembered: Option<&'a Remembered>,
}

impl<'a> Asked<'a> {
    fn memory(&self) -> Option<&'a Memory> {
        self.remembered.map(|remembered| &remembered.memory)
    }

    fn was_missed(&self) -> bool {
        self.remembered.is_some_and(|remembered| remembered.last_verdict != Verdict::Correct)
    }

    fn as_ref(&self) -> QuestionRef {
        QuestionRef { bank_id: self.bank.id.to_string(), question_id: self.question.id.to_string() }
    }

    fn as_candidate(&self) -> Candidate<'a> {
        Candidate {
            bank_id: &self.bank.id,
            question_id: &self.question.id,
            topic: &self.question.topic,
            facts: &self.question.facts,
            enemies: &self.question.enemies,
            memory: self.memory(),
        }
    }
}

fn refs<'q, 'a: 'q>(asked: impl Iterator<Item = &'q Asked<'a>>) -> Vec<QuestionRef> {
    asked.map(Asked::as_ref).collect()
}

fn asked_of<'a>(bank: &'a Bank, memories: &Memories<'a>) -> Vec<Asked<'a>> {
    let of_bank = memories.by_bank.get(&*bank.id);
    let remembered = |question: &Question| {
        let under_keys = of_bank?.get(&*question.id)?;
        // The key is written out only where something is remembered at all: most of a large bank is not.
        let key = key_of(question);
        under_keys.iter().find(|remembered| remembered.key == key).copied()
    };
    bank.questions.iter().map(|question| Asked { bank, question, remembered: remembered(question) }).collect()
}

/// What is remembered, by bank and question.
struct Memories<'a> {
    by_bank: HashMap<&'a str, HashMap<&'a str, Vec<&'a Remembered>>>,
}

impl<'a> Memories<'a> {
    fn of(remembered: &'a [Remembered]) -> Self {
        let mut by_bank: HashMap<&str, HashMap<&str, Vec<&Remembered>>> = HashMap::new();
        for one in remembered {
            by_bank.entry(&one.bank_id).or_default().entry(&one.question_id).or_default().push(one);
        }
        Self { by_bank }
    }
}

fn line(bank: &Bank, records: &Records, memories: &Memories<'_>) -> BankLine {
    let study = records.bank_studies.get(&*bank.id).copied().unwrap_or_default();
    let was_met = memories.by_bank.contains_key(&*bank.id);
    BankLine {
        id: bank.id.to_string(),
        title: bank.title.to_string(),
        is_followed: study.is_followed.unwrap_or(was_met || study.exam_day.is_some()),
        study,
    }
}
