//! The banks that come with the program, compiled in. Holds their text only; somebody else reads it.

/// A bank that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShippedBank {
    /// Name of its file in `quizzes/`.
    pub file_name: &'static str,
    /// The RON text of that file.
    pub text: &'static str,
}

/// Every bank that comes with the program, by file name.
pub fn shipped() -> &'static [ShippedBank] {
    const SHIPPED: &[ShippedBank] =
        &[ShippedBank { file_name: "fusion-research.ron", text: include_str!("../../quizzes/fusion-research.ron") }];
    SHIPPED
}
