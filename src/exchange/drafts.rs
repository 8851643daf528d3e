//! The middle form: questions as another program's file has them, each with its place, before they are a bank's. Reads and
//! judges nothing.

use crate::bank::{Answer as BankAnswer, Spot};
use crate::exchange::{Pictures, Place, Remark};

/// The questions of one bank to be.
#[derive(Clone, Debug, Default)]
pub struct DraftBank {
    /// The title that the file has for them; empty where it has none.
    pub title: Box<str>,
    /// One line about them; empty where there is none.
    pub about: Box<str>,
    /// What names this quiz in its package for ever, such as its ident; empty where a file holds one bank.
    pub origin: Box<str>,
    /// The questions in the order of the file.
    pub drafts: Vec<Draft>,
    /// Ready-made plans that the file has.
    pub quizzes: Vec<DraftQuiz>,
    /// What is to be said of the file and of no question.
    pub remarks: Vec<(Place, Remark)>,
    /// The pictures that its texts show.
    pub pictures: Pictures,
}

/// A question as the file has it. Texts are CommonMark as banks have it, unless something else is said.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Where it begins.
    pub place: Place,
    /// What the file calls it, plain; empty where it has no name.
    pub name: Box<str>,
    /// The format's own word for its kind, such as `multichoice`.
    pub type_name: Box<str>,
    /// Its id in the other program, for ever the same; empty where there is none.
    pub origin: Box<str>,
    /// A path such as `Rivers/Europe`, made by [`crate::exchange::topic_path`]; empty without a topic.
    pub topic: Box<str>,
    /// What is asked.
    pub prompt: String,
    /// What a full mark is worth; `None` where the file does not say.
    pub points: Option<f64>,
    /// Why the right answer is right.
    pub explanation: String,
    /// Help, one after the other.
    pub hints: Vec<String>,
    /// 0 (easy) to 1 (hard).
    pub difficulty: Option<f32>,
    /// Words for the picture of a hotspot.
    pub alt: Box<str>,
    /// The key.
    pub answer: Answer,
    /// What was lost or guessed where it was read. A question that cannot be made has [`Answer::LeftOut`].
    pub remarks: Vec<Remark>,
}

/// The key as other programs have it.
#[derive(Clone, Debug)]
pub enum Answer {
    /// Options with weights, to pick one or several of.
    Options {
        /// The options in the order of the file.
        options: Vec<DraftOption>,
        /// Whether several can be picked.
        is_many: bool,
    },
    /// True or false.
    TrueFalse {
        /// The key.
        is_true: bool,
        /// What is said to those who chose true, and to those who chose false.
        feedback: [String; 2],
    },
    /// Numbers with weights.
    Numbers {
        /// The numbers that earn something.
        numbers: Vec<DraftNumber>,
        /// The unit; empty for a bare number.
        unit: Box<str>,
        /// Whether an answer without its unit is not right.
        is_unit_required: bool,
    },
    /// Texts with weights, to be typed.
    Texts {
        /// The texts that earn something, or that have something said about them.
        texts: Vec<DraftText>,
        /// Whether case counts.
        is_case_counted: bool,
    },
    /// A term or a question with what stands on its back: a `Recall`, where cards are asked for.
    Card {
        /// What is revealed.
        back: String,
    },
    /// Anything else as a bank has it, with feedback by option.
    Ready {
        /// The answer.
        answer: BankAnswer,
        /// What to say about an option, by option.
        feedback: Vec<(String, String)>,
    },
    /// A hotspot, as a bank has it.
    Spots {
        /// Path of the picture, as [`Pictures`] gave it.
        image: Box<str>,
        /// The places.
        spots: Vec<Spot>,
        /// Names of the right ones.
        correct: Vec<Box<str>>,
    },
    /// No question can be made of it, and why.
    LeftOut(Remark),
}

/// An option with what it earns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftOption {
    /// The option, of one line.
    pub text: String,
    /// The share of the points that picking it earns, −1 to 1; above 0 it is right.
    pub weight: f64,
    /// What is said to those who pick it.
    pub feedback: String,
}

/// A number with what it earns.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftNumber {
    /// The number.
    pub value: f64,
    /// How far off still counts, bounds included.
    pub tolerance: f64,
    /// The share of the points, 0 to 1.
    pub weight: f64,
    /// What is said to those who give it.
    pub feedback: String,
}

/// A text with what it earns.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftText {
    /// The text, plain; `*` stands for anything where `is_pattern`.
    pub text: String,
    /// Whether it has a sign that stands for anything.
    pub is_pattern: bool,
    /// The share of the points, 0 to 1.
    pub weight: f64,
    /// What is said to those who type it.
    pub feedback: String,
}

/// A plan that a file has.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftQuiz {
    /// What its button says.
    pub title: Box<str>,
    /// Time allowed in seconds.
    pub time_limit_secs: Option<u32>,
    /// Topics with how many questions are drawn from each; none for all questions.
    pub draws: Vec<(Box<str>, u32)>,
}

impl Draft {
    /// A question of which only place, kind, prompt and key are known.
    pub fn new(place: Place, type_name: &str, prompt: impl Into<String>, answer: Answer) -> Self {
        Self {
            place,
            name: Box::default(),
            type_name: type_name.into(),
            origin: Box::default(),
            topic: Box::default(),
            prompt: prompt.into(),
            points: None,
            explanation: String::new(),
            hints: Vec::new(),
            difficulty: None,
            alt: Box::default(),
            answer,
            remarks: Vec::new(),
        }
    }
}
