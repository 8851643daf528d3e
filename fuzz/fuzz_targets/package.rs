//! Any text as what is inside a package: XML of Canvas and QTI, JSON of H5P, the document of Word, Anki's tables.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};
use torus_fuzz::bank::Quietly;
use torus_fuzz::exchange::{MakeOptions, ReadOptions, make, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What a package is known by, and the file in it that is made up.
const PACKAGES: [(&[(&str, &str)], &str); 6] = [
    (&[("imsmanifest.xml", "<manifest xmlns=\"imsqti_xmlv1p2\"/>")], "quiz/quiz.xml"),
    (&[("imsmanifest.xml", "<manifest xmlns=\"imsqti_item_xmlv2p1\"/>")], "item.xml"),
    (&[], "imsmanifest.xml"),
    (&[("h5p.json", "{\"mainLibrary\":\"H5P.QuestionSet\"}")], "content/content.json"),
    (&[], "word/document.xml"),
    (&[("media", "{}")], "collection.anki2"),
];

fuzz_target!(|data: &[u8]| {
    let Some((choice, bytes)) = data.split_first() else { return };
    let (known, made_up) = PACKAGES[usize::from(*choice) % PACKAGES.len()];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let files = known.iter().map(|(name, text)| (*name, text.as_bytes())).chain([(made_up, bytes)]);
    for (name, bytes) in files {
        if zip.start_file(name, SimpleFileOptions::default()).is_err() || zip.write_all(bytes).is_err() {
            return;
        }
    }
    let Ok(mut file) = zip.finish() else { return };
    let Ok(read) = read(&mut file, "package.zip", &ReadOptions::default(), &Quietly) else { return };
    for drafts in &read.banks {
        assert_eq!(make(drafts, "made", &MakeOptions::default()).questions(), drafts.drafts.len());
    }
});
