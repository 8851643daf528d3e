//! The words of the grid in which papers are marked. Paints nothing.

use crate::app::wording::words::{count, listed, points, sentences};
use crate::paper_marks::{Answered, BetterVersion, Difference, Differing, MarkedLine, PrintedPaper};
use crate::report::letter;
use crate::sitting::Verdict;

/// How large a paper is: `12 questions, 4 versions`.
pub fn extent(paper: &PrintedPaper) -> String {
    let questions = count(paper.question_count(), "question");
    if paper.has_versions() { format!("{questions}, {}", count(paper.papers.len(), "version")) } else { questions }
}

/// What a line came to: `3 of 4 points, 3 right`, with the version where there are several.
pub fn result(paper: &PrintedPaper, line: &MarkedLine) -> String {
    let right = line.verdicts.iter().filter(|verdict| **verdict == Verdict::Correct).count();
    let score = format!("{} of {} points, {right} right", points(line.score), points(line.max_score));
    if paper.has_versions() { format!("{}: {score}", version(line.line.version)) } else { score }
}

/// `Version B`.
pub fn version(version: usize) -> String {
    format!("Version {}", letter(version))
}

/// What should be looked at again in a line; empty where nothing.
pub fn hints(line: &MarkedLine) -> String {
    let numbers = |is_meant: fn(&Answered) -> bool| -> Vec<String> {
        let answers = line.line.answers.iter().enumerate().filter(|(_, answered)| is_meant(answered));
        answers.map(|(index, _)| (index + 1).to_string()).collect()
    };
    let unreadable = numbers(|answered| matches!(answered, Answered::Unreadable));
    let double = numbers(|answered| matches!(answered, Answered::Double { .. }));
    let told = |numbers: &[String], one: &str, several: &str| match numbers {
        [] => String::new(),
        [only] => format!("Question {only} {one}"),
        several_numbers => format!("Questions {} {several}", listed(several_numbers)),
    };
    sentences([
        told(&unreadable, "cannot be read and counts as unanswered", "cannot be read and count as unanswered"),
        told(&double, "has more than one mark and counts as wrong", "have more than one mark and count as wrong"),
        line.better.map(better).unwrap_or_default(),
    ])
}

/// `Version B fits better: 13 instead of 4 right`.
fn better(better: BetterVersion) -> String {
    let BetterVersion { version: fitting, right, instead_of } = better;
    format!("{} fits better: {right} instead of {instead_of} right", version(fitting))
}

/// In what two passes differ: `Ada, question 3: c, then b`.
pub fn difference(Difference { name, what }: &Difference) -> String {
    match what {
        Differing::Answer { number, first, second } => format!("{name}, question {number}: {first}, then {second}"),
        Differing::Version { first, second } => {
            format!("{name}: version {}, then version {}", letter(*first), letter(*second))
        }
        Differing::NotInSecond => format!("{name} is not in the second pass"),
        Differing::NotInFirst => format!("{name} is only in the second pass"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::moment::Moment;
    use crate::paper::{Paper, PaperItem};
    use crate::paper_marks::{mark_line, read_line};

    fn paper() -> PrintedPaper {
        let choice = r#"(id: "q", prompt: "Q?", answer: Choice(correct: "a", distractors: ["b", "c"]))"#;
        let item = || PaperItem::new("m", ron::from_str(choice).expect("a question"), vec![0, 1, 2]);
        let papers = vec![Paper { seed: 7, items: vec![item(), item(), item()], short_by: 0 }];
        PrintedPaper::new("m", "Machines", papers, Moment { unix_ms: 0, offset_secs: 0 })
    }

    #[test]
    fn what_should_be_looked_at_again_is_told_question_by_question() {
        let check = |text: &str, expected: &str| {
            let line = mark_line(&paper(), read_line(&paper(), 0, text).expect("a line"));
            assert_eq!(hints(&line), expected, "{text}");
        };
        check("Ada: a b -", "");
        check(
            "Ada: ? b ab",
            "Question 1 cannot be read and counts as unanswered. Question 3 has more than one mark and counts as wrong.",
        );
        check("Ada: ? ? ?", "Questions 1, 2 and 3 cannot be read and count as unanswered.");
        check("Ada: ab bc a", "Questions 1 and 2 have more than one mark and count as wrong.");
    }

    #[test]
    fn a_version_that_fits_better_is_told_with_both_counts() {
        let told = better(BetterVersion { version: 1, right: 13, instead_of: 4 });
        assert_eq!(told, "Version B fits better: 13 instead of 4 right");
    }

    #[test]
    fn differences_tell_the_learner_the_question_and_both_readings() {
        let check = |what: Differing, expected: &str| {
            assert_eq!(difference(&Difference { name: "Ada".to_owned(), what }), expected);
        };
        check(Differing::Answer { number: 3, first: "c".into(), second: "b".into() }, "Ada, question 3: c, then b");
        check(Differing::Version { first: 0, second: 1 }, "Ada: version A, then version B");
        check(Differing::NotInSecond, "Ada is not in the second pass");
        check(Differing::NotInFirst, "Ada is only in the second pass");
    }
}
