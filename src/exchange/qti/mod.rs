//! QTI 2.0 to 3.0.

mod asked;
mod body;
mod draft;
mod find;
mod gaps;
mod item;
mod kinds;
mod names;
mod options;
mod pairs;
mod rules;
mod spots;
mod write;

pub(super) use kinds::KINDS;

use crate::bank::{Bank, Progress};
use crate::exchange::html_texts::HtmlTexts;
use crate::exchange::package_pictures::PackagePictures;
use crate::exchange::xml::{self, Element};
use crate::exchange::{
    Answer, Draft, DraftBank, DraftQuiz, Exported, Package, PackageFault, PictureSource, Place, Remark, Unreadable,
    topic_path,
};
use find::{folder, resolved};
use std::collections::BTreeSet;

/// Reads a package: one bank a test, and one of the items that stand in none.
pub(super) fn read(package: &mut Package, progress: &dyn Progress) -> Result<Vec<DraftBank>, Unreadable> {
    let files = find::files(package)?;
    let mut reading =
        Reading { pictures: PackagePictures::of(package), read: BTreeSet::new(), count: files.items.len(), progress };
    let mut banks = Vec::new();
    for test in &files.tests {
        let root = reading.file(test)?;
        let Some(test_element) = root.as_ref().and_then(|root| root.find("assessmentTest")) else { continue };
        let mut bank = DraftBank {
            title: test_element.attribute("title").into(),
            origin: test_element.attribute("identifier").into(),
            ..DraftBank::default()
        };
        let mut draws = Vec::new();
        reading.sections(test_element, folder(test), "", &mut bank, &mut draws)?;
        let limit = test_element.child("timeLimits").and_then(|limits| item::number(limits.attribute("maxTime")));
        let time_limit_secs = limit.filter(|limit| *limit >= 1.0).map(|limit| limit as u32);
        let is_titled = bank.title.chars().any(char::is_alphanumeric);
        let title = if is_titled { bank.title.clone() } else { "Quiz".into() };
        if !draws.is_empty() || time_limit_secs.is_some() {
            bank.quizzes.push(DraftQuiz { title, time_limit_secs, draws });
        }
        bank.pictures = reading.pictures.finish();
        banks.push(bank);
    }
    let mut rest = DraftBank { title: files.title.as_str().into(), ..DraftBank::default() };
    for item in files.items.iter().filter(|item| !reading.read.contains(*item)).cloned().collect::<Vec<_>>() {
        reading.item(&item, "", &mut rest)?;
    }
    rest.pictures = reading.pictures.finish();
    banks.push(rest);
    banks.retain(|bank| !bank.drafts.is_empty());
    for bank in banks.iter_mut().filter(|bank| !bank.title.chars().any(char::is_alphanumeric)) {
        bank.title = Box::default();
    }
    Ok(banks)
}

/// Reads a file that stands alone, outside any package.
pub(super) fn read_text(text: &str, progress: &dyn Progress) -> Result<Vec<DraftBank>, Unreadable> {
    let mut root = xml::parse(text)?;
    names::normalise(&mut root);
    let mut pictures = PackagePictures::none();
    let mut texts = HtmlTexts::new(&mut pictures);
    let mut bank = DraftBank::default();
    for item in root.all_named("assessmentItem") {
        if !progress.advance(0.5) {
            return Err(Unreadable::Cancelled);
        }
        bank.drafts.push(draft::draft(item, "", "", "", &mut texts));
    }
    bank.pictures = pictures.finish();
    Ok(vec![bank])
}

struct Reading<'p, 'r> {
    pictures: PackagePictures<'p, 'r>,
    /// The items that are in a bank already.
    read: BTreeSet<String>,
    count: usize,
    progress: &'p dyn Progress,
}

impl Reading<'_, '_> {
    /// A file's tree; `None` where it cannot be read.
    fn file(&mut self, name: &str) -> Result<Option<Element>, Unreadable> {
        let Some(package) = self.pictures.package() else { return Ok(None) };
        match find::read(package, name) {
            Ok(root) => Ok(Some(root)),
            Err(Unreadable::Package(PackageFault::Missing(_) | PackageFault::Damaged | PackageFault::Locked(_))) => {
                Ok(None)
            }
            Err(fault) => Err(fault),
        }
    }

    fn sections(
        &mut self,
        within: &Element,
        folder: &str,
        topic: &str,
        bank: &mut DraftBank,
        draws: &mut Vec<(Box<str>, u32)>,
    ) -> Result<(), Unreadable> {
        for element in within.elements() {
            match &*element.name {
                "testPart" => self.sections(element, folder, topic, bank, draws)?,
                "assessmentSection" => {
                    let title = element.attribute("title");
                    let is_named = title != &*bank.title && element.attribute("visible") != "false";
                    let topic = topic_path(topic.split('/').chain([title].into_iter().filter(|_| is_named)));
                    let before = bank.drafts.len();
                    self.sections(element, folder, &topic, bank, draws)?;
                    let wanted = element
                        .child("selection")
                        .and_then(|selection| selection.attribute("select").parse::<u32>().ok());
                    if let Some(wanted) = wanted.filter(|_| bank.drafts.len() > before && !topic.is_empty()) {
                        draws.push((topic, wanted));
                    }
                }
                "assessmentSectionRef" => {
                    let name = resolved(folder, element.attribute("href"));
                    // A section that names itself would never end.
                    if self.read.insert(name.clone())
                        && let Some(root) = self.file(&name)?
                    {
                        self.sections(&root, find::folder(&name), topic, bank, draws)?;
                    }
                }
                "assessmentItemRef" => self.item(&resolved(folder, element.attribute("href")), topic, bank)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn item(&mut self, name: &str, topic: &str, bank: &mut DraftBank) -> Result<(), Unreadable> {
        if !self.progress.advance(self.read.len() as f32 / self.count.max(1) as f32) {
            return Err(Unreadable::Cancelled);
        }
        self.read.insert(name.to_owned());
        let root = self.file(name)?;
        let items = root.as_ref().map(|root| root.all_named("assessmentItem")).unwrap_or_default();
        if items.is_empty() {
            let reason = Remark::Damaged("its file is not in the package, or damaged".into());
            bank.drafts.push(Draft::new(Place::default().within(name), "", "", Answer::LeftOut(reason)));
        }
        for item in items {
            let passage = self.passage(item, name)?;
            self.pictures.reading(name);
            let mut texts = HtmlTexts::new(&mut self.pictures);
            bank.drafts.push(draft::draft(item, name, topic, &passage, &mut texts));
        }
        Ok(())
    }

    /// The texts of other files that an item stands under, as HTML.
    fn passage(&mut self, item: &Element, name: &str) -> Result<String, Unreadable> {
        let mut passage = String::new();
        for reference in item.children("assessmentStimulusRef") {
            let file = resolved(folder(name), reference.attribute("href"));
            if let Some(root) = self.file(&file)?
                && let Some(body) = root.find("stimulusBody")
            {
                passage.push_str(&body::part(body));
            }
        }
        Ok(passage)
    }
}

/// Writes a bank.
pub(super) fn write(bank: &Bank, pictures: &dyn PictureSource) -> Exported {
    write::write(bank, pictures)
}
