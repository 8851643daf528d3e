//! The pages of the errors: what keeps a question or a bank from being asked. Holds texts only.

use crate::bank::Severity::Error;
use crate::bank::check::explain::page::Explanation;
use crate::bank::check::explain::sources::{FORMAT, RON};

pub(super) const BAD_UNIT: Explanation = Explanation {
    code: "bad-unit",
    severity: Error,
    title: "A unit that cannot be read back",
    why: "Learners type the unit after the number. A unit that is itself a number, or that holds one, cannot be told \
          from the number before it.",
    fix: "write a plain unit such as \"MJ\"",
    source: FORMAT,
    before: "Question(id: \"jug\", prompt: \"How much does the jug hold?\", answer: Number(value: 3, unit: \"1/2 l\"))",
    after: "Question(id: \"jug\", prompt: \"How much does the jug hold?\", answer: Number(value: 1.5, unit: \"l\"))",
};

pub(super) const BLANK: Explanation = Explanation {
    code: "blank",
    severity: Error,
    title: "An id, title, prompt or option with nothing in it",
    why: "A question without a prompt asks nothing, and an empty option cannot be read, clicked or spoken.",
    fix: "write it, or take the line out",
    source: FORMAT,
    before: "Question(id: \"capital\", prompt: \"\", answer: Text(accept: [\"Lima\"]))",
    after: "Question(id: \"capital\", prompt: \"What is the capital of Peru?\", answer: Text(accept: [\"Lima\"]))",
};

pub(super) const CONTROL_IN_MATHS: Explanation = Explanation {
    code: "control-in-maths",
    severity: Error,
    title: "A command of TeX that the plain text has broken",
    why: "In plain text `\\t` is a tab, `\\n` a line break and `\\r` a carriage return, so that `$\\times$` would reach the learner as a gap and \"imes\".",
    fix: "write a raw text: an `r` before the quotation mark, as in r\"$\\times$\"",
    source: RON,
    before: "Question(id: \"a\", prompt: \"What is $3 \\times 4$?\", answer: Number(value: 12))",
    after: "Question(id: \"a\", prompt: r\"What is $3 \\times 4$?\", answer: Number(value: 12))",
};

pub(super) const CORRECT_DISTRACTOR: Explanation = Explanation {
    code: "correct-distractor",
    severity: Error,
    title: "An option that is both right and wrong",
    why: "A learner who picks it cannot be marked. Case and outer spaces are put aside when options are compared.",
    fix: "keep it in one of the two lists",
    source: FORMAT,
    before: "Question(\n    id: \"capital\", prompt: \"What is the capital of Peru?\",\n    answer: Choice(correct: \"Lima\", \
             distractors: [\"Quito\", \"lima\"]),\n)",
    after: "Question(\n    id: \"capital\", prompt: \"What is the capital of Peru?\",\n    answer: Choice(correct: \"Lima\", \
            distractors: [\"Quito\", \"La Paz\"]),\n)",
};

pub(super) const DUPLICATE_ID: Explanation = Explanation {
    code: "duplicate-id",
    severity: Error,
    title: "An id that is used twice",
    why: "Results are kept under the id. With two questions of one id, nobody could tell which was answered.",
    fix: "give each its own id",
    source: FORMAT,
    before: "Question(id: \"peru\", prompt: \"Lima is in Peru.\", answer: TrueFalse(true)),\n\
             Question(id: \"peru\", prompt: \"Quito is in Peru.\", answer: TrueFalse(false)),",
    after: "Question(id: \"lima\", prompt: \"Lima is in Peru.\", answer: TrueFalse(true)),\n\
            Question(id: \"quito\", prompt: \"Quito is in Peru.\", answer: TrueFalse(false)),",
};

pub(super) const DUPLICATE_OPTION: Explanation = Explanation {
    code: "duplicate-option",
    severity: Error,
    title: "Two options that cannot be told apart",
    why: "Options that differ in case or spaces alone look the same to a learner.",
    fix: "take one of them out, or write another",
    source: FORMAT,
    before: "Question(\n    id: \"capital\", prompt: \"What is the capital of Peru?\",\n    answer: Choice(correct: \"Lima\", \
             distractors: [\"Quito\", \"Quito \"]),\n)",
    after: "Question(\n    id: \"capital\", prompt: \"What is the capital of Peru?\",\n    answer: Choice(correct: \"Lima\", \
            distractors: [\"Quito\", \"La Paz\"]),\n)",
};

pub(super) const MISSING_FIELD: Explanation = Explanation {
    code: "missing-field",
    severity: Error,
    title: "A field that must be there is not",
    why: "A bank needs `format`, `id`, `title` and `questions`; a question `id`, `prompt` and `answer`; an answer what \
          its kind asks for.",
    fix: "write the field",
    source: FORMAT,
    before: "Question(id: \"capital\", answer: Text(accept: [\"Lima\"]))",
    after: "Question(id: \"capital\", prompt: \"What is the capital of Peru?\", answer: Text(accept: [\"Lima\"]))",
};

pub(super) const NEWER_FORMAT: Explanation = Explanation {
    code: "newer-format",
    severity: Error,
    title: "A bank of a newer format",
    why: "The bank was made for a later Torus. This one does not know what its fields mean, and does not guess.",
    fix: "update Torus",
    source: FORMAT,
    before: "Bank(format: 2, id: \"b\", title: \"B\", questions: [])",
    after: "Bank(format: 1, id: \"b\", title: \"B\", questions: [])",
};

pub(super) const NO_ACCEPTED_ANSWER: Explanation = Explanation {
    code: "no-accepted-answer",
    severity: Error,
    title: "A text question that accepts nothing",
    why: "Whatever a learner typed would be wrong.",
    fix: "name at least one answer in `accept`",
    source: FORMAT,
    before: "Question(id: \"capital\", prompt: \"What is the capital of Peru?\", answer: Text(accept: []))",
    after: "Question(id: \"capital\", prompt: \"What is the capital of Peru?\", answer: Text(accept: [\"Lima\"]))",
};

pub(super) const NO_CORRECT_OPTION: Explanation = Explanation {
    code: "no-correct-option",
    severity: Error,
    title: "A question without a right option",
    why: "A `Choices` with an empty `correct` cannot be answered rightly.",
    fix: "name at least one option in `correct`",
    source: FORMAT,
    before: "Question(\n    id: \"metals\", prompt: \"Which of these are metals?\",\n    answer: Choices(correct: [], \
             distractors: [\"Sulphur\", \"Neon\"]),\n)",
    after: "Question(\n    id: \"metals\", prompt: \"Which of these are metals?\",\n    answer: Choices(correct: [\"Iron\"], \
            distractors: [\"Sulphur\", \"Neon\"]),\n)",
};

pub(super) const NO_DISTRACTOR: Explanation = Explanation {
    code: "no-distractor",
    severity: Error,
    title: "A choice with nothing to choose from",
    why: "With one option, every learner is right.",
    fix: "add at least one distractor; two do for most questions",
    source: "Rodriguez 2005, Educational Measurement: Issues and Practice 24(2), 3–13",
    before: "Question(\n    id: \"capital\", prompt: \"What is the capital of Peru?\",\n    answer: Choice(correct: \"Lima\", \
             distractors: []),\n)",
    after: "Question(\n    id: \"capital\", prompt: \"What is the capital of Peru?\",\n    answer: Choice(correct: \"Lima\", \
            distractors: [\"Quito\", \"La Paz\"]),\n)",
};

pub(super) const NOT_A_FILE: Explanation = Explanation {
    code: "not-a-file",
    severity: Error,
    title: "A folder, a pipe or a device where a bank should be",
    why: "A bank is a file of text. Opening a pipe or a device could wait for ever.",
    fix: "name a file whose name ends in .ron",
    source: FORMAT,
    before: "A folder that is called rivers.ron.",
    after: "A file rivers.ron.",
};

pub(super) const NOT_TEXT: Explanation = Explanation {
    code: "not-text",
    severity: Error,
    title: "A file that is not UTF-8 text",
    why: "The file was saved in an older encoding, or it is no text at all. The place shown is the first letter that cannot be read.",
    fix: "save the file as UTF-8; every editor can",
    source: FORMAT,
    before: "A bank saved as Windows-1252, with é in it.",
    after: "The same bank saved as UTF-8.",
};

pub(super) const OUT_OF_RANGE: Explanation = Explanation {
    code: "out-of-range",
    severity: Error,
    title: "A number outside its range",
    why: "A negative tolerance accepts nothing, points of 0 cannot be won, and a share lies from 0 to 1.",
    fix: "write a number in the range that the message names",
    source: FORMAT,
    before: "Question(id: \"legs\", prompt: \"How many legs has a spider?\", answer: Number(value: 8, tolerance: -1))",
    after: "Question(id: \"legs\", prompt: \"How many legs has a spider?\", answer: Number(value: 8, tolerance: 0))",
};

pub(super) const PICTURE_MISSING: Explanation = Explanation {
    code: "picture-missing",
    severity: Error,
    title: "A picture that is not there",
    why: "Nobody can answer a question about a picture that is not shown. The name must be the same in capitals and small letters too: some computers tell them apart, others do not.",
    fix: "put the picture beside the bank, or mend its name",
    source: FORMAT,
    before: "Question(id: \"map\", prompt: \"![A map](missing.png) Which country is this?\", answer: Text(accept: [\"Peru\"]))",
    after: "Question(id: \"map\", prompt: \"![A map](map.png) Which country is this?\", answer: Text(accept: [\"Peru\"]))",
};

pub(super) const PICTURE_NOT_WHOLE: Explanation = Explanation {
    code: "picture-not-whole",
    severity: Error,
    title: "An SVG that shows another file",
    why: "An SVG can name pictures anywhere on the computer. Torus opens nothing outside the bank's folder, and a bank that is \
          passed on would come without them.",
    fix: "save the SVG with its pictures inside (drawing programs call it embedding), or as a PNG",
    source: FORMAT,
    before: "Question(id: \"map\", prompt: \"![A map](linked.svg) Which country is this?\", answer: Text(accept: [\"Peru\"]))",
    after: "Question(id: \"map\", prompt: \"![A map](map.svg) Which country is this?\", answer: Text(accept: [\"Peru\"]))",
};

pub(super) const PICTURE_ON_NETWORK: Explanation = Explanation {
    code: "picture-on-network",
    severity: Error,
    title: "A picture with an address on the network",
    why: "Torus works offline and never fetches anything, so that a bank works everywhere and tells nobody who plays it.",
    fix: "save the picture beside the bank and write its name",
    source: FORMAT,
    before: "Question(id: \"map\", prompt: \"![A map](https://example.org/map.png) Which country is this?\", answer: Text(accept: [\"Peru\"]))",
    after: "Question(id: \"map\", prompt: \"![A map](map.png) Which country is this?\", answer: Text(accept: [\"Peru\"]))",
};

pub(super) const PICTURE_OUTSIDE: Explanation = Explanation {
    code: "picture-outside",
    severity: Error,
    title: "A picture outside the bank's folder",
    why: "Torus opens nothing outside the bank's folder, so that a bank can be passed on whole and \
          can read nobody's files.",
    fix: "put the picture into the bank's folder and write its name",
    source: FORMAT,
    before: "Question(id: \"map\", prompt: \"![A map](../map.png) Which country is this?\", answer: Text(accept: [\"Peru\"]))",
    after: "Question(id: \"map\", prompt: \"![A map](map.png) Which country is this?\", answer: Text(accept: [\"Peru\"]))",
};

pub(super) const PICTURE_TOO_LARGE: Explanation = Explanation {
    code: "picture-too-large",
    severity: Error,
    title: "A picture larger than any screen needs",
    why: "A file of more than 20 MB, or of more than 8192 pixels on a side, makes every computer wait and some run out of memory.",
    fix: "save it smaller: 2000 pixels on the longer side are plenty",
    source: FORMAT,
    before: "Question(id: \"map\", prompt: \"![A map](huge.png) Which country is this?\", answer: Text(accept: [\"Peru\"]))",
    after: "Question(id: \"map\", prompt: \"![A map](map.png) Which country is this?\", answer: Text(accept: [\"Peru\"]))",
};

pub(super) const PICTURE_UNREADABLE: Explanation = Explanation {
    code: "picture-unreadable",
    severity: Error,
    title: "A file that is no picture of a known kind",
    why: "Torus shows PNG, JPEG, WebP and SVG. A file of another kind, or a damaged one, would leave a gap where the picture should be.",
    fix: "save it as PNG, JPEG, WebP or SVG",
    source: FORMAT,
    before: "Question(id: \"map\", prompt: \"![A map](map.gif) Which country is this?\", answer: Text(accept: [\"Peru\"]))",
    after: "Question(id: \"map\", prompt: \"![A map](map.png) Which country is this?\", answer: Text(accept: [\"Peru\"]))",
};

pub(super) const REPEATED_FIELD: Explanation = Explanation {
    code: "repeated-field",
    severity: Error,
    title: "A field that stands twice in one place",
    why: "Nobody could say which of the two is meant.",
    fix: "keep one of them",
    source: FORMAT,
    before: "Question(id: \"a\", prompt: \"Lima is in Peru.\", prompt: \"Quito is in Peru.\", answer: TrueFalse(true))",
    after: "Question(id: \"a\", prompt: \"Lima is in Peru.\", answer: TrueFalse(true))",
};

pub(super) const SAME_OPTIONS: Explanation = Explanation {
    code: "same-options",
    severity: Error,
    title: "Two options, items or sides that are the same to a learner",
    why: "They look the same as they are shown, whatever was written, or they are one value: `1/2` and `50 %`, `1 km` and `1000 m`, `10^3` and `1,000`. Nobody can say which of the two is right, or which comes first. Equal values are let be where the prompt asks how a value is written (this is told by words of English, and by how such words begin in a dozen other languages), in an order of steps, and where several are picked and both are right or both wrong. Whether `1,000` is a thousand is told by the language of the bank.",
    fix: "change one of them, or take it out",
    source: FORMAT,
    before: r#"Question(
    id: "moon", prompt: "Which part of the Moon's disc is lit at first quarter?",
    answer: Choice(correct: "1/2", distractors: ["50 %", "1/4"]),
)"#,
    after: r#"Question(
    id: "moon", prompt: "Which part of the Moon's disc is lit at first quarter?",
    answer: Choice(correct: "1/2", distractors: ["3/4", "1/4"]),
)"#,
};

pub(super) const SYNTAX: Explanation = Explanation {
    code: "syntax",
    severity: Error,
    title: "Text that is not RON, or a value of the wrong sort",
    why: "A comma, a bracket or a quotation mark is missing or too many, or a value is not what its field asks for. \
          Such a question is left out; all others are read.",
    fix: "put right what the message names, most often one sign at or before the place it shows",
    source: RON,
    before: "Question(id: \"capital\", prompt: \"What is the capital of Peru?\" answer: Text(accept: [\"Lima\"]))",
    after: "Question(id: \"capital\", prompt: \"What is the capital of Peru?\", answer: Text(accept: [\"Lima\"]))",
};

pub(super) const TOO_LARGE: Explanation = Explanation {
    code: "too-large",
    severity: Error,
    title: "A file larger than a bank may be",
    why: "Six times a bank of 100,000 questions is the limit, so that a file which is no bank cannot fill the memory.",
    fix: "split the bank into several",
    source: FORMAT,
    before: "A file of 300 MB.",
    after: "Three files of 100 MB.",
};

pub(super) const UNKNOWN_FIELD: Explanation = Explanation {
    code: "unknown-field",
    severity: Error,
    title: "A field name that the format does not know",
    why: "A mistyped name is never passed over, for what stands under it would be lost without a word.",
    fix: "write the name as the reference has it",
    source: FORMAT,
    before: "Question(\n    id: \"capital\", prompt: \"What is the capital of Peru?\",\n    answer: Choice(correct: \"Lima\", \
             distracters: [\"Quito\", \"La Paz\"]),\n)",
    after: "Question(\n    id: \"capital\", prompt: \"What is the capital of Peru?\",\n    answer: Choice(correct: \"Lima\", \
            distractors: [\"Quito\", \"La Paz\"]),\n)",
};

pub(super) const UNKNOWN_FORMAT: Explanation = Explanation {
    code: "unknown-format",
    severity: Error,
    title: "A format that does not exist",
    why: "The first format has the number 1.",
    fix: "write `format: 1`",
    source: FORMAT,
    before: "Bank(format: 0, id: \"b\", title: \"B\", questions: [])",
    after: "Bank(format: 1, id: \"b\", title: \"B\", questions: [])",
};

pub(super) const UNKNOWN_KIND: Explanation = Explanation {
    code: "unknown-kind",
    severity: Error,
    title: "A kind of answer that this Torus does not know",
    why: "The kind is mistyped, or it belongs to a later Torus. The question is left out, for nobody could mark it.",
    fix: "write one of the kinds that the reference lists",
    source: FORMAT,
    before: "Question(id: \"a\", prompt: \"Lima is in Peru.\", answer: TruFalse(true))",
    after: "Question(id: \"a\", prompt: \"Lima is in Peru.\", answer: TrueFalse(true))",
};

pub(super) const UNKNOWN_SOURCE: Explanation = Explanation {
    code: "unknown-source",
    severity: Error,
    title: "A citation of a source that the bank does not name",
    why: "`cite` names a source by its key in the bank's `sources`. A key that is not there shows the learner nothing.",
    fix: "write the key as it stands in `sources`, or add the source",
    source: FORMAT,
    before: "Question(id: \"a\", prompt: \"Lima is in Peru.\", answer: TrueFalse(true), cite: Cite(\"atlsa\", \"p. 12\"))",
    after: "Question(id: \"a\", prompt: \"Lima is in Peru.\", answer: TrueFalse(true), cite: Cite(\"atlas\", \"p. 12\"))",
};

pub(super) const UNREADABLE: Explanation = Explanation {
    code: "unreadable",
    severity: Error,
    title: "A file that could not be read",
    why: "The disk or the network reported a failure while the file was read.",
    fix: "look after the disk, then try again",
    source: FORMAT,
    before: "A bank on a memory stick that was pulled out.",
    after: "The same bank on the computer's own disk.",
};
