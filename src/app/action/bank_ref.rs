//! A bank of the library, by what names it there.

/// A bank of the library, by what names it there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum BankRef {
    /// A file, by its path as the library keeps it.
    File(String),
    /// A bank that came with the program, by its id.
    Shipped(String),
}
