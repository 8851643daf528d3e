//! The names of what stands between the cells of a table, or between term and definition. Looks for none.

/// A separator by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeparatorName {
    /// One of it: `comma`.
    pub one: &'static str,
    /// Several of it: `commas`.
    pub many: &'static str,
}

const NAMES: [(&[&str], SeparatorName); 8] = [
    (&[","], SeparatorName { one: "comma", many: "commas" }),
    (&[";"], SeparatorName { one: "semicolon", many: "semicolons" }),
    (&["\t"], SeparatorName { one: "tab", many: "tabs" }),
    (&["|"], SeparatorName { one: "vertical bar", many: "vertical bars" }),
    (&[" - ", " – ", " — "], SeparatorName { one: "dash", many: "dashes" }),
    (&[":"], SeparatorName { one: "colon", many: "colons" }),
    (&[" "], SeparatorName { one: "space", many: "spaces" }),
    (&[" = "], SeparatorName { one: "equals sign", many: "equals signs" }),
];

/// The name of a separator; `None` for one that has none.
pub fn separator_name(separator: &str) -> Option<SeparatorName> {
    NAMES.iter().find(|(signs, _)| signs.contains(&separator)).map(|(_, name)| *name)
}
