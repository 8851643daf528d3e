//! Marked lines as records of responses, for the same CSV as any other result.

use super::mark::turns;
use super::rows::same_name;
use super::{Answered, MarkedLine, PrintedPaper};
use crate::bank::{Mode, Question};
use crate::moment::Moment;
use crate::paper::paper_digest;
use crate::sitting::response::{correct_written, written_options};
use crate::sitting::{ResponseRecord, State, Turn};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

/// Who a name on a paper is: the same paper and name give the same id whenever it is marked. A UUID of version 8
/// (RFC 9562, section 5.8), from a SHA-256 as that standard's appendix B.2 shows.
pub fn learner_id(paper: &PrintedPaper, name: &str) -> Uuid {
    named_id("learner", paper, name)
}

/// The sitting of that name on that paper, in the same way, so that a paper that is marked again takes the place of the
/// first marks.
pub fn sitting_id(paper: &PrintedPaper, name: &str) -> Uuid {
    named_id("sitting", paper, name)
}

fn named_id(purpose: &str, paper: &PrintedPaper, name: &str) -> Uuid {
    let mut digest = Sha256::new();
    digest.update(purpose);
    digest.update([0]);
    digest.update(paper_digest(&paper.papers));
    digest.update(same_name(name));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest.finalize()[..16]);
    Builder::from_custom_bytes(bytes).into_uuid()
}

/// A record for each question of a line that was marked at that moment. `hash_of` tells versions of a question apart, as
/// in the history.
pub fn records(
    paper: &PrintedPaper,
    marked: &MarkedLine,
    at: Moment,
    hash_of: &dyn Fn(&Question) -> String,
) -> Vec<ResponseRecord> {
    let sitting = Sitting {
        paper,
        marked,
        at,
        hash_of,
        learner_id: learner_id(paper, &marked.line.name),
        sitting_id: sitting_id(paper, &marked.line.name),
    };
    let turns = turns(paper, &marked.line).zip(&marked.line.answers);
    (1..).zip(turns).map(|(position, (turn, answered))| sitting.record(position, &turn, answered)).collect()
}

/// What all records of a line share.
struct Sitting<'a> {
    paper: &'a PrintedPaper,
    marked: &'a MarkedLine,
    at: Moment,
    hash_of: &'a dyn Fn(&Question) -> String,
    learner_id: Uuid,
    sitting_id: Uuid,
}

impl Sitting<'_> {
    fn record(&self, position: u32, turn: &Turn, answered: &Answered) -> ResponseRecord {
        let item = &turn.item;
        let question = &item.question;
        let response = match answered {
            Answered::Blank | Answered::Unreadable => None,
            Answered::Double { written } => Some(written.clone()),
            Answered::Given(response) => Some(response.written(question)),
        };
        ResponseRecord {
            learner_name: self.marked.line.name.clone(),
            learner_id: self.learner_id,
            sitting_id: self.sitting_id,
            bank_id: item.bank_id.clone(),
            bank_title: self.paper.bank_title.clone(),
            quiz_id: String::new(),
            mode: Mode::Test,
            seed: self.paper.papers.get(self.marked.line.version).map_or(0, |paper| paper.seed),
            started_at: self.at,
            finished_at: Some(self.at),
            state: State::Finished,
            position,
            attempt: 1,
            question_id: question.id.to_string(),
            question_hash: (self.hash_of)(item.original()),
            kind: question.kind(),
            topic: question.topic.to_string(),
            prompt: question.prompt.to_string(),
            options: written_options(question, &item.option_order),
            answered_at: response.is_some().then_some(self.at),
            response,
            correct_response: correct_written(question),
            score: turn.score(),
            max_score: turn.max_score(),
            verdict: turn.verdict(),
            note: turn.mark.as_ref().and_then(|mark| mark.note.clone()),
            certainty: None,
            hints_used: 0,
            duration_ms: 0,
            is_flagged: false,
            is_overruled: false,
            remark: String::new(),
            counts_for_review: true,
            marked_score: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper_marks::fixture::{NOON, choice, printed, versions};
    use crate::paper_marks::{mark_line, read_line};
    use crate::sitting::Verdict;

    fn marked(paper: &PrintedPaper, text: &str) -> Vec<ResponseRecord> {
        let line = mark_line(paper, read_line(paper, 0, text).expect("a line"));
        records(paper, &line, NOON, &|question| format!("hash of {}", question.id))
    }

    #[test]
    fn each_question_is_a_record_with_what_was_typed_and_what_it_earns() {
        let paper = printed(vec![choice("a"), choice("b"), choice("c"), choice("d")]);
        let records = marked(&paper, "Ada: b a ? ab");
        let told: Vec<String> = records
            .iter()
            .map(|record| {
                let ResponseRecord { position, question_id, response, verdict, score, options, .. } = record;
                format!("{position} {question_id} {response:?} {verdict:?} {score} {options}")
            })
            .collect();
        let expected = [
            r#"1 a Some("right") Correct 1 x; right; y; z"#,
            r#"2 b Some("x") Wrong 0 x; right; y; z"#,
            "3 c None Unanswered 0 x; right; y; z",
            r#"4 d Some("right; x") Wrong 0 x; right; y; z"#,
        ];
        assert_eq!(told, expected);
        assert!(records.iter().all(|record| record.seed == 7 && record.finished_at == Some(NOON)));
        assert!(records.iter().all(|record| record.answered_at.is_some() == (record.verdict != Verdict::Unanswered)));
        assert_eq!(records[2].question_hash, "hash of c");
    }

    #[test]
    fn a_version_has_its_own_seed_and_order() {
        let paper = versions(4, 2, 7);
        let records = marked(&paper, "Ada (B): a a a a");
        let ids: Vec<&str> = records.iter().map(|record| &*record.question_id).collect();
        let expected: Vec<&str> = paper.papers[1].items.iter().map(|item| &*item.question.id).collect();
        assert_eq!((ids, records[0].seed), (expected, paper.papers[1].seed));
    }

    #[test]
    fn one_paper_and_name_have_one_id_for_ever_and_others_have_others() {
        let (paper, other) = (versions(4, 2, 7), versions(4, 2, 8));
        assert_eq!(learner_id(&paper, "Zoë Müller"), learner_id(&paper, " ZOE\u{308}  Mu\u{308}ller "));
        assert_eq!(learner_id(&paper, "Ada").get_version_num(), 8);
        let ids = [
            learner_id(&paper, "Ada"),
            learner_id(&paper, "Ben"),
            learner_id(&other, "Ada"),
            sitting_id(&paper, "Ada"),
            sitting_id(&other, "Ada"),
        ];
        let different: std::collections::HashSet<Uuid> = ids.into_iter().collect();
        assert_eq!(different.len(), ids.len());
        assert_eq!(learner_id(&versions(4, 1, 7), "Ada"), ids[0], "however many versions there are");
    }
}
