//! Looks a bank over for whoever writes it: every question in the order of the file, those that cannot be asked too, each
//! with its place and its problems. Finds nothing that the check does not.

use super::read::{Depth, Examined, Progress, examine, mark_bytes, move_on};
use super::{Bank, Diagnostic, LetterFinder, PictureFinder, Question, Severity};
use crate::bank::read::recover::Spans;
use crate::syntax::LineIndex;
use crate::syntax::path::span_of;
use std::ops::Range;

/// A bank looked over.
#[derive(Debug)]
pub struct Survey {
    /// The bank's own fields, without its questions; blank where they could not be read.
    pub head: Bank,
    /// Whether it can be played.
    pub is_playable: bool,
    /// Every question in the order of the file.
    pub questions: Vec<SurveyedQuestion>,
    /// All that [`super::check_with`] finds, in its order.
    pub problems: Vec<Diagnostic>,
    /// How many of them are errors.
    pub error_count: usize,
    /// Indices of the questions that have a problem.
    pub with_problems: Vec<usize>,
    /// The text with its lines, for whoever shows where something stands.
    pub lines: LineIndex<Box<str>>,
}

/// A question as it stands in the file.
#[derive(Debug)]
pub struct SurveyedQuestion {
    /// The question; `None` where it cannot be read, and so not be shown.
    pub question: Option<Question>,
    /// Its id; empty where none could be read.
    pub id: Box<str>,
    /// What it begins with: its name or its bracket.
    pub span: Range<usize>,
    /// Its problems, as indices into those of the survey.
    pub problems: Range<usize>,
    /// How bad the worst of them is.
    pub worst: Option<Severity>,
}

/// Looks over the bank in `text`. Where `progress` stops that, [`super::Problem::Cancelled`] is among the problems.
pub fn survey(
    text: Box<str>,
    progress: &dyn Progress,
    pictures: &dyn PictureFinder,
    letters: &dyn LetterFinder,
) -> Survey {
    let mark_bytes = mark_bytes(&text);
    let bare = &text[mark_bytes..];
    let (head, is_playable, mut questions, mut problems) =
        match examine(Depth::Warnings, bare, progress, pictures, letters) {
            Ok(examined) => looked_over(bare, examined),
            Err(reading) => (Bank::default(), false, Vec::new(), reading.into_problems()),
        };
    move_on(&mut problems, mark_bytes);
    for SurveyedQuestion { span, .. } in &mut questions {
        *span = span.start + mark_bytes..span.end + mark_bytes;
    }
    let numbered = questions.iter().enumerate();
    let with_problems = numbered.filter(|(_, one)| !one.problems.is_empty()).map(|(index, _)| index).collect();
    let error_count = problems.iter().filter(|problem| problem.problem.severity() == Severity::Error).count();
    let lines = LineIndex::new(text);
    Survey { head, is_playable, questions, problems, error_count, with_problems, lines }
}

impl Survey {
    /// The first error of the bank, or else its first warning.
    pub fn worst_problem(&self) -> Option<usize> {
        self.worst_of(0..self.problems.len())
    }

    /// The first error among these problems, or else the first warning.
    pub fn worst_of(&self, mut problems: Range<usize>) -> Option<usize> {
        let is_error = |index: &usize| self.problems[*index].severity() == Severity::Error;
        problems.clone().find(is_error).or_else(|| problems.next())
    }

    /// The question that the problem at this index is about.
    pub fn question_of(&self, problem: usize) -> Option<usize> {
        let index = self.with_problems.partition_point(|index| self.questions[*index].problems.end <= problem);
        self.with_problems.get(index).copied().filter(|index| self.questions[*index].problems.contains(&problem))
    }
}

impl SurveyedQuestion {
    /// Whether it can be asked, as far as it is up to the question itself.
    pub fn can_be_asked(&self) -> bool {
        self.question.is_some() && self.worst != Some(Severity::Error)
    }
}

fn looked_over(text: &str, examined: Examined) -> (Bank, bool, Vec<SurveyedQuestion>, Vec<Diagnostic>) {
    let Examined { mut bank, spans, mut problems, refusal, .. } = examined;
    let is_playable = refusal.is_none();
    problems.extend(refusal);
    problems.sort_by_key(|problem| problem.span.start);
    let spans = spans.unwrap_or_else(|| Spans::of_sound_text(text));
    let read = spans.questions.into_iter().zip(std::mem::take(&mut bank.questions).into_iter().map(Some));
    let mut pieces: Vec<(Range<usize>, Option<Question>)> =
        read.chain(spans.refused.into_iter().map(|span| (span, None))).collect();
    pieces.sort_by_key(|(span, _)| span.start);
    let mut questions = Vec::with_capacity(pieces.len());
    let mut next = 0;
    let mut ends: Vec<usize> = pieces.iter().skip(1).map(|(span, _)| span.start).collect();
    ends.push(text.len() + 1);
    for ((span, question), end) in pieces.into_iter().zip(ends) {
        let name = span_of(&text[span.clone()], &[]);
        let first = next + problems[next..].partition_point(|problem| problem.span.start < span.start);
        next = first + problems[first..].partition_point(|problem| problem.span.start < span.end);
        // What stands behind a question that broke off is told of it too.
        let name_told = problems[first..next].iter().find_map(|problem| problem.question.clone());
        let known = question.as_ref().map(|question| question.id.clone()).or(name_told);
        let is_told_of_it = |problem: &&Diagnostic| {
            problem.span.start < end && problem.question.is_some() && (known.is_none() || problem.question == known)
        };
        next += problems[next..].iter().take_while(is_told_of_it).count();
        let own = &problems[first..next];
        let worst = own.iter().map(|problem| problem.problem.severity()).max();
        let told_id = || own.iter().find_map(|problem| problem.question.clone());
        let id = question.as_ref().map(|question| question.id.clone()).or_else(told_id).unwrap_or_default();
        let span = span.start + name.start..span.start + name.end;
        questions.push(SurveyedQuestion { question, id, span, problems: first..next, worst });
    }
    (bank, is_playable, questions, problems)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::{AnyLetter, AnyPicture, Problem, Quietly, Warning, check, starter};
    use crate::syntax::Place;
    use proptest::prelude::*;

    fn look(text: &str) -> Survey {
        survey(text.into(), &Quietly, &AnyPicture, &AnyLetter)
    }

    const BANK: &str = "Bank(\n  format: 1, id: \"b\", title: \"B\",\n  questions: [\n    \
        Question(id: \"sound\", prompt: \"How many days has a week?\", answer: Number(value: 7), explanation: \"It has seven.\"),\n    \
        Question(id: \"blank\", prompt: \" \", answer: TrueFalse(true)),\n    \
        Question(id: \"odd\", promt: \"What?\", answer: TrueFalse(true)),\n    \
        Question(id: \"last\", prompt: \"What is not so?\", answer: Choice(correct: \"a\", distractors: [\"a\", \"b\"])),\n  \
        ],\n  quizzes: [Quiz(id: \"q\", title: \"Q\", draw: [Draw(topic: \"none\", count: 3)])],\n)";

    #[test]
    fn every_question_stands_in_the_order_of_the_file_with_its_problems() {
        let survey = look(BANK);
        let ids: Vec<&str> = survey.questions.iter().map(|question| &*question.id).collect();
        assert_eq!(ids, ["sound", "blank", "odd", "last"]);
        let can: Vec<bool> = survey.questions.iter().map(SurveyedQuestion::can_be_asked).collect();
        assert_eq!(can, [true, false, false, false]);
        assert_eq!(survey.questions[2].question, None);
        assert_eq!(survey.lines.place(survey.questions[1].span.start), Place { line: 5, column: 5 });
        assert_eq!(survey.with_problems, [1, 2, 3]);
        assert!(survey.is_playable);
    }

    #[test]
    fn each_problem_leads_to_its_question_and_those_of_the_bank_to_none() {
        let survey = look(BANK);
        for (index, problem) in survey.problems.iter().enumerate() {
            let id = survey.question_of(index).map(|question| &survey.questions[question].id);
            assert_eq!(id, problem.question.as_ref(), "{problem:?}");
        }
        assert!(
            survey.problems.iter().any(|problem| matches!(problem.problem, Problem::Warning(Warning::ThinTopic(_))))
        );
    }

    #[test]
    fn a_bank_that_cannot_be_played_shows_its_questions_all_the_same() {
        let survey = look(&BANK.replace("title: \"B\"", "titel: \"B\""));
        assert!(!survey.is_playable);
        assert_eq!(survey.questions.len(), 4);
        assert!(survey.error_count >= 4);
    }

    #[test]
    fn lines_are_as_in_the_file_also_behind_a_mark_and_with_other_ends() {
        let survey = look("\u{feff}Bank(\r\n  é\r\n)");
        assert_eq!([1, 2, 3, 4, 0].map(|line| survey.lines.line(line)), ["Bank(", "  é", ")", "", ""]);
    }

    #[test]
    fn what_is_no_bank_has_no_questions_but_a_problem() {
        for text in ["", "?", "[[[", "\u{feff}"] {
            let survey = look(text);
            assert!(survey.questions.is_empty() && !survey.problems.is_empty() && !survey.is_playable, "{text:?}");
        }
    }

    #[test]
    fn a_survey_that_is_stopped_says_so() {
        struct Stop;
        impl Progress for Stop {
            fn advance(&self, _share: f32) -> bool {
                false
            }
        }
        let survey = survey(BANK.into(), &Stop, &AnyPicture, &AnyLetter);
        assert!(survey.problems.iter().any(|problem| problem.problem == Problem::Cancelled));
    }

    proptest! {
        /// Whatever is cut out of a bank or put into it, the survey tells what the check tells, and each problem with a
        /// question leads to that question.
        #[test]
        fn a_survey_tells_what_the_check_tells(at in 0..4000_usize, length in 0..40_usize, new in "[a-z(\\[,:\"\\])\n ]{0,8}") {
            let whole = starter("survey").text;
            let start = whole.floor_char_boundary(at.min(whole.len()));
            let end = whole.floor_char_boundary((start + length).min(whole.len()));
            let text = format!("{}{new}{}", &whole[..start], &whole[end.max(start)..]);
            let survey = look(&text);
            prop_assert_eq!(&survey.problems, &check(&text, &Quietly));
            for (index, problem) in survey.problems.iter().enumerate() {
                if let Some(id) = &problem.question {
                    let question = survey.question_of(index).map(|question| &survey.questions[question]);
                    prop_assert_eq!(question.map(|question| &question.id), Some(id));
                }
            }
        }
    }
}
