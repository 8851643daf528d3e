//! QTI 1.2 as Canvas, Common Cartridges, Blackboard and others write it.

mod blanks;
mod find;
mod formula;
mod item;
mod kinds;
mod options;
mod pairs;
mod quiz;
mod typed;
mod write;

pub(super) use kinds::KINDS;

use crate::bank::{Bank, Progress};
use crate::exchange::package_pictures::PackagePictures;
use crate::exchange::{
    Answer, Draft, DraftBank, Exported, Package, PackageFault, PictureSource, Place, Remark, Unreadable, decode, xml,
};
use quiz::Meta;

pub(in crate::exchange) use options::truth;
pub(in crate::exchange) use typed::tidy;

/// Reads a package: one bank a quiz and a question bank. Of its files only those that hold questions are unpacked, and the
/// pictures that these name.
pub(super) fn read(package: &mut Package, progress: &dyn Progress) -> Result<Vec<DraftBank>, Unreadable> {
    let files = find::quiz_files(package)?;
    let mut pictures = PackagePictures::of(package);
    let mut banks = Vec::new();
    for (done, file) in files.iter().enumerate() {
        if !progress.advance(done as f32 / files.len() as f32) {
            return Err(Unreadable::Cancelled);
        }
        pictures.reading(&file.name);
        match unpacked(&mut pictures, &file.name) {
            Ok(text) => {
                let root = xml::parse(&text)?;
                let meta = meta(&mut pictures, file.meta.as_deref())?;
                for mut bank in quiz::read(&root, &file.name, &meta, &mut pictures, progress)? {
                    bank.pictures = pictures.finish();
                    banks.push(bank);
                }
            }
            Err(fault @ (PackageFault::Missing(_) | PackageFault::Damaged | PackageFault::Locked(_))) => {
                banks.push(damaged(&file.name, &fault));
            }
            Err(fault) => return Err(fault.into()),
        }
    }
    Ok(banks)
}

/// Reads a file that stands alone, outside any package.
pub(super) fn read_text(text: &str, progress: &dyn Progress) -> Result<Vec<DraftBank>, Unreadable> {
    let mut pictures = PackagePictures::none();
    let root = xml::parse(text)?;
    let mut banks = quiz::read(&root, "", &Meta::default(), &mut pictures, progress)?;
    if let Some(bank) = banks.first_mut() {
        bank.pictures = pictures.finish();
    }
    Ok(banks)
}

fn unpacked(pictures: &mut PackagePictures, name: &str) -> Result<String, PackageFault> {
    let package = pictures.package().ok_or_else(|| PackageFault::Missing(name.into()))?;
    Ok(decode::decode(&package.read(name)?, None).0)
}

fn meta(pictures: &mut PackagePictures, name: Option<&str>) -> Result<Meta, Unreadable> {
    let Some(text) = name.and_then(|name| unpacked(pictures, name).ok()) else { return Ok(Meta::default()) };
    Ok(Meta::new(&xml::parse(&text)?))
}

/// A file that should hold a quiz and cannot be read counts as one question that is left out.
fn damaged(name: &str, fault: &PackageFault) -> DraftBank {
    let reason = Remark::Damaged(fault.to_string().into());
    let draft = Draft::new(Place::default().within(name), "", "", Answer::LeftOut(reason));
    DraftBank { title: name.into(), origin: name.into(), drafts: vec![draft], ..DraftBank::default() }
}

/// Writes a bank.
pub(super) fn write(bank: &Bank, pictures: &dyn PictureSource) -> Exported {
    write::write(bank, pictures)
}
