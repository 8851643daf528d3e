//! The pages of the warnings: flaws in how questions are written. Holds texts only.

use crate::bank::check::explain::Explanation;
use crate::bank::check::explain::Severity::Warning;

const FORMAT: &str = "the reference of the format, docs/quiz-format.md";
const GUIDELINES: &str = "Haladyna, Downing & Rodriguez 2002, Applied Measurement in Education 15(3), 309–334";
const NBME: &str = "Case & Swanson 2002, Constructing Written Test Questions, National Board of Medical Examiners";

/// In alphabetical order of the codes.
pub(crate) const WARNINGS: &[Explanation] = &[
    Explanation {
        code: "absolute-option",
        severity: Warning,
        title: "\"Always\", \"never\" or \"only\" in an option",
        why: "Few things are without exception, so learners have found that such options are mostly wrong, and leave them \
              out unread. Where every option has such a word, none stands out, and nothing is said.",
        fix: "word the option without it",
        source: GUIDELINES,
        before: "Question(\n    id: \"cats\", prompt: \"What do domestic cats do at night?\",\n    answer: Choice(correct: \
                 \"Hunt for small prey\", distractors: [\"Never leave their sleeping place\", \"Gather in large groups\"]),\n)",
        after: "Question(\n    id: \"cats\", prompt: \"What do domestic cats do at night?\",\n    answer: Choice(correct: \
                \"Hunt for small prey\", distractors: [\"Stay in their sleeping place\", \"Gather in large groups\"]),\n)",
    },
    Explanation {
        code: "all-of-the-above",
        severity: Warning,
        title: "\"All of the above\" among the options",
        why: "Whoever knows two right options knows the answer, and whoever knows one wrong option can leave it out. \
              Options are shuffled too, so that nothing need be above.",
        fix: "write a distractor of its own, or ask a `Choices` with several right options",
        source: GUIDELINES,
        before: "Question(\n    id: \"fuels\", prompt: \"Which fuel is made from oil?\",\n    answer: Choice(correct: \
                 \"All of the above\", distractors: [\"Petrol\", \"Diesel\", \"Kerosene\"]),\n)",
        after: "Question(\n    id: \"fuels\", prompt: \"Which of these fuels are made from oil?\",\n    answer: Choices(correct: \
                [\"Petrol\", \"Diesel\", \"Kerosene\"], distractors: [\"Charcoal\", \"Peat\"]),\n)",
    },
    Explanation {
        code: "answer-within-reach",
        severity: Warning,
        title: "The answer of another question passes as a typing slip",
        why: "`typos` forgives slips by counting letters. The answer of another question is never taken for a slip, but what \
              lies between two that are so near passes for either, and in another bank the two pass for each other.",
        fix: "allow fewer `typos`",
        source: "how the format marks a `Text`, docs/quiz-format.md",
        before: "Question(id: \"sk\", prompt: \"Of which country is Bratislava the capital?\", answer: Text(accept: [\"Slovakia\"], typos: 2)),\n\
                 Question(id: \"si\", prompt: \"Of which country is Ljubljana the capital?\", answer: Text(accept: [\"Slovenia\"])),",
        after: "Question(id: \"sk\", prompt: \"Of which country is Bratislava the capital?\", answer: Text(accept: [\"Slovakia\"])),\n\
                Question(id: \"si\", prompt: \"Of which country is Ljubljana the capital?\", answer: Text(accept: [\"Slovenia\"])),",
    },
    Explanation {
        code: "article-clue",
        severity: Warning,
        title: "\"A\" or \"an\" tells which option fits",
        why: "A prompt that ends in an article can be gone on with by some options alone. Grammar is then enough to \
              leave the others out.",
        fix: "write \"a/an\", put the article into the options, or ask a whole question",
        source: GUIDELINES,
        before: "Question(\n    id: \"bird\", prompt: \"The heaviest living bird is an\",\n    answer: Choice(correct: \"ostrich\", \
                 distractors: [\"penguin\", \"condor\"]),\n)",
        after: "Question(\n    id: \"bird\", prompt: \"Which is the heaviest living bird?\",\n    answer: Choice(correct: \"ostrich\", \
                distractors: [\"penguin\", \"condor\"]),\n)",
    },
    Explanation {
        code: "converging-options",
        severity: Warning,
        title: "The right option has the most in common with the others",
        why: "Distractors that each change one part of the key leave its parts in the majority. Whoever counts parts finds \
              the key without knowing anything.",
        fix: "mix the parts evenly, so that each stands in as many options as any other",
        source: NBME,
        before: "Question(\n    id: \"gases\", prompt: \"What are the two most plentiful gases in dry air?\",\n    answer: Choice(\n\
                 \x20       correct: \"nitrogen and oxygen\",\n        distractors: [\"nitrogen and argon\", \"helium and oxygen\"],\n    ),\n)",
        after: "Question(\n    id: \"gases\", prompt: \"What are the two most plentiful gases in dry air?\",\n    answer: Choice(\n\
                \x20       correct: \"nitrogen and oxygen\",\n        distractors: [\"nitrogen and argon\", \"helium and oxygen\", \
                \"helium and argon\"],\n    ),\n)",
    },
    Explanation {
        code: "duplicate-prompt",
        severity: Warning,
        title: "A prompt that another question has too",
        why: "A learner who meets both thinks that one was asked twice, and in the results nobody can tell them apart. The text of a cloze, \
              and the things to put in order, to pair or to sort, count as part of the prompt.",
        fix: "keep one of the two, or say in the prompts what each asks for",
        source: "practice of question banks; the format keeps questions apart by id",
        before: "Question(id: \"a\", prompt: \"Where does the Nile end?\", answer: Text(accept: [\"Mediterranean Sea\"])),\n\
                 Question(id: \"b\", prompt: \"Where does the Nile end?\", answer: Text(accept: [\"Egypt\"])),",
        after: "Question(id: \"a\", prompt: \"Into which sea does the Nile flow?\", answer: Text(accept: [\"Mediterranean Sea\"])),\n\
                Question(id: \"b\", prompt: \"In which country does the Nile end?\", answer: Text(accept: [\"Egypt\"])),",
    },
    Explanation {
        code: "gap-before-end",
        severity: Warning,
        title: "A gap with words of its sentence after it",
        why: "Learners must keep half a sentence in mind while they try each option in the gap. That tests memory and \
              reading, not the subject.",
        fix: "put the gap last, or ask a whole question",
        source: "Haladyna & Rodriguez 2013, Developing and Validating Test Items",
        before: "Question(\n    id: \"heart\", prompt: \"The ____ pumps blood through the body.\",\n    answer: Choice(correct: \"heart\", \
                 distractors: [\"liver\", \"lung\"]),\n)",
        after: "Question(\n    id: \"heart\", prompt: \"Which organ pumps blood through the body?\",\n    answer: Choice(correct: \
                \"heart\", distractors: [\"liver\", \"lung\"]),\n)",
    },
    Explanation {
        code: "given-answer",
        severity: Warning,
        title: "A calculated answer that the question shows",
        why: "Where a value leaves the others as they are, such as a divisor of 1, the answer already stands in the \
              prompt, and nothing need be worked out. Every combination of values is tried, or 1,000 of them. An answer \
              that meets a number of the prompt by chance is let be.",
        fix: "leave such values out, or ask for something else",
        source: "the reference of the format, docs/quiz-format.md",
        before: "Question(\n    id: \"speed\", prompt: \"A boat drifts {d} km in {t} hours. What is its mean speed?\",\n    answer: \
                 Calculated(variables: {\"d\": Range(from: 10, to: 40), \"t\": Values([1, 2, 5])}, value: \"d / t\", unit: \"km/h\"),\n)",
        after: "Question(\n    id: \"speed\", prompt: \"A boat drifts {d} km in {t} hours. What is its mean speed?\",\n    answer: \
                Calculated(variables: {\"d\": Range(from: 10, to: 40), \"t\": Values([2, 4, 5])}, value: \"d / t\", unit: \"km/h\"),\n)",
    },
    Explanation {
        code: "key-position",
        severity: Warning,
        title: "The key of sorted options stands in one place too often",
        why: "Numbers and dates are shown in ascending order and not shuffled. Writers put numbers on both sides of the \
              key, three times out of four, and learners who guess pick the middle too. Looked at in banks of ten or \
              more such questions.",
        fix: "write distractors that are all smaller, or all larger, for some of the questions",
        source: "Attali & Bar-Hillel 2003, Journal of Educational Measurement 40(2), 109–128",
        before: "Ten questions ask for a year, and in nine of them the key is neither the first year shown nor the last.",
        after: "Among ten such questions, the key is the first year in three, the last in three, and in the middle in four.",
    },
    Explanation {
        code: "longest-key",
        severity: Warning,
        title: "The right option is much longer than all others",
        why: "Writers take care to make the key wholly right, and so it grows. Of ten flaws tried on \
              students, three raised their marks, and this is one. Told from 25 characters on, and where the key is more than 1.25 times as long as \
              the longest distractor.",
        fix: "shorten the key, or write one distractor as long",
        source: "Pham, Besanko & Devitt 2018, MedEdPublish 7, 225",
        before: "Question(\n    id: \"tides\", prompt: \"What causes the tides?\",\n    answer: Choice(correct: \"The pull of the Moon \
                 and, to a lesser degree, of the Sun\", distractors: [\"The wind\", \"The heat of the sea\"]),\n)",
        after: "Question(\n    id: \"tides\", prompt: \"What causes the tides?\",\n    answer: Choice(correct: \"The pull of the Moon\", \
                distractors: [\"The push of the wind\", \"The heat of the sea\"]),\n)",
    },
    Explanation {
        code: "many-options",
        severity: Warning,
        title: "More than five options",
        why: "Two or three distractors do the work; hardly anybody picks the others, and all must be read. Eighty years \
              of research find three options as good as more.",
        fix: "keep the best three to five",
        source: "Rodriguez 2005, Educational Measurement: Issues and Practice 24(2), 3–13",
        before: "Question(\n    id: \"capital\", prompt: \"What is the capital of Peru?\",\n    answer: Choice(correct: \"Lima\", \
                 distractors: [\"Quito\", \"La Paz\", \"Bogota\", \"Caracas\", \"Santiago\"]),\n)",
        after: "Question(\n    id: \"capital\", prompt: \"What is the capital of Peru?\",\n    answer: Choice(correct: \"Lima\", \
                distractors: [\"Quito\", \"La Paz\"]),\n)",
    },
    Explanation {
        code: "missing-explanation",
        severity: Warning,
        title: "A question that explains nothing",
        why: "A quiz teaches by what it says after an answer. A verdict alone helps little; a reason does.",
        fix: "say in `explanation` why the right answer is right",
        source: "Hattie & Timperley 2007, Review of Educational Research 77(1), 81–112; Shute 2008, 78(1), 153–189",
        before: "Question(id: \"a\", prompt: \"Whales are fish.\", answer: TrueFalse(false))",
        after: "Question(\n    id: \"a\", prompt: \"Whales are fish.\", answer: TrueFalse(false),\n    explanation: \"Whales breathe \
                air and feed their young with milk: they are mammals.\",\n)",
    },
    Explanation {
        code: "mixed-options",
        severity: Warning,
        title: "Options that are not alike in kind",
        why: "A number among words, or a sentence among single words, stands out. It is left out, or picked, for its look.",
        fix: "write options that could all be answers to the same question",
        source: GUIDELINES,
        before: "Question(\n    id: \"wall\", prompt: \"In which year did the Berlin Wall fall?\",\n    answer: Choice(correct: \"1989\", \
                 distractors: [\"1961\", \"Gorbachev\"]),\n)",
        after: "Question(\n    id: \"wall\", prompt: \"In which year did the Berlin Wall fall?\",\n    answer: Choice(correct: \"1989\", \
                distractors: [\"1961\", \"1991\"]),\n)",
    },
    Explanation {
        code: "negative-prompt",
        severity: Warning,
        title: "A \"not\" on which the question turns, in plain letters",
        why: "Learners read over it and answer the opposite question: they lose a mark for reading, not for knowing. \
              Told where the word stands in the clause that asks, and is not in capitals, bold or italics.",
        fix: "ask for what is so, or make the word stand out: **NOT**",
        source: GUIDELINES,
        before: "Question(\n    id: \"metal\", prompt: \"Which of these is not a metal?\",\n    answer: Choice(correct: \"Sulphur\", \
                 distractors: [\"Sodium\", \"Mercury\"]),\n)",
        after: "Question(\n    id: \"metal\", prompt: \"Which of these is **NOT** a metal?\",\n    answer: Choice(correct: \"Sulphur\", \
                distractors: [\"Sodium\", \"Mercury\"]),\n)",
    },
    Explanation {
        code: "none-of-the-above",
        severity: Warning,
        title: "\"None of the above\" among the options",
        why: "Whoever picks it rightly has shown what is wrong, not what is right. Options are shuffled too, so that \
              nothing need be above.",
        fix: "write an answer that somebody might give",
        source: GUIDELINES,
        before: "Question(\n    id: \"capital\", prompt: \"What is the capital of Peru?\",\n    answer: Choice(correct: \"Lima\", \
                 distractors: [\"Quito\", \"None of the above\"]),\n)",
        after: "Question(\n    id: \"capital\", prompt: \"What is the capital of Peru?\",\n    answer: Choice(correct: \"Lima\", \
                distractors: [\"Quito\", \"La Paz\"]),\n)",
    },
    Explanation {
        code: "number-clue",
        severity: Warning,
        title: "The prompt asks for one or several, and only the key is so",
        why: "\"Are\" at the end of a prompt wants a plural, \"is\" a singular. Where the key alone agrees, grammar tells it.",
        fix: "let all options agree with the prompt",
        source: GUIDELINES,
        before: "Question(\n    id: \"blood\", prompt: \"The organs that clean the blood are the\",\n    answer: Choice(correct: \"kidneys\", \
                 distractors: [\"heart\", \"stomach\"]),\n)",
        after: "Question(\n    id: \"blood\", prompt: \"The organs that clean the blood are the\",\n    answer: Choice(correct: \"kidneys\", \
                distractors: [\"lungs\", \"tonsils\"]),\n)",
    },
    Explanation {
        code: "opposite-options",
        severity: Warning,
        title: "Two options one of which must be right",
        why: "True and false, yes and no, a sentence and its denial: one of the two is right, so the other options need \
              not be read.",
        fix: "ask a `TrueFalse`, or change one of the two",
        source: GUIDELINES,
        before: "Question(\n    id: \"ice\", prompt: \"What happens to ice in water?\",\n    answer: Choice(correct: \"It floats\", \
                 distractors: [\"It does not float\", \"It dissolves\"]),\n)",
        after: "Question(\n    id: \"ice\", prompt: \"What happens to ice in water?\",\n    answer: Choice(correct: \"It floats\", \
                distractors: [\"It sinks slowly\", \"It dissolves\"]),\n)",
    },
    Explanation {
        code: "overlapping-ranges",
        severity: Warning,
        title: "Ranges that have numbers in common",
        why: "If the answer lies where two ranges overlap, both are right and one is marked wrong.",
        fix: "let one range begin where the other has ended",
        source: GUIDELINES,
        before: "Question(\n    id: \"bones\", prompt: \"How many bones has a grown human?\",\n    answer: Choice(correct: \"200–250\", \
                 distractors: [\"100–200\", \"250–300\"]),\n)",
        after: "Question(\n    id: \"bones\", prompt: \"How many bones has a grown human?\",\n    answer: Choice(correct: \"200–249\", \
                distractors: [\"100–199\", \"250–299\"]),\n)",
    },
    Explanation {
        code: "picture-without-words",
        severity: Warning,
        title: "A picture without words",
        why: "A screen reader has nothing to say for it, and where the file is missing nobody knows what it showed.",
        fix: "describe the picture in `alt`, or between the brackets of `![…]`, without giving the answer away",
        source: "Web Content Accessibility Guidelines 2.2, success criterion 1.1.1",
        before: "Question(id: \"flag\", prompt: \"![](flag.png) Whose flag is this?\", answer: Text(accept: [\"Peru\"]))",
        after: "Question(id: \"flag\", prompt: \"![Red, white and red](flag.png) Whose flag is this?\", answer: Text(accept: [\"Peru\"]))",
    },
    Explanation {
        code: "shared-word",
        severity: Warning,
        title: "A word that stands in the prompt and in the key alone",
        why: "Whoever knows nothing picks the option that sounds like the question. Clue words raised students' marks \
              when they were tried.",
        fix: "use the word in a distractor too, or in neither",
        source: "Haladyna, Downing & Rodriguez 2002, guideline 28b; Pham, Besanko & Devitt 2018, MedEdPublish 7, 225",
        before: "Question(\n    id: \"fall\", prompt: \"Which force makes objects gravitate towards the Earth?\",\n    answer: Choice(correct: \
                 \"Gravitation\", distractors: [\"Magnetism\", \"Friction\"]),\n)",
        after: "Question(\n    id: \"fall\", prompt: \"Which force makes an apple fall?\",\n    answer: Choice(correct: \"Gravitation\", \
                distractors: [\"Magnetism\", \"Friction\"]),\n)",
    },
    Explanation {
        code: "true-share",
        severity: Warning,
        title: "Too many statements are true, or too many are false",
        why: "Learners who guess say \"true\" more often, and notice soon which word pays. Looked at in banks of ten or \
              more statements.",
        fix: "turn some of the statements round, until about half are true",
        source: "Cronbach 1942, Journal of Educational Psychology 33(6), 401–415",
        before: "Of ten statements, nine are true.",
        after: "Of ten statements, five are true.",
    },
    Explanation {
        code: "unclosed-maths",
        severity: Warning,
        title: "A dollar sign that opens no maths",
        why: "Maths stands between two `$` without a space inside them. A `$` alone means itself, so the TeX behind it would be shown as it is written.",
        fix: "close the maths with a second `$`, without a space inside the two; write `\\$` for a dollar",
        source: FORMAT,
        before: "Question(id: \"a\", prompt: r\"What is $\\frac{1}{2} of 8?\", answer: Number(value: 4))",
        after: "Question(id: \"a\", prompt: r\"What is $\\frac{1}{2}$ of 8?\", answer: Number(value: 4))",
    },
    Explanation {
        code: "undrawable-maths",
        severity: Warning,
        title: "Maths that cannot be drawn",
        why: "Most of TeX's maths is known, but not all packages, and the fonts for maths have no emoji and no signs of Chinese or Arabic. Such a formula is shown in plain Unicode, which may be hard to read.",
        fix: "write it with commands that are known, or put the words outside the `$`",
        source: FORMAT,
        before: "Question(id: \"a\", prompt: r\"How many metres are $3\\,\\kilometres$?\", answer: Number(value: 3000))",
        after: "Question(id: \"a\", prompt: r\"How many metres are $3\\,\\text{km}$?\", answer: Number(value: 3000))",
    },
    Explanation {
        code: "vague-option",
        severity: Warning,
        title: "\"Often\", \"usually\" or \"several\" in an option",
        why: "What one reader calls often, another calls rarely: whether such an option is right depends on who reads it.",
        fix: "name a number, a share or a case",
        source: NBME,
        before: "Question(\n    id: \"bees\", prompt: \"How many eyes has a honey bee?\",\n    answer: Choice(correct: \"Several\", \
                 distractors: [\"None\", \"One\"]),\n)",
        after: "Question(\n    id: \"bees\", prompt: \"How many eyes has a honey bee?\",\n    answer: Choice(correct: \"Five\", \
                distractors: [\"Two\", \"Four\"]),\n)",
    },
];
