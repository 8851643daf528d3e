//! Packages of H5P.

use crate::common::{banks, bytes, read_bytes};
use crate::zipped::{as_format, damaged, files, folder, plain, zip};
use proptest::prelude::*;
use torus::bank::write as bank_text;
use torus::exchange::{Format, Unreadable};

#[test]
fn what_is_no_content_is_refused() {
    let options = as_format(Format::H5p);
    let read = |files: &[(&str, Vec<u8>)]| read_bytes(&zip(files), "x.h5p", &options);
    assert!(matches!(read(&[("h5p.json", b"{}".to_vec())]), Err(Unreadable::Package(_))));
    let damaged = read(&[
        ("h5p.json", b"{\"mainLibrary\": \"H5P.Blanks\"}".to_vec()),
        ("content/content.json", b"{\n{".to_vec()),
    ]);
    assert!(matches!(damaged, Err(Unreadable::Damaged { line: 2, .. })), "{damaged:?}");
    let deep = format!("{{\"a\": {}1{}}}", "[".repeat(100_000), "]".repeat(100_000)).into_bytes();
    assert!(
        read(&[("h5p.json", b"{\"mainLibrary\": \"H5P.Column\"}".to_vec()), ("content/content.json", deep)]).is_err()
    );
}

#[test]
fn a_question_set_gives_all_its_kinds() {
    let made = banks(&folder("h5p/set"), "rivers.h5p", &as_format(Format::H5p), true);
    let expected = String::from_utf8(bytes("h5p/rivers.ron")).expect("text");
    assert_eq!(plain(&bank_text(&made[0].bank)), plain(&expected));
    assert_eq!(made[0].left_out.len(), 3, "{:?}", made[0].left_out);
}

#[test]
fn a_question_has_its_place_and_its_picture() {
    let file = read_bytes(&folder("h5p/set"), "rivers.h5p", &as_format(Format::H5p)).expect("reads");
    let places: Vec<&str> = file.banks[0].drafts.iter().map(|draft| &*draft.place.cell).collect();
    assert_eq!((places[0], places[4]), ("questions[0]", "questions[3]"));
    assert!(places.contains(&"questions[9].content[1].content"), "{places:?}");
    assert_eq!(file.banks[0].pictures.all().len(), 1);
    assert!(file.banks[0].drafts[0].prompt.starts_with("![a map](pictures/map-"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn damaged_files_never_panic_and_lose_no_question_silently(which: usize, place in 0..9_000_usize, how in 0..4_u8, byte: u8) {
        let mut files = files("h5p/set");
        let at = which % files.len();
        files[at].1 = damaged(&files[at].1, place, how, byte);
        let options = as_format(Format::H5p);
        let files: Vec<(&str, Vec<u8>)> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
        let package = zip(&files);
        if read_bytes(&package, "q.h5p", &options).is_ok() {
            banks(&package, "q.h5p", &options, true);
        }
        let _ = read_bytes(&damaged(&package, place, how, byte), "q.h5p", &options);
    }
}
