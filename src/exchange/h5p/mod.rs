//! H5P packages.

mod asked;
mod gaps;
mod kinds;
mod options;

pub(super) use kinds::KINDS;

use crate::bank::Progress;
use crate::exchange::html_texts::HtmlTexts;
use crate::exchange::package_pictures::PackagePictures;
use crate::exchange::{Answer, Draft, DraftBank, Format, Package, Place, Remark, Unreadable};
use serde_json::Value;

const CONTENT: &str = "content/content.json";

/// Contents in contents below this are passed over.
const DEEPEST: usize = 40;

/// Reads a package: its questions as one bank, those in containers too.
pub(super) fn read(package: &mut Package, progress: &dyn Progress) -> Result<Vec<DraftBank>, Unreadable> {
    let about = json(package, "h5p.json")?;
    let content = json(package, CONTENT)?;
    let library = about["mainLibrary"].as_str().ok_or(Unreadable::NoQuestion(Format::H5p))?;
    let title = about["title"].as_str().filter(|title| title.chars().any(char::is_alphanumeric)).unwrap_or_default();
    let mut pictures = PackagePictures::of(package);
    pictures.reading(CONTENT);
    let mut walk = Walk { texts: HtmlTexts::new(&mut pictures), drafts: Vec::new(), progress };
    walk.content(library, &content, "", 0)?;
    let drafts = walk.drafts;
    Ok(vec![DraftBank { title: title.into(), drafts, pictures: pictures.finish(), ..DraftBank::default() }])
}

fn json(package: &mut Package, name: &str) -> Result<Value, Unreadable> {
    let bytes = package.read(name)?;
    serde_json::from_slice(&bytes).map_err(|fault| Unreadable::Damaged {
        line: u32::try_from(fault.line()).unwrap_or(u32::MAX).max(1),
        reason: format!("{name} is no JSON").into(),
    })
}

struct Walk<'p> {
    texts: HtmlTexts<'p>,
    drafts: Vec<Draft>,
    progress: &'p dyn Progress,
}

impl Walk<'_> {
    /// A content of that library, such as `H5P.MultiChoice`.
    fn content(&mut self, library: &str, params: &Value, path: &str, depth: usize) -> Result<(), Unreadable> {
        if !self.progress.advance(0.5) {
            return Err(Unreadable::Cancelled);
        }
        let place = Place::cell(if path.is_empty() { "content" } else { path }).within(CONTENT);
        match kinds::drafts(library, params, &place, &mut self.texts) {
            Some(drafts) => self.drafts.extend(drafts),
            None => {
                let before = self.drafts.len();
                self.below(params, path, depth)?;
                // A library with tasks that is not known, and not one of texts, pictures and frames.
                if self.drafts.len() == before && is_question(params) {
                    let answer = Answer::LeftOut(Remark::UnknownType(library.into()));
                    self.drafts.push(Draft::new(place, library, "", answer));
                }
            }
        }
        Ok(())
    }

    /// Whatever contents stand in a value, at any depth.
    fn below(&mut self, value: &Value, path: &str, depth: usize) -> Result<(), Unreadable> {
        if depth > DEEPEST {
            return Ok(());
        }
        match value {
            Value::Array(values) => {
                for (number, value) in values.iter().enumerate() {
                    self.below(value, &format!("{path}[{number}]"), depth + 1)?;
                }
            }
            Value::Object(fields) => {
                if let (Some(library), Some(params)) =
                    (fields.get("library").and_then(Value::as_str), fields.get("params"))
                {
                    let name = library.split_whitespace().next().unwrap_or_default();
                    return self.content(name, params, path, depth + 1);
                }
                for (name, value) in fields {
                    let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                    self.below(value, &path, depth + 1)?;
                }
            }
            _ => {}
        }
        Ok(())
    }
}

/// Whether the settings of a content are those of a task: it can be tried again, or its solution shown.
fn is_question(params: &Value) -> bool {
    let behaviour = &params["behaviour"];
    ["enableRetry", "enableSolutionsButton", "enableCheckButton"].iter().any(|name| behaviour.get(name).is_some())
}
