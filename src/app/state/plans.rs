//! The ready-made quizzes of a bank, as its card and its set-up screen tell of them. Starts none.

use crate::app::wording::words;
use crate::bank::{Bank, Quiz};
use crate::paper::{Met, Plan, draw};

/// A ready-made quiz in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuizLine {
    /// Its id in the bank.
    pub id: String,
    /// What its button says.
    pub title: String,
    /// Such as `Test · 10 questions · 10 min · pass mark 60 %`.
    pub about: String,
    /// What it asks for and the bank does not hold; empty where it holds enough.
    pub shortage: String,
    /// Whether there is a question to ask.
    pub can_start: bool,
}

/// The ready-made quizzes of a bank, in the order of the file.
pub fn quiz_lines(bank: &Bank) -> Vec<QuizLine> {
    bank.quizzes.iter().map(|quiz| quiz_line(bank, quiz)).collect()
}

fn quiz_line(bank: &Bank, quiz: &Quiz) -> QuizLine {
    let planned: usize = quiz.draw.iter().map(|line| line.count as usize).sum();
    let asked = asked_count(bank, quiz);
    QuizLine {
        id: quiz.id.to_string(),
        title: quiz.title.to_string(),
        about: about(quiz, asked),
        shortage: if asked < planned { shortage(bank, quiz, asked, planned) } else { String::new() },
        can_start: asked > 0,
    }
}

/// How many questions a sitting would have: enemies and overlapping topics can make them fewer than there are.
fn asked_count(bank: &Bank, quiz: &Quiz) -> usize {
    if quiz.draw.is_empty() {
        return bank.questions.iter().filter(|question| quiz.mode.asks(question.kind())).count();
    }
    draw(&[bank], &Plan::of_quiz(quiz), &Met::default(), 0).items.len()
}

fn about(quiz: &Quiz, asked: usize) -> String {
    let mut about = vec![words::mode(quiz.mode).to_owned(), words::count(asked, "question")];
    about.extend(quiz.time_limit_secs.map(|secs| words::duration(u64::from(secs) * 1000)));
    about.extend(quiz.pass_percent.map(|mark| format!("pass mark {}", words::percent(mark))));
    about.extend(quiz.certainty.then(|| "how sure you are counts".to_owned()));
    about.join(" · ")
}

fn shortage(bank: &Bank, quiz: &Quiz, asked: usize, planned: usize) -> String {
    let holds = |topic: &str| {
        let fits = bank.questions.iter().filter(|question| question.is_within_topic(topic));
        fits.filter(|question| quiz.mode.asks(question.kind())).count()
    };
    let short = quiz.draw.iter().filter(|line| holds(&line.topic) < line.count as usize);
    if short.clone().next().is_none() && bank.questions.iter().any(|question| !question.enemies.is_empty()) {
        return format!("{asked} of the {planned} questions that it plans: others would give answers away");
    }
    let topics: Vec<String> = short.filter(|line| !line.topic.is_empty()).map(|line| line.topic.to_string()).collect();
    let why = if topics.is_empty() { String::new() } else { format!(": too few on {}", words::listed(&topics)) };
    format!("{asked} of the {planned} questions that it plans{why}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(quizzes: &str) -> Vec<QuizLine> {
        let questions = r#"
            (id: "a", topic: "Rivers/Europe", prompt: "The Rhine flows north.", answer: TrueFalse(true)),
            (id: "b", topic: "Rivers/Europe", prompt: "The Volga flows north.", answer: TrueFalse(false), enemies: ["c"]),
            (id: "c", topic: "Rivers/Africa", prompt: "The Nile flows north.", answer: TrueFalse(true)),
            (id: "d", topic: "Rivers", prompt: "What is a meander?", answer: Recall(answer: "A bend."), enemies: ["a"]),
        "#;
        let text = format!("Bank(format: 1, id: \"b\", title: \"B\", questions: [{questions}], quizzes: [{quizzes}])");
        quiz_lines(&crate::bank::read(&text, &crate::bank::Quietly).bank.expect("a bank"))
    }

    fn check(quiz: &str, about: &str, shortage: &str, can_start: bool) {
        let line = lines(quiz).remove(0);
        assert_eq!((&*line.about, &*line.shortage, line.can_start), (about, shortage, can_start), "{quiz}");
    }

    #[test]
    fn a_quiz_tells_how_it_goes() {
        check(r#"(id: "q", title: "All")"#, "Practice · 4 questions", "", true);
        check(
            r#"(id: "q", title: "Q", mode: Test, time_limit_secs: 600, pass_percent: 60, certainty: true,
                draw: [Draw(topic: "Rivers/Europe", count: 1)])"#,
            "Test · 1 question · 10 min · pass mark 60 % · how sure you are counts",
            "",
            true,
        );
    }

    #[test]
    fn no_test_counts_what_only_the_learner_can_rate() {
        check(r#"(id: "q", title: "All", mode: Test)"#, "Test · 3 questions", "", true);
    }

    #[test]
    fn thin_topics_are_named() {
        check(
            r#"(id: "q", title: "Q", draw: [Draw(topic: "Rivers/Africa", count: 3), Draw(topic: "Rivers", count: 1)])"#,
            "Practice · 2 questions",
            "2 of the 4 questions that it plans: too few on Rivers/Africa",
            true,
        );
        check(
            r#"(id: "q", title: "Q", draw: [Draw(topic: "Asia", count: 2)])"#,
            "Practice · 0 questions",
            "0 of the 2 questions that it plans: too few on Asia",
            false,
        );
    }

    #[test]
    fn a_quiz_that_enemies_cut_short_says_so() {
        check(
            r#"(id: "q", title: "Q", draw: [Draw(count: 3)])"#,
            "Practice · 2 questions",
            "2 of the 3 questions that it plans: others would give answers away",
            true,
        );
    }
}
