//! How the pages on tables are listed: each is written once. Names no check.

/// Where the pages are from.
pub(crate) const DOCS: &str = "the reference of tables, docs/fact-tables.md";

/// Makes of each part a page, and a list of them all.
macro_rules! pages {
    ($($name:ident: $severity:ident, $code:literal, $title:literal, $why:literal, $fix:literal, $before:literal, $after:literal;)*) => {
        $(pub(crate) const $name: crate::bank::Explanation = crate::bank::Explanation {
            code: $code,
            severity: crate::bank::Severity::$severity,
            title: $title,
            why: $why,
            fix: $fix,
            source: crate::facts::explain::page::DOCS,
            before: $before,
            after: $after,
        };)*

        /// Every page here, in alphabetical order of the codes.
        pub(crate) const ALL: &[&crate::bank::Explanation] = &[$(&$name,)*];
    };
}

pub(crate) use pages;
