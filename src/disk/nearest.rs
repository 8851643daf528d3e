//! The file that a mistyped path most likely means. Opens none.

use super::below::is_bank;
use std::path::{Path, PathBuf};

/// Names less alike than this mean something else; a letter too many, too few or exchanged in a name of ten is 0.9 alike.
const LEAST_ALIKE: f64 = 0.6;

/// The bank file in the same folder whose name is most like that of `path`, where one is like it at all.
pub fn nearest_bank(path: &Path) -> Option<PathBuf> {
    let wanted = name_of(path)?;
    let entries = std::fs::read_dir(path.parent()?).ok()?;
    let banks = entries.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| is_bank(path));
    let likeness = |path: &PathBuf| Some(strsim::normalized_damerau_levenshtein(&wanted, &name_of(path)?));
    let mut found: Vec<(f64, PathBuf)> = banks.filter_map(|path| Some((likeness(&path)?, path))).collect();
    found.retain(|(alike, _)| *alike >= LEAST_ALIKE);
    // Of two that are equally like it, the first in the order of names.
    found.sort_by(|(one, a), (other, b)| other.total_cmp(one).then_with(|| a.cmp(b)));
    found.into_iter().next().map(|(_, path)| path)
}

/// The name without its ending, which most people leave out or mistype alike.
fn name_of(path: &Path) -> Option<String> {
    Some(path.file_stem()?.to_string_lossy().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(there: &[&str], typed: &str, expected: Option<&str>) {
        let folder = tempfile::tempdir().expect("a folder");
        for name in there {
            std::fs::write(folder.path().join(name), "").expect("written");
        }
        let found = nearest_bank(&folder.path().join(typed));
        assert_eq!(found, expected.map(|name| folder.path().join(name)), "{typed} among {there:?}");
    }

    #[test]
    fn a_mistyped_name_leads_to_the_file_that_is_meant() {
        check(&["energy.ron", "entropy.ron"], "enrgy.ron", Some("energy.ron"));
        check(&["energy.ron"], "Energy", Some("energy.ron"));
        check(&["energy.ron"], "energy.txt", Some("energy.ron"));
    }

    #[test]
    fn what_is_like_nothing_leads_nowhere() {
        check(&["energy.ron"], "planets.ron", None);
        check(&["energy.txt"], "energy.ron", None);
        check(&[], "energy.ron", None);
        assert_eq!(nearest_bank(Path::new("/nowhere/at/all/energy.ron")), None);
        assert_eq!(nearest_bank(Path::new("")), None);
    }
}
