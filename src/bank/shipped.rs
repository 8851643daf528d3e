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
    macro_rules! shipped {
        ($($file_name:literal),* $(,)?) => {
            &[$(ShippedBank { file_name: $file_name, text: include_str!(concat!("../../quizzes/", $file_name)) }),*]
        };
    }
    const SHIPPED: &[ShippedBank] =
        shipped!["fusion-cooperation.ron", "fusion-machines.ron", "fusion-people.ron", "solar-system.ron"];
    SHIPPED
}
