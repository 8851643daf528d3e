//! Writes a bank as a quiz in a QTI 1.2 package that Canvas takes. Packs nothing that is not asked for.

mod answers;
mod frame;
mod item;

use crate::bank::{Bank, Question};
use crate::exchange::out_texts::{OutTexts, number_of};
use crate::exchange::package_out::packed;
use crate::exchange::xml::escape;
use crate::exchange::{Exported, PictureSource, Remark};

/// What a picture's name stands behind in the texts of a quiz.
const PICTURES: &str = "$IMS-CC-FILEBASE$/images/";

/// Writes the bank as one quiz.
pub(in crate::exchange::canvas) fn write(bank: &Bank, pictures: &dyn PictureSource) -> Exported {
    let mut exported = Exported::default();
    let mut texts = OutTexts::new(pictures, PICTURES);
    let (mut items, mut points) = (String::new(), 0.0);
    for question in &bank.questions {
        match item::item(bank, question, &mut texts) {
            Ok(item) => {
                items.push_str(&item);
                points += question.points;
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
    let quiz = format!("t{}", number_of(&[&bank.id]));
    let about = texts.html(&bank.about);
    let names: Vec<&str> = texts.pictures.iter().map(|(name, _)| name.as_str()).collect();
    let mut files = vec![
        ("imsmanifest.xml".to_owned(), frame::manifest(&quiz, &bank.title, &names).into_bytes()),
        (format!("{quiz}/{quiz}.xml"), frame::assessment(&quiz, &bank.title, &items).into_bytes()),
        (format!("{quiz}/assessment_meta.xml"), frame::meta(&quiz, &bank.title, &about, points).into_bytes()),
    ];
    files.extend(texts.pictures.into_iter().map(|(name, bytes)| (format!("images/{name}"), bytes)));
    exported.bytes = packed(&files);
    exported
}

/// A name for something of a question, always the same.
fn ident(bank: &Bank, question: &Question, part: &str) -> String {
    format!("t{}", number_of(&[&bank.id, &question.id, part]))
}

/// What of a question a Canvas quiz has no place for.
fn tell_losses(question: &Question, texts: &mut OutTexts) {
    if !question.hints.is_empty() {
        texts.tell(Remark::NotTaken("hints"));
    }
}

/// A `material` with a text in HTML.
fn material(html: &str) -> String {
    format!("<material><mattext texttype=\"text/html\">{}</mattext></material>", escape(html))
}
