//! The text of a file, in whichever encoding its program saved it. Knows no format.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE};

/// The encoding of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextEncoding {
    encoding: &'static Encoding,
    is_guessed: bool,
}

impl TextEncoding {
    /// The encoding of that name, such as `windows-1252` or `macintosh`, as HTML names it.
    pub fn from_name(name: &str) -> Option<Self> {
        Encoding::for_label(name.as_bytes()).map(|encoding| Self { encoding, is_guessed: false })
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        self.encoding.name()
    }

    /// Whether it was told from the bytes alone, so that accents may be wrong.
    pub fn is_guessed(self) -> bool {
        self.is_guessed
    }

    /// Those that a teacher may choose among where the guess is wrong, the likeliest first.
    pub fn choices() -> impl Iterator<Item = Self> {
        let names = [
            "UTF-8",
            "windows-1252",
            "macintosh",
            "windows-1250",
            "windows-1251",
            "ISO-8859-15",
            "UTF-16LE",
            "Shift_JIS",
            "GBK",
        ];
        names.into_iter().filter_map(Self::from_name)
    }
}

/// The text without a byte order mark. `wanted` overrules what the bytes say; line ends stay as they are.
pub fn decode(bytes: &[u8], wanted: Option<TextEncoding>) -> (String, TextEncoding) {
    let found = wanted.unwrap_or_else(|| find(bytes));
    let (text, _) = found.encoding.decode_with_bom_removal(bytes);
    (text.trim_start_matches('\u{FEFF}').to_owned(), found)
}

fn find(bytes: &[u8]) -> TextEncoding {
    let sure = |encoding| TextEncoding { encoding, is_guessed: false };
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return sure(encoding);
    }
    if let Some(encoding) = utf_16(bytes) {
        return sure(encoding);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return sure(UTF_8);
    }
    if let Some(encoding) = declared(bytes) {
        return sure(encoding);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Allow);
    let is_mac = bytes.contains(&b'\r') && !bytes.contains(&b'\n');
    TextEncoding { encoding: if is_mac { MACINTOSH } else { encoding }, is_guessed: true }
}

/// UTF-16 without a mark, told from the zero byte that every second of the first signs has.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let pairs = || bytes.chunks_exact(2).take(40);
    let share = |at: usize| pairs().filter(|pair| pair[at] == 0).count() * 10 >= pairs().count() * 7;
    match () {
        () if bytes.len() < 4 => None,
        () if share(1) && !share(0) => Some(UTF_16LE),
        () if share(0) && !share(1) => Some(UTF_16BE),
        () => None,
    }
}

/// What an XML declaration says.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
    let declaration = head.trim_start().strip_prefix("<?xml")?.split_once("?>")?.0.to_owned();
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next()?;
    Encoding::for_label(value[1..].split(quote).next()?.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, name: &str, is_guessed: bool) {
        let (found, encoding) = decode(bytes, None);
        assert_eq!((found.as_str(), encoding.name(), encoding.is_guessed()), (text, name, is_guessed));
    }

    #[test]
    fn texts_are_read_in_the_encoding_that_they_have() {
        check("\u{feff}Straße".as_bytes(), "Straße", "UTF-8", false);
        check(b"\xff\xfeS\0\xe9\0", "S\u{e9}", "UTF-16LE", false);
        check(b"\0W\0h\0y\0?", "Why?", "UTF-16BE", false);
        check(
            b"<?xml version='1.0' encoding='ISO-8859-1'?><x>\xe9</x>",
            "<?xml version='1.0' encoding='ISO-8859-1'?><x>é</x>",
            "windows-1252",
            false,
        );
        check(
            "Où est l’école ? À côté de la forêt, près du château.".as_bytes(),
            "Où est l’école ? À côté de la forêt, près du château.",
            "UTF-8",
            false,
        );
        check(
            b"O\xf9 est l'\xe9cole, \xe0 c\xf4t\xe9 de la for\xeat, pr\xe8s du ch\xe2teau ?",
            "Où est l'école, à côté de la forêt, près du château ?",
            "windows-1252",
            true,
        );
        check(b"F\x9frth\rM\x9fnchen\r", "Fürth\rMünchen\r", "macintosh", true);
    }

    #[test]
    fn the_teacher_knows_better() {
        let wanted = TextEncoding::from_name("windows-1251");
        assert_eq!(decode(b"\xcf\xf0", wanted).0, "Пр");
        assert!(TextEncoding::choices().count() >= 9);
    }
}
