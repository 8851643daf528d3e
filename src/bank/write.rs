//! Writes a bank as RON text, the way a teacher would: fields in the order of the docs, what is left at its default left
//! out, short things on one line. The same bank gives the same bytes. Saves no file.

use super::{Bank, Mode};
use crate::bank::model::question::{Cites, Question, Quiz, QuizDraw, Source};
use crate::syntax::layout::{Fields, Node};

/// The bank as RON text, which reads back as the same bank. Ends with a line feed.
pub fn write(bank: &Bank) -> String {
    let mut text = String::new();
    document(bank).write(&mut text);
    text.push('\n');
    text
}

/// The question as RON text, as it stands in a bank.
pub fn write_question(question: &Question) -> String {
    let mut text = String::new();
    question_node(question).write(&mut text);
    text
}

fn document(bank: &Bank) -> Node {
    let questions = Node::List(bank.questions.iter().map(question_node).collect()).open();
    Node::Struct("Bank", head_fields(bank, Some(questions))).open()
}

/// The bank without its questions.
pub(crate) fn head_node(bank: &Bank) -> Node {
    Node::Struct("Bank", head_fields(bank, None)).open()
}

fn head_fields(bank: &Bank, questions: Option<Node>) -> Fields {
    let sources = bank.sources.iter().map(|(key, source)| (Node::text(key), source_node(source)));
    Fields::new()
        .with("format", Node::Word(bank.format.to_string()))
        .with("id", Node::text(&bank.id))
        .with("title", Node::text(&bank.title))
        .with_text("about", &bank.about)
        .with_text("language", &bank.language)
        .with_texts("authors", &bank.authors)
        .with_text("licence", &bank.licence)
        .with_some("sources", (!bank.sources.is_empty()).then(|| Node::Map(sources.collect()).open()))
        .with_some("questions", questions)
        .with_some("quizzes", list(&bank.quizzes, quiz_node).map(Node::open))
}

fn source_node(source: &Source) -> Node {
    let fields = Fields::new()
        .with("title", Node::text(&source.title))
        .with_text("publisher", &source.publisher)
        .with_some("year", source.year.map(|year| Node::Word(year.to_string())))
        .with_text("url", &source.url);
    Node::Struct("Source", fields)
}

/// The question as a value to be laid out.
pub(crate) fn question_node(question: &Question) -> Node {
    let feedback = question.feedback.iter().map(|(option, words)| (Node::text(option), Node::text(words)));
    let fields = Fields::new()
        .with("id", Node::text(&question.id))
        .with_text("topic", &question.topic)
        .with("prompt", Node::text(&question.prompt))
        .with("answer", question.answer.with_kind(|kind| kind.ron()))
        .with_some("feedback", (!question.feedback.is_empty()).then(|| Node::Map(feedback.collect()).open()))
        .with_text("explanation", &question.explanation)
        .with_texts("hints", &question.hints)
        .with_some("cite", cites_node(&question.cite))
        .with_number("points", question.points, 1.0)
        .with_some("difficulty", question.difficulty.map(|share| Node::Word(share.to_string())))
        .with_texts("facts", &question.facts)
        .with_texts("enemies", &question.enemies)
        .with_number("hint_cost", question.hint_cost, 0.0)
        .with_text("alt", &question.alt);
    Node::Struct("Question", fields).open()
}

fn cites_node(cites: &Cites) -> Option<Node> {
    let mut nodes = cites.0.iter().map(|cite| {
        let place = (!cite.place.is_empty()).then(|| Node::text(&cite.place));
        Node::Tuple("Cite", std::iter::once(Node::text(&cite.source)).chain(place).collect())
    });
    match nodes.len() {
        0 | 1 => nodes.next(),
        _ => Some(Node::List(nodes.collect())),
    }
}

fn quiz_node(quiz: &Quiz) -> Node {
    let draw = |draw: &QuizDraw| {
        let fields = Fields::new().with_text("topic", &draw.topic);
        Node::Struct("Draw", fields.with("count", Node::Word(draw.count.to_string())))
    };
    let fields = Fields::new()
        .with("id", Node::text(&quiz.id))
        .with("title", Node::text(&quiz.title))
        .with_some("mode", (quiz.mode == Mode::Test).then(|| Node::Word("Test".into())))
        .with_some("time_limit_secs", quiz.time_limit_secs.map(|secs| Node::Word(secs.to_string())))
        .with_some("pass_percent", quiz.pass_percent.map(Node::number))
        .with_some("draw", list(&quiz.draw, draw))
        .with_flag("certainty", quiz.certainty)
        .with_some("pausable", quiz.pausable.map(|is_pausable| Node::Word(is_pausable.to_string())));
    Node::Struct("Quiz", fields).open()
}

/// A list, unless it is empty.
fn list<T>(items: &[T], node: impl Fn(&T) -> Node) -> Option<Node> {
    (!items.is_empty()).then(|| Node::List(items.iter().map(node).collect()))
}

#[cfg(test)]
mod tests {
    use super::super::{Quietly, read};
    use super::write;

    const BANK: &str = r#"Bank(
    format: 1,
    id: "talks",
    title: "Talks",
    sources: {
        "paper": Source(title: "A paper", year: 2022),
    },
    questions: [
        Question(
            id: "alfven",
            topic: "Speakers",
            prompt: "For which country did Hannes Alfvén speak?",
            answer: Choice(correct: "Sweden", distractors: ["Norway", "Denmark"]),
            feedback: {
                "Norway": "Norway sent somebody else.",
            },
            explanation: "Alfvén spoke for Sweden; the prize that he won in 1970 was for work which he had done there.",
            hints: ["It is a kingdom."],
            cite: [Cite("paper", "A6"), Cite("paper")],
            points: 2,
            facts: ["A6"],
        ),
        Question(
            id: "head",
            prompt: "Who headed the team?",
            answer: Choices(
                correct: ["Paul-Henri Rebut, who came from France, a man of many ideas"],
                distractors: ["Donato Palumbo", "Sebastian Pease", "Hans-Otto Wüster"],
            ),
        ),
        Question(id: "sum", prompt: "What is $\\frac12$?", answer: Number(value: 0.5)),
    ],
    quizzes: [
        Quiz(
            id: "first",
            title: "First",
            mode: Test,
            draw: [Draw(topic: "Speakers", count: 1)],
        ),
    ],
)
"#;

    #[test]
    fn a_bank_is_written_as_a_teacher_would_write_it() {
        let bank = read(BANK, &Quietly).bank.expect("a bank");
        let opened = BANK.replace(
            r#"        Question(id: "sum", prompt: "What is $\\frac12$?", answer: Number(value: 0.5)),
"#,
            "        Question(
            id: \"sum\",
            prompt: r\"What is $\\frac12$?\",
            answer: Number(value: 0.5),
        ),
",
        );
        assert_eq!(write(&bank), opened);
    }
}
