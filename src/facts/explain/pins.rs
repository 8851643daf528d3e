//! The pages of what can be wrong with pins. Holds texts only.

use crate::facts::explain::page::pages;

pages! {
    CONTRADICTED: Error, "contradicted",
        "A pinned question whose key its facts do not bear out",
        "A question that is kept or added by hand does not change when the table does. Its key names what its facts do not tell.",
        "correct the question, or the facts that it names",
        r#"Pins(add: {"rivers": [Question(
    id: "rhine-end", prompt: "Where does the Rhine end?", facts: ["rhine-sea"],
    answer: Choice(correct: "Black Sea", distractors: ["North Sea"]),
)]})"#,
        r#"Pins(add: {"rivers": [Question(
    id: "rhine-end", prompt: "Where does the Rhine end?", facts: ["rhine-sea"],
    answer: Choice(correct: "North Sea", distractors: ["Black Sea"]),
)]})"#;
    FALSE_CLAIM: Error, "false-claim",
        "A pinned statement that the table judges otherwise",
        "The words are those of a sentence of the table, with names that its facts know: by these it is true where the pin says \
         false, or false where it says true.",
        "correct the answer, or the facts that it names",
        r#"Pins(add: {"rivers": [Question(
    id: "rhine-end", prompt: "The Rhine ends in the Black Sea.", facts: ["rhine-sea"], answer: TrueFalse(true),
)]})"#,
        r#"Pins(add: {"rivers": [Question(
    id: "rhine-end", prompt: "The Rhine ends in the Black Sea.", facts: ["rhine-sea"], answer: TrueFalse(false),
)]})"#;
    NO_DISTRACTORS_HERE: Error, "no-distractors-here",
        "Wrong options for a question that has none",
        "Only `Choice` and `Choices` have wrong options that can be replaced.",
        "take `distractors` out, or keep the whole question in `keep`",
        r#"Pins(reword: {"rhine-sea-true": Reword(distractors: ["Baltic Sea"])})"#,
        r#"Pins(reword: {"rhine-sea-true": Reword(prompt: "The Rhine ends in the North Sea, as we saw.")})"#;
    NOT_GENERATED: Error, "not-generated",
        "A pin for a question that is not made",
        "The table has changed, and makes this question no more. Nobody would notice that the pin does nothing.",
        "take the pin out, or correct its id",
        r#"Pins(reject: {"rhine-sea-why": "We have not done that yet."})"#,
        r#"Pins(reject: {"rhine-sea-true": "We have not done that yet."})"#;
    PINNED_TWICE: Error, "pinned-twice",
        "Two pins for one question",
        "A question is kept, reworded or rejected. With two pins, nobody can tell which holds.",
        "keep one of the pins",
        r#"Pins(
    reword: {"rhine-sea-true": Reword(prompt: "The Rhine ends in the North Sea, as we saw.")},
    reject: {"rhine-sea-true": "It is too easy."},
)"#,
        r#"Pins(reject: {"rhine-sea-true": "It is too easy."})"#;
    RIGHT_DISTRACTOR: Error, "right-distractor",
        "A wrong option of a pinned question that is right",
        "It is another name of what is right, or the fact names it as right as well.",
        "write another",
        r#"Pins(add: {"rivers": [Question(
    id: "rhine-end", prompt: "Where does the Rhine end?", facts: ["rhine-sea"],
    answer: Choice(correct: "North Sea", distractors: ["German Ocean"]),
)]})"#,
        r#"Pins(add: {"rivers": [Question(
    id: "rhine-end", prompt: "Where does the Rhine end?", facts: ["rhine-sea"],
    answer: Choice(correct: "North Sea", distractors: ["Black Sea"]),
)]})"#;
    WRONG_ORDER: Error, "wrong-order",
        "A pinned order that the dates of its facts contradict",
        "The items are events of the table, and their dates put them in another order.",
        "correct the order, or the dates",
        r#""dammed": Relation(
    from: "river", says: ["{subject} was dammed {in when}."], asks_year: ["When was {subject} dammed?"], event: "the damming of {subject}",
)

Fact(id: "rhine-dam", relation: "dammed", subject: "rhine", when: "1932")

Fact(id: "elbe-dam", relation: "dammed", subject: "elbe", when: "1960")

Pins(add: {"rivers": [Question(
    id: "dams", prompt: "Put these in order of time, the earliest first.", facts: ["rhine-dam", "elbe-dam"],
    answer: Order(items: ["The damming of the Elbe", "The damming of the Rhine"]),
)]})"#,
        r#""dammed": Relation(
    from: "river", says: ["{subject} was dammed {in when}."], asks_year: ["When was {subject} dammed?"], event: "the damming of {subject}",
)

Fact(id: "rhine-dam", relation: "dammed", subject: "rhine", when: "1932")

Fact(id: "elbe-dam", relation: "dammed", subject: "elbe", when: "1960")

Pins(add: {"rivers": [Question(
    id: "dams", prompt: "Put these in order of time, the earliest first.", facts: ["rhine-dam", "elbe-dam"],
    answer: Order(items: ["The damming of the Rhine", "The damming of the Elbe"]),
)]})"#;
}
