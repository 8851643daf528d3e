//! The pages of what can be wrong with a table itself. Holds texts only.

use crate::facts::explain::page::pages;

pages! {
    BAD_ARTICLE: Error, "bad-article",
        "An article that is none",
        "`article` decides between \"a\" and \"an\" where the spelling does not tell. Whether \"the\" stands before a name, `the` tells.",
        "write \"a\" or \"an\", or leave it out",
        r#""ems": Entity(name: "Ems", class: "river", article: "the")"#,
        r#""ems": Entity(name: "Ems", class: "river", the: true)"#;
    BANK_NAME: Error, "bank-name",
        "An id of a bank that cannot be the name of a file",
        "A bank is written to a file of its id, which every system must take.",
        "use letters, digits, `-` and `_`",
        r#"FactBank(id: "rivers: Europe", title: "Rivers")"#,
        r#"FactBank(id: "rivers-europe", title: "Rivers")"#;
    FORMERLY_TAKEN: Error, "formerly-taken",
        "An earlier id that is, or was, that of another fact",
        "Results belong to the questions of one fact. With one id for two, nobody could tell whose they are.",
        "keep it where the questions are that learners have answered, and take it out of the other",
        r#"Fact(id: "elbe-sea", formerly: ["rhine-sea"], relation: "ends in", subject: "elbe", object: "north-sea")"#,
        r#"Fact(id: "elbe-sea", formerly: ["elbe-1"], relation: "ends in", subject: "elbe", object: "north-sea")"#;
    NEIGHBOUR_NOT_NUMBER: Error, "neighbour-not-number",
        "A wrong value that is no number",
        "`neighbours` are wrong values in the unit of the right one. They stand among the options, and their meaning is the feedback.",
        "write a number without its unit",
        r#"Fact(id: "elbe-length", relation: "length", subject: "elbe", object: Quantity(value: 1094, unit: "km", neighbours: {"the Rhine": "That is the Rhine."}))"#,
        r#"Fact(id: "elbe-length", relation: "length", subject: "elbe", object: Quantity(value: 1094, unit: "km", neighbours: {"1233": "That is the Rhine."}))"#;
    NEIGHBOUR_RIGHT: Error, "neighbour-right",
        "A wrong value that would be right",
        "What lies within the tolerance is marked as right, so it cannot stand among the wrong options.",
        "take it out, or make the tolerance smaller",
        r#"Fact(id: "elbe-length", relation: "length", subject: "elbe", object: Quantity(value: 1094, tolerance: 20, neighbours: {"1100": "That is rounded."}))"#,
        r#"Fact(id: "elbe-length", relation: "length", subject: "elbe", object: Quantity(value: 1094, tolerance: 2, neighbours: {"1100": "That is rounded."}))"#;
    NEVER_USED: Warning, "never-used",
        "A sentence that no fact can fill",
        "A sentence is used where a fact has all that its places stand for. No fact of this relation has that.",
        "change the sentence, or write into the facts what it needs",
        r#""joins": Relation(
    from: "river", to: "sea", subjects: All, asks_object: ["Where does {subject} end?"],
    says: ["{subject} ends in {object}.", "{subject} has ended in {object} since {year}."],
)

Fact(id: "elbe-sea", relation: "joins", subject: "elbe", object: "north-sea")"#,
        r#""joins": Relation(
    from: "river", to: "sea", subjects: All, asks_object: ["Where does {subject} end?"],
    says: ["{subject} ends in {object}.", "The end of {subject} is {object}."],
)

Fact(id: "elbe-sea", relation: "joins", subject: "elbe", object: "north-sea")"#;
    NO_OBJECT: Error, "no-object",
        "A fact without the object that its relation needs",
        "The relation has a `to`: it joins a subject to an entity of that class.",
        "write the id of one",
        r#"Fact(id: "elbe-sea", relation: "ends in", subject: "elbe")"#,
        r#"Fact(id: "elbe-sea", relation: "ends in", subject: "elbe", object: "north-sea")"#;
    NO_QUESTION: Warning, "no-question",
        "A relation that nothing asks for",
        "Its facts are stated, to be judged, and explain; but no question asks for a part of them. Where they are meant for the \
         answers to others alone, `without: [\"true_false\"]` says so.",
        "write a question in `asks_object`, `asks_subject` or another, or a place in `gaps`",
        r#""rises in": Relation(from: "river", to: "sea", says: ["{subject} rises far from {object}."])

Fact(id: "elbe-source", relation: "rises in", subject: "elbe", object: "black-sea")"#,
        r#""rises in": Relation(
    from: "river", to: "sea", says: ["{subject} rises far from {object}."],
    asks_object: ["Far from which sea does {subject} rise?"],
)

Fact(id: "elbe-source", relation: "rises in", subject: "elbe", object: "black-sea")"#;
    NO_SENTENCE: Error, "no-sentence",
        "A relation that is never told",
        "The sentences in `says` become statements and explanations. Without one no answer can be explained.",
        "write a whole sentence that tells what the relation is",
        r#""source": Relation(from: "river", to: "sea", says: [], asks_object: ["Where does {subject} end?"])"#,
        r#""source": Relation(from: "river", to: "sea", says: ["{subject} ends in {object}."], asks_object: ["Where does {subject} end?"])"#;
    NOT_AN_AMOUNT: Error, "not-an-amount",
        "An entity where the relation has none",
        "A relation without `to` takes numbers: a length, a count.",
        "write an amount, or give the relation a `to`",
        r#"Fact(id: "elbe-length", relation: "length", subject: "elbe", object: "north-sea")"#,
        r#"Fact(id: "elbe-length", relation: "length", subject: "elbe", object: Quantity(value: 1094, unit: "km"))"#;
    NOT_AN_ENTITY: Error, "not-an-entity",
        "An amount where the relation takes an entity",
        "The relation has a `to`: its objects are entities of that class, not numbers.",
        "write the id of an entity, or take `to` out of the relation",
        r#"Fact(id: "elbe-sea", relation: "ends in", subject: "elbe", object: 1094)"#,
        r#"Fact(id: "elbe-sea", relation: "ends in", subject: "elbe", object: "north-sea")"#;
    NOT_ENGLISH: Warning, "not-english",
        "A language that sentences are not made for",
        "Torus puts \"the\", \"a\" and \"an\", owners and dates into sentences as English wants it. In another language it cannot; \
         sentences without such places come out as they are written.",
        "read every question that is made",
        "a table with `language: \"de\"`, in which a sentence says `{a subject}`",
        "the same table, in which the sentence says `{subject}`, and the names hold their articles";
    ONLY_IN_ROW: Warning, "only-in-row",
        "An id in the table that only a name in a row makes",
        "The id of a name from a row is made of its letters. Correct the name, and the id in the table leads nowhere.",
        "list the entity in `entities` or in a spreadsheet of entities",
        r#"relation,subject,object
ends in,Weser,north-sea

Fact(id: "elbe-sea", relation: "ends in", subject: "elbe", object: "north-sea", also_right: ["weser"])"#,
        r#""weser": Entity(name: "Weser", class: "river", the: true)

relation,subject,object
ends in,Weser,north-sea

Fact(id: "elbe-sea", relation: "ends in", subject: "elbe", object: "north-sea", also_right: ["weser"])"#;
    OPEN_PLACE: Error, "open-place",
        "A brace without its partner",
        "Braces begin and end a place that a fact fills. One alone leaves open where the place is.",
        "add the other brace, or write it twice for the sign itself",
        r#""source": Relation(from: "river", to: "sea", says: ["{subject ends in {object}."], asks_object: ["Where does {subject} end?"])"#,
        r#""source": Relation(from: "river", to: "sea", says: ["{subject} ends in {object}."], asks_object: ["Where does {subject} end?"])"#;
    OWN_ANSWER: Error, "own-answer",
        "A question that names what it asks for",
        "A question of `asks_object` is answered by the object, so the place of the object would give it away.",
        "take that place out",
        r#""source": Relation(from: "river", to: "sea", says: ["{subject} ends in {object}."], asks_object: ["Does {subject} end in {object}?"])"#,
        r#""source": Relation(from: "river", to: "sea", says: ["{subject} ends in {object}."], asks_object: ["Where does {subject} end?"])"#;
    PLACE_OF_ONE: Error, "place-of-one",
        "A task on many facts that names one of them",
        "`asks_pairs` and `asks_groups` stand above a list of several facts, so there is no one subject or object to name.",
        "write the task without places",
        r#""source": Relation(from: "river", to: "sea", says: ["{subject} ends in {object}."], asks_pairs: ["Match {subject} with its sea."])"#,
        r#""source": Relation(from: "river", to: "sea", says: ["{subject} ends in {object}."], asks_pairs: ["Match each river with its sea."])"#;
    PLACE_WITHOUT_SOURCE: Warning, "place-without-source",
        "A page of no book",
        "Learners see the source with the place in it. A place alone is not shown.",
        "write `source` as well",
        r#"Fact(id: "elbe-sea", relation: "ends in", subject: "elbe", object: "north-sea", places: ["p. 12"])"#,
        r#"Fact(id: "elbe-sea", relation: "ends in", subject: "elbe", object: "north-sea", source: "atlas", places: ["p. 12"])"#;
    RIGHT_AND_WRONG: Error, "right-and-wrong",
        "An entity that is right and wrong",
        "What the fact itself tells cannot be a wrong answer to a question on it.",
        "take it out of `wrong`",
        r#"Fact(id: "elbe-sea", relation: "ends in", subject: "elbe", object: "north-sea", wrong: ["north-sea"])"#,
        r#"Fact(id: "elbe-sea", relation: "ends in", subject: "elbe", object: "north-sea", wrong: ["black-sea"])"#;
    SAME_FACT: Error, "same-fact",
        "Two facts that say the same",
        "Each would be asked, with the same answer, and their results would be kept apart.",
        "keep one of them",
        r#"Fact(id: "rhine-again", relation: "ends in", subject: "rhine", object: "north-sea")"#,
        r#"Fact(id: "elbe-sea", relation: "ends in", subject: "elbe", object: "north-sea")"#;
    SAME_NAME: Error, "same-name",
        "Two entities of a class with one name",
        "As options of one question, a learner could not tell them apart.",
        "rename one of them: \"Black River (Jamaica)\"",
        r#""elbe-2": Entity(name: "Elbe", class: "river")"#,
        r#""elbe-2": Entity(name: "Little Elbe", class: "river")"#;
    SHARED_NAME: Warning, "shared-name",
        "Another name that two entities share",
        "Where it is typed it could mean either, so it is right for neither.",
        "take it out of one of them, or leave it as it is",
        r#""lippe": Entity(name: "Lippe", class: "river", also: ["Elbe"])"#,
        r#""lippe": Entity(name: "Lippe", class: "river", also: ["Lupia"])"#;
    TOPIC_UNUSED: Error, "topic-unused",
        "A topic of a bank that no fact has",
        "A bank with `topics` asks for the facts of these topics and those below them; of this one there is none.",
        "write a topic that facts have, or give it to some",
        r#"FactBank(id: "rivers", title: "Rivers", topics: ["Europa"])

Fact(id: "elbe-sea", relation: "ends in", subject: "elbe", object: "north-sea", topic: "Europe/north")"#,
        r#"FactBank(id: "rivers", title: "Rivers", topics: ["Europe"])

Fact(id: "elbe-sea", relation: "ends in", subject: "elbe", object: "north-sea", topic: "Europe/north")"#;
    TWO_OF_ONE: Error, "two-of-one",
        "Two facts that cannot both be",
        "`One` says that a subject has one object at the most, or an object one subject; every other is then offered as wrong. Two \
         facts against it mean that one of them is false, or that it is not so.",
        "correct one of them, or write `All` or `Some` in the relation",
        r#"Fact(id: "rhine-other", relation: "ends in", subject: "rhine", object: "black-sea")"#,
        r#"Fact(id: "elbe-sea", relation: "ends in", subject: "elbe", object: "north-sea")"#;
    UNHEEDED: Error, "unheeded",
        "A caution that no sentence heeds",
        "A caution holds for every sentence on its fact, so no sentence may tell this one, and nothing explains an answer.",
        "write a sentence in `says` that heeds it",
        r#"Fact(id: "elbe-sea", relation: "ends in", subject: "elbe", object: "north-sea", cautions: [Say("reportedly")])"#,
        r#""is said to end in": Relation(
    from: "river", to: "sea", subjects: All,
    says: ["{subject} reportedly ends in {object}."], asks_object: ["Where does {subject} reportedly end?"],
)

Fact(id: "elbe-sea", relation: "is said to end in", subject: "elbe", object: "north-sea", cautions: [Say("reportedly")])"#;
    UNKNOWN_NAME: Error, "unknown-name",
        "A name of nothing",
        "Facts name relations, entities and sources by their ids; relations name classes. What is not there cannot be told or asked. \
         A name that stands in many places is told at the first.",
        "write it as it is spelt where it is listed, or list it",
        r#"Fact(id: "elbe-sea", relation: "ends in", subject: "elb", object: "north-sea")"#,
        r#"Fact(id: "elbe-sea", relation: "ends in", subject: "elbe", object: "north-sea")"#;
    UNKNOWN_PLACE: Error, "unknown-place",
        "A place that there is not",
        "Between braces stands what a fact fills in; this name is none of these.",
        "write {subject}, {object}, {when}, {in when}, {year} or {note}, or two braces for the sign itself",
        r#""source": Relation(from: "river", to: "sea", says: ["{subject} ends in {sea}."], asks_object: ["Where does {subject} end?"])"#,
        r#""source": Relation(from: "river", to: "sea", says: ["{subject} ends in {object}."], asks_object: ["Where does {subject} end?"])"#;
    UNTOLD: Error, "untold",
        "A fact that no sentence tells",
        "Every sentence in `says` of its relation needs something that this fact has not, so that nothing can explain an answer.",
        "write into the fact what is lacking, or a sentence without it",
        r#""dammed": Relation(from: "river", says: ["{subject} was dammed {in when}."], asks_year: ["When was {subject} dammed?"])

Fact(id: "rhine-dam", relation: "dammed", subject: "rhine", when: "1932")

Fact(id: "elbe-dam", relation: "dammed", subject: "elbe")"#,
        r#""dammed": Relation(from: "river", says: ["{subject} was dammed {in when}."], asks_year: ["When was {subject} dammed?"])

Fact(id: "rhine-dam", relation: "dammed", subject: "rhine", when: "1932")

Fact(id: "elbe-dam", relation: "dammed", subject: "elbe", when: "1960")"#;
    WITHIN_ITSELF: Error, "within-itself",
        "An entity that is part of itself",
        "What is within something is never offered against it. In a circle everything would be within everything.",
        "take one of them out",
        r#""bay": Entity(name: "Bay", class: "sea", within: ["gulf"])

"gulf": Entity(name: "Gulf", class: "sea", within: ["bay"])"#,
        r#""bay": Entity(name: "Bay", class: "sea", within: ["gulf"])

"gulf": Entity(name: "Gulf", class: "sea")"#;
    WRONG_CLASS: Error, "wrong-class",
        "An entity of a class that the relation does not take",
        "Options are of one class. A fact with another would be asked beside things that it cannot be taken for.",
        "write another entity, or change `from` or `to` in the relation",
        r#"Fact(id: "elbe-sea", relation: "ends in", subject: "elbe", object: "danube")"#,
        r#"Fact(id: "elbe-sea", relation: "ends in", subject: "elbe", object: "north-sea")"#;
}
