//! `thin-topic`: a quiz that draws more questions than its topic has. Counts, and reads nothing.

use crate::bank::check::explain::sources::FORMAT;
use crate::bank::check::{Finding, Subject};
use crate::bank::lints::{Check, Lint, Notes, Violation};
use crate::bank::{Bank, Explanation, Mode, Severity};
use crate::syntax::path::Step;
use std::borrow::Cow;
use std::collections::HashSet;

/// What the lint finds.
#[derive(Clone, Debug, PartialEq)]
pub struct ThinTopic {
    /// Id of the quiz.
    pub quiz: Box<str>,
    /// The topic; empty for the whole bank.
    pub topic: Box<str>,
    /// How many questions it asks for.
    pub wanted: u32,
    /// How many there are.
    pub available: usize,
}

impl Violation for ThinTopic {
    const LINT: Lint = Lint {
        page: Explanation {
            code: "thin-topic",
            severity: Severity::Warning,
            title: "A quiz that draws more questions than its topic has",
            why: "The quiz draws all there are and so is shorter than it says. A mistyped topic has none at all.",
            fix: "write more questions, lower `count`, or mend the name of the topic",
            source: FORMAT,
            before: r#"Bank(
    format: 1, id: "b", title: "B",
    questions: [Question(id: "a", topic: "Peru", prompt: "Lima is in Peru.", answer: TrueFalse(true))],
    quizzes: [Quiz(id: "short", title: "Short", draw: [Draw(topic: "Peru", count: 5)])],
)"#,
            after: r#"Bank(
    format: 1, id: "b", title: "B",
    questions: [Question(id: "a", topic: "Peru", prompt: "Lima is in Peru.", answer: TrueFalse(true))],
    quizzes: [Quiz(id: "short", title: "Short", draw: [Draw(topic: "Peru", count: 1)])],
)"#,
        },
        checks: &[Check::Quizzes(check)],
    };

    fn message(&self) -> String {
        let Self { quiz, topic, wanted, available } = self;
        format!("the quiz \"{quiz}\" draws {wanted} questions from \"{topic}\" and there are {available}")
    }

    fn help(&self) -> Cow<'static, str> {
        "it will draw all of them".into()
    }
}

/// Plans that will be shorter than they say, once the questions with an error in `question_findings` are left out.
fn check(bank: &Bank, question_findings: &[Finding], notes: &mut Notes) {
    if bank.quizzes.is_empty() {
        return;
    }
    let topics = |mode| Topics::of(bank, question_findings, mode);
    let (in_practice, in_test) = (topics(Mode::Practice), topics(Mode::Test));
    for (index, quiz) in bank.quizzes.iter().enumerate() {
        notes.subject = Subject::Quiz(index);
        let topics = if quiz.mode == Mode::Test { &in_test } else { &in_practice };
        for (index, draw) in quiz.draw.iter().enumerate() {
            let available = topics.count(&draw.topic);
            if !usize::try_from(draw.count).is_ok_and(|wanted| wanted <= available) {
                let (quiz, topic) = (quiz.id.clone(), draw.topic.clone());
                let path = [Step::Field("draw"), Step::Item(index)];
                notes.add(path, ThinTopic { quiz, topic, wanted: draw.count, available });
            }
        }
    }
}

/// How many questions each topic has, for topics and those above them alike.
struct Topics<'a>(Vec<&'a str>);

impl<'a> Topics<'a> {
    /// Those of the questions that a quiz in this mode can draw.
    fn of(bank: &'a Bank, findings: &[Finding], mode: Mode) -> Self {
        let errors = findings.iter().filter(|finding| finding.problem.severity() == Severity::Error);
        let faulty: HashSet<Subject> = errors.map(|finding| finding.subject).collect();
        let numbered = bank.questions.iter().enumerate();
        let sound = numbered.filter(|(index, _)| !faulty.contains(&Subject::Question(*index)));
        let sound = sound.filter(|(_, question)| mode.asks(question.kind()));
        let mut topics: Vec<&str> = sound.map(|(_, question)| &*question.topic).collect();
        topics.sort_unstable();
        Self(topics)
    }

    /// Sorted topics have each one's own questions in one run, and those below it in another.
    fn count(&self, topic: &str) -> usize {
        if topic.is_empty() {
            return self.0.len();
        }
        let below = format!("{topic}/");
        let run = |is_before: &dyn Fn(&str) -> bool| self.0.partition_point(|found| is_before(found));
        let own = run(&|found| found <= topic) - run(&|found| found < topic);
        let start = run(&|found| found < below.as_str());
        own + self.0[start..].partition_point(|found| found.starts_with(&below))
    }
}

#[cfg(test)]
mod tests {
    use crate::bank::{Quietly, read};

    #[test]
    fn a_thin_topic_counts_topics_below_and_only_questions_that_play() {
        let question = |id: &str, topic: &str, points: u32| {
            format!("(id: \"{id}\", topic: \"{topic}\", prompt: \"?\", answer: TrueFalse(true), points: {points}),\n")
        };
        let thin = |topic: &str, count: u32| {
            let questions =
                [("a", "JET", 1), ("b", "JET/dates", 1), ("c", "JETS", 1), ("d", "JET-2", 1), ("e", "JET", 0)];
            let questions: String = questions.iter().map(|(id, topic, points)| question(id, topic, *points)).collect();
            let text = format!(
                "(format: 1, id: \"b\", title: \"B\", questions: [{questions}], \
                 quizzes: [(id: \"q\", title: \"Q\", draw: [(topic: \"{topic}\", count: {count})])])"
            );
            let reading = read(&text, &Quietly);
            assert_eq!(reading.bank.expect("a bank").quizzes.len(), 1);
            reading.problems.iter().filter(|problem| problem.problem.code() == "thin-topic").count()
        };
        assert_eq!([thin("JET", 2), thin("JET", 3)], [0, 1]);
        assert_eq!([thin("JET/dates", 1), thin("JET/dates", 2)], [0, 1]);
        assert_eq!([thin("", 4), thin("", 5)], [0, 1]);
        assert_eq!([thin("MAST", 0), thin("MAST", 1)], [0, 1]);
    }
}
