//! What a problem is about and which numbers are allowed there, as values. Tells nobody: words are made with the message.

/// A text of a bank that may be blank, or too like another of its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextPart {
    /// The id of the bank, of a question or of a quiz.
    Id,
    /// The title of the bank or of a quiz.
    Title,
    /// What is asked.
    Prompt,
    /// The answer of a card.
    Answer,
    /// A typed answer that is right.
    AcceptedAnswer,
    /// An option that is right.
    CorrectOption,
    /// An option that is wrong.
    Distractor,
    /// What stands on the left of a pair.
    LeftSide,
    /// What stands on the right of a pair.
    RightSide,
    /// A right side that goes with no left one.
    Extra,
    /// What is put in order or into groups.
    Item,
    /// The name of a group.
    Group,
    /// The path of a picture.
    Image,
    /// The name of a place in a picture.
    SpotName,
    /// A part of a fact table, by the name of its field or column, or of one in its list.
    InTable(&'static str),
}

/// The numbers that a field may hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Allowed {
    /// Any that is finite.
    Finite,
    /// Any that is finite and not below that of another field.
    FiniteFrom(&'static str),
    /// This one and above.
    AtLeast(f64),
    /// Above this one.
    Above(f64),
    /// These two, and what lies between.
    Between(f64, f64),
    /// Above 0, and so much that the shape stays inside its picture.
    InsidePicture,
}
