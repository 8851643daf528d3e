//! Writes the text of a large bank. Reads none.

use std::fmt::Write;

/// A bank as a teacher would write it, of every kind of question in turn.
pub fn bank_text(question_count: usize) -> String {
    let mut text = String::with_capacity(question_count * 480);
    text.push_str(HEAD);
    for number in 0..question_count {
        let topic = ["JET/dates", "JET/records", "ITER/sites", "ITER/machine", "people"][number / 7 % 5];
        let _ = write!(
            text,
            "        Question(\n            id: \"question-{number}\",\n            topic: \"{topic}\",\n            \
             prompt: \"In campaign {number}, which of the figures below did the machine reach first?\",\n            answer: "
        );
        push_answer(&mut text, number);
        let _ = write!(
            text,
            ",\n            explanation: \"The report on campaign {number} gives the figure in its second table, with the day.\",\n"
        );
        if number % 4 == 0 {
            text.push_str(
                "            hints: [\"It was in the second decade of the machine.\"],\n            difficulty: 0.4,\n",
            );
        }
        let _ = writeln!(text, "            cite: Cite(\"newsline\", \"J{}\"),\n        ),", number % 60);
    }
    text.push_str(TAIL);
    text
}

fn push_answer(text: &mut String, number: usize) {
    let year = 1950 + number % 70;
    let _ = match number % 5 {
        0 => write!(
            text,
            "Choice(correct: \"{year}\", distractors: [\"{}\", \"{}\", \"{}\"])",
            year + 1,
            year + 4,
            year + 25
        ),
        1 => write!(
            text,
            "Choices(correct: [\"tungsten {number}\", \"beryllium\"], distractors: [\"carbon\", \"steel\", \"Inconel é\"])"
        ),
        2 => write!(text, "TrueFalse({})", number.is_multiple_of(2)),
        3 => write!(text, "Number(value: {}.5, tolerance: 0.5, unit: \"MJ\")", number % 90),
        _ => write!(text, "Text(accept: [\"Reykjavik {number}\", \"the summit of \\\"Reykjavík\\\"\"], typos: 1)"),
    };
}

const HEAD: &str = "// A bank for measuring.\nBank(\n    format: 1,\n    id: \"measuring\",\n    title: \"Measuring\",\n    \
    language: \"en\",\n    sources: {\n        \"newsline\": Source(title: \"Newsline\", year: 2022),\n    },\n    \
    questions: [\n";

const TAIL: &str = "    ],\n    quizzes: [\n        Quiz(id: \"ten\", title: \"Ten minutes\", mode: Test, time_limit_secs: 600, \
    draw: [Draw(topic: \"JET\", count: 5)]),\n    ],\n)\n";
