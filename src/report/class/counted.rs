//! Things with their number, as people say them.

/// `1 learner`, `2 learners`.
pub(super) fn counted(count: u32, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
