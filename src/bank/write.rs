//! Writes a bank as RON text, the way a teacher would: fields in the order of the docs, what is left at its default left
//! out, short things on one line. The same bank gives the same bytes. Saves no file.

use super::{Answer, Bank, Mode, Shape, Spot, Variable};
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
    let sources = bank.sources.iter().map(|(key, source)| (Node::text(key), source_node(source)));
    let fields = Fields::new()
        .with("format", Node::Word(bank.format.to_string()))
        .with("id", Node::text(&bank.id))
        .with("title", Node::text(&bank.title))
        .with_text("about", &bank.about)
        .with_text("language", &bank.language)
        .with_texts("authors", &bank.authors)
        .with_text("licence", &bank.licence)
        .with_some("sources", (!bank.sources.is_empty()).then(|| Node::Map(sources.collect()).open()))
        .with("questions", Node::List(bank.questions.iter().map(question_node).collect()).open())
        .with_some("quizzes", list(&bank.quizzes, quiz_node).map(Node::open));
    Node::Struct("Bank", fields).open()
}

fn source_node(source: &Source) -> Node {
    let fields = Fields::new()
        .with("title", Node::text(&source.title))
        .with_text("publisher", &source.publisher)
        .with_some("year", source.year.map(|year| Node::Word(year.to_string())))
        .with_text("url", &source.url);
    Node::Struct("Source", fields)
}

fn question_node(question: &Question) -> Node {
    let feedback = question.feedback.iter().map(|(option, words)| (Node::text(option), Node::text(words)));
    let fields = Fields::new()
        .with("id", Node::text(&question.id))
        .with_text("topic", &question.topic)
        .with("prompt", Node::text(&question.prompt))
        .with("answer", answer_node(&question.answer))
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

fn answer_node(answer: &Answer) -> Node {
    let fields = Fields::new();
    match answer {
        Answer::Choice { correct, distractors } => {
            let fields = fields.with("correct", Node::text(correct)).with("distractors", texts(distractors));
            Node::Struct("Choice", fields)
        }
        Answer::Choices { correct, distractors } => {
            let fields = fields.with("correct", texts(correct)).with_texts("distractors", distractors);
            Node::Struct("Choices", fields)
        }
        Answer::TrueFalse(is_true) => Node::Tuple("TrueFalse", vec![Node::Word(is_true.to_string())]),
        Answer::Number { value, tolerance, unit, unit_required } => {
            let fields = fields
                .with("value", Node::number(*value))
                .with_number("tolerance", *tolerance, 0.0)
                .with_text("unit", unit)
                .with_flag("unit_required", *unit_required);
            Node::Struct("Number", fields)
        }
        Answer::Text { accept, typos, match_case, match_accents } => {
            let fields = fields
                .with("accept", texts(accept))
                .with_some("typos", (*typos > 0).then(|| Node::Word(typos.to_string())))
                .with_flag("match_case", *match_case)
                .with_flag("match_accents", *match_accents);
            Node::Struct("Text", fields)
        }
        Answer::Order { items } => Node::Struct("Order", fields.with("items", texts(items))),
        Answer::Match { pairs, extra } => {
            let pair =
                |(left, right): &(Box<str>, Box<str>)| Node::Tuple("", vec![Node::text(left), Node::text(right)]);
            let pairs = Node::List(pairs.iter().map(pair).collect());
            Node::Struct("Match", fields.with("pairs", pairs).with_texts("extra", extra))
        }
        Answer::Cloze { text } => Node::Struct("Cloze", fields.with("text", Node::text(text.source()))),
        Answer::Categorise { groups } => {
            let groups = groups.iter().map(|(group, items)| (Node::text(group), texts(items))).collect();
            Node::Struct("Categorise", fields.with("groups", Node::Map(groups)))
        }
        Answer::Hotspot { image, spots, correct } => {
            let fields = fields
                .with("image", Node::text(image))
                .with("spots", Node::List(spots.iter().map(spot_node).collect()))
                .with("correct", texts(correct));
            Node::Struct("Hotspot", fields)
        }
        Answer::Calculated { variables, value, tolerance_percent, unit, unit_required } => {
            let variables = variables.iter().map(|(name, variable)| (Node::text(name), variable_node(variable)));
            let fields = fields
                .with("variables", Node::Map(variables.collect()))
                .with("value", Node::text(value))
                .with_number("tolerance_percent", *tolerance_percent, 1.0)
                .with_text("unit", unit)
                .with_flag("unit_required", *unit_required);
            Node::Struct("Calculated", fields)
        }
        Answer::Recall { answer } => Node::Struct("Recall", fields.with("answer", Node::text(answer))),
    }
}

fn spot_node(spot: &Spot) -> Node {
    let fields = Fields::new()
        .with("name", Node::text(&spot.name))
        .with("shape", shape_node(&spot.shape))
        .with_text("describe", &spot.describe);
    Node::Struct("Spot", fields)
}

fn shape_node(shape: &Shape) -> Node {
    let numbers = |fields: &[(&'static str, f64)]| {
        fields.iter().fold(Fields::new(), |all, (name, number)| all.with(name, Node::number(*number)))
    };
    match shape {
        Shape::Circle { x, y, r } => Node::Struct("Circle", numbers(&[("x", *x), ("y", *y), ("r", *r)])),
        Shape::Rect { x, y, width, height } => {
            Node::Struct("Rect", numbers(&[("x", *x), ("y", *y), ("width", *width), ("height", *height)]))
        }
        Shape::Polygon(corners) => {
            let corner = |(x, y): &(f64, f64)| Node::Tuple("", vec![Node::number(*x), Node::number(*y)]);
            Node::Tuple("Polygon", vec![Node::List(corners.iter().map(corner).collect())])
        }
    }
}

fn variable_node(variable: &Variable) -> Node {
    match variable {
        Variable::Range { from, to, step } => {
            let fields = Fields::new().with("from", Node::number(*from)).with("to", Node::number(*to));
            Node::Struct("Range", fields.with_number("step", *step, 1.0))
        }
        Variable::Values(values) => {
            let values = values.iter().map(|value| Node::number(*value)).collect();
            Node::Tuple("Values", vec![Node::List(values)])
        }
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

fn texts(texts: &[Box<str>]) -> Node {
    Node::List(texts.iter().map(|text| Node::text(text)).collect())
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
