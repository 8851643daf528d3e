//! Finds pictures in CommonMark whose path leaves the bank's folder. Opens none.

use memchr::memchr;

/// The paths of pictures in `text` that are on the network or outside the bank's folder, as they are written.
pub(super) fn outside(text: &str) -> Vec<&str> {
    // Most texts hold none, and a single letter is found faster than a pair.
    if memchr(b'!', text.as_bytes()).is_none() {
        return Vec::new();
    }
    let mut parts = text.split("](");
    let mut before = parts.next().unwrap_or_default();
    let mut found = Vec::new();
    for part in parts {
        let path = target(part).filter(|path| ends_in_picture(before) && leaves_folder(path));
        found.extend(path);
        before = part;
    }
    found
}

/// The path of the first picture in `text` that has no words between its square brackets.
pub(super) fn without_words(text: &str) -> Option<&str> {
    let mut openings = text.match_indices("![").map(|(at, opening)| &text[at + opening.len()..]);
    openings.find_map(|rest| {
        let (words, after) = rest.split_once("](")?;
        if words.trim().is_empty() { target(after) } else { None }
    })
}

/// Whether a path, relative to a bank's folder, leads out of it on any platform.
pub(super) fn leaves_folder(path: &str) -> bool {
    let path = decoded(path).replace('\\', "/");
    path.starts_with('/') || path.split('/').any(|part| part == "..") || has_scheme(&path)
}

/// Whether `text` ends in `![` and words for a picture, so that what comes after `](` is its path.
fn ends_in_picture(text: &str) -> bool {
    text.rsplit_once("![").is_some_and(|(_, alt)| alt.matches(']').count() <= alt.matches('[').count())
}

/// What stands in the round brackets of `(target "title")`.
fn target(inside: &str) -> Option<&str> {
    let inside = inside.trim_start();
    if let Some(bracketed) = inside.strip_prefix('<') {
        return bracketed.split_once('>').map(|(path, _)| path);
    }
    let end = inside.find(|letter: char| letter.is_whitespace() || letter == ')')?;
    Some(&inside[..end])
}

/// `https:` and its like; a drive letter such as `C:` is one too.
fn has_scheme(path: &str) -> bool {
    path.split_once(':').is_some_and(|(scheme, _)| {
        let is_letter = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.');
        scheme.starts_with(|letter: char| letter.is_ascii_alphabetic()) && scheme.chars().all(is_letter)
    })
}

/// The path with `%2e` and its like as the letters they stand for, since who draws it may decode them.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = code.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(byte.unwrap_or(first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(outside(text), expected, "{text}");
    }

    #[test]
    fn paths_that_leave_the_folder_are_found() {
        check("![a](/etc/passwd)", &["/etc/passwd"]);
        check("see ![a](../b.png) and ![c](d/../../e.png \"title\")", &["../b.png", "d/../../e.png"]);
        check(r"![a](..\b.png)", &[r"..\b.png"]);
        check(r"![a](\\host\share.png)", &[r"\\host\share.png"]);
        check("![a](C:\\b.png) ![a](c:b.png)", &["C:\\b.png", "c:b.png"]);
        check("![a](https://example.org/a.png)", &["https://example.org/a.png"]);
        check("![a](//example.org/a.png)", &["//example.org/a.png"]);
        check("![a](file:b.png) ![](data:image/png;base64,xx)", &["file:b.png", "data:image/png;base64,xx"]);
        check("![a](<../my picture.png>)", &["../my picture.png"]);
        check("![a](%2e%2E/b.png)", &["%2e%2E/b.png"]);
        check("![a](..%5Cb.png)", &["..%5Cb.png"]);
    }

    #[test]
    fn a_picture_without_words_is_told_from_one_with_them() {
        assert_eq!(without_words("See ![ ](a.png)!"), Some("a.png"));
        assert_eq!(without_words("![a ring](a.png) and ![](b.png)"), Some("b.png"));
        assert_eq!(without_words("![a ring](a.png), wow![1] (2)"), None);
    }

    #[test]
    fn paths_inside_the_folder_and_plain_words_are_let_be() {
        for text in [
            "![a](b.png)",
            "![a](pictures/b.png)",
            "![a](./b..c.png)",
            "![a]()",
            "![a] (b)",
            "![a](b",
            "![",
            "wow! [a](https://x)",
            "![ä](b%.png) ![a](%zz) ![a](100%)",
        ] {
            check(text, &[]);
        }
    }
}
