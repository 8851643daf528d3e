//! What tells two texts apart, where the time and the size of their files do not: SHA-256 of their bytes.

use sha2::{Digest, Sha256};
use std::fmt;

/// SHA-256 of the bytes of a file. Shown as 64 digits of base 16.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 32]);

impl Hash {
    /// The hash of these bytes.
    pub fn of(bytes: impl AsRef<[u8]>) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The first 16 digits: for names of files, where a doubled one does no harm.
    pub(super) fn short(&self) -> String {
        self.to_string().chars().take(16).collect()
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_sha_256_in_base_16() {
        // From `printf abc | sha256sum`.
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(Hash::of("abc").to_string(), known);
        assert_eq!(Hash::of("abc").short(), known[..16]);
        assert_ne!(Hash::of("abc"), Hash::of("abd"));
    }
}
