//! Paths as they are typed or pasted, without what comes along from a terminal or a file manager. Opens none.

/// The path. One that is an address of a file stands for that file.
pub fn plain(typed: &str) -> String {
    let path = without_marks(typed.trim()).trim();
    match path.strip_prefix("file://") {
        Some(address) => of_address(address),
        None => path.to_owned(),
    }
}

/// What stands between two marks of one kind.
fn without_marks(path: &str) -> &str {
    let inside = |mark: char| path.strip_prefix(mark)?.strip_suffix(mark);
    ['"', '\''].into_iter().find_map(inside).unwrap_or(path)
}

/// The path of an address behind its `file://`.
fn of_address(address: &str) -> String {
    let path = decoded(address.strip_prefix("localhost").unwrap_or(address));
    // `file:///C:/Users` is `C:/Users`.
    match path.as_bytes() {
        [b'/', drive, b':', ..] if drive.is_ascii_alphabetic() => path[1..].to_owned(),
        _ => path,
    }
}

/// What percent signs stand for; as it is, where they stand for no text.
fn decoded(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let [first, others @ ..] = rest {
        let code = others.get(..2).filter(|code| *first == b'%' && code.iter().all(u8::is_ascii_hexdigit));
        let code =
            code.and_then(|code| std::str::from_utf8(code).ok()).and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &others[2..] } else { others };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_along_with_a_path_is_taken_off_and_nothing_else() {
        for (typed, path) in [
            (" '/home/ann/my quiz.ron' ", "/home/ann/my quiz.ron"),
            ("\"C:\\quizzes\"", "C:\\quizzes"),
            ("/home/ann/it's 5'", "/home/ann/it's 5'"),
            ("\"/home", "\"/home"),
            ("'", "'"),
            ("file:///home/ann/my%20quiz%25.ron", "/home/ann/my quiz%.ron"),
            ("file://localhost/home/%C3%A4.ron", "/home/ä.ron"),
            ("file:///C:/Users/ann", "C:/Users/ann"),
            ("file:///home/%FF%2", "/home/%FF%2"),
            ("/home/100%25", "/home/100%25"),
            ("", ""),
        ] {
            assert_eq!(plain(typed), path, "{typed}");
        }
    }
}
