//! The texts of a question, in whichever format each has, with the pictures that stand beside them.

use super::element::{child, children, inner};
use crate::exchange::markup::{PictureTaker, Purpose, from_html, from_markdown, from_plain};
use crate::exchange::{Pictures, Remark};
use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use roxmltree::Node;

/// Turns the texts of one question into those of a bank, and gathers what was lost.
pub(super) struct Fields<'p> {
    pub pictures: &'p mut Pictures,
    pub remarks: Vec<Remark>,
}

impl Fields<'_> {
    /// A text with its pictures; empty where there is none.
    pub fn text(&mut self, field: Option<Node<'_, '_>>, purpose: Purpose) -> String {
        field.map(|field| self.converted(field, &inner(field), purpose)).unwrap_or_default()
    }

    /// Such a text as was put together from that of the field.
    pub fn converted(&mut self, field: Node<'_, '_>, source: &str, purpose: Purpose) -> String {
        let mut files = Files { field, pictures: self.pictures };
        let converted = match field.attribute("format").unwrap_or("html") {
            "plain_text" => return from_plain(source.trim(), purpose, true),
            "markdown" => from_markdown(source, purpose, &mut files),
            "moodle_auto_format" => from_html(&source.trim().replace('\n', "<br>\n"), purpose, &mut files),
            _ => from_html(source, purpose, &mut files),
        };
        self.tell_all(converted.remarks);
        converted.text.trim().to_owned()
    }

    /// What learners type, or a side of a pair that Moodle shows as it is: tags are taken off where there are any.
    pub fn plain(&mut self, field: Option<Node<'_, '_>>) -> String {
        let Some(field) = field else { return String::new() };
        let source = inner(field);
        if !is_html(&source) {
            return source.trim().to_owned();
        }
        let mut files = Files { field, pictures: self.pictures };
        let converted = from_html(&source, Purpose::Plain, &mut files);
        self.tell_all(converted.remarks);
        converted.text.trim().to_owned()
    }

    /// A line that Moodle has plain and banks have as CommonMark.
    pub fn line_of_plain(&mut self, field: Option<Node<'_, '_>>) -> String {
        match field {
            Some(node) if is_html(&inner(node)) => self.text(field, Purpose::Line),
            Some(node) => from_plain(inner(node).trim(), Purpose::Line, true),
            None => String::new(),
        }
    }

    /// Says each thing once.
    pub fn tell(&mut self, remark: Remark) {
        if !self.remarks.contains(&remark) {
            self.remarks.push(remark);
        }
    }

    fn tell_all(&mut self, remarks: Vec<Remark>) {
        remarks.into_iter().for_each(|remark| self.tell(remark));
    }

    /// The picture of files from before texts held any, to be put below the prompt.
    pub fn old_picture(&mut self, question: Node<'_, '_>) -> Option<String> {
        let name =
            child(question, "image").map(|image| inner(image).trim().to_owned()).filter(|name| !name.is_empty())?;
        let bytes = child(question, "image_base64").and_then(|bytes| decoded(&inner(bytes)));
        let path = match bytes {
            Some(bytes) => self.pictures.add(&name, &bytes),
            None => Err(Remark::MissingPicture(name.as_str().into())),
        };
        path.map(|path| format!("![]({path})")).map_err(|remark| self.tell(remark)).ok()
    }
}

/// Whether a text has a tag or an entity.
pub(in crate::exchange) fn is_html(text: &str) -> bool {
    let is_tag = |rest: &str| {
        rest.starts_with(|sign: char| sign.is_ascii_alphabetic() || sign == '/' || sign == '!') && rest.contains('>')
    };
    let is_entity = |rest: &str| {
        let name = rest.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '#').next().unwrap_or_default();
        !name.is_empty() && rest[name.len()..].starts_with(';')
    };
    text.match_indices('<').take(50).any(|(at, _)| is_tag(&text[at + 1..]))
        || text.match_indices('&').take(50).any(|(at, _)| is_entity(&text[at + 1..]))
}

/// The files of one field.
pub(super) struct Files<'p, 'a, 'i> {
    pub field: Node<'a, 'i>,
    pub pictures: &'p mut Pictures,
}

impl PictureTaker for Files<'_, '_, '_> {
    fn take(&mut self, address: &str) -> Result<Box<str>, Remark> {
        if let Some((kind, data)) = address.strip_prefix("data:").and_then(|data| data.split_once(',')) {
            let bytes = decoded(data).filter(|_| kind.ends_with(";base64"));
            return bytes
                .map_or(Err(Remark::UnusablePicture("data:".into())), |bytes| self.pictures.add("picture", &bytes));
        }
        let Some(path) = address.strip_prefix("@@PLUGINFILE@@/") else {
            let is_remote = address.starts_with("http://") || address.starts_with("https://");
            let told = if is_remote { Remark::RemotePicture } else { Remark::MissingPicture };
            return Err(told(address.into()));
        };
        let path = percent_decoded(path.split(['?', '#']).next().unwrap_or_default());
        let is_it = |file: &Node<'_, '_>| {
            let name = file.attribute("name").unwrap_or_default();
            let folder = file.attribute("path").unwrap_or("/").trim_matches('/');
            path == name || path.strip_prefix(folder).is_some_and(|rest| rest.trim_start_matches('/') == name)
        };
        let bytes = children(self.field, "file").find(is_it).and_then(|file| decoded(&inner(file)));
        match bytes {
            Some(bytes) => self.pictures.add(&path, &bytes),
            None => Err(Remark::MissingPicture(path.into())),
        }
    }
}

/// The bytes of a text in base64, with or without its padding and line ends.
pub(super) fn decoded(text: &str) -> Option<Vec<u8>> {
    const TOLERANT: GeneralPurpose = GeneralPurpose::new(
        &STANDARD,
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
    );
    let text: String = text.split_whitespace().collect();
    TOLERANT.decode(text).ok().filter(|bytes| !bytes.is_empty())
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.filter(|_| *first == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
