//! Makes a class of tables that were put together, in an order that does not depend on theirs. Reads no table.

use crate::class::model::{Answered, Class, ClassLearner, ClassQuestion, ClassRemark, ClassSitting, TextId, Texts};
use crate::class::read::copies::{Chosen, Copies, RowOfCopy, SittingCopy};
use crate::class::read::gathering::{BETWEEN, Gathering, Names, place};
use crate::class::read::version::Version;
use indexmap::IndexMap;
use std::cmp::Reverse;

/// Tables that were put together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gathered {
    /// The class.
    pub class: Class,
    /// Sittings that several tables have, where the copies differ.
    pub copies: Vec<Copies>,
    /// Rows that a table has twice, and that counted once.
    pub doubled_rows: u32,
}

impl Gathering {
    /// Chooses among copies, and puts everything in order.
    pub fn finish(self) -> Gathered {
        let Self { learners, questions, sittings, copies, mut rows, remarks, texts } = self;
        rows.sort_by_key(|row| (row.copy, row.answered.position, row.answered.attempt));
        let chosen = Chosen::among(&copies, &rows, &texts, &questions, sittings.len());
        rows.retain(|row| chosen.is_kept[row.copy as usize]);
        let (sorted_texts, text_places) = sorted_texts(&texts, &rows);
        let places = Places {
            learners: order(learners.keys()),
            questions: order(questions.keys()),
            versions: questions.values().map(|versions| version_places(versions)).collect(),
            sittings: order(sittings.keys()),
            texts: text_places,
        };
        let before = rows.len();
        in_order(&mut rows, &copies, &places);
        let doubled_rows = place(before - rows.len());
        let mut class = Class {
            sittings: sitting_list(&sittings, &copies, &chosen, &places),
            answers: rows.into_iter().map(|row| places.answered(row, &copies)).collect(),
            remarks: remark_list(remarks, &copies, &chosen, &places),
            learners: learner_list(learners),
            questions: question_list(questions),
            texts: sorted_texts,
        };
        lay_out(&mut class);
        let differing = chosen.differing.into_iter();
        let mut copies: Vec<Copies> =
            differing.map(|copies| Copies { sitting: places.sittings[copies.sitting as usize], ..copies }).collect();
        copies.sort_by_key(|copies| copies.sitting);
        Gathered { class, copies, doubled_rows }
    }
}

/// For each number of the gathering the place in the class.
struct Places {
    learners: Vec<u32>,
    questions: Vec<u32>,
    versions: Vec<Vec<u16>>,
    sittings: Vec<u32>,
    texts: Vec<TextId>,
}

impl Places {
    fn answered(&self, row: RowOfCopy, copies: &[SittingCopy]) -> Answered {
        let RowOfCopy { copy, answered } = row;
        Answered {
            sitting: self.sittings[copies[copy as usize].sitting as usize],
            question: self.questions[answered.question as usize],
            version: self.versions[answered.question as usize][usize::from(answered.version)],
            response: answered.response.map(|id| self.texts[id.place()]),
            ..answered
        }
    }
}

/// Puts the rows in order and leaves out those that a table has twice.
fn in_order(rows: &mut Vec<RowOfCopy>, copies: &[SittingCopy], places: &Places) {
    rows.sort_by_key(|row| {
        let answered = &row.answered;
        (
            places.sittings[copies[row.copy as usize].sitting as usize],
            (answered.position, answered.attempt, places.questions[answered.question as usize]),
            Reverse(answered.answered_ms),
            answered.score.to_bits(),
            answered.response.map(|id| places.texts[id.place()]),
        )
    });
    rows.dedup_by_key(|row| (row.copy, row.answered.position, row.answered.attempt, row.answered.question));
}

fn sitting_list(
    sittings: &IndexMap<Box<str>, ()>,
    copies: &[SittingCopy],
    chosen: &Chosen,
    places: &Places,
) -> Vec<ClassSitting> {
    let mut chosen: Vec<&SittingCopy> = chosen.copy_of.iter().map(|copy| &copies[*copy as usize]).collect();
    chosen.sort_by_key(|copy| places.sittings[copy.sitting as usize]);
    let id = |copy: &SittingCopy| sittings.get_index(copy.sitting as usize).map_or("", |(id, ())| id);
    chosen.into_iter().map(|copy| sitting(copy, id(copy), &places.learners)).collect()
}

fn remark_list(
    remarks: Vec<(u32, u32, Box<str>)>,
    copies: &[SittingCopy],
    chosen: &Chosen,
    places: &Places,
) -> Vec<ClassRemark> {
    let kept = remarks.into_iter().filter(|(copy, ..)| chosen.is_kept[*copy as usize]);
    let mut remarks: Vec<ClassRemark> = kept
        .map(|(copy, question, text)| ClassRemark {
            learner: places.learners[copies[copy as usize].learner as usize],
            question: places.questions[question as usize],
            text,
        })
        .collect();
    let key = |remark: &ClassRemark| (remark.question, remark.learner);
    remarks.sort_by(|one, other| key(one).cmp(&key(other)).then_with(|| one.text.cmp(&other.text)));
    remarks.dedup();
    remarks
}

/// For each key its place in the sorted order.
fn order<'k>(keys: impl ExactSizeIterator<Item = &'k Box<str>>) -> Vec<u32> {
    let mut sorted: Vec<(&str, usize)> = keys.enumerate().map(|(at, key)| (&**key, at)).collect();
    sorted.sort_unstable();
    let mut places = vec![0; sorted.len()];
    for (place, (_, at)) in (0..).zip(sorted) {
        places[at] = place;
    }
    places
}

fn version_places(versions: &[Version]) -> Vec<u16> {
    let mut sorted: Vec<usize> = (0..versions.len()).collect();
    sorted.sort_by(|one, other| versions[*one].rank().cmp(&versions[*other].rank()));
    let mut places = vec![0; versions.len()];
    for (place, at) in (0..).zip(sorted) {
        places[at] = place;
    }
    places
}

/// The texts that the rows name, sorted, and the new number of each old one.
fn sorted_texts(texts: &Texts, rows: &[RowOfCopy]) -> (Texts, Vec<TextId>) {
    let mut sorted = Texts::default();
    let mut is_used = vec![false; texts.len()];
    rows.iter().filter_map(|row| row.answered.response).for_each(|id| is_used[id.place()] = true);
    let mut used: Vec<(&str, usize)> =
        texts.iter().enumerate().filter(|(at, _)| is_used[*at]).map(|(at, text)| (text, at)).collect();
    used.sort_unstable();
    let mut places = vec![TextId::default(); texts.len()];
    for (text, at) in used {
        places[at] = sorted.add(text);
    }
    (sorted, places)
}

fn learner_list(learners: IndexMap<Box<str>, Names>) -> Vec<ClassLearner> {
    let mut learners: Vec<(Box<str>, Names)> = learners.into_iter().collect();
    learners.sort();
    let learner = |(id, mut names): (Box<str>, Names)| {
        names.sort_by(|(one, one_ms), (other, other_ms)| (other_ms, other).cmp(&(one_ms, one)));
        let mut names = names.into_iter().map(|(name, _)| name);
        let name = names.next().unwrap_or_default();
        let mut also: Vec<Box<str>> = names.filter(|name| !name.is_empty()).collect();
        also.sort();
        ClassLearner { id, name, also, ..ClassLearner::default() }
    };
    learners.into_iter().map(learner).collect()
}

fn question_list(questions: IndexMap<Box<str>, Vec<Version>>) -> Vec<ClassQuestion> {
    let mut questions: Vec<(Box<str>, Vec<Version>)> = questions.into_iter().collect();
    questions.sort_by(|(one, _), (other, _)| one.cmp(other));
    let question = |(name, mut versions): (Box<str>, Vec<Version>)| {
        versions.sort_by(|one, other| one.rank().cmp(&other.rank()));
        let (bank, id) = name.split_once(BETWEEN).unwrap_or(("", &name));
        let last = versions.last();
        ClassQuestion {
            bank: bank.into(),
            id: id.into(),
            kind: last.and_then(|version| version.kind),
            topic: last.map(|version| version.topic.clone()).unwrap_or_default(),
            prompt: last.map(|version| version.prompt.clone()).unwrap_or_default(),
            versions: versions.into_iter().map(Version::finished).collect(),
        }
    };
    questions.into_iter().map(question).collect()
}

fn sitting(copy: &SittingCopy, id: &str, learner_order: &[u32]) -> ClassSitting {
    ClassSitting {
        id: id.into(),
        learner: learner_order[copy.learner as usize],
        bank: copy.bank.clone(),
        title: copy.title.clone(),
        quiz: copy.quiz.clone(),
        mode: copy.mode,
        started_at: copy.started_at,
        finished_at: copy.finished_at,
        state: copy.state,
        answers: (0, 0),
    }
}

/// Tells each sitting where its answers are.
fn lay_out(class: &mut Class) {
    let mut at = 0;
    for (sitting, known) in (0..).zip(&mut class.sittings) {
        let count = class.answers[at..].iter().take_while(|answered| answered.sitting == sitting).count();
        known.answers = (place(at), place(at + count));
        at += count;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::Quietly;

    const TABLES: [&str; 3] = [
        "learner,sitting,question,score,max_score,response\nBen,s2,q1,1,1,b\nBen,s2,q2,0,1,a\nAda,s1,q1,0,1,c\n",
        "learner,sitting,question,score,max_score,response\nAda,s1,q3,1,1,b\nAda,s1,q1,0,1,c\nAda,s1,q1,0,1,c\n",
        "learner,sitting,question,score,max_score,response\nCleo,s3,q3,0.5,1,a\n",
    ];

    fn gathering(tables: &[u32]) -> Gathering {
        let mut gathering = Gathering::default();
        for table in tables {
            gathering.add(TABLES[*table as usize].as_bytes(), *table, &Quietly).expect("a sound table");
        }
        gathering
    }

    #[test]
    fn gatherings_that_were_filled_side_by_side_are_one() {
        let expected = gathering(&[0, 1, 2]).finish();
        let mut half = gathering(&[2, 1]);
        half.absorb(gathering(&[0]));
        assert_eq!(half.finish(), expected);
        assert_eq!(expected.copies, [Copies { sitting: 0, kept: 1, set_aside: vec![0] }]);
        assert_eq!(expected.doubled_rows, 1);
    }

    #[test]
    fn a_version_that_two_tables_tell_differently_is_the_same_in_every_order() {
        let header = "learner,sitting,bank,question,kind,prompt,score,max_score,options,question_hash\n";
        let table = |learner: &str, options: &str, prompt: &str| {
            format!("{header}{learner},s-{learner},b,q1,choice,{prompt},1,1,{options},h1\n")
        };
        let tables = [
            table("Ada", "no; yes", "Is it?"),
            table("Ben", "no yes", "Was it?"),
            table("Cleo", "maybe; no; yes", "Is it then?"),
        ];
        let class = |order: [usize; 3], absorbed: usize| {
            let [mut one, mut other] = [Gathering::default(), Gathering::default()];
            for (at, table) in order.into_iter().enumerate() {
                let gathering = if at < absorbed { &mut other } else { &mut one };
                gathering.add(tables[table].as_bytes(), 0, &Quietly).expect("a sound table");
            }
            one.absorb(other);
            one.finish().class
        };
        let expected = class([0, 1, 2], 0);
        assert_eq!(expected.questions[0].versions[0].options, ["maybe", "no", "yes"].map(Box::from));
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            (0..=3).for_each(|absorbed| assert_eq!(class(order, absorbed), expected, "{order:?}, {absorbed}"));
        }
    }
}
