//! What hangs on a file besides its permissions: lists of who may do what, tags, remarks. Hung on the new file too.

use std::fs::File;

/// Attributes that must not be lost: a list of further people who may read and write, and whatever people hang on files.
#[cfg(any(target_os = "linux", target_os = "macos"))]
const NEEDED: [&[u8]; 2] = [b"system.posix_acl_access", b"user."];
/// Attributes that the system hangs on each file as it thinks fit.
#[cfg(any(target_os = "linux", target_os = "macos"))]
const THE_SYSTEMS: [&[u8]; 2] = [b"security.", b"trusted."];

/// Hangs on `new` what hangs on `old`; `false` where something that is needed cannot be.
#[cfg(any(target_os = "linux", target_os = "macos"))]
pub(super) fn keeps_attributes(new: &File, old: &File) -> bool {
    let begins = |name: &[u8], beginnings: &[&[u8]]| beginnings.iter().any(|beginning| name.starts_with(beginning));
    let mut names = names(old).into_iter().filter(|name| !begins(name, &THE_SYSTEMS));
    names.all(|name| copy(new, old, &name).is_ok() || !begins(&name, &NEEDED))
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub(super) fn keeps_attributes(_new: &File, _old: &File) -> bool {
    true
}

/// The names; none where the file system has no attributes.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn names(file: &File) -> Vec<Vec<u8>> {
    let Ok(length) = rustix::fs::flistxattr_query(file) else { return Vec::new() };
    let mut list = vec![0; length];
    let length = rustix::fs::flistxattr(file, &mut list[..]).unwrap_or_default();
    list[..length].split(|byte| *byte == 0).filter(|name| !name.is_empty()).map(<[u8]>::to_vec).collect()
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn copy(new: &File, old: &File, name: &[u8]) -> std::io::Result<()> {
    use rustix::fs::{XattrFlags, fgetxattr, fgetxattr_query, fsetxattr};
    let mut value = vec![0; fgetxattr_query(old, name)?];
    let length = fgetxattr(old, name, &mut value[..])?;
    Ok(fsetxattr(new, name, &value[..length], XattrFlags::empty())?)
}

#[cfg(test)]
#[cfg(any(target_os = "linux", target_os = "macos"))]
mod tests {
    use super::*;
    use rustix::fs::{XattrFlags, fsetxattr};

    /// What hangs on a file under a name.
    fn value(file: &File, name: &str) -> Option<Vec<u8>> {
        let mut value = vec![0; 100];
        let length = rustix::fs::fgetxattr(file, name, &mut value[..]).ok()?;
        value.truncate(length);
        Some(value)
    }

    #[test]
    fn what_hangs_on_a_file_hangs_on_the_next() {
        let folder = tempfile::tempdir().expect("a folder");
        let [old, new] = ["old", "new"].map(|name| File::create(folder.path().join(name)).expect("made"));
        assert!(keeps_attributes(&new, &old), "there is nothing to keep");
        let hung = [("user.colour", &b"red\0\xFF"[..]), ("user.empty", b"")];
        // Some file systems have no attributes.
        if hung.iter().all(|(name, value)| fsetxattr(&old, *name, value, XattrFlags::empty()).is_ok()) {
            assert!(keeps_attributes(&new, &old));
            assert!(hung.iter().all(|(name, wanted)| value(&new, name).as_deref() == Some(*wanted)));
        }
    }

    /// That user 12345 may read and write, as Linux keeps it: version 2, then who, what, and the number.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_colleague_who_may_write_a_file_may_write_it_when_it_is_saved() {
        use crate::disk::authoring::{Hash, SaveWay, save_bank};
        const NAME: &str = "system.posix_acl_access";
        const NOBODY: u32 = u32::MAX;
        let entries = [(1_u16, 6_u16, NOBODY), (2, 6, 12_345), (4, 4, NOBODY), (0x10, 6, NOBODY), (0x20, 0, NOBODY)];
        let mut list = 2_u32.to_le_bytes().to_vec();
        for (who, what, number) in entries {
            list.extend(who.to_le_bytes().into_iter().chain(what.to_le_bytes()).chain(number.to_le_bytes()));
        }
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("bank.ron");
        std::fs::write(&path, "old").expect("written");
        let old = File::open(&path).expect("opened");
        if fsetxattr(&old, NAME, &list, XattrFlags::empty()).is_ok() {
            let saved = save_bank(&path, "new", Some(Hash::of("old"))).expect("saved");
            assert_eq!(saved.way, SaveWay::Replaced);
            assert_eq!(value(&File::open(&path).expect("opened"), NAME), Some(list));
        }
    }
}
