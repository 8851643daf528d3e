//! Banks to play, and how each question of the one with every kind is answered. Knows no window.

/// A question of [`FIVE_KINDS`] and the ways to answer it.
pub struct Known {
    pub id: &'static str,
    pub kind: &'static str,
    pub topic: &'static str,
    pub prompt: &'static str,
    /// Options to pick, or the one text to type.
    pub right: &'static [&'static str],
    /// The same, answered less than fully right.
    pub wrong: &'static [&'static str],
    /// What becomes of that: verdict and score as in a CSV, and how the feedback begins.
    pub wrong_outcome: (&'static str, &'static str, &'static str),
    /// `correct_response` in a CSV.
    pub key: &'static str,
}

/// The questions of [`FIVE_KINDS`].
pub const KNOWN: [Known; 5] = [
    Known {
        id: "gas",
        kind: "choice",
        topic: "Plasma/gas",
        prompt: "Which gas does ITER burn beside tritium?",
        right: &["Deuterium"],
        wrong: &["Helium"],
        wrong_outcome: ("wrong", "0", "Not quite: it is Deuterium"),
        key: "Deuterium",
    },
    Known {
        id: "machines",
        kind: "choices",
        topic: "Machines/names",
        prompt: "Which of these are tokamaks?",
        right: &["JET", "ITER"],
        wrong: &["JET"],
        wrong_outcome: ("partial", "0.5", "Partly right"),
        key: "JET; ITER",
    },
    Known {
        id: "culham",
        kind: "true_false",
        topic: "Machines/places",
        prompt: "JET stood at Culham.",
        right: &["True"],
        wrong: &["False"],
        wrong_outcome: ("wrong", "0", "Not quite: it is true"),
        key: "true",
    },
    Known {
        id: "energy",
        kind: "number",
        topic: "Machines/records",
        prompt: "How much energy did JET give off in its pulse of December 2021?",
        right: &["59 MJ"],
        wrong: &["59 kJ"],
        wrong_outcome: ("wrong", "0", "Not quite: it is 59 MJ"),
        key: "59 MJ",
    },
    Known {
        id: "shape",
        kind: "text",
        topic: "Plasma/shape",
        prompt: "What is the shape of a ring doughnut called?",
        right: &["torus"],
        wrong: &["sphere"],
        wrong_outcome: ("wrong", "0", "Not quite: it is torus"),
        key: "torus",
    },
];

/// The known question with this prompt.
pub fn known(prompt: &str) -> &'static Known {
    KNOWN.iter().find(|known| known.prompt == prompt).unwrap_or_else(|| panic!("no question {prompt:?}"))
}

/// A question of each kind, with feedback, hints, explanations and a source.
pub const FIVE_KINDS: &str = r#"// A bank with every kind of question.
Bank(
    format: 1,
    id: "five-kinds",
    title: "Five kinds",
    about: "One question of every kind",
    language: "en",
    sources: {
        "book": Source(title: "A book of rings", publisher: "Ring Press", year: 2020),
    },
    questions: [
        Question(
            id: "gas", topic: "Plasma/gas",
            prompt: "Which gas does ITER burn beside tritium?",
            answer: Choice(correct: "Deuterium", distractors: ["Helium", "Argon", "Neon"]),
            feedback: {"Helium": "Helium is what is left over."},
            explanation: "Deuterium and tritium fuse at the lowest temperature.",
            hints: ["It is a kind of hydrogen.", "It is heavy hydrogen."],
            cite: Cite("book", "p. 3"),
        ),
        Question(
            id: "machines", topic: "Machines/names",
            prompt: "Which of these are tokamaks?",
            answer: Choices(correct: ["JET", "ITER"], distractors: ["Saturn", "Hubble"]),
            explanation: "Saturn is a planet and Hubble is a telescope.",
        ),
        Question(
            id: "culham", topic: "Machines/places",
            prompt: "JET stood at Culham.",
            answer: TrueFalse(true),
            explanation: "Culham is near Oxford.",
        ),
        Question(
            id: "energy", topic: "Machines/records",
            prompt: "How much energy did JET give off in its pulse of December 2021?",
            answer: Number(value: 59, tolerance: 0.5, unit: "MJ"),
            explanation: "It was 59 MJ over five seconds.",
        ),
        Question(
            id: "shape", topic: "Plasma/shape",
            prompt: "What is the shape of a ring doughnut called?",
            answer: Text(accept: ["torus"], typos: 1),
            explanation: "A torus is a ring.",
        ),
    ],
)
"#;

/// A picture to point at, and the bank that lies beside it: a question of each kind.
pub const MAP: &str = include_str!("../../assets/starter-map.svg");
pub const EVERY_KIND: &str = include_str!("../../assets/starter.ron");

/// As many true-or-false questions as asked for, each of which is true; option 1 is right.
pub fn truths(id: &str, count: usize) -> String {
    let questions: String = (1..=count)
        .map(|n| format!("Question(id: \"t{n}\", prompt: \"Statement {n} is true.\", answer: TrueFalse(true)),\n"))
        .collect();
    format!("Bank(format: 1, id: \"{id}\", title: \"Truths of {id}\", questions: [\n{questions}])\n")
}

/// Errors in questions and in the bank's plans, and a warning.
pub const FLAWED: &str = r#"Bank(
    format: 1,
    id: "flawed",
    title: "Flawed",
    questions: [
        Question(id: "good", prompt: "How many days has a week?", answer: Number(value: 7), explanation: "It has seven."),
        Question(id: "blank", prompt: " ", answer: TrueFalse(true)),
        Question(
            id: "above",
            prompt: "Which of these is a ring?",
            answer: Choice(correct: "torus", distractors: ["cube", "cone", "all of the above"]),
        ),
        Question(id: "misspelt", prompt: "What is round?", answr: Text(accept: ["a ball"])),
    ],
    quizzes: [
        Quiz(id: "thin", title: "Thin", draw: [Draw(topic: "none", count: 3)]),
    ],
)
"#;

/// Everything that a text can have.
pub const FORMATTED: &str = r##"Bank(format: 1, id: "formatted", title: "Formatted", questions: [
    Question(
        id: "q",
        prompt: r"Which is **not** $E = mc^2$ for $m = \frac{E}{c^2}$?

| machine | year |
| --- | ---: |
| JET | $1997$ |

- a list with `code`
- and *more*",
        answer: Choice(correct: r"$\frac{1}{2}$ of **it**", distractors: ["2*3*4 < 5", "1. April"]),
        feedback: {"1. April": r"That is $\alpha$."},
        hints: [r"Think of $\tau_E$."],
        explanation: r"See [the site](https://example.org/a).

$$n\,T\,\tau_E \ge 3 \times 10^{21}$$

> So it is.",
    ),
])"##;
