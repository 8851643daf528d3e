//! One of two words: how what is said in them is written and read back.

use crate::kinds::answer_kind::Lenient;
use crate::kinds::shared::lookup::Lookup;
use crate::kinds::shared::oddity::Oddity;

/// The word for yes, and the word for no.
pub(in crate::kinds) struct Either(pub [&'static str; 2]);

impl Either {
    pub fn written(&self, is_first: bool) -> String {
        self.0[usize::from(!is_first)].to_owned()
    }

    /// Whether the first word is written; `None` where neither is.
    pub fn parse(&self, written: &str) -> Option<bool> {
        Lookup::new(self.0.to_vec()).find(written).map(|index| index == 0)
    }

    pub fn parse_leniently(&self, written: &str) -> Lenient {
        (None, Some(Oddity::NoSuchWord { written: written.to_owned(), words: self.0 }))
    }
}
