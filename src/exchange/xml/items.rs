//! Finds where the next question begins behind what is damaged. Reads no element.

/// The elements that hold one question each.
const ITEMS: [&str; 3] = ["item", "assessmentItem", "qti-assessment-item"];

/// No name of an element is longer, with its prefix.
const LONGEST_NAME: usize = 80;

/// Whether an element of that name holds one question.
pub(super) fn is_item(name: &str) -> bool {
    ITEMS.contains(&name)
}

/// Where the next question begins.
pub(super) fn next_item(text: &str, from: usize) -> Option<usize> {
    let mut at = (from..=text.len()).find(|at| text.is_char_boundary(*at))?;
    loop {
        at += text.get(at..)?.find('<')?;
        let rest = &text[at + 1..];
        let is_end = |sign: u8| sign.is_ascii_whitespace() || matches!(sign, b'>' | b'/');
        let name = rest.bytes().take(LONGEST_NAME).position(is_end).map_or("", |end| &rest[..end]);
        if is_item(name.rsplit(':').next().unwrap_or(name)) {
            return Some(at);
        }
        at += 1;
    }
}
