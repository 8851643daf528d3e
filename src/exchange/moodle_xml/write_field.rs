//! Writes elements of Moodle XML, with the pictures of a text beside it. Knows no kind of question.

use crate::exchange::markup::to_html;
use crate::exchange::{PictureSource, Remark};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// A file in the making.
pub(super) struct Xml<'s> {
    pub out: String,
    pictures: &'s dyn PictureSource,
    /// Pictures that could not be found since this was emptied.
    pub missing: Vec<Remark>,
}

impl<'s> Xml<'s> {
    pub fn new(pictures: &'s dyn PictureSource) -> Self {
        let out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n".to_owned();
        Self { out, pictures, missing: Vec::new() }
    }

    pub fn raw(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// `<name>value</name>`.
    pub fn value(&mut self, name: &str, value: &str) {
        self.raw(&format!("    <{name}>{}</{name}>\n", escaped(value)));
    }

    /// `<name><text>value</text></name>`, plain.
    pub fn plain(&mut self, name: &str, value: &str) {
        self.raw(&format!("    <{name}><text>{}</text></{name}>\n", escaped(value)));
    }

    /// A text of a bank as HTML with its pictures.
    pub fn html(&mut self, name: &str, text: &str) {
        self.raw(&format!("    <{name} format=\"html\">"));
        self.html_inside(&[text]);
        self.raw(&format!("</{name}>\n"));
    }

    /// The inside of such an element, of texts that each are put between the words given in turn.
    pub fn html_inside(&mut self, texts: &[&str]) -> Vec<String> {
        let (html, files) = self.converted(texts);
        self.files_and_text(&html.concat(), &files);
        html
    }

    /// HTML with its files.
    pub fn files_and_text(&mut self, html: &str, files: &[(String, Vec<u8>)]) {
        self.raw(&format!("<text>{}</text>", section(html)));
        for (name, bytes) in files {
            let data = STANDARD.encode(bytes);
            self.raw(&format!("<file name=\"{}\" path=\"/\" encoding=\"base64\">{data}</file>", escaped(name)));
        }
    }

    /// Texts of a bank as HTML, and the pictures in them by name.
    pub fn converted(&mut self, texts: &[&str]) -> (Vec<String>, Vec<(String, Vec<u8>)>) {
        let mut known: Vec<(String, String)> = Vec::new();
        let mut files: Vec<(String, Vec<u8>)> = Vec::new();
        let (pictures, missing) = (self.pictures, &mut self.missing);
        let mut address = |path: &str| {
            if let Some((_, name)) = known.iter().find(|(known, _)| known == path) {
                return plugin_file(name);
            }
            let Some(bytes) = pictures.picture(path) else {
                let remark = Remark::MissingPicture(path.into());
                if !missing.contains(&remark) {
                    missing.push(remark);
                }
                return path.to_owned();
            };
            let short = path.rsplit('/').next().unwrap_or(path);
            let is_taken = known.iter().any(|(_, name)| name == short);
            let name = if is_taken { path.replace('/', "-") } else { short.to_owned() };
            known.push((path.to_owned(), name.clone()));
            files.push((name.clone(), bytes));
            plugin_file(&name)
        };
        let html = texts.iter().map(|text| to_html(text, &mut address)).collect();
        (html, files)
    }

    /// The bytes of a picture.
    pub fn picture(&self, path: &str) -> Option<Vec<u8>> {
        self.pictures.picture(path)
    }
}

fn plugin_file(name: &str) -> String {
    let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    let signs =
        name.bytes().map(|byte| if is_bare(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") });
    format!("@@PLUGINFILE@@/{}", signs.collect::<String>())
}

/// Text as XML holds it; control signs, which XML cannot hold, are left away.
pub(super) fn escaped(text: &str) -> String {
    let kept: String = text.chars().filter(|sign| is_allowed(*sign)).collect();
    kept.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A section, where there is something to guard.
fn section(html: &str) -> String {
    let kept: String = html.chars().filter(|sign| is_allowed(*sign)).collect();
    if kept.contains(['<', '&', '>']) {
        format!("<![CDATA[{}]]>", kept.replace("]]>", "]]]]><![CDATA[>"))
    } else {
        kept
    }
}

fn is_allowed(sign: char) -> bool {
    matches!(sign, '\t' | '\n' | '\r') || (!sign.is_control() && !matches!(sign, '\u{FFFE}' | '\u{FFFF}'))
}
