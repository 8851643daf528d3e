//! Which of the copies of a sitting counts, where several tables have it. Reads no table.

use crate::bank::Mode;
use crate::class::model::{Answered, Texts};
use crate::class::read::version::Version;
use crate::moment::Moment;
use crate::sitting::State;
use indexmap::IndexMap;

/// A sitting whose copies differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copies {
    /// Place of the sitting in the class.
    pub sitting: u32,
    /// The table whose copy counts.
    pub kept: u32,
    /// The tables whose copies are set aside.
    pub set_aside: Vec<u32>,
}

/// One sitting as one table has it.
#[derive(Debug)]
pub(super) struct SittingCopy {
    pub table: u32,
    pub sitting: u32,
    pub learner: u32,
    pub bank: Box<str>,
    pub title: Box<str>,
    pub quiz: Box<str>,
    pub mode: Option<Mode>,
    pub started_at: Option<Moment>,
    pub finished_at: Option<Moment>,
    pub state: State,
    /// Rows, and how many of them were answered.
    pub rows: u32,
    pub answered: u32,
    /// When its last answer was given, in milliseconds since 1970.
    pub last_ms: i64,
}

impl SittingCopy {
    /// The longer and then the later of two copies counts.
    fn rank(&self) -> (u32, u32, bool, i64, Option<i64>) {
        let finished_ms = self.finished_at.map(|moment| moment.unix_ms);
        (self.answered, self.rows, self.state == State::Finished, self.last_ms, finished_ms)
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct RowOfCopy {
    pub copy: u32,
    pub answered: Answered,
}

/// Which copy of each sitting counts.
pub(super) struct Chosen {
    pub is_kept: Vec<bool>,
    pub copy_of: Vec<u32>,
    pub differing: Vec<Copies>,
}

impl Chosen {
    pub fn among(
        copies: &[SittingCopy],
        rows: &[RowOfCopy],
        texts: &Texts,
        questions: &IndexMap<Box<str>, Vec<Version>>,
        sittings: usize,
    ) -> Self {
        let mut of_sitting: Vec<Vec<u32>> = vec![Vec::new(); sittings];
        for (copy, known) in (0..).zip(copies) {
            of_sitting[known.sitting as usize].push(copy);
        }
        let mut chosen = Self { is_kept: vec![false; copies.len()], copy_of: Vec::new(), differing: Vec::new() };
        for (sitting, of_it) in (0..).zip(&of_sitting) {
            let content = |copy: u32| content(copy, rows, texts, questions);
            let Some(kept) = of_it.iter().copied().max_by(|one, other| {
                let ranks = copies[*one as usize].rank().cmp(&copies[*other as usize].rank());
                ranks.then_with(|| content(*one).cmp(&content(*other)))
            }) else {
                continue;
            };
            chosen.is_kept[kept as usize] = true;
            chosen.copy_of.push(kept);
            let differs = |copy: &u32| {
                *copy != kept
                    && (copies[*copy as usize].rank() != copies[kept as usize].rank()
                        || content(*copy) != content(kept))
            };
            let mut set_aside: Vec<u32> =
                of_it.iter().filter(|copy| differs(copy)).map(|copy| copies[*copy as usize].table).collect();
            set_aside.sort_unstable();
            if !set_aside.is_empty() {
                chosen.differing.push(Copies { sitting, kept: copies[kept as usize].table, set_aside });
            }
        }
        chosen
    }
}

/// What a copy says, to be compared. `rows` are in the order of copies.
fn content<'t>(
    copy: u32,
    rows: &[RowOfCopy],
    texts: &'t Texts,
    questions: &'t IndexMap<Box<str>, Vec<Version>>,
) -> Vec<(u32, u16, &'t str, u64, &'t str)> {
    let first = rows.partition_point(|row| row.copy < copy);
    let own = rows[first..].iter().take_while(|row| row.copy == copy);
    let mut content: Vec<_> = own
        .map(|row| {
            let answered = &row.answered;
            let question = questions.get_index(answered.question as usize).map_or("", |(name, _)| name);
            let response = answered.response.map_or("", |id| texts.get(id));
            (answered.position, answered.attempt, question, answered.score.to_bits(), response)
        })
        .collect();
    content.sort_unstable();
    content
}
