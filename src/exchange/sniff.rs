//! Tells from its content what a file is. Reads no question.

use crate::exchange::{Format, Package, Unreadable, anki, gift, lettered, quizlet, sheet};

/// Whether a file begins as a zip file does.
pub(super) fn is_zip(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
}

/// Whether a file begins as a workbook of the time before XLSX does. A document of that time begins so too.
pub(super) fn is_old_workbook(head: &[u8]) -> bool {
    head.starts_with(b"\xD0\xCF\x11\xE0")
}

const MOODLE_BACKUP: Unreadable = Unreadable::Known {
    what: "a Moodle backup",
    advice: "Export the questions from the question bank as Moodle XML, and import that file.",
};

/// What is known by its first bytes and holds no questions that can be read.
pub(super) fn other_file(head: &[u8]) -> Option<Unreadable> {
    let known = |what, advice| Some(Unreadable::Known { what, advice });
    match head {
        [0x1F, 0x8B, ..] => Some(MOODLE_BACKUP),
        [b'%', b'P', b'D', b'F', ..] => known("a PDF", "Copy its text, and import that by Paste questions."),
        [b'{', b'\\', b'r', b't', b'f', ..] => known("an RTF document", "Save it as .docx, and import that file."),
        [b'S', b'Q', b'L', b'i', b't', b'e', ..] => known(
            "a database, perhaps an old Anki collection",
            "Export the deck from Anki as .apkg, and import that file.",
        ),
        [b'R', b'a', b'r', b'!', ..] | [b'7', b'z', 0xBC, 0xAF, ..] => {
            known("an archive", "Unpack it, and import the file with the questions.")
        }
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] => {
            known("a picture", "Type its questions, or copy their text.")
        }
        _ => None,
    }
}

/// What a file of Microsoft's old kind is that is no workbook.
pub(super) const OLD_DOCUMENT: Unreadable =
    Unreadable::Known { what: "a document of an old kind", advice: "Save it as .docx or .xlsx, and import that file." };

/// The format of a package.
pub(super) fn package(package: &mut Package) -> Result<Format, Unreadable> {
    let known = |what, advice| Err(Unreadable::Known { what, advice });
    let has = |name: &str| package.has(name);
    let ends = |package: &Package, ending: &str| package.names().any(|name| name.ends_with(ending));
    match () {
        () if ["collection.anki2", "collection.anki21", "collection.anki21b"].into_iter().any(has) => Ok(Format::Apkg),
        () if has("h5p.json") => Ok(Format::H5p),
        () if has("word/document.xml") => Ok(Format::Docx),
        () if has("xl/workbook.xml") || has("xl/workbook.bin") => Ok(Format::Table),
        () if has("ppt/presentation.xml") => {
            known("a presentation", "Copy the text of its questions, and import that by Paste questions.")
        }
        () if has("moodle_backup.xml") => Err(MOODLE_BACKUP),
        () if ends(package, ".dat") && has("imsmanifest.xml") => Ok(Format::Canvas),
        () => match package.read("mimetype").as_deref() {
            Ok(b"application/vnd.oasis.opendocument.spreadsheet") => Ok(Format::Table),
            Ok(kind) if kind.starts_with(b"application/vnd.oasis.opendocument") => {
                known("an OpenDocument text", "Save it as .docx, and import that file.")
            }
            _ => by_xml(package),
        },
    }
}

/// So many files are looked into before a package is taken for none.
const MOST_LOOKED_INTO: usize = 40;

/// The format of a package by its manifest, or else by the first of its files that tells.
fn by_xml(package: &mut Package) -> Result<Format, Unreadable> {
    let manifest = text_of(package, "imsmanifest.xml");
    let manifest = manifest.as_deref().unwrap_or_default();
    let says = |words: &[&str]| words.iter().any(|word| manifest.contains(word));
    if says(&["imsqti_xmlv1p", "imsccv1p", "imscc_xmlv1p", "associatedcontent/imscc", "bb/dat"]) {
        return Ok(Format::Canvas);
    }
    if says(&[
        "imsqti_item_xmlv2",
        "imsqti_test_xmlv2",
        "imsqti_assessment_xmlv2",
        "imsqti_item_xmlv3",
        "imsqtiasi_v3",
        "imsqti_v2",
    ]) {
        return Ok(Format::Qti);
    }
    let is_xml = |name: &&str| name.ends_with(".xml") || name.ends_with(".qti") || name.ends_with(".dat");
    let names: Vec<String> = package.names().filter(is_xml).take(MOST_LOOKED_INTO).map(str::to_owned).collect();
    let roots = names.iter().filter_map(|name| text_of(package, name).as_deref().and_then(by_root));
    let found = roots.into_iter().find(|format| matches!(format, Format::Canvas | Format::Qti));
    match found {
        Some(format) => Ok(format),
        None if manifest.to_ascii_lowercase().contains("scorm") || manifest.contains("adlcp:") => {
            Err(Unreadable::Known {
                what: "a SCORM package",
                advice: "Its questions are a program. Export them as QTI or Moodle XML from where they were written.",
            })
        }
        None => Err(Unreadable::NotRecognised),
    }
}

fn text_of(package: &mut Package, name: &str) -> Option<String> {
    package.read(name).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// The format of a text.
pub(super) fn text(text: &str, name: &str) -> Result<Format, Unreadable> {
    let start = text.trim_start();
    let known = |what, advice| Err(Unreadable::Known { what, advice });
    match () {
        () if start.starts_with('<') => {
            match (by_root(start), root(start).unwrap_or_default().to_ascii_lowercase().as_str()) {
                (Some(format), _) => Ok(format),
                (None, "html" | "!doctype") => {
                    known("a web page", "Copy the text of its questions, and import that by Paste questions.")
                }
                (None, "learnwise" | "test" | "exam" | "examview") => {
                    known("a file of another test program", "Export the questions from there as QTI or Moodle XML.")
                }
                (None, _) => Err(Unreadable::NotRecognised),
            }
        }
        () if start.starts_with(['{', '[']) && start.contains("\"correct_answer\"") => Ok(Format::OpenTrivia),
        () if start.contains("exname:") && start.contains("extype:") => {
            known("an R/exams exercise", "Convert it with exams2moodle, and import the Moodle XML.")
        }
        () if anki::is_text(text) => Ok(Format::AnkiText),
        () if gift::is_named(text) => Ok(Format::Gift),
        () if lettered::is_aiken(text) => Ok(Format::Lettered),
        () if gift::is_text(text) => Ok(Format::Gift),
        () if sheet::is_text(text) => Ok(Format::Table),
        () if lettered::is_text(text) => Ok(Format::Lettered),
        () if quizlet::is_text(text) => Ok(Format::Quizlet),
        () => by_name(name),
    }
}

/// A text without any sign is what its name says.
fn by_name(name: &str) -> Result<Format, Unreadable> {
    match name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).as_deref() {
        Some("gift") => Ok(Format::Gift),
        Some("csv" | "tsv") => Ok(Format::Table),
        _ => Err(Unreadable::NotRecognised),
    }
}

/// The format of an XML text by its outermost element.
fn by_root(text: &str) -> Option<Format> {
    match root(text)? {
        "quiz" | "question" => Some(Format::MoodleXml),
        "questestinterop" | "objectbank" | "POOL" => Some(Format::Canvas),
        "assessmentItem" | "assessmentTest" | "assessmentSection" => Some(Format::Qti),
        name if name.starts_with("qti-assessment") => Some(Format::Qti),
        _ => None,
    }
}

/// The name of the outermost element without its prefix.
fn root(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        rest = rest[rest.find('<')? + 1..].trim_start();
        let (skipped, end) = match () {
            () if rest.starts_with("!--") => (rest, "-->"),
            () if rest.starts_with('?') => (rest, "?>"),
            () if rest.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("!doctype")) => {
                if rest[8..].trim_start().get(..4).is_some_and(|name| name.eq_ignore_ascii_case("html")) {
                    return Some("html");
                }
                (
                    rest,
                    if rest.find('[').is_some_and(|at| rest.find('>').is_none_or(|end| at < end)) { "]>" } else { ">" },
                )
            }
            () => break,
        };
        rest = &skipped[skipped.find(end)? + end.len()..];
    }
    let name = rest.split(|sign: char| sign.is_whitespace() || sign == '>' || sign == '/').next()?;
    Some(name.rsplit(':').next().unwrap_or(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_is_known_by_its_outermost_element() {
        let is = |text: &str| by_root(text);
        assert_eq!(is("<?xml version='1.0'?>\n<!-- <x> -->\n<quiz>"), Some(Format::MoodleXml));
        assert_eq!(is("<!DOCTYPE questestinterop SYSTEM \"ims.dtd\"><questestinterop>"), Some(Format::Canvas));
        assert_eq!(is("<!DOCTYPE x [<!ENTITY a 'b>'>]><qti:assessmentItem xmlns:qti='y'>"), Some(Format::Qti));
        assert_eq!(is("<qti-assessment-item/>"), Some(Format::Qti));
        assert_eq!(root("<!doctype html><p>"), Some("html"));
        assert_eq!((is("<"), is(""), is("<!--")), (None, None, None));
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        assert!(matches!(other_file(b"%PDF-1.7"), Some(Unreadable::Known { what: "a PDF", .. })));
        assert!(matches!(other_file(b"\x1f\x8b\x08"), Some(Unreadable::Known { what: "a Moodle backup", .. })));
        assert_eq!(other_file(b"Which?"), None);
        assert!(matches!(text("<!DOCTYPE html><p>", ""), Err(Unreadable::Known { what: "a web page", .. })));
    }
}
