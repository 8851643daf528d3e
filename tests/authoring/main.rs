//! Banks that are edited, on a real disk: with other programs beside, with sudden ends, and with no room left.

#[cfg(unix)]
mod full_disk;
mod kills;
mod locked;
mod other_life;
mod two_programs;

/// A bank whose text tells how often it was changed, at its beginning and at its end; some pages of the disk long.
fn numbered(number: usize) -> String {
    let filling = "        // A line that makes the bank longer, as a remark of a teacher does.\n".repeat(300);
    format!(
        "Bank(\n    format: 1,\n    id: \"b\",\n    title: \"{number}\",\n    questions: [\n{filling}    ],\n)\n// {number}\n"
    )
}

/// How often a bank was changed; `None` where it is not whole.
fn number_of(text: &str) -> Option<usize> {
    let number = text.split("title: \"").nth(1)?.split('"').next()?.parse().ok()?;
    (text == numbered(number)).then_some(number)
}
