//! Tells where the path of a picture leads. Opens nothing.

/// Where a path leads, seen from the bank's folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PicturePlace {
    /// Into the folder, or below it.
    Beside,
    /// Out of the folder.
    Outside,
    /// Onto the network, or to whatever else has an address.
    Network,
}

/// Where a path, relative to a bank's folder, leads on any platform.
pub fn place_of(path: &str) -> PicturePlace {
    let path = decoded(path).replace('\\', "/");
    let scheme = scheme(&path);
    if path.starts_with("//") || scheme.is_some_and(|scheme| scheme.len() > 1 && !scheme.eq_ignore_ascii_case("file")) {
        PicturePlace::Network
    } else if scheme.is_some() || path.starts_with('/') || path.split('/').any(|part| part == "..") {
        PicturePlace::Outside
    } else {
        PicturePlace::Beside
    }
}

/// `https` and its like; a drive letter such as the `C` of `C:` is one too.
fn scheme(path: &str) -> Option<&str> {
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.');
    let (scheme, _) = path.split_once(':')?;
    let begins = scheme.starts_with(|letter: char| letter.is_ascii_alphabetic());
    (begins && scheme.chars().all(is_letter)).then_some(scheme)
}

/// The path with `%20` and its like as the letters they stand for: CommonMark has no other way to write a space, and
/// who draws a picture may decode them.
pub(super) fn decoded(path: &str) -> String {
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

    fn check(paths: &[&str], expected: PicturePlace) {
        for path in paths {
            assert_eq!(place_of(path), expected, "{path}");
        }
    }

    #[test]
    fn paths_that_leave_the_folder_are_told() {
        let outside = ["/etc/passwd", "../b.png", "d/../../e.png", r"..\b.png", "C:\\b.png", "c:b.png", "file:b.png"];
        check(&outside, PicturePlace::Outside);
        check(&["%2e%2E/b.png", "..%5Cb.png", "a/.."], PicturePlace::Outside);
    }

    #[test]
    fn addresses_on_the_network_are_told() {
        let network =
            ["https://example.org/a.png", "//example.org/a.png", r"\\host\share.png", "data:image/png;base64,x"];
        check(&network, PicturePlace::Network);
    }

    #[test]
    fn paths_inside_the_folder_are_let_be() {
        check(&["b.png", "pictures/b.png", "./b..c.png", "", "b%.png", "%zz", "100%", "a b.png"], PicturePlace::Beside);
    }
}
