//! Writes a bank as a test in a QTI 2.1 package.

mod answers;
mod item;
mod package;
mod spots;
mod xhtml;

use crate::bank::{Bank, Question};
use crate::exchange::out_texts::{OutTexts, number_of};
use crate::exchange::package_out::packed;
use crate::exchange::{Exported, PictureSource};

/// Writes the bank as one test.
pub(in crate::exchange::qti) fn write(bank: &Bank, pictures: &dyn PictureSource) -> Exported {
    let mut exported = Exported::default();
    let mut texts = OutTexts::new(pictures, "images/");
    let mut items: Vec<(String, &Question, Vec<u8>)> = Vec::new();
    for question in &bank.questions {
        let name = identifier(question);
        match item::item(&name, question, &mut texts) {
            Ok(item) => {
                items.push((name, question, item.into_bytes()));
                exported.made += 1;
                for remark in texts.finish() {
                    exported.tell(question, remark);
                }
            }
            Err(reason) => {
                texts.finish();
                exported.tell(question, reason);
            }
        }
    }
    let listed: Vec<(&str, &Question)> = items.iter().map(|(name, question, _)| (name.as_str(), *question)).collect();
    let shown: Vec<&str> = texts.pictures.iter().map(|(name, _)| name.as_str()).collect();
    let mut files = vec![
        ("imsmanifest.xml".to_owned(), package::manifest(bank, &listed, &shown).into_bytes()),
        ("test.xml".to_owned(), package::test(bank, &listed).into_bytes()),
    ];
    files.extend(items.into_iter().map(|(name, _, bytes)| (format!("items/{name}.xml"), bytes)));
    files.extend(texts.pictures.into_iter().map(|(name, bytes)| (format!("items/images/{name}"), bytes)));
    exported.bytes = packed(&files);
    exported
}

/// The id of a question where it may stand in a file, else a number that is always the same.
fn identifier(question: &Question) -> String {
    let id = &question.id;
    let is_name = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_');
    if id.len() <= 64 && id.starts_with(|sign: char| sign.is_ascii_alphabetic()) && id.chars().all(is_name) {
        id.to_string()
    } else {
        format!("q{}", number_of(&[id]))
    }
}
