//! Reads a file of another program: recognises it, decodes it and has its format read it. Knows no format's inside.

use crate::bank::Progress;
use crate::exchange::package::ReadSeek;
use crate::exchange::{
    DraftBank, Format, Package, TextEncoding, Unreadable, anki, canvas, decode, docx, gift, h5p, lettered, moodle_xml,
    open_trivia, qti, quizlet, sheet, sniff,
};
use std::io::{Read, SeekFrom};

/// What whoever reads a file may know better than the file shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReadOptions {
    /// The format, where the content does not decide.
    pub format: Option<Format>,
    /// The encoding of a text, where the bytes do not decide.
    pub encoding: Option<TextEncoding>,
    /// What stands between the cells of a table, or between term and definition.
    pub separator: Option<Box<str>>,
}

/// What a file holds.
#[derive(Clone, Debug)]
pub struct ReadFile {
    /// The format that it has.
    pub format: Format,
    /// The encoding that its text was read in; `None` for packages and spreadsheets.
    pub encoding: Option<TextEncoding>,
    /// What stands between the cells of a table, or between term and definition; `None` where nothing does.
    pub separator: Option<Box<str>>,
    /// Its questions: one bank a file, and in a package one a quiz.
    pub banks: Vec<DraftBank>,
}

/// Texts above this are no questions.
const MOST_BYTES: u64 = 256 << 20;

/// Reads a file. `name` is its name without folders: it tells nothing but what stands in remarks, and for texts without any
/// sign of their format.
///
/// # Errors
/// A file that gives no question, with the reason.
pub fn read(
    file: &mut dyn ReadSeek,
    name: &str,
    options: &ReadOptions,
    progress: &dyn Progress,
) -> Result<ReadFile, Unreadable> {
    let head = head(file)?;
    if let Some(other) = sniff::other_file(&head).filter(|_| options.format.is_none()) {
        return Err(other);
    }
    let read = if sniff::is_zip(&head) {
        let mut package = Package::open(file)?;
        let format = match options.format {
            Some(format) => format,
            None => sniff::package(&mut package)?,
        };
        let banks = match format {
            Format::Canvas => canvas::read(&mut package, progress)?,
            Format::Qti => qti::read(&mut package, progress)?,
            Format::Apkg => anki::read_package(&mut package, progress)?,
            Format::H5p => h5p::read(&mut package, progress)?,
            Format::Docx => vec![docx::read(&mut package, progress)?],
            Format::Table => {
                drop(package);
                vec![sheet::read_workbook(&whole(file)?, progress)?]
            }
            Format::MoodleXml
            | Format::Gift
            | Format::OpenTrivia
            | Format::Lettered
            | Format::AnkiText
            | Format::Quizlet => return Err(Unreadable::NoQuestion(format)),
        };
        ReadFile { format, encoding: None, separator: None, banks }
    } else if sniff::is_old_workbook(&head) {
        let bank = sheet::read_workbook(&whole(file)?, progress).map_err(|fault| match fault {
            Unreadable::Cancelled => fault,
            _ => sniff::OLD_DOCUMENT,
        })?;
        ReadFile { format: Format::Table, encoding: None, separator: None, banks: vec![bank] }
    } else {
        read_text(&whole(file)?, name, options, progress)?
    };
    if read.banks.iter().all(|bank| bank.drafts.is_empty()) {
        return Err(Unreadable::NoQuestion(read.format));
    }
    Ok(read)
}

fn read_text(bytes: &[u8], name: &str, options: &ReadOptions, progress: &dyn Progress) -> Result<ReadFile, Unreadable> {
    let (text, encoding) = decode::decode(bytes, options.encoding);
    let format = match options.format {
        Some(format) => format,
        None => sniff::text(&text, name)?,
    };
    let separator = options.separator.as_deref();
    let banks = match format {
        Format::MoodleXml => vec![moodle_xml::read(&text, progress)?],
        Format::Gift => vec![gift::read(&text, progress)?],
        Format::Table => vec![sheet::read_text(&text, separator, progress)?],
        Format::OpenTrivia => vec![open_trivia::read(&text, progress)?],
        Format::Canvas => canvas::read_text(&text, progress)?,
        Format::Qti => qti::read_text(&text, progress)?,
        Format::Lettered => vec![lettered::read(&text, progress)?],
        Format::AnkiText => vec![anki::read_text(&text, separator, progress)?],
        Format::Quizlet => vec![quizlet::read(&text, separator, progress)?],
        Format::Docx | Format::Apkg | Format::H5p => return Err(Unreadable::NoQuestion(format)),
    };
    let separator = match format {
        Format::Table => sheet::separator_of(&text, separator),
        Format::AnkiText => Some(anki::separator_of(&text, separator)),
        Format::Quizlet => Some(quizlet::separator_of(&text, separator).into()),
        Format::MoodleXml
        | Format::Gift
        | Format::OpenTrivia
        | Format::Canvas
        | Format::Qti
        | Format::Lettered
        | Format::Docx
        | Format::Apkg
        | Format::H5p => None,
    };
    Ok(ReadFile { format, encoding: Some(encoding), separator, banks })
}

fn head(file: &mut dyn ReadSeek) -> Result<Vec<u8>, Unreadable> {
    let mut head = vec![0; 8];
    let mut length = 0;
    while length < head.len() {
        match file.read(&mut head[length..]) {
            Ok(0) => break,
            Ok(more) => length += more,
            Err(_) => return Err(Unreadable::Disk),
        }
    }
    head.truncate(length);
    file.seek(SeekFrom::Start(0)).map_err(|_| Unreadable::Disk)?;
    Ok(head)
}

fn whole(file: &mut dyn ReadSeek) -> Result<Vec<u8>, Unreadable> {
    file.seek(SeekFrom::Start(0)).map_err(|_| Unreadable::Disk)?;
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|_| Unreadable::Disk)?;
    if bytes.len() as u64 > MOST_BYTES { Err(Unreadable::TooLarge) } else { Ok(bytes) }
}
