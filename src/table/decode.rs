//! The text of a file, in whichever encoding a spreadsheet saved it. Knows no rows.

use super::guess::guess;
use encoding_rs::{MACINTOSH, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// In which encoding a table was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, which spreadsheets call "Unicode text".
    Utf16,
    /// Windows-1252, as older spreadsheets save CSV in the west: a guess, from this line on.
    Windows1252 {
        /// The first line that is not UTF-8, from 1.
        line: u64,
    },
    /// Mac Roman, as spreadsheets on a Mac save "CSV (Macintosh)": a guess too.
    MacRoman {
        /// The first line that is not UTF-8, from 1.
        line: u64,
    },
}

impl Encoding {
    /// The name of an encoding that was guessed, and the first line in it; `None` where there was nothing to guess.
    pub fn guess(self) -> Option<(&'static str, u64)> {
        match self {
            Self::Utf8 | Self::Utf16 => None,
            Self::Windows1252 { line } => Some(("Windows-1252", line)),
            Self::MacRoman { line } => Some(("Mac Roman", line)),
        }
    }
}

/// The text of a file without a byte order mark, and the encoding that it was read in. Lines that are no UTF-8 are read
/// as Windows-1252 or Mac Roman, in which every byte is a sign; all others stay UTF-8.
pub fn decode(bytes: &[u8]) -> (Cow<'_, str>, Encoding) {
    if let Some(utf_16) = utf_16(bytes) {
        let (text, _) = utf_16.decode_with_bom_removal(bytes);
        return (text, Encoding::Utf16);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), Encoding::Utf8),
        Err(error) => {
            let has_mac_ends = bytes.contains(&b'\r') && !bytes.contains(&b'\n');
            let end = if has_mac_ends { b'\r' } else { b'\n' };
            let lines = || bytes.split_inclusive(|byte| *byte == end);
            let breaks = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == end).count();
            let guessed = guess(lines().filter(|line| std::str::from_utf8(line).is_err()), has_mac_ends);
            let text: String = lines().map(|bytes| line(bytes, guessed)).collect();
            let from = breaks as u64 + 1;
            let is_mac = guessed == MACINTOSH;
            (
                Cow::Owned(text),
                if is_mac { Encoding::MacRoman { line: from } } else { Encoding::Windows1252 { line: from } },
            )
        }
    }
}

fn line<'b>(bytes: &'b [u8], guessed: &'static encoding_rs::Encoding) -> Cow<'b, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => guessed.decode_without_bom_handling(bytes).0,
    }
}

/// UTF-16 by its byte order mark, or by the zeros that every other byte of plain letters is.
fn utf_16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some(UTF_16LE),
        [0xFE, 0xFF, ..] => return Some(UTF_16BE),
        _ => {}
    }
    const LOOKED_AT: usize = 16;
    let pairs = bytes.chunks_exact(2).take(LOOKED_AT);
    if pairs.len() < 4 {
        return None;
    }
    if pairs.clone().all(|pair| pair[0] != 0 && pair[1] == 0) {
        Some(UTF_16LE)
    } else if pairs.clone().all(|pair| pair[0] == 0 && pair[1] != 0) {
        Some(UTF_16BE)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, encoding: Encoding) {
        assert_eq!(decode(bytes), (Cow::Borrowed(text), encoding), "{bytes:?}");
    }

    #[test]
    fn each_encoding_of_a_spreadsheet_is_read() {
        check("é,ß\n".as_bytes(), "é,ß\n", Encoding::Utf8);
        check("\u{feff}é".as_bytes(), "é", Encoding::Utf8);
        let wide = |order: fn(u16) -> [u8; 2], text: &str| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        check(&wide(u16::to_le_bytes, "\u{feff}é\tb"), "é\tb", Encoding::Utf16);
        check(&wide(u16::to_be_bytes, "\u{feff}é\tb"), "é\tb", Encoding::Utf16);
        check(&wide(u16::to_le_bytes, "question"), "question", Encoding::Utf16);
        check(b"caf\xE9;\x80", "café;€", Encoding::Windows1252 { line: 1 });
        check(b"a\ncaf\x8E;\xDB\n", "a\ncafé;€\n", Encoding::MacRoman { line: 2 });
        check(b"a\rcaf\x8E\r", "a\rcafé\r", Encoding::MacRoman { line: 2 });
    }

    #[test]
    fn lines_in_another_encoding_do_not_spoil_the_others() {
        check(b"a\n\xC3\xA9\n\xE9\n", "a\né\né\n", Encoding::Windows1252 { line: 3 });
        // Accents of lines that are UTF-8 tell nothing of the others.
        let mostly = [&b"caf\xE9;\n"[..], "Ähnlich Ähre Ämter\n".as_bytes()].concat();
        check(&mostly, "café;\nÄhnlich Ähre Ämter\n", Encoding::Windows1252 { line: 1 });
        check(b"", "", Encoding::Utf8);
        check(b"\0\0", "\0\0", Encoding::Utf8);
    }
}
