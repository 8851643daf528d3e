//! Which old encoding a text that is no UTF-8 is in, by what its accents would be. A guess: no file tells.

use encoding_rs::{MACINTOSH, WINDOWS_1252};

/// Mac Roman where more accents of these lines are letters in it than in Windows-1252, or where lines end as only old Macs
/// ended them; else Windows-1252, in which every byte is a sign.
pub(super) fn guess<'b>(lines: impl Iterator<Item = &'b [u8]>, has_mac_ends: bool) -> &'static encoding_rs::Encoding {
    let (mut mac, mut windows) = (0_usize, 0_usize);
    for accent in lines.flat_map(accents) {
        mac += usize::from(is_mac_letter(accent));
        windows += usize::from(is_windows_letter(accent));
    }
    if has_mac_ends || mac > windows { MACINTOSH } else { WINDOWS_1252 }
}

/// What stands beside a plain letter and is none: accents do, quotation marks and dashes stand beside spaces.
fn accents(line: &[u8]) -> impl Iterator<Item = u8> {
    line.windows(2).filter_map(|pair| match (pair[0].is_ascii_alphabetic(), pair[1].is_ascii_alphabetic()) {
        (true, false) => Some(pair[1]),
        (false, true) => Some(pair[0]),
        (true, true) | (false, false) => None,
    })
}

/// A letter of western languages in Mac Roman that is a sign, or a letter hardly anybody writes, in Windows-1252. Without those
/// that are dashes, curly quotation marks or `œ` there.
fn is_mac_letter(byte: u8) -> bool {
    matches!(byte, 0x80..=0x84 | 0x86..=0x8B | 0x8D..=0x90 | 0x95 | 0x98..=0x9B | 0x9D..=0x9F | 0xA7)
}

/// A letter in Windows-1252 that is a sign in Mac Roman. Without those that are curly quotation marks, dashes or an
/// ellipsis there.
fn is_windows_letter(byte: u8) -> bool {
    matches!(byte, 0xC0..=0xC8 | 0xCB..=0xCF | 0xD6 | 0xD8..=0xF6 | 0xF8..=0xFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str) {
        for encoding in [MACINTOSH, WINDOWS_1252] {
            let bytes = if encoding == MACINTOSH { mac(text) } else { WINDOWS_1252.encode(text).0.into_owned() };
            assert_eq!(guess([&*bytes].into_iter(), false), encoding, "{text}");
        }
    }

    /// The library writes only what browsers send, which is no Mac Roman.
    fn mac(text: &str) -> Vec<u8> {
        let byte = |sign: char| {
            (0..=255_u8).find(|byte| MACINTOSH.decode_without_bom_handling(&[*byte]).0 == sign.to_string())
        };
        text.chars().map(|sign| byte(sign).expect("a sign of Mac Roman")).collect()
    }

    #[test]
    fn accents_are_letters_in_the_right_one_of_two() {
        check("Jürgen Müller;wahr\n");
        check("Zoë Straße\n");
        check("élève;l’été;« œuvre »\n");
        check("Ärger – Öl, Übung\n");
        check("garçon, forêt, où\n");
        check("Åse Bjørnsen\n");
    }

    #[test]
    fn without_accents_beside_letters_it_is_windows() {
        for text in ["\u{201c}a\u{201d}", "5 \u{20ac}", "a \u{2013} b", ""] {
            assert_eq!(guess([&*WINDOWS_1252.encode(text).0].into_iter(), false), WINDOWS_1252, "{text}");
        }
    }

    #[test]
    fn lines_that_end_as_on_old_macs_tell() {
        assert_eq!(guess([&b"\xD2b\xD3\r"[..]].into_iter(), true), MACINTOSH);
    }
}
