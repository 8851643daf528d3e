//! The pages of the errors that belong to single kinds: orders, pairs, gaps, groups, places and values. Holds texts only.

use crate::bank::Severity::Error;
use crate::bank::check::explain::page::Explanation;
use crate::bank::check::explain::sources::FORMAT;

pub(super) const BAD_FORMULA: Explanation = Explanation {
    code: "bad-formula",
    severity: Error,
    title: "An expression that cannot be read",
    why: "The value of a calculated question is an expression over its variables, with numbers, `+ - * / ^`, brackets and functions. It is read once, before anything is drawn.",
    fix: "mend the expression where the message says",
    source: FORMAT,
    before: r#"Question(
    id: "boat", prompt: "A boat drifts {d} km in {t} hours. How fast is it?",
    answer: Calculated(variables: {"d": Values([10, 20]), "t": Values([2, 4])}, value: "d / "),
)"#,
    after: r#"Question(
    id: "boat", prompt: "A boat drifts {d} km in {t} hours. How fast is it?",
    answer: Calculated(variables: {"d": Values([10, 20]), "t": Values([2, 4])}, value: "d / t"),
)"#,
};

pub(super) const BAD_NAME: Explanation = Explanation {
    code: "bad-name",
    severity: Error,
    title: "A name that no expression can use",
    why: "The name of a variable is written in the expression and between braces in the prompt, so it is made of letters, digits and `_`.",
    fix: "use letters a to z, digits and `_`, and no digit first",
    source: FORMAT,
    before: r#"Question(
    id: "boat", prompt: "How fast is it?",
    answer: Calculated(variables: {"2d": Values([10, 20])}, value: "3"),
)"#,
    after: r#"Question(
    id: "boat", prompt: "It drifts {d2} km in 3 hours. How fast is it?",
    answer: Calculated(variables: {"d2": Values([10, 20])}, value: "d2 / 3"),
)"#,
};

pub(super) const DUPLICATE_PART: Explanation = Explanation {
    code: "duplicate-part",
    severity: Error,
    title: "Two parts that cannot be told apart",
    why: "Items, left sides, groups and spots that differ in case or spaces alone look the same to a learner.",
    fix: "change one of them, or take it out",
    source: FORMAT,
    before: r#"Question(
    id: "nile", prompt: "Put these cities in order, from south to north.",
    answer: Order(items: ["Khartoum", "Aswan", "aswan", "Cairo"]),
)"#,
    after: r#"Question(
    id: "nile", prompt: "Put these cities in order, from south to north.",
    answer: Order(items: ["Khartoum", "Aswan", "Cairo"]),
)"#,
};

pub(super) const EMPTY_GAP: Explanation = Explanation {
    code: "empty-gap",
    severity: Error,
    title: "A gap with nothing in it",
    why: "Nobody could fill it rightly.",
    fix: "write an answer, or take out the sign beside it",
    source: FORMAT,
    before: r#"Question(
    id: "vienna", prompt: "Fill the gaps.",
    answer: Cloze(text: "Vienna lies on the {Danube|}."),
)"#,
    after: r#"Question(
    id: "vienna", prompt: "Fill the gaps.",
    answer: Cloze(text: "Vienna lies on the {Danube|Donau}."),
)"#,
};

pub(super) const EMPTY_GROUP: Explanation = Explanation {
    code: "empty-group",
    severity: Error,
    title: "A group without an item",
    why: "Learners would look for what belongs there.",
    fix: "write an item that belongs to it, or take the group out",
    source: FORMAT,
    before: r#"Question(
    id: "rivers", prompt: "Sort these rivers.",
    answer: Categorise(groups: {"Africa": ["Nile"], "Asia": [], "Europe": ["Volga"]}),
)"#,
    after: r#"Question(
    id: "rivers", prompt: "Sort these rivers.",
    answer: Categorise(groups: {"Africa": ["Nile"], "Europe": ["Volga"]}),
)"#,
};

pub(super) const EXTRA_IS_RIGHT: Explanation = Explanation {
    code: "extra-is-right",
    severity: Error,
    title: "An extra right side that belongs to a pair",
    why: "`extra` is for right sides that belong to no left one. This one would be right and wrong.",
    fix: "take it out of `extra`",
    source: FORMAT,
    before: r#"Question(
    id: "seas", prompt: "Match each river to its sea.",
    answer: Match(pairs: [("Rhine", "North Sea"), ("Volga", "Caspian Sea")], extra: ["North Sea"]),
)"#,
    after: r#"Question(
    id: "seas", prompt: "Match each river to its sea.",
    answer: Match(pairs: [("Rhine", "North Sea"), ("Volga", "Caspian Sea")], extra: ["Baltic Sea"]),
)"#,
};

pub(super) const FEW_CORNERS: Explanation = Explanation {
    code: "few-corners",
    severity: Error,
    title: "A polygon with fewer than three corners",
    why: "It has no area, so nobody could point at it.",
    fix: "write three corners or more",
    source: FORMAT,
    before: r#"Question(
    id: "delta", prompt: "Where is the delta?", alt: "A map of the Nile",
    answer: Hotspot(
        image: "nile.png",
        spots: [
            Spot(name: "delta", shape: Polygon([(0.1, 0.1), (0.2, 0.2)])),
            Spot(name: "source", shape: Circle(x: 0.5, y: 0.5, r: 0.1)),
            Spot(name: "lake", shape: Circle(x: 0.8, y: 0.5, r: 0.1)),
        ],
        correct: ["delta"],
    ),
)"#,
    after: r#"Question(
    id: "delta", prompt: "Where is the delta?", alt: "A map of the Nile",
    answer: Hotspot(
        image: "nile.png",
        spots: [
            Spot(name: "delta", shape: Polygon([(0.1, 0.1), (0.2, 0.2), (0.1, 0.2)])),
            Spot(name: "source", shape: Circle(x: 0.5, y: 0.5, r: 0.1)),
            Spot(name: "lake", shape: Circle(x: 0.8, y: 0.5, r: 0.1)),
        ],
        correct: ["delta"],
    ),
)"#,
};

pub(super) const FEW_GROUPS: Explanation = Explanation {
    code: "few-groups",
    severity: Error,
    title: "Fewer groups than two",
    why: "With one group, everything belongs to it.",
    fix: "write two groups or more",
    source: FORMAT,
    before: r#"Question(
    id: "rivers", prompt: "Sort these rivers.",
    answer: Categorise(groups: {"Africa": ["Nile", "Niger"]}),
)"#,
    after: r#"Question(
    id: "rivers", prompt: "Sort these rivers.",
    answer: Categorise(groups: {"Africa": ["Nile", "Niger"], "Europe": ["Volga"]}),
)"#,
};

pub(super) const FEW_ITEMS: Explanation = Explanation {
    code: "few-items",
    severity: Error,
    title: "Fewer items to put in order than three",
    why: "With two, a guess is right every other time.",
    fix: "write three items or more",
    source: FORMAT,
    before: r#"Question(
    id: "nile", prompt: "Put these cities in order, from south to north.",
    answer: Order(items: ["Khartoum", "Cairo"]),
)"#,
    after: r#"Question(
    id: "nile", prompt: "Put these cities in order, from south to north.",
    answer: Order(items: ["Khartoum", "Aswan", "Cairo"]),
)"#,
};

pub(super) const FEW_PAIRS: Explanation = Explanation {
    code: "few-pairs",
    severity: Error,
    title: "Nothing to pair",
    why: "With one right side, every pair is right.",
    fix: "write at least two pairs, or one and an `extra`",
    source: FORMAT,
    before: r#"Question(
    id: "seas", prompt: "Match each river to its sea.",
    answer: Match(pairs: [("Rhine", "North Sea")], extra: []),
)"#,
    after: r#"Question(
    id: "seas", prompt: "Match each river to its sea.",
    answer: Match(pairs: [("Rhine", "North Sea")], extra: ["Baltic Sea"]),
)"#,
};

pub(super) const FEW_WRONG_SPOTS: Explanation = Explanation {
    code: "few-wrong-spots",
    severity: Error,
    title: "Fewer wrong places than two",
    why: "Spots are what a learner without a mouse chooses from. With one wrong place, a guess is right every other time.",
    fix: "add spots that somebody might take for the right one",
    source: FORMAT,
    before: r#"Question(
    id: "delta", prompt: "Where is the delta?", alt: "A map of the Nile",
    answer: Hotspot(
        image: "nile.png",
        spots: [
            Spot(name: "delta", shape: Circle(x: 0.2, y: 0.5, r: 0.1)),
            Spot(name: "source", shape: Circle(x: 0.5, y: 0.5, r: 0.1)),
        ],
        correct: ["delta"],
    ),
)"#,
    after: r#"Question(
    id: "delta", prompt: "Where is the delta?", alt: "A map of the Nile",
    answer: Hotspot(
        image: "nile.png",
        spots: [
            Spot(name: "delta", shape: Circle(x: 0.2, y: 0.5, r: 0.1)),
            Spot(name: "source", shape: Circle(x: 0.5, y: 0.5, r: 0.1)),
            Spot(name: "lake", shape: Circle(x: 0.8, y: 0.5, r: 0.1)),
        ],
        correct: ["delta"],
    ),
)"#,
};

pub(super) const ITEM_IN_TWO_GROUPS: Explanation = Explanation {
    code: "item-in-two-groups",
    severity: Error,
    title: "An item that belongs to two groups",
    why: "Each item is sorted into one group, so one of the two would be marked wrong.",
    fix: "keep it in one group",
    source: FORMAT,
    before: r#"Question(
    id: "rivers", prompt: "Sort these rivers.",
    answer: Categorise(groups: {"Africa": ["Nile", "Volga"], "Europe": ["Volga"]}),
)"#,
    after: r#"Question(
    id: "rivers", prompt: "Sort these rivers.",
    answer: Categorise(groups: {"Africa": ["Nile", "Niger"], "Europe": ["Volga"]}),
)"#,
};

pub(super) const MIXED_GAP: Explanation = Explanation {
    code: "mixed-gap",
    severity: Error,
    title: "A gap that is typed and picked from",
    why: "`|` stands between forms that may be typed, `~` between options of a list. A gap is one or the other.",
    fix: "use `|` for a gap to type in, `~` for a list",
    source: FORMAT,
    before: r#"Question(
    id: "vienna", prompt: "Fill the gaps.",
    answer: Cloze(text: "Vienna lies on the {Danube|Donau ~ Rhine}."),
)"#,
    after: r#"Question(
    id: "vienna", prompt: "Fill the gaps.",
    answer: Cloze(text: "Vienna lies on the {Danube ~ Rhine}."),
)"#,
};

pub(super) const NO_CORRECT_SPOT: Explanation = Explanation {
    code: "no-correct-spot",
    severity: Error,
    title: "A picture without a right place",
    why: "Wherever a learner pointed would be wrong.",
    fix: "name at least one spot in `correct`",
    source: FORMAT,
    before: r#"Question(
    id: "delta", prompt: "Where is the delta?", alt: "A map of the Nile",
    answer: Hotspot(
        image: "nile.png",
        spots: [
            Spot(name: "delta", shape: Circle(x: 0.2, y: 0.5, r: 0.1)),
            Spot(name: "source", shape: Circle(x: 0.5, y: 0.5, r: 0.1)),
            Spot(name: "lake", shape: Circle(x: 0.8, y: 0.5, r: 0.1)),
        ],
        correct: [],
    ),
)"#,
    after: r#"Question(
    id: "delta", prompt: "Where is the delta?", alt: "A map of the Nile",
    answer: Hotspot(
        image: "nile.png",
        spots: [
            Spot(name: "delta", shape: Circle(x: 0.2, y: 0.5, r: 0.1)),
            Spot(name: "source", shape: Circle(x: 0.5, y: 0.5, r: 0.1)),
            Spot(name: "lake", shape: Circle(x: 0.8, y: 0.5, r: 0.1)),
        ],
        correct: ["delta"],
    ),
)"#,
};

pub(super) const NO_GAP: Explanation = Explanation {
    code: "no-gap",
    severity: Error,
    title: "A text without a gap",
    why: "There is nothing to fill in.",
    fix: "put what is to be filled in between braces",
    source: FORMAT,
    before: r#"Question(
    id: "vienna", prompt: "Fill the gaps.",
    answer: Cloze(text: "Vienna lies on the Danube."),
)"#,
    after: r#"Question(
    id: "vienna", prompt: "Fill the gaps.",
    answer: Cloze(text: "Vienna lies on the {Danube}."),
)"#,
};

pub(super) const NO_RESULT: Explanation = Explanation {
    code: "no-result",
    severity: Error,
    title: "Values that give no number",
    why: "Up to 1,000 combinations of the values are tried. With these, the expression divides by zero or gives no number, and a learner who drew them could not be right.",
    fix: "leave such values out",
    source: FORMAT,
    before: r#"Question(
    id: "boat", prompt: "A boat drifts {d} km in {t} hours. How fast is it?",
    answer: Calculated(variables: {"d": Values([10, 20]), "t": Values([0, 2])}, value: "d / t"),
)"#,
    after: r#"Question(
    id: "boat", prompt: "A boat drifts {d} km in {t} hours. How fast is it?",
    answer: Calculated(variables: {"d": Values([10, 20]), "t": Values([2, 4])}, value: "d / t"),
)"#,
};

pub(super) const NO_VALUES: Explanation = Explanation {
    code: "no-values",
    severity: Error,
    title: "A variable without a value",
    why: "Nothing can be drawn for it.",
    fix: "write at least one value",
    source: FORMAT,
    before: r#"Question(
    id: "boat", prompt: "A boat drifts {d} km in {t} hours. How fast is it?",
    answer: Calculated(variables: {"d": Values([10, 20]), "t": Values([])}, value: "d / t"),
)"#,
    after: r#"Question(
    id: "boat", prompt: "A boat drifts {d} km in {t} hours. How fast is it?",
    answer: Calculated(variables: {"d": Values([10, 20]), "t": Values([2, 4])}, value: "d / t"),
)"#,
};

pub(super) const REJECT_IS_ACCEPTED: Explanation = Explanation {
    code: "reject-is-accepted",
    severity: Error,
    title: "A form that is both accepted and refused",
    why: "`reject` is for forms that are never right, whatever slips are forgiven. This one would be right and wrong.",
    fix: "take it out of `reject`, or out of `accept`",
    source: FORMAT,
    before: r#"Question(
    id: "salt", prompt: "What is the salt of nitric acid called?",
    answer: Text(accept: ["nitrate", "nitrite"], reject: ["nitrite"]),
)"#,
    after: r#"Question(
    id: "salt", prompt: "What is the salt of nitric acid called?",
    answer: Text(accept: ["nitrate"], reject: ["nitrite"]),
)"#,
};

pub(super) const TOO_MANY_VALUES: Explanation = Explanation {
    code: "too-many-values",
    severity: Error,
    title: "A range with very many values",
    why: "A learner sees one of them. A range with more than 100,000 is a slip in its step.",
    fix: "write a larger `step`",
    source: FORMAT,
    before: r#"Question(
    id: "boat", prompt: "A boat drifts {d} km in {t} hours. How fast is it?",
    answer: Calculated(variables: {"d": Range(from: 0, to: 1000000, step: 1), "t": Values([2, 4])}, value: "d / t"),
)"#,
    after: r#"Question(
    id: "boat", prompt: "A boat drifts {d} km in {t} hours. How fast is it?",
    answer: Calculated(variables: {"d": Range(from: 0, to: 1000, step: 1), "t": Values([2, 4])}, value: "d / t"),
)"#,
};

pub(super) const UNBALANCED_BRACE: Explanation = Explanation {
    code: "unbalanced-brace",
    severity: Error,
    title: "A brace without its partner",
    why: "Braces begin and end a gap. One alone leaves open where the gap is.",
    fix: "add the other brace, or write a backslash before a brace that is meant as such",
    source: FORMAT,
    before: r#"Question(
    id: "vienna", prompt: "Fill the gaps.",
    answer: Cloze(text: "Vienna lies on the {Danube."),
)"#,
    after: r#"Question(
    id: "vienna", prompt: "Fill the gaps.",
    answer: Cloze(text: "Vienna lies on the {Danube}."),
)"#,
};

pub(super) const UNKNOWN_SPOT: Explanation = Explanation {
    code: "unknown-spot",
    severity: Error,
    title: "The name of a place that there is not",
    why: "`correct` names spots by their `name`.",
    fix: "write the name as it stands in `spots`",
    source: FORMAT,
    before: r#"Question(
    id: "delta", prompt: "Where is the delta?", alt: "A map of the Nile",
    answer: Hotspot(
        image: "nile.png",
        spots: [
            Spot(name: "delta", shape: Circle(x: 0.2, y: 0.5, r: 0.1)),
            Spot(name: "source", shape: Circle(x: 0.5, y: 0.5, r: 0.1)),
            Spot(name: "lake", shape: Circle(x: 0.8, y: 0.5, r: 0.1)),
        ],
        correct: ["dalta"],
    ),
)"#,
    after: r#"Question(
    id: "delta", prompt: "Where is the delta?", alt: "A map of the Nile",
    answer: Hotspot(
        image: "nile.png",
        spots: [
            Spot(name: "delta", shape: Circle(x: 0.2, y: 0.5, r: 0.1)),
            Spot(name: "source", shape: Circle(x: 0.5, y: 0.5, r: 0.1)),
            Spot(name: "lake", shape: Circle(x: 0.8, y: 0.5, r: 0.1)),
        ],
        correct: ["delta"],
    ),
)"#,
};

pub(super) const UNKNOWN_VARIABLE: Explanation = Explanation {
    code: "unknown-variable",
    severity: Error,
    title: "A name that is not among the variables",
    why: "A learner would see the braces, and the expression could not be worked out.",
    fix: "write the name as it stands in `variables`",
    source: FORMAT,
    before: r#"Question(
    id: "boat", prompt: "A boat drifts {d} km in {t} hours. How fast is it?",
    answer: Calculated(variables: {"d": Values([10, 20]), "t": Values([2, 4])}, value: "d / tt"),
)"#,
    after: r#"Question(
    id: "boat", prompt: "A boat drifts {d} km in {t} hours. How fast is it?",
    answer: Calculated(variables: {"d": Values([10, 20]), "t": Values([2, 4])}, value: "d / t"),
)"#,
};
