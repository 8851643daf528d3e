//! What comes today: which questions are due, which new ones join them, and how a backlog or an exam is met. Draws nothing at
//! random: the same memories give the same day on every computer.

use super::{Memory, Model, StudyDay, Target};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet, VecDeque};

/// Below this recall a question waits as new while a backlog is worked off: relearning it takes as long as learning it.
const FORGOTTEN: f64 = 0.5;
/// What is due within this share of its interval may come early, so that questions learned on one day do not come back on one.
const EARLY_SHARE: i64 = 20;
/// Nothing comes earlier than so many days before it is due.
pub const MOST_DAYS_EARLY: i32 = 3;
/// A backlog that takes longer is told as this many days or more.
const LONGEST_PLAN_DAYS: u32 = 365;

/// A question that may come today.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// Id of its bank.
    pub bank_id: &'a str,
    /// Its own id.
    pub question_id: &'a str,
    /// Its topic.
    pub topic: &'a str,
    /// The facts that it asks: two questions on one fact are twins.
    pub facts: &'a [Box<str>],
    /// Questions of the same bank that it gives away, or that give it away.
    pub enemies: &'a [Box<str>],
    /// What is remembered of it under its key; `None` where it was never answered.
    pub memory: Option<&'a Memory>,
}

/// What a learner wants of a day.
#[derive(Clone, Debug)]
pub struct Wishes<'a> {
    /// Which day it is.
    pub today: StudyDay,
    /// How this learner forgets.
    pub model: &'a Model,
    /// How likely what comes up is to be remembered.
    pub target: Target,
    /// New questions a day, at most.
    pub new_per_day: u32,
    /// Questions a day, at most.
    pub daily_limit: u32,
    /// Whether what exceeds the limit is spread over the coming days; all of it comes today otherwise.
    pub spreads_backlog: bool,
    /// The days on which whole banks should be known, by bank.
    pub exams: &'a HashMap<&'a str, StudyDay>,
}

/// What comes today, by index into the candidates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Today {
    /// The questions, in the order in which they are asked.
    pub order: Vec<usize>,
    /// How many of them are due.
    pub due: usize,
    /// Which of them are due.
    pub are_due: HashSet<usize>,
    /// How many were never answered.
    pub new: usize,
    /// How many come for an exam, before they are due.
    pub for_exam: usize,
    /// How many are due in all, those that do not come today included.
    pub due_in_all: usize,
    /// How many are put off because a twin or an enemy comes today or came already.
    pub put_off: usize,
    /// Questions that were missed too often to ask them on.
    pub stubborn: Vec<usize>,
    /// How a backlog is worked off, where there is one.
    pub catch_up: Option<CatchUp>,
    /// What each exam asks, in the order of their days.
    pub exams: Vec<ExamNeed>,
}

/// How a backlog is worked off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CatchUp {
    /// Questions a day.
    pub per_day: u32,
    /// Days until the backlog is worked off, at most 365.
    pub days: u32,
    /// Questions that were forgotten meanwhile and wait as new.
    pub forgotten: usize,
}

/// What an exam asks of the days before it.
#[derive(Clone, Debug, PartialEq)]
pub struct ExamNeed {
    /// Id of the bank.
    pub bank_id: String,
    /// The day of the exam.
    pub day: StudyDay,
    /// Questions of the bank that need to be asked before it.
    pub questions: usize,
    /// How many a day that takes.
    pub per_day: u32,
    /// The share of the bank to be recalled on the day if that is done, 0 to 1.
    pub recall_then: f64,
}

/// Chooses what comes today.
///
/// Due is what its memory says, and up to [`MOST_DAYS_EARLY`] days earlier by a hash of the question, so that what was learned
/// on one day spreads. While more is due than the daily limit, what is remembered best comes first, nothing new
/// joins, and what fell below 50 % waits as new; otherwise what is most at risk comes first. Twins (one fact) and enemies never
/// come on one day. What is stubborn is set aside.
///
/// Highest recall first brings back more of a backlog than most overdue first, in the simulations of
/// open-spaced-repetition.
pub fn today(candidates: &[Candidate<'_>], wishes: &Wishes<'_>) -> Today {
    let mut day = Today::default();
    let mut company = Company::default();
    let mut sorted = Sorted::of(candidates, wishes);
    day.stubborn = std::mem::take(&mut sorted.stubborn);
    day.due_in_all = sorted.due.len();
    for done in &sorted.done {
        company.join(&candidates[*done]);
    }
    let limit = wishes.daily_limit as usize;
    let left = limit.saturating_sub(sorted.done.len());
    // What was done today of the backlog belongs to it still: the plan of the morning stands in the evening.
    let is_behind = sorted.due.len() + sorted.done.len() - sorted.new_today > limit && wishes.spreads_backlog;
    if is_behind {
        let (known, forgotten): (Vec<_>, Vec<_>) = sorted.due.iter().partition(|due| due.recall >= FORGOTTEN);
        let days = days_to_catch_up(known.len(), &sorted.coming, wishes.daily_limit);
        day.catch_up = Some(CatchUp { per_day: wishes.daily_limit, days, forgotten: forgotten.len() });
        sorted.due = known;
        // Those that have slipped below everything else are still better than nothing once the others are done.
        if sorted.due.is_empty() {
            sorted.due = forgotten;
        }
        sorted.due.sort_by(|one, other| other.recall.total_cmp(&one.recall).then(one.index.cmp(&other.index)));
    } else {
        sorted.due.sort_by(|one, other| one.recall.total_cmp(&other.recall).then(one.index.cmp(&other.index)));
    }
    let room = if wishes.spreads_backlog { left } else { usize::MAX };
    let mut chosen = company.take(candidates, sorted.due.iter().map(|due| due.index), room, &mut day.put_off);
    day.due = chosen.len();
    day.are_due = chosen.iter().copied().collect();
    day.exams = exam_needs(candidates, &sorted, wishes);
    let for_exam = exam_picks(candidates, &sorted, wishes, &day.exams);
    let early = company.take(candidates, for_exam.into_iter(), left.saturating_sub(chosen.len()), &mut 0);
    day.for_exam = early.len();
    chosen.extend(early);
    if !is_behind {
        let fresh = (wishes.new_per_day as usize).saturating_sub(sorted.new_today);
        let room = left.saturating_sub(chosen.len()).min(fresh);
        let taken: HashSet<usize> = chosen.iter().copied().collect();
        let new = sorted.unmet.iter().copied().filter(|index| !taken.contains(index));
        let new = company.take(candidates, new, room, &mut 0);
        day.new = new.len();
        chosen.extend(new);
    }
    day.order = mixed(candidates, chosen);
    day
}

/// How many days a question may come before it is due, 0 to [`MOST_DAYS_EARLY`]: by a hash of what it is and of the day it was
/// answered last, so that every computer says the same and no two rounds fall alike.
pub fn days_early(bank_id: &str, question_id: &str, memory: &Memory, due_day: StudyDay) -> i32 {
    let window = ((due_day - memory.last_day) / EARLY_SHARE).clamp(0, i64::from(MOST_DAYS_EARLY));
    if window == 0 {
        return 0;
    }
    let mut hash = Sha256::new();
    for part in [bank_id.as_bytes(), &[0], question_id.as_bytes(), &[0], &memory.last_day.0.to_le_bytes()] {
        hash.update(part);
    }
    i32::from(hash.finalize()[0]) % (window as i32 + 1)
}

/// A question that is due, with how well it is remembered.
#[derive(Clone, Copy)]
struct Due {
    index: usize,
    recall: f64,
}

/// The candidates by what becomes of them.
#[derive(Default)]
struct Sorted {
    due: Vec<Due>,
    /// Never answered, in their order.
    unmet: Vec<usize>,
    /// Answered today.
    done: Vec<usize>,
    /// How many of them were answered for the first time.
    new_today: usize,
    stubborn: Vec<usize>,
    /// How many come due on each of the days after today.
    coming: HashMap<i64, usize>,
}

impl Sorted {
    fn of(candidates: &[Candidate<'_>], wishes: &Wishes<'_>) -> Self {
        let mut sorted = Self::default();
        for (index, candidate) in candidates.iter().enumerate() {
            let Some(memory) = candidate.memory else {
                sorted.unmet.push(index);
                continue;
            };
            let due_day = memory.due_on(wishes.target, wishes.model);
            let comes_on = due_day + -days_early(candidate.bank_id, candidate.question_id, memory, due_day);
            if memory.last_day >= wishes.today {
                sorted.done.push(index);
                sorted.new_today += usize::from(memory.first_day >= wishes.today);
            } else if memory.is_stubborn() {
                sorted.stubborn.push(index);
            } else if comes_on <= wishes.today {
                sorted.due.push(Due { index, recall: memory.recall_on(wishes.today, wishes.model) });
            } else {
                *sorted.coming.entry(comes_on - wishes.today).or_default() += 1;
            }
        }
        sorted
    }
}

/// Days of working off so many a day, with what comes due meanwhile.
fn days_to_catch_up(backlog: usize, coming: &HashMap<i64, usize>, per_day: u32) -> u32 {
    let mut left = backlog;
    let mut days = 0;
    while left > 0 && days < LONGEST_PLAN_DAYS {
        days += 1;
        left = left.saturating_sub(per_day as usize);
        if left > 0 {
            left += coming.get(&i64::from(days)).copied().unwrap_or(0);
        }
    }
    days
}

/// What each exam that is still to come asks.
fn exam_needs(candidates: &[Candidate<'_>], sorted: &Sorted, wishes: &Wishes<'_>) -> Vec<ExamNeed> {
    let mut exams: Vec<(&str, StudyDay)> = wishes.exams.iter().map(|(bank_id, day)| (*bank_id, *day)).collect();
    exams.retain(|(_, day)| *day > wishes.today);
    exams.sort_by_key(|(bank_id, day)| (*day, *bank_id));
    let stubborn: HashSet<usize> = sorted.stubborn.iter().copied().collect();
    let need = |(bank_id, day): (&str, StudyDay)| {
        let of_bank = candidates.iter().enumerate().filter(|(_, candidate)| candidate.bank_id == bank_id);
        let (mut count, mut questions, mut recall) = (0_usize, 0, 0.0);
        for (index, candidate) in of_bank {
            let then = candidate.memory.map_or(0.0, |memory| memory.recall_on(day, wishes.model));
            let is_needed = then < wishes.target.share() && !stubborn.contains(&index);
            count += 1;
            questions += usize::from(is_needed);
            recall += if is_needed { wishes.target.share() } else { then };
        }
        let days = (day - wishes.today).max(1) as usize;
        let per_day = u32::try_from(questions.div_ceil(days)).unwrap_or(u32::MAX);
        let recall_then = if count == 0 { 0.0 } else { recall / count as f64 };
        ExamNeed { bank_id: bank_id.to_owned(), day, questions, per_day, recall_then }
    };
    exams.into_iter().map(need).filter(|need| need.questions > 0 || need.recall_then > 0.0).collect()
}

/// Today's share of what the exams ask, what would be remembered least on the day first; what is due anyway is left out.
fn exam_picks(candidates: &[Candidate<'_>], sorted: &Sorted, wishes: &Wishes<'_>, needs: &[ExamNeed]) -> Vec<usize> {
    let passed: HashSet<usize> =
        sorted.done.iter().chain(&sorted.stubborn).copied().chain(sorted.due.iter().map(|due| due.index)).collect();
    let mut picks = Vec::new();
    for need in needs {
        let is_open = |index: &usize| candidates[*index].bank_id == need.bank_id && !passed.contains(index);
        let then =
            |index: usize| candidates[index].memory.map_or(0.0, |memory| memory.recall_on(need.day, wishes.model));
        let open = (0..candidates.len()).filter(is_open).map(|index| (index, then(index)));
        let mut open: Vec<(usize, f64)> = open.filter(|(_, recall)| *recall < wishes.target.share()).collect();
        open.sort_by(|(one, recall), (other, other_recall)| recall.total_cmp(other_recall).then(one.cmp(other)));
        // What was done today, or is due, is part of the day's share.
        let counted = |index: &usize| candidates[*index].bank_id == need.bank_id;
        let done = sorted.done.iter().filter(|index| counted(index)).count()
            + sorted.due.iter().filter(|due| counted(&due.index)).count();
        picks.extend(open.into_iter().take((need.per_day as usize).saturating_sub(done)).map(|(index, _)| index));
    }
    picks
}

/// The questions of a day, and those that must not join them.
#[derive(Default)]
struct Company<'a> {
    members: HashSet<(&'a str, &'a str)>,
    facts: HashSet<(&'a str, &'a str)>,
    barred: HashSet<(&'a str, &'a str)>,
}

impl<'a> Company<'a> {
    fn admits(&self, candidate: &Candidate<'a>) -> bool {
        let bank = candidate.bank_id;
        !self.barred.contains(&(bank, candidate.question_id))
            && candidate.enemies.iter().all(|enemy| !self.members.contains(&(bank, &**enemy)))
            && candidate.facts.iter().all(|fact| !self.facts.contains(&(bank, &**fact)))
    }

    fn join(&mut self, candidate: &Candidate<'a>) {
        let bank = candidate.bank_id;
        self.members.insert((bank, candidate.question_id));
        self.barred.extend(candidate.enemies.iter().map(|enemy| (bank, &**enemy)));
        self.facts.extend(candidate.facts.iter().map(|fact| (bank, &**fact)));
    }

    /// The first `room` of those that may join; `put_off` counts those that may not.
    fn take(
        &mut self,
        candidates: &[Candidate<'a>],
        ranked: impl Iterator<Item = usize>,
        room: usize,
        put_off: &mut usize,
    ) -> Vec<usize> {
        let mut taken = Vec::new();
        for index in ranked {
            if taken.len() >= room {
                break;
            }
            if self.admits(&candidates[index]) {
                self.join(&candidates[index]);
                taken.push(index);
            } else {
                *put_off += 1;
            }
        }
        taken
    }
}

/// The same questions with topics mixed: two of one topic follow each other only where no other is left. Within a topic the
/// order stays.
fn mixed(candidates: &[Candidate<'_>], chosen: Vec<usize>) -> Vec<usize> {
    let mut topics: Vec<((&str, &str), VecDeque<usize>)> = Vec::new();
    let mut places: HashMap<(&str, &str), usize> = HashMap::new();
    for index in chosen {
        let topic = (candidates[index].bank_id, candidates[index].topic);
        let place = *places.entry(topic).or_insert_with(|| {
            topics.push((topic, VecDeque::new()));
            topics.len() - 1
        });
        topics[place].1.push_back(index);
    }
    let mut order = Vec::new();
    let mut last = None;
    loop {
        let open = topics.iter().enumerate().filter(|(place, (_, rest))| !rest.is_empty() && Some(*place) != last);
        // The topic with most left goes first, so that none is left over at the end; the earlier one among equals.
        let next =
            open.max_by_key(|(place, (_, rest))| (rest.len(), std::cmp::Reverse(*place))).map(|(place, _)| place);
        let Some(place) = next.or(last.filter(|place| !topics[*place].1.is_empty())) else { return order };
        order.extend(topics[place].1.pop_front());
        last = Some(place);
    }
}

#[cfg(test)]
mod tests;
